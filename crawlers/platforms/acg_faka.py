"""acg-faka (异次元发卡): a card shop whose goods stand in plain JSON (app/Controller/User/Api/Index.php, 1 to 3.6)."""

from __future__ import annotations

from typing import Any

import re2

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, operator_keys, station, tree, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Place

NAME = "acg-faka"
VERSION = 3
KEEPS = False
SHARED_HOST = False

CURRENCY = "CNY"
_LIST = "/user/api/index/commodity"
_DETAIL = "/user/api/index/commodityDetail"
_PAGE_SIZE = 100
_PAGES_LIMIT = 100
_OK = 200
_NOTICE = re2.compile(r"(?i)公告|通知|notice|announcement|thông báo|объявлени|お知らせ|공지")
_SOFT_404 = ("页面没有找到", "404 Not Found")


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the front page (its notice), the categories, and the first page of all goods."""
    base = urls.base_of(source_url)
    return (
        Ask(url=f"{base}{_LIST}?categoryId=0&page=1&limit={_PAGE_SIZE}&keywords=", role="list", lists=True),
        Ask(url=base + "/", role="home"),
    )


def fingerprint(page: Page) -> str | None:
    """Tell acg-faka by its session cookie, its style sheet or its brand picture."""
    cookies = " ".join(value for name, value in page.headers.items() if name.lower() == "set-cookie")
    marks = (
        ("ACG-SHOP", cookies, "cookie ACG-SHOP"),
        ('alt="ACG Logo"', page.text, "brand picture ACG Logo"),
        ('setVar("HACK_ROUTE_TABLE_COLUMNS"', page.text, "script setVar HACK_ROUTE_TABLE_COLUMNS"),
        ("/assets/static/pay.js?v=", page.text, "script /assets/static/pay.js"),
        ("/assets/user/css/index.css?v=", page.text, "style sheet /assets/user/css/index.css"),
        ('"commodity_count"', page.text, "categories with commodity_count"),
    )
    return next((evidence for mark, where, evidence in marks if mark in where), None)


def read(page: Page) -> Reading:
    """Read a list of goods, one good, or a page with a notice.

    Raises:
        PageChangedError: where a reply is not the known envelope.
    """
    path = urls.path_of(page.url)
    if path.endswith(_DETAIL):
        return _read_detail(page)
    if path.endswith(_LIST):
        return _read_list(page)
    return _read_html(page)


def _read_list(page: Page) -> Reading:
    found = fields.reply(page)
    if fields.number(found.get("code")) != _OK:
        if "登录" in fields.text(found, "msg"):
            return Reading(state="goods_login_only")
        raise PageChangedError(f"{page.url} answers {fields.text(found, 'msg')!r} in place of goods")
    rows = fields.rows(fields.listed(page, found, "data", what="goods"))
    goods = [row for row in rows if _on_show(row)]
    listings = tuple(
        good for index, row in enumerate(goods) if (good := _listing(page, row, f"/data/{index}"))
    )
    fields.most(page, goods, listings, "goods without a number or a name")
    total, further = fields.integer(found.get("total")), _next_page(page, found, len(rows))
    base = urls.before(page.url, _LIST)
    details = (Ask(url=f"{base}{_DETAIL}?commodityId={good.key}", role="detail") for good in listings)
    return Reading(
        listings=listings,
        asks=(*further, *details),
        # A total counts goods of hidden categories too, so it binds only where the pages come up to it.
        total=None if further or not listings else total,
        empty="no goods" if not rows and not total else "",
    )


def _next_page(page: Page, found: dict[str, Any], rows: int) -> tuple[Ask, ...]:
    # Shops are known to give 20 or 96 rows where 100 were asked: only the total says when all are in, and the next
    # pages are asked for in the size that came, so that no row falls between two of them.
    number = urls.asked_number(page.url, "page", 1)
    total = (
        fields.integer(found.get("total")) or 0
    )  # the first versions list all goods at once, without a total
    size = rows if number == 1 else urls.asked_number(page.url, "limit", _PAGE_SIZE)
    if not rows or not size or number >= _PAGES_LIMIT or (number - 1) * size + rows >= total:
        return ()
    return (Ask(url=urls.with_query(page.url, page=number + 1, limit=size), role="list", lists=True),)


def _on_show(row: dict[str, Any]) -> bool:
    return not fields.is_off(row.get("status")) and not fields.is_on(row.get("hide"))


def _listing(page: Page, row: dict[str, Any], pointer: str) -> Listing | None:
    key, name = fields.text(row, "id"), fields.name_of(row, "name")
    if not key or not name:
        return None
    owner = fields.text(row, "owner", "id") or fields.text(row, "owner")
    stock = _stock(row)
    return Listing(
        title=name,
        text="\n".join(
            filter(None, (fields.name_of(row, "category", "name"), fields.prose(row, "description")))
        ),
        url=f"{urls.before(page.url, _LIST)}/item/{key}",
        key=key,
        seller_key=f"owner:{owner}" if owner not in ("", "0") else "operator",
        seller_name=fields.text(row, "owner", "username"),
        quotes=_quotes(row, stock, pointer),
        on_sale=stock != 0 and fields.number(row.get("stock_state")) != 0,
        place_kind="card_shop",
        place=Place(pointer),
    )


def _stock(row: dict[str, Any]) -> int | None:
    """Give what is left; versions 1 and 2 count the cards that they hold, which a good delivered by hand has none of."""
    if "stock" in row:
        return fields.integer(row["stock"])
    cards = "card" if "card" in row else "card_count"
    # What another shop delivers is counted there, and only a good's own page tells.
    if fields.is_on(row.get("delivery_way")) or (cards == "card_count" and row.get("shared")):
        return None
    return fields.integer(row.get(cards))


def _quotes(row: dict[str, Any], stock: int | None, pointer: str) -> tuple[Quote, ...]:
    config = _config(row)
    variants = _prices(config, "category") or [("", fields.number(row.get("price")))]
    stated = tuple(
        (name, fields.text(row, key))
        for name, key in (("member_price", "user_price"), ("minimum", "minimum"), ("maximum", "maximum"))
        if fields.text(row, key) not in ("", "0")
    )
    if stock is None and (said := fields.text(row, "stock")):
        stated = (*stated, ("stock_words", said))
    found = [
        shop_quote(price, CURRENCY, label=label, stock=stock, attributes=stated, pointer=pointer)
        for label, price in variants
    ]
    found += [
        shop_quote(price, CURRENCY, label=f"{count}+", stock=stock, attributes=stated, pointer=pointer)
        for count, price in _prices(config, "wholesale")
    ]
    return tuple(found)


def _config(row: dict[str, Any]) -> dict[str, Any]:
    """Give a good's variants and steps: in `config`, there as an ini file's text, or beside the price (version 2)."""
    given = row.get("config")
    if isinstance(given, str):
        given = _ini(given)
    config = dict(given) if isinstance(given, dict) else {}
    config.setdefault("category", row.get("race"))
    if "wholesale" not in config:
        config["wholesale"] = row.get("wholesale") or _ini(fields.text(row, "lot_config", limit=5000)).get("")
    return config


def _ini(text: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    section = ""
    for line in text.splitlines()[:500]:
        name, equals, value = (part.strip() for part in line.partition("="))
        if not equals and name[:1] == "[" and name[-1:] == "]":
            section = name[1:-1].strip()
        elif equals and name:
            found.setdefault(section, {})[name] = value
    return found


def _prices(config: dict[str, Any], name: str) -> list[tuple[str, Any]]:
    found = config.get(name)
    pairs = list(found.items())[:200] if isinstance(found, dict) else []
    prices = [(str(key), price) for key, value in pairs if (price := fields.number(value)) is not None]
    if not prices and any(isinstance(value, (dict, list)) for _, value in pairs):
        raise PageChangedError(f"a good's {name} holds something else than prices")
    return prices


def _read_detail(page: Page) -> Reading:
    if page.text.lstrip()[:1] == "<":
        return _gone_or_changed(page)
    found = fields.reply(page)
    if fields.number(found.get("code")) != _OK:
        return Reading(state="gone")
    row = found.get("data")
    if not isinstance(row, dict) or not (good := _listing(page, row, "/data")):
        raise PageChangedError(f"{page.url} has no good")
    if not _on_show(row):
        return Reading(state="gone")
    qq, link = fields.text(row, "service_qq"), fields.text(row, "service_url")
    said = "\n".join(filter(None, (f"客服QQ：{qq}" if qq else "", link)))
    return Reading(
        listings=(good,),
        notes=(Note(text=said, place=Place("/data/service_qq"), place_kind="card_shop"),) if said else (),
    )


def _gone_or_changed(page: Page) -> Reading:
    if any(mark in page.text for mark in _SOFT_404):
        return Reading(state="gone")
    raise PageChangedError(f"{page.url} should be JSON and is HTML")


def _read_html(page: Page) -> Reading:
    if any(mark in page.text[:20_000] for mark in _SOFT_404):
        return Reading(state="gone")
    root = tree.root_of(page)
    notices = [
        panel
        for panel in tree.select(root, ".panel, .card")
        if _NOTICE.search(tree.line(tree.first(panel, ".panel-title, .card-title")))
    ]
    bodies = [tree.first(panel, ".panel-body, .card-block, .card-body") for panel in notices]
    notes = [
        Note(text=said, place=Place(".panel-body"), place_kind="card_shop")
        for body in bodies
        if (said := tree.words(body))
    ]
    notes += [
        Note(text=said, place=Place("footer"), place_kind="card_shop")
        for node in tree.select(root, "footer, .footer")
        if (said := tree.words(node))
    ]
    name = tree.line(tree.first(root, ".navbar-brand span")) or tree.line(tree.first(root, ".navbar-brand"))
    return Reading(
        facts=(
            *((Fact(name="system_name", value=name, place=Place(".navbar-brand")),) if name else ()),
            *station.images_of(bodies, page.url, ".panel-body"),
        ),
        notes=tuple(notes),
        identifiers=operator_keys.keys_in(page.text),
    )
