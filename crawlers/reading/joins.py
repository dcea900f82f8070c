"""Figures that words join: what is paid and what is received, and the groups of a list."""

from __future__ import annotations

from itertools import pairwise

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_REACH = 6
_HIGHEST_GROUP = 10
_NAME_REACH = 4
_LEAST_GROUPS = 2
_TOPS_UP = frozenset({"RECHARGE", "CREDIT", "GROUP", "MULT", "RELAY"})
_STEP = 4
_FIRST = 100
"""Numbers among which a group is looked for."""
_REACHES = frozenset({"到", "得", "到账", "实到", "给", "送到", "变"})
_TURNS = frozenset({"充", "冲", "换", "兑", "可兑", "可换", "能换", "能充", "可充", "充得", "变成"})
_PAYS = frozenset({"bare", "money"})
_PLAIN = frozenset({"bare", "group"})
_FROM = frozenset(
    [
        "from",
        "с",
        "со",
        "из",
        "від",
        "з",
        "от",
        "từ",
        "dari",
        "von",
        "vom",
        "de",
        "du",
        "da",
        "dal",
        "desde",
        "z",
        "ze",
        "od",
        "من",
        "از",
        "จาก",
    ]
)
_TO = frozenset(
    [
        "to",
        "до",
        "к",
        "на",
        "xuống",
        "lên",
        "còn",
        "ke",
        "jadi",
        "menjadi",
        "hingga",
        "auf",
        "zu",
        "a",
        "à",
        "al",
        "até",
        "para",
        "hasta",
        "na",
        "do",
        "إلى",
        "الى",
        "به",
        "เหลือ",
        "เป็น",
    ]
)
_THENCE = frozenset({"から", "에서", "den", "dan", "ten", "tan"})
"""Endings that say `from`: 0.8倍から0.6倍に, 0.8배에서, 0,8'den."""
_BECAME = {"变"}
_ENDS = frozenset(("", "n", ",", "|", "(", ")", ";", ".", "w", "e", "/"))


def join_swaps(scene: Scene) -> None:
    """Read `pay 10 TL, 4 USD reach your account` as an equation of money and dollars."""
    if len(scene.quantities) < 2 or not scene.says(_TOPS_UP):  # noqa: PLR2004 - two sides
        return
    joined: set[int] = set()
    _sign_top_ups(scene)
    for paid, got in pairwise(scene.quantities):
        if id(paid) not in joined and _are_sides(scene, paid, got):
            paid.kind, paid.why, paid.second, paid.second_currency = (
                "swap",
                "words join them",
                got.amount,
                got.currency,
            )
            paid.end = got.end
            joined.add(id(got))
    if joined:
        scene.quantities = [quantity for quantity in scene.quantities if id(quantity) not in joined]
        scene.quantity_starts = [quantity.start for quantity in scene.quantities]


def mark_changes_in_words(scene: Scene) -> None:
    """Read `снизили с 1,4 до 1,1`, `giảm từ 0.8x xuống 0.65x`: a group's old multiplier, then its new one."""
    for old, new in pairwise(scene.quantities):
        if old.kind not in _PLAIN or new.kind not in _PLAIN or not 0 < new.start - old.end <= _STEP:
            continue
        if max(old.amount, new.amount) > _HIGHEST_GROUP or not _goes_from_to(scene, old, new):
            continue
        start, end = scene.clause_of(old.start)
        if "group" in (old.kind, new.kind) or scene.has("GROUP", start, end) or scene.has("MULT", start, end):
            for quantity in (old, new):
                quantity.kind, quantity.second, quantity.why = (
                    "group",
                    quantity.amount,
                    "a change told in words",
                )
            old.role, old.why = "previous", "the value before a change"


def _goes_from_to(scene: Scene, old: Quantity, new: Quantity) -> bool:
    """Tell whether `from` stands before the first figure and `to` before the second, or case endings say so."""
    between = {token.words for token in scene.tokens[old.end : new.start]}
    if between & _THENCE or between == _BECAME:
        return True
    before = {token.words for token in scene.tokens[max(0, old.start - 2) : old.start]}
    return bool(before & _FROM) and bool(between & _TO)


def _sign_top_ups(scene: Scene) -> None:
    """Read lines of `50 → 100刀` and of `$1,000 → $430` under words of credit: what is paid, and the dollars for it.

    Two such lines at least make a list; what goes in stands first unless it is the greater.
    """
    if not scene.says(_TOPS_UP) or not (">" in scene.codes or scene.has("RECHARGE")):
        return
    rows = [
        (first, second)
        for first, second in pairwise(scene.quantities)
        if _becomes(scene, first, second)
        and _opens_line(scene, first.start)
        and _PAYS.issuperset((first.kind, second.kind))
        and ("USD" in (first.currency, second.currency) or first.currency is second.currency is None)
    ]
    local = scene.currency if scene.currency != "USD" else None
    if len(rows) < _LEAST_GROUPS:
        return
    for first, second in rows:
        paid, got = first, second
        if first.currency == "USD" and (second.currency not in (None, "USD") or first.amount > second.amount):
            paid, got = second, first
        if first.currency is second.currency is None:
            got.kind, got.currency = "money", "USD"
        if got.kind != "money" or (paid.kind == "bare" and (local is None or paid.amount > got.amount)):
            continue
        paid.kind, paid.currency = "money", paid.currency or local
        paid.role, paid.why = "ask", "what is paid in"
        got.role, got.why = "face", "what is received"


