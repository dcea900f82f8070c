"""A page that still counts as many goods, and says something else of them, is a changed layout."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crawlers.page import Fact, Listing, Note, Page, Quote, Reading
from crawlers.shape import breach, shape_of
from store.records import Money, Offer
from tests.crawl.conftest import Crawl
from tests.crawl.hostile import Hostile, page
from tests.crawl.tiny import goods

PAGE = Page(url="https://shop.test/", body=b"", role="list 1")


def reading(count: int = 6, *, price: str | None = "60.00", currency: str = "CNY", **more: object) -> Reading:
    money = None if price is None else Money(Decimal(price), currency)
    listings = tuple(
        Listing(
            title=f"Claude {number}", text="客服 @silt_kf", url=f"https://shop.test/{number}", key=str(number),
            quotes=(Quote(offer=Offer(kind="service", price=money, stock=number)),),
        )
        for number in range(count)
    )  # fmt: skip
    known: dict[str, object] = {
        "facts": (Fact(name="currency", value=currency),),
        "notes": (Note(text="QQ 2917745521"),),
    }
    return Reading(listings=listings, **(known | more))  # type: ignore[arg-type]


def said(now: Reading) -> str:
    return breach(shape_of([(PAGE, reading())]), shape_of([(PAGE, now)]), ["list 1"])


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (reading(price=None), "price stands on 0.00 of what list pages give, on 1.00 before"),
        (reading(currency="USD"), "currency of list pages is USD, CNY before"),
        (reading(price="6000.00"), "the middle price of list pages is 6000.00, 60.00 before"),
        (reading(facts=()), "fact currency stands on 0.00 of what list pages give, on 1.00 before"),
        (reading(notes=()), "contacts in notes stands on 0.00 of what list pages give, on 1.00 before"),
    ],
)
def test_another_shape_is_named(now: Reading, words: str) -> None:
    assert said(now) == words


@pytest.mark.parametrize("now", [reading(), reading(4), reading(9), reading(price="35.00"), reading(0)])
def test_a_market_that_moves_keeps_its_shape(now: Reading) -> None:
    assert not said(now)


def test_posts_of_nothing_but_a_picture_break_nothing() -> None:
    photos = tuple(Listing(title="", text="", url="https://shop.test/p", key=f"p{n}") for n in range(20))
    usual = reading()
    mixed = Reading(listings=(*usual.listings, *photos), facts=usual.facts, notes=usual.notes)
    assert not said(mixed)


def test_what_was_not_read_breaks_nothing() -> None:
    assert not breach(shape_of([(PAGE, reading())]), {}, [])


def test_a_run_out_of_shape_is_changed_and_publishes_nothing(crawl_hostile: Crawl) -> None:
    body = page(goods("a", "b", "c"))
    usual = {"goods.listings": "3", "goods.seller": "1.00"}
    with Hostile({"same": body, "other": body}) as server:
        same = crawl_hostile(
            server, "same", contract={"shape": {"goods.listings": "3", "goods.price": "1.00"}}
        )
        other = crawl_hostile(server, "other", contract={"shape": usual})
    assert (same["same"].run.verdict, same["same"].run.reason) == ("ok", "")
    assert other["other"].run.verdict == "changed"
    assert other["other"].run.reason == "seller stands on 0.00 of what goods pages give, on 1.00 before"
