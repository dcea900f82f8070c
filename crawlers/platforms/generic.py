"""Any site: structured data where a page has it, else whatever it repeats with a price, else its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Reading
from crawlers.platforms import (
    block,
    embedded,
    images,
    operator_keys,
    page_blocks,
    paging,
    station,
    structured,
    tree,
    urls,
)
from crawlers.platforms.quotes import shop_quote
from store.records import Place

NAME = "generic"
VERSION = 3
KEEPS = False
SHARED_HOST = False

_AROUND = (
    "nav, footer, aside, dialog, [role='navigation'], [role='contentinfo'], [role='dialog'], [id*='cookie'], "
    "[class*='cookie'], [class*='breadcrumb']"
)
_BUYING = "form input, input[type='number'], button"
_TAG = re2.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$")
_THIN = 80
"""Characters below which a page with scripts has drawn nothing yet."""
_MONEY = {
    "zh": "CNY", "zh-tw": "TWD", "zh-hant": "TWD", "zh-hk": "HKD", "ja": "JPY", "ko": "KRW", "vi": "VND", "id": "IDR",
    "ru": "RUB", "th": "THB", "tr": "TRY", "uk": "UAH", "pl": "PLN", "hi": "INR", "pt-br": "BRL",
}  # fmt: skip


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the source's own address."""
    return (Ask(url=source_url, role="list", lists=True),)


def fingerprint(page: Page) -> str | None:  # noqa: ARG001 - nothing speaks for the generic reader
    """Give nothing: the generic reader is what is left."""
    return None


def read(page: Page) -> Reading:
    """Read the goods of a page of any make; one that draws itself by script gives an empty reading.

    Raises:
        PageChangedError: where even the drawn page says nothing.
    """
    root = tree.root_of(page)
    words = tree.words(tree.first(root, "body"))
    if page.text.lstrip()[:1] in ("{", "[") and (goods := embedded.goods_of(page, root)):
        return _reading(page, root, "", goods, ())
    found = _read_goods(page, root, words)
    if found is not None:
        return found
    if len(words) < _THIN and "<script" in page.text.lower():
        if not page.rendered:
            return Reading()
        if not paging.empty_words(words):
            raise PageChangedError(f"{page.url} is empty even when drawn")
    return _read_words(page, root, words)


def _read_goods(page: Page, root: HtmlElement, words: str) -> Reading | None:
    """Read what the page states for machines and what it repeats with a price, else what its scripts hold."""
    body = tree.first(root, "body")
    goods = structured.products_of(page, root, "card_shop")
    blocks = page_blocks.blocks_of(body) if body is not None else []
    if goods:
        blocks = [one for one in blocks if not any(good.title in one.text for good in goods)]
        # Where sellers stand beside the goods, the page's other words may be any of theirs.
        sellers = any(good.seller_key != "operator" for good in goods)
        rest = tree.words(tree.first(root, "footer")) if sellers else page_blocks.rest_of(body, blocks)
        listings = (*goods, *(() if sellers else _listings(page, blocks)))
        return _reading(page, root, words, listings, _note(rest, "footer" if sellers else "body"))
    if blocks:
        rest = page_blocks.rest_of(body, blocks)
        return _reading(page, root, words, _listings(page, blocks), _note(rest, "body"))
    if goods := embedded.goods_of(page, root):
        said = "\n".join(filter(None, (words, embedded.contacts_of(page, root))))
        return _reading(page, root, words, goods, _note(said, "body"))
    return _read_one(page, root, words) if body is not None and tree.select(body, _BUYING) else None


