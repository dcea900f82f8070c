"""Stored evidence read again by today's readers, and what they say otherwise than the rows; nothing is written.

A run is read as it stood: its own pages, and of every other page of its source the last one kept before, for a price
is two numbers on two pages and an unchanged page is kept once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, select

from crawlers.kept_pages import Rereading, pages_by_source
from crawlers.offers import SourceFacts
from crawlers.resolve import resolve
from store.load_offers import fingerprint
from store.records import plain
from store.run_records import OfferRecord, SightingRecord
from store.schema import TABLES

if TYPE_CHECKING:
    from store.records import Offer

_CHANGED, _NEW, _GONE = "changed", "new", "gone"
Settings = Mapping[str, tuple[str | None, str | None]]
"""The language and the currency that an operator's source.yml states, by source."""
Shown = tuple[str, str, str]
"""Kind, value and seller's key."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that today's reader reads otherwise: offer or identifier, its name, and the two readings in words."""

    what: str
    key: str
    how: str
    stored: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What reading one source again gave; `unread` counts pages that could not be read, by why (kept_pages.WHY)."""

    source: str
    runs: int
    pages: int
    same: int
    differences: tuple[Difference, ...]
    unread: Mapping[str, int] = field(default_factory=dict)


def replay(
    connection: Connection,
    evidence_dir: Path,
    settings: Settings,
    sources: Sequence[str],
    since: datetime | None,
) -> Iterator[Replayed]:
    """Read the kept pages of sources again, all where none is named, those fetched since a moment or all."""
    for source, rows in pages_by_source(connection, sources):
        language, currency = settings.get(source.name, (None, None))
        facts = SourceFacts(source.name, source.url, source.platform, language, currency)
        rereading = Rereading(facts, evidence_dir)
        yield _replay_source(connection, rereading, rows, since)


def _replay_source(
    connection: Connection, rereading: Rereading, rows: list[Row[Any]], since: datetime | None
) -> Replayed:
    state: dict[tuple[str, str], Row[Any]] = {}
    counts: Counter[str] = Counter()
    found: list[Difference] = []
    for _, pages in groupby(rows, key=lambda row: str(row.run_id)):
        own = list(pages)
        state |= {(row.url, row.role): row for row in own}
        if since is not None and own[-1].fetched_at < since:
            continue
        readable = [row for row in own if rereading.read(row) is not None]
        counts["pages"] += len(own)
        counts["runs"] += 1
        if readable:
            compared = _compare(connection, rereading, list(state.values()), readable)
            found += compared[1]
            counts["same"] += compared[0]
    unread = dict(rereading.unread)
    return Replayed(
        rereading.facts.name, counts["runs"], counts["pages"], counts["same"], tuple(found), unread
    )


def _compare(
    connection: Connection, rereading: Rereading, state: list[Row[Any]], own: list[Row[Any]]
) -> tuple[int, list[Difference]]:
    """Give how many values are read as they were, and what is read otherwise, on a run's own pages."""
    pairs = [pair for row in state if (pair := rereading.read(row)) is not None]
    day = max(row.fetched_at for row in own)
    facts = rereading.facts
    records = resolve(
        SourceFacts(facts.name, facts.url, facts.platform, facts.language, facts.currency, day.date()), pairs
    )
    ids = {row.id: row.sha256 for row in own}
    digests = set(ids.values())
    offers = {one.key: one for one in records if isinstance(one, OfferRecord)}
    same, found = 0, []
    stored = _stored_offers(connection, facts.name, day)
    proven = _proven_offers(connection, facts.name, list(ids))
    for key, record in offers.items():
        if record.snapshot not in digests:
            continue
        if key not in stored:
            found.append(Difference("offer", key, _NEW, now=words_of(record.offer)))
        elif stored[key] == fingerprint(record.offer):
            same += 1
        else:
            found.append(Difference("offer", key, _CHANGED, proven.get(key, ""), words_of(record.offer)))
    found += [Difference("offer", key, _GONE, said) for key, said in proven.items() if key not in offers]
    shown = {
        (one.identifier.kind, one.identifier.normalised, one.seller_key): one.snapshot
        for one in records
        if isinstance(one, SightingRecord)
    }
    known, here = _stored_sightings(connection, facts.name, list(ids))
    same += len(here & shown.keys())
    fresh = {one for one, snapshot in shown.items() if snapshot in digests and one not in known}
    found += [Difference("identifier", _named(one), _NEW) for one in sorted(fresh)]
    found += [Difference("identifier", _named(one), _GONE) for one in sorted(here - shown.keys())]
    return same, found


def words_of(offer: Offer) -> str:
    """Say in a few words what an offer states.

    >>> from store.records import Money, Offer
    >>> from decimal import Decimal
    >>> words_of(Offer(kind="account", product="chatgpt-plus", price=Money(Decimal(35), "CNY"), per="account"))
    'chatgpt-plus 35 CNY per account'
    """
    words = [offer.product or offer.provider or offer.kind]
    if offer.price is not None:
        words.append(f"{plain(offer.price.amount)} {offer.price.currency}")
    words += [f"per {offer.per}"] if offer.per else []
    words += [f"group {plain(offer.group)}"] if offer.group is not None else []
    words += [f"recharge {plain(offer.recharge)}"] if offer.recharge is not None else []
    return " ".join(words)


def _named(one: Shown) -> str:
    return f"{one[0]} {one[1]} of {one[2]}"


def _stored_offers(connection: Connection, source: str, until: datetime) -> dict[str, str]:
    """Give what each offer of a source last stated at a moment, as fingerprints."""
    offer, listing, seen = TABLES["offer"], TABLES["listing"], TABLES["observation"]
    query = (
        select(offer.c.key, seen.c.fingerprint)
        .join(offer, offer.c.id == seen.c.offer_id)
        .join(listing, listing.c.id == offer.c.listing_id)
        .where(listing.c.source == source, seen.c.observed_at <= until)
        .order_by(seen.c.observed_at)
    )
    return {row.key: row.fingerprint for row in connection.execute(query)}


def _proven_offers(connection: Connection, source: str, pages: list[int]) -> dict[str, str]:
    """Give what a source's offers stated on these pages; another source may have shown the very same bytes."""
    offer, listing, seen = TABLES["offer"], TABLES["listing"], TABLES["observation"]
    query = (
        select(offer.c.key, offer.c.product, seen.c.amount, seen.c.currency)
        .join(offer, offer.c.id == seen.c.offer_id)
        .join(listing, listing.c.id == offer.c.listing_id)
        .where(listing.c.source == source)
    )
    found = {}
    for row in connection.execute(query.where(seen.c.snapshot_id.in_(pages))):
        price = "no price" if row.amount is None else f"{plain(row.amount)} {row.currency}"
        found[row.key] = f"{row.product or 'unknown'} {price}"
    return found


def _stored_sightings(connection: Connection, source: str, pages: list[int]) -> tuple[set[Shown], set[Shown]]:
    """Give who a source shows at any time, and what was first seen on these pages."""
    sighting, seller, identifier = TABLES["sighting"], TABLES["seller"], TABLES["identifier"]
    query = (
        select(identifier.c.kind, identifier.c.value, seller.c.key, sighting.c.snapshot_id)
        .join(identifier, identifier.c.id == sighting.c.identifier_id)
        .join(seller, seller.c.id == sighting.c.seller_id)
        .where(seller.c.source == source)
    )
    rows = [tuple(row) for row in connection.execute(query)]
    return {row[:3] for row in rows}, {row[:3] for row in rows if row[3] in set(pages)}
