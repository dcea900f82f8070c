"""Signals by the words that state them, and the denials, policies and goods that state none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.reading.language import language_of
from crawlers.reading.signals import find_signals
from crawlers.reading.text import normalise
from store.records import SIGNALS
from tests.reading.signal_cases import STATED, UNSTATED, WORDED


@pytest.mark.parametrize(("words", "names"), STATED)
def test_stated(words: str, names: set[str]) -> None:
    assert {signal.name for signal in find_signals(normalise(words))} == names


@pytest.mark.parametrize("words", UNSTATED)
def test_unstated(words: str) -> None:
    assert [(signal.name, signal.words) for signal in find_signals(normalise(words))] == []


@pytest.mark.parametrize("name", SIGNALS)
def test_worded(name: str) -> None:
    lines = [words for signal, words in WORDED if signal == name]
    assert lines
    assert [
        words for words in lines if name not in {signal.name for signal in find_signals(normalise(words))}
    ] == []


def test_every_signal_has_a_case() -> None:
    assert set().union(*(names for _, names in STATED)) == set(SIGNALS)


def test_a_signal_carries_its_words_as_they_stood() -> None:
    words = "𝗖𝗖𝗠𝗔𝗫 分組 ＋ 號池\u200b直連"
    signals = find_signals(normalise(words))
    assert {(signal.name, signal.words) for signal in signals} == {
        ("max_pool", "𝗖𝗖𝗠𝗔𝗫"),
        ("account_pool", "號池"),
    }
    assert all(words[signal.start : signal.end] == signal.words for signal in signals)


PIECES = st.lists(
    st.one_of(
        st.sampled_from([words for words, _ in STATED] + UNSTATED),
        st.text(max_size=12),
        st.sampled_from("不无,。\nİ"),
    ),
    max_size=8,
).map("".join)


@given(PIECES)
def test_any_text_gives_each_signal_once_and_inside_it(words: str) -> None:
    signals = find_signals(normalise(words))
    names = [signal.name for signal in signals]
    assert len(names) == len(set(names))
    assert set(names) <= set(SIGNALS)
    assert all(words[signal.start : signal.end] == signal.words for signal in signals)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("充值比例1:1，质保30天", "zh"),
        ("儲值比例 1:1，請聯繫客服", "zh-Hant"),
        ("Продам аккаунт ChatGPT Plus", "ru"),
        ("Продам акаунт, гарантія", "uk"),
        ("Bán tài khoản Claude Pro bảo hành", "vi"),
        ("Jual akun ChatGPT Plus garansi sebulan", "id"),
        ("Verkaufe ein Konto für den Monat", "de"),
        ("Vendo cuenta con garantía por un mes", "es"),
        ("Vendo conta com garantia, não é compartilhada", "pt"),
        ("Satılık hesap, aylık fiyat", "tr"),
        ("حساب جاهز للبيع", "ar"),
        ("فروش اکانت با گارانتی", "fa"),
        ("アカウント販売中", "ja"),
        ("계정 판매합니다", "ko"),
        ("ขายบัญชี Claude", "th"),
        ("Selling accounts with warranty for you", "en"),
        ("9999", None),
    ],
)
def test_language(words: str, language: str | None) -> None:
    assert language_of(words) == language


@given(st.text(max_size=80))
def test_language_of_any_text(words: str) -> None:
    assert language_of(words) is None or 2 <= len(language_of(words) or "") <= 7


@pytest.mark.parametrize(
    "unit", ["封号掉死no banned ", "banned x=replac", "号池 ", "共享", "мати слет ", "lỗi "]
)
def test_a_long_text_finds_what_a_short_one_does_with_few_looks(unit: str) -> None:
    said = "Max 20x 四人拼车，质保30天"
    long = normalise((unit + "\n") * 2_000 + said)
    assert {signal.name for signal in find_signals(normalise(said))} <= {
        signal.name for signal in find_signals(long)
    }
