"""A market with its truth: sellers, known accounts, what links them and what only seems to, made from a seed.

    python -m benchmarks.link_world SEED DIR [--crowd] [--take-in]

Written without a look at the linker, and importing nothing of it: what is judged is not written by the judge. Seeds 1
to 5 are for tuning; 901, 902 and 903 are measured only, and nothing is ever tuned on them. The parameters stand in
`_link_world_model.Parameters`, each with its source; docs/linking.md tells the files.
"""

from __future__ import annotations

import argparse
import csv
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks._link_world_decoys import Deceiver, add_crowd
from benchmarks._link_world_evidence import Planter
from benchmarks._link_world_files import write_files
from benchmarks._link_world_market import write_market
from benchmarks._link_world_model import Parameters, World
from benchmarks._link_world_names import Names
from benchmarks._link_world_people import settle

TUNING_SEEDS = (1, 2, 3, 4, 5)
MEASURING_SEEDS = (901, 902, 903)
"""Never used in tuning."""
_SMALL = 1 / 50


def make_world(seed: int, parameters: Parameters | None = None) -> World:
    """Make a world in memory; the same seed and parameters give the same world, a crowd only adds to it."""
    given = parameters or Parameters()
    world = World(seed, given)
    names = Names(Random(seed), given.rare)
    settle(world, names)
    Planter(world, names).plant()
    Deceiver(world, names).plant()
    if given.crowd:
        add_crowd(world, names)
    return world


def write_world(world: World, directory: Path) -> None:
    """Write a world into a new directory: `market.db`, `evidence/` and its lists."""
    directory.mkdir(parents=True, exist_ok=True)
    write_files(world, write_market(world, directory), directory)


def small_world(seed: int, directory: Path, *, crowd: bool = False) -> World:
    """Write a world of a fiftieth into a directory, for tests: 500 accounts, 40 sellers, 12 sites."""
    given = Parameters().small(_SMALL)
    world = make_world(seed, replace(given, crowd=given.sellers // 4 if crowd else 0))
    write_world(world, directory)
    return world


_LISTS = (
    ("accounts import", "accounts.csv"), ("protected import", "protected.csv"), ("purchases import", "purchases.csv"),
    ("purchases import", "probes.csv"), ("purchases resolve", "answers.csv"),
)  # fmt: skip
_PARTIAL = """
INSERT INTO partial_sighting (snapshot_id, pointer, span_start, span_end, kind, written, seller_id, listing_id, role,
                              first_seen_at, run_id, reader)
SELECT n.id, :pointer, :start, :end, :kind, :value, s.id, l.id, :role, n.fetched_at, n.run_id, 'generated'
FROM snapshot n JOIN seller s ON s.source = :source AND s.key = :seller
LEFT JOIN listing l ON l.source = :source AND l.key = :listing
WHERE n.sha256 = :snapshot
"""


def take_in(directory: Path) -> None:
    """Take a world's lists in with the command, as a provider's and an analyst's hand would; masks as a crawl would.

    Answers from before their probe are among the decoys: the command keeps them out.

    Raises:
        SystemExit: where a list is refused, with the command's own words.
    """
    with (directory / "partials.csv").open(encoding="utf-8", newline="") as lines:
        masks = list(csv.DictReader(lines))
    with closing(sqlite3.connect(directory / "market.db")) as rows, rows:
        rows.executemany(_PARTIAL, masks)
    for what, name in _LISTS:
        said = _command(directory, [*what.split(), str(directory / name)])
        if said.returncode:
            sys.exit(said.stderr)
        sys.stdout.write(said.stdout)


def _command(directory: Path, words: list[str]) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("resalewatch")
    call = [str(program), "--database", f"sqlite:///{directory / 'market.db'}", *words]
    return subprocess.run(call, check=False, capture_output=True, text=True)


def main() -> int:
    """Make the world that the command line names."""
    parser = argparse.ArgumentParser(description="Make a generated world: a database, lists and their truth.")
    parser.add_argument("seed", type=int)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--crowd", action="store_true", help="add one support group to 500 sellers")
    parser.add_argument("--take-in", action="store_true", help="also import all lists and masks")
    asked = parser.parse_args()
    if (asked.directory / "market.db").exists():
        sys.exit(f"{asked.directory} holds a world already: name a new directory")
    began = time.perf_counter()
    world = make_world(asked.seed, Parameters(crowd=500 if asked.crowd else 0))
    write_world(world, asked.directory)
    alerts = sum(truth.expects == "alert" for truth in world.truths)
    sys.stdout.write(
        f"{len(world.accounts)} accounts, {len(world.sellers)} sellers, {len(world.truths)} true pairs ({alerts} for an"
        f" alert), {len(world.decoys)} decoys in {time.perf_counter() - began:.1f} s\n"
    )
    if asked.take_in:
        take_in(asked.directory)
    return 0


if __name__ == "__main__":
    sys.exit(main())
