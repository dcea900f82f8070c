"""The price book by day: plans' list prices and rates, each row with its source, seeded from store/prices/."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, update

from store.discount import PriceBook
from store.records import Money, plain
from store.schema import TABLES

SEEDS = Path(__file__).parent / "prices"
_CHANNEL, _REGION, _PER = "web", "US", "month"
_KEYS = {
    "list_price": ("product", "per", "channel", "region", "from_day"),
    "rate": ("currency", "day"),
}
_FILES = {"list_price": "list_prices.csv", "rate": "rates.csv"}
Row = dict[str, Any]


def save_seeds(connection: Connection) -> int:
    """Bring the database's prices and rates up to the bundled ones; gives how many rows are new or corrected."""
    return sum(save_prices(connection, table, list(_read_seed(table))) for table in _FILES)


def save_prices(connection: Connection, table: str, rows: Sequence[Row]) -> int:
    """Save rows of `list_price` or `rate`; a row of the same key is corrected. Gives how many changed."""
    columns, keys = TABLES[table].c, _KEYS[table]
    changed = 0
    for row in rows:
        same = [columns[key] == row[key] for key in keys]
        known = connection.execute(select(*(columns[name] for name in row)).where(*same)).first()
        if known is None:
            connection.execute(insert(TABLES[table]).values(row))
        elif known._asdict() != row:
            connection.execute(update(TABLES[table]).where(*same).values(row))
        changed += known is None or known._asdict() != row
    return changed


def _read_seed(table: str) -> Iterator[Row]:
    with (SEEDS / _FILES[table]).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield {name: _typed(name, value) for name, value in row.items()}


def _typed(name: str, value: str) -> object:
    if name in ("amount", "per_usd"):
        return Decimal(value)
    if name in ("from_day", "until_day", "day"):
        return date.fromisoformat(value) if value else None
    return value


@dataclass
class PriceBooks:
    """The book of every day; days of the same prices and rates share one version."""

    prices: Sequence[Row]
    rates: Sequence[Row]
    _by_day: dict[date, PriceBook] = field(default_factory=dict)

    @classmethod
    def read(cls, connection: Connection) -> PriceBooks:
        """Read all prices and rates of a database."""
        found = {
            table: [row._asdict() for row in connection.execute(select(TABLES[table]))] for table in _FILES
        }
        return cls(found["list_price"], found["rate"])

    def of(self, day: date) -> PriceBook:
        """Give the book of a day: rates of the last known day up to it, prices in force on it.

        What starts later changes nothing here, so a new day's rate revalues nothing old.
        """
        if day not in self._by_day:
            self._by_day[day] = self._make(day)
        return self._by_day[day]

    def _make(self, day: date) -> PriceBook:
        plans: dict[str, Money] = {}
        rates: dict[str, Decimal] = {"USD": Decimal(1)}
        starts = [date.min]
        for row in sorted(self.prices, key=lambda row: row["from_day"]):
            in_force = row["from_day"] <= day and (row["until_day"] is None or day < row["until_day"])
            if in_force and (row["channel"], row["region"], row["per"]) == (_CHANNEL, _REGION, _PER):
                plans[row["product"]] = Money(row["amount"], row["currency"])
                starts.append(row["from_day"])
        for row in sorted(self.rates, key=lambda row: row["day"]):
            if row["day"] <= day:
                rates[row["currency"]] = row["per_usd"]
                starts.append(row["day"])
        return PriceBook(_version(plans, rates, max(starts)), plans, rates)


def _version(plans: dict[str, Money], rates: dict[str, Decimal], newest: date) -> str:
    lines = [f"{product}={plain(price.amount)} {price.currency}" for product, price in plans.items()]
    lines += [f"{currency}={plain(rate)}" for currency, rate in rates.items()]
    digest = hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
    return f"{newest.isoformat()}:{digest[:12]}"
