"""Card prefixes (BIN), only beside the words that say so; they join nobody alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan

KIND = "bin"
TRIGGER = (
    r"卡头|卡段|头段|号段|卡bin|\bbins?\b|虚拟卡|虚拟信用卡|virtual card|visa|mastercard|万事达|0刀卡|实卡"
)

_PREFIX = r"(?P<bin>[3-6][0-9]{5}(?:[0-9]{2})?)(?![0-9A-Za-z]|[.][0-9]|[*xX•])"
_LABELLED = re.compile(rf"(?i:卡头|卡段|头段|号段|卡\s?bin|(?<![a-z])bins?(?![a-z]))[^0-9\n]{{0,8}}{_PREFIX}")
_BESIDE = re.compile(
    rf"(?<![0-9A-Za-z.-]){_PREFIX}(?=[^0-9\n]{{0,12}}(?i:虚拟|visa|master|万事达|卡头|bin|0刀卡|实卡|信用卡))"
)
_AFTER = re.compile(
    rf"(?i:虚拟(?:信用)?卡|visa|master\s?card|万事达|0刀卡|实卡|virtual card)[^0-9\n]{{0,6}}{_PREFIX}"
)
_SHAPE = re.compile(r"[2-6][0-9]{5}(?:[0-9]{2})?")


def find(scan: Scan) -> Iterator[Found]:
    """Give the card prefixes of a text."""
    for pattern in (_LABELLED, _BESIDE, _AFTER):
        for found in scan.matches(pattern):
            if scan.claim(found.start("bin")):
                yield Found(found.start("bin"), found.end("bin"), found["bin"])


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the six or eight digits.

    >>> canonical("485954")
    '485954'
    """
    value = re.sub(r"[ -]", "", raw.strip())
    return value if _SHAPE.fullmatch(value) else None
