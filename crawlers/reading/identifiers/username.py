"""Names on services that have no kind of their own (Discord, X, Instagram…): weak, for a name is reused by strangers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.words import has_figure, is_word

KIND = "username"
TRIGGER = r"discord|twitter|推特|instagram|\big\b|facebook|skype|jabber|xmpp|session|tiktok|xianyu|闲鱼|小红书|funpay|ggsel|plati"

_LABELLED = re.compile(
    r"(?<![A-Za-z])(?i:discord|twitter|推特|instagram|ig|facebook|skype|tiktok|闲鱼|小红书|funpay|ggsel)(?:\s?(?:号|id|账号|user|name|昵称|:))?"
    r"(?P<gap>\s?[:@]\s?@?)(?P<name>[A-Za-z0-9][A-Za-z0-9_.]{3,31})(?P<tag>#[0-9]{4})?(?![A-Za-z0-9_/]|\.[a-z]{2}|:/)"
)
_SHAPE = re.compile(r"[a-z0-9_.#-]{2,64}")


def find(scan: Scan) -> Iterator[Found]:
    """Give the names of a text."""
    for found in scan.matches(_LABELLED):
        name = found["name"].rstrip(".")
        if (has_figure(name) or "@" in found["gap"] or found["tag"]) and not is_word(name):
            yield Found(found.start("name"), found.start("name") + len(name), name.lower())


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the name in lower case, without @.

    >>> canonical("@Relay_Shop")
    'relay_shop'
    """
    value = raw.strip().removeprefix("@").lower()
    return value if _SHAPE.fullmatch(value) else None
