"""Checks a directory of feeds against its manifest and these schemas, without the database."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from store.errors import UserError
from store.feeds import directory as folder
from store.feeds import manifest
from store.feeds.feed import ESCAPED
from store.feeds.neutralise import neutralise, restore

_CHUNK = 1 << 20
_LONGEST = 16 << 20
_TOLD = 20


def find_version(directory: Path) -> Path:
    """Find the version to check: what `latest` leads to, resolved once, or the directory itself."""
    latest = directory / folder.LATEST
    return latest.resolve() if latest.exists() else directory


def verify_feeds(directory: Path) -> tuple[dict[str, Any], list[str]]:
    """Give the manifest and what is wrong with the files that it names, in sentences; none where all is well.

    Raises:
        UserError: where there is no manifest of ours.
    """
    version = find_version(directory)
    body = manifest.read_manifest(version / manifest.NAME)
    major = str(body.get("schema_version", "")).partition(".")[0]
    if major != manifest.SCHEMA_VERSION.partition(".")[0]:
        said = str(body.get("schema_version"))[:20]
        return body, [f"schema version {said} is not known here: update resalewatch"]
    problems: list[str] = []
    named: set[str] = {manifest.NAME}
    for entry in body["files"]:
        name = entry.get("name") if isinstance(entry, dict) else None
        if not isinstance(name, str) or Path(name).name != name or name in ("", ".", ".."):
            problems.append(f"the manifest names a file {str(name)[:60]!r} that can be none")
            continue
        named.add(name)
        problems += [f"{name}: {words}" for words in _check(version / name, entry)]
    problems += [f"{path.name}: the manifest does not name it" for path in sorted(version.glob("*.csv"))
                 if path.name not in named]  # fmt: skip
    return body, problems


def _check(path: Path, entry: dict[str, Any]) -> Iterator[str]:
    if not path.is_file():
        yield "is missing"
        return
    size, digest = path.stat().st_size, hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    if size != entry.get("bytes"):
        yield f"has {size} bytes, the manifest says {entry.get('bytes')}"
    if digest.hexdigest() != entry.get("sha256"):
        yield "its SHA-256 is not the manifest's: fetch it again"
        return
    try:
        yield from _check_rows(path, entry)
    except (csv.Error, ValueError, TypeError, KeyError) as error:
        yield f"is no CSV of ours: {error}"


def _check_rows(path: Path, entry: dict[str, Any]) -> Iterator[str]:
    columns = [(str(name), str(kind)) for name, kind in entry["columns"]]
    limit = csv.field_size_limit(_LONGEST)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file, strict=True)
            if next(rows, None) != [name for name, _ in columns] + [ESCAPED]:
                yield "its first line does not name the manifest's columns"
                return
            count = told = 0
            for count, row in enumerate(rows, start=1):
                for words in _wrong(row, columns) if told < _TOLD else ():
                    told += 1
                    yield f"row {count}: {words}"
    finally:
        csv.field_size_limit(limit)
    if count != entry.get("rows"):
        yield f"has {count} rows, the manifest says {entry.get('rows')}"


def _wrong(row: list[str], columns: list[tuple[str, str]]) -> Iterator[str]:
    if len(row) != len(columns) + 1:
        yield f"has {len(row)} cells for {len(columns) + 1} columns"
        return
    escaped = row[-1].split()
    for name in set(escaped) - {name for name, kind in columns if kind == "text"}:
        yield f"{ESCAPED} names {name[:60]!r}, which is no column of words"
    for cell, (name, kind) in zip(row, columns, strict=False):
        if kind == "text":
            safe = restore(cell) if name in escaped else cell
            if neutralise(safe) != (cell, name in escaped):
                yield f"{name} is not neutralised as {ESCAPED} says"
        elif cell and not _fits(cell, kind):
            yield f"{name} is no {kind}"


def _fits(cell: str, kind: str) -> bool:
    if kind == "boolean":
        return cell in ("true", "false")
    if kind == "utc":
        return cell.endswith("Z") and cell[:4].isdigit()
    try:
        number = Decimal(cell)
    except InvalidOperation:
        return False
    return (
        number.is_finite() and "E" not in cell.upper() and (kind == "decimal" or cell.lstrip("-").isdigit())
    )


def require_whole(directory: Path) -> dict[str, Any]:
    """Give the manifest of a directory of feeds that is whole.

    Raises:
        UserError: that tells what is wrong with it.
    """
    body, problems = verify_feeds(directory)
    if problems:
        more = f"; and {len(problems) - _TOLD} more" if len(problems) > _TOLD else ""
        raise UserError(f"{directory} is not whole: {'; '.join(problems[:_TOLD])}{more}")
    return body
