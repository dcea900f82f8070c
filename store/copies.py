"""Copies of a database file that may be in use."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from store.engine import friendly
from store.errors import UserError
from store.read_only import ReadPlace, find_read_place


def back_up(source: Path, target: Path) -> None:
    """Copy a database that may be in use to a new file, whole or not at all.

    The copy keeps no WAL, so that it can be read where nothing may be written beside it.

    Raises:
        UserError: where the source cannot be read, or the target not be written.
    """
    if not target.parent.is_dir():
        raise UserError(f"there is no directory {target.parent} to put {target.name} in: make it first")
    part = target.with_name(target.name + ".part")
    with friendly(str(source)):
        place = find_read_place(source)
    try:
        with friendly(str(target)):
            part.unlink(missing_ok=True)
            _copy(place, part)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _copy(place: ReadPlace, part: Path) -> None:
    with closing(place.connect()) as old, closing(sqlite3.connect(part)) as new, place.unchanged():
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE").close()


def free_name(path: Path) -> Path:
    """Give the path, or one with a number behind it where there is such a file already: a copy is never overwritten."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free
