"""GGSel: a marketplace of digital goods whose search page holds its results as JSON objects with `id_goods`.

The objects stand in a script, plain or escaped once more as a string; prices are in WMZ, that is US dollars, and roubles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import re2

from crawlers.page import Ask, Listing, Page, PageChangedError, Reading
from crawlers.platforms import fields, paging, tree, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Place

NAME = "ggsel"
VERSION = 2
KEEPS = False
SHARED_HOST = True

_OBJECT = re2.compile(r'\{[^{}]{0,400}"id_goods"')
_ESCAPED = '\\"id_goods\\"'
_NAMES = ("name", "name_goods", "title", "name_eng")
_SELLERS = (("id_seller", "name_seller"), ("seller_id", "seller_name"))
_PRICES = (("price_wmz", "USD"), ("price_usd", "USD"), ("price_wmr", "RUB"), ("price_rur", "RUB"))
_MOST, _PAGES_LIMIT = 500, 10


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the search, or the category, at the source's address."""
    return (Ask(url=source_url, role="list", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell the market by its results' own keys."""
    text = page.text.replace('\\"', '"')
    return "results with id_goods and cnt_sell" if '"id_goods"' in text and '"cnt_sell"' in text else None


def read(page: Page) -> Reading:
    """Read the results that a search page holds.

    Raises:
        PageChangedError: where it holds none and does not say that there are none.
    """
    rows = {fields.text(row, "id_goods"): row for row in _rows(page.text)}
    listings = tuple(good for row in rows.values() if (good := _good(page, row)))
    fields.most(page, rows, listings, "goods without a name or a price")
    root = tree.root_of(page)
    empty = "" if listings else paging.empty_words(tree.words(tree.first(root, "body")))
    if not listings and not empty:
        raise PageChangedError(f"{page.url} holds no results")
    number = urls.asked_number(page.url, "page", 1)
    asks = () if number >= _PAGES_LIMIT else paging.next_page(page, root)
    return Reading(listings=listings, asks=asks, empty=empty)


def _rows(text: str) -> Iterator[dict[str, Any]]:
    if _ESCAPED in text:
        text = text.replace('\\"', '"').replace("\\\\", "\\")
    decoder = json.JSONDecoder(parse_float=Decimal)
    for match in list(_OBJECT.finditer(text))[:_MOST]:
        try:
            row, _ = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            yield row


def _good(page: Page, row: dict[str, Any]) -> Listing | None:
    key = fields.text(row, "id_goods")
    title = next(filter(None, (fields.text(row, name) for name in _NAMES)), "")
    stated = ((name, currency, fields.number(row.get(name))) for name, currency in _PRICES)
    found = next(((name, currency, price) for name, currency, price in stated if price), None)
    if not key or not title or found is None:
        return None
    name, currency, price = found
    pointer = f"id_goods/{key}"
    seller, shop = next(
        ((fields.text(row, one), fields.text(row, other)) for one, other in _SELLERS if row.get(one)),
        ("", ""),
    )
    sold = fields.text(row, "cnt_sell")
    return Listing(
        title=title,
        text="",
        url=urls.join(page.url, fields.text(row, "url", limit=2000))
        or f"{urls.origin_of(page.url)}/catalog/product/{key}",
        key=key,
        seller_key=f"seller:{seller}" if seller else "unknown",
        seller_name=shop,
        quotes=(
            shop_quote(
                price, currency, attributes=(("sold", sold),) if sold else (), pointer=f"{pointer}/{name}"
            ),
        ),
        place_kind="marketplace",
        place=Place(pointer),
    )
