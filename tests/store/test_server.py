"""What is a PostgreSQL server's own: its schema there and back, its refusals in a sentence, questions that stay reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect

from store import ask_server as asking
from store.ask import ask
from store.database import Database, migrate, open_database
from store.errors import UserError
from store.import_batches import Origin
from store.known_records import AccountFields, AccountLine, KnownValue
from store.migrations import REVISIONS
from store.save_accounts import save_accounts
from store.schema import TABLES
from store.views import view_queries
from tests.servers import url_of
from tests.store.bundles import at, shop_bundle
from tests.store.loading import count, load


@pytest.fixture
def database(server_database: Database) -> Database:
    return server_database


def test_a_server_has_all_tables_indexes_and_views(database: Database) -> None:
    with database.reading() as connection:
        found = inspect(connection)
        assert set(found.get_table_names()) == {*TABLES, "alembic_version"}
        assert set(found.get_view_names()) == set(view_queries())
        for name, table in TABLES.items():
            assert {one["name"] for one in found.get_columns(name)} == set(table.columns.keys())
            made = {one["name"] for one in found.get_indexes(name) if not one.get("duplicates_constraint")}
            assert made == {str(index.name) for index in table.indexes}, name


def test_there_and_back_with_rows_and_views(database: Database, spool: Path, evidence: Path) -> None:
    shop_bundle(spool, "r1", 0, 5)
    load(database, spool, evidence)
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO known_account VALUES (1, 'openai', 'a')")
    with pytest.raises(UserError, match=r"destroys the rows of known_account \(1\).*nothing was changed"):
        migrate(database.url, "0001")
    assert migrate(database.url, "0001", allow_loss=True).after == "0001"
    with pytest.raises(UserError, match="run `resalewatch migrate`"):
        open_database(database.url)
    open_database(database.url, write=True).close()
    assert ask(database.url, "SELECT count(*) FROM offers_now").rows == [(5,)]
    assert count(database, "known_account") == 0
    assert migrate(database.url).before == REVISIONS[-1]


def test_views_that_changed_are_made_anew_though_others_read_them(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE VIEW on_top AS SELECT source FROM source_health")
        connection.exec_driver_sql("COMMENT ON TABLE alembic_version IS '1'")
    with open_database(database.url, write=True) as again, again.reading() as connection:
        assert set(inspect(connection).get_view_names()) == set(view_queries())


def test_a_reader_cannot_write(database: Database) -> None:
    with (
        open_database(database.url) as reader,
        pytest.raises(UserError, match="takes no writing"),
        reader.reading() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM run")


def test_a_server_is_named_by_each_of_its_schemes(database: Database) -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        url = f"{scheme}:{database.url.split(':', 1)[1]}"
        assert ask(url, "SELECT 1 AS one").rows == [(1,)]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT pg_read_file('/etc/hostname')", "SELECT pg_ls_dir('/')", "SELECT lo_export(1, '/tmp/x')",
        "COPY run TO '/tmp/x'", "SELECT 1) AS x; DELETE FROM run; SELECT (1", "SELECT 1) AS x; DELETE FROM run; --",
        "WITH gone AS (DELETE FROM run RETURNING 1) SELECT * FROM gone", "SELECT nextval('seller_id_seq')",
        "SET default_transaction_read_only = off", "SELECT * INTO made FROM run", "TABLE nowhere", "SELECT * FROM run FOR UPDATE",
    ],
)  # fmt: skip
def test_a_question_reads_tables_and_does_nothing_else(database: Database, query: str) -> None:
    with pytest.raises(UserError, match=r"only a SELECT is answered|not understood"):
        ask(database.url, query)


def test_a_server_that_cannot_be_asked_is_told_in_a_sentence(database: Database) -> None:
    missing = url_of(database.url, "no_such_database")
    with pytest.raises(UserError, match="does not exist: make it with `createdb`"):
        open_database(missing)
    with pytest.raises(UserError, match="does not answer: check the host and port"):
        open_database("postgresql://me:secret@127.0.0.1:1/x", write=True)


def test_a_question_is_asked_as_one_who_reads_where_the_user_may_do_all(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not ask(database.url, "SELECT rolsuper FROM pg_roles WHERE rolname = session_user").rows[0][0]:
        pytest.skip("this server's user is no superuser")
    monkeypatch.setattr(asking, "_SUPERUSER", "SELECT false")
    assert ask(database.url, "SELECT length(pg_read_file('/etc/hostname')) > 0").rows == [(True,)]


def test_an_import_counts_its_rows_on_a_server_too(database: Database) -> None:
    lines = [
        AccountLine(
            2, "anthropic", "a", AccountFields(class_name="fraudulent"), (KnownValue("email", "x@y.example"),)
        ),
        AccountLine(
            3, "anthropic", "b", AccountFields(class_name="fraudulent"), (KnownValue("phone", "+1555"),)
        ),
    ]
    with database.writing() as connection:
        assert save_accounts(connection, lines, Origin("f", "0" * 64), at(0)).changed == 4
        assert save_accounts(connection, lines, Origin("f", "0" * 64), at(1)).changed == 0


def test_what_is_no_select_is_told_so_on_a_server_too(database: Database) -> None:
    with pytest.raises(UserError, match="only a SELECT is answered here"):
        ask(database.url, "delete from offer")
