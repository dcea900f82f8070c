"""Picture files in, what they hold as lines of the label format out: codes always, words where asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from crawlers.label_format import labelled
from crawlers.pictures.limits import MAX_BYTES
from crawlers.pictures.looking import Picture, PictureError, Piece, look
from crawlers.pictures.payload import holds_secret, identifiers_in
from crawlers.reading import Context, read
from crawlers.reading.identifiers import FORMAT_KINDS
from crawlers.scrub import scrub_text
from store.errors import UserError


def picture_answers(
    files: Iterable[Path], *, words: bool, complain: Callable[[str], object]
) -> Iterator[dict[str, Any]]:
    """Read pictures, and give for each a record of the label format with its SHA-256 and the place of each identifier.

    A file that is no picture is told to `complain` in one sentence and left out; the others are read all the same.

    Raises:
        UserError: at the end, where any file was left out; at once, where the extra `images` is not installed.
    """
    left_out = 0
    for file in files:
        try:
            picture = look(_bytes_of(file), words=words)
        except PictureError as fault:
            left_out += 1
            complain(f"{file} {fault}")
            continue
        if any(holds_secret(code.text) for code in picture.codes):
            complain(f"{file} holds a code with a secret, which is not read")
        yield _answer(str(file), picture)
    if left_out:
        raise UserError(f"{left_out} picture{'s' if left_out > 1 else ''} could not be read; see above")


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise PictureError(f"cannot be read: {error.strerror or error}") from error


def _answer(key: str, picture: Picture) -> dict[str, Any]:
    text = scrub_text("\n".join(line.text for line in picture.words))
    reading = read(text, Context())
    answer = labelled(key, reading, Context())
    coded = [
        {
            "type": one.kind,
            "value": one.value,
            "normalised": one.normalised,
            "role": one.role,
            "place": code.pointer,
        }
        for code in picture.codes
        for one in identifiers_in(code.text)
        if one.kind in FORMAT_KINDS
    ]
    starts = [one.start for one in reading.identifiers if one.kind in FORMAT_KINDS]
    said = [
        {**one, "place": _place(text, picture.words, start)}
        for one, start in zip(answer["identifiers"], starts, strict=True)
    ]
    answer["identifiers"] = list({(one["type"], one["normalised"]): one for one in [*said, *coded]}.values())
    proof = {
        "sha256": picture.sha256,
        "format": picture.format,
        "width": picture.width,
        "height": picture.height,
    }
    return {**answer, "picture": proof}


def _place(text: str, lines: tuple[Piece, ...], start: int | None) -> str:
    """Give the place of the line of words that an identifier begins in."""
    number = text.count("\n", 0, start or 0)
    return lines[number].pointer if number < len(lines) else ""
