"""manifest.json: what a version of the feeds holds, so that a receiver can check it without us."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from store.errors import UserError
from store.feeds.csv_file import Size
from store.feeds.delta import OPS
from store.feeds.feed import Feed
from store.feeds.settings import Settings

NAME = "manifest.json"
BESIDE = "resalewatch.json"
"""Its name where another tool's form has a manifest.json of its own."""
FEED = "resalewatch"
SCHEMA_VERSION = "2.1.0"
MAX_BYTES = 16 << 20
CSV_TYPE = "text/csv; charset=utf-8; header=present"
_NAMED = re.compile(rf"{FEED}(?:-[a-z0-9-]+)?\Z")
_CLAIMS = "SELECT status, count(*) FROM claim GROUP BY status ORDER BY status"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One CSV file of a version."""

    name: str
    bytes: int
    sha256: str
    rows: int
    schema: str
    schema_version: str
    key: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    refused: Mapping[str, int]
    media_type: str = CSV_TYPE
    since: str | None = None


@dataclass(frozen=True, slots=True)
class OtherEntry:
    """Another file: a sibling of the CSV file `of`, a schema, or a delta with what it counts by operation."""

    name: str
    of: str
    bytes: int
    sha256: str
    rows: int
    media_type: str
    counts: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """All files of a version but the manifest and its signature."""

    files: Sequence[FileEntry]
    siblings: Sequence[OtherEntry] = ()
    schemas: Sequence[OtherEntry] = ()
    delta: Sequence[OtherEntry] | None = None
    documents: Sequence[OtherEntry] = ()
    """Files in another tool's form, which are no tables of ours."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a manifest says of the version as a whole; known before its files are written."""

    feed: str
    version: int
    previous: Mapping[str, Any] | None
    generated_at: datetime
    settings: Settings
    signer: str | None = None
    forced: str | None = None
    state: Mapping[str, Any] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        """Give the fields that come first in the manifest."""
        when = self.generated_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        signature = {"file": f"{NAME}.sig", "format": "sshsig", "namespace": "resalewatch-feeds"}
        return {
            "feed": self.feed,
            "schema_version": SCHEMA_VERSION,
            "version": self.version,
            "previous": self.previous,
            "run_id": f"{self.feed}-{self.version}-{when.replace('-', '').replace(':', '')}",
            "generated_at": when,
            "tlp": self.settings.marking,
            "licence": self.settings.licence or None,
            "contact": self.settings.contact or None,
            "form": {"excel": self.settings.excel, "comments": self.settings.comments},
            "forced": self.forced,
            "signature": None if self.signer is None else signature | {"key": self.signer},
        }


def make_manifest(head: Head, contents: Contents) -> bytes:
    """Write a manifest; keys in a fixed order, so that equal contents give equal bytes."""
    delta = None
    if contents.delta is not None:
        delta = {
            "from": head.previous,
            "counts": count_changes(contents),
            "files": _entries(contents.delta),
        }
    refused: dict[str, int] = {}
    for one in contents.files:
        for reason, count in one.refused.items():
            refused[reason] = refused.get(reason, 0) + count
    body = head.body() | {
        "files": _entries(contents.files),
        "siblings": _entries(contents.siblings),
        "schemas": _entries(contents.schemas),
        "delta": delta,
        "refused": refused,
        "documents": _entries(contents.documents),
        **head.state,
    }
    return (json.dumps(body, ensure_ascii=True, indent=2) + "\n").encode()


def count_changes(contents: Contents) -> dict[str, int] | None:
    """Sum what changed since the version before by operation, None where there is none."""
    if contents.delta is None:
        return None
    counts = dict.fromkeys(OPS, 0)
    for entry in contents.delta:
        for op, count in (entry.counts or {}).items():
            counts[op] += count
    return counts


def _entries(entries: Sequence[FileEntry | OtherEntry]) -> list[dict[str, Any]]:
    return [
        {
            name: value
            for name, value in asdict(entry).items()
            if value is not None or name not in ("counts", "since")
        }
        for entry in sorted(entries, key=lambda entry: entry.name)
    ]


def file_entry(feed: Feed, size: Size, refused: Mapping[str, int], now: datetime) -> FileEntry:
    """Give the entry of a feed's CSV file, of its size."""
    since = None if feed.kept is None else f"{now - feed.kept:%Y-%m-%dT%H:%M:%SZ}"
    columns = tuple((column.name, column.type) for column in feed.written)
    return FileEntry(
        feed.file,
        size.bytes,
        size.sha256,
        size.rows,
        feed.name,
        feed.schema_version,
        feed.key,
        columns,
        dict(sorted(refused.items())),
        since=since,
    )


def path_in(version: Path) -> Path:
    """Give where a version's manifest stands."""
    beside = version / BESIDE
    return beside if beside.is_file() else version / NAME


def read_manifest(path: Path) -> dict[str, Any]:
    """Read a manifest.

    Raises:
        UserError: where there is none, or it is no manifest of ours.
    """
    return read_manifest_bytes(path)[0]


def read_manifest_bytes(path: Path) -> tuple[dict[str, Any], bytes]:
    """Read a manifest and give its bytes too, of which others keep the SHA-256.

    Raises:
        UserError: where there is none, or it is no manifest of ours.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserError(
            f"there is no {NAME} in {path.parent}: name a directory that `feeds write` wrote"
        ) from error
    try:
        body = json.loads(raw) if len(raw) <= MAX_BYTES else None
    except ValueError:
        body = None
    ours = (
        isinstance(body, dict) and _NAMED.match(str(body.get("feed"))) and isinstance(body.get("files"), list)
    )
    if not isinstance(body, dict) or not ours:
        raise UserError(f"{path} is no manifest of resalewatch: fetch the feeds again")
    return body, raw


def naming(body: Mapping[str, Any], raw: bytes) -> dict[str, Any]:
    """Name a version as the next one's `previous` does."""
    return {"version": body.get("version"), "manifest_sha256": hashlib.sha256(raw).hexdigest()}


def count_claims(connection: Connection, fallen: int) -> dict[str, int]:
    """Count the claims by status; those that fell since the last `link` as retracted."""
    found = {"active": 0, "retracted": 0} | {row[0]: row[1] for row in connection.execute(text(_CLAIMS))}
    return {"active": found["active"] - fallen, "retracted": found["retracted"] + fallen}
