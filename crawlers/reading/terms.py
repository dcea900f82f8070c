"""How long a price buys a good for, where the words beside it do not say."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.goods import Good, describe, set_term
from crawlers.reading.pairs import Ask
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from crawlers.reading.vocabulary import PERIOD_OF

_HEADING = 400
_TABLE_ROWS = 12

_CARD_LINE = 8

_SHORT_HEADING = 30


def only_term(scene: Scene, *, alone: bool) -> tuple[str, Decimal] | None:
    """Give the month or year that the text states for all, where it states no other term anywhere.

    What stands in the line of a priced good is its own, unless it is the one good (`alone`).
    """
    terms = [q for q in scene.quantities if q.kind == "term" and not q.role and q.per not in (None, "hour")]
    cards = scene.tag_positions.get("CARD", ())
    if not alone and any(_is_own(scene, at) for at in (*(q.start for q in terms), *cards)):
        return None
    stated = {(q.per, q.amount) for q in terms}
    stated |= {(PERIOD_OF[scene.tokens[at].entry], Decimal(1)) for at in cards}
    if ("day", Decimal(30)) in stated:
        stated = (stated - {("day", Decimal(30))}) | {("month", Decimal(1))}
    if len(stated) != 1:
        return None
    per, count = stated.pop()
    return (per, count) if per in ("month", "year") else None


def _is_own(scene: Scene, at: int) -> bool:
    """Tell whether a term stands in the line of a good with its price."""
    start, end = scene.line_of(at)
    priced = any(q.kind in ("money", "bare") and not q.role for q in scene.quantities_in(start, end))
    return priced and bool(scene.products_in(start, end))


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
    """Read the term right after or before the price: ¥95/月, $20 a month, 每月 ¥30."""
    codes, at = scene.codes, quantity.end
    count = Decimal(1)
    if codes[at : at + 1] == "/":
        at += 1
    if at == quantity.end and codes[at : at + 2] == "NP":
        term = next(iter(scene.quantities_in(at, at + 1)), None)
        if term is not None and term.kind == "term" and not term.role:
            set_term(good, term.per, term.amount, at)
        return
    if codes[at : at + 2] == "NP" and at > quantity.end:
        count, at = scene.tokens[at].number or count, at + 1
    before = codes[max(0, quantity.start - 2) : quantity.start]
    if (
        codes[at : at + 1] == "P"
        and at > quantity.end
        and "CREDIT" not in scene.tokens[min(at + 1, len(codes) - 1)].tags
    ):
        set_term(good, PERIOD_OF[scene.tokens[at].entry], count)
    elif before == "/P":
        set_term(good, PERIOD_OF[scene.tokens[quantity.start - 1].entry], count)


def heading_term(scene: Scene, good: Good, first: Ask, *, alone: bool) -> None:
    """Take the term from the lines above the first price: of the one good, or of a short heading over a list."""
    top = min(first.start, scene.line_of(first.quantity.start)[0])
    above = describe(scene, max(0, top - _HEADING), top, first.quantity)
    if not alone and (top > _SHORT_HEADING or good.kind not in ("account", "subscription")):
        return
    if above.months is None or above.months < 1:
        return
    if len({name.slug for name in above.products if name.level == "plan"}) <= 1:
        good.months, good.period = above.months, above.period
