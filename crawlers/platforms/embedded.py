"""Goods in JSON of any make: a reply of its own, or the state that a page's scripts start from (Next, Nuxt, Inertia)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import re2
from lxml.html import HtmlElement

from crawlers.page import Listing, Page, Quote
from crawlers.platforms import fields, tree, urls
from crawlers.platforms.money import currency_of, money_of
from crawlers.platforms.quotes import shop_quote
from store.records import Money, Place

_NAMES = ("name", "title", "product_name", "productName", "goods_name", "goodsName", "display_name",
    "goods_title", "gd_name", "item_name", "itemName", "plan_name", "planName", "label")  # fmt: skip
_PRICES = (
    "sale_price", "salePrice", "current_price", "currentPrice", "price", "price_amount", "unit_price", "unitPrice",
    "selling_price", "actual_price", "actualPrice", "sell_price", "real_price", "final_price", "finalPrice", "shop_price",
    "amount", "price_display", "priceDisplay",
)  # fmt: skip
_CENTS = ("price_cents", "priceCents", "price_in_cents", "priceInCents")
_CURRENCIES = ("currency", "currency_code", "currencyCode", "price_currency", "priceCurrency")
_STOCKS = (
    "stock",
    "in_stock",
    "stock_count",
    "stockCount",
    "inventory",
    "inventory_quantity",
    "available_qty",
    "quantity",
)
_WORDS = ("category", "subtitle", "summary", "short_description", "description", "content")
_KEYS = ("id", "uniqid", "uuid", "slug", "key", "sku", "goods_key", "goods_no")
_LINKS = ("url", "link", "permalink", "href")
_VARIANTS = ("variants", "product_variants", "productVariants", "plans", "skus", "options")
_OFF = (("is_active", False), ("isActive", False), ("active", False), ("published", False), ("hidden", True))
_STATE = re2.compile(
    r"(?:window\.[\w$.]{1,60}|(?:var|let|const)\s+[\w$]{1,60}|(?:^|[\s;])[\w$]{2,60})\s*=\s*"
)
_CONTACT = re2.compile(
    r"(?i)^(?:(?:contact|support|service|admin|owner|site|official|customer)_?)*(?:qq|wechat|weixin|wx|telegram|tg|e?mail|whatsapp|"
    r"discord|line|zalo|qun|phone)(?:_?(?:group|qun|id|link|url|number|account|name|channel))?$"
)
_LINK = re2.compile(r"(?i)\b(?:t\.me|wa\.me|discord\.gg|qm\.qq\.com)/")
_LINES, _LONGEST, _STATES = 50, 500, 100
_DEEPEST, _MOST, _SCRIPTS = 12, 2_000, 40


def goods_of(page: Page, root: HtmlElement) -> tuple[Listing, ...]:
    """Find the goods that a page's data names with a price each; none where nothing has both."""
    found: dict[str, Listing] = {}
    for source in _values(page, root):
        stated = _currencies(source)
        only = next(iter(stated)) if len(stated) == 1 else ""
        for good in _goods(page, source, only, "", 0):
            found.setdefault(good.key or good.title, good)
            if len(found) >= _MOST:
                return tuple(found.values())
    return tuple(found.values())


def contacts_of(page: Page, root: HtmlElement) -> str:
    """Give the words of the page's data that sound like contacts, a line each: `telegram: https://t.me/shop_x`."""
    said = (line for source in _values(page, root) for line in _contacts(source, "", 0))
    return "\n".join(list(dict.fromkeys(said))[:_LINES])


def _contacts(value: object, name: str, depth: int) -> Iterable[str]:
    if isinstance(value, str):
        if len(value) <= _LONGEST and (_CONTACT.search(name) or _LINK.search(value)):
            yield f"{name}: {tree.words_of(value, _LONGEST)}"
    elif isinstance(value, dict) and depth <= _DEEPEST:
        for key, inner in list(value.items())[:_MOST]:
            yield from _contacts(inner, key, depth + 1)
    elif isinstance(value, list) and depth <= _DEEPEST:
        for inner in value[:_MOST]:
            yield from _contacts(inner, name, depth + 1)


def _currencies(value: object, depth: int = 0) -> set[str]:
    """Give the currencies that a page's data names anywhere: a shop states its own beside its goods."""
    if depth > _DEEPEST or not isinstance(value, (dict, list)):
        return set()
    own = {_currency(value)} - {""} if isinstance(value, dict) else set()
    inner = list(value.values() if isinstance(value, dict) else value)[:_MOST]
    return own.union(*(_currencies(one, depth + 1) for one in inner))


def _values(page: Page, root: HtmlElement) -> Iterable[object]:
    if page.text.lstrip()[:1] in ("{", "["):
        yield _loaded(page.text)
        return
    yield from _attributes(root)
    for script in tree.select(root, "script:not([src])")[:_SCRIPTS]:
        text = (script.text or "").strip()
        if "ld+json" in tree.attr(script, "type"):
            continue
        if text[:1] in ("{", "["):
            yield _loaded(text)
        else:
            starts = (match.end() for match in _STATE.finditer(text))
            for at in [at for at in starts if text[at : at + 1] in ("[", "{")][:_STATES]:
                yield fields.json_at(text, at)


