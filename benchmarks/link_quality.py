"""How good links are: generated worlds taken in, linked and compared with their truth, and every proof read again.

    python -m benchmarks.link_quality DIR SEED… [--crowd]

`--crowd` makes each world a second time with one support group added to 500 sellers: it must add no link and move none.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._link_world_files import PEPPER_ID
from benchmarks._link_world_model import Parameters
from benchmarks.link_world import make_world, take_in, write_world
from benchmarks.link_world_score import Owners, Share, read_links, report, score
from crawlers.reread import reread_hops
from store.database import Database, open_database
from store.evidence import read_snapshot
from store.links.build import build_links
from store.links.show import find_claims, find_hops

PRECISION, RECALL = 0.99, 0.95
CROWD = 500
_ALL = 1_000_000
_PROOFS = """
SELECT n.sha256, h.pointer, h.span_start, h.span_end, coalesce(g.written, p.written, o.price_text)
FROM link_hop h JOIN snapshot n ON n.id = h.snapshot_id
LEFT JOIN sighting g ON g.id = h.sighting_id LEFT JOIN partial_sighting p ON p.id = h.partial_id
LEFT JOIN observation o ON h.sighting_id IS NULL AND h.partial_id IS NULL AND o.snapshot_id = h.snapshot_id
     AND o.pointer = h.pointer
UNION SELECT n.sha256, g.pointer, g.span_start, g.span_end, g.written
FROM cluster_edge e JOIN sighting g ON g.id = e.sighting_id JOIN snapshot n ON n.id = g.snapshot_id
"""
_LINKED = """
SELECT s.source, s.key, a.account_ref, l.level, l.score, (SELECT count(*) FROM link_hop h WHERE h.link_id = l.id)
FROM link l JOIN seller s ON s.id = l.seller_id JOIN known_account a ON a.id = l.account_id ORDER BY 1, 2, 3
"""


_SCORED = """
SELECT s.source, s.key, a.account_ref, l.score,
       EXISTS (SELECT 1 FROM link_hop h WHERE h.link_id = l.id AND NOT h.stale)
