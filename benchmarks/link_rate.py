"""How long it takes to link one run of 1,000 listings, in a generated world that is linked already.

    python -m benchmarks.link_rate [RUNS]

A run is of one site that nobody knew: 250 sellers with four listings each, every listing with a contact of its own and
every tenth with one that a known account holds. CPU seconds of this process, for the machine may be shared.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, text

from benchmarks._link_world_files import PEPPER_ID
from benchmarks.link_world import make_world, take_in, write_world
from store.database import open_database
from store.links.build import build_links
from store.schema import TABLES

LISTINGS, EACH, MILLISECONDS = 1_000, 4, 200.0
_KNOWN = """
SELECT k.kind, k.value FROM known_identifier k JOIN known_account a ON a.id = k.account_id
WHERE k.value IS NOT NULL AND k.kind IN ('phone', 'qq', 'telegram') AND NOT EXISTS (
    SELECT 1 FROM identifier i WHERE i.value = k.value) ORDER BY k.value LIMIT :most
"""


def main(runs: int = 6) -> int:
    """Measure, and print the median of the runs but the first; 0 where it holds."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name) / "world"
        write_world(make_world(1), directory)
        take_in(directory)
        keys = {PEPPER_ID: (directory / "pepper.key").read_bytes()}
        with open_database(f"sqlite:///{directory / 'market.db'}", write=True) as database:
            took, new = [], 0
            with database.writing() as connection:
                build_links(connection, datetime.now(UTC), full=True, keys=keys)
                known = [
                    tuple(row) for row in connection.execute(text(_KNOWN), {"most": LISTINGS * runs // 10})
                ]
            for number in range(runs):
                with database.writing() as connection:
                    add_run(connection, number, known[number::runs])
                with database.writing() as connection:
                    start = time.process_time()
                    made = build_links(connection, datetime.now(UTC), keys=keys)
                    took.append((time.process_time() - start) * 1000)
                new += made.claims.new
    middle = statistics.median(took[1:])
    sys.stdout.write(
        f"link_rate: a run of {LISTINGS:,} listings, {new // runs} new links, linked in {middle:.0f} ms of CPU, the"
        f" slowest of {runs - 1} {max(took[1:]):.0f} ms (limit {MILLISECONDS:g}):"
        f" {'held' if middle <= MILLISECONDS else 'missed'}\n"
    )
    return int(middle > MILLISECONDS)


def add_run(connection: Connection, number: int, known: list[tuple[str, ...]]) -> None:
    """Put in the rows of a run of a new site, as a load does: sellers, listings, identifiers, sightings."""
    now, source = datetime.now(UTC), f"fresh-{number}"
    proof = connection.execute(text("SELECT id, run_id FROM snapshot ORDER BY id LIMIT 1")).one()
    _put(connection, "source", [{"name": source, "platform": "generated", "url": f"https://{source}.example/", "added_at": now}])  # fmt: skip
    sellers = _put(
        connection, "seller", [{"source": source, "key": f"s{i}"} for i in range(LISTINGS // EACH)]
    )
    listings = _put(
        connection,
        "listing",
        [
            {
                "source": source,
                "key": str(i),
                "url": f"https://{source}.example/{i}",
                "seller_id": sellers[i // EACH],
            }
            for i in range(LISTINGS)
        ],
    )
    values = [
        known[i // 10] if i % 10 == 0 and i // 10 < len(known) else ("telegram", f"fresh{number}_{i:x}_x")
        for i in range(LISTINGS)
    ]
    identifiers = _put(connection, "identifier", [{"kind": kind, "value": value} for kind, value in values])
    said = {"role": "operator", "first_seen_at": now, "run_id": proof.run_id, "reader": "generated", "snapshot_id": proof.id, "pointer": ""}  # fmt: skip
    rows = zip(identifiers, listings, values, range(LISTINGS), strict=True)
    _put(
        connection,
        "sighting",
        [
            said
            | {"identifier_id": one, "seller_id": sellers[i // EACH], "listing_id": listing, "written": value}
            for one, listing, (_, value), i in rows
        ],
    )


def _put(connection: Connection, table: str, rows: list[dict[str, object]]) -> list[int]:
    """Insert rows and give their numbers."""
    last = 0
    if "id" in TABLES[table].c:
        last = connection.execute(text(f"SELECT coalesce(max(id), 0) FROM {table}")).scalar_one()
    connection.execute(insert(TABLES[table]), rows)
    return list(range(last + 1, last + 1 + len(rows)))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
