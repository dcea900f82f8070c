"""The money that a page names once, above prices that are bare numbers: "price in USDT", "precios en USD", "单位：元"."""

from __future__ import annotations

import re2
from lxml.html import HtmlElement

from crawlers.platforms import tree
from crawlers.platforms.fields import number
from store.records import Money

_WORDS = {
    "USDT": "usdt", "USD": r"usd|us dollars?|dollars?|dólares|dolares|доллар\w*|美元|美金", "EUR": r"eur|euros?|евро", "GBP": "gbp",
    "CNY": "cny|rmb|人民币|人民幣|元", "RUB": r"rub|рубл\w*", "VND": "vnd|đồng", "IDR": "idr|rupiah", "TRY": "try|lira", "BRL": "brl|reais",
    "INR": "inr|rupees", "THB": "thb|baht", "PLN": "pln", "UAH": r"uah|гривн\w*", "PEN": "pen|soles", "JPY": "jpy|円", "TWD": "twd|台币|台幣",
}  # fmt: skip
_PRICES = r"prices?|priced|costs?|precios?|preços?|preise?|prix|prezzi|harga|giá|fiyat\w*|ceny|цен\w*|стоимость|价格|價格|售价|单价|单位|料金|価格"
_STATED = re2.compile(
    rf"(?i)(?:^|[^\p{{L}}])(?:{_PRICES})[^\p{{L}}\p{{Nd}}\n]{{1,3}}(?:(?:are|is|in|en|em|inc?|dalam|w|в|auf|zijn|bằng|all)\s+){{0,3}}"
    rf"(?:{'|'.join(f'(?P<{code}>{words})' for code, words in _WORDS.items())})(?:$|[^\p{{L}}])"
)
_BARE = re2.compile(r"^\d{1,7}(?:[.,]\d{1,2})?$")
_LONGEST, _SCANNED = 12, 60


def stated_money(words: str) -> str:
    """Give the one currency in which a page says its prices are; empty where it names none, or several.

    >>> stated_money("Ready accounts, price in USDT"), stated_money("价格（元）"), stated_money("Price: 12 USD")
    ('USDT', 'CNY', '')
    """
    found = {
        code for match in _STATED.finditer(words[:20_000]) for code, said in match.groupdict().items() if said
    }
    return found.pop() if len(found) == 1 else ""


def bare_prices(node: HtmlElement, money: str) -> list[tuple[str, Money, str]]:
    """Give the amounts that stand alone in elements of their own, in the money that the page named."""
    found: dict[Money, str] = {}
    for count, one in enumerate(node.iterdescendants()):
        if count >= _SCANNED or not money:
            break
        text = tree.line(one, _LONGEST + 1) if isinstance(one.tag, str) and len(one) == 0 else ""
        amount = number(text.replace(",", ".")) if _BARE.search(text) else None
        if amount is not None and amount > 0:
            found.setdefault(Money(amount, money), text)
    return [(text, one, "exact") for one, text in found.items()]
