"""Migrations by the recipe of DESIGN law end of section 4, and the views that are made anew after each.

SQLite: copy, drop views, foreign keys off, migrate, foreign_key_check, recreate views, all but the copy in one
transaction; Alembic's batch mode fails while a view stands and empties children through CASCADE.
"""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, func, inspect, select, table, text

from store.copies import back_up, free_name
from store.engine import Database, connect_database, friendly
from store.errors import UserError
from store.known_files import drop_attached_views
from store.migrations import REVISIONS
from store.views import digest_of_views, view_statements

SCRIPTS = Path(__file__).parent / "migrations"
HEAD = REVISIONS[-1]
_KEEP_DIGEST = {
    "sqlite": "PRAGMA user_version={}",
    "postgresql": "COMMENT ON TABLE alembic_version IS '{}'",
}
_READ_DIGEST = {
    "sqlite": "PRAGMA user_version",
    "postgresql": "SELECT obj_description('alembic_version'::regclass)",
}
log = logging.getLogger("resalewatch.store")


@dataclass(frozen=True, slots=True)
class Migration:
    """The revisions before and after, the copy of what was before, and what no longer stands: rows by table."""

    before: str | None
    after: str
    copy: Path | None
    lost: dict[str, int]


def migrate(url: str, target: str = HEAD, *, allow_loss: bool = False) -> Migration:
    """Bring a database to a revision, today's by default; back to an older one only with `allow_loss`.

    Raises:
        UserError: where there is no such revision, the database is newer than this program, the way goes back and
            that is not allowed, or foreign keys would break; nothing is changed then.
    """
    if target not in REVISIONS:
        raise UserError(f"there is no schema {target}: this program knows {', '.join(REVISIONS)}")
    database = connect_database(url, write=True)
    with database, database.write_lock(), friendly(database.place):
        before = _checked(database)
        if before == target:
            _renew_views(database, target)
            return Migration(before, target, None, {})
        lost = _lost(database, before, target)
        if _goes_back(before, target) and not allow_loss:
            kept = (
                "and keeps a copy" if database.path else "after a pg_dump of your own: no copy is kept here"
            )
            raise UserError(
                f"going back from schema {before} to {target} destroys {loss_words(lost)}: "
                f"nothing was changed; --allow-loss does it, {kept}"
            )
        return Migration(before, target, _migrate(database, before, target), lost)


def loss_words(lost: dict[str, int]) -> str:
    """Name the tables that are lost and how many rows each held.

    >>> loss_words({"claim": 3, "purchase": 1})
    'the rows of claim (3), purchase (1)'
    """
    tables = ", ".join(f"{table} ({count})" for table, count in sorted(lost.items()))
    return f"the rows of {tables}" if lost else "tables that hold no row"


def bring_up_to_date(database: Database) -> None:
    """Migrate, or make the views anew, where this program's differ from the database's; an old schema is told of.

    Raises:
        UserError: as `migrate`.
    """
    if _is_current(database):
        return
    with database.write_lock():
        before = _checked(database)
        if before == HEAD:
            _renew_views(database, HEAD)
            return
        copy = _migrate(database, before, HEAD)
        if before is not None:
            log.warning("%s", _brought_words(database, before, copy))


def _brought_words(database: Database, before: str, copy: Path | None) -> str:
    said = f"{database.place} had schema {before} and was brought to {HEAD}"
    if copy is None or database.path is None:
        return said
    said += f"; what it was is kept in {copy}"
    former = sorted(copy.parent.glob(f"{database.path.name}.before-{before}-from-*"))
    names = ", ".join(str(path) for path in former)
    return (
        f"{said}; it had been taken back to {before}: rows lost then stand in {names} alone"
        if former
        else said
    )


def _renew_views(database: Database, target: str) -> None:
    if target == HEAD and not _is_current(database):
        with database.engine.begin() as connection:
            _drop_views(connection)
            _create_views(connection)


def _goes_back(before: str | None, target: str) -> bool:
    return before is not None and REVISIONS.index(target) < REVISIONS.index(before)


