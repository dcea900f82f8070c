"""Hosted storefronts whose programs have no public API (Sellix, SellApp, Sellpass, SellAuth, Lemon Squeezy)."""

from __future__ import annotations

from crawlers.page import Ask, Page, Reading
from crawlers.platforms import generic, urls

NAME = "storefront"
VERSION = 1
KEEPS = False
SHARED_HOST = False

_MARKS = (
    ("cdn.sellix.io", "asset host cdn.sellix.io"),
    (".sellix.io/", "asset host sellix.io"),
    ("cdn.sell.app", "asset host cdn.sell.app"),
    ("sellpass.io/", "asset host sellpass.io"),
    ("sellauth.com/", "asset host sellauth.com"),
    ("window.LemonSqueezy", "script window.LemonSqueezy"),
)
_HOSTS = (".mysellix.io", ".sellix.io", ".sell.app", ".sellpass.io", ".mysellauth.com", ".lemonsqueezy.com")


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the shop's front page, or the page that the source names."""
    return (Ask(url=source_url, role="list", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell such a shop by its host, or by the assets of its program."""
    host = urls.host_of(page.url)
    if any(host.endswith(known) for known in _HOSTS):
        return f"host {host}"
    return next((evidence for mark, evidence in _MARKS if mark in page.text), None)


def read(page: Page) -> Reading:
    """Read a shop's page by what it states for machines: structured data, the state of its scripts, else its cards.

    Raises:
        PageChangedError: where even the drawn page says nothing.
    """
    return generic.read(page)
