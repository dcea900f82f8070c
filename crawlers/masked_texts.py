"""Texts that stand in pieces, as a page's own letters do, masked as one text and given back piece by piece. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from crawlers.scrub import break_marks, scrub_text

_MARK = re.compile(r"\[\[(?:api_key:[^\[\]\s]{1,120}|card|password)\]\]")


class UnmaskedError(Exception):
    """Raised where a secret cannot be masked at its place; the message says why."""


def mask_pieces(pieces: Sequence[str]) -> list[str]:
    """Mask the secrets of consecutive pieces of one text; a secret in several leaves its mark in the first of them.

    Raises:
        UnmaskedError: where the masked text differs from the pieces in more than its marks.

    >>> mask_pieces(["a@b.example----", "hun", "ter2", " next"])
    ['a@b.example----', '[[password]]', '', ' next']
    """
    whole = [without_planted(piece) for piece in pieces]
    masked = list(whole)
    ends = list(accumulate(map(len, whole)))
    # from the last to the first, so that places in a piece stay true while it is changed behind them
    for start, end, mark in reversed(_replaced("".join(whole), scrub_text("".join(whole)))):
        said = False
        for number, last in enumerate(ends):
            first = last - len(whole[number])
            if first >= end or last <= start:
                continue
            left, right = max(start, first) - first, min(end, last) - first
            masked[number] = masked[number][:left] + ("" if said else mark) + masked[number][right:]
            said = True
    return masked


def without_planted(text: str) -> str:
    """Part the brackets of what looks like a mark of ours and is the page's own."""
    return break_marks(text.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogatepass")


def holds_secret(text: str) -> bool:
    """Tell whether a text that was masked holds a secret still.

    >>> holds_secret("a@b.example----hunter2"), holds_secret("a@b.example----[[password]]")
    (True, False)
    """
    rest = without_planted(_MARK.sub(" ", text))
    return scrub_text(rest) != rest


def _replaced(whole: str, masked: str) -> list[tuple[int, int, str]]:
    """Give each place of `whole` that a mark stands for in `masked`: start, end, mark."""
    if masked == whole:
        return []
    literals, marks = _MARK.split(masked), _MARK.findall(masked)
    found: list[tuple[int, int, str]] = []
    at = len(literals[0])
    holds = whole.startswith(literals[0])
    for number, mark in enumerate(marks, 1):
        last = number == len(marks)
        words = literals[number]
        end = (
            (len(whole) - len(words) if whole.endswith(words) else -1) if last else whole.find(words, at + 1)
        )
        if not holds or end <= at:
            raise UnmaskedError("a secret is written in pieces or codes")
        found.append((at, end, mark))
        at = end + len(words)
    return found
