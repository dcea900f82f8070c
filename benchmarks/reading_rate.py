"""How fast texts are read on one core: identifiers beside ioc-finder, whole records, shop titles, memory.

The texts are the project's own labelled ones; every round ends them otherwise, so that no cache has seen one before.
What is compared is read turn by turn; the figures are the medians of the rounds.
The peers are no dependency: `uv pip install '.[bench]'` brings them; without them only our own rates are printed.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median

from crawlers.reading import Context, read
from crawlers.reading.identifiers import find_identifiers
from crawlers.reading.text import normalise

_TEXTS = Path(__file__).parents[1] / "tests" / "reading" / "fresh.jsonl"
_TIMES, _RECORDS, _TITLES = 5.0, 1_500, 8_000
_ROUNDS = 9
_MANY = 60_000
_GROWTH_MB = 16


def main(many: int = _MANY) -> int:
    """Measure all in CPU seconds of this process; 0 where every figure holds."""
    records = [json.loads(line) for line in _TEXTS.read_text(encoding="utf-8").splitlines()]
    texts = [record["text"] for record in records]
    titles = [record["text"].partition("\n")[0] for record in records if record["place"] == "card_shop"] * 4
    work: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "identifiers": (lambda text: find_identifiers(normalise(text), Context()), texts),
        "records": (lambda text: read(text, Context()), texts),
        "shop titles": (lambda text: read(text, Context()), titles),
    }
    try:
        work["ioc-finder"] = (import_module("ioc_finder").find_iocs, texts)
    except ImportError:
        sys.stdout.write("reading_rate: ioc-finder is not installed: no peer to compare with\n")
    took = _rounds(work)
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    held = "ioc-finder" not in took or _beside_peer(megabytes, took["identifiers"], took["ioc-finder"])
    held &= _say("records", "a second", len(texts) / median(took["records"]), _RECORDS)
    held &= _say("shop titles", "a second", len(titles) / median(took["shop titles"]), _TITLES)
    held &= _memory(texts, many)
    return 0 if held else 1


def _rounds(work: dict[str, tuple[Callable[[str], object], list[str]]]) -> dict[str, list[float]]:
    """Give the seconds of each round; what a busy machine does to one it does to its neighbours too."""
    took: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(_ROUNDS + 1):
        for name, (read_one, texts) in work.items():
            fresh = [text + "!" * turn for text in texts]
            start = time.process_time()
            for text in fresh:
                read_one(text)
            took[name].append(time.process_time() - start)
    # The first round compiles the tables.
    return {name: seconds[1:] for name, seconds in took.items()}


def _beside_peer(megabytes: float, ours: list[float], theirs: list[float]) -> bool:
    times = median(their / our for our, their in zip(ours, theirs, strict=True))
    unit = f"{megabytes / median(ours):.2f} MB/s, ioc-finder {megabytes / median(theirs):.2f}, times"
    return _say("identifiers", unit, times, _TIMES)


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


def _say(name: str, unit: str, figure: float, target: float) -> bool:
    held = figure >= target
    sys.stdout.write(
        f"reading_rate: {name}: {unit} {figure:,.1f} (target {target:,g}): {'held' if held else 'missed'}\n"
    )
    return held


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
