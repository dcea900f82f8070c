"""Tables: what the head of a column makes of the numbers below it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from crawlers.reading.lexicon.units import MILLIONS
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from crawlers.reading.vocabulary import FACTOR_OF, PERIOD_OF

_MOST_ROWS = 40
_CELLS = 2
_RULE = frozenset("|:-")
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Head:
    """What a column's head says: the role of its numbers, or the term that its prices are for."""

    role: str = ""
    term: tuple[str, Decimal] | None = None


_NO_HEAD = Head()
_ROLES = (
    ("CREDIT", "face"),
    ("FACEWORD", "face"),
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
    if not bars and not (scene.has("INPUT") and scene.has("OUTPUT")) and "P/P" not in scene.codes:
        return
    million = _speaks_of_millions(scene)
    heads: dict[int, Head] = {}
    rows, barred = 0, False
    lines = scene.lines
    for number, (start, end) in enumerate(lines):
        quantities = scene.quantities_in(start, end)
        ruled = number + 1 < len(lines) and _is_rule(scene, *lines[number + 1])
        head = _head_of(scene, start, end) if ruled or all(q.kind == "term" for q in quantities) else {}
        if ruled:
            for quantity in quantities:
                quantity.role, quantity.why = "technical", "in a table's head"
        if head:
            heads, rows = head, 0
            barred = "|" in scene.codes[start:end]
        elif heads and barred and "|" not in scene.codes[start:end]:
            heads = {}  # a shop's title: Plus | 1 month | own mail
        elif heads and quantities and rows < _MOST_ROWS:
            rows += 1
            _read_row(scene, start, quantities, heads, million=million)


def _read_row(
    scene: Scene, start: int, quantities: list[Quantity], heads: dict[int, Head], *, million: bool
) -> None:
    for place, quantity in enumerate(quantities):
        head = heads.get(_column(scene, start, quantity) if "|" in scene.codes else -1 - place, _NO_HEAD)
        if head.term is not None:
            _set_term(quantity, head)
        else:
            _apply(scene, start, quantity, head.role, million=million)


def _is_rule(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a line is only the rule under a table's head: |---|:--:|."""
    return end - start > _CELLS and set(scene.codes[start:end]) <= _RULE


def _speaks_of_millions(scene: Scene) -> bool:
    if any(FACTOR_OF.get(scene.tokens[at].entry) == _MILLION for at in scene.tag_positions.get("FACTOR", ())):
        return True
    return any(scene.tokens[at].entry in MILLIONS for at in scene.tag_positions.get("TOKEN", ()))


def _head_of(scene: Scene, start: int, end: int) -> dict[int, Head]:
    """Give the role of each column that a row without numbers heads; without bars the order of words decides."""
    if scene.codes.count("|", start, end) >= _CELLS:
        heads: dict[int, Head] = {}
        for at in range(start, end):
            head = _term_at(scene, at) or Head(_role_at(scene, at))
            if head != _NO_HEAD:
                column = scene.codes.count("|", start, at)
                heads[column] = _joined(heads.get(column, _NO_HEAD), head)
        return heads
    order = [role for at in range(start, end) if (role := _role_at(scene, at)) in ("input", "output")]
    if set(order) == {"input", "output"}:
        return {-1 - place: Head(role) for place, role in enumerate(order)}
    terms = [term for at in range(start, end) if (term := _term_at(scene, at)) is not None]
    return {-1 - place: term for place, term in enumerate(terms)} if _lists_terms(scene, start, end) else {}


def _lists_terms(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a line lists terms: 天/周/月."""
    return "P/P" in scene.codes[start:end].replace("c", "P") and "C" not in scene.codes[start:end]


def _joined(first: Head, second: Head) -> Head:
    """Join what two words of one head say: 每日 and 额度 are credit that comes every day."""
    return Head(first.role or second.role, first.term or second.term)


def _term_at(scene: Scene, at: int) -> Head | None:
    """Read a term in a table's head: 1 month, 月付, price per month."""
    if scene.codes[at] not in "Pc":
        return None
    count = scene.tokens[at - 1].number if scene.codes[at - 1 : at] == "N" else None
    return Head("", (PERIOD_OF[scene.tokens[at].entry], count or Decimal(1)))


def _set_term(quantity: Quantity, head: Head) -> None:
    """Give a price the term of its column, or credit how often it comes."""
    if quantity.kind not in _NUMBERS or quantity.role:
        return
    quantity.term, quantity.why = head.term, _WHY
    if head.role in ("face", "stock", "warranty"):
        quantity.role = head.role
    elif quantity.kind == "bare":
        quantity.role = "ask"


def _role_at(scene: Scene, at: int) -> str:
    tags = scene.tokens[at].tags
    return next((role for tag, role in _ROLES if tag in tags), "")


def _column(scene: Scene, start: int, quantity: Quantity) -> int:
    return scene.codes.count("|", start, quantity.start)


def _apply(scene: Scene, start: int, quantity: Quantity, role: str, *, million: bool) -> None:
    if role in ("face", "stock", "warranty") and quantity.kind == "group":
        quantity.role, quantity.why = "technical", _WHY
    if role == "group" and quantity.kind in ("bare", "group"):
        quantity.kind, quantity.why = "group", _WHY
    elif role == "recharge" and quantity.kind in (*_NUMBERS, "swap", "dollar"):
        second = quantity.second if quantity.kind == "swap" and quantity.second else Decimal(1)
        scene.row_recharge[start] = quantity.amount / second
        quantity.kind, quantity.role, quantity.why = "bare", "recharge", _WHY
    elif role in ("input", "output") and quantity.kind in _NUMBERS and million:
        if any(name.level == "model" for name in scene.products_in(start, quantity.start)):
            quantity.kind, quantity.per, quantity.direction, quantity.why = "usage", "1M_tokens", role, _WHY
    elif (role == "face" and quantity.currency == "USD") or (
        role in ("cost", "reference", "stock", "warranty") and quantity.kind in (*_NUMBERS, "usage")
    ):
        quantity.role, quantity.why = role, _WHY
