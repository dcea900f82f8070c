"""Masked values as people write them (`zh***g@mail.example`, `138****1234`): which whole values fit. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RUN = r"(?:[*＊•●∗×…]{1,60}|\.{3,8}|[xX]{3,20})"
_EMAIL = re.compile(
    rf"([a-z0-9._%+-]{{1,20}}?){_RUN}([a-z0-9._%+-]{{0,10}})@([a-z0-9-]{{1,40}}(?:\.[a-z0-9-]{{2,20}}){{1,3}})"
)
_PHONE = re.compile(r"(\+?)([0-9 -]{2,9}?)[ -]?([*•●×]{3,8})[ -]?([0-9]{2,4})")
_HANDLE = re.compile(r"([a-z][a-z0-9_-]{0,20})[*•●]{2,12}([a-z0-9_-]{0,12})$")
_KEY = re.compile(rf"{_RUN} ?([A-Za-z0-9_-]{{4,}})$")
_PART = 4
_HANDLES = ("telegram", "wechat")
_LEAST = 3
"""Letters that must be seen: fewer fit everybody."""
_CHINA, _CHINESE = "+86", 11


@dataclass(frozen=True, slots=True)
class Mask:
    """What is seen of a value: it begins with `head`, and `pattern` matches the whole."""

    kind: str
    head: str
    pattern: re.Pattern[str]

    def fits(self, value: str) -> bool:
        """Tell whether a canonical value of the kind may be the one that is masked."""
        return self.pattern.fullmatch(value) is not None


def read_mask(kind: str, written: str) -> Mask | None:
    """Read a masked value, None where too little is seen to look for it.

    >>> read_mask("phone", "138****1234").fits("+8613800001234")
    True
    >>> read_mask("email", "z***@gmail.com") is None
    True
    """
    if kind == "email":
        return _email(written.lower())
    if kind == "phone":
        return _phone(written)
    return _handle(kind, written.lower()) if kind in _HANDLES else None


def _email(written: str) -> Mask | None:
    found = _EMAIL.fullmatch(written)
    if found is None or len(found[1]) + len(found[2]) < _LEAST:
        return None
    head, tail, host = found.groups()
    return Mask("email", head, re.compile(f"{re.escape(head)}[^@]+{re.escape(tail)}@{re.escape(host)}"))


def _phone(written: str) -> Mask | None:
    found = _PHONE.fullmatch(written)
    if found is None:
        return None
    head, stars, tail = re.sub("[ -]", "", found[2]), len(found[3]), found[4]
    if found[1]:
        return Mask("phone", f"+{head}", re.compile(rf"\+{head}[0-9]{{1,12}}{tail}"))
    if len(head) + stars + len(tail) != _CHINESE or head[0] != "1":
        return None
    return Mask("phone", f"{_CHINA}{head}", re.compile(rf"\+86{head}[0-9]{{{stars}}}{tail}"))


def _handle(kind: str, written: str) -> Mask | None:
    found = _HANDLE.search(written)
    if found is None or len(found[1]) + len(found[2]) < _LEAST:
        return None
    head, tail = found.groups()
    return Mask(kind, head, re.compile(f"{re.escape(head)}.+{re.escape(tail)}"))


def seen_part(kind: str, written: str) -> tuple[str, str] | None:
    """Give the part of a masked value that is seen whole, with the name of its derivation (store/derivations.py).

    >>> seen_part("phone", "138****1234"), seen_part("email", "z***@shop.example"), seen_part("api_key", "sk-ant-... QwAA")
    (('last_four', '1234'), ('mail_domain', 'shop.example'), ('key_hint', 'QwAA'))
    """
    if kind == "email":
        found = _EMAIL.fullmatch(written.lower())
        return ("mail_domain", found[3]) if found else None
    if kind == "phone":
        found = _PHONE.fullmatch(written)
        return ("last_four", found[4]) if found and len(found[4]) == _PART else None
    found = _KEY.search(written) if kind == "api_key" else None
    return ("key_hint", found[1][-_PART:]) if found else None
