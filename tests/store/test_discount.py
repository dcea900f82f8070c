"""What offers are worth: a row for each rule of the label format."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.discount import FIXED_BOOK, face_value, list_value, value
from store.records import SITE_CREDIT, Money, Offer
from store.worth import path_words

BOOK = replace(
    FIXED_BOOK,
    fx={"USD": Decimal(1), "CNY": Decimal("6.8"), "USDT": Decimal(1)},
    models={("gpt-5.5", "output"): Money(Decimal(30), "USD")},
)


def cny(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def d(amount: str) -> Decimal:
    return Decimal(amount)


CASES = [
    ("recharge times group", Offer(kind="relay", recharge=d("1"), group=d("0.15")), "0.0221", "group"),
    ("a group alone", Offer(kind="relay", group=d("0.15")), None, "group"),
    (
        "a recharge in other money",
        Offer(kind="relay", recharge=d("40"), recharge_currency="RUB", group=d("1")),
        None,
        "group",
    ),
    (
        "the price of one official dollar wins over the group",
        Offer(kind="relay", price=cny("0.4"), per="usd_credit", recharge=d("1"), group=d("2")),
        "0.0588",
        "per-dollar",
    ),
    (
        "and over a rounded fraction",
        Offer(kind="relay", price=cny("1.2"), per="usd_credit", fraction=d("0.18")),
        "0.1765",
        "per-dollar",
    ),
    (
        "site dollars are no money",
        Offer(kind="relay", price=Money(d("2"), SITE_CREDIT), per="usd_credit"),
        None,
        "site-credit",
    ),
    ("a stated fraction", Offer(kind="relay", fraction=d("0.35")), "0.3500", "fraction"),
    (
        "by the call, with a fraction",
        Offer(kind="relay", price=usd("0.0018"), per="call", fraction=d("0.3")),
        "0.3000",
        "fraction",
    ),
    ("by the call", Offer(kind="relay", price=cny("0.09"), per="call"), None, "usage"),
    ("by the token", Offer(kind="relay", price=cny("8"), per="1M_tokens"), None, "usage"),
    (
        "by the token of a model in the book",
        Offer(kind="relay", product="gpt-5.5", direction="output", price=cny("10.2"), per="1M_tokens"),
        "0.0500",
        "usage",
    ),
    (
        "by the thousand, at an effort that costs no more a token",
        Offer(kind="relay", product="gpt-5.5-high", direction="output", price=usd("0.003"), per="1K_tokens"),
        "0.1000",
        "usage",
    ),
    (
        "by the token, in a direction unknown",
        Offer(kind="relay", product="gpt-5.5", price=usd("3"), per="1M_tokens"),
        None,
        "usage",
    ),
    (
        "by the token in site dollars, before the group",
        Offer(
            kind="relay",
            product="gpt-5.5",
            direction="output",
            price=Money(d("30"), SITE_CREDIT),
            per="1M_tokens",
        ),
        None,
        "usage",
    ),
    (
        "a coupon",
        Offer(kind="credit", price=cny("9"), face_value=usd("10"), coupon=True),
        None,
        "coupon",
    ),
    (
        "a pack of credit",
        Offer(kind="credit", price=cny("39"), per="pack", face_value=usd("100")),
        "0.0574",
        "face-value",
    ),
    ("credit without a face", Offer(kind="credit", price=cny("39"), per="pack"), None, "base"),
    (
        "credit in the same money",
        Offer(kind="credit", price=cny("38"), face_value=cny("50")),
        "0.7600",
        "face-value",
    ),
    (
        "a quota each day of a week",
        Offer(
            kind="subscription", price=cny("13.88"), per="week", face_value=usd("25"), quota_periods=d("7")
        ),
        "0.0117",
        "face-value",
    ),
    ("a plan", Offer(kind="account", product="claude-max-20x", price=cny("580")), "0.4265", "plan"),
    ("above the list", Offer(kind="account", product="claude-pro", price=cny("146")), "1.0735", "plan"),
    (
        "a year of a plan",
        Offer(kind="account", product="supergrok", price=cny("365"), months=d("12")),
        "0.1491",
        "plan",
    ),
    (
        "less than a month of a plan",
        Offer(kind="account", product="claude-pro", price=cny("20"), months=d("0.25")),
        None,
        "plan",
    ),
    ("a plan without a list price", Offer(kind="account", product="kiro-pro", price=cny("20")), None, "base"),
    (
        "one of six equal seats",
        Offer(kind="subscription", product="claude-max-20x", price=cny("398"), seats=6, equal_split=True),
        "1.7559",
        "plan",
    ),
    (
        "a seat of unknown size",
        Offer(kind="subscription", product="chatgpt-plus", price=usd("6")),
        None,
        "plan",
    ),
    (
        "a team is listed by the seat",
        Offer(kind="subscription", product="chatgpt-team", price=cny("25")),
        "0.1225",
        "plan",
    ),
    (
        "a key with a balance",
        Offer(kind="api_key", price=Money(d("310"), "USDT"), per="pack", face_value=usd("2000")),
        "0.1550",
        "face-value",
    ),
    ("no rate", Offer(kind="account", product="claude-pro", price=Money(d("5"), "XXX")), None, "plan"),
    ("a service", Offer(kind="service", price=cny("15")), None, "kind"),
    ("a gift", Offer(kind="free", face_value=usd("5")), None, "kind"),
    ("data", Offer(kind="dataset", price=cny("900")), None, "kind"),
    ("nothing priced", Offer(kind="account", product="claude-pro"), None, "price"),
    ("the words forbid it", Offer(kind="relay", fraction=d("0.3"), no_ratio="quoted"), None, "words"),
]


@pytest.mark.parametrize(("name", "offer", "ratio", "path"), CASES, ids=[case[0] for case in CASES])
def test_value(name: str, offer: Offer, ratio: str | None, path: str) -> None:
    found = value(offer, BOOK)
    assert (found.ratio, found.path) == (None if ratio is None else Decimal(ratio), path)
    assert found.reason


def test_a_share_is_the_plan_over_its_seats() -> None:
    seat = Offer(kind="subscription", product="claude-max-20x", seats=4, equal_split=True)
    assert list_value(seat, BOOK) == usd("50")
    assert list_value(Offer(kind="subscription", product="claude-max-20x", seats=4), BOOK) is None


@given(
    share=st.decimals("0.001", "0.5", places=5),
    rate=st.decimals("0.1", "30000", places=2),
    times=st.integers(2, 9),
)
def test_twice_the_price_is_twice_the_ratio(share: Decimal, rate: Decimal, times: int) -> None:
    book = FIXED_BOOK.with_rates({"CNY": rate})
    amount = 20 * share * rate

    def ratio(price: Decimal) -> Decimal:
        found = value(Offer(kind="account", product="claude-pro", price=Money(price, "CNY")), book).ratio
        assert found is not None
        return found

    assert abs(ratio(amount * times) - ratio(amount) * times) <= Decimal("0.0001") * times


@pytest.mark.parametrize(
    ("price", "expected"),
    [("680", "5.0000"), ("680.1", None), ("0", None), ("0.001", None), ("0.01", "0.0001")],
)
def test_a_ratio_that_cannot_be_is_none_and_says_so(price: str, expected: str | None) -> None:
    found = value(Offer(kind="account", product="claude-pro", price=cny(price)), BOOK)
    assert (found.ratio if found.ratio is None else str(found.ratio)) == expected
    assert (found.path == "implausible") == (expected is None)
    assert ("is not plausible" in found.reason) == (expected is None)


@given(
    amount=st.decimals(
        allow_nan=False, allow_infinity=False, min_value=Decimal("1E-39"), max_value=Decimal("1E+40")
    ),
    other=st.decimals(
        allow_nan=False, allow_infinity=False, min_value=Decimal("1E-39"), max_value=Decimal("1E+40")
    ),
)
def test_no_number_that_a_bundle_may_hold_is_too_large_or_small_to_be_valued(
    amount: Decimal, other: Decimal
) -> None:
    for offer in (
        Offer(kind="account", product="claude-pro", price=Money(amount, "CNY"), months=other),
        Offer(kind="relay", recharge=amount, group=other),
        Offer(kind="relay", fraction=amount),
        Offer(
            kind="credit", price=Money(amount, "CNY"), face_value=Money(other, "USD"), quota_periods=amount
        ),
        Offer(kind="credit", price=Money(amount, "CNY"), per="usd_credit"),
    ):
        worth = value(offer, BOOK)
        assert worth.ratio is None or 0 < worth.ratio <= 5
        assert len(worth.reason) < 100
        path_words(offer, BOOK, worth)
        face_value(offer, BOOK)
