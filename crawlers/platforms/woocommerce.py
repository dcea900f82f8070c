"""WooCommerce: goods by the public Store API (prices in minor units), variants and fallback from the shop's HTML."""

from __future__ import annotations

import json
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Note, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, paging, station, structured, tree, urls
from crawlers.platforms.quotes import shop_quote
from crawlers.platforms.woocommerce_cards import cards_of, good_of, struck_price
from store.records import Place

NAME = "woocommerce"
VERSION = 4
KEEPS = False
SHARED_HOST = False

_ROUTE = "/wc/store/v1/products"
_API = f"/wp-json{_ROUTE}"
_LACKS = "goods without prices"
_PAGES_LIMIT = 50


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the first page of goods (a list in HTML where the source names one), and for the contact page."""
    base = urls.origin_of(source_url)
    if urls.path_of(source_url).strip("/"):
        return (
            Ask(url=source_url, role="list", lists=True),
            Ask(url=f"{base}/contact/", role="contact"),
        )
    return (
        _api(base),
        Ask(url=f"{base}/contact/", role="contact"),
    )


def fingerprint(page: Page) -> str | None:
    """Tell WooCommerce by its generator tag or by the paths of its plugin."""
    if 'content="WooCommerce ' in page.text:
        return "meta generator WooCommerce"
    return (
        "path /wp-content/plugins/woocommerce/" if "/wp-content/plugins/woocommerce/" in page.text else None
    )


def read(page: Page) -> Reading:
    """Read a page of the Store API, a list or a good in HTML, or a contact page.

    Raises:
        PageChangedError: where a page that should hold goods holds none and does not say so.
    """
    if page.role == "api" or _API in page.url or _ROUTE in urls.asked(page.url, "rest_route"):
        return _read_api(page)
    root = tree.root_of(page)
    if page.role == "contact":
        return (
            Reading(state="absent") if page.status == HTTPStatus.NOT_FOUND else Reading(notes=_contact(root))
        )
    return _read_html(page, root)


def _read_api(page: Page) -> Reading:
    if (
        page.status >= HTTPStatus.BAD_REQUEST
        or "rest_no_route" in page.text[:500]
        or page.text.lstrip()[:1] == "<"
    ):
        return Reading(asks=(_instead(page),))
    rows = fields.rows(fields.listed(page, {"goods": page.json()}, "goods", what="list of goods"))
    listings = tuple(good for index, row in enumerate(rows) if (good := _good(row, f"/{index}")))
    fields.most(page, rows, [one for one in listings if one.quotes[0].price_text], _LACKS)
    headers = {name.lower(): value for name, value in page.headers.items()}
    variants = tuple(
        Ask(url=link, role="variants")
        for row in rows
        if _varies(row) and (link := urls.at_home(page.url, fields.text(row, "permalink", limit=2000)))
    )
    return Reading(
        listings=listings,
        asks=(*_next(page, headers, len(rows)), *variants),
        total=fields.integer(headers.get("x-wp-total", "")),
        empty="" if rows else "no goods",
    )


def _api(base: str) -> Ask:
    """Ask for the API; where it is not there by its plain address, for shops without permalinks, else for the shop's list."""
    return Ask(url=f"{base}{_API}?per_page=100&page=1", role="api", lists=True, instead=_without_links(base))


def _without_links(base: str) -> Ask:
    plain_query = f"{base}/index.php?rest_route={_ROUTE}&per_page=100&page=1"
    return Ask(url=plain_query, role="api", lists=True, instead=_shop(base))


def _shop(base: str) -> Ask:
    # WordPress leads the last address to the list of goods, whatever its language calls it.
    return Ask(url=f"{base}/?post_type=product", role="list", lists=True)


def _instead(page: Page) -> Ask:
    """Ask for what stands in place of an API that is switched off, or answers as if it were a page."""
    if _API in urls.path_of(page.url):
        return _without_links(urls.before(page.url, _API))
    return _shop(urls.before(page.url, "/index.php"))


def _next(page: Page, headers: dict[str, str], count: int) -> tuple[Ask, ...]:
    number = urls.asked_number(page.url, "page", 1)
    last = fields.integer(headers.get("x-wp-totalpages", ""))
    size = urls.asked_number(page.url, "per_page", 100)
    more = number < last if last is not None else count >= size
    if not more or not count or number >= _PAGES_LIMIT:
        return ()
    return (Ask(url=urls.with_query(page.url, page=number + 1), role="api", lists=True),)


