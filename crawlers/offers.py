"""Offers of one run: a platform's quotes completed from the words, and texts read beside the station's facts. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import re2

from crawlers.goods import Good
from crawlers.page import Quote
from crawlers.platforms.relay_prices import priced
from crawlers.reading import read
from crawlers.reading.context import Context
from crawlers.reading.good import read_good
from crawlers.reading.model_names import read_model
from store.records import SITE_CREDIT, Offer, Place

# A title that holds no multiplier in any of its writings is not read a second time for one: most cards' do not.
_MULTIPLIED = re2.compile(
    r"(?i)\d\s*[x×]|[x×]\s*\d|\d[.,]\d|倍|折|multipl|ratio|rate|множ|коэф|hệ số|배율|çarpan"
)
_STEP = re2.compile(r"^\d+\+$")


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What is known of a source before its pages: `observed` is the run's day."""

    name: str
    url: str
    platform: str
    language: str | None = None
    currency: str | None = None
    observed: date | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What a run knows of its source once all pages are in."""

    source: SourceFacts
    reader: str
    recharge: Decimal | None
    quota_per_unit: Decimal | None
    currency: str | None
    groups: frozenset[Decimal]

    def context(self, place: str, language: str | None = None) -> Context:
        """Give what is known beside a text that stands at such a place, on a page in such a language."""
        return Context(
            recharge=self.recharge,
            observed=self.source.observed,
            language=self.source.language or language,
            currency=self.currency,
            place=place,
        )


Found = tuple[Offer, str, Place]
"""An offer, the words of its price, and where they stand."""


def quoted_offers(run: Run, good: Good, context: Context) -> list[Found]:
    """Give the offers of a good's quotes, completed from its words; empty where they are of another trade."""
    found = ((_quoted(run, good, quote, context), quote) for quote in good.listing.quotes)
    offers = [(offer, quote.price_text, quote.place) for offer, quote in found if offer is not None]
    return [*offers, *_groups_beside(good, offers, context)]


def _groups_beside(good: Good, offers: Sequence[Found], context: Context) -> list[Found]:
    """Give the groups that a card of site credit names (20刀卡密 codex 0.14倍率): the card is their recharge."""
    card, text, place = offers[0] if offers else (None, "", Place())
    if card is None or card.kind != "credit" or card.price is None or card.face_value is None:
        return []
    if card.face_value.currency != "USD" or not card.face_value.amount:
        return []
    if not _MULTIPLIED.search(good.listing.title):
        return []
    paid = card.price.amount / card.face_value.amount
    named = (offer for offer in read(good.listing.title, context).offers if offer.kind == "relay")
    return [
        (
            replace(
                offer,
                recharge=offer.recharge or paid,
                stock=card.stock,
                recharge_currency=card.price.currency,
                price=None,
                per=None,
            ),
            text,
            place,
        )
        for offer in named
        if offer.group is not None
    ]


def _quoted(run: Run, good: Good, quote: Quote, context: Context) -> Offer | None:
    stated = _in_currency(run, priced(quote.offer, run.quota_per_unit))
    read_offer = _read_good(good, quote, stated, context)
    if stated.kind not in ("relay", "free"):
        return _completed(run, read_offer) if read_offer is not None else None
    # A station's own fields say what it sells; its words only name whose models a group's are.
    if stated.product:
        provider, product = read_model(stated.product)
        return _completed(run, replace(stated, provider=provider, product=product))
    provider = read_offer.provider if read_offer and read_offer.provider != "other" else None
    return _completed(run, replace(stated, provider=provider or stated.provider))


def _read_good(good: Good, quote: Quote, stated: Offer, context: Context) -> Offer | None:
    title = good.listing.title
    # The price on a line of its own is no word of what is sold: $34.00 alone would pass for credit. Nor is the title
    # said twice.
    said = {title, quote.price_text}
    text = "\n".join(line for line in good.listing.text.split("\n") if line.strip() not in said)
    if stated.kind in ("relay", "free"):
        return read_good(f"{title} {text}".strip(), "", stated, context)
    # A variant's own name ("500刀") says more of it than the good's, but for a wholesale step ("10+").
    if stated.label and not _STEP.search(stated.label):
        named = read_good(f"{stated.label} {title}", text, stated, context)
        if named is not None:
            return named
    return read_good(title, text, stated, context)


def _in_currency(run: Run, offer: Offer) -> Offer:
    # Some shops state their currency on another page than their prices.
    if offer.price is None or offer.price.currency:
        return offer
    if not run.currency:
        return replace(offer, price=None, no_ratio="the shop's currency is unknown")
    return replace(offer, price=replace(offer.price, currency=run.currency))


def read_offers(run: Run, words: str, context: Context, place: Place) -> list[Found]:
    """Read the offers of a text, but for what a station's own fields price already."""
    found = []
    said: set[Offer] = set()
    for offer in read(words, context).offers:
        # A title and the post under it say the same price twice: it is one offer.
        same = replace(offer, start=None, end=None, candidates=())
        if same in said:
            continue
        said.add(same)
        if context.place == "relay" and _repeats(run, offer):
            continue
        at = replace(place, start=offer.start, end=offer.end)
        text = words[offer.start : offer.end] if offer.start is not None else ""
        found.append((_completed(run, offer), text[:500], at))
    return found


def read_recharges(words: str, context: Context) -> set[Decimal]:
    """Read what a text says that one site dollar costs, in yuan."""
    return {
        offer.recharge
        for offer in read(words, context).offers
        if offer.recharge is not None and not offer.coupon and offer.recharge_currency == "CNY"
    }


def _repeats(run: Run, offer: Offer) -> bool:
    """Say whether a station's text only names what its own fields price: a group, its recharge, a coupon on them.

    A text without any number offers nothing either (the label format's rule for relays).
    """
    if offer.coupon and offer.price is None and run.groups:
        return True
    if offer.kind == "free" or offer.coupon or offer.fraction is not None:
        return False
    if offer.group is not None:
        return offer.group in run.groups
    if offer.price is None:
        return offer.face_value is None
    return offer.per == "usd_credit" and offer.price.amount == run.recharge


def _completed(run: Run, offer: Offer) -> Offer:
    if offer.kind != "relay" or offer.recharge is not None or run.recharge is None:
        return offer
    in_site_dollars = offer.price is None or offer.price.currency == SITE_CREDIT
    return replace(offer, recharge=run.recharge) if in_site_dollars else offer
