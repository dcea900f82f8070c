"""What an identifier's reader is given and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from crawlers.reading.context import Context
from crawlers.reading.identifiers.links import Link
from crawlers.reading.identifiers.regions import region_of
from crawlers.reading.identifiers.windows import WHOLE, Window, compiled, starts_of, windows_of
from crawlers.reading.text import Text


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier at `start`..`end` of the plain text."""

    start: int
    end: int
    normalised: str
    role: str | None = None
    """Where the words say it of this one; else the whole text decides."""


@dataclass(slots=True)
class Scan:
    """One text on its way through the readers: its words, its links, and the numbers already spoken for."""

    text: Text
    context: Context
    links: tuple[Link, ...]
    body: bytes = b""
    """The plain words in UTF-8."""
    trigger: str = ""
    """The words near which the reader at work can find anything."""
    is_known: bool = False
    """Whether these words stand in the text."""
    claimed: set[int] = field(default_factory=set)
    """Starts of values that one reader took, so that no weaker one takes them again."""
    mobiles: list[tuple[int, int]] = field(default_factory=list)
    """Where a WeChat id is a mobile number, for the reader of telephone numbers."""
    _region: str | None = None
    _heads: dict[str, list[int]] = field(default_factory=dict)
    _windows: tuple[str, tuple[Window, ...]] = ("", ())

    @property
    def plain(self) -> str:
        """The plain words."""
        return self.text.plain

    @property
    def region(self) -> str | None:
        """The country of national telephone numbers."""
        if self._region is None:
            self._region = region_of(self.plain, self.context) or ""
        return self._region or None

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Give a pattern's matches around the trigger words."""
        if not self.is_known:
            return
        if len(self.text.plain) <= WHOLE:
            yield from pattern.finditer(self.text.plain)
            return
        if self._windows[0] != self.trigger:
            self._windows = (self.trigger, windows_of(self.plain, self.body, self.trigger, known=True))
        for first, last in self._windows[1]:
            yield from pattern.finditer(self.plain, first, last)

    def shows(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether a pattern matches around the trigger words at all: a cheap one spares a dear one's search."""
        return next(self.matches(pattern), None) is not None

    def valid(self, pattern: re.Pattern[str], canonical: Callable[[str], str | None]) -> Iterator[Found]:
        """Give what a pattern matches and its own checks accept."""
        for match in self.matches(pattern):
            value = canonical(match[0])
            if value:
                yield Found(match.start(), match.end(), value)

    def behind(self, labels: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Give a pattern's matches that start at one of `labels` (RE2), which is ten times quicker than a search."""
        last = 0
        for head in self.heads(labels):
            found = pattern.match(self.plain, head) if head >= last else None
            if found is not None:
                last = found.end()
                yield found

    def heads(self, labels: str) -> list[int]:
        """Give where the labels of an RE2 pattern start."""
        found = self._heads.get(labels)
        if found is None:
            ascii_only = len(self.plain) == len(self.body)
            found = self._heads[labels] = starts_of(self.body, compiled(labels), ascii_only=ascii_only)
        return found

    def claim(self, start: int) -> bool:
        """Take the value at `start`; False where it is taken."""
        if start in self.claimed:
            return False
        self.claimed.add(start)
        return True
