"""Histories of one file of the feeds, held to the law of deltas."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from store.feeds.csv_file import to_line, write_csv
from store.feeds.delta import apply_delta, join_deltas, write_delta
from store.feeds.feed import Feed, Gone, Moment, columns, in_batches
from store.feeds.table import table_of_feed
from tests.store.known_world import START

State = dict[tuple[str, str], tuple[str, str]]
# Names that are neutralised, quoted, alike but for case or width, and in an order that bytes give and words do not.
NAMES = ("a", "B", "=1", "+86", "-2", "é", "x,y", 'q"', "a;=b", "line\nend", "ｱ", "\U0001f600", "\ue000")
MOMENTS = ("2026-05-01T12:00:00.000000Z", "2026-05-01T12:00:00.500000Z", "2026-05-02T00:00:00.000000Z")


def feed_of(state: State) -> Feed:
    rows = [(*key, *values) for key, values in sorted(state.items())]
    return Feed(
        "made", "1.0.0", columns(seen_at="utc", name="text", status="text", reason="text"), ("seen_at", "name"),
        in_batches(lambda _: rows), gone=Gone(keeps=()),
    )  # fmt: skip


@dataclass
class Sink:
    """Keeps what is written to it."""

    body: bytes = b""

    def write(self, part: bytes, rows: int = 0) -> None:
        self.body += part


def check_history(folder: Path, states: list[State]) -> None:
    """Write a history of a file; hold each step, and the steps from each version put together, to the law."""
    table = table_of_feed(feed_of({}))
    files: list[Path] = []
    steps: list[Path] = []
    for number, state in enumerate(states):
        files.append(folder / f"{number}.csv")
        write_csv(Moment(None, START), feed_of(state), files[-1])  # type: ignore[arg-type] # asks no database
        if number:
            steps.append(folder / f"{number}.delta")
            _, counts = write_delta(files[-2], files[-1], feed_of(state), steps[-1], {})
            _check_counts(counts, states[number - 1], state)
    for start in range(len(steps)):
        join_deltas(steps[start:], table, folder / "joined")
        for delta, to in ((folder / "joined", files[-1]), (steps[start], files[start + 1])):
            sink = Sink(to_line(table.header))
            apply_delta(files[start], delta, table, sink)
            assert sink.body == to.read_bytes()


def _check_counts(counts: dict[str, int], before: State, state: State) -> None:
    assert counts["ADD"] + counts["RETRACT"] >= len(state.keys() - before.keys())
    assert counts["DEL"] == len(before.keys() - state.keys())
    assert sum(counts.values()) == sum(state.get(key) != before.get(key) for key in state | before)
