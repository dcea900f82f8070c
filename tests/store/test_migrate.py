"""Migrations: they make today's tables, keep rows and proofs, and leave nothing half done."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from store import migrate as migrations
from store.database import Database, migrate, open_database
from store.errors import UserError
from store.load import load_spool
from store.migrations import REVISIONS
from store.schema import TABLES
from store.views import view_queries
from tests.store.bundles import shop_bundle


def made(path: Path, kind: str) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as found:
        rows = found.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", (kind,)
        )
        return {name: " ".join(sql.split()) for name, sql in rows if name != "alembic_version"}


def test_the_list_of_revisions_is_that_of_the_scripts() -> None:
    scripts = sorted((migrations.SCRIPTS / "versions").glob("m*.py"))
    assert [re.match(r"m(\d+)_", path.name)[1] for path in scripts] == list(REVISIONS)  # type: ignore[index]


@pytest.mark.parametrize("kind", ["table", "index"])
def test_migrations_make_the_tables_that_the_program_knows(
    tmp_path: Path, empty_database: Path, kind: str
) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/made.db")
    with engine.begin() as connection:
        for table in TABLES.values():
            table.create(connection, checkfirst=True)
    engine.dispose()
    assert made(empty_database, kind) == made(tmp_path / "made.db", kind)


def test_views_stand_in_the_database_itself(empty_database: Path) -> None:
    assert made(empty_database, "view").keys() == view_queries().keys()
    with closing(sqlite3.connect(empty_database)) as found:
        for name in view_queries():
            assert found.execute(f"SELECT * FROM {name}").fetchall() == []


def test_a_view_that_changed_is_made_anew_on_the_next_opening(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("DROP VIEW source_health")
        connection.exec_driver_sql("CREATE VIEW source_health AS SELECT 1 AS old")
        connection.exec_driver_sql("PRAGMA user_version=1")
    with open_database(database.url, write=True) as again, again.reading() as connection:
        assert "verdict" in connection.exec_driver_sql("SELECT * FROM source_health").keys()  # noqa: SIM118


def test_there_and_back_with_rows_views_and_foreign_keys(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 5)
    assert [one.outcome for one in load_spool(database, spool, evidence)] == ["loaded"]
    assert database.path is not None
    path = database.path
    tables, views = made(path, "table"), made(path, "view")

    assert migrate(database.url, "0001") == (REVISIONS[-1], "0001")
    assert "observation" in made(path, "table")
    assert "valuation" not in made(path, "table")
    assert made(path, "view") == {}
    assert path.with_name(f"{path.name}.before-0001-from-{REVISIONS[-1]}").exists()
    with pytest.raises(UserError, match="run `resalewatch migrate`"):
        open_database(database.url)

    open_database(database.url, write=True).close()
    assert (made(path, "table"), made(path, "view")) == (tables, views)
    with closing(sqlite3.connect(path)) as found:
        assert found.execute("SELECT count(*) FROM observation").fetchone() == (5,)
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_migration_that_would_break_references_changes_nothing(database: Database) -> None:
    assert database.path is not None
    path = database.path
    migrate(database.url, "0001")
    with closing(sqlite3.connect(path)) as broken:
        broken.execute("INSERT INTO run VALUES ('r','nowhere','','','','','',NULL,1,1,0,NULL,0,0,0,0)")
        broken.commit()
    before = made(path, "table")
    with pytest.raises(UserError, match="without their source: nothing was changed"):
        migrate(database.url)
    assert made(path, "table") == before


def test_a_new_database_has_no_backup(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path}/new.db")
    assert [path.name for path in tmp_path.glob("*.before*")] == []
