"""The figures of one week, from rows: what stood, what it cost, who was linked, what an enforcement did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, bindparam, select, text

from store.claim_states import OVERTURNED, read_outcomes, read_said
from store.columns import Utc
from store.enforcement_effect import measure
from store.event_study import DAYS_AFTER
from store.hosts import host_of
from store.judgement_tables import PAIR
from store.receivers.actions import JUDGES_NEEDED
from store.records import plain, rounded
from store.schema import TABLES
from store.weekly.standing import Standing, find_standing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from store.event_study import Effect
    from store.weekly.span import Week

_FEWEST = 3
"""Offers of a product that its median needs: fewer are one seller's whim."""
_MOST = 15
_FRESH = """
SELECT DISTINCT source FROM run WHERE verdict IN ('ok', 'empty') AND finished_at >= :start AND finished_at < :end
"""
_MOVED = """
SELECT sum(CASE WHEN from_at >= :start AND from_at < :end THEN 1 ELSE 0 END) AS came,
       sum(CASE WHEN until_at >= :start AND until_at < :end THEN 1 ELSE 0 END) AS went FROM presence
"""


@dataclass(frozen=True, slots=True)
class Median:
    """One product's offers at the week's end: how many, their median share of the list price, and the week before's."""

    product: str
    offers: int
    ratio: str
    before: str | None
    lowest: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What the stock on sale may cost a provider, in whole US dollars, goods of one text counted once.

    `low_usd` is what the sellers ask less than the list price, `high_usd` all of the list price, `stated_usd` the list
    price of the stock as every shop states it, one supplier's as often as it is shown.
    """

    provider: str
    low_usd: str
    high_usd: str
    stated_usd: str
    goods: int


@dataclass(frozen=True, slots=True)
class Wave:
    """One enforcement and what it did to one metric (event study with control), as shares; None where unknown."""

    at: str
    provider: str
    scope: str
    metric: str
    effect: str | None
    low: str | None
    high: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that a week's page says."""

    week: str
    first_day: str
    last_day: str
    sources: int
    fresh: int
    known_hosts: int
    watched_hosts: int
    offers: int
    offers_before: int
    came: int
    went: int
    median: str | None
    median_before: str | None
    products: tuple[Median, ...]
    claims_active: int
    claims_new: int
    claims_retracted: int
    confirmed: int
    """Links that two people stood by at the week's end."""
    actions: tuple[tuple[str, int], ...]
    """What receivers did this week, by action."""
    judged: int
    overturned: int
    """Of the actions whose outcome was known at the end: all of them, and those overturned."""
    stock: tuple[Stock, ...]
    waves: tuple[Wave, ...]


def find_figures(connection: Connection, week: Week) -> Figures:
    """Count and measure one week; money and shares are exact, as texts."""
    now = list(find_standing(connection, week.end))
    before = list(find_standing(connection, week.start))
    moved = connection.execute(text(_MOVED).bindparams(*_bounds(week))).one()
    known, watched, sources, fresh = _coverage(connection, week)
    active, new, retracted = _claims(connection, week)
    return Figures(
        week.name, str(week.start.date()), str((week.end - timedelta(days=1)).date()), sources, fresh, known, watched,
        len(now), len(before), int(moved.came or 0), int(moved.went or 0), _median(now), _median(before),
        tuple(_products(now, before)), active, new, retracted, _confirmed(connection, week), *_outcomes(connection, week),
        tuple(_stock(now)), tuple(_waves(connection, week)),
    )  # fmt: skip


def _bounds(week: Week) -> tuple[BindParameter[datetime], BindParameter[datetime]]:
    return bindparam("start", week.start, type_=Utc()), bindparam("end", week.end, type_=Utc())


def _share(ratio: Decimal) -> str:
    return plain(rounded(ratio, 4))


def _median(offers: Iterable[Standing]) -> str | None:
    ratios = [one.ratio for one in offers if one.ratio]
    return _share(median(ratios)) if ratios else None


def _products(now: Iterable[Standing], before: Iterable[Standing]) -> list[Median]:
    found, former = _by_product(now), _by_product(before)
    rows = [
        Median(
            product, len(ratios), _share(median(ratios)),
            _share(median(former[product])) if len(former.get(product, ())) >= _FEWEST else None, _share(min(ratios)),
        )
        for product, ratios in found.items()
        if len(ratios) >= _FEWEST
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-row.offers, row.product))[:_MOST]


