"""The daemon as a process: it does the whole line, ends on a signal, and loses nothing however it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from sqlalchemy import select

from store.database import open_database
from store.feeds.verify import require_whole
from store.schema import TABLES
from tests.demo import SOURCES, Demo
from tests.market.server import Market, Reply
from tests.state import is_whole, state_of
from tests.whole.csv_rows import rows_of
from tests.whole.running import PATIENCE, Running

pytestmark = pytest.mark.xdist_group("daemon")

SLOW = "yunfan"
"""Keeps its answers until the market is opened; the others have left their bundles by then."""
NAMES = ("carsi", "kongshan", "songyun", SLOW)
ACCOUNTS = Path(__file__).parents[1] / "market" / "accounts.csv"

State = dict[str, list[tuple[object, ...]]]


class SlowMarket(Market):
    """Lets one host wait for the test."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = threading.Event()

    def answer(self, method: str, target: str, host_header: str, user_agent: str, sent: bytes = b"") -> Reply:
        if host_header.startswith(SLOW) and target != "/robots.txt":
            self.opened.wait(PATIENCE)
        return super().answer(method, target, host_header, user_agent, sent)


@dataclass(frozen=True)
class Line:
    """A daemon's own directory, and the market that it looks at."""

    demo: Demo
    market: SlowMarket

    @property
    def database(self) -> Path:
        return self.demo.into / "resalewatch.db"

    def loaded(self) -> set[str]:
        """Name the sources of which a run is in the database."""
        with open_database(f"sqlite:///{self.database}") as database, database.reading() as connection:
            return set(connection.execute(select(TABLES["run"].c.source)).scalars())

    def waiting(self) -> set[str]:
        """Name the sources whose whole bundles wait in the spool."""
        return {path.name.partition("-")[0] for path in (self.demo.into / "spool").glob("[!.]*")}

    def is_complete(self) -> bool:
        """Say whether the feeds hold a good run of each source."""
        manifest = self.demo.into / "feeds" / "manifest.json"
        return manifest.exists() and json.loads(manifest.read_bytes())["sources"]["fresh"] == sorted(NAMES)

    def visits(self, source: str) -> int:
        """Count the crawls of a source, by its robots.txt."""
        asked = [(one.host, one.path) for one in self.market.requests]
        return asked.count((f"{source}.market.test", "/robots.txt"))


NewLine = Callable[[], Line]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a directory of sources, and a database beside it that knows the provider's accounts."""
    place = tmp_path_factory.mktemp("known")
    for name in NAMES:
        said = yaml.safe_load((SOURCES / name / "source.yml").read_text("utf-8"))
        (place / "sources" / name).mkdir(parents=True)
        written = yaml.safe_dump(said | {"schedule": "0 0 1 1 *"})
        (place / "sources" / name / "source.yml").write_text(written, "utf-8")
    demo = Demo(place / "demo", 0)
    demo.run("accounts", "import", str(ACCOUNTS), "--provider", "anthropic")
    return place


@pytest.fixture(scope="module")
def new_line(known: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewLine]:
    with ExitStack() as markets:

        def start() -> Line:
            market = markets.enter_context(SlowMarket())
            markets.callback(market.opened.set)
            demo = Demo(tmp_path_factory.mktemp("line") / "demo", market.port, sources=known / "sources")
            (demo.into / "resalewatch.db").write_bytes((known / "demo" / "resalewatch.db").read_bytes())
            return Line(demo, market)

        yield start


@dataclass(frozen=True)
class Undisturbed:
    """What a daemon left that nothing disturbed, how it ended, and what a second one said meanwhile."""

    line: Line
    state: State
    code: int
    seconds: float
    second: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def undisturbed(new_line: NewLine) -> Undisturbed:
    line = new_line()
    line.market.opened.set()
    with Running(line.demo) as daemon:
        daemon.wait_until(line.is_complete)
        # Without a word, for `python scheduler.py` is the daemon.
        command, environment = line.demo.command, line.demo.environment
        second = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        code, seconds = daemon.end(signal.SIGTERM)
    return Undisturbed(line, state_of(line.database), code, seconds, second)


