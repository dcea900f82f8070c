"""The week's page in Markdown, from its figures. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from store.records import plain, rounded

if TYPE_CHECKING:
    from store.weekly.figures import Figures, Wave


def page_of(figures: Figures, *, whole: bool = True) -> str:
    """Write the page, of a week that is not `whole` as so far; equal figures give equal bytes."""
    return "\n".join(_lines(figures, whole=whole)) + "\n"


def _lines(figures: Figures, *, whole: bool) -> Iterator[str]:
    one = figures
    yield f"# Resale of AI access, week {one.week}"
    yield ""
    so_far = "" if whole else " The week is not over: these are the figures so far."
    yield f"{one.first_day} to {one.last_day}, UTC.{so_far} A link is a claim with evidence, not a verdict on a person."
    yield ""
    yield "## The market"
    yield ""
    yield (
        f"- Read this week: {one.fresh} of {one.sources} sources, on {one.watched_hosts} of the {one.known_hosts} hosts"
        " that sources, lists and shops name."
    )
    if not one.fresh:
        yield "- Nothing was read: what follows stands as it stood before."
    yield f"- Offers on sale at the end: {one.offers}, {one.offers_before} the week before; {one.came} came, {one.went} went."
    yield f"- Median price: {_median(one.median)}, {_percent(one.median_before)} the week before."
    if one.products:
        yield ""
        yield "| product | offers | median of list | the week before | lowest |"
        yield "|---|---:|---:|---:|---:|"
        for row in one.products:
            cells = (_percent(row.ratio), _percent(row.before), _percent(row.lowest))
            yield f"| {row.product} | {row.offers} | {' | '.join(cells)} |"
    yield ""
    yield "## Links"
    yield ""
    yield f"- Active claims at the end: {one.claims_active}; new {one.claims_new}, retracted {one.claims_retracted}."
    yield f"- Confirmed by two people: {one.confirmed}."
    done = ", ".join(f"{action} {count}" for action, count in one.actions) or "none"
    yield f"- Actions that receivers told of this week: {done}. {_overturned(one)}"
    yield from _stock(one)
    yield from _waves(one.waves)


def _median(share: str | None) -> str:
    return (
        "unknown, no offer has a share of a list price"
        if share is None
        else f"{_percent(share)} of the list price"
    )


def _stock(figures: Figures) -> Iterator[str]:
    yield ""
    yield "## What the stock on sale may cost"
    yield ""
    if not figures.stock:
        yield "No offer with a stock has a share of a list price."
    for row in figures.stock:
        goods = "good" if row.goods == 1 else "goods"
        stated = (
            "" if row.stated_usd == row.high_usd else f"; {_dollars(row.stated_usd)} as every shop states it"
        )
        yield f"- {row.provider}: {_dollars(row.low_usd)} to {_dollars(row.high_usd)} in {row.goods} {goods}{stated}."
    if len(figures.stock) > 1:
        least, most = (
            sum(map(int, found))
            for found in zip(*((row.low_usd, row.high_usd) for row in figures.stock), strict=True)
        )
        yield f"- All: {_dollars(str(least))} to {_dollars(str(most))}."
    if figures.stock:
        yield ""
        yield "Goods of one text count once, for agents show one supplier's stock. From what the sellers ask less than the"
        yield "list price, to all of the list price, where none of it reaches the provider; no loss until it is sold."


def _waves(waves: tuple[Wave, ...]) -> Iterator[str]:
    yield ""
    yield "## Enforcement"
    yield ""
    if not waves:
        yield "No ban wave within the two weeks before."
    for one in waves:
        effect = "unknown" if one.effect is None else _signed(one.metric, one.effect)
        between = ""
        if one.low is not None and one.high is not None:
            between = f" ({_signed(one.metric, one.low)} to {_signed(one.metric, one.high)})"
        why = f": {one.why}" if one.why else ""
        yield f"- {one.at}, {one.provider}, {one.scope}: {one.metric} {effect}{between}{why}"


def _overturned(figures: Figures) -> str:
    if not figures.judged:
        return "No outcome is known to date."
    rate = _percent(plain(Decimal(figures.overturned) / figures.judged))
    return f"Overturned {figures.overturned} of {figures.judged} with an outcome to date ({rate})."


def _percent(share: str | None) -> str:
    """Write a share in per cent.

    >>> _percent("0.1234"), _percent(None)
    ('12.3 %', 'unknown')
    """
    return "unknown" if share is None else f"{plain(rounded(Decimal(share) * 100, 1))} %"


def _signed(metric: str, effect: str) -> str:
    number = Decimal(effect)
    if metric == "ban notices":
        return f"{number:+} a source and day"
    return f"{rounded(number * 100, 1):+} %"


def _dollars(amount: str) -> str:
    return f"${int(amount):,}"
