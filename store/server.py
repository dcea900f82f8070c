"""A PostgreSQL server by URL: its engine, the one writer's lock, and what its own errors mean to a user."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import URL, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from store.errors import UserError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

from store.locks import counted_lock

DRIVER = "postgresql+psycopg"
_NAMES = ("postgresql", "postgres", DRIVER)
_ADVISORY_KEY = 7_265_736_511
_LOCK_NOT_AVAILABLE = "55P03"
_MEANINGS = {
    "25006": "{place} takes no writing: it is a standby, or read-only for this user; name the primary server",
    "28P01": "{place} refuses the password: mend it in the URL or in ~/.pgpass",
    "28000": "{place} refuses this user: mend the user in the URL, or the server's pg_hba.conf",
    "3D000": "{place} does not exist: make it with `createdb`, or name another with --database",
    "42501": "{place} does not give this user the rights: let its owner run the command, or GRANT them",
    "53100": "the disk of {place} is full: make room and run the command again, nothing is half written",
    "53300": "{place} has no connection left: end others, or raise its max_connections",
    "57P01": "{place} is shutting down: run the command again when it is back",
}
_NO_CONNECTION = "{place} does not answer: check the host and port of the URL, and that the server runs"


def is_server(url: URL) -> bool:
    """Tell whether a URL names a PostgreSQL server, by any of the names that others write."""
    return url.drivername in _NAMES


def connect_server(url: URL, *, write: bool) -> Engine:
    """Make the engine: UTC everywhere; a reader's transaction writes nothing and sees one state.

    Raises:
        ModuleNotFoundError: where psycopg is not installed.
    """
    settings = "-c timezone=UTC"
    if not write:
        settings += " -c default_transaction_read_only=on"
    return create_engine(
        url.set(drivername=DRIVER),
        isolation_level="READ COMMITTED" if write else "REPEATABLE READ",
        connect_args={"options": settings, "application_name": "resalewatch"},
    )


def server_lock(engine: Engine, place: str, wait: float) -> AbstractContextManager[None]:
    """Be the one writer of the server's database for the block, by an advisory lock that dies with its connection.

    Raises:
        UserError: where another process writes for longer than `wait` seconds.
    """
    busy = f"another process has been writing to {place} for {wait:g} s: wait for it or end it"

    def take() -> Callable[[], None]:
        # a connection of its own, outside of transactions: it holds the lock and nothing else
        connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            connection.execute(
                text("SELECT set_config('lock_timeout', :wait, false)"), {"wait": f"{int(wait * 1000)}ms"}
            )
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _ADVISORY_KEY})
        except DBAPIError as error:
            connection.invalidate()
            connection.close()
            if _code(error) == _LOCK_NOT_AVAILABLE:
                raise UserError(busy) from error
            raise

        def release() -> None:
            connection.invalidate()
            connection.close()

        return release

    return counted_lock(place, wait, busy, take)


def server_meaning(error: DBAPIError) -> str | None:
    """Say in one sentence what a server's error means, with `{place}` for the database; None where no user can mend it."""
    meant = _MEANINGS.get(_code(error))
    if meant is None and error.connection_invalidated:
        return _NO_CONNECTION
    return meant or _words(str(error.orig))


def _code(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""


def _words(said: str) -> str | None:
    """Read what psycopg says of a connection that never came to be, for it has no code."""
    known = {
        "password authentication failed": "28P01",
        "no password supplied": "28P01",
        "does not exist": "3D000",
        "pg_hba.conf": "28000",
        "too many clients": "53300",
    }
    if "connection" not in said:
        return None
    return next((_MEANINGS[code] for words, code in known.items() if words in said), _NO_CONNECTION)
