"""Goods that a page states for search engines: schema.org as JSON-LD or microdata, and OpenGraph's product tags."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import re2
from lxml.html import HtmlElement

from crawlers.page import Listing, Page, Quote
from crawlers.platforms import fields, tree, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place, plain

_SCRIPT = "script[type^='application/ld+json']"
_STRUCK = ("listprice", "strikethroughprice", "msrp", "srp", "regularprice")
_GONE = ("outofstock", "soldout", "discontinued")
_MOST = 2_000
_WRAPPING = re2.compile(
    r"^\s*(?:<!--|(?://|/\*)\s*<!\[CDATA\[(?:\s*\*/)?)|(?://\s*)?-->\s*$|(?://|/\*)\s*\]\]>(?:\s*\*/)?\s*$"
)
_COMMA = re2.compile(r"^\d{1,9},\d{1,2}$")


def products_of(page: Page, root: HtmlElement, place_kind: str) -> tuple[Listing, ...]:
    """Find the goods that the page's own structured data states, once each: JSON-LD, else microdata, else OpenGraph."""
    found = [good for index, row in enumerate(_rows(root)) for good in _goods(page, row, index, place_kind)]
    found = found or [good for good in _microdata(page, root, place_kind) if good]
    found = found or [good for good in (_open_graph(page, root, place_kind),) if good]
    found = _apart(found)
    return tuple({(good.key, good.seller_key): good for good in reversed(found)}.values())[::-1]


def _apart(goods: list[Listing]) -> list[Listing]:
    """Keep goods apart that all name one address, the list's own: their names tell them apart."""
    names: dict[str | None, set[str]] = {}
    for good in goods:
        names.setdefault(good.key, set()).add(good.title)
    return [
        good if len(names[good.key]) == 1 else replace(good, key=f"{good.key}#{good.title}") for good in goods
    ]


def unread(root: HtmlElement) -> tuple[int, int]:
    """Count the goods of a page's microdata that are marked, they or their offers, and say nothing; and all of them."""
    marked = tree.select(root, "[itemtype*='schema.org/Product']")[:_MOST]
    silent = [
        node
        for node in marked
        if any(_is_silent(one) for one in (node, *tree.select(node, "[itemprop='offers'][itemscope]")))
    ]
    return len(silent), len(marked)


def _is_silent(node: HtmlElement) -> bool:
    return not any(one.get("itemprop") for one in node.iterdescendants())


def item_urls(page: Page, root: HtmlElement) -> tuple[str, ...]:
    """Give the goods' own pages that an ItemList names without saying more of them."""
    links = (
        urls.join(page.url, fields.text(item, "url", limit=2000) or fields.text(item, "item", limit=2000))
        for script in _scripts(root)
        for node in _flat(script)
        if "ItemList" in _types(node)
        for item in fields.rows(node, "itemListElement", limit=500)
        if not fields.dig(item, "item", "offers")
    )
    return tuple(dict.fromkeys(link for link in links if link))


def _scripts(root: HtmlElement) -> Iterable[Any]:
    for script in tree.select(root, _SCRIPT)[:50]:
        try:
            said = _WRAPPING.sub("", script.text or "").strip().rstrip(";")
            yield json.loads(said, parse_float=Decimal, strict=False)
        except (ValueError, RecursionError):
            continue


def _flat(value: object, depth: int = 0) -> Iterable[dict[str, Any]]:
    if depth > 6:  # noqa: PLR2004 - a graph in a list of items in a graph is the deepest met
        return
    if isinstance(value, list):
        for part in value[:_MOST]:
            yield from _flat(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "itemListElement", "item", "mainEntity", "hasVariant"):
            yield from _flat(value.get(name), depth + 1)


def _rows(root: HtmlElement) -> list[dict[str, Any]]:
    nodes = (node for script in _scripts(root) for node in _flat(script))
    return [
        node for node in nodes if _types(node) & {"Product", "ProductGroup", "Service"} and node.get("offers")
    ]


def _types(node: dict[str, Any]) -> set[str]:
    given = node.get("@type")
    return {kind for kind in (given if isinstance(given, list) else [given]) if isinstance(kind, str)}


def _goods(page: Page, row: dict[str, Any], index: int, place_kind: str) -> list[Listing]:
    name = fields.text(row, "name")
    offers = _offers(row.get("offers"))
    if not name or not offers:
        return []
    pointer = f"ld+json/{index}"
    by_seller: dict[str, list[dict[str, Any]]] = {}
    for offer in offers:
        by_seller.setdefault(_seller(page, offer)[0], []).append(offer)
    named = fields.text(row, "url", limit=2000) or fields.text(offers[0], "url", limit=2000)
    own = urls.join(page.url, named) if named else ""
    key = own or f"{urls.without(page.url)}#{fields.text(row, 'sku') or name}"
    return [
        _listing(
            page, row, group, key if len(by_seller) == 1 else f"{key}#{seller}", own, pointer, place_kind
        )
        for seller, group in by_seller.items()
    ]


def _listing(  # noqa: PLR0917 - one caller; the parts of one good
    page: Page,
    row: dict[str, Any],
    offers: list[dict[str, Any]],
    key: str,
    url: str,
    pointer: str,
    place_kind: str,
) -> Listing:
    seller_key, seller_name = _seller(page, offers[0])
    named = seller_name if seller_key != "operator" else ""
    identity = Identifier(kind="username", value=named, normalised=named.lower(), role="operator")
    labels = _labels(offers)
    quotes = tuple(_quote(offer, label, pointer) for offer, label in zip(offers, labels, strict=True))
    return Listing(
        title=fields.text(row, "name"),
        text=fields.prose(row, "description"),
        url=url or page.url,
        key=key,
        seller_key=seller_key,
        seller_name=named,
        quotes=quotes,
        identifiers=(identity,) if named else (),
        on_sale=not all(_is_gone(offer) for offer in offers),
        place_kind=place_kind,
        place=Place(pointer),
    )


