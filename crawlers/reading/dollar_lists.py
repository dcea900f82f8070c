"""Lists of bare numbers under words that name their unit once: what one official dollar costs (元/刀, ¥/$, RMB per $)."""

from __future__ import annotations

from itertools import pairwise

from crawlers.reading.lexicon.money import NO_CENTS
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from crawlers.reading.vocabulary import CURRENCY_OF

_MOST_ROWS = 40
_REACH = 3
_HIGHEST = 100
_HIGHEST_OF_SMALL = 100_000
"""The most that a dollar of a list may cost, and of moneys without cents."""
_NUMBERS = frozenset({"bare", "group"})
_BETWEEN = frozenset("bGew:-=|()* k/,>")
_WHY = "the words above name its unit"
_TOPS_UP = ("TOPRATE", "RECHARGE", "TOPUP")


def read_dollar_lists(scene: Scene) -> None:
    """Read the numbers behind names as prices of one dollar, in the line that names that unit alone and below it."""
    if "/" not in scene.codes or not scene.products:
        return
    money: str | None = None
    left = 0
    for number, (start, end) in enumerate(scene.lines):
        unit = _unit_of(scene, start, end)
        if unit is not None:
            at, named = unit
            if money is None and not any(scene.quantities_in(at, end)):
                for above in scene.lines[max(0, number - _MOST_ROWS) : number]:
                    _read_row(scene, named, *above)
                _read_row(scene, named, start, at)
            money, left = named, _MOST_ROWS
            _read_row(scene, money, at, end)
        elif (
            money is not None and left and not any(q.kind == "swap" for q in scene.quantities_in(start, end))
        ):
            left -= 1
            _read_row(scene, money, start, end)


def _unit_of(scene: Scene, start: int, end: int) -> tuple[int, str] | None:
    """Give the money and the token after `money / dollar` that no number stands before, top-ups left aside."""
    slash = scene.codes.find("/", start + 1, end)
    while slash >= 0:
        money = CURRENCY_OF.get(scene.tokens[slash - 1].words)
        dollar = scene.codes.find("C", slash + 1, min(end, slash + 1 + _REACH))
        if (
            money not in (None, "USD")
            and dollar > 0
            and CURRENCY_OF[scene.tokens[dollar].entry] == "USD"
            and "N" not in (scene.codes[slash - 2 : slash - 1], scene.codes[dollar + 1 : dollar + 2])
            and not any(scene.has(tag, start, slash) for tag in _TOPS_UP)
        ):
            return dollar + 1, money or ""
        slash = scene.codes.find("/", slash + 1, end)
    return None


def _read_row(scene: Scene, money: str, start: int, end: int) -> None:
    """Read a row of names, each with one number behind it, or an old one and a new; other rows stay as they are."""
    row = scene.quantities_in(start, end)
    floor = start
    for at, quantity in enumerate(row):
        follows = at > 0 and scene.codes[floor : quantity.start] == ">" and quantity.kind in _NUMBERS
        if not follows and not _is_price(scene, quantity, floor, money):
            return
        floor = quantity.end
    for quantity in row:
        quantity.kind, quantity.currency, quantity.second, quantity.why = "dollar", money, None, _WHY
    for old, new in pairwise(row):
        if scene.codes[old.end : new.start] == ">":
            old.role, old.why = "previous", "the price before the change"


def _is_price(scene: Scene, quantity: Quantity, floor: int, money: str) -> bool:
    most = _HIGHEST_OF_SMALL if money in NO_CENTS else _HIGHEST
    plain = quantity.kind in _NUMBERS and not quantity.role and 0 < quantity.amount < most
    if not plain and not (quantity.kind == "money" and quantity.currency == money):
        return False
    names = scene.products_in(floor, quantity.start)
    return bool(names) and _BETWEEN.issuperset(scene.codes[names[-1].end : quantity.start])
