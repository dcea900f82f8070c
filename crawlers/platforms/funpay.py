"""FunPay: a marketplace's section as one page of server-side HTML; the seller's id is the identifier there."""

from __future__ import annotations

from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Page, PageChangedError, Reading
from crawlers.platforms import fields, paging, tree, urls
from crawlers.platforms.money import currency_of
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place

NAME = "funpay"
VERSION = 1
KEEPS = False
SHARED_HOST = True


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the section at the source's address: all its lots stand on one page."""
    return (Ask(url=source_url, role="list", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell FunPay by its lots' classes."""
    return "lots with class tc-item" if 'class="tc-item' in page.text and "tc-price" in page.text else None


def read(page: Page) -> Reading:
    """Read a section's lots: each is a listing of its seller.

    Raises:
        PageChangedError: where there is neither a lot, nor a table for lots.
    """
    root = tree.root_of(page)
    listings = tuple(lot for item in tree.select(root, "a.tc-item") if (lot := _lot(page, item)))
    words = tree.words(tree.first(root, "body"))
    if not listings and tree.first(root, ".tc, .showcase-table") is None and not paging.empty_words(words):
        raise PageChangedError(f"{page.url} has no lots and no table for them")
    return Reading(listings=listings, empty="" if listings else paging.empty_words(words) or "no lots")


def _lot(page: Page, item: HtmlElement) -> Listing | None:
    url = urls.join(page.url, tree.attr(item, "href"))
    key = urls.asked(url, "id")
    text = tree.words(tree.first(item, ".tc-desc-text"))
    price = tree.first(item, ".tc-price")
    if not key or not text or price is None:
        return None
    seller = tree.first(item, ".media-user-name [data-href], .media-user-name")
    number = urls.path_of(tree.attr(seller, "data-href")).rstrip("/").rpartition("/")[2] or tree.attr(
        item, "data-user"
    )
    name = tree.line(seller)
    unit = tree.line(tree.first(price, ".unit"))
    amount = fields.number(tree.attr(price, "data-s"))
    stock = fields.integer(tree.attr(tree.first(item, ".tc-amount"), "data-s"))
    value = f"funpay:shop:{number}"
    identity = Identifier(kind="shop", value=number, normalised=value, role="operator")
    return Listing(
        title=text.split("\n", 1)[0][:500],
        text=text,
        url=url,
        key=key,
        seller_key=f"user:{number}" if number else "unknown",
        seller_name=name,
        quotes=(
            shop_quote(
                amount, currency_of(unit) or "", stock=stock, price_text=tree.line(price), pointer=".tc-price"
            ),
        ),
        identifiers=(identity,) if number else (),
        on_sale=stock != 0,
        place_kind="marketplace",
        place=Place(f"a[href*='id={key}']"),
    )
