"""What one source's requests share: the gate, the pace, the time left and what robots.txt said."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from protego import Protego
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawlers.network.gate import Gate
    from crawlers.network.pace import Pace

MAX_CRAWL_DELAY = 60.0


class Renderer(Protocol):
    """Renders a page in a browser behind the same gate."""

    async def render(self, request: Request) -> Response:
        """Give the rendered page as Scrapy knows replies."""


@dataclass(slots=True)
class Access:
    """How one source may be asked; `deadline` is a moment of `time.monotonic`, `delay` seconds between requests."""

    gate: Gate
    pace: Pace
    delay: float
    deadline: float
    user_agent: str
    renderer: Renderer | None = None
    obey_robots: bool = True
    rules: dict[str, Protego | None] = field(default_factory=dict)
    """The rules of each origin that was asked; None where it has none."""

    def seconds_left(self) -> float:
        """Give the seconds until the run's time is over, or less than zero."""
        return self.deadline - monotonic()

    def delay_of(self, origin: str) -> float:
        """Give the seconds between requests, at least what the origin's robots.txt asks for (60 at most)."""
        rules = self.rules.get(origin)
        asked = rules.crawl_delay(self.user_agent) if rules is not None else None
        return max(self.delay, min(asked or 0.0, MAX_CRAWL_DELAY))

    def allows(self, url: str) -> bool:
        """Say whether the robots.txt of the URL's origin, where it is known, allows it."""
        rules = self.rules.get(origin_of(url)) if self.obey_robots else None
        return rules is None or bool(rules.can_fetch(url, self.user_agent))


@runtime_checkable
class _HasAccess(Protocol):
    access: Access


def access_of(crawler: Crawler) -> Access:
    """Give the access of the source that a crawler crawls."""
    spider = crawler.spider
    if not isinstance(spider, _HasAccess):
        raise TypeError("only a spider with an access may crawl")
    return spider.access


def origin_of(url: str) -> str:
    """Give scheme, host and port of a URL as it writes them.

    >>> origin_of("https://shop.example/a?b")
    'https://shop.example'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
