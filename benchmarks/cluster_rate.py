"""Clusters of five million identifiers and ten million sightings, read from the database, and one new sighting.

The reference is NumPy alone on arrays in memory, in the same run: the joined sellers of the same sightings, without
any reading, rule or writing. A number on the command line makes the world that many times smaller.
"""

from __future__ import annotations

import multiprocessing
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from benchmarks._big_world import statements
from store.database import open_database
from store.links.clusters import keep_clusters

SELLERS, IDENTIFIERS, SIGHTINGS = 1_000_000, 5_000_000, 10_300_000
SECONDS, MEGABYTES, ONE_MILLISECONDS = 15.0, 1_500, 10.0
_WORLD = Path(__file__).with_name("_cluster_world.sql")
_NEW = """
INSERT INTO sighting (identifier_id, seller_id, role, written, first_seen_at, run_id, reader, snapshot_id, pointer)
VALUES (:identifier, :seller, 'operator', '', '2026-05-02T00:00:00.000000Z', 'run', 'new', 1, '')
"""
_ROUNDS = 40


def main(smaller: int = 1) -> int:
    """Make the world, join it in a process of its own, then add sightings one by one; 0 where the figures hold."""
    if len(sys.argv) > 1 and sys.argv[-1].isdigit():
        smaller = int(sys.argv[-1])
    with tempfile.TemporaryDirectory() as name:
        return measure(Path(name) / "world.db", smaller)


def measure(path: Path, smaller: int) -> int:
    """Measure on the world at a path, which is made where it is missing."""
    apart = multiprocessing.get_context("spawn")
    if not path.exists():
        _apart(apart, make_world, path, smaller)
    whole, megabytes = _apart(apart, _join_all, path, smaller)
    bare, _ = _apart(apart, _bare, path, smaller)
    one, worst, wall = _apart(apart, _join_one, path, smaller)
    held = whole <= SECONDS / smaller and megabytes <= MEGABYTES and one <= ONE_MILLISECONDS
    sys.stdout.write(
        f"cluster_rate: {IDENTIFIERS // smaller:,} identifiers, {SIGHTINGS // smaller:,} sightings, read, joined and"
        f" written in {whole:.1f} s of CPU (limit {SECONDS / smaller:g}), {whole / bare:.1f} times NumPy on arrays"
        f" ({bare:.1f} s), {megabytes:.0f} MB (limit {MEGABYTES}); one new sighting {one:.1f} ms of CPU, the slowest of"
        f" {_ROUNDS} {worst:.1f} ms (limit {ONE_MILLISECONDS:g}; {wall:.1f} ms by the clock): {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


def _apart(context, work, path: Path, smaller: int):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Run a part in a process of its own, so that its memory is its own too."""
    with context.Pool(1) as pool:
        return pool.apply(work, (path, smaller))


def make_world(path: Path, smaller: int) -> None:
    """Fill a new database by SQL alone: sellers in groups of ten, bridges between them, hubs and weak values."""
    open_database(f"sqlite:///{path}", write=True).close()
    sizes = {"sellers": SELLERS, "identifiers": IDENTIFIERS, "sightings": SIGHTINGS}
    small = {name: size // smaller for name, size in sizes.items()} | {"one": 1}
    with closing(sqlite3.connect(path)) as made:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
            made.execute(f"PRAGMA {setting}")
        for count, statement in statements(_WORLD, small):
            made.execute(statement, {**small, "count": count})
        made.execute("ANALYZE")
        made.commit()


def _join_all(path: Path, _: int) -> tuple[float, float]:
    with open_database(f"sqlite:///{path}", write=True) as database, database.writing() as connection:
        start = time.process_time()
        keep_clusters(connection, datetime.now(UTC), full=True)
        took = time.process_time() - start
    return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _bare(path: Path, _: int) -> tuple[float, float]:
    import numpy as np

    from store.links.cluster_graph import smallest_of_part
    from store.links.cluster_read import read_shown

    with open_database(f"sqlite:///{path}") as database, database.reading() as connection:
        identifiers, rest = read_shown(connection, "operator")
    start = time.process_time()
    first = np.full(int(identifiers.max()) + 1, -1, dtype=np.int64)
    sellers = rest >> 1
    first[identifiers] = sellers
    smallest_of_part(int(sellers.max()) + 1, first[identifiers], sellers)
    return time.process_time() - start, 0


def _join_one(path: Path, smaller: int) -> tuple[float, float, float]:
    took, wall = [], []
    with open_database(f"sqlite:///{path}", write=True) as database, database.writing() as connection:
        for number in range(_ROUNDS):
            seller = (number + 1) * 7919 % (SELLERS // smaller) + 1
            identifier = (number + 1) * 104729 % (IDENTIFIERS // smaller) + 1
            connection.execute(text(_NEW), {"identifier": identifier, "seller": seller})
            start, clock = time.process_time(), time.perf_counter()
            keep_clusters(connection, datetime.now(UTC))
            took.append((time.process_time() - start) * 1000)
            wall.append((time.perf_counter() - clock) * 1000)
    return statistics.median(took[1:]), max(took[1:]), statistics.median(wall[1:])


if __name__ == "__main__":
    sys.exit(main())
