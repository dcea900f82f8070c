"""The tables of what receivers were told, what came of it, and which personal values left in clear."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables import utc


class ClaimSent(SQLModel, table=True):
    """A claim as it left to a receiver, from the version with the id `feed_version` on until the next row of the same claim and directory.

    `receiver` is the name of the set of feeds. `says` is `sent`, `retracted`, or `left_out`: the feed no longer holds
    it. `body` is JSON: the claim with its paths and weights as they were then. Append-only; a version that never came
    out loses its rows, and what is forgotten is masked in them.
    """

    __tablename__ = "claim_sent"

    id: int | None = Field(default=None, primary_key=True)
    claim_id: str = Field(foreign_key="claim.id")
    receiver: str
    directory: str
    feed_version: int = Field(index=True)
    sent_at: datetime = utc()
    says: str
    body: str

    __table_args__ = (Index(None, "receiver", "directory", "claim_id"), Index(None, "claim_id"))


class Outcome(SQLModel, table=True):
    """What a receiver did about a claim, and what came of it; a later row of the same action stands for the former."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: str = Field(foreign_key="claim.id")
    action: str
    at: datetime = utc()
    outcome: str
    import_id: int = Field(foreign_key="import_batch.id")

    __table_args__ = (UniqueConstraint("claim_id", "action", "at"),)


class ClearRelease(SQLModel, table=True):
    """That personal values left in clear: in which version (its id), to whom, for which case, by whose word. Append-only."""

    __tablename__ = "clear_release"

    id: int | None = Field(default=None, primary_key=True)
    feed_version: int
    receiver: str
    case_id: str
    who: str
    at: datetime = utc()
