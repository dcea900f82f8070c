"""Keys that stay while prices move (DESIGN law 4): a listing's where its platform gives none, and every offer's."""

from __future__ import annotations

import hashlib
from collections import Counter

from store.records import Offer, plain
from store.words import plain_words

_LENGTH = 20


def words_key(text: str) -> str:
    """Give the key of a text that its platform gives none: a hash of the words without the numbers.

    >>> words_key("Claude Max 20x ¥580") == words_key("claude max 20x  ¥620")
    True
    """
    return "t:" + _digest(plain_words(text))


def offer_key(source: str, listing_key: str, offer: Offer, among: Counter[str]) -> str:
    """Give an offer's key: source, listing, kind, product, variant, unit, direction and face value, never the price.

    Equal offers of one listing are told apart by their order; `among` counts those given so far.
    """
    face = offer.face_value
    parts = (
        source,
        listing_key,
        offer.kind,
        offer.product or "",
        offer.label,
        offer.per or "",
        offer.direction or "",
        f"{plain(face.amount)} {face.currency}" if face else "",
    )
    base = "\x1f".join(parts)
    among[base] += 1
    return _digest(f"{base}\x1f{among[base]}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
