"""Private Telegram invitations: the hash, case kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import Link, read_link
from crawlers.reading.identifiers.telegram import HOSTS

KIND = "telegram_invite"
TRIGGER = r"t\.me|telegram\.|tg://"

_HASH = re.compile(r"[A-Za-z0-9_-]{10,32}")


def find(scan: Scan) -> Iterator[Found]:
    """Give the invitations of a text."""
    for link in scan.links:
        value = from_link(link)
        if value:
            yield Found(link.start, link.end, value)


def from_link(link: Link) -> str | None:
    """Give the hash of an invitation link."""
    if link.scheme == "tg":
        value = link.query.get("invite", "")
    elif link.host in HOSTS and link.steps:
        first, rest = link.steps[0], link.steps[1:]
        if first == "joinchat":
            value = rest[0] if rest else ""
        else:
            value = first.replace("%2B", "+") if first.startswith(("+", "%2B")) else ""
    else:
        return None
    value = value.lstrip("+")
    # A plus and digits alone is a phone number's link.
    return value if _HASH.fullmatch(value) and not value.isdigit() else None


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the hash without `+` or link.

    >>> canonical("https://t.me/+kP000zRwYq7uLmXd")
    'kP000zRwYq7uLmXd'
    """
    value = raw.strip()
    if "/" in value:
        return from_link(read_link(value))
    value = value.lstrip("+")
    return value if _HASH.fullmatch(value) else None
