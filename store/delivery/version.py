"""One version of the feeds as it is delivered: its files with what the manifest says of each, checked by hash before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from store.errors import UserError
from store.feeds import manifest
from store.feeds import signature as signing
from store.feeds.csv_file import hash_file
from store.feeds.directory import find_version, version_path

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Part:
    """One file: its name below the version, its bytes, SHA-256 in hex, media type, and where it lies."""

    name: str
    bytes: int
    sha256: str
    media_type: str
    path: Path


@dataclass(frozen=True, slots=True)
class Version:
    """A version: the manifest as it is read, its SHA-256, and its files; the manifest and its signature come last."""

    path: Path
    body: Mapping[str, Any]
    manifest_sha256: str
    parts: tuple[Part, ...]

    @property
    def number(self) -> int:
        """The version's number."""
        return int(self.body["version"])

    @property
    def feed(self) -> str:
        """The name of its set of feeds."""
        return str(self.body["feed"])

    @property
    def name(self) -> str:
        """The name of the version's directory."""
        return version_path(self.path, self.number).name

    @property
    def latest(self) -> dict[str, Any]:
        """What a pointer to the version says: which it is, where it stands, and the manifest that it must have."""
        return {
            "feed": self.body["feed"], "version": self.number, "manifest_sha256": self.manifest_sha256,
            "manifest": f"versions/{self.name}/{self.parts[-1].name}", "generated_at": self.body["generated_at"],
        }  # fmt: skip

    def check(self) -> None:
        """Compare every file with what the manifest says of it.

        Raises:
            UserError: where one is missing or damaged.
        """
        for part in self.parts:
            try:
                whole = hash_file(part.path, 0).sha256 == part.sha256
            except OSError:
                whole = False
            if not whole:
                raise UserError(
                    f"{part.path} is missing or damaged: write the feeds again, nothing was delivered"
                )


def open_version(directory: Path) -> Version:
    """Open the version that counts; its files are not yet looked at.

    Raises:
        UserError: where there is none, or its manifest names what is no file of a version.
    """
    return read_version(find_version(directory))


def read_version(path: Path) -> Version:
    """Open the version in a directory of its own.

    Raises:
        UserError: where there is none, or its manifest names what is no file of a version.
    """
    stands = manifest.path_in(path)
    body, raw = manifest.read_manifest_bytes(stands)
    digest = hashlib.sha256(raw).hexdigest()
    try:
        parts = [_part(path, entry) for entry in _entries(body)]
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(f"{stands} names files that are none of a version: write the feeds again") from error
    if (path / signing.NAME).is_file():
        size = hash_file(path / signing.NAME, 0)
        parts.append(Part(signing.NAME, size.bytes, size.sha256, "text/plain", path / signing.NAME))
    parts.append(Part(stands.name, len(raw), digest, JSON, stands))
    return Version(path, body, digest, tuple(parts))


def _entries(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    delta = body.get("delta") or {}
    for entries in (
        body["files"],
        body.get("siblings") or (),
        body.get("schemas") or (),
        body.get("documents") or (),
        delta.get("files") or (),
    ):
        yield from entries


def _part(path: Path, entry: Mapping[str, Any]) -> Part:
    name = str(entry["name"])
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name:
        raise ValueError(name)
    return Part(name, int(entry["bytes"]), str(entry["sha256"]), str(entry["media_type"]), path / name)
