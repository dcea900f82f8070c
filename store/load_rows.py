"""The rows of one run: what is new or changed against the database, written in bulk.

Rows that state something wait until all are known: only the pages that they name are kept as evidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, select

from store.bulk import insert_many
from store.evidence import BundlePages, keep_pages
from store.load_read import Bundle
from store.records import Place
from store.run_records import ListingRecord
from store.schema import TABLES
from store.words import text_digest, words_digest

_BATCH = 500
Row = dict[str, Any]


@dataclass
class Loading:
    """One bundle on its way into the database, inside one transaction."""

    connection: Connection
    bundle: Bundle
    evidence_dir: Path
    waiting: dict[str, list[Row]] = field(default_factory=dict)
    sellers: dict[str, int] = field(default_factory=dict)
    listings: dict[str, int] = field(default_factory=dict)
    offers: dict[str, int] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The source's name."""
        return self.bundle.run.source

    def prove(self, table: str, row: Row, snapshot: str, place: Place) -> None:
        """Let a row that states something wait for its snapshot's id."""
        row["snapshot"] = snapshot
        row["pointer"] = place.pointer
        row["span_start"] = place.start
        row["span_end"] = place.end
        self.waiting.setdefault(table, []).append(row)

    def write_waiting(self) -> dict[str, int]:
        """Keep the pages that waiting rows name, write the rows, and give their number by table."""
        wanted = {row["snapshot"] for rows in self.waiting.values() for row in rows}
        ids = self.keep(wanted)
        for table, rows in self.waiting.items():
            for row in rows:
                row["snapshot_id"] = ids[row.pop("snapshot")]
            insert_many(self.connection, TABLES[table], rows)
        return {table: len(rows) for table, rows in self.waiting.items()}

    def keep(self, wanted: Iterable[str]) -> dict[str, int]:
        """Keep pages as evidence, and give the ids of their snapshot rows."""
        bundle = self.bundle
        day = bundle.run.finished_at.date()
        pages = BundlePages(bundle.run.run_id, day, bundle.warc, bundle.members, bundle.pages)
        return keep_pages(self.connection, self.evidence_dir, pages, wanted)

    def write(self, table: str, rows: Sequence[Row]) -> None:
        """Write rows that need no proof."""
        insert_many(self.connection, TABLES[table], rows)

    def ids(self, query: Select[Any]) -> dict[str, int]:
        """Read a map of key to id."""
        return {row[0]: row[1] for row in self.connection.execute(query)}


def save_sellers(loading: Loading) -> None:
    """Save the sellers that a run names, and the names that they went by for the first time."""
    bundle, seller, name = loading.bundle, TABLES["seller"], TABLES["seller_name"]
    query = select(seller.c.key, seller.c.id).where(seller.c.source == loading.source)
    known = loading.ids(query)
    keys = {listing.seller_key for listing in bundle.listings.values()}
    keys |= {sighting.seller_key for sighting in bundle.sightings}
    keys |= {masked.seller_key for masked in bundle.partials}
    fresh = sorted(keys - known.keys())
    loading.write("seller", [{"source": loading.source, "key": key} for key in fresh])
    loading.sellers = loading.ids(query) if fresh else known
    named = select(name.c.seller_id, name.c.name).join(seller, seller.c.id == name.c.seller_id)
    seen = {tuple(row) for row in loading.connection.execute(named.where(seller.c.source == loading.source))}
    for listing in bundle.listings.values():
        entry = (loading.sellers[listing.seller_key], listing.seller_name)
        if listing.seller_name and entry not in seen:
            seen.add(entry)
            row = {"seller_id": entry[0], "name": entry[1], "first_seen_at": bundle.seen_at(listing.snapshot)}
            loading.prove("seller_name", row, listing.snapshot, listing.place)


def save_listings(loading: Loading) -> None:
    """Save new listings, and the words of those that are new or were edited."""
    bundle, listing = loading.bundle, TABLES["listing"]
    query = select(listing.c.key, listing.c.id).where(listing.c.source == loading.source)
    known = loading.ids(query)
    fresh = [record for key, record in bundle.listings.items() if key not in known]
    rows = [
        {"source": loading.source, "key": record.key, "url": record.url, "posted_at": record.posted_at,
         "seller_id": loading.sellers[record.seller_key]}
        for record in fresh
    ]  # fmt: skip
    loading.write("listing", rows)
    loading.listings = loading.ids(query) if fresh else known
    last = _last_texts(loading)
    for record in bundle.listings.values():
        number = loading.listings[record.key]
        row = _text_row(record)
        if last.get(number) != row["text_sha256"]:
            row |= {"listing_id": number, "seen_at": bundle.seen_at(record.snapshot)}
            loading.prove("listing_text", row, record.snapshot, record.place)


