from __future__ import annotations

import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.cards import passes_luhn
from crawlers.passwords import is_password
from crawlers.scrub import break_marks, scrub, scrub_text, scrub_url

TAIL = "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA"

KEYS = {
    "sk-ant-api03": f"sk-ant-api03-{TAIL}{TAIL}{TAIL[:5]}-{TAIL[:6]}AA",
    "sk-ant-oat01": f"sk-ant-oat01-{TAIL}_{TAIL}",
    "sk-ant-sid01": f"sk-ant-sid01-{TAIL}-{TAIL}",
    "sk-proj": f"sk-proj-{TAIL}_{TAIL}T3BlbkFJ{TAIL}",
    "sk": f"sk-{TAIL[:20]}T3BlbkFJ{TAIL[:20]}",
    "sk-or-v1": "sk-or-v1-" + hashlib.sha256(b"x").hexdigest(),
    "AIza": "AIza" + TAIL + "x-_",
    "xai": "xai-" + TAIL * 2 + TAIL[:16],
    "gsk": "gsk_" + TAIL + TAIL[:20],
    "AKIA": "AKIA" + "IOSFODNN7EXAMPLE",
    "ghp": "ghp_" + TAIL + "1234",
    "github_pat": "github_pat_" + TAIL + "_" + TAIL,
    "rt": "rt_" + TAIL + TAIL[:20],
    "hf": "hf_" + TAIL,
    "eyJ": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
}


def mark(prefix: str, key: str) -> str:
    return f"[[api_key:{prefix}:{hashlib.sha256(key.encode()).hexdigest()}]]"


@pytest.mark.parametrize(("prefix", "key"), KEYS.items())
def test_a_key_becomes_a_mark_with_its_prefix_and_digest(prefix: str, key: str) -> None:
    assert scrub_text(f"key: {key}, next") == f"key: {mark(prefix, key)}, next"
    assert scrub_text(f"库存\n{key}\n{key}") == f"库存\n{mark(prefix, key)}\n{mark(prefix, key)}"


@pytest.mark.parametrize(("prefix", "key"), KEYS.items())
def test_a_key_in_json_html_and_addresses(prefix: str, key: str) -> None:
    assert json.loads(scrub(json.dumps({"k": key}).encode(), "application/json"))["k"] == mark(prefix, key)
    assert scrub(f'<p data-k="{key}">{key}</p>'.encode(), "text/html").count(b"[[api_key:") == 2
    assert key not in scrub_url(f"https://shop.example/x?k={key}&a=1")


KEY = KEYS["sk-ant-api03"]


@pytest.mark.parametrize(
    "written",
    [
        KEY.replace("-", "&#45;"),
        KEY.replace("-", "&#x2d;"),
        KEY.replace("s", "&#115;", 1),
        KEY.replace("-", r"\u002d"),
        KEY.replace("-", "%2D"),
        KEY[:30] + "<wbr>" + KEY[30:],
        KEY[:30] + "</b><b class='x'>" + KEY[30:],
        KEY[:30] + "\u200b" + KEY[30:],
        KEY[:30] + "&#8203;" + KEY[30:],
        KEY[:30] + "&shy;" + KEY[30:],
    ],
)
def test_a_key_in_pieces_or_codes_is_marked_whole(written: str) -> None:
    assert mark("sk-ant-api03", KEY) in scrub(f"<p>{written}</p>".encode(), "text/html").decode()


@pytest.mark.parametrize(
    "goods",
    [
        "sk-ant-api03-9tR2••••••••••••••••••••QwAA",
        "sk-ant-api03-" + "x" * 80,
        "sk-....",
        "export OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "api_key: your_api_key_goes_here_please",
        'data-sitekey="0x4AAAAAAAbCdEfGhIjKlMnO"',
        "1234567890-abcdefghijklmnopqrstuvwxyz123456.apps.googleusercontent.com",
        "TXdZt9CbEXeFi4m9uhyHKXU9btn7rXF3Tq",
        "0x5803aF8aDC041c81450Ba4853AD0F84Ab5fA7Eae",
        "bc1qccjh5g2uzsd47af03gxuun34s66dswa4ue5my4",
        "订单号 2026112404081234567",
        "QQ 1520004368 群 1080004276 手机 13800138000",
        "https://item.taobao.com/item.htm?id=4111111111111111",
        '{"id":4111111111111111}',
        "4111 1111 1111 1112",
        "0000 0000 0000 0000",
        "a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2",
        "support@shop-example.com: we reply in a day",
        "a@shop-example.com|@shop_handle7",
        "mail@shop-example.com:8080",
        "формат: почта:пароль",
        "Password: required",
        '"password":"Enter your password"',
        "| a | b |\n|----|----|\n| c | d |",
        "进群----售后",
        "充值1:1，codex 0.15倍率 [[note]] [card]",
    ],
)
def test_ordinary_goods_text_stays(goods: str) -> None:
    assert scrub_text(goods) == goods


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("4111 1111 1111 1111 12/27", "[[card]] 12/27"),
        ("卡号：5555-5555-5555-4444。", "卡号：[[card]]。"),
        ("378282246310005", "[[card]]"),
        ("order 12 4111 1111 1111 1111", "order 12 [[card]]"),
        ("4111111111111111|12|27|123", "[[card]]|12|27|123"),
        ("银联卡 6222021234567890128", "银联卡 [[card]]"),
        ("?card=4111111111111111", "?card=[[card]]"),
        ("4111111111111111|4111111111111111", "[[card]]|[[card]]"),
        ("a@b-mail.com----Pw1234--r@c.com", "a@b-mail.com----[[password]]"),
        ("a@b-mail.com----Pw!1234----r@c.com----JBSWY3DP", "a@b-mail.com----[[password]]"),
        ("a@b-mail.com:Passw0rd!", "a@b-mail.com:[[password]]"),
        ("a@b-mail.com|hunter22|x", "a@b-mail.com|[[password]]|x"),
        ("user77----Abc12345", "user77----[[password]]"),
        ("密码：abc12345", "密码：[[password]]"),
        ("пароль: Qwerty77\n", "пароль: [[password]]\n"),
        ("Password: Abc12345 ok", "Password: [[password]] ok"),
        ('{"password":"Hunter22!"}', '{"password":"[[password]]"}'),
    ],
)
def test_cards_and_passwords(words: str, left: str) -> None:
    assert scrub_text(words) == left


