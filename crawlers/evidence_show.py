"""A kept page with what was read in it: each value, and the words around the place that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select, text

from crawlers.places import mark, text_at
from store.database import Database
from store.evidence import read_snapshot
from store.evidence_files import EvidenceError
from store.links.show import the_claim
from store.schema import TABLES
from store.short_ids import CLAIM, SHOWN, the_one

_MOST = 20
_READ = """
SELECT 'price' AS what, o.price_text AS value, o.pointer, o.span_start, o.span_end FROM observation o
WHERE o.snapshot_id = :page AND o.price_text <> ''
UNION ALL SELECT i.kind, s.written, s.pointer, s.span_start, s.span_end FROM sighting s
JOIN identifier i ON i.id = s.identifier_id WHERE s.snapshot_id = :page
UNION ALL SELECT 'fact ' || f.name, f.value, f.pointer, f.span_start, f.span_end FROM fact f WHERE f.snapshot_id = :page
UNION ALL SELECT 'signal ' || g.name, g.words, g.pointer, g.span_start, g.span_end FROM signal g WHERE g.snapshot_id = :page
UNION ALL SELECT 'listing', t.title, t.pointer, t.span_start, t.span_end FROM listing_text t
WHERE t.snapshot_id = :page AND t.title <> ''
ORDER BY 1, 2, 3, 4
"""
_OF_OFFER = """
SELECT DISTINCT s.sha256 FROM observation o JOIN offer ON offer.id = o.offer_id JOIN snapshot s ON s.id = o.snapshot_id
WHERE offer.key = :key
"""
_OF_CLAIM = """
SELECT DISTINCT s.sha256 FROM claim c JOIN link_hop h ON h.link_id = c.link_id JOIN snapshot s ON s.id = h.snapshot_id
WHERE c.id = :key
"""
_LEAST = 4
"""Characters of a digest or of a claim's own part: fewer name nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that was read, its place, and the words there with the value marked."""

    what: str
    value: str
    place: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A kept page and the values that rows say were read in it."""

    sha256: str
    url: str
    about: str
    body: bytes
    marks: tuple[Mark, ...]
    screenshot: str | None = None
    """The SHA-256 of its picture, where one is kept."""

    def as_json(self) -> dict[str, Any]:
        """Give all but the bytes, as `--json` shows it."""
        return {name: value for name, value in asdict(self).items() if name != "body"}


def show_pages(database: Database, evidence_dir: Path, wanted: str) -> list[Shown]:
    """Give the pages that an id names: a page's digest or its beginning, a claim's or an offer's id.

    Raises:
        EvidenceError: where it names none or several pages, or their bytes are purged, missing or damaged.
    """
    snapshot = TABLES["snapshot"]
    with database.reading() as connection:
        rows = _named(connection, wanted.strip())
        read = {row.id: connection.execute(text(_READ), {"page": row.id}).all() for row in rows}
        query = select(snapshot.c.id, snapshot.c.sha256).where(
            snapshot.c.id.in_({row.screenshot_id for row in rows} - {None}), snapshot.c.purged_at.is_(None)
        )
        pictures = {row.id: row.sha256 for row in connection.execute(query)}
    return [
        _shown(row, read[row.id], read_snapshot(database, row.sha256, evidence_dir), pictures) for row in rows
    ]


def _named(connection: Connection, wanted: str) -> list[Row[Any]]:
    snapshot = TABLES["snapshot"]
    query = select(snapshot).order_by(snapshot.c.id)
    wanted = _whole_claim(connection, wanted) if wanted.startswith(CLAIM) else wanted
    for statement in (_OF_CLAIM, _OF_OFFER):
        digests = [row.sha256 for row in connection.execute(text(statement), {"key": wanted})]
        if digests:
            return list(connection.execute(query.where(snapshot.c.sha256.in_(digests))).all())
    if not wanted or set(wanted.lower()) - set("0123456789abcdef"):
        raise EvidenceError(
            f"no page, claim or offer is named {wanted!r}: take the id from a proof or a feed"
        )
    if len(wanted) < _LEAST:
        raise EvidenceError(f"{wanted!r} is too short for a digest: give at least its first {_LEAST} digits")
    found = list(
        connection.execute(query.where(snapshot.c.sha256.like(f"{wanted.lower()}%")).limit(SHOWN + 1))
    )
    the_one([row.sha256 for row in found], wanted, "page", "take the digest from a proof or from a feed")
    return found


def _whole_claim(connection: Connection, start: str) -> str:
    """Give the one claim whose id begins so."""
    if len(start) < len(CLAIM) + _LEAST:
        raise EvidenceError(
            f"{start!r} is too short for a claim: give at least {_LEAST} digits after {CLAIM}"
        )
    claim = the_claim(connection, start)
    if claim.status != "active":
        raise EvidenceError(f"claim {claim.id} was retracted: no page proves it any more")
    return claim.id


def _shown(row: Row[Any], read: Iterable[Row[Any]], body: bytes, pictures: Mapping[int, str]) -> Shown:
    about = (
        f"fetched {row.fetched_at:%Y-%m-%d %H:%M:%S} UTC, {row.media_type}, {row.size} bytes, status {row.status}; "
        f"{row.warc_file} at {row.warc_offset}, link {row.chain_at} {row.chain}"
    )
    picture = pictures.get(row.screenshot_id)
    return Shown(row.sha256, row.url, about, body, tuple(_marks(read, body)), picture)


def _marks(read: Iterable[Row[Any]], body: bytes) -> Iterable[Mark]:
    texts: dict[str, str | None] = {}
    for found in list(read)[:_MOST]:
        if found.pointer not in texts:
            texts[found.pointer] = text_at(body, found.pointer)
        whole = text_at(body, "") or ""
        span = (found.span_start, found.span_end)
        there = texts[found.pointer]
        excerpt = (mark(there, found.value, span) if there is not None else None) or mark(
            whole, found.value, (None, None)
        )
        place = found.pointer or "the whole page"
        if found.span_start is not None:
            place += f", characters {found.span_start} to {found.span_end}"
        yield Mark(
            found.what, found.value, place, excerpt or "(its words were put together from several places)"
        )
