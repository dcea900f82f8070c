"""One repeated piece of a page and the prices that its own markup states: a card, a list item, a row of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import re2
from lxml.html import HtmlElement

from crawlers.page import Quote
from crawlers.platforms import shown, tree
from crawlers.platforms.fields import number
from crawlers.platforms.money import currency_of, money_of
from crawlers.platforms.page_money import bare_prices
from crawlers.platforms.quotes import shop_quote
from store.records import Money

PRICED = re2.compile(
    r"(?i)[¥￥$€£₽₫₺₹₩฿]\s*\p{Nd}|\p{Nd}\s*(?:元|块|刀|美元|美金|円|원|บาท|[¥￥$€£₽₫₺₹₩฿]|r\b|rmb|cny|usdt?|eur|rub|vnd|idr|"
    r"egp|pen|try|tl\b|đ|k\b|rb\b|руб|جنيه|ريال|ریال|تومان|درهم|soles|lira|折|倍率|倍)|(?:rp|r\$|s/)\.?\s*\p{Nd}|"
    r"倍率\s*[:：]?\s*\p{Nd}"
)
PRICE_HEAD = re2.compile(
    r"(?i)价格|售价|单价|价钱|金额|^价$|価格|料金|가격|price|cost|цена|стоимость|giá|harga|precio|preço|preis|prix|fiyat|السعر|سعر|قیمت"
)
WHOSE = re2.compile(
    r"(?i)claude|anthropic|克劳德|gpt|openai|codex|sora|gemini|google|grok|xai\b|deepseek|cursor|kiro|perplexity|copilot|"
    r"midjourney|qwen|kimi|glm|windsurf|antigravity"
)
"""Words that say whose product something is, for telling a heading of goods from any other."""
_PRICE_CLASS = re2.compile(r"(?i)price|amount|\bcost|precio|preis|prix")
_STRUCK = re2.compile(r"~~[^~]*~~")
_DASH = re2.compile(r"\s*[–—~～-]\s*")
_SIGN = re2.compile(r"[¥￥$€£₽₫₺₹]")
_LONE = re2.compile(r"(?m)^(?:元|块|円|[¥￥$€£₽₫₺₹₩฿]|USDT?|EUR|CNY|RMB|RUB|VND)$")
_SIGN_LAST = re2.compile(r"(?m)^(\d[\d.,]{0,12})\n(元|块|円|[€₽₫₺₩฿]|USDT?|EUR|CNY|RMB|RUB|VND)$")
_SIGN_FIRST = re2.compile(r"(?m)^([¥￥$€£₹])\n(\d[\d.,]{0,12})$")
_MARKS = ("class", "id", "itemprop")
_MARKED, _NAMED = 20, 200
FEWEST = 2
MOST = 2_000

Stated = tuple[str, Money, str]
"""A price as it stands, its money, and its qualifier in the words of the label format."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page with the words that a visitor reads in it, and its cells by their heads where it is a row.

    `more` are the elements beside `node` that belong to it; `variants` prices with the names that tell them apart;
    `heading` the words above it, where only they say whose product it is; `bare` a row without heads; `without` the
    other blocks that stand inside of it; `money` the currency of bare numbers, where the page names one.
    """

    node: HtmlElement
    title: str
    text: str
    href: str
    cells: tuple[tuple[str, str], ...] = ()
    more: tuple[HtmlElement, ...] = ()
    variants: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    bare: bool = False
    without: frozenset[HtmlElement] = frozenset()
    money: str = ""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The prices, where columns of their own, classes or attributes hold them; none where only words do."""
        named = [(label, text, money_of(text)) for label, text in self.variants]
        if named and all(money for _, _, money in named):
            return tuple(
                shop_quote(money.amount, money.currency, label=label, price_text=text)
                for label, text, money in named
                if money
            )
        found = self._stated()
        if len(found) != 1:
            return ()
        text, money, qualifier = found[0]
        return (shop_quote(money.amount, money.currency, price_text=text, qualifier=qualifier),)

    def _stated(self) -> list[Stated]:
        if self.cells:
            said = [text for head, text in self.cells if self.bare or PRICE_HEAD.search(head)]
            code = self.money or None
            return [(text, money, "exact") for text in said[:50] if (money := money_of(text, code))]
        return (
            marked_prices(self.node, self.without)
            or self._alone()
            or attribute_prices(self.node)
            or (bare_prices(self.node, self.money) if not PRICED.search(self.text) else [])
        )

    def _alone(self) -> list[Stated]:
        """Give the price that stands on a line of its own, where no other line holds one."""
        lines = [line for line in self.text.split("\n") if PRICED.search(line)]
        money = money_of(lines[0]) if len(lines) == 1 else None
        return [(lines[0], money, "exact")] if money else []


