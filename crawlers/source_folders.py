"""Writes a new source's folder: source.yml, and the first pages with what was read in them, for a person to approve."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import TypeAdapter

from crawlers.bundle import read_bundle, read_pages, run_of
from crawlers.needs import needs_of
from crawlers.page import Page, PageChangedError, Reading
from crawlers.platforms import PLATFORMS, urls
from crawlers.reading.identifiers import canonical
from crawlers.reading.identifiers.hosts import registrable
from crawlers.shape import shape_of
from store.run_records import PageRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from crawlers.probe import Probed

SAMPLES = 4
_READING: TypeAdapter[Reading] = TypeAdapter(Reading)
_BAD = re.compile(r"[^a-z0-9]+")
_LONGEST = 50
_OF_PAGES = re.compile(r" of (\d{1,6}) pages lost")
_USUAL_PAGES, _MOST_PAGES = 48, 280
"""From how many pages on a source needs more than the default, and how many fit into its time at 3 s a page."""


def name_of(url: str, taken: Collection[str]) -> str:
    """Make a short free name of an address: the shop's where a host has many, else its domain's, else the host.

    >>> name_of("https://api.silver-birch.com/", ()), name_of("https://api.silver-birch.com/", ("silver-birch",))
    ('silver-birch', 'api-silver-birch-com')
    """
    host = urls.host_of(url)
    domain = (registrable(host) or host).partition(".")[0]
    path = [part for part in urls.path_of(url).split("/") if part and part != "s"]
    shop = canonical("shop", url)
    own = [f"{shop.replace(':shop:', '-')}"] if shop else []
    if host in ("t.me", "telegram.me", "github.com", "raw.githubusercontent.com") and path:
        own = ["-".join([domain if host != "t.me" else "tg", *path[:2]])]
    for wanted in (
        *own,
        domain,
        host,
        f"{host}-{'-'.join(path)}",
        f"{domain}-{sha256(url.encode()).hexdigest()[:6]}",
    ):
        name = _BAD.sub("-", wanted.lower()).strip("-")[:_LONGEST].strip("-")
        if name and name not in taken:
            return name
    raise ValueError(f"no name is free for {url}")


def write_source(folder: Path, said: Probed, *, loopback: bool, bundle: Path | None) -> None:
    """Write a source's folder: what it runs by which evidence, a schedule of its own, and a contract from its sample."""
    folder.mkdir(parents=True)
    minute = int(sha256(folder.name.encode()).hexdigest(), 16) % 60
    keys: dict[str, Any] = {"platform": said.platform, "start": [said.url], "schedule": f"{minute} */6 * * *"}
    if loopback:
        keys |= {"loopback": True, "delay_seconds": 0}
    if bundle is not None and (pages := _pages_wanted(bundle)) > _USUAL_PAGES:
        keys["max_pages"] = min(_MOST_PAGES, pages + pages // 4)
    if bundle is not None and (contract := contract_of(said.platform, bundle)):
        keys["contract"] = contract
    text = yaml.safe_dump(keys, sort_keys=False, allow_unicode=True)
    note = f"# Added {datetime.now(UTC):%Y-%m-%d}: {said.platform}, by {' '.join(said.evidence.split())}.\n"
    (folder / "source.yml").write_text(note + text, "utf-8")
    if bundle is not None:
        _write_samples(folder / "samples", said.platform, bundle)


def contract_of(platform: str, bundle: Path) -> dict[str, Any]:
    """Learn what a healthy run gives: what its pages hold; and half to tenfold the goods, where all pages were read."""
    run = run_of(bundle)
    if run is None or run.verdict != "ok" or not run.listings:
        return {}
    pages = []
    for page in pages_of(bundle):
        with suppress(PageChangedError):
            pages.append((page, PLATFORMS[platform].read(page)))
    counts = {"min_listings": max(1, run.listings // 2), "max_listings": max(100, 10 * run.listings)}
    return (counts if run.covers_all else {}) | {
        "shape": shape_of(pages) | needs_of(PLATFORMS[platform].read, pages)
    }


def _pages_wanted(bundle: Path) -> int:
    """Give how many pages the sample's run would have asked for, as it says itself."""
    run = run_of(bundle)
    said = _OF_PAGES.search(run.reason) if run else None
    return int(said[1]) if said else 0


def _write_samples(folder: Path, platform: str, bundle: Path) -> None:
    for number, page in enumerate(pages_of(bundle), 1):
        if number > SAMPLES:
            return
        place = folder / f"{number:02}-{_BAD.sub('-', page.role.lower()).strip('-') or 'page'}"
        place.mkdir(parents=True)
        end = "json" if page.text.lstrip()[:1] in ("{", "[") else "html"
        (place / f"page.{end}").write_bytes(page.body)
        meta = {"url": page.url, "role": page.role, "status": page.status, "media_type": page.media_type}
        _write_json(place / "meta.json", meta)
        _write_json(place / "reading.json", _read(platform, page))


def pages_of(bundle: Path) -> Iterator[Page]:
    """Give a bundle's pages as their reader was handed them, walls left out."""
    records = {one.url: one for one in read_bundle(bundle) if isinstance(one, PageRecord) and not one.blocked}
    for url, headers, body in read_pages(bundle):
        if one := records.get(url):
            yield Page(
                url=url, body=body, headers=headers, status=one.status, role=one.role, media_type=one.media_type,
                rendered=one.rendered, fetched_at=one.fetched_at, snapshot=one.snapshot,
            )  # fmt: skip


def _read(platform: str, page: Page) -> dict[str, Any]:
    try:
        reading = PLATFORMS[platform].read(page)
    except PageChangedError as error:
        return {"changed": str(error)}
    found: dict[str, Any] = _READING.dump_python(reading, mode="json", exclude_defaults=True)
    return found


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
