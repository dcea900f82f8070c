"""Bundles made for tests: one run of an invented shop, through the crawler's own writer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from crawlers.bundle import BundleWriter
from store.records import Identifier, Money, Offer, Partial, Place, Signal
from store.run_records import (
    FactRecord,
    HintRecord,
    ListingRecord,
    OfferRecord,
    PageRecord,
    PartialRecord,
    Record,
    RunRecord,
    SightingRecord,
    SignalRecord,
)

START = datetime(2026, 11, 1, 8, tzinfo=UTC)
PLUS = Offer(
    kind="account", provider="openai", product="chatgpt-plus", price=Money(Decimal(35), "CNY"), per="account"
)


def at(hours: float) -> datetime:
    """Give a moment so many hours after the tests' beginning."""
    return START + timedelta(hours=hours)


def run_record(
    run_id: str, hours: float, *, source: str = "shop", verdict: str = "ok", **changed: object
) -> RunRecord:
    """Make a run that stands: anchored, whole, ended at its hour."""
    run = RunRecord(
        run_id=run_id, source=source, platform="dujiaoka", started_at=at(hours) - timedelta(minutes=5),
        finished_at=at(hours), verdict=verdict, reason="", anchored=True, covers_all=True, pages=1,
        source_url=f"https://{source}.example/",
    )  # fmt: skip
    return replace(run, **changed)  # type: ignore[arg-type]


def shop_records(
    snapshot: str,
    count: int,
    *,
    source: str = "shop",
    price: Callable[[int], Decimal] = lambda n: Decimal(30 + n),
) -> list[Record]:
    """Make what a shop of so many goods says: a listing and an offer each, one contact, one signal, a fact, a hint."""
    records: list[Record] = [
        FactRecord(name="currency", value="CNY", snapshot=snapshot),
        HintRecord(url=f"https://{source}-pay.example/", why="top_up_link", snapshot=snapshot),
    ]
    for n in range(count):
        key = f"{source}/{n}"
        place = Place(f"/goods/{n}", 0, 9)
        records += [
            ListingRecord(
                key=str(n), url=f"https://{source}.example/buy/{n}", title=f"Plus 成品号 {n}", text="带 RT，质保首登",
                seller_key="operator", seller_name=f"{source} 小店", snapshot=snapshot, place=place,
            ),
            OfferRecord(
                key=key, listing_key=str(n), offer=replace(PLUS, price=Money(price(n), "CNY"), stock=n),
                price_text=f"¥{price(n)}", snapshot=snapshot, place=place, reader="dujiaoka/1",
            ),
            SightingRecord(
                identifier=Identifier(kind="qq", value="QQ 1234567", normalised=f"12345{n % 7}", role="operator"),
                seller_key="operator", listing_key=str(n), snapshot=snapshot, place=place, reader="dujiaoka/1",
            ),
            PartialRecord(
                partial=Partial(kind="email", value="zh***@mail.example", start=0, end=18, role="operator"),
                seller_key="operator", listing_key=str(n), snapshot=snapshot, place=place, reader="dujiaoka/1",
            ),
            SignalRecord(signal=Signal("warranty", 0, 4, "质保首登"), listing_key=str(n), snapshot=snapshot, place=place),
        ]  # fmt: skip
    return records


def write_bundle(
    spool: Path,
    run: RunRecord,
    records: Sequence[Record] | Callable[[str], Sequence[Record]],
    body: bytes = b"<html>",
) -> Path:
    """Write a bundle of one page; `records` may be a function of the page's digest."""
    snapshot = sha256(body).hexdigest()
    writer = BundleWriter(spool, run.run_id)
    page = PageRecord(
        url=run.source_url, snapshot=snapshot, status=200, media_type="text/html",
        fetched_at=run.finished_at - timedelta(minutes=1),
        blocked="challenge: cloudflare" if run.verdict == "blocked" else None,
    )  # fmt: skip
    writer.add_page(page, body, {"Content-Type": "text/html"})
    for record in records(snapshot) if callable(records) else records:
        writer.add(record)
    return writer.finish(run)


def shop_bundle(
    spool: Path, run_id: str, hours: float, count: int, *, source: str = "shop", body: bytes = b"<html>goods",
    price: Callable[[int], Decimal] = lambda n: Decimal(30 + n), **changed: object
) -> Path:  # fmt: skip
    """Write the bundle of a shop with so many goods."""
    run = run_record(run_id, hours, source=source, **changed)  # type: ignore[arg-type]
    return write_bundle(
        spool, run, lambda digest: shop_records(digest, count, source=source, price=price), body
    )