def _by_product(offers: Iterable[Standing]) -> dict[str, list[Decimal]]:
    found: dict[str, list[Decimal]] = defaultdict(list)
    for one in offers:
        if one.product and one.ratio:
            found[one.product].append(one.ratio)
    return found


def _coverage(connection: Connection, week: Week) -> tuple[int, int, int, int]:
    """Count hosts that anything named by the end, those of them read this week, sources by then, and those read."""
    source, hint = TABLES["source"], TABLES["hint"]
    fresh = set(connection.execute(text(_FRESH).bindparams(*_bounds(week))).scalars())
    told = select(source.c.name, source.c.url).where(source.c.added_at < week.end)
    hosts = {row.name: _host(row.url) for row in connection.execute(told)}
    named = connection.execute(select(hint.c.url).where(hint.c.first_seen_at < week.end)).scalars()
    known = {host for host in (*hosts.values(), *map(_host, named)) if host}
    watched = {hosts[name] for name in fresh if name in hosts}
    return len(known), len(watched - {""}), len(hosts), len(fresh & hosts.keys())


def _host(url: str) -> str:
    return host_of(url).removeprefix("www.")


def _claims(connection: Connection, week: Week) -> tuple[int, int, int]:
    claim = TABLES["claim"]
    query = select(claim.c.status, claim.c.first_linked_at, claim.c.last_change)
    active = new = retracted = 0
    for status, first, last in connection.execute(query.where(claim.c.first_linked_at < week.end)):
        active += status == "active" or last >= week.end
        new += week.holds(first)
        retracted += status == "retracted" and week.holds(last)
    return active, new, retracted


def _confirmed(connection: Connection, week: Week) -> int:
    """Count the pairs that two people confirmed and nobody rejected, as it stood at the end."""
    said = read_said(connection, PAIR, before=week.end).values()
    return sum(len(one.confirmed) >= JUDGES_NEEDED and not one.rejected for one in said)


def _outcomes(connection: Connection, week: Week) -> tuple[tuple[tuple[str, int], ...], int, int]:
    """Count this week's actions, and of all to the end those with an outcome and those overturned; the last word counts."""
    before, last = read_outcomes(connection, week.start), read_outcomes(connection, week.end)
    actions = Counter(action for claim, action in last if (claim, action) not in before)
    return tuple(sorted(actions.items())), len(last), sum(one == OVERTURNED for one in last.values())


def _stock(offers: Iterable[Standing]) -> list[Stock]:
    """Value stock: goods of one text are one supplier's and count once, at the most one shop has."""
    once: dict[tuple[str, str], list[tuple[Decimal, Decimal, int]]] = defaultdict(list)
    for one in offers:
        if one.provider and one.stock and one.stock > 0 and one.usd is not None and one.list_usd is not None:
            left = max(one.list_usd - one.usd, Decimal(0))
            once[one.provider, one.words or str(one.offer)].append((left, one.list_usd, one.stock))
    low, high, stated = (defaultdict[str, Decimal](Decimal) for _ in range(3))
    goods = Counter[str]()
    for (provider, _), shown in once.items():
        most = max(stock for *_, stock in shown)
        low[provider] += min(left for left, *_ in shown) * most
        high[provider] += max(listed for _, listed, _ in shown) * most
        stated[provider] += sum(listed * stock for _, listed, stock in shown)
        goods[provider] += 1
    return [
        Stock(name, str(int(low[name])), str(int(high[name])), str(int(stated[name])), goods[name])
        for name in sorted(goods)
    ]


def _waves(connection: Connection, week: Week) -> list[Wave]:
    """Measure the enforcements whose two weeks after reach into this one."""
    table = TABLES["enforcement"]
    query = select(table).order_by(table.c.at, table.c.id)
    since = week.start - timedelta(days=DAYS_AFTER)
    rows = connection.execute(query.where(table.c.at >= since, table.c.at < week.end)).all()
    return [
        _wave(row.at, row.provider, row.scope, effect) for row in rows for effect in measure(connection, row)
    ]


def _wave(at: datetime, provider: str, scope: str, effect: Effect) -> Wave:
    effects, low, high = (
        None if one is None else plain(Decimal(f"{one:.4f}"))
        for one in (effect.effect, effect.low, effect.high)
    )
    return Wave(f"{at:%Y-%m-%d}", provider, scope, effect.metric, effects, low, high, effect.why)
