"""The table of weekly pages that were given out."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from store.tables import utc


class WeekReport(SQLModel, table=True):
    """A page of a week that was over when it was made: asked later, it is the same. Append-only; the first one counts."""

    __tablename__ = "week_report"

    id: int | None = Field(default=None, primary_key=True)
    week: str = Field(index=True)
    made_at: datetime = utc()
    page: str
    figures: str
    """The figures as JSON."""
