"""What holds of every text, whatever is in it."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading import Context, read
from crawlers.reading.identifiers.windows import windows_of
from crawlers.reading.lexer import read_tokens
from crawlers.reading.number import read_number
from crawlers.reading.text import normalise
from crawlers.reading.tokens import lower

PIECES = st.sampled_from(
    [
        *"¥$€₽元刀块毛分折倍率x×%/|:-~→()【】\n \t,.;！，。0123456789", "claude", "max", "plus", "gpt", "20x", "5x", "倍率", "充值",
        "1:1", "0.15", "月卡", "质保30天", "库存", "原价", "现价", "官方价", "off", "скидка", "тыс", "tr", "rb", "k", "Rp", "đ", "USDT",
        "1.099,00", "5 900", "七五", "一刀", "半价", "third", "|---|", "输入", "输出", "百万", "token", "免费", "注册", "@a_b", "https://a.b/c",
        "sk-ant-", "~~", "👉", "\u200b", "ı", "İ", "ﷺ", "\ud83d", "𝟗", "⑨", "آ", "กา", "가", "か",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)
CONTEXTS = st.sampled_from(
    [
        Context(),
        Context(fx={"CNY": Decimal("6.8")}, recharge=Decimal("0.5")),
        Context(fx={"VND": Decimal(26250)}),
        Context(fx={"RUB": Decimal("72.5"), "USDT": Decimal(1)}, language="ru"),
        Context(currency="EUR", language="de"),
    ]
)


@settings(max_examples=400)
@given(text=TEXTS, context=CONTEXTS)
def test_any_text_is_read_and_every_value_points_into_it(text: str, context: Context) -> None:
    for offer in read(text, context).offers:
        assert offer.start is not None
        assert offer.end is not None
        assert 0 <= offer.start <= offer.end <= len(text)
        assert offer.price is None or offer.price.amount >= 0
        assert offer.qualifier in ("exact", "from", "upto", "approx")
        for candidate in offer.candidates:
            assert candidate.text == text[candidate.start : candidate.end]
            assert candidate.why


@settings(max_examples=200)
@given(text=TEXTS, context=CONTEXTS)
def test_the_same_text_reads_the_same(text: str, context: Context) -> None:
    assert read(text, context) == read(text, context)


@settings(max_examples=200)
@given(text=TEXTS)
def test_tokens_stand_in_order_and_never_overlap(text: str) -> None:
    plain = normalise(text).plain
    tokens, codes = read_tokens(plain)
    assert len(tokens) == len(codes)
    low = lower(plain)
    assert len(low) == len(plain)
    last = 0
    for token in tokens:
        assert last <= token.start < token.end <= len(plain)
        last = token.end


@given(whole=st.integers(1, 999), groups=st.lists(st.integers(0, 999), min_size=1, max_size=3))
def test_thousands_are_read_alike_with_either_mark(whole: int, groups: list[int]) -> None:
    parts = [str(whole), *(f"{group:03d}" for group in groups)]
    number = Decimal("".join(parts))
    assert read_number(".".join(parts), "VND") == number
    assert read_number(",".join(parts), "VND") == number
    assert read_number(",".join(parts)) == number


FAMILIES = [
    "7",
    "1 ",
    "a@a.",
    "([",
    "¥",
    "¥1",
    "claude ",
    "0.5倍率 ",
    "1折",
    "<a",
    "| 1 ",
    "1,",
    "充值",
    "claude pro $5, ",
]


@pytest.mark.parametrize("unit", FAMILIES)
def test_hostile_text_costs_seconds_at_most(unit: str) -> None:
    text = (unit * (1 << 20))[: 1 << 20]
    started = time.process_time()
    read(text, Context())
    # The figure is one second on a quiet core; ten times that still tells a square from a line.
    assert time.process_time() - started < 10


@pytest.mark.parametrize("unit", ["tg ", "tg" + " " * 280, "tg" + "啊" * 400])
def test_no_flood_of_words_widens_what_is_looked_at(unit: str) -> None:
    text = (unit * (1 << 20))[: 1 << 20]
    looked_at = sum(last - first for first, last in windows_of(text, text.encode(), "tg"))
    assert 30_000 < looked_at < 101_000
