"""`sql`: it answers questions and does nothing else, within its limits."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import time
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from store import ask as asking
from store.ask import ask
from store.database import Database
from store.errors import UserError
from store.report import write_rows
from store.views import view_queries
from tests.store.bundles import shop_bundle
from tests.store.loading import load

ROOT = Path(__file__).resolve().parents[2]
BOMB = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"


def test_a_question_is_answered(database: Database, spool: Path, evidence: Path) -> None:
    shop_bundle(spool, "r1", 0, 3)
    load(database, spool, evidence)
    answer = ask(database.url, "SELECT key, kind FROM offer ORDER BY key")
    assert answer.columns == ["key", "kind"]
    assert answer.rows == [("shop/0", "account"), ("shop/1", "account"), ("shop/2", "account")]
    assert not answer.cut
    assert ask(database.url, "offer").rows == ask(database.url, "SELECT * FROM offer").rows
    cut = ask(database.url, "SELECT key FROM offer", rows=2)
    assert (len(cut.rows), cut.cut) == (2, True)


@pytest.mark.parametrize("name", view_queries())
def test_every_view_is_asked_by_its_name(sqlite_database: Database, name: str) -> None:
    assert ask(sqlite_database.url, name).rows == []


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM offer", "INSERT INTO rate VALUES ('X', '2026-01-01', '1', '')", "UPDATE run SET verdict = 'ok'",
        "DROP TABLE offer", "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "ATTACH 'x.db' AS y", "VACUUM",
        "VACUUM INTO 'x.db'", "PRAGMA query_only = OFF", "PRAGMA writable_schema = ON", "PRAGMA journal_mode = DELETE",
        "BEGIN IMMEDIATE", "REINDEX", "ANALYZE", "SELECT load_extension('x')", "SELECT 1; DELETE FROM offer",
        "SELECT writefile('x', 'y')", "SELECT * FROM nowhere", "nonsense", "", "SELECT randomblob(999999999)",
    ],
)  # fmt: skip
def test_what_is_no_question_is_refused_in_a_sentence(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(UserError, match=r"only a SELECT is answered|not understood|is empty"):
        ask(sqlite_database.url, query)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("query", ["", " ;\n", "-- words", "/* words", "/* a */ -- b"])
def test_an_empty_question_is_told(sqlite_database: Database, query: str) -> None:
    with pytest.raises(UserError, match="the question is empty"):
        ask(sqlite_database.url, query)


@pytest.mark.parametrize(("seconds", "rows"), [(0, 1), (-1, 1), (float("nan"), 1), (1, 0), (1, -1)])
def test_a_question_has_some_time_and_rows(sqlite_database: Database, seconds: float, rows: int) -> None:
    with pytest.raises(UserError, match="some time and at least one row"):
        ask(sqlite_database.url, "SELECT 1", seconds=seconds, rows=rows)


def test_a_question_without_end_is_stopped(database: Database) -> None:
    start = time.monotonic()
    with pytest.raises(UserError, match=r"took longer than 0\.2 s"):
        ask(database.url, BOMB, seconds=0.2)
    assert time.monotonic() - start < 2


def test_a_function_that_looks_at_no_clock_ends_with_its_process(sqlite_database: Database) -> None:
    long = "SELECT instr(printf('%.*c', 9000000, 'a'), printf('%.*c', 4000000, 'a') || 'b')"
    words = ["--database", sqlite_database.url, "sql", long, "--seconds", "0.1"]
    done = subprocess.run(
        [sys.executable, ROOT / "scheduler.py", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "resalewatch: the query does not stop by itself and was ended: narrow it\n"


def test_an_answer_without_end_is_cut(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "printf('%01000d', x)" if database.path else "lpad(x::text, 1000)"
    monkeypatch.setattr(asking, "_MAX_ANSWER", 5000)
    answer = ask(database.url, BOMB.replace("count(*)", long), rows=100_000)
    assert len(answer.rows) <= 6
    assert answer.cut


def test_a_question_waits_for_no_writer_and_sees_no_half_run(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO rate VALUES ('XXX', '2026-01-01', '1', '', '0')")
        assert ask(database.url, "SELECT count(*) FROM rate WHERE currency = 'XXX'").rows == [(0,)]
    assert ask(database.url, "SELECT count(*) FROM rate WHERE currency = 'XXX'").rows == [(1,)]


def written(rows: list[tuple[object, ...]], output: str) -> str:
    stream = io.StringIO()
    write_rows(stream, ["name", "value"], rows, output)
    return stream.getvalue()


def test_formats() -> None:
    rows: list[tuple[object, ...]] = [("星海", 1), ("=HYPERLINK(0)", None), ("a\nb\x1b[31m", -2)]
    assert json.loads(written(rows, "json").splitlines()[0]) == {
        "name": "星海",
        "value": 1,
    }
    read = list(csv.reader(io.StringIO(written(rows, "csv"))))
    assert read == [["name", "value"], ["星海", "1"], ["'=HYPERLINK(0)", ""], ["a\nb\x1b[31m", "-2"]]
    table = written(rows, "table").splitlines()
    assert table[0].split() == ["name", "value"]
    assert table[4].split() == ["a", "b�[31m", "-2"]
    with pytest.raises(UserError, match="--format takes table, csv, json"):
        written(rows, "xml")


@pytest.mark.parametrize("output", ["table", "csv", "json"])
def test_a_moment_of_a_server_is_written_as_a_file_holds_it(output: str) -> None:
    moment = datetime(2026, 11, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    told = written([(moment, date(2026, 11, 1))], output)
    assert told.count("2026-11-01") == 2, "a day stays a day"
    assert "2026-11-01T08:30:00.000000Z" in told
