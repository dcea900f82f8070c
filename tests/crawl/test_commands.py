"""`crawl`, `sources`, and the child that the daemon starts."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
import yaml
from sqlalchemy import update
from typer.testing import CliRunner

from crawlers.bundle import read_bundle, sweep
from crawlers.child import run_job
from crawlers.cli_sources import SHOWN
from crawlers.platforms import PLATFORMS
from crawlers.terminal import Progress
from scheduler import app
from store.database import open_database
from store.errors import UserError
from store.run_records import PageRecord, RunRecord
from store.schema import TABLES
from tests.crawl.hostile import Hostile, page
from tests.crawl.tiny import Tiny, goods
from tests.market.server import Market

ROOT = Path(__file__).parents[2]
MARKET = ROOT / "tests" / "sources"
WALL = page("<script>window._cf_chl_opt={}</script>")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a directory of sources `shop`, `wall`, `gone` and the disabled `rest` on hostile.test."""
    monkeypatch.setitem(PLATFORMS, "tiny", Tiny())
    for name in ("shop", "wall", "gone", "rest"):
        said = {
            "platform": "tiny",
            "start": [f"http://{name}.hostile.test/"],
            "delay_seconds": 0,
            "loopback": True,
        }
        (tmp_path / "sources" / name).mkdir(parents=True)
        text = yaml.safe_dump(said | ({"enabled": False} if name == "rest" else {}))
        (tmp_path / "sources" / name / "source.yml").write_text(text, "utf-8")
    return tmp_path


