"""Any site: structured data where a page has it, else whatever it repeats with a price, else its words."""

from __future__ import annotations

from collections import Counter

from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Note, Page, PageChangedError, Reading
from crawlers.platforms import embedded, operator_keys, page_blocks, paging, station, structured, tree, urls
from store.records import Place

NAME = "generic"
VERSION = 2
KEEPS = False
SHARED_HOST = False

_THIN = 80
"""Characters below which a page with scripts has drawn nothing yet."""


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
    if len(words) < _THIN and "<script" in page.text.lower():
        return _read_shell(page, root)
    return _read_goods(page, root, words) or _read_words(page, root, words)


def _read_shell(page: Page, root: HtmlElement) -> Reading:
    goods = embedded.goods_of(page, root)
    if page.rendered and not goods:
        raise PageChangedError(f"{page.url} is empty even when drawn")
    return _reading(page, root, "", goods, ()) if goods else Reading()


def _read_goods(page: Page, root: HtmlElement, words: str) -> Reading | None:
    """Read what the page states for machines, else what it repeats with a price, else what its scripts hold."""
    goods = structured.products_of(page, root, "card_shop")
    if goods:
        footer = tree.words(tree.first(root, "footer"))
        return _reading(page, root, words, goods, station.text_note(footer, "footer", offers=False))
    body = tree.first(root, "body")
    blocks = page_blocks.blocks_of(body) if body is not None else []
    if blocks:
        rest = page_blocks.rest_of(body, blocks)
        notes = (Note(text=rest, place=Place("body"), place_kind="card_shop"),) if rest else ()
        return _reading(page, root, words, _listings(page, blocks), notes)
    if goods := embedded.goods_of(page, root):
        return _reading(page, root, words, goods, station.text_note(words, "body", offers=False))
    return None


def _read_words(page: Page, root: HtmlElement, words: str) -> Reading:
    if page.role == "contact":
        return Reading(
            notes=station.text_note(words, "body", offers=False),
            facts=station.images_of([root], page.url, "img"),
        )
    empty = paging.empty_words(words)
    whole = Listing(
        title=tree.line(tree.first(root, "title")),
        text=words,
        url=page.url,
        key=urls.join(page.url, page.url),
        place_kind="relay",
        place=Place("body"),
    )
    return _reading(page, root, words, () if empty else (whole,), ())


def _listings(page: Page, blocks: list[page_blocks.Block]) -> tuple[Listing, ...]:
    links = [
        urls.join(page.url, block.href) if block.href and block.href[0] != "#" else "" for block in blocks
    ]
    times = Counter(links)
    return tuple(
        Listing(
            title=block.title,
            text=block.text,
            url=urls.own(page.url, link) or page.url,
            key=link if link and times[link] == 1 else None,
            quotes=block.quotes,
            place_kind="card_shop",
            place=Place(block.node.getroottree().getpath(block.node)),
        )
        for block, link in zip(blocks, links, strict=True)
    )


def _reading(
    page: Page, root: HtmlElement, words: str, listings: tuple[Listing, ...], notes: tuple[Note, ...]
) -> Reading:
    return Reading(
        listings=listings,
        notes=notes,
        identifiers=operator_keys.keys_in(page.text),
        facts=station.images_of([root], page.url, "img"),
        asks=(
            *paging.next_page(page, root),
            *(paging.site_links(page, root) if page.role in ("", "list") else ()),
        ),
        total=paging.total_of(words),
        empty="" if listings else paging.empty_words(words),
    )
