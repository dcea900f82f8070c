"""manifest.json: what a version of the feeds holds, so that a receiver can check it without us."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from store.columns import Utc
from store.errors import UserError

if TYPE_CHECKING:
    from sqlalchemy import Connection

NAME = "manifest.json"
FEED = "resalewatch"
SCHEMA_VERSION = "1.0.0"
STALE_AFTER = timedelta(hours=48)
"""A source is stale where its last good run is older: eight runs of the default schedule."""
MAX_BYTES = 16 << 20
_GOOD = ("ok", "empty")
_SOURCES = """
SELECT s.name, (SELECT r.verdict FROM run r WHERE r.source = s.name ORDER BY r.finished_at DESC, r.id DESC LIMIT 1)
         AS verdict,
       (SELECT max(r.finished_at) FROM run r WHERE r.source = s.name AND r.verdict IN ('ok', 'empty')) AS good_at
FROM source s ORDER BY s.name
"""
_CLAIMS = "SELECT status, count(*) FROM claim GROUP BY status ORDER BY status"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a version."""

    name: str
    bytes: int
    sha256: str
    rows: int
    schema_version: str
    columns: tuple[tuple[str, str], ...]
    media_type: str = "text/csv; charset=utf-8; header=present"


def make_manifest(
    version: int,
    previous: dict[str, Any] | None,
    generated_at: datetime,
    files: Sequence[FileEntry],
    sources: dict[str, Any],
) -> bytes:
    """Write a manifest; keys in a fixed order, so that equal contents give equal bytes."""
    body = {
        "feed": FEED,
        "schema_version": SCHEMA_VERSION,
        "version": version,
        "previous": previous,
        "generated_at": generated_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "files": [asdict(entry) for entry in sorted(files, key=lambda entry: entry.name)],
        **sources,
    }
    return (json.dumps(body, ensure_ascii=True, indent=2) + "\n").encode()


def read_manifest(path: Path) -> dict[str, Any]:
    """Read a manifest.

    Raises:
        UserError: where there is none, or it is no manifest of ours.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UserError(
            f"there is no {NAME} in {path.parent}: name a directory that `feeds write` wrote"
        ) from error
    try:
        body = json.loads(raw) if len(raw) <= MAX_BYTES else None
    except ValueError:
        body = None
    if not isinstance(body, dict) or body.get("feed") != FEED or not isinstance(body.get("files"), list):
        raise UserError(f"{path} is no manifest of resalewatch: fetch the feeds again")
    return body


def find_state(connection: Connection, now: datetime) -> dict[str, Any]:
    """Say how the sources stand and how many claims there are."""
    groups: dict[str, list[str]] = {"fresh": [], "stale": [], "failed": []}
    for row in connection.execute(text(_SOURCES).columns(good_at=Utc())):
        groups[_standing(row.verdict, row.good_at, now)].append(row.name)
    claims = {"active": 0, "retracted": 0} | {row[0]: row[1] for row in connection.execute(text(_CLAIMS))}
    return {"claims": claims, "sources": groups}


def _standing(verdict: str | None, good_at: datetime | None, now: datetime) -> str:
    if verdict is not None and verdict not in _GOOD:
        return "failed"
    return "stale" if good_at is None or now - good_at > STALE_AFTER else "fresh"
