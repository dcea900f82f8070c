"""Compare links with a generated world's truth: precision, recall, recall by kind of evidence, the worst errors.

    python -m benchmarks.link_world_score DIR [DATABASE | links.csv] [--clusters] [--level alert]

A link is right where the account is fraudulent and of the person behind the seller, or of one whose stock it sells.
Recall counts the pairs that were planted strongly enough for an alert. `--clusters` lets a link of one seller stand for
all sellers of its cluster, for a linker that joins them by `seller_cluster` and not by links of their own.
"""

from __future__ import annotations

import argparse
import csv
import json
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

Pair = tuple[str, str, str]
"""Source, seller's key, account_ref."""
_WORST = 10


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole with its Wilson interval at 95 %; of nothing it is None."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The share itself."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval.

        >>> [round(end, 3) for end in Share(95, 100).interval]
        [0.888, 0.978]
        """
        if not self.whole:
            return 0.0, 1.0
        z, n, p = 1.96, self.whole, self.part / self.whole
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        if self.value is None:
            return "none"
        low, high = self.interval
        return f"{self.value:.4f} [{low:.4f}, {high:.4f}] ({self.part} of {self.whole})"


@dataclass(slots=True)
class Score:
    """How a set of links stands to the truth."""

    precision: Share
    recall: Share
    by_kind: dict[str, Share] = field(default_factory=dict)
    by_distance: dict[str, Share] = field(default_factory=dict)
    leads: Share = field(default_factory=lambda: Share(0, 0))
    """Of the pairs that bear a lead alone, those that were linked nevertheless: right, yet bold."""
    wrong_by_reason: dict[str, int] = field(default_factory=dict)
    wrong: list[tuple[Pair, str]] = field(default_factory=list)
    missed: list[tuple[Pair, str]] = field(default_factory=list)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _pair(row: Mapping[str, object]) -> Pair:
    return str(row["source"]), str(row["seller"]), str(row["account_ref"])


def read_links(place: Path, level: str = "alert", *, clusters: bool = False) -> set[Pair]:
    """Read linked pairs from a database, or from the feed `links.csv`; without levels all links count."""
    if place.suffix == ".csv":
        rows = [row for row in _rows(place) if row.get("status", "active") == "active"]
        return {_pair(row) for row in rows if row.get("level", level) == level}
    with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as database:
        columns = {row[1] for row in database.execute("PRAGMA table_info(link)")}
        query = (
            "SELECT s.source, s.key, k.account_ref FROM link l JOIN seller s ON s.id = l.seller_id"
            " JOIN known_account k ON k.id = l.account_id"
        )
        narrowed = f"{query} WHERE l.level = ?" if "level" in columns else f"{query} WHERE ? <> ''"
        found: set[Pair] = set(database.execute(narrowed, (level,)))
        return _spread(database, found) if clusters else found


def _spread(database: sqlite3.Connection, pairs: Iterable[Pair]) -> set[Pair]:
    """Give each seller of a cluster the links of the others."""
    query = "SELECT c.cluster, s.source, s.key FROM seller_cluster c JOIN seller s ON s.id = c.seller_id"
    members, cluster_of = defaultdict(list), {}
    for cluster, source, key in database.execute(query):
        members[cluster].append((source, key))
        cluster_of[source, key] = cluster
    spread = set(pairs)
    for source, key, ref in pairs:
        for other in members.get(cluster_of.get((source, key)), ()):
            spread.add((*other, ref))
    return spread


class Owners:
    """Who is behind sellers and accounts in a world's truth."""

    def __init__(self, directory: Path) -> None:
        self._account = {row["account_ref"]: row for row in _rows(directory / "owners.csv")}
        self._seller = {(row["source"], row["seller"]): row for row in _rows(directory / "sellers.csv")}

    def is_right(self, pair: Pair) -> bool:
        """Say whether a seller and an account belong together."""
        seller, account = self._seller[pair[:2]], self._account[pair[2]]
        people = {seller["person"], *seller["suppliers"].split()} - {""}
        return account["class"] == "fraudulent" and account["person"] in people

    def words(self, pair: Pair) -> str:
        """Say who they are."""
        seller, account = self._seller[pair[:2]], self._account[pair[2]]
        who = f"person {seller['person']}" if seller["person"] else "nobody known"
        return f"the seller is {who}, the {account['class']} account is person {account['person']}'s"


