"""The price book by day: the last known rates, the prices in force, and what a correction changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from store import price_seeds
from store.database import Database
from store.import_batches import Origin
from store.price_book import PriceBooks
from store.price_lines import PriceLine, save_price_lines
from store.price_seeds import ECB, save_prices, save_seeds
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
    database: Database, spool: Path, evidence: Path, own_book: Path
) -> None:
    shop_bundle(spool, "r1", 0, 1)
    shop_bundle(spool, "old", -24 * 365, 1, source="old")
    load(database, spool, evidence)
    save_valuations(database)
    rates = own_book / ECB
    rates.write_text(rates.read_text("utf-8").replace("6.8", "3.4"), "utf-8")
    for kept in (price_seeds._ecb_history, price_seeds._digest):
        kept.cache_clear()
    assert save_valuations(database) == ValuationReport(0, 1)
    assert save_valuations(database) == ValuationReport(0, 0)
    assert ratios(database) == [
        (Decimal("0.2113"), None), (Decimal("0.2206"), 3), (Decimal("0.4412"), None)
    ]  # fmt: skip


def test_the_book_of_a_day_holds_the_last_known_rates_up_to_it(database: Database) -> None:
    with database.writing() as connection:
        save_seeds(connection, [date(2025, 6, 1), date(2026, 11, 24)])
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
        for table, least in (("list_price", 9), ("model_list_price", 1000), ("availability", 2), ("rate", 7)):
            rows = connection.execute(select(TABLES[table].c.source)).scalars().all()
            assert len(rows) >= least
            assert all(rows)


def test_what_the_operator_imported_outlasts_the_bundled_row(database: Database) -> None:
    own = {"currency": "CNY", "day": date(2026, 1, 1), "per_usd": Decimal("6.9"), "source": "our bank"}
    with database.writing() as connection:
        assert save_prices(connection, "rate", [own], imported=True) == 1
        save_seeds(connection, [date(2026, 11, 1)])
        assert PriceBooks.read(connection).of(date(2026, 11, 1)).fx["CNY"] == Decimal("6.9")
        assert save_prices(connection, "rate", [{**own, "per_usd": Decimal(7)}], imported=True) == 1


def test_a_models_price_by_tokens_is_compared_with_the_list(database: Database) -> None:
    with database.writing() as connection:
        save_seeds(connection)
        book = PriceBooks.read(connection).of(date(2026, 11, 1))
    assert book.models["claude-opus-4.5", "output"] == Money(Decimal(25), "USD")


def test_an_imported_price_is_counted_with_at_the_next_load(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 1)
    load(database, spool, evidence)
    save_valuations(database, at(1))
    row = {"currency": "CNY", "day": date(2026, 10, 1), "per_usd": Decimal("3.4"), "source": "our bank"}
    with database.writing() as connection:
        save_price_lines(connection, [PriceLine(2, "rate", row)], Origin("rates.csv", ""), at(2))
    assert save_valuations(database, at(3)) == ValuationReport(0, 1)
    assert save_valuations(database, at(4)) == ValuationReport(0, 0)
    assert ratios(database) == [(Decimal("0.2206"), 2), (Decimal("0.4412"), None)]
