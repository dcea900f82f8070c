"""One bundle from disk, read line by line and checked as a whole before any row is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from store.codec import BrokenRecordError, from_line
from store.evidence_files import EvidenceError, Member, find_members
from store.records import (
    DIRECTIONS,
    KINDS,
    OFFER_KINDS,
    PERS,
    PROVIDERS,
    QUALIFIERS,
    ROLES,
    SIGNALS,
    VERDICTS,
)
from store.run_records import (
    FactRecord,
    HintRecord,
    ListingRecord,
    OfferRecord,
    PageRecord,
    PartialRecord,
    Record,
    RunRecord,
    SeenRecord,
    SightingRecord,
    SignalRecord,
)

RECORDS = "records.jsonl"
WARC = "pages.warc.gz"
MAX_LINE = 4 * 1024 * 1024
_LONGEST_MASK = 200
_DIGITS = 40
"""Money, shares and rates have fewer digits than this on either side of the point."""


Proven = FactRecord | ListingRecord | OfferRecord | SightingRecord | PartialRecord | SignalRecord | HintRecord
Keyed = TypeVar("Keyed", ListingRecord, OfferRecord)


class BrokenBundleError(Exception):
    """Raised where a bundle is no whole and consistent account of one run; the message says where."""


@dataclass(frozen=True)
class Bundle:
    """Everything that one run left behind, checked."""

    path: Path
    run: RunRecord
    pages: dict[str, PageRecord]
    members: dict[str, Member]
    facts: list[FactRecord]
    listings: dict[str, ListingRecord]
    offers: dict[str, OfferRecord]
    sightings: list[SightingRecord]
    partials: list[PartialRecord]
    signals: list[SignalRecord]
    hints: list[HintRecord]
    seen: frozenset[str] | None = None
    """The keys of the offers that it met again, where it says that nothing changed; else None."""
    masked: Path | None = None
    """Where its pages stand once forgotten values were masked in them."""

    @property
    def standing(self) -> Collection[str]:
        """The keys of all offers that it saw."""
        return self.offers if self.seen is None else self.seen

    @property
    def listed(self) -> int:
        """How many listings it saw."""
        return len(self.listings) if self.seen is None else self.run.listings

    @property
    def warc(self) -> Path:
        """The file of the run's pages."""
        return self.masked or self.path / WARC

    def seen_at(self, snapshot: str) -> datetime:
        """When this run fetched the page that proves something."""
        return self.pages[snapshot].fetched_at


def read_run(path: Path) -> RunRecord:
    """Read only the run's own record of a bundle.

    Raises:
        BrokenBundleError: where there is none.
    """
    for line in _lines(path / RECORDS, only='{"is":"run"'):
        record = _record(line)
        if isinstance(record, RunRecord):
            return record
    raise BrokenBundleError(f"{RECORDS} holds no run")


def read_bundle(path: Path) -> Bundle:
    """Read and check a bundle.

    Raises:
        BrokenBundleError: where a line is no record, a value no value, or a record names what the bundle lacks.
    """
    sorted_out: dict[type[Any], list[Any]] = defaultdict(list)
    for line in _lines(path / RECORDS):
        record = _record(line)
        sorted_out[type(record)].append(record)
    runs = sorted_out[RunRecord]
    if len(runs) != 1 or runs[0].run_id != path.name:
        raise BrokenBundleError(f"{RECORDS} should hold the one run {path.name}")
    bundle = Bundle(
        path=path,
        run=runs[0],
        pages={page.snapshot: page for page in reversed(sorted_out[PageRecord])},
        members=_members(path / WARC),
        facts=sorted_out[FactRecord],
        listings=_by_key(sorted_out[ListingRecord]),
        offers=_by_key(sorted_out[OfferRecord]),
        sightings=sorted_out[SightingRecord],
        partials=sorted_out[PartialRecord],
        signals=sorted_out[SignalRecord],
        hints=sorted_out[HintRecord],
        seen=_seen(runs[0], sorted_out),
    )
    _check(bundle)
    return bundle


def _seen(run: RunRecord, sorted_out: dict[type[Any], list[Any]]) -> frozenset[str] | None:
    said: list[SeenRecord] = sorted_out[SeenRecord]
    if not run.same_as and not said:
        return None
    others = sum(len(records) for kind, records in sorted_out.items() if kind not in (RunRecord, SeenRecord))
    stands = run.verdict in ("ok", "empty") and not run.imported
    if len(said) != 1 or others or not run.same_as or not stands:
        raise BrokenBundleError("a run that met nothing new says which offers it saw, and nothing else")
    return frozenset(said[0].offers)


