"""Keys that no price moves, and an order of pages that changes nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from crawlers.keys import words_key
from crawlers.page import Fact, Listing, Note, Quote, Reading
from crawlers.platforms.quotes import shop_quote
from crawlers.resolve import resolve
from store.records import Money, Offer
from store.run_records import OfferRecord
from tests.resolving import SOURCE, good, offers_of, page


def test_a_text_keeps_its_key_while_its_numbers_move() -> None:
    def keys(price: int) -> list[str]:
        post = Listing(title="", text=f"Claude Max 20x 月卡 ¥{price}", url="u", place_kind="channel")
        return [
            record.key
            for record in resolve(SOURCE, [(page(), Reading(listings=(post,)))])
            if isinstance(record, OfferRecord)
        ]

    assert keys(580) == keys(620) != []


prices = st.decimals(min_value="0.01", max_value="5000", places=2)


@given(st.lists(prices, min_size=2, max_size=2), st.lists(prices, min_size=2, max_size=2))
def test_prices_never_move_an_offers_key(before: list[Decimal], after: list[Decimal]) -> None:
    def keys(amounts: list[Decimal]) -> set[str]:
        quotes = tuple(
            Quote(offer=Offer(kind="service", price=Money(amount, "CNY"), label=f"v{n}"))
            for n, amount in enumerate(amounts)
        )
        listing = Listing(title="Claude Max 20x 月卡", text="", url="u", key="7", quotes=quotes)
        return {offer.key for offer in offers_of(resolve(SOURCE, [(page(), Reading(listings=(listing,)))]))}

    assert len(keys(before)) == 2
    assert keys(before) == keys(after)


@given(st.permutations(range(5)))
def test_the_order_of_pages_changes_nothing(order: list[int]) -> None:
    pages = [
        (
            page("/1"),
            Reading(
                listings=(good("7", "Claude Max 20x 月卡", "580"),), notes=(Note(text="QQ群 612300457"),)
            ),
        ),
        (
            page("/2"),
            Reading(
                listings=(good("8", "ChatGPT Plus 成品号", "70"), good("7", "Claude Max 20x 月卡", "580"))
            ),
        ),
        (page("/3"), Reading(listings=(good(None, "Gemini Advanced 12个月", "30"),))),
        (page("/4"), Reading(facts=(Fact(name="recharge", value="1"),))),
        (page("/5"), Reading(facts=(Fact(name="recharge", value="2"),))),
    ]
    assert resolve(SOURCE, [pages[index] for index in order]) == resolve(SOURCE, pages)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_resolve(title: str, text: str) -> None:
    listing = Listing(title=title, text=text, url="u", quotes=(shop_quote(Decimal(1), "CNY"),))
    resolve(
        SOURCE,
        [
            (
                page(),
                Reading(
                    listings=(listing, replace(listing, quotes=())), notes=(Note(text=text, offers=True),)
                ),
            )
        ],
    )


@given(st.text(alphabet="Claude 月卡¥刀0123456789.,", max_size=40), st.integers(0, 9999))
def test_words_key_ignores_numbers(words: str, number: int) -> None:
    assert words_key(words) == words_key(re.sub(r"\d+(?:[.,]\d+)*", str(number), words))
