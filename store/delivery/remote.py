"""A version copied to where others fetch it: a directory, or what fsspec reaches (S3 and its like, SFTP, …).

    TO/versions/v000012/…   the files, then the manifest
    TO/latest.json          which version counts, written last of all

A reader that begins at latest.json sees the former version or the new one. A file that stands there already in its
length is not sent again, so that a broken copy goes on where it broke off; the manifest's hashes tell a damaged one.
"""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from store.delivery.retry import Patience, TryAgainError
from store.errors import UserError
from store.feeds import directory as folder
from store.feeds.former import Former, find_former, require_own
from store.feeds.manifest import BESIDE, NAME

if TYPE_CHECKING:
    from store.delivery.version import Part, Version

LATEST = "latest.json"
_BESIDE = {"s3": " s3fs", "s3a": " s3fs", "sftp": " paramiko", "ssh": " paramiko"}
"""What a scheme needs beside fsspec, by the names of packages."""
MANIFESTS = (NAME, BESIDE)


def copy_to_folder(version: Version, target: Path) -> Path:
    """Copy a version into another directory of feeds, where it counts once it is whole.

    Raises:
        UserError: where the directory cannot be written, or holds files that are not ours.
    """
    version.check()
    _refuse_other(find_former(target, version.feed), version, target)
    names = tuple(dict.fromkeys(Path(part.name).parts[0] for part in version.parts))
    folder.check_names(target, names)
    with folder.writing(target) as part:
        if folder.version_path(target, version.number).exists():
            return folder.version_path(target, version.number)
        shutil.copytree(version.path, part, dirs_exist_ok=True)
        return folder.publish(target, part, version.number, names)


def _refuse_other(former: Former | None, version: Version, target: object) -> None:
    """Refuse to go back, or to put one version in the place of another.

    Raises:
        UserError: where the target holds what this version does not come after.
    """
    if former is None:
        return
    number, digest = former.name["version"], former.name["manifest_sha256"]
    other = number == version.number and digest != version.manifest_sha256
    # Directories count each for themselves: a higher number of another one may have been written earlier.
    earlier = str(version.body["generated_at"]) < str(former.body.get("generated_at", ""))
    if number > version.number or other or earlier:
        raise UserError(
            f"{target} holds version {number} already, and this one is another version {version.number}: deliver from the"
            " directory that it came from, or to another place"
        )


def _refuse_others(files: Any, root: str, version: Version) -> None:  # noqa: ANN401 - a file system of fsspec's
    try:
        said = json.loads(files.cat_file(f"{root}/{LATEST}"))
        name = {"version": int(said["version"]), "manifest_sha256": str(said["manifest_sha256"])}
    except (OSError, ValueError, KeyError, TypeError):
        return  # nothing of ours stands there that could be read
    require_own(root, str(said.get("feed")), version.feed)
    _refuse_other(Former(Path(root), Path(root), said, name), version, root)


def copy_to_remote(version: Version, address: str, patience: Patience | None = None) -> int:
    """Copy a version to an address of fsspec's; gives how many files were sent.

    Raises:
        UserError: where fsspec or what it needs is not installed, the address is none, or the copy fails.
    """
    version.check()
    files, root = _open(address)
    _refuse_others(files, root, version)
    patience = patience or Patience()
    base = f"{root}/versions/{version.name}"
    sent = 0
    for part in version.parts:
        send = partial(_send, files, part, f"{base}/{part.name}")
        sent += patience.keep_trying(f"the copy of {part.name}", send)
    said = json.dumps(version.latest, indent=2).encode() + b"\n"
    patience.keep_trying(f"the copy of {LATEST}", lambda: _point(files, root, said))
    return sent


def _open(address: str) -> tuple[Any, str]:
    parts = urlsplit(address)
    if parts.password:
        raise UserError(
            "leave the password out of the address: fsspec takes credentials from the environment or its config"
        )
    try:
        import fsspec

        files, root = fsspec.core.url_to_fs(address)
    except ImportError as error:
        raise UserError(
            f"{parts.scheme}:// needs what is not installed ({error}): pip install 'resalewatch[delivery]'"
            f"{_BESIDE.get(parts.scheme.lower(), '')}"
        ) from error
    except (ValueError, OSError) as error:
        raise UserError(f"{parts.scheme}:// cannot be reached: {error}") from error
    return files, str(root).rstrip("/")


def _send(files: Any, part: Part, path: str) -> int:  # noqa: ANN401 - a file system of fsspec's
    try:
        if files.exists(path) and files.size(path) == part.bytes and part.name not in MANIFESTS:
            return 0
        files.makedirs(path.rpartition("/")[0], exist_ok=True)
        files.put_file(str(part.path), path)
        files.invalidate_cache()
        if files.size(path) != part.bytes:
            raise TryAgainError(f"{part.name} came in with another length")
    except OSError as error:
        raise TryAgainError(f"{type(error).__name__} {error}"[:200]) from error
    return 1


def _point(files: Any, root: str, said: bytes) -> None:  # noqa: ANN401 - a file system of fsspec's
    fresh, latest = f"{root}/.{LATEST}.new", f"{root}/{LATEST}"
    try:
        files.pipe_file(fresh, said)
        files.mv(fresh, latest)
        files.invalidate_cache()
        if files.cat_file(latest) != said:
            raise TryAgainError(f"{LATEST} is not what was written")
    except OSError as error:
        raise TryAgainError(f"{type(error).__name__} {error}"[:200]) from error
