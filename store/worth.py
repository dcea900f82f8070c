"""How a valuation came about, in the seller's numbers. Pure."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from store.discount import DOLLARS, PriceBook, Valuation, model_price
from store.records import Money, Offer, plain, rounded

_SHOWN = 6


def path_words(offer: Offer, book: PriceBook, worth: Valuation, *, joined: bool = False) -> str:
    """Write the calculation of a ratio, empty where there is none.

    >>> offer = Offer(kind="relay", group=Decimal("0.45"), recharge=Decimal("0.28"))
    >>> book = PriceBook("b", {}, {"CNY": Decimal("6.8")})
    >>> path_words(offer, book, Valuation(Decimal("0.0185"), "", "group"), joined=True)
    '0.28 CNY a site dollar (its shop) x 0.45 / 6.8 CNY a USD'
    """
    write = _WRITERS.get(worth.path)
    if worth.ratio is None or write is None:
        return ""
    return write(offer, book, " (its shop)" if joined else "")


def _rate(currency: str, book: PriceBook) -> str:
    return "" if currency in DOLLARS else f" / {plain(book.fx[currency])} {currency} a USD"


def _money(money: Money | None) -> str:
    assert money is not None
    return f"{_number(money.amount)} {money.currency}"


def _number(amount: Decimal) -> str:
    """Shorten what is no terminating decimal; the exact value stands in the shop's own observation."""
    return plain(amount if -amount.as_tuple().exponent <= _SHOWN else rounded(amount, _SHOWN))  # type: ignore[operator]


def _group(offer: Offer, book: PriceBook, where: str) -> str:
    assert offer.recharge is not None
    assert offer.group is not None
    paid = f"{_number(offer.recharge)} {offer.recharge_currency} a site dollar{where}"
    return f"{paid} x {plain(offer.group)}{_rate(offer.recharge_currency, book)}"


def _recharge(offer: Offer, book: PriceBook, where: str) -> str:
    assert offer.recharge is not None
    paid = f"{_number(offer.recharge)} {offer.recharge_currency} a site dollar{where}"
    return paid + _rate(offer.recharge_currency, book)


def _per_dollar(offer: Offer, book: PriceBook, _where: str) -> str:
    assert offer.price is not None
    return f"{_money(offer.price)} an official dollar{_rate(offer.price.currency, book)}"


def _face(offer: Offer, book: PriceBook, _where: str) -> str:
    assert offer.price is not None
    assert offer.face_value is not None
    times = f" x {plain(offer.quota_periods)}" if offer.quota_periods is not None else ""
    face = f"{_money(offer.face_value)}{times}{_rate(offer.face_value.currency, book)}"
    return f"{_money(offer.price)}{_rate(offer.price.currency, book)} for {face}"


def _plan(offer: Offer, book: PriceBook, _where: str) -> str:
    assert offer.price is not None
    listed = _money(book.plans.get(offer.product or ""))
    term = f" x {plain(offer.months)} months" if offer.months is not None else ""
    seats = f" / {offer.seats} seats" if offer.seats and offer.equal_split else ""
    return f"{_money(offer.price)}{_rate(offer.price.currency, book)} for {listed} a month{term}{seats}"


def _usage(offer: Offer, book: PriceBook, _where: str) -> str:
    assert offer.price is not None
    tokens = "thousand" if offer.per == "1K_tokens" else "million"
    listed = _money(model_price(offer, book))
    direction = (offer.direction or "").replace("_", " ")
    return (
        f"{_money(offer.price)} a {tokens} {direction} tokens{_rate(offer.price.currency, book)}"
        f" for {listed} a million"
    )


def _fraction(offer: Offer, _book: PriceBook, _where: str) -> str:
    assert offer.fraction is not None
    return f"{plain(offer.fraction)} of the list price, in the seller's words"


_WRITERS: dict[str, Callable[[Offer, PriceBook, str], str]] = {
    "group": _group,
    "recharge": _recharge,
    "per-dollar": _per_dollar,
    "face-value": _face,
    "plan": _plan,
    "usage": _usage,
    "fraction": _fraction,
}
