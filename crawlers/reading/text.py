"""A seller's words made plain, each character still pointing at the one it was read from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, pairwise

from crawlers.reading.glyphs import ENCLOSED, LOOKALIKES, tables

LONGEST = 1 << 20
"""Characters read of one text; the rest is cut."""

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u20e3"
)
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_MARKS = "\u0300-\u034e\u0350-\u036f"
_KEYCAP = "[0-9#*]\ufe0f?\u20e3"
# A lone keycap or ring is a list mark unless a unit follows: "1️⃣ 先看" but "5️⃣折".
_UNIT = re.compile("\ufe0f?[折元刀块毛%xX×倍¥$.]")
_RINGS = re.compile(f"(?:{_KEYCAP}|[{''.join(ENCLOSED)}])+")
_BMP = "\uffff"
# Each range beyond the BMP costs a class dear, so what lies there has a pattern of its own.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]+")
_RING_RUN = re.compile(f"[{''.join(ENCLOSED)}](?:[{''.join(ENCLOSED)}]|{_KEYCAP}|{_UNIT.pattern})")
_MARKED = re.compile(f"[{_MARKS}]+")
_STRUCK = re.compile("(?:[^\\s\u0335\u0336][\u0335\u0336]\ufe0f?)+")
_BETWEEN = re.compile("[0-9]，(?=[0-9])")
_ASCII_CHANGES = re.compile(f"[{_CONTROLS}]")
_OTHER_SCRIPTS = re.compile("[\u0370-\u052f]")
_LOOKS = re.escape("".join(LOOKALIKES))
_LOOK_RUN = re.compile(f"[A-Za-z0-9_{_LOOKS}]+")
_LOOK_EDGE = re.compile(f"[{_LOOKS}](?:(?=[0-9_]{{0,8}}[A-Za-z])|(?<=[A-Za-z0-9_].))")
_LATIN = re.compile("[A-Za-z]")
_LOOK_TABLE = str.maketrans(LOOKALIKES)
_MOST_CHANGES = 100_000
"""Stretches of another length that are made plain in one text; behind them it stays as written."""
_MOST_MASKED = 20_000
"""Words with look-alikes mended in one text; what has more is noise."""
_DENSE = 400
"""Changes in the first 4,096 characters from which on the whole text is translated rather than its runs."""


class Text:
    """The plain words of a text and the way back to the words as they stood.

    `plain` has NFKC forms, simplified Chinese, no invisible characters, Latin letters where a word mixed them
    with look-alikes, and `~~…~~` around struck-out figures. A full-width comma between two digits stays `，`: there
    it parts two numbers, where a plain comma would group thousands.
    """

    __slots__ = ("_origins", "_starts", "original", "plain")

    def __init__(self, original: str, plain: str, starts: list[int], origins: list[int]) -> None:
        self.original = original
        self.plain = plain
        self._starts = starts
        self._origins = origins

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the characters of the original that `plain[start:end]` was read from."""
        if not self._starts:
            return start, end
        first = self._origin(start)
        if end <= start:
            return first, first
        return first, max(first, self._origin_end(end - 1))

    def words(self, start: int, end: int) -> str:
        """Give the words as they stand in the original."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def _origin(self, at: int) -> int:
        piece = max(bisect_right(self._starts, at) - 1, 0)
        into = at - self._starts[piece] if piece % 2 == 0 else 0
        return min(self._origins[piece] + into, len(self.original))

    def _origin_end(self, at: int) -> int:
        piece = max(bisect_right(self._starts, at) - 1, 0)
        if piece % 2 == 0:
            return min(self._origins[piece] + at - self._starts[piece] + 1, len(self.original))
        return self._origins[piece + 1]


def normalise(text: str) -> Text:
    """Make a text plain; at most LONGEST characters of it are read.

    >>> normalise("ｖｘ：Ｐａｎｄａ７７").plain
    'vx:Panda77'
    """
    text = text[:LONGEST]
    if text.isascii() and not _ASCII_CHANGES.search(text):
        return Text(text, text, [], [])
    plain = _translate(text)
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    at = made = 0
    for first, last, new in islice(_length_changes(plain), _MOST_CHANGES):
        pieces += (plain[at:first], new)
        starts += (made, made + first - at)
        origins += (at, first)
        made += first - at + len(new)
        at = last
    if starts:
        starts.append(made)
        origins.append(at)
        pieces.append(plain[at:])
        plain = "".join(pieces)[:LONGEST]
    return Text(text, _unmask_lookalikes(plain), starts, origins)


@cache
def _changed() -> re.Pattern[str]:
    single, _ = tables()
    return re.compile(
        f"[{re.escape(''.join(chr(point) for point in sorted(single) if chr(point) <= _BMP))}]+"
    )


@cache
def _triggers() -> re.Pattern[str]:
    _, several = tables()
    return re.compile(f"[{_INVISIBLE}{_MARKS}{_CONTROLS}{''.join(ENCLOSED)}{re.escape(''.join(several))}]")


def _translate(text: str) -> str:
    """Do the changes that leave every offset where it was."""
    single, _ = tables()
    changed = _changed()
    # The commonest three by themselves: a plain replacement costs a tenth of a pattern's.
    text = text.replace("：", ":").replace("（", "(").replace("）", ")")
    dense = len(text) > _DENSE and len(changed.findall(text, 0, 4096)) > _DENSE
    if dense:
        plain = text.translate(single)
    else:
        plain = changed.sub(lambda run: run[0].translate(single), text)
        if len(plain.encode("utf-16-le", "surrogatepass")) > 2 * len(plain):  # a tenth of the pattern's time
            plain = _ASTRAL.sub(lambda run: run[0].translate(single), plain)
    if "，" in plain:
        kept = [found.start() + 1 for found in _BETWEEN.finditer(plain)]
        plain = plain.replace("，", ",")
        if kept:
            plain = "，".join(plain[first + 1 : last] for first, last in pairwise((-1, *kept, len(plain))))
    return plain


def _length_changes(plain: str) -> Iterator[tuple[int, int, str]]:
    """Give each stretch (start, end) whose plain form has another length, and that form, in order."""
    _, several = tables()
    at = 0
    for found in _triggers().finditer(plain):
        first = found.start()
        if first < at:
            continue
        sign = found[0]
        if sign in several:
            last, new = first + 1, several[sign]
        elif sign in ENCLOSED and not _RING_RUN.match(plain, first):
            continue
        elif "\u0300" <= sign <= "\u036f" or sign in ENCLOSED or sign in "\ufe0f\u20e3":
            first, last, new = _joined(plain, first, at)
        else:
            last, new = first + 1, ""
        yield first, last, new
        at = last


def _joined(plain: str, first: int, floor: int) -> tuple[int, int, str]:
    """Read a mark, ring or keycap together with the character that it belongs to."""
    base = first - 1 if first > floor else first
    if plain[first] in "\u0335\u0336" and (struck := _STRUCK.match(plain, base)):
        bare = re.sub("[\u0335\u0336\ufe0f]", "", struck[0])
        new = f"~~{bare}~~" if any(letter.isdigit() for letter in bare) else bare
        return base, struck.end(), new
    if marked := _MARKED.match(plain, first):
        # NFD text; marks that do not compose are ornament.
        return base, marked.end(), _composed(plain[base:first] + marked[0][:16])
    rings = _RINGS.match(plain, base) or _RINGS.match(plain, first)
    if rings is None:
        return first, first + 1, ""
    return rings.start(), rings.end(), _ring_form(rings[0], _UNIT.match(plain, rings.end()) is not None)


@lru_cache(maxsize=4096)
def _composed(letter: str) -> str:
    return _MARKED.sub("", unicodedata.normalize("NFC", letter))


def _ring_form(words: str, counts: bool) -> str:  # noqa: FBT001 - one private caller
    digits = [
        ENCLOSED.get(letter, letter) for letter in words if letter in ENCLOSED or letter in "0123456789#*"
    ]
    if len(digits) > 1 or counts or digits[0] in "#*":
        return "".join(digits)
    return words if words in ENCLOSED else "⓪①②③④⑤⑥⑦⑧⑨"[int(digits[0])]


def _unmask_lookalikes(plain: str) -> str:
    """Turn look-alike letters Latin in words that mix both scripts; words of one script are never touched."""
    if not _OTHER_SCRIPTS.search(plain) or not _LOOK_EDGE.search(plain):
        return plain
    pieces = []
    at = 0
    for edge in islice(_LOOK_EDGE.finditer(plain), _MOST_MASKED):
        if edge.start() < at:
            continue
        first = max(_run_start(plain, edge.start()), at)
        run = _LOOK_RUN.match(plain, first)
        last = run.end() if run else edge.end()
        pieces.append(plain[at:first])
        pieces.append(_unmask(plain, first, last))
        at = last
    pieces.append(plain[at:])
    return "".join(pieces)


def _run_start(plain: str, at: int) -> int:
    floor = max(0, at - 64)
    while at > floor and _LOOK_RUN.fullmatch(plain, at - 1, at):
        at -= 1
    return at


def _unmask(plain: str, first: int, last: int) -> str:
    word = plain[first:last]
    around = plain[first - 1 : first] + plain[last : last + 1]
    if not _LATIN.search(word) or any("\u0370" <= letter <= "\u052f" for letter in around):
        return word
    return word.translate(_LOOK_TABLE)
