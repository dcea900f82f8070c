"""What a reader needs of a page's make is learnt by trial, and missed where it goes."""

from __future__ import annotations

import json

import pytest

from crawlers.needs import missing, needs_of
from crawlers.page import Listing, Page, PageChangedError, Quote, Reading
from store.records import Money, Offer
from tests.crawl.tiny import Tiny

CARDS = (
    '<html><head><title>Shop</title></head><body><div class="wrap"><ul class="goods">'
    + "".join(f'<li class="good" id="g{at}"><b>Claude {at}</b> ¥{at}9</li>' for at in range(1, 7))
    + '<li class="good sold" id="g9">Claude 9 ¥99</li></ul></div><footer>2026</footer></body></html>'
)


def read_json(page: Page) -> Reading:
    found = page.json()
    if "rows" not in found:
        raise PageChangedError("no rows")
    return Reading(
        listings=tuple(
            Listing(
                title=row.get("name", ""),
                text="",
                url=page.url,
                key=str(row["id"]),
                quotes=(Quote(offer=Offer(kind="account", price=Money(row["price"], "CNY"))),)
                if row.get("price")
                else (),
            )
            for row in found["rows"]
        ),
        facts=(),
    )


def page(text: str) -> Page:
    return Page(url="https://shop.test/", body=text.encode(), role="goods 1")


def learnt(text: str) -> set[str]:
    [one] = [page(text)]
    read = read_json if text[0] == "{" else Tiny().read
    return set(needs_of(read, [(one, read(one))])["goods.needs"].split())


def rows(**more: object) -> str:
    return json.dumps({"rows": [{"id": at, "name": f"Claude {at}", "price": at, "unread": 1, **more} for at in range(1, 9)], "build": 3})  # fmt: skip


def test_the_keys_that_are_read_are_needed_and_no_others() -> None:
    assert learnt(rows()) == {"key:rows=l", "key:rows/[]/id=n", "key:rows/[]/name=s", "key:rows/[]/price=n"}


@pytest.mark.parametrize(
    ("broken", "need"),
    [
        (rows().replace('"name"', '"title"'), "key:rows/[]/name=s"),
        (rows().replace('"price": ', '"price": "x", "was": '), "key:rows/[]/price=n"),
        (rows().replace('"unread"', '"other"'), ""),
        (rows(fresh=1), ""),
        ('{"rows": []}', "key:rows/[]/id=n"),
    ],
)
def test_a_key_that_goes_or_holds_something_else_is_named(broken: str, need: str) -> None:
    usual = " ".join(sorted(learnt(rows())))
    assert missing(usual, [page(broken)]) == need


def test_the_classes_and_tags_that_are_read_are_needed_and_not_what_a_few_goods_have() -> None:
    found = learnt(CARDS)
    assert {"class:good<goods", "tag:li"} <= found
    assert not [need for need in found if "sold" in need or "footer" in need]


def test_a_class_that_goes_or_moves_is_named_and_added_words_are_not() -> None:
    usual = "class:good<goods"
    assert missing(usual, [page(CARDS.replace('"good', '"card'))]) == usual
    assert missing(usual, [page(CARDS.replace('class="goods"', 'class="grid"'))]) == usual
    assert missing(usual, [page(CARDS.replace('class="goods"', 'class="fresh goods"'))]) == ""


def test_one_odd_page_among_many_says_nothing() -> None:
    usual = "key:rows/[]/name=s"
    assert missing(usual, [page(rows()), page(rows()), page(rows().replace('"name"', '"title"'))]) == ""


def test_a_key_of_a_few_rows_may_be_absent_and_holds_no_other_type() -> None:
    """A price that only two of eight goods have is needed by those alone."""
    sparse = json.loads(rows())
    for at, row in enumerate(sparse["rows"]):
        if at > 1:
            del row["price"]
    usual = " ".join(sorted(learnt(json.dumps(sparse))))
    assert "type:rows/[]/price=n" in usual
    wrapped = json.dumps(sparse).replace('"price": 1', '"price": {"value": 1}').replace('"price": 2', '"price": {"value": 2}')  # fmt: skip
    assert missing(usual, [page(wrapped)]) == "type:rows/[]/price=n"
    for row in sparse["rows"]:
        row.pop("price", None)
    assert missing(usual, [page(json.dumps(sparse))]) == ""


def test_a_zero_that_is_read_is_no_nothing() -> None:
    """A stock of none tells of a key as much as one of five."""

    def read(page: Page) -> Reading:
        return Reading(
            listings=tuple(
                Listing(
                    title=row["name"],
                    text="",
                    url=page.url,
                    quotes=(Quote(offer=Offer(kind="account", stock=None if row.get("open") else 0)),),
                )
                for row in page.json()["rows"]
            )
        )

    text = json.dumps({"rows": [{"name": f"Claude {at}", "open": at != 2} for at in range(4)]})
    found = needs_of(read, [(page(text), read(page(text)))])["goods.needs"].split()
    assert "key:rows/[]/open=b" in found


def test_an_attribute_of_every_good_is_needed_for_what_it_says_of_one() -> None:
    """Only one good's link leads to its seller; but a page without any link is another page."""

    def read(page: Page) -> Reading:
        cards = page.selector.css("li")
        return Reading(
            listings=tuple(
                Listing(
                    title=card.css("b::text").get(""),
                    text=card.css("a[href^=mailto]::attr(href)").get(""),
                    url=page.url,
                )
                for card in cards
            )
        )

    def shop(**odd: str) -> str:
        links = [odd.get(f"g{at}", f"/{at}") for at in range(6)]
        return f"<html><body><ul>{''.join(f'<li><b>Claude {at}</b><a href={link!r}>x</a></li>' for at, link in enumerate(links))}</ul></body></html>"

    healthy = shop(g3="mailto:a@b.example")
    usual = needs_of(read, [(page(healthy), read(page(healthy)))])["goods.needs"]
    assert "attr:href" in usual.split()
    assert missing(usual, [page(shop())]) == ""
    assert missing(usual, [page(healthy.replace("href=", "data-href="))]) == "attr:href"
