"""A version pushed over HTTPS as one file in one request: the receiver has it whole, or has not.

PUT of a ZIP with its length and digest; the manifest's SHA-256 is the key by which a repeated push is known for the
same. The address is the operator's own and never comes from a page, so it needs no gate; redirects are not followed,
so that the token goes nowhere else.
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import ssl
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO
from urllib.parse import SplitResult, urlsplit

from store.delivery.retry import Patience, TryAgainError
from store.delivery.version import Version
from store.errors import UserError

TOKEN = "RESALEWATCH_PUSH_TOKEN"  # noqa: S105 - the name of a variable
_TIMEOUT = 60
_CHUNK = 1 << 20
_MOST = 64 << 10
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_STAMP = (1980, 1, 1, 0, 0, 0)
Connect = Callable[[SplitResult], http.client.HTTPConnection]


@dataclass(frozen=True, slots=True)
class Pushed:
    """How a push went: the answer's status, and how many bytes were sent at the last try."""

    status: int
    bytes: int


def push(
    version: Version, address: str, patience: Patience | None = None, connect: Connect | None = None
) -> Pushed:
    """Push a version to an address, with the token of RESALEWATCH_PUSH_TOKEN where there is one.

    Raises:
        UserError: where the address is none, a file is damaged, or the receiver refuses.
    """
    parts = check_address(address)
    version.check()
    with tempfile.TemporaryFile() as packed:
        size, digest = pack(version, packed)
        headers = _headers(version, size, digest)

        def once() -> Pushed:
            packed.seek(0)
            return _put(connect or _connect, parts, packed, headers)

        return (patience or Patience()).keep_trying(f"the push to {parts.hostname}", once)


def check_address(address: str) -> SplitResult:
    """Take an address apart.

    Raises:
        UserError: where it is no HTTPS address of a host, or holds a password.
    """
    try:
        parts = urlsplit(address)
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_one = urlsplit(""), False
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if (
        not (safe and parts.hostname and port_is_one)
        or not address.isascii()
        or not address.isprintable()
        or " " in address
    ):
        raise UserError(
            "the feeds are pushed to an https:// address, such as https://intake.example/resalewatch"
        )
    if parts.username or parts.password:
        raise UserError(f"leave the password out of the address: a token goes into {TOKEN}")
    return parts


def pack(version: Version, target: IO[bytes]) -> tuple[int, bytes]:
    """Pack a version's files, the manifest last; equal versions give equal bytes. Gives the length and the SHA-256."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as packed:
        for part in version.parts:
            entry = zipfile.ZipInfo(part.name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with part.path.open("rb") as source, packed.open(entry, "w", force_zip64=True) as into:
                while chunk := source.read(_CHUNK):
                    into.write(chunk)
    size = target.tell()
    target.seek(0)
    digest = hashlib.sha256()
    while chunk := target.read(_CHUNK):
        digest.update(chunk)
    return size, digest.digest()


def _headers(version: Version, size: int, digest: bytes) -> dict[str, str]:
    headers = {
        "Content-Type": "application/zip", "Content-Length": str(size),
        "Content-Digest": f"sha-256=:{base64.b64encode(digest).decode()}:",
        "Idempotency-Key": f'"{version.manifest_sha256}"', "User-Agent": "resalewatch",
        "X-Feed": str(version.body["feed"]), "X-Feed-Version": str(version.number),
    }  # fmt: skip
    token = os.environ.get(TOKEN, "")
    if not token.isascii() or not token.isprintable():
        raise UserError(f"{TOKEN} holds no token: it is one line of plain characters")
    return headers | ({"Authorization": f"Bearer {token}"} if token else {})


def _connect(parts: SplitResult) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, parts.port, timeout=_TIMEOUT)
    return http.client.HTTPSConnection(
        host, parts.port, timeout=_TIMEOUT, context=ssl.create_default_context()
    )


def _put(connect: Connect, parts: SplitResult, body: IO[bytes], headers: dict[str, str]) -> Pushed:
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    connection = connect(parts)
    try:
        connection.request("PUT", path, body, headers)
        answer = connection.getresponse()
        answer.read(_MOST)
    except ssl.SSLCertVerificationError as error:
        raise UserError(f"{parts.hostname} shows no certificate to trust: {error.verify_message}") from error
    except (OSError, http.client.HTTPException) as error:
        raise TryAgainError(f"{parts.hostname} does not answer ({type(error).__name__})") from error
    finally:
        connection.close()
    if answer.status in _PASSING:
        raise TryAgainError(
            f"{parts.hostname} answers {answer.status}", _asked_wait(answer.getheader("Retry-After"))
        )
    if not 200 <= answer.status < 300:  # noqa: PLR2004 - HTTP's own
        raise UserError(
            f"{parts.hostname} refuses the push with {answer.status}: see its address and {TOKEN}"
        )
    return Pushed(answer.status, int(headers["Content-Length"]))


def _asked_wait(words: str | None) -> float | None:
    return float(words) if words and words.isascii() and words.isdigit() and len(words) < 6 else None  # noqa: PLR2004 - days