def _lost(database: Database, before: str | None, target: str) -> dict[str, int]:
    """Count the rows of each table that the older schema lacks, empty ones left out."""
    if not _goes_back(before, target):
        return {}
    engine = create_engine("sqlite://")
    with engine.begin() as empty:
        _run_scripts(empty, None, target)
        stay = set(inspect(empty).get_table_names())
    engine.dispose()
    with database.reading() as connection:
        gone = sorted(set(inspect(connection).get_table_names()) - stay)
        counts = {
            name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
            for name in gone
        }
    return {name: count for name, count in counts.items() if count}


def check_schema(database: Database) -> None:
    """Refuse to read a database of another schema than this program's.

    Raises:
        UserError: that says which command to run.
    """
    found = _checked(database)
    if found is None:
        raise UserError(
            f"{database.place} is empty: `resalewatch migrate` makes its tables, and so does the first load"
        )
    if found != HEAD:
        raise UserError(
            f"{database.place} has schema {found}, this program reads {HEAD}: run `resalewatch migrate`"
        )


def schema_version(connection: Connection) -> str | None:
    """Give the revision of a database, None for one without any."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _checked(database: Database) -> str | None:
    with database.reading() as connection:
        found = schema_version(connection)
        if found is None and inspect(connection).get_table_names():
            raise UserError(
                f"{database.place} holds tables of another program: name another file with --database"
            )
    if found is not None and found not in REVISIONS:
        raise UserError(
            f"{database.place} has schema {found}, newer than this program knows: update resalewatch, or name another"
        )
    return found


def _is_current(database: Database) -> bool:
    with database.engine.connect() as connection:
        if schema_version(connection) != HEAD:
            return False
        return _digest_kept(connection) == digest_of_views()


def _migrate(database: Database, before: str | None, target: str) -> Path | None:
    """Migrate in one transaction, and give the copy of what was before; a migration that fails leaves none."""
    copy = None
    if database.path is not None and before is not None:
        copy = free_name(database.path.with_name(f"{database.path.name}.before-{target}-from-{before}"))
        back_up(database.path, copy)
    try:
        _change(database, before, target)
    except BaseException:
        if copy is not None:
            copy.unlink()
        raise
    return copy


def _change(database: Database, before: str | None, target: str) -> None:
    with database.engine.connect() as connection:
        if database.path is not None:
            _foreign_keys(connection, on=False)
        try:
            with connection.begin():
                _drop_views(connection)
                if database.path is not None:
                    drop_attached_views(_raw(connection))
                _run_scripts(connection, before, target)
                _check_foreign_keys(connection)
                if target == HEAD:
                    _create_views(connection)
        finally:
            if database.path is not None:
                _foreign_keys(connection, on=True)
    # what a connection made for itself at its beginning, it made for the former schema
    database.engine.dispose()


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    # outside of a transaction, where alone SQLite heeds it
    _raw(connection).execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}").close()


def _raw(connection: Connection) -> sqlite3.Connection:
    raw: Any = connection.connection.dbapi_connection
    return raw  # type: ignore[no-any-return]


def _run_scripts(connection: Connection, before: str | None, target: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if _goes_back(before, target):
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise UserError(
            f"the migration would leave rows of {broken[0]} without their {broken[2]}: nothing was changed"
        )


def _drop_views(connection: Connection) -> None:
    # a server keeps a view that another reads, an older set's order is not known, and all are made anew
    also = " CASCADE" if connection.dialect.name != "sqlite" else ""
    for name in inspect(connection).get_view_names():
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"{also}')


def _create_views(connection: Connection) -> None:
    dialect = connection.dialect.name
    for statement in view_statements(dialect):
        # psycopg reads a percent sign as the place of a parameter
        connection.exec_driver_sql(statement if dialect == "sqlite" else statement.replace("%", "%%"))
    connection.exec_driver_sql(_KEEP_DIGEST[dialect].format(digest_of_views()))


def _digest_kept(connection: Connection) -> int:
    """Read of which set of views a database has those that stand in it, 0 for none."""
    return int(connection.exec_driver_sql(_READ_DIGEST[connection.dialect.name]).scalar() or 0)
