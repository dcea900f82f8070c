"""What relays say of their rates: points and sums in place of an equation, spread lines, tables with the official price."""

from __future__ import annotations

CNY = "CNY=6.8"

CASES: list[tuple[str, str, str]] = [
    # what one official dollar costs, in a sentence
    (
        CNY,
        "¥0.8 buys one official dollar on our Claude keys, ¥0.3 on Codex.",
        "relay anthropic - 0.8CNY usd_credit - 0.1176; relay openai - 0.3CNY usd_credit - 0.0441",
    ),
    (
        "",
        "سعر الدولار الرسمي: كلود 0.2$ — جي بي تي 0.09$",
        "relay anthropic - 0.2USD usd_credit - 0.2; relay openai - 0.09USD usd_credit - 0.09",
    ),
    (
        "",
        "هر دلار رسمی: کلود ۰٫۲ دلار، جی‌پی‌تی ۰٫۰۸ دلار",
        "relay anthropic - 0.2USD usd_credit - 0.2; relay openai - 0.08USD usd_credit - 0.08",
    ),
    (
        "EUR=0.86",
        "Claude: 0,12 € pro offiziellem Dollar, GPT 0,05 €",
        "relay anthropic - 0.12EUR usd_credit - 0.1395; relay openai - 0.05EUR usd_credit - 0.0581",
    ),
    (
        "RUB=72.5",
        "Claude 9 ₽ за официальный доллар, GPT 4 ₽",
        "relay anthropic - 9RUB usd_credit - 0.1241; relay openai - 4RUB usd_credit - 0.0552",
    ),
    (
        "",
        "Cada dólar oficial de Claude sale a 0,20$, el de GPT a 0,08$",
        "relay anthropic - 0.2USD usd_credit - 0.2; relay openai - 0.08USD usd_credit - 0.08",
    ),
    (
        "",
        "Claude: 12 centavos de dólar por cada dólar oficial",
        "relay anthropic - 0.12USD usd_credit - 0.12",
    ),
    (
        "",
        "Claude is $0.14 per $1 of official usage now (was $0.1)",
        "relay anthropic - 0.14USD usd_credit - 0.14",
    ),
    # what a site's dollar costs
    (
        CNY + " recharge=1",
        "倍率总表（充值汇率 0.8 元 / 刀）\ngpt-5.5 ×0.2\nclaude-opus-4.8 ×1.5\n其余按官方 1:1 计",
        "relay openai gpt-5.5 - - 0.2 0.0235; relay anthropic claude-opus-4.8 - - 1.5 0.1765",
    ),
    (
        CNY + " recharge=7.3",
        "扣费 = 官方美元价 × 分组 × 1.5 元\nsonnet 组 0.4，codex 组 0.2",
        "relay anthropic claude-sonnet - - 0.4 0.0882; relay openai - - - 0.2 0.0441",
    ),
    (CNY, "点数说明：1 點 = US$1，100 點售 30 元\nClaude / GPT 通用", "credit multi - 30CNY pack - 0.0441"),
    (CNY, "1 点 = $1\nclaude 分组 1.2 倍，充值 0.5 元 1 点", "relay anthropic - - - 1.2 0.0882"),
    (
        "RUB=72.5",
        "API-прокси: 1 $ баланса = 8 ₽\nSonnet — коэффициент 0,9\nOpus — 1,2",
        "relay anthropic claude-sonnet - - 0.9 0.0993; relay anthropic claude-opus - - 1.2 0.1324",
    ),
    (
        CNY,
        "微信充值：1元=2$\n最低 5 元起\n全部模型按官方价 1 倍扣",
        "relay - - - - 1 0.0735",
    ),
    # one group's lines
    (CNY + " recharge=1", "Claude Max\n0.8\n倍率\n分组恢复", "relay anthropic - - - 0.8 0.1176"),
    (
        CNY + " recharge=1",
        "分组：gpt-plus\n倍率\n0.15\n分组：cc\n倍率\n1.1",
        "relay openai - - - 0.15 0.0221; relay anthropic - - - 1.1 0.1618",
    ),
    (
        "CNY=6.8",
        'Rates (from 1 Oct)\nGroup "cc-steady": x1.8 -> x1.5\nGroup "gpt-lite": x0.2\nTop-up rate: 1 CNY = 1 USD of balance.',
        "relay anthropic - - - 1.5 0.2206; relay openai - - - 0.2 0.0294",
    ),
    (
        CNY + " recharge=1",
        "gpt5 系列 0.3 不动，claude 系列 1.2",
        "relay openai - - - 0.3 0.0441; relay anthropic - - - 1.2 0.1765",
    ),
    # tables of tokens
    (
        "",
        "| Model | Official input | Our input |\n|---|---|---|\n| claude-opus-4.8 | $5/M | $1/M |\n| gpt-5.5 | $1.25/M | $0.5/M |\nSign up: https://cheap-llm.example/r",
        "relay anthropic claude-opus-4.8 1USD 1M_tokens - 0.2; relay openai gpt-5.5 0.5USD 1M_tokens - 0.4",
    ),
    (
        CNY,
        "📌 模型单价（¥/百万tokens）\nclaude-haiku-4.5  入 0.8  出 4\ngpt-5.5  入 1.2  出 9",
        (
            "relay anthropic claude-haiku-4.5 0.8CNY 1M_tokens - -; relay anthropic claude-haiku-4.5 4CNY 1M_tokens - -; relay openai gpt-5.5 1.2CNY 1M_tokens - -; relay openai gpt-5.5 9CNY 1M_tokens - -"
        ),
    ),
    (
        CNY,
        "claude-sonnet-4.6 输入 ¥2/M 输出 ¥9/M 缓存读取 ¥0.2/M\nQQ群 81736251",
        "relay anthropic claude-sonnet-4.6 2CNY 1M_tokens - -; relay anthropic claude-sonnet-4.6 9CNY 1M_tokens - -",
    ),
    # dollars
    (
        "",
        "claude-std: $0.3 per official $1 (was $0.2)\ngpt-std unchanged at $0.06\nt.me/heron_relay",
        "relay anthropic - 0.3USD usd_credit - 0.3; relay openai - 0.06USD usd_credit - 0.06",
    ),
    (
        CNY,
        "不搞分组：折合 0.6 元一刀，Claude 全系。缓存命中按官方一折计。",
        "relay anthropic - 0.6CNY usd_credit - 0.0882",
    ),
    # fractions
    (
        CNY,
        "赞助商：一个 key 通吃 Claude / GPT / Gemini，全站低至官方 3 折，Opus 除外（6 折）\nhttps://wren-api.example/?aff=Ab3",
        "relay multi - - - - 0.3; relay anthropic claude-opus - - - 0.6",
    ),
    (
        "",
        "Larkline is an Anthropic-compatible endpoint, up to 55% off list for Sonnet and Opus, no monthly fee. Sign up via https://larkline.example/r/md and get $5 to try.",
        "relay anthropic - - - - 0.45; free anthropic - - - - -",
    ),
]
