"""Gameflip: a marketplace whose listings stand in its public search (/api/v1/listing), prices in US cents."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from crawlers.page import Ask, Listing, Page, PageChangedError, Reading
from crawlers.platforms import fields, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Place

NAME = "gameflip"
VERSION = 2
KEEPS = False
SHARED_HOST = True

_API, _SEARCH = "https://production-gameflip.fingershock.com", "/api/v1/listing"
_PAGES_LIMIT = 20


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the search that the source's address names: the API's own, or the site's page by its term."""
    if urls.path_of(source_url).rstrip("/").endswith(_SEARCH):
        return (Ask(url=source_url, role="list", lists=True),)
    base = _API if urls.host_of(source_url).endswith("gameflip.com") else urls.origin_of(source_url)
    term = urls.asked(source_url, "term") or "claude"
    return (
        Ask(url=urls.with_query(f"{base}{_SEARCH}", term=term, status="onsale"), role="list", lists=True),
    )


def fingerprint(page: Page) -> str | None:
    """Tell the market's replies by their own keys, and its pages by their host."""
    if '"status":"SUCCESS"' in page.text.replace(" ", "") and '"shipping_within_days"' in page.text:
        return "listings with shipping_within_days"
    return "asset host gameflip.com" if "production-gameflip.fingershock.com" in page.text else None


def read(page: Page) -> Reading:
    """Read a page of listings.

    Raises:
        PageChangedError: where a reply is not the known envelope.
    """
    found = fields.reply(page)
    if fields.text(found, "status") != "SUCCESS":
        raise PageChangedError(f"{page.url} has no listings")
    rows = fields.rows(fields.listed(page, found, "data", what="listings"))
    listings = tuple(one for index, row in enumerate(rows) if (one := _listing(row, f"/data/{index}")))
    fields.most(page, rows, listings, "listings without a name or a price")
    return Reading(listings=listings, asks=_next(page, found), empty="" if rows else "no listings")


def _next(page: Page, found: dict[str, Any]) -> tuple[Ask, ...]:
    link = urls.join(page.url, fields.text(found, "next_page", limit=2000))
    _, _, number = page.role.partition(" ")
    count = int(number) + 1 if number.isdecimal() else 2
    if not fields.text(found, "next_page") or not urls.same_site(link, page.url) or count > _PAGES_LIMIT:
        return ()
    return (Ask(url=link, role=f"list {count}", lists=True),)


def _listing(row: dict[str, Any], pointer: str) -> Listing | None:
    key, title, cents = fields.text(row, "id"), fields.text(row, "name"), fields.number(row.get("price"))
    if not key or not title or cents is None:
        return None
    price = (cents / 100).quantize(Decimal("0.01"))
    owner = fields.text(row, "owner")
    return Listing(
        title=title,
        text=fields.prose(row, "description"),
        url=f"https://gameflip.com/item/{key}",
        key=key,
        seller_key=f"seller:{owner}" if owner else "unknown",
        quotes=(shop_quote(price, "USD", stock=fields.integer(row.get("qty")), pointer=f"{pointer}/price"),),
        on_sale=fields.text(row, "status") in ("", "onsale"),
        place_kind="marketplace",
        place=Place(pointer),
    )