def marked_prices(node: HtmlElement, without: Collection[HtmlElement] = frozenset()) -> list[Stated]:
    """Give the prices that the page's own classes call so, each amount once: struck ones left out, of a range the least."""
    found: dict[Money, str] = {}
    ranges: dict[Money, str] = {}
    named = (one for one in node.iter() if isinstance(one.tag, str) and _calls_it_price(one))
    for one in islice(named, _NAMED):
        if any(shown.is_struck(up) or shown.is_hidden(up) or up in without for up in _within(node, one)):
            continue
        text = " ".join(_STRUCK.sub(" ", tree.line(one, 120)).split())
        if low := _least(text):
            ranges.setdefault(low, text)
        elif money := money_of(text):
            found.setdefault(money, text)
        if len(found) + len(ranges) > _MARKED:
            break
    if ranges:
        return [(text, money, "from") for money, text in ranges.items()]
    return [(text, money, "exact") for money, text in found.items()]


def _least(text: str) -> Money | None:
    """Give the lesser bound of a range ("$18 - $66", "18-66 €"); None where a text is no range of two prices."""
    bounds = _DASH.split(text)
    high = money_of(bounds[1]) if len(bounds) == FEWEST else None
    return money_of(bounds[0], high.currency) if high else None


def _within(top: HtmlElement, node: HtmlElement) -> Iterable[HtmlElement]:
    """Give an element and those around it, up to the one that is looked into."""
    yield node
    for up in node.iterancestors():
        if up is top:
            return
        yield up


def _calls_it_price(node: HtmlElement) -> bool:
    return any((given := node.get(name)) is not None and _names_price(given) for name in _MARKS)


@lru_cache(maxsize=4096)
def _names_price(given: str) -> bool:
    return bool(_PRICE_CLASS.search(given))


def attribute_prices(node: HtmlElement) -> list[Stated]:
    """Give the prices that only attributes state: data-price, and data-currency where there is one."""
    found: dict[str, Money] = {}
    for one in tree.select(node, "[data-price]")[:FEWEST] if node.get("data-price") is None else [node]:
        amount = number(tree.attr(one, "data-price"))
        if amount is not None and amount > 0:
            said = tree.attr(one, "data-currency") or tree.attr(node, "data-currency")
            code = currency_of(said) or (said.upper() if len(said) == 3 and said.isalpha() else "")  # noqa: PLR2004 - ISO 4217
            sign = _SIGN.search(tree.line(node, 200))
            code = code or (currency_of(sign[0]) if sign else None) or ""
            found[f"{tree.attr(one, 'data-price')} {said}".strip()] = Money(amount, code)
    return [(text, money, "exact") for text, money in found.items()]


def join_money(text: str) -> str:
    r"""Put an amount and its sign together where a page puts each on a line of its own.

    >>> join_money("售价\n118.00\n元\n库存 3"), join_money("$\n12")
    ('售价\n118.00 元\n库存 3', '$12')
    """
    return _SIGN_FIRST.sub(r"\1\2", _SIGN_LAST.sub(r"\1 \2", text)) if _LONE.search(text) else text


def is_priced(node: HtmlElement, money: str = "", limit: int = 3_000) -> bool:
    """Say whether a piece of a page is short enough to be one good and holds a price, in words or in an attribute."""
    text = tree.line(node, limit + 1)
    # What is nothing but a price is a part of a good: the former price, then the present one.
    if not 0 < len(text) <= limit or money_of(text.replace("~~", "")):
        return False
    return bool(PRICED.search(text) or attribute_prices(node) or bare_prices(node, money))
