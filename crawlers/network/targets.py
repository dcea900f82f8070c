"""Reads the host and port of an address strictly, so that no two parsers can see two hosts in it. Pure."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from crawlers.network.addresses import Address

MAX_URL = 8192
_PORTS = {"http": 80, "https": 443}
# Ports on which no shop serves pages but a request could be read as a command: the Fetch standard's bad ports
# that matter, without those above 10000.
_BAD_PORTS = frozenset(
    {
        *range(1, 26),
        37,
        42,
        43,
        53,
        69,
        77,
        79,
        87,
        95,
        *range(101, 120),
        123,
        135,
        137,
        139,
        143,
        161,
        179,
        389,
    }
    | {
        427,
        465,
        *range(512, 516),
        526,
        *range(530, 533),
        540,
        548,
        554,
        556,
        563,
        587,
        601,
        636,
        989,
        990,
        993,
        995,
    }
    | {
        1719,
        1720,
        1723,
        2049,
        3659,
        4045,
        4190,
        5060,
        5061,
        6000,
        6379,
        6566,
        *range(6665, 6670),
        6679,
        6697,
        9200,
    }
)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMERIC = re.compile(r"[0-9]+|0x[0-9a-f]*")


class RefusedError(Exception):
    """Raised by the gate where an address may not be fetched; the message says why."""


def words_of(error: BaseException) -> str:
    """Give what an error says of itself, or its kind where it says nothing."""
    return str(error).strip() or type(error).__name__


@dataclass(frozen=True, slots=True)
class Target:
    """What a connection would go to; `address` stands where the URL names one instead of a host."""

    scheme: str
    host: str
    port: int
    address: Address | None = None


def read_target(url: str) -> Target:
    """Read where a URL leads.

    Raises:
        RefusedError: for a scheme other than http and https, credentials, a backslash or a control character, a
            port where no page is served, and a host in any but its one plain form.

    >>> read_target("https://Shop.Example:8443/a?b")
    Target(scheme='https', host='shop.example', port=8443, address=None)
    """
    if len(url) > MAX_URL:
        raise RefusedError(f"an address of {len(url)} characters is too long")
    if not url.isprintable() or " " in url or "\\" in url:
        raise RefusedError(f"{url[:80]!r} holds a backslash, a space or a control character")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError(f"{url[:80]!r} is no address: {error}") from error
    if parts.scheme not in _PORTS:
        raise RefusedError(f"{parts.scheme or 'no scheme'!r} is not http or https")
    if "@" in parts.netloc:
        raise RefusedError(f"{parts.hostname!r} comes with credentials in its address")
    if parts.netloc.endswith(":"):
        raise RefusedError(f"{parts.netloc!r} has a colon and no port")
    return make_target(parts.scheme, parts.netloc.rpartition(":")[0] if port else parts.netloc, port)


def make_target(scheme: str, host: str, port: int | None = None) -> Target:
    """Read a host as a URL or a CONNECT line writes it (IPv6 in brackets).

    Raises:
        RefusedError: as `read_target`.
    """
    port = _PORTS[scheme] if port is None else port
    if not 0 < port < 65536 or port in _BAD_PORTS:  # noqa: PLR2004 - the range of ports
        raise RefusedError(f"port {port} serves no pages")
    if host.startswith("["):
        address = _read_ipv6(host)
        return Target(scheme, str(address), port, address)
    name = _plain_name(host)
    with suppress(AddressValueError):
        return Target(scheme, name, port, IPv4Address(name))
    labels = name.split(".")
    if _NUMERIC.fullmatch(labels[-1]):
        raise RefusedError(f"{host!r} is a number that some read as an address")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):  # noqa: PLR2004 - RFC 1035
        raise RefusedError(f"{host[:80]!r} is no host name")
    return Target(scheme, name, port)


def _plain_name(host: str) -> str:
    """Write a host in lower case and in ASCII; what Unicode folds onto (full-width digits, 。) is what counts."""
    if not host or len(host) > 253:  # noqa: PLR2004 - RFC 1035
        raise RefusedError("the address names no host")
    try:
        name = host.encode("idna").decode("ascii").lower() if not host.isascii() else host.lower()
    except UnicodeError as error:
        raise RefusedError(f"{host[:80]!r} is no host name: {error}") from error
    return name.removesuffix(".")


def _read_ipv6(host: str) -> IPv6Address:
    text = host[1:-1] if host.endswith("]") else host
    try:
        address = IPv6Address(text)
    except AddressValueError as error:
        raise RefusedError(f"{host[:80]!r} is no address") from error
    if address.scope_id is not None:
        raise RefusedError(f"{host[:80]!r} names a zone of this machine")
    return address
