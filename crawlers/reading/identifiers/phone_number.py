"""Telephone numbers for the kinds that are one: E.164 where the country is known, else the digits."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

_MOBILE_CN = re.compile(r"1[3-9][0-9]{9}")
_FEWEST, _MOST = 7, 15
NUMBER = r"(?:\+|00)?\(?[0-9][0-9 ().\u2013-]{5,20}[0-9]"
"""A number as written, before it is checked."""


def is_chinese_mobile(digits: str) -> bool:
    """Tell a mainland mobile number from other digits."""
    return _MOBILE_CN.fullmatch(digits) is not None


@lru_cache(maxsize=8192)
def e164(raw: str, region: str | None) -> str | None:
    """Give a number as E.164, as bare digits where no country is known, or None where it is none.

    >>> e164("0790 000 000", "VN"), e164("+1 720 555 0143", None), e164("12", None)
    ('+84790000000', '+17205550143', None)
    """
    digits = re.sub(r"[^0-9]", "", raw)
    if not _FEWEST <= len(digits) <= _MOST:
        return None
    written = raw.strip()
    if written.startswith(("+", "00")):
        whole = digits if written.startswith("+") else digits.removeprefix("00")
        # a tenth of the cost of parsing, and the most common number of lists of millions
        return (
            "+" + whole if whole[:2] == "86" and is_chinese_mobile(whole[2:]) else _parsed("+" + whole, None)
        )
    if is_chinese_mobile(digits) and region in (None, "CN"):
        return "+86" + digits
    return _national(digits, region)


def _national(digits: str, region: str | None) -> str | None:
    if region is not None:
        local = _parsed(digits, region)
        if local is not None:
            return local
        code = str(phonenumbers.country_code_for_region(region))
        if digits.startswith(code):
            return _parsed("+" + digits, None) or digits
    return digits


@lru_cache(maxsize=8192)
def _parsed(number: str, region: str | None) -> str | None:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def from_link_digits(words: str) -> str | None:
    """Give the number of a link such as wa.me/6281200040617, which always has its country code."""
    digits = re.sub(r"[^0-9]", "", words)
    if not _FEWEST <= len(digits) <= _MOST:
        return None
    return _parsed("+" + digits, None) or "+" + digits
