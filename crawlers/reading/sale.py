"""Whether a text sells at all: news, questions, manuals and official price lists name goods and prices too."""

from __future__ import annotations

from crawlers.reading.rates import Rate
from crawlers.reading.scene import Scene

_AGAINST = {"WANTED": 2, "NEWS": 2, "DOCS": 1, "EXPERIENCE": 2, "OFFICIALTABLE": 4, "CALC": 4}
_FOR = {"SELLS": 1, "STOCK": 1, "ASK": 1, "ORDER": 1, "WARRANTY": 1, "CONTACT": 1}
_MOST_OF_ONE = 4


def _count(scene: Scene, tag: str) -> int:
    """Count the words of a class that no negation stands before."""
    return sum(not scene.has("NEG", max(0, at - 2), at) for at in scene.tag_positions.get(tag, ()))


def sells(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether what was found is on sale here, by the words for and against it."""
    against = sum(weight * _count(scene, tag) for tag, weight in _AGAINST.items())
    if not against:
        return True
    supports = sum(min(_MOST_OF_ONE, _count(scene, tag)) * weight for tag, weight in _FOR.items())
    rates = [
        rate
        for rate in found
        if rate.offer.group is not None or rate.offer.per == "usd_credit" or rate.offer.fraction
    ]
    return supports + min(_MOST_OF_ONE, 2 * len(rates)) >= against
