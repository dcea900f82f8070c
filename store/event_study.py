"""What an enforcement did to the market: each metric after it against before it, less the same of what was untouched.

Pure. The effect is the median change of the touched offers less that of the untouched ones; for notices, the change
of their number a source and day. Its interval holds 95 of 100 draws with replacement of whole sources (a cluster
bootstrap with a fixed seed), for the offers of one shop move together.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median

DAYS_BEFORE, DAYS_AFTER = 7, 14
DRAWS, SEED = 2_000, 20_260_212
FEWEST_SOURCES = 3
"""With fewer sources on a side there is an effect and no interval."""
Values = Mapping[int, float]
"""What stood on each day, counted from the enforcement (-7 to 14)."""


@dataclass(frozen=True, slots=True)
class Series:
    """One offer's days, or one source's where notices are counted; `touched` says whether the enforcement meant it."""

    source: str
    touched: bool
    values: Values


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect on one metric, as a share (0.25 is a quarter more) or in notices a source and day; None where unknown."""

    metric: str
    touched: int
    untouched: int
    before: float | None
    after: float | None
    effect: float | None
    low: float | None = None
    high: float | None = None
    why: str = ""


def study(metric: str, series: Iterable[Series], *, relative: bool = True) -> Effect:
    """Measure the effect on one metric; `relative` compares shares of each offer's own value before.

    >>> day = {n: 1.0 for n in range(-7, 0)}
    >>> rose = [Series(f"s{n}", True, day | {n: 1.5 for n in range(15)}) for n in range(3)]
    >>> still = [Series(f"c{n}", False, day | {n: 1.1 for n in range(15)}) for n in range(3)]
    >>> found = study("ratio", [*rose, *still])
    >>> round(found.effect, 2), round(found.low, 2), round(found.high, 2)
    (0.4, 0.4, 0.4)
    """
    known = list(series)
    changes = {side: _by_source(known, side, relative=relative) for side in (True, False)}
    counts = {side: sum(map(len, changes[side].values())) for side in changes}
    before, after = _middle(known, range(-DAYS_BEFORE, 0)), _middle(known, range(DAYS_AFTER + 1))
    found = Effect(metric, counts[True], counts[False], before, after, None)
    if not changes[True] or not changes[False]:
        why = "nothing touched" if not changes[True] else "nothing untouched"
        return _with(found, None, (None, None), f"{why} stood on both sides of it")
    middle = median if relative else mean
    effect = middle(_all(changes[True].values())) - middle(_all(changes[False].values()))
    if min(len(changes[True]), len(changes[False])) < FEWEST_SOURCES:
        return _with(
            found, effect, (None, None), f"fewer than {FEWEST_SOURCES} sources on a side: no interval"
        )
    return _with(found, effect, _interval(changes[True], changes[False], relative=relative), "")


def _with(
    found: Effect, effect: float | None, interval: tuple[float | None, float | None], why: str
) -> Effect:
    return Effect(
        found.metric, found.touched, found.untouched, found.before, found.after, effect, *interval, why
    )


def _by_source(series: Iterable[Series], touched: bool, *, relative: bool) -> dict[str, list[float]]:  # noqa: FBT001 - one of two sides
    changes: dict[str, list[float]] = defaultdict(list)
    for one in series:
        if one.touched is touched and (change := _change(one.values, relative=relative)) is not None:
            changes[one.source].append(change)
    return dict(sorted(changes.items()))


def _change(values: Values, *, relative: bool) -> float | None:
    before = [values[day] for day in range(-DAYS_BEFORE, 0) if day in values]
    after = [values[day] for day in range(DAYS_AFTER + 1) if day in values]
    if not before or not after:
        return None
    if not relative:
        return mean(after) - mean(before)
    return median(after) / median(before) - 1 if median(before) else None


def _middle(series: Iterable[Series], days: range) -> float | None:
    found = [one.values[day] for one in series if one.touched for day in days if day in one.values]
    return median(found) if found else None


def _all(changes: Iterable[Sequence[float]]) -> list[float]:
    return [change for of_source in changes for change in of_source]


def _interval(
    touched: Mapping[str, list[float]], untouched: Mapping[str, list[float]], *, relative: bool
) -> tuple[float, float]:
    chance = random.Random(SEED)  # noqa: S311 - a statistic, and the same each time
    middle = median if relative else mean
    sides = [list(touched.values()), list(untouched.values())]
    draws = []
    for _ in range(DRAWS):
        first, second = (middle(_all(chance.choices(side, k=len(side)))) for side in sides)
        draws.append(first - second)
    draws.sort()
    return draws[DRAWS * 25 // 1000], draws[DRAWS * 975 // 1000 - 1]
