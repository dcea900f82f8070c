"""Discord invitations: the code as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import Link, read_link

KIND = "discord_invite"
TRIGGER = r"discord"

_CODE = re.compile(r"[A-Za-z0-9-]{2,32}")


def find(scan: Scan) -> Iterator[Found]:
    """Give the invitations of a text."""
    for link in scan.links:
        code = from_link(link)
        if code:
            yield Found(link.start, link.end, code)


def from_link(link: Link) -> str | None:
    """Give the code of an invitation link."""
    if link.host in ("discord.gg", "www.discord.gg") and link.steps:
        code = link.steps[1] if link.steps[0] == "invite" and len(link.steps) > 1 else link.steps[0]
    elif link.host.removeprefix("www.") in ("discord.com", "discordapp.com") and link.steps[:1] == (
        "invite",
    ):
        code = link.steps[1] if len(link.steps) > 1 else ""
    else:
        return None
    return code if _CODE.fullmatch(code) else None


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the code without its link, case kept.

    >>> canonical("discord.gg/qT000nWx7K")
    'qT000nWx7K'
    """
    value = raw.strip()
    if "/" in value:
        return from_link(read_link(value))
    return value if _CODE.fullmatch(value) else None
