"""What a run wants next, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crawlers.page import Ask


@dataclass(frozen=True, slots=True)
class Wanted:
    """The next page to fetch; `render` asks for a browser, `first` says that the source itself names the page."""

    ask: Ask
    render: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A reply as it came, its body decoded to UTF-8; nothing of it is kept before it is scrubbed."""

    url: str
    status: int
    body: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)
    rendered: bool = False
    robots: str = "allowed"
    peer: str | None = None
    screenshot: bytes = b""
    """Its picture, taken after its secrets were masked."""
