"""How long a price buys a good for, where the words beside it do not say."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.goods import describe, set_term
from crawlers.reading.lexicon.periods import LEADS
from crawlers.reading.pairs import Ask
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from crawlers.reading.sold import Good
from crawlers.reading.vocabulary import PERIOD_OF

_HEADING = 400
_TABLE_ROWS = 12

_CARD_LINE = 8

_SHORT_HEADING = 30
_LETTERS = {"m": "month", "y": "year", "w": "week", "d": "day", "t": "month"}
_CLAUSES = frozenset("n;.,")
_MONTH_OF_DAYS = 30
_ALL = frozenset(
    {"都是", "都", "均为", "均", "全是", "皆为", "统一", "all", "все", "всё", "усі", "todos", "todas", "alle", "tous", "toutes", "tutti", "semua", "hepsi",
     "tất", "đều", "ทั้งหมด", "모두", "すべて", "全て", "كلها", "جميعها", "همه", "सभी", "wszystkie"}
)  # fmt: skip
"""Words that say a term of all goods of the text."""


def only_term(scene: Scene, *, alone: bool) -> tuple[str, Decimal] | None:
    """Give the one month or year that the text states for all of its goods.

    What stands in the line of a priced good is its own, unless it is the one good (`alone`).
    """
    stated = {
        (quantity.start, quantity.per, quantity.amount)
        for quantity in scene.quantities
        if quantity.kind == "term" and not quantity.role and quantity.per is not None
    }
    single = (*scene.tag_positions.get("CARD", ()), *_each(scene), *_alone(scene))
    stated |= {(at, PERIOD_OF[scene.tokens[at].entry], Decimal(1)) for at in single}
    shared = {
        _long_term(per, count)
        for at, per, count in stated
        if alone or _of_all(scene, at) or not (_is_own(scene, at) or _names_one(scene, at))
    } - {None}
    return shared.pop() if len(shared) == 1 else None


def _long_term(per: str, count: Decimal) -> tuple[str, Decimal] | None:
    """Give a term that is stated for many goods at once: months and years; days are of warranties and delivery."""
    if per == "day" and count == _MONTH_OF_DAYS:
        return "month", Decimal(1)
    return (per, count) if per in ("month", "year") else None


def _each(scene: Scene) -> list[int]:
    """Give the periods that stand for all prices: 均为每月, all per month; 28/月 is of one price."""
    codes = scene.codes
    return [
        at
        for at in scene.tag_positions.get("PERIOD", ())
        if at > 1
        and codes[at - 1] == "/"
        and codes[at - 2] not in "NCK"
        and codes[at + 1 : at + 2] not in ("N", "C")
    ]


def _alone(scene: Scene) -> list[int]:
    """Give the periods that are a clause of their own: 5x — $55, 20x — $105, monthly, on your email."""
    codes = scene.codes
    return [
        at
        for at in scene.tag_positions.get("SPELT", ())
        if at and codes[at - 1] in ",;" and codes[at + 1 : at + 2] in ("", ",", ";", ".", "n")
    ]


def _is_own(scene: Scene, at: int) -> bool:
    """Tell whether a term is one good's: its price stands in the same clause, or its name in the row of a table."""
    start, end = scene.line_of(at)
    if "|" not in scene.codes[start:end] and not _between(scene, at, start, end):
        start, end = scene.clause_of(at, _CLAUSES)
    return any(q.kind in ("money", "bare") and not q.role for q in scene.quantities_in(start, end))


def _of_all(scene: Scene, at: int) -> bool:
    """Tell whether a word for all goods stands just before a term: 都是一个月, all 1 month."""
    return any(scene.tokens[place].words in _ALL for place in range(max(0, at - 2), at))


def _names_one(scene: Scene, at: int) -> bool:
    """Tell whether a term stands in the line of one of several plans: the others have not got it."""
    plans = {name.slug for name in scene.products if name.level == "plan" and name.slug}
    here = {name.slug for name in scene.products_in(*scene.line_of(at)) if name.level == "plan" and name.slug}
    return len(plans) > 1 and len(here) == 1


def _between(scene: Scene, at: int, start: int, end: int) -> bool:
    """Tell whether a term stands in its line after a name and before the first price: Plus, 1 month, own mail — $9."""
    before = [q for q in scene.quantities_in(start, at) if q.kind == "money"]
    return bool(scene.products_in(start, at)) and not before and bool(scene.quantities_in(at + 1, end))


