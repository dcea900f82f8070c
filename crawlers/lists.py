"""A CSV list that people hand in: any of three delimiters, with or without BOM, hostile lines kept apart by number."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, TypeVar

from crawlers.list_blocks import CHUNK, MAX_LINE, Block, Row, read_blocks
from store.errors import UserError
from store.known_records import Rejected

DELIMITERS = (",", ";", "\t")
MAX_COLUMNS = 200
MAX_SOURCE = 300
Cells = Mapping[str, str]
Line = TypeVar("Line")
OURS = ("rejected_line", "rejected_because")
"""Columns of a file of rejected lines, so that it may be mended and handed in again."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of a list: its number in the file, its cells by column, and as they stood."""

    line: int
    cells: dict[str, str]
    raw: tuple[str, ...]

    def without_secrets(self) -> tuple[str, ...]:
        """Give the cells as they stood, but for API keys in clear."""
        secret = "value" if self.cells.get("kind", "").lower() == "api_key" else "api_key"
        names = list(self.cells)[: len(self.raw)]
        return tuple(
            "[[api_key]]" if name == secret else cell for name, cell in zip(names, self.raw, strict=True)
        )


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list that can be read: its columns in order (lower case), its delimiter and its digest."""

    path: Path
    columns: tuple[str, ...]
    delimiter: str
    sha256: str

    def lines(self) -> Iterator[ListLine | Rejected]:
        """Read line by line; what is no line of this list comes as Rejected, blank lines not at all.

        Raises:
            UserError: where the file can no longer be read.
        """
        for row in self.rows():
            yield row if isinstance(row, Rejected) else self.line_of(row)

    def rows(self) -> Iterator[Row | Rejected]:
        """Read line by line as `lines`, but give each line's number and its cells as they stand, without their names.

        Raises:
            UserError: where the file can no longer be read.
        """
        for block in self.blocks():
            yield from block.rows()

    def blocks(self) -> Iterator[Block]:
        """Read some thousand lines at once.

        Raises:
            UserError: where the file can no longer be read.
        """
        with _opened(self.path) as file:
            yield from read_blocks(file, self.columns, self.delimiter)

    def line_of(self, row: Row) -> ListLine:
        """Give a row's cells their columns' names; those that it lacks are empty."""
        number, cells = row
        return ListLine(number, dict(zip_longest(self.columns, cells, fillvalue="")), cells)

    def with_cells(self, rejected: Sequence[Rejected]) -> list[Rejected]:
        """Give rejected lines with their cells, which who judged a line by others no longer had.

        Raises:
            UserError: where the file can no longer be read.
        """
        bare = {one.line for one in rejected if not one.cells}
        found = {line.line: line for line in self.lines() if line.line in bare} if bare else {}
        cells = {
            number: line.without_secrets() if isinstance(line, ListLine) else line.cells
            for number, line in found.items()
        }
        return [one if one.cells else replace(one, cells=cells.get(one.line, ())) for one in rejected]

    def need_columns(
        self, needed: Sequence[str], known: Sequence[str], aliases: Mapping[str, str] | None = None
    ) -> None:
        """Refuse a list that lacks a column, or has one that means nothing; `aliases` are other names of columns.

        Raises:
            UserError: that names every such column, and the columns of such a list.
        """
        named = {(aliases or {}).get(name, name) for name in self.columns if name not in OURS}
        unknown = [repr(name[:40]) for name in self.columns if name in named and name not in known]
        missing = [name for name in needed if name not in named]
        more = [name for name in known if name not in needed]
        wrong = [f"a column {' and one '.join(unknown)} that means nothing here"] if unknown else []
        wrong += [f"no column {', '.join(missing)}"] if missing else []
        if wrong:
            raise UserError(
                f"{self.path} has {' and '.join(wrong)}: its first line names {', '.join(needed)}"
                f"{', and may name ' + ', '.join(more) if more else ''}; leave out the rest"
            )

    def read(self, read_line: Callable[[int, Cells], Line]) -> Iterator[Line | Rejected]:
        """Read each line by its number and its cells, stripped; one that raises ValueError is kept out with its words.

        Raises:
            UserError: where the file can no longer be read.
        """
        for line in self.lines():
            if not isinstance(line, ListLine):
                yield line
                continue
            try:
                yield read_line(line.line, {name: cell.strip() for name, cell in line.cells.items()})
            except ValueError as fault:
                yield Rejected(line.line, str(fault), line.raw)


def source_of(cells: Cells) -> str:
    """Give who says what a line says.

    Raises:
        ValueError: where nobody does.
    """
    if not cells["source"] or len(cells["source"]) > MAX_SOURCE:
        raise ValueError(f"the source of a figure must stand, in at most {MAX_SOURCE} characters")
    return cells["source"]


def open_list(path: Path) -> ListFile:
    """Look at a list's first line and digest, and say how it is to be read.

    Raises:
        UserError: where the file is missing, empty, not UTF-8, or names a column twice.
    """
    with _opened(path) as file:
        digest = hashlib.sha256()
        while chunk := file.read(CHUNK):
            digest.update(chunk)
        file.seek(0)
        first = file.readline(MAX_LINE + 1)
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UserError(f"{path} is UTF-16: save it as CSV UTF-8")
    try:
        header = first.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{path} is not UTF-8: save it as CSV UTF-8") from error
    delimiter, columns = _columns(header)
    if not any(columns) or len(first) > MAX_LINE:
        raise UserError(f"{path} has no header line: name its columns in the first line")
    twice = {name for name in columns if columns.count(name) > 1}
    if twice or len(columns) > MAX_COLUMNS:
        what = f"the column {min(twice)!r} twice" if twice else f"more than {MAX_COLUMNS} columns"
        raise UserError(f"{path} has {what}: mend its first line")
    return ListFile(path, columns, delimiter, digest.hexdigest())


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise UserError(f"there is no file {path}: name a CSV file") from error
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}): name a CSV file") from error


def _columns(header: str) -> tuple[str, tuple[str, ...]]:
    best: tuple[str, tuple[str, ...]] = (",", ())
    for delimiter in DELIMITERS:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        names = tuple(cell.strip().lower() for cell in cells)
        if len(names) > len(best[1]):
            best = (delimiter, names)
    return best
