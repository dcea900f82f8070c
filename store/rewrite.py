"""Pages taken out of WARC files: the file is written anew aside and renamed, the rows stay as tombstones.

The former file stays beside it until after the commit. Where the commit fails, or a crash comes between, it takes its
place again, so that no page goes whose row still stands; after the commit it goes (`heal`).
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from store.custody import last_link, next_link
from store.engine import Database, friendly
from store.evidence_files import EvidenceError, Member, find_members, headers_at, sync_directory
from store.locks import file_lock
from store.schema import TABLES

_SNAPSHOT = TABLES["snapshot"]
_WAIT = 300.0
FORMER = ".former"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One day's file before and after: its hashes, and the digests of the pages that are gone."""

    day: str
    before: str
    after: str
    gone: frozenset[str]


def drop_pages(
    connection: Connection, evidence_dir: Path, pages: Collection[Row[Any]], now: datetime
) -> list[Rewritten]:
    """Take pages out of their files and mark their rows as purged; run it inside `rewriting`."""
    by_day: dict[str, set[str]] = {}
    for page in pages:
        by_day.setdefault(page.warc_file, set()).add(page.sha256)
    busy = f"another process keeps evidence in {evidence_dir}: wait for it or end it"
    done = []
    with file_lock(evidence_dir / ".lock", _WAIT, busy):
        for day, digests in sorted(by_day.items()):
            done.append(_rewrite(evidence_dir / day, day, digests))
            _replace_rows(connection, evidence_dir, day, digests, now)
    return done


def _rewrite(path: Path, day: str, digests: Collection[str]) -> Rewritten:
    before = _hash(path)
    part = path.with_name(path.name + ".part")
    try:
        _write_without(path, part, digests)
        former = path.with_name(path.name + FORMER)
        if not former.exists():  # what one transaction rewrites twice goes back to where it began
            os.link(path, former)
            sync_directory(path.parent)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_directory(path.parent)
    return Rewritten(day, before, _hash(path), frozenset(digests))


def _write_without(path: Path, part: Path, digests: Collection[str]) -> None:
    with path.open("rb") as origin, part.open("wb") as target:
        # what stands between two pages (a record of another kind) belongs to neither and stays
        at = 0
        for member in find_members(path):
            if member.sha256 in digests:
                _copy(origin, target, at, member.offset)
                at = member.offset + member.length
        _copy(origin, target, at, path.stat().st_size)
        target.flush()
        os.fsync(target.fileno())


def _copy(origin: Any, target: Any, start: int, end: int) -> None:  # noqa: ANN401 - two open files
    origin.seek(start)
    while start < end:
        chunk = origin.read(min(1 << 20, end - start))
        if not chunk:
            return
        target.write(chunk)
        start += len(chunk)


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _replace_rows(
    connection: Connection, evidence_dir: Path, day: str, gone: Collection[str], now: datetime
) -> None:
    places = {member.sha256: member for member in find_members(evidence_dir / day)}
    rows = connection.execute(select(_SNAPSHOT).where(_SNAPSHOT.c.warc_file == day)).all()
    changes = []
    for row in rows:
        member = places.get(row.sha256)
        # what was to go and did not, for the disk was full, is still there
        purged = row.purged_at or (now if row.sha256 in gone and member is None else None)
        place = (0, 0) if member is None else (member.offset, member.length)
        changes.append({"row": row.id, "offset": place[0], "length": place[1], "purged": purged})
    statement = update(_SNAPSHOT).where(_SNAPSHOT.c.id == bindparam("row"))
    connection.execute(
        statement.values(
            warc_offset=bindparam("offset"), warc_length=bindparam("length"),
            purged_at=bindparam("purged", type_=_SNAPSHOT.c.purged_at.type),
        ),
        changes,
    )  # fmt: skip


def relocate(connection: Connection, evidence_dir: Path, gone: Collection[str], now: datetime) -> None:
    """Find places again in a database from before pages were dropped: `gone` are the digests of all that ever were."""
    days: dict[str, set[str]] = {}
    for row in connection.execute(select(_SNAPSHOT).where(_SNAPSHOT.c.purged_at.is_(None))):
        if row.sha256 in gone and (evidence_dir / row.warc_file).exists():
            days.setdefault(row.warc_file, set()).add(row.sha256)
    for day, digests in sorted(days.items()):
        _replace_rows(connection, evidence_dir, day, digests, now)


@contextmanager
def rewriting(database: Database, evidence_dir: Path) -> Iterator[Connection]:
    """Run the block as one transaction over rows and evidence: where the rows do not stand, the files are as before.

    Raises:
        UserError: where disk, lock or file do not allow it.
    """
    with database.write_lock(), friendly(str(evidence_dir)):
        try:
            with database.writing() as connection:
                heal(connection, evidence_dir)
                yield connection
        except BaseException:
            with suppress(Exception), database.reading() as connection:
                heal(connection, evidence_dir)  # the next one that keeps or drops evidence tries again
            raise
        for former in cut_off(evidence_dir):
            former.unlink()


