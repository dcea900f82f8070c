"""What a run leaves behind: one record a line in its bundle (crawlers/bundle.py writes, store/load.py reads)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from store.records import Identifier, Offer, Partial, Place, Signal

SCREENSHOT = "screenshot"
"""The role of a page's picture; it is kept where the page is, and goes where it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """One page that a run fetched; `snapshot` is the SHA-256 of its scrubbed bytes, kept in the bundle's WARC."""

    url: str
    snapshot: str
    status: int
    media_type: str
    fetched_at: datetime
    role: str = ""
    rendered: bool = False
    robots: str = "allowed"
    peer: str | None = None
    blocked: str | None = None
    keep: bool = False
    """Whether it is kept as evidence though no row names it (a hand capture)."""
    screenshot: str = ""
    """The SHA-256 of its picture, which has a record of its own with the role SCREENSHOT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRecord:
    """What a page says of the whole source: `recharge`, `group_ratio` of `default`, `top_up_link`."""

    name: str
    key: str = ""
    value: str
    snapshot: str
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRecord:
    """A seller's own words at one place of one source; `key` is stable while numbers in the words move."""

    key: str
    url: str
    title: str
    text: str
    seller_key: str
    seller_name: str = ""
    posted_at: datetime | None = None
    groups: tuple[str, ...] = ()
    """The station groups in which a model listing is on sale (model x group is a view)."""
    snapshot: str
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRecord:
    """An offer of a listing; `key` is given by listing, variant, group and unit, never by the price."""

    key: str
    listing_key: str
    offer: Offer
    price_text: str = ""
    snapshot: str
    place: Place = field(default_factory=Place)
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingRecord:
    """An identifier seen on a source, in a listing of a seller or on a page of the whole source."""

    identifier: Identifier
    seller_key: str
    listing_key: str | None = None
    snapshot: str
    place: Place = field(default_factory=Place)
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialRecord:
    """A masked value seen on a source, in a listing of a seller or on a page of the whole source."""

    partial: Partial
    seller_key: str
    listing_key: str | None = None
    snapshot: str
    place: Place = field(default_factory=Place)
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalRecord:
    """A supply signal stated in a listing, or on a page of the whole source (`listing_key` None)."""

    signal: Signal
    listing_key: str | None = None
    snapshot: str
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class HintRecord:
    """A way to another source (a relay's top-up shop, a referral in a list)."""

    url: str
    why: str
    snapshot: str
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRecord:
    """The keys of all offers that a run met again as they stood, in place of their own records (`RunRecord.same_as`)."""

    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run over one source: when, what it covered, and the crawler's own verdict with the reason.

    `anchored` says that the pages stood intact (own totals, empty-state words agree with what was read);
    `covers_all` that every page that lists goods was read, so an absent listing is absent;
    `keeps` that listings here never end by scrolling away (channels, forums).
    """

    run_id: str
    source: str
    platform: str
    started_at: datetime
    finished_at: datetime
    verdict: str
    reason: str
    anchored: bool = False
    covers_all: bool = False
    keeps: bool = False
    total: int | None = None
    """The number of goods that the source itself states."""
    pages: int = 0
    listings: int = 0
    offers: int = 0
    token: int = 0
    source_url: str = ""
    imported: bool = False
    """Whether a person brought it in: it adds to what is known of a source, and ends nothing."""
    same_as: str = ""
    """The earlier run whose pages it met again unchanged, every one; then a SeenRecord stands for all that they say."""


Record = (
    RunRecord
    | PageRecord
    | FactRecord
    | ListingRecord
    | OfferRecord
    | SightingRecord
    | PartialRecord
    | SignalRecord
    | HintRecord
    | SeenRecord
)
