"""Connections and the write lock: SQLite with one writer among processes, PostgreSQL by URL alone."""

from __future__ import annotations

import errno
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from store import known_files as files
from store.errors import UserError
from store.locks import file_lock
from store.read_only import ReadPlace, find_read_place
from store.server import connect_server, is_server, server_lock, server_meaning

BUSY_MILLISECONDS = 10_000
LOCK_SECONDS = 300.0

_MEANINGS = (
    (
        "readonly",
        "{place} is read-only: make the file and its directory writable, then run the command again",
    ),
    (
        "disk is full",
        "the disk of {place} is full: make room and run the command again, nothing is half written",
    ),
    (
        "not a database",
        "{place} is not an SQLite database: name another with --database, or restore a backup",
    ),
    ("malformed", "{place} is damaged: restore it from a backup"),
    (
        "unable to open",
        "{place} cannot be opened: check that its directory exists and may be read and written",
    ),
    ("is locked", "{place} is locked by another program: close what has it open for writing, then try again"),
    ("disk i/o", "the disk of {place} does not read or write: check it, then run the command again"),
)
_OS_MEANINGS = {
    errno.EROFS: "readonly",
    errno.EACCES: "readonly",
    errno.EPERM: "readonly",
    errno.ENOSPC: "disk is full",
    errno.EDQUOT: "disk is full",
    errno.EFBIG: "disk is full",
    errno.EIO: "disk i/o",
}


@dataclass(frozen=True)
class Database:
    """An open database. `path` is the SQLite file, None for a server; `reads` how it is read, None for a writer.

    Every transaction of `engine` is BEGIN IMMEDIATE when opened for writing; take `write_lock` around it, or use
    `writing`, which does both.
    """

    url: str
    engine: Engine
    path: Path | None
    writable: bool
    reads: ReadPlace | None = None

    @contextmanager
    def write_lock(self, wait: float = LOCK_SECONDS) -> Iterator[None]:
        """Be the one writer among processes for the block; may be taken again inside it.

        Raises:
            UserError: where another process writes for longer than `wait` seconds, or the disk is read-only.
        """
        if self.path is None:
            with friendly(self.place), server_lock(self.engine, self.place, wait):
                yield
            return
        lock = self.path.with_name(self.path.name + ".lock")
        busy = f"another process has been writing to {self.path} for {wait:g} s: wait for it or end it"
        with friendly(str(self.path)), file_lock(lock, wait, busy):
            yield

    @contextmanager
    def writing(self, wait: float = LOCK_SECONDS) -> Iterator[Connection]:
        """Run the block as one transaction under the write lock: committed at its end, undone on any error.

        Raises:
            UserError: where disk, lock or file do not allow it.
        """
        with self.write_lock(wait), friendly(self.place), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the database for the whole block.

        Raises:
            UserError: where disk or file do not allow it.
        """
        still = nullcontext() if self.reads is None else self.reads.unchanged()
        with friendly(self.place), still, self.engine.connect() as connection:
            yield connection

    @property
    def place(self) -> str:
        """Where the database is, in words for a message; a server's password is left out."""
        return str(self.path) if self.path else make_url(self.url).render_as_string(hide_password=True)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


@contextmanager
def friendly(place: str) -> Iterator[None]:
    """Turn the database's and the disk's own errors into one sentence that says what to do.

    Raises:
        UserError: for every error that a user can mend; others pass through.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        meant = _meaning(error)
        if meant is None:
            raise
        raise UserError(meant.format(place=place)) from error


def _meaning(error: Exception) -> str | None:
    if isinstance(error, DBAPIError) and not isinstance(error.orig, sqlite3.Error):
        return server_meaning(error)
    if isinstance(error, OSError):
        words = _OS_MEANINGS.get(error.errno or 0, "")
    else:
        words = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    return next((sentence for sign, sentence in _MEANINGS if words and sign in words), None)


def connect_database(url: str, *, write: bool) -> Database:
    """Connect without a look at the schema; store.database.open_database is what others call.

    Raises:
        UserError: where the URL names no database that can be opened, or there is none to read.
    """
    parsed = _parsed(url)
    if not is_server(parsed):
        return _connect_file(url, _file_of(url, parsed), write=write)
    try:
        return Database(url, connect_server(parsed, write=write), None, write)
    except ModuleNotFoundError as error:
        raise UserError(
            "PostgreSQL needs psycopg, which is not installed: pip install 'resalewatch[postgresql]', or psycopg[binary]"
        ) from error


def _parsed(url: str) -> URL:
    if url and "://" not in url:
        raise UserError(f"--database takes a URL: write sqlite:///{url}")
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise UserError(_no_database(url)) from error
    if parsed.get_backend_name() != "sqlite" and not is_server(parsed):
        raise UserError(_no_database(url))
    return parsed


def _file_of(url: str, parsed: URL) -> Path:
    if parsed.drivername != "sqlite" or parsed.query:
        raise UserError(f"{url!r} says more than is read: write sqlite:///{parsed.database} alone")
    if not parsed.database or parsed.database.startswith((":memory:", "file:")):
        raise UserError("the database must be a file, such as sqlite:///resalewatch.db")
    return Path(parsed.database)


def _connect_file(url: str, path: Path, *, write: bool) -> Database:
    _check_file(path, write=write)
    if write:
        return Database(
            url, _sqlite_engine(path, lambda: _connect_to_write(path), write=True), path, writable=True
        )
    with friendly(str(path)):
        place = find_read_place(path)
    return Database(url, _sqlite_engine(path, place.connect, write=False), path, writable=False, reads=place)


def _no_database(url: str) -> str:
    named = url.rsplit("@", maxsplit=1)[-1]
    return f"{named!r} opens no database: write sqlite:///file.db or postgresql://user@host/name"


def _check_file(path: Path, *, write: bool) -> None:
    try:
        found = path.stat().st_mode
    except PermissionError as error:
        raise UserError(f"{path} cannot be reached: give this user access to its directories") from error
    except OSError as error:
        if not write:
            raise UserError(
                f"there is no database at {path} yet: `resalewatch load` or `resalewatch migrate` makes it"
            ) from error
        return
    if stat.S_ISDIR(found):
        raise UserError(
            f"{path} is a directory: name a file in it, such as sqlite:///{path / 'resalewatch.db'}"
        )


def _connect_to_write(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode=rwc"
    return sqlite3.connect(
        address, uri=True, check_same_thread=False, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000
    )


def _sqlite_engine(path: Path, connect: Callable[[], sqlite3.Connection], *, write: bool) -> Engine:
    engine = create_engine(f"sqlite:///{path}", creator=connect, poolclass=QueuePool)
    begin = "BEGIN IMMEDIATE" if write else "BEGIN"

    @event.listens_for(engine, "connect")
    def _settle(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - the pool's own
        # FULL, not NORMAL: a bundle leaves the spool after its commit, so the commit must outlive a power cut
        settings = ["journal_mode=WAL", "synchronous=FULL"] if write else ["query_only=ON"]
        settings += ["foreign_keys=ON", f"busy_timeout={BUSY_MILLISECONDS}", "cache_size=-65536"]
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        raw: Any = connection.connection.dbapi_connection
        files.begin(raw, path, begin)

    return engine
