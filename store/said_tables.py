"""The tables of what a source states beside its goods: masked values, supply signals, and ways to other sources."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from store.tables import Proof, utc


class PartialSighting(Proof, table=True):
    """A masked value (`zh***@gmail.com`) seen with a seller, in a listing or on a page of the whole source."""

    __tablename__ = "partial_sighting"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    written: str
    seller_id: int = Field(foreign_key="seller.id", index=True)
    listing_id: int | None = Field(default=None, foreign_key="listing.id")
    role: str
    first_seen_at: datetime = utc()
    run_id: str = Field(foreign_key="run.id")
    reader: str = ""

    __table_args__ = (
        Index("uq_partial_sighting_once", "kind", "written", "seller_id", text("coalesce(listing_id, 0)"), "role",
              unique=True),
    )  # fmt: skip


class SignalRow(Proof, table=True):
    """A supply signal stated in a listing, or on a page of the whole source."""

    __tablename__ = "signal"

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(foreign_key="source.name")
    listing_id: int | None = Field(default=None, foreign_key="listing.id")
    name: str
    words: str
    first_seen_at: datetime = utc()
    run_id: str = Field(foreign_key="run.id")

    __table_args__ = (
        Index("uq_signal_once", "source", text("coalesce(listing_id, 0)"), "name", unique=True),
    )


class HintRow(Proof, table=True):
    """A way to another source, such as a relay's top-up shop."""

    __tablename__ = "hint"

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(foreign_key="source.name")
    url: str
    why: str
    first_seen_at: datetime = utc()
    run_id: str = Field(foreign_key="run.id")

    __table_args__ = (UniqueConstraint("source", "url", "why"),)
