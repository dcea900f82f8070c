"""The market's server: hosts told apart by their Host header, on 127.0.0.1 alone."""

import gzip
import hashlib
import json
import threading
import time
from collections import Counter
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import parse_qsl, urlsplit

from tests.market.behaviour import Behaviour, load_behaviour
from tests.market.shelf import TYPES, Shelf

HERE = Path(__file__).resolve().parent
PAGES = HERE / "pages"
CHANGES = HERE / "changes"
TRUTH = HERE / "truth"
CONTROL = "control.market.test"
PLAIN = "text/plain; charset=utf-8"


class Request(NamedTuple):
    """One request as it came, for tests of politeness."""

    host: str
    method: str
    path: str
    user_agent: str
    at: float


@dataclass(frozen=True)
class Reply:
    """What goes back, before ETag and compression."""

    status: int
    body: bytes = b""
    content_type: str = PLAIN
    headers: tuple[tuple[str, str], ...] = ()


class Market:
    """Serves the pages of every host, and remembers what was asked."""

    def __init__(self, root: Path = PAGES, port: int = 0, changes: Path | None = None) -> None:
        self.root = Path(root)
        self.changes = changes or self.root.parent / "changes"
        self.requests: list[Request] = []
        self._on: list[str] = []
        self._failed: Counter[tuple[str, str]] = Counter()
        self._lock = threading.Lock()
        self._server = _Server(self, port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self.close()
        self._thread.join()

    def close(self) -> None:
        """Let the port go; a market that was never entered needs no more than this."""
        self._server.server_close()

    @property
    def port(self) -> int:
        """The port on 127.0.0.1."""
        return int(self._server.server_address[1])

    @property
    def hosts(self) -> list[str]:
        """The hosts that have a folder of pages."""
        return sorted(folder.name for folder in self.root.iterdir() if folder.is_dir())

    @property
    def active_changes(self) -> list[str]:
        """The changes that are on, the last one on top."""
        return list(self._on)

    def change(self, name: str, on: bool = True) -> None:
        """Lay a change over the pages, or take it off again."""
        if not name or Path(name).name != name or not (self.changes / name).is_dir():
            raise ValueError(f"no change named {name!r} in {self.changes}")
        with self._lock:
            self._on = [other for other in self._on if other != name] + [name] * on

    def reset(self) -> None:
        """Take all changes off, and forget requests and failures counted."""
        with self._lock:
            self._on.clear()
            self._failed.clear()
            self.requests.clear()

    def answer(self, method: str, target: str, host_header: str, user_agent: str, sent: bytes = b"") -> Reply:
        """Return the reply to one request, whose target may be a path or a whole URL; `sent` is its body."""
        url = urlsplit(target)
        host = (url.netloc or host_header).partition(":")[0].lower()
        path = url.path or "/"
        query = dict(parse_qsl(url.query))
        if host == CONTROL:
            return self._control(method, path, query)
        said = path + ("?" + url.query if url.query else "")
        with self._lock:
            self.requests.append(Request(host, method, said, user_agent, time.monotonic()))
        if host not in self.hosts:
            return Reply(HTTPStatus.MISDIRECTED_REQUEST, b"no such host here\n")
        if method == "POST" and path in self._behaviour(host).posts:
            return self._page(host, path, query | _asked_in(sent))
        if method not in {"GET", "HEAD"}:
            return Reply(HTTPStatus.METHOD_NOT_ALLOWED, b"read only\n", headers=(("Allow", "GET, HEAD"),))
        return self._page(host, path, query)

    def _control(self, method: str, path: str, query: dict[str, str]) -> Reply:
        if method != "POST" or path not in {"/change", "/reset"}:
            return Reply(HTTPStatus.NOT_FOUND, b"POST /change?name=NAME&on=1, POST /reset\n")
        try:
            if path == "/reset":
                self.reset()
            else:
                self.change(query.get("name", ""), query.get("on", "1") not in {"0", "false", "no"})
        except ValueError as error:
            return Reply(HTTPStatus.BAD_REQUEST, f"{error}\n".encode())
        return Reply(HTTPStatus.OK, json.dumps({"on": self.active_changes}).encode(), TYPES[".json"])

    def _shelf(self) -> Shelf:
        return Shelf([self.root, *(self.changes / name for name in self._on)])

    def _behaviour(self, host: str) -> Behaviour:
        return load_behaviour(self._shelf().site_file(host))

    def _page(self, host: str, path: str, query: dict[str, str]) -> Reply:
        shelf, behaviour = self._shelf(), self._behaviour(host)
        asked = behaviour.asked(path, query)
        extra = tuple(behaviour.extra_headers(path, asked))
        if self._fails(host, path, behaviour):
            return Reply(HTTPStatus.INTERNAL_SERVER_ERROR, b"Server Error\n", headers=extra)
        if path in behaviour.redirects:
            return Reply(HTTPStatus.FOUND, headers=(*extra, ("Location", behaviour.redirects[path])))
        status, file = self._choose(shelf, behaviour, host, path, asked)
        if file is None:
            return Reply(HTTPStatus.NOT_FOUND, b"404 page not found\n", headers=extra)
        kind = behaviour.content_type(path, TYPES.get(file.suffix, TYPES[".html"]))
        return Reply(status, file.read_bytes(), kind, extra)

    def _fails(self, host: str, path: str, behaviour: Behaviour) -> bool:
        with self._lock:
            if self._failed[host, path] >= behaviour.fail_first.get(path, 0):
                return False
            self._failed[host, path] += 1
            return True

    @staticmethod
    def _choose(
        shelf: Shelf, behaviour: Behaviour, host: str, path: str, asked: dict[str, str]
    ) -> tuple[int, Path | None]:
        # a wall stands before everything but robots.txt, as at most real ones
        if behaviour.wall and path != "/robots.txt":
            status, name = behaviour.wall
            return status, shelf.private_file(host, name)
        if file := shelf.find(host, path, asked):
            return behaviour.status.get(path, HTTPStatus.OK), file
        if instead := behaviour.instead(path):
            return instead.status, shelf.private_file(host, instead.file)
        return HTTPStatus.NOT_FOUND, None


def _asked_in(sent: bytes) -> dict[str, str]:
    """Give what a question in JSON asks for, as a query would."""
    try:
        asked = json.loads(sent)
    except ValueError:
        return {}
    return {key: str(value) for key, value in asked.items()} if isinstance(asked, dict) else {}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # an idle keep-alive connection must not hold up the end of a test
    block_on_close = False

    def __init__(self, market: Market, port: int) -> None:
        self.market = market
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet: a client that hangs up is no error of the market's."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    # head and body go in two writes; else each body waits 40 ms for the client's acknowledgement of the head
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    def do_HEAD(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        agent, host = self.headers.get("User-Agent", ""), self.headers.get("Host", "")
        self._send(self.server.market.answer(self.command, self.path, host, agent, sent))

    def _send(self, reply: Reply) -> None:
        status, body = reply.status, reply.body
        named = {key.lower() for key, _ in reply.headers}
        out = [("Content-Type", reply.content_type), ("Date", self.date_time_string())]
        out += [] if "server" in named else [("Server", "nginx")]
        if status == HTTPStatus.OK:
            tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
            out.append(("ETag", tag))
            if tag in self.headers.get("If-None-Match", ""):
                status, body = HTTPStatus.NOT_MODIFIED, b""
        if body and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 5, mtime=0)
            out.append(("Content-Encoding", "gzip"))
        out += [("Vary", "Accept-Encoding"), *reply.headers]
        self.send_response_only(status)
        if status != HTTPStatus.NOT_MODIFIED:
            out.append(("Content-Length", str(len(body))))
        for key, value in out:
            self.send_header(key, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Log nothing: the market remembers requests instead."""
