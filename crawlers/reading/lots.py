"""Prices of several pieces together, told from the price of one: the sum grows with the pieces, a piece's own price falls."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from crawlers.reading.figure import STEP, Quantity
from crawlers.reading.scene import Scene

_MOST_PAIRS = 40
_LEADS = "-:=e"


def pieces_of(scene: Scene, quantity: Quantity) -> Decimal | None:
    """Give how many pieces a price is of together: 1个 ¥4.9, 5个 ¥23; None for one, and for the price of each of many."""
    if not any(other.kind == "pieces" for other in scene.quantities[:_MOST_PAIRS]):
        return None
    pairs = _pairs(scene)
    own = next((count for count, price in pairs if price is quantity), None)
    if own is None or own <= 1:
        return None
    fewer = [price for count, price in pairs if count < own and price.currency == quantity.currency]
    return own if any(price.amount < quantity.amount for price in fewer) else None


def sign_steps(scene: Scene) -> None:
    """Read the bare numbers of a scale as its prices, in the money that one of them names: 1-4: 15, 5-9: 13, 10+: 11 euros."""
    prices = [
        price
        for step, price in pairwise(scene.quantities)
        if step.why == STEP
        and price.kind in ("money", "bare")
        and not scene.codes[step.end : price.start].strip(_LEADS + "Ca")
    ]
    money = {price.currency for price in prices} - {None}
    for price in prices:
        if price.kind == "bare":
            price.role, price.why = "ask", "the price of a step of a scale"
            if len(money) == 1:
                price.kind, price.currency = "money", next(iter(money))


def goes_on_scale(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a price is that of a further step of a scale, of the good that the step before it is of."""
    steps = [
        other
        for other in scene.quantities_in(max(0, quantity.start - 6), quantity.start)
        if other.why == STEP
    ]
    first = next((other for other in scene.quantities if other.why == STEP), None)
    return bool(steps) and steps[-1] is not first and not scene.products_in(steps[-1].start, quantity.start)


def _pairs(scene: Scene) -> list[tuple[Decimal, Quantity]]:
    """Give the counts of pieces and the price that follows each at once, and ends its line or part of it."""
    found = []
    for count, price in pairwise(scene.quantities[:_MOST_PAIRS]):
        if count.kind != "pieces" or price.kind not in ("money", "bare"):
            continue
        between = scene.codes[count.end : price.start]
        after = scene.codes[price.end : price.end + 1]
        if not between.strip(_LEADS) and after in ("", "n", "|", ",", ";", "."):
            found.append((count.amount, price))
    return found
