"""The tables of what was seen on the market. docs/data-model.md tells what each is for.

Keys: a listing's and an offer's `key` come from crawlers/resolve.py (DESIGN law 4). Proof: every row that states
something names its snapshot and the place in it (law 5). Observations, facts and texts are append-only.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Float, Index, UniqueConstraint, false, text
from sqlmodel import Field, SQLModel

from store.columns import Exact, Utc, shadow

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


def exact(**options: Any) -> Any:  # noqa: ANN401 - stands for a column, as SQLModel's Field does
    """Make a column of exact decimals."""
    return Field(default=None, sa_type=Exact, **options)


def utc(**options: Any) -> Any:  # noqa: ANN401 - as above
    """Make a column of moments in UTC."""
    return Field(sa_type=Utc, **options)


def added(default: str | int) -> Any:  # noqa: ANN401 - as above
    """Make a column that a later schema added, with what the rows from before hold."""
    given: Any = false() if default is False else text(repr(default))
    return Field(default=default, sa_column_kwargs={"server_default": given})


class Source(SQLModel, table=True):
    """One place that is watched."""

    name: str = Field(primary_key=True)
    platform: str
    url: str
    added_at: datetime = utc()


class Run(SQLModel, table=True):
    """One run over one source. `reported` is the crawler's verdict, `verdict` the one that counts after history."""

    id: str = Field(primary_key=True)
    source: str = Field(foreign_key="source.name")
    started_at: datetime = utc()
    finished_at: datetime = utc()
    reported: str
    verdict: str
    reason: str
    event: str | None = None
    anchored: bool
    covers_all: bool
    keeps: bool
    total: int | None = None
    pages: int
    listings: int
    offers: int
    token: int = 0

    __table_args__ = (Index("ix_run_source_finished_at", "source", "finished_at"),)


class Snapshot(SQLModel, table=True):
    """Scrubbed bytes kept as proof, once each, in a WARC file; `chain` is its link in the chain of the day's file."""

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True)
    url: str
    media_type: str
    size: int
    fetched_at: datetime = utc()
    run_id: str = Field(foreign_key="run.id")
    warc_file: str
    warc_offset: int
    warc_length: int
    purged_at: datetime | None = utc(default=None)
    role: str = added("")
    status: int = added(200)
    rendered: bool = added(False)  # noqa: FBT003 - a value
    chain_at: int = added(0)
    chain: str = added("")
    screenshot_id: int | None = None
    """The picture of a rendered page; pages that look the same share it."""


class Proof(SQLModel):
    """The place that proves a row; the columns of every table that states something."""

    snapshot_id: int = Field(foreign_key="snapshot.id")
    pointer: str = ""
    span_start: int | None = None
    span_end: int | None = None


class Seller(SQLModel, table=True):
    """Who sells at a source: `operator` for the site's own, else the author, shop or channel."""

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(foreign_key="source.name")
    key: str

    __table_args__ = (UniqueConstraint("source", "key"),)


class SellerName(Proof, table=True):
    """A name that a seller went by, from when it was first seen."""

    __tablename__ = "seller_name"

    id: int | None = Field(default=None, primary_key=True)
    seller_id: int = Field(foreign_key="seller.id", index=True)
    name: str
    first_seen_at: datetime = utc()


class Listing(SQLModel, table=True):
    """A good or post of a seller; its words are in listing_text."""

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(foreign_key="source.name")
    key: str
    url: str
    seller_id: int = Field(foreign_key="seller.id", index=True)
    posted_at: datetime | None = utc(default=None)

    __table_args__ = (UniqueConstraint("source", "key"),)


class ListingText(Proof, table=True):
    """The words of a listing from `seen_at` on; a new row for every edit."""

    __tablename__ = "listing_text"

    id: int | None = Field(default=None, primary_key=True)
    listing_id: int = Field(foreign_key="listing.id")
    seen_at: datetime = utc()
    title: str
    text: str
    text_sha256: str
    groups: str = ""
    """JSON list of the station groups in which a model is on sale, or empty."""
    words_sha256: str = Field(default="", index=True, sa_column_kwargs={"server_default": ""})

    __table_args__ = (UniqueConstraint("listing_id", "seen_at"),)


