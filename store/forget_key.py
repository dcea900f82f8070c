"""The key under which forgotten values are known again; it lies in the evidence directory and is never in a database."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from datetime import datetime
from pathlib import Path

from store.errors import UserError

NAME = ".forget-key"
LIST = ".forgotten.jsonl"
"""All keyed digests ever forgotten, and of all pages ever dropped their own: a database restored from before knows them by it."""
_BYTES = 32


def forget_key(evidence_dir: Path, *, make: bool = False) -> bytes | None:
    """Read the key; None where there is none and none is to be made.

    Raises:
        UserError: where the file is no key.
    """
    path = evidence_dir / NAME
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        if not make:
            return None
        evidence_dir.mkdir(parents=True, exist_ok=True)
        key = secrets.token_bytes(_BYTES)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(key)
            os.fsync(stream.fileno())
    if len(key) != _BYTES:
        raise UserError(
            f"{path} is no key: restore it from a backup, for forgotten values are known by it alone"
        )
    return key


def value_digest(key: bytes, kind: str, value: str) -> str:
    """Give the keyed digest of a value."""
    return hmac.new(key, f"{kind}\x1f{value}".encode(), hashlib.sha256).hexdigest()


def key_id(key: bytes) -> str:
    """Name a key without telling it."""
    return hashlib.sha256(b"resalewatch forget key" + key).hexdigest()[:16]


def write_down(evidence_dir: Path, kind: str, digest: str, at: datetime) -> None:
    """Append a keyed digest to the list beside the key."""
    with (evidence_dir / LIST).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"kind": kind, "digest": digest, "at": at.isoformat()}) + "\n")
        stream.flush()
        os.fsync(stream.fileno())


def written_down(evidence_dir: Path) -> dict[str, str]:
    """Read the keyed digests that were ever forgotten, with their kinds."""
    path = evidence_dir / LIST
    if not path.exists():
        return {}
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.endswith("}"))
    return {str(line["digest"]): str(line["kind"]) for line in lines}