def run(folder: Path, *words: str) -> tuple[int, str]:
    options = ["--sources", str(folder / "sources"), "--spool", str(folder / "spool")]
    options += ["--database", f"sqlite:///{folder}/market.db"]
    done = CliRunner().invoke(app, [*options, *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Hostile:
    return Hostile({"shop": page(goods("a", "b", total=2)), "wall": WALL})


def test_crawl_says_a_line_a_source(folder: Path, server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    with server:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", server.ways)
        code, out = run(folder, "crawl")
    lines = sorted(" ".join(line.split()) for line in out.splitlines())
    assert code == 0
    assert lines[1:] == [
        "shop ok 1 page 2 listings 2 offers",
        "wall blocked 1 page 0 listings 0 offers challenge: cloudflare",
    ]
    assert lines[0].startswith("gone failed 1 page 0 listings 0 offers")
    assert len(list((folder / "spool").iterdir())) == 3


def test_crawl_answers_in_json_and_by_its_exit(
    folder: Path, server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", server.ways)
        code, out = run(folder, "--json", "crawl", "shop", "wall", "shop")
        assert code == 0
        assert run(folder, "crawl", "wall")[0] == 0
        assert run(folder, "crawl", "gone")[0] == 1
    told, wall = sorted((json.loads(line) for line in out.splitlines()), key=lambda one: str(one["source"]))
    assert wall["verdict"] == "blocked"
    assert (told["source"], told["verdict"], told["covers_all"], told["offers"]) == ("shop", "ok", True, 2)
    assert Path(told["bundle"]).is_dir()


@pytest.mark.parametrize(
    ("names", "said"),
    [(["shpo"], "did you mean shop?"), (["xyz"], "sources list"), ([], None)],
)
def test_an_unknown_name_is_told_what_is_close(folder: Path, names: list[str], said: str | None) -> None:
    if said is None:
        for name in ("shop", "wall", "gone"):
            (folder / "sources" / name / "source.yml").unlink()
            (folder / "sources" / name).rmdir()
        said = "no source is enabled"
    with pytest.raises(UserError, match=said):
        run(folder, "crawl", *names)


def test_due_sources_are_those_not_yet_crawled(
    folder: Path, server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ["--sources", str(folder / "sources"), "--database", f"sqlite:///{folder}/market.db"]
    with server:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", server.ways)
        first = run(folder, "crawl", "--due", "shop")[1]
        run(folder, "load")
        second = CliRunner().invoke(app, [*options, "crawl", "--due", "shop"])
    assert first.startswith("shop")
    assert (second.exit_code, second.stdout, second.stderr) == (0, "", "nothing is due\n")


def test_a_source_is_due_again_by_its_own_schedule(
    folder: Path, server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    leap_days = yaml.safe_load((folder / "sources" / "wall" / "source.yml").read_text()) | {
        "schedule": "0 0 29 2 *"
    }
    (folder / "sources" / "wall" / "source.yml").write_text(yaml.safe_dump(leap_days), "utf-8")
    with server:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", server.ways)
        run(folder, "crawl", "--due", "shop", "wall")
        run(folder, "load")
        with (
            open_database(f"sqlite:///{folder}/market.db", write=True) as database,
            database.writing() as rows,
        ):
            eight_hours_ago = datetime.now(UTC) - timedelta(hours=8)
            rows.execute(update(TABLES["run"]).values(finished_at=eight_hours_ago))
        out = run(folder, "crawl", "--due", "shop", "wall")[1]
    assert [line.split()[0] for line in out.splitlines()] == ["shop"]


def test_sources_are_listed(folder: Path) -> None:
    code, out = run(folder, "sources", "list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["gone", "rest", "shop", "wall"]
    assert "(not enabled)" in out.splitlines()[1]
    lines = run(folder, "--json", "sources", "list")[1].splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["gone", "rest", "shop", "wall"]


def test_a_source_is_checked_and_nothing_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Market() as market:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", f"*.market.test=127.0.0.1:{market.port}")
        code, out = run(folder.parent / "x", "--sources", str(MARKET), "sources", "check", "luotuo")
    assert code == 0
    assert "the pages say dujiaoka" in out
    assert "verdict    ok" in out
    assert "8 listings" in out
    assert "None" not in out
    assert not (folder / "spool").exists()


def test_a_check_shows_titles_and_face_values_and_how_many_more_there_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Market() as market:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", f"*.market.test=127.0.0.1:{market.port}")
        out = run(folder, "--sources", str(MARKET), "sources", "check", "lanjing")[1]
        told = json.loads(run(folder, "--sources", str(MARKET), "--json", "sources", "check", "lanjing")[1])
    pages, offers = (out.partition("offers     ")[at].splitlines() for at in (0, 2))
    assert "credit  3.5 CNY  (face 10 USD)  星海API 10刀额度 体验卡" in offers[0]
    assert pages[-1].split() == ["and", str(len(told["fetched"]) - SHOWN), "more"]
    assert offers[-1].split() == ["and", str(told["offers"] - SHOWN), "more"]
    assert len(told["offered"]) == told["offers"]


def test_a_page_that_was_not_asked_for_has_no_status_and_no_number_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Market() as market:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", f"*.market.test=127.0.0.1:{market.port}")
        out = run(folder, "--sources", str(MARKET), "sources", "check", "shuimen")[1]
    assert "not asked http://shuimen.market.test/" in out
    assert "None" not in out


def test_a_spool_that_cannot_be_written_is_said_before_anything_is_crawled(
    folder: Path, server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "spool").write_text("a file", "utf-8")
    with server:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", server.ways)
        with pytest.raises(UserError, match=r"the spool .*spool cannot be written: File exists"):
            run(folder, "crawl", "shop")
    assert server.connections == 0


def test_ctrl_c_says_what_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("crawlers.crawl.crawl", interrupted)
    options = ["--sources", str(folder / "sources"), "crawl"]
    done = CliRunner().invoke(app, options)
    assert done.exit_code == 130
    assert done.stderr == (
        "resalewatch: stopped: 0 of 3 sources are done and wait in the spool; of the others nothing is kept\n"
    )


def test_a_terminal_sees_what_is_at_work_and_a_pipe_does_not() -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    terminal, pipe = Terminal(), StringIO()
    for stream in (terminal, pipe):
        progress = Progress(stream, "abcde")
        progress.show()
        for name in "abcde":
            progress.end(name)
            progress.hide()
            progress.show()
    assert pipe.getvalue() == ""
    shown = terminal.getvalue().split("\r")
    assert shown[0] == "0 of 5 done; at work: a, b, c and 2 more"
    assert shown[4] == "\x1b[K4 of 5 done; at work: e"
    assert shown[5] == "\x1b[K"


def test_a_job_that_is_none_is_said() -> None:
    for text in ("", "[]", "{}", '{"sources": 1, "spool": "a", "tokens": {}}'):
        with pytest.raises(UserError, match="a job is one JSON object"):
            run_job(text, sys.stdout)


def start_child(spool: Path, market: Market, names: list[str]) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-m", "crawlers.child"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "RESALEWATCH_RESOLVE": f"*.market.test=127.0.0.1:{market.port}"},
    )
    assert child.stdin is not None
    tokens = {name: number for number, name in enumerate(names, 7)}
    child.stdin.write(json.dumps({"sources": str(MARKET), "spool": str(spool), "tokens": tokens}))
    child.stdin.close()
    return child


def test_a_child_knows_no_database() -> None:
    names = "crawlers.child, crawlers.run, crawlers.spider, crawlers.renderer, crawlers.network.handler"
    asked = f"import sys, {names}; print([name for name in ('sqlalchemy', 'sqlite3', 'sqlmodel') if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_child_crawls_its_job(tmp_path: Path) -> None:
    with Market() as market, start_child(tmp_path, market, ["luotuo", "shuimen"]) as child:
        assert child.stdout is not None
        told = sorted((json.loads(line) for line in child.stdout), key=lambda one: str(one["source"]))
    assert child.returncode == 0
    assert [(one["source"], one["verdict"]) for one in told] == [("luotuo", "ok"), ("shuimen", "blocked")]
    runs = [list(read_bundle(Path(one["bundle"])))[-1] for one in told]
    assert [run.token for run in runs if isinstance(run, RunRecord)] == [7, 8]


@pytest.mark.parametrize("seed", range(int(os.environ.get("RESALEWATCH_KILLS", "2"))))
def test_a_child_that_is_killed_leaves_no_half_run(tmp_path: Path, seed: int) -> None:
    """Killed at a random moment of its fetching; every bundle that is there is whole, and the rest is swept."""
    moment = random.Random(seed).uniform(0, 1.5)
    names = ["luotuo", "kongshan", "yunfan", "chaoxi", "bazar"]
    with Market() as market, start_child(tmp_path, market, names) as child:
        while not market.requests:
            assert child.poll() is None
        until = time.monotonic() + moment
        while time.monotonic() < until:
            pass
        os.killpg(child.pid, signal.SIGKILL)
    sweep(tmp_path)
    for path in tmp_path.iterdir():
        *records, last = read_bundle(path)
        assert isinstance(last, RunRecord)
        assert last.run_id == path.name
        assert sum(isinstance(record, PageRecord) for record in records) >= last.pages > 0
