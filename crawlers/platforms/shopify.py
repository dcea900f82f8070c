"""Shopify: a shop's goods by /products.json, its currency by /meta.json."""

from __future__ import annotations

from typing import Any

from crawlers.page import Ask, Fact, Listing, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, generic, operator_keys, station, tree, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place

NAME = "shopify"
VERSION = 3
KEEPS = False
SHARED_HOST = False

_SIZE = 250
_PAGES_LIMIT = 20
_PLAIN = "Default Title"
_ALL, _GOODS = "/collections/all", f"/products.json?limit={_SIZE}&page=1"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the first page of goods, for the shop's settings, and for its contact page."""
    # Shops of several markets keep each under a folder (/en-de/), where prices are in its money.
    base = urls.base_of(source_url)
    return (
        Ask(url=f"{base}{_GOODS}", role="products", lists=True, instead=_of_collection(base)),
        Ask(url=base + "/meta.json", role="meta"),
        Ask(url=base + "/pages/contact", role="contact"),
    )


def _of_collection(base: str) -> Ask:
    """Ask for the collection of all goods, as JSON or as visitors see it, where a shop gives no list of its own."""
    shown = Ask(url=f"{base}{_ALL}", role="list", lists=True)
    return Ask(url=f"{base}{_ALL}{_GOODS}", role="products", lists=True, instead=shown)


def fingerprint(page: Page) -> str | None:
    """Tell Shopify by its headers or by its asset host."""
    named = {name.lower(): value for name, value in page.headers.items()}
    if "x-shopid" in named or "x-shopify-stage" in named or named.get("powered-by") == "Shopify":
        return "headers of Shopify"
    return "asset host cdn.shopify.com" if "cdn.shopify.com" in page.text else None


def read(page: Page) -> Reading:
    """Read a page of goods, the shop's settings or its contact page; prices wait for the settings' currency.

    Raises:
        PageChangedError: where a reply is neither.
    """
    if page.role.startswith("list"):
        return generic.read(page)
    if page.role == "contact":
        said = tree.words(tree.first(tree.root_of(page), "main, body"))
        return Reading(
            notes=station.text_note(said, "main", offers=False, place_kind="card_shop"),
            identifiers=operator_keys.keys_in(page.text),
        )
    found = fields.reply(page)
    if "products" in found:
        return _read_products(page, found)
    if "currency" in found:
        return _read_meta(found)
    raise PageChangedError(f"{page.url} has no products")


def _read_products(page: Page, found: dict[str, Any]) -> Reading:
    rows = fields.rows(fields.listed(page, found, "products", what="products"))
    listings = tuple(
        good for index, row in enumerate(rows) if (good := _good(page, row, f"/products/{index}"))
    )
    fields.most(page, rows, listings, "goods without a name or a variant")
    number = urls.asked_number(page.url, "page", 1)
    # The shop states no total: a page that is not full is its last.
    full = len(rows) >= urls.asked_number(page.url, "limit", _SIZE) and number < _PAGES_LIMIT
    following = Ask(url=urls.with_query(page.url, page=number + 1), role="products", lists=True)
    return Reading(
        listings=listings,
        asks=(following,) if full else (),
        empty="no goods" if not rows and number == 1 else "",
    )


def _good(page: Page, row: dict[str, Any], pointer: str) -> Listing | None:
    key, title, handle = fields.text(row, "id"), fields.name_of(row, "title"), fields.text(row, "handle")
    variants = fields.rows(row, "variants", limit=250)
    if not key or not title or not variants:
        return None
    quotes = tuple(_quote(variant, f"{pointer}/variants/{index}") for index, variant in enumerate(variants))
    shop = urls.before(page.url, "/products.json").removesuffix(_ALL)
    return Listing(
        title=title,
        text=fields.prose(row, "body_html"),
        url=f"{shop}/products/{handle}" if handle else page.url,
        key=key,
        quotes=quotes,
        on_sale=any(quote.offer.stock != 0 for quote in quotes),
        place_kind="card_shop",
        place=Place(pointer),
    )


def _quote(variant: dict[str, Any], pointer: str) -> Quote:
    label = fields.text(variant, "title")
    return shop_quote(
        fields.number(variant.get("price")),
        "",
        label="" if label == _PLAIN else label,
        stock=0 if fields.is_off(variant.get("available")) else None,
        attributes=(("list_price", fields.text(variant, "compare_at_price")),),
        pointer=f"{pointer}/price",
    )


def _read_meta(meta: dict[str, Any]) -> Reading:
    stated = (("system_name", "name"), ("currency", "currency"), ("country", "country"))
    host = fields.text(meta, "myshopify_domain").lower()
    return Reading(
        facts=tuple(
            Fact(name=name, value=value, place=Place(f"/{key}"))
            for name, key in stated
            if (value := fields.text(meta, key))
        ),
        identifiers=(Identifier(kind="host", value=host, normalised=host, role="operator"),) if host else (),
    )
