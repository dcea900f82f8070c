"""Rows a second of a full export of the feeds with every cell made safe, against the sqlite3 shell's plain CSV mode.

Both ask for the same rows of the same database, ordered alike, in turns and one after the other; the shell writes what
comes back as it is, ours is neutralised, typed, hashed and given its row ids. The shell has our cache of 64 MiB, for its
own of 2 MiB makes it read most pages again; the figure beside it is with its own. Run with a number of rows for another
size: python -m benchmarks.feeds_rate 5000000
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._big_world import make_world
from store.database import open_database
from store.feeds import identifiers, links, offers, price_changes, sellers
from store.feeds.csv_file import write_csv
from store.feeds.feed import Feed, Moment
from store.links.rules import rules_in_query

TARGET, MEMORY = 0.6, 300
OWN_CACHE = "PRAGMA cache_size=-65536"
# What the feed holds of the view, as an analyst would ask for it.
OFFERS = """
SELECT offer_id, source, url, platform, seller, seller_name, title, kind, provider, product, label, per, direction, amount,
       currency, face_amount, face_currency, recharge, recharge_currency, group_multiplier, ratio, ratio_reason,
       ratio_path, book, qualifier, coupon, stock,
       (SELECT min(p.from_at) FROM presence p WHERE p.offer_id = offers_now.offer_row) AS first_seen_at, observed_at,
       confirmed_at, proof, proof_pointer, proof_start, proof_end, price_text, reader
FROM offers_now ORDER BY offer_id
"""
ASKED = (
    (offers.FEED, OFFERS),
    (sellers.FEED, sellers.QUERY),
    (identifiers.FEED, f"WITH {rules_in_query()}, {identifiers.QUERY}"),
    (links.OFFERS_FEED, links.OFFERS_QUERY),
    (price_changes.FEED, price_changes.QUERY),
)


def main(rows: int = 300_000) -> int:
    """Measure once in CPU seconds; 0 where rate and memory hold."""
    shell = shutil.which("sqlite3")
    if shell is None:
        sys.stdout.write("feeds_rate: skipped, for there is no sqlite3 shell\n")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # of 100 offers 60 stand, 100 prices change, and 100 values are shown, up to 200,000
        offered = max(int(rows / 2.6), int((rows - 220_000) / 1.6))
        make_world(folder / "w.db", offered, 2)
        return _measure(folder, shell)


def _measure(folder: Path, shell: str) -> int:
    total, ours, theirs, plain, peak = 0, 0.0, 0.0, 0.0, 0.0
    for feed, query in ASKED:
        asked = query.replace("{bytewise}", "").replace(":since", "''")
        shells = by_shell(shell, folder, asked, OWN_CACHE)
        count, took, memory = _by_us(folder, feed)
        sys.stdout.write(
            f"feeds_rate: {feed.name} {count:,} rows, {took:.1f} s, share {shells / took:.2f}, {memory:.0f} MB\n"
        )
        theirs += shells
        plain += by_shell(shell, folder, asked, "PRAGMA cache_size=-2000")
        total, ours, peak = total + count, ours + took, max(peak, memory)
    share = theirs / ours
    held = share >= TARGET and peak <= MEMORY
    sys.stdout.write(
        f"feeds_rate: {total:,} rows; sqlite3 -csv {total / theirs:,.0f} rows/s, feeds {total / ours:,.0f} rows/s, share"
        f" {share:.2f} (target {TARGET}); with the shell's own cache {plain / ours:.2f}; peak {peak:.0f} MB (at most"
        f" {MEMORY}): {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


def by_shell(shell: str, folder: Path, query: str, cache: str) -> float:
    """Have the shell write what a query of `folder`/w.db gives as CSV; gives its CPU seconds."""
    words = [shell, "-csv", "-header", "-cmd", cache, f"file:{folder / 'w.db'}?mode=ro", query]
    before = _spent()
    with (folder / "shell.csv").open("wb") as out:
        subprocess.run(words, stdout=out, check=True)
    return _spent() - before


def _spent() -> float:
    """Give the CPU seconds of all children that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _by_us(folder: Path, feed: Feed) -> tuple[int, float, float]:
    """Write one feed in a child of its own, which tells rows, CPU seconds and its peak of memory in MB."""
    words = [sys.executable, "-m", "benchmarks.feeds_rate", "--child", str(folder), feed.name]
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
    return int(said[0]), float(said[1]), float(said[2])


def _child(folder: Path, name: str) -> None:
    feed = next(feed for feed, _ in ASKED if feed.name == name)
    with open_database(f"sqlite:///{folder / 'w.db'}") as database, database.reading() as connection:
        start = time.process_time()
        size = write_csv(Moment(connection, datetime.now(UTC)), feed, folder / "ours.csv")
        took = time.process_time() - start
    sys.stdout.write(f"{size.rows} {took} {peak_of_memory()}\n")


def peak_of_memory() -> float:
    """Give the most memory that this process held, in MB; not ru_maxrss, which is taken over from who started it."""
    peak = next(
        line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")
    )
    return int(peak.split()[1]) / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _child(Path(sys.argv[2]), sys.argv[3])
        sys.exit(0)
    sys.exit(main(*map(int, sys.argv[1:])))
