"""A generated world's market as rows of a new database, and its pages as evidence that every proof points into."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks._link_world_model import NOW, Seller, World
from store.bulk import insert_many
from store.custody import first_link, next_link
from store.database import open_database
from store.schema import TABLES
from store.words import text_digest, words_digest

_ORDER = (
    "source", "run", "snapshot", "seller", "seller_name", "listing", "listing_text", "offer", "observation", "presence",
    "identifier", "sighting",
)  # fmt: skip
_GOODS = (
    ("Claude Max 20x 成品号", "claude-max-20x"), ("Claude Pro 月卡", "claude-pro"), ("Claude Max 5x 拼车", "claude-max-5x"),
    ("ChatGPT Plus 直充", "chatgpt-plus"),
)  # fmt: skip
_TEMPLATES = (
    "质保首登 自动发货",
    "号池稳定 不掺水",
    "源头批发 招代理",
    "家宽注册 带RT",
    "一手订阅 售后群见下",
)
READER = "generated"


@dataclass(slots=True)
class Page:
    """A seller's page: its listings' titles and texts, and where each shown value stands in its text."""

    body: bytes
    titles: list[str]
    texts: list[str]
    spans: list[tuple[int, int]]
    """Of each of the seller's shown values, in order."""

    @property
    def sha256(self) -> str:
        """Its digest."""
        return hashlib.sha256(self.body).hexdigest()


@dataclass(slots=True)
class Rows:
    """Rows by table, with the numbers that were given."""

    tables: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    identifiers: dict[tuple[str, str], int] = field(default_factory=dict)
    sightings: set[tuple[int, int, int, str]] = field(default_factory=set)

    def add(self, table: str, **values: Any) -> int:  # noqa: ANN401 - a column's own type
        """Add a row and give its number."""
        rows = self.tables[table]
        rows.append(values)
        return len(rows)


def offer_key(seller: tuple[str, str]) -> str:
    """Give the key of a seller's first offer, the one that is bought and probed."""
    return _key(seller, 0)


def _key(seller: tuple[str, str], listing: int) -> str:
    return hashlib.sha256("\x1f".join((*seller, str(listing))).encode()).hexdigest()[:20]


def url_of(seller: Seller) -> str:
    """Give the address of a seller's page."""
    return f"https://{seller.source}.example/{seller.key}"


def page_of(seller: Seller) -> Page:
    """Write a seller's page: a JSON list of listings, the shown values each on a line of its own."""
    titles = [
        f"{_GOODS[(seller.template + i) % len(_GOODS)][0]} ¥{99 + seller.template % 400}"
        for i in range(seller.listings)
    ]
    words = f"{_TEMPLATES[seller.template % len(_TEMPLATES)]} {seller.template:x}"
    texts = [f"{words} {'详情见说明 ' * (1 + i)}\n" for i in range(seller.listings)]
    spans = []
    for shown in seller.shown:
        start = len(texts[shown.listing]) + len(shown.kind) + 2
        texts[shown.listing] += f"{shown.kind}: {shown.written}\n"
        spans.append((start, start + len(shown.written)))
    said = [{"title": title, "text": text} for title, text in zip(titles, texts, strict=True)]
    body = json.dumps({"url": url_of(seller), "listings": said}, ensure_ascii=False).encode()
    return Page(body, titles, texts, spans)


def write_market(world: World, directory: Path) -> Mapping[str, Page]:
    """Write `market.db` and `evidence/` into a directory; gives the pages by the sellers' addresses."""
    pages = {url_of(seller): page_of(seller) for seller in world.sellers}
    rows = Rows()
    for source in sorted({seller.source for seller in world.sellers}):
        url = f"https://{source}.example/"
        rows.add("source", name=source, platform="generated", url=url, added_at=NOW - timedelta(days=100))
        mine = [seller for seller in world.sellers if seller.source == source]
        count = sum(seller.listings for seller in mine)
        rows.add(
            "run", id=f"run-{source}", source=source, started_at=NOW - timedelta(hours=2),
            finished_at=NOW - timedelta(hours=1), reported="ok", verdict="ok", reason="", anchored=True,
            covers_all=True, keeps=False, total=None, pages=len(mine), listings=count, offers=count, token=0,
        )  # fmt: skip
    for row in _keep_pages(world, pages, directory / "evidence"):
        rows.add("snapshot", **row)
    at = {row["url"]: number for number, row in enumerate(rows.tables["snapshot"], 1)}
    for seller in world.sellers:
        _add_seller(rows, seller, pages[url_of(seller)], at[url_of(seller)])
    with (
        open_database(f"sqlite:///{directory / 'market.db'}", write=True) as database,
        database.writing() as connection,
    ):
        for table in _ORDER:
            insert_many(connection, TABLES[table], rows.tables[table])
    return pages


