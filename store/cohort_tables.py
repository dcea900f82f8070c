"""The table of a provider's sign-ups as counts of all its customers, never as rows of accounts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class CohortCount(SQLModel, table=True):
    """How many customers of one make signed up on a day, and how many of them were banned since; 20 at the least."""

    __tablename__ = "cohort_count"

    id: int | None = Field(default=None, primary_key=True)
    provider: str
    day: date
    plan: str = ""
    country: str = ""
    channel: str = ""
    mail_class: str = ""
    sign_ups: int
    banned: int
    import_id: int = Field(foreign_key="import_batch.id")

    __table_args__ = (UniqueConstraint("provider", "day", "plan", "country", "channel", "mail_class"),)
