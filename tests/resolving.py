"""A shop and a station of their own, and what was made of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from crawlers.page import Listing, Page
from crawlers.platforms.quotes import shop_quote
from crawlers.resolve import SourceFacts
from store.run_records import (
    OfferRecord,
    Record,
    SightingRecord,
)

SOURCE = SourceFacts(name="shop", url="https://shop.lantern-keys.com/", platform="acg-faka", language="zh")
RELAY = replace(SOURCE, platform="new-api")


def page(path: str = "/", role: str = "list") -> Page:
    return Page(url="https://shop.lantern-keys.com" + path, body=b"", role=role, snapshot=f"sha-{path}")


def good(
    key: str | None, title: str, price: str, *, text: str = "", label: str = "", stock: int | None = 3
) -> Listing:
    quote = shop_quote(Decimal(price), "CNY", label=label, stock=stock)
    return Listing(
        title=title, text=text, url=f"https://shop.lantern-keys.com/item/{key}", key=key, quotes=(quote,)
    )


def offers_of(records: list[Record]) -> list[OfferRecord]:
    return [record for record in records if isinstance(record, OfferRecord)]


def sightings_of(records: list[Record]) -> set[tuple[str, str, str, str | None]]:
    return {
        (record.identifier.kind, record.identifier.normalised, record.seller_key, record.listing_key)
        for record in records
        if isinstance(record, SightingRecord)
    }
