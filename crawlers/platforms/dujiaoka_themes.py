"""Goods of dujiaoka's themes that nobody foresaw: tables (layui, hyper's rows) and cards (neon, morpho, a fork's own).

Whatever a theme looks like, a good leads to /buy/<number> and has a price with its sign beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import re2
from lxml.html import HtmlElement

from crawlers.platforms import fields, tree
from crawlers.platforms.money import currency_of, money_of
from store.records import Money

CURRENCY = "CNY"
BUY = re2.compile(r"/buy/(\d{1,10})(?:\?|$|/|#)")
_AMOUNT = re2.compile(r"\d[\d,]*(?:\.\d+)?")
_SIGN = re2.compile(r"(?i)US\$|NT\$|HK\$|[$€£₽₫฿¥￥元]|đ|USDT")
_STOCK = re2.compile(r"(?i)(?:库存|庫存|剩余|剩餘|stock|tồn kho|คงเหลือ|สต็อก)\D{0,3}(\d{1,9})")
_SOLD_OUT = re2.compile(r"(?i)缺货|缺貨|售罄|已售完|库存不足|庫存不足|sold ?out|out of stock|hết hàng|หมด")
_ORDER = re2.compile(
    r"(?i)^(?:立即)?(?:购买|購買|下单|下單|选购)$|^(?:buy|order)(?: now)?$|^mua(?: ngay)?$|^สั่งซื้อ$"
)
_PRICED = "b, strong, span, em, i, p, td, div, h2, h3, h4, h5, h6"
_HEADINGS = "h1, h2, h3, h4, h5, h6, .card-title, .goods-name, .product-name, .name, .title"
_PLAIN_PRICE = re2.compile(r"^\d{1,7}\.\d{2}$")
# What holds more than one good, or more than goods.
_HOLDERS = frozenset({"body", "main", "section", "table", "tbody", "ul", "ol", "html"})
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Shown:
    """A good as a theme shows it; `key` is None where it is sold out and leads nowhere, `stock` None where not said."""

    key: str | None
    name: str
    money: Money
    stock: int | None


def goods_of(root: HtmlElement) -> Iterator[Shown]:
    """Give the goods of a page's cards or rows, those that are sold out among them."""
    cards: dict[HtmlElement, str | None] = {}
    for link in tree.select(root, "a[href*='/buy/']")[:_MOST]:
        if match := BUY.search(tree.attr(link, "href")):
            cards.setdefault(_card_of(link, match[1]), match[1])
    for card in list(cards):
        # A sold-out good stands beside the others, without a link.
        for other in card.itersiblings(card.tag):
            if other.get("class") == card.get("class"):
                cards.setdefault(other, None)
    for card, key in cards.items():
        name, money = _name_of(card), priced(card)
        if name and money is not None:
            yield Shown(key, name, money, stock_of(tree.line(card, 2000), sold_out=key is None))


def _card_of(link: HtmlElement, key: str) -> HtmlElement:
    """Give the largest element around a link to a good in which no other good is linked."""
    card = link
    for node in link.iterancestors():
        if node.tag in _HOLDERS:
            break
        ids = {match[1] for one in tree.select(node, "a[href*='/buy/']") if (match := BUY.search(tree.attr(one, "href")))}  # fmt: skip
        if ids != {key}:
            break
        card = node
        if node.tag in ("tr", "li"):
            break
    return card


def _name_of(card: HtmlElement) -> str:
    heading = tree.line(tree.first(card, _HEADINGS))
    if heading and money_of(heading) is None:
        return heading
    links = (tree.line(link) for link in tree.select(card, "a"))
    said = [words for words in links if words and not _ORDER.search(words)]
    if said:
        return said[0]
    cells = (tree.line(cell) for cell in tree.select(card, "td:not(.d-none)"))
    return next((words for words in cells if words and money_of(words) is None), "")


def priced(node: HtmlElement) -> Money | None:
    """Give the price that an element shows, with its sign where there is one; a struck price is none."""
    plain: Money | None = None
    for one in [node, *tree.select(node, _PRICED)]:
        if any(up.tag in ("del", "s", "strike") for up in (one, *one.iterancestors()) if up is not node):
            continue
        for words in (own_words(one), tree.line(one, 60)):
            if (money := money_of(words)) is not None:
                return money
            if plain is None and _PLAIN_PRICE.search(words):
                plain = Money(Decimal(words), CURRENCY)
    return plain


def variants_of(root: HtmlElement) -> list[tuple[str, Decimal, int | None]]:
    """Give a good's variants, which version 3 has: name, price and what is left of each."""
    found = []
    for node in tree.select(root, "[data-price][data-sub-id]")[:100]:
        price = fields.number(tree.attr(node, "data-price"))
        name = " ".join(own_words(one) for one in (node, *tree.select(node, "span"))).strip()
        if price is not None and name:
            found.append((name, price, fields.integer(tree.attr(node, "data-stock"))))
    return found


def own_words(node: HtmlElement | None) -> str:
    """Give an element's own words, without those of the elements in it."""
    if node is None:
        return ""
    return " ".join(" ".join([node.text or "", *(child.tail or "" for child in node)]).split())[:500]


def marked(node: HtmlElement | None) -> Money | None:
    """Give the first amount of an element that a theme's own class calls the price, in the money of the sign beside it."""
    words = tree.line(node)
    match = _AMOUNT.search(words)
    amount = fields.number(match[0]) if match else None
    if node is None or amount is None:
        return None
    parent = node.getparent()
    sign = _SIGN.search(words) or (_SIGN.search(own_words(parent)) if parent is not None else None)
    return Money(amount, (currency_of(sign[0]) if sign else None) or CURRENCY)


def stock_of(words: str, *, sold_out: bool = False) -> int | None:
    """Give how many are left, in any of the program's languages; None where it is not said."""
    if match := _STOCK.search(words):
        return int(match[1])
    return 0 if sold_out or _SOLD_OUT.search(words) else None
