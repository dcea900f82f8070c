"""The shop programs that are read, by name; a page is told to its program by evidence."""

from __future__ import annotations

from crawlers.page import Page
from crawlers.platforms import acg_faka, dujiaoka, new_api, phpbb, sub2api, telegram
from crawlers.platforms.platform import Platform

__all__ = ["PLATFORMS", "Platform", "platform_of"]

_MODULES: tuple[Platform, ...] = (new_api, acg_faka, dujiaoka, sub2api, telegram, phpbb)

PLATFORMS: dict[str, Platform] = {module.NAME: module for module in _MODULES}


def platform_of(page: Page) -> tuple[str, str] | None:
    """Name the program that a page comes from, with the evidence; None where nothing says so."""
    found = ((name, module.fingerprint(page)) for name, module in PLATFORMS.items())
    return next(((name, evidence) for name, evidence in found if evidence), None)
