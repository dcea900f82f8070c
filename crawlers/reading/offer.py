"""The offers that a text makes, each with the numbers that could have been its price and why one won."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from crawlers.reading.context import Context
from crawlers.reading.owners import Rate
from crawlers.reading.priced import read_priced
from crawlers.reading.quantity import Quantity
from crawlers.reading.rates import Rates
from crawlers.reading.recharge import sides
from crawlers.reading.role_tables import COUNTS, WHY
from crawlers.reading.roles import assign_roles
from crawlers.reading.sale import sells
from crawlers.reading.scene import Scene
from crawlers.reading.script import language_of_money
from crawlers.reading.stated import with_stated
from crawlers.reading.text import Text
from crawlers.reading.unpriced import read_bonus, read_unpriced
from store.records import Candidate, Money, Offer

_MOST_CANDIDATES = 12
_UNPRICED = frozenset({"FREE", "SELLS", "NEWCOMER"})
"""Words without which a text that has no price offers nothing."""
_SHAPES = {
    "money": "a number with its currency", "bare": "a number where prices stand", "group": "a multiplier mark beside it",
    "dollar": "money for one official dollar", "fraction": "折: the part of the list price that is paid",
    "percent": "a percentage of the list price", "usage": "money by tokens or calls", "term": "a length of time",
    "swap": "an equation of money and dollars", "seats": "people who share", "records": "records of a dataset",
    "pieces": "a count of pieces", "volume": "a count of tokens", "uses": "a count of calls",
}  # fmt: skip


def read_offers(text: Text, context: Context) -> tuple[Offer, ...]:
    """Read what a text sells; empty where it sells nothing. Offsets are those of the original text."""
    plain = text.plain
    scene = Scene(plain, context, language_of_money(plain))
    unpriced = scene.says(_UNPRICED)
    if not unpriced and all(quantity.kind in COUNTS for quantity in scene.quantities):
        return ()
    assign_roles(scene)
    rates = Rates(scene)
    found = rates.read()
    priced = read_priced(scene, found)
    found = [rate for rate in found if not _only_compares(scene, rate, priced)] + priced
    _set_recharge_of_card(found)
    found = _with_credit(scene, rates, found) or read_bonus(scene)
    if found or unpriced:
        found = [*_without_coupons(found), *read_unpriced(scene, found)]
    if not found or not sells(scene, found):
        return ()
    found.sort(key=lambda rate: rate.offer.start or 0)
    with_stated(scene, found)
    return tuple(_finished(text, scene, rate) for rate in found)


def _only_compares(scene: Scene, rate: Rate, priced: list[Rate]) -> bool:
    """Tell whether a fraction only says how a price of its line compares: ¥880, 65% of the official price."""
    offer = rate.offer
    if offer.fraction is None or offer.price is not None or offer.coupon:
        return False
    line = scene.line_of(rate.used[0].start)
    return any(
        other.offer.kind in ("account", "subscription") and offer.provider in (None, other.offer.provider)
        and scene.line_of(other.used[0].start) == line
        for other in priced
    )  # fmt: skip


def _with_credit(scene: Scene, rates: Rates, found: list[Rate]) -> list[Rate]:
    """Add the site's own credit where a recharge is stated and nothing says what calls cost of it."""
    quantity = rates.recharge_at
    if quantity is None or rates.recharge is None:
        return found
    if any(_says_what_calls_cost(rate.offer) or quantity in rate.used for rate in found):
        return found
    names = scene.provider()
    paid, dollars = sides(quantity)
    single = dollars is None or paid is None or Decimal(1) in (paid, dollars)
    offer = Offer(
        kind="credit", provider=names, per="usd_credit" if single else "pack",
        price=Money(rates.recharge if single or paid is None else paid, rates.recharge_currency),
        face_value=None if single or dollars is None else Money(dollars, "USD"),
        recharge=rates.recharge, recharge_currency=rates.recharge_currency, start=quantity.start, end=quantity.end,
    )  # fmt: skip
    return [*found, Rate(offer, [quantity], named=bool(names))]


def _says_what_calls_cost(offer: Offer) -> bool:
    """Tell whether a relay's group, part of the official price or price of a dollar is on offer."""
    rated = offer.group is not None or offer.fraction is not None
    return offer.kind == "relay" and rated and not offer.coupon


def _set_recharge_of_card(found: list[Rate]) -> None:
    """Let the one card of a text say what its groups' dollars cost: ¥20 for 20刀 is 1:1."""
    packs = [
        rate.offer
        for rate in found
        if rate.offer.kind == "credit" and rate.offer.price and rate.offer.face_value
    ]
    groups = [rate for rate in found if rate.offer.group is not None and rate.offer.price is None]
    if len(packs) != 1 or not groups or any(rate.offer.recharge for rate in groups):
        return
    price, face = packs[0].price, packs[0].face_value
    if price is None or face is None or face.currency != "USD" or price.currency == "USD":
        return
    for rate in groups:
        rate.offer = replace(
            rate.offer, recharge=price.amount / face.amount, recharge_currency=price.currency
        )


def _without_coupons(found: list[Rate]) -> list[Rate]:
    """Leave coupons out where anything has a real price; one coupon is enough where nothing has."""
    real = [rate for rate in found if not rate.offer.coupon]
    if any(rate.offer.price or rate.offer.fraction or rate.offer.group for rate in real):
        return real
    coupons = [rate for rate in found if rate.offer.coupon]
    return [*real, *coupons[:1]]


def _finished(text: Text, scene: Scene, rate: Rate) -> Offer:
    offer = rate.offer
    if offer.start is None or offer.end is None or not scene.tokens:
        return offer
    candidates = _candidates(text, scene, rate)  # counts in tokens, as start and end still do here
    start, end = _span(text, scene, offer.start, offer.end)
    # The offer is nobody else's yet: to copy its thirty fields would cost as much as a tenth of the reading.
    object.__setattr__(offer, "start", start)
    object.__setattr__(offer, "end", end)
    object.__setattr__(offer, "candidates", candidates)
    return offer


def _span(text: Text, scene: Scene, start: int, end: int) -> tuple[int, int]:
    last = max(start, end - 1)
    return text.span(scene.tokens[start].start, scene.tokens[last].end)


def _candidates(text: Text, scene: Scene, rate: Rate) -> tuple[Candidate, ...]:
    """Give the numbers of the offer's lines, the nearest dozen, with what each was read as."""
    if not scene.quantities:
        return ()
    first, _ = scene.line_of(rate.offer.start or 0)
    _, last = scene.line_of(rate.used[-1].end - 1 if rate.used else rate.offer.end or 0)
    used = {id(quantity) for quantity in rate.used}
    near = scene.quantities_in(first, last)[:_MOST_CANDIDATES]
    shown = {id(quantity) for quantity in near}
    known = [*near, *(quantity for quantity in rate.used if id(quantity) not in shown)]
    return tuple(_candidate(text, scene, quantity, won=id(quantity) in used) for quantity in known)


def _candidate(text: Text, scene: Scene, quantity: Quantity, *, won: bool) -> Candidate:
    start, end = _span(text, scene, quantity.start, quantity.end)
    reading = quantity.kind if not quantity.role else f"{quantity.kind}, {quantity.role}"
    return Candidate(
        text.original[start:end],
        start,
        end,
        reading,
        won,
        quantity.why or WHY.get(quantity.role) or _SHAPES.get(quantity.kind, ""),
    )
