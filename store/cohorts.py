"""Batches that offers advertise, beside a provider's sign-ups as counts, and how much more often they were banned.

A lift is a ratio of two shares: banned of the cohort by banned of all other sign-ups of the provider. Its interval is
Katz's on the logarithm ("Obtaining Confidence Intervals for the Risk Ratio in Cohort Studies", Biometrics 34, 1978).
Both the interval and p are widened for the number of comparisons made at once (Dunn, "Multiple Comparisons Among
Means", JASA 56, 1961), so that 95 in 100 lists hold no false interval. A cohort is a count of 20 or more and never
names accounts; it links nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import exp, log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from store.cohort_tables import CohortCount
from store.columns import Utc
from store.import_batches import table_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

FEWEST = 20
"""No count of fewer customers comes in or goes out."""
_LEVEL = 0.05
_HALF = 0.5
"""Added to each count where one is 0, so that the interval exists (Haldane 1956)."""
_YEAR, _MONTH = len("2026"), len("2026-05")
Spread = tuple[float, float]
"""The logarithm of a lift, and its standard error."""
_count = table_of(CohortCount)

_ADVERTISED = """
SELECT provider, product, batch, mail_class, region, count(*) AS offers, count(DISTINCT source || ' ' || seller) AS sellers,
       max(observed_at) AS seen_at
FROM batch_claims
WHERE provider IS NOT NULL AND (batch IS NOT NULL OR mail_class IS NOT NULL OR region IS NOT NULL)
GROUP BY provider, product, batch, mail_class, region ORDER BY 1, 2, 3, 4, 5
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many customers of one make signed up on a day, and how many were banned since."""

    day: date
    plan: str
    country: str
    mail_class: str
    sign_ups: int
    banned: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """A batch as offers advertise it, with its lift; every figure is None, with `why`, where it cannot be computed.

    `rate` and `base` are shares banned, of the cohort and of all others; `p` is corrected for `comparisons`.
    """

    provider: str
    product: str | None
    batch: str | None
    mail_class: str | None
    region: str | None
    offers: int
    sellers: int
    sign_ups: int | None = None
    rate: float | None = None
    base: float | None = None
    lift: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    comparisons: int = 0
    why: str = ""


def month_of(batch: str, seen: date) -> str | None:
    """Give the year, or year and month, that a batch names; a month without a year is the last such one when seen.

    >>> month_of("2026-05", date(2026, 7, 1)), month_of("--05", date(2026, 3, 1)), month_of("month-old", date(2026, 3, 1))
    ('2026-05', '2025-05', None)
    """
    if batch.startswith("--"):
        month = int(batch.removeprefix("--"))
        return f"{seen.year if month <= seen.month else seen.year - 1}-{month:02}"
    return batch if len(batch) in (_YEAR, _MONTH) and batch[:_YEAR].isdigit() else None


def find_cohorts(connection: Connection) -> list[Cohort]:
    """Give every batch that offers on sale advertise, each with its lift where the counts allow one."""
    rows = connection.execute(text(_ADVERTISED).columns(seen_at=Utc())).all()
    cells: dict[str, list[Cell]] = {}
    for row in connection.execute(select(_count)):
        cell = Cell(row.day, row.plan, row.country, row.mail_class, row.sign_ups, row.banned)
        cells.setdefault(row.provider, []).append(cell)
    compared = []
    for row in rows:
        bare = Cohort(
            row.provider, row.product, row.batch, row.mail_class, row.region, row.offers, row.sellers
        )
        compared.append(_compare(bare, row.seen_at, cells.get(row.provider, [])))
    many = sum(spread is not None for _, spread in compared)
    return [one if spread is None else _widen(one, spread, many) for one, spread in compared]


def _compare(cohort: Cohort, seen: datetime, cells: Sequence[Cell]) -> tuple[Cohort, Spread | None]:
    """Lay one batch beside the counts, with the logarithm of its lift; the number of comparisons decides the rest."""
    if not cells:
        return replace(
            cohort, why="no sign-ups are known of this provider: `cohorts import` brings them in"
        ), None
    month = month_of(cohort.batch, seen.date()) if cohort.batch else ""
    if month is None:
        return replace(cohort, why="the batch names no month"), None
    asked = {
        "plan": cohort.product or "",
        "country": cohort.region or "",
        "mail_class": cohort.mail_class or "",
    }
    for name, value in asked.items():
        if value and not any(getattr(cell, name) for cell in cells):
            return replace(cohort, why=f"the sign-ups are not told by {name}"), None
    mine = [
        cell for cell in cells
        if str(cell.day).startswith(month) and all(not value or getattr(cell, name) == value for name, value in asked.items())
    ]  # fmt: skip
    if not mine or len(mine) == len(cells):
        return replace(
            cohort, why="nobody signed up so, or the cells are suppressed" if not mine else "all signed up so"
        ), None
    ours, all_of = _sum(mine), _sum(cells)
    rest = all_of[0] - ours[0], all_of[1] - ours[1]
    rate, base = ours[1] / ours[0], rest[1] / rest[0]
    if base == 0:
        return replace(
            cohort, sign_ups=ours[0], rate=rate, base=base, why="none of the others was banned"
        ), None
    told = replace(cohort, sign_ups=ours[0], rate=rate, base=base, lift=rate / base)
    return told, _spread(ours, rest)


def _sum(cells: Iterable[Cell]) -> tuple[int, int]:
    known = list(cells)
    return sum(cell.sign_ups for cell in known), sum(cell.banned for cell in known)


def _spread(ours: tuple[int, int], rest: tuple[int, int]) -> Spread:
    add = _HALF if 0 in (ours[1], rest[1]) or ours[0] == ours[1] else 0.0
    of_ours, of_rest = ours[1] + add, rest[1] + add
    middle = log(of_ours / (ours[0] + add)) - log(of_rest / (rest[0] + add))
    return middle, sqrt(1 / of_ours - 1 / (ours[0] + add) + 1 / of_rest - 1 / (rest[0] + add))


def _widen(cohort: Cohort, spread: Spread, many: int) -> Cohort:
    """Give the interval that holds for all comparisons at once, and p corrected likewise."""
    middle, error = spread
    z = NormalDist().inv_cdf(1 - _LEVEL / (2 * many))
    alone = 2 * (1 - NormalDist().cdf(abs(middle) / error)) if error else 1.0
    ends = exp(middle - z * error), exp(middle + z * error)
    return replace(cohort, low=ends[0], high=ends[1], p=min(1.0, alone * many), comparisons=many)
