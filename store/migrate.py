"""Migrations by the recipe of DESIGN law end of section 4, and the views that are made anew after each.

SQLite: backup, drop views, foreign keys off, migrate, foreign_key_check, recreate views, all but the backup in one
transaction; Alembic's batch mode fails while a view stands and empties children through CASCADE.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from store.engine import Database, connect_database, friendly
from store.errors import UserError
from store.migrations import REVISIONS
from store.views import digest_of_views, view_statements

SCRIPTS = Path(__file__).parent / "migrations"
HEAD = REVISIONS[-1]


def migrate(url: str, target: str = HEAD) -> tuple[str | None, str]:
    """Bring a database to a revision, today's by default, and give the revisions before and after.

    Raises:
        UserError: where it is newer than this program, or foreign keys would break.
    """
    database = connect_database(url, write=True)
    with database, database.write_lock(), friendly(database.place):
        before = _checked(database)
        _migrate(database, before, target)
        return before, target


def bring_up_to_date(database: Database) -> None:
    """Migrate, or make the views anew, where this program's differ from the database's.

    Raises:
        UserError: as `migrate`.
    """
    if _is_current(database):
        return
    with database.write_lock():
        before = _checked(database)
        if before != HEAD:
            _migrate(database, before, HEAD)
        elif not _is_current(database):
            with database.engine.begin() as connection:
                _drop_views(connection)
                _create_views(connection)


def check_schema(database: Database) -> None:
    """Refuse to read a database of another schema than this program's.

    Raises:
        UserError: that says which command to run.
    """
    found = _checked(database)
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
        if database.path is None:
            return True
        return connection.exec_driver_sql("PRAGMA user_version").scalar() == digest_of_views()


def _migrate(database: Database, before: str | None, target: str) -> None:
    if database.path is not None and before is not None:
        back_up(database.path, database.path.with_name(f"{database.path.name}.before-{target}-from-{before}"))
    with database.engine.connect() as connection:
        if database.path is not None:
            _foreign_keys(connection, on=False)
        try:
            with connection.begin():
                _drop_views(connection)
                _run_scripts(connection, before, target)
                _check_foreign_keys(connection)
                if target == HEAD:
                    _create_views(connection)
        finally:
            if database.path is not None:
                _foreign_keys(connection, on=True)


def back_up(source: Path, target: Path) -> None:
    """Copy a database that may be in use to a new file, whole or not at all."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(part)) as new:
        old.backup(new)
    part.replace(target)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    # outside of a transaction, where alone SQLite heeds it
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.cursor().execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


def _run_scripts(connection: Connection, before: str | None, target: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if before is not None and REVISIONS.index(target) < REVISIONS.index(before):
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
    for name in inspect(connection).get_view_names():
        connection.exec_driver_sql(f'DROP VIEW "{name}"')


def _create_views(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    for statement in view_statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version={digest_of_views()}")
