"""The table of what people judged of links and of their hops."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from store.tables import added, utc

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

    __table_args__ = (Index(None, "about", "key"),)