def table_says_month(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the head of the table in which the price stands names a month."""
    start, end = scene.line_of(quantity.start)
    if scene.codes.count("|", start, end) < 2:  # noqa: PLR2004 - a row of three cells
        return False
    for _ in range(_TABLE_ROWS):
        if start == 0:
            return False
        start, end = scene.line_of(start - 1)
        if (
            scene.codes.count("|", start, end) > 1
            and not scene.quantities_in(start, end)
            and "P" in scene.codes[start:end]
        ):
            return True
    return False


def is_card_line(scene: Scene, more: Good) -> bool:
    """Tell whether the term stands in a short line of its own, as on a plan card."""
    if more.term_at is None:
        return False
    start, end = scene.line_of(more.term_at)
    return end - start <= _CARD_LINE


def suffix_term(scene: Scene, good: Good, quantity: Quantity) -> None:
    """Read the term right after or before the price: ¥95/月, $20 a month, 每月 ¥30, 月28, 88r一个月."""
    at = quantity.end
    stated = next(iter(scene.quantities_in(at, at + 1)), None)
    next_price = stated is not None and any(
        other.kind in ("money", "bare") for other in scene.quantities_in(stated.end, stated.end + 1)
    )
    if next_price and scene.quantities_in(max(0, quantity.start - 2), quantity.start):
        return  # 一个月 ¥38 三个月 ¥99: what follows is the next one's
    if stated is not None and stated.kind == "term" and not stated.role:
        set_term(good, stated.per, stated.amount, at)
        return
    term = _after(scene, at) or _before(scene, quantity.start)
    if term is not None:
        set_term(good, *term)
        good.billed = True


def _after(scene: Scene, at: int) -> tuple[str, Decimal] | None:
    """Read the period after a price: /月, /人/月, a month, 每月; not that of credit, nor of the next price."""
    codes, first = scene.codes, at
    if codes[at : at + 2] == "/s":  # ¥255/人/月
        at += 2
    if codes[at : at + 1] == "/" or (at < len(codes) and scene.tokens[at].words in LEADS):
        at += 1
    if at > first and at < len(codes) and scene.tokens[at].words in _LETTERS:
        return _LETTERS[scene.tokens[at].words], Decimal(1)  # $6/m
    count = Decimal(1)
    if codes[at : at + 2] == "NP" and at > first:
        count, at = scene.tokens[at].number or count, at + 1
    if codes[at : at + 1] != "P" or (at == first and codes[at + 1 : at + 2] == "N"):
        return None
    credit = "CREDIT" in scene.tokens[min(at + 1, len(codes) - 1)].tags
    if credit or (scene.tokens[at - 1].words == "每" and _money_follows(scene, at + 1)):
        return None
    return PERIOD_OF[scene.tokens[at].entry], count


def _before(scene: Scene, at: int) -> tuple[str, Decimal] | None:
    """Read the period before a price: 每月 ¥30, 月28, 月: 28; not that of an amount before it (600$/日 ¥88)."""
    codes = scene.codes
    at -= 1
    if codes[at : at + 1] in (":", "-", ")") and at > 0:
        at -= 1
    if at < 0 or codes[at] != "P":
        return None
    if codes[max(0, at - 2) : at] == "N-" and scene.quantities_in(at - 2, at - 1):
        return None  # 30-day $12
    each = codes[at - 1 : at] == "/" if at else False
    owner = codes[at - 2 : at - 1] if each and at > 1 else codes[at - 1 : at] if at else ""
    return None if owner in ("C", "N", "K") else (PERIOD_OF[scene.tokens[at].entry], Decimal(1))


def _money_follows(scene: Scene, at: int) -> bool:
    """Tell whether what comes every day is credit: 每日刷新 60 刀."""
    return any(quantity.kind == "money" for quantity in scene.quantities_in(at, at + 3))


def heading_term(scene: Scene, good: Good, first: Ask, *, alone: bool) -> None:
    """Take the term from the lines above the first price: of the one good, or of a short heading over a list."""
    start, end = scene.line_of(first.quantity.start)
    named = scene.products_in(start, end)  # Prices per month: Plus $6, Pro $9
    top = min(first.quantity.start, named[0].start if named else start)
    if not top or (not alone and (top > _SHORT_HEADING or good.kind not in ("account", "subscription"))):
        return
    above = describe(scene, max(0, top - _HEADING), top, first.quantity)
    left = alone and scene.has("STOCK", 0, top) and not first.quantity.term
    if above.months is None or (above.months < 1 and not left):
        return
    plans = {name.slug for name in above.products if name.level == "plan"}
    if len(plans) <= 1 and (not plans or alone or good.product in plans):
        good.months, good.period = above.months, above.period
