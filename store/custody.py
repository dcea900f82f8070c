"""The chain of custody: a SHA-256 chain for each day's file over the digests of what was kept, in the order of keeping.

A link is the hash of the one before and of the page's digest. It runs over digests alone, so it still holds when a
page's bytes were purged: the row stays as the tombstone (DESIGN law 11).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select

from store.evidence_files import body_at, digests_in
from store.schema import TABLES

_SNAPSHOT = TABLES["snapshot"]


@dataclass(frozen=True, slots=True)
class DayReport:
    """What stands in one day's file: pages kept and purged, the chain's last link, and every fault, in words."""

    day: str
    kept: int
    purged: int
    head: str
    faults: tuple[str, ...] = ()


def first_link(day: str) -> str:
    """Give the link before the first page of a day's file (`2026/11/24.warc.gz`)."""
    return hashlib.sha256(f"resalewatch evidence {day}".encode()).hexdigest()


def next_link(before: str, digest: str) -> str:
    """Give the link of a page from the one before it.

    >>> next_link("a" * 64, "b" * 64)[:16]
    '10b88f6109ff758a'
    """
    return hashlib.sha256(f"{before} {digest}".encode()).hexdigest()


def last_link(connection: Connection, day: str) -> tuple[int, str]:
    """Give the number and the link of the last page of a day's file."""
    newest = select(_SNAPSHOT.c.chain_at, _SNAPSHOT.c.chain).where(_SNAPSHOT.c.warc_file == day)
    row = connection.execute(newest.order_by(_SNAPSHOT.c.chain_at.desc()).limit(1)).first()
    return (0, first_link(day)) if row is None else (row.chain_at, row.chain)


def check_days(
    connection: Connection, evidence_dir: Path, heads: Mapping[str, tuple[int, str]] | None = None
) -> Iterator[DayReport]:
    """Check every day's file: its chain link by link, each page's bytes against its digest, what was purged for absence.

    `heads` are links written down before, by day: number and link; the chain must still pass through them.
    """
    known = dict(heads or {})
    query = select(_SNAPSHOT).order_by(_SNAPSHOT.c.warc_file, _SNAPSHOT.c.chain_at)
    for day, rows in groupby(connection.execute(query), key=lambda row: str(row.warc_file)):
        yield _check_day(day, list(rows), evidence_dir / day, known.pop(day, None))
    for day, (number, _) in sorted(known.items()):
        yield DayReport(day, 0, 0, "", (f"all {number} pages that were here are gone from the database",))


def _check_day(day: str, rows: list[Row[Any]], path: Path, head: tuple[int, str] | None) -> DayReport:
    faults = [*_chain_faults(day, rows, head), *_byte_faults(rows, path)]
    purged = sum(row.purged_at is not None for row in rows)
    return DayReport(day, len(rows) - purged, purged, rows[-1].chain, tuple(faults))


def _chain_faults(day: str, rows: Iterable[Row[Any]], head: tuple[int, str] | None) -> Iterator[str]:
    link = first_link(day)
    at: dict[int, str] = {}
    for number, row in enumerate(rows, 1):
        link = next_link(link, row.sha256)
        at[row.chain_at] = link
        if row.chain_at != number or row.chain != link:
            yield f"the chain breaks at page {number}: a row was changed, added or removed"
            return
    if head is not None and at.get(head[0]) != head[1]:
        yield f"page {head[0]} had the link {head[1]} when it was written down, and has not now"


def _byte_faults(rows: Iterable[Row[Any]], path: Path) -> Iterator[str]:
    gone = set()
    for row in rows:
        if row.purged_at is not None:
            gone.add(row.sha256)
            continue
        body = body_at(path, row.warc_offset, row.warc_length)
        if body is None or hashlib.sha256(body).hexdigest() != row.sha256:
            yield f"page {row.sha256} is {'missing' if body is None else 'damaged'} at {row.warc_offset}"
    if gone:
        for digest in sorted(gone & digests_in(path)):
            yield f"page {digest} was purged, and its bytes are still there"
