"""A million texts that nobody would write, read without an exception, each value inside of its text.

They are cut and joined from the project's own texts, the reader's own words and signs of every script, from a fixed
seed, and read as text of several countries and as a shop's good; a text that raises is printed whole, to become a case.
"""

from __future__ import annotations

import json
import random
import sys
from decimal import Decimal
from pathlib import Path

from crawlers.reading import Context, read
from crawlers.reading.good import read_good
from crawlers.reading.vocabulary import STEMS, TAGS_OF
from store.records import Money, Offer

_TEXTS = Path(__file__).parents[1] / "tests" / "reading" / "fresh.jsonl"
_SIGNS = "0123456789.,:;/%$¥€₽₫￥-_=()[]{}<>|@#+*~ \n\t折倍率元刀块万w千百kKUuxX×不无号池封共享\u200b\u0301\u0336\u20e3\U0001f4b2İßﷺ١٢𝟙Ⅳ½"
_JOINTS = ("\n", "\n|", "|", "<td>", " ", ": ", "/")
_CONTEXTS = (
    Context(),
    Context(fx={"CNY": Decimal("6.8")}, recharge=Decimal("0.5")),
    Context(fx={"VND": Decimal(26250)}),
    Context(fx={"RUB": Decimal("72.5"), "USDT": Decimal(1)}, language="ru"),
    Context(currency="EUR", language="de"),
    Context(currency="JPY", language="ja"),
)
_PRICE = Offer(kind="account", price=Money(Decimal(15), "CNY"))
_MOST_PIECES, _MANY_PIECES = 4, 40
_MILLION = 1_000_000


def main(count: int = _MILLION, seed: int = 7) -> int:
    """Read them; 1 where one raises or points outside of its text."""
    chance = random.Random(seed)
    texts = [json.loads(line)["text"] for line in _TEXTS.read_text(encoding="utf-8").splitlines()]
    words = sorted({*TAGS_OF, *STEMS})
    bad = 0
    for _ in range(count):
        text, context = _mixed(chance, texts, words), chance.choice(_CONTEXTS)
        try:
            sound = _is_sound(text, context)
        except Exception as error:  # noqa: BLE001 - any exception is what is sought
            sound = False
            sys.stdout.write(f"fuzz_reading: {type(error).__name__}: {error}\n")
        if not sound:
            bad += 1
            sys.stdout.write(f"fuzz_reading: bad: {text!r} with {context}\n")
    held = bad == 0
    sys.stdout.write(f"fuzz_reading: {count:,} texts, {bad} bad (target 0): {'held' if held else 'missed'}\n")
    return 0 if held else 1


def _mixed(chance: random.Random, texts: list[str], words: list[str]) -> str:
    pieces = []
    most = _MANY_PIECES if chance.random() < 0.02 else _MOST_PIECES
    for _ in range(chance.randint(1, most)):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        pieces.append(text[start : start + chance.randint(1, 24)])
        pieces.append("".join(chance.choices(_SIGNS, k=chance.randint(0, 5))))
        if chance.random() < 0.5:
            pieces.append(chance.choice(words))
        if chance.random() < 0.3:
            pieces.append(chance.choice(_JOINTS))
    if chance.random() < 0.1:
        pieces.append(
            chr(chance.choice((chance.randrange(0x20, 0xD800), chance.randrange(0xE000, 0x110000))))
        )
    chance.shuffle(pieces)
    return "".join(pieces)


def _is_sound(text: str, context: Context) -> bool:
    found = read(text, context)
    read_good(text[:80], text[80:], _PRICE, context)
    spans = [(each.start, each.end) for each in found.offers]
    spans += [(each.start, each.end) for each in found.identifiers]
    spans += [(each.start, each.end) for each in found.signals]
    spans += [(each.start, each.end) for each in found.partial]
    return all(
        start is not None and end is not None and 0 <= start <= end <= len(text) for start, end in spans
    )


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
