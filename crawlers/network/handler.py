"""Scrapy's download handler for http and https: everything that Scrapy fetches passes here, and here the gate."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import CannotResolveHostError
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future

from crawlers.network.access import access_of, origin_of
from crawlers.network.agent import BoundedFactory, GateAgent
from crawlers.network.gate import NoHostError
from crawlers.network.pace import OutOfTimeError
from crawlers.network.targets import RefusedError

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawlers.network.access import Access
    from crawlers.network.targets import Target

RENDER = "playwright"
"""The request's meta key that asks for a browser; scrapy-playwright's own."""
SCREENSHOT = "screenshot"
"""The request's meta key that asks for a picture of the rendered page."""
PICTURE_BYTES = "picture_bytes"
"""The meta key under which that picture comes."""


_CLOSE_SECONDS = 1.0
_RENDER_GRACE = 10.0
"""What a page that began to render in time may take beyond its run's, which the daemon's own grace covers."""


class GateHandler(HTTP11DownloadHandler):
    """Fetches one page: address checked, host asked once a time, body, headers and time bounded."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory  # noqa: SLF001 - Scrapy sets its own the same way

    async def download_request(self, request: Request) -> Response:
        """Fetch, or render where the request asks for it.

        Raises:
            RefusedError: where the gate lets nothing through; it is not tried again.
            OutOfTimeError: where the run's time is over.
        """
        access = access_of(self._crawler)
        target = access.gate.check_url(request.url)
        async with access.pace.turn(target.host, access.delay_of(origin_of(request.url)), access.deadline):
            request.meta["download_timeout"] = min(
                request.meta.get("download_timeout", 30.0), max(1.0, access.seconds_left())
            )
            if request.meta.get(RENDER) and access.renderer is not None:
                return await _in_time(access.renderer.render(request), access)
            try:
                return await self._fetch(request, access, target)
            except NoHostError as error:
                raise CannotResolveHostError(str(error)) from error

    async def close(self) -> None:
        """Close idle connections; Scrapy's own way fires one Deferred from two sides when the machine is busy."""
        closing = maybe_deferred_to_future(self._pool.closeCachedConnections())  # type: ignore[no-untyped-call]
        await asyncio.wait([asyncio.ensure_future(closing)], timeout=_CLOSE_SECONDS)

    async def _fetch(self, request: Request, access: Access, target: Target) -> Response:
        agent = GateAgent(
            gate=access.gate,
            contextFactory=self._contextFactory,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=0,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
        )
        with wrap_twisted_exceptions():
            response = await maybe_deferred_to_future(agent.download_request(request))
        peer = response.ip_address
        if peer is not None and str(peer) != access.gate.peer_of(target.host, target.port):
            raise RefusedError(f"{target.host} was reached at {peer}, which the gate had not admitted")
        return response


async def _in_time(rendering: Awaitable[Response], access: Access) -> Response:
    """Wait for a page that may have to wait for a tab of the shared browser, no longer than its run lasts."""
    try:
        async with asyncio.timeout(max(0.0, access.seconds_left()) + _RENDER_GRACE):
            return await rendering
    except TimeoutError as error:
        raise OutOfTimeError("the run's time was over before the page was rendered") from error
