"""Shops and marketplaces of the wide market: Shopify, WooCommerce, WHMCS, a storefront, Digiseller, FunPay, G2G, JSON-LD."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

from tests.market.wide.goods import Good, assortment, priced
from tests.market.wide.shops import some_sold_out
from tests.market.wide.site import Site

FACES = ("50", "100", "500")


def shopify(root: Path) -> Site:
    """A Shopify shop: prices as strings without a currency, which the shop's own meta.json names."""
    site = Site(root, "keyharbor", "shopify")
    rows = [
        _shopify_row(site, number, good)
        for number, good in enumerate(assortment(site.luck, 140, "en", "USD"), 1)
    ]
    for number, (title, provider) in enumerate(
        (("Claude API credits", "anthropic"), ("OpenAI credits", "openai")), 141
    ):
        sizes = [Good(title, "credit", provider, None, "pack", Decimal(face), priced(site.luck, Decimal(face), "USD"), "USD", 5, f"${face}") for face in FACES]  # fmt: skip
        rows.append(_shopify_row(site, number, *sizes))
    site.behave(headers={"X-ShopId": "88112233", "Powered-By": "Shopify", "X-Shopify-Stage": "production"})
    site.page("/", '<html><head><title>Key Harbor</title><script>var Shopify = Shopify || {}; Shopify.shop = "keyharbor.myshopify.com";</script><link href="https://cdn.shopify.com/s/files/1/a.css" rel="stylesheet"></head><body><h1>Key Harbor</h1></body></html>')  # fmt: skip
    site.page("/meta.json", {"id": 88112233, "name": "Key Harbor", "country": "US", "currency": "USD", "domain": site.host, "url": f"http://{site.host}", "myshopify_domain": "keyharbor.myshopify.com", "money_format": "${{amount}}", "published_products_count": len(rows)})  # fmt: skip
    site.page("/products.json", {"products": []})
    site.page("/products.json@page=1.json", {"products": rows})
    site.page(
        "/pages/contact.html", "<html><body><main><p>Telegram: @keyharbor_help</p></main></body></html>"
    )
    return site


def _shopify_row(site: Site, number: int, *goods: Good) -> dict[str, Any]:
    variants = []
    for place, good in enumerate(goods):
        left = number % 11 != 0 or bool(good.variant)
        site.sell(replace(good, stock=1 if left else 0), f"/products/good-{number}")
        variants.append(
            {"id": 12380000000000 + 10 * number + place, "title": good.variant or "Default Title",
             "option1": good.variant or "Default Title", "option2": None, "option3": None, "sku": f"K{number}",
             "requires_shipping": False, "taxable": False, "available": left, "price": f"{good.price:.2f}",
             "grams": 0, "compare_at_price": f"{good.price * 4:.2f}" if number % 3 == 0 else None,
             "position": place + 1, "product_id": 13490000000000 + number}
        )  # fmt: skip
    return {
        "id": 13490000000000 + number, "title": goods[0].title, "handle": f"good-{number}",
        "body_html": "<p>Delivered by mail.</p>", "vendor": "Key Harbor", "product_type": "AI", "tags": ["ai"],
        "variants": variants, "images": [], "options": [{"name": "Title", "position": 1, "values": []}],
    }  # fmt: skip


def woocommerce(root: Path) -> Site:
    """A WooCommerce shop of 160 goods: whole numbers of cents, a struck price beside some."""
    site = Site(root, "willowkeys", "woocommerce")
    rows = []
    for number, good in enumerate(some_sold_out(site, assortment(site.luck, 160, "en", "EUR")), 1):
        site.sell(good, f"/product/good-{number}/")
        cents, sale = str(int(good.price * 100)), number % 4 == 0
        was = str(int(good.price * 200)) if sale else cents
        rows.append(
            {"id": number, "name": escape(good.title), "slug": f"good-{number}", "parent": 0, "type": "simple",
             "variation": "", "permalink": f"http://{site.host}/product/good-{number}/", "sku": f"W{number}",
             "short_description": "", "description": "<p>Sent to your mail.</p>", "on_sale": sale,
             "prices": {"price": cents, "regular_price": was, "sale_price": cents, "price_range": None,
                        "currency_code": "EUR", "currency_symbol": "€", "currency_minor_unit": 2},
             "is_purchasable": True, "is_in_stock": good.stock > 0, "low_stock_remaining": None, "variations": [],
             "categories": [{"id": 7, "name": "AI", "slug": "ai"}], "has_options": False}
        )  # fmt: skip
    site.behave(
        headers={"Link": f'<http://{site.host}/wp-json/>; rel="https://api.w.org/"'},
        headers_for={
            "/wp-json/wc/store/v1/products*": {"X-WP-Total": str(len(rows)), "X-WP-TotalPages": "2"}
        },
    )
    site.page("/", '<html><head><meta name="generator" content="WordPress 6.7.1"><meta name="generator" content="WooCommerce 10.3.6"><title>Willow Keys</title></head><body class="woocommerce"><main><h1>Willow Keys</h1></main></body></html>')  # fmt: skip
    for page, first in ((1, 0), (2, 100)):
        site.page(f"/wp-json/wc/store/v1/products@page={page}.json", rows[first : first + 100])
    site.page("/wp-json/wc/store/v1/products.json", [])
    site.page("/contact/", "<html><body><main><p>WhatsApp +44 7700 900733</p></main></body></html>")
    return site


