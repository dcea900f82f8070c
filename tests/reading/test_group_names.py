"""Signals that the names of a relay's groups state."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crawlers.reading import Context, read


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Groups (1 CNY = 1 site dollar)\n- codex-pro x0.18\n- claude-max x1.25",
            {"max_pool", "plus_pro_pool"},
        ),
        ("claude-kiro 0.28 倍\naws-claude 1.4 倍", {"kiro_reverse", "cloud_credit"}),
        ("1.1 ➜ claude max\n0.3 ➜ grok\n以上单位：元/官方刀", {"max_pool"}),
        ("gemini-3.1-pro 0.3 倍，gpt-5.5-pro 0.2 倍", set()),
        ("Claude Max 5x ¥520", set()),
    ],
)
def test_groups_say_where_goods_come_from(words: str, names: set[str]) -> None:
    reading = read(words, Context(recharge=Decimal(1), fx={"CNY": Decimal("6.8")}))
    assert {signal.name for signal in reading.signals} == names
    assert all(words[signal.start : signal.end] == signal.words for signal in reading.signals)
