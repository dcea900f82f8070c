"""Card shops of the wide market: dujiao-next, two themes of dujiaoka, acg-faka, two hosted shops and Xboard."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

from tests.market.wide.goods import Good, assortment, priced
from tests.market.wide.site import Site

FACES = ("100", "500", "1000")


def some_sold_out(site: Site, goods: list[Good]) -> list[Good]:
    """Take the stock of about one in twelve away, and give the others some."""
    return [replace(good, stock=site.luck.choice((0, *range(1, 12)))) for good in goods]


def dujiao_next(root: Path) -> Site:
    """A shop of dujiao-next: prices as strings, a good in three languages, codes of three sizes as variants."""
    site = Site(root, "bailuka", "dujiao-next")
    goods = some_sold_out(site, assortment(site.luck, 190, "zh", "CNY"))
    products = [_next_product(site, number, good) for number, good in enumerate(goods, 1)]
    products += [_next_sizes(site, number, name, provider) for number, (name, provider) in enumerate((("Claude 官方额度 兑换码", "anthropic"), ("OpenAI 官方额度 兑换码", "openai")), 191)]  # fmt: skip
    site.behave(headers={"Access-Control-Allow-Origin": "*"})
    site.page("/", '<!doctype html><html lang="en"><head><title></title><script type="module" crossorigin src="/assets/index-Dv.js"></script><link rel="modulepreload" crossorigin href="/assets/vendor-vue-i18n-DA.js"></head><body><div id="app"></div></body></html>')  # fmt: skip
    config = {
        "app_version": "v1.0.0", "brand": {"site_icon": "", "site_name": "白鹭卡铺", "site_url": ""}, "currency": "CNY",
        "contact": {"telegram": "https://t.me/bailuka_kf_demo", "whatsapp": ""}, "footer_links": [],
        "payment_channels": [], "scripts": [], "nav_config": {"builtin": {"notice": True}, "custom_items": []},
        "languages": ["zh-CN", "zh-TW", "en-US"],
    }  # fmt: skip
    api = "/api/v1/public"
    site.page(f"{api}/config.json", {"status_code": 0, "msg": "success", "data": config})
    site.page(f"{api}/categories.json", {"status_code": 0, "msg": "success", "data": [_next_category()]})
    site.page(f"{api}/posts.json", {"status_code": 0, "msg": "success", "data": [], "pagination": {"page": 1, "page_size": 20, "total": 0, "total_page": 0}})  # fmt: skip
    for page, first in enumerate(range(0, len(products), 100), 1):
        paging = {"page": page, "page_size": 100, "total": len(products), "total_page": 2}
        site.page(f"{api}/products@page={page}.json", {"status_code": 0, "msg": "success", "data": products[first : first + 100], "pagination": paging})  # fmt: skip
    return site


def _next_category() -> dict[str, Any]:
    return {
        "id": 1,
        "parent_id": 0,
        "slug": "ai",
        "name": dict.fromkeys(("zh-CN", "zh-TW", "en-US"), "AI"),
        "sort_order": 9,
    }


def _next_sku(number: int, words: str, price: Decimal, stock: int) -> dict[str, Any]:
    return {
        "id": number, "sku_code": f"SKU-{number}", "spec_values": dict.fromkeys(("zh-CN", "zh-TW", "en-US"), words),
        "price_amount": f"{price:.2f}", "manual_stock_total": 0, "manual_stock_sold": 0,
        "auto_stock_available": stock, "upstream_stock": 0, "is_active": True,
    }  # fmt: skip


def _next_entry(number: int, title: str, skus: list[dict[str, Any]]) -> dict[str, Any]:
    stock = sum(sku["auto_stock_available"] for sku in skus)
    words = dict.fromkeys(("zh-CN", "zh-TW", "en-US"), title)
    return {
        "id": number, "category_id": 1, "slug": f"good-{number}", "title": words, "description": words,
        "content": dict.fromkeys(words, ""), "price_amount": skus[0]["price_amount"], "images": [], "tags": [],
        "purchase_type": "guest", "fulfillment_type": "auto", "manual_stock_available": 0,
        "auto_stock_available": stock, "stock_status": "in_stock" if stock else "out_of_stock",
        "is_sold_out": not stock, "category": _next_category(), "skus": skus,
    }  # fmt: skip


def _next_product(site: Site, number: int, good: Good) -> dict[str, Any]:
    site.sell(good, f"/products/good-{number}")
    return _next_entry(number, good.title, [_next_sku(number, "默认", good.price, good.stock)])


def _next_sizes(site: Site, number: int, title: str, provider: str) -> dict[str, Any]:
    skus = []
    for place, face in enumerate(FACES):
        good = Good(title, "credit", provider, None, "pack", Decimal(face), priced(site.luck, Decimal(face), "CNY"), "CNY", 8, f"{face}刀")  # fmt: skip
        site.sell(good, f"/products/good-{number}")
        skus.append(_next_sku(1000 + 10 * number + place, f"{face}刀", good.price, good.stock))
    return _next_entry(number, title, skus)


def luna(root: Path) -> Site:
    """A dujiaoka shop in the luna theme: its goods stand as JSON in a script of the home page."""
    site = Site(root, "yuexia", "dujiaoka")
    goods = some_sold_out(site, assortment(site.luck, 150, "zh", "CNY"))
    rows = []
    for number, good in enumerate(goods, 1):
        site.sell(good, f"/buy/{number}")
        rows.append(
            {"id": number, "group_id": 1, "gd_name": good.title, "gd_description": "", "gd_keywords": "",
             "picture": None, "retail_price": "0.00", "actual_price": f"{good.price:.2f}", "in_stock": good.stock,
             "sales_volume": 3, "ord": 1, "buy_limit_num": 0, "buy_prompt": None, "description": None, "type": 1,
             "wholesale_price_cnf": None, "other_ipu_cnf": None, "api_hook": None, "is_open": 1}
        )  # fmt: skip
        site.page(f"/buy/{number}.html", _buy_page("luna", f'<h3 class="title">{escape(good.title)}</h3><span class="price">￥ {good.price:.2f}</span><span>库存({good.stock})</span>'))  # fmt: skip
    script = json.dumps([{"id": 1, "gp_name": "AI账号", "goods": rows}], ensure_ascii=False)
    site.page(
        "/",
        _buy_page("luna", f'<div class="goods" id="goods"></div><script>let goodsMsg = {script};</script>'),
    )
    site.page("/robots.txt", "User-agent: *\nDisallow:\n")
    return site


def hyper(root: Path) -> Site:
    """A dujiaoka shop in the hyper theme: cards on the home page, a sold-out one leads nowhere."""
    site = Site(root, "jisu", "dujiaoka")
    goods = some_sold_out(site, assortment(site.luck, 100, "zh", "CNY"))
    cards = []
    for number, good in enumerate(goods, 1):
        site.sell(good, f"/buy/{number}")
        where = f"http://{site.host}/buy/{number}" if good.stock else "javascript:void(0)"
        over = "" if good.stock else "<span>已售罄</span>"
        cards.append(f'<a href="{where}" class="home-card category" data-type="1"><img class="home-img" src="/x.jpg"><div class="flex"><p class="name">{escape(good.title)}</p><div class="price">￥<b>{good.price:.2f}</b></div>{over}</div></a>')  # fmt: skip
        if good.stock:
            site.page(f"/buy/{number}.html", _buy_page("hyper", f'<div class="buy-grid"><form id="buy-form" action="/create-order" method="post"><div class="form-group"><h3>{escape(good.title)}</h3></div><div class="form-group"><span class="badge badge-outline-primary">自动发货</span> <span class="badge">库存({good.stock})</span></div><div class="form-group"><h3><span class="buy-price">¥ {good.price:.2f}</span> <small><del>¥ {good.price * 2:.2f}</del></small></h3></div></form></div>'))  # fmt: skip
    site.page("/", _buy_page("hyper", f'<div class="hyper-wrapper">{"".join(cards)}</div>'))
    site.page("/robots.txt", "User-agent: *\nDisallow:\n")
    return site


def _buy_page(theme: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>发卡</title><link href="/assets/{theme}/css/app.css" rel="stylesheet"></head>'
        f'<body>{body}<footer><a href="/order-search">查询订单</a> Powered by @独角数卡</footer></body></html>'
    )


def acg(root: Path) -> Site:
    """An acg-faka shop of 160 goods in pages, 20 of them in variants."""
    site = Site(root, "yixing", "acg-faka")
    goods = some_sold_out(site, assortment(site.luck, 160, "zh", "CNY"))
    rows = []
    for number, good in enumerate(goods, 5001):
        several = good.kind == "account" and number % 8 == 0
        variants = {"普通": good.price, "高级": good.price + 5} if several else {}
        for words, price in (variants or {"": good.price}).items():
            site.sell(good.at(price, words), f"/item/{number}")
        rows.append(_acg_row(number, good))
        config = (
            {"category": {words: f"{price:.2f}" for words, price in variants.items()}} if variants else []
        )
        detail = {**rows[-1], "description": "<p>自动发货</p>", "config": config, "minimum": 1, "maximum": 0, "service_url": "", "service_qq": "", "share_url": f"http://{site.host}/item/{number}"}  # fmt: skip
        site.page(f"/user/api/index/commodityDetail@commodityId={number}.json", {"code": 200, "msg": "success", "data": detail})  # fmt: skip
        site.page(f"/item/{number}.html", f'<html><head><title>{escape(good.title)}</title></head><body><h4>{escape(good.title)}</h4></body></html>')  # fmt: skip
    site.behave(cookies=["ACG-SHOP=a1; path=/"], fallback=[["/*", 200, "_404.html"]], defaults={"/user/api/index/commodity": {"page": "1"}})  # fmt: skip
    site.page("/_404.html", '<html><head><meta name="robots" content="noindex"><title>404</title></head><body>页面没有找到</body></html>')  # fmt: skip
    site.page("/", '<html><head><title>异星卡铺</title><link rel="stylesheet" href="/assets/user/css/index.css?v=3.6.0"></head><body><img alt="ACG Logo"><div class="notice"><p>售后QQ 2917004518</p></div><div class="item-list"></div><script>setVar("CAT_ID","recommend")</script></body></html>')  # fmt: skip
    site.page("/user/api/index/data.json", {"code": 200, "msg": "success", "data": [{"id": 1, "name": "AI", "pid": 0, "hide": 0, "commodity_count": 160, "children": []}]})  # fmt: skip
    site.page(
        "/user/api/index/commodity.json", {"code": 200, "msg": "success", "data": [], "total": len(rows)}
    )
    for page, first in enumerate(range(0, len(rows), 20), 1):
        site.page(f"/user/api/index/commodity@page={page}.json", {"code": 200, "msg": "success", "data": rows[first : first + 20], "total": len(rows)})  # fmt: skip
    return site


def _acg_row(number: int, good: Good) -> dict[str, Any]:
    return {
        "id": number, "name": good.title, "cover": "/x.png", "price": f"{good.price:.2f}",
        "user_price": f"{good.price:.2f}", "delivery_way": 0, "stock": good.stock, "stock_state": 3, "tags": [],
        "seckill_active": False, "has_wholesale": False, "order_sold": 4, "recommend": 0,
        "category": {"id": 1, "name": "AI"},
    }  # fmt: skip


def hosted(root: Path) -> Site:
    """A hosted shop of the ShopApi family: read-only POST, 100 goods a page, real stock though it is hidden."""
    site = Site(root, "xiaopu", "shopapi")
    site.start = f"http://{site.host}/shop/XP77QK"
    goods = some_sold_out(site, assortment(site.luck, 250, "zh", "CNY"))
    rows = []
    for number, good in enumerate(goods):
        key = f"g{number:04d}k"
        site.sell(good, f"/item/{key}")
        rows.append(
            {"goods_key": key, "goods_type": "card", "name": good.title, "link": f"http://{site.host}/item/{key}",
             "price": f"{good.price:.2f}", "market_price": f"{good.price * 3:.2f}", "image": "", "description": "",
             "create_time": 1780000000 + number, "contact_format": "text", "category": {"id": 10, "name": "AI"},
             "extend": {"stock_count": good.stock, "show_stock_type": number % 2}, "discount": {"available": 0},
             "multipleoffers": {"available": 0}, "fullgift": {"available": 0}}
        )  # fmt: skip
    api = "/shopApi/Shop"
    site.behave(posts=[f"{api}/info", f"{api}/categoryList", f"{api}/goodsList"])
    info = {"nickname": "小铺AI", "link": site.start, "description": "<p>售后微信 xiaopu_ai_kf</p>", "deposit_money": "800.00", "sell_count": 5120, "goods_count": len(rows), "goods_type_sort": ["card", "article", "resource", "equity"]}  # fmt: skip
    site.page("/shop/XP77QK.html", '<html><head><title>小铺AI</title></head><body><div id="app"></div><script src="/assets/shop.js"></script></body></html>')  # fmt: skip
    site.page(f"{api}/info.json", {"code": 1, "msg": "success", "data": info})
    site.page(f"{api}/categoryList.json", {"code": 1, "msg": "success", "data": [{"id": 10, "name": "AI", "image": "", "goods_count": len(rows)}]})  # fmt: skip
    site.page(f"{api}/goodsList.json", {"code": 1, "msg": "success", "data": {"total": 0, "list": []}})
    for page, first in enumerate(range(0, len(rows), 100), 1):
        site.page(f"{api}/goodsList@goods_type=card&current={page}.json", {"code": 1, "msg": "success", "data": {"total": len(rows), "list": rows[first : first + 100]}})  # fmt: skip
    return site


def mall(root: Path) -> Site:
    """A shop on the 16688 mall: all goods in one reply."""
    site = Site(root, "yuqian", "16688")
    site.start = f"http://{site.host}/shop/S7712"
    rows = []
    for number, good in enumerate(some_sold_out(site, assortment(site.luck, 200, "zh", "CNY")), 501):
        site.sell(good, f"/goods/G{number}")
        rows.append(
            {"goods_no": f"G{number}", "name": good.title, "price": f"{good.price:.2f}", "description": "",
             "goods_category_no": "C1", "delivery_method": 1, "stock_available_quantity": good.stock,
             "stock_available_status": "normal" if good.stock else "out"}
        )  # fmt: skip
    site.behave(posts=["/shopApi/goods/list", "/shopApi/shop/detail"])
    site.page(
        "/shop/S7712.html", '<html><head><title>榆前AI</title></head><body><div id="app"></div></body></html>'
    )
    site.page(
        "/shopApi/goods/list.json", {"code": 1, "msg": "ok", "data": {"total": len(rows), "list": rows}}
    )
    site.page("/shopApi/shop/detail.json", {"code": 1, "msg": "ok", "data": {"shop_no": "S7712", "name": "榆前AI", "notice": "<p>QQ 3350119902</p>"}})  # fmt: skip
    return site


PERIODS = {"month_price": ("month", 1), "quarter_price": ("pack", 3), "year_price": ("year", 12)}


def xboard(root: Path) -> Site:
    """A panel of Xboard that sells plans: prices in cents, a price a period."""
    site = Site(root, "mianban", "xboard")
    site.source["currency"] = "CNY"
    plans = []
    for number, (name, provider) in enumerate((f"{brand} 中转 {size}套餐", owner) for brand, owner in (("Claude", "anthropic"), ("Codex", "openai"), ("Gemini", "google")) for size in ("基础", "标准", "高级", "旗舰")):  # fmt: skip
        plan: dict[str, Any] = {"id": number + 1, "group_id": 1, "name": name, "content": "", "tags": [], "show": True, "sell": True, "renew": True, "sort": number, "capacity_limit": None, "transfer_enable": 100}  # fmt: skip
        for key, (per, months) in PERIODS.items():
            cents = site.luck.randint(15, 400) * 100 * months - 10
            plan[key] = float(cents)
            price = Decimal(cents) / 100
            site.sell(Good(name, "subscription", provider, None, per, None, price.quantize(Decimal("0.01")), "CNY"), "/#/plan")  # fmt: skip
        plans.append({**plan, "half_year_price": None, "two_year_price": None, "three_year_price": None, "onetime_price": None, "reset_price": None})  # fmt: skip
    site.page("/", '<html><head><title>面板</title></head><body><div id="app"></div><script src="/theme/Xboard/assets/umi.js"></script></body></html>')  # fmt: skip
    site.page(
        "/api/v1/guest/plan/fetch.json",
        {"status": "success", "message": "操作成功", "data": plans, "error": None},
    )
    site.page("/api/v1/guest/comm/config.json", {"status": "success", "data": {"tos_url": None, "is_email_verify": 0, "is_invite_force": 0, "app_description": "AI 中转", "app_url": "https://x.mianban-demo.example", "logo": None}})  # fmt: skip
    return site


SHOPS = (dujiao_next, luna, hyper, acg, hosted, mall, xboard)
