"""Whole host names: what stations publish as their server address."""

from __future__ import annotations

from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.hosts import registrable
from crawlers.reading.identifiers.links import read_link

KIND = "host"
TRIGGER = ""


def find(scan: Scan) -> Iterator[Found]:  # noqa: ARG001 - one signature for all kinds
    """Give nothing: hosts come from a station's own fields, in words the domain says as much."""
    return iter(())


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the host in lower case, without scheme, port or path.

    >>> canonical("https://API.Relay-Example.com:3000/v1")
    'api.relay-example.com'
    """
    host = read_link(raw.strip()).host
    return host if registrable(host) else None
