"""Many patterns asked together find what each of them finds alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import re2

from crawlers.reading.glyphs import simple_han
from crawlers.reading.lexicon.stances import STANCES
from crawlers.reading.text import normalise
from crawlers.reading.triggers import Filters, Triggers

_FRESH = Path(__file__).with_name("fresh.jsonl")
PATTERNS = [
    *(simple_han(pattern) for _, patterns in STANCES.values() for pattern in patterns),
    r"号?", r"(?:号|acc)s?\b", r"a[号池]|\[池\]", r"[0-9]{2}", r"продам|[\p{Cyrillic}]{3} (?:шт|pcs)", r"(?:号|кот){0,2}x", r"가격|\|",
]  # fmt: skip


@pytest.fixture(scope="module")
def bodies() -> list[bytes]:
    texts = [json.loads(line)["text"] for line in _FRESH.read_text(encoding="utf-8").splitlines()]
    return [
        normalise(text).plain.lower().encode() for text in [*texts, "", "x", "号", "кот x|", "gia 가격 20"]
    ]


@pytest.mark.parametrize("together", [Filters, lambda patterns: Triggers(patterns, case_sensitive=True)])
def test_together_as_alone(together: type[Filters], bodies: list[bytes]) -> None:
    alone = [re2.compile(pattern.encode()) for pattern in PATTERNS]
    asked = together(PATTERNS)
    wrong = [
        body.decode()
        for body in bodies
        if asked.match(body) != [at for at, pattern in enumerate(alone) if pattern.search(body)]
    ]
    assert wrong == []
