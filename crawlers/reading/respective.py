"""Prices listed once for names listed once: Claude Max 5x / 20x — 45 / 80 $."""

from __future__ import annotations

from itertools import pairwise

from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_GAP = 4
_MONEY = frozenset({"money", "bare"})
_BETWEEN_NAMES = frozenset({"/", ",", "+", "|"})


def listed_names(scene: Scene) -> dict[int, Product]:
    """Give the name of each price in lists of prices that follow a list of as many names, by the price's token.

    The sign of the money that stands once goes with all of them.
    """
    if "/" not in scene.codes or len(scene.products) < 2:  # noqa: PLR2004 - a list
        return {}
    named: dict[int, Product] = {}
    quantities = scene.quantities
    at = 0
    while at < len(quantities):
        run = _run(scene, quantities, at)
        names = _names_before(scene, run) if len(run) > 1 else []
        if names:
            _share_sign(run)
            named.update((quantity.start, name) for quantity, name in zip(run, names, strict=True))
        at += len(run)
    return named


def _run(scene: Scene, quantities: list[Quantity], at: int) -> list[Quantity]:
    """Give the prices from one on that strokes alone part."""
    run = [quantities[at]]
    for quantity in quantities[at + 1 :]:
        if quantity.kind not in _MONEY or run[-1].kind not in _MONEY or quantity.role or run[-1].role:
            break
        if scene.codes[run[-1].end : quantity.start] != "/":
            break
        run.append(quantity)
    return run


def _names_before(scene: Scene, run: list[Quantity]) -> list[Product]:
    """Give as many plans as there are prices, listed side by side just before them; none where they are not."""
    start, _ = scene.line_of(run[0].start)
    names = [name for name in scene.products_in(start, run[0].start) if name.level == "plan" and name.slug]
    chosen = names[-len(run) :]
    if len(chosen) < len(run) or run[0].start - chosen[-1].end > _GAP:
        return []
    for left, right in pairwise(chosen):
        if right.start - left.end != 1 or scene.codes[left.end] not in _BETWEEN_NAMES:
            return []
    return chosen


def _share_sign(run: list[Quantity]) -> None:
    signs = {quantity.currency for quantity in run if quantity.currency}
    if len(signs) == 1:
        for quantity in run:
            quantity.currency = next(iter(signs))
            quantity.kind = "money"
