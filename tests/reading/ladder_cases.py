"""Lists under a line that names their unit, makers over their groups, ladders of credit. A row: rates, words, what is read."""

from __future__ import annotations

CASES = [
    (
        "CNY=6.8",
        "接口单价（元/百万 token）\n| 模型 | 输入 | 输出 | 缓存 |\n| claude-opus-4.7 | 5.1 | 25.5 | 0.51 |\n| gpt-5.4 | 1.1 | 8.8 | 0.11 |\n群 738201946",
        "relay anthropic claude-opus-4.7 5.1CNY 1M_tokens - -; relay anthropic claude-opus-4.7 25.5CNY 1M_tokens - -; relay anthropic claude-opus-4.7 0.51CNY 1M_tokens - -; relay openai gpt-5.4 1.1CNY 1M_tokens - -; relay openai gpt-5.4 8.8CNY 1M_tokens - -; relay openai gpt-5.4 0.11CNY 1M_tokens - -",
    ),
    (
        "RUB=72.5",
        "Цены в ₽ за 1 млн токенов\nGPT-5.4: вход 80, выход 640\nClaude Sonnet 4.6: вход 110, выход 550\nПисать @tokenoteka",
        "relay openai gpt-5.4 80RUB 1M_tokens - -; relay openai gpt-5.4 640RUB 1M_tokens - -; relay anthropic claude-sonnet-4.6 110RUB 1M_tokens - -; relay anthropic claude-sonnet-4.6 550RUB 1M_tokens - -",
    ),
    (
        "EGP=51.3",
        "الأسعار لكل مليون توكن بالدولار:\nClaude Sonnet 4.6 — إدخال 1.2 / إخراج 6\nGPT-5.4 — إدخال 0.5 / إخراج 4\n@nilegate",
        "relay anthropic claude-sonnet-4.6 1.2USD 1M_tokens - -; relay anthropic claude-sonnet-4.6 6USD 1M_tokens - -; relay openai gpt-5.4 0.5USD 1M_tokens - -; relay openai gpt-5.4 4USD 1M_tokens - -",
    ),
    (
        "USD=1",
        "Per 1M tokens, USD\nclaude-sonnet-4.6 1.1/5.5\ngpt-5.4 0.6/4.8\n@weirgate",
        "relay anthropic claude-sonnet-4.6 1.1USD 1M_tokens - -; relay anthropic claude-sonnet-4.6 5.5USD 1M_tokens - -; relay openai gpt-5.4 0.6USD 1M_tokens - -; relay openai gpt-5.4 4.8USD 1M_tokens - -",
    ),
    (
        "CNY=6.8 recharge=1",
        "报价（元 / 千 token）\n【OpenAI】\ngpt-5.4 入 0.001 出 0.008\n【Anthropic】\nclaude-sonnet-4.6 入 0.002 出 0.01",
        "relay openai gpt-5.4 0.001CNY 1K_tokens - -; relay openai gpt-5.4 0.008CNY 1K_tokens - -; relay anthropic claude-sonnet-4.6 0.002CNY 1K_tokens - -; relay anthropic claude-sonnet-4.6 0.01CNY 1K_tokens - -",
    ),
    (
        "CNY=6.8 recharge=1",
        "美元/百万 token\ngpt-5.4  我们 $0.50 / $4.00   官方 $2.50 / $20.00",
        "relay openai gpt-5.4 0.5USD 1M_tokens - 0.2; relay openai gpt-5.4 4USD 1M_tokens - 0.2",
    ),
    (
        "CNY=6.8 recharge=0.5",
        "各线路倍率\nClaude\n  日常 0.5\n  高峰 0.8\nGPT\n  日常 0.07\n  高峰 0.1",
        "relay anthropic - - - 0.5 0.0368; relay anthropic - - - 0.8 0.0588; relay openai - - - 0.07 0.0051; relay openai - - - 0.1 0.0074",
    ),
    ("CNY=6.8 recharge=1", "我们不争最低，当前 codex 0.135，年底前不变。", "relay openai - - - 0.135 0.0199"),
    (
        "CNY=6.8 recharge=1",
        "充值档位\n30 元 → 30 刀\n200 元 → 220 刀\n800 元 → 960 刀",
        "credit - - 30CNY pack - 0.1471; credit - - 200CNY pack - 0.1337; credit - - 800CNY pack - 0.1225",
    ),
    (
        "USD=1",
        "OPENAI CREDITS on your org\n$500 → $210\n$2,500 → $975\nme: @tarn_credits",
        "credit openai - 210USD pack - 0.42; credit openai - 975USD pack - 0.39",
    ),
]
