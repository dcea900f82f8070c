"""Asks the operator's own resolver about names (DNS): addresses, name servers, mail servers, an address's network."""

from __future__ import annotations

import asyncio
import os
from ipaddress import ip_address
from typing import TYPE_CHECKING

from dns import asyncresolver, exception, reversename

from store.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dns.rdatatype import RdataType

DNS_VARIABLE = "RESALEWATCH_DNS"
AT_ONCE, SECONDS, MOST, LONGEST = 8, 6.0, 20, 500
_TYPES = ("A", "AAAA", "NS", "MX")
_ORIGINS = {4: "origin.asn.cymru.com", 6: "origin6.asn.cymru.com"}
"""Team Cymru's zones, which map an address onto the network that announces it."""

Answers = dict[str, list[str]]
"""What was answered for one name: texts by record type; ASN and ASN_NAME for its first address."""


def make_resolver(server: str | None = None) -> asyncresolver.Resolver:
    """Make the resolver: the system's, or the server that RESALEWATCH_DNS names (`127.0.0.1:5353`).

    Raises:
        UserError: where the server is not written as an address and a port, or the system has none.
    """
    text = os.environ.get(DNS_VARIABLE, "") if server is None else server
    try:
        resolver = asyncresolver.Resolver(configure=not text)
        if text:
            address, _, port = text.rpartition(":")
            resolver.nameservers = [str(ip_address(address.strip("[]")))]
            resolver.port = int(port)
    except (ValueError, exception.DNSException) as error:
        raise UserError(f"no resolver can be asked ({error}): write {DNS_VARIABLE} as 127.0.0.1:53") from None
    resolver.lifetime = SECONDS
    return resolver


async def ask_names(domains: Sequence[str], resolver: asyncresolver.Resolver) -> dict[str, Answers]:
    """Ask about each domain, a few at once; one that nobody answers for has no answers."""
    places = asyncio.Semaphore(AT_ONCE)

    async def ask_one(domain: str) -> Answers:
        async with places:
            return await _ask_all(domain, resolver)

    answers = await asyncio.gather(*(ask_one(domain) for domain in domains))
    return dict(zip(domains, answers, strict=True))


async def _ask_all(domain: str, resolver: asyncresolver.Resolver) -> Answers:
    found = {kind: await _ask(domain, kind, resolver) for kind in _TYPES}
    addresses = [*found["A"], *found["AAAA"]]
    if addresses:
        found |= await _network(addresses[0], resolver)
    return {kind: texts for kind, texts in found.items() if texts}


async def _network(address: str, resolver: asyncresolver.Resolver) -> Answers:
    """Ask which autonomous system announces an address, and whose it is."""
    try:
        ip = ip_address(address)
    except ValueError:
        return {}
    if not ip.is_global:
        return {}
    labels = str(reversename.from_address(address)).rstrip(".").rsplit(".", 2)[0]
    origin = await _ask(f"{labels}.{_ORIGINS[ip.version]}", "TXT", resolver)
    number = origin[0].split("|")[0].split()[0] if origin and origin[0].split("|")[0].split() else ""
    if not number.isdigit():
        return {}
    named = await _ask(f"AS{number}.asn.cymru.com", "TXT", resolver)
    return {"ASN": [f"AS{number}"], "ASN_NAME": [named[0].rpartition("|")[2].strip()] if named else []}


async def _ask(name: str, kind: RdataType | str, resolver: asyncresolver.Resolver) -> list[str]:
    try:
        answer = await resolver.resolve(name, kind, raise_on_no_answer=False, search=False)
    except (exception.DNSException, OSError, ValueError):
        return []
    texts = (record.to_text()[:LONGEST].strip('"') for record in answer.rrset or ())
    return sorted(texts)[:MOST]
