"""What a site dollar costs, by the equations that state it."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_ONE = Decimal(1)


def sides(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Give the money and the dollars of an equation, in that order."""
    if quantity.currency == "USD" and quantity.second_currency != "USD":
        return quantity.second, quantity.amount
    return quantity.amount, quantity.second


def recharge_of(scene: Scene, quantity: Quantity) -> tuple[Decimal, str] | None:
    """Give what one site dollar costs by an equation (1:1, 0.4元=1刀, 4元换10美金), and in which money."""
    left, right = quantity.amount, quantity.second or Decimal(0)
    currency, other = quantity.currency, quantity.second_currency
    if currency == "USD" and other != "USD":
        left, right, currency, other = right, left, other, currency
    if right <= 0 or left <= 0 or other not in ("USD", None):
        return None
    if currency is None and other is None:
        start, end = scene.clause_of(quantity.start)
        if scene.has("MULT", max(start, quantity.start - 3), quantity.start) or not (
            scene.has("RECHARGE", start, end) or (scene.has("RELAY") and _ONE in (left, right))
        ):
            return None
    if currency not in (None, "CNY", "USDT") and other is None:
        return None
    return left / right, currency or scene.currency or "CNY"
