"""one-api: the root of the station programs; it publishes no prices, so its texts are all its offers."""

from __future__ import annotations

from dataclasses import replace

from crawlers.page import Ask, Page, Reading
from crawlers.platforms import new_api, station, urls

NAME = "one-api"
VERSION = 2
KEEPS = False
SHARED_HOST = False

_ASKS = {
    "status": "/api/status",
    "notice": "/api/notice",
    "home_content": "/api/home_page_content",
    "about": "/api/about",
}


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the station's settings and for its three texts."""
    base = urls.base_of(source_url)
    return tuple(
        Ask(url=base + path, role=role, lists=role in ("notice", "home_content"))
        for role, path in _ASKS.items()
    )


def fingerprint(page: Page) -> str | None:
    """Tell one-api by its request header, or by a status reply without its forks' keys."""
    if any(name.lower() == "x-oneapi-request-id" for name in page.headers):
        return "header X-Oneapi-Request-Id"
    return "/api/status with quota_per_unit" if '"quota_per_unit"' in page.text else None


def read(page: Page) -> Reading:
    """Read one public reply, as its forks' replies are read.

    Raises:
        PageChangedError: where a reply is neither the known envelope nor a known denial.
    """
    found = new_api.read(page)
    texts = station.text_listings(found.notes, page.url, page.role or "text")
    said = page.role in ("notice", "home_content")
    return replace(
        found,
        listings=(*found.listings, *texts),
        notes=tuple(note for note in found.notes if not note.offers),
        empty="an empty text" if said and not texts and not found.state else "",
    )