def finish(line: Line) -> None:
    """Start the daemon once more, let it do what is left, and stop it."""
    line.market.opened.set()
    with Running(line.demo) as daemon:
        daemon.wait_until(line.is_complete)
        assert daemon.end(signal.SIGTERM)[0] == 0


def assert_nothing_lost(line: Line, undisturbed: Undisturbed) -> None:
    assert is_whole(line.database) == []
    assert state_of(line.database) == undisturbed.state
    require_whole(line.demo.into / "feeds")
    assert line.waiting() == set()
    assert not list((line.demo.into / "spool").glob(".*.part"))


def test_what_is_due_is_crawled_loaded_linked_and_written(undisturbed: Undisturbed) -> None:
    line, feeds = undisturbed.line, undisturbed.line.demo.into / "feeds"
    assert {name: line.visits(name) for name in NAMES} == dict.fromkeys(NAMES, 1)
    assert line.waiting() == set()
    assert require_whole(feeds)["sources"] == {"fresh": sorted(NAMES), "stale": [], "failed": []}
    assert {row["source"] for row in rows_of(feeds / "offers.csv")} == set(NAMES) - {"kongshan"}
    assert {"kongshan", "songyun", SLOW} <= {row["source"] for row in rows_of(feeds / "links.csv")}


def test_sigterm_ends_it_within_ten_seconds(undisturbed: Undisturbed) -> None:
    assert undisturbed.code == 0
    assert undisturbed.seconds < 10


def test_a_second_daemon_is_refused_with_one_sentence(undisturbed: Undisturbed) -> None:
    second, spool = undisturbed.second, undisturbed.line.demo.into / "spool"
    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == (
        f"resalewatch: another daemon already works on {spool}: "
        "stop it first, or give this one a spool and a database of its own\n"
    )


def test_then_nothing_is_due(undisturbed: Undisturbed) -> None:
    line = undisturbed.line
    asked = len(line.market.requests)
    assert line.demo.run("crawl", "--due") == ""
    assert len(line.market.requests) == asked


def test_a_stop_in_the_middle_of_a_crawl_loses_nothing(new_line: NewLine, undisturbed: Undisturbed) -> None:
    line = new_line()
    with Running(line.demo) as daemon:
        daemon.wait_until(lambda: line.loaded() == set(NAMES) - {SLOW})
        with daemon.only_child() as child:
            code, seconds = daemon.end(signal.SIGTERM)
            assert child.has_ended(0)
    assert (code, seconds < 10) == (0, True)
    assert line.waiting() == set()
    finish(line)
    assert_nothing_lost(line, undisturbed)
    assert {name: line.visits(name) for name in NAMES} == dict.fromkeys(NAMES, 1) | {SLOW: 2}


def test_a_kill_takes_the_crawl_along_and_the_next_daemon_completes(
    new_line: NewLine, undisturbed: Undisturbed
) -> None:
    line = new_line()
    with Running(line.demo) as daemon:
        daemon.wait_until(lambda: line.loaded() == set(NAMES) - {SLOW})
        with daemon.only_child() as child:
            assert daemon.end(signal.SIGKILL)[0] == -signal.SIGKILL
            assert child.has_ended(10)
    finish(line)
    assert_nothing_lost(line, undisturbed)
    assert {name: line.visits(name) for name in NAMES} == dict.fromkeys(NAMES, 1) | {SLOW: 2}


def test_a_kill_while_it_loads_is_made_good_without_another_crawl(
    new_line: NewLine, undisturbed: Undisturbed
) -> None:
    line = new_line()
    line.market.opened.set()
    with Running(line.demo) as daemon:
        daemon.wait_until(lambda: daemon.log.count(": crawled, ") == len(NAMES))
        assert daemon.end(signal.SIGKILL)[0] == -signal.SIGKILL
    finish(line)
    assert_nothing_lost(line, undisturbed)
    assert {name: line.visits(name) for name in NAMES} == dict.fromkeys(NAMES, 1)
