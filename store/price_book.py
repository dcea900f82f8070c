"""The price book by day: list prices of plans and models, and rates, as they were in force."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from store.discount import PriceBook, RegionalPrice
from store.records import Money, plain
from store.schema import TABLES

_CHANNEL, _REGION, _PER = "web", "US", "month"
_CHANNELS = ("google", "ios", "web")
"""Where a plan is sold, the one that counts for its region last: the provider's own site before the stores."""
_MODEL_CHANNEL, _MODEL_REGION = "api", ""
Row = dict[str, Any]


@dataclass
class PriceBooks:
    """The book of every day; days of the same prices and rates share one version."""

    prices: Sequence[Row]
    rates: Iterable[Row]
    models: Sequence[Row] = ()
    _by_day: dict[date, PriceBook] = field(default_factory=dict)
    _steps: dict[str, tuple[list[date], list[Decimal]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep each currency's rates by day, for every day of a history asks for its own."""
        for row in sorted(self.rates, key=lambda row: row["day"]):
            days, rates = self._steps.setdefault(row["currency"], ([], []))
            days.append(row["day"])
            rates.append(row["per_usd"])

    @classmethod
    def read(cls, connection: Connection) -> PriceBooks:
        """Read all prices and rates of a database."""
        prices, rates, models = (
            [dict(row) for row in connection.execute(select(TABLES[table])).mappings()]
            for table in ("list_price", "rate", "model_list_price")
        )
        return cls(prices, rates, models)

    def of(self, day: date) -> PriceBook:
        """Give the book of a day: rates of the last known day up to it, prices in force on it.

        What starts later changes nothing here, so a new day's rate revalues nothing old.
        """
        if day not in self._by_day:
            self._by_day[day] = self._make(day)
        return self._by_day[day]

    def _make(self, day: date) -> PriceBook:
        rates: dict[str, Decimal] = {"USD": Decimal(1)}
        starts = [date.min]
        for currency, (days, values) in self._steps.items():
            place = bisect_right(days, day) - 1
            if place >= 0:
                rates[currency] = values[place]
                starts.append(days[place])
        plans: dict[str, Money] = {}
        regional: dict[tuple[str, str], RegionalPrice] = {}
        monthly = [row for row in _in_force(self.prices, day) if row["per"] == _PER]
        for row in sorted(monthly, key=lambda row: _rank(row["channel"])):
            price = Money(row["amount"], row["currency"])
            regional[row["product"], row["region"]] = RegionalPrice(price, row["channel"])
            starts.append(row["from_day"])
            if (row["channel"], row["region"]) == (_CHANNEL, _REGION):
                plans[row["product"]] = price
        models: dict[tuple[str, str], Money] = {}
        for row in _in_force(self.models, day):
            if (row["channel"], row["region"]) == (_MODEL_CHANNEL, _MODEL_REGION):
                models[row["model"], row["direction"]] = Money(row["amount"], row["currency"])
                starts.append(row["from_day"])
        book = PriceBook("", plans, rates, models, regional)
        return replace(book, version=_version(book, max(starts)))


def _rank(channel: str) -> int:
    """Order channels for a region; one that we do not know comes before all."""
    return _CHANNELS.index(channel) if channel in _CHANNELS else -1


def _in_force(rows: Iterable[Row], day: date) -> list[Row]:
    found = [
        row for row in rows
        if row["from_day"] <= day and (row["until_day"] is None or day < row["until_day"])
    ]  # fmt: skip
    return sorted(found, key=lambda row: row["from_day"])


def _version(book: PriceBook, newest: date) -> str:
    """Name a book by its newest day and what it says."""
    lines = [f"{product}={_told(price)}" for product, price in book.plans.items()]
    lines += [f"{currency}={plain(rate)}" for currency, rate in book.fx.items()]
    lines += [f"{' '.join(model)}={_told(price)}" for model, price in book.models.items()]
    lines += [
        f"{' '.join(place)} {sold.channel}={_told(sold.price)}" for place, sold in book.regional.items()
    ]
    digest = hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
    return f"{newest.isoformat()}:{digest[:12]}"


def _told(price: Money) -> str:
    return f"{plain(price.amount)} {price.currency}"
