"""The database by URL, at today's schema."""

from __future__ import annotations

from store.engine import Database, connect_database, friendly
from store.migrate import bring_up_to_date, check_schema, migrate

__all__ = ["Database", "friendly", "migrate", "open_database"]


def open_database(url: str, *, write: bool = False) -> Database:
    """Open a database; for writing, a new or older one is brought to today's schema first, under the lock.

    Raises:
        UserError: where it is missing (on reading), older (on reading), newer, damaged, read-only or no database.
    """
    database = connect_database(url, write=write)
    try:
        with friendly(database.place):
            if write:
                bring_up_to_date(database)
            else:
                check_schema(database)
    except BaseException:
        database.close()
        raise
    return database
