"""What a plan's own region charges for it, where an offer says of which it is: pure, and as the rows of a valuation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from store.database import Database
from store.discount import PriceBook, RegionalPrice, value
from store.price_book import PriceBooks
from store.price_seeds import save_seeds
from store.records import Money, Offer
from store.regional import RegionalWorth, regional_worth
from store.run_records import OfferRecord
from store.valuation import save_valuations
from tests.store.bundles import PLUS, run_record, shop_records, write_bundle
from tests.store.loading import load

TURKISH = replace(PLUS, price=Money(Decimal(80), "CNY"), attributes=(("region", "TR"),))
BOOK = PriceBook(
    "b",
    {"chatgpt-plus": Money(Decimal(20), "USD")},
    {"USD": Decimal(1), "CNY": Decimal("6.8"), "TRY": Decimal(40)},
    regional={
        ("chatgpt-plus", "TR"): RegionalPrice(Money(Decimal(400), "TRY"), "ios"),
        ("chatgpt-plus", "NG"): RegionalPrice(Money(Decimal(30000), "NGN"), "ios"),
        ("chatgpt-plus", "EG"): RegionalPrice(Money(Decimal(1), "TRY"), "ios"),
    },
)


def there(offer: Offer, book: PriceBook = BOOK) -> RegionalWorth | None:
    return regional_worth(offer, value(offer, book), book)


def test_a_plan_that_is_cheap_in_its_region_is_no_discount_there() -> None:
    assert value(TURKISH, BOOK).ratio == Decimal("0.5882")
    found = there(TURKISH)
    assert found is not None
    assert (found.region, found.listed.channel, found.ratio) == ("TR", "ios", Decimal("1.1765"))
    assert found.words == "; 1.1765 of 400 TRY a month in TR (ios)"


def test_its_term_and_its_share_are_counted_there_too() -> None:
    months = replace(TURKISH, months=Decimal(2))
    shared = replace(TURKISH, kind="subscription", seats=4, equal_split=True)
    assert [worth and worth.ratio for worth in (there(months), there(shared))] == [
        Decimal("0.5882"), Decimal("4.7059")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "changed",
    [
        {"attributes": ()},
        {"attributes": (("region", "AQ"),)},
        {"attributes": (("region", "NG"),)},
        {"attributes": (("region", "EG"),)},
        {"product": "claude-pro"},
        {"no_ratio": "a teaser"},
        {"price": None},
        {"fraction": Decimal("0.5")},
    ],
    ids=["no region", "no price there", "no rate", "not plausible", "no plan", "refused", "no price", "not by the plan"],
)  # fmt: skip
def test_what_the_words_or_the_book_do_not_justify_is_none(changed: dict[str, object]) -> None:
    assert there(replace(TURKISH, **changed)) is None  # type: ignore[arg-type]


def test_a_regions_price_is_the_sites_own_before_the_stores_and_only_from_its_day_on(
    database: Database,
) -> None:
    with database.writing() as connection:
        save_seeds(connection, [date(2026, 11, 1)])
        books = PriceBooks.read(connection)
    book = books.of(date(2026, 11, 1))
    india, turkey = book.regional["chatgpt-plus", "IN"], book.regional["chatgpt-plus", "TR"]
    assert (india.price, india.channel) == (Money(Decimal(1999), "INR"), "web")
    assert (turkey.price, turkey.channel) == (Money(Decimal("499.99"), "TRY"), "ios")
    assert book.regional["claude-max-20x", "US"] == RegionalPrice(Money(Decimal(200), "USD"), "web")
    assert book.regional["claude-pro", "NG"].price == Money(Decimal(29900), "NGN")
    assert books.of(date(2026, 7, 1)).regional["claude-pro", "NG"].price == Money(Decimal(14900), "NGN")
    assert ("chatgpt-plus", "TR") not in books.of(date(2026, 6, 4)).regional
    assert books.of(date(2026, 6, 4)).version != books.of(date(2026, 6, 5)).version


def test_a_valuation_names_the_region_and_the_view_shows_it(
    database: Database, spool: Path, evidence: Path
) -> None:
    stated = [
        replace(row, offer=replace(row.offer, attributes=(("region", "VN"),))) if isinstance(row, OfferRecord) else row
        for row in shop_records(sha256(b"<html>").hexdigest(), 2)
    ]  # fmt: skip
    write_bundle(spool, run_record("r1", 0), stated)
    load(database, spool, evidence)
    save_valuations(database)
    query = "SELECT list_region, list_channel, region_ratio, ratio_path FROM offers_now ORDER BY amount_n"
    with database.reading() as connection:
        rows = [tuple(row) for row in connection.execute(text(query))]
    assert [(row[0], row[1], str(row[2])) for row in rows] == [
        ("VN", "ios", "0.2321"),
        ("VN", "ios", "0.2398"),
    ]
    assert rows[0][3] == "30 CNY / 6.8 CNY a USD for 20 USD a month; 0.2321 of 499000 VND a month in VN (ios)"
