"""Whether a text sells at all: news, questions, manuals and official price lists name goods and prices too."""

from __future__ import annotations

from crawlers.reading.owners import Rate
from crawlers.reading.scene import Scene

_AGAINST = {"WANTED": 2, "NEWS": 2, "DOCS": 1, "EXPERIENCE": 2, "OFFICIALTABLE": 4, "CALC": 4, "LOTTERY": 3}
_FOR = {"SELLS": 3, "STOCK": 2, "ASK": 2, "ORDER": 2, "WARRANTY": 2, "CONTACT": 1}
"""How often a class may count for a sale: one word often said proves no more than a few do."""
_MOST_RATES = 4
_SHORT_LINE = 24
_OPEN = frozenset({"SELLS", "ORDER", "CONTACT", "STOCK", "WARRANTY"})
_USAGE = frozenset({"1M_tokens", "1K_tokens", "call"})
_COMMON = frozenset({"api", "endpoint", "接口", "缓存", "router", "gateway", "令牌"})


def count(scene: Scene, tag: str) -> int:
    """Count the words of a class that no negation stands before."""
    places = scene.tag_positions.get(tag, ())
    if "NEG" not in scene.tag_positions:
        return len(places)
    return sum(not scene.has("NEG", max(0, at - 2), at) for at in places)


def sells(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether what was found is on sale here, by the words for and against it."""
    if all(rate.offer.per in _USAGE for rate in found) and not _runs_relay(scene):
        return False
    rates = [rate for rate in found if _is_rate(rate)]
    positions = scene.tag_positions
    if _asks(scene, found) and positions.keys().isdisjoint(_OPEN) and "u" not in scene.codes:
        return False  # a question by someone who names no way to buy
    if positions.keys().isdisjoint(_AGAINST):
        return (
            bool(rates)
            or not positions.keys().isdisjoint(_FOR)
            or any(_stands_alone(scene, rate, len(found)) for rate in found)
        )
    supports = sum(min(most, count(scene, tag)) for tag, most in _FOR.items()) + min(
        _MOST_RATES, 2 * len(rates)
    )
    return supports >= sum(weight * count(scene, tag) for tag, weight in _AGAINST.items())


def _asks(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether a question comes after what is named: before it, it is a seller's flourish."""
    first = min((rate.offer.start or 0 for rate in found), default=0)
    return scene.plain.rfind("?") > scene.tokens[first].start


def _runs_relay(scene: Scene) -> bool:
    """Tell whether prices by tokens are a reseller's: official ones stand in news and manuals everywhere."""
    if scene.context.recharge is not None or len(scene.tokens) <= _SHORT_LINE:
        return True
    tags = ("SELLS", "ORDER", "CONTACT", "RECHARGE", "GROUP", "MULT", "OWN")
    own = any(scene.tokens[at].entry not in _COMMON for at in scene.tag_positions.get("RELAY", ()))
    return own or any(scene.has(tag) for tag in tags)


def _is_rate(rate: Rate) -> bool:
    offer = rate.offer
    return offer.group is not None or offer.per == "usd_credit" or offer.fraction is not None


def _stands_alone(scene: Scene, rate: Rate, beside: int) -> bool:
    """Tell whether an offer stands in a short line, as lists and cards have it, not in a sentence."""
    start, end = scene.line_of(rate.offer.start or 0)
    return end - start <= _SHORT_LINE * max(1, beside)
