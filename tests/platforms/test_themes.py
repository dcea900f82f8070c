"""Themes, language packs and addresses that nobody foresaw: dujiaoka's tables and cards, a folder, `www.`."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crawlers.page import PageChangedError
from crawlers.platforms import PLATFORMS
from tests.platforms.replies import prices, read

# dujiaoka: themes of forks and of older versions, other languages and currencies

ROW = '<tr class="category"><td class="d-none">组-{1}</td><td><a href="{0}" class="text-body"><img src="x.png"> {1}</a></td><td><span class="badge">自动发货</span></td><td>{3}</td><td>{2}</td><td><a class="btn" href="{0}">购买</a></td></tr>'
LAYUI = '<tr><td>{1}</td><td><span>自动</span></td><td><b class="product-box-price">{2}</b></td><td>{3}</td><td></td><td><a href="{0}">立即购买</a></td></tr>'
NEON = '<div class="col product-item"><div class="product-card"><span class="badge">{3}</span><a href="{0}"><img alt="{1}"></a><div class="nav"><a class="nav-link" href="{0}"><span>{1}</span></a></div><div class="h6 mb-1">{2} <del>$99.00</del></div></div></div>'


@pytest.mark.parametrize("card", [ROW, LAYUI, NEON], ids=["rows", "layui", "neon"])
def test_dujiaoka_in_a_theme_nobody_foresaw(card: str) -> None:
    price = "¥<b>{}</b>" if card is ROW else "${}" if card is NEON else "￥{}"
    code = "USD" if card is NEON else "CNY"
    shown = [("https://a.test/shop/buy/7", "Claude Pro 成品", "66.00", ""), ("/shop/buy/8", "GPT Plus", "12", ""),
             ("javascript:void(0);", "Max 20x", "700.5", "缺货")]  # fmt: skip
    cards = "".join(card.format(url, name, price.format(amount), left) for url, name, amount, left in shown)
    body = f"<html><body><p>独角数卡</p><table><tbody>{cards}</tbody></table></body></html>"
    if card is NEON:
        body = f"<html><body><p>独角数卡</p><div class=row>{cards}</div></body></html>"
    found = read("dujiaoka", "https://a.test/shop/", body)
    assert [(title, amount, currency) for title, _, amount, currency, _ in prices(found)] == [
        (name, Decimal(amount), code) for _, name, amount, _ in shown
    ]
    assert [one.key for one in found.listings] == ["7", "8", None]
    assert [one.on_sale for one in found.listings] == [True, True, False]
    assert found.asks[0].url == "https://a.test/shop/buy/7"


def test_dujiaoka_in_vietnamese_has_dong_and_steps() -> None:
    body = (
        "<html><body><form id='buy-form' class='buy-form'><input type=hidden name=gid value=7><h3>Claude Pro</h3>"
        "<span class='badge'>Tồn kho(12)</span><div class='alert'>Mua 10 cái trở lên，60000 đồng/cái。</div>"
        "<h3><span class='buy-price'>₫ 65000</span><small><del>₫ 90000</del></small></h3></form></body></html>"
    )
    assert prices(read("dujiaoka", "https://a.test/buy/7", body)) == [
        ("Claude Pro", "", Decimal(65000), "VND", 12), ("Claude Pro", "10+", Decimal(60000), "VND", 12),
    ]  # fmt: skip


def test_dujiaoka_good_in_a_theme_nobody_foresaw() -> None:
    body = "<html><body><div class=x><h4>Claude Pro</h4><form><input name=gid value=7><p>库存：3</p><div>¥ <b>65.00</b></div></form></div></body></html>"  # fmt: skip
    assert prices(read("dujiaoka", "https://a.test/buy/7", body)) == [("Claude Pro", "", Decimal("65.00"), "CNY", 3)]  # fmt: skip
    with pytest.raises(PageChangedError):
        read("dujiaoka", "https://a.test/buy/7", "<html><body><h4>Claude Pro</h4></body></html>")


def test_dujiaoka_3_has_variants() -> None:
    spec = '<label class="spec-option" data-price="{1}" data-stock="{2}" data-sub-id="{2}"><input type=radio name=sub_id><span class=btn> {0} <small>${1}</small></span></label>'
    body = f"<html><body><form id=buy-form><h1>Claude Pro</h1><div>库存：<span>3</span></div>{spec.format('月卡', '12.00', 3)}{spec.format('年卡', '99.00', 0)}<div>$<span>12.00</span></div><input name=gid value=7></form></body></html>"
    assert prices(read("dujiaoka", "https://a.test/buy/7", body)) == [
        ("Claude Pro", "月卡", Decimal("12.00"), "USD", 3), ("Claude Pro", "年卡", Decimal("99.00"), "USD", 0),
    ]  # fmt: skip


# addresses: a folder, www


@pytest.mark.parametrize("platform", ["new-api", "one-api", "one-hub", "sub2api", "acg-faka", "dujiaoka", "dujiao-next", "xboard", "shopify", "flarum"])  # fmt: skip
def test_a_program_may_lie_in_a_folder(platform: str) -> None:
    """A source that names a folder asks there what one at the root asks at the root."""
    start = PLATFORMS[platform].start
    at_root = [ask.url.removeprefix("https://a.test") for ask in start("https://a.test/")]
    in_folder = [ask.url.removeprefix("https://a.test/store-2") for ask in start("https://a.test/store-2/")]
    assert in_folder == at_root
    assert [ask.url for ask in start("https://a.test/pricing")] == [
        ask.url for ask in start("https://a.test/")
    ]


def test_a_list_goes_on_with_or_without_www() -> None:
    row = '<li class="product post-1"><h2>Claude Max</h2><a href="/product/1"><span class="woocommerce-Price-amount">$149.00</span></a></li>'  # fmt: skip
    body = f"<html><body><ul class=products>{row}</ul><a class=next href='https://www.a.test/shop/page/2/'>→</a></body></html>"
    found = read("woocommerce", "https://a.test/shop/", body, role="list")
    assert [ask.url for ask in found.asks] == ["https://www.a.test/shop/page/2/"]


def test_phpbb_before_it_gave_names_a_class() -> None:
    row = '<li class="row"><dl><dt><a class="topictitle" href="./viewtopic.php?f=2&amp;t=7&amp;sid=ab">WTS Claude</a><br>by <a href="./memberlist.php?mode=viewprofile&amp;u=3">nord</a></dt></dl></li>'
    body = f'<html><body id="phpbb" class="section-viewforum"><ul class="topics">{row}</ul></body></html>'
    [topic] = read("phpbb", "https://a.test/forum/viewforum.php?f=2", body).listings
    assert (topic.title, topic.seller_name, topic.url) == ("WTS Claude", "nord", "https://a.test/forum/viewtopic.php?t=7")  # fmt: skip


def test_shopify_gives_its_goods_by_its_collection_too() -> None:
    first = PLATFORMS["shopify"].start("https://a.test/en-de/")[0]
    assert first.instead is not None
    assert first.instead.url == "https://a.test/en-de/collections/all/products.json?limit=250&page=1"
    good = {"id": 1, "title": "Claude &amp; Pro", "handle": "pro", "variants": [{"price": "9.00", "available": "false"}]}  # fmt: skip
    [listing] = read("shopify", first.instead.url, {"products": [good]}).listings
    assert (listing.title, listing.url, listing.on_sale) == ("Claude & Pro", "https://a.test/en-de/products/pro", False)  # fmt: skip
    assert first.instead.instead is not None
    card = "<li><h3><a href='/products/{0}'>Claude {0}</a></h3><span class=price>€1{0},00 EUR</span></li>"
    shown = f"<html><body><ul>{card.format(1)}{card.format(2)}{card.format(3)}</ul></body></html>"
    assert len(read("shopify", first.instead.instead.url, shown, role="list").listings) == 3
