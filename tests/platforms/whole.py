"""Whole pages of varied build beside what a person says that they hold; read to the end, as a run reads them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from crawlers.page import Page, PageChangedError
from crawlers.platforms import generic
from crawlers.resolve import SourceFacts, resolve
from store.run_records import ListingRecord, OfferRecord, Record, SightingRecord

PAGES = Path(__file__).parent
"""In `whole_pages` those whose author had not seen the reader, in `whole_pages_2` those of one who had."""
_ALWAYS = {"domain", "operator_key"}
"""Kinds that every page of a host carries: the host's own name and those of its mails."""


@dataclass(frozen=True, slots=True)
class Misses:
    """What was read otherwise than the truth says, in words; all empty where a page is read in full."""

    listings: tuple[str, ...] = ()
    false_offers: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    false_contacts: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.listings, self.false_offers, self.contacts, self.false_contacts, self.absent))


def truths() -> dict[str, dict[str, Any]]:
    """Find every page by itself: a name and the truth that stands beside it."""
    return {
        path.stem: json.loads(path.read_text("utf-8")) for path in sorted(PAGES.glob("whole_pages*/*.json"))
    }


def misses_of(name: str, truth: dict[str, Any]) -> Misses:
    """Read one page as a run would, drawn or not, and compare."""
    records = _records(name, truth["url"])
    texts = {
        record.key: f"{record.title}\n{record.text}"
        for record in records
        if isinstance(record, ListingRecord)
    }
    offers = [record for record in records if isinstance(record, OfferRecord)]
    seen = {
        (record.identifier.kind, record.identifier.normalised, record.listing_key)
        for record in records
        if isinstance(record, SightingRecord)
    }
    listings, contacts, left = [], [], list(offers)
    for row in truth["listings"]:
        match = next((offer for offer in left if _is_offer(row, offer, texts)), None)
        if match is None:
            near = [_said(offer, texts) for offer in offers if _names(row, offer, texts)]
            listings.append(f"{row['says']} {row['price']}: {near}")
            continue
        left.remove(match)
        contacts += [
            f"{row['says']}: {contact}"
            for contact in row.get("contacts", ())
            if (*contact, match.listing_key) not in seen
        ]
    known = {tuple(one) for one in truth["contacts"]}
    known |= {tuple(one) for row in truth["listings"] for one in row.get("contacts", ())}
    found = {(kind, value) for kind, value, _ in seen if kind not in _ALWAYS}
    return Misses(
        listings=tuple(listings),
        false_offers=tuple(_said(offer, texts) for offer in left),
        contacts=(*contacts, *(f"{kind} {value}" for kind, value in sorted(known - found))),
        false_contacts=tuple(f"{kind} {value}" for kind, value in sorted(found - known)),
        absent=tuple(words for words in truth["absent"] if any(words in text for text in texts.values())),
    )


def _records(name: str, url: str) -> list[Record]:
    page = Page(
        url=url, body=next(PAGES.glob(f"whole_pages*/{name}.html")).read_bytes(), role="list", snapshot=name
    )
    source = SourceFacts(name=name, url=url, platform="generic")
    try:
        reading = generic.read(page)
        if reading == type(reading)(asks=reading.asks):
            page = replace(page, rendered=True)
            reading = generic.read(page)
    except PageChangedError:
        return []
    return resolve(source, [(page, reading)])


def _is_offer(row: dict[str, Any], offer: OfferRecord, texts: dict[str, str]) -> bool:
    price = offer.offer.price
    given = None if price is None else (price.amount, price.currency)
    due = None if row["price"] is None else (Decimal(row["price"][0]), row["price"][1])
    provider = row.get("provider")
    return given == due and _names(row, offer, texts) and provider in (None, offer.offer.provider)


def _names(row: dict[str, Any], offer: OfferRecord, texts: dict[str, str]) -> bool:
    return "".join(row["says"].split()) in "".join((texts[offer.listing_key] + offer.offer.label).split())


def _said(offer: OfferRecord, texts: dict[str, str]) -> str:
    price = offer.offer.price
    money = f"{price.amount} {price.currency}" if price else "unpriced"
    return f"{offer.offer.provider} {offer.offer.product} {money} in {texts[offer.listing_key][:60]!r}"
