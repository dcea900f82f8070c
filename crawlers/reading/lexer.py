"""One pass over a plain text: typed tokens with their spans, and a string with one letter for each."""

from __future__ import annotations

import re
from decimal import Decimal

from crawlers.reading.glued import GLUED_SIGNS, brand_end, sign_end
from crawlers.reading.lexicon.money import GLUED_ONLY, NUMERAL_UNITS
from crawlers.reading.lexicon.periods import LOCAL
from crawlers.reading.number import read_numeral
from crawlers.reading.number_lexer import NumberLexer
from crawlers.reading.shapes import cutter_for
from crawlers.reading.tokens import SIGN_CODES, Token, code_of
from crawlers.reading.vocabulary import (
    HEADS,
    LETTERS,
    NO_TAGS,
    NUMBER_OF,
    PAIRS,
    PHRASES,
    SHARERS_OF,
    SINGLES,
    TAGS_OF,
    Tags,
    look_up,
)

_ONES = "一二三四五六七八九"
_ENDS_SUM = r"(?=一个月|一[个位年月]|[块元刀个人米]|拿走|带走|包月|出[,。\n]|[,。;、\n/]|$)"
_NUMERAL = re.compile(
    rf"零点[零{_ONES}]{{1,3}}|[两{_ONES}]点[零{_ONES}]{{1,2}}(?=[倍元块折刀])|(?<=[毛块])[{_ONES}](?=一[刀张次个条]|[,。;:、\n/)]|$)"
    rf"|[两{_ONES}][百千][零十百{_ONES}]{{0,5}}?{_ENDS_SUM}|(?<=[,。: 卖收要价只就是])[{_ONES[1:]}]十[{_ONES}]?(?=一个月|一位|拿走|[,。\n]|$)"
    rf"|[{_ONES}]{{3}}(?=一个月|一[个位年]|[块元]|拿走|包月|出[,。\n])"
    rf"|[一二两双三四五六七八九十半](?:[十{_ONES}]{{1,2}})?(?=[{NUMERAL_UNITS}]|比[一二两三四五六七八九十\d])|(?<=[一二两三四五六七八九十\d]比)[一二两三四五六七八九十]"
)
_NUMERAL_HEADS = frozenset("零一二两双三四五六七八九十半")
_RUN_HEADS = HEADS | _NUMERAL_HEADS
_NEXT_WORD = re.compile(f" ([{LETTERS}]+)")
_LETTER = re.compile(f"[{LETTERS}]")


