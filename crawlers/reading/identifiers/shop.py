"""Shops on selling platforms: `platform:shop:token`."""

from __future__ import annotations

from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import read_link
from crawlers.reading.identifiers.shops import canonical_of, shop_of

KIND = "shop"
TRIGGER = r"\.[a-z]"


def find(scan: Scan) -> Iterator[Found]:
    """Give the shops that a text links."""
    for link in scan.links:
        value = shop_of(link, "shop")
        if value:
            yield Found(link.start, link.end, value, "operator")


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give `platform:shop:token` in lower case.

    >>> canonical("https://pay.ldxp.cn/shop/KTW30PZ6")
    'ldxp:shop:ktw30pz6'
    """
    return canonical_of(raw, "shop", read_link(raw.strip()))
