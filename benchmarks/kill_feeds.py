"""kill -9 at 100 points of a publication, and 10,000 reads while feeds are rewritten: python -m benchmarks.kill_feeds [100 [10000]].

A kill leaves the last whole version, signed and with its delta, and the next writer sweeps away what was left. A reader
resolves `latest` once and finds every file of the manifest as the manifest says.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.database import open_database
from store.feeds.directory import find_version
from store.feeds.settings import Settings
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from tests.store.known_world import START, World
from tests.store.test_feed_signature import make_key, public

WRITES = 20
_TAKEN = (FileNotFoundError, NotADirectoryError)


def main(kills: int = 100, reads: int = 10_000) -> int:
    """Kill and read; an assertion stops what is torn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'x.db'}"
        with open_database(url, write=True) as database, database.writing() as connection:
            _fill(World(connection))
        key = make_key(folder)
        settings = Settings(siblings=("gzip", "jsonl"), key=key, force=True)
        met = _kill(url, folder, settings, kills)
        sys.stdout.write(
            f"kill_feeds: {kills} kills, {met} of a writer at work, the last whole version stood every time: held\n"
        )
        writes, overtaken = _read(url, folder / "feeds", settings, reads)
        sys.stdout.write(
            f"kill_feeds: {reads} reads over {writes} rewritings ({overtaken} begun anew, three versions later): none torn: held\n"
        )
    return 0


def _fill(world: World) -> None:
    for number in range(60):
        world.observe(world.offer("shop", f"good{number}"), "shop", str(number + 1))
    world.shows("shop", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()


def _kill(url: str, folder: Path, settings: Settings, kills: int) -> int:
    """Kill writers at moments spread over a whole writing; gives how many had not ended."""
    directory, keys = folder / "feeds", public(folder / "feeds.key")
    begun = time.monotonic()
    last = write_feeds(url, directory, START, settings).version
    took = time.monotonic() - begun
    chance, met = random.Random(7), 0
    for number in range(kills):
        child = os.fork()
        if child == 0:
            _change(url, number)
            write_feeds(url, directory, datetime.now(UTC), settings)
            os._exit(0)
        time.sleep(2 * took * (number + chance.random()) / kills)
        os.kill(child, signal.SIGKILL)
        met += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        body = require_whole(directory, keys)
        assert body["version"] >= last
        last = body["version"]
    report = write_feeds(url, directory, START + timedelta(days=1), settings)
    assert report.version > last
    assert not list((directory / "versions").glob(".part-*"))
    require_whole(directory, keys)
    return met


def _change(url: str, number: int) -> None:
    """Move a title, so that every version has a delta."""
    with open_database(url, write=True) as database, database.writing() as connection:
        connection.exec_driver_sql(
            f"UPDATE listing_text SET title = 'good of {number}' WHERE id % 7 = {number} % 7"
        )


def _read(url: str, directory: Path, settings: Settings, reads: int) -> tuple[int, int]:
    """Read versions while a child rewrites them; gives how often it did, and how often a read began anew."""
    first = require_whole(directory)["version"]
    child = os.fork()
    if child == 0:
        for number in range(1_000_000):
            _change(url, number)
            write_feeds(url, directory, datetime.now(UTC), settings)
    done = overtaken = 0
    try:
        while done < reads or require_whole(directory)["version"] < first + WRITES:
            try:
                _read_one(directory)
            except _TAKEN:
                overtaken += 1
                continue
            done += 1
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return require_whole(directory)["version"] - first, overtaken


def _read_one(directory: Path) -> None:
    version = find_version(directory)
    raw = (version / "manifest.json").read_bytes()
    body = json.loads(raw)
    for entry in (*body["files"], *body["siblings"], *body["delta"]["files"]):
        found = (version / entry["name"]).read_bytes()
        assert hashlib.sha256(found).hexdigest() == entry["sha256"], entry["name"]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