def _good(row: dict[str, Any], pointer: str) -> Listing | None:
    key, name = fields.text(row, "id"), fields.prose(row, "name", limit=500)
    if not key or not name:
        return None
    prices = row.get("prices")
    low = fields.dig(prices, "price_range", "min_amount")
    high = fields.dig(prices, "price_range", "max_amount")
    price = _minor(prices, low if low is not None else fields.dig(prices, "price"))
    struck = _minor(prices, fields.dig(prices, "regular_price"))
    in_stock = not fields.is_off(row.get("is_in_stock"))
    said = (fields.prose(row, name) for name in ("short_description", "description"))
    quote = shop_quote(
        price,
        fields.text(prices, "currency_code"),
        stock=fields.integer(row.get("low_stock_remaining")) if in_stock else 0,
        attributes=struck_price(price, struck),
        pointer=f"{pointer}/prices",
        qualifier="from" if low is not None and low != high else "exact",
    )
    return Listing(
        title=name,
        text="\n".join(filter(None, said)),
        url=fields.text(row, "permalink", limit=2000),
        key=key,
        quotes=(quote,),
        on_sale=in_stock,
        place_kind="card_shop",
        place=Place(pointer),
    )


def _varies(row: dict[str, Any]) -> bool:
    # Versions before 2022 name no type; what has variations is variable.
    return fields.text(row, "type") == "variable" or ("type" not in row and bool(row.get("variations")))


def _minor(prices: object, amount: object) -> Decimal | None:
    found, unit = fields.number(amount), fields.integer(fields.dig(prices, "currency_minor_unit"))
    return None if found is None or unit is None or unit > 4 else found.scaleb(-unit)  # noqa: PLR2004 - ISO 4217


def _read_html(page: Page, root: HtmlElement) -> Reading:
    cards = cards_of(root)
    words = paging.counting_words(root)
    if page.role == "variants" or not cards or tree.first(root, "form.variations_form") is not None:
        listings = _own_page(page, root)
        cards = [] if listings else cards
    else:
        listings = ()
    listings = listings or tuple(good for card in cards if (good := good_of(page, card)))
    empty = "" if listings else paging.empty_words(words)
    if not listings and not empty:
        raise PageChangedError(f"{page.url} has no goods")
    lists = page.role.startswith("list")
    return Reading(
        listings=listings,
        notes=_notes(root, "footer"),
        asks=paging.next_page(page, root) if lists else (),
        total=paging.total_of(words) if lists else None,
        empty=empty,
    )


def _own_page(page: Page, root: HtmlElement) -> tuple[Listing, ...]:
    goods = structured.products_of(page, root, "card_shop")
    form = tree.first(root, "form.variations_form")
    if not goods or form is None:
        return goods
    currency = next((q.offer.price.currency for q in goods[0].quotes if q.offer.price), "")
    quotes = tuple(quote for row in _variations(form) if (quote := _variant(row, currency)))
    return (_with(goods[0], tree.attr(form, "data-product_id"), quotes or goods[0].quotes),)


def _with(good: Listing, key: str, quotes: tuple[Quote, ...]) -> Listing:
    return Listing(
        title=good.title,
        text=good.text,
        url=good.url,
        key=key or good.key,
        quotes=quotes,
        on_sale=good.on_sale,
        place_kind=good.place_kind,
        place=Place("form.variations_form"),
    )


def _variations(form: HtmlElement) -> list[dict[str, Any]]:
    try:
        return fields.rows(json.loads(tree.attr(form, "data-product_variations"), parse_float=Decimal))
    except (ValueError, RecursionError):
        return []


def _variant(row: dict[str, Any], currency: str) -> Quote | None:
    price = fields.number(row.get("display_price"))
    stated = row.get("attributes")
    label = " ".join(str(value) for value in stated.values()) if isinstance(stated, dict) else ""
    if price is None or not currency:
        return None
    stock = 0 if fields.is_off(row.get("is_in_stock")) else fields.integer(row.get("max_qty"))
    attributes = struck_price(price, fields.number(row.get("display_regular_price")))
    return shop_quote(
        price, currency, label=label, stock=stock, attributes=attributes, pointer="form.variations_form"
    )


def _contact(root: HtmlElement) -> tuple[Note, ...]:
    return _notes(
        root, ".entry-content, footer" if tree.first(root, ".entry-content") is not None else "main, footer"
    )


def _notes(root: HtmlElement, css: str) -> tuple[Note, ...]:
    return tuple(
        note
        for node in tree.select(root, css)[:20]
        for note in station.text_note(tree.words(node), css, offers=False, place_kind="card_shop")
    )
