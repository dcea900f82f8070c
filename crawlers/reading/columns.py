"""Tables: what the head of a column makes of the numbers below it."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from crawlers.reading.vocabulary import FACTOR_OF

_MOST_ROWS = 40
_CELLS = 2
_RULE = frozenset("|:-")
_MILLION = 1_000_000
_MILLIONS = frozenset({"mtok", "mtokens", "mtoken", "百万token"})
_ROLES = (
    ("MULT", "group"),
    ("RECHARGE", "recharge"),
    ("COST", "cost"),
    ("REF", "reference"),
    ("STOCK", "stock"),
    ("WARRANTY", "warranty"),
    ("INPUT", "input"),
    ("OUTPUT", "output"),
)
_WHY = "its column is headed so"
_NUMBERS = frozenset({"bare", "money"})


def read_columns(scene: Scene) -> None:
    """Give the numbers of tables the role that their column's head names.

    A head is a row without a number; its columns hold until a line that is no row of the table. What a column of
    recharge says is kept for its row alone, in `scene.row_recharge`.
    """
    bars = "|" in scene.codes
    if not bars and not (scene.has("INPUT") and scene.has("OUTPUT")):
        return
    million = _speaks_of_millions(scene)
    heads: dict[int, str] = {}
    rows = 0
    lines = _lines(scene)
    for number, (start, end) in enumerate(lines):
        quantities = scene.quantities_in(start, end)
        ruled = number + 1 < len(lines) and _is_rule(scene, *lines[number + 1])
        head = _head_of(scene, start, end) if ruled or not quantities else {}
        if ruled:
            for quantity in quantities:
                quantity.role, quantity.why = "technical", "in a table's head"
        if head:
            heads, rows = head, 0
        elif heads and quantities and rows < _MOST_ROWS:
            rows += 1
            for place, quantity in enumerate(quantities):
                column = _column(scene, start, quantity) if bars else -1 - place
                _apply(scene, start, quantity, heads.get(column, ""), million=million)


def _lines(scene: Scene) -> list[tuple[int, int]]:
    starts = scene.line_starts
    ends = [*(start - 1 for start in starts[1:]), len(scene.tokens)]
    return list(zip(starts, ends, strict=True))


def _is_rule(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a line is only the rule under a table's head: |---|:--:|."""
    return end - start > _CELLS and set(scene.codes[start:end]) <= _RULE


def _speaks_of_millions(scene: Scene) -> bool:
    if any(FACTOR_OF.get(scene.tokens[at].entry) == _MILLION for at in scene.tag_positions.get("FACTOR", ())):
        return True
    return any(scene.tokens[at].entry in _MILLIONS for at in scene.tag_positions.get("TOKEN", ()))


def _head_of(scene: Scene, start: int, end: int) -> dict[int, str]:
    """Give the role of each column that a row without numbers heads; without bars the order of words decides."""
    if scene.codes.count("|", start, end) >= _CELLS:
        heads: dict[int, str] = {}
        for at in range(start, end):
            role = _role_at(scene, at)
            if role:
                heads.setdefault(scene.codes.count("|", start, at), role)
        return heads
    order = [role for at in range(start, end) if (role := _role_at(scene, at)) in ("input", "output")]
    return {-1 - place: role for place, role in enumerate(order)} if set(order) == {"input", "output"} else {}


def _role_at(scene: Scene, at: int) -> str:
    tags = scene.tokens[at].tags
    return next((role for tag, role in _ROLES if tag in tags), "")


def _column(scene: Scene, start: int, quantity: Quantity) -> int:
    return scene.codes.count("|", start, quantity.start)


def _apply(scene: Scene, start: int, quantity: Quantity, role: str, *, million: bool) -> None:
    if role == "group" and quantity.kind in ("bare", "group"):
        quantity.kind, quantity.why = "group", _WHY
    elif role == "recharge" and quantity.kind in (*_NUMBERS, "swap", "dollar"):
        second = quantity.second if quantity.kind == "swap" and quantity.second else Decimal(1)
        scene.row_recharge[start] = quantity.amount / second
        quantity.kind, quantity.role, quantity.why = "bare", "recharge", _WHY
    elif role in ("input", "output") and quantity.kind in _NUMBERS and million:
        if any(name.level == "model" for name in scene.products_in(start, quantity.start)):
            quantity.kind, quantity.per, quantity.direction, quantity.why = "usage", "1M_tokens", role, _WHY
    elif role in ("cost", "reference", "stock", "warranty") and quantity.kind in _NUMBERS:
        quantity.role, quantity.why = role, _WHY
