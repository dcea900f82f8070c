"""What each observation is worth, as rows of their own: append-only, against the price book of its day.

A corrected book or another money price of a station's credit adds a row that supersedes; a new day's rate revalues
nothing old.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, false, func, insert, or_, select, update

from store.database import Database
from store.discount import face_value, value
from store.joins import Join, find_joins
from store.price_book import PriceBooks
from store.price_lines import PRICE_IMPORT
from store.price_seeds import save_seeds
from store.records import SITE_CREDIT, Money, Offer
from store.regional import regional_worth
from store.schema import TABLES
from store.worth import path_words

_BATCH = 5000
_NOT_ITS_WORTH = frozenset({"valued_at", "fact_id", "book"})
"""What may differ between two valuations of one worth: a book corrected elsewhere says nothing new of this one."""
_NAMED = ("kind", "provider", "product", "label", "per", "direction")


@dataclass(frozen=True, slots=True)
class ValuationReport:
    """How many observations were valued for the first time, and how many valuations were superseded."""

    valued: int
    superseded: int


@dataclass
class _Valuing:
    connection: Connection
    books: PriceBooks
    joins: Mapping[str, Join]
    recharges: Mapping[str, tuple[int, str]]
    now: datetime


def save_valuations(database: Database, now: datetime | None = None) -> ValuationReport:
    """Value what is new, and value again what a corrected book or another join changed, in one transaction.

    Raises:
        UserError: where disk or database stop the work; nothing is written then.
    """
    moment = now or datetime.now(UTC)
    with database.writing() as connection:
        imported = _has_imported_prices(connection)
        corrected = save_seeds(connection, {moment.date(), *_days_to_value(connection)})
        books = PriceBooks.read(connection)
        joins = find_joins(connection, books.of(moment.date()))
        valuing = _Valuing(connection, books, joins, _recharge_facts(connection), moment)
        last = _last_id(connection)
        valued = _value_new(valuing)
        superseded = _value_again(valuing, _of_stations())
        if corrected or imported:
            superseded += _value_again(valuing, _of_other_books(valuing))
        _order_offers(connection, last)
        return ValuationReport(valued, superseded)


def _last_id(connection: Connection) -> int:
    return connection.execute(select(func.max(TABLES["valuation"].c.id))).scalar() or 0


def _order_offers(connection: Connection, last: int) -> None:
    """Let the offers whose observations were valued after a valuation say what they are worth now, for their order."""
    offer, observation, valuation = TABLES["offer"], TABLES["observation"], TABLES["valuation"]
    valued = (
        select(observation.c.offer_id).join(valuation, valuation.c.observation_id == observation.c.id)
        .where(valuation.c.id > last)
    )  # fmt: skip
    latest = (
        select(observation.c.id).where(observation.c.offer_id == offer.c.id)
        .order_by(observation.c.observed_at.desc()).limit(1).correlate(offer).scalar_subquery()
    )  # fmt: skip
    worth = (
        select(valuation.c.ratio_n).where(valuation.c.superseded_by.is_(None), valuation.c.observation_id == latest)
        .correlate(offer).scalar_subquery()
    )  # fmt: skip
    connection.execute(update(offer).where(offer.c.id.in_(valued)).values(worth_n=worth))


def _query() -> Select[Any]:
    observation, offer, listing = TABLES["observation"], TABLES["offer"], TABLES["listing"]
    return (
        select(observation, *(offer.c[name] for name in _NAMED), listing.c.source)
        .join(offer, offer.c.id == observation.c.offer_id)
        .join(listing, listing.c.id == offer.c.listing_id)
    )


def _has_imported_prices(connection: Connection) -> bool:
    """Say whether the operator's own prices or rates came in since the newest valuation."""
    valuation, batch = TABLES["valuation"], TABLES["import_batch"]
    newest = connection.execute(
        select(valuation.c.valued_at).order_by(valuation.c.id.desc()).limit(1)
    ).scalar()
    if newest is None:
        return False
    came = select(batch.c.id).where(
        batch.c.what == PRICE_IMPORT, batch.c.changed > 0, batch.c.imported_at >= newest
    )
    return connection.execute(came.limit(1)).first() is not None


def _last_valued(connection: Connection) -> int:
    return connection.execute(select(func.max(TABLES["valuation"].c.observation_id))).scalar() or 0


def _days_to_value(connection: Connection) -> set[date]:
    observation = TABLES["observation"]
    days = select(func.date(observation.c.observed_at)).where(observation.c.id > _last_valued(connection))
    return {date.fromisoformat(str(day)) for (day,) in connection.execute(days.distinct())}


def _value_new(valuing: _Valuing) -> int:
    observation, valuation = TABLES["observation"], TABLES["valuation"]
    last = _last_valued(valuing.connection)
    valued = 0
    while True:
        query = _query().where(observation.c.id > last).order_by(observation.c.id).limit(_BATCH)
        rows = valuing.connection.execute(query).all()
        if not rows:
            return valued
        valuing.connection.execute(insert(valuation), [_valuation(valuing, row) for row in rows])
        valued += len(rows)
        last = rows[-1].id


def _of_stations() -> Select[Any]:
    """Ask for what stands now of the relays that lead, or led, to a shop."""
    observation, offer, presence = TABLES["observation"], TABLES["offer"], TABLES["presence"]
    listing, hint = TABLES["listing"], TABLES["hint"]
    newest = observation.alias()
    latest = (
        select(newest.c.id).where(newest.c.offer_id == offer.c.id)
        .order_by(newest.c.observed_at.desc()).limit(1).correlate(offer).scalar_subquery()
    )  # fmt: skip
    return (
        _query()
        .join(presence, presence.c.offer_id == offer.c.id)
        .where(offer.c.kind == "relay", presence.c.until_at.is_(None), observation.c.id == latest)
        .where(listing.c.source.in_(select(hint.c.source)))
    )


