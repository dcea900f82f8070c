"""Payment codes of EMVCo's make (PIX, PromptPay, VietQR): fields of tag, length and value, with a checksum. Pure."""

from __future__ import annotations

import re2

_PIX, _PROMPTPAY, _NAPAS = "br.gov.bcb.pix", "A000000677010111", "A000000727"
_ACCOUNT = re2.compile(r"^[0-9A-Za-z]{4,30}$")
_MOBILE = re2.compile(r"^00(66\d{9})$")
_MOST = 60
_POLYNOMIAL, _START = 0x1021, 0xFFFF


def payments_in(text: str) -> tuple[str, ...]:
    """Give the accounts that a payment code pays, `service:value`; none where it is no such code or its checksum fails.

    >>> payments_in("00020126360014br.gov.bcb.pix0114+551195555014263040522"), payments_in("hello")
    (('pix:5511955550142',), ())
    """
    if (
        not text.startswith("000201")
        or text[-8:-4] != "6304"
        or f"{_checksum(text[:-4]):04X}" != text[-4:].upper()
    ):
        return ()
    merchants = (fields(value) for tag, value in fields(text).items() if "26" <= tag <= "51")
    return tuple(found for merchant in merchants if (found := _account(merchant)))


def fields(text: str) -> dict[str, str]:
    """Take a text of fields apart: two digits of tag, two of length, the value; empty where it is none.

    >>> fields("0002010102AB"), fields("00xx01")
    ({'00': '01', '01': 'AB'}, {})
    """
    found: dict[str, str] = {}
    at = 0
    while at < len(text) and len(found) < _MOST:
        tag, length = text[at : at + 2], text[at + 2 : at + 4]
        if not (tag.isdecimal() and length.isdecimal()) or at + 4 + int(length) > len(text):
            return {}
        found[tag] = text[at + 4 : at + 4 + int(length)]
        at += 4 + int(length)
    return found


def _account(merchant: dict[str, str]) -> str:
    whose = merchant.get("00", "")
    if whose.lower() == _PIX and (key := merchant.get("01", "").strip().lower()):
        return f"pix:{key.removeprefix('+')}"
    if whose == _PROMPTPAY:
        mobile = _MOBILE.search(merchant.get("01", ""))
        number = mobile[1] if mobile else merchant.get("02", "")
        return f"promptpay:{number}" if number.isdecimal() else ""
    if whose == _NAPAS:
        inner = fields(merchant.get("01", ""))
        bank, account = inner.get("00", ""), inner.get("01", "")
        return f"vietqr:{bank}:{account}" if bank.isdecimal() and _ACCOUNT.search(account) else ""
    return ""


def _checksum(text: str) -> int:
    """Give the CRC-16/CCITT-FALSE of a text, as EMVCo's specification of merchant-presented codes asks (4.7.3)."""
    crc = _START
    for byte in text.encode("utf-8", "replace"):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ _POLYNOMIAL if crc & 0x8000 else crc << 1
            crc &= _START
    return crc
