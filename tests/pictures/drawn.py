"""Pictures drawn for the tests: codes by the library that reads them, words by Pillow's own font."""

from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image, ImageDraw, ImageFont


def code_of(text: str, scale: int = 4) -> Image.Image:
    drawn = memoryview(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=scale))  # type: ignore[arg-type]
    height, width = drawn.shape or (0, 0)
    return Image.frombytes("L", (width, height), drawn.tobytes())


def bytes_of(image: Image.Image, kind: str = "PNG") -> bytes:
    held = BytesIO()
    image.save(held, kind)
    return held.getvalue()


def picture_of(text: str, kind: str = "PNG", scale: int = 4) -> bytes:
    return bytes_of(code_of(text, scale), kind)


def words_of(*lines: str) -> bytes:
    image = Image.new("RGB", (900, 40 + 90 * len(lines)), "white")
    for number, line in enumerate(lines):
        place = (20, 30 + 90 * number)
        ImageDraw.Draw(image).text(place, line, fill="black", font=ImageFont.load_default(40))
    return bytes_of(image)
