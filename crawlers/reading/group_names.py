"""What a relay's groups are named after: a group named max, plus, kiro or aws says where its goods come from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.records import Offer, Signal

_REACH = 28
_PARTS = re.compile(r"[\n,，;；、|｜。()（）【】]|\s/\s")
_NAMES = (
    ("max_pool", re.compile(r"(?<![a-z])(?:cc)?max(?![a-z])(?!\s?[x×]\s?(?:5|20)(?![0-9.]))", re.IGNORECASE)),
    ("plus_pro_pool", re.compile(r"(?<![a-z])(?:plus|(?<!gemini )(?<!gemini-)(?<![0-9.] )(?<![0-9.]-)(?<![0-9])pro)(?![a-z])", re.IGNORECASE)),
    ("kiro_reverse", re.compile(r"(?<![a-z])kiro(?![a-z])", re.IGNORECASE)),
    ("antigravity_reverse", re.compile(r"(?<![a-z])(?:anti|antigravity)(?![a-z])|反重力", re.IGNORECASE)),
    ("cloud_credit", re.compile(r"(?<![a-z])(?:aws|bedrock|vertex|azure|gcp)(?![a-z])", re.IGNORECASE)),
)  # fmt: skip


def named_signals(text: str, offers: Sequence[Offer], found: Sequence[Signal]) -> tuple[Signal, ...]:
    """Give the signals of `found`, and those that the names of the groups on offer add; offsets are those of `text`."""
    known = {signal.name for signal in found}
    added: list[Signal] = []
    for offer in offers:
        if offer.kind != "relay" or offer.start is None or offer.end is None:
            continue
        if offer.group is None and offer.per != "usd_credit":
            continue
        start, end = _part(text, offer.start, offer.end)
        for name, pattern in _NAMES:
            if name in known:
                continue
            match = pattern.search(text, start, end)
            if match is not None:
                known.add(name)
                added.append(Signal(name, match.start(), match.end(), match[0]))
    return (*found, *added)


def _part(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the part of a list in which a figure stands: up to the nearest mark on both sides, 28 characters at most."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    marks = list(_PARTS.finditer(before))
    first = max(0, start - _REACH) + (marks[-1].end() if marks else 0)
    mark = _PARTS.search(after)
    return first, end + (mark.start() if mark else len(after))
