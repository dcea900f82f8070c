"""From a seller's words to offers, identifiers and signals: pure, strings in and values out."""

from __future__ import annotations

from dataclasses import dataclass

from crawlers.reading.context import Context
from crawlers.reading.group_names import named_signals
from crawlers.reading.identifiers import find_identifiers
from crawlers.reading.offer import read_offers
from crawlers.reading.signals import find_signals
from crawlers.reading.text import normalise
from store.records import Identifier, Offer, Partial, Signal


@dataclass(frozen=True, slots=True)
class TextReading:
    """Everything that one text says."""

    offers: tuple[Offer, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    signals: tuple[Signal, ...] = ()
    partial: tuple[Partial, ...] = ()


def read(text: str, context: Context) -> TextReading:
    """Read one text; never raises, whatever the text. Offsets are those of `text`."""
    plain = normalise(text)
    identifiers, partial = find_identifiers(plain, context)
    offers = read_offers(plain, context)
    return TextReading(
        offers=offers,
        identifiers=identifiers,
        signals=named_signals(text, offers, find_signals(plain)),
        partial=partial,
    )


__all__ = ["Context", "TextReading", "read"]
