"""A retro-hunt: a list of values put to all kept pages, as today's readers read them; the first day each stood there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, select

from crawlers.kept_pages import Rereading, pages_by_source
from crawlers.offers import SourceFacts
from crawlers.resolve import resolve
from store.matching import comparable
from store.run_records import SightingRecord
from store.schema import TABLES

Value = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a value first stood in the evidence; `recorded_at` is when a row first named it, None where none does."""

    kind: str
    value: str
    first_seen_at: datetime
    source: str
    seller: str
    url: str
    sha256: str
    place: str
    recorded_at: datetime | None


def hunt(
    connection: Connection, evidence_dir: Path, wanted: Iterable[Value]
) -> tuple[list[Trace], Mapping[str, int]]:
    """Find the first page that shows each wanted value; beside it how many pages could not be read, by why.

    Values compare as links do: a WhatsApp is a phone number (store/matching.py).
    """
    as_asked: dict[Value, Value] = {}
    for kind, value in wanted:
        as_asked |= {(same, value): (kind, value) for same in comparable(kind)}
    first: dict[Value, Trace] = {}
    unread: dict[str, int] = {}
    for source, rows in pages_by_source(connection, ()):
        rereading = Rereading(SourceFacts(source.name, source.url, source.platform), evidence_dir)
        for row, sighting in _sightings(rereading, rows):
            found = as_asked.get((sighting.identifier.kind, sighting.identifier.normalised))
            if found is not None and (found not in first or row.fetched_at < first[found].first_seen_at):
                first[found] = _trace(connection, source.name, found, row, sighting)
        for why, count in rereading.unread.items():
            unread[why] = unread.get(why, 0) + count
    return sorted(first.values(), key=lambda one: (one.first_seen_at, one.kind, one.value)), unread


def _sightings(rereading: Rereading, rows: Iterable[Row[Any]]) -> Iterator[tuple[Row[Any], SightingRecord]]:
    for row in rows:
        pair = rereading.read(row)
        if pair is not None:
            for record in resolve(rereading.facts, [pair]):
                if isinstance(record, SightingRecord):
                    yield row, record


def _trace(connection: Connection, source: str, found: Value, row: Row[Any], one: SightingRecord) -> Trace:
    sighting, identifier = TABLES["sighting"], TABLES["identifier"]
    query = (
        select(func.min(sighting.c.first_seen_at, type_=sighting.c.first_seen_at.type))
        .join(identifier, identifier.c.id == sighting.c.identifier_id)
        .where(identifier.c.kind.in_(comparable(found[0])), identifier.c.value == found[1])
    )
    recorded = connection.execute(query).scalar()
    return Trace(
        *found, row.fetched_at, source, one.seller_key, row.url, row.sha256, one.place.pointer, recorded
    )
