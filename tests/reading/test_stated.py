"""Region, mail, batch, delivery, warranty and what logs hold: read for the offers that they are said of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.reading import Context, read
from crawlers.reading.good import read_good
from store.records import Money, Offer
from tests.reading.stated_cases import NOT_STATED, STATED

CONTEXT = Context(fx={"CNY": Decimal("6.8")})


def of(text: str) -> tuple[Offer, ...]:
    """Read a text where its money is used."""
    return read(text, CONTEXT if "¥" in text else Context()).offers


def stated(offer: Offer) -> str:
    found = dict(offer.attributes)
    if offer.warranty_days is not None:
        found["warranty_days"] = str(offer.warranty_days)
    return " ".join(f"{name}={value}" for name, value in sorted(found.items()))


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_is_stated(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(stated(offer) for offer in of(text)) == expected


@pytest.mark.parametrize("text", NOT_STATED)
def test_what_is_not_stated(text: str) -> None:
    assert [stated(offer) for offer in of(text)] == [""]


def test_a_shops_good_states_what_its_title_and_words_say() -> None:
    quote = Offer(kind="account", price=Money(Decimal(30), "CNY"))
    good = read_good("Plus 菲区 hotmail号 质保3天", "", quote, CONTEXT)
    assert good is not None
    assert stated(good) == "mail_class=outlook region=PH warranty_days=3"


def test_what_the_platform_states_stands() -> None:
    quote = Offer(
        kind="account", price=Money(Decimal(30), "CNY"), attributes=(("region", "JP"), ("list_price", "40"))
    )
    good = read_good("Plus 菲区", "", quote, CONTEXT)
    assert good is not None
    assert dict(good.attributes) == {"region": "JP", "list_price": "40"}


@given(st.lists(st.sampled_from([text for text, _ in STATED]), min_size=2, max_size=4))
def test_a_line_speaks_for_its_own_offers_alone(texts: list[str]) -> None:
    single = [text for text in dict.fromkeys(texts) if "\n" not in text and "Selling" not in text]
    offers = of("\n".join(single))
    known = {found for text, told in STATED for found in told for found in found.split()}
    assert {part for offer in offers for part in stated(offer).split()} <= known
