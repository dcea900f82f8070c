"""Hosts of addresses. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """Give the host of an address, empty where it has none.

    >>> host_of("https://Shop.example:8443/a"), host_of("https://[")
    ('shop.example', '')
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
