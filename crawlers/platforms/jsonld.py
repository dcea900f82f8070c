"""A shop or marketplace whose pages carry structured data, whatever program it runs."""

from __future__ import annotations

from lxml.html import HtmlElement

from crawlers.page import Ask, Page, PageChangedError, Reading
from crawlers.platforms import operator_keys, page_blocks, paging, station, structured, tree, urls

NAME = "jsonld"
VERSION = 3
KEEPS = False
SHARED_HOST = True

_DETAILS_LIMIT = 200


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the source's own address."""
    return (Ask(url=source_url, role="list", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell such a page by a product in its structured data."""
    if (
        "ld+json" not in page.text
        and "schema.org/Product" not in page.text
        and "product:price" not in page.text
    ):
        return None
    goods = structured.products_of(page, tree.root_of(page), "marketplace")
    return f"structured data with {len(goods)} products" if goods else None


def read(page: Page) -> Reading:
    """Read the goods that the page's structured data states, and where more of them stand.

    Raises:
        PageChangedError: where a page states no goods, names none, and does not say that there are none.
    """
    root = tree.root_of(page)
    if page.role == "contact":
        said = tree.words(tree.first(root, "body"))
        return Reading(notes=station.text_note(said, "body", offers=False, place_kind="marketplace"))
    listings = structured.products_of(page, root, "marketplace")
    details = _details(page, root) if page.role != "detail" and not listings else ()
    words = tree.words(tree.first(root, "body"))
    empty = "" if listings else paging.empty_words(words)
    if not listings and not details and not empty:
        raise PageChangedError(f"{page.url} states no goods")
    silent, marked = structured.unread(root)
    if silent and 2 * silent >= marked:
        raise PageChangedError(f"{page.url} marks {marked} goods and says nothing of {silent}")
    footer = tree.words(tree.first(root, "footer"))
    return Reading(
        listings=listings,
        notes=station.text_note(footer, "footer", offers=False, place_kind="marketplace"),
        identifiers=operator_keys.keys_in(page.text),
        asks=()
        if page.role == "detail"
        else (*paging.next_page(page, root), *_contacts(page, root), *details),
        total=paging.total_of(words) if page.role != "detail" else None,
        empty=empty,
    )


def _contacts(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    return tuple(ask for ask in paging.site_links(page, root) if ask.role == "contact")


def details_of(page: Page) -> tuple[Ask, ...]:
    """Ask for the pages of the goods that a page of any make lists; none of what is no markup."""
    return _details(page, tree.root_of(page)) if "<" in page.text and "html" in page.media_type else ()


def _details(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    """Ask for the goods' own pages: those that an ItemList names, else those that the page's cards lead to."""
    links = structured.item_urls(page, root)
    if not links:
        blocks = page_blocks.blocks_of(root)
        links = tuple(dict.fromkeys(urls.join(page.url, block.href) for block in blocks if block.href))
    own = (link for link in links if urls.same_site(link, page.url) and link != urls.join(page.url, page.url))
    return tuple(Ask(url=link, role="detail", lists=True) for link in own)[:_DETAILS_LIMIT]
