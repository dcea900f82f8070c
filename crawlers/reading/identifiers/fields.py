"""Kinds that stand in fields, never in a seller's words: a station's keys, and what a provider alone holds."""

from __future__ import annotations

import re
from collections.abc import Callable

_UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
_SHAPES = {
    # Turnstile 0x4AAAA…, hCaptcha a UUID, reCAPTCHA 6L….
    "site_key": re.compile(
        r"0x[0-9A-Za-z_-]{16,32}|6L[0-9A-Za-z_-]{30,48}|[0-9a-fA-F-]{36}|[0-9A-Za-z_-]{20,64}"
    ),
    "oauth_client": re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@/-]{3,199}"),
    "analytics": re.compile(
        r"(?i)(?:UA-[0-9]{4,10}-[0-9]{1,4}|G-[A-Z0-9]{6,14}|GTM-[A-Z0-9]{4,9}|(?:hm:)?[0-9a-f]{32}|[a-z0-9_-]{5,64})"
    ),
    "logo": re.compile(r"[0-9a-fA-F]{16,128}|https?://\S{4,500}"),
    "org_id": re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{3,99}"),
    "account_id": re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:@-]{1,199}"),
    "key_hint": re.compile(
        r"[A-Za-z0-9_-]{2,40}(?:\.{2,4}|…|\*{2,20})[A-Za-z0-9_-]{2,12}|[A-Za-z0-9_-]{4,40}"
    ),
    "card_fingerprint": re.compile(r"[A-Za-z0-9+/=_-]{6,200}"),
    "payment_descriptor": re.compile(r"[^\x00-\x1f]{2,80}"),
}
_LOWER = frozenset(("logo", "payment_descriptor"))
_IDS = frozenset(("org_id", "account_id", "site_key"))


def canonical_of(kind: str) -> Callable[[str, str | None], str | None]:
    """Give the canonical form of a kind that stands in fields."""
    shape = _SHAPES[kind]

    def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
        value = " ".join(raw.split())
        if not shape.fullmatch(value):
            return None
        if kind in _LOWER or (kind in _IDS and _UUID.fullmatch(value.lower())):
            return value.lower()
        if kind == "analytics":
            bare = value.removeprefix("hm:")
            return (
                bare.lower()
                if re.fullmatch("(?i)[0-9a-f]{32}", bare)
                else value.upper()
                if "-" in value
                else value
            )
        if kind == "key_hint":
            return re.sub(r"\.{2,4}|\*{2,20}", "…", value)
        return value

    return canonical


FIELD_KINDS = tuple(_SHAPES)
