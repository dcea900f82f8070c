"""Every number of a text as what it counts: money, multiplier, fraction, term, seats, or nothing that is a price.

A grammar over the tokens' letters finds the shapes; `Quantities` reads each shape into values.
"""

from __future__ import annotations

import re
from decimal import Decimal

from crawlers.reading.amounts import Amount
from crawlers.reading.figure import STEP, Quantity
from crawlers.reading.lexicon.money import NO_CENTS
from crawlers.reading.number import read_number
from crawlers.reading.tokens import Token
from crawlers.reading.usage import UsageReader
from crawlers.reading.vocabulary import CURRENCY_OF, FRACTION_OF

_ANY = r"(?:NCNm|NKN(?=[/=])|C{1,3}(?:_?a:?)?-?NK?C?|NK?C|NmN?|NK?)"
_MONEY = r"(?:NCNm|NKNK?C|C{1,3}(?:_?a:?)?-?NK?C{0,3}|NK?C{1,3}|NmN?)"
_SHAPES = re.compile(
    rf"(?P<chain>N(?:[x*]w?N){{1,6}}=C?NC?)"
    r"|(?P<tenths>N(?:-N)?T)|(?P<share>W|N/N(?![CKPpsitrmx/]))"
    rf"|(?P<tokens>{_MONEY}NKt|{_ANY}[=/]N?K?w?-?t|{_ANY}/N?K|{_ANY}/w(?!C))"
    r"|(?P<cents>NmwwC)"
    rf"|(?P<calls>{_ANY}(?:/N?|N|=NK?)i|/i{_MONEY})"
    rf"|(?P<oneoff>Ni[Aa]?{_MONEY})|(?P<bulk>NK?t[a=]?{_MONEY})"
    rf"|(?P<unit>(?:NC/?|/C)a?=?{_MONEY})"
    rf"|(?P<buys>{_MONEY}=[w/]wC(?!N))"
    rf"|(?P<dollar>{_ANY}[/:=]?NC|{_ANY}/CN?(?!K)|{_ANY}/wCN?)"
    r"|(?P<scale>N-Np?(?=[:=])|N-Np(?=-|C|N)|N\+p?(?=[:=]))"
    rf"|(?P<swap>{_ANY}[=:]w?{_ANY})"
    r"|(?P<pct>N(?:[-%]{1,2}N)?%|%N)"
    r"|(?P<zhe>N(?:Z?-N)?Z)"
    r"|(?P<times>N(?:-N)?[xR]{1,3})"
    r"|(?P<left>xN(?![PspCriKt]))"
    r"|(?P<term>N(?:-N)?-?P)|(?P<seats>N(?:-N)?p?s)|(?P<records>NK?r)|(?P<pieces>NK?p)|(?P<volume>NK?t)|(?P<uses>NK?i)"
    rf"|(?P<range>{_MONEY}-{_ANY}|NK?-NK?C)"
    rf"|(?P<money>{_MONEY})"
    r"|(?P<bare>NK?)"
)
_HEAD = re.compile(r"[NCWx%/]")
"""What every shape begins with: looking for it first spares trying twenty shapes at each token."""
_WIDEST_RANGE = 20
_ONE = Decimal(1)
_MILLION = Decimal(1000000)
_THOUSAND = Decimal(1000)
_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_OFFICIAL_DOLLAR = frozenset(
    {"official", "site", "api", "官方", "официальный", "resmi", "oficial", "offiziellen"}
)
_DIRECTIONS = frozenset({"INPUT", "OUTPUT"})
DOLLAR = frozenset({"USD"})


