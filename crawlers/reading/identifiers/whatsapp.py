"""WhatsApp numbers in links and behind labels; a group's invitation has no number and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import Link, read_link
from crawlers.reading.identifiers.phone_number import NUMBER, e164, from_link_digits

KIND = "whatsapp"
TRIGGER = r"(?:whats|wa\.me|\bwa\b|\bwp\b|\bwsp|\bwpp|\bwapp|\bzap|вотсап|ватсап|вацап|واتس|왓츠앱|วอทส)[^0-9\n]{0,24}(?:\n[^0-9\n]{0,6})?[0-9+(]"

LABELS = r"whats|wa|wp|wsp|wpp|zap|вотсап|ватсап|вацап|واتس|왓츠앱"

_LABEL = r"(?:whats\s?app|whats(?![a-z])|(?<![A-Za-z])(?:wa|wp|wsp|wpp|wapp|zap|zapzap)(?![A-Za-z])|вотсап|ватсап|вацап|واتس(?:\s?آ?ا?[بپ])?|왓츠앱)"
_FILLER = r"(?:\s?(?:number|no\.?|id|business|номер|رقم|al|nomor|admin|客服|号码?|联系|:)){0,2}"
_LABELLED = re.compile(
    rf"(?i:{_LABEL}{_FILLER})[^\w\n+]{{0,6}}(?:\n[^\w\n+]{{0,4}})?(?P<number>{NUMBER})(?![0-9]|\.[0-9])"
)
_FEWEST = 9


def find(scan: Scan) -> Iterator[Found]:
    """Give the numbers of a text."""
    for link in scan.links:
        number = from_link(link)
        if number:
            yield Found(link.start, link.end, number)
    for found in scan.behind(LABELS, _LABELLED):
        number = e164(found["number"], scan.region)
        if number and len(number) >= _FEWEST and scan.claim(found.start("number")):
            yield Found(found.start("number"), found.end("number"), number)


def from_link(link: Link) -> str | None:
    """Give the number that a link writes to."""
    if link.host == "wa.me" and link.steps:
        step = link.steps[0]
        return from_link_digits(step) if re.fullmatch(r"\+?[0-9-]+", step) else None
    if link.host.endswith("whatsapp.com") or link.scheme == "whatsapp":
        phone = link.query.get("phone")
        return from_link_digits(phone) if phone else None
    return None


def canonical(raw: str, region: str | None = None) -> str | None:
    """Give E.164 where the country is known, else the digits.

    >>> canonical("https://wa.me/6281200040617")
    '+6281200040617'
    """
    if "/" in raw:
        return from_link(read_link(raw.strip()))
    return e164(raw.strip(), region)
