"""Rows a second of loading a bundle of 10,000 offers, against bare executemany on the same tables and indexes.

The figure compares writing with writing: the transaction that judges, compares, proves and writes, against ready
rows. What reading and checking the bundle's JSON lines adds is printed beside it.
"""

from __future__ import annotations

import gc
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from store.database import open_database
from store.load import load_bundle
from store.load_read import read_bundle
from store.schema import TABLES
from tests.store.bundles import shop_bundle

TARGET = 0.5
_ROUNDS = 5

Rows = dict[str, tuple[str, list[tuple[Any, ...]]]]


def main(offers: int = 10_000) -> int:
    """Measure both in turns, in CPU seconds of this process; 0 where the figure holds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = folder / "empty.db"
        open_database(f"sqlite:///{empty}", write=True).close()
        shop_bundle(folder / "made", "r1", 0, offers, body=b"<html>" + bytes(60_000))
        loads, reads, bares = [], [], []
        rows: Rows = {}
        for _ in range(_ROUNDS):
            loads.append(_timed(_prepare_load(folder, empty)))
            reads.append(_timed(lambda: read_bundle(folder / "made" / "r1")))
            rows = rows or _rows_of(folder / "loaded.db")
            bares.append(_timed(_prepare_bare(folder, empty, rows)))
        count = sum(len(values) for _, values in rows.values())
    whole, read, bare = (statistics.median(one) for one in (loads, reads, bares))
    load, write, bare = count / whole, count / (whole - read), count / bare
    held = write >= TARGET * bare
    sys.stdout.write(
        f"load_rate: {count} rows of {offers} offers; executemany of ready rows {bare:,.0f} rows/s;"
        f" load's transaction {write:,.0f} rows/s, share {write / bare:.2f} (target {TARGET}):"
        f" {'held' if held else 'missed'}; with reading and checking the bundle {load:,.0f} rows/s,"
        f" share {load / bare:.2f}\n"
    )
    return 0 if held else 1


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    took = time.process_time() - start
    gc.enable()
    return took


def _prepare_load(folder: Path, empty: Path) -> Callable[[], None]:
    for left in folder.glob("loaded.db*"):
        left.unlink()
    shutil.rmtree(folder / "spool", ignore_errors=True)
    shutil.rmtree(folder / "evidence", ignore_errors=True)
    shutil.copytree(folder / "made", folder / "spool")
    path = shutil.copy(empty, folder / "loaded.db")

    def load() -> None:
        with open_database(f"sqlite:///{path}", write=True) as database:
            load_bundle(database, folder / "spool" / "r1", folder / "evidence")

    return load


def _rows_of(path: Path) -> Rows:
    rows: Rows = {}
    with closing(sqlite3.connect(path)) as connection:
        for name, table in TABLES.items():
            columns = ", ".join(f'"{column.name}"' for column in table.columns if column.computed is None)
            found = connection.execute(f"SELECT {columns} FROM {name}").fetchall()
            if found:
                rows[name] = (
                    f"INSERT INTO {name} ({columns}) VALUES ({', '.join('?' * len(found[0]))})",
                    found,
                )
    return rows


def _prepare_bare(folder: Path, empty: Path, rows: Rows) -> Callable[[], None]:
    for left in folder.glob("bare.db*"):
        left.unlink()
    path = shutil.copy(empty, folder / "bare.db")

    def insert() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("BEGIN IMMEDIATE")
            for name in [table.name for table in _ordered() if table.name in rows]:
                connection.executemany(*rows[name])
            connection.execute("COMMIT")

    return insert


def _ordered() -> list[Any]:
    from sqlmodel import SQLModel

    return list(SQLModel.metadata.sorted_tables)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
