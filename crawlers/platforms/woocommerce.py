"""WooCommerce: goods by the public Store API (prices in minor units), variants and fallback from the shop's HTML."""

from __future__ import annotations

import json
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Note, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, paging, station, structured, tree, urls
from crawlers.platforms.money import money_of
from crawlers.platforms.quotes import shop_quote
from store.records import Place, plain

NAME = "woocommerce"
VERSION = 3
KEEPS = False
SHARED_HOST = False

_API = "/wp-json/wc/store/v1/products"
_PAGES_LIMIT = 50
_PRICE_KEYS = ("price", "regular_price", "price_range", "currency_code", "currency_minor_unit")
_CARDS = "li.wc-block-product, ul.products li.product, li.type-product"
_NAMES = frozenset({"wp-block-post-title", "woocommerce-loop-product__title"})


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the first page of goods (a list in HTML where the source names one), and for the contact page."""
    base = urls.origin_of(source_url)
    if urls.path_of(source_url).strip("/"):
        return (
            Ask(url=source_url, role="list", lists=True),
            Ask(url=f"{base}/contact/", role="contact"),
        )
    return (
        Ask(url=f"{base}{_API}?per_page=100&page=1", role="api", lists=True),
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
    if page.role == "api" or _API in page.url:
        return _read_api(page)
    root = tree.root_of(page)
    if page.role == "contact":
        return (
            Reading(state="absent") if page.status == HTTPStatus.NOT_FOUND else Reading(notes=_contact(root))
        )
    return _read_html(page, root)


def _read_api(page: Page) -> Reading:
    if page.status >= HTTPStatus.BAD_REQUEST or page.text.lstrip()[:1] == "<":
        # The API may be switched off; the shop's own pages then hold the goods.
        shop = urls.origin_of(page.url) + "/shop/"
        return Reading(asks=(Ask(url=shop, role="list", lists=True),))
    found = page.json()
    if not isinstance(found, list):
        raise PageChangedError(f"{page.url} should be a list of goods and is not")
    rows = [row for row in found if isinstance(row, dict)]
    listings = tuple(good for index, row in enumerate(rows) if (good := _good(row, f"/{index}")))
    headers = {name.lower(): value for name, value in page.headers.items()}
    variants = tuple(
        Ask(url=link, role="variants")
        for row in rows
        if fields.text(row, "type") == "variable"
        and (link := urls.at_home(page.url, fields.text(row, "permalink", limit=2000)))
    )
    return Reading(
        listings=listings,
        asks=(*_next(page, headers, len(rows)), *variants),
        total=fields.integer(headers.get("x-wp-total", "")),
        empty="" if rows else "no goods",
    )


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
    if not isinstance(prices, dict) or any(name not in prices for name in _PRICE_KEYS):
        raise PageChangedError(f"{name} has no {', '.join(_PRICE_KEYS)} in its prices")
    low = fields.dig(prices, "price_range", "min_amount")
    high = fields.dig(prices, "price_range", "max_amount")
    price = _minor(prices, low if low is not None else fields.dig(prices, "price"))
    struck = _minor(prices, fields.dig(prices, "regular_price"))
    in_stock = row.get("is_in_stock") is not False
    said = (fields.prose(row, name) for name in ("short_description", "description"))
    quote = shop_quote(
        price,
        fields.text(prices, "currency_code"),
        stock=fields.integer(row.get("low_stock_remaining")) if in_stock else 0,
        attributes=_struck(price, struck),
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


def _minor(prices: object, amount: object) -> Decimal | None:
    found, unit = fields.number(amount), fields.integer(fields.dig(prices, "currency_minor_unit"))
    return None if found is None or unit is None or unit > 4 else found.scaleb(-unit)  # noqa: PLR2004 - ISO 4217


def _struck(price: Decimal | None, struck: Decimal | None) -> tuple[tuple[str, str], ...]:
    return (("list_price", plain(struck)),) if struck and struck != price else ()


def _read_html(page: Page, root: HtmlElement) -> Reading:
    cards = tree.select(root, _CARDS)
    words = paging.counting_words(root)
    if page.role == "variants" or not cards or tree.first(root, "form.variations_form") is not None:
        listings = _own_page(page, root)
        cards = [] if listings else cards
    else:
        listings = ()
    listings = listings or tuple(good for card in cards if (good := _card(page, card)))
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
    stock = fields.integer(row.get("max_qty")) if row.get("is_in_stock") is not False else 0
    attributes = _struck(price, fields.number(row.get("display_regular_price")))
    return shop_quote(
        price, currency, label=label, stock=stock, attributes=attributes, pointer="form.variations_form"
    )


def _card(page: Page, card: HtmlElement) -> Listing | None:
    titled, linked, priced = _parts(card)
    name = tree.line(titled)
    link = urls.join(page.url, tree.attr(linked, "href"))
    amounts = [(node, _marked(node, card)) for node in priced]
    asked = [node for node, marked in amounts if "ins" in marked] or [
        node for node, marked in amounts if "del" not in marked
    ]
    money = money_of(tree.line(asked[0])) if asked else None
    if not name or money is None:
        return None
    struck = money_of(tree.line(next((node for node, marked in amounts if "del" in marked), None)))
    gone = "outofstock" in tree.attr(card, "class").split()
    quote = shop_quote(
        money.amount,
        money.currency,
        stock=0 if gone else None,
        attributes=_struck(money.amount, struck.amount if struck else None),
        qualifier="from" if len(asked) > 1 else "exact",
        pointer=".woocommerce-Price-amount",
    )
    classes = tree.attr(card, "class").split()
    key = next((name.removeprefix("post-") for name in classes if name.startswith("post-")), link or None)
    return Listing(
        title=name,
        text="",
        url=link or page.url,
        key=key,
        quotes=(quote,),
        on_sale=not gone,
        place_kind="card_shop",
        place=Place("li.product"),
    )


def _parts(card: HtmlElement) -> tuple[HtmlElement | None, HtmlElement | None, list[HtmlElement]]:
    """Find the name, the link and the amounts of a card in one walk: a page has dozens of cards."""
    name = link = None
    amounts = []
    for node in card.iterdescendants():
        tag, words = node.tag, (node.get("class") or "").split() if isinstance(node.tag, str) else ()
        if name is None and (tag in ("h2", "h3") or not _NAMES.isdisjoint(words)):
            name = node
        if link is None and tag == "a" and node.get("href") is not None:
            link = node
        if "woocommerce-Price-amount" in words:
            amounts.append(node)
    return name, link, amounts


def _marked(amount: HtmlElement, card: HtmlElement) -> set[str]:
    """Give the tags between an amount and its card: `del` around a former price, `ins` around the one that holds."""
    tags: set[str] = set()
    for parent in amount.iterancestors():
        if parent is card:
            break
        tags.add(parent.tag)
    return tags


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