def _lines(path: Path, only: str = "") -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            while line := stream.readline(MAX_LINE):
                if not line.endswith("\n"):
                    raise BrokenBundleError(
                        f"{path.name} is cut off, or has a line of over {MAX_LINE} characters"
                    )
                if line.startswith(only):
                    yield line
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BrokenBundleError(f"{path.name} is missing") from error
    except UnicodeDecodeError as error:
        raise BrokenBundleError(f"{path.name} is not UTF-8") from error


def _record(line: str) -> Record:
    try:
        return from_line(line)
    except BrokenRecordError as error:
        raise BrokenBundleError(str(error)) from error


def _members(path: Path) -> dict[str, Member]:
    try:
        return {member.sha256: member for member in find_members(path)}
    except FileNotFoundError as error:
        raise BrokenBundleError(f"{path.name} is missing") from error
    except EvidenceError as error:
        raise BrokenBundleError(str(error)) from error


def _by_key(records: list[Keyed]) -> dict[str, Keyed]:
    found: dict[str, Keyed] = {}
    for record in records:
        if found.setdefault(record.key, record) != record:
            raise BrokenBundleError(f"two different records share the key {record.key}")
    return found


def _check(bundle: Bundle) -> None:
    run = bundle.run
    _need(run.verdict in VERDICTS, "the run's verdict", run.verdict)
    for moment in (run.started_at, run.finished_at, *(page.fetched_at for page in bundle.pages.values())):
        _need(moment.tzinfo is not None, "a time without its zone", moment)
    _need(run.started_at <= run.finished_at, "a run that ends before it starts", run.finished_at)
    for listing in bundle.listings.values():
        _need(listing.posted_at is None or listing.posted_at.tzinfo is not None, "a time", listing.posted_at)
    for offer in bundle.offers.values():
        _check_offer(offer)
    for sighting in bundle.sightings:
        kind = KINDS.get(sighting.identifier.kind)
        _need(kind is not None and not kind.provider_only, "an identifier's kind", sighting.identifier.kind)
        _need(sighting.identifier.role in ROLES, "a role", sighting.identifier.role)
        _need(bool(sighting.identifier.normalised), "an identifier's canonical value", "")
    for masked in bundle.partials:
        _need(masked.partial.kind in KINDS, "a masked value's kind", masked.partial.kind)
        _need(masked.partial.role in ROLES, "a role", masked.partial.role)
        _need(0 < len(masked.partial.value) <= _LONGEST_MASK, "a masked value", masked.partial.value)
    for signal in bundle.signals:
        _need(signal.signal.name in SIGNALS, "a signal", signal.signal.name)
    _check_references(bundle)


def _check_references(bundle: Bundle) -> None:
    named: set[str | None] = {one.listing_key for one in bundle.offers.values()}
    named |= {one.listing_key for one in bundle.sightings} | {one.listing_key for one in bundle.signals}
    named |= {one.listing_key for one in bundle.partials}
    for key in named:
        _need(key is None or key in bundle.listings, "a listing", key)
    proven: tuple[Proven, ...] = (*bundle.facts, *bundle.listings.values(), *bundle.offers.values())
    proven += (*bundle.sightings, *bundle.partials, *bundle.signals, *bundle.hints)
    pictures = {page.screenshot for page in bundle.pages.values()} - {""}
    for snapshot in {record.snapshot for record in proven} | pictures:
        _need(snapshot in bundle.pages and snapshot in bundle.members, "the page that proves it", snapshot)


def _check_offer(record: OfferRecord) -> None:
    offer = record.offer
    _need(offer.kind in OFFER_KINDS, "an offer's kind", offer.kind)
    _need(offer.provider is None or offer.provider in PROVIDERS, "a provider", offer.provider)
    _need(offer.per is None or offer.per in PERS, "a unit", offer.per)
    _need(offer.direction is None or offer.direction in DIRECTIONS, "a direction", offer.direction)
    _need(offer.qualifier in QUALIFIERS, "a qualifier", offer.qualifier)
    amounts = [offer.recharge, offer.group, offer.fraction, offer.months, offer.quota_periods]
    amounts += [
        money.amount for money in (offer.price, offer.face_value, offer.previous) if money is not None
    ]
    for amount in amounts:
        if amount is not None:
            _need(_is_sane(amount), f"an amount of {record.key}", amount)


def _is_sane(amount: Decimal) -> bool:
    return amount.is_finite() and -_DIGITS < amount.adjusted() < _DIGITS and len(str(amount)) < 2 * _DIGITS


def _need(holds: bool, what: str, found: object) -> None:  # noqa: FBT001 - reads as the sentence that it checks
    if not holds:
        raise BrokenBundleError(f"the bundle lacks or misstates {what}: {str(found)[:80]!r}")