class Quantities(UsageReader):
    """Reads one text's numbers; `currency` is what a number without a sign would be in."""

    def read(self, codes: str) -> list[Quantity]:
        """Read all numbers; `codes` are the letters with the numbers inside of names already blotted out."""
        found: list[Quantity] = []
        at = 0
        while (head := _HEAD.search(codes, at)) is not None:
            match = _SHAPES.match(codes, head.start())
            if match is None:
                at = head.end()
                continue
            kind = match.lastgroup or "bare"
            start, end = match.span()
            reader = _READERS.get(kind)
            quantity = getattr(self, reader)(start, end) if reader else self._count(kind, start, end)
            if quantity is None:  # the shape does not hold: read its first number alone
                quantity = self._plain(start, end)
            if quantity is not None:
                found.append(quantity)
            at = max(quantity.end if quantity else end, start + 1)
        return found

    def _chain(self, start: int, end: int) -> Quantity | None:
        at = self.codes.index("=", start)
        money = self._money_at(at + 1, end)
        return (
            money
            if money is None
            else Quantity("dollar", start, end, money.amount, money.currency, why="the seller's own sum")
        )

    def _dollar(self, start: int, end: int) -> Quantity | None:
        """Read `0.13/刀`, `1.8一刀`, `2.8k/1$`, `$0.3 per $1`: money for one dollar; `4元=10$` is a swap."""
        money = self._money_at(start, end)
        at = money.end if money else end
        if money is None or at >= end:
            return None
        if self.codes[at : at + 2] == "/w":  # $0.09 per official dollar
            official = self.tokens[at + 1].words in _OFFICIAL_DOLLAR
            one = self.codes[end - 1] != "N" or self.tokens[end - 1].number == _ONE
            return Quantity("dollar", start, end, money.amount, money.currency) if official and one else None
        mark = self.codes[at] if self.codes[at] in "/:=" else ""
        divisor = self._money_at(at + len(mark), end)
        if divisor is None and self.codes[end - 1] == "C" and mark == "/":
            divisor = Amount(_ONE, CURRENCY_OF[self.tokens[end - 1].entry], end)
        if divisor is None or divisor.currency not in DOLLAR or (money.currency == "USD" and mark != "/"):
            return self._swap(start, end)
        if mark in ("=", ":"):
            return Quantity("swap", start, end, money.amount, money.currency, divisor.amount, "USD", why=mark)
        if divisor.amount != 1:
            return self._swap(start, end) if mark else None
        return Quantity("dollar", start, divisor.end, money.amount, money.currency)

    def _buys(self, start: int, end: int) -> Quantity | None:
        """Read `¥0.9 buys one official dollar`."""
        money = self._money_at(start, end)
        dollar = CURRENCY_OF[self.tokens[end - 1].entry] == "USD"
        if money is None or not dollar or self.tokens[end - 2].words not in _OFFICIAL_DOLLAR:
            return None
        return Quantity("dollar", start, end, money.amount, money.currency)

    def _cents_on(self, start: int, end: int) -> Quantity | None:
        """Read `55 cents on the dollar`."""
        money = self._money_at(start, end)
        if (
            money is None
            or self.tokens[end - 3].words != "on"
            or CURRENCY_OF[self.tokens[end - 1].entry] != "USD"
        ):
            return None
        return Quantity("dollar", start, end, money.amount, "USD")

    def _unit(self, start: int, end: int) -> Quantity | None:
        """Read `一刀只要五毛`: the dollar first, then its price."""
        each = self.codes[start] == "/"  # each dollar is 40 thousand
        sign = self.tokens[start + 1]
        if each and sign.end == self.tokens[start + 2].start and not sign.words.isalpha():
            return self._plain(start + 1, end)  # por $290 MXN
        dollar = (
            Amount(_ONE, CURRENCY_OF[self.tokens[start + 1].entry], start + 2)
            if each
            else self._money_at(start, start + 2)
        )
        at = start + 2
        while at < end and self.codes[at] in "a=/":
            at += 1
        money = self._money_at(at, end)
        if dollar is None or dollar.currency not in DOLLAR or dollar.amount != 1:
            return self._dollar(start, end)
        if money is None or money.currency == "USD":
            return self._swap(start, end) if money is not None and "=" in self.codes[start:at] else None
        if "=" in self.codes[start:at]:
            return Quantity("swap", start, end, money.amount, money.currency, _ONE, "USD", why="=")
        return Quantity("dollar", start, money.end, money.amount, money.currency)

    def _swap(self, start: int, end: int) -> Quantity | None:
        left = self._money_at(start, end)
        if left is None or left.end >= end or self.codes[left.end] not in "=:":
            return None
        if self.codes[left.end] == ":" and self._ends_word(start):
            return None  # the code PIRC5: 5 %
        if self.codes[left.end] == ":" and "K" in self.codes[left.end : end] and left.currency is None:
            return None
        right = self._money_at(left.end + (2 if self.codes[left.end + 1 : left.end + 2] == "w" else 1), end)
        if right is None:
            return None
        if right.currency is None and self.codes[right.end : right.end + 2] == "wC":  # 5 site USD
            right = Amount(right.amount, CURRENCY_OF[self.tokens[right.end + 1].entry], right.end + 2)
        if left.currency is None and right.currency not in (None, "USD") and self._labels(left.end):
            return None
        return Quantity(
            "swap", start, right.end, left.amount, left.currency, right.amount, right.currency,
            why=self.codes[left.end],
        )  # fmt: skip

    def _scale(self, start: int, end: int) -> Quantity | None:
        """Read how many pieces a step of a scale is for: 1-99: 0.95, 10-49 pcs - $12, 500+: 0.74."""
        counts = [self.tokens[at].number or Decimal(0) for at in range(start, end) if self.codes[at] == "N"]
        rises = counts == sorted(set(counts)) and all(count and count % 1 == 0 for count in counts)
        return Quantity("pieces", start, end, counts[0], why=STEP) if rises else None

    def _labels(self, at: int) -> bool:
        """Tell whether a colon stands as after a label, with a blank after it alone: split in 2: 40 €."""
        colon, before, after = self.tokens[at], self.tokens[at - 1], self.tokens[at + 1]
        return colon.words == ":" and colon.start == before.end and after.start > colon.end

    def _ends_word(self, at: int) -> bool:
        """Tell whether a number is glued to letters before it."""
        before = self.tokens[at - 1] if at else None
        letter = before.words[-1:] if before is not None and before.end == self.tokens[at].start else ""
        return letter.isascii() and letter.isalpha()

    def _percent(self, start: int, end: int) -> Quantity | None:
        numbers = [self._decimal(at) for at in range(start, end) if self.codes[at] == "N"]
        if None in numbers:
            return None
        values = [number / _HUNDRED for number in numbers if number is not None]
        return Quantity("percent", start, end, min(values), second=max(values))

    def _tenths_of(self, start: int, end: int) -> Quantity | None:
        """Read 两成 or 3割: tenths of the list price, or off it."""
        numbers = [self.tokens[at].number or Decimal(0) for at in range(start, end) if self.codes[at] == "N"]
        return Quantity("percent", start, end, min(numbers) / _TEN, second=max(numbers) / _TEN, why="tenths")

    def _share(self, start: int, end: int) -> Quantity | None:
        """Read half, a third, 1/3."""
        if self.codes[start] == "W":
            share = FRACTION_OF[self.tokens[start].entry]
        else:
            over, under = self.tokens[start].number or Decimal(0), self.tokens[start + 2].number or Decimal(0)
            if not 0 < over < under <= _TEN * 2 or over != int(over) or under != int(under):
                return None
            share = (over / under).quantize(Decimal("0.0001"))
        return Quantity("share", start, end, share, second=share, why="a fraction in words")

    def _decimal(self, at: int) -> Decimal | None:
        """Read a number in which a lone comma is a decimal comma."""
        return (
            read_number(self.tokens[at].words.replace(",", "."))
            if self.tokens[at].words[0].isdigit()
            else self.tokens[at].number
        )

    def _zhe(self, start: int, end: int) -> Quantity | None:
        kept = []
        for at in range(start, end):
            if self.codes[at] == "N":
                number = self.tokens[at].number or Decimal(0)
                whole = number == number.to_integral_value() and number >= _TEN
                kept.append(number / _HUNDRED if whole else number / _TEN)
        return Quantity(
            "fraction",
            start,
            end,
            min(kept),
            second=max(kept),
            qualifier="from" if len(kept) > 1 else "exact",
        )

    def _times(self, start: int, end: int) -> Quantity | None:
        numbers = [self.tokens[at].number or Decimal(0) for at in range(start, end) if self.codes[at] == "N"]
        return Quantity(
            "group",
            start,
            end,
            min(numbers),
            second=max(numbers),
            qualifier="from" if len(numbers) > 1 else "exact",
        )

    def _left(self, start: int, end: int) -> Quantity | None:
        glued = self.tokens[start].end == self.tokens[start + 1].start
        number = self.tokens[start + 1].number
        return Quantity("group", start, end, number) if glued and number is not None else None

    def _range(self, start: int, end: int) -> Quantity | None:
        dash = self.codes.index("-", start + 1)
        low, high = self._money_at(start, dash), self._money_at(dash + 1, end)
        if low is None or high is None or low.amount >= high.amount:
            return None
        if low.currency and high.currency and low.currency != high.currency:
            return None
        if high.amount > low.amount * _WIDEST_RANGE:
            return None
        currency = low.currency or high.currency
        return Quantity(
            "money", start, high.end, low.amount, currency, high.amount, currency, qualifier="from"
        )

    def _plain(self, start: int, end: int) -> Quantity | None:
        money = self._money_at(start, end)
        if money is None:
            return None
        months = self._months(start, money.end) if money.currency is None else None
        if months is not None:
            return months
        kind = "money" if money.currency else "bare"
        amount = money.amount.quantize(_ONE) if money.currency in NO_CENTS else money.amount
        return Quantity(kind, start, money.end, amount, money.currency)


_READERS = {
    "chain": "_chain", "tokens": "_tokens", "calls": "_calls", "oneoff": "_oneoff",
    "bulk": "_bulk", "dollar": "_dollar", "unit": "_unit", "buys": "_buys", "cents": "_cents_on",
    "swap": "_swap", "scale": "_scale", "pct": "_percent", "zhe": "_zhe", "tenths": "_tenths_of",
    "share": "_share", "times": "_times", "left": "_left", "range": "_range",
    "money": "_plain", "bare": "_plain",
}  # fmt: skip
"""The shapes that are more than a count of something."""


def read_quantities(tokens: list[Token], codes: str, masked: str, currency: str | None) -> list[Quantity]:
    """Read each number of the text as what it counts, in order; `masked` are the codes without names' numbers."""
    return Quantities(tokens, codes, currency).read(masked)


__all__ = ["DOLLAR", "Quantities", "Quantity", "read_quantities"]