def whmcs(root: Path) -> Site:
    """A WHMCS order form: four groups of goods, each on its own page."""
    site = Site(root, "stackbill", "whmcs")
    site.start = f"http://{site.host}/cart.php?gid=1"
    goods = assortment(site.luck, 60, "en", "USD")
    menu = "".join(
        f'<a href="/cart.php?gid={gid}" class="list-group-item">AI {gid}</a>' for gid in (1, 2, 3, 4)
    )
    for gid in (1, 2, 3, 4):
        cards = []
        for number in range(15 * gid - 14, 15 * gid + 1):
            good = goods[number - 1]
            site.sell(good, f"/cart.php?gid={gid}")
            cards.append(f'<div class="col-md-6"><div class="product clearfix" id="product{number}"><header><span id="product{number}-name">{escape(good.title)}</span></header><div class="product-desc"><p id="product{number}-description">By mail</p></div><footer><div class="product-pricing" id="product{number}-price"><span class="price">${good.price:,.2f} USD</span><br />One Time</div><a href="/cart.php?a=add&amp;pid={number}" class="btn btn-order-now">Order Now</a></footer></div></div>')  # fmt: skip
        body = f'<div id="order-standard_cart"><div class="cart-sidebar">{menu}</div><div class="cart-body"><div class="products" id="products">{"".join(cards)}</div></div></div>'
        site.page(f"/cart.php@gid={gid}.html", f'<!DOCTYPE html><html><head><title>Cart</title><script>var csrfToken="x",markdownGuide="Markdown Guide",whmcsBaseUrl="";</script></head><body>{body}<p>Powered by <a href="https://www.whmcs.com/">WHMCompleteSolution</a></p></body></html>')  # fmt: skip
    return site


def storefront(root: Path) -> Site:
    """A hosted storefront: the page's state holds the goods, as JSON."""
    site = Site(root, "larkhall", "storefront")
    rows = []
    for number, good in enumerate(some_sold_out(site, assortment(site.luck, 90, "en", "EUR")), 1):
        site.sell(good, f"/product/u{number}")
        rows.append({"uniqid": f"u{number}", "title": good.title, "price": float(good.price), "stock": good.stock, "description": ""})  # fmt: skip
    state = json.dumps(
        {"props": {"pageProps": {"shop": {"name": "Larkhall", "currency": "EUR"}, "products": rows}}}
    )
    site.page("/", f'<!DOCTYPE html><html><head><title>Larkhall</title><link href="https://cdn.sellix.io/static/css/a.css" rel="stylesheet"></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{state}</script></body></html>')  # fmt: skip
    return site


def digiseller(root: Path) -> Site:
    """A search of Plati: pages of 50 goods of many sellers, some in variants by options."""
    site = Site(root, "platiru", "digiseller")
    site.start = f"http://{site.host}/api/search.ashx?query=claude&pagesize=50&visibleOnly=true&response=json"
    goods, rows = assortment(site.luck, 150, "ru", "USD"), []
    for number, good in enumerate(goods, 4100001):
        site.sell(good, f"/itm/{number}")
        rows.append(
            {"id": number, "name": good.title, "name_eng": "", "price_usd": float(good.price),
             "price_eur": float(good.price), "price_rur": float(good.price * 90), "price_uah": 0,
             "url": f"http://{site.host}/itm/{number}", "description": "", "seller_id": 900000 + number % 40,
             "seller_name": f"Seller{number % 40}", "seller_rating": 10, "numsold": 3, "section_id": 1}
        )  # fmt: skip
        product = {"id": number, "name": good.title, "price": float(good.price), "currency": "USD", "prices": {"initial": {"USD": float(good.price)}, "default": {"USD": float(good.price), "RUB": float(good.price * 90)}}, "info": "", "add_info": "", "is_available": 1, "num_in_stock": 4, "options": [], "seller": {"id": 900000 + number % 40, "name": f"Seller{number % 40}"}}  # fmt: skip
        site.page(f"/api/products/{number}/data.json", {"retval": 0, "retdesc": "", "product": product})
    for page in (1, 2, 3):
        found = {
            "Pagenum": page,
            "Pagesize": 50,
            "Totalpages": 3,
            "total": 150,
            "items": rows[50 * page - 50 : 50 * page],
        }
        site.page(f"/api/search.ashx@pagenum={page}.json", found)
        if page == 1:
            site.page("/api/search.ashx.json", found)
    return site


