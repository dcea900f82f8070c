"""The tables of what providers did and said: campaigns, field by field with who says so, enforcements, and custody."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables import utc


class CampaignFact(SQLModel, table=True):
    """One thing that is known of a campaign, and who says so; what no source says has no row."""

    __tablename__ = "campaign_fact"

    id: int | None = Field(default=None, primary_key=True)
    campaign: str
    field: str
    value: str
    qualifier: str = ""
    source: str
    import_id: int = Field(foreign_key="import_batch.id")

    __table_args__ = (UniqueConstraint("campaign", "field"),)


class Enforcement(SQLModel, table=True):
    """A ban wave or another act of a provider against resold accounts, at one moment."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = utc()
    scope: str
    provider: str
    plan: str = ""
    region: str = ""
    accounts: int | None = None
    source: str
    import_id: int = Field(foreign_key="import_batch.id")

    __table_args__ = (UniqueConstraint("at", "scope", "provider", "plan", "region"),)


class CustodyEvent(SQLModel, table=True):
    """What was done with evidence: exported, held, purged, forgotten, restored; by whom, for which case. Append-only."""

    __tablename__ = "custody_event"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = utc()
    what: str
    case_id: str
    who: str
    pages: int
    sha256: str = ""
    words: str = ""
