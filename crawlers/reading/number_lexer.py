"""Numbers in a text that is being cut into tokens: local marks, list marks, dates that are none."""

from __future__ import annotations

import re
from decimal import Decimal

from crawlers.reading.number import read_number
from crawlers.reading.tokens import Token, lower
from crawlers.reading.vocabulary import NO_TAGS, TAGS_OF, Tags

_SPACED_SIGN = re.compile(
    r" ?(?:₽|руб|р\b|₸|₴|€|zł|kč|kr\b|тг|грн|сум|₫|đ|vnd|\d{3}(?!\d)|/ ?\d{1,3} \d{3} ?(?:₽|руб|р\b|₸|₴|€|zł|грн))"
)
_OWN_SIGN = re.compile(
    r"(?:k|к|rb|ribu|jt|tr|тыс|\+)(?![a-z])| ?(?:₽|руб|р\b|₸|₴|€|zł|kč|грн|₫|đ|vnd|تومان|جنيه)"
)
_SPACED_DOLLARS = re.compile(r" ?(?:\$|usdt?\b)")
_SIGN_OF_ITS_OWN = re.compile(r" ?(?:[元块圆毛円원¥￥€£₹]|rmb\b|cny\b|usdt?\b|eur\b|gbp\b|inr\b)")
_GROUP = 3
_TENTHS = re.compile("[1-9][0-9]?|[一二三四五六七八九]")
_FIGURES = dict(zip("一二三四五六七八九", "123456789", strict=True))
_COUNTS_ON = re.compile(
    r"[a-z0-9]|[.,:]\d|\s?(?:[个次张条天周月年人刀美元块毛分角折%x×倍号席位kw万千百份单件只台本套组段轮秒时日家款种楼期$¥€-]|[~+*]\s?\d)"
)
"""What follows a figure that counts something of its own: 5块2个, 10 块 20 刀."""
_DAY_AND_MONTH = re.compile(r"0[1-9]\.(?:0[1-9]|1[0-2])")
_GROUP_OF_THREE = re.compile(r"\d{3}(?:[.,]\d{1,2})?")
_LAST_LIST_MARK = 30
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINT_LANGUAGES = frozenset({"zh", "zh-Hant", "en", "ja", "ko", "th"})
_DECEMBER = 12
MOST_LETTERS = 200_000


class NumberLexer:
    """The tokens of one text in the making, and how its numbers join them."""

    def __init__(self, plain: str, language: str | None = None) -> None:
        self.language = language or ""
        self._decimal_comma = language not in _POINT_LANGUAGES
        self._chinese = language in (None, "zh", "zh-Hant")
        self.low = lower(plain[:MOST_LETTERS])
        self.tokens: list[Token] = []
        self._codes: list[str] = []
        self._until = 0

    def _add(self, start: int, end: int, code: str, tags: Tags = NO_TAGS, entry: str = "") -> Token:
        words = self.low[start:end]
        token = Token(start, end, words, entry or words, tags)
        self.tokens.append(token)
        self._codes.append(code)
        return token

    def _number(self, start: int, end: int) -> None:
        raw = self.low[start:end]
        if self._joins_tenths(start, end, raw):
            return
        if self._goes_on_number(start, end):
            last = self.tokens[-1]
            last.end = end
            last.words = raw = self.low[last.start : end].replace(" ", "")
            last.number = read_number(raw)
            return
        comma = raw.find(",")
        if (
            comma > 0
            and not self._decimal_comma
            and not _GROUPED.fullmatch(raw)
            and not self._is_amount(start, end, raw)
        ):
            self._number(start, start + comma)  # 4-8,4-5: in these languages a comma only parts thousands
            self._add(start + comma, start + comma + 1, ",")
            self._number(start + comma + 1, end)
            return
        value = None if raw[0] == "0" and _DAY_AND_MONTH.fullmatch(raw) else read_number(raw)
        if value is None or self._is_list_mark(start, end, value):
            self._add(start, end, "d")
        else:
            self._add(start, end, "N").number = value

    def _joins_tenths(self, start: int, end: int, raw: str) -> bool:
        """Take the figure after 块 or 毛 as tenths of the number before: 1块5一刀, 1 块 2 一百万, 一毛五/次."""
        if self._codes[-2:] not in (["N", "C"], ["N", "m"]) or not _TENTHS.fullmatch(raw):
            return False
        number, unit = self.tokens[-2:]
        gaps = unit.start - number.end, start - unit.end
        if unit.words not in ("块", "毛") or gaps not in ((0, 0), (1, 1)) or _COUNTS_ON.match(self.low, end):
            return False
        whole = number.number or Decimal(0)
        if whole % 1 or "." in number.words:
            return False
        figures = _FIGURES.get(raw, raw)
        if len(figures) > 1 and (gaps[0] or unit.words == "毛"):
            return False
        number.number = whole + Decimal(f"0.{figures}")
        unit.end = end
        return True

    def _is_amount(self, start: int, end: int, raw: str) -> bool:  # noqa: ARG002
        """Tell whether a comma is a decimal comma in spite of the language: 0,28 and 9,50 €."""
        if raw.startswith("0,"):
            return True
        return (
            self._codes[-1:] == ["C"]
            or bool(_SPACED_SIGN.match(self.low, end))
            or self.low[end : end + 2].strip()[:1] in "$¥%"
        )

    def _is_list_mark(self, start: int, end: int, value: Decimal) -> bool:
        """Tell whether a number only counts the lines: 1. 2、 3)."""
        if (
            self.low[end : end + 1] not in (".", "、", ")")
            or value > _LAST_LIST_MARK
            or not self.low[start:end].isdigit()
        ):
            return False
        if self._codes[-2:] == ["N", ":"] and self.tokens[-1].end == start:
            return False  # (充值 1:1)
        return not self._codes or self._codes[-1] in "n;.:#e|-"

    def _goes_on_number(self, start: int, end: int) -> bool:
        """Tell whether a blank parts thousands: 5 900 ₽."""
        if self._codes[-1:] != ["N"] or not _GROUP_OF_THREE.fullmatch(self.low, start, end):
            return False
        last = self.tokens[-1]
        if (
            last.end != start - 1
            or not last.words.isdigit()
            or len(last.words) > _GROUP
            or self.low[last.end] != " "
        ):
            return False
        signed = self._codes[-2:-1] == ["C"]
        if signed and _OWN_SIGN.match(self.low, end):
            return False  # $100 180rb, $50 600 ₽: two sums
        if self._decimal_comma and (_SPACED_DOLLARS.match(self.low, end) or self._ends_row(end)):
            return True
        if signed and _SIGN_OF_ITS_OWN.match(self.low, end):
            return False  # $120 438元: credit, then its price
        return bool(_SPACED_SIGN.match(self.low, end)) or signed

    def _ends_row(self, end: int) -> bool:
        """Tell whether figures after a dash or colon end their line: Claude Pro — 1 950."""
        return self._codes[-2:-1] in (["-"], [":"]) and self.low[end : end + 1] in ("", "\n")

    def _date(self, start: int, end: int) -> None:
        months = self.low[start : end - 1]
        if (
            self.low[end - 1] == "月"
            and months.isdigit()
            and (self._codes[-1:] in (["b"], ["x"]) or int(months) > _DECEMBER)
        ):
            self._add(start, end - 1, "N").number = Decimal(months)
            self._add(end - 1, end, "P", TAGS_OF["月"], "月")  # Gemini Pro 12月: a term, not December
            return
        self._add(start, end, "d")
