"""The commands as a user meets them, on the lists that the bundled market's provider hands in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import scheduler
from store.database import open_database
from store.errors import UserError
from tests.store.known_world import World

Run = Callable[..., Result]
MARKET = Path(__file__).resolve().parents[1] / "market"
TRUTH = json.loads((MARKET / "truth" / "accounts.json").read_text("utf-8"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESALEWATCH_DATABASE", f"sqlite:///{tmp_path / 'test.db'}")

    def call(*words: str | Path) -> Result:
        result = CliRunner().invoke(scheduler.app, [str(word) for word in words])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


def test_the_markets_lists_come_in_with_every_bad_line_told(run: Run) -> None:
    first = json.loads(run("--json", "accounts", "import", MARKET / "accounts.csv").stdout)
    assert (first["good"], first["bad"]) == (TRUTH["rows"], 0)
    again = json.loads(run("--json", "accounts", "import", MARKET / "accounts.csv").stdout)
    assert (again["good"], again["changed"]) == (TRUTH["rows"], 0)
    listed = json.loads(run("--json", "accounts", "list", "--limit", "500").stdout)
    assert {name: count for name, count in TRUTH["classes"].items() if count} == listed["counts"]
    assert len(listed["accounts"]) == TRUTH["accounts"]
    wide = json.loads(run("--json", "accounts", "import", MARKET / "accounts_wide.csv").stdout)
    assert (wide["good"], wide["changed"]) == (len(TRUTH["wide_refs"]), 0)
    bad = json.loads(run("--json", "accounts", "import", MARKET / "accounts_bad.csv").stdout)
    assert [one["line"] for one in bad["rejected"]] == [one["line"] for one in TRUTH["bad_lines"]]
    assert bad["good"] == len(TRUTH["good_lines_of_bad"])
    assert run("protected", "import", MARKET / "protected.csv").exit_code == 0


def test_lines_kept_out_are_written_where_asked_and_come_in_once_mended(run: Run, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    result = run("accounts", "import", MARKET / "accounts_bad.csv", "--rejects", rejects)
    assert result.exit_code == 0
    assert "line 3: 'fax' is no kind of identifier" in result.output
    lines = rejects.read_text("utf-8").splitlines()
    assert lines[0].startswith("rejected_line,rejected_because,account_ref,kind,value")
    assert len(lines) == 1 + len(TRUTH["bad_lines"])
    rejects.write_text(
        "\n".join([lines[0], lines[2].replace("nobody@@nowhere", "nobody@nowhere.com")]) + "\n"
    )
    assert "1 good lines, 0 kept out" in run("accounts", "import", rejects).output


def test_nothing_good_is_exit_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("account_ref,kind,value\n,email,x\n")
    result = run("accounts", "import", path, "--provider", "anthropic", "--class", "own")
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("accounts", "import", "none.csv"), "there is no file none.csv"),
        (("accounts", "import", MARKET / "accounts.csv", "--class", "bad"), "'bad' is no class"),
        (("accounts", "withdraw"), "name either a file"),
        (("accounts", "withdraw", "--ref", "a"), "--ref needs"),
        (("links", "list", "--status", "x"), "--status is active or retracted"),
        (("feeds", "verify", "none"), "there is no manifest.json"),
    ],
)
def test_what_a_user_can_mend_is_one_sentence(run: Run, words: tuple[str, ...], why: str) -> None:
    with pytest.raises(UserError, match=why):
        run(*words)


def test_the_whole_way_by_commands(run: Run, tmp_path: Path) -> None:
    with (
        open_database(f"sqlite:///{tmp_path / 'test.db'}", write=True) as database,
        database.writing() as connection,
    ):
        world = World(connection)
        world.observe(world.offer("shop", "a", title="Claude Pro"), "shop", "30")
        world.shows("shop", "telegram", "fastkeys")
        world.shows("shop", "referral", "abc")
    known = tmp_path / "known.csv"
    known.write_text("account_ref,kind,value\nacc_1,telegram,@FastKeys\nacc_2,referral,abc\n")
    run("accounts", "import", known, "--provider", "anthropic", "--class", "fraudulent")
    purchase = ("--offer", "shop/a", "--date", "2026-05-02", "--account", "acc_2", "--provider", "anthropic")
    said = ("--buyer", "fern", "--authorised-by", "osei", "--case", "case-1")
    for changed in ("1 rows changed", "nothing changed"):
        assert changed in run("purchases", "add", *purchase, *said).output
    assert run("link").output == "2 links: 2 new, 0 back, 0 changed, 0 retracted\n"
    listed = run("links", "list").output.splitlines()
    assert len(listed) == 2
    assert "shop/operator linked to anthropic/acc_1" in listed[0]
    assert run("links", "show", listed[0].split()[0]).output == run("links", "show", listed[0][:10]).output
    with pytest.raises(UserError, match=r"several links begin with clm_ \(clm_.*, clm_.*\): give more"):
        run("links", "show", "clm_")
    shown = run("links", "show", listed[0].split()[0]).output
    assert "the seller shows telegram fastkeys" in shown
    assert "proof: " in shown
    assert "a referral is weak evidence and joins nobody" in run("links", "refused").output
    assert run("feeds", "write", tmp_path / "feeds").exit_code == 0
    assert "is whole: version 1" in run("feeds", "verify", tmp_path / "feeds").output
    run("accounts", "withdraw", "--ref", "acc_1", "--provider", "anthropic", "--reason", "wrong customer")
    assert "1 retracted" in run("link").output
    assert "wrong customer" in run("links", "list", "--status", "retracted").output
    with pytest.raises(UserError, match="there is no link"):
        run("links", "show", "clm_none")
