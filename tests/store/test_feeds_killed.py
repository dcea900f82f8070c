"""kill -9 at each step of a publication: what a receiver was told, by the database, is what came out, by the directory."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from store.database import Database, open_database
from store.feeds.writer import write_feeds
from store.receivers.feeds import feed_set
from store.receivers.profile import Asked
from tests.store.feed_market import shop
from tests.store.known_world import START, World

# In a process of its own, which ends itself before the step that is asked for.
CHILD = """
import os, signal, sys
from pathlib import Path
from store import claims_sent
from store.feeds import directory
from tests.store.test_feeds_killed import write

left = int(sys.argv[3])
def stop_at(module, name):
    step = getattr(module, name)
    def stepping(*args, **more):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*args, **more)
    setattr(module, name, stepping)
for module, names in ((claims_sent, ("write_down", "set_digest", "came_out")),
                      (directory, ("publish", "sync_tree", "_sync", "_link", "_thin_out"))):
    for name in names:
        stop_at(module, name)
stop_at(Path, "rename")
write(sys.argv[1], Path(sys.argv[2]), 1)
"""
NOW = START + timedelta(days=3)


def write(url: str, directory: Path, turn: int) -> None:
    of = feed_set("step-up", Asked(str(directory.absolute())))
    write_feeds(url, directory, NOW + timedelta(hours=turn), of=of)


def test_what_was_told_is_what_came_out(sqlite_database: Database, tmp_path: Path) -> None:
    url, directory = sqlite_database.url, tmp_path / "feeds"
    with sqlite_database.writing() as connection:
        shop(World(connection))
    write(url, tmp_path / "another", 0)
    write(url, directory, 0)
    assert len(rows_of(directory / "latest")) == 2
    steps = ended = 0
    while not ended:
        steps += 1
        with sqlite_database.writing() as connection:
            world = World(connection)
            world.now = NOW + timedelta(minutes=steps)
            world.knows("acc_1", class_name="reinstated" if steps % 2 else "fraudulent")
        command = [sys.executable, "-c", CHILD, url, str(directory), str(steps)]
        ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode == 0
        write(url, directory, 2)
        check(url, directory)
    assert steps > 10, "each step was met"


def check(url: str, directory: Path) -> None:
    """Every version that the database holds stands and says what it was told; each names the one before it."""
    versions = sorted((directory / "versions").glob("v*"))
    with open_database(url) as database, database.reading() as connection:
        out = connection.exec_driver_sql(
            "SELECT number FROM feed_version WHERE published_at IS NOT NULL AND directory = ? ORDER BY number",
            (str(directory),),
        ).all()
        said = connection.exec_driver_sql(
            "SELECT v.number, t.claim_id, t.says FROM claim_sent t JOIN feed_version v ON v.id = t.feed_version"
            " WHERE t.directory = ? ORDER BY t.id",
            (str(directory),),
        ).all()
    assert [int(path.name[1:]) for path in versions] == [row[0] for row in out]
    assert [row[0] for row in out] == list(range(1, len(out) + 1)), "no number is left out"
    assert {row[0] for row in said} <= {row[0] for row in out}
    manifests = [json.loads((path / "manifest.json").read_text()) for path in versions]
    previous = [body["previous"] and body["previous"]["version"] for body in manifests]
    assert previous == [None, *(body["version"] for body in manifests[:-1])]
    assert (directory / "latest").resolve() == versions[-1]
    for path in versions[-3:]:
        last = {claim: says for version, claim, says in said if version <= int(path.name[1:])}
        assert rows_of(path) == {claim for claim, says in last.items() if says == "sent"}


def rows_of(version: Path) -> set[str]:
    with (version / "step_up.csv").open(encoding="utf-8", newline="") as file:
        return {row["claim_id"] for row in csv.DictReader(file)}
