"""Kills `resalewatch load` at random moments and checks that nothing is torn: python -m benchmarks.kill_load [50 [300]]."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from store.database import open_database
from store.load import load_spool
from store.valuation import save_valuations
from tests.store.bundles import shop_bundle

_STATE = {
    "run": "SELECT id, verdict, event, offers FROM run",
    "listing": "SELECT source, key FROM listing",
    "observation": "SELECT offer.key, observed_at, amount, fingerprint FROM observation JOIN offer ON offer.id = offer_id",
    "presence": "SELECT offer.key, from_at, until_at, missing_since FROM presence JOIN offer ON offer.id = offer_id",
    "sighting": "SELECT kind, value, role, count(*) FROM sighting JOIN identifier ON identifier.id = identifier_id"
    " GROUP BY kind, value, role",
    "snapshot": "SELECT sha256, warc_file, size FROM snapshot",
    "valuation": "SELECT offer.key, observed_at, ratio, path FROM valuation"
    " JOIN observation ON observation.id = observation_id JOIN offer ON offer.id = offer_id",
}


def price_of(run: int, good: int) -> Decimal:
    """Give a price that moves with every run."""
    return Decimal(good + run)


@dataclass(frozen=True)
class Place:
    """Where one trial keeps its database, spool and evidence."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "x.db"

    def fill(self, offers: int) -> None:
        for number, part in enumerate([offers, offers, offers // 2]):
            for source in ("a", "b"):
                shop_bundle(
                    self.folder / "spool", f"{source}{number}", 6 * number, part, source=source,
                    body=f"<html>{source}{number}".encode() * 50, price=partial(price_of, number),
                )  # fmt: skip

    def load(self, said: Callable[[bytes], object] = lambda _: None) -> None:
        """Load and value to the end, telling when the database is open and when all is done."""
        with open_database(f"sqlite:///{self.database}", write=True) as database:
            said(b"o")
            for report in load_spool(database, self.folder / "spool", self.folder / "evidence"):
                assert report.outcome in ("loaded", "skipped"), report
            save_valuations(database)
        said(b"d")

    def load_and_kill(self, after: float) -> bool:
        """Load in a child, and kill it so many seconds after its database is open; tells whether it was at work."""
        ear, mouth = os.pipe()
        child = os.fork()
        if child == 0:
            self.load(lambda word: os.write(mouth, word))
            os._exit(0)
        os.close(mouth)
        assert os.read(ear, 1) == b"o"
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        done = os.read(ear, 1)
        os.close(ear)
        return done == b""

    def state(self) -> dict[str, list[tuple[Any, ...]]]:
        """Give all that counts, without ids and the moments of the work itself."""
        with closing(sqlite3.connect(self.database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            return {name: sorted(connection.execute(query), key=repr) for name, query in _STATE.items()}

    def half_runs(self) -> list[str]:
        """Name the runs that stand with fewer observations, presences or proofs than a whole one has."""
        with closing(sqlite3.connect(self.database)) as connection:
            return [
                run
                for (run,) in connection.execute(
                    "SELECT id FROM run WHERE id IN ('a0', 'b0') AND (offers != (SELECT count(*) FROM observation"
                    " WHERE run_id = run.id) OR offers != (SELECT count(*) FROM presence WHERE opened_by = run.id))"
                )
            ]


def undisturbed(folder: Path, offers: int) -> tuple[dict[str, list[tuple[Any, ...]]], float]:
    """Load once without a kill: the state to compare with, and the seconds that it took after opening."""
    place, opened = Place(folder), []
    place.fill(offers)
    place.load(lambda _: opened.append(time.monotonic()))
    return place.state(), opened[1] - opened[0]


def trial(folder: Path, offers: int, after: float, expected: dict[str, list[tuple[Any, ...]]]) -> bool:
    """Kill one load, look, run it again and compare; gives whether the kill met it at work."""
    place = Place(folder)
    place.fill(offers)
    killed = place.load_and_kill(after)
    place.state()
    assert place.half_runs() == []
    place.load()
    assert place.state() == expected
    assert list((folder / "spool").iterdir()) == []
    return killed


def main(count: int = 50, offers: int = 300) -> int:
    """Run the trials and print how many kills met the load at work; 0, for an assertion stops what is torn."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        expected, took = undisturbed(Path(folder) / "whole", offers)
        assert len(expected["run"]) == 6
        assert expected["valuation"]
        met = 0
        for number in range(count):
            after = took * (number + chance.random()) / count
            met += trial(Path(folder) / str(number), offers, after, expected)
        sys.stdout.write(f"kill_load: {count} kills, {met} at work, nothing torn, every rerun complete\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
