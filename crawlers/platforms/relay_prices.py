"""Relay stations' prices: what a ratio costs in site dollars, once the station has said what a quota point is.

The unit is new-api's and its forks' (model/pricing in their source): a ratio of 1 costs one quota point a token, so
1,000,000 / quota_per_unit site dollars per 1M input tokens; output, cache reads and cache writes multiply it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Context, Decimal

import re2

from crawlers.page import Quote
from crawlers.platforms.fields import number
from store.records import SITE_CREDIT, Money, Offer, Place, plain

RATIOS = ("model_ratio", "completion_ratio", "cache_ratio", "create_cache_ratio")
CLOSED = frozenset(Decimal(value) for value in (100, 999, 9999, 99999, 999999, 666666, 100000))
"""Group multipliers that mean "not on sale": no station charges a hundred times the list price."""
BASIS = ("basis", "group ratio 1")
"""Marks a price that each group's multiplier still has to multiply (model x group is a view)."""
_DATE = re2.compile(r"-20\d{6}\b")
_VERSION = re2.compile(r"\b(claude|opus|sonnet|haiku|fable|mythos)-(\d)-(\d{1,2})\b")
_DEAREST = 100
_EXACT = Context(prec=28)
_MILLION = Decimal(1_000_000)


def model_slug(name: str) -> str:
    """Give a model's name as the label format writes it: Claude's with a dotted version and no date.

    >>> model_slug("claude-haiku-4-5-20251001"), model_slug("claude-opus-4-8-thinking"), model_slug("gpt-5.5")
    ('claude-haiku-4.5', 'claude-opus-4.8-thinking', 'gpt-5.5')
    >>> model_slug("claude-3-5-sonnet-20241022"), model_slug("claude-sonnet-4-20250514")
    ('claude-3.5-sonnet', 'claude-sonnet-4')
    """
    if not name.startswith("claude-"):
        return name
    return str(_VERSION.sub(r"\1-\2.\3", _DATE.sub("", name)))


def group_state(ratio: Decimal) -> str:
    """Say whether a group's multiplier is a price: `open`, `free` (0) or `closed` (a sentinel, or negative).

    >>> group_state(Decimal("0.45")), group_state(Decimal(0)), group_state(Decimal(666666))
    ('open', 'free', 'closed')
    """
    if ratio < 0 or ratio in CLOSED or ratio > _DEAREST:
        return "closed"
    return "open" if ratio else "free"


def token_quotes(model: str, ratios: Mapping[str, Decimal | None], pointer: str = "") -> tuple[Quote, ...]:
    """State a model's ratios per direction; resolve multiplies them when the quota per unit is known."""
    base = ratios.get("model_ratio")
    if base is None:
        return ()
    named = (
        ("input", ()),
        ("output", ("completion_ratio",)),
        ("cache_read", ("cache_ratio",)),
        ("cache_write", ("create_cache_ratio",)),
    )
    quotes = []
    for direction, names in named:
        found = [(name, ratios.get(name)) for name in ("model_ratio", *names)]
        stated = tuple((name, plain(value)) for name, value in found if value is not None)
        if len(stated) == len(found):
            offer = Offer(
                kind="relay",
                product=model_slug(model),
                per="1M_tokens",
                direction=direction,
                attributes=(*stated, BASIS),
            )
            quotes.append(
                Quote(
                    offer=offer,
                    price_text=" x ".join(value for _, value in stated),
                    place=Place(pointer),
                )
            )
    return tuple(quotes)


def call_quote(model: str, price: Decimal, pointer: str = "") -> Quote:
    """State a model's price per call, in site dollars at group ratio 1."""
    offer = Offer(
        kind="relay",
        product=model_slug(model),
        price=Money(price, SITE_CREDIT),
        per="call",
        attributes=(BASIS,),
    )
    return Quote(offer=offer, price_text=plain(price), place=Place(pointer))


def tiered_quote(model: str, expression: str, pointer: str = "") -> Quote:
    """State that a model is priced by an expression that only the station evaluates: its plain ratios would be wrong."""
    offer = Offer(
        kind="relay",
        product=model_slug(model),
        per="1M_tokens",
        no_ratio="priced by a tier expression",
        attributes=(("billing_expr", expression), BASIS),
    )
    return Quote(offer=offer, price_text=expression[:200], place=Place(pointer))


def group_quote(group: str, ratio: Decimal, pointer: str = "") -> Quote:
    """State a group's multiplier; resolve completes it with the station's recharge."""
    free = not ratio
    offer = Offer(kind="free" if free else "relay", group=None if free else ratio, label=group[:200])
    return Quote(offer=offer, price_text=plain(ratio), place=Place(pointer))


def priced(offer: Offer, quota_per_unit: Decimal | None) -> Offer:
    """Multiply an offer's stated ratios into its price per 1M tokens, in site dollars at group ratio 1.

    Without the station's quota per unit the price stays unknown, with the reason: 500,000 is usual, not certain.
    """
    factors = [number(value) for name, value in offer.attributes if name in RATIOS]
    if not factors or offer.price is not None:
        return offer
    if quota_per_unit is None or quota_per_unit <= 0:
        return replace(offer, no_ratio="the station's quota per unit is unknown")
    return replace(offer, price=Money(_product(factors, quota_per_unit), SITE_CREDIT))


def _product(factors: Iterable[Decimal | None], quota_per_unit: Decimal) -> Decimal:
    product = _EXACT.divide(_MILLION, quota_per_unit)
    for factor in factors:
        product = _EXACT.multiply(product, factor if factor is not None else Decimal(1))
    return Decimal(plain(product))
