"""Claims a second of receivers' feeds, written and written again, against the sqlite3 shell's plain CSV of the same rows.

The first writing tells every claim that may leave, the second finds nothing new. The shell reads the claims with their
hops, as a writing does once, and writes them as they are. Another number of claims, and which receivers:
python -m benchmarks.receivers_rate 1000000 ban
"""

from __future__ import annotations

import multiprocessing
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._big_world import DAYS, SELLERS, SOURCES, make_world, statements
from benchmarks.feeds_rate import OWN_CACHE, by_shell, peak_of_memory
from store.claim_states import CLAIMS
from store.feeds.writer import write_feeds
from store.links.model import written
from store.links.weights import weigh_as_usual
from store.receivers.feeds import feed_set
from store.receivers.profile import Asked

TARGET, MEMORY = 0.1, 300
OFFERS = 100_000
NOW = datetime(2026, 10, 28, 12, tzinfo=UTC)
_WORLD = Path(__file__).with_name("claim_world.sql")


def main(claims: int = 100_000, *receivers: str) -> int:
    """Measure once in CPU seconds; 0 where share and memory hold."""
    shell = shutil.which("sqlite3")
    if shell is None:
        sys.stdout.write("receivers_rate: skipped, for there is no sqlite3 shell\n")
        return 0
    held = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder / "w.db", claims)
        theirs = by_shell(shell, folder, CLAIMS.replace("{bytewise}", ""), OWN_CACHE)
        for receiver in receivers or ("ban", "step-up", "legal"):
            for turn in ("first", "again"):
                with multiprocessing.get_context("spawn").Pool(1) as pool:
                    rows, took, memory = pool.apply(_write, (folder, receiver))
                fits = theirs / took >= TARGET and memory <= MEMORY
                held &= fits
                sys.stdout.write(
                    f"receivers_rate: {receiver} {turn}, {claims:,} claims, {rows:,} rows, {took:.1f} s of CPU, share"
                    f" {theirs / took:.2f} of sqlite3 -csv (target {TARGET}), {memory:.0f} MB (at most {MEMORY}):"
                    f" {'held' if fits else 'missed'}\n"
                )
                sys.stdout.flush()
    return 0 if held else 1


def _fill(path: Path, claims: int) -> None:
    make_world(path, OFFERS, 1)
    sizes = {
        "claims": claims,
        "offers": OFFERS,
        "sellers": SELLERS,
        "sources": SOURCES,
        "days": DAYS,
        "two": 2,
    }
    with closing(sqlite3.connect(path)) as made:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
            made.execute(f"PRAGMA {setting}")
        for count, statement in statements(_WORLD, sizes):
            made.execute(statement, {**sizes, "count": count})
        body = written(weigh_as_usual(SELLERS, claims, {}))
        made.execute("INSERT INTO link_model VALUES (1, '2026-05-01T00:00:00.000000Z', ?)", (body,))
        made.execute("ANALYZE")
        made.commit()


def _write(folder: Path, receiver: str) -> tuple[int, float, float]:
    """Write a receiver's feeds in this process; gives rows, CPU seconds and the peak of memory in MB."""
    directory = folder / receiver
    of = feed_set(receiver, Asked(str(directory), case="case-1" if receiver == "legal" else ""))
    start = time.process_time()
    report = write_feeds(f"sqlite:///{folder / 'w.db'}", directory, NOW, of=of)
    return report.files[0].rows, time.process_time() - start, peak_of_memory()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:]) if sys.argv[1:] else main())
