"""What a receiver does with deltas: `feeds delta` puts them together, `feeds apply` makes the new version of them."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from store.errors import UserError
from store.feeds import directory as folder
from store.feeds import manifest
from store.feeds import signature as signing
from store.feeds.csv_file import HashedFile, hash_file, to_line, wide_cells
from store.feeds.delta import Sink, apply_delta, join_deltas
from store.feeds.settings import before
from store.feeds.table import table_of_entry

NAME = "delta.json"


class _Hash:
    """Takes lines for their SHA-256 alone."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()

    def write(self, part: bytes, rows: int = 0) -> None:  # noqa: ARG002 - as a sink
        """Take bytes."""
        self.digest.update(part)


def hash_applied(old: Path, delta: Path, entry: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    """Give the SHA-256 of what a file and its delta give.

    Raises:
        ValueError: where it is no delta of the file.
    """
    sink = _Hash()
    _write_applied(old, delta, sink, entry, body)
    return sink.digest.hexdigest()


def _write_applied(
    old: Path, delta: Path, sink: Sink, entry: Mapping[str, Any], body: Mapping[str, Any]
) -> None:
    table = table_of_entry(entry)
    sink.write(before(body, str(entry["schema"]), str(entry["schema_version"])) + to_line(table.header))
    with wide_cells():
        apply_delta(old, delta, table, sink)


def apply_feeds(full: Path, delta: Path, out: Path) -> dict[str, Any]:
    """Make a version in the new directory `out` from a former one and a delta to it; gives its manifest.

    `delta` is what `feeds delta` made, or a version's own directory with its `delta/`.

    Raises:
        UserError: where the delta does not lead from this version, is damaged, or lacks a file.
    """
    full = folder.find_version(full)
    former, raw = manifest.read_manifest_bytes(full / manifest.NAME)
    delta = folder.find_version(delta)
    body, _ = manifest.read_manifest_bytes(delta / manifest.NAME)
    steps = _steps(delta, body)
    if steps.get("from") != manifest.naming(former, raw):
        start = steps.get("from") or {}
        raise UserError(
            f"{delta} leads from version {start.get('version')}, and {full} is version {former.get('version')}: ask for"
            f" a delta from {former.get('version')}, or fetch the files whole"
        )
    with folder.made_whole(out) as part:
        for entry in body["files"]:
            _apply_one(full, delta, part, entry, body)
        for name in (manifest.NAME, signing.NAME):
            if (delta / name).is_file():
                shutil.copyfile(delta / name, part / name)
    return body


def _apply_one(
    full: Path, delta: Path, part: Path, entry: Mapping[str, Any], body: Mapping[str, Any]
) -> None:
    name = Path(str(entry.get("name"))).name
    changes = delta / folder.DELTA / name
    if not (changes.is_file() and (full / name).is_file()):
        raise UserError(f"there is no delta of {name}: fetch the file whole")
    try:
        with HashedFile(part / name) as file:
            _write_applied(full / name, changes, file, entry, body)
    except (csv.Error, ValueError, TypeError, KeyError) as error:
        raise UserError(f"{changes} is no delta of {full / name}: {error}") from error
    if file.size.sha256 != entry.get("sha256"):
        raise UserError(f"{changes} does not give the {name} that the manifest names: fetch the file whole")


def _steps(delta: Path, body: Mapping[str, Any]) -> Mapping[str, Any]:
    path = delta / NAME
    try:
        found = json.loads(path.read_bytes()[: manifest.MAX_BYTES]) if path.is_file() else body.get("delta")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise UserError(f"{delta} holds no delta: name what `feeds delta` made")
    return found


def make_delta(directory: Path, start: int, out: Path) -> dict[str, Any]:
    """Put the deltas of `directory` from version `start` to the latest together in the new directory `out`.

    Gives what delta.json says of them.

    Raises:
        UserError: where there is no way from `start`, or one of the deltas on it is damaged.
    """
    version = folder.find_version(directory)
    body = manifest.read_manifest(version / manifest.NAME)
    path = _find_path(directory, start, int(body["version"]))
    with folder.made_whole(out) as part:
        (part / folder.DELTA).mkdir()
        files = []
        for entry in body["files"]:
            found = _join_one(path, entry, part)
            files += [found] if found else []
        said = {"from": path[0][1]["delta"]["from"], "to": body["version"], "files": files}
        with HashedFile(part / NAME) as file:
            file.write((json.dumps(said, indent=2) + "\n").encode())
        for name in (manifest.NAME, signing.NAME):
            if (version / name).is_file():
                shutil.copyfile(version / name, part / name)
    return said


def _find_path(directory: Path, start: int, end: int) -> list[tuple[Path, dict[str, Any]]]:
    """Give the versions behind `start` up to `end`, each with its manifest: each names the one before it.

    Raises:
        UserError: where one is missing.
    """
    path: list[tuple[Path, dict[str, Any]]] = []
    at = end
    while at > start:
        place = folder.version_path(directory, at)
        body = manifest.read_manifest(place / manifest.NAME) if place.is_dir() else {}
        came = (body.get("delta") or {}).get("from") or {}
        if not came:
            break
        path.append((place, body))
        at = int(came["version"])
    if at != start or not path:
        reached = ", ".join(str(one["delta"]["from"]["version"]) for _, one in path)
        held = "it is the latest" if start == end else f"there is no way from it to {end}"
        held += f", but from {reached}" if reached else ""
        raise UserError(f"{directory} has no delta from version {start}: {held}; fetch the files whole")
    return path[::-1]


def _join_one(
    path: Sequence[tuple[Path, dict[str, Any]]], entry: Mapping[str, Any], part: Path
) -> dict[str, Any] | None:
    """Join the deltas of one file, None where a version on the way has none with its columns."""
    steps = []
    for place, body in path:
        step = next((one for one in body["delta"]["files"] if one["of"] == entry["name"]), None)
        same = any(
            one["name"] == entry["name"] and one["columns"] == entry["columns"] for one in body["files"]
        )
        if step is None or not same:
            return None
        changes = place / folder.DELTA / Path(str(step["name"])).name
        if not changes.is_file() or hash_file(changes, 0).sha256 != step["sha256"]:
            raise UserError(f"{changes} is damaged: fetch the files whole")
        steps.append(changes)
    name = f"{folder.DELTA}/{Path(entry['name']).name}"
    with wide_cells():
        size, counts = join_deltas(steps, table_of_entry(entry), part / name)
    return {"name": name, "of": entry["name"], "bytes": size.bytes, "sha256": size.sha256, "rows": size.rows,
            "counts": counts}  # fmt: skip