def _offers(value: object) -> list[dict[str, Any]]:
    given = value if isinstance(value, list) else [value]
    found: list[dict[str, Any]] = []
    for offer in given[:200]:
        inner = (
            fields.rows(offer, "offers", limit=200) if isinstance(fields.dig(offer, "offers"), list) else []
        )
        found += inner or ([offer] if isinstance(offer, dict) else [])
    return [offer for offer in found if _price(offer)[0] is not None]


def _number(value: object) -> Decimal | None:
    """Read a price of structured data, where some shops write cents after a comma."""
    if isinstance(value, str) and _COMMA.search(value.strip()):
        value = value.strip().replace(",", ".")
    return fields.number(value)


def _price(offer: dict[str, Any]) -> tuple[Decimal | None, Decimal | None, str, str]:
    """Give price, struck price, currency and qualifier: the specification typed ListPrice is the struck one."""
    stated = offer.get("priceSpecification")
    rows = [row for row in (stated if isinstance(stated, list) else [stated]) if isinstance(row, dict)]
    struck = next((_number(row.get("price")) for row in rows if _is_struck(row)), None)
    asked = next((row for row in rows if not _is_struck(row) and _number(row.get("price")) is not None), {})
    currency = fields.text(offer, "priceCurrency") or fields.text(asked, "priceCurrency")
    price = _number(offer.get("price"))
    price = price if price is not None else _number(asked.get("price"))
    if price is None and _number(offer.get("lowPrice")) is not None:
        low, high = _number(offer.get("lowPrice")), _number(offer.get("highPrice"))
        return low, struck, currency, "exact" if low == high else "from"
    return price, struck, currency, "exact"


def _is_struck(row: dict[str, Any]) -> bool:
    return fields.text(row, "priceType").lower().rsplit("/", 1)[-1] in _STRUCK


def _quote(offer: dict[str, Any], label: str, pointer: str) -> Quote:
    price, struck, currency, qualifier = _price(offer)
    stock = fields.integer(fields.dig(offer, "inventoryLevel", "value"))
    return shop_quote(
        price,
        currency.upper(),
        label=label,
        stock=0 if _is_gone(offer) else stock,
        attributes=(("list_price", plain(struck)),) if struck is not None else (),
        pointer=pointer,
        qualifier=qualifier,
    )


def _is_gone(offer: dict[str, Any]) -> bool:
    return fields.text(offer, "availability").lower().rsplit("/", 1)[-1] in _GONE


def _labels(offers: list[dict[str, Any]]) -> list[str]:
    if len(offers) == 1:
        return [""]
    return [
        fields.text(offer, "name")
        or fields.text(offer, "itemOffered", "name")
        or fields.text(offer, "sku")
        or str(n)
        for n, offer in enumerate(offers, 1)
    ]


def _seller(page: Page, offer: dict[str, Any]) -> tuple[str, str]:
    seller = offer.get("seller") or offer.get("offeredBy")
    name = fields.text(seller, "name") or (seller if isinstance(seller, str) else "")
    link = fields.text(seller, "url", limit=2000)
    parts = urls.path_of(urls.join(page.url, link)) if link else ""
    if not name or (link and parts in ("", "/")):
        return "operator", name
    return f"seller:{name.lower()}", name


def _microdata(page: Page, root: HtmlElement, place_kind: str) -> Iterable[Listing | None]:
    for index, node in enumerate(tree.select(root, "[itemtype*='schema.org/Product']")[:_MOST]):
        offer = {name: _prop(node, name) for name in ("price", "lowPrice", "priceCurrency", "availability")}
        named = tree.attr(tree.first(node, "[itemprop='url']"), "href")
        first = tree.attr(tree.first(node, "a[href]"), "href")
        link = named or (urls.own(page.url, urls.join(page.url, first)) if first else "")
        seller = tree.first(node, "[itemprop='seller']")
        row = {
            "name": _prop(node, "name"),
            "description": _prop(node, "description"),
            "url": urls.join(page.url, link) if link else "",
            "sku": _prop(node, "sku"),
            "offers": [{**offer, "seller": {"name": _prop(seller, "name") or tree.line(seller)}}],
        }
        yield from _goods(page, row, index, place_kind)


def _prop(node: HtmlElement | None, name: str) -> str:
    found = tree.first(node, f"[itemprop='{name}']")
    return tree.attr(found, "content") or tree.attr(found, "href") or tree.line(found, 5000)


def _open_graph(page: Page, root: HtmlElement, place_kind: str) -> Listing | None:
    amount = _number(_meta(root, "product:price:amount") or _meta(root, "og:price:amount"))
    currency = _meta(root, "product:price:currency") or _meta(root, "og:price:currency")
    title = _meta(root, "og:title")
    if amount is None or not currency or not title:
        return None
    url = urls.join(page.url, _meta(root, "og:url") or page.url)
    gone = _meta(root, "product:availability").lower().replace(" ", "") in _GONE
    return Listing(
        title=title,
        text=_meta(root, "og:description"),
        url=url,
        key=url,
        quotes=(shop_quote(amount, currency.upper(), stock=0 if gone else None, pointer="meta"),),
        on_sale=not gone,
        place_kind=place_kind,
        place=Place("meta[property='product:price:amount']"),
    )


def _meta(root: HtmlElement, name: str) -> str:
    return tree.attr(tree.first(root, f"meta[property='{name}'], meta[name='{name}']"), "content")[:5000]
