"""Masked values (`zh***@gmail.com`, `138****1234`, `sk-ant-…xYz`): they may narrow a search, they identify nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from crawlers.reading.identifiers.found import Found
from crawlers.reading.identifiers.windows import Window
from crawlers.reading.text import Text

_MASK = r"(?:[*＊•●∗…]{1,24}|\.{3,8}|[xX]{3,20})"
TRIGGER = r"[a-z0-9@][*•●∗]{2}|[a-z0-9-]…|[a-z0-9-]\.{3}|x{3}"

_PATTERNS = (
    ("email", re.compile(rf"(?<![A-Za-z0-9._%+*•-])[A-Za-z0-9._%+-]{{1,20}}{_MASK}[A-Za-z0-9._%+-]{{0,10}}@(?:[A-Za-z0-9-]{{1,40}}\.[A-Za-z]{{2,10}}|[A-Za-z0-9*•.…]{{2,30}})")),
    ("api_key", re.compile(r"(?<![A-Za-z0-9_-])(?:sk-|sk-ant-|AIza|xai-|gsk_|AKIA|ghp_)[A-Za-z0-9_-]{0,24}(?:[*•●…]{1,60}|\.{3,8})[A-Za-z0-9_-]{0,12}")),
    ("phone", re.compile(r"(?<![0-9A-Za-z*])(?:\+[0-9]{1,3}[ -]?)?[0-9]{2,4}[ -]?[*•●×]{3,8}[ -]?[0-9]{2,4}(?![0-9A-Za-z*])")),
    ("telegram", re.compile(r"(?<![A-Za-z0-9_.])@[A-Za-z][A-Za-z0-9_]{0,20}[*•●]{2,12}[A-Za-z0-9_]{0,12}")),
    ("wechat", re.compile(r"(?i:微信|vx|wx|wechat)[^\w\n]{0,4}[A-Za-z][A-Za-z0-9_-]{0,12}[*•●]{2,12}[A-Za-z0-9_-]{0,12}")),
)  # fmt: skip


_SIGNS = {
    "email": re.compile("@"),
    "api_key": re.compile("sk-|AIza|xai-|gsk_|AKIA|ghp_"),
    "phone": re.compile("[*•●×]{3}"),
    "telegram": re.compile("@"),
    "wechat": re.compile("[*•●]{2}"),
}
"""What a masked value of a kind cannot do without: to look for it is cheap, and most masks are but three dots."""


def find_masked(text: Text, windows: Sequence[Window]) -> Iterator[tuple[str, Found]]:
    """Give the masked values of a text with their kinds, in order of kinds, at their places in the plain text."""
    taken: set[int] = set()
    for kind, pattern in _PATTERNS:
        if not _SIGNS[kind].search(text.plain):
            continue
        for found in chain.from_iterable(pattern.finditer(text.plain, *window) for window in windows):
            if found.start() in taken:
                continue
            taken.add(found.start())
            yield kind, Found(found.start(), found.end(), found.group())
