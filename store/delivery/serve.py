"""Feeds over HTTP for consumers that poll: strong ETags, Last-Modified, gzip, a bearer token; files of versions alone.

Behind a proxy that speaks TLS. A request resolves the version once, so that what it is given is of one version;
`/versions/v000012/…` names one, and every answer says its own in X-Feed-Version.
"""

from __future__ import annotations

import hmac
import re
import threading
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from store.delivery.version import Part, Version, read_version
from store.errors import UserError
from store.feeds.directory import find_version, version_path
from store.feeds.manifest import path_in

TOKEN = "RESALEWATCH_FEEDS_TOKEN"  # noqa: S105 - the name of a variable
SHORTEST_TOKEN = 16
MAX_AGE = 300
_CHUNK = 1 << 16
_TIMEOUT = 30
_AT_ONCE = 64
_VERSIONED = re.compile(r"/versions/v([0-9]{1,12})/(.+)")
_PACKED = "-gzip"


class FeedServer(ThreadingHTTPServer):
    """Serves one directory of feeds; at most 64 requests at once, the rest are told to come again."""

    daemon_threads = True

    def __init__(self, place: tuple[str, int], directory: Path, token: str) -> None:
        """Bind.

        Raises:
            UserError: where the token is too short, or the place is taken.
        """
        if len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable():
            raise UserError(f"{TOKEN} must hold a token of at least {SHORTEST_TOKEN} plain characters")
        self.directory, self.token = directory, token.encode()
        self.seats = threading.BoundedSemaphore(_AT_ONCE)
        self.read_version = lru_cache(8)(_read)
        try:
            super().__init__(place, _Answer)
        except OSError as error:
            raise UserError(f"{place[0]}:{place[1]} cannot be served: {error.strerror}") from error


def _read(path: Path, _: int) -> Version:
    return read_version(path)


class _Answer(BaseHTTPRequestHandler):
    """One connection."""

    server: FeedServer
    server_version, sys_version = "resalewatch", ""
    protocol_version = "HTTP/1.1"
    timeout = _TIMEOUT

    def do_GET(self) -> None:
        """Answer a GET."""
        self._answer()

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: what people send us is theirs."""

    def _answer(self) -> None:
        if not self.server.seats.acquire(blocking=False):
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, {"Retry-After": "5"})
            return
        try:
            self._seated()
        finally:
            self.server.seats.release()

    def _seated(self) -> None:
        if not self._may_read():
            self._say(HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": 'Bearer realm="feeds"'})
            return
        found = self._find()
        if found is None:
            self._say(HTTPStatus.NOT_FOUND)
            return
        version, part = found
        try:
            with part.path.open("rb") as file:
                self._give(version, part, file)
        except OSError:
            self._say(HTTPStatus.NOT_FOUND)

    def _may_read(self) -> bool:
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        # compared whole, in the same time wherever they differ
        same = hmac.compare_digest(token.strip().encode("utf-8", "replace"), self.server.token)
        return same and scheme.lower() == "bearer"

    def _find(self) -> tuple[Version, Part] | None:
        path = self.path.partition("?")[0]
        named = _VERSIONED.fullmatch(path)
        directory = self.server.directory
        place = version_path(directory, int(named[1])) if named else find_version(directory)
        try:
            version = self.server.read_version(place, path_in(place).stat().st_mtime_ns)
        except (UserError, OSError):
            return None
        name = named[2] if named else path.removeprefix("/")
        part = next((part for part in version.parts if part.name == name), None)
        return None if part is None else (version, part)

    def _give(self, version: Version, part: Part, file: BinaryIO) -> None:
        packs = not part.name.endswith((".gz", ".parquet")) and _takes_gzip(
            self.headers.get("Accept-Encoding", "")
        )
        etag = f'"{part.sha256}{_PACKED if packs else ""}"'
        made_at = datetime.fromisoformat(str(version.body["generated_at"]))
        headers = {
            "ETag": etag, "Last-Modified": format_datetime(made_at.astimezone(UTC), usegmt=True), "Vary": "Accept-Encoding",
            "Cache-Control": f"private, max-age={MAX_AGE}", "X-Feed-Version": str(version.number),
            "X-Content-Type-Options": "nosniff",
        }  # fmt: skip
        if self._has_it(etag, made_at):
            self._say(HTTPStatus.NOT_MODIFIED, headers)
            return
        headers["Content-Type"] = part.media_type
        if packs:
            self._start(headers | {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"})
            self._write_chunked(_packed(file))
        else:
            self._start(headers | {"Content-Length": str(part.bytes)})
            while self.command != "HEAD" and (chunk := file.read(_CHUNK)):
                self.wfile.write(chunk)

    def _has_it(self, etag: str, made_at: datetime) -> bool:
        wanted = self.headers.get("If-None-Match")
        if wanted is not None:
            return wanted.strip() == "*" or etag in (
                one.strip().removeprefix("W/") for one in wanted.split(",")
            )
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since", ""))
        except (TypeError, ValueError):
            return False
        return since.tzinfo is not None and made_at <= since

    def _start(self, headers: dict[str, str]) -> None:
        self.send_response(HTTPStatus.OK)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _write_chunked(self, chunks: Iterator[bytes]) -> None:
        if self.command == "HEAD":
            return
        for chunk in chunks:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        self.wfile.write(b"0\r\n\r\n")

    def _say(self, status: HTTPStatus, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", "0")
        if status is not HTTPStatus.NOT_MODIFIED and status is not HTTPStatus.NOT_FOUND:
            # whoever may not read, or comes too many, gets no second request on this line
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()


def _takes_gzip(words: str) -> bool:
    """Tell whether an Accept-Encoding takes gzip.

    >>> _takes_gzip("br, gzip;q=0.5"), _takes_gzip("gzip;q=0"), _takes_gzip("")
    (True, False, False)
    """
    for one in words.lower().split(","):
        name, _, weight = one.partition(";")
        if name.strip() in ("gzip", "*"):
            return not re.fullmatch(r"q=0(\.0*)?", weight.replace(" ", ""))
    return False


def _packed(file: BinaryIO) -> Iterator[bytes]:
    packer = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    while chunk := file.read(_CHUNK):
        if made := packer.compress(chunk):
            yield made
    yield packer.flush()
