"""Reads the replies that were captured from the programs themselves, beside the checkout, and resolves them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from crawlers.page import Page
from crawlers.platforms import PLATFORMS
from crawlers.platforms.urls import origin_of
from crawlers.resolve import SourceFacts, resolve
from store.run_records import (
    FactRecord,
    HintRecord,
    ListingRecord,
    OfferRecord,
    Record,
    SightingRecord,
)

SHARED = Path(os.environ.get("RESALEWATCH_SHARED", Path(__file__).parents[3] / "shared")) / "platforms"
SIX_PLACES = Decimal("0.000001")
needs_captures = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared")]

Saved = tuple[str, str, str]
"""A file under ../shared/platforms, its path on the site, and the role it was asked in."""


def saved_page(base: str, saved: Saved, *, status: int = 200) -> Page:
    name, path, role = saved
    media = "application/json" if name.endswith(".json") else "text/html"
    body = (SHARED / name).read_bytes()
    return Page(url=base + path, body=body, media_type=media, role=role, snapshot=name, status=status)


def resolved(platform: str, source: str, saved: Iterable[Saved], *, origin: bool = False) -> list[Record]:
    """Read and resolve captures; `origin` says that their paths start at the source's host, not at its address."""
    base = origin_of(source) if origin else source
    pages = [(page, PLATFORMS[platform].read(page)) for page in (saved_page(base, one) for one in saved)]
    return resolve(
        SourceFacts(name="captured", url=source, platform=platform, observed=date(2026, 8, 1)), pages
    )


def truth(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHARED / "truth" / name).read_text("utf-8"), parse_float=Decimal)
    return found


def exact(value: object) -> Decimal:
    return Decimal(str(value)).quantize(SIX_PLACES)


def offers_by_title(records: list[Record]) -> dict[str, list[OfferRecord]]:
    titles = {record.key: record.title for record in records if isinstance(record, ListingRecord)}
    found: dict[str, list[OfferRecord]] = {}
    for record in records:
        if isinstance(record, OfferRecord):
            found.setdefault(titles[record.listing_key], []).append(record)
    return found


def prices_of(offers: Iterable[OfferRecord]) -> set[tuple[str, Decimal, str]]:
    return {
        (one.offer.label, exact(one.offer.price.amount), one.offer.price.currency)
        for one in offers
        if one.offer.price
    }


def contacts_of(records: list[Record]) -> set[tuple[str, str]]:
    return {
        (one.identifier.kind, one.identifier.normalised) for one in records if isinstance(one, SightingRecord)
    }


def missing_contacts(
    records: list[Record], stated: dict[str, list[str]], kinds: Iterable[str]
) -> set[tuple[str, str]]:
    wanted = {(kind, value.lower()) for kind in kinds for value in stated.get(kind, ())}
    return wanted - {(kind, value.lower()) for kind, value in contacts_of(records)}


def facts_of(records: list[Record], name: str) -> dict[str, str]:
    return {one.key: one.value for one in records if isinstance(one, FactRecord) and one.name == name}


def hints_of(records: list[Record]) -> set[str]:
    return {one.url for one in records if isinstance(one, HintRecord)}


def offers_of(records: list[Record]) -> list[OfferRecord]:
    return [one for one in records if isinstance(one, OfferRecord)]


def money_of(records: list[Record]) -> set[tuple[Decimal, str]]:
    return {
        (exact(one.offer.price.amount), one.offer.price.currency)
        for one in offers_of(records)
        if one.offer.price
    }
