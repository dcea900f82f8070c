from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading.text import LONGEST, normalise

HARD = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("0123456789#*，：￥.①⑩㎏℡½\u200b\ufe0f\u20e3\u0301\u0336\u0335аосеx_@✖💲體驗が"),
    ),
    max_size=60,
)

FORMS = [
    ("ｖｘ：Ｐａｎｄａ７７", "vx:Panda77"),
    ("𝐂𝐥𝐚𝐮𝐝𝐞 𝗣𝗹𝘂𝘀", "Claude Plus"),
    ("🅅🅇 Ⓥ 🆅", "VX V V"),
    ("20✖️ 💲200", "20× $200"),
    ("企鹅群 1️⃣0️⃣6️⃣", "企鹅群 106"),
    ("1️⃣ 先看 2️⃣ 再看", "① 先看 ② 再看"),
    ("官方5️⃣折", "官方5折"),
    ("①②③", "123"),
    ("①加群", "①加群"),
    ("🔟元", "10元"),
    ("售後視窗 儲值倍率", "售后视窗 储值倍率"),
    ("t.me/\u200babc", "t.me/abc"),
    ("\u202eabc\u202c", "abc"),
    ("@сlаudе_dеpo_ru (в личку)", "@claude_depo_ru (в личку)"),
    ("со всеми ChatGPT-аккаунт", "со всеми ChatGPT-аккаунт"),
    ("Вход в Plus: у нас", "Вход в Plus: у нас"),
    ("е\u0301", "е"),
    ("bảo hành trọn", "bảo hành trọn"),
    ("~5\u03360\u0336 100", "~~~50~~ 100"),
    ("a\u0336b\u0336", "ab"),
    ("0.12，10刀", "0.12，10刀"),
    ("快，稳，省", "快,稳,省"),
    ("m² 1½", "m² 11/2"),
    ("٣٤ ۵۶ ४", "34 56 4"),
    ("x−1‑2", "x-1-2"),
    ("ﷺ", "ﷺ"),
]


@pytest.mark.parametrize(("dressed", "plain"), FORMS)
def test_plain_form(dressed: str, plain: str) -> None:
    assert normalise(dressed).plain == plain


def test_a_span_points_at_the_words_as_they_stood() -> None:
    text = normalise("加 企鹅群\u200b 1️⃣0️⃣6️⃣ 或 扣扣 ７２０")
    at = text.plain.index("106")
    assert text.words(at, at + 3) == "1️⃣0️⃣6️⃣"
    at = text.plain.index("720")
    assert text.words(at, at + 3) == "７２０"
    assert text.words(at, at + 1) == "７"


@given(HARD)
def test_every_span_lies_inside_and_grows_with_its_plain_span(original: str) -> None:
    text = normalise(original)
    last = 0
    for at in range(len(text.plain)):
        start, end = text.span(at, at + 1)
        assert 0 <= start < end <= len(original)
        assert start >= last or end > last
        last = start
        assert text.span(0, at + 1)[1] >= end or text.span(0, at + 1)[1] == end


@given(HARD)
def test_an_untouched_letter_points_at_itself(original: str) -> None:
    text = normalise(original)
    for at, letter in enumerate(text.plain):
        start, end = text.span(at, at + 1)
        if end - start == 1 and original[start].isascii():
            assert letter in (original[start], "~")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_nothing_invisible_stays(original: str) -> None:
    plain = normalise(original).plain
    assert not any(letter in plain for letter in "\u200b\u200d\ufeff\u202e\u2066\ufe0f\u20e3\u0301")


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя ,.-!", max_size=80))
@settings(max_examples=50)
def test_cyrillic_words_are_never_lost(original: str) -> None:
    assert normalise(original).plain == unicodedata.normalize("NFC", original)


def test_long_text_is_cut() -> None:
    assert len(normalise("长" * (LONGEST + 5)).plain) == LONGEST


def test_ascii_is_the_same_object() -> None:
    words = "Claude Max 20x $30"
    assert normalise(words).plain is words
