"""How many rows the main tables hold."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from store.schema import TABLES

_MAIN = ("source", "run", "listing", "offer", "observation", "identifier", "known_account", "link")


def count_tables(connection: Connection) -> dict[str, int]:
    """Count the rows of the main tables, by name."""
    counts = {}
    for name in _MAIN:
        counts[name] = int(connection.execute(select(func.count()).select_from(TABLES[name])).scalar_one())
    return counts
