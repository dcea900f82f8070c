"""Texts of our own with terms, quotas, tables of terms and prices by use; rows as in `offer_cases`."""

from __future__ import annotations

CNY = "CNY=6.8"
VND = "VND=26250"
RUB = "RUB=72.5"
RELAY = "CNY=6.8 recharge=1"

CASES: list[tuple[str, str, str]] = [
    # slang money, pieces, numbers for codes
    (
        "EUR=0.86",
        "Comptes Claude Max 5x dispo, 42 balles pièce",
        "account anthropic claude-max-5x 42EUR account - 0.4884",
    ),
    (
        "RUB=72.5",
        "Номера под активацию OpenAI/Claude: Индия 15₽, Англия 30₽",
        "service multi - 15RUB - - -; service multi - 30RUB - - -",
    ),
    ("USDT=1", "سوپرگراک اختصاصی ۱۲ تتر", "account xai supergrok 12USDT account - 0.4"),
    # terms in many forms
    ("", "ChatGPT Plus 30d $6", "account openai chatgpt-plus 6USD month - 0.3"),
    ("", "ChatGPT Plus 1y $60", "account openai chatgpt-plus 60USD year - 0.25"),
    ("", "Gemini Advanced 12M $18", "account google gemini-advanced 18USD year - 0.075"),
    ("", "Claude Pro $12/m", "account anthropic claude-pro 12USD month - 0.6"),
    (CNY, "Claude Pro 1个自然月 ¥98", "account anthropic claude-pro 98CNY month - 0.7206"),
    (CNY, "SuperGrok 3天体验号 ¥3", "account xai supergrok 3CNY pack - -"),
    (CNY, "gpt team 母号 5席 ¥42", "account openai chatgpt-team 42CNY account - -"),
    (CNY, "ChatGPT Team 子号 一个月 ¥9.9", "subscription openai chatgpt-team 9.9CNY seat_month - 0.0485"),
    (RELAY, "今晚起全站 8 折，持续 3 天", "credit - - - - - -"),
    ("", "Claude Pro for three months: $40", "account anthropic claude-pro 40USD pack - 0.6667"),
    (CNY, "Claude Pro 120元一个月", "account anthropic claude-pro 120CNY month - 0.8824"),
    (CNY, "plus 月28", "account openai chatgpt-plus 28CNY month - 0.2059"),
    (CNY, "plus 28一个月", "account openai chatgpt-plus 28CNY month - 0.2059"),
    (CNY, "Gemini Pro 12月 18元", "account google gemini-advanced 18CNY year - 0.011"),
    (CNY, "Plus 30天卡 ¥28", "account openai chatgpt-plus 28CNY month - 0.2059"),
    (
        CNY,
        "Claude Max 20x 六人车 ¥255/人/月",
        "subscription anthropic claude-max-20x 255CNY seat_month - 1.125",
    ),
    (RUB, "Claude Pro два месяца 3000 ₽", "account anthropic claude-pro 3000RUB pack - 1.0345"),
    (RUB, "ChatGPT Plus 450 в месяц", "account openai chatgpt-plus 450RUB month - 0.3103"),
    ("KRW=1400", "챗GPT 플러스 한달 9900원", "account openai chatgpt-plus 9900KRW month - 0.3536"),
    (CNY, "带质保 Claude Pro 一个月 98", "account anthropic claude-pro 98CNY month - 0.7206"),
    (CNY, "Plus 1个月质保 ¥28", "account openai chatgpt-plus 28CNY account - 0.2059"),
    (
        "",
        "Prices per month: ChatGPT Plus $6, Claude Pro $11",
        "account openai chatgpt-plus 6USD month - 0.3; account anthropic claude-pro 11USD month - 0.55",
    ),
    (
        "",
        "ChatGPT Plus account, lifespan 6-12 days, $5 each",
        "account openai chatgpt-plus 5USD account - 0.25",
    ),
    (
        "",
        "free test key, first come first served\nsk-ant-api03-AAbbCCddEEff00112233",
        "free anthropic - - - - -",
    ),
    # tables whose columns are terms
    (
        "",
        "| Product | 1 month | 12 months |\n|---|---|---|\n| ChatGPT Plus | $6 | $55 |",
        "account openai chatgpt-plus 6USD month - 0.3; account openai chatgpt-plus 55USD year - 0.2292",
    ),
    (
        CNY,
        "| 套餐 | 价格/月 | 每日额度 |\n|---|---|---|\n| 轻量 | ¥29 | $15 |",
        "subscription - - 29CNY month - 0.0095",
    ),
    # quotas
    (CNY, "Codex 周卡 每天 30 刀 ¥25", "subscription openai - 25CNY week - 0.0175"),
    (CNY, "Codex 月卡 日限额 $50 ¥99", "subscription openai - 99CNY month - 0.0097"),
    (CNY, "包月 ¥128 每日刷新 60 刀", "subscription - - 128CNY month - 0.0105"),
    (CNY, "季付¥450 每月400刀", "subscription - - 450CNY pack - 0.0551"),
    (CNY, "50$/天 25元/月", "subscription - - 25CNY month - 0.0025"),
    (
        VND,
        "Gói tuần Claude Code: 89k, 40$ hạn mức mỗi ngày",
        "subscription anthropic - 89000VND week - 0.0121",
    ),
    ("", "weekly passes for Codex, $250 of usage for $6.99", "subscription openai - 6.99USD week - 0.028"),
    (CNY, "20刀体验卡 3 天有效 ¥2", "credit - - 2CNY pack - 0.0147"),
    # credit and its price
    (CNY, "API key anthropic 余额 20 刀 ¥30", "api_key anthropic - 30CNY pack - 0.2206"),
    (CNY, "deepseek官key 余额50元\n¥38  库存 30", "api_key deepseek - 38CNY pack - 0.76"),
    (
        "",
        "Credits: $10 → $35 balance, $50 → $200 balance",
        "credit - - 10USD pack - 0.2857; credit - - 50USD pack - 0.25",
    ),
    # more pieces, savings, rivals
    (
        CNY,
        "Claude Pro 成品号 ¥45，10 个以上 ¥42，代理加微信",
        "account anthropic claude-pro 45CNY account - 0.3309; account anthropic claude-pro 42CNY account - 0.3088",
    ),
    ("", "ChatGPT Plus 1 month $7, save $13", "account openai chatgpt-plus 7USD month - 0.35"),
    (RELAY, "Claude 1.2 倍，比某家 1.5 倍便宜", "relay anthropic - - - 1.2 0.1765"),
    # tokens and calls
    (VND, "API GPT-5.5: 8.000đ/1M token", "relay openai gpt-5.5 8000VND 1M_tokens - -"),
    (CNY, "100w token 只要 5 毛", "relay - - 0.5CNY 1M_tokens - -"),
    (CNY, "1块钱200万token（gpt-5.5）", "relay openai gpt-5.5 0.5CNY 1M_tokens - -"),
    (
        CNY,
        "gpt-5.5 0.5元/百万token，opus 4.8 3元/百万",
        "relay openai gpt-5.5 0.5CNY 1M_tokens - -; relay anthropic claude-opus-4.8 3CNY 1M_tokens - -",
    ),
    (
        "",
        "Opus 4.8 resale: $1.2 / $6 per MTok",
        "relay anthropic claude-opus-4.8 1.2USD 1M_tokens - -; relay anthropic claude-opus-4.8 6USD 1M_tokens - -",
    ),
    (CNY, "gpt-5.5 按次 0.02 元", "relay openai gpt-5.5 0.02CNY call - -"),
    # groups
    (
        RELAY,
        "gpt-5.5 ×0.12｜claude-opus-4.8 ×1.4，倍率表",
        "relay openai gpt-5.5 - - 0.12 0.0176; relay anthropic claude-opus-4.8 - - 1.4 0.2059",
    ),
    (RELAY, "opus-4.8 降价！原 1.5 倍，现 1.1 倍", "relay anthropic claude-opus-4.8 - - 1.1 0.1618"),
    (CNY, "充值汇率 0.9 元 / 刀，codex 分组 0.2", "relay openai - - - 0.2 0.0265"),
    (CNY, "claude api 三毛一刀", "relay anthropic - 0.3CNY usd_credit - 0.0441"),
    (
        "",
        "Pay $0.22 per $1 of API usage on Claude, $0.06 on Codex.",
        "relay anthropic - 0.22USD usd_credit - 0.22; relay openai - 0.06USD usd_credit - 0.06",
    ),
    (
        RUB,
        "Скидка 65% от официального тарифа на Claude API, 75% на GPT",
        "relay anthropic - - - - 0.35; relay openai - - - - 0.25",
    ),
    ("", "| 套餐 | 小时 |\n| Claude | $30 ¥9 |", "credit anthropic - 9CNY pack - -"),
    # a warranty beside a term, credit that is as large as a plan, credit and its price side by side
    (CNY, "ChatGPT Plus 成品号 3个月 质保30天 ￥99", "account openai chatgpt-plus 99CNY pack - 0.2426"),
    ("", "Cursor Pro account 12 months with warranty $120", "account other cursor-pro 120USD year - 0.5"),
    (CNY, "Codex 200刀额度 兑换码 ￥99", "credit openai - 99CNY pack - 0.0728"),
    (CNY, "xAI API Key 余额$300 326元", "api_key xai - 326CNY pack - 0.1598"),
    ("", "ChatGPT account, free plan, private $0.96", "account openai - 0.96USD account - -"),
    (CNY, "模型：gpt-5.4 输入\n价格：¥1.4 / 1M tokens", "relay openai gpt-5.4 1.4CNY 1M_tokens - -"),
]
