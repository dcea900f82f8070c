"""Accounts, seats, packs of credit and plans of the reseller's own. Rows as in `offer_cases`."""

from __future__ import annotations

from tests.reading.offer_cases import CNY, IDR, RUB, VND

CASES: list[tuple[str, str, str]] = [
    # accounts
    (CNY, "ChatGPT Plus 成品号 月卡 ¥29.9 质保首登", "account openai chatgpt-plus 29.9CNY month - 0.2199"),
    (CNY, "Claude Max 5x 代充 420元/月", "account anthropic claude-max-5x 420CNY month - 0.6176"),
    (CNY, "GPT Team 席位 25r 一个月", "subscription openai chatgpt-team 25CNY seat_month - 0.1225"),
    (CNY, "Gemini Pro 一年成品 ¥38", "account google gemini-advanced 38CNY year - 0.0233"),
    (CNY, "3.2rplus 走量 速刷", "account openai chatgpt-plus 3.2CNY account - 0.0235"),
    (CNY, "Claude Pro ~~150~~ 现价 119", "account anthropic claude-pro 119CNY account - 0.875"),
    (
        CNY,
        "原价199元，限时现价 129元 Claude Pro 月卡代充",
        "account anthropic claude-pro 129CNY month - 0.9485",
    ),
    (CNY, "【出】SuperGrok 年卡 180 米，可走平台", "account xai supergrok 180CNY year - 0.0735"),
    (
        CNY,
        "Claude Max 20x 独享 ¥999\n库存 3\n老王AI小铺",
        "account anthropic claude-max-20x 999CNY account - 0.7346",
    ),
    (
        CNY,
        "GPT Pro 20x 直充 1250\nGPT Plus 直充 128\nClaude Pro 直充 138",
        "account openai chatgpt-pro 1250CNY account - 0.9191; account openai chatgpt-plus 128CNY account - 0.9412; account anthropic claude-pro 138CNY account - 1.0147",
    ),
    (
        RUB,
        "ChatGPT Plus — 1 490 руб/мес\nClaude Pro — 1 890 руб/мес",
        "account openai chatgpt-plus 1490RUB month - 1.0276; account anthropic claude-pro 1890RUB month - 1.3034",
    ),
    (
        RUB,
        "Продаю аккаунты Claude Max 5x, 3500₽ за месяц, гарантия 14 дней",
        "account anthropic claude-max-5x 3500RUB month - 0.4828",
    ),
    (
        VND,
        "ChatGPT Plus chính chủ 1 tháng: 99k\nClaude Pro 1 tháng: 320k\nBảo hành full",
        "account openai chatgpt-plus 99000VND month - 0.1886; account anthropic claude-pro 320000VND month - 0.6095",
    ),
    (
        VND,
        "Nâng cấp Gemini Advanced 1 năm giá 250.000đ",
        "account google gemini-advanced 250000VND year - 0.0397",
    ),
    (
        IDR,
        "Jual akun ChatGPT Plus 1 bulan Rp 75.000, garansi 7 hari",
        "account openai chatgpt-plus 75000IDR month - 0.209",
    ),
    (
        IDR,
        "READY Claude Pro 145rb/bln, Gemini Advanced 35rb/bln",
        "account anthropic claude-pro 145000IDR month - 0.404; account google gemini-advanced 35000IDR month - 0.0976",
    ),
    (
        "TRY=41",
        "ChatGPT Plus 1 aylık hesap 299 TL, stokta 12 adet",
        "account openai chatgpt-plus 299TRY month - 0.3646",
    ),
    (
        "TRY=41",
        "Satılık Claude Pro hesabı ₺449,90 - anında teslimat",
        "account anthropic claude-pro 449.9TRY account - 0.5487",
    ),
    (
        "BRL=5.4",
        "Vendo conta ChatGPT Plus 30 dias por R$ 24,90",
        "account openai chatgpt-plus 24.9BRL month - 0.2306",
    ),
    (
        "PEN=3.4",
        "Cuenta ChatGPT Plus S/25 al mes, garantía 30 días",
        "account openai chatgpt-plus 25PEN month - 0.3676",
    ),
    (
        "EUR=0.9",
        "Verkaufe Claude Pro Account, 9,50 € pro Monat",
        "account anthropic claude-pro 9.5EUR month - 0.5278",
    ),
    (
        "EGP=51.3",
        "حساب Claude Pro لمدة شهر بسعر 350 جنيه",
        "account anthropic claude-pro 350EGP month - 0.3411",
    ),
    (
        "JPY=150",
        "ChatGPT Plus アカウント 1ヶ月 980円 即納",
        "account openai chatgpt-plus 980JPY month - 0.3267",
    ),
    (
        "KRW=1400",
        "챗GPT 플러스 계정 1개월 9,900원 판매합니다",
        "account openai chatgpt-plus 9900KRW month - 0.3536",
    ),
    (
        "THB=33",
        "ขายบัญชี ChatGPT Plus 1 เดือน 199 บาท พร้อมส่ง",
        "account openai chatgpt-plus 199THB month - 0.3015",
    ),
    (
        "",
        "Selling ChatGPT Plus accounts, $6 each, 30 days warranty",
        "account openai chatgpt-plus 6USD account - 0.3",
    ),
    (
        "",
        "Claude Max 20x | 1 month | $85 | instant delivery",
        "account anthropic claude-max-20x 85USD month - 0.425",
    ),
    (
        "",
        "🔥 SuperGrok 12 months - $45 🔥 Perplexity Pro 12 months - $9",
        "account xai supergrok 45USD year - 0.125; account other - 9USD year - -",
    ),
    (
        "",
        "WTS Gemini Advanced 1 year $14, ChatGPT Plus 1 month $7. Vouches available",
        "account google gemini-advanced 14USD year - 0.0584; account openai chatgpt-plus 7USD month - 0.35",
    ),
    # seats
    (
        CNY,
        "Claude Max 20x 拼车，4人车，每人 ¥360/月",
        "subscription anthropic claude-max-20x 360CNY seat_month - 1.0588",
    ),
    (
        "BRL=5.4",
        "ChatGPT Plus dividido em 5 telas: R$ 19,90 por mês",
        "subscription openai chatgpt-plus 19.9BRL seat_month - 0.9213",
    ),
    (
        "THB=33",
        "ChatGPT Plus หาร 4 คน เดือนละ 150 บาท",
        "subscription openai chatgpt-plus 150THB seat_month - 0.9091",
    ),
    (
        "KRW=1400",
        "챗GPT 플러스 4인 공유 월 7,000원",
        "subscription openai chatgpt-plus 7000KRW seat_month - 1",
    ),
    (
        RUB,
        "Место в общем аккаунте Claude Max 20x — 1900 ₽/мес",
        "subscription anthropic claude-max-20x 1900RUB seat_month - -",
    ),
    # packs of credit and plans of the reseller's own
    (CNY, "200刀余额卡密 ¥49.9 自动发货", "credit - - 49.9CNY pack - 0.0367"),
    (CNY, "充100元得150刀额度", "credit - - 100CNY pack - 0.098"),
    (CNY, "月卡 ¥99 每日额度 $30", "subscription - - 99CNY month - 0.0162"),
    (CNY, "Codex 周卡 15.8元 总额度150刀", "subscription openai - 15.8CNY week - 0.0155"),
    (VND, "Gói $50 credit API Claude: 190k", "credit anthropic - 190000VND pack - 0.1448"),
    (IDR, "Saldo API Claude $20 = Rp 90.000", "credit anthropic - 90000IDR pack - 0.2508"),
    (
        "",
        "$100 API balance for $22, $500 balance for $95",
        "credit - - 22USD pack - 0.22; credit - - 95USD pack - 0.19",
    ),
    (RUB, "Баланс API $50 — 900 ₽", "credit - - 900RUB pack - 0.2483"),
    ("EUR=0.9", "50 $ Guthaben für Claude API: 14 €", "credit anthropic - 14EUR pack - 0.3111"),
]
