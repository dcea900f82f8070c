"""The official price that a row prints beside the seller's own."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene


def part_of_official(scene: Scene, quantity: Quantity, direction: str | None) -> Decimal | None:
    """Give the part of the official price beside it in its row that a price by tokens is, in the same money."""
    start, end = scene.line_of(quantity.start)
    beside = [
        other
        for other in scene.quantities_in(start, end)
        if other.role == "reference"
        and other.currency == quantity.currency
        and other.amount >= quantity.amount
        and other.kind in ("money", "usage")
        and (other.direction in (None, direction) or direction is None)
    ]
    return quantity.amount / beside[0].amount if len(beside) == 1 else None