def funpay(root: Path) -> Site:
    """A section of FunPay: every lot on one page, many sellers."""
    site = Site(root, "lotmarket", "funpay")
    site.start = f"http://{site.host}/en/lots/3001/"
    rows = []
    for number, good in enumerate(assortment(site.luck, 150, "en", "USD"), 51000001):
        seller = 777000 + number % 35
        site.sell(good, f"/en/lots/offer?id={number}")
        rows.append(f'<a href="http://{site.host}/en/lots/offer?id={number}" class="tc-item" data-online="1" data-user="{seller}"><div class="tc-desc"><div class="tc-desc-text">{escape(good.title)}</div></div><div class="tc-user"><div class="media media-user"><div class="media-body"><div class="media-user-name"><span class="pseudo-a" data-href="http://{site.host}/en/users/{seller}/">seller{seller}</span></div><div class="media-user-reviews"><span class="rating-mini-count">42</span></div></div></div></div><div class="tc-amount" data-s="15">15</div><div class="tc-price" data-s="{good.price}"><div>{good.price} <span class="unit">$</span></div></div></a>')  # fmt: skip
    head = '<div class="tc-header"><div class="tc-desc">Description</div><div class="tc-user">Seller</div><div class="tc-amount">Stock</div><div class="tc-price">Price</div></div>'
    site.page("/en/lots/3001/", f'<!DOCTYPE html><html lang="en"><body data-app-data="{{&quot;locale&quot;:&quot;en&quot;}}"><div class="page-content"><h1>AI accounts</h1><div class="tc showcase-table" data-section="3001" data-section-type="lot">{head}{"".join(rows)}</div></div></body></html>')  # fmt: skip
    return site


def g2g(root: Path) -> Site:
    """A search of G2G: JSON in pages of 48, with what is left and who sells."""
    site = Site(root, "geegee", "g2g")
    site.start = f"http://{site.host}/offer/search?seo_term=ai-accounts&page_size=48&page=1&currency=USD&v=v2"
    rows = []
    for number, good in enumerate(assortment(site.luck, 144, "en", "USD"), 1):
        site.sell(good, f"/offer/G{number:012d}XX")
        price = float(good.price)
        rows.append(
            {"offer_id": f"G{number:012d}XX", "offer_group": "/x", "title": good.title, "description": "",
             "seller_id": str(9900000 + number % 30), "username": f"trader{number % 30}", "available_qty": 12,
             "min_qty": 1, "unit_price": price, "unit_price_in_usd": price, "offer_currency": "USD",
             "converted_unit_price": price, "display_price": f"{good.price:.2f}", "display_currency": "USD",
             "total_offer": 1, "service_id": "lgc_service_5", "brand_id": "lgc_game_0"}
        )  # fmt: skip
    for page in (1, 2, 3):
        site.page(f"/offer/search@page={page}.json", {"code": 20000001, "messages": [], "payload": {"results": rows[48 * page - 48 : 48 * page]}, "request_id": "x"})  # fmt: skip
    site.page(
        "/offer/search.json",
        {"code": 20000001, "messages": [], "payload": {"results": []}, "request_id": "x"},
    )
    site.page("/offer/search_result_count.json", {"code": 20000001, "payload": {"total_result": len(rows)}})
    return site


def jsonld(root: Path) -> Site:
    """A shop of no known program whose goods stand as structured data, and are not drawn as cards."""
    site = Site(root, "goldkey", "jsonld")
    goods = assortment(site.luck, 120, "en", "USD")
    for page in (1, 2, 3):
        graph = []
        for number in range(40 * page - 39, 40 * page + 1):
            good = goods[number - 1]
            site.sell(good, f"/p/{number}")
            offer = {"@type": "Offer", "price": str(good.price), "priceCurrency": "USD", "availability": "https://schema.org/InStock", "url": f"http://{site.host}/p/{number}"}  # fmt: skip
            graph.append({"@type": "ListItem", "position": number, "item": {"@type": "Product", "name": good.title, "url": f"http://{site.host}/p/{number}", "offers": offer}})  # fmt: skip
        data = json.dumps({"@context": "https://schema.org", "@type": "ItemList", "itemListElement": graph})
        more = f'<link rel="next" href="/list?page={page + 1}">' if page < 3 else ""
        step = f'<a rel="next" href="/list?page={page + 1}">Next</a>' if page < 3 else ""
        site.page(f"/list@page={page}.html", f'<!DOCTYPE html><html lang="en"><head><title>Gold Key</title>{more}<script type="application/ld+json">{data}</script></head><body><h1>Gold Key</h1><nav>{step}</nav></body></html>')  # fmt: skip
    site.start = f"http://{site.host}/list?page=1"
    return site


MARKETS = (shopify, woocommerce, whmcs, storefront, digiseller, funpay, g2g, jsonld)