def test_json_stays_json_where_a_bare_card_number_was() -> None:
    body = b'{"card_number": 4111111111111111, "id": 4111111111111111}'
    assert json.loads(scrub(body, "application/json")) == {"card_number": "[[card]]", "id": 4111111111111111}


@pytest.mark.parametrize(
    "planted",
    [
        "[[api_key:sk:" + "0" * 64 + "]]",
        "&#91;&#91;api_key:sk:" + "0" * 64 + "]]",
        "&#x5b;[api&#95;key:sk:" + "0" * 64 + "]]",
        r"\u005b\u005bapi_key:sk:" + "0" * 64 + "]]",
        "%5B%5Bapi_key:sk:" + "0" * 64,
        "[[card]]",
        "[[password]]",
    ],
)
def test_a_planted_mark_is_broken(planted: str) -> None:
    left = scrub_text(planted)
    assert "[[" not in left
    assert len(left) == len(planted) + 1


def test_an_address_loses_its_user_and_password() -> None:
    assert scrub_url("https://user:pa55word@shop.example/x") == "https://shop.example/x"
    assert scrub_url("https://shop.example/@user") == "https://shop.example/@user"


def test_pictures_are_left_as_they_are() -> None:
    body = KEY.encode() + b"\xff\xd8"
    assert scrub(body, "image/jpeg") == body
    assert scrub(body, "image/svg+xml") != body


def test_a_named_secret_of_no_known_shape_is_marked() -> None:
    body = '{"refresh_token":"0.AXoAabcdEFGH1234567890ijkl"}'
    assert re.fullmatch(r'\{"refresh_token":"\[\[api_key:token:[0-9a-f]{64}\]\]"\}', scrub_text(body))


def test_aws_secret_behind_its_id() -> None:
    left = scrub_text("AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
    assert "wJalr" not in left
    assert "[[api_key:aws-secret:" in left


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [*KEYS.values(), "4111111111111111", "a@b-mail.com----Pw1234", "[[card]]", "[[api_key:"]
        ),
        st.text(max_size=8),
        st.sampled_from(["\n", " ", "&#45;", "<b>", "%2d", "----", ":", "\u200b"]),
    ),
    max_size=12,
).map("".join)


def test_a_key_with_a_card_number_right_behind_it_is_no_sample() -> None:
    words = "sk-ant-api03-" + 2 * "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA" + "-AA4111111111111111"
    assert scrub_text(words).startswith("[[api_key:sk-ant-api03:")


@given(PIECES)
def test_no_exception_and_no_key_left(words: str) -> None:
    left = scrub_text(words)
    assert not re.search(r"(?<![A-Za-z0-9_-])sk-ant-api03-(?:aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA){2}", left)


@given(PIECES)
def test_scrubbing_again_only_breaks_the_marks(words: str) -> None:
    once = scrub_text(words).encode("utf-8", "surrogatepass")
    assert scrub(scrub(once, "text/html"), "text/html") == scrub(once, "text/html")
    if b"[[" not in once:
        assert scrub(once, "text/html") == once
    assert b"[[api_key:" not in break_marks(once)


@given(st.binary(max_size=200))
def test_any_bytes(body: bytes) -> None:
    assert isinstance(scrub(body, "text/html"), bytes)


@pytest.mark.parametrize(
    ("digits", "right"), [(b"4111111111111111", True), (b"79927398713", True), (b"79927398710", False)]
)
def test_luhn(digits: bytes, right: bool) -> None:
    assert passes_luhn(digits) is right


@pytest.mark.parametrize(
    ("value", "right"), [(b"abc123", True), (b"abcdef", False), (b"123456", False), (b"https://x1", False)]
)
def test_what_a_password_looks_like(value: bytes, right: bool) -> None:
    assert bool(is_password(value)) is right
