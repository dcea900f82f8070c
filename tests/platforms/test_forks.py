"""What the programs' other versions, forks, themes and language packs send, by their sources: read as it is meant."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from crawlers.page import Page, PageChangedError
from crawlers.platforms import PLATFORMS
from tests.platforms.replies import prices, read

# new-api: model/pricing.go and controller/pricing.go of 2024 to 2026


@pytest.mark.parametrize("key", ["enable_groups", "enable_group", None])
def test_new_api_models_of_builds_that_name_their_groups_otherwise(key: str | None) -> None:
    model = {"model_name": "claude-x", "quota_type": "0", "model_ratio": 2.5, "completion_ratio": 5}
    body = {
        "success": True,
        "data": [model | ({key: ["default", "hidden"]} if key else {})],
        "group_ratio": {"default": 1, "vip": "0.5", "odd": None, "unit": {"x": 1}},
    }
    found = read("new-api", "https://a.test/api/pricing", body)
    [good] = [one for one in found.listings if one.key == "model:claude-x"]
    assert good.groups == (("default",) if key else ("default", "vip"))
    assert {one.key for one in found.listings} == {"group:default", "group:vip", "model:claude-x"}


def test_new_api_of_a_build_without_groups_has_its_models() -> None:
    body = {"success": True, "data": [{"model_name": "claude-x", "quota_type": 1, "model_price": 0.1}]}
    [good] = read("new-api", "https://a.test/api/pricing", body).listings
    assert (good.key, good.groups) == ("model:claude-x", ())


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("无权进行此操作，未登录且未提供 access token", "pricing_login_only"),
        ("该功能未启用", "pricing_disabled"),
    ],
)
def test_new_api_denies_with_200_in_some_forks(said: str, state: str) -> None:
    assert read("new-api", "https://a.test/api/pricing", {"success": False, "message": said}).state == state
    assert read("new-api", "https://a.test/api/notice", {"success": False, "message": said}).state == "notice_absent"  # fmt: skip
    with pytest.raises(PageChangedError):
        read("new-api", "https://a.test/api/pricing", {"success": False, "message": "database is locked"})


def test_groups_without_any_ratio_are_a_change() -> None:
    with pytest.raises(PageChangedError):
        read(
            "new-api", "https://a.test/api/user/groups", {"success": True, "data": {"a": {"ratio": {"v": 1}}}}
        )


def test_claude_relay_service_before_it_had_an_envelope() -> None:
    body = {
        "siteName": "小站",
        "siteIcon": "",
        "apiStatsNotice": {"enabled": 1, "content": "Max 拼车 ¥99/月"},
    }
    found = read("claude-relay-service", "https://a.test/admin/oem-settings", body)
    assert "¥99" in found.listings[0].text


# acg-faka: app/Controller/User/Api/Index.php, versions 1, 2 and 3

ACG = "https://a.test/shop/user/api/index/commodity"


def test_acg_faka_1_counts_cards_and_gives_no_total() -> None:
    rows = [
        {"id": 3, "name": '<span style="color:red">Claude Pro</span> &amp; 质保', "price": "88.00", "user_price": "80", "delivery_way": 0, "card_count": 4},
        {"id": 4, "name": "Max 代充", "price": 700, "delivery_way": 1, "card_count": 0},
        {"id": 5, "name": "GPT Plus", "price": None, "delivery_way": 0, "card_count": 0},
        {"id": 6, "name": "Team", "price": 30, "delivery_way": 0, "card_count": 0, "shared": {"id": 2}},
    ]  # fmt: skip
    found = read("acg-faka", f"{ACG}?categoryId=0&page=1&limit=100", {"code": 200, "data": rows})
    assert prices(found) == [
        ("Claude Pro & 质保", "", Decimal("88.00"), "CNY", 4),
        ("Max 代充", "", Decimal(700), "CNY", None),
        ("GPT Plus", "", None, None, 0),
        ("Team", "", Decimal(30), "CNY", None),
    ]
    assert [one.on_sale for one in found.listings] == [True, True, False, True]
    assert [ask.url for ask in found.asks][:1] == [f"{ACG}Detail?commodityId=3"]
    assert found.listings[0].url == "https://a.test/shop/item/3"


@pytest.mark.parametrize(
    "config",
    [
        {"race": {"月卡": "66", "年卡": 600}, "wholesale": {"10": 60}},
        {"config": "[category]\n月卡=66\n年卡=600\n[wholesale]\n10=60\n"},
        {"config": {"category": {"月卡": 66, "年卡": "600", "旧": None, "说明": []}, "wholesale": {"10": "60"}, "sku": []}},
        {"race": {"月卡": "66", "年卡": 600}, "lot_config": "10=60"},
    ],
)  # fmt: skip
def test_acg_faka_variants_of_every_version(config: dict[str, Any]) -> None:
    row = {"id": 3, "name": "Claude Pro", "price": 1, "delivery_way": 0, "card": 7} | config
    found = read("acg-faka", f"{ACG}Detail?commodityId=3", {"code": 200, "data": row})
    assert [quote[1:3] for quote in prices(found)] == [
        ("月卡", Decimal(66)), ("年卡", Decimal(600)), ("10+", Decimal(60)),
    ]  # fmt: skip
    assert {quote[4] for quote in prices(found)} == {7}


def test_acg_faka_1_has_its_notice_on_a_card() -> None:
    body = (
        '<html><head><script src="/assets/static/pay.js?v=1.4"></script></head><body><nav><div class="navbar-brand"><a href="/">'
        '<span>星河小店</span></a><a href="/user/authentication/login"><span>登录</span></a></div></nav><div class="card">'
        '<div class="card-header"><p class="card-title">公告</p></div><div class="card-block">售后QQ群 714300991</div></div></body></html>'
    )
    page = Page(url="https://a.test/", body=body.encode())
    assert PLATFORMS["acg-faka"].fingerprint(page) == "script /assets/static/pay.js"
    found = PLATFORMS["acg-faka"].read(page)
    assert [note.text for note in found.notes] == ["售后QQ群 714300991"]
    assert [fact.value for fact in found.facts] == ["星河小店"]


def test_acg_faka_for_members_is_a_state() -> None:
    assert read("acg-faka", ACG, {"code": 0, "msg": "请先登录"}).state == "goods_login_only"


# dujiao-next: internal/http/handlers/public/public.go


def test_dujiao_next_hides_its_numbers_and_states_steps() -> None:
    sku = {"sku_code": "A", "price_amount": 66, "is_active": 1, "auto_stock_available": 1, "stock_quantity_hidden": True}  # fmt: skip
    rows = [
        {"slug": "pro", "title": {"en-US": "Claude &amp; Pro"}, "fulfillment_type": "auto", "skus": [sku], "wholesale_prices": [{"min_quantity": 10, "unit_price": "60.00"}]},
        {"slug": "max", "title": "Claude Max", "fulfillment_type": "upstream", "skus": [{"price_amount": "700", "upstream_stock": 5, "is_active": True}]},
        {"slug": "gone", "title": "Gone", "fulfillment_type": "auto", "skus": [sku | {"auto_stock_available": 0}]},
        {"slug": "bare", "title": "No price", "skus": None},
    ]  # fmt: skip
    body = {"status_code": 0, "data": rows, "pagination": {"page": 1, "page_size": 4, "total": 9}}
    found = read("dujiao-next", "https://a.test/shop/api/v1/public/products?page=1&page_size=100", body)
    assert [(title, label, amount, stock) for title, label, amount, _, stock in prices(found)] == [
        ("Claude & Pro", "", Decimal(66), None),
        ("Claude & Pro", "10+", Decimal("60.00"), None),
        ("Claude Max", "", Decimal(700), 5),
        ("Gone", "", Decimal(66), 0),
        ("No price", "", None, None),
    ]
    assert [ask.url.partition("?")[2] for ask in found.asks] == ["page=2&page_size=100"]
    assert found.listings[0].url == "https://a.test/shop/products/pro"


def test_dujiao_next_posts_without_words_are_no_change() -> None:
    posts = [{"title": {"zh-CN": "公告"}, "summary": None}, {"title": {}, "content": {}}]
    assert len(read("dujiao-next", "https://a.test/api/v1/public/posts", {"status_code": 0, "data": posts}).notes) == 1  # fmt: skip


# hosted shops and markets


def test_a_shop_that_gives_fewer_rows_a_page_is_read_to_its_end() -> None:
    rows = [{"goods_key": f"k{number}", "name": "Claude", "price": "1"} for number in range(20)]
    for number, more in ((1, True), (2, True), (3, False)):
        body = {"code": 1, "data": {"list": rows if number < 3 else rows[:10], "total": 50, "pageSize": 20}}
        found = read("shopapi", "https://a.test/shopApi/Shop/goodsList", body, role=f"list tok card {number}")
        assert bool(found.asks) == more


def test_a_good_without_a_price_is_kept_without_one() -> None:
    rows = [{"goods_no": str(number), "name": "Claude", "price": price} for number, price in enumerate(("1", None, "2"))]  # fmt: skip
    found = read("16688", "https://a.test/shopApi/goods/list", {"code": 1, "data": {"list": rows}})
    assert [quote[2] for quote in prices(found)] == [Decimal(1), None, Decimal(2)]
    with pytest.raises(PageChangedError):
        read("16688", "https://a.test/shopApi/goods/list", {"code": 1, "data": {"list": [one | {"price": {}} for one in rows]}})  # fmt: skip


def test_xboard_plan_without_a_limit_it_can_count() -> None:
    plan = {
        "id": 1,
        "name": "A",
        "month_price": "2990",
        "capacity_limit": "unlimited",
        "show": "1",
        "sell": "0",
    }
    assert prices(read("xboard", "https://a.test/api/v1/guest/plan/fetch", {"data": [plan]})) == [
        ("A", "月付", Decimal("29.90"), "CNY", 0)
    ]


# WooCommerce: the Store API before 2022, without a price, without permalinks, other themes

STORE = "https://a.test/shop/wp-json/wc/store/v1/products?per_page=100&page=1"


def test_woocommerce_goods_without_some_prices() -> None:
    whole = {"price": "14900", "currency_code": "USD", "currency_minor_unit": 2}
    rows = [
        {"id": 1, "name": "Claude &#8211; Max", "prices": whole, "is_in_stock": 1},
        {"id": 2, "name": "Ask us", "prices": whole | {"price": ""}},
        {"id": 3, "name": "Old", "prices": whole | {"price_range": None, "regular_price": None}, "is_in_stock": "false"},
        {"id": 4, "name": "None", "prices": None},
        {"id": 5, "name": "Sizes", "variations": [8, 9], "prices": whole, "permalink": "https://www.a.test/product/sizes/"},
    ]  # fmt: skip
    found = read("woocommerce", STORE, rows)
    assert [(title, amount, stock) for title, _, amount, _, stock in prices(found)] == [
        ("Claude – Max", Decimal("149.00"), None), ("Ask us", None, None), ("Old", Decimal("149.00"), 0), ("None", None, None),
        ("Sizes", Decimal("149.00"), None),
    ]  # fmt: skip
    assert [ask.role for ask in found.asks] == ["variants"]
    with pytest.raises(PageChangedError):
        read("woocommerce", STORE, [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}])


def test_woocommerce_is_looked_for_where_its_version_keeps_it() -> None:
    [api, _] = PLATFORMS["woocommerce"].start("https://a.test/")
    assert api.instead is not None
    assert api.instead.url == "https://a.test/index.php?rest_route=/wc/store/v1/products&per_page=100&page=1"
    assert api.instead.instead is not None
    assert api.instead.instead.url == "https://a.test/?post_type=product"
    closed = {"code": "rest_no_route", "message": "No route", "data": {"status": 404}}
    [shop] = read("woocommerce", api.instead.url, closed, role="api").asks
    assert (shop.url, shop.role) == ("https://a.test/?post_type=product", "list")


def test_woocommerce_cards_of_a_theme_without_lists() -> None:
    card = '<div class="product-small col product type-product post-{0} instock"><div class="box"><p class="name product-title"><a href="/product/{0}">Claude {0}</a></p><span class="price"><span class="woocommerce-Price-amount"><bdi>{0}9,00 €</bdi></span></span></div></div>'  # fmt: skip
    body = f"<html><body><div class='products row'>{card.format(1)}{card.format(2)}</div></body></html>"
    assert prices(read("woocommerce", "https://a.test/laden/", body, role="list")) == [
        ("Claude 1", "", Decimal("19.00"), "EUR", None), ("Claude 2", "", Decimal("29.00"), "EUR", None),
    ]  # fmt: skip


# shops whose words and marks do not agree


def test_whmcs_keeps_a_good_without_a_price_and_believes_no_sign_of_another_money() -> None:
    card = '<div id="product{0}"><header><span id="product{0}-name">Claude {0}</span></header><div id="product{0}-price"><span class="price">{1}</span></div></div>'  # fmt: skip
    shown = ("$1,300.50 AUD", "€1.300,50 EUR", "Contact us", "$22.00 EUR", "¥900 JPY", "$5.00")
    cards = "".join(card.format(number, price) for number, price in enumerate(shown, 1))
    body = f"<html><body><div id=order-standard_cart>{cards}</div></body></html>"
    found = prices(read("whmcs", "https://a.test/cart.php?gid=1", body))
    assert [(amount, currency) for _, _, amount, currency, _ in found] == [
        (Decimal("1300.50"), "AUD"), (Decimal("1300.50"), "EUR"), (None, None), (None, None), (Decimal(900), "JPY"), (Decimal(5), "USD"),
    ]  # fmt: skip


@pytest.mark.parametrize("emptied", ["<div itemprop=offers itemscope></div>", ""])
def test_marked_goods_that_say_nothing_are_a_change(emptied: str) -> None:
    good = "<div itemscope itemtype='https://schema.org/Product'>{}</div>"
    whole = "<b itemprop=name>Claude {}</b><div itemprop=offers itemscope><meta itemprop=price content=9><meta itemprop=priceCurrency content=EUR></div>"
    named = "<b itemprop=name>Claude 2</b>" + emptied if emptied else ""
    body = f"<html><body>{good.format(whole.format(1))}{good.format(named)}</body></html>"
    with pytest.raises(PageChangedError):
        read("jsonld", "https://a.test/list", body)
    more = body.replace("</body>", good.format(whole.format(3)) * 2 + "</body>")
    assert len(read("jsonld", "https://a.test/list", more).listings) >= 2
