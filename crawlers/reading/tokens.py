"""What a text is cut into: tokens, and the letter that the grammar knows each by."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.vocabulary import Tags

_CODES = (
    ("CUR", "C"), ("ZHE", "Z"), ("PCT", "%"), ("FACTOR", "K"), ("CENT", "m"), ("TENTH", "T"), ("SHARE", "W"), ("TIMES", "x"), ("MULT", "R"), ("CARD", "c"),
    ("PERIOD", "P"), ("TOKEN", "t"), ("CALL", "i"), ("RECORD", "r"), ("SEAT", "s"), ("BRAND", "b"), ("TIER", "b"),
    ("MODEL", "b"), ("GROUP", "G"), ("EQUALS", "="), ("RATIO", ":"), ("EFF", "E"), ("CHANGE", ">"), ("WAS", "<"), ("FROM", "F"),
    ("UPTO", "U"), ("APPROX", "A"), ("OFF", "O"), ("PIECE", "p"), ("EACHOF", "/"),
    ("ASK", "a"),
)  # fmt: skip

SIGN_CODES = {
    ":": ":", "/": "/", "-": "-", "–": "-", "—": "-", "~": "-", "(": "(", ")": ")", "[": "(", "]": ")", "【": "(", "】": ")",
    "「": "(", "」": ")", "《": "(", "》": ")", ",": ",", "，": ",", "、": ",", ";": ";", "；": ";", "|": "|", "。": ".",
    "!": ".", "?": ".", ".": ".", "؛": ";", "؟": ".", "۔": ".", "،": ",", "！": ".", "？": ".", "·": "|", "•": "|", "+": "+", "*": "*", "`": "`",
    "_": "_", "丨": "|", "｜": "|", "#": "#", "\"": "`", "'": "`", "…": ".", "&": "+", "=": "=",
}  # fmt: skip

_code_of: dict[Tags, str] = {}


class Token:
    """A word, number or sign of the plain text; `entry` is the table's entry, `number` its value."""

    __slots__ = ("end", "entry", "number", "start", "tags", "words")

    def __init__(self, start: int, end: int, words: str, entry: str, tags: Tags) -> None:
        self.start = start
        self.end = end
        self.words = words
        self.entry = entry
        self.tags = tags
        self.number: Decimal | None = None

    def __repr__(self) -> str:
        return f"{self.words}<{','.join(sorted(self.tags))}>"


def code_of(tags: Tags) -> str:
    """Give the letter of the first class that the grammar knows."""
    code = _code_of.get(tags)
    if code is None:
        code = next((letter for tag, letter in _CODES if tag in tags), "w")
        _code_of[tags] = code
    return code


def lower(plain: str) -> str:
    """Lower the case without moving a single offset."""
    low = plain.lower()
    if len(low) == len(plain):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in plain)