def _last_texts(loading: Loading) -> dict[int, str]:
    listing, words = TABLES["listing"], TABLES["listing_text"]
    newest = (
        select(words.c.text_sha256)
        .where(words.c.listing_id == listing.c.id)
        .order_by(words.c.seen_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = select(listing.c.id, newest).where(listing.c.source == loading.source)
    return {row[0]: row[1] for row in loading.connection.execute(query)}


def _text_row(record: ListingRecord) -> Row:
    groups = json.dumps(list(record.groups), ensure_ascii=False) if record.groups else ""
    digest = text_digest(record.title, record.text, groups)
    words = words_digest(record.title, record.text)
    return {
        "title": record.title, "text": record.text, "groups": groups, "text_sha256": digest, "words_sha256": words,
    }  # fmt: skip


def save_identifiers(loading: Loading) -> None:
    """Save identifiers and where they were seen; each (identifier, seller, listing, role) once."""
    bundle = loading.bundle
    pairs = {(one.identifier.kind, one.identifier.normalised) for one in bundle.sightings}
    known = _known_identifiers(loading.connection, pairs)
    fresh = sorted(pairs - known.keys())
    loading.write("identifier", [{"kind": kind, "value": value} for kind, value in fresh])
    known |= _known_identifiers(loading.connection, fresh)
    seen = _seen_sightings(loading)
    for sighting in bundle.sightings:
        found = sighting.identifier
        number = known[found.kind, found.normalised]
        listing = None if sighting.listing_key is None else loading.listings[sighting.listing_key]
        once = (number, loading.sellers[sighting.seller_key], listing, found.role)
        if once in seen:
            continue
        seen.add(once)
        row = {
            "identifier_id": number, "seller_id": once[1], "listing_id": listing, "role": found.role,
            "written": found.value, "first_seen_at": bundle.seen_at(sighting.snapshot),
            "run_id": bundle.run.run_id, "reader": sighting.reader,
        }  # fmt: skip
        loading.prove("sighting", row, sighting.snapshot, sighting.place)


def _known_identifiers(
    connection: Connection, pairs: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], int]:
    identifier = TABLES["identifier"]
    by_kind: dict[str, list[str]] = {}
    for kind, value in pairs:
        by_kind.setdefault(kind, []).append(value)
    found: dict[tuple[str, str], int] = {}
    for kind, values in by_kind.items():
        for start in range(0, len(values), _BATCH):
            part = values[start : start + _BATCH]
            query = select(identifier.c.value, identifier.c.id)
            query = query.where(identifier.c.kind == kind, identifier.c.value.in_(part))
            found |= {(kind, value): number for value, number in connection.execute(query)}
    return found


def _seen_sightings(loading: Loading) -> set[tuple[int, int, int | None, str]]:
    sighting, seller = TABLES["sighting"], TABLES["seller"]
    query = (
        select(sighting.c.identifier_id, sighting.c.seller_id, sighting.c.listing_id, sighting.c.role)
        .join(seller, seller.c.id == sighting.c.seller_id)
        .where(seller.c.source == loading.source)
    )
    return {(row[0], row[1], row[2], row[3]) for row in loading.connection.execute(query)}


def save_signals(loading: Loading) -> None:
    """Save supply signals, each once for a listing or for the whole source."""
    bundle, signal = loading.bundle, TABLES["signal"]
    query = select(signal.c.listing_id, signal.c.name).where(signal.c.source == loading.source)
    seen = {(row[0], row[1]) for row in loading.connection.execute(query)}
    for record in bundle.signals:
        listing = None if record.listing_key is None else loading.listings[record.listing_key]
        once = (listing, record.signal.name)
        if once in seen:
            continue
        seen.add(once)
        row = {
            "source": loading.source, "listing_id": listing, "name": record.signal.name,
            "words": record.signal.words, "first_seen_at": bundle.seen_at(record.snapshot),
            "run_id": bundle.run.run_id,
        }  # fmt: skip
        loading.prove("signal", row, record.snapshot, record.place)
