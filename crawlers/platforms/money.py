"""One clean price in a field or a cell that holds nothing else; prices in sentences are reading's business."""

from __future__ import annotations

import re
from functools import lru_cache

import re2

from crawlers.platforms.fields import number
from store.records import Money

_CODES = (
    ("CNY", "CN¥|RMB|CNY|人民币|元|块|¥|￥"),
    ("USDT", "USDT"),
    ("USD", r"US\$|USD|\$|美元|美金|刀"),
    ("EUR", "EUR|€"),
    ("GBP", "GBP|£"),
    ("RUB", "RUB|₽|руб"),
    ("VND", "VND|₫|đ"),
    ("IDR", "IDR|Rp"),
    ("INR", "INR|₹"),
    ("TRY", "TRY|₺"),
    ("BRL", r"BRL|R\$"),
    ("TWD", r"TWD|NT\$"),
    ("HKD", r"HKD|HK\$"),
    ("JPY", "JPY"),
)
_SIGN = "|".join(signs for _, signs in sorted(_CODES, key=lambda pair: -len(pair[1])))
# At most eighty characters, thousands a page: there re takes a tenth of re2's time.
_PRICE = re.compile(
    rf"(?i)^[\t\n\f\r :：~≈约]{{0,3}}({_SIGN})?[\t\n\f\r ]*([0-9][0-9.,  ]*)[\t\n\f\r ]*({_SIGN})?(?:\.|起|\+)?(?:[\t\n\f\r ]*/[\t\n\f\r ]*(?:月|年|天|周|日|个|件|张|次|month|mo|year|yr|week|day|pcs?|шт|мес|tháng))?\.?\Z"
)
_BY_CODE = tuple((code, re2.compile(f"(?i)^(?:{signs})$")) for code, signs in _CODES)
_GROUPED = re2.compile(r"^\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?$")
_COMMA_CENTS = re2.compile(r"^\d+,\d{1,2}$")


def money_of(text: str, currency: str | None = None) -> Money | None:
    """Read a text that is one price and nothing else; None where it is more, less, or its currency is unknown.

    >>> money_of("￥ 65.00"), money_of("1.299,00 €"), money_of("$60 - $90"), money_of("12")
    (Money(amount=Decimal('65.00'), currency='CNY'), Money(amount=Decimal('1299.00'), currency='EUR'), None, None)
    """
    match = _PRICE.search(text.strip()[:80]) if text else None
    if not match:
        return None
    code = currency_of(match[1] or match[3] or "") or currency
    amount = number(_plain(match[2].strip()))
    return Money(amount, code) if amount is not None and code else None


@lru_cache(maxsize=256)
def currency_of(sign: str) -> str | None:
    """Name the currency of a sign or word.

    >>> currency_of("￥"), currency_of("US$"), currency_of("?")
    ('CNY', 'USD', None)
    """
    return next((code for code, pattern in _BY_CODE if pattern.search(sign.strip())), None)


def _plain(written: str) -> str:
    written = written.rstrip(".,").replace(" ", " ")
    whole, dot, cents = written.partition(".")
    if whole.isdecimal() and (not dot or (cents.isdecimal() and len(cents) != len("000"))):
        return written  # 65, 65.00: nothing that parts thousands
    if _GROUPED.search(written):
        cents = written[-3:] if written[-3] in ".," else written[-2:] if written[-2] in ".," else ""
        whole = written[: len(written) - len(cents)]
        return "".join(sign for sign in whole if sign.isdigit()) + cents.replace(",", ".")
    return written.replace(",", ".") if _COMMA_CENTS.search(written) else written.replace(" ", "")
