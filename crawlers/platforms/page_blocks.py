"""Any page split into what it repeats: rows of tables, cards and list items that hold a price; and the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import re2
from lxml.html import HtmlElement

from crawlers.page import Quote
from crawlers.platforms import tree
from crawlers.platforms.money import money_of
from crawlers.platforms.quotes import shop_quote

_PRICED = re2.compile(
    r"(?i)[¥￥$€£₽₫₺₹₩฿]\s*\p{Nd}|\p{Nd}\s*(?:元|块|刀|美元|美金|円|원|บาท|[¥￥$€£₽₫₺₹₩฿]|r\b|rmb|cny|usdt?|eur|rub|vnd|idr|"
    r"egp|pen|try|tl\b|đ|k\b|rb\b|руб|جنيه|ريال|ریال|تومان|درهم|soles|lira|折|倍率|倍)|(?:rp|r\$|s/)\.?\s*\p{Nd}|"
    r"倍率\s*[:：]?\s*\p{Nd}"
)
_PRICE_HEAD = re2.compile(
    r"(?i)价格|售价|单价|价钱|金额|^价$|価格|料金|가격|price|cost|цена|стоимость|giá|harga|precio|preço|preis|prix|fiyat|السعر|سعر|قیمت"
)
_HEADINGS = ("h1, h2, h3, h4, h5, h6", "[class*='title'], [class*='name']", "strong, b, a")
_DIGIT = re2.compile(r"\p{Nd}")
_FEWEST = 2
_LONGEST = 3_000
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Block:
    """One repeated piece of a page: a card, a list item, or a row of a table with its cells by their heads."""

    node: HtmlElement
    title: str
    text: str
    href: str
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The price, where a column of its own holds it."""
        prices = [cell for head, cell in self.cells if _PRICE_HEAD.search(head)] or self._marked()
        money = money_of(prices[0]) if len(prices) == 1 else None
        return (shop_quote(money.amount, money.currency, price_text=prices[0]),) if money else ()

    def _marked(self) -> list[str]:
        """Give the prices that the page's own classes call so, struck ones left out."""
        found = (
            tree.line(node, 80)
            for node in tree.select(self.node, "[class*='price'], [data-price]")
            if node.tag not in tree.STRUCK and not any(up.tag in tree.STRUCK for up in node.iterancestors())
        )
        return list(dict.fromkeys(price for price in found if money_of(price)))


def blocks_of(root: HtmlElement) -> list[Block]:
    """Split a page or fragment; the blocks stand in the page's order and never overlap."""
    rows = [block for table in tree.select(root, "table") for block in _rows(table)]
    taken = {block.node for block in rows}
    cards = [_card(node) for node in _cards(root) if not _under(node, taken)]
    return [*rows, *cards][:_MOST]


def rest_of(root: HtmlElement, blocks: Iterable[Block]) -> str:
    """Give the words of a page outside its blocks."""
    return tree.words(root, without={block.node for block in blocks})


def _rows(table: HtmlElement) -> list[Block]:
    if tree.select(table, "table table"):
        return []
    lines = [
        [(node, tree.line(node)) for node in tree.select(row, "td, th")] for row in tree.select(table, "tr")
    ]
    lines = [line for line in lines if line][:_MOST]
    if len(lines) < _FEWEST or not _is_head(lines[0]):
        return []
    heads = [text for _, text in lines[0]]
    priced = any(_PRICE_HEAD.search(head) for head in heads)
    return [block for line in lines[1:] if (block := _row(line, heads, priced=priced))]


def _row(line: list[tuple[HtmlElement, str]], heads: list[str], *, priced: bool) -> Block | None:
    cells = tuple(zip(heads, (text for _, text in line), strict=False))
    whole = " ".join(text for _, text in cells)
    title = next((text for _, text in cells if text), "")
    # Under a head that says price any number is one, whatever currency its words name.
    if not title or not (_PRICED.search(whole) or (priced and _DIGIT.search(whole))):
        return None
    node = line[0][0].getparent()
    said = "\n".join(f"{head}：{text}" if head else text for head, text in cells if text)
    return Block(node, _row_title(title, cells), said, tree.attr(tree.first(node, "a[href]"), "href"), cells)


def _row_title(title: str, cells: tuple[tuple[str, str], ...]) -> str:
    # A row's other cells name the good as much as its first: 月卡, $300, 30 天.
    named = [text for head, text in cells if text and not _PRICE_HEAD.search(head)]
    return " ".join(named)[:200] if 0 < len(named) < len(cells) else title


def _is_head(line: list[tuple[HtmlElement, str]]) -> bool:
    return all(node.tag == "th" for node, _ in line) or not _PRICED.search(" ".join(text for _, text in line))


def _cards(root: HtmlElement) -> list[HtmlElement]:
    chosen: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    # From the innermost out, so that a section of cards is not itself taken for a card.
    for parent in reversed(list(root.iter())):
        if (
            not isinstance(parent.tag, str)
            or len(parent) < _FEWEST
            or parent in inside
            or parent.tag in _NO_PARENT
        ):
            continue
        cards = _repeated(parent)
        if cards:
            chosen += reversed(cards)
            inside.update(parent.iterancestors())
            inside.add(parent)
    return list(reversed(chosen))


_NO_PARENT = {"table", "tbody", "thead", "tr", "select", "p", "span", "head", "svg"}


def _repeated(parent: HtmlElement) -> list[HtmlElement]:
    kinds = Counter(_kind(child) for child in parent if isinstance(child.tag, str))
    kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
    if count < _FEWEST or kind.split(".")[0] in ("br", "p", "span", "script", "option", "h2", "h3"):
        return []
    same = [child for child in parent if isinstance(child.tag, str) and _kind(child) == kind]
    priced = [
        child
        for child in same
        if _PRICED.search(text := tree.line(child, _LONGEST + 1)) and len(text) <= _LONGEST
    ]
    return priced if len(priced) >= _FEWEST and 2 * len(priced) >= len(same) else []


def _kind(node: HtmlElement) -> str:
    return f"{node.tag}.{(node.get('class') or '').split(' ')[0]}"


def _under(node: HtmlElement, taken: set[HtmlElement]) -> bool:
    return any(parent in taken for parent in node.iterancestors())


def _card(node: HtmlElement) -> Block:
    text = tree.words(node)
    headings = (tree.line(found) for css in _HEADINGS for found in tree.select(node, css))
    title = next((line for line in headings if line and not _PRICED.fullmatch(line)), text.split("\n", 1)[0])
    link = node if node.tag == "a" else tree.first(node, "a[href]")
    return Block(node, title[:500], text, tree.attr(link, "href"))
