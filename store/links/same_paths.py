"""Paths that say the same of a seller and an account, told once: a value held twice, a good bought twice. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from store.matching import PURCHASE

Hop = TypeVar("Hop")
DIGESTED = re.compile(r"(?P<pepper>[A-Za-z0-9._-]{1,64}):(?P<digest>[0-9a-f]{64})\Z")
"""How a known value that is held by digest alone is keyed."""


def pepper_of(known_key: str | None) -> str | None:
    """Name the pepper of a known value that is held by digest alone; None where it is held in clear.

    >>> pepper_of("spring:" + 64 * "0"), pepper_of("fastkeys"), pepper_of(None)
    ('spring', None, None)
    """
    found = DIGESTED.match(known_key or "")
    return found["pepper"] if found else None


def told_once(
    hops: Iterable[Hop], said: Callable[[Hop], tuple[str, str, str, str | None]]
) -> list[tuple[Hop, str]]:
    """Give the first of the hops that say the same, with its sentence: by digest under which keys, how often it was bought.

    `said` gives a hop's rule, key, words and known key.

    >>> hops = [("exact_identifier", "k", "held", f"{pepper}:" + 64 * "0") for pepper in ("a", "b")]
    >>> [words for _, words in told_once([*hops, ("exact_identifier", "k", "held", "clear")], lambda hop: hop)]
    ['held, in clear and by digest under a, b']
    """
    same: dict[tuple[str, str], list[Hop]] = {}
    for hop in hops:
        rule, key, words, _ = said(hop)
        same.setdefault((key, "" if rule == PURCHASE else words), []).append(hop)
    return [(group[0], _words([said(hop) for hop in group])) for group in same.values()]


def _words(group: list[tuple[str, str, str, str | None]]) -> str:
    rule, _, words, _ = group[0]
    if rule == PURCHASE:
        more = len(group) - 1
        return f"{words}; {more} more of the same offer did so too" if more else words
    peppers = sorted({pepper for *_, known in group if (pepper := pepper_of(known)) is not None})
    if not peppers:
        return words
    clear = "in clear and " if any(known and pepper_of(known) is None for *_, known in group) else ""
    return f"{words}, {clear}by digest under {', '.join(peppers)}"
