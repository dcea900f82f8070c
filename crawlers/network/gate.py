"""The one gate: every connection of a source, the crawler's and its browser's, is admitted here or not made."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING

from crawlers.network.addresses import is_loopback, why_not_public
from crawlers.network.targets import RefusedError, make_target, read_target
from store.errors import UserError

if TYPE_CHECKING:
    from crawlers.network.addresses import Address
    from crawlers.network.targets import Target

log = logging.getLogger("resalewatch.gate")

RESOLVE_VARIABLE = "RESALEWATCH_RESOLVE"
RESOLVE_SECONDS = 10.0
MAX_REFUSALS = 100

Resolver = Callable[[str, int], Awaitable[list[str]]]


@dataclass(frozen=True, slots=True)
class Way:
    """Where a socket goes: an address that was checked, never a name that could resolve anew."""

    address: str
    port: int


class NoHostError(Exception):
    """Raised where a host name resolves to nothing; `known` where the resolver knows that there is no such name."""

    def __init__(self, message: str, *, known: bool = False) -> None:
        super().__init__(message)
        self.known = known


async def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver for all addresses of a host.

    Raises:
        NoHostError: where it has none, or does not answer in time.
    """
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(RESOLVE_SECONDS):
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        known = error.errno in (socket.EAI_NONAME, socket.EAI_NODATA)
        raise NoHostError(f"{host} does not resolve: {error.strerror}", known=known) from error
    except TimeoutError as error:
        raise NoHostError(f"{host} does not resolve: no answer within {RESOLVE_SECONDS:.0f} s") from error
    except (OSError, UnicodeError) as error:
        raise NoHostError(f"{host} does not resolve: {error}") from error
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(slots=True)
class Gate:
    """What one source may reach: the public internet, or with `loopback` this machine alone.

    `ways` maps host patterns onto fixed addresses, like curl's --connect-to; they count for loopback sources only.
    `admitted` keeps the way of each host last let through, `refusals` the reasons of what was not.
    """

    loopback: bool = False
    ways: tuple[tuple[str, Way], ...] = ()
    resolver: Resolver = resolve
    admitted: dict[tuple[str, int], Way] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)

    async def admit(self, scheme: str, host: str, port: int | None = None) -> Way:
        """Resolve a host once and give the checked way to it.

        Raises:
            RefusedError: where the host is badly written or any of its addresses may not be reached.
            NoHostError: where it does not resolve.
        """
        try:
            return await self._admit(make_target(scheme, host, port))
        except RefusedError as error:
            self._note(error)
            raise

    def check_url(self, url: str) -> Target:
        """Read a URL strictly, before anything is asked of it.

        Raises:
            RefusedError: as `read_target`, and where it names an address that may not be reached.
        """
        try:
            target = read_target(url)
            if target.address is not None:
                self._check(target.host, target.address)
        except RefusedError as error:
            self._note(error)
            raise
        return target

    def peer_of(self, host: str, port: int) -> str | None:
        """Give the address that connections to a host went to, or None where none was made."""
        way = self.admitted.get((host, port))
        return way.address if way is not None else None

    async def _admit(self, target: Target) -> Way:
        way = self._mapped(target)
        if way is None:
            found = [target.host] if target.address is not None else await self._look_up(target)
            if not found:
                raise NoHostError(f"{target.host} does not resolve")
            for text in found:
                self._check(target.host, ip_address(text))
            way = Way(_best(found), target.port)
        self.admitted[target.host, target.port] = way
        return way

    async def _look_up(self, target: Target) -> list[str]:
        try:
            return await self.resolver(target.host, target.port)
        except NoHostError as error:
            if self.loopback or not any(_fits(target.host, pattern) for pattern, _ in self.ways):
                raise
            hint = f"{RESOLVE_VARIABLE} counts for sources with `loopback: true` alone"
            raise NoHostError(f"{error} ({hint})", known=error.known) from error

    def _mapped(self, target: Target) -> Way | None:
        if not self.loopback or target.address is not None:
            return None
        way = next((way for pattern, way in self.ways if _fits(target.host, pattern)), None)
        if way is not None:
            self._check(target.host, ip_address(way.address))
        return way

    def _check(self, host: str, address: Address) -> None:
        if self.loopback:
            why = None if is_loopback(address) else f"{address} is not this machine's own (loopback: true)"
        else:
            why = why_not_public(address)
        if why is not None:
            raise RefusedError(f"{host}: {why}" if host != str(address) else why)

    def _note(self, error: RefusedError) -> None:
        log.warning("refused: %s", error)
        if len(self.refusals) < MAX_REFUSALS:
            self.refusals.append(str(error))


def _fits(host: str, pattern: str) -> bool:
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern


def _best(addresses: list[str]) -> str:
    """Choose IPv4 where there is one: a machine without IPv6 is common, one without IPv4 rare."""
    return next((text for text in addresses if ":" not in text), addresses[0])


def read_ways(text: str | None = None) -> tuple[tuple[str, Way], ...]:
    """Read `*.market.test=127.0.0.1:34567,shop.test=127.0.0.1:8000` (default: RESALEWATCH_RESOLVE).

    Raises:
        UserError: where the text is not of this form.
    """
    text = os.environ.get(RESOLVE_VARIABLE, "") if text is None else text
    ways = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        pattern, _, goal = part.partition("=")
        address, _, port = goal.rpartition(":")
        try:
            way = Way(str(ip_address(address.strip("[]"))), int(port))
        except ValueError as error:
            raise UserError(
                f"{RESOLVE_VARIABLE} holds {part!r}: write it as '*.market.test=127.0.0.1:34567'"
            ) from error
        ways.append((pattern.strip().lower(), way))
    return tuple(ways)
