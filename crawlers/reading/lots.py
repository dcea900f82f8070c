"""Prices of several pieces together, told from the price of one: the sum grows with the pieces, a piece's own price falls."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_MOST_PAIRS = 40


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


def _pairs(scene: Scene) -> list[tuple[Decimal, Quantity]]:
    """Give the counts of pieces and the price that follows each at once, and ends its line or part of it."""
    found = []
    for count, price in pairwise(scene.quantities[:_MOST_PAIRS]):
        if count.kind != "pieces" or price.kind not in ("money", "bare"):
            continue
        between = scene.codes[count.end : price.start]
        after = scene.codes[price.end : price.end + 1]
        if not between.strip("-:=e") and after in ("", "n", "|", ",", ";", "."):
            found.append((count.amount, price))
    return found
