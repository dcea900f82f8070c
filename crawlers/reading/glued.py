"""Words that two entries make without a blank: gptplus, ccmax, 5.2rplus."""

from __future__ import annotations

from crawlers.reading.vocabulary import BRAND_OF, EXACT, NO_TAGS, look_up

GLUED_SIGNS = ("rmb", "usdt", "usd", "rb", "r", "u", "k", "w", "x")
_GLUED_BRANDS = tuple(sorted((b for b in BRAND_OF if b.isascii() and b.isalpha()), key=len, reverse=True))
_NAMES = frozenset({"BRAND", "TIER", "MODEL"})
_MOST_REMEMBERED = 20_000
_brand_ends: dict[str, int | None] = {}


def sign_end(word: str) -> int | None:
    """Give where the sign of a number before it ends and a name begins; None where the word is no such pair."""
    for head in GLUED_SIGNS:
        if word.startswith(head) and _NAMES & look_up(word[len(head) :])[1]:
            return len(head)
    return None


def brand_end(word: str) -> int | None:
    """Give where a brand ends and a plan begins in one word; None where it is no such pair."""
    if word not in _brand_ends:
        if len(_brand_ends) > _MOST_REMEMBERED:
            _brand_ends.clear()
        _brand_ends[word] = _find_brand_end(word)
    return _brand_ends[word]


def _find_brand_end(word: str) -> int | None:
    for head in _GLUED_BRANDS:
        if word.startswith(head) and EXACT.get(word[len(head) :], NO_TAGS) & _NAMES:
            return len(head)
    return None
