"""Amounts of money in tokens: signs before or after, thousands and millions, tenths and cents."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from crawlers.reading.lexicon.money import DOT_THOUSANDS
from crawlers.reading.number import read_number
from crawlers.reading.tokens import Token
from crawlers.reading.vocabulary import CENT_OF, CURRENCY_OF, FACTOR_OF

_COUNTED = frozenset({"i", "p", "P", "s", "t"})

_WHOLE_AND_TENTHS = frozenset({"块", "块钱", "元"})

_OTHER_YUAN = frozenset({"TWD", "HKD"})
_LOCAL_SIGNS = {
    "$": frozenset({"MXN", "ARS", "COP", "CLP", "CAD", "AUD", "SGD", "HKD", "TWD"}),
    "¥": frozenset({"JPY"}),
    "£": frozenset({"EGP"}),
    "peso": frozenset({"COP", "ARS", "CLP", "PHP", "UYU", "DOP"}),
    "pesos": frozenset({"COP", "ARS", "CLP", "PHP", "UYU", "DOP"}),
    "rs": frozenset({"PKR", "LKR", "NPR"}),
    "rupees": frozenset({"PKR", "LKR", "NPR"}),
    "دينار": frozenset({"KWD", "JOD", "TND", "DZD", "BHD", "LYD"}),
    "درهم": frozenset({"MAD"}),
    "ريال": frozenset({"YER", "QAR", "OMR"}),
    "جنيه": frozenset({"SDG"}),
    "kr": frozenset({"SEK", "NOK", "DKK"}),
}
"""Signs and names that several countries' money has."""
_CODES = frozenset(word for word in CURRENCY_OF if len(word) == 3 and word.isascii() and word.isalpha())  # noqa: PLR2004
"""ISO codes and the like: they say more than a sign before the number ($149 MXN)."""
_ALWAYS_AFTER = frozenset(
    {"块", "块钱", "元", "刀", "美元", "美金", "美刀", "米", "円", "원", "บาท", "₽", "руб", "đ", "zł", "грн"}
)
"""Names of money that stand behind their number alone."""
_THOUSAND = Decimal(1000)
_TEN_THOUSAND = Decimal(10000)


_MOST_TENTHS = 2
"""Figures that may follow a unit as its decimals: 4块5, but 1块钱200万."""


def _tenths(words: str) -> Decimal:
    """Read the figures after a unit as its decimals: 4块2, 1tr350."""
    return Decimal(f"0.{words}") if words.isdigit() else Decimal(0)


@dataclass(slots=True)
class Amount:
    """An amount read, the money that a sign names, and the token after it."""

    amount: Decimal
    currency: str | None
    end: int