def _becomes(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Tell whether an arrow, or the word for what reaches the account, alone stands between two figures: 充 30 到 33."""
    if scene.codes[first.end : second.start] == ">":
        return first.currency is not None or second.currency is not None
    topped = first.start and "RECHARGE" in scene.token_tags(first.start - 1)
    return bool(topped) and scene.words(first.end, second.start) in _REACHES


def _opens_line(scene: Scene, at: int) -> bool:
    """Tell whether nothing but marks, and the word for topping up, stands before a figure in its line."""
    start, _ = scene.line_of(at)
    at -= at > start and "RECHARGE" in scene.token_tags(at - 1)
    return not scene.codes[start:at].strip("e-*|+#C")


def _are_sides(scene: Scene, paid: Quantity, got: Quantity) -> bool:
    between = scene.codes[paid.end : got.start]
    if (not between and _states_rate(scene, paid, got)) or _turns_into(scene, paid, got):
        return True
    if paid.kind != "money" or got.kind != "money" or not 0 < len(between) <= _REACH or "n" in between:
        return False
    if "USD" not in (paid.currency, got.currency) or not paid.amount or not got.amount or "b" in between:
        return False
    if scene.has("BONUS", paid.start - 2 if paid.start > 1 else 0, got.start):
        return False
    if paid.currency == got.currency:
        change = between.strip("w") == ">" and scene.has("EQUALS")
        return got.amount > paid.amount and ("=" in between or change) and scene.has("CREDIT")
    return ("=" in between or between == "Z") and (got.currency == "USD" or paid.amount == 1)


def _turns_into(scene: Scene, paid: Quantity, got: Quantity) -> bool:
    """Tell whether one word turns money into dollars: 0.5 元充 1 美元, 3 元换 10 刀, 充一块到一刀, 0.3 充 1 刀."""
    between = scene.words(paid.end, got.start)
    if got.currency != "USD" or got.kind != "money" or paid.kind not in _PAYS or paid.currency == "USD":
        return False
    if not paid.amount or not got.amount:
        return False
    topped = paid.start > 0 and "RECHARGE" in scene.token_tags(paid.start - 1)
    return between in _TURNS or (topped and between in _REACHES)


def _states_rate(scene: Scene, paid: Quantity, got: Quantity) -> bool:
    """Tell whether money and dollars side by side are the rate of a station with groups: 充值：5 块 10 刀."""
    if paid.kind != "money" or got.kind != "money" or got.currency != "USD" or paid.currency in (None, "USD"):
        return False
    led = scene.has("TOPRATE", max(0, paid.start - 2), paid.start)
    return led and any(quantity.kind == "group" for quantity in scene.quantities[:_FIRST])


def adopt_groups(scene: Scene) -> None:
    """Read `gemini 0.5` in a list of groups as one more of them, where others carry a sign or a change."""
    groups = [
        quantity for quantity in scene.quantities if quantity.kind == "group" and quantity.role != "technical"
    ]
    rated = scene.context.recharge is not None or any(
        q.kind == "swap" or (q.kind == "dollar" and scene.has("TOPRATE")) for q in scene.quantities
    )
    if len(groups) < _LEAST_GROUPS and not (groups and rated):
        return
    for quantity in scene.quantities:
        if quantity.kind == "bare" and not quantity.role and _is_group(scene, quantity):
            quantity.kind, quantity.why, quantity.second = (
                "group",
                "one more of the groups listed",
                quantity.amount,
            )


def _is_group(scene: Scene, quantity: Quantity) -> bool:
    if not 0 < quantity.amount <= _HIGHEST_GROUP or scene.codes[quantity.end : quantity.end + 1] not in _ENDS:
        return False
    start, end = scene.line_of(quantity.start)
    names = scene.products_in(start, quantity.start)
    if not names or scene.quantities_in(names[-1].end, quantity.start):
        return False
    if names[-1].end == quantity.start and names[-1].level == "brand" and len(names) > 1:
        return False  # Gemini 3.5 Flash, Grok Build 0.1
    between = scene.codes[names[-1].end : quantity.start]
    if between[-1:] == "-" and scene.tokens[quantity.start - 1].end == scene.tokens[quantity.start].start:
        return False  # cc-max-1.8 is a group's name
    led = scene.codes[names[-1].end] == ":" and len(scene.quantities_in(start, end)) == 1
    return led or (
        len(between) <= _NAME_REACH
        and not set(between) & set("CPcpst;." if quantity.amount < 1 else "CPcpst,;.")
    )
