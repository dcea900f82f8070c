"""dujiaoka (独角数卡): a Laravel card shop, server-side HTML in three themes (resources/views/{unicorn,luna,hyper}).

Themes of forks and of older versions are read by what every theme has (dujiaoka_themes).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, operator_keys, station, tree, urls
from crawlers.platforms.dujiaoka_themes import (
    BUY,
    CURRENCY,
    Shown,
    goods_of,
    marked,
    own_words,
    priced,
    stock_of,
    variants_of,
)
from crawlers.platforms.quotes import shop_quote
from store.records import Money, Place, plain

NAME = "dujiaoka"
VERSION = 2
KEEPS = False
SHARED_HOST = False

# Unicorn says 购买10件或以上,每个：60￥; luna 满10个 单价60元/件; hyper 购买 10 件起，60 元/件, or Mua 10 cái trở lên，60 đồng/cái.
_STEP = re2.compile(
    r"(?i)(?:购买|購買|满|滿|mua|ซื้อ|buy|order)\s*(\d{1,6})[^\d\n]{1,24}(\d+(?:\.\d+)?)\s*(?:￥|¥|元|\$|₫|đồng|usd|฿)"
)
_GONE = ".err-message, .text-error, .err_content, .err_title"
_SHELLS = "#goodsTabContent, .goods-list, .hyper-wrapper, .home-card, .tab-content"
_NOTICES = ".notice .lead, #notice-modal .modal-body, #notice .modal-body, .tips"
_FOOTERS = ".hyper-footer, body > .footer, footer.footer"
_NAMES = ".good-card h3.card-title, #buy-form h3, .goods-msg .goods-name > span"
_HEADS = "h1, h2, h3, h4, h5"
_WORDS = re2.compile(r"(?i)描述|詳情|详情|介绍|description|mô tả|chi tiết|รายละเอียด")
_DETAIL_TEXT = ".buy-product, .intro"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the front page: it lists every good, without pages."""
    return (Ask(url=urls.base_of(source_url) + "/", role="home", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell dujiaoka by its byline or by the assets of its themes."""
    if "独角数卡" in page.text:
        return "byline 独角数卡"
    return next(
        (
            f"assets of theme {name}"
            for name in ("unicorn", "luna", "hyper")
            if f"/assets/{name}/" in page.text
        ),
        None,
    )


def read(page: Page) -> Reading:
    """Read the front page or a good's page of any of the three themes.

    Raises:
        PageChangedError: where a page has neither goods, nor a place for them, nor an error of the shop's own.
    """
    root = tree.root_of(page)
    if tree.first(root, _GONE) is not None:
        return Reading(state="gone", notes=_notes(root))
    if match := BUY.search(page.url):
        listings: tuple[Listing, ...] = (_detail(page, root, match[1]),)
    else:
        listings = _goods(page, root)
        if not listings and tree.first(root, _SHELLS) is None and "goodsMsg" not in page.text:
            raise PageChangedError(f"{page.url} has no goods and no place for them")
    return Reading(
        facts=_facts(page, root),
        listings=listings,
        notes=_notes(root),
        identifiers=operator_keys.keys_in(page.text),
        asks=tuple(_asks(page, listings)) if not match else (),
        empty="" if listings else "no goods",
    )


def _goods(page: Page, root: HtmlElement) -> tuple[Listing, ...]:
    groups = fields.json_after(page.text, "goodsMsg")
    if isinstance(groups, list):
        found: Iterable[Listing | None] = _embedded(page, groups)
    else:
        cards = tree.select(root, ".card, a.home-card")
        found = [good for card in cards if (good := _card(page, card))]
        found = found or [_shown(page, good) for good in goods_of(root)]
    # Every good stands twice, in the tab of all goods and in its group's: once by id, or by name where sold out.
    goods: dict[tuple[str, str], Listing] = {}
    for good in found:
        if good:
            goods.setdefault((good.key or "", "" if good.key else good.title), good)
    return tuple(goods.values())


def _embedded(page: Page, groups: list[Any]) -> Iterable[Listing | None]:
    for at, group in enumerate(groups[:500]):
        for index, row in enumerate(fields.rows(group, "goods")):
            yield _row(page, row, fields.text(group, "gp_name"), f"goodsMsg/{at}/goods/{index}")


def _row(page: Page, row: dict[str, Any], group: str, pointer: str) -> Listing | None:
    key, name = fields.text(row, "id"), fields.name_of(row, "gd_name")
    if not key or not name or fields.is_off(row.get("is_open")):
        return None
    said = [
        group,
        fields.text(row, "gd_description"),
        fields.prose(row, "description"),
        fields.prose(row, "buy_prompt"),
    ]
    steps = [
        (parts[0].strip(), fields.number(parts[1]))
        for line in fields.text(row, "wholesale_price_cnf", limit=5000).splitlines()
        if len(parts := line.split("=")) > 1
    ]
    return _listing(
        page,
        key,
        name,
        text="\n".join(filter(None, said)),
        quotes=_quotes(
            Money(price, CURRENCY) if (price := fields.number(row.get("actual_price"))) is not None else None,
            fields.number(row.get("retail_price")),
            fields.integer(row.get("in_stock")),
            steps,
            pointer,
        ),
        pointer=pointer,
    )


def _card(page: Page, card: HtmlElement) -> Listing | None:
    name = tree.line(tree.first(card, "h6.card-title, p.name"))
    price = marked(tree.first(card, ".btn-outline-success strong, .price b"))
    if not name or price is None:
        return None
    link = tree.attr(card, "href") or tree.attr(tree.first(card, "a[href*='/buy/']"), "href")
    match = BUY.search(link)
    stock = stock_of(tree.line(card), sold_out=not match)  # a sold-out card of hyper leads nowhere
    pointer = f"a[href$='/buy/{match[1]}']" if match else ".home-card"
    quotes = _quotes(price, None, stock, [], pointer)
    return _listing(page, match[1] if match else None, name, text="", quotes=quotes, pointer=pointer)


def _shown(page: Page, good: Shown) -> Listing:
    pointer = f"a[href$='/buy/{good.key}']" if good.key else good.name[:40]
    quotes = _quotes(good.money, None, good.stock, [], pointer)
    return _listing(page, good.key, good.name, text="", quotes=quotes, pointer=pointer)


def _detail(page: Page, root: HtmlElement, key: str) -> Listing:
    # Luna puts the stock's badge inside the name, so only the element's own words are the name.
    name, price = own_words(tree.first(root, _NAMES)), marked(_price_node(root))
    form = next(
        (node for node in tree.select(root, "form") if tree.first(node, "[name='gid']") is not None), None
    )
    if form is not None and (not name or price is None):
        around = form if tree.first(form, _HEADS) is not None else form.getparent()
        name, price = name or tree.line(tree.first(around, _HEADS)), price or priced(around)
    if not name or price is None:
        raise PageChangedError(f"{page.url} has no name or no price where a good should stand")
    sale = tree.line(tree.first(root, ".sale, #buy-form .alert"))
    struck = marked(tree.first(root, "#buy-form del, .goods-msg del, .good-card del"))
    stock = stock_of(tree.line(tree.first(root, ".good-card, #buy-form, .goods-msg, form"), 2000))
    steps = [(count, fields.number(each)) for count, each in _STEP.findall(sale)[:50]]
    said = [tree.words(node) for node in (*tree.select(root, _DETAIL_TEXT), *_cards_of_words(root))]
    prompt = tree.first(root, "#buy_prompt .modal-body, #staticBackdrop .modal-body")
    return _listing(
        page,
        key,
        name,
        text="\n".join(filter(None, [*said, tree.words(prompt)])),
        quotes=_variants(root, price.currency)
        or _quotes(price, struck.amount if struck else None, stock, steps, "form"),
        pointer="form",
    )


def _variants(root: HtmlElement, code: str) -> tuple[Quote, ...]:
    found = variants_of(root)
    return tuple(
        shop_quote(price, code, label=name, stock=left, pointer="form") for name, price, left in found
    )


def _price_node(root: HtmlElement) -> HtmlElement | None:
    for node in tree.select(root, ".price-num, .buy-price, .buy-form h6"):
        if marked(node) is not None:
            return node
    return None


def _cards_of_words(root: HtmlElement) -> list[HtmlElement]:
    found = [
        card
        for card in tree.select(root, ".card, .layui-card")
        if _WORDS.search(tree.line(tree.first(card, ".card-header, .layui-card-header")))
    ]
    return [body for card in found if (body := tree.first(card, ".card-body, .layui-card-body")) is not None]


def _listing(
    page: Page, key: str | None, name: str, *, text: str, quotes: tuple[Quote, ...], pointer: str
) -> Listing:
    return Listing(
        title=name,
        text=text[: tree.TEXT_LIMIT],
        url=f"{_shop(page)}/buy/{key}" if key else page.url,
        key=key,
        quotes=quotes,
        on_sale=any(quote.offer.stock != 0 for quote in quotes),
        place_kind="card_shop",
        place=Place(pointer),
    )


def _quotes(
    price: Money | None,
    struck: Decimal | None,
    stock: int | None,
    steps: list[tuple[str, Decimal | None]],
    pointer: str,
) -> tuple[Quote, ...]:
    # The struck retail price is the shop's own claim, never the offer.
    stated = (("list_price", plain(struck)),) if struck else ()
    code = price.currency if price else CURRENCY
    steps = [(f"{count}+", each) for count, each in steps[:50] if each is not None]
    prices = [("", price.amount if price else None), *steps]
    return tuple(
        shop_quote(each, code, label=label, stock=stock, attributes=stated, pointer=pointer)
        for label, each in prices
    )


def _shop(page: Page) -> str:
    """Give the shop's own address: what stands before /buy/ in a good's, else the front page's."""
    return urls.before(page.url, "/buy/") if BUY.search(page.url) else urls.base_of(page.url)


def _asks(page: Page, listings: tuple[Listing, ...]) -> Iterable[Ask]:
    # Luna's front page holds descriptions and wholesale steps already.
    if "goodsMsg" not in page.text:
        yield from (Ask(url=good.url, role="detail") for good in listings if good.key)


def _facts(page: Page, root: HtmlElement) -> tuple[Fact, ...]:
    name = tree.line(tree.first(root, ".navbar-brand, .logo-title, .header-box .info"))
    nodes = tree.select(root, _NOTICES)
    named = (Fact(name="system_name", value=name, place=Place("header")),) if name else ()
    return (*named, *station.images_of(nodes, page.url, "notice"))


def _notes(root: HtmlElement) -> tuple[Note, ...]:
    # Unicorn's notice is a <p> that holds a <p>: the parser leaves the lead empty and the words beside it.
    said = {
        text: selector
        for selector in (_NOTICES, ".notice .jumbotron", _FOOTERS)
        for node in tree.select(root, selector)
        if (text := _without_byline(tree.words(node)))
    }
    return tuple(
        Note(text=text, place=Place(selector), place_kind="card_shop") for text, selector in said.items()
    )


def _without_byline(text: str) -> str:
    # The program's own byline names its author, not the seller.
    return "\n".join(line for line in text.splitlines() if "独角数卡" not in line and "dujiaoka" not in line)
