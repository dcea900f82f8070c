"""TRON addresses with a right checksum (USDT on TRC-20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.wallets import is_tron

KIND = "crypto_tron"
TRIGGER = r"t[1-9A-HJ-NP-Za-km-z]{33}"

_SHAPE = re.compile(r"(?<![A-Za-z0-9])T[1-9A-HJ-NP-Za-km-z]{33}(?![A-Za-z0-9])")
_CONTRACTS = frozenset(("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "TEkxiTehnzSmSe2XqrBj4w32RUN966rdz8"))


def find(scan: Scan) -> Iterator[Found]:
    """Give the addresses of a text; a coin's own contract is none."""
    yield from scan.valid(_SHAPE, canonical)


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the address as it stands, or None where the checksum is wrong.

    >>> canonical("TXdZt9CbEXeFi4m9uhyHKXU9btn7rXF3Tq")
    'TXdZt9CbEXeFi4m9uhyHKXU9btn7rXF3Tq'
    """
    value = raw.strip()
    if not _SHAPE.fullmatch(value) or not is_tron(value) or value in _CONTRACTS:
        return None
    return value
