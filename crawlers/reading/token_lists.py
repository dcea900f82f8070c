"""Lists of token prices under one line that names their unit: what goes in, what comes out, what the cache costs."""

from __future__ import annotations

from dataclasses import dataclass

from crawlers.reading.lexicon.units import MILLIONS
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from crawlers.reading.vocabulary import CURRENCY_OF, FACTOR_OF

_MILLION = 1_000_000
_UNITS = {1_000: "1K_tokens", _MILLION: "1M_tokens"}
_MOST_ROWS = 40
_SIDE_REACH = 3
_PARTS = frozenset("|/,;:-e() ")
_NUMBERS = frozenset({"bare", "money"})
_COUNTS = frozenset({"volume", "term"})
_PRICED = _NUMBERS | {"usage"}
_SHARES = frozenset({"fraction", "percent", "share"})
_SIDES_OF_ROW = 2
_SIDES = {"in": "input", "out": "output", "вх": "input", "вых": "output"}
_WHY = "the line above names the unit of the list"


@dataclass(frozen=True, slots=True)
class _Head:
    """The unit of a list, its money, and what its columns hold, in order; None for what the cache costs."""

    per: str
    money: str | None
    sides: tuple[str | None, ...]


def read_token_lists(scene: Scene) -> None:
    """Read the bare numbers of rows that name a model as prices by tokens, under a head that says by how many."""
    positions = scene.tag_positions
    if not scene.products or not ("FACTOR" in positions or "TOKEN" in positions):
        return
    if len(scene.line_starts) == 1:
        return
    head: _Head | None = None
    left = 0
    for number, (start, end) in enumerate(scene.lines):
        found = _head_of(scene, start, end) or _head_in_row(scene, start, end)
        if found is not None:
            if head is None and not any(scene.quantities_in(end, len(scene.tokens))):
                _read_above(scene, found, number)
            head, left = found, _MOST_ROWS
        elif head is not None and left:
            left -= 1
            if not head.sides:
                sides = _sides_of(scene, start, end)
                head = (
                    _Head(head.per, head.money, sides) if sides and not _numbers(scene, start, end) else head
                )
            _read_row(scene, head, start, end)


def _read_above(scene: Scene, foot: _Head, number: int) -> None:
    """Read the rows above the line that names their unit last: 以上均为每百万 tokens 的价格."""
    for start, end in scene.lines[max(0, number - _MOST_ROWS) : number]:
        _read_row(scene, foot, start, end)


def _numbers(scene: Scene, start: int, end: int) -> list[Quantity]:
    return [quantity for quantity in scene.quantities_in(start, end) if quantity.kind not in _COUNTS]


def _head_of(scene: Scene, start: int, end: int) -> _Head | None:
    """Read a line that names how many tokens the prices below are for, and has no price itself."""
    unit = _unit_of(scene, start, end)
    if unit is None or _numbers(scene, start, end):
        return None
    return _Head(unit, next(iter(_moneys(scene, start, end)), None), _sides_of(scene, start, end))


def _head_in_row(scene: Scene, start: int, end: int) -> _Head | None:
    """Read a first row that names the unit for all below it: `opus 输入 ¥4 / 输出 ¥20（每百万 tokens）`."""
    unit = _unit_of(scene, start, end)
    row = _numbers(scene, start, end)
    models = [name for name in scene.products_in(start, end) if name.level == "model"]
    if unit is None or len(row) != _SIDES_OF_ROW or len(models) != 1:
        return None
    if any(quantity.kind not in _PRICED or quantity.role for quantity in row):
        return None
    money = row[0].currency or next(iter(_moneys(scene, start, end)), None)
    return _Head(unit, money, ("input", "output")) if _sides_of(scene, start, end) else None


def _moneys(scene: Scene, start: int, end: int) -> list[str]:
    return [CURRENCY_OF[scene.tokens[at].entry] for at in range(start, end) if scene.codes[at] == "C"]


