"""What is derived from a value so that near ones meet: a provider may deliver these as digests of their own. Pure.

Homoglyphs are the letters of Unicode's confusables (UTS 39) that a Latin handle is forged with, and the digits that
stand for letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

HANDLE_KINDS = ("telegram", "wechat", "line", "username")
"""Names that people choose, written in many ways."""
NAMED_KINDS = (*HANDLE_KINDS, "email")
"""Kinds that bear a chosen name, an address its local part."""
_LIKE = str.maketrans(
    "абвгеёзіїјкмнорстухѕһԁԛԝӏαβεικνορτυχγωμıłø|01", "abbreeeiijkmhopctyxshdqwlabeikvoptuxywuilolol"
)
_SEPARATORS = frozenset("._- \u200b\u200c\u200d")
_LEAST_STEM = 4
_LAST, _HINT = 4, 4


def skeleton(value: str) -> str:
    """Give a handle without case, separators and the look of its letters: two that a reader confounds are one.

    >>> skeleton("Fast_Keys"), skeleton("fаst-keys"), skeleton("c1aude.dep0t")
    ('fastkeys', 'fastkeys', 'claudedepot')
    """
    return _bare(value).translate(_LIKE)


def stem(value: str) -> str | None:
    """Give a handle's skeleton without its trailing digits, None where too little or nothing else is left.

    >>> stem("fast_keys2024"), stem("fastkeys"), stem("a1984")
    ('fastkeys', 'fastkeys', None)
    """
    bare = _bare(value).rstrip("0123456789")
    return bare.translate(_LIKE) if len(bare) >= _LEAST_STEM else None


def name_of(kind: str, value: str) -> str | None:
    """Give the name that a value of a kind bears: a handle itself, an address's local part.

    >>> name_of("email", "fastkeys@mail.example"), name_of("telegram", "fastkeys"), name_of("qq", "10001")
    ('fastkeys', 'fastkeys', None)
    """
    if kind not in NAMED_KINDS:
        return None
    return value.partition("@")[0] if kind == "email" else value


def _bare(value: str) -> str:
    folded = unicodedata.normalize("NFKC", value).casefold()
    return "".join(char for char in folded if char not in _SEPARATORS)


def _local_part(value: str) -> str:
    return value.partition("@")[0]


def _mail_domain(value: str) -> str:
    return value.rpartition("@")[2]


def _last_four(value: str) -> str:
    return value[-_LAST:]


def _key_hint(value: str) -> str:
    return value[-_HINT:]


DERIVATIONS: Mapping[str, tuple[tuple[str, ...], Callable[[str], str]]] = {
    "handle_skeleton": (HANDLE_KINDS, skeleton),
    "local_part": (("email",), _local_part),
    "mail_domain": (("email",), _mail_domain),
    "last_four": (("phone", "whatsapp", "zalo"), _last_four),
    "key_hint": (("api_key",), _key_hint),
}
"""By name: the kinds that it is derived from, and how."""
