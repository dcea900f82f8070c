from __future__ import annotations

import os
from pathlib import Path

import pytest

from crawlers.blocked import _MARKS, blocked

SHARED = Path(os.environ.get("RESALEWATCH_SHARED", Path(__file__).parents[2] / "shared"))
SHOP = (
    "<html><head><title>Shop</title></head><body>" + "<p>Claude Max 20x, 580 a month, ask for stock</p>" * 60
)


@pytest.mark.parametrize(("who", "mark"), _MARKS)
@pytest.mark.parametrize("status", [200, 403, 503])
def test_a_thin_page_with_a_mark_is_a_wall_whatever_its_status(who: str, mark: str, status: int) -> None:
    named = blocked(status, {}, f"<html><body>{mark}<p>wait</p></body></html>".encode())
    assert named is not None
    assert named.startswith("challenge: ")
    first = next(owner for owner, other in _MARKS if other in mark)
    assert named in (f"challenge: {who}", f"challenge: {first}")


@pytest.mark.parametrize(("who", "mark"), _MARKS)
def test_a_page_that_only_quotes_a_mark_is_none(who: str, mark: str) -> None:
    assert blocked(200, {}, f"{SHOP}<p>how to pass {mark}?</p></body></html>".encode()) is None


def test_at_least_thirty_kinds() -> None:
    assert len({who for who, _ in _MARKS}) >= 30


@pytest.mark.parametrize(
    ("status", "headers", "body", "reason"),
    [
        (429, {}, b"", "429 too many requests"),
        (429, {}, b'{"message":"slow down"}', "429 too many requests"),
        (403, {}, b"<html><h1>403 Forbidden</h1></html>", "403 forbidden"),
        (430, {}, b"", "430 too many requests"),
        (451, {}, b"gone by order", "451 unavailable for legal reasons"),
        (200, {"CF-Mitigated": "challenge"}, b"", "challenge: cloudflare"),
        (202, {"x-amzn-waf-action": "challenge"}, b"", "challenge: aws-waf"),
        (200, {}, '<title>人机验证</title><div id="c"></div>'.encode(), "challenge: captcha"),
        (401, {"WWW-Authenticate": 'Basic realm="x"'}, b"", "401 a password is asked"),
        (200, {}, b'{"ret":1,"url":"https://a.test/_____tmd_____/punish?x=1"}', "challenge: aliyun"),
    ],
)
def test_walls(status: int, headers: dict[str, str], body: bytes, reason: str) -> None:
    assert blocked(status, headers, body) == reason


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, SHOP.encode()),
        (200, b'{"data":[],"success":true}'),
        (200, b""),
        (401, b'{"success":false,"message":"Unauthorized"}'),
        (403, b'{"message":"pricing is disabled","success":false}'),
        (404, b"<h1>not found</h1>"),
        (500, b"<h1>Internal Server Error</h1>"),
        (503, b"<h1>Service Unavailable</h1>"),
        (200, b'<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>' + SHOP.encode()),
        (200, b"\xff\xfe\x00" * 1000),
    ],
)
def test_pages_and_failures_are_no_walls(status: int, body: bytes) -> None:
    assert blocked(status, {}, body) is None


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared")
def test_captured_replies() -> None:
    folder = SHARED / "platforms"
    walls = {"aliyun_acw_sc_v2.html": (200, "challenge: aliyun"), "nginx_403.html": (403, "403 forbidden")}
    for name, (status, reason) in walls.items():
        assert blocked(status, {}, (folder / "challenge" / name).read_bytes()) == reason
    assert (
        blocked(200, {}, (folder / "dujiaoka/wechat_ua_antired.html").read_bytes()) == "challenge: anti-red"
    )
    pages = [
        path
        for path in folder.glob("*/*.html")
        if path.parent.name != "challenge" and "antired" not in path.name
    ]
    assert len(pages) > 30
    assert {path.name: blocked(200, {}, path.read_bytes()) for path in pages} == {
        path.name: None for path in pages
    }
