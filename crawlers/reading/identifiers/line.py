"""LINE ids, an official account's without its @."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import Link, read_link
from crawlers.reading.identifiers.words import has_figure, is_word

KIND = "line"
TRIGGER = r"line|แอดไลน์|ไลน์|라인|ライン"

_ID = r"(?P<id>@?[A-Za-z0-9][A-Za-z0-9_.-]{2,19}[A-Za-z0-9])"
_CALL = r"(?i:找我?|加我?|加好友|好友|搜[寻尋索]?|私讯|私訊|联系|联络|聯絡|聯繫|官方|帐号|账号|帳號|add|dm|แอด|ทัก|追加|友だち追加|추가)"
"""What is asked of the reader between the label and an id."""
_LABELLED = re.compile(
    rf"(?:(?<![A-Za-z-])(?i:line)(?![A-Za-z])|แอดไลน์|ไลน์|라인|ライン)(?P<sure>(?i:\s?(?:official|oa|id|@))?(?:\s?{_CALL})?[^\w\n@]{{0,6}}(?:\n[^\w\n@]{{0,4}})?)"
    rf"{_ID}(?![A-Za-z0-9_@])"
)
_ADD = "แอดไลน์"
_SHAPE = re.compile(r"@?[a-z0-9][a-z0-9_.-]{2,29}")


def find(scan: Scan) -> Iterator[Found]:
    """Give the ids of a text."""
    for link in scan.links:
        value = from_link(link)
        if value:
            yield Found(link.start, link.end, value)
    for found in scan.behind(TRIGGER, _LABELLED):
        value = found["id"]
        if _is_sure(found) and not is_word(value) and scan.claim(found.start("id")):
            yield Found(found.start("id"), found.end("id"), value.lower().removeprefix("@"))


def _is_sure(found: re.Match[str]) -> bool:
    between = found["sure"].lower()
    if found[0].startswith(_ADD) or has_figure(found["id"]):
        return True
    return found["id"].startswith("@") or "id" in between or ":" in between or "@" in between


def from_link(link: Link) -> str | None:
    """Give the id of a line.me link; a QR ticket (lin.ee) has none."""
    if link.host not in ("line.me", "www.line.me", "page.line.me"):
        return None
    for step in reversed(link.steps):
        if step.startswith(("~", "@", "%40")):
            return step.removeprefix("~").replace("%40", "@").removeprefix("@").lower()
    if link.host == "page.line.me" and link.steps:
        return link.steps[0].lower()
    return None


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the id in lower case.

    >>> canonical("https://line.me/ti/p/~GptShop")
    'gptshop'
    """
    value = raw.strip()
    if "/" in value:
        return from_link(read_link(value))
    value = value.lower().removeprefix("@")
    return value if _SHAPE.fullmatch(value) else None
