"""Tables of single characters: what each stands for once a seller's dressing is off."""

from __future__ import annotations

import unicodedata
from functools import cache

import opencc

# Emoji and signs that sellers write for a sign; all one character, so that offsets stand.
_SIGNS = {
    "🔟": "⑩",    "✖": "×", "✕": "×", "✗": "×", "⨯": "×", "╳": "×", "🗙": "×", "💲": "$", "🛩": "✈", "🛫": "✈",
    "🛬": "✈", "−": "-", "‐": "-", "‑": "-", "⁃": "-", "∶": ":", "꞉": ":", "⁄": "/", "∕": "/", "➗": "÷", "➕": "+",
    "➖": "-", "﹣": "-", "∗": "*", "٪": "%", "٫": ".", "٬": ",", "♥": "❤", "💗": "❤", "💕": "❤",
    "💚": "❤", "🧡": "❤", "💛": "❤", "💙": "❤", "💜": "❤", "🖤": "❤",
}  # fmt: skip

# Cyrillic and Greek letters that are drawn like Latin ones.
LOOKALIKES = dict(
    zip(
        "аеорсухіјѕһԁԛԝӏАВЕКМНОРСТУХІЈЅԚԜοναικρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijshdqwlABEKMHOPCTYXIJSQWovaikpuABEZHIKMNOPTYX",
        strict=True,
    )
)

# Enclosed digits are list marks as often as digits: crawlers.reading.text decides by what stands around them.
ENCLOSED = {
    chr(first + n): str(n + 1) for first in (0x2460, 0x2776, 0x2780, 0x278A, 0x24F5) for n in range(10)
}
ENCLOSED |= {"⓪": "0", "⓿": "0"}

_LONGEST = 4
"""A character whose plain form is longer stays as it is: U+FDFA alone would make eighteen of one."""


def _squared_letters() -> dict[str, str]:
    return {chr(first + n): chr(0x41 + n) for first in (0x1F150, 0x1F170) for n in range(26)}


def _simplified() -> dict[str, str]:
    """Read OpenCC's traditional-to-simplified table, one character each."""
    points = [*range(0x3400, 0xA000), *range(0xF900, 0xFB00)]
    letters = [unicodedata.normalize("NFKC", chr(point)) for point in points]
    found = opencc.OpenCC("t2s").convert("\n".join(letters)).split("\n")
    return {chr(point): new for point, new in zip(points, found, strict=True) if new != chr(point)}


def _compatible() -> dict[str, str]:
    """Read Unicode's own NFKC table, without super- and subscripts: a footnote mark is no digit of a price."""
    table = {}
    for point in range(0x80, 0x30000):
        letter = chr(point)
        form = unicodedata.decomposition(letter)
        if form.startswith(("<super>", "<sub>")) or not form:
            continue
        plain = unicodedata.normalize("NFKC", letter)
        # A spacing accent is a sign of its own, not a mark on the letter before.
        if plain != letter and not any("\u0300" <= mark <= "\u036f" for mark in plain):
            table[letter] = plain
    return table


def _digits() -> dict[str, str]:
    """Arabic, Persian, Devanagari, Thai... digits, and the styled ones that NFKC already covers."""
    points = (point for point in range(0x660, 0x1FBFA) if unicodedata.category(chr(point)) == "Nd")
    return {chr(point): str(unicodedata.digit(chr(point))) for point in points}


@cache
def tables() -> tuple[dict[int, str], dict[str, str]]:
    """Give the one-for-one table (for str.translate) and the characters that become several."""
    tags = dict.fromkeys(map(chr, range(0xE0000, 0xE1000)), "\u200b")
    merged = {**_compatible(), **_simplified(), **_digits(), **_squared_letters(), **_SIGNS, **tags}
    for letter in ("，", *ENCLOSED):
        merged.pop(letter, None)
    single = {ord(letter): plain for letter, plain in merged.items() if len(plain) == 1}
    several = {
        letter: plain.replace("⁄", "/")
        for letter, plain in merged.items()
        if 1 < len(plain) <= _LONGEST and letter <= "\uffff"
    }
    return single, several


_HAN = range(0x3400, 0xA000)


@cache
def _han() -> dict[int, str]:
    return {point: plain for point, plain in tables()[0].items() if point in _HAN}


def simple_han(words: str) -> str:
    """Give words in the letters of a plain text: Japanese and traditional characters are simplified there too."""
    return words.translate(_han())
