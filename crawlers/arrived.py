"""A reply on its arrival: scrubbed before anything else sees it, and told whether it is a page to read. Pure."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawlers.asker import is_own
from crawlers.page import Ask, Page, Reading
from crawlers.pictures.gallery import ROLE as PICTURE
from crawlers.platforms.operator_keys import keys_in
from crawlers.scrub import scrub, scrub_text, scrub_url
from store.run_records import PageRecord

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from crawlers.fetched import Fetched, Wanted
    from crawlers.platforms import Platform
    from crawlers.verdict import Fate

_DENIALS = (401, 403)
"""Replies that a reader may know as a public denial (prices for members only)."""


def scrubbed(wanted: Wanted, fetched: Fetched, now: datetime) -> Page:
    """Make a page of a reply, without its secrets."""
    body = scrub(fetched.body, fetched.media_type)
    return Page(
        # A picture is known by the address that its page gave, wherever that led.
        url=scrub_url(wanted.ask.url if wanted.ask.role == PICTURE else fetched.url),
        body=body,
        media_type=fetched.media_type,
        status=fetched.status,
        headers={name: scrub_text(value) for name, value in fetched.headers.items()},
        role=wanted.ask.role,
        rendered=fetched.rendered,
        fetched_at=now,
        snapshot=sha256(body).hexdigest(),
    )


def record_of(page: Page, fetched: Fetched, wall: str | None) -> PageRecord:
    """Make the record of a page that came; `wall` says what stood in its place."""
    return PageRecord(
        url=page.url, snapshot=page.snapshot, status=page.status, media_type=page.media_type,
        fetched_at=page.fetched_at, role=page.role, rendered=page.rendered, robots=fetched.robots,
        peer=fetched.peer, blocked=wall,
        screenshot=sha256(fetched.screenshot).hexdigest() if fetched.screenshot else "",
    )  # fmt: skip


def disallowed(ask: Ask, reason: str, now: datetime) -> PageRecord:
    """Make the record of a page that robots.txt forbade: without a snapshot."""
    return PageRecord(
        url=scrub_url(ask.url), snapshot="", status=0, media_type="", fetched_at=now, role=ask.role,
        robots="disallowed", blocked=scrub_text(reason),
    )  # fmt: skip


def fate_of(wanted: Wanted, page: Page, wall: str | None, hosts: Collection[str]) -> tuple[Fate, str]:
    """Say what becomes of a page, and why where it is not read; `hosts` are the source's own."""
    host = urlsplit(page.url).netloc
    if wall is not None:
        return "blocked", wall
    if not is_own(host, hosts):
        return "missing", f"{wanted.ask.url} led to another host, {host}"
    if page.status >= 500:  # noqa: PLR2004 - HTTP's server errors
        return "failed", f"{page.url} answered {page.status}"
    if page.status >= 300 and page.status not in _DENIALS:  # noqa: PLR2004 - all but HTTP's successes
        return "missing", f"{page.url} answered {page.status}"
    return "read", ""


def read_page(platform: Platform, page: Page) -> Reading:
    """Read a page by its platform's reader, and the operator's keys that stand in any page's own scripts.

    Raises:
        PageChangedError: where the reader does not know the page's shape.
    """
    reading = platform.read(page)
    keys = keys_in(page.text) if not platform.SHARED_HOST and page.is_markup else ()
    return replace(reading, keys=keys)
