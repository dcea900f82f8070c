"""Where in a long text a reader has anything to look at: stretches around its trigger words, found by RE2."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import re2

Window = tuple[int, int]

_ANYWHERE = re2._Anchor.UNANCHORED  # noqa: SLF001
WHOLE = 1500
"""Characters up to which a text is looked at whole: the windows would cost more than they spare."""
_BEFORE, _AFTER = 72, 200
_MOST = 10_000
"""Triggers of one kind that are looked up in a text."""
_LOOKED_AT = 100_000
"""Characters around the triggers of one kind that are looked at: what a flood has behind them goes unread."""


@lru_cache(maxsize=512)
def compiled(trigger: str) -> Any:  # noqa: ANN401 - re2 ships no types
    """Give a trigger as a case-blind RE2 pattern over UTF-8."""
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.never_capture = True
    return re2.compile(trigger.encode(), options)


def windows_of(plain: str, body: bytes, trigger: str, *, known: bool = False) -> tuple[Window, ...]:
    """Give the stretches of `plain` (whose UTF-8 is `body`) around each trigger, merged where they touch, up to a bound.

    `known`: the trigger stands in the text for sure.
    """
    length = len(plain)
    if length <= WHOLE:
        return ((0, length),) if known or compiled(trigger).search(body) else ()
    found: list[Window] = []
    first = last = -1
    spent = 0
    for at in starts_of(body, compiled(trigger), ascii_only=length == len(body)):
        if first < 0:
            first = at
        elif at - _BEFORE > last + _AFTER:
            found.append((max(0, first - _BEFORE), min(length, last + _AFTER)))
            spent += last - first + _BEFORE + _AFTER
            first = at
        last = at
        if spent + last - first > _LOOKED_AT:
            break
    if first >= 0:
        found.append((max(0, first - _BEFORE), min(length, last + _AFTER)))
    return tuple(found)


def starts_of(body: bytes, pattern: Any, *, ascii_only: bool, most: int = _MOST) -> list[int]:  # noqa: ANN401 - re2 ships no types
    """Give where a pattern's first matches start, in characters."""
    starts: list[int] = []
    at = read = stop = 0
    # The wrapper's iterator builds an object for each match, which costs more than the search itself.
    match, size = pattern._regexp.Match, len(body)  # noqa: SLF001
    while len(starts) < most:
        start, stop = match(_ANYWHERE, body, stop, size)[0]
        if start < 0:
            break
        if ascii_only:
            at = start
        else:
            at += len(body[read:start].decode("utf-8", "replace"))
            read = start
        starts.append(at)
    return starts
