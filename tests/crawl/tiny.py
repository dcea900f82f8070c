"""The smallest platform that a spider can drive: goods, totals, further pages, and every way to go wrong."""

from __future__ import annotations

import re
from decimal import Decimal
from html import escape
from urllib.parse import urljoin

from crawlers.page import Ask, Listing, Page, PageChangedError, Quote, Reading
from store.records import Money, Offer


class Tiny:
    NAME = "tiny"
    VERSION = 1
    KEEPS = False
    SHARED_HOST = False

    def start(self, source_url: str, /) -> tuple[Ask, ...]:
        return (Ask(url=source_url, role="goods", lists=True),)

    def fingerprint(self, page: Page, /) -> str | None:
        return None

    def read(self, page: Page, /) -> Reading:
        if "<changed>" in page.text:
            raise PageChangedError(f"{page.url} has changed")
        if "<crash>" in page.text:
            raise KeyError("goods")
        total = re.search(r"total (\d+)", page.text)
        return Reading(
            listings=tuple(self._listing(page, one) for one in page.selector.css("li.good")),
            asks=tuple(self._ask(page, one) for one in page.selector.css("a.ask")),
            total=int(total[1]) if total else None,
            empty="暂无商品" if "暂无商品" in page.text else "",
        )

    @staticmethod
    def _ask(page: Page, one: object) -> Ask:
        attributes: dict[str, str] = one.attrib  # type: ignore[attr-defined]
        return Ask(
            url=urljoin(page.url, attributes["href"]),
            role=attributes.get("role", "goods"),
            lists=attributes.get("role", "goods") == "goods",
            method=attributes.get("method", "GET"),
            body=attributes.get("body", ""),
        )

    @staticmethod
    def _listing(page: Page, one: object) -> Listing:
        title = one.css("::text").get("").strip()  # type: ignore[attr-defined]
        price = Money(Decimal(re.findall(r"[\d.]+", title)[-1]), "CNY")
        return Listing(
            title=title,
            text=title,
            url=page.url,
            key=one.attrib["id"],  # type: ignore[attr-defined]
            quotes=(Quote(offer=Offer(kind="account", price=price), price_text=str(price.amount)),),
        )


def goods(*names: str, total: int | None = None, asks: str = "", more: str = "") -> str:
    """Write a page of goods; each is an account of ChatGPT Plus at a price."""
    said = "" if total is None else f"<p>total {total}</p>"
    items = "".join(f'<li class="good" id="{name}">ChatGPT Plus 成品号 {name} ￥88.5</li>' for name in names)
    return f"<!doctype html><html><body><h1>小铺</h1>{said}<ul>{items}</ul>{asks}{more}</body></html>"


def ask(href: str, role: str = "goods", **more: str) -> str:
    """Write a link that the reader asks for."""
    rest = "".join(f' {name}="{escape(value)}"' for name, value in more.items())
    return f'<a class="ask" href="{href}" role="{role}"{rest}>more</a>'
