"""Pages taken out of WARC files: the file is written anew aside and renamed, the rows stay as tombstones.

A marker beside the file stands from before the rename until after the commit, so that a crash between the two is
healed: places are then found again by digest (`heal`).
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from store.custody import last_link, next_link
from store.evidence_files import find_members, headers_at, sync_directory
from store.locks import file_lock
from store.schema import TABLES

_SNAPSHOT = TABLES["snapshot"]
_WAIT = 300.0
MARKER = ".rewritten"


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
    """Take pages out of their files and mark their rows as purged; call `settle` once the transaction is committed."""
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
    marker = path.with_name(path.name + MARKER)
    marker.touch()
    sync_directory(path.parent)
    part.replace(path)
    sync_directory(path.parent)
    return Rewritten(day, before, _hash(path), frozenset(digests))


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
        purged = row.purged_at or (now if row.sha256 in gone else None)
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


def settle(evidence_dir: Path, done: Collection[Rewritten]) -> None:
    """Take the markers of rewritten files away, after the commit."""
    for one in done:
        (evidence_dir / (one.day + MARKER)).unlink(missing_ok=True)


def heal(connection: Connection, evidence_dir: Path, now: datetime) -> int:
    """Find places again in files whose rewriting was cut off before its commit; gives their number."""
    markers = sorted(evidence_dir.rglob(f"*{MARKER}")) if evidence_dir.is_dir() else []
    for marker in markers:
        path = marker.with_name(marker.name.removesuffix(MARKER))
        day = path.relative_to(evidence_dir).as_posix()
        rows = connection.execute(select(_SNAPSHOT.c.sha256).where(_SNAPSHOT.c.warc_file == day))
        held = {member.sha256 for member in find_members(path)}
        _replace_rows(connection, evidence_dir, day, {row.sha256 for row in rows} - held, now)
        marker.unlink()
    return len(markers)


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
    with (
        file_lock(evidence_dir / ".lock", _WAIT, f"another process keeps evidence in {evidence_dir}"),
        path.open("ab") as target,
    ):
        offset = target.tell()
        target.write(member)
        target.flush()
        os.fsync(target.fileno())
    number, link = last_link(connection, day)
    row = {
        **{name: getattr(page, name) for name in ("url", "media_type", "fetched_at", "run_id", "role", "status", "rendered")},
        "sha256": digest, "size": len(body), "warc_file": day, "warc_offset": offset, "warc_length": len(member),
        "chain_at": number + 1, "chain": next_link(link, digest),
    }  # fmt: skip
    key = connection.execute(insert(_SNAPSHOT).values(**row)).inserted_primary_key
    assert key is not None
    return int(key[0])


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
