"""offers.csv: what stands on sale now, and of relay stations every model in every open group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from store.discount import implausible
from store.feeds.feed import Batch, Feed, Gone, Moment, columns, place_of
from store.model_prices import ModelPrice, read_group_prices
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
# The columns in their order; what is worked out or looked up here stands as NULL, and what that needs behind. What a
# source or a seller has in common is looked up, for the view would find it anew for every offer.
QUERY = """
SELECT offer_id, NULL, source, NULL, NULL, seller, NULL, title, kind, provider, product, label, per, direction,
       amount, currency, face_amount, face_currency, recharge, recharge_currency, group_multiplier, NULL, NULL, NULL,
       ratio, NULL, ratio_reason, ratio_path, book, qualifier, coupon, stock,
       (SELECT min(p.from_at) FROM presence p WHERE p.offer_id = offers_now.offer_row),
       observed_at, NULL, url, proof, {place}, price_text, reader, attributes, seller_id
FROM offers_now ORDER BY offer_id {bytewise}
""".replace("{place}", place_of("proof_pointer", "proof_start", "proof_end"))
_SOURCES = "SELECT source, platform, good_run_at FROM source_health"
_NAMES = "SELECT seller_id, name FROM seller_name ORDER BY first_seen_at, id"
_AT = {column.name: at for at, column in enumerate(COLUMNS)}
_MONEY, _DISCOUNT = _AT["money_amount"], _AT["discount"]
_PAID = [_AT[name] for name in ("amount", "currency", "recharge", "recharge_currency")]
_SOURCE, _PLATFORM, _NAME, _CONFIRMED = (
    _AT[name] for name in ("source", "platform", "seller_name", "confirmed_at")
)
_HOST, _RATIO, _URL, _OBSERVED = _AT["host"], _AT["ratio"], _AT["url"], _AT["observed_at"]


def batches(moment: Moment) -> Iterator[Batch]:
    """Give every offer by its id; a model of a station as a row for every open group in which it is on sale."""
    books = PriceBooks.read(moment.connection)
    money = lru_cache(maxsize=1 << 14)(_Money(books).of)
    prices = _ByOffer(read_group_prices(moment.connection))
    sources = {source: known for source, *known in moment.ask(_SOURCES)}
    names = dict(moment.ask(_NAMES))
    for found in moment.ask_columns(QUERY):
        *batch, attributes, sellers = found
        batch[_PLATFORM], batch[_CONFIRMED] = zip(*map(sources.__getitem__, batch[_SOURCE]), strict=True)
        batch[_NAME] = list(map(names.get, sellers))
        paid = map(money, *(batch[at] for at in _PAID), [str(moment)[:10] for moment in batch[_OBSERVED]])
        batch[_MONEY : _MONEY + 3] = zip(*paid, strict=True)
        batch[_DISCOUNT] = [None if ratio is None else _discount(ratio) for ratio in batch[_RATIO]]
        batch[_HOST] = list(map(_host, map(_netloc, batch[_URL])))
        bases = [at for at, said in enumerate(attributes) if said and _BASE in said]
        if bases:
            rows = list(_with_models(list(zip(*batch, strict=True)), set(bases), prices, books))
            batch = list(zip(*rows, strict=True))
        if batch:
            yield batch


def _with_models(
    rows: Sequence[tuple[Any, ...]], bases: set[int], prices: _ByOffer, books: PriceBooks
) -> Iterator[tuple[Any, ...]]:
    """Put a model's rows in its groups in place of its base, at which nobody can buy."""
    for at, row in enumerate(rows):
        if at in bases:
            yield from (_model(row, price, books) for price in prices.of(row[0]))
        else:
            yield row


class _ByOffer:
    """Model prices offer by offer, in step with the offers, so that only one's at a time are in memory."""

    def __init__(self, prices: Iterator[ModelPrice]) -> None:
        self._prices = prices
        self._waiting = next(prices, None)

    def of(self, offer: str) -> Iterator[ModelPrice]:
        """Give an offer's prices, each group once; offers are asked for in their order."""
        while self._waiting is not None and self._waiting.row["offer_id"] < offer:
            self._waiting = next(self._prices, None)
        last = None
        while (price := self._waiting) is not None and price.row["offer_id"] == offer:
            if price.row["group_name"] != last:
                yield price
            last = price.row["group_name"]
            self._waiting = next(self._prices, None)


def _netloc(url: str) -> str:
    return url.split("/", 3)[2] if "//" in url else ""


@lru_cache(maxsize=1 << 14)
def _host(place: str) -> str:
    return urlsplit(f"//{place}").hostname or ""


@lru_cache(maxsize=1 << 14)
def _discount(ratio: Decimal | str) -> str:
    return plain(1 - Decimal(ratio))


class _Money:
    """Prices in money and in US dollars, at the rate of the day that the ratio is worked out for."""

    def __init__(self, books: PriceBooks) -> None:
        self._books = books

    def of(
        self, amount: Decimal | str | None, currency: str | None, paid: Decimal | str | None, paid_in: str | None, day: str
    ) -> tuple[str | None, str | None, str | None]:  # fmt: skip
        """Give `money_amount`, `money_currency` and `usd_amount`."""
        if currency == SITE_CREDIT:
            amount = None if amount is None or paid is None else Decimal(amount) * Decimal(paid)
            currency = paid_in
        if amount is None:
            return None, None, None
        rate = self._books.of(date.fromisoformat(day)).fx.get(currency or "")
        exact = Decimal(amount)
        return plain(exact), currency, plain(rounded(exact / rate, _PLACES)) if rate else None


def _model(row: tuple[Any, ...], price: ModelPrice, books: PriceBooks) -> tuple[Any, ...]:
    parts = price.row
    money = None
    if parts["paid_amount"] is not None and parts["paid_for"] is not None:
        money = _exact_or_rounded(price.site * Decimal(parts["paid_amount"]), Decimal(parts["paid_for"]))
    values = dict(zip(_AT, row, strict=True)) | {
        "group": parts["group_name"],
        "amount": price.site,
        "currency": SITE_CREDIT,
        "group_multiplier": parts["group_multiplier"],
        "money_amount": money,
        "money_currency": None if money is None else parts["paid_currency"],
        "usd_amount": price.usd,
        "price_book": books.of(date.fromisoformat(str(parts["confirmed_at"])[:10])).version,
    } | _model_ratio(price)  # fmt: skip
    return tuple(values.values())


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


def _exact_or_rounded(amount: Decimal, divisor: Decimal) -> Decimal:
    """Divide; what is no short decimal is rounded to 6 places."""
    return amount if divisor == 1 else rounded(amount / divisor, _PLACES)


FEED = Feed(
    "offers", "1.1.0", COLUMNS, ("offer_id", "group"), batches, gone=Gone(reason="it is no longer on sale")
)
