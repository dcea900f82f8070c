"""Digiseller and Plati: a marketplace's public search and goods, each by a seller with an id (api.digiseller.com)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from crawlers.page import Ask, Listing, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place

NAME = "digiseller"
VERSION = 3
KEEPS = False
SHARED_HOST = True

_PAGES_LIMIT = 20


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the search, or the good, at the source's address."""
    return (Ask(url=source_url, role="list", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell the market's replies by their own keys."""
    if '"Totalpages"' in page.text and '"seller_id"' in page.text:
        return "search with Totalpages"
    return "reply with retval and seller" if '"retval"' in page.text and '"seller' in page.text else None


def read(page: Page) -> Reading:
    """Read a page of Plati's search, of Digiseller's catalogue, or one good with its options.

    Raises:
        PageChangedError: where a reply is none of them.
    """
    found = fields.reply(page)
    if isinstance(found.get("product"), dict):
        good = _product(found["product"])
        return Reading(listings=(good,) if good else (), state="" if good else "gone")
    if "items" in found:
        return _read_search(page, found)
    if fields.has(found, "content", "items"):
        return _read_catalogue(page, found)
    if fields.number(found.get("retval")) not in (None, Decimal(0)):
        return Reading(state="gone")
    raise PageChangedError(f"{page.url} has neither goods nor a good")


def _read_search(page: Page, found: dict[str, Any]) -> Reading:
    rows = fields.rows(fields.listed(page, found, "items", what="goods"))
    number = fields.integer(found.get("Pagenum")) or 1
    last = fields.integer(found.get("Totalpages")) or 1
    listings = tuple(good for index, row in enumerate(rows) if (good := _found(row, f"/items/{index}")))
    return Reading(
        listings=listings,
        asks=_next(page, "pagenum", number, more=bool(rows) and number < last),
        total=fields.integer(found.get("total")),
        empty="" if rows else "no goods",
    )


def _read_catalogue(page: Page, found: dict[str, Any]) -> Reading:
    rows = fields.rows(fields.listed(page, found, "content", "items", what="goods"))
    listings = tuple(
        good for index, row in enumerate(rows) if (good := _listed(row, f"/content/items/{index}"))
    )
    more = bool(rows) and fields.dig(found, "content", "has_next_page") is True
    number = urls.asked_number(page.url, "page", 1)
    return Reading(
        listings=listings, asks=_next(page, "page", number, more=more), empty="" if rows else "no goods"
    )


def _next(page: Page, name: str, number: int, *, more: bool) -> tuple[Ask, ...]:
    if not more or number >= _PAGES_LIMIT:
        return ()
    return (Ask(url=urls.with_query(page.url, **{name: number + 1}), role="list", lists=True),)


def _found(row: dict[str, Any], pointer: str) -> Listing | None:
    name = fields.name_of(row, "name_eng") or fields.name_of(row, "name")
    other = fields.name_of(row, "name")
    quote = shop_quote(fields.number(row.get("price_usd")), "USD", pointer=f"{pointer}/price_usd")
    said = "\n".join(
        dict.fromkeys(
            part for part in (other, fields.prose(row, "description")) if part not in ("", "…", name)
        )
    )
    return _listing(row, "id", name, said, (quote,), pointer)


def _listed(row: dict[str, Any], pointer: str) -> Listing | None:
    names = {
        fields.text(name, "locale"): fields.text(name, "value") for name in fields.rows(row, "name", limit=20)
    }
    name = names.get("en-US") or next(iter(names.values()), "") or fields.text(row, "name")
    quote = shop_quote(
        fields.number(row.get("price")), fields.text(row, "currency"), pointer=f"{pointer}/price"
    )
    others = "\n".join(value for value in names.values() if value != name)
    return _listing(row, "product_id", name, others, (quote,), pointer)


def _product(row: dict[str, Any]) -> Listing | None:
    base, currency = fields.number(row.get("price")), fields.text(row, "currency")
    stock = fields.integer(row.get("num_in_stock"))
    stock = 0 if fields.number(row.get("is_available")) == 0 else stock
    said = "\n".join(filter(None, (fields.prose(row, "info"), fields.prose(row, "add_info"))))
    quotes = _options(row, base, currency, stock) or (
        shop_quote(base, currency, stock=stock, pointer="/product/price"),
    )
    return _listing(row, "id", fields.text(row, "name"), said, quotes, "/product")


def _options(
    row: dict[str, Any], base: Decimal | None, currency: str, stock: int | None
) -> tuple[Quote, ...]:
    """Give one price per variant where one choice must be made: more choices multiply, and none is then exact."""
    options = [
        option
        for option in fields.rows(row, "options", limit=20)
        if fields.number(option.get("required")) == 1 and fields.rows(option, "variants", limit=100)
    ]
    if len(options) != 1 or base is None:
        return ()
    quotes = []
    for variant in fields.rows(options[0], "variants", limit=100):
        kind, change = (
            fields.text(variant, "modify_type"),
            fields.number(variant.get("modify_value")),
        )
        if change is None:
            return ()  # what a choice adds is not said where it was: no variant's price is known
        if fields.number(variant.get("visible")) == 0 or (change and kind not in (currency, "%")):
            continue
        price = base + (base * change / 100 if kind == "%" else change)
        quotes.append(
            shop_quote(
                price, currency, label=fields.text(variant, "text"), stock=stock, pointer="/product/options"
            )
        )
    return tuple(quotes)


def _listing(  # noqa: PLR0917 - three callers; the parts of one good
    row: dict[str, Any], id_name: str, name: str, text: str, quotes: tuple[Quote, ...], pointer: str
) -> Listing | None:
    key = fields.text(row, id_name)
    if not key or not name:
        return None
    seller = fields.text(row, "seller_id") or fields.text(row, "seller", "id")
    # Plati's address of a seller holds the same number.
    identity = Identifier(kind="shop", value=seller, normalised=f"plati:shop:{seller}", role="operator")
    stock = quotes[0].offer.stock
    return Listing(
        title=name,
        text=text,
        url=fields.text(row, "url", limit=2000) or f"https://plati.market/itm/{key}",
        key=key,
        seller_key=f"seller:{seller}" if seller else "unknown",
        seller_name=fields.text(row, "seller_name") or fields.text(row, "seller", "name"),
        quotes=quotes,
        identifiers=(identity,) if seller else (),
        on_sale=stock != 0,
        place_kind="marketplace",
        place=Place(pointer),
    )
