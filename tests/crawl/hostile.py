"""A server that says exactly the bytes a test wants, on 127.0.0.1; hosts are told apart by their Host header."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

Answer = bytes | Iterable[bytes]
Say = Answer | Callable[[int], Answer]


@dataclass(frozen=True)
class Asked:
    """One request as it came: `began` and `ended` are moments of time.monotonic, `ended` that of the last byte."""

    host: str
    path: str
    method: str
    headers: dict[str, str]
    body: bytes
    began: float
    ended: float


def page(
    body: str | bytes, *, status: str = "200 OK", media_type: str = "text/html", **headers: str
) -> bytes:
    """Give a whole reply; names of headers are written with _ for -."""
    raw = body.encode() if isinstance(body, str) else body
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {media_type}",
        f"Content-Length: {len(raw)}",
        "Connection: close",
    ]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + raw


NOT_FOUND = page("nothing here", status="404 Not Found", media_type="text/plain")


@dataclass
class Hostile:
    """Answers by `host/path`, then by `host`; a callable is given how often it was asked before."""

    answers: Mapping[str, Say]
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    address: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    _counts: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> Self:
        self._socket = socket.create_server((self.address, 0))
        self._stopping = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._socket.close()

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    @property
    def ways(self) -> str:
        return f"*.hostile.test=127.0.0.1:{self.port}"

    def of(self, host: str) -> list[Asked]:
        """Give what was asked of a host, `a` standing for `a.hostile.test`."""
        return [one for one in self.asked if one.host == f"{host}.hostile.test"]

    def times(self, key: str) -> int:
        """Give how often a callable answer was asked for."""
        return self._counts.get(key, -1) + 1

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError):
            connection.settimeout(20)
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
            self._converse(connection)

    def _converse(self, connection: socket.socket) -> None:
        with connection:
            began = time.monotonic()
            head, body = self._read(connection)
            if not head:
                return
            first, *lines = head.decode("latin-1").split("\r\n")
            method, path, _ = first.split(" ", 2)
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
            }
            host = headers.get("host", "").partition(":")[0]
            asked = Asked(host, path, method, headers, body, began, time.monotonic())
            with self._lock:
                # Before the answer: whoever has it may ask again or look, while this thread waits for its turn.
                place = len(self.asked)
                self.asked.append(asked)
            try:
                for chunk in self._answer(host, path, headers.get("if-none-match")):
                    connection.sendall(chunk)
            finally:
                self.asked[place] = replace(asked, ended=time.monotonic())

    @staticmethod
    def _read(connection: socket.socket) -> tuple[bytes, bytes]:
        raw = b""
        while b"\r\n\r\n" not in raw:
            chunk = connection.recv(65536)
            if not chunk:
                return b"", b""
            raw += chunk
        head, _, body = raw.partition(b"\r\n\r\n")
        return head, body

    def _answer(self, host: str, path: str, tag: str | None) -> Iterable[bytes]:
        short = host.removesuffix(".hostile.test")
        key = f"{short}{path}" if f"{short}{path}" in self.answers else short
        if path == "/robots.txt" and f"{short}/robots.txt" not in self.answers:
            return [NOT_FOUND]
        found = self.answers.get(key, NOT_FOUND)
        if callable(found):
            with self._lock:
                count = self._counts[key] = self._counts.get(key, -1) + 1
            found = found(count)
        if isinstance(found, bytes) and tag and f"ETag: {tag}\r\n".encode() in found:
            return [page("", status="304 Not Modified")]
        return [found] if isinstance(found, bytes) else found
