"""Zalo, whose id is a Vietnamese telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import Link, read_link
from crawlers.reading.identifiers.phone_number import NUMBER, e164

KIND = "zalo"
TRIGGER = r"zalo"

_LABELLED = re.compile(
    rf"(?i:zalo(?:\s?(?:oa|id|sđt|sdt|số|shop|admin|hỗ trợ|liên hệ|tel|phone|/\s?(?:sđt|tele(?:gram)?|phone))){{0,3}})"
    rf"[^\w\n+]{{0,6}}(?:\n[^\w\n+]{{0,4}})?(?P<number>{NUMBER})(?![0-9]|\.[0-9])"
)
_VIETNAM = "VN"


def find(scan: Scan) -> Iterator[Found]:
    """Give the numbers of a text."""
    for link in scan.links:
        number = from_link(link)
        if number:
            yield Found(link.start, link.end, number)
    for found in scan.behind(TRIGGER, _LABELLED):
        number = e164(found["number"], _VIETNAM)
        if number and number.startswith("+") and scan.claim(found.start("number")):
            yield Found(found.start("number"), found.end("number"), number)


def from_link(link: Link) -> str | None:
    """Give the number of a zalo.me link; a group's (/g/…) has none."""
    if link.host.removeprefix("www.") not in ("zalo.me", "chat.zalo.me") or not link.steps:
        return None
    step = link.steps[0]
    return e164(step, _VIETNAM) if re.fullmatch(r"\+?[0-9]{8,13}", step) else None


def canonical(raw: str, region: str | None = None) -> str | None:
    """Give E.164, Vietnamese unless another country is known.

    >>> canonical("https://zalo.me/0790000000")
    '+84790000000'
    """
    if "/" in raw:
        return from_link(read_link(raw.strip()))
    return e164(raw.strip(), region or _VIETNAM)
