"""What a feed is: a file name, columns in order, and rows; and how a value of each type becomes a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from store.feeds.neutralise import neutralise
from store.records import plain

if TYPE_CHECKING:
    from sqlalchemy import Connection

ESCAPED = "csv_escaped"
"""The column that names, space by space, the columns of its row whose cells were made safe."""
TYPES = ("text", "decimal", "integer", "boolean", "utc")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a feed; its meaning stands in docs/feeds.md."""

    name: str
    type: str = "text"


@dataclass(frozen=True, slots=True)
class Feed:
    """One file of the feeds: `rows` gives values in the order of `columns`, in a stable order of rows."""

    name: str
    schema_version: str
    columns: tuple[Column, ...]
    rows: Callable[[Connection], Iterator[Sequence[Any]]]

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.name}.csv"

    @property
    def header(self) -> list[str]:
        """The names of the columns as the first line holds them, the marker of escaped cells last."""
        return [column.name for column in self.columns] + [ESCAPED]


def columns(**types: str) -> tuple[Column, ...]:
    """Make columns from names and types, in order."""
    assert all(kind in TYPES for kind in types.values())
    return tuple(Column(name, kind) for name, kind in types.items())


def to_cells(values: Sequence[Any], of: Sequence[Column]) -> list[str]:
    """Write one row: the cells of its columns, and the names of those that were made safe."""
    cells: list[str] = []
    escaped: list[str] = []
    for value, column in zip(values, of, strict=True):
        if value is None:
            cells.append("")
        elif column.type == "text":
            cell, changed = neutralise(str(value))
            cells.append(cell)
            if changed:
                escaped.append(column.name)
        else:
            cells.append(_WRITERS[column.type](value))
    cells.append(" ".join(escaped))
    return cells


def _utc(value: datetime | date | str) -> str:
    # A raw view of SQLite gives the stored text, PostgreSQL and Core give the moment.
    if isinstance(value, datetime):
        value = value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    text = value if isinstance(value, str) else value.isoformat()
    return text.replace(".000000Z", "Z")


_WRITERS: dict[str, Callable[[Any], str]] = {
    "decimal": lambda value: plain(Decimal(value)),
    "integer": lambda value: str(int(value)),
    "boolean": lambda value: "true" if value else "false",
    "utc": _utc,
}
