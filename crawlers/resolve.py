"""A run's readings, once all its pages are in, as records: a price is often two numbers on two pages. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

import re2

from crawlers.goods import Good, gather
from crawlers.keys import offer_key
from crawlers.marks import Marks, Seat, marks_of, once, partials, sightings, signal_records
from crawlers.offers import Found, Run, SourceFacts, quoted_offers, read_offers, read_recharges
from crawlers.page import Note, Page, Reading
from crawlers.picture_seats import picture_records
from crawlers.platforms import PLATFORMS, urls
from crawlers.platforms.fields import number
from crawlers.platforms.operator_keys import keys_in
from crawlers.platforms.shop_links import SAID
from crawlers.reading.context import Context
from crawlers.reading.identifiers import canonical
from store.records import LISTED, Identifier, Place, plain
from store.run_records import (
    FactRecord,
    HintRecord,
    ListingRecord,
    OfferRecord,
    Record,
)

__all__ = ["SourceFacts", "resolve"]

OPERATOR = "operator"
# Who asks to buy sells nothing, and what is marked as sold is gone: such a post's numbers are no offer.
_WANTED = re2.compile(
    r"(?i)^\W*(?:wtb|want(?:ed)? to buy|buying|cần mua|beli cari)\b|^\W*(?:求购|求購|收购|收購|高价收|куплю)|"
    r"\[(?:wtb|wanted|buying|sold|closed)\]|【(?:求购|收购|收|已售|已出)】"
)
# What sellers set before a thread's title: [Sell], 【出】, Selling:
_MARKED = re2.compile(
    r"(?i)^\s*(?:[\[【(][^\]】)]{1,20}[\]】)]|(?:wts|fs|sell|selling|for sale|出售?|продаю|продам|bán|jual)\s*[:：])\s*"
)
_OPENING, _TELLING = 40, 8


def resolve(source: SourceFacts, pages: Sequence[tuple[Page, Reading]]) -> list[Record]:
    """Turn a run's readings into records: facts, listings with their offers, sightings, signals, hints.

    The order of the pages does not matter; the same snapshots, facts and reader versions give the same records.
    """
    ordered = sorted(pages, key=lambda pair: (pair[0].url, pair[0].role, pair[0].snapshot))
    facts = _facts(ordered)
    facts += _said_recharge(source, ordered, facts)
    platform = PLATFORMS.get(source.platform)
    run = Run(
        source=source,
        reader=f"{source.platform}/{platform.VERSION if platform else 0}",
        recharge=_fact_number(facts, "recharge"),
        quota_per_unit=_fact_number(facts, "quota_per_unit"),
        groups=frozenset(
            ratio
            for fact in facts
            if fact.name == "group_ratio" and (ratio := number(fact.value)) is not None
        ),
        currency=_said(facts, "currency") or source.currency or _said(facts, "language_currency"),
    )
    records: list[Record] = [*facts]
    goods = gather((page, listing) for page, reading in ordered for listing in reading.listings)
    for good in goods:
        records += _good_records(run, good)
    shared = platform is not None and platform.SHARED_HOST
    records += _page_records(run, ordered, shared=shared)
    kept = {record.key for record in records if isinstance(record, ListingRecord)}
    records += picture_records(ordered, goods, kept, shared=shared)
    records += _own_host(run, ordered, shared=shared)
    return once(records)


def _facts(pages: Iterable[tuple[Page, Reading]]) -> list[FactRecord]:
    found: dict[tuple[str, str], FactRecord] = {}
    for page, reading in pages:
        for fact in reading.facts:
            record = FactRecord(
                name=fact.name, key=fact.key, value=fact.value, snapshot=page.snapshot, place=fact.place
            )
            found.setdefault((fact.name, fact.key), record)
    return list(found.values())


def _said_recharge(
    source: SourceFacts, pages: Iterable[tuple[Page, Reading]], facts: Iterable[FactRecord]
) -> list[FactRecord]:
    """Give a station's recharge from its own texts, where no field states one and all texts agree on one."""
    if any(fact.name in ("recharge", "status_price") for fact in facts):
        return []
    context = Context(
        observed=source.observed, language=source.language, currency=source.currency, place="relay"
    )
    said = {
        rate: FactRecord(name="recharge", value=plain(rate), snapshot=page.snapshot, place=place)
        for page, reading in pages
        for words, place in _station_words(reading)
        for rate in read_recharges(words, context)
    }
    return list(said.values()) if len(said) == 1 else []


def _station_words(reading: Reading) -> Iterable[tuple[str, Place]]:
    yield from (
        (note.text, note.place) for note in reading.notes if note.offers and note.place_kind == "relay"
    )
    for listing in reading.listings:
        if listing.place_kind == "relay" and not listing.quotes:
            yield _words(listing.title, listing.text), listing.place


def _said(facts: Iterable[FactRecord], name: str) -> str | None:
    return next((fact.value for fact in facts if fact.name == name), None)


def _fact_number(facts: Iterable[FactRecord], name: str) -> Decimal | None:
    return next((number(fact.value) for fact in facts if fact.name == name and not fact.key), None)


