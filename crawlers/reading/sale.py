"""Whether a text sells at all: news, questions, manuals and official price lists name goods and prices too."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.lexicon.products import OFFICIAL_DOLLARS
from crawlers.reading.owners import Rate
from crawlers.reading.scene import Scene

_AGAINST = {
    "WANTED": 2, "NEWS": 1, "DOCS": 3, "EXPERIENCE": 2, "OFFICIALTABLE": 4, "CALC": 4, "LOTTERY": 3, "SCAM": 3, "QUERY": 2, "PRESS": 5, "MARKET": 2,
}  # fmt: skip
_FOR = {"SELLS": 3, "INVITES": 1, "STOCK": 2, "ORDER": 2, "WARRANTY": 2, "CONTACT": 1}
"""How often a class may count for a sale: one word often said proves no more than a few do."""
_MOST_RATES = 4
_SHORT_LINE = 24
_NEAR = (Decimal("0.85"), Decimal("1.2"))
"""How far a local list price may be from its dollars."""
_HEAD = 4
_TABLE = 3
_LONG = 30
_LINKS = ("://", "www.", "@", "t.me/", "wa.me/")
_HOSTS = (
    "github.com",
    "anthropic.com",
    "openai.com",
    "claude.ai",
    "chatgpt.com",
    "google.com",
    "x.ai",
    "npmjs",
    "pypi.org",
    "localhost",
    "example.com",
)
_OPEN = frozenset({"SELLS", "INVITES", "ORDER", "CONTACT", "STOCK", "WARRANTY"})
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
    if _seeks(scene):
        return False
    if all(rate.offer.per in _USAGE for rate in found) and not _runs_relay(scene):
        return False
    rates = [rate for rate in found if _is_rate(rate)]
    positions = scene.tag_positions
    linked = _links(scene)
    is_open = linked or not positions.keys().isdisjoint(_OPEN)
    if not is_open and (_asks(scene) or _quotes_list(scene, found)):
        return False  # a question, or the provider's own offer, by someone who names no way to buy
    own = is_open or scene.has("OWN") or scene.context.recharge is not None
    if not own and len(scene.tokens) > _LONG and _is_prose(scene, len(rates)):
        return False  # sentences in which nobody offers anything
    if positions.keys().isdisjoint(_AGAINST):
        return (
            bool(rates)
            or is_open
            or not positions.keys().isdisjoint(_FOR)
            or any(_stands_alone(scene, rate, len(found)) for rate in found)
        )
    supports = sum(min(most, count(scene, tag)) for tag, most in _FOR.items())
    supports += min(_MOST_RATES, 2 * len(rates)) + linked
    return supports >= sum(weight * count(scene, tag) for tag, weight in _AGAINST.items())


def _is_prose(scene: Scene, rates: int) -> bool:
    """Tell whether a text has more sentences than lines and rates."""
    return scene.codes.count(".") > scene.codes.count("n") + rates


def _links(scene: Scene) -> bool:
    """Tell whether a link, mail or handle leads to somebody but the providers and the hosts of code."""
    if "href=" in scene.plain:
        return True
    at = scene.codes.find("u")
    while at >= 0:
        words = scene.tokens[at].words
        if any(mark in words for mark in _LINKS) and not any(host in words for host in _HOSTS):
            return True
        at = scene.codes.find("u", at + 1)
    return False


def _asks(scene: Scene) -> bool:
    """Tell whether the text asks anything: a seller's flourish has a way to buy beside it."""
    return "?" in scene.plain and any(token.words == "?" for token in scene.tokens)


def _seeks(scene: Scene) -> bool:
    """Tell whether the first words look for a good: WTB, 求购, 收 Claude."""
    if scene.has("SEEKS", 0, _HEAD):
        return True
    return any(
        token.words == "收" and bool(scene.products_in(at, at + _HEAD))
        for at, token in enumerate(scene.tokens[:_HEAD])
    )


def _quotes_list(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether nothing but the provider's own prices and trials are named."""
    first = next((quantity for quantity in scene.quantities if quantity.kind == "money"), None)
    official = first is not None and first.role == "reference" and scene.has("REF", 0, first.start)
    if official and len(found) == 1 and not _is_rate(found[0]):
        return True
    prose = "." in scene.codes or len(found) >= _TABLE
    return prose and all(
        _is_list_price(scene, rate)
        or (rate.offer.kind == "free" and not scene.has("RELAY") and not scene.has("APIKEY"))
        for rate in found
    )


def _is_list_price(scene: Scene, rate: Rate) -> bool:
    price = rate.offer.price
    listed = OFFICIAL_DOLLARS.get(rate.offer.product or "", ())
    if price is None:
        return False
    if price.currency == "USD":
        return str(price.amount) in listed
    units = scene.context.fx.get(price.currency)
    worth = price.amount / units / Decimal(listed[0]) if units and listed else Decimal(0)
    return _NEAR[0] <= worth <= _NEAR[1]


def _runs_relay(scene: Scene) -> bool:
    """Tell whether prices by tokens are a reseller's: official ones stand in news and manuals everywhere."""
    if scene.context.recharge is not None or len(scene.tokens) <= _SHORT_LINE:
        return True
    tags = ("SELLS", "ORDER", "CONTACT", "RECHARGE", "GROUP", "MULT", "OWN")
    if _links(scene):
        return True
    own = any(scene.tokens[at].entry not in _COMMON for at in scene.tag_positions.get("RELAY", ()))
    return own or any(scene.has(tag) for tag in tags)


def _is_rate(rate: Rate) -> bool:
    offer = rate.offer
    return offer.group is not None or offer.per == "usd_credit" or offer.fraction is not None


def _stands_alone(scene: Scene, rate: Rate, beside: int) -> bool:
    """Tell whether an offer stands in a short line, as lists and cards have it, not in a sentence."""
    start, end = scene.line_of(rate.offer.start or 0)
    return end - start <= _SHORT_LINE * max(1, beside)