def _attributes(root: HtmlElement) -> Iterable[object]:
    """Give the JSON that stands in attributes: a page's whole state, or each card's good under one name."""
    goods: dict[str, list[object]] = {}
    for node in root.iter():
        if isinstance(node.tag, str):
            for name, given in node.items():
                if name.startswith("data-") and given[:1] == "{" and (value := _loaded(given)) is not None:
                    goods.setdefault(name, []).append(value)
    for values in goods.values():
        # Lists are looked through for goods: a state holds its own, a card is one.
        yield values[:_MOST]


def _loaded(text: str) -> object:
    try:
        return json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        return None


def _goods(page: Page, value: object, currency: str, pointer: str, depth: int) -> Iterable[Listing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        currency = _currency(value) or currency
        for name, inner in list(value.items())[:_MOST]:
            if isinstance(inner, (dict, list)):
                yield from _goods(page, inner, currency, f"{pointer}/{name}", depth + 1)
        return
    rows = value[:_MOST] if isinstance(value, list) else []
    for index, row in enumerate(rows):
        good = _good(page, row, currency, f"{pointer}/{index}") if isinstance(row, dict) else None
        if good:
            yield good
        elif isinstance(row, (dict, list)):
            yield from _goods(page, row, currency, f"{pointer}/{index}", depth + 1)


def _good(page: Page, row: dict[str, Any], currency: str, pointer: str) -> Listing | None:
    name = next((name for key in _NAMES if (name := fields.localised(row.get(key), 500))), "")
    if not name or any(row.get(key) is off for key, off in _OFF):
        return None
    currency = _currency(row) or currency
    stock = _stock(row)
    quotes = _variants(row, currency, stock, pointer) or _own(row, currency, stock, pointer)
    if not quotes:
        return None
    key = next((key for name in _KEYS if (key := fields.text(row, name, limit=200))), None)
    link = next((link for name in _LINKS if (link := fields.text(row, name, limit=2000))), "")
    said = (fields.prose(row, name) or fields.text(row, name, "name") for name in _WORDS)
    return Listing(
        title=tree.words_of(name, 500),
        text="\n".join(dict.fromkeys(part for part in said if part and part != name))[: tree.TEXT_LIMIT],
        url=(urls.join(page.url, link) if link else "") or page.url,
        key=key,
        quotes=quotes,
        on_sale=any(quote.offer.stock != 0 for quote in quotes),
        place_kind="card_shop",
        place=Place(pointer),
    )


def _own(row: dict[str, Any], currency: str, stock: int | None, pointer: str) -> tuple[Quote, ...]:
    money = _price(row, currency)
    return () if money is None else (shop_quote(money.amount, money.currency, stock=stock, pointer=pointer),)


def _variants(row: dict[str, Any], currency: str, stock: int | None, pointer: str) -> tuple[Quote, ...]:
    for name in _VARIANTS:
        found = []
        for index, one in enumerate(fields.rows(row, name, limit=100)):
            money = _price(one, currency)
            label = next((label for key in _NAMES if (label := fields.localised(one.get(key), 200))), "")
            if money is not None and label:
                own = _stock(one)
                left = own if own is not None else stock
                place = f"{pointer}/{name}/{index}"
                found.append(shop_quote(money.amount, money.currency, label=label, stock=left, pointer=place))
        if found:
            return tuple(found)
    return ()


def _price(row: dict[str, Any], currency: str) -> Money | None:
    for name in _CENTS:
        if (cents := fields.number(row.get(name))) is not None:
            return Money(cents.scaleb(-2), currency)
    for name in _PRICES:
        given = row.get(name)
        if isinstance(given, dict):
            inner = _price(given, _currency(given) or currency)
            if inner is not None:
                return inner
        elif (amount := fields.number(given)) is not None:
            return Money(amount, currency)
        elif isinstance(given, str) and (money := money_of(given, currency or None)):
            return money
    return None


def _currency(row: dict[str, Any]) -> str:
    for name in _CURRENCIES:
        given = fields.text(row, name) or fields.text(row, name, "code")
        if given:
            return currency_of(given) or (given.upper() if len(given) == 3 and given.isalpha() else "")  # noqa: PLR2004 - ISO 4217
    return ""


def _stock(row: dict[str, Any]) -> int | None:
    if any(row.get(name) is False for name in ("in_stock", "inStock", "available", "is_available")):
        return 0
    if any(row.get(name) is True for name in ("is_sold_out", "sold_out", "soldOut")):
        return 0
    # -1 is "without limit" wherever it is met.
    return next((left for name in _STOCKS if (left := fields.integer(row.get(name))) is not None), None)
