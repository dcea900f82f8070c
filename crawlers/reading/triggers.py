"""Which of many patterns occur in a text at all, told in microseconds by RE2."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import re2

_MEMORY = 64 << 20
"""Bytes that one set's automaton may grow to; then RE2 starts it afresh."""
_SCRIPTS = tuple(
    re.compile(letters)
    for letters in (
        "[a-z\u00e0-\u024f\u1ea0-\u1ef9]",
        "[\u3400-\u9fff]",
        "[\u0400-\u04ff]",
        "[\u0590-\u0fff\u3040-\u30ff\uac00-\ud7af]",
    )
)
_LATIN = 0
_MOST_LETTERS = 20_000
"""Letters of the patterns of one filter."""


class Triggers:
    """A list of RE2 patterns that are asked about together.

    `few` patterns go into one set, which tells in a microsecond once its automaton has seen some hundred texts. The
    states of that automaton are products of all its patterns'; many patterns go through RE2's filters, which first
    look for the letters that each needs: slower on a text of known words, five times quicker on new ones. A filter for
    each script, and a second one where that has too many letters: the automaton of what is larger overflows RE2's
    cache of 8 MB and is built anew for every other text, which costs five times the search.
    """

    __slots__ = ("_parts",)

    def __init__(self, patterns: Sequence[str], *, case_sensitive: bool, few: bool) -> None:
        options = re2.Options()
        options.case_sensitive = case_sensitive
        options.log_errors = False
        options.max_mem = _MEMORY
        self._parts = []
        for part in [list(range(len(patterns)))] if few else _by_script(patterns):
            chosen = re2.Set.SearchSet(options) if few else re2.Filter()
            for at in part:
                if few:
                    chosen.Add(patterns[at])
                else:
                    chosen.Add(patterns[at], options)
            chosen.Compile()
            # The wrappers around these two cost as much as they do on a short text.
            match = chosen._set.Match if few else chosen._filter.Match  # noqa: SLF001
            self._parts.append((part, match, () if few else (False,)))

    def match(self, body: bytes) -> list[int]:
        """Give the indices of the patterns that occur in `body`, UTF-8, in order."""
        hits: list[int] = []
        for part, match, options in self._parts:
            found = match(body, *options)
            if found:
                hits += [part[at] for at in found]
        hits.sort()
        return hits


def _by_script(patterns: Sequence[str]) -> list[list[int]]:
    """Deal patterns out by the script that most of their letters are in; escapes are Latin letters that count half."""
    parts: dict[int, list[int]] = defaultdict(list)
    for at, pattern in enumerate(patterns):
        letters = [
            len(script.findall(pattern)) * (1 if n == _LATIN else 2) for n, script in enumerate(_SCRIPTS)
        ]
        script = letters.index(max(letters))
        parts[script].append(at)
    return [few for part in parts.values() for few in _small(part, patterns)]


def _small(part: list[int], patterns: Sequence[str]) -> list[list[int]]:
    """Cut a part where it has too many letters for one automaton."""
    cut: list[list[int]] = [[]]
    letters = 0
    for at in part:
        letters += len(patterns[at])
        if letters > _MOST_LETTERS and cut[-1]:
            cut.append([])
            letters = len(patterns[at])
        cut[-1].append(at)
    return cut
