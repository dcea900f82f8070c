"""The tables of what people judged of links and of their hops, and of the samples that are judged blind."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables import added, exact, utc

PAIR, HOP = "pair", "hop"
CONFIRM, REJECT, UNSURE = "confirm", "reject", "unsure"


class Judgement(SQLModel, table=True):
    """What one person says of a seller and an account together, or of a hop wherever it stands.

    `about` is `pair` (`key` is the link's id, hashed from its end points) or `hop` (`key` is its hop_key); `says` is
    `confirm`, `reject` or `unsure`. `blind` marks one of the random sample, judged with the score hidden. It counts
    while `undone_at` is null; nothing else of a row ever changes.
    """

    id: int | None = Field(default=None, primary_key=True)
    about: str
    key: str
    says: str
    who: str
    at: datetime = utc()
    why: str = ""
    blind: bool = added(False)  # noqa: FBT003 - a value
    undone_at: datetime | None = utc(default=None)
    undone_by: str | None = None
    seller_id: int | None = None
    """With `account_id`: the ends of the link that was judged, or that the judged hop was seen on."""
    account_id: int | None = None
    undone_why: str | None = None

    __table_args__ = (Index(None, "about", "key"),)


class LinkSample(SQLModel, table=True):
    """One link of a week's random sample, with its score as it was drawn; never drawn again. Append-only."""

    __tablename__ = "link_sample"

    id: int | None = Field(default=None, primary_key=True)
    week: str
    link_id: str
    drawn_at: datetime = utc()
    score: Decimal | None = exact()
    claimed: Decimal = exact(nullable=False)
    """The probability that the score claims under the link's model."""

    __table_args__ = (UniqueConstraint("week", "link_id"),)
