"""Connections: their settings, the one writer, and each error that a user can meet as a sentence."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import StatementError

from store.columns import Exact, Utc
from store.copies import back_up
from store.database import Database, friendly, open_database
from store.errors import UserError
from store.restore import restore
from store.schema import TABLES

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys, time
from store.database import open_database
with open_database(sys.argv[1], write=True) as database, database.write_lock():
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_writer_is_durable_patient_and_checks_foreign_keys(sqlite_database: Database) -> None:
    with sqlite_database.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert int(found.pop("busy_timeout") or 0) >= 5000
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_writing_undoes_all_on_an_error(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            connection.execute(
                insert(TABLES["rate"]).values(currency="XXX", day=datetime.now(UTC).date(), source="")
            )
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as connection:
        assert (
            connection.execute(select(TABLES["rate"]).where(TABLES["rate"].c.currency == "XXX")).first()
            is None
        )


def test_a_reader_cannot_write(sqlite_database: Database) -> None:
    with (
        open_database(sqlite_database.url) as reader,
        pytest.raises(UserError, match="is read-only: make the file"),
        reader.reading() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM run")


def test_the_lock_may_be_taken_again_by_its_holder(database: Database) -> None:
    with (
        database.write_lock(),
        open_database(database.url, write=True) as other,
        other.writing() as connection,
    ):
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_another_process_waits_for_the_lock_and_gets_it_when_the_holder_is_killed(database: Database) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", HOLDER, database.url]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(UserError, match="another process has been writing"),
            database.write_lock(wait=0.05),
        ):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with database.write_lock(wait=5):
            pass


def test_a_missing_database_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"there is no database at .* `resalewatch load`"):
        open_database(f"sqlite:///{tmp_path}/none.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["nonsense", "sqlite://", "sqlite:///:memory:", "oracle+none://x/y"])
def test_a_url_that_names_no_database(url: str) -> None:
    with pytest.raises(UserError, match=r"sqlite:///"):
        open_database(url, write=True)


def test_a_password_does_not_stand_in_the_message() -> None:
    with pytest.raises(UserError) as raised:
        open_database("postgresql+nodriver://me:secret@db.example/x")
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_database(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear all, " * 500)
    with pytest.raises(UserError, match="is not an SQLite database"):
        open_database(f"sqlite:///{path}", write=write)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE song (name)")
    with pytest.raises(UserError, match="tables of another program"):
        open_database(f"sqlite:///{path}", write=True)
    with closing(sqlite3.connect(path)) as other:
        assert [name for (name,) in other.execute("SELECT name FROM sqlite_master")] == ["song"]


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_schema_is_refused(database: Database, write: bool) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UserError, match="newer than this program knows"):
        open_database(database.url, write=write)


def test_a_missing_directory(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        open_database(f"sqlite:///{tmp_path}/no/where/x.db", write=True)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), "the disk of x.db is full"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "x.db is read-only"),
        (sqlite3.OperationalError("database is locked"), "locked by another program"),
        (sqlite3.OperationalError("disk I/O error"), "does not read or write"),
        (sqlite3.DatabaseError("database disk image is malformed"), "restore it from a backup"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk of x.db is full"),
        (OSError(errno.EROFS, "Read-only file system"), "x.db is read-only"),
        (OSError(errno.EFBIG, "File too large"), "the disk of x.db is full"),
        (OSError(errno.EIO, "Input/output error"), "does not read or write: check it"),
    ],
)
def test_errors_of_the_disk_become_a_sentence(error: Exception, words: str) -> None:
    with pytest.raises(UserError, match=words), friendly("x.db"):
        raise error


def test_other_errors_pass_as_they_are() -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), friendly("x.db"):
        raise sqlite3.OperationalError("no such table: y")


@pytest.mark.parametrize("value", [0.1, 1, "39", Decimal("NaN"), Decimal("Infinity")])
def test_money_is_a_finite_decimal_or_refused(database: Database, value: object) -> None:
    row = {"currency": "CNY", "day": datetime.now(UTC).date(), "per_usd": value, "source": ""}
    with pytest.raises(StatementError, match="finite Decimals"), database.writing() as connection:
        connection.execute(insert(TABLES["rate"]).values(row))


def test_a_naive_time_is_refused(database: Database) -> None:
    row = {"name": "a", "platform": "x", "url": "u", "added_at": datetime(2026, 11, 1)}  # noqa: DTZ001
    with pytest.raises(StatementError, match="carry their zone"), database.writing() as connection:
        connection.execute(insert(TABLES["source"]).values(row))


def test_no_column_near_money_is_a_float_but_the_shadows() -> None:
    floats = {
        f"{name}.{column.name}"
        for name, table in TABLES.items()
        for column in table.columns
        if "FLOAT" in str(column.type).upper() and not isinstance(column.type, Exact | Utc)
    }
    assert floats == {"observation.amount_n", "valuation.ratio_n", "offer.worth_n"}


def test_a_backup_while_writing_holds_one_state_and_comes_back_by_restore(
    sqlite_database: Database, tmp_path: Path
) -> None:
    """While a transaction is open, and between two of each writer's rows: never one without the other."""
    assert sqlite_database.path is not None
    copies = [tmp_path / f"copy{number}.db" for number in range(4)]
    for number, copy in enumerate(copies):
        with sqlite_database.writing() as connection:
            row = {"name": f"s{number}", "platform": "p", "url": "u", "added_at": datetime.now(UTC)}
            connection.execute(insert(TABLES["source"]).values(**row))
            back_up(sqlite_database.path, copy)
            connection.execute(insert(TABLES["seller"]).values(source=f"s{number}", key="operator"))
    for number, copy in enumerate(copies):
        with closing(sqlite3.connect(copy)) as kept:
            assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            counts = [
                kept.execute(f"SELECT count(*) FROM {name}").fetchone() for name in ("source", "seller")
            ]
            assert counts == [(number,), (number,)]
    sqlite_database.close()
    restored = restore(
        sqlite_database.url, copies[-1], tmp_path / "evidence", datetime.now(UTC), replace=True
    )
    assert Path(restored.aside).exists()
    with open_database(sqlite_database.url) as again, again.reading() as connection:
        assert len(connection.execute(select(TABLES["seller"])).all()) == 3
