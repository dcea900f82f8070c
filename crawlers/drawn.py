"""What stands in a drawn page, asked of the browser itself: Playwright's own ways load a script into every page first."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

from playwright.async_api import Error

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

# Asking the page waits until its scripts let go of it, so what they began to fetch is known by then.
_LOOK = "[document.body ? document.body.innerText.length : 0, document.getElementsByTagName('*').length]"
_TRIES, _PAUSE = 5, 0.1
"""A page that leads on by script has no document for a moment."""


class Drawn:
    """One tab's page, over the DevTools protocol."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session

    @classmethod
    async def of(cls, page: Page) -> Self:
        """Open a line to a tab; it stays with the tab from page to page."""
        return cls(await page.context.new_cdp_session(page))

    async def measures(self) -> list[int]:
        """Count the letters that a visitor reads and the elements; nothing while the page has no document."""
        try:
            found = await self._session.send("Runtime.evaluate", {"expression": _LOOK, "returnByValue": True})
        except Error as error:
            if "context" not in error.message:
                raise
            return []
        measures: list[int] = found["result"].get("value") or []
        return measures

    async def markup(self) -> str:
        """Give the document as it stands, serialised.

        Raises:
            Error: where the tab is gone, or its page leads on and on.
        """
        for _ in range(_TRIES):
            try:
                return await self._markup()
            except Error as error:
                if "closed" in error.message:
                    raise
            await asyncio.sleep(_PAUSE)
        return await self._markup()

    async def _markup(self) -> str:
        # `document` is the one name that no script of a page can give another meaning.
        found = await self._session.send("Runtime.evaluate", {"expression": "document"})
        told = await self._session.send("DOM.getOuterHTML", {"objectId": found["result"]["objectId"]})
        markup: str = told["outerHTML"]
        return markup
