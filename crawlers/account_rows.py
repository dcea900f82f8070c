"""Long lists of known accounts, a value a line, at the rate of millions: what stands as in the line before is not read again.

What it does not know for plain it leaves to the reader of every list, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import repeat
from operator import itemgetter
from typing import Any

from crawlers.known_values import all_canonical
from crawlers.list_blocks import Block, Row
from crawlers.lists import ListFile, ListLine
from store.known_records import AccountFields, AccountLine, AccountRun, KnownValue, Rejected

Shared = tuple[str, str, AccountFields]
"""What the lines of one account have in common: provider, account_ref, fields."""
_SINGLE = ("digest", "pepper_id", "derivation", "valid_from", "valid_until")
"""Columns of a long list that say something of one value."""


@dataclass(frozen=True, slots=True)
class LongReader:
    """How a long list is read.

    `read_value` takes a kind and a value, `share` gives what a line's account is, `look` reads a line that needs more.
    `canonical` takes values that are shaped so as they stand, a block at once.
    """

    read_value: Callable[[str, str], KnownValue | str]
    share: Callable[[dict[str, str]], Shared]
    look: Callable[[ListLine], AccountLine | Rejected]
    canonical: bool = False

    def read(self, source: ListFile) -> Iterator[AccountLine | AccountRun | Rejected]:
        """Read a list line by line, or in runs of one account's lines.

        Raises:
            UserError: where the file can no longer be read.
        """
        lines = _Lines(source, self)
        for block in source.blocks():
            runs = lines.runs(block) if self.canonical else None
            yield from runs if runs is not None else lines.single(block)


def _end(refs: list[str], start: int) -> int:
    """Find where a run of the same reference ends."""
    ref, end = refs[start], start + 1
    while end < len(refs) and refs[end] == ref:
        end += 1
    return end


@dataclass(slots=True)
class _Run:
    """Lines of one account in the making, from the number `start` on; those that need a look have no account here."""

    start: int
    shared: Shared | None
    kinds: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def whole(self) -> Iterator[AccountRun]:
        """Give the run, where there is one."""
        if self.shared is not None:
            yield AccountRun(self.start, *self.shared, self.kinds, self.values)


class _Lines:
    def __init__(self, source: ListFile, reader: LongReader) -> None:
        self._source, self._reader = source, reader
        columns = source.columns
        self._kind, self._value = columns.index("kind"), columns.index("value")
        self._ref = columns.index("account_ref")
        self._own = [at for at in range(len(columns)) if at not in (self._kind, self._value)]
        self._said_in: Callable[[tuple[str, ...]], Any] = itemgetter(*self._own, *self._own[:1])
        self._blank = [at for at, name in enumerate(columns) if name in _SINGLE]
        self._said: Any = None
        self._shared: Shared | None = None

    def single(self, block: Block) -> Iterator[AccountLine | AccountRun | Rejected]:
        """Read a block line by line; plain lines of one account that follow one another are given together."""
        run = _Run(0, None)
        for row in block.rows():
            number = row.line if isinstance(row, Rejected) else row[0]
            shared, kind, value = (None, "", "") if isinstance(row, Rejected) else self._plain(row)
            if shared is None or shared is not run.shared or number != run.start + len(run.values):
                yield from run.whole()
                run = _Run(number, shared)
            if isinstance(row, Rejected):
                yield row
            elif shared is None:
                yield self._reader.look(self._source.line_of(row))
            else:
                run.kinds.append(kind)
                run.values.append(value)
        yield from run.whole()

    def _plain(self, row: Row) -> tuple[Shared | None, str, str]:
        """Give a line's account, kind and value; no account where the line needs a look."""
        cells = row[1]
        shared = self._share(row) if len(cells) == len(self._source.columns) else None
        found = self._reader.read_value(cells[self._kind], cells[self._value]) if shared is not None else ""
        if isinstance(found, str) or found.value is None:
            return None, "", ""
        return shared, found.kind, found.value

    def runs(self, block: Block) -> list[AccountRun] | None:
        """Read a block at once, None where a line of it needs a look."""
        lines = block.plain()
        if not lines or b" " in (block.chunk or b""):
            return None
        parts, width = block.delimiter, len(block.columns)
        if set(map(str.count, lines, repeat(parts))) != {width - 1}:
            return None
        cells = parts.join(lines).split(parts)
        columns = [cells[at::width] for at in range(width)]
        kinds, values = columns[self._kind], columns[self._value]
        if not all_canonical(kinds, values):
            return None
        own = [columns[at] for at in self._own]
        found, start = [], 0
        while start < len(lines):
            end = _end(columns[self._ref], start)
            if any(column[start:end].count(column[start]) < end - start for column in own):
                return None
            shared = self._share((block.first + start, tuple(cells[start * width : (start + 1) * width])))
            if shared is None:
                return None
            found.append(AccountRun(block.first + start, *shared, kinds[start:end], values[start:end]))
            start = end
        return found

    def _share(self, row: Row) -> Shared | None:
        said = self._said_in(row[1])
        if said != self._said:
            self._said, self._shared = said, None
            if not any(row[1][at] for at in self._blank):
                with suppress(ValueError):
                    self._shared = self._reader.share(self._source.line_of(row).cells)
        return self._shared
