"""A copy of the database for analysts: one SQLite file, whole or not at all, personal values masked unless told else.

A reader of the copy waits for no writer. Its free pages are vacuumed, so that what was masked is nowhere in the file.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from store.bulk import insert_many
from store.copies import back_up, remove_copy
from store.database import Database, open_database
from store.engine import friendly
from store.errors import UserError
from store.known_files import take_in
from store.publish_masks import mask_copy
from store.schema import TABLES

_BATCH = 5000


@dataclass(frozen=True, slots=True)
class Published:
    """The copy's file, its size, and how many values were masked."""

    path: Path
    bytes: int
    masked: int


def publish(database: Database, target: Path, *, clear: bool = False) -> Published:
    """Write the copy beside its place, then rename it over the former one; a clear copy only its owner may read.

    Raises:
        UserError: where the database cannot be read or the copy not be written; the former copy stands then.
    """
    if database.path is not None and target.exists() and target.samefile(database.path):
        raise UserError(f"{target} is the database itself: name another file for the copy")
    if target.is_dir():
        raise UserError(f"{target} is a directory: name a file in it, such as {target / 'resalewatch.db'}")
    part = target.with_name(f"{target.name}.part")
    try:
        with friendly(str(target)):
            remove_copy(part)
            _copy(database, part)
            masked = 0 if clear else mask_copy(part)
            part.chmod(0o600 if clear else 0o644)
            with part.open("rb") as whole:
                os.fsync(whole.fileno())
            part.replace(target)
    finally:
        remove_copy(part)
    return Published(target, target.stat().st_size, masked)


def _copy(database: Database, part: Path) -> None:
    if database.path is not None:
        back_up(database.path, part, views=True)
        return
    with (
        open_database(f"sqlite:///{part}", write=True) as copy,
        database.reading() as reader,
        copy.writing() as writer,
    ):
        writer.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # rows may name later ones
        for table in TABLES.values():
            writer.execute(table.delete())
            columns = [column for column in table.columns if column.computed is None]
            rows = reader.execution_options(yield_per=_BATCH).execute(select(*columns))
            for batch in rows.mappings().partitions(_BATCH):
                insert_many(writer, table, [dict(row) for row in batch])
    with closing(sqlite3.connect(part)) as alone:
        take_in(alone, part, views=True)
    _settle(part)


def _settle(part: Path) -> None:
    with closing(sqlite3.connect(part)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE").close()
