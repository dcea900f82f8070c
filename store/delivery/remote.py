"""A version copied to where others fetch it: a directory, or what fsspec reaches (S3 and its like, SFTP, …).

    TO/versions/v000012/manifest.sha256   which version is going to stand here, as `sha256sum` writes it
    TO/versions/v000012/…                 the files, then the manifest
    TO/latest.json                        which version counts, written last of all

A reader that begins at latest.json sees the former version or the new one. A file of this very version that stands
there in its length is not sent again, so that a broken copy goes on where it broke off.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from store.delivery.place import Place, open_place
from store.delivery.retry import Patience
from store.errors import UserError
from store.feeds import directory as folder
from store.feeds.former import Former, find_former, require_own
from store.feeds.manifest import BESIDE, NAME

if TYPE_CHECKING:
    from store.delivery.version import Version

LATEST = "latest.json"
BEGUN = "manifest.sha256"
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


def copy_to_remote(
    version: Version, address: str, patience: Patience | None = None, host_key: str | None = None
) -> int:
    """Copy a version to an address of fsspec's; gives how many files were sent.

    An SFTP host is known by known_hosts, or by the SHA-256 fingerprint `host_key`.

    Raises:
        UserError: where fsspec or what it needs is not installed, the address is none, or the copy fails.
    """
    version.check()
    with open_place(address, patience or Patience(), host_key) as place:
        _refuse_others(place, version)
        base = f"versions/{version.name}"
        begun = _begin(place, base, version)
        sent = 0
        for part in version.parts:
            name = f"{base}/{part.name}"
            if begun and part.name not in MANIFESTS and place.length(name) == part.bytes:
                continue
            place.send(part.path, name, part.bytes)
            sent += 1
        place.write(LATEST, json.dumps(version.latest, indent=2).encode() + b"\n")
    return sent


def _refuse_others(place: Place, version: Version) -> None:
    raw = place.read(LATEST)
    if raw is None:
        return
    try:
        said = json.loads(raw)
        name = {"version": int(said["version"]), "manifest_sha256": str(said["manifest_sha256"])}
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"{place.root}/{LATEST} was not written by `feeds deliver`: name another place"
        ) from error
    require_own(place.root, str(said.get("feed")), version.feed)
    _refuse_other(Former(Path(place.root), Path(place.root), said, name), version, place.root)


def _begin(place: Place, base: str, version: Version) -> bool:
    """Say which version is going to stand there; gives whether a delivery of that very one was begun already."""
    digest = version.manifest_sha256
    said = f"{digest}  {version.parts[-1].name}\n".encode()
    before = place.read(f"{base}/{BEGUN}")
    if before is None:
        place.write(f"{base}/{BEGUN}", said)
    elif before != said:
        raise UserError(
            f"{place.root}/{base} holds a part of another version {version.number}: remove it, then deliver again"
        )
    return before is not None
