"""The series of an event study, from rows: each offer's ratio and stock by day, each source's ban notices by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from store.event_study import DAYS_AFTER, DAYS_BEFORE, Effect, Series, study
from store.schema import TABLES

NOTICE = "ban_wave"
"""The signal that a seller's words tell of bans."""


@dataclass(frozen=True, slots=True)
class _Offer:
    source: str
    touched: bool
    from_at: datetime
    until_at: datetime | None


def measure(
    connection: Connection, enforcement: Row[Any], sellers: Collection[int] | None = None
) -> list[Effect]:
    """Measure what an enforcement did from a week before it to two weeks after: ratio, stock and ban notices.

    Touched is what the enforcement names: the provider's offers, of its plan where one is named. Untouched is what
    other providers have, for the same one's other plans may feel it too. With `sellers`, only what they have of it is
    touched, and what others have of it is left out.
    """

    def side(row: Row[Any]) -> bool | None:
        touched = _named_by(enforcement, row)
        return None if touched and sellers is not None and row.seller_id not in sellers else touched

    return _measured(connection, enforcement.at, side)


def measure_sellers(connection: Connection, at: datetime, side: Callable[[int], bool | None]) -> list[Effect]:
    """Measure what a moment did to the offers of some sellers; `side` tells touched, untouched and left out (None)."""
    return _measured(connection, at, lambda row: side(row.seller_id))


def _measured(connection: Connection, at: datetime, side: Callable[[Row[Any]], bool | None]) -> list[Effect]:
    offers = _offers(connection, at, side)
    ratio = _series(at, offers, _ratios(connection, at))
    stock = _series(at, offers, _stock(connection, at))
    effects = [study("ratio", ratio), study("stock", stock)]
    return [*effects, study("ban notices", _notices(connection, at, offers), relative=False)]


def _named_by(enforcement: Row[Any], row: Row[Any]) -> bool | None:
    if row.provider == enforcement.provider:
        meant = not enforcement.plan or (row.product or "").startswith(enforcement.plan)
        return True if meant else None
    return None if row.provider in (None, "multi", "other") else False  # nobody knows whether it was touched


def _offers(
    connection: Connection, at: datetime, side: Callable[[Row[Any]], bool | None]
) -> dict[int, list[_Offer]]:
    offer, listing, presence = TABLES["offer"], TABLES["listing"], TABLES["presence"]
    first, last = _window(at)
    query = (
        select(
            offer.c.id,
            offer.c.provider,
            offer.c.product,
            listing.c.source,
            listing.c.seller_id,
            presence.c.from_at,
            presence.c.until_at,
        )
        .join(presence, presence.c.offer_id == offer.c.id)
        .join(listing, listing.c.id == offer.c.listing_id)
        .where(presence.c.from_at < last, or_(presence.c.until_at.is_(None), presence.c.until_at > first))
    )
    found: dict[int, list[_Offer]] = defaultdict(list)
    rows: Iterable[Row[Any]] = connection.execute(query)
    for row in rows:
        touched = side(row)
        if touched is not None:
            found[row.id].append(_Offer(row.source, touched, row.from_at, row.until_at))
    return found


def _window(at: datetime) -> tuple[datetime, datetime]:
    return at - timedelta(days=DAYS_BEFORE), at + timedelta(days=DAYS_AFTER + 1)


Stated = dict[int, list[tuple[datetime, float | None]]]


def _ratios(connection: Connection, at: datetime) -> Stated:
    seen, value = TABLES["observation"], TABLES["valuation"]
    query = (
        select(seen.c.offer_id, seen.c.observed_at, value.c.ratio_n)
        .join(value, value.c.observation_id == seen.c.id)
        .where(value.c.superseded_by.is_(None), seen.c.observed_at < _window(at)[1])
        .order_by(seen.c.observed_at)
    )
    return _stated(connection, query)


def _stock(connection: Connection, at: datetime) -> Stated:
    stock = TABLES["stock"]
    query = select(stock.c.offer_id, stock.c.seen_at, stock.c.amount).where(stock.c.seen_at < _window(at)[1])
    return _stated(connection, query.order_by(stock.c.seen_at))


def _stated(connection: Connection, query: Select[Any]) -> Stated:
    found: Stated = defaultdict(list)
    for offer, moment, value in connection.execute(query):
        found[offer].append((moment, None if value is None else float(value)))
    return found


def _series(at: datetime, offers: dict[int, list[_Offer]], stated: Stated) -> Iterator[Series]:
    """Give what each offer stated at the end of each day on which it stood."""
    for offer, intervals in offers.items():
        values = {}
        for day in range(-DAYS_BEFORE, DAYS_AFTER + 1):
            end = at + timedelta(days=day + 1)
            stands = any(
                one.from_at < end and (one.until_at is None or one.until_at >= end) for one in intervals
            )
            last = [value for moment, value in stated.get(offer, ()) if moment < end][-1:]
            if stands and last and last[0] is not None:
                values[day] = last[0]
        yield Series(intervals[0].source, intervals[0].touched, values)


def _notices(connection: Connection, at: datetime, offers: dict[int, list[_Offer]]) -> Iterable[Series]:
    """Count each source's new words of bans by day; a source is touched where one of its offers is."""
    signal = TABLES["signal"]
    first, last = _window(at)
    query = select(signal.c.source, signal.c.first_seen_at).where(signal.c.name == NOTICE)
    counts: dict[str, dict[int, float]] = {}
    touched: dict[str, bool] = {}
    for intervals in offers.values():
        touched[intervals[0].source] = touched.get(intervals[0].source, False) or intervals[0].touched
    for source in touched:
        counts[source] = dict.fromkeys(range(-DAYS_BEFORE, DAYS_AFTER + 1), 0.0)
    for source, moment in connection.execute(
        query.where(signal.c.first_seen_at >= first, signal.c.first_seen_at < last)
    ):
        if source in counts:
            counts[source][(moment - at) // timedelta(days=1)] += 1
    return [Series(source, touched[source], values) for source, values in sorted(counts.items())]
