"""Obeys robots.txt (RFC 9309), and says with each page what it allowed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from protego import Protego
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK

from crawlers.network.access import access_of, origin_of
from crawlers.network.targets import RefusedError, words_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response

MAX_ROBOTS_BYTES = 500 * 1024
"""What RFC 9309 asks a crawler to read at least; more is cut."""
MAX_ROBOTS_LINES = 4000
"""Protego gives each rule to each user agent before it: lines squared."""
ROBOTS = "robots"
_FETCH = "robots_txt"
_TOO_MANY = 429
_SERVER_ERROR = 500


class DisallowedError(IgnoreRequest):
    """Raised where robots.txt disallows a page."""


class NoRobotsError(IgnoreRequest):
    """Raised where robots.txt cannot be read for now: by RFC 9309 nothing may be fetched then."""


class RobotsMiddleware:
    """Fetches each origin's robots.txt once, through the gate like all else, and obeys it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._asked: dict[str, asyncio.Task[None]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware as Scrapy asks for it."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let a request pass where robots.txt does.

        Raises:
            DisallowedError: where it does not.
            NoRobotsError: where robots.txt answers with a server error, or not at all.
        """
        if request.meta.get(_FETCH):
            return
        access = access_of(self._crawler)
        if not access.obey_robots:
            request.meta[ROBOTS] = "ignored"
            return
        origin = origin_of(request.url)
        if origin not in self._asked:
            self._asked[origin] = asyncio.ensure_future(self._ask(origin))
        await self._asked[origin]
        request.meta[ROBOTS] = "allowed" if access.rules[origin] is not None else "no rules"
        if not access.allows(request.url):
            request.meta[ROBOTS] = "disallowed"
            raise DisallowedError(f"robots.txt of {origin} disallows {request.url}")

    async def _ask(self, origin: str) -> None:
        meta: dict[str, Any] = {_FETCH: True}
        request = Request(f"{origin}/robots.txt", meta=meta, callback=NO_CALLBACK, dont_filter=True)
        try:
            response = await self._crawler.engine.download_async(request)
        except RefusedError:
            raise
        except Exception as error:
            raise NoRobotsError(f"robots.txt of {origin} could not be read: {words_of(error)}") from error
        if response.status == _TOO_MANY or response.status >= _SERVER_ERROR:
            raise NoRobotsError(f"robots.txt of {origin} answered {response.status}")
        access_of(self._crawler).rules[origin] = read_robots(response)


def read_robots(response: Response) -> Protego | None:
    """Read the rules of a reply; None where it is missing, or a page (HTML) that stands in for a missing one."""
    body = response.body[:MAX_ROBOTS_BYTES]
    media_type = (response.headers.get("Content-Type") or b"").lower()
    if not 200 <= response.status < 300 or b"html" in media_type or body.lstrip()[:1] == b"<":  # noqa: PLR2004
        return None
    lines = body.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    return Protego.parse("\n".join(lines[:MAX_ROBOTS_LINES]))
