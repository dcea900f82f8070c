"""Bare numbers that are multipliers because they stand in a list of groups: `claude: 1.8`, `codex 0.125`."""

from __future__ import annotations

from crawlers.reading.naming import heading_above
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import COMMA_MARKS, Scene

_REACH = 4
_HIGHEST_LISTED = 10
_LIST_LINE = 24
_SHORT_CLAUSE = 8
_OF_GROUP = frozenset({"家", "线", "家族", "系列", "全系", "全系列", "系", "模型", "组", "series"})
_PLAIN_GROUPS = frozenset({"default", "vip", "svip", "默认组", "普通组", "特价组", "稳定组", "尊享组"})
"""Groups that are named after nobody."""
_STAYS = frozenset({"不动", "不变", "没动", "没变", "未变", "照旧"})
_LISTING = frozenset({"MULT", "GROUP", "RECHARGE"})
_ENDS = frozenset(("", "n", ",", "|", "(", ")", ";", "/", "."))
_COUNTED = frozenset("CPcps")
"""What makes a stretch one of prices, terms, pieces or seats."""


def is_listed_group(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a bare number is a group's multiplier by its list: `claude: 1.8` under groups or a recharge."""
    relay = scene.context.recharge is not None or scene.says(_LISTING)
    if not relay or not 0 < quantity.amount <= _HIGHEST_LISTED:
        return False
    start, end = _stretch_of(scene, quantity)
    if start == end or not _COUNTED.isdisjoint(scene.codes[start:end]):
        return False
    if heading_above(scene, start, end):
        return quantity.end == end and end - start <= _SHORT_CLAUSE
    if _after_dash(scene, quantity, start, end):
        return True
    before = scene.tokens[quantity.start - 1].words if quantity.start else ""
    ends = scene.codes[quantity.end : quantity.end + 1] in _ENDS or starts_at(scene, quantity)
    if before in _PLAIN_GROUPS or _under_label(scene, quantity):
        return ends
    return _follows_name(scene, quantity, start, end) and (
        ends or scene.words(quantity.end, quantity.end + 2) in _STAYS
    )


def starts_at(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether 起 follows a number at once: gpt 0.1 起."""
    return quantity.end < len(scene.tokens) and scene.tokens[quantity.end].words == "起"


def _stretch_of(scene: Scene, quantity: Quantity) -> tuple[int, int]:
    """Give the tokens that a number's name may stand in: its line or bracket; of a sentence a short clause; else nothing."""
    start, end = scene.line_of(quantity.start)
    bracket = scene.codes.rfind("(", start, quantity.start)
    if (
        bracket > start
        and ")" not in scene.codes[bracket : quantity.start]
        and scene.products_in(bracket, quantity.start)
    ):
        closed = scene.codes.find(")", quantity.end, end)
        return (bracket + 1, closed) if closed > 0 else scene.clause_of(quantity.start, COMMA_MARKS)
    if scene.has("MULT", start, quantity.start):
        return scene.clause_of(quantity.start, COMMA_MARKS)
    if end - start <= _LIST_LINE and _COUNTED.isdisjoint(scene.codes[start:end]):
        return start, end
    start, end = scene.clause_of(quantity.start, COMMA_MARKS)
    short = end - start <= _SHORT_CLAUSE and quantity.amount < 1
    return (start, end) if short and scene.products_in(start, quantity.start) else (start, start)


def _after_dash(scene: Scene, quantity: Quantity, start: int, end: int) -> bool:
    """Tell whether a dash and a multiplier end a line that names a maker: claude 官方直连 —— 1.35."""
    at = quantity.start - 1
    if quantity.end != end or at <= start or scene.codes[at] != "-":
        return False
    if scene.tokens[at].end == scene.tokens[quantity.start].start and scene.tokens[at].words == "-":
        return False
    names = scene.products_in(start, quantity.start)
    rated = scene.has("MULT") or scene.context.recharge is not None
    return rated and bool(names) and all(name.level != "plan" or name.weak for name in names)


def _follows_name(scene: Scene, quantity: Quantity, start: int, end: int) -> bool:
    """Tell whether a name stands just before a number, and the number is none of its version's."""
    names = scene.products_in(max(start, quantity.start - _REACH), quantity.start)
    if not names:
        return False
    before = quantity.start - 1
    versions = any(name.level == "model" for name in scene.products_in(start, end))
    if scene.codes[before] == "b" and versions and names[-1].level == "brand":
        return False
    return (
        scene.codes[before] in ":bG)="
        or names[-1].end == quantity.start
        or scene.tokens[before].words in _OF_GROUP
        or _ends_group_name(scene, names[-1].end, quantity.start)
    )


def _ends_group_name(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a maker's name goes on to the number by a dash: gpt-azure 0.5, claude-vertex 1.6."""
    if scene.codes[start:end] != "-w":
        return False
    return all(scene.tokens[at].start == scene.tokens[at - 1].end for at in (start, start + 1))


def _under_label(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an unknown word before a number is a group's name, as the word for groups and a colon lead the line."""
    at = quantity.start - 1
    if scene.codes[at] not in "wk" or scene.tokens[at].tags:
        return False
    places = scene.places("GROUP", scene.line_of(quantity.start)[0], quantity.start)
    return any(scene.codes[place + 1 : place + 2] == ":" for place in places)
