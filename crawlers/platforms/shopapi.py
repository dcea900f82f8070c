"""Hosted card shops of the ShopApi family (链动小铺 pay.ldxp.cn, 云猫 catfk.com, wzyp.cn): read by POST, no login."""

from __future__ import annotations

import json
from typing import Any

import re2

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Reading
from crawlers.platforms import fields, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place

NAME = "shopapi"
VERSION = 2
KEEPS = False
SHARED_HOST = True

CURRENCY = "CNY"
_SHOP = re2.compile(r"/shop/([A-Za-z0-9_-]{3,40})")
_NAMES = {
    "pay.ldxp.cn": "ldxp",
    "www.ldxp.cn": "ldxp",
    "catfk.com": "catfk",
    "www.catfk.com": "catfk",
    "wzyp.cn": "wzyp",
}
_INFO, _LIST = "/shopApi/Shop/info", "/shopApi/Shop/goodsList"
_TYPES = ("card", "article", "resource", "equity")
_PAGE_SIZE = 100
_PAGES_LIMIT = 30


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the shop of the token in the source's address: what it says of itself, and its goods of each type."""
    match = _SHOP.search(source_url)
    token = match[1] if match else ""
    base = source_url.partition("/shop/")[0] if match else urls.base_of(source_url)
    info = Ask(url=base + _INFO, role=f"info {token}", method="POST", body=json.dumps({"token": token}))
    return (_list_ask(base, token, "card", 1), info)


def _list_ask(base: str, token: str, kind: str, number: int) -> Ask:
    asked = {
        "token": token,
        "keywords": "",
        "category_id": 0,
        "goods_type": kind,
        "current": number,
        "pageSize": _PAGE_SIZE,
    }
    return Ask(
        url=base + _LIST,
        role=f"list {token} {kind} {number}",
        lists=True,
        method="POST",
        body=json.dumps(asked),
    )


def fingerprint(page: Page) -> str | None:
    """Tell the family by its call paths, or by the reply's own keys."""
    if "/shopApi/Shop/" in page.text:
        return "path /shopApi/Shop/"
    if '"goods_type_sort"' in page.text and '"deposit_money"' in page.text:
        return "a shop with goods_type_sort"
    return "goods with goods_key" if '"goods_key"' in page.text and '"goods_type"' in page.text else None


def read(page: Page) -> Reading:
    """Read a shop's own words or a page of its goods; the role says whose and which.

    Raises:
        PageChangedError: where a reply is not the known envelope.
    """
    found, denied = fields.granted(page)
    if denied:
        return Reading(state=denied)
    kind, token, *further = page.role.split(" ") if page.role else ("", "")
    if kind == "info" or urls.path_of(page.url).endswith(_INFO):
        return _read_info(page, found.get("data"), token)
    return _read_list(page, found.get("data"), token, further)


def _read_info(page: Page, shop: object, token: str) -> Reading:
    if not isinstance(shop, dict):
        raise PageChangedError(f"{page.url} has no shop")
    match = _SHOP.search(fields.text(shop, "link", limit=2000))
    token = match[1] if match else token
    stated = (("system_name", "nickname"), ("deposit_money", "deposit_money"), ("sell_count", "sell_count"))
    said = "\n".join(filter(None, (fields.text(shop, "nickname"), fields.prose(shop, "description"))))
    counts = [(kind, fields.integer(shop.get(f"{kind}_count")) or 0) for kind in _TYPES]
    base = urls.before(page.url, _INFO)
    return Reading(
        facts=tuple(
            Fact(name=name, value=value, place=Place(f"/data/{key}"))
            for name, key in stated
            if (value := fields.text(shop, key))
        ),
        notes=(Note(text=said, place=Place("/data/description"), place_kind="card_shop"),) if said else (),
        identifiers=_shop(page, token),
        asks=tuple(
            _list_ask(base, token, kind, 1) for kind, count in counts if count and kind != "card" and token
        ),
    )


def _shop(page: Page, token: str) -> tuple[Identifier, ...]:
    host = urls.host_of(page.url)
    if not token:
        return ()
    value = f"{_NAMES.get(host, host)}:shop:{token.lower()}"
    return (Identifier(kind="shop", value=token, normalised=value, role="operator"),)


def _read_list(page: Page, found: object, token: str, further: list[str]) -> Reading:
    rows = fields.rows(fields.listed(page, found, "list", what="list of goods"))
    total = fields.integer(fields.dig(found, "total"))
    listings = tuple(
        good for index, row in enumerate(rows) if (good := _good(page, row, f"/data/list/{index}"))
    )
    kind, number = (
        (further[0], int(further[1])) if len(further) > 1 and further[1].isdecimal() else ("card", 1)
    )
    fields.most(page, rows, listings, "goods without a key or a name")
    # A shop may give fewer rows a page than were asked for: only a page that is no fuller than the last one is the last.
    size = fields.integer(fields.dig(found, "pageSize")) or (len(rows) if number == 1 else _PAGE_SIZE)
    seen = (number - 1) * size + len(rows)
    more = bool(rows) and total is not None and seen < total and number < _PAGES_LIMIT and token
    return Reading(
        listings=listings,
        identifiers=_shop(page, token),
        asks=(_list_ask(urls.before(page.url, _LIST), token, kind, number + 1),) if more else (),
        # Each type of goods counts for itself, so its total says nothing of the whole shop.
        empty="" if rows else "no goods",
    )


def _good(page: Page, row: dict[str, Any], pointer: str) -> Listing | None:
    key, name = fields.text(row, "goods_key"), fields.name_of(row, "name")
    if not key or not name:
        return None
    stock = fields.integer(fields.dig(row, "extend", "stock_count"))
    price, market = fields.number(row.get("price")), fields.text(row, "market_price")
    said = (fields.text(row, "category", "name"), fields.prose(row, "description"))
    link = fields.text(row, "link", limit=2000)
    return Listing(
        title=name,
        text="\n".join(filter(None, said)),
        url=urls.join(page.url, link) if link else f"{urls.before(page.url, _LIST)}/item/{key}",
        key=key,
        quotes=(
            shop_quote(
                price,
                CURRENCY,
                stock=stock,
                attributes=(("list_price", "" if market == "0" else market),),
                pointer=f"{pointer}/price",
            ),
        ),
        on_sale=stock != 0,
        place_kind="card_shop",
        place=Place(pointer),
    )
