"""Site licence numbers of mainland China (ICP备案), without the number of the site under the licence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan

KIND = "icp"
TRIGGER = r"icp"

_SHAPE = re.compile(
    r"(?P<place>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])\s?(?i:ICP)\s?(?P<what>备|证)\s?(?P<number>[0-9]{6,10})\s?号?(?:-[0-9]{1,3})?"
)


def find(scan: Scan) -> Iterator[Found]:
    """Give the licence numbers of a text."""
    for found in scan.matches(_SHAPE):
        yield Found(found.start(), found.end(), _joined(found))


def _joined(found: re.Match[str]) -> str:
    return f"{found['place']}ICP{found['what']}{found['number']}号"


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the licence's number.

    >>> canonical("粤icp备 2024000001号-3")
    '粤ICP备2024000001号'
    """
    found = _SHAPE.fullmatch(raw.strip())
    return _joined(found) if found else None