class Lexer(NumberLexer):
    """Reads one text into `tokens` and `codes`, letter for letter."""

    def read(self) -> tuple[list[Token], str]:
        """Read the whole text."""
        tokens, codes, low = self.tokens, self._codes, self.low
        until = 0
        for found in cutter_for(low).finditer(low):
            start, end = found.span()
            if start < until:  # an entry may have reached over the place at which the text was cut
                if end <= until:
                    continue
                start = until
            # Most of a text are words and signs met before: they cost no call.
            words = low[start:end]
            plain = _plain_words.get(words)
            if plain is not None:
                entry, tags, code = plain
                tokens.append(Token(start, end, words, entry, tags))
                codes.append(code)
            else:
                getattr(self, _READERS[found.lastgroup or "other"])(start, end)
                until = self._until
            if len(tokens) >= _MOST_TOKENS:
                break
        return tokens, "".join(codes)

    def _opaque(self, start: int, end: int) -> None:
        self._add(start, end, "u")

    def _mark(self, start: int, end: int) -> None:
        name = self.low[start + 1 : end - 1].strip("/ ").split(" ", 1)[0]
        if name in ("td", "tr", "br", "li", "p", "th"):
            self._add(start, end, "|")
        elif name in ("s", "del", "strike"):
            self._add(start, end, "S")

    def _known(self, start: int, entry: str, tags: Tags) -> None:
        self._add(start, start + len(entry), self._code(start, start + len(entry), entry, tags), tags, entry)
        self._until = start + len(entry)

    def _code(self, start: int, end: int, entry: str, tags: Tags) -> str:
        code = code_of(tags)
        if code == "m" and not self._chinese and entry in ("分", "角"):
            return "w"
        if len(entry) <= _SHORT_SIGN and entry in GLUED_ONLY and not self._beside_number(start, end):
            return "w"
        return code

    def _beside_number(self, start: int, end: int) -> bool:
        last = self.tokens[-1] if self.tokens else None
        if last is not None and self._codes[-1] in "NK" and start - last.end <= 1:
            return True
        after = self.low[end : end + 2].lstrip()
        return after[:1].isdigit() or self.low.startswith(_BY_DOLLAR, end)

    def _word(self, start: int, end: int) -> None:
        word = self.low[start:end]
        if word in _COUNTING and self._counting(word, start, end):
            return
        for phrase in PHRASES.get(word, ()):
            if self.low.startswith(phrase, start) and not self._goes_on(start + len(phrase)):
                self._known(start, phrase, TAGS_OF[phrase])
                return
        met = _phrase_heads.get(word)
        if met is not None:
            entry, tags, code = met
            self._add(start, end, code, tags, entry)
            return
        entry, tags = look_up(word)
        if not tags and end - start <= _LONGEST_GLUED:
            parts = self._split(word, start)
            if parts is not None:
                self._word(start, start + parts)
                self._word(start + parts, end)
                return
        self._add(start, end, self._code(start, end, entry, tags), tags, entry)
        if word not in GLUED_ONLY and word not in _COUNTING and (tags or not word.startswith(GLUED_SIGNS)):
            _remember(word, entry, tags)

    def _counting(self, word: str, start: int, end: int) -> bool:
        """Take a number in words, or letters that are a period after a number in this language alone (12th, 1 an)."""
        period = LOCAL.get((self.language, word)) if self._codes[-1:] == ["N"] else None
        if period is not None:
            self._add(start, end, "P", TAGS_OF[period], period)
        elif word == "pro":  # 48 € pro Monat: each, where money goes before and what it buys follows
            if self._codes[-1:] != ["C"] or not self._buys(end):
                return False
            self._add(start, end, "/", TAGS_OF["per"], "per")
        elif word in SHARERS_OF:
            self._add(start, end, "N").number = Decimal(SHARERS_OF[word])
            self._add(end, end, "s", TAGS_OF["people"], "people")
        elif word in NUMBER_OF and self._counts(NUMBER_OF[word], end):
            self._add(start, end, "N").number = Decimal(NUMBER_OF[word])
        else:
            return False
        return True

    def _buys(self, end: int) -> bool:
        """Tell whether a unit follows that money may buy."""
        follows = _NEXT_WORD.match(self.low, end)
        return follows is not None and not _BOUGHT.isdisjoint(look_up(follows[1])[1])

    def _counts(self, number: int, end: int) -> bool:
        """Tell whether a number in words counts what follows: three months, два месяца; one is of periods alone."""
        follows = _NEXT_WORD.match(self.low, end)
        tags = look_up(follows[1])[1] if follows is not None else NO_TAGS
        people = "SEAT" in tags or self.low.startswith(" of us", end)
        return "PERIOD" in tags or (number > 1 and people)

    def _goes_on(self, at: int) -> bool:
        return bool(_LETTER.match(self.low, at)) and bool(_LETTER.match(self.low, at - 1))

    def _split(self, word: str, start: int) -> int | None:
        """Find where two known words are glued: a sign after a number, or a brand before its plan."""
        after_number = bool(self.tokens) and self._codes[-1] == "N" and self.tokens[-1].end == start
        signed = sign_end(word) if after_number else None
        return brand_end(word) if signed is None else signed

    def _run(self, start: int, end: int) -> None:  # noqa: C901 - the hottest loop: a call for each part costs a tenth
        tokens, codes, low = self.tokens, self._codes, self.low
        at = plain_from = start
        while at < end:
            letter = low[at]
            if letter not in _RUN_HEADS:
                at += 1
                continue
            numeral = _NUMERAL.match(low, at) if letter in _NUMERAL_HEADS else None
            entry = letter if letter in SINGLES else None
            for longer in PAIRS.get(low[at : at + 2], ()):
                if low.startswith(longer, at):
                    entry = longer
                    break
            if entry is None and numeral is None:
                at += 1
                continue
            if plain_from < at:
                words = low[plain_from:at]
                tokens.append(Token(plain_from, at, words, words, NO_TAGS))
                codes.append("w")
            if entry is not None and numeral is None and (plain := _plain_entries.get(entry)) is not None:
                tags, code = plain
                start, at = at, at + len(entry)
                tokens.append(Token(start, at, entry, entry, tags))
                codes.append(code)
                plain_from = self._until = at
            else:
                at = plain_from = self._entry_or_numeral(at, entry, numeral)
        if plain_from < end:
            self._add(plain_from, end, "w")

    def _entry_or_numeral(self, at: int, entry: str | None, numeral: re.Match[str] | None) -> int:
        """Take what stands at a place: the numeral, unless an entry of whole numerals does; give where it ends."""
        if entry is not None and (numeral is None or TAGS_OF[entry] & _WHOLE_NUMERALS):
            self._known(at, entry, TAGS_OF[entry])
            return self._until
        assert numeral is not None
        if self._joins_tenths(at, numeral.end(), numeral[0]):
            return numeral.end()
        self._add(at, numeral.end(), "N").number = read_numeral(numeral[0])
        return numeral.end()

    def _entry_at(self, letter: str, at: int) -> str | None:
        low = self.low
        for entry in PAIRS.get(low[at : at + 2], ()):
            if low.startswith(entry, at):
                return entry
        return letter if letter in SINGLES else None

    def _other(self, start: int, end: int) -> None:
        letter = self.low[start]
        if letter in "._" and (leader := _LEADER.match(self.low, start)):
            self._add(start, leader.end(), "-", NO_TAGS, "-")
            self._until = leader.end()
            return
        if letter == "~" and self.low.startswith("~~", start):
            self._add(start, start + 2, "S")
            self._until = start + 2
            return
        entry = self._entry_at(letter, start)
        code = SIGN_CODES.get(letter)
        if entry is not None and (code is None or len(entry) > 1):
            self._known(start, entry, TAGS_OF[entry])
            return
        if code == "*" and not self._between_digits(start):
            return
        if code != "`":
            self._add(start, end, code or ("e" if letter > "\u2000" else "w"))

    def _between_digits(self, at: int) -> bool:
        low = self.low
        return at > 0 and low[at - 1].isdigit() and low[at + 1 : at + 2].isdigit()


