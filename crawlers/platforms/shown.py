"""What a page shows of itself: words that it strikes out, and words that no visitor sees."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import re2
from lxml.html import HtmlElement

_STRUCK = {"del", "s", "strike"}
_STRUCK_CLASS = re2.compile(
    r"(?i)(?:^|[\s_-])(?:line-through|strike(?:-?through)?|struck|(?:old|was|orig(?:in(?:al)?)?|market|compare(?:-at)?)"
    r"[_-]?price|price[_-]{1,2}(?:old|was|orig(?:in(?:al)?)?|compare))(?:$|\s)|^(?:old|was)$"
)
_FOR_THE_EAR = re2.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:$|\s)")
_INLINE = {"span", "i", "b", "em", "strong", "font", "small", "u", "a", "sup", "sub", "bdo", "ins"}
_UNSEEN = re2.compile(
    r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|pt|rem)?\s*(?:;|$))"
)


def is_struck(node: HtmlElement) -> bool:
    """Say whether a page strikes an element's words out: by its tag, or by a class that says so or names a former price.

    >>> from lxml.html import fragment_fromstring as one
    >>> is_struck(one("<i class='price-old'>$20</i>")), is_struck(one("<i class='price'>$12</i>"))
    (True, False)
    """
    return node.tag in _STRUCK or ((given := node.get("class")) is not None and _names_former_price(given))


# A page repeats a handful of classes and styles thousands of times.
@lru_cache(maxsize=4096)
def _names_former_price(given: str) -> bool:
    return bool(_STRUCK_CLASS.search(given.strip()))


@lru_cache(maxsize=4096)
def _is_for_the_ear(given: str) -> bool:
    return bool(_FOR_THE_EAR.search(given))


def is_hidden(node: HtmlElement) -> bool:
    """Say whether an element's own markup hides it from who looks at the page."""
    if node.get("hidden") is not None or ((style := node.get("style")) and _UNSEEN.search(style)):
        return True
    return (given := node.get("class")) is not None and _is_for_the_ear(given)


def is_decoy(node: HtmlElement) -> bool:
    """Say whether an element is hidden words inside of a line: a hidden section may be a tab, hidden words are a trap."""
    return node.tag in _INLINE and is_hidden(node)


_PLAIN = frozenset(
    {"span", "bdi", "b", "i", "em", "strong", "a", "h1", "h2", "h3", "h4", "h5", "h6", "p", "td", "li"}
)
_FEW = 6


def bare_words(node: HtmlElement) -> str | None:
    """Give the words of a name or a price that nothing strikes, hides or parts; None where they take more care.

    >>> from lxml.html import fragment_fromstring as one
    >>> bare_words(one("<p><b>$</b>12</p>")), bare_words(one("<p>1<b>2</b></p>")), bare_words(one("<p><s>9</s></p>"))
    ('$12', None, None)
    """
    for count, element in enumerate(node.iter()):
        if count >= _FEW or element.tag not in _PLAIN or is_struck(element) or is_hidden(element):
            return None
    pieces = [piece for piece in node.itertext() if piece]
    if any(one[-1].isalnum() and other[0].isalnum() for one, other in pairwise(pieces)):
        return None
    return "".join(pieces)
