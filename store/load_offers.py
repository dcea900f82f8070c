"""Offers, what they state where it changed, and their stock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

from store.load_rows import Loading, Row
from store.records import Offer, plain
from store.schema import TABLES

if TYPE_CHECKING:
    from decimal import Decimal

    from store.records import Money
    from store.run_records import OfferRecord

_STATED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NAMED = ("kind", "provider", "product", "label", "per", "direction")
_Known = tuple[int, str | None, tuple[Any, ...]]
_UNKNOWN: _Known = (0, None, ())
_named: Callable[[Offer], tuple[Any, ...]] = attrgetter(*_NAMED)


def save_offers(loading: Loading) -> None:
    """Save new offers and what a newer reader says of known ones; a new observation only where something changed.

    Raises:
        IntegrityError: where another source has an offer of the same key.
    """
    bundle = loading.bundle
    known = _known_offers(loading)
    fresh = [record for key, record in bundle.offers.items() if key not in known]
    rows = [
        {"key": one.key, "listing_id": loading.listings[one.listing_key], **_as_row(_named(one.offer))}
        for one in fresh
    ]
    loading.write("offer", rows)
    ids = _offer_ids(loading) if fresh else {key: entry[0] for key, entry in known.items()}
    loading.offers = {key: ids[key] for key in bundle.offers}
    reread = []
    for key, record in bundle.offers.items():
        row = _observation(record)
        _, last, named = known.get(key, _UNKNOWN)
        if row["fingerprint"] == last:
            continue
        if key in known and named != _named(record.offer):
            reread.append({"number": ids[key]} | _as_row(_named(record.offer), "new_"))
        row["offer_id"] = ids[key]
        row["observed_at"] = bundle.seen_at(record.snapshot)
        row["run_id"] = bundle.run.run_id
        loading.prove("observation", row, record.snapshot, record.place)
    _save_reread(loading, reread)


def _save_reread(loading: Loading, reread: list[Row]) -> None:
    if reread:
        offer = TABLES["offer"]
        changed: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _NAMED}
        statement = update(offer).where(offer.c.id == bindparam("number")).values(changed)
        loading.connection.execute(statement, reread)


def _offer_ids(loading: Loading) -> dict[str, int]:
    offer, listing = TABLES["offer"], TABLES["listing"]
    query = select(offer.c.key, offer.c.id).join(listing, listing.c.id == offer.c.listing_id)
    return loading.ids(query.where(listing.c.source == loading.source))


def _known_offers(loading: Loading) -> dict[str, _Known]:
    """Give each offer of the source: its id, its last fingerprint, and what it is."""
    offer, listing, observation = TABLES["offer"], TABLES["listing"], TABLES["observation"]
    newest = (
        select(observation.c.fingerprint)
        .where(observation.c.offer_id == offer.c.id)
        .order_by(observation.c.observed_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(offer.c.key, offer.c.id, newest, *(offer.c[name] for name in _NAMED))
        .join(listing, listing.c.id == offer.c.listing_id)
        .where(listing.c.source == loading.source)
    )
    return {row[0]: (row[1], row[2], tuple(row[3:])) for row in loading.connection.execute(query)}


def _as_row(named: tuple[Any, ...], prefix: str = "") -> Row:
    return {f"{prefix}{name}": value for name, value in zip(_NAMED, named, strict=True)}


def _observation(record: OfferRecord) -> Row:
    offer = record.offer
    attributes = json.dumps(dict(offer.attributes), ensure_ascii=False) if offer.attributes else ""
    return {
        "amount": _amount(offer.price), "currency": _currency(offer.price),
        "face_amount": _amount(offer.face_value), "face_currency": _currency(offer.face_value),
        "recharge": offer.recharge,
        "recharge_currency": None if offer.recharge is None else offer.recharge_currency,
        "group_multiplier": offer.group, "fraction": offer.fraction, "seats": offer.seats,
        "equal_split": offer.equal_split, "months": offer.months, "quota_periods": offer.quota_periods,
        "no_ratio": offer.no_ratio, "qualifier": offer.qualifier, "coupon": offer.coupon,
        "previous_amount": _amount(offer.previous), "warranty_days": offer.warranty_days,
        "attributes": attributes, "price_text": record.price_text, "reader": record.reader,
        "fingerprint": fingerprint(offer),
    }  # fmt: skip


def _amount(money: Money | None) -> Decimal | None:
    return None if money is None else money.amount


def _currency(money: Money | None) -> str | None:
    return None if money is None else money.currency


def fingerprint(offer: Offer) -> str:
    """Hash everything that an offer states but its stock and its place: equal means unchanged.

    Amounts count by their value: 39 and 39.00 are one price.
    """
    stated: list[Any] = [*_named(offer)]
    for money in (offer.price, offer.face_value, offer.previous):
        stated += [None, None] if money is None else [plain(money.amount), money.currency]
    for amount in (offer.recharge, offer.group, offer.fraction, offer.months, offer.quota_periods):
        stated.append(None if amount is None else plain(amount))
    stated += [None if offer.recharge is None else offer.recharge_currency, offer.seats, offer.equal_split]
    stated += [offer.no_ratio, offer.qualifier, offer.coupon, offer.warranty_days, offer.attributes]
    return hashlib.sha256(_STATED.encode(stated).encode()).hexdigest()


def save_stock(loading: Loading) -> int:
    """Save how many each offer says to have, where that changed; gives the number of rows."""
    bundle, offer, listing, stock = loading.bundle, TABLES["offer"], TABLES["listing"], TABLES["stock"]
    newest = (
        select(stock.c.amount)
        .where(stock.c.offer_id == offer.c.id)
        .order_by(stock.c.seen_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = select(offer.c.id, newest).join(listing, listing.c.id == offer.c.listing_id)
    query = query.where(listing.c.source == loading.source)
    last = {row[0]: row[1] for row in loading.connection.execute(query)}
    rows: list[Row] = []
    for key, record in bundle.offers.items():
        number, now = loading.offers[key], record.offer.stock
        if now != last[number]:
            rows.append({"offer_id": number, "seen_at": bundle.seen_at(record.snapshot), "amount": now})
    loading.write("stock", rows)
    return len(rows)
