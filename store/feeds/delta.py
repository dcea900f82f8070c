"""What changed between two versions of a file: computed, applied, and put together; streams, but for what is gone.

The law: the former file and its delta give the new file, byte for byte. A delta is CSV: `op`, `op_reason`, `op_changed`,
then the columns of its file. Of a row that is there, the line is the new file's own; of one that is gone, it holds its
`row_id` and what Feed.gone lets it keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from store.feeds.csv_file import HashedFile, Size, parse, read_lines, to_line, wide_cells
from store.feeds.feed import RETRACTED, Column, Feed, Gone
from store.feeds.neutralise import neutralise
from store.feeds.table import Table, table_of_feed

ADD, MOD, DEL, UNLINK, RETRACT = OPS = ("ADD", "MOD", "DEL", "UNLINK", "RETRACT")
TAKEN_BACK_AT, WORDS = "taken_back_at", "words"
"""Columns of a file that names the claims that were taken back, and why; its delta is made first."""
COLUMNS = (Column("op"), Column("op_reason"), Column("op_changed"))
_OWN = len(COLUMNS)
CLAIM = "claim_id"


def is_gone(op: str, table: Table) -> bool:
    """Say whether a change takes its row away; what was taken back stays only where a column `status` says so."""
    return op in (DEL, UNLINK) or (op == RETRACT and not table.has_status)


class Sink(Protocol):
    """Where lines go."""

    def write(self, part: bytes, rows: int = 0) -> None:
        """Take bytes that hold so many rows."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a delta: `line` is the new file's own, or the cells of a tombstone as a line."""

    op: str
    reason: str
    changed: tuple[str, ...]
    line: bytes

    @property
    def raw(self) -> bytes:
        """The line of the delta."""
        own = [self.op, neutralise(self.reason)[0], " ".join(self.changed)]
        return to_line(own)[:-1] + b"," + self.line


def write_delta(
    old: Path, new: Path, feed: Feed, path: Path, retracted: dict[str, str]
) -> tuple[Size, dict[str, int]]:
    """Write what changed in a feed's file between two versions, and count it by operation.

    `retracted` collects the claims that were taken back, with the reason, for the feeds that follow; they say it of
    the rows that went with them.
    """
    table = table_of_feed(feed)
    counts = dict.fromkeys(OPS, 0)
    with wide_cells(), old.open("rb") as before, new.open("rb") as after, HashedFile(path) as file:
        file.write(to_line([column.name for column in COLUMNS] + table.header))
        for change in _changes(
            _Walk(before, table), _Walk(after, table), _Words(table, feed.gone, retracted)
        ):
            counts[change.op] += 1
            file.write(change.raw, 1)
    return file.size, counts


class _Walk:
    """Steps through the lines of a file; a line is taken apart only where it is asked for its cells."""

    def __init__(self, file: object, table: Table) -> None:
        self._lines = read_lines(file)  # type: ignore[arg-type] # a binary file
        self._table = table
        next(self._lines, None)
        self.step()

    def step(self) -> None:
        self.line = next(self._lines, None)
        self._cells: list[str] | None = None

    @property
    def cells(self) -> list[str]:
        if self._cells is None:
            self._cells = parse(self.line or b"")
        return self._cells

    @property
    def key(self) -> tuple[str, ...]:
        return self._table.sort_key(self.cells)


class _Words:
    """What is said of a change, by the words of its feed."""

    def __init__(self, table: Table, gone: Gone, retracted: dict[str, str]) -> None:
        self._table, self._gone, self._retracted = table, gone, retracted
        self._claim = table.header.index(CLAIM) if CLAIM in table.header else None
        self._reason = table.header.index("reason") if "reason" in table.header else None
        self._back = table.header.index(WORDS) if TAKEN_BACK_AT in table.header else None
        self._keeps = gone.keeps if gone.keeps is not None else table.key

    def new(self, walk: _Walk, former: Sequence[str] | None) -> Change:
        changed = () if former is None else tuple(
            name for name, was, now in zip(self._table.header, former, walk.cells, strict=True) if was != now
        )  # fmt: skip
        op, reason = (ADD, "") if former is None else (MOD, "")
        if self._back is not None and self._claim is not None:
            self._retracted[walk.cells[self._claim]] = walk.cells[self._back]
        taken_back = self._table.status(walk.cells) == RETRACTED
        if taken_back and (former is None or self._table.status(former) != RETRACTED):
            op = RETRACT
            reason = walk.cells[self._reason] if self._reason is not None else ""
            if self._claim is not None:
                self._retracted[walk.cells[self._claim]] = reason
        return Change(op, reason, changed, walk.line or b"")

    def gone(self, cells: Sequence[str]) -> Change:
        op, reason = self._gone.op, self._gone.reason
        if self._claim is not None and cells[self._claim] in self._retracted:
            said = self._retracted[cells[self._claim]]
            op, reason = (RETRACT, said) if self._gone.retracts else (op, f"the claim was retracted: {said}")
        return Change(op, reason, (), to_line(self._table.kept(cells, self._keeps)))


