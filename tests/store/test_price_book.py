"""The price book by day: the last known rates, the prices in force, and what a correction changes."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from store import price_book
from store.database import Database
from store.price_book import PriceBooks, save_prices
from store.records import Money
from store.schema import TABLES
from store.valuation import ValuationReport, save_valuations
from tests.store.bundles import at, shop_bundle
from tests.store.loading import load


def ratios(database: Database) -> list[tuple[Decimal, int | None]]:
    valuation = TABLES["valuation"]
    query = select(valuation.c.ratio, valuation.c.superseded_by).order_by(valuation.c.id)
    with database.reading() as connection:
        return [(row[0], row[1]) for row in connection.execute(query)]


def test_a_new_days_rate_revalues_nothing_old(database: Database, spool: Path, evidence: Path) -> None:
    shop_bundle(spool, "r1", 0, 1)
    load(database, spool, evidence)
    save_valuations(database)
    later = {"currency": "CNY", "day": date(2026, 11, 2), "per_usd": Decimal(7), "source": "test"}
    with database.writing() as connection:
        assert save_prices(connection, "rate", [later]) == 1
        assert save_prices(connection, "rate", [later]) == 0
    assert save_valuations(database) == ValuationReport(0, 0)
    shop_bundle(spool, "r2", 30, 1, price=lambda _: Decimal(28))
    load(database, spool, evidence)
    assert save_valuations(database) == ValuationReport(1, 0)
    assert ratios(database) == [(Decimal("0.2206"), None), (Decimal("0.2000"), None)]


def test_a_corrected_rate_adds_a_row_that_supersedes(
    database: Database, spool: Path, evidence: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "prices"
    shutil.copytree(price_book.SEEDS, seeds)
    monkeypatch.setattr(price_book, "SEEDS", seeds)
    shop_bundle(spool, "r1", 0, 1)
    shop_bundle(spool, "old", -24 * 365, 1, source="old")
    load(database, spool, evidence)
    save_valuations(database)
    rates = seeds / "rates.csv"
    rates.write_text(rates.read_text("utf-8").replace("CNY,2026-01-01,6.8,", "CNY,2026-01-01,3.4,"), "utf-8")
    assert save_valuations(database) == ValuationReport(0, 1)
    assert save_valuations(database) == ValuationReport(0, 0)
    assert ratios(database) == [
        (Decimal("0.2113"), None), (Decimal("0.2206"), 3), (Decimal("0.4412"), None)
    ]  # fmt: skip


def test_the_book_of_a_day_holds_the_last_known_rates_up_to_it(database: Database) -> None:
    save_valuations(database, at(0))
    with database.reading() as connection:
        books = PriceBooks.read(connection)
    assert books.of(date(2025, 6, 1)).fx["CNY"] == Decimal("7.1")
    assert books.of(date(2026, 11, 1)).fx["CNY"] == Decimal("6.8")
    assert "CNY" not in books.of(date(2019, 1, 1)).fx
    assert books.of(date(2019, 1, 1)).plans == {}
    assert books.of(date(2026, 11, 1)).plans["claude-max-20x"] == Money(Decimal(200), "USD")
    assert books.of(date(2026, 11, 1)).version == books.of(date(2026, 11, 24)).version
    assert books.of(date(2025, 12, 31)).version != books.of(date(2026, 1, 1)).version


def test_prices_of_other_channels_and_after_their_end_are_not_the_books() -> None:
    def price(amount: str, **changed: object) -> dict[str, object]:
        row = {
            "product": "plus", "amount": Decimal(amount), "currency": "USD", "per": "month", "channel": "web",
            "region": "US", "from_day": date(2025, 1, 1), "until_day": None,
        }  # fmt: skip
        return row | changed

    books = PriceBooks(
        [price("20", until_day=date(2026, 1, 1)), price("25", channel="ios"), price("9", region="IN"),
         price("200", per="year")], []
    )  # fmt: skip
    assert books.of(date(2025, 12, 31)).plans == {"plus": Money(Decimal(20), "USD")}
    assert books.of(date(2026, 1, 1)).plans == {}


def test_every_price_and_rate_names_its_source(database: Database) -> None:
    save_valuations(database)
    with database.reading() as connection:
        for table in ("list_price", "rate"):
            rows = connection.execute(select(TABLES[table].c.source)).scalars().all()
            assert len(rows) >= 9
            assert all(rows)
