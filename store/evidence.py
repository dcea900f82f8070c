"""Snapshots by SHA-256, kept in one WARC file a day; the members of a bundle's WARC are copied as they are.

A member is appended, and synced to disk, before the commit of the row that names it. A crash between the two leaves
members that no row names: whole ones are taken up by the rerun, a torn one is cut off.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from store.custody import last_link, next_link
from store.engine import Database, friendly
from store.evidence_files import EvidenceError, Member, body_at, sync_directory
from store.locks import file_lock
from store.rewrite import find_orphans
from store.run_records import PageRecord
from store.schema import TABLES

_WAIT = 300.0
_BATCH = 500
_SNAPSHOT = TABLES["snapshot"]


@dataclass(frozen=True, slots=True)
class BundlePages:
    """The pages of one bundle: its WARC, what that holds, and the record of each page by its digest."""

    run_id: str
    day: date
    warc: Path
    members: Mapping[str, Member]
    pages: Mapping[str, PageRecord]


def keep_pages(
    connection: Connection, evidence_dir: Path, bundle: BundlePages, wanted: Iterable[str]
) -> dict[str, int]:
    """Keep the pages of a bundle that rows are about to name, with their pictures, and give the ids of their rows.

    Raises:
        EvidenceError: where the day's file is shorter than the database says.
        UserError: where the disk is full or read-only.
    """
    digests = sorted(set(wanted))
    known = _known(connection, digests)
    pages = [digest for digest in digests if digest not in known]
    shown = {digest: bundle.pages[digest].screenshot for digest in pages if bundle.pages[digest].screenshot}
    known |= _known(connection, sorted(set(shown.values())))
    fresh = [*(one for one in sorted(set(shown.values())) if one not in known), *pages]
    if fresh:
        with friendly(str(evidence_dir)):
            rows = _append(connection, evidence_dir, bundle, fresh)
        connection.execute(insert(_SNAPSHOT), rows)
        known |= _known(connection, fresh)
    for digest, picture in shown.items():
        pictured = update(_SNAPSHOT).where(_SNAPSHOT.c.id == known[digest])
        connection.execute(pictured.values(screenshot_id=known[picture]))
    return known


def _known(connection: Connection, digests: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(digests), _BATCH):
        part = digests[start : start + _BATCH]
        query = select(_SNAPSHOT.c.sha256, _SNAPSHOT.c.id).where(_SNAPSHOT.c.sha256.in_(part))
        found |= {row.sha256: row.id for row in connection.execute(query)}
    return found


def _append(
    connection: Connection, evidence_dir: Path, bundle: BundlePages, fresh: Sequence[str]
) -> list[dict[str, object]]:
    name = f"{bundle.day:%Y/%m/%d}.warc.gz"
    path = evidence_dir / name
    path.parent.mkdir(parents=True, exist_ok=True)
    busy = f"another process keeps evidence in {evidence_dir}: wait for it or end it"
    with file_lock(evidence_dir / ".lock", _WAIT, busy):
        orphans = find_orphans(connection, evidence_dir, name)
        places = _copy(bundle, path, [digest for digest in fresh if digest not in orphans])
    rows: list[dict[str, object]] = []
    number, link = last_link(connection, name)
    for digest in fresh:
        number, link = number + 1, next_link(link, digest)
        member, page = (orphans.get(digest) or places[digest]), bundle.pages[digest]
        rows.append({
            "sha256": digest, "url": page.url, "media_type": page.media_type, "size": member.size,
            "fetched_at": page.fetched_at, "run_id": bundle.run_id, "warc_file": name,
            "warc_offset": member.offset, "warc_length": member.length, "role": page.role,
            "status": page.status, "rendered": page.rendered, "chain_at": number, "chain": link,
        })  # fmt: skip
    return rows


def _copy(bundle: BundlePages, path: Path, fresh: Sequence[str]) -> dict[str, Member]:
    """Append members as they are and sync them to disk; a failed write takes back what it wrote."""
    places: dict[str, Member] = {}
    is_new = not path.exists()
    with path.open("ab") as target, bundle.warc.open("rb") as origin:
        end = target.tell()
        try:
            for digest in fresh:
                member = bundle.members[digest]
                origin.seek(member.offset)
                places[digest] = replace(member, offset=target.tell())
                target.write(origin.read(member.length))
            target.flush()
            os.fsync(target.fileno())
        except OSError:
            os.truncate(path, end)
            raise
    if is_new:
        sync_directory(path.parent)
    return places


def read_snapshot(database: Database, sha256: str, evidence_dir: Path) -> bytes:
    """Give the kept bytes of a snapshot, verified against its digest.

    Raises:
        EvidenceError: where no such snapshot is known, it was purged, or its file is missing or damaged.
    """
    with database.reading() as connection:
        row = connection.execute(select(_SNAPSHOT).where(_SNAPSHOT.c.sha256 == sha256)).first()
    if row is None:
        raise EvidenceError(f"no snapshot {sha256} is known: take the digest from a proof or from a feed")
    if row.purged_at is not None:
        raise EvidenceError(f"snapshot {sha256} was purged at {row.purged_at:%Y-%m-%d %H:%M} UTC")
    path = evidence_dir / row.warc_file
    if not path.exists():
        raise EvidenceError(f"{path} is missing: name the directory with --evidence, or restore it")
    body = body_at(path, row.warc_offset, row.warc_length)
    if body is None or hashlib.sha256(body).hexdigest() != sha256:
        raise EvidenceError(f"{path} is damaged at {row.warc_offset}: restore it from a backup")
    return body
