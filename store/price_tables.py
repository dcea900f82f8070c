"""The tables of the price book and of availability, by day and each with its source, and of what a run in doubt saw."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import UniqueConstraint, false
from sqlmodel import Field, SQLModel

from store.tables import exact


def imported() -> Any:  # noqa: ANN401 - stands for a column, as SQLModel's Field does
    """Make the column that says whose a row is: the operator's own, which the bundled book never overwrites."""
    return Field(default=False, sa_column_kwargs={"server_default": false()})


class ListPrice(SQLModel, table=True):
    """What a provider charges for a plan, from a day on, by channel and region, and who says so."""

    __tablename__ = "list_price"

    id: int | None = Field(default=None, primary_key=True)
    provider: str
    product: str
    amount: Decimal | None = exact()
    currency: str
    per: str
    channel: str = "web"
    region: str = "US"
    from_day: date
    until_day: date | None = None
    source: str
    imported: bool = imported()

    __table_args__ = (UniqueConstraint("product", "per", "channel", "region", "from_day"),)


class ModelListPrice(SQLModel, table=True):
    """What a provider charges for a million tokens of a model in one direction, from a day on, and who says so."""

    __tablename__ = "model_list_price"

    id: int | None = Field(default=None, primary_key=True)
    provider: str
    model: str
    direction: str
    amount: Decimal | None = exact()
    currency: str
    per: str = "1M_tokens"
    channel: str = "api"
    region: str = ""
    from_day: date
    until_day: date | None = None
    source: str
    imported: bool = imported()

    __table_args__ = (UniqueConstraint("model", "direction", "channel", "region", "from_day"),)


class Availability(SQLModel, table=True):
    """Products that were not on public sale from a day on: all whose slug begins with `product`, and who says so."""

    id: int | None = Field(default=None, primary_key=True)
    provider: str
    product: str
    state: str
    region: str = ""
    from_day: date
    until_day: date | None = None
    source: str

    __table_args__ = (UniqueConstraint("product", "state", "region", "from_day"),)


class Rate(SQLModel, table=True):
    """Units of a currency per US dollar from a day on, until the next day that is known."""

    currency: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    per_usd: Decimal | None = exact()
    source: str
    imported: bool = imported()


class DoubtedOffer(SQLModel, table=True):
    """An offer seen in a run that is in doubt; where that turns out a market event, tells what the run missed."""

    __tablename__ = "doubted_offer"

    run_id: str = Field(primary_key=True, foreign_key="run.id")
    offer_key: str = Field(primary_key=True)
