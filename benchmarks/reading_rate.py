"""How fast texts are read on one core: identifiers beside ioc-finder, whole records, shop titles, memory.

The texts are the project's own labelled ones; every round ends them otherwise, so that no cache has seen one before.
The peers are no dependency: `uv pip install '.[bench]'` brings them; without them only our own rates are printed.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from crawlers.reading import Context, read
from crawlers.reading.identifiers import find_identifiers
from crawlers.reading.text import normalise

_TEXTS = Path(__file__).parents[1] / "tests" / "reading" / "fresh.jsonl"
_TIMES, _RECORDS, _TITLES = 5.0, 1_500, 8_000
_ROUNDS = 5
_MANY = 60_000
_GROWTH_MB = 16


def main(many: int = _MANY) -> int:
    """Measure all in CPU seconds of this process; 0 where every figure holds."""
    records = [json.loads(line) for line in _TEXTS.read_text(encoding="utf-8").splitlines()]
    texts = [record["text"] for record in records]
    titles = [record["text"].partition("\n")[0] for record in records if record["place"] == "card_shop"]
    held = _beside_peers(texts)
    held &= _rate("records", texts, _RECORDS)
    held &= _rate("shop titles", titles, _TITLES)
    held &= _memory(texts, many)
    return 0 if held else 1


def _beside_peers(texts: list[str]) -> bool:
    size = sum(len(text.encode()) for text in texts) / 1e6
    ours = size / _seconds(lambda text: find_identifiers(normalise(text), Context()), texts)
    try:
        find_iocs = import_module("ioc_finder").find_iocs
    except ImportError:
        sys.stdout.write(f"reading_rate: identifiers {ours:.2f} MB/s; ioc-finder is not installed\n")
        return True
    theirs = size / _seconds(find_iocs, texts)
    return _say("identifiers", f"{ours:.2f} MB/s, ioc-finder {theirs:.2f}, times", ours / theirs, _TIMES)


def _rate(name: str, texts: list[str], target: float) -> bool:
    return _say(name, "a second", len(texts) / _seconds(lambda text: read(text, Context()), texts), target)


def _memory(texts: list[str], many: int) -> bool:
    """Read so many records, each with a number of its own, and see what the process grew by after the first sixth."""
    first = 0
    for at in range(many):
        read(f"{texts[at % len(texts)]}\n#{at}", Context())
        if at == many // 6:
            first = _peak()
    grown = (_peak() - first) / 1024
    held = grown <= _GROWTH_MB
    sys.stdout.write(
        f"reading_rate: memory grew by {grown:.1f} MB from record {many // 6:,} to {many:,}"
        f" (target at most {_GROWTH_MB}): {'held' if held else 'missed'}\n"
    )
    return held


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _seconds(work: Callable[[str], object], texts: Iterable[str]) -> float:
    took = []
    for turn in range(_ROUNDS + 1):
        fresh = [text + "!" * turn for text in texts]
        start = time.process_time()
        for text in fresh:
            work(text)
        took.append(time.process_time() - start)
    # The first turn compiles the tables.
    return min(took[1:])


def _say(name: str, unit: str, figure: float, target: float) -> bool:
    held = figure >= target
    sys.stdout.write(
        f"reading_rate: {name}: {unit} {figure:,.1f} (target {target:,g}): {'held' if held else 'missed'}\n"
    )
    return held


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
