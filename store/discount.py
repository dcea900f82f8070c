"""What an offer is worth: its effective price as a fraction of the provider's list price, or null and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from store.records import SITE_CREDIT, Money, Offer, rounded

DOLLARS = ("USD", SITE_CREDIT)
_ONE = Decimal(1)
_RATIO_PLACES = 4
_THOUSAND = Decimal(1000)
_WHOLE_PLANS = ("account", "subscription")
_MOST = Decimal(5)
"""A ratio above it comes from misread words or a trap price, for nobody resells at five times the list price."""
_EFFORTS = ("-thinking", "-nothinking", "-minimal", "-low", "-medium", "-high", "-xhigh", "-max", "-latest")


@dataclass(frozen=True, slots=True)
class RegionalPrice:
    """A plan's price for a month in one region, and the channel by which it is sold there: web, ios or google."""

    price: Money
    channel: str


@dataclass(frozen=True)
class PriceBook:
    """List prices of the plans for one month and of models for a million tokens, and units of each currency per 1 USD.

    `plans` are the prices of the web in the US, to which ratios refer. `models` is keyed by the model's slug and the
    direction of the tokens, `regional` by the plan's slug and the region.
    """

    version: str
    plans: Mapping[str, Money] = field(default_factory=dict)
    fx: Mapping[str, Decimal] = field(default_factory=dict)
    models: Mapping[tuple[str, str], Money] = field(default_factory=dict)
    regional: Mapping[tuple[str, str], RegionalPrice] = field(default_factory=dict)

    def with_rates(self, fx: Mapping[str, Decimal]) -> PriceBook:
        """Give the same book with these rates over its own."""
        return replace(self, fx={**self.fx, **fx}) if fx else self


