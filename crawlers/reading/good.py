"""A shop's good whose price stands in a field of its own: the words say what it is, never what it costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from crawlers.reading.context import Context
from crawlers.reading.goods import describe
from crawlers.reading.number import is_placeholder
from crawlers.reading.rates import Rates
from crawlers.reading.roles import assign_roles
from crawlers.reading.scene import Scene
from crawlers.reading.script import language_of_money
from crawlers.reading.sold import Good, is_own_plan, is_owner, kind_of, per_of, why_no_ratio
from crawlers.reading.stated import stated_of
from crawlers.reading.terms import suffix_term
from crawlers.reading.text import normalise
from store.records import Money, Offer

_OWN_TERMS = frozenset({"relay"})
_REMEMBERED = 500
"""Characters of a good's words up to which what they say is kept for the next shop that says the same."""


def read_good(title: str, text: str, quote: Offer, context: Context) -> Offer | None:
    """Complete a quoted price with what the title, then the description, says is sold.

    None where the words name nothing of this market, where the title is of a deposit, a price difference or an Apple
    ID, or where the price is a placeholder. What the quote states stands.
    """
    if quote.price is not None and is_placeholder(quote.price.amount):
        return None
    if context.fx or len(title) + len(text) > _REMEMBERED:
        return _read_good(title, text, quote, context)[0]
    known = (context.language, context.currency, context.place)
    unpriced = quote if quote.price is None else replace(quote, price=None)
    found, amounts = _remembered(title, text, unpriced, context.recharge, context.observed, *known)
    if quote.price is None or (found is None and quote.price.amount not in amounts):
        return found
    if found is None or found.kind == "dataset" or quote.price.amount in amounts:
        return _read_good(title, text, quote, context)[0]
    return replace(found, price=quote.price)


# Shops of one supplier sell the same goods in the same words, each at its own price.
@lru_cache(maxsize=8192)
def _remembered(
    title: str, text: str, quote: Offer, recharge: Decimal | None, observed: date | None, *known: str | None
) -> tuple[Offer | None, frozenset[Decimal]]:
    language, currency, place = known
    context = Context(recharge, observed, language=language, currency=currency, place=place)
    return _read_good(title, text, quote, context)


def _read_good(
    title: str, text: str, quote: Offer, context: Context
) -> tuple[Offer | None, frozenset[Decimal]]:
    """Read a good, and the amounts in its title: only a price that is one of them changes what its words say."""
    plain = normalise(title).plain
    scene = Scene(plain, context, language_of_money(plain))
    amounts = frozenset(one.amount for one in scene.quantities)
    if _is_beside(scene):
        return None, amounts
    good = _described(scene, quote)
    if good.kind is None and text and "UNRELATED" not in good.tags:
        plain = normalise(f"{title}\n{text}").plain
        scene = Scene(plain, context, scene.language)
        good = describe(scene, 0, len(scene.tokens))
    if good.kind is None:
        return None, amounts
    return stated_of(scene, _complete(quote, good)), amounts


def _described(scene: Scene, quote: Offer) -> Good:
    """Read what a title says of a good, its own price and its groups left aside."""
    assign_roles(scene)
    if scene.has("MULT") and scene.has("CREDIT"):
        Rates(scene).read()  # 20刀卡 codex 0.14倍率: the name is its group's
    good = describe(scene, 0, len(scene.tokens))
    if good.months is None and quote.price is not None:
        for quantity in scene.quantities:
            if quantity.kind in ("money", "bare") and quantity.amount == quote.price.amount:
                suffix_term(scene, good, quantity)
        good.kind = kind_of(good) if good.billed else good.kind
    if good.face is None and good.kind in (None, "credit", "api_key"):
        _read_face(scene, good, quote)
    return good


def _read_face(scene: Scene, good: Good, quote: Offer) -> None:
    """Read credit in the money of its price (余额¥100), or by what a payment becomes (充200R到账400刀)."""
    for quantity in scene.quantities:
        near = max(0, quantity.start - 1), min(len(scene.tokens), quantity.end + 1)
        if (
            quantity.kind == "swap"
            and quantity.second
            and quantity.second_currency == "USD" != quantity.currency
        ):
            good.face = Money(quantity.second, "USD")
            good.kind = good.kind or "credit"
        elif quantity.kind == "money" and quantity.currency and scene.has("CREDIT", *near):
            face = Money(quantity.amount, quantity.currency)
            good.face = good.face or (face if face != quote.price else None)


def _is_beside(scene: Scene) -> bool:
    """Tell whether a title is of a part of a price, or of an Apple ID named before what it is good for."""
    if scene.has("EXTRA"):
        return True
    first = scene.tag_positions.get("APPLEID")
    if not first or (scene.products and scene.products[0].start < first[0]):
        return False
    return not scene.has("ACCOUNT", first[0] + 1, first[0] + 2)


def _complete(quote: Offer, good: Good) -> Offer:
    kind = quote.kind if quote.kind in _OWN_TERMS and good.kind == "credit" else good.kind or quote.kind
    return replace(
        quote,
        kind=kind,
        provider=quote.provider or good.provider,
        product=quote.product or (None if is_own_plan(good) and kind == "subscription" else good.product),
        per=quote.per or per_of(good),
        face_value=quote.face_value or (good.face if kind in ("credit", "api_key", "subscription") else None),
        quota_periods=quote.quota_periods or good.quota_periods,
        seats=quote.seats or (None if is_owner(good) else good.seats),
        no_ratio=quote.no_ratio or why_no_ratio(good),
        equal_split=quote.equal_split or good.seats is not None,
        months=quote.months if quote.months is not None else good.months,
    )
