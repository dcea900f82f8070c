"""When a drawn page is taken: its scripts ask for nothing more, and it holds words that no longer change."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import Page, Request

    from crawlers.drawn import Drawn

QUIET, STILL = 0.1, 0.5
"""Seconds without a part under way between two looks at a page, and the most that is waited for them before a look."""
LOOKS = 5
"""Looks in a row, nothing being under way at any, after which a page that says nothing is done too."""
ENOUGH = 200
"""Characters that a visitor reads: a page with fewer may be a shell whose scripts have yet to begin."""


class Traffic:
    """The parts that a page has under way, heard of while it is drawn."""

    def __init__(self, page: Page) -> None:
        self._under_way: set[int] = set()
        self._since = asyncio.get_running_loop().time()
        self._moved = asyncio.Event()
        self._page = page
        self._heard: dict[str, Callable[..., None]] = {
            "request": self._begin, "requestfinished": self._end, "requestfailed": self._end, "close": self._stop,
            "crash": self._stop,
        }  # fmt: skip

    def __enter__(self) -> Self:
        for event, hear in self._heard.items():
            self._page.on(event, hear)  # type: ignore[call-overload]
        return self

    def __exit__(self, *_: object) -> None:
        for event, hear in self._heard.items():
            self._page.remove_listener(event, hear)

    def _begin(self, part: Request) -> None:
        self._under_way.add(id(part))
        self._note()

    def _end(self, part: Request) -> None:
        self._under_way.discard(id(part))
        self._note()

    def _stop(self, _: Page) -> None:
        self._under_way.clear()
        self._note()

    def _note(self) -> None:
        self._since = asyncio.get_running_loop().time()
        self._moved.set()

    @property
    def quiet(self) -> float:
        """Seconds for which nothing was under way; 0 while something is."""
        return 0.0 if self._under_way else asyncio.get_running_loop().time() - self._since

    async def wait_for_quiet(self, seconds: float) -> None:
        """Wait until nothing was under way for so long, or for half a second: a browser that died says nothing more."""
        until = asyncio.get_running_loop().time() + STILL
        while (left := seconds - self.quiet) > 0 and (rest := until - asyncio.get_running_loop().time()) > 0:
            self._moved.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(rest if self._under_way else min(left, rest)):
                    await self._moved.wait()


async def settle(drawn: Drawn, traffic: Traffic, seconds: float) -> None:
    """Wait until a page is drawn, `seconds` at most: one part that hangs keeps no page from being taken as it stands."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            before: list[int] = []
            looks = 0
            while looks < LOOKS:
                await traffic.wait_for_quiet(QUIET)
                shown = await drawn.measures()
                if shown and shown == before and shown[0] >= ENOUGH and traffic.quiet >= QUIET:
                    return
                before = shown
                await asyncio.sleep(QUIET)
                # Looks are counted, not seconds: while another run is resolved nobody here hears what a page asks for.
                looks = looks + 1 if traffic.quiet >= QUIET else 0
