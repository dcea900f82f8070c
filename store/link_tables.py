"""The tables that the making of links keeps for itself: derived, and made anew where they are empty."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from store.tables import utc


class KnownName(SQLModel, table=True):
    """A known value that bears a name, taken apart (store/links/names.py); values that were taken back may stay."""

    __tablename__ = "known_name"

    kind: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    skeleton: str
    mirror: str
    stem: str | None = None
    tail: str = ""

    __table_args__ = (
        Index("ix_known_name_kind_skeleton", "kind", "skeleton"),
        Index("ix_known_name_kind_mirror", "kind", "mirror"),
        Index("ix_known_name_stem_kind", "stem", "kind"),
    )


class KnownSpan(SQLModel, table=True):
    """From when until when an account had a value, where its provider says so; `key` is the value, or pepper:digest.

    `fresh_from` and `fresh_until` are the same with the slack in which a sighting still counts.
    """

    __tablename__ = "known_span"

    account_id: int = Field(foreign_key="known_account.id", primary_key=True)
    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    had_from: datetime | None = utc(default=None)
    had_until: datetime | None = utc(default=None)
    fresh_from: datetime | None = utc(default=None)
    fresh_until: datetime | None = utc(default=None)


class LinkMark(SQLModel, table=True):
    """What the last making of links had seen, by name."""

    __tablename__ = "link_mark"

    what: str = Field(primary_key=True)
    seen: str