_READERS = {
    "num": "_number", "word": "_word", "run": "_run", "other": "_other", "url": "_opaque", "blob": "_opaque",
    "mail": "_opaque", "at": "_opaque", "mark": "_mark", "date": "_date",
}  # fmt: skip
_MOST_TOKENS = 20_000  # the longest listing seen has a tenth of that
_LEADER = re.compile(r"(?:\.{3,60}|_{3,60})(?= ?(?:[\d¥$€₽₹₺₫]|r\$|rp))")
"""Dots that lead from a name to its price."""
_WHOLE_NUMERALS = frozenset({"CARD", "SHARE", "COUPON"})
_SHORT_SIGN = 2
_BY_DOLLAR = ("/$", "/usd", "/刀")
"""What follows a short sign of money in a head: đ/$, р/$."""
_LONGEST_GLUED = 24
_COUNTING = frozenset(word for _, word in LOCAL) | NUMBER_OF.keys() | SHARERS_OF.keys() | {"pro"}
_BOUGHT = frozenset({"PERIOD", "CUR", "CALL", "SEAT", "TOKEN"})
_MOST_REMEMBERED = 20_000
_SIGNS: dict[str, tuple[str, Tags, str]] = {
    sign: (sign, NO_TAGS, code)
    for sign, code in {**SIGN_CODES, "\n": "n"}.items()
    if sign not in HEADS and code not in "*`" and sign != "~"
}
"""Signs that begin no entry of the tables."""
_plain_words = _SIGNS.copy()
"""What words and signs are that mean the same wherever they stand."""
_phrase_heads: dict[str, tuple[str, Tags, str]] = {}
"""What such words are that also begin phrases, where none of those follows."""

_plain_entries = {
    entry: (tags, code_of(tags))
    for entry, tags in TAGS_OF.items()
    if code_of(tags) != "m" and not (len(entry) <= _SHORT_SIGN and entry in GLUED_ONLY)
}
"""Entries that mean the same wherever they stand."""


def _remember(word: str, entry: str, tags: Tags) -> None:
    """Keep what a word is that means the same wherever it stands."""
    if word in PHRASES:  # a few thousand at most
        _phrase_heads[word] = (entry, tags, code_of(tags))
        return
    if len(_plain_words) > _MOST_REMEMBERED:
        _plain_words.clear()
        _plain_words.update(_SIGNS)
    _plain_words[word] = (entry, tags, code_of(tags))


def read_tokens(plain: str, language: str | None = None) -> tuple[list[Token], str]:
    """Read a plain text into tokens and the string of their letters, position for position."""
    return Lexer(plain, language).read()
