"""A run's pictures: which are asked for, what came, and what their codes say once the pages are in."""

from __future__ import annotations

import logging
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING

import re2

from crawlers.page import Ask, Code, Page, Reading
from crawlers.pictures.looking import MissingExtraError, Picture, PictureError, look
from crawlers.pictures.payload import holds_secret, identifiers_in
from store.records import Place

if TYPE_CHECKING:
    from crawlers.fetched import Fetched

log = logging.getLogger("resalewatch.pictures")

ROLE = "picture"
MOST = 20
"""Pictures that a run asks for; each also counts among its pages."""
MAX_HELD = 32 * 1024 * 1024
_INLINE = re2.compile(r"data:image\\?/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/\\]{200,}={0,2})")
_MOST_INLINE = 5
_SECONDS = 60.0
"""What looking at all pictures of a run may take."""


class HeldSecretError(PictureError):
    """Raised where a code holds a secret: it stands in the pixels, where nothing can be masked, so it is no evidence."""

    def __init__(self) -> None:
        super().__init__("holds a code with a secret, which is not read")


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture that names somebody: kept as evidence, with what its codes say."""

    page: Page
    fetched: Fetched | None
    """What is to be kept as evidence; None for a picture in a page's own markup, whose page is kept already."""
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Held:
    page: Page
    body: bytes
    fetched: Fetched | None = None
    place: str = ""


class Gallery:
    """Asks for a run's pictures and holds those that came, until the pages around them are read."""

    def __init__(self, *, wanted: bool) -> None:
        self._left = MOST if wanted else 0
        self._asked: set[str] = set()
        self._came: list[_Held] = []
        self._held = 0

    def asks(self, reading: Reading) -> tuple[Ask, ...]:
        """Ask for the pictures that a page calls a contact, then for those of its listings."""
        if not self._left:
            return ()
        called = [fact.value for fact in reading.facts if fact.name == "contact_image"]
        shown = [url for listing in reading.listings for url in listing.pictures]
        new = [url for url in dict.fromkeys([*called, *shown]) if url not in self._asked][: self._left]
        self._asked.update(new)
        self._left -= len(new)
        return tuple(Ask(url=url, role=ROLE) for url in new)

    def take(self, page: Page, fetched: Fetched) -> None:
        """Hold a picture that came; anything else that came in its place is let go."""
        self._held += len(page.body)
        if page.status == 200 and page.media_type.startswith("image/") and self._held <= MAX_HELD:  # noqa: PLR2004 - HTTP's OK
            self._came.append(_Held(page, page.body, fetched))

    def take_inline(self, page: Page) -> None:
        """Hold the pictures that a page's own markup or data carries (`data:image/png;base64,…`)."""
        if not self._left or "base64," not in page.text:
            return
        for number, found in enumerate(islice(_INLINE.finditer(page.text), _MOST_INLINE)):
            body = _decoded(found[1])
            self._held += len(body)
            if body and self._left and found[1] not in self._asked and self._held <= MAX_HELD:
                self._asked.add(found[1])
                self._left -= 1
                self._came.append(_Held(page, body, place=f"data:image[{number}]#"))

    def look(self) -> Iterator[Seen]:
        """Look at each picture, and give those that name somebody; the others leave nothing but a line in the log."""
        until = monotonic() + _SECONDS
        for held in self._came:
            if monotonic() > until:
                log.info("%s: not looked at, the time for pictures is over", held.page.url)
                continue
            try:
                picture = look(held.body)
            except PictureError as fault:
                log.info("%s %s%s", held.page.url, held.place and "shows a picture that ", fault)
            except MissingExtraError as missing:
                log.warning("%s", missing)
                return
            else:
                if any(holds_secret(code.text) for code in picture.codes):
                    log.info("%s %s", held.page.url, HeldSecretError())
                elif codes := _codes(picture, held.place):
                    yield Seen(held.page, held.fetched, Reading(codes=codes))


def read_picture(page: Page) -> Reading:
    """Read the codes of one picture.

    Raises:
        HeldSecretError: where a code holds a secret.
        PictureError: where it is no picture that can be read.
        MissingExtraError: where the extra `images` is not installed.
    """
    picture = look(page.body)
    if any(holds_secret(code.text) for code in picture.codes):
        raise HeldSecretError
    return Reading(codes=_codes(picture))


def _decoded(written: str) -> bytes:
    try:
        return b64decode(written.replace("\\", ""), validate=True)
    except ValueError:
        return b""


def _codes(picture: Picture, prefix: str = "") -> tuple[Code, ...]:
    return tuple(
        Code(identifiers=found, place=Place(prefix + code.pointer))
        for code in picture.codes
        if (found := identifiers_in(code.text))
    )
