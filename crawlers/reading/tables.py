"""Tables and lists whose head says what every price below it buys."""

from __future__ import annotations

import re
from itertools import pairwise

from crawlers.reading.each_dollar import read_each_dollar
from crawlers.reading.lexicon.units import MILLIONS
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from crawlers.reading.vocabulary import CURRENCY_OF, FACTOR_OF

_DOLLAR_UNIT = re.compile(
    r"(?:单位|价格|单价|报价)[^\n]{0,4}[:(\s]\s?(?:元|¥|r)\s?/\s?(?:官方|官)?(?:刀|\$|美元|美金)"
)
_MOST_ROWS = 30
_MILLION = 1_000_000
_REACH = 4
_SENTENCE = frozenset("n.")
DIRECTIONS = {"INPUT": "input", "OUTPUT": "output"}
_BY_CALL = frozenset({"按次", "单次", "每次"})
_CARRIED = 9
_CHARGED = ("计", "收", "扣", "算")
_LIST_LINE = 24
_NO_COLUMN = -2
_LAST = -1
"""The column of a head without bars: the last of its line."""


def read_token_tables(scene: Scene) -> None:
    """Read `（每百万 token）` over rows of models: the money of each row is paid for a million tokens.

    A price by the call at an SMS or identity service is that service's price, not a model's.
    """
    if scene.has("TOKEN") or scene.has("INPUT"):
        _spread_heads(scene)
        _spread_pairs(scene)
    _carry_units(scene)
    if not _spread_dollar_column(scene) and _DOLLAR_UNIT.search(scene.plain) is not None:
        _read_in_dollars(scene)
    if scene.has("SERVICE"):
        for quantity in scene.quantities:
            if quantity.kind == "usage" and quantity.per == "call":
                start, end = scene.line_of(quantity.start)
                alone = not scene.has("RELAY") and not scene.products_in(start, end)
                if alone or scene.has("SERVICE", start, end):
                    quantity.kind, quantity.per = "money", None


def _read_in_dollars(scene: Scene) -> None:
    """Read the bare numbers beside names as money by the official dollar where the text says that this is their unit."""
    for quantity in scene.quantities:
        start, end = scene.line_of(quantity.start)
        if quantity.kind == "bare" and not quantity.role and scene.products_in(start, end):
            quantity.kind, quantity.currency, quantity.why = "dollar", "CNY", "the unit that the text names"


def _spread_dollar_column(scene: Scene) -> bool:
    """Read the numbers below a head `元/刀` or `₽/$` as money by the official dollar; tell whether any stands.

    Without bars the head ends its line, and the number is its line's only one.
    """
    if "C/C" not in scene.codes:
        return False
    column, money, found = _NO_COLUMN, "", False
    for start, end in scene.lines:
        row = scene.quantities_in(start, end)
        at = scene.codes.find("C/C", start, end)
        barred = "|" in scene.codes[start:end]
        if barred != (column >= 0):
            column = _NO_COLUMN
        if at >= 0 and not row:
            column, money = _dollar_head(scene, start, at, barred=barred)
        elif column == _NO_COLUMN or (column == _LAST and len(row) != 1):
            continue
        for quantity in row:
            own = column == _LAST or scene.codes.count("|", start, quantity.start) == column
            named = scene.products_in(start, quantity.start) or (
                column == _LAST and scene.has("GROUP", start, end)
            )
            if own and quantity.kind == "bare" and not quantity.role and named:
                quantity.kind, quantity.currency = "dollar", money
                quantity.why = "the unit that its column names"
                found = True
    return found


def _dollar_head(scene: Scene, start: int, at: int, *, barred: bool) -> tuple[int, str]:
    """Give the column that a head of money by the dollar stands over, and its money."""
    money, divisor = (CURRENCY_OF[scene.tokens[place].entry] for place in (at, at + 2))
    if divisor != "USD" or money == "USD":
        return _NO_COLUMN, ""
    if barred:
        return scene.codes.count("|", start, at), money
    ends = not scene.codes[at + 3 : scene.line_of(at)[1]].strip("):;")
    return (_LAST if ends else _NO_COLUMN), money


