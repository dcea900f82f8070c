"""The commands over the database, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from scheduler import app
from store.errors import UserError
from store.migrate import HEAD
from tests.store.bundles import shop_bundle


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE", "SOURCES", "SPOOL", "EVIDENCE"):
        monkeypatch.delenv(f"RESALEWATCH_{name}", raising=False)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_load_prints_a_line_a_run_and_fails_where_one_was_broken(spool: Path) -> None:
    shop_bundle(spool, "r1", 0, 3)
    shop_bundle(spool, "w1", 1, 0, source="wall", verdict="blocked", reason="challenge: cloudflare")
    done = run("load")
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        "shop r1: ok, 3 listings, 3 offers, 3 observed, 3 new, 0 gone",
        "wall w1: blocked, 0 listings, 0 offers, 0 observed, 0 new, 0 gone: challenge: cloudflare",
        "valued 3 observations, 0 anew",
    ]
    (spool / "bad").mkdir()
    (spool / "notes.txt").write_text("a stray file does no harm")
    shop_bundle(spool, "r2", 6, 3)
    done = run("--json", "load")
    assert done.exit_code == 1
    lines = [json.loads(line) for line in done.output.splitlines()]
    assert [line.get("outcome") for line in lines] == ["broken", "loaded", None]
    assert lines[2] == {"valued": 0, "superseded": 0}
    assert (spool / "notes.txt").exists()


def test_a_broken_bundle_is_told_in_one_line(spool: Path) -> None:
    bad = spool / "bad"
    bad.mkdir(parents=True)
    (bad / "records.jsonl").write_text('{"is":"run"\x1b[31m\n')
    (bad / "pages.warc.gz").write_bytes(b"")
    told = run("load").output.splitlines()
    assert told[0].startswith('? bad: broken: not a record of this version: {"is":"run" [31m; kept in ')
    assert told[1:] == ["valued 0 observations, 0 anew"]


def test_an_empty_spool_is_no_error() -> None:
    done = run("load")
    assert (done.exit_code, done.output) == (0, "valued 0 observations, 0 anew\n")


def test_status_shows_schema_and_sources(spool: Path) -> None:
    shop_bundle(spool, "r1", 0, 3)
    run("load")
    words = run("status").output
    assert f"schema {HEAD}; 1 source, 1 run, 3 listings, 3 offers, 3 observations" in words
    assert "shop" in words
    found = json.loads(run("--json", "status").output)
    assert (found["schema"], found["rows"]["offer"]) == (HEAD, 3)
    assert found["sources"][0]["verdict"] == "ok"


def test_sql_answers_and_says_that_there_is_more(spool: Path) -> None:
    shop_bundle(spool, "r1", 0, 3)
    run("load")
    done = run("sql", "--format", "csv", "--rows", "2", "SELECT key FROM offer ORDER BY key")
    assert done.stdout == "key\nshop/0\nshop/1\n"
    assert "only the first 2 rows" in done.stderr


@pytest.mark.parametrize(
    "words",
    [("--rows", "0"), ("--rows", "-1"), ("--seconds", "0"), ("--seconds", "-1")],
)
def test_limits_that_allow_nothing_are_refused(words: tuple[str, str]) -> None:
    run("load")
    assert run("sql", "SELECT 1", *words).exit_code == 2


def test_a_question_may_begin_with_a_comment() -> None:
    run("load")
    for query in ("-- sources\nSELECT 1 AS one", "--x\nSELECT 1 AS one", "/* x */ SELECT 1 AS one"):
        assert run("sql", query, "--format", "csv").stdout == "one\n1\n"
        assert run("sql", "--format", "csv", query).stdout == "one\n1\n"
    assert run("sql", "--fromat", "csv", "SELECT 1").exit_code == 2


def test_every_column_of_a_name_reaches_json_and_a_wrong_format_never_asks() -> None:
    run("load")
    assert json.loads(run("--json", "sql", "SELECT 1 AS a, 2 AS a").stdout) == {"a": 1, "a_2": 2}
    for words in (("sql",), ("--json", "sql")):
        assert "--format takes table, csv, json, not 'xml'" in str(
            run(*words, "SELECT nonsense", "--format", "xml").exception
        )


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("market.db", "write sqlite:///market.db"), ("sqlite://", "must be a file"),
        ("sqlite:///file:x.db", "must be a file"), ("sqlite+aiosqlite:///x.db", "write sqlite:///x.db alone"),
        ("sqlite:///x.db?mode=ro", "write sqlite:///x.db alone"), ("bar://x", "opens no database"),
        ("", "opens no database"),
    ],
)  # fmt: skip
def test_a_url_that_opens_no_database_is_one_sentence_and_makes_no_file(
    tmp_path: Path, url: str, why: str
) -> None:
    for command in ("load", "status"):
        done = run("--database", url, command)
        assert isinstance(done.exception, UserError)
        assert why in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_migrate_and_backup(tmp_path: Path) -> None:
    assert run("migrate").output == f"schema none -> {HEAD}\n"
    assert run("migrate").output == f"schema {HEAD}: nothing to do\n"
    assert run("backup", "copy.db").exit_code == 0
    assert (tmp_path / "copy.db").stat().st_size > 0
    again = run("backup", "copy.db")
    assert isinstance(again.exception, UserError)
    assert run("--database", "sqlite:///copy.db", "status").exit_code == 0


def test_going_back_says_what_is_lost_and_where_it_is_kept(tmp_path: Path) -> None:
    run("load")
    refused = run("migrate", "--to", "0001")
    assert isinstance(refused.exception, UserError)
    assert "--allow-loss" in str(refused.exception)
    done = run("migrate", "--to", "0001", "--allow-loss")
    assert f"are gone; what it was is kept in resalewatch.db.before-0001-from-{HEAD}\n" in done.output
    assert (tmp_path / f"resalewatch.db.before-0001-from-{HEAD}").exists()


def test_a_copy_into_no_directory_is_one_sentence(tmp_path: Path) -> None:
    run("migrate")
    done = run("backup", "nodir/b.db")
    assert isinstance(done.exception, UserError)
    assert str(done.exception) == "there is no directory nodir to put b.db in: make it first"


def test_a_directory_is_no_database(tmp_path: Path) -> None:
    for command in ("load", "status"):
        done = run("--database", f"sqlite:///{tmp_path}", command)
        assert isinstance(done.exception, UserError)
        assert f"{tmp_path} is a directory: name a file in it" in str(done.exception)


@pytest.mark.parametrize("command", ["load", "status", "sql", "migrate", "backup"])
def test_each_command_has_help_with_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert "Example: resalewatch" in " ".join(done.output.split())
