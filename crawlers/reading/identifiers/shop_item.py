"""Items on selling platforms: `platform:item:id`."""

from __future__ import annotations

from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import read_link
from crawlers.reading.identifiers.shops import canonical_of, shop_of

KIND = "shop_item"
TRIGGER = r"\.[a-z]"


def find(scan: Scan) -> Iterator[Found]:
    """Give the items that a text links."""
    for link in scan.links:
        value = shop_of(link, "item")
        if value:
            yield Found(link.start, link.end, value, "operator")


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give `platform:item:id` in lower case.

    >>> canonical("https://item.taobao.com/item.htm?id=1000000000001")
    'taobao:item:1000000000001'
    """
    return canonical_of(raw, "item", read_link(raw.strip()))
