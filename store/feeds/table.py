"""The columns of a file of the feeds and how its lines are read: all that a receiver knows of it, without a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from store.feeds.cells import full_moment
from store.feeds.feed import ESCAPED, ROW_ID, Column, Feed
from store.feeds.neutralise import restore

STATUS = "status"


class Table:
    """All columns of a file in their order, and the names of those that tell its rows apart."""

    def __init__(self, name: str, columns: Sequence[Column], key: Sequence[str]) -> None:
        """Find where the columns stand that every line is asked for.

        Raises:
            ValueError: where the key, the row's id or the marker of escaped cells is no column.
        """
        self.name, self.columns, self.key = name, tuple(columns), tuple(key)
        self.header = [column.name for column in columns]
        kinds = {column.name: column.type for column in columns}
        self._key = [(self.header.index(one), one, kinds[one] == "utc") for one in key]
        self._escaped, self._id = self.header.index(ESCAPED), self.header.index(ROW_ID)
        self._status = self.header.index(STATUS) if STATUS in kinds else None

    def sort_key(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Give what rows are ordered by: the key's cells undone, moments at full length."""
        escaped = cells[self._escaped].split()
        return tuple(
            full_moment(cells[at]) if moment else restore(cells[at]) if name in escaped else cells[at]
            for at, name, moment in self._key
        )

    def row_id(self, cells: Sequence[str]) -> str:
        """Give a row's id."""
        return str(cells[self._id])

    @property
    def has_status(self) -> bool:
        """Whether its rows say how they stand."""
        return self._status is not None

    def status(self, cells: Sequence[str]) -> str:
        """Give what a row says of its standing, empty where the table says nothing of it."""
        return "" if self._status is None else str(cells[self._status])

    def kept(self, cells: Sequence[str], names: Sequence[str]) -> list[str]:
        """Give a row with its id and the named columns alone."""
        escaped = " ".join(name for name in cells[self._escaped].split() if name in names)
        return [
            escaped if column.name == ESCAPED else cell if column.name in (ROW_ID, *names) else ""
            for column, cell in zip(self.columns, cells, strict=True)
        ]


def table_of_feed(feed: Feed) -> Table:
    """Give the table that a feed is written as."""
    return Table(feed.name, feed.written, feed.key)


def table_of_entry(entry: Mapping[str, Any]) -> Table:
    """Give the table that an entry of a manifest describes.

    Raises:
        ValueError: where it describes none.
    """
    columns = tuple(Column(str(name), str(kind)) for name, kind in entry["columns"])
    return Table(str(entry["schema"]), columns, tuple(map(str, entry["key"])))
