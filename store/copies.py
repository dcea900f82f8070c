"""Copies of a database file that may be in use."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from store.engine import friendly
from store.errors import UserError
from store.known_files import take_in
from store.read_only import ReadPlace, find_read_place

_TRIES = 5


def back_up(source: Path, target: Path, *, views: bool = False) -> None:
    """Copy a database that may be in use to one new file, its known values in it, whole or not at all.

    The copy keeps no WAL, so that it can be read where nothing may be written beside it. `views` lets it be asked
    without this program too.

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
            remove_copy(part)
            _copy(place, part, views=views)
            part.replace(target)
    finally:
        remove_copy(part)


def _copy(place: ReadPlace, part: Path, *, views: bool) -> None:
    for left in reversed(range(_TRIES)):
        with (
            closing(place.connect()) as old,
            closing(sqlite3.connect(part, uri=True)) as new,
            place.unchanged(),
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE").close()
            try:
                take_in(new, place.path, views=views)
            except sqlite3.OperationalError:
                # an import may have put another file in the place of the one that the copy names
                if not left:
                    raise
                continue
            return


def remove_copy(path: Path) -> None:
    """Remove a database file that is no good, and what SQLite and a writer leave beside one."""
    for end in ("", "-wal", "-shm", "-journal", ".lock"):
        left = path.with_name(path.name + end)
        if left.exists():  # a read-only disk refuses to remove also what is not there
            left.unlink()


def free_name(path: Path) -> Path:
    """Give the path, or one with a number behind it where there is such a file already: a copy is never overwritten."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free
