"""Texts of our own in which words join figures: paid and received, groups of a list, parts of the official price.

Rows as in `offer_cases`.
"""

from __future__ import annotations

CNY = "CNY=6.8"
RELAY = "CNY=6.8 recharge=1"

CASES: list[tuple[str, str, str]] = [
    # what is paid and what is received
    (
        "TRY=46",
        "5 TL yükle, hesabına 2 USD geçer\nclaude grubu: 1.2 | gpt grubu: 0.4",
        "relay anthropic - - - 1.2 0.0652; relay openai - - - 0.4 0.0217",
    ),
    (
        "",
        "Pagas 1 USD → recibes 5 USD de saldo\ngrupo claude x2, grupo gpt x0.5",
        "relay anthropic - - - 2 0.4; relay openai - - - 0.5 0.1",
    ),
    (
        "",
        "Claude group multiplier 0.8 -> 0.7. Top-up: 1 USD buys 4 site USD.",
        "relay anthropic - - - 0.7 0.175",
    ),
    (
        "KRW=1400",
        "충전 1,000원 = 4달러 크레딧\n클로드 그룹 배수 2 · 코덱스 그룹 배수 0.5",
        "relay anthropic - - - 2 0.3571; relay openai - - - 0.5 0.0893",
    ),
    # groups of a list
    (
        RELAY,
        "调价\nclaude-aws 1.1 → 1.3\ncodex-混 0.2 → 0.18\ngemini-vertex 0.6 不变\ngrok：别催了，还是0.4",
        "relay anthropic - - - 1.3 0.1912; relay openai - - - 0.18 0.0265; relay google - - - 0.6 0.0882; relay xai - - - 0.4 0.0588",
    ),
    (
        RELAY,
        "分组 codex 0.2倍率，cc 1.1倍率，别拿隔壁1:2的站比",
        "relay openai - - - 0.2 0.0294; relay anthropic - - - 1.1 0.1618",
    ),
    # parts of the official price
    (
        "RUB=72.5",
        "Тарифы шлюза:\n— Claude Opus 4.8: 0,3 от официальной цены\n— GPT-5.5: 0,25 от официальной",
        "relay anthropic claude-opus-4.8 - - - 0.3; relay openai gpt-5.5 - - - 0.25",
    ),
    (
        CNY,
        "opus-4-8 接口：入 ¥10/M，出 ¥50/M，约官方三折",
        "relay anthropic claude-opus-4.8 10CNY 1M_tokens - 0.3; relay anthropic claude-opus-4.8 50CNY 1M_tokens - 0.3",
    ),
    (
        "",
        "We route Claude at 20% of list and GPT at 8% of list. @lane_router",
        "relay anthropic - - - - 0.2; relay openai - - - - 0.08",
    ),
    # what is gone is not sold
    (
        "VND=26250",
        "Claude Max x20: 2tr600\nClaude Pro: 410k (hết hàng, mai có)\nIB em",
        "account anthropic claude-max-20x 2600000VND account - 0.4952",
    ),
    # who shares, and what only counts
    (
        "BRL=5.4",
        "Claude Max 20x (2 vagas por conta): R$ 520/mês",
        "subscription anthropic claude-max-20x 520BRL seat_month - 0.963",
    ),
    (
        "EUR=0.86",
        "Claude Max 5x condiviso in 2: 40€ al mese, disponibile",
        "subscription anthropic claude-max-5x 40EUR seat_month - 0.9302",
    ),
    (
        "UAH=42",
        "ChatGPT Plus місце у спільному акаунті (до 5 людей) 129 грн/міс, писати @tg_nova",
        "subscription openai chatgpt-plus 129UAH seat_month - -",
    ),
    ("", "[S] 9x ChatGPT Plus, $5 each. discord.gg/vZ1x", "account openai chatgpt-plus 5USD account - 0.25"),
    (
        "BRL=5.4",
        "Conta Claude Max 5x - 30 dias\nR$ 210,00 à vista ou 3x de R$ 75,00\nEstoque: 7",
        "account anthropic claude-max-5x 210BRL month - 0.3889",
    ),
    (
        "",
        "Cursor Pro 1 Year | Instant\n$60.50\nYou pay: $57.90 with wallet\nwarranty 6 months",
        "account other cursor-pro 60.5USD year - 0.2521",
    ),
    # whose models credit is good for, gifts in any money
    (
        RELAY,
        "周卡 ¥18｜每天 $10\n月卡 ¥60｜每天 $15\n都支持 Claude Code / Codex",
        "subscription multi - 18CNY week - 0.0378; subscription multi - 60CNY month - 0.0196",
    ),
    (
        "BRL=5.4",
        "Codex: R$ 0,20 por dólar oficial\nGemini grátis até R$ 4 de uso pra conta nova",
        "relay openai - 0.2BRL usd_credit - 0.037; free google - - - - -",
    ),
    (
        "RUB=72.5",
        "Продам API-ключи Anthropic с балансом:\nбаланс $40 — 1200 руб",
        "api_key anthropic - 1200RUB pack - 0.4138",
    ),
    (
        "VND=26250",
        "Cập nhật hệ số 14/09\nTỉ giá nạp: 1.000đ = 1$\n- codex-plus: x0.3",
        "relay openai - - - 0.3 0.0114",
    ),
    # amounts as they are written
    (
        "VND=26250",
        "Nhóm Claude: 4k2/$\nNhóm Codex: 850đ/$",
        "relay anthropic - 4200VND usd_credit - 0.16; relay openai - 850VND usd_credit - 0.0324",
    ),
    ("KRW=1400", "클로드 프로 한달 2만5000원 팝니다", "account anthropic claude-pro 25000KRW month - 0.8929"),
    (
        "MXN=18.5",
        "ChatGPT Plus 1 mes | $109 MXN (antes $149) | disponible",
        "account openai chatgpt-plus 109MXN month - 0.2946",
    ),
    (
        "JPY=150",
        "Claude Pro 個人アカウント 1ヶ月 ¥1,850 在庫あり",
        "account anthropic claude-pro 1850JPY month - 0.6167",
    ),
    ("THB=33", "Gemini Pro 1 ปี 320.- พร้อมส่ง", "account google gemini-advanced 320THB year - 0.0404"),
    (
        "IDR=17900",
        "Akun Claude Pro 1 Bulan - Rp129.000 Rp240.000",
        "account anthropic claude-pro 129000IDR month - 0.3603",
    ),
]