def _keep_pages(world: World, pages: Mapping[str, Page], evidence: Path) -> Iterator[dict[str, object]]:
    """Write the pages into a WARC file a day, and give their snapshot rows, chained."""
    days: dict[str, list[Seller]] = defaultdict(list)
    for seller in world.sellers:
        days[f"{seller.seen:%Y/%m/%d}.warc.gz"].append(seller)
    for day, sellers in sorted(days.items()):
        path = evidence / day
        path.parent.mkdir(parents=True, exist_ok=True)
        link = first_link(day)
        with path.open("wb") as stream:
            writer = WARCWriter(stream, gzip=True)
            for number, seller in enumerate(sorted(sellers, key=lambda seller: seller.seen), 1):
                page, start = pages[url_of(seller)], stream.tell()
                writer.write_record(_record(writer, seller, page))
                link = next_link(link, page.sha256)
                yield {
                    "sha256": page.sha256, "url": url_of(seller), "media_type": "application/json",
                    "size": len(page.body), "fetched_at": seller.seen, "run_id": f"run-{seller.source}",
                    "warc_file": day, "warc_offset": start, "warc_length": stream.tell() - start,
                    "chain_at": number, "chain": link,
                }  # fmt: skip


def _record(writer: WARCWriter, seller: Seller, page: Page) -> Any:  # noqa: ANN401 - warcio ships no types
    heads = [("Content-Type", "application/json"), ("Content-Length", str(len(page.body)))]
    status = StatusAndHeaders("200 OK", heads, protocol="HTTP/1.1")
    name = page.sha256
    block = hashlib.sha256(status.to_ascii_bytes() + page.body).hexdigest()
    said = {  # with both digests given, warcio needs no temporary file
        "WARC-Payload-Digest": f"sha256:{name}",
        "WARC-Block-Digest": f"sha256:{block}",
        "WARC-Date": f"{seller.seen:%Y-%m-%dT%H:%M:%SZ}",
        "WARC-Record-ID": f"<urn:uuid:{name[:8]}-{name[8:12]}-4{name[13:16]}-8{name[17:20]}-{name[20:32]}>",
    }
    return writer.create_warc_record(
        url_of(seller), "response", payload=BytesIO(page.body), length=len(page.body), http_headers=status,
        warc_headers_dict=said,
    )  # fmt: skip


def _add_seller(rows: Rows, seller: Seller, page: Page, snapshot: int) -> None:
    proof = {"snapshot_id": snapshot, "pointer": "", "span_start": None, "span_end": None}
    number = rows.add("seller", source=seller.source, key=seller.key)
    rows.add("seller_name", seller_id=number, name=seller.key, first_seen_at=seller.seen, **proof)
    listings = [_add_listing(rows, seller, page, i, (number, snapshot)) for i in range(seller.listings)]
    for shown, (start, end) in zip(seller.shown, page.spans, strict=True):
        if shown.value is None:
            continue
        mark = (shown.kind, shown.value)
        if mark not in rows.identifiers:
            rows.identifiers[mark] = rows.add("identifier", kind=shown.kind, value=shown.value)
        once = (rows.identifiers[mark], number, listings[shown.listing], shown.role)
        if once in rows.sightings:
            continue
        rows.sightings.add(once)
        rows.add(
            "sighting", identifier_id=once[0], seller_id=number, listing_id=once[2], role=shown.role,
            written=shown.written, first_seen_at=seller.seen, run_id=f"run-{seller.source}", reader=READER,
            **proof | {"pointer": f"/listings/{shown.listing}/text", "span_start": start, "span_end": end},
        )  # fmt: skip


def _add_listing(rows: Rows, seller: Seller, page: Page, i: int, ids: tuple[int, int]) -> int:
    number, snapshot = ids
    title, text = page.titles[i], page.texts[i]
    key, pointer = f"{seller.key}-{i}", f"/listings/{i}/text"
    listing = rows.add(
        "listing",
        source=seller.source,
        key=key,
        url=f"{url_of(seller)}#{i}",
        seller_id=number,
        posted_at=None,
    )
    rows.add(
        "listing_text", listing_id=listing, seen_at=seller.seen, title=title, text=text, groups="",
        text_sha256=text_digest(title, text, ""), words_sha256=words_digest(title, text), snapshot_id=snapshot,
        pointer=pointer, span_start=0, span_end=len(text),
    )  # fmt: skip
    offer = rows.add(
        "offer", key=_key(seller.name, i), listing_id=listing, kind="account", provider="anthropic",
        product=_GOODS[(seller.template + i) % len(_GOODS)][1], label="", per="account", direction=None,
    )  # fmt: skip
    price = title.rsplit("¥", 1)[1]
    rows.add(
        "observation", offer_id=offer, observed_at=seller.seen, run_id=f"run-{seller.source}", amount=Decimal(price),
        currency="CNY", price_text=f"¥{price}", reader=READER, equal_split=False, qualifier="exact", coupon=False,
        attributes="", fingerprint=text_digest(title, price, ""), snapshot_id=snapshot,
        pointer=f"/listings/{i}/title", span_start=title.index("¥"), span_end=len(title),
    )  # fmt: skip
    rows.add("presence", offer_id=offer, from_at=seller.seen, opened_by=f"run-{seller.source}")
    return listing
