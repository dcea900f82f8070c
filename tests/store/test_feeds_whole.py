"""Feeds are whole at every moment: while they are written again and again, and when the writer is killed."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from store.database import Database
from store.feeds.directory import find_version
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from tests.store.known_world import START, World

READS, WRITES = 1_000, 20
KILLS = 30
ROOT = Path(__file__).resolve().parents[2]
# Imports once, then forks a writer for every line it is sent, and says the writer's process id.
WRITER = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
import store.links.build, store.migrate
from store.feeds.settings import Settings
from store.feeds.writer import write_feeds
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        while True:
            write_feeds(sys.argv[1], Path(sys.argv[2]), datetime.now(UTC), Settings(force=True))
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""


@pytest.fixture
def filled(database: Database) -> Database:
    with database.writing() as connection:
        world = World(connection)
        for number in range(40):
            world.observe(world.offer("shop", f"good{number}"), "shop", str(number + 1))
        world.shows("shop", "telegram", "fastkeys")
        world.knows("acc_1", ("telegram", "fastkeys"))
        world.link()
    return database


def read_version(directory: Path) -> dict[str, str]:
    """Read all files of one version as a receiver would: `latest` resolved once, then every file below it."""
    version = find_version(directory)
    return {path.name: path.read_text("utf-8") for path in sorted(version.iterdir()) if path.is_file()}


def test_a_reader_never_sees_a_torn_file_or_a_mixed_version(filled: Database, tmp_path: Path) -> None:
    directory = tmp_path / "feeds"
    write_feeds(filled.url, directory, START)
    stop = threading.Event()
    writes = 0

    def write() -> None:
        nonlocal writes
        while not stop.is_set():
            writes += 1
            write_feeds(filled.url, directory, START + timedelta(seconds=writes))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        read = 0
        while read < READS or writes < WRITES:
            try:
                files = read_version(directory)
            except FileNotFoundError:
                continue  # a reader that three newer versions overtook resolves `latest` again
            body = json.loads(files.pop("manifest.json"))
            assert len(files) == len(body["files"])
            for entry in body["files"]:
                assert hashlib.sha256(files[entry["name"]].encode()).hexdigest() == entry["sha256"]
            assert (directory / "offers.csv").read_text("utf-8").endswith("\n")
            read += 1
    finally:
        stop.set()
        writer.join()


def test_a_killed_writer_leaves_the_last_whole_version(filled: Database, tmp_path: Path) -> None:
    directory = tmp_path / "feeds"
    began = time.monotonic()
    write_feeds(filled.url, directory, START)
    longest = 3 * (time.monotonic() - began)  # so that kills meet the writer on a busy machine too
    chance = random.Random(7)
    last = 1
    command = [sys.executable, "-c", WRITER, filled.url, str(directory)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
    ) as mother:
        assert mother.stdin is not None
        assert mother.stdout is not None
        for _ in range(KILLS):
            mother.stdin.write("go\n")
            mother.stdin.flush()
            child = int(mother.stdout.readline())
            threading.Event().wait(chance.uniform(0, longest))
            os.kill(child, signal.SIGKILL)
            assert mother.stdout.readline() == "gone\n"
            body = require_whole(directory)
            assert body["version"] >= last
            last = body["version"]
        mother.stdin.close()
    report = write_feeds(filled.url, directory, START)
    assert report.version > last > 1, "some writers came to their end"
    require_whole(directory)
    assert not list((directory / "versions").glob(".part-*"))
    assert len(list((directory / "versions").glob("*/offers.csv"))) <= 3