def _good_records(run: Run, good: Good) -> list[Record]:
    listing = good.listing
    words = _words(listing.title, listing.text)
    context = run.context(listing.place_kind, listing.language)
    seat = Seat(listing.seller_key, good.page.snapshot, listing.place, run.reader, good.key)
    marks = marks_of(words, context)
    identifiers = (*marks.identifiers, *listing.identifiers)
    if listing.quotes:
        offers = quoted_offers(run, good, context)
        if not offers:
            # A good that has nothing to do with AI: who sells it is still who runs the place.
            whole = replace(seat, listing_key=None)
            return [*sightings(whole, identifiers), *partials(whole, marks.partial)]
    else:
        wanted = _WANTED.search(listing.title or listing.text[:_OPENING])
        offers = [] if wanted else read_offers(run, words, context, listing.place)
    if not (offers or marks.identifiers or marks.partial or marks.signals):
        return []
    if not listing.on_sale:
        offers = [(replace(offer, stock=0), text, place) for offer, text, place in offers]
    return [
        _listing_record(good),
        *_offer_records(run, seat, offers),
        *sightings(seat, identifiers),
        *partials(seat, marks.partial),
        *signal_records(seat, marks.signals),
    ]


def _listing_record(good: Good) -> ListingRecord:
    listing = good.listing
    return ListingRecord(
        key=good.key,
        url=listing.url,
        title=listing.title,
        text=listing.text,
        seller_key=listing.seller_key,
        seller_name=listing.seller_name,
        posted_at=listing.posted_at,
        groups=listing.groups,
        snapshot=good.page.snapshot,
        place=listing.place,
    )


def _offer_records(run: Run, seat: Seat, offers: Iterable[Found]) -> list[Record]:
    among: Counter[str] = Counter()
    key = seat.listing_key or ""
    return [
        OfferRecord(
            key=offer_key(run.source.name, key, offer, among),
            listing_key=key,
            offer=offer,
            price_text=text,
            snapshot=seat.snapshot,
            place=place,
            reader=run.reader,
        )
        for offer, text, place in offers
    ]


def _words(title: str, text: str) -> str:
    """Give a listing's title and text; a title that its text repeats says nothing twice, whatever mark it bears."""
    if not text:
        return title.strip()
    bare = _MARKED.sub("", title)
    repeated = title in text or (len(bare) >= _TELLING and bare in text)
    return text if repeated else f"{title}\n{text}".strip()


def _page_records(run: Run, pages: Iterable[tuple[Page, Reading]], *, shared: bool) -> list[Record]:
    records: list[Record] = []
    said: set[str] = set()
    numbers: Counter[str] = Counter()
    for page, reading in pages:
        for note in reading.notes:
            if note.text not in said:
                said.add(note.text)
                records += _note_records(run, page, note, numbers)
        records += sightings(Seat(OPERATOR, page.snapshot, Place(), run.reader), reading.identifiers)
        # Whatever program a site runs, its pages' scripts name who counts and guards its visitors.
        if not shared:
            keys = (keys_in(page.text) if page.is_markup else ()) if reading.keys is None else reading.keys
            records += sightings(Seat(OPERATOR, page.snapshot, Place(), run.reader), keys)
        records += sightings(Seat(OPERATOR, page.snapshot, Place(), run.reader), _shops(reading))
        records += [
            HintRecord(url=hint.url, why=hint.why, snapshot=page.snapshot, place=hint.place)
            for hint in reading.hints
        ]
    return records


def _shops(reading: Reading) -> list[Identifier]:
    # The shop that a station's settings send its buyers to is the operator's own; what its words name may be another's.
    own = (hint for hint in reading.hints if hint.why not in (SAID, LISTED))
    named = ((hint.url, canonical("shop", hint.url)) for hint in own)
    return [Identifier(kind="shop", value=url, normalised=shop, role=OPERATOR) for url, shop in named if shop]


def _note_records(run: Run, page: Page, note: Note, numbers: Counter[str]) -> list[Record]:
    context = run.context(note.place_kind)
    marks = marks_of(note.text, context)
    offers = read_offers(run, note.text, context, note.place) if note.offers else []
    # Contacts of a notice are the operator's everywhere on the site, so no listing holds them.
    whole = Seat(OPERATOR, page.snapshot, note.place, run.reader)
    if not offers:
        return [*_contacts(whole, marks), *signal_records(whole, marks.signals)]
    role = page.role.split(" ")[0] or "page"
    numbers[role] += 1
    seat = replace(whole, listing_key=f"note:{role}:{numbers[role]}")
    listing = ListingRecord(
        key=seat.listing_key or "",
        url=page.url,
        title="",
        text=note.text,
        seller_key=OPERATOR,
        snapshot=page.snapshot,
        place=note.place,
    )
    return [
        listing,
        *_offer_records(run, seat, offers),
        *_contacts(whole, marks),
        *signal_records(seat, marks.signals),
    ]


def _contacts(seat: Seat, marks: Marks) -> list[Record]:
    return [*sightings(seat, marks.identifiers), *partials(seat, marks.partial)]


def _own_host(run: Run, pages: Sequence[tuple[Page, Reading]], *, shared: bool) -> list[Record]:
    host = urls.host_of(run.source.url)
    normalised = None if shared or not host else canonical("domain", host)
    if not normalised or not pages:
        return []
    own = Identifier(kind="domain", value=host, normalised=normalised, role=OPERATOR)
    return sightings(Seat(OPERATOR, pages[0][0].snapshot, Place(), run.reader), [own])
