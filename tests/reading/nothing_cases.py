"""Texts that sell nothing, and what they look like. Rows as in `offer_cases`."""

from __future__ import annotations

from tests.reading.offer_cases import CNY, IDR, RUB, VND

CASES: list[tuple[str, str, str]] = [
    # nothing on sale
    (CNY, "求一个 Claude Pro 成品号，预算 100 左右", ""),
    ("", "Where can I buy ChatGPT Plus cheaper than $20?", ""),
    ("", "According to the report, Claude Max accounts resold for $40 were bought with stolen cards.", ""),
    (
        "",
        "Anthropic charges $3 per million input tokens and $15 per million output tokens for Sonnet 4.6.",
        "",
    ),
    ("", "Requirements: Node.js 20, a Claude Pro subscription ($20/month)", ""),
    (CNY, "Netflix 合租 ¥15/月", ""),
    (CNY, "公告：本周六 2:00-4:00 维护，期间 claude 分组不可用", ""),
    (CNY, "邀请好友注册送 10 刀，好友充值返 5%", ""),
    (CNY, "进货价 4.5 一个 plus 号，现在涨到 6 块了，难做", ""),
    (RUB, "Куплю аккаунт Claude Max 20x до 5000 ₽", ""),
    (VND, "Ai bán acc ChatGPT Plus giá 100k không ạ?", ""),
    (CNY, "GPT-5.5 发布，官方定价输入 $5 输出 $25", ""),
    (CNY, "客服在线时间 9:00-23:00，QQ群 700012345", ""),
]

CASES += [
    (
        "",
        "Claude API for half the official price, GPT for a third of list. DM @x",
        "relay anthropic - - - - 0.5; relay openai - - - - 0.3333",
    ),
    (CNY, "官方价的1/5，claude 中转", "relay anthropic - - - - 0.2"),
    (CNY, "GPT 官方价两成，Claude 官价三分之一", "relay openai - - - - 0.2; relay anthropic - - - - 0.3333"),
    ("", "Claude API 公式価格から4割引", "relay anthropic - - - - 0.6"),
    ("", "API Claude setengah harga resmi, chat admin", "relay anthropic - - - - 0.5"),
    ("", "API Claude por la mitad del precio oficial, contacto por Telegram", "relay anthropic - - - - 0.5"),
    ("", "Claude API за половину официальной цены, пишите", "relay anthropic - - - - 0.5"),
    (
        "",
        "GPT-API за 35% от официальной цены, Claude за 50%",
        "relay openai - - - - 0.35; relay anthropic - - - - 0.5",
    ),
    (
        "",
        "Claude API: 20c per $1, GPT 8c per $1, ping me",
        "relay anthropic - 0.2USD usd_credit - 0.2; relay openai - 0.08USD usd_credit - 0.08",
    ),
    (
        "",
        "API de Claude a 0,30 $ por dólar oficial, Codex a 0,10 $ por dólar",
        "relay anthropic - 0.3USD usd_credit - 0.3; relay openai - 0.1USD usd_credit - 0.1",
    ),
    (CNY, "plus 号 4块5 一个，量大优惠", "account openai chatgpt-plus 4.5CNY account - 0.0331"),
    (CNY, "gpt plus 月卡 八十八块", "account openai chatgpt-plus 88CNY month - 0.6471"),
    (CNY, "出图 5分一张，gpt-image 中转", "relay openai - 0.05CNY call - -"),
    (
        VND,
        "Slot Claude Max 20x 4 người: 1tr250/tháng",
        "subscription anthropic claude-max-20x 1250000VND seat_month - 0.9524",
    ),
    (
        VND,
        "Nạp 100k được 10$, nạp 500k được 60$ credit API",
        "credit - - 100000VND pack - 0.381; credit - - 500000VND pack - 0.3175",
    ),
    (
        IDR,
        "Saldo Claude API:\n$10 = Rp 40.000\n$50 = Rp 190.000",
        "credit anthropic - 40000IDR pack - 0.2229; credit anthropic - 190000IDR pack - 0.2118",
    ),
    (
        "EUR=0.9",
        "API-Guthaben: 100 $ für 24,90 €, 500 $ für 110 €",
        "credit - - 24.9EUR pack - 0.2767; credit - - 110EUR pack - 0.2444",
    ),
    ("KRW=1400", "API 크레딧 10,000원 = $15", "credit - - 10000KRW pack - 0.4762"),
    ("", "ادفع 20$ واحصل على 60$ رصيد API Claude", "credit anthropic - 20USD pack - 0.3333"),
    (
        CNY + " recharge=1",
        "本站分组：\nclaude 官转：1.8\ngpt：0.3\ngemini：0.2",
        "relay anthropic - - - 1.8 0.2647; relay openai - - - 0.3 0.0441; relay google - - - 0.2 0.0294",
    ),
    (
        "TWD=32",
        "Claude Max 20x 四人合租 每人 1,650 元/月",
        "subscription anthropic claude-max-20x 1650TWD seat_month - 1.0312",
    ),
    (
        "",
        "ChatGPT Pro ($200 plan) split 4 ways, $52/month each, 1 slot left",
        "subscription openai chatgpt-pro 52USD seat_month - 1.04",
    ),
    (
        CNY,
        "Claude Max 20x 拼车\n2人车 ¥720/月\n4人车 ¥380/月",
        "subscription anthropic claude-max-20x 720CNY seat_month - 1.0588; subscription anthropic claude-max-20x 380CNY seat_month - 1.1176",
    ),
    (
        RUB,
        "Claude Max 20x — 6 500 ₽ (продано 214)\nОтзывы: 31",
        "account anthropic claude-max-20x 6500RUB account - 0.4483",
    ),
    (
        "TRY=41",
        "SuperGrok 1 aylık 249,90 TL (önceki fiyat 399 TL)",
        "account xai supergrok 249.9TRY month - 0.2032",
    ),
    (VND, "Claude Pro 1 năm 2tr4 (giá cũ 3tr1)", "account anthropic claude-pro 2400000VND year - 0.381"),
    ("", "Looking to buy 20 ChatGPT Plus accounts, paying up to $2 each", ""),
    ("", "I paid $45 for a resold Claude Max account and it was banned after two days.", ""),
    (
        "",
        "OpenAI lists GPT-5.5 at $1.25 per 1M input tokens and $10 per 1M output tokens; cached input is 90% cheaper.",
        "",
    ),
    (IDR, "Harga resmi ChatGPT Go di Indonesia Rp 75.000 per bulan, kata OpenAI.", ""),
    (CNY, "抽奖：本周抽 3 个 Claude Max 月卡，价值 ¥1400", ""),
    ("EUR=0.9", "Achtung: Anzeigen wie 'Claude Max für 49 €' sind laut Polizei meist Betrug.", ""),
    ("", "Windows 11 Pro license key $4.20, Office 2021 Pro 1 year $9", ""),
]

CASES += []
