"""Recorded test purchases as rows: an offer that was bought, and the account that was delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy import Connection, and_, exists, insert, or_, select

from store.import_batches import ImportReport, Origin, import_each, table_of
from store.known_records import OfferName, PurchaseLine, Rejected
from store.known_tables import KnownAccount, Purchase
from store.tables import Listing, ListingText, Offer, Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_purchase = table_of(Purchase)
_account = table_of(KnownAccount)
_offer = table_of(Offer)
_listing = table_of(Listing)
_words = table_of(ListingText)
_source = table_of(Source)


def save_purchases(
    connection: Connection, lines: Iterable[PurchaseLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Record the purchases that the lines name; one recorded already (offer, account, day) stays as it was.

    A line whose offer or account is unknown is kept out.
    """
    return import_each(
        connection, "purchases", lines, (origin, now), lambda line, _: _save(connection, line, now)
    )


def _save(connection: Connection, line: PurchaseLine, now: datetime) -> int | Rejected:
    if line.bought_on > now.date():
        return Rejected(line.line, f"{line.bought_on} is yet to come: a purchase is recorded once it is made")
    offer = find_offer(connection, line.offer)
    if isinstance(offer, str):
        return Rejected(line.line, offer)
    account = find_account(connection, line.provider, line.account_ref)
    if isinstance(account, str):
        return Rejected(line.line, account)
    ends = {"offer_id": offer, "account_id": account, "bought_on": line.bought_on}
    same = select(_purchase.c.id).where(*(_purchase.c[name] == value for name, value in ends.items()))
    if connection.execute(same).first():
        return 0
    said = {"buyer_alias": line.buyer_alias, "authorised_by": line.authorised_by, "case_id": line.case_id}
    connection.execute(insert(_purchase).values(**ends, **said, added_at=now))
    return 1


def find_account(connection: Connection, provider: str, account_ref: str) -> int | str:
    """Find a known account, without a provider the only one by its reference; or say why there is none."""
    query = select(_account.c.id).where(_account.c.account_ref == account_ref)
    if provider:
        query = query.where(_account.c.provider == provider)
    found = list(connection.execute(query).scalars())
    if len(found) == 1:
        return int(found[0])
    if found:
        return "several providers know an account by this account_ref: name the provider"
    whose = f"of {provider} " if provider else ""
    return f"no account {whose}by this account_ref is known: import it with `accounts import`"


def find_offer(connection: Connection, name: OfferName) -> int | str:
    """Find the one offer of a name, or say why there is none."""
    if name.key:
        query = select(_offer.c.id).where(_offer.c.key == name.key)
        found = connection.execute(query).scalar()
        return (
            found or f"no offer has the id {name.key[:40]!r}: take one of the column offer_id of offers.csv"
        )
    offers = _find_titled(connection, name)
    if len(offers) == 1:
        return int(offers[0])
    if offers:
        return (
            f"{len(offers)} offers bear this title on {name.host}: give the offer_id of one, from offers.csv"
        )
    if name.host not in {
        urlsplit(url).hostname for url in connection.execute(select(_source.c.url)).scalars()
    }:
        return f"no source has the host {name.host[:80]!r}: give an offer_id of offers.csv"
    return f"no listing on {name.host[:80]} has borne this title: give an offer_id of offers.csv"


def _find_titled(connection: Connection, name: OfferName) -> list[int]:
    """Find the offers of a page by its host and title: the goods themselves, where they have variants beside them.

    A post without a title is named by the words that it begins with.
    """
    untitled = and_(_words.c.title == "", _words.c.text.startswith(name.title, autoescape=True))
    query = select(_offer.c.id, _offer.c.label, _source.c.url)
    query = query.join(_listing, _listing.c.id == _offer.c.listing_id)
    query = query.join(_source, _source.c.name == _listing.c.source).where(
        exists().where(_words.c.listing_id == _listing.c.id, or_(_words.c.title == name.title, untitled))
    )
    rows = [row for row in connection.execute(query) if urlsplit(row.url).hostname == name.host]
    return [row.id for row in rows if not row.label] or [row.id for row in rows]
