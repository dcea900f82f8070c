"""One feed as a CSV file: written batch by batch and hashed as it is written; read back line by line, cells undone."""

from __future__ import annotations

import csv
import gc
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Self

from store.feeds.cells import make_safe, row_ids, sort_keys, to_cells, to_lines
from store.feeds.feed import ESCAPED, Column, Feed, Moment
from store.feeds.neutralise import restore

BOM = b"\xef\xbb\xbf"
COMMENT = b"#"
TWICE = "a second row of the same key"
_LONGEST = 16 << 20


@dataclass(frozen=True, slots=True)
class Size:
    """What was written of one file."""

    bytes: int
    sha256: str
    rows: int


class HashedFile:
    """A file that is hashed as it is written, and on the disk when it is closed."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("wb")
        self._digest = hashlib.sha256()
        self._bytes = self._rows = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def write(self, part: bytes, rows: int = 0) -> None:
        """Add bytes that hold so many rows."""
        self._digest.update(part)
        self._bytes += len(part)
        self._rows += rows
        self._file.write(part)

    @property
    def size(self) -> Size:
        """What was written so far."""
        return Size(self._bytes, self._digest.hexdigest(), self._rows)


def hash_file(path: Path, rows: int) -> Size:
    """Hash a file that stands."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return Size(path.stat().st_size, digest.hexdigest(), rows)


def write_csv(moment: Moment, feed: Feed, path: Path, before: bytes = b"") -> Size:
    """Write a feed as RFC 4180 CSV in UTF-8 with LF line ends, after the bytes `before` (store/feeds/form.py).

    Raises:
        ValueError: where the feed's rows do not ascend by its key, or hold what a column's type cannot.
    """
    with HashedFile(path) as file, _uncollected():
        file.write(before + to_line(feed.header))
        for columns in _batches(moment, feed):
            file.write(to_lines(columns), len(columns[0]))
    return file.size


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles from walking the rows in the block: they have none, and it costs a fifth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def to_line(cells: Sequence[str]) -> bytes:
    """Write one row of safe cells as a line of CSV."""
    return to_lines([[cell] for cell in cells])


def _batches(moment: Moment, feed: Feed) -> Iterator[list[list[str]]]:
    """Give the columns of a file, batch by batch."""
    last: tuple[str, ...] | None = None
    first = len(feed.columns)
    for batch in feed.batches(moment):
        columns = to_cells(batch, feed.stated)
        keys = sort_keys(feed, columns)
        twice = _twice(feed, keys, last)
        last = keys[-1]
        ids = row_ids(feed, columns)
        escaped = make_safe(columns, feed.stated)
        whole = [*columns[:first], escaped, ids, *columns[first:]]
        if twice:
            moment.refused[TWICE] += len(twice)
            whole = [[cell for at, cell in enumerate(cells) if at not in twice] for cells in whole]
        if whole[0]:
            yield whole


def _twice(feed: Feed, keys: Sequence[tuple[str, ...]], last: tuple[str, ...] | None) -> set[int]:
    """Name the rows that repeat the key of the row before them.

    Raises:
        ValueError: where a row goes before the one before it.
    """
    former = [last if last is not None else (), *keys[:-1]]
    if all(map(tuple.__lt__, former, keys)):
        return set()
    for before, key in zip(former, keys, strict=True):
        if key < before:
            raise ValueError(f"{feed.name}: the row {key} goes before the row {before}")
    return {at for at, (before, key) in enumerate(zip(former, keys, strict=True)) if key == before}


def parse(raw: bytes) -> list[str]:
    """Give the cells of one line.

    Raises:
        csv.Error: where it is no line of CSV.
    """
    return next(csv.reader([raw.decode()], strict=True), [])


def read_lines(file: BinaryIO) -> Iterator[bytes]:
    """Give the header and the rows of a file as lines; a byte order mark and lines of comments before are left out."""
    first = file.readline(_LONGEST).removeprefix(BOM)
    while first.startswith(COMMENT):
        first = file.readline(_LONGEST)
    if first:
        yield first
    while line := file.readline(_LONGEST):
        yield line


def read_rows(path: Path, of: Sequence[Column]) -> Iterator[dict[str, str]]:
    """Give the rows of a file by the names of its columns, cells that were made safe undone, without `csv_escaped`.

    Raises:
        csv.Error: where it is no CSV.
        ValueError: where a row has another number of cells.
    """
    names = [column.name for column in of]
    with wide_cells(), path.open("rb") as file:
        lines = read_lines(file)
        next(lines, None)
        for cells in csv.reader((line.decode() for line in lines), strict=True):
            yield undo(dict(zip(names, cells, strict=True)))


@contextmanager
def wide_cells() -> Iterator[None]:
    """Let cells of up to 16 MiB be read in the block, where csv stops at 128 KiB."""
    limit = csv.field_size_limit(_LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def undo(row: dict[str, Any]) -> dict[str, Any]:
    """Undo what was made safe in a row."""
    for name in row.pop(ESCAPED).split():
        row[name] = restore(row[name])
    return row
