"""Prices by tokens and by calls, in tokens of a text."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.amounts import Amount, Amounts
from crawlers.reading.figure import Quantity
from crawlers.reading.lexicon.units import EACH, MILLIONS
from crawlers.reading.vocabulary import FACTOR_OF, PERIOD_OF

_ONE = Decimal(1)
_MILLION = Decimal(1000000)
_THOUSAND = Decimal(1000)
_MOST_MONTHS = 36
_EACH_PERIOD = frozenset(
    {
        "เดือนละ",
        "ปีละ",
        "สัปดาห์ละ",
        "รายเดือน",
        "รายปี",
        "매월",
        "매달",
        "월",
        "毎月",
        "月々",
        "ежемесячно",
        "щомісяця",
        "monthly",
        "mensalmente",
        "mensualmente",
        "mensuellement",
        "mensilmente",
        "monatlich",
        "miesięcznie",
    }
)
"""Periods that no number counts."""
_DIRECTIONS = frozenset({"INPUT", "OUTPUT"})


class UsageReader(Amounts):
    """Reads what is paid for tokens and calls, and plain counts."""

    def _tokens(self, start: int, end: int) -> Quantity | None:
        money = self._money_at(start, end)
        if money is None:
            return None
        if money.currency is None and "K" in self.codes[start : money.end] and self.codes[end - 1] == "K":
            return None  # 200K/1M: two sizes of a context
        if self.codes[end - 1] == "w" and not self._is_million(start, end):
            return None
        if self.codes[end - 1] == "K" and FACTOR_OF[self.tokens[end - 1].entry] != _MILLION:
            return None
        return self._per_volume(start, end, money, self._count_of(money.end, end), end - 1)

    def _is_million(self, start: int, end: int) -> bool:
        """Tell whether the M of `¥4/M` counts tokens, not months: what goes in or comes out stands beside."""
        beside = (*self.tokens[end : end + 1], *self.tokens[max(0, start - 2) : start])
        return self.tokens[end - 1].words == "m" and any(
            not token.tags.isdisjoint(_DIRECTIONS) for token in beside
        )

    def _per_volume(self, start: int, end: int, money: Amount, volume: Decimal, unit: int) -> Quantity:
        entry = self.tokens[unit].entry
        if entry in MILLIONS or (self.tokens[unit - 1].words == "m" and volume <= _THOUSAND):
            volume = _MILLION
        if volume == _THOUSAND or entry == "ktok":
            return Quantity("usage", start, end, money.amount, money.currency, per="1K_tokens")
        amount = money.amount * _MILLION / volume if volume > _THOUSAND else money.amount
        return Quantity("usage", start, end, amount, money.currency, per="1M_tokens")

    def _calls(self, start: int, end: int) -> Quantity | None:
        leads = self.codes[start] == "/"  # 每次 0.08 元
        money = self._money_at(start + 2 if leads else start, end)
        if money is None or (not leads and money.currency is None and "K" in self.codes[start : money.end]):
            return None  # 4K 每张 2 毛: what a picture measures
        count = _ONE if leads else self._count_of(money.end, end)
        return Quantity("usage", start, end, money.amount / count, money.currency, per="call")

    def _oneoff(self, start: int, end: int) -> Quantity | None:
        """Read `一张 3 分钱`; more than one call is a pack."""
        money = self._money_at(start + (3 if self.codes[start + 2] in "Aa" else 2), end)
        if money is None or self.tokens[start].number != _ONE:
            return self._count("uses", start, start + 2)
        return Quantity("usage", start, end, money.amount, money.currency, per="call")

    def _bulk(self, start: int, end: int) -> Quantity | None:
        """Read `100w token 只要 5 毛`: the tokens first, then their price."""
        at = self.codes.index("t", start) + 1
        money = self._money_at(at + 1 if self.codes[at] in "a=" else at, end)
        volume = self._count_of(start, at)
        if money is None or volume < _THOUSAND:
            return self._count("volume", start, at)
        return self._per_volume(start, end, money, volume, at - 1)

    def _count_of(self, start: int, end: int) -> Decimal:
        """Multiply the numbers and factors between two tokens; 1 where there is none."""
        count = _ONE
        for at in range(start, end):
            if self.codes[at] == "N":
                count *= self.tokens[at].number or _ONE
            elif self.codes[at] == "K":
                count *= FACTOR_OF[self.tokens[at].entry]
        return count

    def _months(self, start: int, end: int) -> Quantity | None:
        """Read `Plus 1M`, `Gemini 12M` as months: a million of nothing counts nothing."""
        number = self.tokens[start].number
        short = self.codes[start:end] == "NK" and self.tokens[start + 1].words == "m"
        if not short or number is None or number % 1 or not 1 <= number <= _MOST_MONTHS:
            return None
        return Quantity("term", start, end, number, per="month")

    def _count(self, kind: str, start: int, end: int) -> Quantity | None:
        number = self.tokens[start].number
        if number is None:
            return None
        if self.codes[start + 1 : start + 2] == "K":
            number *= FACTOR_OF[self.tokens[start + 1].entry]
        if kind == "term" and self.tokens[end - 1].words in _EACH_PERIOD:
            return None  # หาร 5 เดือนละ 150: five people, each month
        if kind == "pieces" and self.tokens[end - 1].words in EACH:
            return Quantity("bare", start, end - 1, number, role="ask", why="the words say for each piece")
        per = PERIOD_OF.get(self.tokens[end - 1].entry) if kind == "term" else None
        return Quantity(kind, start, end, number, per=per)
