"""The browser's way out: a proxy on loopback that takes every connection of one source's pages through its gate."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawlers.network.gate import NoHostError
from crawlers.network.targets import RefusedError, read_target, words_of

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter
    from collections.abc import AsyncIterator

    from crawlers.network.gate import Gate

log = logging.getLogger("resalewatch.proxy")

MAX_HEAD_BYTES = 256 * 1024
MAX_PAGE_BYTES = 32 * 1024 * 1024
MAX_PAGE_PARTS = 500
CONNECT_SECONDS = 10.0
IDLE_SECONDS = 20.0
TURN_SECONDS = 5.0
_CHUNK = 64 * 1024
_HOP = (b"connection", b"proxy-connection", b"keep-alive", b"proxy-authorization", b"upgrade")
_REFUSED = b"HTTP/1.1 403 Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_UNREACHABLE = b"HTTP/1.1 502 Unreachable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class _TooMuchError(Exception):
    """Raised where a page has used up its bytes."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The first line and the headers of a request or a reply, as they came."""

    start: tuple[bytes, bytes, bytes]
    lines: tuple[bytes, ...]

    def forwarded(self, start: bytes) -> bytes:
        """Write the head for the other side: a connection carries one exchange, so that no two can mix."""
        kept = [line for line in self.lines if line.split(b":", 1)[0].strip().lower() not in _HOP]
        return b"\r\n".join([start, *kept, b"Connection: close", b"", b""])


class GateProxy:
    """Serves HTTP and CONNECT to one browser context; navigations, parts, sockets and workers all come through."""

    def __init__(self, gate: Gate, *, max_bytes: int = MAX_PAGE_BYTES) -> None:
        self._gate = gate
        self._max_bytes = max_bytes
        self._left = max_bytes
        self._parts = MAX_PAGE_PARTS
        self._server: asyncio.Server | None = None
        self._turns: dict[str, asyncio.Lock] = {}
        self._open: set[asyncio.Task[None]] = set()
        self.refused: dict[str, str] = {}
        """The hosts that the gate refused to this source's pages, and why."""

    @property
    def url(self) -> str:
        """Where the browser finds the proxy."""
        if self._server is None:
            raise RuntimeError("the proxy has not been started")
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def start(self) -> None:
        """Begin to listen, on a port of 127.0.0.1 that the system chooses."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=MAX_HEAD_BYTES)

    def begin_page(self) -> None:
        """Give the next page its full share of bytes and parts."""
        self._left = self._max_bytes
        self._parts = MAX_PAGE_PARTS

    async def close(self) -> None:
        """Stop listening and cut every connection."""
        if self._server is not None:
            self._server.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _accept(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._open.add(task)
            task.add_done_callback(self._open.discard)
        try:
            await self._serve(reader, writer)
        except RefusedError:
            await _answer(writer, _REFUSED)
        except NoHostError:
            await _answer(writer, _UNREACHABLE)
        except (
            OSError,
            TimeoutError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
            _TooMuchError,
        ) as error:
            log.info("a browser connection ended: %s", words_of(error))
        except asyncio.CancelledError:
            log.debug("a browser connection was cut")
        finally:
            writer.close()

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        head = await _read_head(reader)
        method, goal, _ = head.start
        self._parts -= 1
        if self._left <= 0 or self._parts < 0:
            raise _TooMuchError("the page has taken its share")
        if method == b"CONNECT":
            await self._tunnel(goal.decode("latin-1"), reader, writer)
        else:
            await self._exchange(head, reader, writer)

    async def _tunnel(self, goal: str, reader: StreamReader, writer: StreamWriter) -> None:
        host, _, port = goal.rpartition(":")
        if not port.isdigit():
            raise RefusedError(f"{goal[:80]!r} is no host and port")
        async with self._connected("https", host, int(port)) as (upstream, out):
            writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
            await asyncio.gather(self._relay(reader, out), self._relay(upstream, writer))

    async def _exchange(self, head: _Head, reader: StreamReader, writer: StreamWriter) -> None:
        method, url, _ = head.start
        target = read_target(url.decode("latin-1"))
        if target.scheme != "http":
            raise RefusedError(f"{target.scheme} comes as CONNECT or not at all")
        host = f"[{target.host}]" if ":" in target.host else target.host
        rest = b"/" + url.split(b"//", 1)[1].partition(b"/")[2]
        async with self._turn(target.host), self._connected("http", host, target.port) as (upstream, out):
            out.write(head.forwarded(method + b" " + rest + b" HTTP/1.1"))
            sending = asyncio.ensure_future(self._relay(reader, out, close=False))
            try:
                reply = await _read_head(upstream)
                writer.write(reply.forwarded(b" ".join(reply.start)))
                await self._relay(upstream, writer)
            finally:
                sending.cancel()
                await asyncio.gather(sending, return_exceptions=True)

    @asynccontextmanager
    async def _connected(
        self, scheme: str, host: str, port: int
    ) -> AsyncIterator[tuple[StreamReader, StreamWriter]]:
        try:
            way = await self._gate.admit(scheme, host, port)
        except RefusedError as error:
            self.refused[host.strip("[]").lower()] = str(error)
            raise
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                upstream, out = await asyncio.open_connection(way.address, way.port, limit=MAX_HEAD_BYTES)
        except (OSError, TimeoutError) as error:
            raise NoHostError(f"{host} does not answer: {words_of(error)}") from error
        try:
            yield upstream, out
        finally:
            out.close()
            with suppress(OSError):
                await out.wait_closed()

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        """Hold a host for one exchange; a reply that never ends keeps the others waiting only so long."""
        lock = self._turns.setdefault(host, asyncio.Lock())
        try:
            async with asyncio.timeout(TURN_SECONDS):
                await lock.acquire()
        except TimeoutError:
            yield
            return
        try:
            yield
        finally:
            lock.release()

    async def _relay(self, reader: StreamReader, writer: StreamWriter, *, close: bool = True) -> None:
        while True:
            async with asyncio.timeout(IDLE_SECONDS):
                chunk = await reader.read(_CHUNK)
            if not chunk:
                break
            self._left -= len(chunk)
            if self._left < 0:
                raise _TooMuchError(f"the page took more than {self._max_bytes} bytes")
            writer.write(chunk)
            await writer.drain()
        if close:
            writer.close()


async def _read_head(reader: StreamReader) -> _Head:
    async with asyncio.timeout(IDLE_SECONDS):
        raw = await reader.readuntil(b"\r\n\r\n")
    first, *lines = raw[:-4].split(b"\r\n")
    one, two, three, *_ = [*first.split(b" ", 2), b"", b""]
    return _Head((one, two, three), tuple(lines))


async def _answer(writer: StreamWriter, reply: bytes) -> None:
    with suppress(OSError):
        writer.write(reply)
        await writer.drain()