def score(directory: Path, links: set[Pair]) -> Score:
    """Score linked pairs against the truth of the world in a directory."""
    owners = Owners(directory)
    truths = {_pair(row): row for row in _lines(directory / "truth.jsonl")}
    due = {pair: row for pair, row in truths.items() if row["expects"] == "alert"}
    bold = truths.keys() - due.keys()
    wrong = sorted(pair for pair in links if not owners.is_right(pair))
    made = Score(Share(len(links) - len(wrong), len(links)), Share(len(due.keys() & links), len(due)))
    by_kind, by_distance = defaultdict(list), defaultdict(list)
    for pair, row in due.items():
        kinds = row["kinds"]
        assert isinstance(kinds, list)
        by_distance[str(row["distance"])].append(pair in links)
        for kind in kinds:
            by_kind[str(kind)].append(pair in links)
        if pair not in links:
            made.missed.append((pair, f"{'+'.join(kinds)}, {row['distance']}"))
    made.by_kind = {kind: Share(sum(hits), len(hits)) for kind, hits in sorted(by_kind.items())}
    made.by_distance = {name: Share(sum(hits), len(hits)) for name, hits in sorted(by_distance.items())}
    made.leads = Share(len(bold & links), len(bold))
    reasons = _reasons(directory)
    for pair in wrong:
        said = reasons.get(pair) or reasons.get((*pair[:2], "")) or "not planted"
        made.wrong.append((pair, f"{said}: {owners.words(pair)}"))
    made.wrong_by_reason = dict(Counter(words.split(":")[0] for _, words in made.wrong).most_common())
    return made


def _reasons(directory: Path) -> dict[Pair, str]:
    found: dict[Pair, list[str]] = defaultdict(list)
    for row in _lines(directory / "decoys.jsonl"):
        found[_pair(row)].append(str(row["reason"]))
    return {pair: ", ".join(sorted(set(said))) for pair, said in found.items()}


def report(made: Score) -> str:
    """Write a score as lines of text."""
    lines = [
        f"precision {made.precision}",
        f"recall {made.recall}",
        f"linked though only a lead {made.leads}",
    ]
    lines += [f"recall {name} {share}" for name, share in made.by_distance.items()]
    lines += [f"recall by {kind} {share}" for kind, share in made.by_kind.items()]
    lines += [f"wrong, {reason}: {count}" for reason, count in made.wrong_by_reason.items()]
    lines += [f"wrong {' '.join(pair)}: {words}" for pair, words in made.wrong[:_WORST]]
    lines += [f"missed {' '.join(pair)}: {words}" for pair, words in made.missed[:_WORST]]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Score what the command line names."""
    parser = argparse.ArgumentParser(description="Compare links with a generated world's truth.")
    parser.add_argument("directory", type=Path)
    parser.add_argument(
        "place", type=Path, nargs="?", help="the database (DIR/market.db) or the feed links.csv"
    )
    parser.add_argument(
        "--clusters", action="store_true", help="a link counts for all sellers of its cluster"
    )
    parser.add_argument("--level", default="alert")
    asked = parser.parse_args()
    place = asked.place or asked.directory / "market.db"
    made = score(asked.directory, read_links(place, asked.level, clusters=asked.clusters))
    sys.stdout.write(report(made))
    good = made.precision.value is not None and made.precision.value >= 0.99
    return 0 if good and (made.recall.value or 0) >= 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())
