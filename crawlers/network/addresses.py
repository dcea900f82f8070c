"""Which addresses the gate lets a socket reach. Pure: addresses in, a reason or None out."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

Address = IPv4Address | IPv6Address

# The IANA special-purpose registries (RFC 6890 and later), for `is_global` of the standard library misses some
# (192.88.99.0/24, multicast, discard) and its answer changes between Python releases.
_SPECIAL = {
    ip_network(block): why
    for block, why in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "AS112"),
        ("192.52.193.0/24", "AMT"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "AS112"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("64:ff9b:1::/48", "local NAT64"),
        ("100::/64", "discard"),
        ("100:0:0:1::/64", "dummy"),
        ("2001::/23", "protocol assignments"),
        ("2001:db8::/32", "documentation"),
        ("2620:4f:8000::/48", "AS112"),
        ("3fff::/20", "documentation"),
        ("5f00::/16", "segment routing"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
}
_NAT64 = ip_network("64:ff9b::/96")
_COMPATIBLE = ip_network("::/96")
_TRANSLATED = ip_network("::ffff:0:0:0/96")
_GLOBAL_V6 = ip_network("2000::/3")


def why_not_public(address: Address) -> str | None:
    """Say why an address is not on the public internet, or None where it is.

    Every address that another one carries (mapped, translated, NAT64, 6to4, Teredo) must be public too.

    >>> why_not_public(IPv4Address("100.64.0.1"))
    '100.64.0.1 is carrier-grade NAT'
    >>> why_not_public(IPv6Address("64:ff9b::a00:1"))
    '64:ff9b::a00:1 carries 10.0.0.1, which is private'
    >>> why_not_public(IPv4Address("1.1.1.1")) is None
    True
    """
    for block, why in _SPECIAL.items():
        if address.version == block.version and address in block:
            return f"{address} is {why}"
    if isinstance(address, IPv4Address):
        return None
    if address.scope_id is not None:
        return f"{address} names a zone of this machine"
    carried = _carried(address)
    for inner in carried:
        if inner_why := why_not_public(inner):
            return f"{address} carries {inner_why.replace(' is ', ', which is ', 1)}"
    return None if carried or address in _GLOBAL_V6 else f"{address} is outside of global unicast"


def is_loopback(address: Address) -> bool:
    """Say whether an address is this machine's own, written as IPv4, IPv6 or IPv4 mapped into IPv6."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_loopback


def _carried(address: IPv6Address) -> list[IPv4Address]:
    """Give the IPv4 addresses that an IPv6 address leads to."""
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if address.teredo is not None:
        return list(address.teredo)
    if any(address in block for block in (_NAT64, _COMPATIBLE, _TRANSLATED)):
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return []
