"""Ethereum addresses; where capitals give a checksum it must be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.wallets import is_ethereum

KIND = "crypto_eth"
TRIGGER = r"0x[0-9a-f]{40}"

_SHAPE = re.compile(r"(?<![A-Za-z0-9])0[xX][0-9a-fA-F]{40}(?![A-Za-z0-9])")
# Contracts of the coins themselves, and nobody's address.
_CONTRACTS = frozenset(
    (
        "0xdac17f958d2ee523a2206206994597c13d831ec7",
        "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48",
        "0x55d398326f99059ff775485246999027b3197955",
        "0x" + "0" * 40,
    )
)


def find(scan: Scan) -> Iterator[Found]:
    """Give the addresses of a text; a coin's own contract is none."""
    yield from scan.valid(_SHAPE, canonical)


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the address in lower case, or None where its checksum is wrong.

    >>> canonical("0x5803aF8aDC041c81450Ba4853AD0F84Ab5fA7Eae")
    '0x5803af8adc041c81450ba4853ad0f84ab5fa7eae'
    """
    value = raw.strip()
    if not _SHAPE.fullmatch(value) or not is_ethereum(value) or value.lower() in _CONTRACTS:
        return None
    return value.lower()
