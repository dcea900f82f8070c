"""The cards of WooCommerce's lists as themes draw them: a name, a link, and amounts of which a struck one is former."""

from __future__ import annotations

from decimal import Decimal

from lxml.html import HtmlElement

from crawlers.page import Listing, Page
from crawlers.platforms import tree, urls
from crawlers.platforms.money import money_of
from crawlers.platforms.quotes import shop_quote
from store.records import Place, plain

_CARDS = "li.wc-block-product, ul.products li.product, li.type-product"
# Themes and page builders that draw no list (Flatsome, Elementor, Astra's grids).
_OTHER_CARDS = (
    ".products div.product, .products article.product, div.product-small.product, .products .type-product"
)
_NAMES = frozenset({"wp-block-post-title", "woocommerce-loop-product__title", "product-title"})


def cards_of(root: HtmlElement) -> list[HtmlElement]:
    """Give the cards of a list's goods, in the page's order."""
    return tree.select(root, _CARDS) or tree.select(root, _OTHER_CARDS)


def struck_price(price: Decimal | None, struck: Decimal | None) -> tuple[tuple[str, str], ...]:
    """State a former price beside the one that holds, where there is one and it differs."""
    return (("list_price", plain(struck)),) if struck and struck != price else ()


def good_of(page: Page, card: HtmlElement) -> Listing | None:
    """Read a card as a good; None where it has no name or no price."""
    titled, linked, priced = _parts(card)
    name = tree.line(titled)
    link = urls.join(page.url, tree.attr(linked, "href"))
    amounts = [(node, _marked(node, card)) for node in priced]
    asked = [node for node, marked in amounts if "ins" in marked] or [
        node for node, marked in amounts if "del" not in marked
    ]
    money = money_of(tree.line(asked[0])) if asked else None
    if not name or money is None:
        return None
    struck = money_of(tree.line(next((node for node, marked in amounts if "del" in marked), None)))
    gone = "outofstock" in tree.attr(card, "class").split()
    quote = shop_quote(
        money.amount,
        money.currency,
        stock=0 if gone else None,
        attributes=struck_price(money.amount, struck.amount if struck else None),
        qualifier="from" if len(asked) > 1 else "exact",
        pointer=".woocommerce-Price-amount",
    )
    classes = tree.attr(card, "class").split()
    key = next((name.removeprefix("post-") for name in classes if name.startswith("post-")), link or None)
    return Listing(
        title=name,
        text="",
        url=link or page.url,
        key=key,
        quotes=(quote,),
        on_sale=not gone,
        place_kind="card_shop",
        place=Place("li.product"),
    )


def _parts(card: HtmlElement) -> tuple[HtmlElement | None, HtmlElement | None, list[HtmlElement]]:
    """Find the name, the link and the amounts of a card in one walk: a page has dozens of cards."""
    name = link = None
    amounts = []
    for node in card.iterdescendants():
        tag, words = node.tag, (node.get("class") or "").split() if isinstance(node.tag, str) else ()
        if name is None and (tag in ("h2", "h3") or not _NAMES.isdisjoint(words)):
            name = node
        if link is None and tag == "a" and node.get("href") is not None:
            link = node
        if "woocommerce-Price-amount" in words:
            amounts.append(node)
    return name, link, amounts


def _marked(amount: HtmlElement, card: HtmlElement) -> set[str]:
    """Give the tags between an amount and its card: `del` around a former price, `ins` around the one that holds."""
    tags: set[str] = set()
    for parent in amount.iterancestors():
        if parent is card:
            break
        tags.add(parent.tag)
    return tags
