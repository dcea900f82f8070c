"""G2G: a marketplace whose offers stand in its public search (sls.g2g.com/offer/search), each by a seller with an id."""

from __future__ import annotations

from typing import Any

from crawlers.page import Ask, Listing, Page, Reading
from crawlers.platforms import fields, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place

NAME = "g2g"
VERSION = 2
KEEPS = False
SHARED_HOST = True

_API, _SEARCH = "https://sls.g2g.com", "/offer/search"
_COUNT = "/offer/search_result_count"
_SIZE = 48
_PAGES_LIMIT = 20
_STATED = (
    ("min_qty", "min_qty"),
    ("orders", "total_completed_orders"),
    ("satisfaction", "satisfaction_rate"),
)


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the search that the source's address names: the API's own, or a category's page by its last word."""
    if urls.path_of(source_url).rstrip("/").endswith(_SEARCH):
        address = source_url
    else:
        term = urls.path_of(source_url).rstrip("/").rpartition("/")[2]
        base = _API if urls.host_of(source_url).endswith("g2g.com") else urls.origin_of(source_url)
        address = urls.with_query(f"{base}{_SEARCH}?v=v2", seo_term=term, sort="lowest_price", currency="USD")
    address = urls.with_query(address, page_size=_SIZE, page=1)
    count = address.replace(f"{_SEARCH}?", f"{_COUNT}?", 1)
    return (Ask(url=address, role="list", lists=True), Ask(url=count, role="count"))


def fingerprint(page: Page) -> str | None:
    """Tell the market's replies by their own keys."""
    if '"offer_id"' in page.text and '"converted_unit_price"' in page.text:
        return "results with offer_id and converted_unit_price"
    return "asset host assets.g2g.com" if "assets.g2g.com" in page.text else None


def read(page: Page) -> Reading:
    """Read a page of offers, or how many there are.

    Raises:
        PageChangedError: where a reply is not the known envelope.
    """
    payload = fields.reply(page).get("payload")
    if urls.path_of(page.url).endswith(_COUNT):
        return Reading(total=fields.integer(fields.dig(payload, "total_result")))
    rows = fields.rows(fields.listed(page, payload, "results", what="results"))
    listings = tuple(lot for index, row in enumerate(rows) if (lot := _lot(row, f"/payload/results/{index}")))
    fields.most(page, rows, listings, "offers without a title or a price")
    number, size = urls.asked_number(page.url, "page", 1), urls.asked_number(page.url, "page_size", _SIZE)
    following = Ask(url=urls.with_query(page.url, page=number + 1), role="list", lists=True)
    return Reading(
        listings=listings,
        asks=(following,) if len(rows) >= size and number < _PAGES_LIMIT else (),
        empty="" if rows or number > 1 else "no offers",
    )


def _lot(row: dict[str, Any], pointer: str) -> Listing | None:
    key, title = fields.text(row, "offer_id") or fields.text(row, "offer_group"), fields.text(row, "title")
    price = fields.number(row.get("display_price"))
    currency = fields.text(row, "display_currency")
    if price is None:
        price, currency = fields.number(row.get("unit_price_in_usd")), "USD"
    if not key or not title or price is None or not currency:
        return None
    seller, shop = fields.text(row, "seller_id"), fields.text(row, "username")
    stock = fields.integer(row.get("available_qty"))
    many = (fields.integer(row.get("total_offer")) or 1) > 1
    quote = shop_quote(
        price,
        currency,
        stock=stock,
        attributes=tuple((name, fields.text(row, field)) for name, field in _STATED),
        pointer=f"{pointer}/display_price",
        # One row stands for a group of like offers, of which it shows the cheapest.
        qualifier="from" if many else "exact",
    )
    # A shop's address holds the user's name, so that is what other places' links to it say.
    named = Identifier(kind="shop", value=shop, normalised=f"g2g:shop:{shop.lower()}", role="operator")
    return Listing(
        title=title,
        text=fields.prose(row, "description"),
        url=f"https://www.g2g.com/offer/{key.strip('/')}",
        key=key,
        seller_key=f"seller:{seller}" if seller else "unknown",
        seller_name=shop,
        quotes=(quote,),
        identifiers=(named,) if shop else (),
        on_sale=stock != 0,
        place_kind="marketplace",
        place=Place(pointer),
    )
