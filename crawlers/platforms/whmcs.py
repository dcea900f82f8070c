"""WHMCS: a hosting shop whose order pages are server-side HTML (templates/orderforms/standard_cart/products.tpl)."""

from __future__ import annotations

from decimal import Decimal

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, operator_keys, paging, station, tree, urls
from crawlers.platforms.money import currency_of, money_of
from crawlers.platforms.quotes import shop_quote
from store.records import Money, Place

NAME = "whmcs"
VERSION = 2
KEEPS = False
SHARED_HOST = False

_PRODUCT = re2.compile(r"^product(\d{1,10})$")
_CODED = re2.compile(r"^(\D{0,6})(\d[\d.,]*)\s*([A-Z]{3})\b")
_PESOS = frozenset({"ARS", "BRL", "CLP", "COP", "CUP", "DOP", "MXN", "UYU"})
_COUNT = re2.compile(r"(\d{1,7})")
_FROM = re2.compile(r"(?i)starting from|ab |à partir|desde|от|起")
_FREE = re2.compile(r"(?i)^\s*free")
_GROUPS = "a[href*='gid='], .sidebar a[href*='/store/'], #order-standard_cart a[href*='/store/']"
_GROUPS_LIMIT = 30
_SHELLS = "#order-standard_cart, .products, #products"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the group of goods at the source's address, or for the cart's first group; and for the contact page."""
    base = urls.origin_of(source_url)
    path = urls.path_of(source_url).strip("/")
    return (
        Ask(url=source_url if path else base + "/cart.php", role="list", lists=True),
        Ask(url=base + "/contact.php", role="contact"),
    )


def fingerprint(page: Page) -> str | None:
    """Tell WHMCS by its script's variables, its byline or its cart."""
    if "whmcsBaseUrl" in page.text:
        return "script var whmcsBaseUrl"
    return "byline WHMCompleteSolution" if "WHMCompleteSolution" in page.text else None


def read(page: Page) -> Reading:
    """Read a group of goods, and ask for the other groups; or read a contact page.

    Raises:
        PageChangedError: where a page of the cart has neither goods nor a place for them.
    """
    root = tree.root_of(page)
    if page.role == "contact":
        said = tree.words(tree.first(root, "#main-body, main, body"))
        return Reading(notes=station.text_note(said, "body", offers=False, place_kind="card_shop"))
    cards = [node for node in tree.select(root, "[id^='product']") if _PRODUCT.search(tree.attr(node, "id"))]
    listings = tuple(good for node in cards if (good := _good(page, node)))
    words = tree.words(tree.first(root, "body"))
    groups = _groups(page, root)
    priced = [one for one in listings if one.quotes[0].offer.price]
    fields.most(page, cards, priced, "goods without a name or a price")
    if not cards and not groups and tree.first(root, _SHELLS) is None:
        raise PageChangedError(f"{page.url} has no place for goods")
    empty = "" if listings else paging.empty_words(words) or ("" if groups else "no goods")
    return Reading(
        listings=listings,
        notes=station.text_note(
            tree.words(tree.first(root, "#footer, body > footer")),
            "footer",
            offers=False,
            place_kind="card_shop",
        ),
        identifiers=operator_keys.keys_in(page.text),
        asks=groups,
        empty=empty,
    )


def _groups(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    own = urls.join(page.url, page.url)
    found = (urls.join(page.url, tree.attr(link, "href")) for link in tree.select(root, _GROUPS))
    links = dict.fromkeys(link for link in found if link and link != own and urls.same_site(link, page.url))
    asked = [link for link in links if not urls.asked(link, "a") and not urls.asked(link, "pid")]
    return tuple(Ask(url=link, role="list", lists=True) for link in asked[:_GROUPS_LIMIT])


def _good(page: Page, node: HtmlElement) -> Listing | None:
    name = tree.line(tree.first(node, "[id$='-name'], header span, .product-name"))
    priced = tree.first(node, "[id$='-price'], .product-pricing")
    quote = _quote(node, priced)
    match = _PRODUCT.search(tree.attr(node, "id"))
    if not name or not match:
        return None
    link = tree.attr(tree.first(node, "a[href*='pid='], a.btn-order-now"), "href")
    number = urls.asked(urls.join(page.url, link), "pid") or match[1]
    said = [tree.words(tree.first(node, ".product-desc")), tree.line(priced)]
    return Listing(
        title=name,
        text="\n".join(part for part in said if part),
        url=f"{urls.origin_of(page.url)}/cart.php?a=add&pid={number}",
        key=number,
        quotes=(quote,),
        on_sale=quote.offer.stock != 0,
        place_kind="card_shop",
        place=Place(f"#product{match[1]}"),
    )


def _quote(node: HtmlElement, priced: HtmlElement | None) -> Quote:
    shown = tree.line(tree.first(priced, ".price") if tree.first(priced, ".price") is not None else priced)
    money = Money(Decimal(0), "USD") if _FREE.search(shown) else _money(shown)
    counted = _COUNT.search(tree.line(tree.first(node, ".qty")))
    return shop_quote(
        money.amount if money else None,
        money.currency if money else "",
        stock=int(counted[1]) if counted else None,
        pointer=".price",
        price_text=shown,
        qualifier="from" if _FROM.search(tree.line(priced)) else "exact",
    )


def _money(shown: str) -> Money | None:
    """Read a price whose currency stands behind it as a code ("$39.00 AUD"); none where its sign is another money's."""
    match = _CODED.search(shown)
    code = (currency_of(match[3]) or match[3]) if match else ""
    money = money_of(match[2], code) if match else None
    if not match or money is None:
        return money_of(shown)
    sign = match[1].strip()
    return money if not sign or _may_be(sign, code) else None


def _may_be(sign: str, code: str) -> bool:
    """Say whether a sign is one of a money's: many are called dollar, and two yuan or yen."""
    if sign[-1] == "$":
        return code.endswith("D") or code in _PESOS
    return currency_of(sign) in (None, code) or (sign in "¥￥" and code == "JPY")
