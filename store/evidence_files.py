"""WARC files as they stand on disk: gzip members that hold one record each, found and read at their places."""

from __future__ import annotations

import hashlib
import io
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from store.errors import UserError

MAX_MEMBER = 64 * 1024 * 1024
_CHUNK = 1 << 16


class EvidenceError(UserError):
    """Raised where kept bytes are missing, damaged or purged; the message says which."""


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member of a WARC file that holds one page or picture: where it is, and what its body is."""

    sha256: str
    offset: int
    length: int
    size: int


def find_members(path: Path, start: int = 0) -> Iterator[Member]:
    """List the pages and pictures of a WARC file from an offset on, hashing each; ends before the first torn member.

    Raises:
        EvidenceError: where a member unpacks to more than any page may hold.
    """
    with path.open("rb") as stream:
        stream.seek(start)
        for offset, length, content in unpack(stream, start):
            body = body_of(content)
            if body is not None:
                yield Member(hashlib.sha256(body).hexdigest(), offset, length, len(body))


def digests_in(path: Path) -> set[str]:
    """Give the digests of all pages that a file holds; of a file that is not there none."""
    return {member.sha256 for member in find_members(path)} if path.exists() else set()


def unpack(stream: BinaryIO, start: int) -> Iterator[tuple[int, int, bytes]]:
    """Give each whole gzip member: its offset, its length, what it holds.

    Raises:
        EvidenceError: where a member unpacks to more than any page may hold.
    """
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


def body_of(content: bytes) -> bytes | None:
    """Give the body of the one page or picture that a member holds, None where it holds something else."""
    try:
        record = _kept(content)
    except (ArchiveLoadFailed, AttributeError, ValueError):  # warcio meets torn headers with AttributeError
        return None
    if record is None:
        return None
    body: bytes = record.raw_stream.read()
    return body


def _kept(content: bytes) -> Any:  # noqa: ANN401 - warcio ships no types
    record = next(iter(ArchiveIterator(io.BytesIO(content))), None)
    return record if record is not None and record.rec_type in ("response", "resource") else None


def member_at(path: Path, offset: int, length: int) -> bytes | None:
    """Give what the member at a place unpacks to, None where there is no whole one."""
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            member = io.BytesIO(stream.read(length))
    except FileNotFoundError:
        return None
    return next((content for _, _, content in unpack(member, 0)), None)


def body_at(path: Path, offset: int, length: int) -> bytes | None:
    """Give the body of the page or picture at a place, None where there is none."""
    content = member_at(path, offset, length)
    return None if content is None else body_of(content)


def headers_at(path: Path, offset: int, length: int) -> dict[str, str]:
    """Give the reply's own headers of the response at a place, names in lower case."""
    content = member_at(path, offset, length)
    record = None if content is None else _kept(content)
    if record is None or record.http_headers is None:
        return {}
    return {str(name).lower(): str(value) for name, value in record.http_headers.headers}


def sync_directory(directory: Path) -> None:
    """Make the names in a directory outlive a power cut."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
