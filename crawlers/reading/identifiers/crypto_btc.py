"""Bitcoin addresses with a right checksum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.wallets import is_bitcoin

KIND = "crypto_btc"
TRIGGER = r"bc1[0-9a-z]{20}|[13][1-9A-HJ-NP-Za-km-z]{25}"

_SHAPE = re.compile(
    r"(?<![A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71})(?![A-Za-z0-9])"
)


def find(scan: Scan) -> Iterator[Found]:
    """Give the addresses of a text."""
    yield from scan.valid(_SHAPE, canonical)


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the address, case kept in base58 and lower in bech32, or None where the checksum is wrong.

    >>> canonical("1BoatSLRHtKNngkdXEeobR76b53LETtpyT")
    '1BoatSLRHtKNngkdXEeobR76b53LETtpyT'
    """
    value = raw.strip()
    if not _SHAPE.fullmatch(value) or not is_bitcoin(value):
        return None
    return value.lower() if value.lower().startswith("bc1") else value
