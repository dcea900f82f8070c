"""What the last making of links had seen, by name: marks in words, so that the next one looks only at what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from store.schema import TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection


def read_mark(connection: Connection, what: str) -> str | None:
    """Read a mark, None where it was never set or was taken away."""
    mark = TABLES["link_mark"]
    found: str | None = connection.execute(select(mark.c.seen).where(mark.c.what == what)).scalar()
    return found


def write_mark(connection: Connection, what: str, seen: str) -> None:
    """Set a mark."""
    mark = TABLES["link_mark"]
    connection.execute(delete(mark).where(mark.c.what == what))
    connection.execute(insert(mark).values(what=what, seen=seen))
