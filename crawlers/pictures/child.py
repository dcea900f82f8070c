"""`python -m crawlers.pictures.child [--words]`: one picture on standard input, what it holds as one line of JSON.

`{"format", "width", "height", "codes": [[text, x, y, width, height], …], "words": [[text, x, y, width, height, score], …]}`,
or `{"refused": why}`, the end of a sentence about the picture; `{"missing": module}` where the extra is not installed.
It limits its own memory and time before it looks at a byte, writes no file and asks no network.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import warnings
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from crawlers.pictures.limits import (
    CODES,
    FORMATS,
    LONGEST,
    MAX_BYTES,
    MAX_CODES,
    MAX_LINES,
    MAX_PIXELS,
    MAX_SIDE,
    WORDS,
)

if TYPE_CHECKING:
    from PIL.Image import Image

_SMALL = 600
"""Below this side a code may be drawn too small to be seen: such a picture is looked at once more, twice as large."""
_MOST_SCORE = 0.5
"""Words of which the recogniser is less sure are noise of the picture."""


class _RefusedError(Exception):
    """Raised where a picture is not looked at; the message ends a sentence that begins with its name."""


def look(body: bytes, *, words: bool) -> dict[str, Any]:
    """Read a picture's codes, and its words where asked.

    Raises:
        _RefusedError: where it is too large or no picture.
        ModuleNotFoundError: where the extra is not installed.
    """
    if len(body) > MAX_BYTES:
        raise _RefusedError(f"is larger than {MAX_BYTES // (1024 * 1024)} MiB")
    picture = _opened(body)
    width, height = picture.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise _RefusedError(
            f"has {width} x {height} pixels; at most {MAX_PIXELS:,} in all and {MAX_SIDE:,} a side are decoded"
        )
    plain = _on_white(picture, "RGB" if words else "L")
    return {
        "format": picture.format,
        "width": width,
        "height": height,
        "codes": _codes(plain),
        "words": _words(plain) if words else [],
    }


def _opened(body: bytes) -> Image:
    """Read the header alone; nothing is decoded yet."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        return Image.open(BytesIO(body), formats=FORMATS)
    except UnidentifiedImageError:
        raise _RefusedError(f"is no picture that is read ({', '.join(FORMATS)})") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _RefusedError(f"has more than {MAX_PIXELS:,} pixels") from None


def _on_white(picture: Image, mode: str) -> Image:
    """Decode the first frame into so many shades (L) or colours (RGB); what is transparent shows the white of a page."""
    from PIL import Image

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert(mode)
    seen = picture.convert("RGBA")
    ground = Image.new(mode, seen.size, "white")
    ground.paste(seen.convert(mode), mask=seen.getchannel("A"))
    return ground


def _codes(picture: Image) -> list[list[Any]]:
    import zxingcpp

    kinds = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.MicroQRCode])
    grey, scale = picture.convert("L"), 1
    found = zxingcpp.read_barcodes(grey, formats=kinds)
    if not found and max(grey.size) < _SMALL:
        scale = 2
        found = zxingcpp.read_barcodes(grey.resize((grey.width * 2, grey.height * 2)), formats=kinds)
    codes = []
    for code in found[:MAX_CODES]:
        place = code.position
        corners = [place.top_left, place.top_right, place.bottom_right, place.bottom_left]
        codes.append([code.text[:LONGEST], *_box([(one.x / scale, one.y / scale) for one in corners])])
    return codes


def _words(picture: Image) -> list[list[Any]]:
    import numpy
    from rapidocr_onnxruntime import RapidOCR

    reader = RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)
    lines, _ = reader(numpy.asarray(picture)[:, :, ::-1])
    return [
        [text[:LONGEST], *_box(corners), round(float(score), 3)]
        for corners, text, score in (lines or [])[:MAX_LINES]
        if float(score) >= _MOST_SCORE
    ]


def _box(corners: Sequence[Sequence[float]]) -> list[int]:
    """Give left, top, width and height of the upright box around four corners."""
    across, down = [int(x) for x, _ in corners], [int(y) for _, y in corners]
    return [max(0, min(across)), max(0, min(down)), max(across) - min(across), max(down) - min(down)]


def _limit(*, words: bool) -> None:
    limit = WORDS if words else CODES
    resource.setrlimit(resource.RLIMIT_AS, (limit.memory, limit.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limit.cpu, limit.cpu))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(body: bytes, *, words: bool) -> dict[str, Any]:
    try:
        return look(body, words=words)
    except _RefusedError as refused:
        return {"refused": str(refused)}
    except ModuleNotFoundError as missing:
        return {"missing": missing.name}
    except MemoryError:
        return {"refused": "takes more memory than a picture may"}
    except Exception:  # noqa: BLE001 - whatever a decoder says of a hostile file, the answer is the same
        return {"refused": "is broken"}


if __name__ == "__main__":
    warnings.simplefilter("error" if "--words" not in sys.argv else "ignore")
    # What a library prints must not stand in the answer.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    _limit(words="--words" in sys.argv)
    given = sys.stdin.buffer.read(MAX_BYTES + 1)
    json.dump(_answer(given, words="--words" in sys.argv), out, ensure_ascii=False)
    out.flush()
