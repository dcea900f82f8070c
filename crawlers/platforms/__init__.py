"""The shop programs that are read, by name; a page is told to its program by evidence."""

from __future__ import annotations

from crawlers.page import Page
from crawlers.platforms import (
    acg_faka,
    claude_relay_service,
    digiseller,
    directory,
    discourse,
    dujiao_next,
    dujiaoka,
    flarum,
    funpay,
    g2g,
    gameflip,
    generic,
    ggsel,
    jsonld,
    mall16688,
    new_api,
    one_api,
    one_hub,
    phpbb,
    shopapi,
    shopify,
    storefront,
    sub2api,
    telegram,
    vbulletin,
    voapi,
    whmcs,
    woocommerce,
    xboard,
    xenforo,
)
from crawlers.platforms.platform import Platform

__all__ = ["PLATFORMS", "Platform", "platform_of"]

_MODULES: tuple[Platform, ...] = (
    voapi,
    one_hub,
    new_api,
    one_api,
    sub2api,
    claude_relay_service,
    acg_faka,
    dujiaoka,
    dujiao_next,
    shopapi,
    mall16688,
    xboard,
    whmcs,
    woocommerce,
    shopify,
    telegram,
    phpbb,
    discourse,
    flarum,
    xenforo,
    vbulletin,
    funpay,
    digiseller,
    g2g,
    gameflip,
    ggsel,
    storefront,
    directory,
    jsonld,
    generic,
)

PLATFORMS: dict[str, Platform] = {module.NAME: module for module in _MODULES}


def platform_of(page: Page) -> tuple[str, str] | None:
    """Name the program that a page comes from, with the evidence; None where nothing says so."""
    found = ((name, module.fingerprint(page)) for name, module in PLATFORMS.items())
    return next(((name, evidence) for name, evidence in found if evidence), None)
