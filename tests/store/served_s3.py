"""What s3fs asks of S3, on loopback: objects put, read, looked at and listed in buckets that stand; cut where told."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

KEY, SECRET = "AKIATEST", "a-secret-of-the-test-9"


class S3Host(ThreadingHTTPServer):
    """Buckets of objects; `cut(key)` says where the line breaks in the midst of an object."""

    daemon_threads = True

    def __init__(self, *buckets: str) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.buckets: dict[str, dict[str, bytes]] = {name: {} for name in buckets}
        self.cut: Callable[[str], bool] = lambda key: False
        self.statuses: list[int] = []
        self.asked: list[tuple[str, str]] = []
        self.lock = threading.Lock()


class _Answer(BaseHTTPRequestHandler):
    server: S3Host
    protocol_version = "HTTP/1.1"

    def do_PUT(self) -> None:
        bucket, key = self._begin()
        length = int(self.headers["Content-Length"] or 0)
        if self.server.cut(key):
            self.rfile.read(length // 2)
            self.close_connection = True
            return
        body = self._decoded(self.rfile.read(length))
        if not key:
            self.server.buckets.setdefault(bucket, {})
            self._say(200)
        elif self._may(bucket):
            self.server.buckets[bucket][key] = body
            self._say(200, etag=hashlib.md5(body).hexdigest())

    def do_GET(self) -> None:
        bucket, key = self._begin()
        if not self._may(bucket):
            return
        if not key:
            self._list(bucket)
        elif key in self.server.buckets[bucket]:
            self._say(200, self.server.buckets[bucket][key])
        else:
            self._refuse(404, "NoSuchKey")

    def do_HEAD(self) -> None:
        self.do_GET()

    def _begin(self) -> tuple[str, str]:
        parts = urlsplit(self.path)
        bucket, _, key = unquote(parts.path).lstrip("/").partition("/")
        with self.server.lock:
            self.server.asked.append((self.command, f"{bucket}/{key}"))
        return bucket, key

    def _decoded(self, body: bytes) -> bytes:
        if self.headers.get("Content-Encoding", "") != "aws-chunked":
            return body
        found = b""
        while body:
            size, _, body = body.partition(b"\r\n")
            length = int(size.split(b";")[0], 16)
            if not length:
                break
            found, body = found + body[:length], body[length + 2 :]
        return found

    def _may(self, bucket: str) -> bool:
        if self.server.statuses:
            self._refuse(self.server.statuses.pop(0), "SlowDown")
        elif f"Credential={KEY}/" not in self.headers.get("Authorization", ""):
            self._refuse(403, "InvalidAccessKeyId")
        elif bucket not in self.server.buckets:
            self._refuse(404, "NoSuchBucket")
        else:
            return True
        return False

    def _list(self, bucket: str) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        prefix = asked.get("prefix", [""])[0]
        keys = [key for key in self.server.buckets[bucket] if key.startswith(prefix)]
        rows = "".join(f"<Contents><Key>{key}</Key><Size>1</Size></Contents>" for key in keys)
        self._say(
            200, f"<ListBucketResult><KeyCount>{len(keys)}</KeyCount>{rows}</ListBucketResult>".encode()
        )

    def _refuse(self, status: int, code: str) -> None:
        self._say(status, f"<Error><Code>{code}</Code><Message>{code} of the test</Message></Error>".encode())

    def _say(self, status: int, body: bytes = b"", etag: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", f'"{etag}"')
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass
