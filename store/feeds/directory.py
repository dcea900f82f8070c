"""A directory of feeds that changes from one whole version to the next in one instant.

    DIR/versions/v000012/   a version: CSV files, siblings, schemas/, delta/, then manifest.json and its signature
    DIR/latest              a link to the version that counts; replaced by one rename
    DIR/offers.csv …        links to latest/offers.csv …, for who wants plain paths

Who reads several files resolves `latest` once and reads below it; the versions before stay for a while, and of the
hundred before those the manifest and the delta.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from store.errors import UserError
from store.locks import file_lock

KEPT = 3
KEPT_DELTAS = 100
LATEST = "latest"
DELTA = "delta"
STAYS = ("manifest.json", "resalewatch.json", "manifest.json.sig", DELTA)
"""What stays of an old version, so that deltas from it can be put together."""
_VERSIONS = "versions"
_PART = ".part-"
_BUSY = "another `feeds write` has been writing to {} for a minute: wait for it or end it"


@contextmanager
def writing(directory: Path) -> Iterator[Path]:
    """Give an empty directory to write a version in, alone among writers; what a killed one left is swept away.

    Raises:
        UserError: where another writer is at work, or the directory cannot be written.
    """
    versions = directory / _VERSIONS
    try:
        versions.mkdir(parents=True, exist_ok=True)
        with file_lock(directory / ".lock", 60, _BUSY.format(directory)):
            for left in versions.glob(f"{_PART}*"):
                shutil.rmtree(left, ignore_errors=True)
            _catch_up(directory)
            part = Path(tempfile.mkdtemp(prefix=_PART, dir=versions))
            part.chmod(0o755)
            try:
                yield part
            finally:
                shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise UserError(f"feeds cannot be written to {directory}: {error.strerror}") from error


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """Give an empty directory that stands at `path` once the block is done, or not at all.

    Raises:
        UserError: where something stands at `path` already, or it cannot be written.
    """
    if path.exists():
        raise UserError(f"{path} stands already: name a directory that is to be made")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        part.chmod(0o755)
        try:
            yield part
            sync_tree(part)
            part.rename(path)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror}") from error


def publish(directory: Path, part: Path, version: int, names: Sequence[str]) -> Path:
    """Make a version that is written whole the one that counts, and remove the oldest ones."""
    final = version_path(directory, version)
    sync_tree(part)
    part.rename(final)
    _sync(final.parent)
    _link(directory / LATEST, f"{_VERSIONS}/{final.name}")
    for name in names:
        path, target = directory / name, f"{LATEST}/{name}"
        if not (path.is_symlink() and str(path.readlink()) == target):
            _link(path, target)
    for path in directory.iterdir():
        if path.is_symlink() and str(path.readlink()) == f"{LATEST}/{path.name}" and path.name not in names:
            path.unlink()
    _sync(directory)
    _thin_out(final.parent)
    return final


def _catch_up(directory: Path) -> None:
    """Let the newest version count that stands, where its writer was killed before it could say so."""
    last, latest = last_version(directory), directory / LATEST
    if last and latest.resolve() != version_path(directory, last).resolve():
        _link(latest, f"{_VERSIONS}/{version_path(directory, last).name}")
        _sync(directory)


def _thin_out(versions: Path) -> None:
    found = sorted(versions.glob("v*"), key=lambda path: (len(path.name), path.name))
    for old in found[: -KEPT - KEPT_DELTAS]:
        shutil.rmtree(old, ignore_errors=True)
    for old in found[-KEPT - KEPT_DELTAS : -KEPT]:
        for path in old.iterdir():
            if path.name in STAYS:
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def version_path(directory: Path, version: int) -> Path:
    """Give where a version stands."""
    return directory / _VERSIONS / f"v{version:06d}"


def find_version(directory: Path) -> Path:
    """Find the version that counts: what `latest` leads to, resolved once, or the directory itself."""
    latest = directory / LATEST
    return latest.resolve() if latest.exists() else directory


def last_version(directory: Path) -> int:
    """Give the highest version that the directory holds, 0 for none."""
    found = [path.name[1:] for path in (directory / _VERSIONS).glob("v*")]
    return max((int(name) for name in found if name.isdigit()), default=0)


def check_names(directory: Path, names: Sequence[str]) -> None:
    """Refuse to write over files that are not ours.

    Raises:
        UserError: where a plain file stands in the place of one of ours.
    """
    for name in (LATEST, *names):
        if (directory / name).exists() and not (directory / name).is_symlink():
            raise UserError(f"{directory / name} was not written by `feeds write`: name another directory")


def _link(path: Path, target: str) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(path)


def sync_tree(directory: Path) -> None:
    """Bring a directory's names, and those of the directories in it, to the disk."""
    for path in directory.iterdir():
        if path.is_dir():
            _sync(path)
    _sync(directory)


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
