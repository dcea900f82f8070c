"""Two thousand texts of a megabyte, each a few of the reader's own words repeated: each read in at most a second.

The words are the entries of the tables, the labels of the identifiers and the parts of the signals' patterns, whole or
cut off, so that patterns match by half; from a fixed seed. A text that is slower is printed, to become a family.
"""

from __future__ import annotations

import random
import re
import sys
import time

from benchmarks.hostile_text import LENGTH
from crawlers.reading import Context, read
from crawlers.reading.identifiers import KIND_MODULES
from crawlers.reading.signal_words import SIGNAL_WORDS
from crawlers.reading.vocabulary import STEMS, TAGS_OF

_SECONDS = 1.0
_WORDS = re.compile(r"[^\W\d_]{2,}")
_JOINTS = ("", " ", "\n", ",", "|", " 1 ", "$", "，", ": ", "@", ".")
_TWO_THOUSAND = 2_000


def main(count: int = _TWO_THOUSAND, seed: int = 7) -> int:
    """Read them; 1 where one takes more than a second."""
    chance = random.Random(seed)
    entries, parts = sorted({*TAGS_OF, *STEMS}), _parts()
    read("Claude Max 20x ¥580 微信 panda_888", Context())
    slowest, slow = 0.0, 0
    for _ in range(count):
        words = _seed(chance, entries, parts)
        text = (words * (LENGTH // len(words) + 1))[:LENGTH]
        start = time.process_time()
        read(text, Context())
        took = time.process_time() - start
        slowest = max(slowest, took)
        if took > _SECONDS:
            slow += 1
            sys.stdout.write(f"hostile_seeds: {took:.2f} s: {words!r}\n")
    held = slow == 0
    sys.stdout.write(
        f"hostile_seeds: {count:,} seeds repeated to 1 MB, slowest {slowest:.2f} s (target {_SECONDS:g}):"
        f" {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


def _parts() -> list[str]:
    """Give the words inside of the patterns."""
    patterns = [pattern for patterns in SIGNAL_WORDS.values() for pattern in patterns]
    patterns += [
        getattr(module, name, "") for module in KIND_MODULES for name in ("TRIGGER", "LABELS", "WORDS")
    ]
    return sorted({word for pattern in patterns for word in _WORDS.findall(pattern)})


def _seed(chance: random.Random, entries: list[str], parts: list[str]) -> str:
    pieces = []
    for _ in range(chance.choice((1, 2, 2, 3, 8, 40))):
        word = chance.choice(entries if chance.random() < 0.5 else parts)
        pieces.append(word[: chance.randint(1, len(word))] if chance.random() < 0.3 else word)
        pieces.append(chance.choice(_JOINTS))
    return "".join(pieces)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
