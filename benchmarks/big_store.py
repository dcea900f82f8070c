"""A typical question to each view on a million offers with twenty observations each, warm; no scan of observations.

The database is made by SQL alone (some 7 GB, four minutes) and kept where a path is given for it.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks._big_world import make_world

LIMIT = 1.0
QUESTIONS = {
    "cheapest": "SELECT * FROM cheapest LIMIT 20",
    "cheapest of a product": "SELECT * FROM cheapest WHERE product = 'claude-pro' LIMIT 20",
    "cheapest at a source": "SELECT * FROM cheapest WHERE source = 'site7' LIMIT 20",
    "what a source sells": "SELECT * FROM offers_now WHERE source = 'site7' LIMIT 1000",
    "what changed since": "SELECT * FROM price_changes WHERE changed_at > '2026-08-20' ORDER BY changed_at LIMIT 100",
    "prices of an offer": "SELECT * FROM price_changes WHERE offer_id = 'offer/77'",
    "a listing's life": "SELECT * FROM listing_history WHERE source = 'site7' AND listing_key = 'goods/7'",
    "who shows a value": "SELECT * FROM shown_identifiers WHERE kind = 'telegram' AND value = 'handle5'",
    "what a seller shows": "SELECT * FROM shown_identifiers WHERE source = 'site7' AND seller = 'seller7'",
    "not on sale": "SELECT * FROM offers_not_on_sale LIMIT 20",
    "models of a station": "SELECT * FROM model_prices WHERE source = 'site7'",
    "linked sellers": "SELECT * FROM linked_sellers LIMIT 50",
    "sources not well": "SELECT source, verdict, reason FROM source_health WHERE good_age_hours > 1000000",
}


def main(offers: int = 1_000_000, each: int = 20) -> int:
    """Ask each question twice and take the second; 0 where all hold."""
    if len(sys.argv) > 1:
        return _measure(Path(sys.argv[1]), offers, each)
    with tempfile.TemporaryDirectory() as name:
        return _measure(Path(name) / "big.db", offers, each)


def _measure(path: Path, offers: int, each: int) -> int:
    if not path.exists():
        start = time.monotonic()
        make_world(path, offers, each)
        sys.stdout.write(
            f"big_store: made in {time.monotonic() - start:.0f} s, {path.stat().st_size / 1e9:.1f} GB\n"
        )
    missed = 0
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as asked:
        asked.execute("PRAGMA cache_size=-200000")
        for name, question in QUESTIONS.items():
            took, rows = min(_timed(asked, question) for _ in range(2))
            scans = [row[3] for row in asked.execute(f"EXPLAIN QUERY PLAN {question}") if _scans(row[3])]
            held = took <= LIMIT and not scans
            missed += not held
            sys.stdout.write(
                f"big_store: {name}: {took * 1000:.0f} ms, {rows} rows{', ' + scans[0] if scans else ''}:"
                f" {'held' if held else 'missed'}\n"
            )
    return 1 if missed else 0


def _timed(asked: sqlite3.Connection, question: str) -> tuple[float, int]:
    start = time.perf_counter()
    rows = len(asked.execute(question).fetchall())
    return time.perf_counter() - start, rows


def _scans(step: str) -> bool:
    return step.startswith(("SCAN observation", "SCAN latest"))


if __name__ == "__main__":
    sys.exit(main())
