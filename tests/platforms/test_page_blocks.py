"""How an unknown page falls into goods: what stands alone, what is hidden, which of several prices is the price."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crawlers.page import Listing, Page
from crawlers.platforms import generic, page_blocks, tree
from crawlers.resolve import SourceFacts, resolve
from store.records import Money
from store.run_records import OfferRecord


def blocks(body: str) -> list[page_blocks.Block]:
    return page_blocks.blocks_of(tree.parse(f"<html><body>{body}</body></html>"))


def listings(markup: str) -> tuple[Listing, ...]:
    return generic.read(Page(url="https://shop.example/", body=markup.encode(), role="list")).listings


def prices(markup: str) -> list[Money | None]:
    return [quote.offer.price for good in listings(markup) for quote in good.quotes]


def test_a_section_of_one_is_told_by_its_like_in_other_sections() -> None:
    two = "<h3>Claude</h3><div class='a'><h5>Pro</h5>$9</div><div class='a'><h5>Max</h5>$90</div>"
    found = blocks(
        f"<section>{two}</section><section><h3>GPT</h3><div class='a'><h5>Plus</h5>$8</div></section>"
    )
    assert [(block.heading, block.title) for block in found] == [
        ("Claude", "Pro"), ("Claude", "Max"), ("GPT", "Plus"),
    ]  # fmt: skip


def test_a_heading_holds_until_one_as_high_names_another_thing() -> None:
    card = "<div class='a'>month $9</div>"
    found = blocks(f"<h2>Claude</h2><h3>By the month</h3>{card}<h2>Mugs</h2>{card}")
    assert [block.heading for block in found] == ["Claude", ""]


def test_a_hidden_tab_of_goods_is_read_and_a_hidden_good_among_shown_ones_is_not() -> None:
    card = "<div class='a'>{0} Claude Pro $9</div>"
    tabs = f"<div class='tab' style='display: none'>{card.format(1)}{card.format(2)}</div>"
    trap = "<div class='a' style='display:none'>3 Claude Pro $1</div>"
    shown = f"<div class='tab'>{card.format(4)}{card.format(5)}{trap}</div>"
    assert [block.text[0] for block in blocks(tabs + shown)] == ["1", "2", "4", "5"]


@pytest.mark.parametrize(
    ("inside", "price"),
    [
        ("<i class='price'><del>$20.00</del> <ins>$12.00</ins></i>", "12.00"),
        ("<i class='price old-price'>$20.00</i><i class='price'>$12.00</i>", "12.00"),
        ("<i class='price-now line-through'>$20.00</i><i class='price'>$12.00</i>", "12.00"),
        ("<i class='Price'><span class='sr-only'>Was $20.00</span>$12.00</i>", "12.00"),
        ("<i class='price'>$12.00 – $30.00</i>", "12.00"),
        ("<p>$12.00</p>", "12.00"),
    ],
)
def test_the_price_of_a_card(inside: str, price: str) -> None:
    card = "<div class='c'><h4>Claude Pro, $500 balance {0}</h4>" + inside + "</div>"
    found = [block.quotes for block in blocks("<div>" + card.format("a") + card.format("b") + "</div>")]
    if inside == "<p>$12.00</p>":  # the title's own dollars stand beside it: only the words can tell
        assert found == [(), ()]
    else:
        assert [quote[0].offer.price for quote in found] == [Money(Decimal(price), "USD")] * 2


def test_a_range_is_a_price_from_its_least() -> None:
    card = "<div><b>Claude Pro</b><i class='price'>€12 - €30</i></div>"
    assert [block.quotes[0].offer.qualifier for block in blocks(card * 2)] == ["from", "from"]


def test_a_station_s_heading_with_its_multiplier_is_no_good() -> None:
    row = "<tr><td>Codex {0}</td><td>¥{0}</td></tr>"
    table = f"<table><tr><th>套餐</th><th>价格</th></tr>{row.format(6)}{row.format(28)}</table>"
    found = blocks(f"<section><h1>Codex 中转</h1><p>官方 <b>0.06 倍率</b> 起，1元=1美元</p>{table}</section>")
    assert [block.title for block in found] == ["Codex 6", "Codex 28"]


def test_goods_of_one_address_are_kept_apart_by_their_names() -> None:
    good = '{{"@type":"Product","name":"{0}","url":"https://shop.example/","offers":{{"price":"{1}","priceCurrency":"USD"}}}}'
    script = f"[{good.format('Claude Pro', 9)},{good.format('ChatGPT Plus', 8)}]"
    found = listings(f"<script type='application/ld+json'>{script}</script><p>shop</p>")
    assert [listing.title for listing in found] == ["Claude Pro", "ChatGPT Plus"]
    assert len({listing.key for listing in found}) == 2


@pytest.mark.parametrize(
    ("lang", "own", "currency"),
    [("zh-CN", None, "CNY"), ("zh-CN", "USDT", "USDT"), ("en", None, None), ("zh-TW", None, "TWD")],
)
def test_money_without_a_sign_is_the_source_s_else_the_language_s(
    lang: str, own: str | None, currency: str | None
) -> None:
    state = 'goods = [{"name": "Claude Pro 月卡", "price": "139.00"}];'
    body = f"<html lang='{lang}'><body><div id='app'></div><script>{state}</script></body></html>"
    page = Page(url="https://shop.example/", body=body.encode(), role="list")
    source = SourceFacts(name="shop", url=page.url, platform="generic", currency=own)
    offers = [
        row.offer for row in resolve(source, [(page, generic.read(page))]) if isinstance(row, OfferRecord)
    ]
    assert [offer.price and offer.price.currency for offer in offers] == [currency]


def test_a_page_of_one_good_that_can_be_ordered() -> None:
    order = "<form><input name='mail'><button>Buy</button></form>"
    body = f"<html><body><h1>Claude Pro, $500 balance</h1><b class='price'>$12.00</b>{order}</body></html>"
    assert prices(body) == [Money(Decimal("12.00"), "USD")]
