"""One read-only question to the database, bounded in time and rows."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import Any

from store.ask_server import ask_server
from store.database import open_database
from store.errors import UserError
from store.known_files import begin
from store.read_only import ReadPlace

_STEPS = 10_000
"""SQLite's own steps between two looks at the clock: some milliseconds."""
_MAX_CELL = 10_000_000
_MAX_ANSWER = 100_000_000
_COMMENTS = re.compile(r"--[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ALLOWED = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
_REFUSED_FUNCTIONS = frozenset({"load_extension", "writefile", "edit", "fts3_tokenizer"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave; `cut` says that there were more rows."""

    columns: Sequence[str]
    rows: Sequence[tuple[Any, ...]]
    cut: bool


def ask(url: str, query: str, *, seconds: float = 10.0, rows: int = 1000) -> Answer:
    """Run one SELECT, read-only: SQLite by open mode, query_only and authorizer; a server by its transaction.

    Raises:
        UserError: where it is no SELECT, fails, or takes longer than `seconds`.
    """
    if not (seconds > 0 and rows > 0):
        raise UserError(
            "a question needs some time and at least one row: name more with --seconds and --rows"
        )
    if not _COMMENTS.sub("", query).strip(" \t\r\n;"):
        raise UserError("the question is empty: write a SELECT, or the name of a table or view")
    statement = f"SELECT * FROM {query.strip()}" if _NAME.fullmatch(query.strip()) else query  # noqa: S608 - a name alone
    with open_database(url) as database:
        place = database.reads
        if place is None:
            names, (found, cut) = ask_server(database.engine, statement, seconds, partial(_fetch, rows=rows))
            return Answer(names, found, cut)
    return _ask_file(place, statement, seconds, rows)


def _ask_file(place: ReadPlace, statement: str, seconds: float, rows: int) -> Answer:
    with place.unchanged(), closing(_open(place)) as connection:
        end = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            cursor = connection.execute(statement)
            found, cut = _fetch(cursor, rows)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise UserError(_words(error, seconds)) from error
        if cursor.description is None:
            raise UserError("only a SELECT is answered here: this database is read-only")
        return Answer([column[0] for column in cursor.description], found, cut)


def _fetch(cursor: Iterable[tuple[Any, ...]], rows: int) -> tuple[list[tuple[Any, ...]], bool]:
    """Take rows until one of the limits; tells whether there were more."""
    found: list[tuple[Any, ...]] = []
    size = 0
    for row in cursor:
        size += sum(len(cell) for cell in row if isinstance(cell, str | bytes))
        if len(found) == rows or size > _MAX_ANSWER:
            return found, True
        found.append(row)
    return found, False


def _open(place: ReadPlace) -> sqlite3.Connection:
    connection = place.connect()
    connection.execute("PRAGMA query_only=ON").close()
    connection.execute("PRAGMA busy_timeout=5000").close()
    begin(connection, place.path)
    # made once for each connection by what looks like a CREATE TABLE to the authorizer
    connection.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')").close()
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_CELL)
    connection.set_authorizer(_authorize)
    return connection


def _authorize(
    action: int, first: str | None, second: str | None, _base: str | None, _where: str | None
) -> int:
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _REFUSED_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    is_look = (
        action == sqlite3.SQLITE_PRAGMA
        and first in ("table_info", "table_xinfo", "table_list")
        and second != ""
    )
    return sqlite3.SQLITE_OK if action in _ALLOWED or is_look else sqlite3.SQLITE_DENY


def _words(error: Exception, seconds: float) -> str:
    said = str(error)
    if said == "interrupted":
        return f"the query took longer than {seconds:g} s: narrow it, or allow more with --seconds"
    if "not authorized" in said or "prohibited" in said:
        return f"only a SELECT is answered here, and nothing that writes or opens files ({said})"
    return f"the query is not understood: {said}"
