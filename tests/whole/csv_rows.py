"""The rows of a feed, as a test compares them."""

from __future__ import annotations

import csv
from pathlib import Path

TIMES = ("first_seen_at", "observed_at", "confirmed_at")


def rows_of(path: Path, *, without: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """Read a feed's rows but for some columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {name: cell for name, cell in row.items() if name not in without} for row in csv.DictReader(file)
        ]
