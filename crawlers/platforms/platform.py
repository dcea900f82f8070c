"""What every platform module offers; a module is a Platform by having these names."""

from __future__ import annotations

from typing import Protocol

from crawlers.page import Ask, Page, Reading


class Platform(Protocol):
    """One shop software: where its goods stand, how a page of it is read, and how it is told from others.

    `KEEPS` says that listings never end by scrolling away (channels, forums); `SHARED_HOST` that many sellers sell
    under the one host, so that the host names none of them. `VERSION` grows whenever the same page reads otherwise.
    """

    NAME: str
    VERSION: int
    KEEPS: bool
    SHARED_HOST: bool

    def start(self, source_url: str, /) -> tuple[Ask, ...]:
        """Give the first pages to fetch of a source at this address."""
        ...

    def read(self, page: Page, /) -> Reading:
        """Read one page.

        Raises:
            PageChangedError: where the page no longer has the shape that this version knows.
        """
        ...

    def fingerprint(self, page: Page, /) -> str | None:
        """Give the evidence that this page comes from this software; None where nothing says so."""
        ...
