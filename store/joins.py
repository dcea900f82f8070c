"""A relay and the card shop that sells its credit: which money a station's own dollar really costs.

A station's page leads to the shop (top_up_link and the like, or a menu item). Where the shop's packs name the
station, those count; else, where no other relay leads to the shop, its packs of site credit do.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Column, ColumnElement, Connection, ScalarSelect, Select, Table, func, select

from store.discount import DOLLARS, PriceBook
from store.records import LISTED
from store.schema import TABLES

_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Pack:
    """Site credit on sale for money, as it was last seen."""

    observation_id: int
    source: str
    url: str
    words: str
    provider: str | None
    recharge: Decimal
    currency: str
    cost: Decimal
    """In US dollars, for comparison only."""


@dataclass(frozen=True, slots=True)
class Join:
    """The money that one site dollar of a station costs, and the shop's observation that says so."""

    recharge: Decimal
    currency: str
    observation_id: int


def find_joins(connection: Connection, book: PriceBook) -> dict[str, Join]:
    """Find the stations whose credit another source sells, each with the cheapest pack there."""
    addresses = {row.name: row.url for row in connection.execute(select(TABLES["source"]))}
    leads: dict[str, list[tuple[str, str]]] = {}
    hint = TABLES["hint"]
    leading = select(hint.c.source, hint.c.url).where(hint.c.why != LISTED)
    for row in connection.execute(leading.order_by(hint.c.id)):
        shop = source_at(row.url, addresses)
        if shop is not None and shop != row.source:
            leads.setdefault(row.source, []).append((shop, row.url))
    if not leads:
        return {}
    shops = {shop for pairs in leads.values() for shop, _ in pairs}
    packs = _packs(connection, shops, book)
    crowd = Counter(shop for pairs in leads.values() for shop in {shop for shop, _ in pairs})
    names = _names(connection, leads)
    joins = {}
    for station, pairs in leads.items():
        chosen = [pack for shop, url in pairs
                  for pack in choose_packs(packs.get(shop, ()), url, names[station], alone=crowd[shop] == 1)]  # fmt: skip
        if chosen:
            best = min(chosen, key=lambda pack: (pack.cost, pack.observation_id))
            joins[station] = Join(best.recharge, best.currency, best.observation_id)
    return joins


def source_at(url: str, addresses: dict[str, str]) -> str | None:
    """Name the source to which a link leads: same host, and its path within the source's.

    >>> source_at("https://pay.example/shop/A1/?x=1", {"a": "https://pay.example/shop/A1", "b": "https://pay.example/shop/B"})
    'a'
    >>> source_at("https://pay.example/shop/C", {"a": "https://pay.example/shop/A1"}) is None
    True
    """
    wanted = urlsplit(url)
    best: tuple[int, str] | None = None
    for name, address in sorted(addresses.items()):
        own = urlsplit(address)
        if not own.netloc or own.netloc.lower() != wanted.netloc.lower():
            continue
        path = own.path.rstrip("/") + "/"
        if (wanted.path.rstrip("/") + "/").startswith(path) and (best is None or len(path) > best[0]):
            best = len(path), name
    return best[1] if best else None


def choose_packs(packs: Sequence[Pack], url: str, names: Iterable[str], *, alone: bool) -> list[Pack]:
    """Choose the packs that are a station's own credit; none where the shop could mean another's."""
    linked = [pack for pack in packs if pack.url and pack.url == url]
    if linked:
        return linked
    known = [folded for name in names if len(folded := _folded(name)) >= _SHORTEST_NAME]
    named = [pack for pack in packs if any(name in pack.words for name in known)]
    if named:
        return named
    return [pack for pack in packs if pack.provider is None] if alone else []


def _names(connection: Connection, stations: Iterable[str]) -> dict[str, set[str]]:
    """Read the names that each station gives itself."""
    fact, seller, name = TABLES["fact"], TABLES["seller"], TABLES["seller_name"]
    found: dict[str, set[str]] = {station: set() for station in stations}
    facts = select(fact.c.source, fact.c.value).where(fact.c.name == "system_name")
    names = select(seller.c.source, name.c.name).join(seller, seller.c.id == name.c.seller_id)
    for query in (facts, names.where(seller.c.key == "operator")):
        for station, value in connection.execute(query):
            if station in found:
                found[station].add(value)
    return found


def _packs(connection: Connection, shops: Iterable[str], book: PriceBook) -> dict[str, list[Pack]]:
    found: dict[str, list[Pack]] = {}
    for row in connection.execute(_open_packs(shops)):
        rate = book.fx.get(row.currency or "")
        if rate is None or row.amount is None or not row.face_amount or row.quota_periods is not None:
            continue
        recharge = row.amount / row.face_amount
        told = _folded(f"{row.title}\n{row.label}\n{row.text}")
        pack = Pack(row.id, row.source, row.url, told, row.provider, recharge, row.currency, recharge / rate)
        found.setdefault(row.source, []).append(pack)
    return found


def _open_packs(shops: Iterable[str]) -> Select[Any]:
    """Ask for the credit that stands on sale, not sold out, as it was last seen."""
    observation, offer, listing = TABLES["observation"], TABLES["offer"], TABLES["listing"]
    presence, words, stock = TABLES["presence"], TABLES["listing_text"], TABLES["stock"]
    newest = _last(observation.c.id, observation.c.offer_id == offer.c.id, observation.c.observed_at, offer)
    left = _last(stock.c.amount, stock.c.offer_id == offer.c.id, stock.c.seen_at, offer)
    newest_words = _last(words.c.id, words.c.listing_id == listing.c.id, words.c.seen_at, listing)
    told = words.c.title, words.c.text
    return (
        select(observation, offer.c.provider, offer.c.label, listing.c.source, listing.c.url, *told)
        .join(offer, offer.c.id == observation.c.offer_id)
        .join(presence, presence.c.offer_id == offer.c.id)
        .join(listing, listing.c.id == offer.c.listing_id)
        .join(words, words.c.id == newest_words)
        .where(listing.c.source.in_(sorted(shops)), offer.c.kind == "credit", presence.c.until_at.is_(None))
        .where(observation.c.id == newest, observation.c.coupon.is_(False))
        .where(observation.c.face_currency.in_(DOLLARS), observation.c.qualifier == "exact")
        .where(func.coalesce(left, 1) > 0)
    )


def _last(column: Column[Any], of: ColumnElement[bool], when: Column[Any], outer: Table) -> ScalarSelect[Any]:
    """Ask for a column of the newest row that belongs to a row of the outer table."""
    return select(column).where(of).order_by(when.desc()).limit(1).correlate(outer).scalar_subquery()


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold().strip()
