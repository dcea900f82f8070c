"""Who and what a text names, as records: identifiers of its seller, signals of its supply. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from crawlers.reading.context import Context
from crawlers.reading.identifiers import find_identifiers
from crawlers.reading.signals import find_signals
from crawlers.reading.text import normalise
from store.records import Identifier, Partial, Place, Signal
from store.run_records import (
    HintRecord,
    ListingRecord,
    OfferRecord,
    PartialRecord,
    Record,
    SightingRecord,
    SignalRecord,
)

_REMEMBERED = 500
"""Characters of a text up to which what it says is kept for the next shop that says the same."""
FORWARDED = "forward:"
"""Begins the key of a seller that is known from a forwarded post alone."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a text stands: whose it is, in which listing, in which snapshot and place, read by which reader."""

    seller: str
    snapshot: str
    place: Place
    reader: str
    listing_key: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text names: identifiers, masked values apart, and signals."""

    identifiers: tuple[Identifier, ...]
    partial: tuple[Partial, ...]
    signals: tuple[Signal, ...]


def marks_of(words: str, context: Context) -> Marks:
    """Find the identifiers, the masked values and the signals of a text."""
    if context.fx or len(words) > _REMEMBERED:
        return _marks(words, context)
    return _remembered(
        words, context.recharge, context.observed, context.language, context.currency, context.place
    )


# Shops of one supplier sell the same goods in the same words.
@lru_cache(maxsize=8192)
def _remembered(words: str, recharge: Decimal | None, observed: date | None, *known: str | None) -> Marks:
    language, currency, place = known
    return _marks(
        words,
        Context(recharge=recharge, observed=observed, language=language, currency=currency, place=place),
    )


def _marks(words: str, context: Context) -> Marks:
    text = normalise(words)
    identifiers, partial = find_identifiers(text, context)
    return Marks(identifiers, partial, find_signals(text))


def sightings(seat: Seat, identifiers: Iterable[Identifier]) -> list[Record]:
    """Record that identifiers were seen at a seat, each as what it says of that seat's seller."""
    found = tuple(identifiers)
    return [
        SightingRecord(
            identifier=_said_of(seat, identifier, found),
            seller_key=seat.seller,
            listing_key=seat.listing_key,
            snapshot=seat.snapshot,
            place=replace(seat.place, start=identifier.start, end=identifier.end),
            reader=seat.reader,
        )
        for identifier in found
    ]


def _said_of(seat: Seat, identifier: Identifier, beside: Iterable[Identifier]) -> Identifier:
    """Let a text name its seller only first-hand: what a forwarded post or a referral link names is somebody else's."""
    second_hand = seat.seller.startswith(FORWARDED) or (
        identifier.kind == "domain"
        and any(_holds(identifier, one) for one in beside if one.kind == "referral")
    )
    return (
        replace(identifier, role="unknown") if second_hand and identifier.role == "operator" else identifier
    )


def _holds(link: Identifier, code: Identifier) -> bool:
    if link.start is None or link.end is None or code.start is None:
        return False
    return link.start <= code.start < link.end


def partials(seat: Seat, masked: Iterable[Partial]) -> list[Record]:
    """Record that masked values were seen at a seat; a forwarded post's are somebody else's."""
    second_hand = seat.seller.startswith(FORWARDED)
    return [
        PartialRecord(
            partial=replace(one, role="unknown") if second_hand else one,
            seller_key=seat.seller,
            listing_key=seat.listing_key,
            snapshot=seat.snapshot,
            place=replace(seat.place, start=one.start, end=one.end),
            reader=seat.reader,
        )
        for one in masked
    ]


def signal_records(seat: Seat, signals: Iterable[Signal]) -> list[Record]:
    """Record that signals were stated at a seat."""
    return [
        SignalRecord(
            signal=signal,
            listing_key=seat.listing_key,
            snapshot=seat.snapshot,
            place=replace(seat.place, start=signal.start, end=signal.end),
        )
        for signal in signals
    ]


def once(records: Iterable[Record]) -> list[Record]:
    """Drop what says the same again: an identifier of one seller in one listing, a signal, a way to another source."""
    kept: dict[object, Record] = {}
    for record in records:
        kept.setdefault(_identity(record), record)
    return list(kept.values())


def _identity(record: Record) -> object:
    if isinstance(record, (ListingRecord, OfferRecord)):
        return type(
            record
        ), record.key  # given once each: comparing all that they say would take longer than making them
    if isinstance(record, SightingRecord):
        found = record.identifier
        return ("sighting", found.kind, found.normalised, record.seller_key, record.listing_key)
    if isinstance(record, PartialRecord):
        masked = record.partial
        return ("partial", masked.kind, masked.value, record.seller_key, record.listing_key)
    if isinstance(record, SignalRecord):
        return ("signal", record.signal.name, record.listing_key)
    if isinstance(record, HintRecord):
        return ("hint", record.url)
    return record
