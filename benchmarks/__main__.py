"""Run the benchmarks named on the command line, or all of them, and print a line for each figure."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

SLOW = (
    "big_store", "fuzz_reading", "hostile_seeds", "kill_crawl", "link_quality", "link_world", "link_world_score", "render_soak", "soak",
    "soak_store",
)  # fmt: skip
"""Not run with the others: they take long, or arguments."""


def main() -> None:
    """Run them; exit 1 where one misses its figure."""
    here = Path(__file__).parent
    known = sorted(
        path.stem for path in here.glob("*.py") if not path.stem.startswith("_") and path.stem not in SLOW
    )
    wanted = sys.argv[1:] or known
    unknown = [name for name in wanted if name not in known]
    if unknown:
        sys.exit(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known)}")
    missed = False
    for name in wanted:
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        missed |= import_module(f"benchmarks.{name}").main() != 0
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
