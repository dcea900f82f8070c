"""The tables of probes: canaries that an analyst sent through bought offers, and the accounts in whose logs they stood."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables import utc


class Probe(SQLModel, table=True):
    """One request sent through what an offer sells, with a word of its own in it that a provider's logs can be asked for."""

    id: int | None = Field(default=None, primary_key=True)
    offer_id: int = Field(foreign_key="offer.id", index=True)
    sent_at: datetime = utc()
    canary: str = Field(unique=True)
    request_id: str = ""
    buyer_alias: str
    authorised_by: str
    case_id: str
    added_at: datetime = utc()


class ProbeAnswer(SQLModel, table=True):
    """An account whose log held a probe's canary, within the window after it was sent; one probe may have many."""

    __tablename__ = "probe_answer"

    id: int | None = Field(default=None, primary_key=True)
    probe_id: int = Field(foreign_key="probe.id")
    account_id: int = Field(foreign_key="known_account.id", index=True)
    seen_at: datetime = utc()
    import_id: int = Field(foreign_key="import_batch.id")

    __table_args__ = (UniqueConstraint("probe_id", "account_id"),)
