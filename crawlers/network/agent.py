"""Makes Scrapy's HTTP client connect through the gate alone, to the address that was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
    _ScrapyAgent,
)
from scrapy.utils.defer import deferred_from_coro, maybe_deferred_to_future
from twisted.internet.endpoints import TCP4ClientEndpoint, TCP6ClientEndpoint, wrapClientTLS
from twisted.internet.interfaces import IStreamClientEndpoint
from twisted.web._newclient import ParseError
from twisted.web.client import Agent
from twisted.web.iweb import IAgentEndpointFactory
from zope.interface import implementer

if TYPE_CHECKING:
    from scrapy import Request
    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress, IProtocol, IProtocolFactory
    from twisted.web._newclient import Request as WireRequest
    from twisted.web.client import URI
    from twisted.web.iweb import IResponse

    from crawlers.network.gate import Gate

MAX_HEADER_BYTES = 256 * 1024


@implementer(IStreamClientEndpoint)
class GateEndpoint:
    """An end point that asks the gate for its address at the moment of connecting."""

    def __init__(self, gate: Gate, uri: URI, timeout: float) -> None:
        self._gate = gate
        self._uri = uri
        self._timeout = timeout

    def connect(self, protocolFactory: IProtocolFactory) -> Deferred[IProtocol]:  # noqa: N803 - Twisted's name
        """Connect to the checked address of the host; errors are the gate's or the socket's."""
        return deferred_from_coro(self._connect(protocolFactory))

    async def _connect(self, factory: IProtocolFactory) -> IProtocol:
        from twisted.internet import reactor

        uri = self._uri
        host = uri.host.decode("ascii", "replace")
        way = await self._gate.admit(
            uri.scheme.decode("ascii"), f"[{host}]" if ":" in host else host, uri.port
        )
        kind = TCP6ClientEndpoint if ":" in way.address else TCP4ClientEndpoint
        connecting = kind(reactor, way.address, way.port, timeout=self._timeout).connect(factory)
        protocol: IProtocol = await maybe_deferred_to_future(connecting)
        return protocol


@implementer(IAgentEndpointFactory)
class GateEndpoints:
    """Gives Twisted's Agent its end points: the gate's, with TLS on top for https."""

    def __init__(self, gate: Gate, tls: Any, timeout: float) -> None:  # noqa: ANN401 - an IPolicyForHTTPS
        self._gate = gate
        self._tls = tls
        self._timeout = timeout

    def endpointForURI(self, uri: URI) -> Any:  # noqa: ANN401, N802 - Twisted's name; zope's interfaces are no types
        """Give the end point of a URI that Twisted has read; what it read is what the gate checks."""
        endpoint: Any = GateEndpoint(self._gate, uri, self._timeout)
        if uri.scheme != b"https":
            return endpoint
        return wrapClientTLS(self._tls.creatorForNetloc(uri.host, uri.port), endpoint)


class GateAgent(_ScrapyAgent):
    """Scrapy's own request and body logic (limits, timeout), over the gate's end points; no proxy is honoured."""

    def __init__(self, *, gate: Gate, **options: Any) -> None:  # noqa: ANN401 - Scrapy's own options
        super().__init__(**options)
        self._gate = gate

    def _get_agent(self, request: Request, timeout: float) -> Agent:  # noqa: ARG002 - Scrapy's signature
        from twisted.internet import reactor

        endpoints = GateEndpoints(self._gate, self._contextFactory, timeout)
        agent: Agent = Agent.usingEndpointFactory(  # type: ignore[no-untyped-call]
            reactor, endpoints, pool=self._pool
        )
        return agent


class _TooManyHeadersError(ParseError):
    """Raised where the headers of one reply grow too large."""

    def __init__(self, reason: str, line: bytes) -> None:
        super().__init__(reason, line)  # type: ignore[no-untyped-call]


class _BoundedParser(_LenientHTTPClientParser):
    """Counts header lines: Scrapy's body limit does not, and a server may send them for ever."""

    header_bytes = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        self.header_bytes += len(line) + 2
        if self.header_bytes > MAX_HEADER_BYTES:
            raise _TooManyHeadersError(f"more than {MAX_HEADER_BYTES} bytes of headers", line[:80])
        super().lineReceived(line)


class _BoundedProtocol(_LenientHTTP11ClientProtocol):
    def request(self, request: WireRequest) -> Deferred[IResponse]:
        result = super().request(request)
        self._parser.__class__ = _BoundedParser
        return result


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Builds protocols that end a reply whose headers grow too large."""

    def buildProtocol(self, addr: IAddress | None) -> _BoundedProtocol:  # noqa: ARG002, N802 - Twisted's name
        """Build the protocol of one connection."""
        return _BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
