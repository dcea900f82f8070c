"""Agent codes (对接码), with which one shop shows another's stock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.words import NO_VALUES

KIND = "agent_code"
TRIGGER = r"对接|代理码|对接口令|对接密钥|代理口令"

LABELS = r"对接|代理码|代理口令"
WORDS = r"[a-z0-9][\s(（]{0,3}(?:是|为)?(?:本店|我的)?(?:对接码|代理码)"
"""Where a code can stand before its label."""

_LABELLED = re.compile(
    r"(?:对接码|代理码|对接口令|对接密钥|代理口令|(?<=代理)对接(?=\s?:)|(?<![\u4e00-\u9fff])对接(?=\s?:))(?:[^\w\n]{0,4}(?:是|为))?[^\w\n]{0,6}(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{2,31})(?![A-Za-z0-9_.@])"
)
_REVERSED = re.compile(
    r"(?<![A-Za-z0-9_.@/-])(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{3,31})[\s(（]{0,3}(?:是|为)?(?:本店|我的)?(?:对接码|代理码)(?!\s{0,2}:?\s{0,2}[A-Za-z0-9])"
)
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{2,31}")
_NONE_WORDS = "qq vx wx tg api telegram wechat pro max plus vip"
_NONE = frozenset(_NONE_WORDS.split())


def find(scan: Scan) -> Iterator[Found]:
    """Give the codes of a text."""
    for found in chain(scan.behind(LABELS, _LABELLED), scan.matches(_REVERSED)):
        code = found["code"].lower()
        if code not in _NONE and code not in NO_VALUES and scan.claim(found.start("code")):
            yield Found(found.start("code"), found.end("code"), code, "operator")


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the code in lower case.

    >>> canonical("AIbobobo")
    'aibobobo'
    """
    value = raw.strip().lower()
    return value if _CODE.fullmatch(value) else None
