"""Numbers as sellers write them: which mark parts thousands, which the decimals."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from crawlers.reading.lexicon.money import DIGITS, DOT_THOUSANDS

_LONGEST = 15
_GROUP = 3


@lru_cache(maxsize=4096)
def read_number(raw: str, currency: str | None = None) -> Decimal | None:
    """Read digits with marks; a lone mark before three digits parts thousands where the currency says so.

    >>> read_number("1.099,00"), read_number("115.000", "IDR"), read_number("0.175")
    (Decimal('1099.00'), Decimal('115000'), Decimal('0.175'))
    """
    if len(raw) > _LONGEST:
        return None
    raw = raw.replace("'", "").replace(" ", "")
    dots, commas = raw.count("."), raw.count(",")
    if not dots and not commas:
        return Decimal(raw)
    if dots and commas:
        return _two_marks(raw)
    mark = "." if dots else ","
    parts = raw.split(mark)
    if len(parts) > 2:  # noqa: PLR2004 - one mark more than once
        return Decimal("".join(parts)) if _thousands(parts) else None
    if _parts_thousands(parts, mark, currency):
        return Decimal(parts[0] + parts[1])
    return Decimal(f"{parts[0]}.{parts[1]}")


def _thousands(parts: list[str]) -> bool:
    return 1 <= len(parts[0]) <= _GROUP and parts[0] != "0" and all(len(part) == _GROUP for part in parts[1:])


def _parts_thousands(parts: list[str], mark: str, currency: str | None) -> bool:
    return _thousands(parts) and (mark == "," or currency in DOT_THOUSANDS)


def _two_marks(raw: str) -> Decimal | None:
    decimal = max(".,", key=raw.rfind)
    group = "," if decimal == "." else "."
    whole, _, cents = raw.rpartition(decimal)
    if decimal in whole or not _thousands(whole.split(group)):
        return None
    return Decimal(f"{whole.replace(group, '')}.{cents}")


def read_numeral(word: str) -> Decimal:
    """Read a Chinese numeral; digits side by side are read one by one, one after a unit is of the next lower unit.

    >>> read_numeral("七五"), read_numeral("十二"), read_numeral("一百四十五"), read_numeral("两千八"), read_numeral("零点一五")
    (Decimal('75'), Decimal('12'), Decimal('145'), Decimal('2800'), Decimal('0.15'))
    """
    if word == "半":
        return Decimal("0.5")
    whole, _, part = word.partition("点")
    if part:
        return Decimal(f"{read_numeral(whole)}.{_digits(part)}")
    if not set(whole) & _POWERS.keys():
        return Decimal(_digits(whole))
    total = power = 0
    digit = -1
    for letter in whole:
        unit = _POWERS.get(letter)
        if unit is None:
            digit = DIGITS[letter]
            power = 1 if letter == "零" else power
        else:
            total += (1 if digit < 0 else digit) * unit
            power, digit = unit // 10, -1
    return Decimal(total + max(digit, 0) * (power or 1))


def _digits(word: str) -> str:
    return "".join(str(DIGITS[letter]) for letter in word)


_POWERS = {"十": 10, "百": 100, "千": 1000}


def is_placeholder(amount: Decimal) -> bool:
    """Tell whether an amount is written for want of a price (9999, 88888, 123456)."""
    digits = str(int(amount)) if amount == int(amount) else ""
    return len(digits) > _GROUP and ((len(set(digits)) == 1 and digits[0] in "986") or digits in "123456789")
