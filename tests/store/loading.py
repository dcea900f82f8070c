"""Loads a spool in tests, and shows all that a database then holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import select

from store.database import Database
from store.load import LoadReport, load_spool
from store.schema import TABLES

State = dict[str, list[tuple[Any, ...]]]


def load(database: Database, spool: Path, evidence: Path) -> list[LoadReport]:
    return list(load_spool(database, spool, evidence))


def state(database: Database, *but: str) -> State:
    with database.reading() as connection:
        return {
            name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for name, table in TABLES.items()
            if name not in but
        }


def count(database: Database, table: str) -> int:
    with database.reading() as connection:
        return len(connection.execute(select(TABLES[table])).all())
