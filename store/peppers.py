"""Peppers: keys under which providers hand in digests of their values, so that these join without being told.

A key lies in a file of its own, never in a database. Its id is hashed from it where nobody names it otherwise, so
that two peppers that are live at once are never mixed up.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from store.errors import UserError

LEAST, MOST = 32, 4096
"""Bytes of a key: HMAC-SHA-256 asks for as many as its hash has (RFC 2104), and nobody needs more than a page."""
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Pepper:
    """A key by its id."""

    id: str
    key: bytes = field(repr=False)


def read_pepper(path: Path, pepper_id: str | None = None) -> Pepper:
    """Read a key: the file's bytes as they stand, a line's end too.

    Raises:
        UserError: where there is none, others may read it, or it is too short; its bytes are never told.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UserError(f"{path} is no file: name the file of a key")
        if found.st_mode & _OTHERS:
            raise UserError(f"{path} may be read by others: run chmod 600 {path}")
        if not LEAST <= found.st_size <= MOST:
            raise UserError(
                f"{path} has {found.st_size} bytes, a key has {LEAST} to {MOST}: "
                f"make one with `head -c {LEAST} /dev/urandom`"
            )
        key = path.read_bytes()
    except OSError as error:
        raise UserError(f"the key {path} cannot be read: {error.strerror}") from error
    if pepper_id is not None and not _ID.match(pepper_id):
        raise UserError("a pepper's id has 1 to 64 letters, digits, dots and dashes")
    return Pepper(pepper_id or key_id(key), key)


def read_peppers(names: Iterable[str]) -> Mapping[str, bytes]:
    """Read the keys that are held, each named by its file, or as `ID=FILE` where its id is another than its own.

    Raises:
        UserError: as `read_pepper`.
    """
    found: dict[str, bytes] = {}
    for name in names:
        named, sign, path = name.partition("=")
        own = bool(sign) and _ID.match(named) is not None
        pepper = read_pepper(Path(path), named) if own else read_pepper(Path(name))
        found[pepper.id] = pepper.key
    return found


def key_id(key: bytes) -> str:
    """Name a key without telling it.

    >>> key_id(bytes(range(32)))
    'k-58f20bf814eae539'
    """
    return f"k-{hashlib.sha256(b'resalewatch pepper' + key).hexdigest()[:16]}"


def peppered(key: bytes, kind: str, value: str, derivation: str | None = None) -> str:
    """Give the digest of a canonical value, or of what is derived from one: HMAC-SHA-256(key, kind 0x00 value).

    A derivation's name stands between the two, so that no part is taken for a whole value.
    """
    words = (kind, value) if derivation is None else (kind, derivation, value)
    return hmac.digest(key, "\x00".join(words).encode(), "sha256").hex()
