"""`make soak`: the long figures: kill -9 of crawl and of load at fifty moments each, writers and readers at once, a thousand unchanged crawls, a million texts read, two thousand hostile seeds, two thousand pages rendered."""

from __future__ import annotations

import sys
from importlib import import_module

LONG = ("kill_crawl", "kill_load", "soak_store", "unchanged", "fuzz_reading", "hostile_seeds", "render_soak")


def main() -> int:
    """Run them one after another; 1 where one misses its figure."""
    return max(int(import_module(f"benchmarks.{name}").main()) for name in LONG)


if __name__ == "__main__":
    sys.exit(main())
