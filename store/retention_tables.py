"""The tables of what may not go, what is gone, and what must not come back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables import utc


class LegalHold(SQLModel, table=True):
    """What a case needs: nothing of it is purged or forgotten while `until_at` is null.

    `what` is `value` (kind and value), `source` or `page` (their name in `value`).
    """

    __tablename__ = "legal_hold"

    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(index=True)
    what: str
    kind: str = ""
    value: str
    by: str
    from_at: datetime = utc()
    until_at: datetime | None = utc(default=None)


class Tombstone(SQLModel, table=True):
    """What was taken out, when and why: a page by its SHA-256, a value by its keyed digest; append-only.

    `words` counts what went, by table; `file_before` and `file_after` are the hashes of a page's day file.
    """

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = utc()
    what: str
    digest: str = Field(index=True)
    reason: str
    by: str
    words: str = ""
    file_before: str = ""
    file_after: str = ""


class ForgottenValue(SQLModel, table=True):
    """A value that is not collected again: its HMAC under the key in the evidence directory, never the value."""

    __tablename__ = "forgotten_value"

    digest: str = Field(primary_key=True)
    kind: str
    key_id: str
    forgotten_at: datetime = utc()

    __table_args__ = (UniqueConstraint("kind", "digest"),)
