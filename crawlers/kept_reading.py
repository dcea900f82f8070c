"""Reads pages outside of a crawl: what a person brought in, and what was kept as proof."""

from __future__ import annotations

from dataclasses import replace

from crawlers.page import Listing, Page, Reading
from crawlers.pictures.gallery import read_picture
from crawlers.platforms import PLATFORMS
from store.records import Place

IMPORTED = "import"
"""The role of words and pictures that a person brought in; a page of markup or data is read as its platform's."""
_TEXT = ("text/plain", "text/markdown")


def is_plain(media_type: str) -> bool:
    """Tell whether bytes of this type are words or a picture, which no platform's reader reads."""
    return media_type in _TEXT or media_type.startswith("image/")


def read_kept(page: Page, platform: str) -> Reading:
    """Read a page by its platform's reader, a picture by its codes, words that were brought in by what they say.

    Raises:
        KeyError: where no such platform is known.
        PageChangedError: where the page has another shape than its reader knows.
        HeldSecretError: where a picture's code holds a secret.
        PictureError: where a picture cannot be read.
    """
    if page.media_type.startswith("image/"):
        reading = read_picture(page)
        return _posted(page, reading) if page.role == IMPORTED else reading
    if page.role == IMPORTED:
        return _posted(page, Reading())
    return PLATFORMS[platform].read(page)


def _posted(page: Page, reading: Reading) -> Reading:
    """Make one post of it, by nobody known: whose words they are, no capture can tell."""
    shows = (page.url,) if page.media_type.startswith("image/") else ()
    post = Listing(
        title="", text="" if shows else page.text, url=page.url, seller_key="unknown", place_kind="channel",
        pictures=shows, place=Place(),
    )  # fmt: skip
    return replace(reading, listings=(post,))
