"""Snapshots by SHA-256, kept in one WARC file a day; the members of a bundle's WARC are copied as they are.

A member is appended, and synced to disk, before the commit of the row that names it. A crash between the two leaves
members that no row names: whole ones are taken up by the rerun, a torn one is cut off.
"""

from __future__ import annotations

import hashlib
import io
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, func, insert, select
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from store.engine import Database, friendly
from store.errors import UserError
from store.locks import file_lock
from store.run_records import PageRecord
from store.schema import TABLES

MAX_MEMBER = 64 * 1024 * 1024
_CHUNK = 1 << 16
_WAIT = 300.0
_BATCH = 500
_SNAPSHOT = TABLES["snapshot"]


class EvidenceError(UserError):
    """Raised where kept bytes are missing, damaged or purged; the message says which."""


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member of a WARC file that holds one response: where it is, and what its body is."""

    sha256: str
    offset: int
    length: int
    size: int


@dataclass(frozen=True, slots=True)
class BundlePages:
    """The pages of one bundle: its WARC, what that holds, and the record of each page by its digest."""

    run_id: str
    day: date
    warc: Path
    members: Mapping[str, Member]
    pages: Mapping[str, PageRecord]


def find_members(path: Path, start: int = 0) -> Iterator[Member]:
    """List the responses of a WARC file from an offset on, hashing each body; ends before the first torn member.

    Raises:
        EvidenceError: where a member unpacks to more than any page may hold.
    """
    with path.open("rb") as stream:
        stream.seek(start)
        for offset, length, content in _unpack(stream, start):
            body = _body_of(content)
            if body is not None:
                yield Member(hashlib.sha256(body).hexdigest(), offset, length, len(body))


def _unpack(stream: BinaryIO, start: int) -> Iterator[tuple[int, int, bytes]]:
    """Give each whole gzip member: its offset, its length, what it holds."""
    offset, rest = start, b""
    while True:
        unpacker = zlib.decompressobj(wbits=31)
        parts, taken, room = [], 0, MAX_MEMBER
        while not unpacker.eof:
            chunk = rest or stream.read(_CHUNK)
            if not chunk:
                return
            try:
                part = unpacker.decompress(chunk, room)
            except zlib.error:
                return
            rest = unpacker.unconsumed_tail or unpacker.unused_data
            taken += len(chunk) - len(rest)
            room -= len(part)
            parts.append(part)
            if room <= 0:
                raise EvidenceError(f"a page of more than {MAX_MEMBER} bytes is no page")
        yield offset, taken, b"".join(parts)
        offset += taken


def _body_of(content: bytes) -> bytes | None:
    """Give the body of the one response that a member holds, None where it holds something else."""
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(content))), None)
    except (ArchiveLoadFailed, AttributeError, ValueError):  # warcio meets torn headers with AttributeError
        return None
    if record is None or record.rec_type != "response":
        return None
    body: bytes = record.raw_stream.read()
    return body


def keep_pages(
    connection: Connection, evidence_dir: Path, bundle: BundlePages, wanted: Iterable[str]
) -> dict[str, int]:
    """Keep the pages of a bundle that rows are about to name, and give the ids of their snapshot rows.

    Raises:
        EvidenceError: where the day's file is shorter than the database says.
        UserError: where the disk is full or read-only.
    """
    digests = sorted(set(wanted))
    known = _known(connection, digests)
    fresh = [digest for digest in digests if digest not in known]
    if fresh:
        with friendly(str(evidence_dir)):
            rows = _append(connection, evidence_dir, bundle, fresh)
        connection.execute(insert(_SNAPSHOT), rows)
        known |= _known(connection, fresh)
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
        orphans = _heal(path, _recorded_end(connection, name))
        places = _copy(bundle, path, [digest for digest in fresh if digest not in orphans])
    rows: list[dict[str, object]] = []
    for digest in fresh:
        member, page = (orphans.get(digest) or places[digest]), bundle.pages[digest]
        rows.append({
            "sha256": digest, "url": page.url, "media_type": page.media_type, "size": member.size,
            "fetched_at": page.fetched_at, "run_id": bundle.run_id, "warc_file": name,
            "warc_offset": member.offset, "warc_length": member.length,
        })  # fmt: skip
    return rows


def _recorded_end(connection: Connection, name: str) -> int:
    end = select(func.max(_SNAPSHOT.c.warc_offset + _SNAPSHOT.c.warc_length)).where(
        _SNAPSHOT.c.warc_file == name
    )
    return connection.execute(end).scalar() or 0


def _heal(path: Path, recorded: int) -> dict[str, Member]:
    """Cut a torn member off the file's end, and give the whole ones that no row of this database names."""
    size = path.stat().st_size if path.exists() else 0
    if size < recorded:
        raise EvidenceError(f"{path} is shorter than the database says: restore it from a backup")
    if size == recorded:
        return {}
    orphans = {member.sha256: member for member in find_members(path, recorded)}
    whole = max((member.offset + member.length for member in orphans.values()), default=recorded)
    if whole < size:
        with path.open("r+b") as stream:
            stream.truncate(whole)
    return orphans


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


def sync_directory(directory: Path) -> None:
    """Make the names in a directory outlive a power cut."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
    try:
        with path.open("rb") as stream:
            stream.seek(row.warc_offset)
            member = io.BytesIO(stream.read(row.warc_length))
    except FileNotFoundError as error:
        raise EvidenceError(
            f"{path} is missing: name the directory with --evidence, or restore it"
        ) from error
    body = next((_body_of(content) for _, _, content in _unpack(member, 0)), None)
    if body is None or hashlib.sha256(body).hexdigest() != sha256:
        raise EvidenceError(f"{path} is damaged at {row.warc_offset}: restore it from a backup")
    return body
