"""scrapy-playwright's handler, over a browser that it neither launches nor closes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from crawlers.browser import shared_browser
from crawlers.settling import Traffic, settle

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page
    from scrapy import Request, Spider
    from scrapy_playwright.handler import Config

_TRAFFIC = "traffic"
SETTLE_MS = 8_000
"""How long a page's scripts may go on asking for parts before it is taken as it stands."""


class ContextHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc] # it ships no types
    """Opens contexts in the shared browser, and closes only those; a page is taken once it has settled."""

    async def _create_page(self, request: Request, spider: Spider) -> Page:
        page: Page = await super()._create_page(request, spider)
        request.meta[_TRAFFIC] = Traffic(page)
        return page

    async def _apply_page_methods(self, page: Page, request: Request, spider: Spider) -> None:  # noqa: ARG002
        # scrapy-playwright would wait for the load event too, which one part that hangs keeps from coming.
        await settle(page, request.meta.pop(_TRAFFIC), SETTLE_MS / 1000)

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