def _spread_heads(scene: Scene) -> None:
    left = 0
    money: str | None = None
    for start, end in scene.lines:
        if _is_head(scene, start, end):
            left = _MOST_ROWS
            money = _money_of(scene, start, end)
        elif _names_million(scene, start, end):
            _spread_sides(scene, start, end)
        elif left:
            left -= 1
            row = scene.quantities_in(start, end)
            _sign_sides(scene, row, money)
            _spread(scene, row, start, end)


def _money_of(scene: Scene, start: int, end: int) -> str | None:
    """Give the money that a head names: ¥/百万 tokens."""
    return next(
        (CURRENCY_OF[scene.tokens[at].entry] for at in range(start, end) if scene.codes[at] == "C"), None
    )


def _sign_sides(scene: Scene, row: list[Quantity], money: str | None) -> None:
    """Read `入 0.8 出 4` under a head that names the money: what goes in and what comes out."""
    for quantity in row:
        before = scene.token_tags(quantity.start - 1) if quantity.start else frozenset()
        if money and quantity.kind == "bare" and before & DIRECTIONS.keys():
            quantity.kind, quantity.currency = "money", money


def _is_head(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a line without a price of its own speaks of a million tokens."""
    if any(quantity.kind in ("money", "usage") for quantity in scene.quantities_in(start, end)):
        return False
    return _names_million(scene, start, end) and (
        scene.has("TOKEN", start, end) or scene.has("INPUT", start, end)
    )


def _names_million(scene: Scene, start: int, end: int) -> bool:
    if any(
        FACTOR_OF.get(scene.tokens[at].entry) == _MILLION
        for at in range(start, end)
        if scene.codes[at] == "K"
    ):
        return True
    return any(scene.tokens[at].entry in MILLIONS for at in range(start, end))


def _spread_sides(scene: Scene, start: int, end: int) -> None:
    """Read `$0.60 in / $4.80 out per 1M tokens`: the unit stands once for both sides."""
    for quantity in scene.quantities_in(start, end):
        if quantity.kind != "money" or quantity.end >= len(scene.tokens):
            continue
        words = {
            scene.tokens[quantity.end].words,
            scene.tokens[quantity.start - 1].words if quantity.start else "",
        }
        tags = scene.tokens[quantity.end].tags | (
            scene.tokens[quantity.start - 1].tags if quantity.start else frozenset()
        )
        if words & {"in", "out"} or tags & {"INPUT", "OUTPUT"}:
            quantity.kind, quantity.per, quantity.why = (
                "usage",
                "1M_tokens",
                "the line says per million tokens",
            )
            if words & {"in", "out"}:
                quantity.direction = "input" if "in" in words else "output"


def _carry_units(scene: Scene) -> None:
    """Read the second price of a sentence in the unit of the first: $0.22 per $1 on Claude, $0.06 on Codex."""
    _spread_calls(scene)
    _spread_dollars(scene)
    read_each_dollar(scene)
    for first, second in pairwise(scene.quantities):
        between = scene.codes[first.end : second.start]
        after = scene.codes[second.end : second.end + 1]
        if _lists_alike(scene, first, second):
            second.kind, second.per, second.why = first.kind, first.per, "in the unit of the line before"
            continue
        if first.kind not in ("dollar", "usage") or second.kind != "money" or after in ("/", "P", "C"):
            continue
        if "WAS" in scene.token_tags(second.start - 1):
            second.role, second.why = "previous", "the value before a change"
        if first.currency != second.currency or "n" in between or len(between) > _CARRIED:
            continue
        if "." in between and first.kind != "dollar":
            continue
        if (
            scene.products_in(first.end, second.end + _REACH)
            and "b" in between + scene.codes[second.end : second.end + _REACH]
        ):
            second.kind, second.per, second.why = first.kind, first.per, "in the unit of the price before"


def _lists_alike(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Tell whether a bare price ends its line under one in dollars: gpt-std unchanged at $0.06."""
    if first.kind != "dollar" or second.kind != "money" or first.currency != second.currency or second.term:
        return False
    start, end = scene.line_of(second.start)
    small = second.amount < 1 and scene.codes[second.end : second.end + 1] in ("", "n", "(")
    plain = not any(code in "CPcps/" for code in scene.codes[start : second.start - 1])
    return (
        small
        and plain
        and first.end < start
        and bool(scene.products_in(start, second.start))
        and end - start < _LIST_LINE
    )


def _spread_dollars(scene: Scene) -> None:
    """Read `each 1 dollar of official usage: GPT only 0.15, Claude only 0.4`: the line is of prices of one dollar."""
    for one in scene.quantities:
        if one.kind != "money" or one.currency != "USD" or one.amount != 1 or not one.start:
            continue
        led = scene.codes[one.start - 1] == "/" and scene.has("REF", one.end, one.end + _REACH)
        official = led or scene.has("REF", one.end, one.end + 1) or scene.has("REF", one.start - 1, one.start)
        if not official or "=" in scene.codes[one.end : one.end + _REACH]:
            continue
        _, end = scene.clause_of(one.end, _SENTENCE)
        for price in scene.quantities_in(one.end, end):
            if price.kind == "money" and price.currency != "USD":
                price.kind, price.role, price.why = "dollar", "ask", "the words say for each official dollar"
        one.role, one.why = "technical", "the dollar that the prices of its line are for"


def _spread_calls(scene: Scene) -> None:
    """Read `按张计费：1K 0.06元，2K 0.1元`: the line is of prices by the call."""
    for quantity in scene.quantities:
        if quantity.kind == "money" and quantity.start and scene.tokens[quantity.start - 1].words in _BY_CALL:
            quantity.kind, quantity.per, quantity.why = "usage", "call", "the words say per call"
    for at in scene.tag_positions.get("CALL", ()):
        after = scene.tokens[at + 1].words if at + 1 < len(scene.tokens) else ""
        if not at or not scene.tokens[at - 1].words.endswith(("按", "每")) or not after.startswith(_CHARGED):
            continue
        _, end = scene.line_of(at)
        for quantity in scene.quantities_in(at, end):
            if quantity.kind == "money" and not quantity.role and quantity.currency:
                quantity.kind, quantity.per, quantity.why = "usage", "call", "the line says by the call"


def _spread_pairs(scene: Scene) -> None:
    """Read `$1.2 / $6 per MTok`: what goes in, then what comes out."""
    for first, second in pairwise(scene.quantities):
        if first.kind != "money" or second.kind != "usage" or second.per != "1M_tokens":
            continue
        if scene.codes[first.end : second.start] == "/":
            first.kind, first.per, first.why = "usage", "1M_tokens", "the unit stands once for both sides"
            first.direction, second.direction = "input", "output"


def _spread(scene: Scene, row: list[Quantity], start: int, end: int) -> None:
    if not any(name.level == "model" for name in scene.products_in(start, end)):
        return
    for quantity in row:
        if quantity.kind == "money":
            quantity.kind, quantity.per, quantity.why = (
                "usage",
                "1M_tokens",
                "the table's head says per million tokens",
            )


def direction_of(scene: Scene, quantity: Quantity, earlier: int) -> str | None:
    """Say whether a price by tokens is for what goes in or what comes out: by its words, else by its column.

    `earlier` counts the prices of the same row before it.
    """
    start, end = scene.line_of(quantity.start)
    inside = range(quantity.start, quantity.end)
    before = range(quantity.start - 1, max(start, quantity.start - _REACH) - 1, -1)
    after = range(quantity.end, min(end, quantity.end + 2))
    first = next((other.start for other in scene.quantities_in(start, end) if other.kind == "usage"), start)
    leads = any(scene.has(tag, start, first) for tag in DIRECTIONS)
    for at in (*inside, *before, *after) if leads else (*inside, *after, *before):
        for tag, direction in DIRECTIONS.items():
            if tag in scene.tokens[at].tags:
                return direction
    if scene.codes.count("|", start, quantity.start) and scene.has("OUTPUT"):
        return ("input", "output")[earlier] if earlier < 2 else None  # noqa: PLR2004 - two columns have a known order
    return None