def heal(connection: Connection, evidence_dir: Path) -> int:
    """End what a crash cut off: files whose rewriting was never committed are put back, what was before others goes."""
    busy = f"another process keeps evidence in {evidence_dir}: wait for it or end it"
    formers = cut_off(evidence_dir)
    for former in formers:
        path = former.with_name(former.name.removesuffix(FORMER))
        with file_lock(evidence_dir / ".lock", _WAIT, busy):
            day = path.relative_to(evidence_dir).as_posix()
            if _told(connection, day, former) > _told(connection, day, path):
                former.replace(path)
                sync_directory(path.parent)
            else:
                former.unlink()
    return len(formers)


def cut_off(evidence_dir: Path) -> list[Path]:
    """Name the former files that still lie beside theirs: of a rewriting under way, or of one that was cut off."""
    return sorted(evidence_dir.rglob(f"*{FORMER}")) if evidence_dir.is_dir() else []


def _told(connection: Connection, day: str, path: Path) -> int:
    """Count the rows of a day whose pages stand in a file at the place that the row tells."""
    places = {member.sha256: (member.offset, member.length) for member in find_members(path)}
    query = select(_SNAPSHOT.c.sha256, _SNAPSHOT.c.warc_offset, _SNAPSHOT.c.warc_length)
    rows = connection.execute(query.where(_SNAPSHOT.c.warc_file == day, _SNAPSHOT.c.purged_at.is_(None)))
    return sum(places.get(row.sha256) == (row.warc_offset, row.warc_length) for row in rows)


def find_orphans(connection: Connection, evidence_dir: Path, day: str) -> dict[str, Member]:
    """Give the whole pages at a day's end that no row of this database names; one torn by a crash is cut off.

    Raises:
        EvidenceError: where the file is shorter than the database says.
    """
    path = evidence_dir / day
    end = func.max(_SNAPSHOT.c.warc_offset + _SNAPSHOT.c.warc_length)
    recorded = connection.execute(select(end).where(_SNAPSHOT.c.warc_file == day)).scalar() or 0
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


def keep_masked(connection: Connection, evidence_dir: Path, page: Row[Any], body: bytes, day: str) -> int:
    """Keep the masked copy of a page in a day's file, as a page of its own, and give its row's id."""
    digest = hashlib.sha256(body).hexdigest()
    known = connection.execute(select(_SNAPSHOT.c.id).where(_SNAPSHOT.c.sha256 == digest)).scalar()
    if known is not None:
        return int(known)
    member = _member(
        page, body, digest, headers_at(evidence_dir / page.warc_file, page.warc_offset, page.warc_length)
    )
    path = evidence_dir / day
    path.parent.mkdir(parents=True, exist_ok=True)
    with file_lock(evidence_dir / ".lock", _WAIT, f"another process keeps evidence in {evidence_dir}"):
        find_orphans(connection, evidence_dir, day)
        offset = _append(path, member)
    number, link = last_link(connection, day)
    row = {
        **{name: getattr(page, name) for name in ("url", "media_type", "fetched_at", "run_id", "role", "status", "rendered")},
        "sha256": digest, "size": len(body), "warc_file": day, "warc_offset": offset, "warc_length": len(member),
        "chain_at": number + 1, "chain": next_link(link, digest),
    }  # fmt: skip
    key = connection.execute(insert(_SNAPSHOT).values(**row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _append(path: Path, member: bytes) -> int:
    """Append a member, synced to disk, and give its place; a failed write takes back what it wrote."""
    with path.open("ab") as target:
        end = target.tell()
        try:
            target.write(member)
            target.flush()
            os.fsync(target.fileno())
        except OSError:
            os.truncate(path, end)
            raise
    return end


def _member(page: Row[Any], body: bytes, digest: str, headers: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    kept = [(name, value) for name, value in headers.items() if name != "content-length"]
    http = StatusAndHeaders(
        str(page.status), [*kept, ("Content-Length", str(len(body)))], protocol="HTTP/1.1"
    )
    head = http.to_ascii_bytes()
    said = {
        "WARC-Date": f"{page.fetched_at:%Y-%m-%dT%H:%M:%SZ}",
        "WARC-Payload-Digest": f"sha256:{digest}",
        "WARC-Block-Digest": f"sha256:{hashlib.sha256(head + body).hexdigest()}",
    }
    record = writer.create_warc_record(
        page.url,
        "response",
        payload=io.BytesIO(body),
        length=len(body),
        http_headers=http,
        warc_headers_dict=said,
    )
    writer.write_record(record)
    return stream.getvalue()
