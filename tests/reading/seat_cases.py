"""Accounts that people share, terms, plans and packs as sellers of several languages write them."""

from __future__ import annotations

CNY = "CNY=6.8"
EUR = "EUR=0.86"

CASES: list[tuple[str, str, str]] = [
    # sharing told in a sentence
    (
        "UAH=43.5",
        "Шукаю ще двох на Claude Max 20x, по 2900 грн на місяць, усього нас буде троє. Пишіть в особисті.",
        "subscription anthropic claude-max-20x 2900UAH seat_month - 1",
    ),
    (
        "BRL=5.3",
        "QUEM QUER RACHAR O CLAUDE MAX 20X? 4 vagas no total, sobram 2, 280 reais cada por mês. chama no zap (11) 95550-4418",
        "subscription anthropic claude-max-20x 280BRL seat_month - 1.0566",
    ),
    (
        EUR,
        "Biete 2 Plätze in meinem Claude Max 20x (insgesamt 4 Nutzer), 40 € pro Monat und Platz, PayPal Freunde",
        "subscription anthropic claude-max-20x 40EUR seat_month - 0.9302",
    ),
    (
        "",
        "Looking for two more to join my Claude Max 20x, three of us in total, $70 a month each. DM me",
        "subscription anthropic claude-max-20x 70USD seat_month - 1.05",
    ),
    (
        "EGP=51.3",
        "حساب ChatGPT Plus مشترك (٥ أشخاص)\nالسعر: ١٠٠ جنيه شهريا",
        "subscription openai chatgpt-plus 100EGP seat_month - 0.4873",
    ),
    (
        "IDR=17944",
        "ChatGPT Plus sharing 1 bln 30rb (5 user)\nPrivate 1 bln 140rb",
        "subscription openai chatgpt-plus 30000IDR seat_month - 0.418; account openai chatgpt-plus 140000IDR month - 0.3901",
    ),
    (
        "THB=33",
        "ChatGPT Plus หาร 5 เดือนละ 150 บาท\nส่วนตัว 1 เดือน 450.-",
        "subscription openai chatgpt-plus 150THB seat_month - 1.1364; account openai chatgpt-plus 450THB month - 0.6818",
    ),
    # terms
    (
        CNY,
        "Plus 直充 70｜Claude Pro 95｜Max5x 320（单位 R，都是一个月）",
        (
            "account openai chatgpt-plus 70CNY month - 0.5147; account anthropic claude-pro 95CNY month - 0.6985; account anthropic claude-max-5x 320CNY month - 0.4706"
        ),
    ),
    (
        CNY,
        "转让 ChatGPT Pro 20x 剩余 15 天\n原价两百刀买的，现 500 出",
        "account openai chatgpt-pro 500CNY pack - -",
    ),
    (
        "RUB=72.5",
        "Продам аккаунт Claude Max x20, остался 21 день. Хочу 7к, торг. Телега: oleg_maxed",
        "account anthropic claude-max-20x 7000RUB pack - -",
    ),
    (
        "",
        "CLAUDE MAX 20X ⚡ 1 MONTH ⚡ your own email\n$90\nAlso have 5x for $50",
        "account anthropic claude-max-20x 90USD month - 0.45; account anthropic claude-max-5x 50USD account - 0.5",
    ),
    (
        "VND=26250",
        "• Claude Pro 1T: 370k\n• Claude Max 5x 1T: 1tr650\n• Max 20x: 3tr1\nBH full",
        (
            "account anthropic claude-pro 370000VND month - 0.7048; account anthropic claude-max-5x 1650000VND month - 0.6286; account anthropic claude-max-20x 3100000VND account - 0.5905"
        ),
    ),
    (
        "SAR=3.75",
        "تفعيل Claude Pro على بريدك\nالسعر: 50 ريال / شهر\nClaude Max 5x: 250 ريال",
        "account anthropic claude-pro 50SAR month - 0.6667; account anthropic claude-max-5x 250SAR account - 0.6667",
    ),
    (
        "TRY=43",
        "Claude Max20x kendi kartımızla 6.250₺, 1 hafta içinde banlanırsa yenisi",
        "account anthropic claude-max-20x 6250TRY account - 0.7267",
    ),
    # packs
    # packs
    (
        "MXN=18",
        "Créditos API Claude en nuestra pasarela: 100 USD de saldo por $290.00 MXN. Factura disponible.",
        "credit anthropic - 290MXN pack - 0.1611",
    ),
    (
        "VND=26250",
        "Key API Claude (proxy riêng) nạp 500k được 120$ credit, nạp 2tr được 550$",
        "credit anthropic - 500000VND pack - 0.1587; credit anthropic - 2000000VND pack - 0.1385",
    ),
    (
        "",
        "Selling Vertex Claude keys. $5k project w/ Opus quota enabled for $400, $1k for $100. Discord only.",
        "api_key anthropic - 400USD pack - 0.08; api_key anthropic - 100USD pack - 0.1",
    ),
    # shop cards
    (
        CNY,
        "Claude Max 5x｜菲区礼品卡充｜质保20天\n💰390\n已售 60 剩 9\nhttps://catfk.com/item/x1y2z3",
        "account anthropic claude-max-5x 390CNY account - 0.5735",
    ),
    (
        CNY,
        "麦穗Token行 > Kiro专区\nKiro Pro+ 号（含1000积分）json 21.00 立即购买\n（余30）",
        "account other - 21CNY account - -",
    ),
    (
        "PKR=281",
        "ChatGPT Plus private acc, 1 mahina Rs 1,400. Claude Max 20x bhi hai 22,000. JazzCash. wa.me/923001112233",
        "account openai chatgpt-plus 1400PKR month - 0.2491; account anthropic claude-max-20x 22000PKR account - 0.3915",
    ),
    (
        "",
        "Claude free accs $0.35\nGrok Super 1m $6\ntg lantern_ex",
        "account anthropic - 0.35USD account - -; account xai supergrok 6USD month - 0.2",
    ),
]
