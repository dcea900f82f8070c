"""Public IP addresses: in a link, with a port, or behind a word that says server."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import read_link

KIND = "ip"
TRIGGER = r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|://\["

_QUAD = r"(?P<ip>(?:[0-9]{1,3}\.){3}[0-9]{1,3})"
_LABELLED = re.compile(
    rf"(?i:(?<![a-z])ip|服务器|节点|地址|server|host|сервер)[^\w\n]{{0,6}}{_QUAD}(?![0-9.]|/[0-9])"
)
# Resolvers that every guide names.
_RESOLVERS = frozenset(
    ("8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "114.114.114.114", "223.5.5.5")
)
_PRIVATE = tuple(
    map(ipaddress.ip_network, ("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                               "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10"))
)  # fmt: skip


def find(scan: Scan) -> Iterator[Found]:
    """Give the addresses of a text; private ones and public resolvers are none."""
    for link in scan.links:
        value = canonical(link.host)
        if value:
            yield Found(link.start, link.end, value)
    for found in scan.matches(_LABELLED):
        value = canonical(found["ip"])
        if value:
            yield Found(found.start("ip"), found.end("ip"), value)


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the address in its shortest form.

    >>> canonical("http://203.0.113.82:3000"), canonical("192.168.1.1")
    ('203.0.113.82', None)
    """
    value = raw.strip()
    if "://" in value or value.count(":") == 1:
        value = read_link(value).host
    if not value[:1].isdigit() and not value.startswith(("[", ":")) and value.count(":") < _V6_COLONS:
        return None
    try:
        address = ipaddress.ip_address(value.strip("[]"))
    except ValueError:
        return None
    if str(address) in _RESOLVERS or any(
        address in net for net in _PRIVATE if net.version == address.version
    ):
        return None
    return str(address)


_V6_COLONS = 2
