"""How good links are: generated worlds taken in, linked and compared with their truth, and every proof read again.

    python -m benchmarks.link_quality DIR SEED…

Probes are not taken in here: pairs that they alone prove are told apart.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._link_world_files import PEPPER_ID
from benchmarks.link_world import make_world, take_in, write_world
from benchmarks.link_world_score import read_links, report, score
from store.database import open_database
from store.evidence import read_snapshot
from store.links.build import build_links

_PROOFS = """
SELECT DISTINCT n.sha256, h.pointer, h.span_start, h.span_end, coalesce(g.written, p.written)
FROM link_hop h JOIN snapshot n ON n.id = h.snapshot_id
LEFT JOIN sighting g ON g.id = h.sighting_id LEFT JOIN partial_sighting p ON p.id = h.partial_id
WHERE coalesce(g.written, p.written) IS NOT NULL
"""
_PARTIAL = """
INSERT INTO partial_sighting (snapshot_id, pointer, span_start, span_end, kind, written, seller_id, listing_id, role,
                              first_seen_at, run_id, reader)
SELECT n.id, :pointer, :start, :end, :kind, :value, s.id, l.id, :role, n.fetched_at, n.run_id, 'world'
FROM snapshot n JOIN seller s ON s.source = :source AND s.key = :seller
LEFT JOIN listing l ON l.source = :source AND l.key = :listing
WHERE n.sha256 = :snapshot
"""


def measure(directory: Path) -> bool:
    """Link a world and print its figures; true where precision and every proof hold."""
    with closing(sqlite3.connect(directory / "market.db")) as rows, rows:
        if not rows.execute("SELECT count(*) FROM partial_sighting").fetchone()[0]:
            with (directory / "partials.csv").open(encoding="utf-8", newline="") as lines:
                rows.executemany(_PARTIAL, list(csv.DictReader(lines)))
    keys = {PEPPER_ID: (directory / "pepper.key").read_bytes()}
    began = time.perf_counter()
    with open_database(f"sqlite:///{directory / 'market.db'}", write=True) as database:
        with database.writing() as connection:
            made = build_links(connection, datetime.now(UTC), full=True, keys=keys)
        took = time.perf_counter() - began
        with database.reading() as connection:
            proofs = connection.exec_driver_sql(_PROOFS).all()
        read = sum(
            _reads(read_snapshot(database, proof[0], directory / "evidence"), proof) for proof in proofs
        )
    found = score(directory, read_links(directory / "market.db", clusters=True))
    sys.stdout.write(report(found))
    sys.stdout.write(f"{made.active} links in {took:.1f} s; {read} of {len(proofs)} proofs read again\n")
    return read == len(proofs) and (found.precision.value or 0) >= 0.99


def _reads(body: bytes, proof: tuple[str, str, int | None, int | None, str]) -> bool:
    words: object = json.loads(body)
    for name in proof[1].split("/")[1:]:
        words = words[int(name)] if isinstance(words, list) else words[name]  # type: ignore[index]
    return str(words)[proof[2] : proof[3]] == proof[4]


def main() -> int:
    """Make and measure the worlds of the seeds that the command line names."""
    place, *seeds = sys.argv[1:]
    good = True
    for seed in seeds:
        directory = Path(place) / seed
        write_world(make_world(int(seed)), directory)
        take_in(directory)
        sys.stdout.write(f"== seed {seed}\n")
        good &= measure(directory)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