def _dollars(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


FIXED_BOOK = PriceBook(
    version="fixed-1",
    plans={
        "claude-pro": _dollars("20"),
        "claude-max-5x": _dollars("100"),
        "claude-max-20x": _dollars("200"),
        "chatgpt-plus": _dollars("20"),
        "chatgpt-pro": _dollars("200"),
        "chatgpt-team": _dollars("30"),
        "gemini-advanced": _dollars("19.99"),
        "supergrok": _dollars("30"),
        "cursor-pro": _dollars("20"),
    },
    fx={"USD": _ONE},
)
"""The book of `read`: the list prices of the label format; rates come from a text's context alone."""


@dataclass(frozen=True, slots=True)
class Valuation:
    """`ratio` to four places, or None; `reason` in words; `path` names the rule that decided."""

    ratio: Decimal | None
    reason: str
    path: str


def _null(path: str, reason: str) -> Valuation:
    return Valuation(None, reason, path)


def in_dollars(money: Money, book: PriceBook) -> Decimal | None:
    """Give an amount in US dollars at the book's rate, None where it has none."""
    rate = book.fx.get(money.currency)
    return money.amount / rate if rate else None


def _of_list(cost: Decimal, base: Decimal, reason: str, path: str) -> Valuation:
    if base <= 0:
        return _null(path, "the value received is nothing")
    ratio = rounded(cost / base, _RATIO_PLACES)
    return Valuation(ratio, reason, path)


def list_value(offer: Offer, book: PriceBook) -> Money | None:
    """Give the list value of what one buyer receives: the plan for its term, shared between the stated seats.

    None where the book has no such plan, or where the share or the term is not known.
    """
    plan = book.plans.get(offer.product or "")
    if plan is None or offer.kind not in _WHOLE_PLANS or offer.no_ratio:
        return None
    whole_seat = offer.product == "chatgpt-team"
    if offer.kind == "subscription" and not whole_seat and (not offer.seats or not offer.equal_split):
        return None
    months = offer.months if offer.months is not None else _ONE
    if months < 1 or (offer.seats and offer.months is not None and months > 12):  # noqa: PLR2004 - longer is no list term
        return None
    seats = offer.seats if offer.seats and offer.equal_split and not whole_seat else 1
    pieces = (offer.quota_periods if offer.kind == "account" and not offer.face_value else None) or _ONE
    return Money(plan.amount * months * pieces / seats, plan.currency)


def face_value(offer: Offer, book: PriceBook) -> Money | None:
    """Give what the buyer receives for the price: the credit of all periods, or the plan's list value in cents."""
    if offer.face_value is not None and offer.kind != "account":
        periods = offer.quota_periods or _ONE
        return Money(offer.face_value.amount * periods, offer.face_value.currency)
    listed = list_value(offer, book) if offer.price is not None else None
    return None if listed is None else Money(rounded(listed.amount, 2), listed.currency)


def _value_per_dollar(offer: Offer, book: PriceBook) -> Valuation:
    assert offer.price is not None
    if offer.price.currency == SITE_CREDIT:
        return _null("site-credit", "the price is in site dollars and no recharge is known")
    cost = in_dollars(offer.price, book)
    if cost is None:
        return _null("per-dollar", f"no rate for {offer.price.currency}")
    return _of_list(cost, _ONE, "price of one official dollar over the rate", "per-dollar")


def _value_group(offer: Offer, book: PriceBook) -> Valuation:
    assert offer.group is not None
    if offer.recharge is None:
        return _null("group", "a group multiplier without a recharge ratio")
    cost = in_dollars(Money(offer.recharge * offer.group, offer.recharge_currency), book)
    if cost is None:
        return _null("group", f"no rate for {offer.recharge_currency}")
    return _of_list(cost, _ONE, "recharge x group multiplier over the rate", "group")


def _value_pack(offer: Offer, book: PriceBook) -> Valuation:
    assert offer.price is not None
    assert offer.face_value is not None
    cost = in_dollars(offer.price, book)
    face = offer.face_value
    base = face.amount if face.currency in DOLLARS else in_dollars(face, book)
    if cost is None or base is None:
        missing = offer.price.currency if cost is None else face.currency
        return _null("face-value", f"no rate for {missing}")
    base *= offer.quota_periods or _ONE
    return _of_list(cost, base, "price over the credit received", "face-value")


def _value_plan(offer: Offer, book: PriceBook) -> Valuation:
    assert offer.price is not None
    base = list_value(offer, book)
    cost = in_dollars(offer.price, book)
    if base is None:
        return _null("plan", "no list price for this plan, its term, or an unknown share of it")
    if cost is None:
        return _null("plan", f"no rate for {offer.price.currency}")
    whole = in_dollars(base, book)
    return _of_list(cost, whole or Decimal(0), "price over the plan's list price", "plan")


def model_price(offer: Offer, book: PriceBook) -> Money | None:
    """Give the list price of a million tokens of an offer's model in its direction.

    An effort that is chosen by the model's name costs no more a token; None where book or words do not say.
    """
    name = offer.product or ""
    for slug in (name, *(name.removesuffix(effort) for effort in _EFFORTS if name.endswith(effort))):
        found = book.models.get((slug, offer.direction or ""))
        if found is not None:
            return found
    return None


def _value_usage(offer: Offer, book: PriceBook) -> Valuation:
    assert offer.price is not None
    listed = model_price(offer, book)
    if offer.per == "call" or listed is None:
        return _null("usage", "prices by token or call are not compared without a list price of the model")
    if offer.price.currency == SITE_CREDIT:
        return _null("usage", "a price in site dollars, before the group's multiplier and the recharge")
    cost = in_dollars(offer.price, book)
    base = in_dollars(listed, book)
    if cost is None or base is None:
        return _null("usage", f"no rate for {offer.price.currency if cost is None else listed.currency}")
    tokens = _THOUSAND if offer.per == "1K_tokens" else _ONE
    return _of_list(cost * tokens, base, "price over the model's list price", "usage")


def _value_recharge(offer: Offer, book: PriceBook) -> Valuation:
    assert offer.recharge is not None
    cost = in_dollars(Money(offer.recharge, offer.recharge_currency), book)
    if cost is None:
        return _null("recharge", f"no rate for {offer.recharge_currency}")
    return _of_list(cost, _ONE, "money paid for one site dollar over the rate", "recharge")


def _refusal(offer: Offer) -> Valuation | None:
    if offer.coupon:
        return _null("coupon", "a discount on the seller's own price says nothing of the list price")
    if offer.no_ratio:
        return _null("words", offer.no_ratio)
    if offer.kind in ("free", "service", "dataset"):
        return _null("kind", f"a {offer.kind} offer has no list price")
    return None


def value(offer: Offer, book: PriceBook) -> Valuation:
    """Give what the offer costs as a fraction of the list price, four places; rules of the label format.

    What the text states of one official dollar wins over group and recharge, that over a stated fraction. A ratio
    that cannot be (nothing, below it, or above 5) is none.
    """
    found = _refusal(offer) or _value_stated(offer, book)
    doubt = implausible(found.ratio)
    return _null("implausible", doubt) if doubt else found


def implausible(ratio: Decimal | None) -> str:
    """Say why a ratio cannot be; empty where it can.

    >>> implausible(Decimal("0.28")), implausible(Decimal(-1)), implausible(Decimal("735.2941"))
    ('', 'a ratio of -1 is not plausible', 'a ratio of 735.3 is not plausible')
    """
    return "" if ratio is None or 0 < ratio <= _MOST else f"a ratio of {ratio or 0:.4g} is not plausible"


def _value_stated(offer: Offer, book: PriceBook) -> Valuation:
    if offer.price is not None and offer.per == "usd_credit":
        return _value_per_dollar(offer, book)
    if offer.fraction is not None:
        return Valuation(rounded(offer.fraction, _RATIO_PLACES), "the text states the fraction", "fraction")
    if offer.group is not None and offer.kind == "relay" and offer.price is None:
        return _value_group(offer, book)
    return _value_priced(offer, book)


def _value_priced(offer: Offer, book: PriceBook) -> Valuation:
    if offer.price is None:
        if offer.kind == "credit" and offer.recharge is not None:
            return _value_recharge(offer, book)
        return _null("price", "no price is stated")
    if offer.per in ("1M_tokens", "1K_tokens", "call"):
        return _value_usage(offer, book)
    if offer.kind in _WHOLE_PLANS and offer.product in book.plans:
        return _value_plan(offer, book)
    if offer.face_value is not None and offer.kind in ("credit", "api_key", "subscription", "relay"):
        return _value_pack(offer, book)
    return _null("base", "nothing says what the list price of this would be")
