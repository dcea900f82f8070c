"""16688.com.cn: a mall of card shops, each read by its number through POST calls that need no login."""

from __future__ import annotations

import json
from typing import Any

import re2

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Reading
from crawlers.platforms import fields, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place

NAME = "16688"
VERSION = 2
KEEPS = False
SHARED_HOST = True

CURRENCY = "CNY"
_SHOP = re2.compile(r"/shop/([A-Za-z0-9._~-]{2,40})")
_SHOP_PATH, _GOODS_PATH = "/shopApi/shop/detail", "/shopApi/goods/list"
_LACKS = "goods without a name or a price"
_OUT = frozenset({"out", "none", "empty", "sold_out"})


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the goods of the shop that the source's address names, and for what it says of itself."""
    match = _SHOP.search(source_url)
    number, base = match[1] if match else "", urls.origin_of(source_url)
    return (
        _ask(
            base + _GOODS_PATH,
            "list",
            number,
            {"shop_no": number, "goods_category_no": "", "keywords": "", "sort": "default"},
        ),
        _ask(base + _SHOP_PATH, "info", number, {"shop_no": number}),
    )


def _ask(url: str, role: str, number: str, body: dict[str, str]) -> Ask:
    return Ask(url=url, role=f"{role} {number}", lists=role == "list", method="POST", body=json.dumps(body))


def fingerprint(page: Page) -> str | None:
    """Tell the mall by its host, or by the keys of its goods."""
    host = urls.host_of(page.url)
    if host == "16688.com.cn" or host.endswith(".16688.com.cn"):
        return f"host {host}"
    if '"shop_no"' in page.text and urls.path_of(page.url).endswith(_SHOP_PATH):
        return "a shop with shop_no"
    return "goods with goods_no" if '"goods_no"' in page.text and '"goods_category_no"' in page.text else None


def read(page: Page) -> Reading:
    """Read a shop's goods, or its own words; the role says whose.

    Raises:
        PageChangedError: where a reply is not the known envelope.
    """
    found, denied = fields.granted(page)
    if denied:
        return Reading(state=denied)
    kind, _, number = page.role.partition(" ")
    if kind == "info" or urls.path_of(page.url).endswith(_SHOP_PATH):
        return _read_shop(page, found.get("data"), number)
    rows = fields.rows(fields.listed(page, found, "data", "list", what="list of goods"))
    listings = tuple(
        good for index, row in enumerate(rows) if (good := _good(page, row, f"/data/list/{index}"))
    )
    fields.most(page, rows, [one for one in listings if one.quotes[0].offer.price], _LACKS)
    return Reading(
        listings=listings,
        identifiers=_shop(number),
        total=fields.integer(fields.dig(found, "data", "total")),
        empty="" if rows else "no goods",
    )


def _shop(number: str) -> tuple[Identifier, ...]:
    if not number:
        return ()
    value = f"16688:shop:{number.lower()}"
    return (Identifier(kind="shop", value=number, normalised=value, role="operator"),)


def _good(page: Page, row: dict[str, Any], pointer: str) -> Listing | None:
    key, name, price = (
        fields.text(row, "goods_no"),
        fields.name_of(row, "name"),
        fields.number(row.get("price")),
    )
    if not key or not name:
        return None
    state = fields.text(row, "stock_available_status").lower()
    # -1 is a count that the shop does not show.
    stock = 0 if state in _OUT else fields.integer(row.get("stock_available_quantity"))
    quote = shop_quote(
        price,
        CURRENCY,
        stock=stock,
        attributes=(("stock_words", state), ("list_price", fields.text(row, "market_price"))),
        pointer=f"{pointer}/price",
    )
    return Listing(
        title=name,
        text="\n".join(
            filter(None, (fields.text(row, "category", "name"), fields.prose(row, "description")))
        ),
        url=f"{urls.origin_of(page.url)}/goods/{key}",
        key=key,
        quotes=(quote,),
        on_sale=stock != 0,
        place_kind="card_shop",
        place=Place(pointer),
    )


def _read_shop(page: Page, shop: object, number: str) -> Reading:
    if not isinstance(shop, dict):
        raise PageChangedError(f"{page.url} has no shop")
    number = fields.text(shop, "shop_no") or number
    name = fields.text(shop, "name") or fields.text(shop, "shop_name")
    # The mall names its contact fields as it likes, so every text of the shop is read.
    said = [
        fields.prose(shop, key, limit=4000)
        for key, value in list(shop.items())[:60]
        if isinstance(value, str)
    ]
    words = "\n".join(dict.fromkeys(filter(None, said)))
    return Reading(
        facts=(Fact(name="system_name", value=name, place=Place("/data/name")),) if name else (),
        notes=(Note(text=words, place=Place("/data"), place_kind="card_shop"),) if words else (),
        identifiers=_shop(number),
    )
