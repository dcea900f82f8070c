"""The bundled price book, store/prices/, brought into a database: list prices, models, availability and rates."""

from __future__ import annotations

import csv
import hashlib
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from store.schema import TABLES

SEEDS = Path(__file__).parent / "prices"
ECB = "ecb_rates.csv"
ECB_SOURCE = "ECB euro reference rates, crossed by the dollar"
FILES = {
    "list_price": "list_prices.csv",
    "model_list_price": "model_prices.csv",
    "availability": "availability.csv",
    "rate": "rates.csv",
}
KEYS = {
    "list_price": ("product", "per", "channel", "region", "from_day"),
    "model_list_price": ("model", "direction", "channel", "region", "from_day"),
    "availability": ("product", "state", "region", "from_day"),
    "rate": ("currency", "day"),
}
SEEDED = "price book"
"""What an import batch of the bundled files is: by the last one's digest they need not be compared again."""
_DEFAULTS = {"model_list_price": {"channel": "api", "region": ""}}
Row = dict[str, Any]


def save_seeds(connection: Connection, days: Collection[date] = ()) -> int:
    """Bring a database up to the bundled book, with the rates of these days; gives how many rows are new or corrected.

    Rates of days that no observation needs stay in the file: there are thirty thousand. Those that stand are compared
    where the files are others than last time, for the bank corrects itself.
    """
    rate, batch, digest = TABLES["rate"].c, TABLES["import_batch"], _digest(SEEDS)
    found = connection.execute(select(rate.day).where(rate.source == ECB_SOURCE).distinct())
    standing = set(found.scalars())
    last = select(batch.c.sha256).where(batch.c.what == SEEDED).order_by(batch.c.id.desc()).limit(1)
    if connection.execute(last).scalar() == digest:
        wanted = [row for row in _ecb_rates(days) if row["day"] not in standing]
        return save_prices(connection, "rate", wanted)
    changed = sum(save_prices(connection, table, _read_seed(table, SEEDS)) for table in FILES)
    changed += save_prices(connection, "rate", list(_ecb_rates({*days, *standing})))
    row = {"what": SEEDED, "file": "the bundled price book", "sha256": digest, "good": 0, "bad": 0}
    connection.execute(insert(batch).values(**row, changed=changed, imported_at=datetime.now(UTC)))
    return changed


def save_prices(connection: Connection, table: str, rows: Sequence[Row], *, imported: bool = False) -> int:
    """Save rows of one table of the book; a row of the same key is corrected. Gives how many changed.

    A bundled row never overwrites one that the operator imported.
    """
    columns, keys = TABLES[table].c, KEYS[table]
    known: dict[tuple[Any, ...], Row] = {}
    if rows:
        found = connection.execute(select(*(column for column in columns if column.name != "id")))
        known = {tuple(row[key] for key in keys): dict(row) for row in found.mappings()}
    own = {"imported": imported} if "imported" in columns else {}
    fresh: dict[tuple[Any, ...], Row] = {}
    corrected: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        whole = {**_DEFAULTS.get(table, {}), **row, **own}
        key = tuple(whole[name] for name in keys)
        old = known.get(key)
        if old is None:
            fresh[key] = whole
        elif old != {**old, **whole} and (imported or not old.get("imported")):
            corrected[key] = whole
    if fresh:
        connection.execute(insert(TABLES[table]), list(fresh.values()))
    for whole in corrected.values():
        same = and_(*(columns[name] == whole[name] for name in keys))
        connection.execute(update(TABLES[table]).where(same).values(whole))
    return len(fresh) + len(corrected)


@cache
def _digest(seeds: Path) -> str:
    names = [*FILES.values(), ECB]
    return hashlib.sha256(b"".join((seeds / name).read_bytes() for name in names)).hexdigest()


@cache
def _read_seed(table: str, seeds: Path) -> tuple[Row, ...]:
    with (seeds / FILES[table]).open(encoding="utf-8", newline="") as stream:
        return tuple(
            {name: typed(name, value) for name, value in row.items()} for row in csv.DictReader(stream)
        )


def typed(name: str, value: str) -> object:
    """Read one cell of the book: amounts and rates as Decimal, days as dates, an empty day as None.

    Raises:
        ValueError: where it is none; decimal.InvalidOperation where an amount is none.
    """
    if name in ("amount", "per_usd"):
        return Decimal(value)
    if name in ("from_day", "until_day", "day"):
        return date.fromisoformat(value) if value else None
    return value


@cache
def _ecb_history(seeds: Path) -> tuple[tuple[date, ...], tuple[dict[str, str], ...]]:
    with (seeds / ECB).open(encoding="utf-8", newline="") as stream:
        rows = tuple(csv.DictReader(stream))
    return tuple(date.fromisoformat(row["day"]) for row in rows), rows


def _ecb_rates(days: Collection[date]) -> Iterator[Row]:
    """Give the rates in force on these days, each under the day that the bank published it."""
    published, rows = _ecb_history(SEEDS)
    for place in sorted({bisect_right(published, day) - 1 for day in days}):
        if place >= 0:
            for currency, rate in rows[place].items():
                if currency != "day" and rate:
                    yield {
                        "currency": currency, "day": published[place], "per_usd": Decimal(rate), "source": ECB_SOURCE,
                    }  # fmt: skip
