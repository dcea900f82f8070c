"""What stations print on their pages: lists of what a dollar costs, units named once, yuan and tenths, worked-out sums."""

from __future__ import annotations

CNY = "CNY=6.8"
TWO = "relay anthropic - 0.4CNY usd_credit - 0.0588; relay openai - 0.06CNY usd_credit - 0.0088"
TOKENS = (
    "relay anthropic claude-opus-4.8 3.5CNY 1M_tokens - -; relay anthropic claude-opus-4.8 17.5CNY 1M_tokens - -;"
    "relay anthropic claude-sonnet-4.6 2.1CNY 1M_tokens - -; relay anthropic claude-sonnet-4.6 10.5CNY 1M_tokens - -"
)

CASES: list[tuple[str, str, str]] = [
    # what a dollar costs, its unit named once
    (
        CNY + " recharge=1",
        "各分组现价（元/官方刀）\nClaude Max 0.7\nClaude Kiro 0.28\nCodex 0.06",
        "relay anthropic - 0.7CNY usd_credit - 0.1029; relay anthropic - 0.28CNY usd_credit - 0.0412; relay openai - 0.06CNY usd_credit - 0.0088",
    ),
    (CNY, "单位：元/刀\nclaude：0.4\ncodex：0.06", TWO),
    (CNY, "价格（¥/$）：claude 0.4，codex 0.06", TWO),
    (CNY, "今日报价，单位 元/$，claude 0.4 / codex 0.06", TWO),
    (CNY, "| 分组 | 元/刀 |\n|---|---|\n| claude | 0.4 |\n| codex | 0.06 |", TWO),
    (CNY, "以下均为人民币/美元\n- Claude — 0.4\n- GPT — 0.06", TWO),
    (
        "VND=26250",
        "Giá đ/$\nClaude 4500\nCodex 1200",
        "relay anthropic - 4500VND usd_credit - 0.1714; relay openai - 1200VND usd_credit - 0.0457",
    ),
    # tokens, their unit named once
    (CNY, "claude-opus-4-8 输入 ¥3.5 / 输出 ¥17.5（每百万 tokens）\nclaude-sonnet-4-6 输入 ¥2.1 / 输出 ¥10.5", TOKENS),
    (CNY, "claude-opus-4-8：输入 3.5 元/百万，输出 17.5 元/百万\nclaude-sonnet-4-6：输入 2.1，输出 10.5", TOKENS),
    (CNY, "claude-opus-4-8 入 3.5 出 17.5\nclaude-sonnet-4-6 入 2.1 出 10.5\n以上均为每百万 tokens 人民币价", TOKENS),
    # yuan and tenths before a unit
    (CNY, "claude 1块5一刀", "relay anthropic - 1.5CNY usd_credit - 0.2206"),
    (CNY, "claude 1 块 5 一刀", "relay anthropic - 1.5CNY usd_credit - 0.2206"),
    (CNY, "claude 1块5/刀", "relay anthropic - 1.5CNY usd_credit - 0.2206"),
    (CNY, "一刀一块五：Claude 纯血 Max，不掺水", "relay anthropic - 1.5CNY usd_credit - 0.2206"),
    (CNY, "倍率 cc 0.6，充值1块5一刀", "relay anthropic - - - 0.6 0.1324"),
    (CNY, "codex 一毛五/次", "relay openai - 0.15CNY call - -"),
    (CNY, "plus 5块2个", "account openai chatgpt-plus 5CNY account - 0.0368"),
    # names, sums and thresholds
    (
        CNY + " recharge=1",
        "Opus 4.8 已上线，倍率 1.2；Sonnet 4.6 降到 0.5；GPT-5.5 低至 0.08。",
        "relay anthropic claude-opus-4.8 - - 1.2 0.1765; relay anthropic claude-sonnet-4.6 - - 0.5 0.0735; relay openai gpt-5.5 - - 0.08 0.0118",
    ),
    (
        CNY,
        "汇率 1￥=2$，倍率 cc 1.6，codex 0.2，换算下来 cc 0.8 元/刀，codex 0.1 元/刀",
        "relay anthropic - 0.8CNY usd_credit 1.6 0.1176; relay openai - 0.1CNY usd_credit 0.2 0.0147",
    ),
    (
        CNY,
        "企业用户：月消耗 1 万刀以上可谈到 0.35 元/刀（Claude）、0.05 元/刀（Codex），商务 wx: starbridge_bd",
        "relay anthropic - 0.35CNY usd_credit - 0.0515; relay openai - 0.05CNY usd_credit - 0.0074",
    ),
    (
        CNY,
        "一个令牌调用 200+ 模型\nClaude 全系官方 3.5 折起，GPT 全系 1 折起\n充值比例 1:1，无月费",
        "relay anthropic - - - - 0.35; relay openai - - - - 0.1",
    ),
]  # fmt: skip
