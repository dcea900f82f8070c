"""Migrations: they make today's tables, keep rows and proofs, and leave nothing half done."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from store import migrate as migrations
from store.claims_sent import reserve
from store.database import Database, migrate, open_database
from store.errors import UserError
from store.load import load_spool
from store.migrations import REVISIONS
from store.schema import TABLES
from store.views import attached_views, view_queries
from tests.store.bundles import shop_bundle
from tests.store.known_world import START, World

STANDING = view_queries().keys() - attached_views().keys()


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """What is tested here is SQLite's own; a server's part stands in test_server.py."""
    return sqlite_database


def made(path: Path, kind: str) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as found:
        rows = found.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", (kind,)
        )
        return {name: " ".join(sql.split()) for name, sql in rows if name != "alembic_version"}


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.*before*"))


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as found:
        return int(found.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def know_two_accounts(database: Database) -> Path:
    assert database.path is not None
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO known_account VALUES (1, 'openai', 'a'), (2, 'openai', 'b')")
    return database.path


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
    assert made(empty_database, "view").keys() == STANDING
    with closing(sqlite3.connect(empty_database)) as found:
        for name in STANDING:
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

    done = migrate(database.url, "0001", allow_loss=True)
    assert (done.before, done.after) == (REVISIONS[-1], "0001")
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
    migrate(database.url, "0001", allow_loss=True)
    with closing(sqlite3.connect(path)) as broken:
        broken.execute("INSERT INTO run VALUES ('r','nowhere','','','','','',NULL,1,1,0,NULL,0,0,0,0)")
        broken.commit()
    before = made(path, "table")
    with pytest.raises(UserError, match="without their source: nothing was changed"):
        migrate(database.url)
    assert made(path, "table") == before
    assert [one.name for one in copies(path)] == [f"{path.name}.before-0001-from-{REVISIONS[-1]}"]


def test_a_new_database_has_no_backup(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path}/new.db")
    assert [path.name for path in tmp_path.glob("*.before*")] == []


def test_going_back_is_refused_with_the_tables_that_it_would_empty(database: Database) -> None:
    path = know_two_accounts(database)
    with pytest.raises(UserError, match=r"destroys the rows of known_account \(2\).*--allow-loss"):
        migrate(database.url, "0001")
    assert count(path, "known_account") == 2
    assert copies(path) == []


def test_going_back_names_what_is_lost_and_keeps_it_in_a_copy(database: Database) -> None:
    know_two_accounts(database)
    done = migrate(database.url, "0001", allow_loss=True)
    assert done.lost == {"known_account": 2}
    assert done.copy is not None
    assert count(done.copy, "known_account") == 2
    migrate(database.url)
    again = migrate(database.url, "0001", allow_loss=True)
    assert again.copy is not None
    assert again.copy != done.copy
    assert (again.lost, count(done.copy, "known_account")) == ({}, 2)


def test_accounts_that_stand_withdrawn_by_hand_are_kept_so(database: Database) -> None:
    with database.writing() as connection:
        world = World(connection)
        for ref in ("a", "b", "c"):
            world.knows(ref)
        world.withdraws("a", "wrong customer")
        world.withdraws("b", "its provider's full list all.csv names it no longer")
        world.withdraws("c")
        world.knows("c")
    migrate(database.url, "0018", allow_loss=True)
    migrate(database.url)
    with database.reading() as connection:
        kept = "SELECT w.reason, w.value_key, a.account_ref FROM known_withdrawal w JOIN known_account a ON a.id = w.account_id"
        assert connection.exec_driver_sql(kept).all() == [("wrong customer", "", "a")]


def test_an_old_database_is_not_brought_up_in_silence(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    path = know_two_accounts(database)
    lost = migrate(database.url, "0001", allow_loss=True).copy
    caplog.clear()
    open_database(database.url, write=True).close()
    [said] = [record.getMessage() for record in caplog.records if record.name == "resalewatch.store"]
    assert f"{path} had schema 0001 and was brought to {REVISIONS[-1]}" in said
    assert f"taken back to 0001: rows lost then stand in {lost} alone" in said


def test_nothing_to_do_leaves_no_copy(database: Database) -> None:
    assert database.path is not None
    done = migrate(database.url)
    assert (done.before, done.after, done.copy) == (REVISIONS[-1], REVISIONS[-1], None)
    assert copies(database.path) == []


def test_views_that_changed_are_made_anew_where_there_is_nothing_else_to_do(database: Database) -> None:
    assert database.path is not None
    with database.writing() as connection:
        connection.exec_driver_sql("DROP VIEW source_health")
        connection.exec_driver_sql("PRAGMA user_version=1")
    migrate(database.url)
    assert made(database.path, "view").keys() == STANDING


def test_a_revision_that_is_none_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is no schema 9999: this program knows 0001"):
        migrate(f"sqlite:///{tmp_path}/new.db", "9999")
    assert list(tmp_path.iterdir()) == []


def test_versions_of_feeds_keep_their_numbers_and_each_directory_goes_on_from_its_own(
    database: Database,
) -> None:
    assert database.path is not None
    path = database.path
    migrate(database.url, "0020", allow_loss=True)
    with closing(sqlite3.connect(path)) as former:
        for version, directory in ((1, "a"), (2, "b"), (8, "a"), (13, "a")):
            former.execute("INSERT INTO feed_version VALUES (?, '', ?, '', '')", (version, directory))
        former.commit()
    for _ in range(2):
        migrate(database.url)
        with closing(sqlite3.connect(path)) as found:
            rows = found.execute("SELECT id, number, directory FROM feed_version ORDER BY id").fetchall()
        assert rows == [(1, 1, "a"), (2, 2, "b"), (8, 8, "a"), (13, 13, "a")]
        migrate(database.url, "0020", allow_loss=True)
    with open_database(database.url, write=True) as again, again.writing() as connection:
        next_ones = [reserve(connection, directory, 0, START) for directory in ("a", "b", "new", "b")]
    assert [(one.id, one.number) for one in next_ones] == [(14, 14), (15, 3), (16, 1), (17, 4)]