FROM link l JOIN seller s ON s.id = l.seller_id JOIN known_account a ON a.id = l.account_id
"""
STALE = -1
_ALONE = """
SELECT s.source, s.key, a.account_ref, l.level, min(h.rule)
FROM link l JOIN seller s ON s.id = l.seller_id JOIN known_account a ON a.id = l.account_id
JOIN link_hop h ON h.link_id = l.id GROUP BY l.id HAVING count(*) = 1
"""


def measure(directory: Path) -> bool:
    """Link a world and print its figures; true where precision, recall and every proof hold."""
    keys = {PEPPER_ID: (directory / "pepper.key").read_bytes()}
    with open_database(f"sqlite:///{directory / 'market.db'}", write=True) as database:
        began = time.perf_counter()
        with database.writing() as connection:
            made = build_links(connection, datetime.now(UTC), full=True, keys=keys)
        took = time.perf_counter() - began
        proofs, shown = (
            _read_again(database, directory / "evidence"),
            _shown_again(database, directory / "evidence"),
        )
    found = score(directory, read_links(directory / "market.db", clusters=True))
    sys.stdout.write(report(found))
    sys.stdout.write(
        f"{made.active} links in {took:.1f} s; proofs that stand word for word, those of clusters among them: {proofs}; "
        f"hops that `links show` reads again: {shown}\n"
    )
    held = (found.precision.value or 0) >= PRECISION and (found.recall.value or 0) >= RECALL
    return held and proofs.part == proofs.whole and shown.part == shown.whole


def _read_again(database: Database, evidence: Path) -> Share:
    with database.reading() as connection:
        proofs = connection.exec_driver_sql(_PROOFS).all()
    stands = sum(_stands(read_snapshot(database, proof[0], evidence), proof) for proof in proofs)
    return Share(stands, len(proofs))


def _stands(body: bytes, proof: tuple[str, str, int | None, int | None, str | None]) -> bool:
    words: object = json.loads(body)
    for name in proof[1].split("/")[1:]:
        words = words[int(name)] if isinstance(words, list) else words[name]  # type: ignore[index]
    return bool(proof[4]) and str(words)[proof[2] : proof[3]] == proof[4]


def _shown_again(database: Database, evidence: Path) -> Share:
    with database.reading() as connection:
        claims = find_claims(connection, limit=_ALL, status="active")
        hops = [hop for claim in claims for hop in find_hops(connection, claim.link_id)]
    again = reread_hops(database, evidence, hops)
    return Share(sum(one.stands is True and "elsewhere" not in one.words for one in again), len(again))


def tell_scores(directory: Path, told: Counter[tuple[int, bool]]) -> None:
    """Count links by their score, two bits a bin, and whether they are right; one whose every hop is stale by itself."""
    owners = Owners(directory)
    with closing(sqlite3.connect(directory / "market.db")) as rows:
        for source, seller, ref, score_, fresh in rows.execute(_SCORED).fetchall():
            at = STALE if not fresh else int(float(score_)) // 2 * 2
            told[at, owners.is_right((source, seller, ref))] += 1


def tell_alone(directory: Path, told: Counter[tuple[str, str, bool]]) -> None:
    """Count links that stand on one hop alone by its rule and their level, and whether they are right."""
    owners = Owners(directory)
    with closing(sqlite3.connect(directory / "market.db")) as rows:
        for source, seller, ref, level, rule in rows.execute(_ALONE).fetchall():
            told[rule, level, owners.is_right((source, seller, ref))] += 1


def _alone(told: Counter[tuple[str, str, bool]]) -> str:
    lines = []
    for rule, level in sorted({mark[:2] for mark in told}):
        right, wrong = (told[rule, level, held] for held in (True, False))
        lines.append(f"{level}s on one {rule} hop alone: right {Share(right, right + wrong)}\n")
    return "".join(lines)


def _bins(told: Counter[tuple[int, bool]]) -> str:
    lines = []
    for at in sorted({at for at, _ in told}):
        share = Share(told[at, True], told[at, True] + told[at, False])
        lines.append(
            f"links that are {'stale' if at == STALE else f'{at} to {at + 2} bits'}: right {share}\n"
        )
    return "".join(lines)


def measure_crowd(seed: int, plain: Path, crowded: Path) -> bool:
    """Say what a support group that 500 sellers share adds to a world's links: nothing, and it moves none."""
    write_world(make_world(seed, replace(Parameters(), crowd=CROWD)), crowded)
    take_in(crowded)
    keys = {PEPPER_ID: (crowded / "pepper.key").read_bytes()}
    with (
        open_database(f"sqlite:///{crowded / 'market.db'}", write=True) as database,
        database.writing() as connection,
    ):
        build_links(connection, datetime.now(UTC), full=True, keys=keys)
    before, after = _links(plain), _links(crowded)
    sys.stdout.write(f"a group shown by {CROWD} sellers more: {len(after - before)} links added or moved\n")
    return before == after


def _links(directory: Path) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(directory / "market.db")) as rows:
        return set(rows.execute(_LINKED))


def main() -> int:
    """Make and measure the worlds of the seeds that the command line names."""
    place, *seeds = (word for word in sys.argv[1:] if word != "--crowd")
    good, told, alone = True, Counter[tuple[int, bool]](), Counter[tuple[str, str, bool]]()
    for seed in seeds:
        directory = Path(place) / seed
        write_world(make_world(int(seed)), directory)
        take_in(directory)
        sys.stdout.write(f"== seed {seed}\n")
        good &= measure(directory)
        tell_scores(directory, told)
        tell_alone(directory, alone)
        if "--crowd" in sys.argv:
            good &= measure_crowd(int(seed), directory, Path(place) / f"{seed}-crowd")
    sys.stdout.write(_bins(told) + _alone(alone))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
