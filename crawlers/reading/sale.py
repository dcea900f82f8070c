"""Whether a text sells at all: news, questions, manuals and official price lists name goods and prices too."""

from __future__ import annotations

from crawlers.reading.rates import Rate
from crawlers.reading.scene import Scene

_AGAINST = {"WANTED": 2, "NEWS": 2, "DOCS": 1, "EXPERIENCE": 2, "OFFICIALTABLE": 4, "CALC": 4, "LOTTERY": 3}
_FOR = {"SELLS": 3, "STOCK": 2, "ASK": 2, "ORDER": 2, "WARRANTY": 2, "CONTACT": 1}
"""How often a class may count for a sale: one word often said proves no more than a few do."""
_MOST_RATES = 4
_SHORT_LINE = 24


def count(scene: Scene, tag: str) -> int:
    """Count the words of a class that no negation stands before."""
    return sum(not scene.has("NEG", max(0, at - 2), at) for at in scene.tag_positions.get(tag, ()))


def sells(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether what was found is on sale here, by the words for and against it."""
    supports = sum(min(most, count(scene, tag)) for tag, most in _FOR.items())
    rates = [
        rate
        for rate in found
        if rate.offer.group is not None or rate.offer.per == "usd_credit" or rate.offer.fraction
    ]
    supports += min(_MOST_RATES, 2 * len(rates))
    against = sum(weight * count(scene, tag) for tag, weight in _AGAINST.items())
    if against:
        return supports >= against
    return supports > 0 or any(_stands_alone(scene, rate) for rate in found)


def _stands_alone(scene: Scene, rate: Rate) -> bool:
    """Tell whether an offer stands in a short line, as lists and cards have it, not in a sentence."""
    start, end = scene.line_of(rate.offer.start or 0)
    return end - start <= _SHORT_LINE
