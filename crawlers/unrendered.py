"""Does this reply hold anything without its scripts run? Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawlers.page import Page, Reading

MAX_WORDS = 200
"""Characters of visible text that a shell without content may still hold: a title, `Loading…`, a noscript line."""
_TEXT = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"


def is_unrendered(page: Page, reading: Reading) -> bool:
    """Say whether a page is a true single-page application's shell: scripts, next to no text, and nothing read."""
    said = reading.listings or reading.asks or reading.total is not None
    if said or reading.empty or reading.state or "html" not in page.media_type:
        return False
    if not page.selector.xpath("//script"):
        return False
    words = "".join("".join(text.split()) for text in page.selector.xpath(_TEXT).getall())
    return len(words) <= MAX_WORDS
