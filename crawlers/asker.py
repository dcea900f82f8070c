"""What a run asks for next: pages that list goods first, then others, then pictures; each once, on the source's own hosts."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawlers.fetched import Wanted
from crawlers.pictures.gallery import ROLE as PICTURE
from crawlers.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection

    from crawlers.kept import KeptPage
    from crawlers.page import Ask
    from crawlers.source import Source

MAX_ASKS = 20_000


class Asker:
    """The pages that a run still wants."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._todo: tuple[deque[Wanted], ...] = (deque(), deque(), deque())
        """Pages that list goods, other pages, pictures."""
        self._seen: set[tuple[str, str, str]] = set()
        self._hosts: set[str] = set()
        self._asked = 0

    def _pop(self) -> Wanted | None:
        queue = next((queue for queue in self._todo if queue), None)
        if queue is None or self._asked >= self.source.max_pages:
            return None
        self._asked += 1
        return queue.popleft()

    def _want(self, ask: Ask, *, first: bool = False) -> None:
        parts = urlsplit(ask.url)
        mark = (ask.method, parts._replace(path=parts.path or "/", fragment="").geturl(), ask.body)
        if mark in self._seen or len(self._seen) >= MAX_ASKS or not self._is_near(parts.netloc, ask):
            return
        self._seen.add(mark)
        place, render = (
            (2, False) if ask.role == PICTURE else (0 if ask.lists or first else 1, self.source.browser)
        )
        self._todo[place].append(Wanted(ask, render=render, first=first))

    def _unasked(self, why: str = "") -> list[Outcome]:
        why = why or f"max_pages is {self.source.max_pages}"
        left = [wanted.ask for queue in self._todo[:2] for wanted in queue]
        return [Outcome(role=ask.role, lists=ask.lists, fate="unasked", reason=why) for ask in left]

    def _want_instead(self, ask: Ask) -> bool:
        """Ask for what may stand in a missing page's place; False where nothing may."""
        if ask.instead is not None:
            self._want(ask.instead)
        return ask.instead is not None

    def _go_on(self, known: KeptPage) -> None:
        """Ask for what a page asked for that is as it was."""
        if known.first:
            self._hosts.add(urlsplit(known.url).netloc)
        if known.outcome.fate == "missing":
            self._want_instead(known.ask)
        for ask in known.asks:
            self._want(ask)

    def _want_again(self, wanted: Wanted) -> None:
        """Ask for a page once more, before all others."""
        self._todo[0].appendleft(wanted)

    def _is_near(self, host: str, ask: Ask) -> bool:
        return (
            is_own(host, self._hosts) or ask.role == PICTURE
        )  # pictures lie on other hosts than their pages


def is_own(host: str, hosts: Collection[str]) -> bool:
    """Say whether a host is one of a source's own, with or without `www.`."""
    bare = host.removeprefix("www.")
    return host in hosts or bare in hosts or f"www.{bare}" in hosts
