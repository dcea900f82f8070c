"""Prices of several pieces together, told from the price of one."""

from __future__ import annotations

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene


def is_lot(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a line is of several pieces and their price together: 5 pcs 430$."""
    start, end = scene.line_of(quantity.start)
    row = scene.quantities_in(start, end)
    if len(row) != 2 or row[1] is not quantity or row[0].kind != "pieces" or row[0].amount <= 1:  # noqa: PLR2004 - pieces, price
        return False
    if scene.codes[row[0].end : quantity.start].strip("-:=e") or quantity.end != end:
        return False
    single = [
        other.amount / (scene.quantities_in(*scene.line_of(other.start))[0].amount or 1)
        for other in scene.quantities
        if other.kind == "money" and other.currency == quantity.currency and other.end <= start
        and scene.quantities_in(*scene.line_of(other.start))[0].kind == "pieces"
    ]  # fmt: skip
    return bool(single) and quantity.amount > single[0]
