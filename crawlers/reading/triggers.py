"""Which of many patterns occur in a text at all, told in microseconds: RE2's filter over the letters they need.

A re2.Set of them all is quicker on a text seen before and five times slower on a new one: the states of its automaton
are products of all its patterns' and are made as texts ask for them.
"""

from __future__ import annotations

from collections.abc import Sequence

import re2


class Triggers:
    """A list of RE2 patterns that are asked about together."""

    __slots__ = ("_filter",)

    def __init__(self, patterns: Sequence[str], *, case_sensitive: bool) -> None:
        options = re2.Options()
        options.case_sensitive = case_sensitive
        options.log_errors = False
        self._filter = re2.Filter()
        for pattern in patterns:
            self._filter.Add(pattern, options)
        self._filter.Compile()

    def match(self, body: bytes) -> list[int]:
        """Give the indices of the patterns that occur in `body`, UTF-8, in order."""
        return sorted(self._filter.Match(body, potential=False) or ())
