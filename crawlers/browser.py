"""The Chromium that all sources of a process share, and how it is found, launched and retired."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
from contextlib import asynccontextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Playwright

log = logging.getLogger("resalewatch.browser")

CHROMIUM_VARIABLE = "RESALEWATCH_CHROMIUM"
PAGES_PER_BROWSER = 100
TABS = 6
"""Pages rendered at once by a process: most of a page's time is waiting for its scripts to ask for nothing more."""
_NAMES = ("chromium-headless-shell", "chromium")
_CLOSE_SECONDS = 10.0
_FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    # An image that is not even asked for costs nothing; one that is refused on its way costs two milliseconds.
    "--blink-settings=imagesEnabled=false",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--dns-prefetch-disable",
    # What does not go through the proxy goes nowhere: no look-ups of names, no direct UDP of WebRTC.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)  # fmt: skip
_NOWHERE = "http://127.0.0.1:9"
"""The browser's own proxy: nobody listens there. Each source's context has one that leads through its gate."""


class NoBrowserError(Exception):
    """Raised where a page needs a browser and the machine has none; the message says what to install."""


def find_chromium() -> str:
    """Find the Chromium to render with: RESALEWATCH_CHROMIUM, else what the PATH holds.

    Raises:
        NoBrowserError: where there is none.
    """
    named = os.environ.get(CHROMIUM_VARIABLE)
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        raise NoBrowserError(
            f"no Chromium at {named}: mend {CHROMIUM_VARIABLE}"
            if named
            else f"no Chromium was found: apt-get install {_NAMES[0]}, or name one with {CHROMIUM_VARIABLE}"
        )
    return found


class SharedBrowser:
    """One Chromium, launched when first wanted, retired after 100 pages or when it hangs."""

    def __init__(self) -> None:
        self._changed = asyncio.Condition()
        self._launching = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._pages = self._open = 0

    async def get(self) -> Browser:
        """Give the browser, launched anew where it is not there or has died.

        Raises:
            NoBrowserError: where the machine has none.
        """
        async with self._launching:
            if self._browser is None or not self._browser.is_connected():
                await self.retire()
                self._browser = await self._launch()
            return self._browser

    @asynccontextmanager
    async def tab(self) -> AsyncIterator[None]:
        """Hold one of the few tabs for a page; once a browser is old its last page ends before a new one begins."""
        async with self._changed:
            await self._changed.wait_for(
                lambda: self._open < TABS and (self._pages < PAGES_PER_BROWSER or not self._open)
            )
            if self._pages >= PAGES_PER_BROWSER:
                await self.retire()
                self._pages = 0
            self._pages += 1
            self._open += 1
        try:
            yield
        finally:
            async with self._changed:
                self._open -= 1
                self._changed.notify_all()

    async def retire(self) -> None:
        """Close the browser, and its driver with it, so that one that hangs is gone too."""
        browser, playwright = self._browser, self._playwright
        self._browser = self._playwright = None
        for closing in (browser.close() if browser else None, playwright.stop() if playwright else None):
            if closing is not None:
                with suppress(Exception):
                    async with asyncio.timeout(_CLOSE_SECONDS):
                        await closing

    async def _launch(self) -> Browser:
        from playwright.async_api import async_playwright

        path = find_chromium()
        self._playwright = await async_playwright().start()
        as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
        return await self._playwright.chromium.launch(
            executable_path=path,
            args=[*_FLAGS, *as_root],
            proxy={"server": _NOWHERE, "bypass": "<-loopback>"},
        )


@cache
def shared_browser() -> SharedBrowser:
    """Give the process's browser; it belongs to the one loop that all crawls of a process run in."""
    return SharedBrowser()
