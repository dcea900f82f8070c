"""Kills `resalewatch crawl` and `load` on the bundled market: python -m benchmarks.kill_crawl [50 [50 [NAME...]]].

Real commands in processes of their own. A moment is drawn between the first file that an undisturbed command leaves
and its end. After a kill the spool holds whole bundles only, and the database is whole and has rows of whole runs
alone; after a rerun all that is stored equals what an undisturbed line stores, but for run ids and times.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from store.database import open_database
from store.evidence import read_snapshot
from store.kept_runs import FOLDER
from store.load import load_spool
from store.load_read import read_bundle
from store.schema import TABLES
from store.valuation import save_valuations
from tests.market.server import Market
from tests.state import is_whole, state_of

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("carsi", "chaoxi", "luotuo", "songyun", "telegram", "tokenmarkt", "yunfan")
"""Sources on seven platforms; none is rendered."""
MIGRATES = 5
"""One load of so many makes its database first; the others find one at today's schema."""
TRIES = 4
"""So many times the kills asked for are tried at most."""

State = dict[str, list[tuple[object, ...]]]
Counts = dict[str, dict[str, int]]
End = tuple[bool, int]
"""Whether the kill met the command at work, and how many whole runs it had left by then."""


@dataclass(frozen=True)
class Line:
    """One place where the commands run: spool, database and evidence of its own."""

    folder: Path
    port: int
    names: Sequence[str]

    @property
    def spool(self) -> Path:
        return self.folder / "spool"

    @property
    def evidence(self) -> Path:
        return self.folder / "evidence"

    @property
    def database(self) -> Path:
        return self.folder / "x.db"

    def start(self, command: str) -> subprocess.Popen[bytes]:
        """Start `crawl` of the sources, or `load`."""
        environment = os.environ | {
            "RESALEWATCH_RESOLVE": f"*.market.test=127.0.0.1:{self.port}",
            "RESALEWATCH_DATABASE": f"sqlite:///{self.database}",
            "RESALEWATCH_SOURCES": str(ROOT / "tests" / "sources"),
            "RESALEWATCH_SPOOL": str(self.spool),
            "RESALEWATCH_EVIDENCE": str(self.evidence),
        }
        names = self.names if command == "crawl" else ()
        words = [sys.executable, str(ROOT / "scheduler.py"), command, *names]
        return subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL)

    def run(self, command: str) -> float:
        """Run a command to its end, and give the seconds between its first file and that."""
        began, process = self._begin(command)
        assert process.wait() == 0, command
        return time.monotonic() - began

    def kill(self, command: str, after: float) -> bool:
        """Kill a command so many seconds after its first file; tells whether it was still at work."""
        began, process = self._begin(command)
        time.sleep(max(0.0, began + after - time.monotonic()))
        process.kill()
        return process.wait() == -signal.SIGKILL

    def _begin(self, command: str) -> tuple[float, subprocess.Popen[bytes]]:
        before = self._files()
        process = self.start(command)
        while process.poll() is None and self._files() == before:
            time.sleep(0.001)
        return time.monotonic(), process

    def _files(self) -> set[Path]:
        return {*self.folder.iterdir(), *self.spool.glob("*")}

    def load(self) -> None:
        """Load and value in this process, for a trial that is about the crawl."""
        with open_database(f"sqlite:///{self.database}", write=True) as database:
            for report in load_spool(database, self.spool, self.evidence):
                assert report.outcome == "loaded", report
            save_valuations(database)

    def bundles(self) -> set[str]:
        """Read every bundle that the spool shows, whole and checked, and give their run ids."""
        return {read_bundle(path).run.run_id for path in self.spool.glob("[!.]*")}

    def rows_by_run(self) -> Counts:
        """Count the rows of each table that each run left; {} before there is any table."""
        with closing(sqlite3.connect(self.database)) as connection:
            query = "SELECT count(*) FROM sqlite_master WHERE name = 'run'"
            if connection.execute(query).fetchone() == (0,):
                return {}
            found: Counts = {row[0]: {} for row in connection.execute("SELECT id FROM run")}
            for name, table in TABLES.items():
                for column in {"run_id", "opened_by"} & set(table.columns.keys()):
                    for run, count in connection.execute(f"SELECT {column}, count(*) FROM {name} GROUP BY 1"):
                        found[run][name] = count
        return found

    def state(self) -> State:
        """Give all that is stored, once it is found whole, each snapshot's bytes too."""
        assert is_whole(self.database) == []
        found: State = state_of(self.database)
        with open_database(f"sqlite:///{self.database}") as database:
            for digest, *_ in found["snapshot"]:
                body = read_snapshot(database, str(digest), self.evidence)
                assert hashlib.sha256(body).hexdigest() == digest
        return found


