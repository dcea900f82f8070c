"""How many codes are read of pictures as people make them, how long one takes, and what hostile ones cost.

Codes are drawn, then scaled, turned, blurred, compressed, tinted, covered by a logo or set into a photograph's noise,
all from a seed. Times are of the child process as a crawl starts it, beside a child that only imports the same.
"""

from __future__ import annotations

import random
import struct
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from crawlers.pictures.looking import look
from tests.pictures.drawn import bytes_of, code_of

_READ, _TIMES, _HOSTILE_SECONDS, _HOSTILE_MB = 0.9, 4.0, 2.0, 256
_EACH = 20
_BARE = "import PIL.Image, zxingcpp, crawlers.pictures.child"
_ASK = """
import resource, sys, time
from crawlers.pictures.looking import PictureError, look
body, start = sys.stdin.buffer.read(), time.perf_counter()
try:
    look(body)
except PictureError:
    pass
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""

Change = Callable[[Image.Image, random.Random], Image.Image]


def _turned(image: Image.Image, luck: random.Random) -> Image.Image:
    return image.rotate(luck.uniform(0, 360), expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)


def _blurred(image: Image.Image, luck: random.Random) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(luck.uniform(0.5, 1.5)))


def _tinted(image: Image.Image, luck: random.Random) -> Image.Image:
    dark = tuple(luck.randrange(0, 110) for _ in range(3))
    return Image.composite(Image.new("RGB", image.size, "white"), Image.new("RGB", image.size, dark), image)


def _with_logo(image: Image.Image, luck: random.Random) -> Image.Image:
    side = int(image.width * luck.uniform(0.10, 0.18))
    at = (image.width - side) // 2
    covered = image.copy()
    ImageDraw.Draw(covered).rectangle((at, at, at + side, at + side), fill=luck.randrange(60, 255))
    return covered


def _in_a_photo(image: Image.Image, luck: random.Random) -> Image.Image:
    photo = Image.effect_noise((image.width * 3, image.height * 3), 60)
    photo.paste(image, (luck.randrange(image.width * 2), luck.randrange(image.height * 2)))
    return ImageChops.add(photo, Image.effect_noise(photo.size, luck.uniform(5, 25)), 2)


def _shrunk(image: Image.Image, luck: random.Random) -> Image.Image:
    share = luck.uniform(0.3, 0.6)
    return image.resize((int(image.width * share), int(image.height * share)))


def _inverted(image: Image.Image, luck: random.Random) -> Image.Image:  # noqa: ARG001 - one signature for all
    return ImageChops.invert(image)


CHANGES: dict[str, Change] = {
    "as drawn": lambda image, _: image, "turned": _turned, "blurred": _blurred, "tinted": _tinted, "under a logo": _with_logo,
    "in a photo": _in_a_photo, "shrunk": _shrunk, "inverted": _inverted,
}  # fmt: skip


def main(seed: int = 11) -> int:
    """Print the figures of all; 0 where each is held."""
    luck = random.Random(seed)
    return 0 if all([_reads(luck), _is_quick(), _is_safe()]) else 1


def _reads(luck: random.Random) -> bool:
    right: Counter[str] = Counter()
    for name, change in CHANGES.items():
        for number in range(_EACH):
            text = f"https://u.wechat.com/E{luck.getrandbits(64):016x}{number}"
            image = change(code_of(text, scale=luck.randint(3, 8)), luck)
            body = bytes_of(image, "PNG") if number % 2 else _jpeg(image, luck.randint(25, 90))
            right[name] += [code.text for code in look(body).codes] == [text]
    share = right.total() / (_EACH * len(CHANGES))
    each = ", ".join(f"{name} {right[name]}" for name in CHANGES)
    return _say(
        f"codes read: {share:.3f} of {_EACH * len(CHANGES)} ({each}, of {_EACH})", held=share >= _READ
    )


def _jpeg(image: Image.Image, quality: int) -> bytes:
    held = BytesIO()
    image.save(held, "JPEG", quality=quality)
    return held.getvalue()


def _is_quick() -> bool:
    body = bytes_of(code_of("https://t.me/sandglass_ops"))
    ours = min(_timed(lambda: look(body)) for _ in range(7))
    bare = min(_timed(lambda: subprocess.run([sys.executable, "-c", _BARE], check=True)) for _ in range(7))
    return _say(
        f"a picture: {ours * 1000:.0f} ms, its imports alone {bare * 1000:.0f}", held=ours <= _TIMES * bare
    )


def _is_safe() -> bool:
    figures = [_cost(body) for body in _hostile()]
    worst, peak = max(seconds for seconds, _ in figures), max(size for _, size in figures)
    held = worst <= _HOSTILE_SECONDS and peak <= _HOSTILE_MB
    return _say(f"hostile pictures: {worst:.2f} s at most, {peak:.0f} MB in the child at most", held=held)


def _cost(body: bytes) -> tuple[float, float]:
    """Give the seconds and the child's peak in MB: asked by a small process, for a child counts its parent's size too."""
    asked = subprocess.run([sys.executable, "-c", _ASK], input=body, capture_output=True, check=True)
    seconds, size = asked.stdout.split()
    return float(seconds), int(size) / 1024


def _hostile() -> list[bytes]:
    def chunk(name: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))

    def png(width: int, height: int, pixels: bytes, extra: bytes = b"") -> bytes:
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")

    zeros = zlib.compress(b"\0" * 300_000_000, 9)
    checks = Image.effect_noise((4000, 4000), 200).point(lambda shade: 255 * (shade > 127))
    return [
        png(100, 100, zeros), png(4000, 4000, zeros), png(65_000, 65_000, zeros),
        png(9, 9, zlib.compress(b"\0" * 400), chunk(b"zTXt", b"a\0\0" + zeros)), bytes_of(checks.convert("1")),
        bytes_of(Image.new("L", (1, 9_999))), _jpeg(Image.effect_noise((4000, 4000), 90), 15), b"GIF89a" + b"\xff" * 1_000_000,
    ]  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _say(words: str, *, held: bool) -> bool:
    sys.stdout.write(f"picture_codes: {words}: {'held' if held else 'missed'}\n")
    return held


if __name__ == "__main__":
    sys.exit(main())
