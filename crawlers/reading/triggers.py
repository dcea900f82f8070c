"""Which of many patterns occur in a text at all, told in microseconds by RE2."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import re2

_MEMORY = 64 << 20
"""Bytes that one set's automaton may grow to; then RE2 starts it afresh."""
_MOST_LETTERS = 25_000
"""Letters of the patterns of one filter."""
_SCRIPTS = (
    ("\u0590-\u0fff\u3040-\u30ff\uac00-\ud7af", rb"[\xd6-\xe0\xea-\xed]|\xe3[\x81-\x83]"),
    ("\u0400-\u04ff", rb"[\xd0-\xd3]"),
    ("\u3400-\u9fff", rb"[\xe3-\xe9]"),
)
"""Letters of scripts, and bytes of UTF-8 of which a text in one has some; the rarer ones first."""
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?:)?|[)|]|[?*+]|\{[^}]*\}|.", re.DOTALL)
_MAY_LACK = re.compile(r"[?*]|\{0?,")


class Triggers:
    """A few RE2 patterns that are asked about together: a set, which tells in a microsecond.

    Its automaton's states are products of all its patterns', so it has to have seen some hundred texts first.
    """

    __slots__ = ("_match",)

    def __init__(self, patterns: Sequence[str], *, case_sensitive: bool) -> None:
        options = _options(case_sensitive=case_sensitive)
        chosen = re2.Set.SearchSet(options)
        for pattern in patterns:
            chosen.Add(pattern)
        chosen.Compile()
        # The wrapper around it costs as much as it does on a short text.
        self._match: Callable[[bytes], list[int]] = chosen._set.Match  # noqa: SLF001

    def match(self, body: bytes) -> list[int]:
        """Give the indices of the patterns that occur in `body`, UTF-8, in order."""
        return sorted(self._match(body))


class Filters:
    """Many RE2 patterns that are asked about together: filters, which first look for the letters that each needs.

    They are slower than a set on a text of known words, and five times quicker on new ones. Each choice of a pattern
    goes to the filter of the script that it needs a letter of, which texts without such letters are never put through.
    A filter of too many letters is cut in two: the automaton of what is larger overflows RE2's cache of 8 MB and is
    built anew for every other text, which costs five times the search.
    """

    __slots__ = ("_filters",)

    def __init__(self, patterns: Sequence[str]) -> None:
        options = _options(case_sensitive=True)
        self._filters: list[tuple[re.Pattern[bytes] | None, list[int], Callable[..., list[int]]]] = []
        for marks, part in _by_script(patterns):
            chosen = re2.Filter()
            for _, choice in part:
                chosen.Add(choice, options)
            chosen.Compile()
            # Here too.
            self._filters.append((marks, [at for at, _ in part], chosen._filter.Match))  # noqa: SLF001

    def match(self, body: bytes) -> list[int]:
        """Give the indices of the patterns that occur in `body`, UTF-8 in lower case, in order."""
        hits: set[int] = set()
        for marks, owners, match in self._filters:
            if marks is None or marks.search(body) is not None:
                found = match(body, False)  # noqa: FBT003 - not those alone that may match
                if found:
                    hits.update([owners[at] for at in found])
        return sorted(hits)


def _options(*, case_sensitive: bool) -> re2.Options:
    options = re2.Options()
    options.case_sensitive = case_sensitive
    options.log_errors = False
    options.max_mem = _MEMORY
    return options


def _by_script(patterns: Sequence[str]) -> Iterator[tuple[re.Pattern[bytes] | None, list[tuple[int, str]]]]:
    """Deal the choices of all patterns out by the script that each needs, in parts of not too many letters."""
    parts: dict[bytes | None, list[tuple[int, str]]] = defaultdict(list)
    for at, pattern in enumerate(patterns):
        for choice in _rows(pattern):
            needed = (marks for letters, marks in _SCRIPTS if _needs(choice, re.compile(f"[{letters}]")))
            parts[next(needed, None)].append((at, choice))
    for marks, part in parts.items():
        asked = None if marks is None else re.compile(marks)
        small: list[tuple[int, str]] = []
        for at, choice in part:
            if sum(len(other) for _, other in small) + len(choice) > _MOST_LETTERS:
                yield asked, small
                small = []
            small.append((at, choice))
        yield asked, small


def _rows(pattern: str) -> list[str]:
    """Cut a pattern at the bars outside of its brackets."""
    rows, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece[0] == "(") - (piece == ")")
        if piece == "|" and not depth:
            rows.append("")
        else:
            rows[-1] += piece
    return rows


def _needs(pattern: str, letter: re.Pattern[str]) -> bool:
    """Tell whether whatever a pattern matches holds such a letter: each of its choices does."""
    return all(_row_needs(row, letter) for row in _rows(pattern))


def _row_needs(row: str, letter: re.Pattern[str]) -> bool:
    """Tell whether a part of a row that must be there is such a letter, or a bracket that needs one."""
    pieces = [*_PIECE.findall(row), ""]
    at = 0
    while at < len(pieces) - 1:
        inside = ""
        if pieces[at][0] == "(":
            first, depth = at + 1, 1
            while depth:
                at += 1
                depth += (pieces[at][0] == "(") - (pieces[at] == ")")
            inside = "".join(pieces[first:at])
        there = _MAY_LACK.match(pieces[at + 1]) is None
        if there and (_needs(inside, letter) if inside else letter.fullmatch(pieces[at]) is not None):
            return True
        at += 1
    return False
