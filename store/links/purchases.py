"""Links by recorded test purchases: the seller's offer was bought, and what came was the known account."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from store.import_batches import table_of
from store.known.spans import SLACK
from store.known_tables import KnownAccountVersion, Purchase
from store.matching import LINKING_CLASS, PURCHASE
from store.tables import Listing, Observation, Offer

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection, Row, Select

_purchase = table_of(Purchase)
_offer = table_of(Offer)
_listing = table_of(Listing)
_seen = table_of(Observation)
_version = table_of(KnownAccountVersion)

_INSERT = """
INSERT INTO link_wanted (seller_id, account_id, rule, kind, value, purchase_id, probe_answer_id, snapshot_id, pointer,
                         span_start, span_end, stale)
VALUES (:seller_id, :account_id, :rule, '', :value, :purchase_id, :probe_answer_id, :snapshot_id, :pointer, :span_start,
        :span_end, :stale)
"""


def want_purchases(connection: Connection) -> None:
    """Add to `link_wanted` one path for every purchase from a seller of `link_seller` whose account is fraudulent now.

    The proof is what the offer last stated by the end of the day on which it was bought, or else its first words.
    """
    bought = select(_purchase.c.id, _purchase.c.offer_id, _purchase.c.account_id, _purchase.c.bought_on)
    query = delivered(bought, _purchase.c.offer_id, _purchase.c.account_id).order_by(_purchase.c.id)
    for purchase in connection.execute(query).all():
        evening = datetime.combine(purchase.bought_on + timedelta(days=1), time(), UTC)
        proof = proof_of(connection, purchase.offer_id, evening)
        if proof is not None:
            said = {"rule": PURCHASE, "value": str(purchase.bought_on), "purchase_id": purchase.id}
            want(connection, purchase, said, proof)


def delivered(query: Select[Any], offer_id: Column[Any], account_id: Column[Any]) -> Select[Any]:
    """Add the seller of what an offer delivered to a query, for sellers of `link_seller` and accounts fraudulent now."""
    return (
        query.add_columns(_listing.c.seller_id)
        .join(_offer, _offer.c.id == offer_id)
        .join(_listing, _listing.c.id == _offer.c.listing_id)
        .join(_version, _version.c.account_id == account_id)
        .where(_version.c.valid_until.is_(None), _version.c.class_name == LINKING_CLASS)
        .where(_listing.c.seller_id.in_(text("SELECT seller_id FROM link_seller")))
    )


def want(connection: Connection, ends: Row[Any], said: dict[str, Any], proof: dict[str, Any]) -> None:
    """Add to `link_wanted` a path from a seller to the account that came, by what `said` names."""
    row = {
        "seller_id": ends.seller_id,
        "account_id": ends.account_id,
        "purchase_id": None,
        "probe_answer_id": None,
    }
    connection.execute(text(_INSERT), row | said | proof)


def proof_of(connection: Connection, offer_id: int, end: datetime) -> dict[str, Any] | None:
    """Give the place where an offer last stated something before a moment, or else where it first did.

    It is `stale` where that was more than the slack later: who offered it at that moment nobody saw.
    """
    query = select(
        _seen.c.snapshot_id, _seen.c.pointer, _seen.c.span_start, _seen.c.span_end, _seen.c.observed_at
    )
    query = query.where(_seen.c.offer_id == offer_id)
    before = query.where(_seen.c.observed_at < end).order_by(_seen.c.observed_at.desc()).limit(1)
    row = connection.execute(before).first()
    row = row or connection.execute(query.order_by(_seen.c.observed_at).limit(1)).first()
    if row is None:
        return None
    place = {name: getattr(row, name) for name in ("snapshot_id", "pointer", "span_start", "span_end")}
    return place | {"stale": int(row.observed_at > end + SLACK)}
