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
    """Read a Chinese numeral below a hundred; two digits side by side are read one by one (七五 -> 75).

    >>> read_numeral("七五"), read_numeral("十二"), read_numeral("半")
    (Decimal('75'), Decimal('12'), Decimal('0.5'))
    """
    if word == "半":
        return Decimal("0.5")
    if "十" not in word:
        return Decimal("".join(str(DIGITS[letter]) for letter in word))
    tens, _, ones = word.partition("十")
    return Decimal((DIGITS[tens[-1]] if tens else 1) * 10 + (DIGITS[ones[0]] if ones else 0))


def is_placeholder(amount: Decimal) -> bool:
    """Tell whether an amount is written for want of a price (9999, 88888, 123456)."""
    digits = str(int(amount)) if amount == int(amount) else ""
    return len(digits) > _GROUP and ((len(set(digits)) == 1 and digits[0] in "986") or digits in "123456789")