def _unit_of(scene: Scene, start: int, end: int) -> str | None:
    """Give the unit: the figure beside the word for tokens, else a million that something is priced by."""
    for at in scene.places("TOKEN", start, end):
        if scene.tokens[at].entry in MILLIONS:
            return "1M_tokens"
        if at > start and scene.codes[at - 1] == "K":
            count = scene.tokens[at - 2].number if scene.codes[at - 2 : at - 1] == "N" else None
            return _UNITS.get(int(FACTOR_OF[scene.tokens[at - 1].entry] * (count or 1)))  # 100 万 tokens
    for at in scene.places("FACTOR", start, end):
        priced = "/" in scene.codes[max(start, at - 2) : at] or scene.has("CUR", max(start, at - 2), at + 2)
        if priced and FACTOR_OF[scene.tokens[at].entry] == _MILLION:
            return "1M_tokens"
    return None


def _sides_of(scene: Scene, start: int, end: int) -> tuple[str | None, ...]:
    """Give what the columns hold, in the order of the words that head them."""
    cells: list[tuple[str | None, bool]] = []
    bars = scene.codes.count("|", start, end) > 1
    side: str | None = None
    cached = False
    for at in range(start, end):
        if scene.codes[at] == "|" and bars:
            cells.append((side, cached))
            side, cached = None, False
            continue
        said = _side_at(scene, at)
        cached = cached or _is_cache(scene, at)
        if said is None:
            continue
        if bars or side is None:
            side = said
        else:
            cells.append((side, cached))
            side, cached = said, False
    cells.append((side, cached))
    told = tuple(None if cached else side for side, cached in cells if side or cached)
    return told if {"input", "output"} <= set(told) else ()


def _side_at(scene: Scene, at: int) -> str | None:
    token = scene.tokens[at]
    if "INPUT" in token.tags:
        return "input"
    return "output" if "OUTPUT" in token.tags else _SIDES.get(token.words)


def _is_cache(scene: Scene, at: int) -> bool:
    words = scene.tokens[at].words
    return words.startswith(("cache", "缓存", "кеш", "кэш", "кеша", "кэша")) or words.endswith("缓存")


def _read_row(scene: Scene, head: _Head, start: int, end: int) -> None:
    """Read the numbers after a model's name, where nothing but marks and the words of sides stands between them."""
    names = [name for name in scene.products_in(start, end) if name.level == "model"]
    if not names:
        return
    row = _before_share(scene.quantities_in(names[0].end, end))
    if not row or any(quantity.kind not in _NUMBERS or quantity.role for quantity in row):
        return
    floor = names[0].end
    sides: list[str | None] = []
    for quantity in row:
        said = _listed(scene, floor, quantity.start)
        if said is _STRANGE:
            return
        sides.append(said or None)
        floor = quantity.end
    told = any(sides)
    paired = not told and not head.sides and "|" not in scene.codes[start:end]
    for place, quantity in enumerate(row):
        side = sides[place]
        if not told and place < len(head.sides):
            side = head.sides[place]
        elif paired:
            side = _of_pair(scene, row, place)
        currency = quantity.currency or head.money or scene.currency or "USD"
        quantity.kind, quantity.per, quantity.currency, quantity.why = "usage", head.per, currency, _WHY
        quantity.direction = side


def _before_share(row: list[Quantity]) -> list[Quantity]:
    """Leave out the part of the official price that a row says at its end: 入 2.1 / 出 10.5，相当于官网 1 折."""
    return row[:-1] if row and row[-1].kind in _SHARES else row


_STRANGE = "?"


def _listed(scene: Scene, start: int, end: int) -> str:
    """Give the side that the words before a number say, nothing where only marks stand; `?` where anything else does."""
    side = ""
    for at in range(start, end):
        token = scene.tokens[at]
        said = _side_at(scene, at)
        if said is not None:
            side = said
        elif _is_cache(scene, at):
            side = "cache"
        elif not (
            scene.codes[at] in _PARTS
            or not token.tags.isdisjoint(_BETWEEN)
            or (side and len(token.words) <= _SIDE_REACH)
        ):
            return _STRANGE
    return side


_BETWEEN = frozenset({"OWN", "REF", "NOTRATE", "ASK", "CUR", "TOKEN"})


def _of_pair(scene: Scene, row: list[Quantity], place: int) -> str | None:
    """Read `6 / 30` as what goes in and what comes out."""
    if place + 1 < len(row) and scene.codes[row[place].end : row[place + 1].start] == "/":
        return "input"
    return "output" if place and scene.codes[row[place - 1].end : row[place].start] == "/" else None
