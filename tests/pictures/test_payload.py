"""What a code's text names: messengers, payment and wallets become identifiers; what opens a door is never read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.pictures.emv import payments_in
from crawlers.pictures.payload import holds_secret, identifiers_in

VIETQR = "00020138540010A00000072701240006970436011001234567890208QRIBFTTA6304C7CA"
PROMPTPAY = "00020129370016A000000677010111011300668123456786304F102"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("https://t.me/Sandglass_ops", "telegram", "sandglass_ops"),
        ("tg://resolve?domain=Sandglass_ops", "telegram", "sandglass_ops"),
        ("tg://join?invite=AbCdEf0123456", "telegram_invite", "AbCdEf0123456"),
        ("https://u.wechat.com/EGb1Xk3_qzAbcd", "wechat", "u.wechat.com/EGb1Xk3_qzAbcd"),
        ("微信: sandglass88", "wechat", "sandglass88"),
        ("wxp://f2f0AbCdEfghijk", "payment", "wechatpay:f2f0AbCdEfghijk"),
        ("HTTPS://QR.ALIPAY.COM/FKX012345ABCDEF", "payment", "alipay:fkx012345abcdef"),
        ("alipays://platformapi/startapp?appId=20000123&userId=2088000000000042", "payment", "alipay:2088000000000042"),
        ("https://wa.me/5511900004417", "whatsapp", "+5511900004417"),
        ("whatsapp://send?phone=+5511900004417", "whatsapp", "+5511900004417"),
        ("https://line.me/R/ti/p/%40sumistore", "line", "sumistore"),
        ("https://discord.gg/brightpatch9", "discord_invite", "brightpatch9"),
        ("https://paypal.me/sandglass", "payment", "paypal:sandglass"),
        ("upi://pay?pa=sandglass@okaxis&pn=x", "payment", "upi:sandglass@okaxis"),
        ("TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC", "crypto_tron", "TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC"),
        ("ethereum:0x52908400098527886E0F7030069857D2E4169EE7@1", "crypto_eth", "0x52908400098527886e0f7030069857d2e4169ee7"),
        ("tel:+5511900004417", "phone", "+5511900004417"),
        (VIETQR, "payment", "vietqr:970436:0123456789"),
        (PROMPTPAY, "payment", "promptpay:66812345678"),
    ],
)  # fmt: skip
def test_who_shows_a_way_to_be_reached_or_paid_is_its_operator(text: str, kind: str, value: str) -> None:
    assert [(one.kind, one.normalised, one.role) for one in identifiers_in(text)] == [
        (kind, value, "operator")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "", "hello", "https://u.wechat.com/", "https://weixin.qq.com/g/AbCdEfGhIjK", "https://qr.alipay.com/", "wxp://",
        "bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyX", "tg://resolve?domain=", "https://openai.com/", "tel:none",
        VIETQR[:-1] + "B",
    ],
)  # fmt: skip
def test_what_names_nobody(text: str) -> None:
    assert identifiers_in(text) == ()


def test_a_link_to_a_page_is_not_yet_who_shows_it() -> None:
    assert [(one.kind, one.role) for one in identifiers_in("https://shop.sandglass-keys.com/x")] == [
        ("domain", "unknown")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "otpauth://totp/shop?secret=JBSWY3DPEHPK3PXP", "WIFI:T:WPA;S:shop;P:hunter2;;", "tg://login?token=AQIDBA",
        "https://shop.example/in?token=abcdef", "sk-ant-api03-" + "".join(chr(97 + 7 * n % 26) + str(3 * n % 10) for n in range(47)) + "AA", "sgnl://linkdevice?uuid=1",
    ],
)  # fmt: skip
def test_what_opens_a_door_is_never_read(text: str) -> None:
    assert holds_secret(text)
    assert identifiers_in(text) == ()


@given(
    st.one_of(
        st.text(max_size=80),
        st.builds("{}:{}".format, st.sampled_from(["wxp", "tg", "upi", "tel"]), st.text()),
    )
)
def test_any_text_of_a_code_is_read_or_left(text: str) -> None:
    identifiers_in(text)


@given(st.integers(0, len(VIETQR) - 1), st.characters())
def test_a_changed_payment_code_fails_its_checksum(at: int, letter: str) -> None:
    changed = VIETQR[:at] + letter + VIETQR[at + 1 :]
    assert changed.upper() == VIETQR or payments_in(changed) == ()
