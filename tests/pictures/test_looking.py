"""Codes and words come out of pictures with their place; whatever is broken, huge or a trap is refused in one sentence."""

from __future__ import annotations

import struct
import sys
import zlib
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from crawlers.pictures import looking
from crawlers.pictures.limits import Limit
from crawlers.pictures.looking import MissingExtraError, PictureError, look
from tests.pictures.drawn import bytes_of, code_of, picture_of, words_of


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_code_is_read_in_every_format(kind: str) -> None:
    body = picture_of("https://t.me/sandglass_ops", kind)
    picture = look(body)
    assert (picture.format, picture.sha256) == (kind, sha256(body).hexdigest())
    assert [code.text for code in picture.codes] == ["https://t.me/sandglass_ops"]


def test_each_code_has_its_place() -> None:
    sheet = Image.new("L", (900, 400), "white")
    sheet.paste(code_of("first one"), (40, 60))
    sheet.paste(code_of("second one").rotate(90), (600, 200))
    found = {code.text: code.box for code in look(bytes_of(sheet)).codes}
    assert set(found) == {"first one", "second one"}
    (x, y, width, height), (second_x, *_) = found["first one"], found["second one"]
    assert 40 < x < 70
    assert 60 < y < 90
    assert 70 < width < 110
    assert abs(width - height) < 3
    assert second_x > 600


def test_what_is_transparent_is_seen_on_white() -> None:
    code = code_of("https://t.me/sandglass_ops")
    clear = Image.new("RGBA", code.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=code.point(lambda shade: 255 - shade))
    assert look(bytes_of(clear)).codes


def test_a_tiny_code_is_looked_at_twice_as_large() -> None:
    assert [code.text for code in look(picture_of("tiny", scale=1)).codes] == ["tiny"]


def test_words_are_read_only_where_asked() -> None:
    body = words_of("Claude Pro $11", "Telegram: @sandglass_ops")
    assert look(body).words == ()
    first, second = look(body, words=True).words
    assert (first.text, second.text) == ("Claude Pro $11", "Telegram: @sandglass_ops")
    assert first.box[1] < 100 < second.box[1]


def chunk(name: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))


def png(width: int, height: int, pixels: bytes, extra: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def zeros(count: int) -> bytes:
    return zlib.compress(b"\0" * count, 9)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "no picture that is read (PNG, JPEG, GIF, WEBP)"),
        (b"<html>", "no picture that is read"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "no picture that is read"),
        (b"II*\0" + b"\0" * 200, "no picture that is read"),
        (picture_of("x", "JPEG")[:300], "is broken"),
        (png(60_000, 60_000, zeros(10)), "has more than 16,000,000 pixels"),
        (png(5_000, 4_000, zeros(10)), "has more than 16,000,000 pixels|5000 x 4000 pixels"),
        (png(1, 12_000, zeros(10)), "1 x 12000 pixels"),
        (png(9, 9, zeros(300), chunk(b"zTXt", b"a\0\0" + zeros(200_000_000))), "is broken"),
        (b"\x89PNG" + b"0" * (5 << 20), "is larger than 4 MiB"),
    ],
    ids=["empty", "html", "svg", "tiff", "cut", "huge", "large", "long", "words of zeros", "heavy"],
)
def test_what_is_no_fit_picture_is_refused(body: bytes, why: str) -> None:
    with pytest.raises(PictureError) as refused:
        look(body)
    assert any(part in str(refused.value) for part in why.split("|"))


def test_more_pixels_than_its_header_says_cost_nothing() -> None:
    picture = look(png(100, 100, zeros(300_000_000)))
    assert (picture.width, picture.height, picture.codes) == (100, 100, ())


def test_only_the_first_frame_is_decoded() -> None:
    frames = [code_of(f"frame {number}").convert("P") for number in range(3)]
    held = BytesIO()
    frames[0].save(held, "GIF", save_all=True, append_images=frames[1:])
    assert [code.text for code in look(held.getvalue()).codes] == ["frame 0"]


def test_a_picture_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "CODES", Limit(memory=1 << 30, cpu=10, wall=0.001))
    with pytest.raises(PictureError, match="takes longer than"):
        look(picture_of("x"))


def test_a_decoder_that_dies_is_the_picture_s_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(PictureError, match="more memory or time"):
        look(picture_of("x"))


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_asked", lambda *_, **__: {"missing": "zxingcpp"})
    with pytest.raises(MissingExtraError, match=r"zxingcpp.*pip install -e '.\[images\]'"):
        look(picture_of("x"))