def _changes(old: _Walk, new: _Walk, words: _Words) -> Iterator[Change]:
    while old.line is not None or new.line is not None:
        if old.line == new.line:
            old.step()
            new.step()
        elif new.line is None or (old.line is not None and old.key < new.key):
            yield words.gone(old.cells)
            old.step()
        elif old.line is None or new.key < old.key:
            yield words.new(new, None)
            new.step()
        else:
            yield words.new(new, old.cells)
            old.step()
            new.step()


def read_delta(path: Path, table: Table) -> Iterator[tuple[Change, list[str]]]:
    """Give the changes of a delta, each with the cells of its row.

    Raises:
        ValueError: where it is no delta of this table.
    """
    with path.open("rb") as file:
        lines = read_lines(file)
        if parse(next(lines, b"")) != [column.name for column in COLUMNS] + table.header:
            raise ValueError("its first line does not name the columns of its file")
        for raw in lines:
            op, reason, changed, *cells = parse(raw)
            if op not in OPS or len(cells) != len(table.columns):
                raise ValueError(f"{op[:20]!r} with {len(cells)} cells is no change of this file")
            yield Change(op, reason, tuple(changed.split()), _after(raw)), cells


def _after(raw: bytes) -> bytes:
    """Give what stands behind a delta's own three cells, byte for byte."""
    at, quoted = 0, False
    for _ in range(_OWN):
        while quoted or raw[at : at + 1] != b",":
            quoted ^= raw[at : at + 1] == b'"'
            at += 1
        at += 1
    return raw[at:]


def apply_delta(old: Path, deltas: Path, table: Table, sink: Sink) -> None:
    """Write the lines of the new file, without its header, from the former file and the delta.

    Raises:
        ValueError: where it is no delta of this table.
    """
    gone = {table.row_id(cells) for change, cells in read_delta(deltas, table) if is_gone(change.op, table)}
    fresh = ((table.sort_key(cells), change.line) for change, cells in read_delta(deltas, table)
             if not is_gone(change.op, table))  # fmt: skip
    waiting = next(fresh, None)
    with old.open("rb") as file:
        lines = read_lines(file)
        next(lines, None)
        for raw in lines:
            cells = parse(raw)
            key = table.sort_key(cells)
            while waiting is not None and waiting[0] < key:
                sink.write(waiting[1], 1)
                waiting = next(fresh, None)
            if waiting is not None and waiting[0] == key:
                sink.write(waiting[1], 1)
                waiting = next(fresh, None)
            elif table.row_id(cells) not in gone:
                sink.write(raw, 1)
    while waiting is not None:
        sink.write(waiting[1], 1)
        waiting = next(fresh, None)


def join_deltas(paths: Sequence[Path], table: Table, path: Path) -> tuple[Size, dict[str, int]]:
    """Put deltas of versions that follow each other together into one; holds the changed rows in memory.

    Raises:
        ValueError: where one is no delta of this table.
    """
    found: dict[str, tuple[bool, Change, list[str]]] = {}
    for one in paths:
        for change, cells in read_delta(one, table):
            key = table.row_id(cells)
            new, former = (change.op == ADD, None) if key not in found else found[key][:2]
            gone_now = is_gone(change.op, table)
            if gone_now and new:
                del found[key]
            else:
                joined = change if gone_now else _joined(former, change, table.status(cells), new=new)
                found[key] = (new, joined, cells)
    gone = [change for _, change, _ in found.values() if is_gone(change.op, table)]
    fresh = sorted(
        (table.sort_key(cells), change)
        for _, change, cells in found.values()
        if not is_gone(change.op, table)
    )
    counts = dict.fromkeys(OPS, 0)
    with HashedFile(path) as file:
        file.write(to_line([column.name for column in COLUMNS] + table.header))
        for change in [*gone, *(change for _, change in fresh)]:
            counts[change.op] += 1
            file.write(change.raw, 1)
    return file.size, counts


def _joined(former: Change | None, change: Change, status: str, *, new: bool) -> Change:
    if former is None:
        return change
    changed = tuple(dict.fromkeys(former.changed + change.changed))
    taken_back = next((one for one in (change, former) if one.op == RETRACT and status == RETRACTED), None)
    if taken_back is not None:
        return Change(RETRACT, taken_back.reason, changed, change.line)
    return Change(ADD if new else MOD, "", () if new else changed, change.line)