class Offer(SQLModel, table=True):
    """One thing on sale in a listing."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    listing_id: int = Field(foreign_key="listing.id", index=True)
    kind: str = Field(index=True)
    provider: str | None = None
    product: str | None = None
    label: str = ""
    per: str | None = None
    direction: str | None = None
    worth_n: float | None = None
    """The ratio_n of what it last stated, for its order alone; derived when observations are valued."""

    __table_args__ = (Index(None, "product", "worth_n"), Index(None, "worth_n"))


class Observation(Proof, table=True):
    """What one offer stated at one moment: a new row only where something changed."""

    id: int | None = Field(default=None, primary_key=True)
    offer_id: int = Field(foreign_key="offer.id")
    observed_at: datetime = utc()
    run_id: str = Field(foreign_key="run.id", index=True)
    amount: Decimal | None = exact()
    currency: str | None = None
    amount_n: float | None = Field(default=None, sa_column=Column("amount_n", Float, shadow("amount")))
    face_amount: Decimal | None = exact()
    face_currency: str | None = None
    recharge: Decimal | None = exact()
    recharge_currency: str | None = None
    group_multiplier: Decimal | None = exact()
    fraction: Decimal | None = exact()
    seats: int | None = None
    equal_split: bool = False
    months: Decimal | None = exact()
    quota_periods: Decimal | None = exact()
    no_ratio: str | None = None
    qualifier: str = "exact"
    coupon: bool = False
    previous_amount: Decimal | None = exact()
    warranty_days: int | None = None
    attributes: str = ""
    """JSON object of stated extras, or empty."""
    price_text: str = ""
    reader: str = ""
    fingerprint: str
    """SHA-256 over everything stated; equal to the last one means unchanged."""

    __table_args__ = (UniqueConstraint("offer_id", "observed_at"), Index(None, "observed_at"))


class Stock(SQLModel, table=True):
    """How many an offer said to have, from `seen_at` on; apart from observations, for it moves all the time."""

    offer_id: int = Field(foreign_key="offer.id", primary_key=True)
    seen_at: datetime = utc(primary_key=True)
    amount: int | None = None


class Presence(SQLModel, table=True):
    """An interval in which an offer stood; open while `until_at` is null. There is no last_seen column.

    `missing_since` is the first trusted run without it: it closes at the second, at least 6 hours later (law 3).
    """

    id: int | None = Field(default=None, primary_key=True)
    offer_id: int = Field(foreign_key="offer.id", index=True)
    from_at: datetime = utc()
    until_at: datetime | None = utc(default=None)
    missing_since: datetime | None = utc(default=None)
    opened_by: str = Field(foreign_key="run.id")
    closed_by: str | None = Field(default=None, foreign_key="run.id")

    __table_args__ = (
        Index("uq_presence_open", "offer_id", unique=True, sqlite_where=text("until_at IS NULL"),
              postgresql_where=text("until_at IS NULL")),
    )  # fmt: skip


class Fact(Proof, table=True):
    """What a source said of itself, from `observed_at` on; a new row only where it changed."""

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(foreign_key="source.name")
    name: str
    key: str = ""
    value: str
    observed_at: datetime = utc()
    run_id: str = Field(foreign_key="run.id")

    __table_args__ = (Index("ix_fact_source_name_key_observed_at", "source", "name", "key", "observed_at"),)


class Identifier(SQLModel, table=True):
    """One contact or account identifier in its canonical form."""

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    value: str

    __table_args__ = (UniqueConstraint("kind", "value"),)


class Sighting(Proof, table=True):
    """An identifier seen with a seller, in a listing or (`listing_id` null) on a page of the whole source."""

    id: int | None = Field(default=None, primary_key=True)
    identifier_id: int = Field(foreign_key="identifier.id", index=True)
    seller_id: int = Field(foreign_key="seller.id", index=True)
    listing_id: int | None = Field(default=None, foreign_key="listing.id")
    role: str
    written: str
    first_seen_at: datetime = utc()
    run_id: str = Field(foreign_key="run.id")
    reader: str = ""

    __table_args__ = (
        Index("uq_sighting_once", "identifier_id", "seller_id", text("coalesce(listing_id, 0)"), "role",
              unique=True),
    )  # fmt: skip
