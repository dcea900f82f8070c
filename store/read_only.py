"""Where and how an SQLite file is read, also by who may not write beside it.

A reader of a database in WAL mode needs the files -wal and -shm. The last writer to close removes both, and who may
not write in the directory cannot make them again: then the whole database stands in its one file, which is opened as
immutable. SQLite neither locks nor looks for changes there, so we look: what was read while a writer changed the file
is refused. While there is a -wal, its content is part of the database, and immutable, which ignores it, is wrong.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from store.errors import UserError

_BUSY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """How a file is opened to read; `state` is its inode, size and time of change where it is taken as immutable."""

    path: Path
    address: str
    state: tuple[int, int, int] | None = None

    def connect(self) -> sqlite3.Connection:
        """Open the file in autocommit mode, read-only."""
        return sqlite3.connect(
            self.address, uri=True, check_same_thread=False, isolation_level=None, timeout=_BUSY_SECONDS
        )

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        """Read in the block; what an immutable file gave while it changed, errors among it, is refused.

        Raises:
            UserError: where it changed.
        """
        try:
            yield
        finally:
            if self.state is not None and _state(self.path) != self.state:
                raise UserError(f"{self.path} was written to while it was read: run the command again")


def find_read_place(path: Path) -> ReadPlace:
    """Find out how this user can read the file.

    Raises:
        UserError: where a -wal belongs to the database and this user cannot open it.
        sqlite3.Error: where it cannot be read at all.
    """
    file = f"file:{quote(str(path.absolute()))}"
    place = ReadPlace(path, f"{file}?mode=ro")
    state = _state(path)
    try:
        _look(place)
    except sqlite3.OperationalError as error:
        if not _lacks_wal(error) or not os.access(path, os.R_OK):
            raise
        if path.with_name(f"{path.name}-wal").exists():
            raise UserError(
                f"{path} is being written to, and this user cannot open {path.name}-wal and -shm beside it: "
                "give read access to both, or read a copy made by `resalewatch backup`"
            ) from error
        place = ReadPlace(path, f"{file}?immutable=1", state)
        _look(place)
    return place


def _look(place: ReadPlace) -> None:
    with closing(place.connect()) as connection:
        connection.execute("PRAGMA schema_version").fetchone()


def _lacks_wal(error: sqlite3.OperationalError) -> bool:
    return any(sign in str(error) for sign in ("unable to open", "readonly"))


def _state(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns
