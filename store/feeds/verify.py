"""Checks a directory of feeds against its manifest, signature and contracts, without the database."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from store.errors import UserError
from store.feeds import manifest
from store.feeds import signature as signing
from store.feeds.apply import hash_applied
from store.feeds.check_rows import TOLD, check_rows
from store.feeds.csv_file import hash_file, wide_cells
from store.feeds.delta import read_delta
from store.feeds.directory import find_version, version_path
from store.feeds.settings import before
from store.feeds.table import table_of_entry

_OTHERS, _DOCUMENTS = ("siblings", "schemas"), "documents"


def verify_feeds(directory: Path, key: Path | None = None) -> tuple[dict[str, Any], list[str]]:
    """Give the manifest and what is wrong with the files that it names, in sentences; none where all is well.

    `key` holds the public keys of which one must have signed it.

    Raises:
        UserError: where there is no manifest of ours, or no key in `key`.
    """
    version = find_version(directory)
    body, raw = manifest.read_manifest_bytes(manifest.path_in(version))
    major = str(body.get("schema_version", "")).partition(".")[0]
    if major != manifest.SCHEMA_VERSION.partition(".")[0]:
        said = str(body.get("schema_version"))[:20]
        return body, [f"schema version {said} is not known here: update resalewatch"]
    problems = [] if key is None else list(_check_signature(version, raw, key))
    for entry, words in _entries(body, "files"):
        problems += (
            [words] if words else [f"{entry['name']}: {said}" for said in _check(version, entry, body)]
        )
    named = {
        entry["name"] for part in ("files", _DOCUMENTS) for entry, words in _entries(body, part) if not words
    }
    problems += [f"{path.name}: the manifest does not name it" for path in sorted(version.glob("*.csv"))
                 if path.name not in named]  # fmt: skip
    problems += list(_check_others(version, body))
    return body, problems


def _check_signature(version: Path, raw: bytes, key: Path) -> Iterator[str]:
    keys = signing.read_public_keys(key)
    path = version / signing.NAME
    if not path.is_file():
        yield f"{manifest.NAME}: there is no {signing.NAME}, so nothing shows who wrote it"
        return
    wrong = signing.check(raw, path.read_bytes(), keys)
    if wrong is not None:
        yield f"{manifest.NAME}: {wrong}"


def _entries(body: Mapping[str, Any], part: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Give the entries of a part of the manifest, each with what is wrong with its name."""
    found = body.get(part)
    for entry in found if isinstance(found, list) else []:
        name = entry.get("name") if isinstance(entry, dict) else None
        folder, _, file = str(name).rpartition("/")
        fits = isinstance(name, str) and folder in ("", "delta", "schemas") and Path(file).name == file
        wrong = "" if fits and file not in ("", ".", "..") else (
            f"the manifest names a file {str(name)[:60]!r} that can be none"
        )  # fmt: skip
        yield entry, wrong


def _check(version: Path, entry: Mapping[str, Any], body: Mapping[str, Any]) -> Iterator[str]:
    path = version / str(entry["name"])
    if not path.is_file():
        yield "is missing"
        return
    wrong = list(_check_bytes(path, entry))
    if wrong:
        yield from wrong
        return
    try:
        start = before(body, str(entry.get("schema")), str(entry.get("schema_version")))
        yield from check_rows(path, entry, start)
    except (csv.Error, ValueError, TypeError, KeyError) as error:
        yield f"is no CSV of ours: {error}"


def _check_bytes(path: Path, entry: Mapping[str, Any]) -> Iterator[str]:
    size = hash_file(path, 0)
    if size.bytes != entry.get("bytes"):
        yield f"has {size.bytes} bytes, the manifest says {entry.get('bytes')}"
    if size.sha256 != entry.get("sha256"):
        yield "its SHA-256 is not the manifest's: fetch it again"


def _check_others(version: Path, body: Mapping[str, Any]) -> Iterator[str]:
    """Check what need not have been fetched, where it was."""
    for part in (*_OTHERS, _DOCUMENTS):
        for entry, words in _entries(body, part):
            if words:
                yield words
            elif part == _DOCUMENTS and not (version / entry["name"]).is_file():
                yield f"{entry['name']}: is missing"
            elif (version / entry["name"]).is_file():
                yield from (
                    f"{entry['name']}: {said}" for said in _check_bytes(version / entry["name"], entry)
                )
    delta = body.get("delta")
    if isinstance(delta, dict):
        yield from _check_delta(version, body, delta)


def _check_delta(version: Path, body: Mapping[str, Any], delta: Mapping[str, Any]) -> Iterator[str]:
    files = {entry.get("name"): entry for entry in body["files"] if isinstance(entry, dict)}
    for entry, words in _entries(delta, "files"):
        path = version / str(entry.get("name"))
        if words or not path.is_file():
            yield from [words] if words else []
            continue
        try:
            wrong = list(_check_bytes(path, entry)) or list(_check_changes(path, entry, files[entry["of"]]))
            wrong = wrong or list(_check_law(version, body, delta, files[entry["of"]]))
        except (csv.Error, ValueError, TypeError, KeyError) as error:
            wrong = [f"is no delta of ours: {error}"]
        yield from (f"{entry['name']}: {said}" for said in wrong)


def _check_changes(path: Path, entry: Mapping[str, Any], of: Mapping[str, Any]) -> Iterator[str]:
    counts: dict[str, int] = {}
    with wide_cells():
        for change, _ in read_delta(path, table_of_entry(of)):
            counts[change.op] = counts.get(change.op, 0) + 1
    if counts != {op: count for op, count in entry["counts"].items() if count}:
        yield f"counts {counts}, the manifest says {entry['counts']}"


def _check_law(
    version: Path, body: Mapping[str, Any], delta: Mapping[str, Any], of: Mapping[str, Any]
) -> Iterator[str]:
    """Check that the version before, where it is there, and the delta give this version."""
    former = version_path(version.parent.parent, int(delta["from"]["version"])) / str(of["name"])
    if former.is_file() and hash_applied(former, version / "delta" / former.name, of, body) != of["sha256"]:
        yield "does not lead from the version before to this one"


def require_whole(directory: Path, key: Path | None = None) -> dict[str, Any]:
    """Give the manifest of a directory of feeds that is whole, and signed by one of the keys in `key` if given.

    Raises:
        UserError: that tells what is wrong with it.
    """
    body, problems = verify_feeds(directory, key)
    if problems:
        raise UserError(f"{directory} is not whole: {shortened(problems)}")
    return body


def shortened(problems: Sequence[str]) -> str:
    """Give the first problems as one text, and how many more there are."""
    more = f"; and {len(problems) - TOLD} more" if len(problems) > TOLD else ""
    return f"{'; '.join(problems[:TOLD])}{more}"
