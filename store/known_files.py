"""The file of known values beside an SQLite database: sorted, never changed, attached read-only.

A row of the database names the one in force, so that an import is one commit: before it the former file is read, after
it the new one. A copy in one file (a backup, the analysts') has the same tables inside of itself. A server has none.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

from store.errors import UserError
from store.views import attached_views

SCHEMA = "known"
MARK = ".known-"
TABLES = ("known_shape", "known_clear", "known_digest")
_TRIES = 5
_MAKE = """
CREATE TABLE {0}.known_shape (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, pepper_id TEXT, derivation TEXT, blank TEXT);
CREATE TABLE {0}.known_clear (
    shape INTEGER NOT NULL, value TEXT NOT NULL, account_id INTEGER NOT NULL, import_id INTEGER NOT NULL,
    PRIMARY KEY (shape, value, account_id)) WITHOUT ROWID;
CREATE TABLE {0}.known_digest (
    shape INTEGER NOT NULL, digest BLOB NOT NULL, account_id INTEGER NOT NULL, import_id INTEGER NOT NULL,
    PRIMARY KEY (shape, digest, account_id)) WITHOUT ROWID;
"""
"""`shape` is a kind, in clear or as digests under a pepper, of the value or of what is derived from it; `blank` is
never filled: an empty column of the right type, without which SQLite would read the whole view to answer of one row."""


def make_tables(connection: sqlite3.Connection, schema: str) -> None:
    """Make the empty tables of a file."""
    for statement in _MAKE.format(schema).split(";\n"):
        connection.execute(statement).close()


def file_of(path: Path, name: str) -> Path:
    """Give the place of a file of known values by its name."""
    return path.with_name(f"{path.name}{MARK}{name}")


def begin(connection: sqlite3.Connection, path: Path | None, statement: str = "BEGIN") -> None:
    """Begin a transaction that reads the file of known values which the database names then.

    Raises:
        UserError: where that file is gone.
    """
    for left in reversed(range(_TRIES)):
        connection.execute(statement).close()
        named = _named(connection)
        if named is None or named == _attached(connection):
            return
        connection.execute("ROLLBACK").close()
        try:
            _attach(connection, path, named)
        except sqlite3.OperationalError as error:
            # a writer may have put another in its place just now
            if not left:
                raise UserError(
                    f"{file_of(path, named) if path else named} is missing or unreadable, and {path} needs it: "
                    "restore both from a backup"
                ) from error
    raise UserError(f"{path} changes too fast to be read: run the command again")


def _named(connection: sqlite3.Connection) -> str | None:
    """Give the name of the file in force: empty for none, None where the database has no such tables (yet)."""
    try:
        found = connection.execute("SELECT name FROM main.known_file").fetchone()
    except sqlite3.OperationalError:
        return None
    return str(found[0]) if found else ""


def _attached(connection: sqlite3.Connection) -> str | None:
    for _, schema, file in connection.execute("PRAGMA database_list"):
        if schema == SCHEMA:
            return str(file).rpartition(MARK)[2]
    return None


def _attach(connection: sqlite3.Connection, path: Path | None, name: str) -> None:
    reads_only = connection.execute("PRAGMA query_only").fetchone()[0]
    connection.execute("PRAGMA query_only=OFF").close()
    try:
        if _attached(connection) is not None:
            connection.execute(f"DETACH {SCHEMA}").close()
        if name and path is not None:
            address = f"file:{quote(str(file_of(path, name).absolute()))}?mode=ro&immutable=1"
            connection.execute(f"ATTACH ? AS {SCHEMA}", (address,)).close()
            connection.execute(f"SELECT 1 FROM {SCHEMA}.known_shape").close()  # noqa: S608 - our name
        else:
            connection.execute(f"ATTACH ':memory:' AS {SCHEMA}").close()
            make_tables(connection, SCHEMA)
        for view, query in attached_views().items():
            connection.execute(f"CREATE TEMP VIEW IF NOT EXISTS {view} AS {query}").close()
    except sqlite3.OperationalError:
        with suppress(sqlite3.OperationalError):
            connection.execute(f"DETACH {SCHEMA}").close()
        raise
    finally:
        connection.execute(f"PRAGMA query_only={reads_only}").close()


def former(connection: sqlite3.Connection) -> str | None:
    """Give the name of the file that the transaction reads: empty for the database itself, None where there is none."""
    named = _named(connection)
    if named:
        return named
    inside = connection.execute("SELECT 1 FROM main.sqlite_master WHERE name = ?", TABLES[:1]).fetchone()
    return None if inside is None else ""


def count_held(connection: sqlite3.Connection) -> int:
    """Count the rows of the file, those among them that were taken back since."""
    tables = (f"SELECT count(*) FROM {name}" for name in TABLES[1:])  # noqa: S608 - our names
    return sum(int(connection.execute(query).fetchone()[0]) for query in tables)


def take_in(connection: sqlite3.Connection, path: Path, *, views: bool = False) -> None:
    """Put what the file of `path` holds into a fresh copy of the database itself, which then needs no file beside it.

    `views` lets the copy be asked without this program too.

    Raises:
        sqlite3.OperationalError: where the file is gone.
    """
    named = _named(connection)
    inside = former(connection) == ""
    if named:
        address = f"file:{quote(str(file_of(path, named).absolute()))}?mode=ro&immutable=1"
        connection.execute(f"ATTACH ? AS {SCHEMA}", (address,)).close()
    if named or (views and named is not None and not inside):
        make_tables(connection, "main")
    for name in TABLES if named else ():
        connection.execute(f"INSERT INTO main.{name} SELECT * FROM {SCHEMA}.{name}").close()  # noqa: S608 - our names
    if named:
        connection.execute("DELETE FROM main.known_file").close()
        connection.commit()
        connection.execute(f"DETACH {SCHEMA}").close()
    for view, query in attached_views().items() if views and named is not None else ():
        connection.execute(f"CREATE VIEW IF NOT EXISTS main.{view} AS {query}").close()
    connection.commit()


def drop_attached_views(connection: sqlite3.Connection) -> None:
    """Take the temporary views away: a migration's own statements mean the tables that had their names."""
    for view in attached_views():
        connection.execute(f"DROP VIEW IF EXISTS temp.{view}").close()


def sweep(path: Path) -> None:
    """Remove files of known values that the database does not name; call it under the write lock, outside of a change."""
    with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)) as connection:
        named = _named(connection)
    for other in path.parent.glob(f"{path.name}{MARK}*"):
        if named is not None and other.name.rpartition(MARK)[2] != named:
            other.unlink(missing_ok=True)