def compare(found: State, expected: State) -> None:
    """Stop where a state differs from another, and say in which rows."""
    for name, rows in expected.items():
        here, there = set(found[name]), set(rows)
        assert found[name] == rows, (
            f"{name}: too many {list(here - there)[:5]}, missing {list(there - here)[:5]}"
        )


@dataclass(frozen=True)
class Undisturbed:
    """What an undisturbed line stores, its bundles, an empty database, and how long each command works."""

    state: State
    rows: Counts
    bundles: Path
    empty: Path
    crawls: float
    loads: float
    makes_and_loads: float


def undisturbed(line: Callable[[str], Line], folder: Path, loads: int) -> Undisturbed:
    """Crawl, and load into no database; for more than one load also into one at today's schema."""
    first = line("undisturbed")
    crawls = first.run("crawl")
    bundles = shutil.copytree(first.spool, folder / "bundles")
    makes_and_loads = first.run("load")
    state, rows = first.state(), first.rows_by_run()
    assert len(rows) == len(first.names)
    assert state["observation"]
    empty, took = folder / "empty.db", 0.0
    if loads > 1:
        second = line("migrated")
        open_database(f"sqlite:///{empty}", write=True).close()
        shutil.copy(empty, second.database)
        shutil.copytree(bundles, second.spool)
        took = second.run("load")
        compare(second.state(), state)
    return Undisturbed(state, rows, bundles, empty, crawls, took, makes_and_loads)


def kill_crawl(line: Line, moment: float, whole: Undisturbed) -> End:
    """Kill one crawl, load what it left, run it again and compare."""
    met = line.kill("crawl", whole.crawls * moment)
    left = line.bundles()
    line.load()
    assert line.rows_by_run().keys() == left
    line.run("crawl")
    assert {path.name for path in line.spool.glob(".*")} <= {FOLDER}, (
        "what the killed crawl left was not swept"
    )
    again = line.bundles()
    assert len(again) == len(line.names)
    line.load()
    assert line.rows_by_run().keys() == left | again
    compare(line.state(), whole.state)
    return met, len(left)


def kill_load(line: Line, moment: float, whole: Undisturbed, *, makes: bool) -> End:
    """Kill one load of the undisturbed crawl's bundles, look, run it again and compare."""
    shutil.copytree(whole.bundles, line.spool)
    if not makes:
        shutil.copy(whole.empty, line.database)
    met = line.kill("load", moment * (whole.makes_and_loads if makes else whole.loads))
    assert is_whole(line.database) == []
    loaded = line.rows_by_run()
    assert loaded == {run: whole.rows[run] for run in loaded}, "half a run is visible"
    assert loaded.keys() | line.bundles() == whole.rows.keys(), "a run is neither loaded nor in the spool"
    line.run("load")
    assert line.rows_by_run() == whole.rows
    assert [path.name for path in line.spool.iterdir() if path.name != FOLDER] == []
    compare(line.state(), whole.state)
    return met, len(loaded)


def main(crawls: int = 50, loads: int = 50, names: Sequence[str] = NAMES) -> int:
    """Kill each command so many times at work and print how; 0, for an assertion stops what is torn."""
    with tempfile.TemporaryDirectory() as name, Market() as market:
        folder = Path(name)

        def line(label: str) -> Line:
            market.reset()
            (folder / label).mkdir()
            return Line(folder / label, market.port, names)

        whole = undisturbed(line, folder, loads)

        def crawl_trial(number: int, moment: float) -> End:
            return kill_crawl(line(f"crawl{number}"), moment, whole)

        def load_trial(number: int, moment: float) -> End:
            return kill_load(line(f"load{number}"), moment, whole, makes=loads == 1 or number % MIGRATES == 0)

        _tell("crawl", len(names), _until_met(crawls, crawl_trial))
        _tell("load", len(names), _until_met(loads, load_trial))
    return 0


def _until_met(count: int, trial: Callable[[int, float], End]) -> list[End]:
    """Make trials at moments spread over the work until so many met it; a command may end before its moment."""
    chance, ends = random.Random(11), list[End]()
    while sum(met for met, _ in ends) < count:
        assert len(ends) < TRIES * count, (
            "the command ends sooner than when it was undisturbed: too few kills met it"
        )
        ends.append(trial(len(ends), (len(ends) % count + chance.random()) / count))
    return ends


def _tell(command: str, runs: int, ends: Sequence[End]) -> None:
    met = sum(at_work for at_work, _ in ends)
    between = sum(at_work and 0 < whole < runs for at_work, whole in ends)
    sys.stdout.write(
        f"kill_crawl: {met} kills of {command} at work ({len(ends) - met} more came late), {between} of them with"
        f" some of its {runs} runs done; nothing torn, every rerun complete\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]] or [50]
    sys.exit(main(numbers[0], numbers[-1], sys.argv[3:] or NAMES))
