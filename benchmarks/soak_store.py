"""Four writers of bundles, one loader, eight readers at once: who waits, and for how long.

A reader's wait is the time of a small question that has no patience with locks; a bundle's, from its
rename into the spool until its rows stand. `python -m benchmarks.soak_store 600` runs for ten minutes.
"""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from decimal import Decimal
from functools import partial
from pathlib import Path

from store.database import open_database
from store.load import load_spool
from store.valuation import save_valuations
from tests.store.bundles import shop_bundle

WRITERS, READERS = 4, 8
MOST_WAIT, MOST_BUNDLE = 0.05, 2.0
_GOODS = 100
_EVERY = 1.0
_PAUSE = 0.1
_QUESTION = "SELECT id, verdict FROM run ORDER BY finished_at DESC LIMIT 5"


def _price(number: int, good: int) -> Decimal:
    return Decimal(20 + good + number % 7)


def write_bundles(spool: Path, name: str, end: float) -> None:
    """Write a bundle of a source of its own every second, its prices moving."""
    number = 0
    while time.time() < end:
        number += 1
        shop_bundle(spool, f"{name}-{number}", number, _GOODS, source=name, price=partial(_price, number),
                    body=b"<html>%d" % number)  # fmt: skip
        time.sleep(_EVERY)


def read_on(path: Path, end: float, told: multiprocessing.connection.Connection) -> None:
    """Ask the same small question again and again, and tell how long each took; an error ends it."""
    waits: list[float] = []
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=0)) as reader:
        while time.time() < end:
            start = time.perf_counter()
            reader.execute(_QUESTION).fetchall()
            waits.append(time.perf_counter() - start)
            time.sleep(_PAUSE)
    told.send(waits)


def main(seconds: float = 60.0) -> int:
    """Run all for so long; 0 where nobody met a lock and both waits hold at the 99th percentile."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else seconds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, spool = folder / "x.db", folder / "spool"
        spool.mkdir()
        open_database(f"sqlite:///{path}", write=True).close()
        end = time.time() + seconds
        ends = [multiprocessing.Pipe(duplex=False) for _ in range(READERS)]
        at_work = [
            *(
                multiprocessing.Process(target=write_bundles, args=(spool, f"shop{n}", end))
                for n in range(WRITERS)
            ),
            *(multiprocessing.Process(target=read_on, args=(path, end, told)) for _, told in ends),
        ]
        for process in at_work:
            process.start()
        bundles = _load_on(path, spool, folder / "evidence", end)
        waits = [wait for heard, _ in ends for wait in heard.recv()]
        for process in at_work:
            process.join()
        failed = sum(process.exitcode != 0 for process in at_work)
    return _told(waits, bundles, failed, seconds)


def _load_on(path: Path, spool: Path, evidence: Path, end: float) -> list[float]:
    took: list[float] = []
    with open_database(f"sqlite:///{path}", write=True) as database:
        while time.time() < end:
            written = {
                entry.name: entry.stat().st_mtime
                for entry in os.scandir(spool)
                if not entry.name.startswith(".")
            }
            for report in load_spool(database, spool, evidence):
                assert report.outcome == "loaded", report
                if report.run_id in written:
                    took.append(time.time() - written[report.run_id])
            save_valuations(database)
            time.sleep(_PAUSE)
    return took


def _told(waits: Sequence[float], bundles: Sequence[float], failed: int, seconds: float) -> int:
    wait, bundle = statistics.quantiles(waits, n=100)[-1], statistics.quantiles(bundles, n=100)[-1]
    held = not failed and wait <= MOST_WAIT and bundle <= MOST_BUNDLE
    sys.stdout.write(
        f"soak_store: {seconds:.0f} s, {len(bundles)} bundles of {_GOODS} goods, {len(waits)} reads, {failed} processes"
        f" failed; read p99 {wait * 1000:.1f} ms, most {max(waits) * 1000:.0f} ms (target {MOST_WAIT * 1000:.0f});"
        f" bundle to rows p99 {bundle:.2f} s, most {max(bundles):.2f} s (target {MOST_BUNDLE:.0f}):"
        f" {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
