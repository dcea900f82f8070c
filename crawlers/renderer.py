"""Renders one source's pages in the shared browser, in a context of its own, through a proxy that is its gate."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import DownloadCancelledError, DownloadFailedError

from crawlers.browser import find_chromium, shared_browser
from crawlers.network.handler import PICTURE_BYTES, SCREENSHOT
from crawlers.network.proxy import GateProxy
from crawlers.network.robots import DisallowedError
from crawlers.network.targets import RefusedError, read_target
from crawlers.scrub import scrub_text, scrub_url
from crawlers.settings import MAX_BODY, USER_AGENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import Page
    from playwright.async_api import Request as PartRequest
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

    from crawlers.network.gate import Gate

log = logging.getLogger("resalewatch.renderer")

PAGE_SECONDS = 45.0
_CLOSE_SECONDS = 5.0
_EMPTY = "about:blank"
_PAGE = "playwright_page"
"""The meta key under which scrapy-playwright leaves a page that is still open."""
_UNWANTED = frozenset({"image", "font", "media", "ping", "manifest", "texttrack", "cspviolationreport"})
"""Kinds of parts that hold nothing a reader reads."""


class PageRenderer:
    """The browser as one source sees it; nothing is started before a page is rendered."""

    def __init__(self, crawler: Crawler, gate: Gate, allows: Callable[[str], bool]) -> None:
        self._crawler = crawler
        self._proxy = GateProxy(gate)
        self._gate = gate
        self._allows = allows
        self._handler: ScrapyPlaywrightDownloadHandler | None = None
        self._resting: Page | None = None

    async def render(self, request: Request) -> Response:
        """Render a page and give its DOM, serialised, as the reply's body.

        Raises:
            NoBrowserError: where the machine has no Chromium.
            RefusedError: where the page, or where it led to, may not be reached.
            DownloadFailedError: where the browser broke, which is worth another try.
            DownloadCancelledError: where the page hung or grew too large, which is not.
        """
        find_chromium()
        handler = await self._start()
        request.meta.update(self._meta())
        self._proxy.begin_page()
        async with shared_browser().tab():
            self._take_rested(request)
            try:
                response = await self._download(handler, request)
                await _take_picture(request, response)
                await self._let_rest(request)
            finally:
                await _close_page(request)
        if len(response.body) > MAX_BODY:
            raise DownloadCancelledError(f"{request.url} renders to more than {MAX_BODY} bytes")
        self._refuse(response.url)
        if not self._allows(response.url):
            raise DisallowedError(f"{request.url} led to {response.url}, which robots.txt disallows")
        return response

    def _take_rested(self, request: Request) -> None:
        """Draw in the tab of the page before: one of its own costs a process, half of what a drawn page takes."""
        page, self._resting = self._resting, None
        if page is not None and not page.is_closed():
            request.meta[_PAGE] = page

    async def _let_rest(self, request: Request) -> None:
        """Keep a tab for the source's next page, emptied first: what was taken asks for nothing more and runs no more."""
        page: Page = request.meta[_PAGE]
        if request.meta.get(SCREENSHOT):  # its scripts were stopped for good
            return
        with suppress(Exception):
            async with asyncio.timeout(_CLOSE_SECONDS):
                await page.goto(_EMPTY, wait_until="commit")
                self._resting = request.meta.pop(_PAGE)

    async def close(self) -> None:
        """Close the source's context and its proxy."""
        handler, self._handler = self._handler, None
        if handler is not None:
            await handler.close()
        await self._proxy.close()

    async def _start(self) -> ScrapyPlaywrightDownloadHandler:
        if self._handler is None:
            from crawlers.playwright_handler import ContextHandler

            await self._proxy.start()
            self._handler = ContextHandler(self._crawler)
            self._handler.abort_request = self._is_unwanted
            await self._handler._launch()  # noqa: SLF001 - Scrapy's own call came before the first page wanted it
        return self._handler

    async def _download(self, handler: ScrapyPlaywrightDownloadHandler, request: Request) -> Response:
        from playwright.async_api import Error

        try:
            async with asyncio.timeout(
                min(PAGE_SECONDS, request.meta["download_timeout"] + _settle_seconds())
            ):
                response: Response = await handler.download_request(request)
        except TimeoutError as error:
            await self._abandon(handler)
            raise DownloadCancelledError(f"{request.url} did not render in time") from error
        except Error as error:
            self._refuse(request.url)
            raise DownloadFailedError(
                f"{request.url} did not render: {error.message.splitlines()[0]}"
            ) from error
        return response

    async def _abandon(self, handler: ScrapyPlaywrightDownloadHandler) -> None:
        """Throw away the context of a page that hung; a browser that cannot even do that is retired."""
        try:
            async with asyncio.timeout(5):
                for wrapper in list(handler.context_wrappers.values()):
                    await wrapper.context.close()
        except Exception:  # noqa: BLE001 - whatever is wrong with it, it goes
            await shared_browser().retire()
        handler.context_wrappers.clear()

    def _refuse(self, url: str) -> None:
        with suppress(RefusedError):
            host = read_target(url).host
            if host in self._proxy.refused:
                raise RefusedError(self._proxy.refused[host])

    def _is_unwanted(self, part: PartRequest) -> bool:
        return part.resource_type in _UNWANTED or not self._allows(part.url)

    def _meta(self) -> dict[str, Any]:
        return {
            "playwright_context": "source",
            "playwright_context_kwargs": {
                "proxy": {"server": self._proxy.url, "bypass": "<-loopback>"},
                "service_workers": "block",
                "accept_downloads": False,
                "user_agent": USER_AGENT,
            },
            "playwright_include_page": True,
        }


def _settle_seconds() -> float:
    from crawlers import playwright_handler

    return playwright_handler.SETTLE_MS / 1000


async def _take_picture(request: Request, response: Response) -> None:
    """Take the picture that was asked for; a page without one is a page all the same."""
    if not request.meta.get(SCREENSHOT):
        return
    from crawlers.screenshot import NoPictureError, picture_of

    try:
        request.meta[PICTURE_BYTES] = await picture_of(request.meta[_PAGE], response.url)
    except NoPictureError as reason:
        log.warning("no picture of %s: %s", scrub_url(request.url), scrub_text(str(reason)))


async def _close_page(request: Request) -> None:
    page: Page | None = request.meta.pop(_PAGE, None)
    if page is not None:
        with suppress(Exception):
            async with asyncio.timeout(_CLOSE_SECONDS):
                await page.close()
