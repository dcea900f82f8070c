"""Where a station's credit is sold for money: the second layer, named in settings, menus, notices and home pages."""

from __future__ import annotations

import json
from collections.abc import Iterable

import re2

from crawlers.page import Hint
from crawlers.platforms import fields, tree, urls
from store.records import Place

SAID = "said in a text"
"""Why a hint was given that only words speak for: it leads on, and names nobody's own shop."""
_LINKS = (
    "top_up_link",
    "purchase_subscription_url",
    "default_purchase_link",
    "balance_low_notify_recharge_url",
)
_MENUS = ("custom_menu_items", "HeaderNavModules", "SidebarModulesAdmin", "SidebarModules", "nav_config")
_URL = re2.compile(r"https?://[^\s<>\"'，。；、）】)\]]{4,300}")
_BUYS = re2.compile(
    r"(?i)充值|购买|購買|下单|续费|兑换码|卡密|发卡|小铺|店铺|商城|买额度|买卡|自助购|top[ -]?up|recharge|\bbuy\b|purchase|\bshop\b|\bstore\b"
)
_SHOPLIKE = re2.compile(
    r"(?i)/shop/|/item/|/buy/|//(?:pay|shop|faka|ka|store|buy|mall|card|km|kami)\d?\.|faka|kami"
)
# A partner's shop, a friend's site or an advertisement sells somebody else's credit.
_OTHERS = re2.compile(
    r"(?i)推广|赞助|友链|友情链接|合作|广告|推荐|sponsor|partner|advert|affiliate|官网|文档|教程|docs?\b|github\.com|t\.me/|discord"
)
_MOST = 20


def shop_hints(settings: object, base: str, pointer: str) -> tuple[Hint, ...]:
    """Find the shops that a station's settings and menus name."""
    found = [
        Hint(url=link, why=name, place=Place(f"{pointer}/{name}"))
        for name in _LINKS
        if (given := fields.text(settings, name, limit=2000)) and (link := urls.join(base, given))
    ]
    for name in _MENUS:
        for place, link in _menu(fields.dig(settings, name), f"{pointer}/{name}"):
            if joined := urls.join(base, link):
                found.append(Hint(url=joined, why="menu item", place=Place(place)))
    return tuple({hint.url: hint for hint in reversed(found)}.values())[::-1][:_MOST]


def _menu(value: object, pointer: str, depth: int = 0) -> Iterable[tuple[str, str]]:
    """Give every address of a menu; some programs keep a menu as JSON in a string."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return
    if isinstance(value, str) and value.startswith("http"):
        yield pointer, value
    elif isinstance(value, (dict, list)) and depth <= 4:  # noqa: PLR2004 - menus nest no deeper
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for name, inner in list(pairs)[:100]:
            yield from _menu(inner, f"{pointer}/{name}", depth + 1)


def text_hints(markup: str, base: str, pointer: str) -> tuple[Hint, ...]:
    """Find the shops to which an operator's text sends who wants to buy, on other hosts than its own."""
    if "http" not in markup:
        return ()
    here = urls.host_of(base)
    found: dict[str, Hint] = {}
    before = ""
    for line in tree.words_of(markup).splitlines():
        # A link may stand alone on the line below the words that say what it is for.
        about = line if not _URL.fullmatch(line.strip()) else f"{before} {line}"
        before = line
        for given in _URL.findall(line):
            link = urls.join(base, given.rstrip(".,;:!?"))
            plain = about.replace(given, "")
            if not link or urls.host_of(link) == here or _OTHERS.search(f"{plain} {link}"):
                continue
            if _BUYS.search(plain) or _SHOPLIKE.search(link):
                found.setdefault(link, Hint(url=link, why=SAID, place=Place(pointer)))
    return tuple(found.values())[:_MOST]
