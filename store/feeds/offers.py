"""offers.csv: what stands on sale now, and of relay stations every model in every open group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, text

from store.discount import implausible
from store.feeds.feed import Feed, columns
from store.links.show import place_words
from store.model_prices import ModelPrice, read_model_prices
from store.price_book import PriceBooks
from store.records import SITE_CREDIT, plain, rounded

COLUMNS = columns(
    offer_id="text", group="text", source="text", host="text", platform="text", seller="text", seller_name="text",
    title="text", kind="text", provider="text", product="text", label="text", per="text", direction="text",
    amount="decimal", currency="text", face_amount="decimal", face_currency="text", recharge="decimal",
    recharge_currency="text", group_multiplier="decimal", money_amount="decimal", money_currency="text",
    usd_amount="decimal", ratio="decimal", discount="decimal", ratio_reason="text", ratio_path="text",
    price_book="text", qualifier="text", coupon="boolean", stock="integer", first_seen_at="utc", observed_at="utc",
    confirmed_at="utc", url="text", snapshot_sha256="text", place="text", price_text="text", reader="text",
)  # fmt: skip

NO_LIST_PRICE = "the price book has no list price of this model: the group's offer has a ratio"
NO_MONEY = "nothing says what this station's dollars cost in US dollars"
_BASE = '"basis": "group ratio 1"'
_PLACES = 6
_QUERY = """
SELECT n.*, (SELECT min(p.from_at) FROM presence p WHERE p.offer_id = n.offer_row) AS first_seen_at
FROM offers_now n ORDER BY n.source, n.offer_id
"""


def rows(connection: Connection) -> Iterator[tuple[Any, ...]]:
    """Give source by source every offer by its key, then every model in every open group in which it is on sale."""
    found = connection.execution_options(yield_per=2000).execute(text(_QUERY)).mappings()
    prices = _ByGroup(read_model_prices(connection))
    books = PriceBooks.read(connection)
    for source, offers in groupby((dict(row) for row in found), key=lambda row: row["source"]):
        models: dict[str, dict[str, Any]] = {}
        for row in offers:
            if _BASE in (row["attributes"] or ""):
                models[row["offer_id"]] = row  # nobody can buy at multiplier 1 but in a group that has it
            else:
                yield _ordered(_offer(row) | _in_money(row, books))
        for price in prices.of(source):
            if price.row["offer_id"] in models:
                yield _ordered(_model(models[price.row["offer_id"]], price, books))


class _ByGroup:
    """Model prices source by source, in step with the offers, so that one source's at a time are in memory."""

    def __init__(self, prices: Iterator[ModelPrice]) -> None:
        self._groups = groupby(prices, key=lambda price: price.row["source"])
        self._waiting = next(self._groups, None)

    def of(self, source: str) -> Iterator[ModelPrice]:
        """Give a source's prices, each model and group once; sources are asked for in their order."""
        while self._waiting is not None and self._waiting[0] < source:
            self._waiting = next(self._groups, None)
        if self._waiting is None or self._waiting[0] != source:
            return
        last = None
        for price in self._waiting[1]:
            key = (price.row["offer_id"], price.row["group_name"])
            if key != last:
                yield price
            last = key
        self._waiting = next(self._groups, None)


def _ordered(values: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(values.get(column.name) for column in COLUMNS)


def _offer(row: Mapping[str, Any]) -> dict[str, Any]:
    ratio = row["ratio"]
    return dict(row) | {
        "host": urlsplit(row["url"]).hostname or "",
        "discount": None if ratio is None else 1 - Decimal(ratio),
        "price_book": row["book"],
        "coupon": bool(row["coupon"]),
        "snapshot_sha256": row["proof"],
        "place": place_words(row["proof_pointer"], row["proof_start"], row["proof_end"]),
    }


def _in_money(row: Mapping[str, Any], books: PriceBooks) -> dict[str, Any]:
    """Give a price in money and in US dollars, at the rate of the day that the ratio is worked out for."""
    amount, currency = row["amount"], row["currency"]
    if currency == SITE_CREDIT:
        paid, currency = row["recharge"], row["recharge_currency"]
        amount = None if amount is None or paid is None else Decimal(amount) * Decimal(paid)
    if amount is None:
        return {}
    rate = books.of(_day(row["observed_at"])).fx.get(currency)
    usd = rounded(Decimal(amount) / rate, _PLACES) if rate else None
    return {"money_amount": amount, "money_currency": currency, "usd_amount": usd}


def _model(row: Mapping[str, Any], price: ModelPrice, books: PriceBooks) -> dict[str, Any]:
    parts = price.row
    money = None
    if parts["paid_amount"] is not None and parts["paid_for"] is not None:
        money = _exact_or_rounded(price.site * Decimal(parts["paid_amount"]), Decimal(parts["paid_for"]))
    return _offer(row) | {
        "group": parts["group_name"],
        "amount": price.site,
        "currency": SITE_CREDIT,
        "group_multiplier": parts["group_multiplier"],
        "money_amount": money,
        "money_currency": None if money is None else parts["paid_currency"],
        "usd_amount": price.usd,
        "price_book": books.of(_day(parts["confirmed_at"])).version,
    } | _model_ratio(price)  # fmt: skip


def _model_ratio(price: ModelPrice) -> dict[str, Any]:
    """Give what a model costs in a group as a share of the provider's list price, or why that is not known."""
    ratio, parts = price.ratio, price.row
    doubt = implausible(ratio)
    if price.usd is None or ratio is None or doubt:
        why = doubt or (NO_MONEY if price.usd is None else NO_LIST_PRICE)
        return {"ratio": None, "discount": None, "ratio_reason": why, "ratio_path": None}
    listed = f"{plain(Decimal(parts['list_amount']))} {parts['list_currency']}"
    path = f"{plain(price.usd)} USD for {listed} on the provider's list"
    return {"ratio": ratio, "discount": 1 - ratio, "ratio_reason": None, "ratio_path": path}


def _day(moment: object) -> date:
    return date.fromisoformat(str(moment)[:10])


def _exact_or_rounded(amount: Decimal, divisor: Decimal) -> Decimal:
    """Divide; what is no short decimal is rounded to 6 places."""
    return amount if divisor == 1 else rounded(amount / divisor, _PLACES)


FEED = Feed("offers", "1.0.0", COLUMNS, rows)
