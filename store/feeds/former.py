"""The version that counts before a new one is written: whose it is, and whether this database wrote it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.claims_sent import has_written
from store.errors import UserError
from store.feeds import directory as folder
from store.feeds import manifest

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Former:
    """The version before, where the directory holds one of this set: where it stands, its manifest, how it is named."""

    directory: Path
    path: Path
    body: Mapping[str, Any]
    name: Mapping[str, Any]


def find_former(directory: Path, name: str) -> Former | None:
    """Find the version of a set that counts now.

    Raises:
        UserError: where the directory holds another set.
    """
    path = folder.find_version(directory)
    try:
        body, raw = manifest.read_manifest_bytes(manifest.path_in(path))
    except UserError:
        return None
    require_own(directory, body["feed"], name)
    return Former(directory.absolute(), path, body, manifest.naming(body, raw))


def stands(directory: Path, number: int, manifest_sha256: str) -> bool:
    """Say whether a version with this manifest stands in a directory."""
    try:
        raw = manifest.path_in(folder.version_path(directory, number)).read_bytes()
    except OSError:
        return False
    return hashlib.sha256(raw).hexdigest() == manifest_sha256


def require_own(place: object, holds: str, name: str) -> None:
    """Refuse a place that holds another set of feeds.

    Raises:
        UserError: that says so.
    """
    if holds != name:
        raise UserError(f"{place} holds {holds}, not {name}: name a directory for each receiver")


def why_strange(connection: Connection, former: Former) -> str | None:
    """Say why the next version is not this database's to write, None where it is.

    What was told, and is to be taken back, is known to the database that told it: another one would take back
    everything, and of what it never told nothing.
    """
    if has_written(connection, str(former.name["manifest_sha256"])):
        return None
    return (
        f"this database never wrote version {former.name['version']} in {former.directory}: name the one that did with"
        " --database, or write to another directory"
    )
