"""Tables whose columns are headed by makers or plans: | Seller | Claude | GPT |."""

from __future__ import annotations

from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_LEAST = 2
_MOST_ROWS = 40
_HIGHEST_GROUP = 10
_CELL = frozenset("beRG()-:* ")
"""What a cell holds that only names: signs, brackets and the word for a multiplier beside the name."""
_RATED = frozenset({"MULT", "GROUP", "RECHARGE"})


def read_named_columns(scene: Scene) -> None:
    """Keep for each number of such a table whose it is, in `scene.column_names`; bare ones of makers are multipliers."""
    if len(scene.products) < _LEAST or scene.codes.count("|") <= _LEAST:
        return
    columns: dict[int, Product] = {}
    left = 0
    for start, end in scene.lines:
        if "|" not in scene.codes[start:end]:
            columns = {}
            continue
        row = scene.quantities_in(start, end)
        if not row:
            columns = _columns_of(scene, start, end) or columns
            left = _MOST_ROWS
        elif columns and left:
            left -= 1
            for quantity in row:
                name = columns.get(scene.codes.count("|", start, quantity.start))
                if name is not None and not scene.products_in(start, quantity.start):
                    _set_name(scene, quantity, name)


def _columns_of(scene: Scene, start: int, end: int) -> dict[int, Product]:
    """Give the names of the columns whose head is a name alone; nothing where fewer than two are."""
    found: dict[int, Product] = {}
    for name in scene.products_in(start, end):
        left = scene.codes.rfind("|", start, name.start) + 1
        right = scene.codes.find("|", name.end, end)
        cell = scene.codes[max(left, start) : right if right >= 0 else end]
        if _CELL.issuperset(cell):
            found[scene.codes.count("|", start, name.start)] = name
    return found if len(found) >= _LEAST else {}


def _set_name(scene: Scene, quantity: Quantity, name: Product) -> None:
    scene.column_names[quantity.start] = name
    if quantity.kind != "bare" or quantity.role:
        return
    if name.level == "plan":
        quantity.role, quantity.why = "ask", "its column is headed by a plan"
    elif 0 < quantity.amount <= _HIGHEST_GROUP and (scene.context.recharge is not None or scene.says(_RATED)):
        quantity.kind, quantity.second, quantity.why = (
            "group",
            quantity.amount,
            "its column is headed by a maker",
        )
