"""Blocks of lines of a CSV list: read by the thousand where nothing in them needs a look, else line by line."""

from __future__ import annotations

import csv
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from store.known_records import Rejected

MAX_CELL = 4_096
MAX_LINE = 65_536
CHUNK = 1 << 20
_TOO_LONG = f"the line is longer than {MAX_LINE // 1024} KiB"

Row = tuple[int, tuple[str, ...]]
"""A line's number and its cells."""


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines of a list, from the number `first` on; `chunk` None is one line over the limit."""

    first: int
    chunk: bytes | None
    columns: tuple[str, ...]
    delimiter: str

    def plain(self) -> list[str] | None:
        """Give the lines as text where the delimiter alone parts their cells: no quotes, nothing long or not printed."""
        if self.chunk is None or b'"' in self.chunk:
            return None
        try:
            lines = self.chunk.decode("utf-8").replace("\r\n", "\n").split("\n")
        except UnicodeDecodeError:
            return None
        if not lines[-1]:
            del lines[-1]
        whole = "".join(lines)
        printed = (whole.replace("\t", "") if self.delimiter == "\t" else whole).isprintable()
        return lines if printed and max(map(len, lines), default=0) <= MAX_CELL else None

    def rows(self) -> Iterator[Row | Rejected]:
        """Give the lines one by one, blank ones not at all, and what is no line of this list as Rejected."""
        if self.chunk is None:
            yield Rejected(self.first, _TOO_LONG)
            return
        plain = self.plain()
        if plain is None:
            yield from self._looked_at()
            return
        for number, text in enumerate(plain, self.first):
            cells = tuple(map(str.strip, text.split(self.delimiter)))
            if len(cells) > len(self.columns):
                yield self._line(number, text)
            elif text.strip():
                yield number, cells

    def _looked_at(self) -> Iterator[Row | Rejected]:
        for number, line in enumerate((self.chunk or b"").split(b"\n"), self.first):
            if len(line) >= MAX_LINE:
                yield Rejected(number, _TOO_LONG)
                continue
            text = line.decode("utf-8", "surrogateescape").rstrip("\r")
            if text.strip():
                yield self._line(number, text)

    def _line(self, number: int, text: str) -> Row | Rejected:
        # A line is parsed on its own, so that one stray quote costs one line and not the rest of the file.
        try:
            cells = tuple(
                cell.strip() for cell in next(csv.reader((text,), delimiter=self.delimiter, strict=True))
            )
        except csv.Error:
            return Rejected(number, "a quote is opened and not closed in this line", (_printable(text),))
        wrong = self._wrong(cells)
        if wrong:
            return Rejected(number, wrong, tuple(_printable(cell) for cell in cells))
        return number, cells

    def _wrong(self, cells: tuple[str, ...]) -> str | None:
        if len(cells) > len(self.columns):
            return f"{len(cells)} cells where the header names {len(self.columns)} columns"
        for name, cell in zip(self.columns, cells, strict=False):
            if len(cell) > MAX_CELL:
                return f"{name} is longer than {MAX_CELL} characters"
            if not cell.isprintable():
                if any("\udc80" <= char <= "\udcff" for char in cell):
                    return f"{name} is not UTF-8: save the list as CSV UTF-8"
                if any(unicodedata.category(char) == "Cc" for char in cell):
                    return f"{name} holds a control character"
        return None


def read_blocks(file: BinaryIO, columns: tuple[str, ...], delimiter: str) -> Iterator[Block]:
    """Cut an open list behind its header into blocks; a line over the limit is skipped unread."""
    file.readline(MAX_LINE + 1)
    number = 2
    while chunk := file.read(CHUNK):
        cut = chunk.rfind(b"\n") + 1
        if cut:
            file.seek(cut - len(chunk), os.SEEK_CUR)
        elif len(chunk) > MAX_LINE:
            yield Block(number, None, columns, delimiter)
            while (rest := file.readline(CHUNK)) and not rest.endswith(b"\n"):
                pass
            number += 1
            continue
        whole = chunk[:cut] if cut else chunk
        yield Block(number, whole, columns, delimiter)
        number += whole.count(b"\n")


def _printable(cell: str) -> str:
    return cell[:MAX_CELL].encode("utf-8", "backslashreplace").decode("utf-8")