class Amounts:
    """Reads amounts from one text's tokens; `currency` is what a number without a sign would be in."""

    def __init__(self, tokens: list[Token], codes: str, currency: str | None) -> None:
        self.tokens = tokens
        self.codes = codes
        self.currency = currency

    def _money_at(self, at: int, end: int) -> Amount | None:
        """Read one amount from token `at` on, not past `end`."""
        codes, tokens = self.codes, self.tokens
        currency = None
        while at < end and codes[at] in "C-_a:":
            if codes[at] == "C":
                currency = self._signed(tokens[at].entry)
            at += 1
        if at >= end or codes[at] != "N":
            return None
        raw, amount = tokens[at].words, tokens[at].number
        at += 1
        if at < end and codes[at] == "m":
            return self._cents(at, end, amount or Decimal(0))
        factor = None
        if at < end and codes[at] == "K":
            factor = FACTOR_OF[tokens[at].entry]
            at += 1
        more, at = self._below(at, factor)
        while at < end and codes[at] == "C" and not self._opens_next(at):
            if currency is None or tokens[at].entry in _CODES:
                currency = self._signed(tokens[at].entry)
            at += 1
        tail, at = self._tail(at, factor)
        amount = self._amount(raw, amount, self._own(currency), factor)
        return Amount(amount + more + tail, self._own(currency), at) if amount is not None else None

    def _signed(self, entry: str) -> str:
        """Give the money of a sign: $ and ¥ are those of the text's own country where its money has that sign."""
        own = self.currency or ""
        return own if own in _LOCAL_SIGNS.get(entry, ()) else CURRENCY_OF[entry]

    def _below(self, at: int, factor: Decimal | None) -> tuple[Decimal, int]:
        """Read what stands below the ten thousands: 2만9000, 3만9천, 1万2千."""
        codes, tokens = self.codes, self.tokens
        if factor != _TEN_THOUSAND or codes[at : at + 1] != "N" or tokens[at].start != tokens[at - 1].end:
            return Decimal(0), at
        low, at = tokens[at].number or Decimal(0), at + 1
        if codes[at : at + 1] == "K" and FACTOR_OF[tokens[at].entry] == _THOUSAND:
            low, at = low * _THOUSAND, at + 1
        return (low, at) if low < _TEN_THOUSAND else (Decimal(0), at)

    def _tail(self, at: int, factor: Decimal | None) -> tuple[Decimal, int]:
        """Read the decimals glued to a unit, 4块2 and 1tr350, and the token after them."""
        codes, tokens = self.codes, self.tokens
        if codes[at : at + 1] != "N" or tokens[at].start != tokens[at - 1].end:
            return Decimal(0), at
        unit, follows = tokens[at - 1].entry, codes[at + 1 : at + 2]
        words = tokens[at].words
        if not words.isdigit():
            return Decimal(0), at  # 0.6元一刀
        if unit in _WHOLE_AND_TENTHS and follows not in _COUNTED | {"C"} and len(words) <= _MOST_TENTHS:
            return _tenths(words), at + (2 if follows == "m" else 1)
        if factor and (unit in ("tr", "triệu") or (unit == "k" and self.currency == "VND")):
            return _tenths(words) * factor, at + 1  # 1tr350, 1k9
        return Decimal(0), at

    def _opens_next(self, at: int) -> bool:
        """Tell whether a sign belongs to the number after it: the ¥ of `30 刀 ¥25`."""
        tokens = self.tokens
        if self.codes[at - 1 : at + 2] == "CCN":
            return True  # 100$ Rp 350.000
        if tokens[at].entry in _ALWAYS_AFTER:
            return False  # 0.6 元一刀
        if self.codes[at + 1 : at + 2] != "N" or tokens[at + 1].start != tokens[at].end:
            return False
        return tokens[at].start > tokens[at - 1].end

    def _own(self, currency: str | None) -> str | None:
        """Read 元 as the dollars of Taiwan or Hong Kong where those are what the text is in."""
        return self.currency if currency == "CNY" and self.currency in _OTHER_YUAN else currency

    def _amount(
        self, raw: str, amount: Decimal | None, currency: str | None, factor: Decimal | None
    ) -> Decimal | None:
        if factor is not None:
            return (read_number(raw.replace(",", ".")) or Decimal(0)) * factor
        if "." in raw or "," in raw:
            dotted = (
                currency == "USD" and self.currency in DOT_THOUSANDS
            )  # 1.000 $ where 1.000 € is a thousand
            return read_number(raw, self.currency if dotted else currency or self.currency)
        return amount

    def _cents(self, at: int, end: int, amount: Decimal) -> Amount:
        cent, currency = CENT_OF[self.tokens[at].entry]
        total = amount * cent
        at += 1
        if (
            at < end
            and self.codes[at] == "N"
            and currency == "CNY"
            and self.tokens[at].start == self.tokens[at - 1].end
            and self.codes[at + 1 : at + 2] not in _COUNTED
            and self.codes[at + 1 : at + 2] != "C"
        ):
            total += (self.tokens[at].number or Decimal(0)) * cent / 10
            at += 1
        return Amount(total, currency, at)
