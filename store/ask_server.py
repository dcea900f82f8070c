"""One read-only question to a PostgreSQL server, bounded in time; its answer reads as SQLite's would."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from store.columns import as_kept
from store.errors import UserError

_TOO_LONG = "57014"
_READ_ONLY = ("25006", "42501")
_SELECTS = ("select", "with", "values", "table", "(", "--", "/*")
_SUPERUSER = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"


Taken = tuple[list[tuple[Any, ...]], bool]


def ask_server(
    engine: Engine, query: str, seconds: float, take: Callable[[Iterator[tuple[Any, ...]]], Taken]
) -> tuple[Sequence[str], Taken]:
    """Run one SELECT in a transaction that cannot write, and give the columns' names and what `take` took of its rows.

    Raises:
        UserError: where it is no SELECT, fails, or takes longer than `seconds`.
    """
    # inside of a FROM nothing but a SELECT is understood; the line's end closes a comment at the end of the question
    statement = f"SELECT * FROM (\n{query.strip().rstrip(';')}\n) AS answer"  # noqa: S608 - that is its use
    try:
        with engine.connect() as connection:
            _narrow(connection, seconds)
            return _answer(connection, statement, take)
    except DBAPIError as error:
        selects = query.lower().lstrip().startswith(_SELECTS)
        raise UserError(_words(error.orig, seconds, selects=selects)) from error


def _narrow(connection: Connection, seconds: float) -> None:
    connection.exec_driver_sql(f"SET LOCAL statement_timeout = {max(1, int(seconds * 1000))}")
    if connection.exec_driver_sql(_SUPERUSER).scalar():
        # a superuser's SELECT can read and write files of the server: it is asked as one who reads tables
        connection.exec_driver_sql("SET LOCAL ROLE pg_read_all_data")


def _answer(
    connection: Connection, statement: str, take: Callable[[Iterator[tuple[Any, ...]]], Taken]
) -> tuple[Sequence[str], Taken]:
    driver: Any = connection.connection.driver_connection
    # row by row, so that an endless answer is cut, and by the protocol that takes one statement alone
    with closing(driver.cursor()) as cursor, closing(_stream(cursor, statement)) as rows:
        taken = take(rows)
        return [column.name for column in cursor.description or ()], taken


def _stream(cursor: Any, statement: str) -> Generator[tuple[Any, ...]]:  # noqa: ANN401 - psycopg's own
    from psycopg import Error

    try:
        with closing(cursor.stream(statement)) as rows:
            for row in rows:
                yield tuple(map(as_kept, row))
    except Error as error:
        raise DBAPIError(statement, None, error) from error


def _words(error: BaseException | None, seconds: float, *, selects: bool) -> str:
    code = getattr(error, "sqlstate", None)
    said = str(error).split("\n", 1)[0]
    if code == _TOO_LONG:
        return f"the query took longer than {seconds:g} s: narrow it, or allow more with --seconds"
    if code in _READ_ONLY or not selects:
        return f"only a SELECT is answered here, and nothing that writes or opens files ({said})"
    return f"the query is not understood: {said}"