def _of_other_books(valuing: _Valuing) -> Select[Any]:
    """Ask for what was valued against a book that its day no longer has."""
    observation, valuation = TABLES["observation"], TABLES["valuation"]
    current = valuation.c.superseded_by.is_(None)
    day = func.date(observation.c.observed_at)
    used = select(day, valuation.c.book).join(observation, observation.c.id == valuation.c.observation_id)
    old = [
        and_(day == found, valuation.c.book == book)
        for found, book in valuing.connection.execute(used.where(current).distinct())
        if valuing.books.of(date.fromisoformat(str(found))).version != book
    ]
    joined = _query().join(valuation, valuation.c.observation_id == observation.c.id)
    return joined.where(current, or_(false(), *old))


def _value_again(valuing: _Valuing, query: Select[Any]) -> int:
    """Add a row where the worth of an observation is now another, and mark the former one."""
    valuation = TABLES["valuation"]
    rows = valuing.connection.execute(query).all()
    if not rows:
        return 0
    fresh = []
    for start in range(0, len(rows), _BATCH // 10):
        part = rows[start : start + _BATCH // 10]
        standing = select(valuation).where(
            valuation.c.superseded_by.is_(None), valuation.c.observation_id.in_([row.id for row in part])
        )
        before = {row.observation_id: row._asdict() for row in valuing.connection.execute(standing)}
        fresh += [new for row in part if _differs(new := _valuation(valuing, row), before.get(row.id))]
    if fresh:
        valuing.connection.execute(insert(valuation), fresh)
        _supersede(valuing.connection, [row["observation_id"] for row in fresh])
    return len(fresh)


def _differs(new: dict[str, Any], old: Mapping[str, Any] | None) -> bool:
    return old is None or any(new[name] != old[name] for name in new if name not in _NOT_ITS_WORTH)


def _supersede(connection: Connection, observations: Iterable[int]) -> None:
    valuation = TABLES["valuation"]
    newer = valuation.alias()
    newest = (
        select(func.max(newer.c.id))
        .where(newer.c.observation_id == bindparam("observation"))
        .scalar_subquery()
    )
    statement = (
        update(valuation)
        .where(valuation.c.observation_id == bindparam("observation"), valuation.c.superseded_by.is_(None))
        .where(valuation.c.id < newest)
        .values(superseded_by=newest)
    )
    connection.execute(statement, [{"observation": number} for number in observations])


def _recharge_facts(connection: Connection) -> dict[str, tuple[int, str]]:
    """Give each source's last own recharge ratio, with the fact's id."""
    fact = TABLES["fact"]
    query = select(fact.c.source, fact.c.id, fact.c.value).where(fact.c.name == "recharge", fact.c.key == "")
    return {row.source: (row.id, row.value) for row in connection.execute(query.order_by(fact.c.id))}


def _valuation(valuing: _Valuing, row: Row[Any]) -> dict[str, Any]:
    day: date = row.observed_at.date()
    book = valuing.books.of(day)
    offer = offer_of(row)
    join = valuing.joins.get(row.source) if _is_site_credit(offer) else None
    if join is not None:
        offer = replace(offer, recharge=join.recharge, recharge_currency=join.currency)
    worth = value(offer, book)
    face = face_value(offer, book)
    there = regional_worth(offer, worth, book)
    return {
        "observation_id": row.id, "book": book.version, "valued_at": valuing.now, "ratio": worth.ratio,
        "reason": worth.reason, "face_amount": face and face.amount, "face_currency": face and face.currency,
        "path": path_words(offer, book, worth, joined=join is not None) + (there.words if there else ""),
        "list_region": there and there.region, "list_channel": there and there.listed.channel,
        "region_ratio": there and there.ratio,
        "joined_observation_id": None if join is None else join.observation_id,
        "fact_id": None if join is not None else _fact_used(valuing, row, offer),
    }  # fmt: skip


def _is_site_credit(offer: Offer) -> bool:
    """Whether the offer is charged in a relay's own dollars, whose money price may stand elsewhere."""
    return offer.kind == "relay" and (offer.price is None or offer.price.currency == SITE_CREDIT)


def _fact_used(valuing: _Valuing, row: Row[Any], offer: Offer) -> int | None:
    number, stated = valuing.recharges.get(row.source, (None, ""))
    return number if offer.recharge is not None and stated and Decimal(stated) == offer.recharge else None


def offer_of(row: Row[Any]) -> Offer:
    """Give an observation back as the offer that the reader stated, without places and candidates."""
    return Offer(
        kind=row.kind, provider=row.provider, product=row.product, label=row.label, per=row.per,
        direction=row.direction, price=_money(row.amount, row.currency),
        face_value=_money(row.face_amount, row.face_currency), recharge=row.recharge,
        recharge_currency=row.recharge_currency or "CNY", group=row.group_multiplier, fraction=row.fraction,
        seats=row.seats, equal_split=row.equal_split, months=row.months, quota_periods=row.quota_periods,
        no_ratio=row.no_ratio, qualifier=row.qualifier, coupon=row.coupon,
        previous=_money(row.previous_amount, row.currency), warranty_days=row.warranty_days,
        attributes=tuple(json.loads(row.attributes).items()) if row.attributes else (),
    )  # fmt: skip


def _money(amount: Decimal | None, currency: str | None) -> Money | None:
    return None if amount is None or currency is None else Money(amount, currency)
