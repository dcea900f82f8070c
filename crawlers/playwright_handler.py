"""scrapy-playwright's handler, over a browser that it neither launches nor closes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from scrapy.http import Headers, HtmlResponse
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from crawlers.browser import shared_browser
from crawlers.drawn import Drawn
from crawlers.settling import Traffic, settle

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page
    from scrapy import Request, Spider
    from scrapy.http import Response
    from scrapy_playwright.handler import Config

SETTLE_MS = 8_000
"""How long a page's scripts may go on asking for parts before it is taken as it stands."""


class ContextHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc] # it ships no types
    """Opens contexts in the shared browser, and closes only those; a page is taken once it has settled."""

    async def _create_page(self, request: Request, spider: Spider) -> Page:
        page: Page = await super()._create_page(request, spider)
        page.on("popup", lambda popup: popup.close())
        self._drawn = await Drawn.of(page)
        return page

    async def _download_request_with_page(self, request: Request, page: Page, spider: Spider) -> Response:  # noqa: ARG002
        # scrapy-playwright would wait for the load event too, which one part that hangs keeps from coming.
        request.meta["playwright_page"] = page
        with Traffic(page) as traffic:
            reply = await page.goto(request.url, wait_until="domcontentloaded")
            headers = Headers(await reply.all_headers() if reply is not None else {})
            await settle(self._drawn, traffic, SETTLE_MS / 1000)
            body = await self._drawn.markup()
        headers.pop("Content-Encoding", None)
        status = reply.status if reply is not None else 200
        return HtmlResponse(page.url, status, headers, body.encode(), request=request, encoding="utf-8")

    async def _close(self) -> None:
        for wrapper in list(self.context_wrappers.values()):
            with suppress(Exception):
                await wrapper.context.close()
        self.context_wrappers.clear()


class SharedProvider:
    """Gives scrapy-playwright the shared browser (its PLAYWRIGHT_BROWSER_PROVIDER)."""

    def __init__(self, config: Config) -> None:
        self._config = config

    async def start(self) -> None:
        """Do nothing: the browser is launched when the first page wants it."""

    async def launch_browser(self) -> Browser:
        """Give the shared browser."""
        return await shared_browser().get()

    async def launch_persistent_context(self, context_kwargs: dict[str, Any]) -> None:
        """Refuse: nothing of a visit is kept."""
        raise NotImplementedError(f"no visit is kept: {sorted(context_kwargs)}")

    async def close(self) -> None:
        """Do nothing: others may be using the browser."""
