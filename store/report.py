"""Rows and reports written for people and for programs: table, CSV, JSON lines."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TextIO

from store.errors import UserError
from store.moments import stamp

FORMATS = ("table", "csv", "json")
_WIDEST = 64


def plural(count: int, name: str) -> str:
    """Write a count with its noun.

    >>> plural(1, "row"), plural(0, "row"), plural(2, "known account")
    ('1 row', '0 rows', '2 known accounts')
    """
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def write_json_line(stream: TextIO, value: Any) -> None:  # noqa: ANN401 - a dataclass, a mapping or a list
    """Write one value as one JSON line; dataclasses as objects, what JSON lacks as text."""
    plain = (
        dataclasses.asdict(value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type)
        else value
    )
    stream.write(json.dumps(plain, ensure_ascii=False, default=str) + "\n")


def check_format(output: str) -> None:
    """Let a format pass that rows can be written in.

    Raises:
        UserError: for any other.
    """
    if output not in FORMATS:
        raise UserError(f"--format takes {', '.join(FORMATS)}, not {output!r}")


def write_rows(stream: TextIO, columns: Sequence[str], rows: Sequence[Sequence[Any]], output: str) -> None:
    """Write rows as a table for the eye, as CSV, or as JSON lines, where a second column of a name gets a number.

    Raises:
        UserError: for any other format.
    """
    check_format(output)
    rows = [[_written(cell) for cell in row] for row in rows]
    if output == "csv":
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_defused(cell) for cell in row] for row in rows)
    elif output == "json":
        names = _names(columns)
        for row in rows:
            write_json_line(stream, dict(zip(names, row, strict=True)))
    else:
        _write_table(stream, columns, rows)


def _written(cell: object) -> object:
    """Write a moment as SQLite holds it, so that an answer of a PostgreSQL server reads the same."""
    return stamp(cell) if isinstance(cell, datetime) and cell.tzinfo is not None else cell


def _names(columns: Sequence[str]) -> list[str]:
    """Keep every column of an answer in a JSON object.

    >>> _names(["key", "id", "id", "id"])
    ['key', 'id', 'id_2', 'id_3']
    """
    names: list[str] = []
    for column in columns:
        number, name = 1, column
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return names


def _defused(cell: object) -> object:
    """Keep a spreadsheet from running a foreign cell as a formula."""
    dangerous = isinstance(cell, str) and cell.lstrip()[:1] in ("=", "+", "-", "@", "＝", "＋", "－", "＠")
    return (
        f"'{cell}" if dangerous or (isinstance(cell, str) and cell[:1] in ("\t", "\r", "\n", "\0")) else cell
    )


def _write_table(stream: TextIO, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    shown = [[_cell(cell) for cell in row] for row in rows]
    widths = [max(len(line[at]) for line in [list(columns), *shown]) for at in range(len(columns))]
    lines = [list(columns), ["-" * width for width in widths], *shown]
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines)
    stream.writelines("  ".join(line).rstrip() + "\n" for line in padded)


def _cell(cell: object) -> str:
    """Show a cell on one line; control characters of a hostile page do not reach the terminal."""
    words = "" if cell is None else " ".join(str(cell).split())
    words = "".join(letter if letter.isprintable() else "�" for letter in words)
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"