def _read_one(page: Page, root: HtmlElement, words: str) -> Reading | None:
    """Read the page of one good that can be ordered there: the only price that its own classes call so is its price."""
    body = tree.first(root, "body")
    prices = block.marked_prices(body)
    if len(prices) != 1:
        return None
    text, money, qualifier = prices[0]
    around = set(tree.select(body, _AROUND))
    heading = next((said for node in tree.select(body, "h1") if (said := tree.line(node))), "")
    good = Listing(
        title=heading or tree.line(tree.first(root, "title")),
        text=tree.words(body, without=around) or words,
        url=page.url,
        key=urls.join(page.url, page.url),
        quotes=(shop_quote(money.amount, money.currency, price_text=text, qualifier=qualifier),),
        place_kind="card_shop",
        place=Place("body"),
    )
    aside = "\n".join(filter(None, (tree.words(node) for node in around)))
    return _reading(page, root, words, (good,), _note(aside, "body"))


def _note(text: str, pointer: str) -> tuple[Note, ...]:
    return (Note(text=text, place=Place(pointer), place_kind="card_shop"),) if text else ()


def _read_words(page: Page, root: HtmlElement, words: str) -> Reading:
    if page.role == "contact":
        return Reading(
            notes=station.text_note(words, "body", offers=False),
            facts=station.images_of([root], page.url, "img"),
        )
    empty = paging.empty_words(words)
    body = tree.first(root, "body")
    around = set(tree.select(body, _AROUND)) if body is not None else set()
    said = tree.words(body, without=around) or words
    whole = Listing(
        title=tree.line(tree.first(root, "title")),
        text=said,
        url=page.url,
        key=urls.join(page.url, page.url),
        place_kind="relay",
        place=Place("body"),
    )
    if empty:
        return _reading(page, root, words, (), _note(words, "body"))
    # Menus, footers and dialogs belong to the whole site, not to what the page says.
    aside = "\n".join(filter(None, (tree.words(node) for node in around))) if said != words else ""
    return _reading(page, root, words, (whole,), _note(aside, "body"))


def _listings(page: Page, blocks: list[page_blocks.Block]) -> tuple[Listing, ...]:
    links = [
        urls.join(page.url, block.href) if block.href and block.href[0] != "#" else "" for block in blocks
    ]
    times = Counter(links)
    return tuple(
        Listing(
            title=block.title,
            text="\n".join(filter(None, (block.heading, block.text))),
            url=urls.own(page.url, link) or page.url,
            key=link if link and times[link] == 1 else None,
            quotes=block.quotes,
            pictures=images.pictures_of(block.node, page.url),
            place_kind="card_shop",
            place=Place(block.node.getroottree().getpath(block.node)),
        )
        for block, link in zip(blocks, links, strict=True)
    )


def _reading(
    page: Page, root: HtmlElement, words: str, listings: tuple[Listing, ...], notes: tuple[Note, ...]
) -> Reading:
    language = _language(root) or None
    return Reading(
        listings=tuple(replace(listing, language=language) for listing in listings),
        notes=notes,
        identifiers=operator_keys.keys_in(page.text),
        facts=(*station.images_of([root], page.url, "img"), *_language_currency(root, listings)),
        asks=(
            *paging.next_page(page, root),
            *(paging.site_links(page, root) if page.role in ("", "list") else ()),
        ),
        total=paging.total_of(words),
        empty="" if listings else paging.empty_words(words),
    )


def _language(root: HtmlElement) -> str:
    """Give the language that a page states; "en" says nothing, for every template is born with it."""
    tag = tree.attr(root if root.tag == "html" else tree.first(root, "html"), "lang").replace("_", "-")
    return "" if tag.lower().split("-")[0] == "en" or not _TAG.search(tag) else tag


def _language_currency(root: HtmlElement, listings: tuple[Listing, ...]) -> tuple[Fact, ...]:
    """Give the money of the page's language, where its goods have prices without any: a guess of last resort."""
    prices = (quote.offer.price for listing in listings for quote in listing.quotes)
    if all(price is None or price.currency for price in prices):
        return ()
    tag = _language(root).lower()
    code = _MONEY.get(tag) or _MONEY.get(tag.split("-")[0])
    return (Fact(name="language_currency", value=code, place=Place("html/@lang")),) if code else ()
