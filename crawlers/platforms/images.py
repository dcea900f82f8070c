"""The pictures that stand in a piece of a page, by their addresses; what they hold is read elsewhere, if at all."""

from __future__ import annotations

import re2
from lxml.html import HtmlElement

from crawlers.platforms import tree, urls

_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
_DRAWN = re2.compile(r"(?i)background(?:-image)?\s*:\s*[^;]{0,60}?url\(\s*[\"']?([^\"')]+)")
_NO_PHOTO = re2.compile(r"(?i)\.(?:svg|ico|avif)(?:\?|$)|/(?:emoji|icons?|flags?)/")
_MOST = 3


def pictures_of(node: HtmlElement, base: str) -> tuple[str, ...]:
    """Give the addresses of the first pictures of a piece of a page: of images, and of backgrounds as Telegram draws them."""
    found: dict[str, None] = {}
    for image in tree.select(node, "img, [style*='url(']")[:30]:
        drawn = _DRAWN.search(tree.attr(image, "style"))
        named = next((given for name in _SOURCES if (given := tree.attr(image, name))), "")
        link = urls.join(base, named or (drawn[1] if drawn else "")) if named or drawn else ""
        if link and not _NO_PHOTO.search(link):
            found[link] = None
    return tuple(found)[:_MOST]
