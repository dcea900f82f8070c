"""Looks at one picture in a child process of limited memory and time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from crawlers.pictures.limits import CODES, MAX_BYTES, WORDS
from store.errors import UserError

_NEEDED = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONPATH", "TMPDIR")


class PictureError(UserError):
    """Raised where a picture is not read; the message ends a sentence that begins with its name."""


class MissingExtraError(UserError):
    """Raised where the packages that read pictures are not installed; the message says how to install them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words at a place of a picture, in pixels from the left and the top: a code's text, or a line of words."""

    text: str
    box: tuple[int, int, int, int]

    @property
    def pointer(self) -> str:
        """The place as a media fragment (W3C), `xywh=16,16,100,100`."""
        return "xywh=" + ",".join(str(side) for side in self.box)


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture holds, and the SHA-256 of its bytes, which is its proof."""

    sha256: str
    format: str
    width: int
    height: int
    codes: tuple[Piece, ...] = ()
    words: tuple[Piece, ...] = ()


def look(body: bytes, *, words: bool = False) -> Picture:
    """Read the QR codes of a PNG, JPEG, GIF (first frame) or WebP picture, and its words where asked.

    Raises:
        PictureError: where it is no such picture, broken, too large, or takes too much memory or time.
        MissingExtraError: where the extra `images` is not installed.
    """
    if len(body) > MAX_BYTES:
        raise PictureError(f"is larger than {MAX_BYTES // (1024 * 1024)} MiB")
    said = _asked(body, words=words)
    if "missing" in said:
        raise MissingExtraError(
            f"pictures are read with packages that are not installed ({said['missing']}): install the extra, "
            "pip install -e '.[images]'"
        )
    if "refused" in said:
        raise PictureError(said["refused"])
    return Picture(
        sha256=sha256(body).hexdigest(),
        format=said["format"],
        width=said["width"],
        height=said["height"],
        codes=tuple(Piece(text, (x, y, w, h)) for text, x, y, w, h in said["codes"]),
        words=tuple(Piece(text, (x, y, w, h)) for text, x, y, w, h, _ in said["words"]),
    )


def _asked(body: bytes, *, words: bool) -> dict[str, Any]:
    limit = WORDS if words else CODES
    command = [sys.executable, "-m", "crawlers.pictures.child", *(["--words"] if words else [])]
    # What foreign bytes may reach is kept small: of the surroundings (a database's password among them) only what
    # an interpreter needs. One thread for each library, for a pool of them would take the address space allowed.
    needed = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MALLOC_ARENA_MAX"), "1")
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter and a module of ours
            command,
            input=body,
            capture_output=True,
            timeout=limit.wall,
            check=False,
            env={**needed, **threads},
        )
    except subprocess.TimeoutExpired:
        return {"refused": f"takes longer than {limit.wall:.0f} seconds to read"}
    try:
        said: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        # Ended by its limits, or by a fault of a decoder: both are the picture's.
        return {"refused": "takes more memory or time than a picture may"}
    return said
