"""Values of known accounts in the one canonical form that listings are read into."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import phonenumbers
import re2

from crawlers.reading.identifiers import canonical
from crawlers.spreadsheets import rounded_words
from store.derivations import DERIVATIONS
from store.known_records import KnownValue
from store.records import KINDS

MAX_VALUE = 512
REGIONS = frozenset(phonenumbers.SUPPORTED_REGIONS)
"""Countries whose national telephone numbers can be read, as ISO 3166 codes."""
_CANONICAL_SHAPES = {
    "phone": r"\+[1-9][0-9]{6,14}", "whatsapp": r"\+[1-9][0-9]{6,14}", "zalo": r"\+[1-9][0-9]{6,14}",
    "qq": r"[1-9][0-9]{4,10}", "email": r"[a-z0-9][a-z0-9._+-]*@[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*\.[a-z]+",
    "telegram": r"[a-z][a-z0-9_]{3,30}[a-z0-9]", "wechat": r"[a-z][a-z0-9_-]{5,19}",
    "domain": r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*\.[a-z]+", "card_fingerprint": r"[A-Za-z0-9+/=_-]{6,200}",
}  # fmt: skip
"""By kind: how values look that are canonical, or as good as; most of 25 million are of these kinds."""
_SHAPED = {kind: re2.compile(f"(?:{shape})(?:\n(?:{shape}))*") for kind, shape in _CANONICAL_SHAPES.items()}
_NUMBERS = ("phone", "whatsapp")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_PEPPER = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")


def known_value(kind: str, raw: str, region: str | None = None) -> KnownValue | str:
    """Read a clear value of a kind; where it is none, say why in words that never repeat the value.

    An API key is kept as its SHA-256 alone.
    """
    found = KINDS.get(kind)
    if found is None:
        return f"{kind[:40]!r} is no kind of identifier: docs/linking.md lists them"
    if not raw:
        return f"the {kind} is empty"
    if len(raw) > MAX_VALUE:
        return f"the {kind} is longer than {MAX_VALUE} characters"
    rounded = rounded_words(kind, raw)
    value = None if rounded else _canonical(kind, raw, region)
    if value is None:
        return rounded or f"this is no valid {kind}"
    if kind in _NUMBERS and not value.startswith("+"):
        where = (
            f"is none of {region}"
            if region
            else "has no country code: add it, or name the country with --region"
        )
        return f"this {kind} number {where}"
    return KnownValue(kind, value)


def canonical_value(kind: str, value: str) -> KnownValue | str:
    """Take a value that is said to stand in its canonical form, or say why it does not.

    Kinds that are dear to read are looked at by their shape alone.
    """
    if len(value) <= MAX_VALUE and "\n" not in value and _all_shaped(kind, (value,)):
        return KnownValue(kind, value)
    found = known_value(kind, value)
    if isinstance(found, str) or found.value == value:
        return found
    return f"this {kind} is not in its canonical form"


def all_canonical(kinds: Sequence[str], values: Sequence[str]) -> bool:
    """Tell whether values without line ends are all shaped as their kinds' canonical forms are; they are looked at together."""
    by_kind: dict[str, list[str]] = {}
    for kind, value in zip(kinds, values, strict=True):
        by_kind.setdefault(kind, []).append(value)
    return all(_all_shaped(kind, found) for kind, found in by_kind.items())


def _all_shaped(kind: str, values: Sequence[str]) -> bool:
    shape = _SHAPED.get(kind)
    if shape is None or max(map(len, values)) > MAX_VALUE:
        return False
    return shape.fullmatch("\n".join(values)) is not None


def known_digest(kind: str, digest: str, pepper_id: str, derivation: str = "") -> KnownValue | str:
    """Take the digest of a canonical value, or of what is derived from it, under a named pepper, or say why it is none."""
    if kind not in KINDS:
        return f"{kind[:40]!r} is no kind of identifier: docs/linking.md lists them"
    if not _SHA256.match(digest.lower()):
        return "the digest is no SHA-256 in 64 hexadecimal digits"
    if not _PEPPER.match(pepper_id):
        return "a digest needs its pepper_id: 1 to 64 letters, digits, dots, dashes"
    if derivation and (derivation not in DERIVATIONS or kind not in DERIVATIONS[derivation][0]):
        return f"{derivation[:40]!r} is no derivation of {kind}: docs/linking.md lists them"
    return KnownValue(kind, None, digest.lower(), pepper_id, derivation or None)


def _canonical(kind: str, raw: str, region: str | None) -> str | None:
    value = canonical(kind, raw, region)
    if kind == "api_key" and value is not None and not _SHA256.match(value):
        # a secret never reaches the database in clear, whatever the reader of keys made of it
        return hashlib.sha256(raw.encode()).hexdigest()
    return value
