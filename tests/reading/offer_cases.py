"""Texts of our own and the offers in them: a bug report is one more row.

A row: rates (`CNY=6.8 RUB=72.5 recharge=0.5`), the text, then one line for each offer:
kind provider product price per group ratio, `-` for null. The price is amount and code (`39CNY`).
"""

from __future__ import annotations

CNY = "CNY=6.8"
VND = "VND=26250"
IDR = "IDR=17944"
RUB = "RUB=72.5"

CASES: list[tuple[str, str, str]] = [
    # parts of a market's pages
    (CNY, "开学返场：首充9折，优惠码 RED20，9.30 截止", "credit - - - - - -"),
    (
        "",
        "Claude API keys\n$300 balance = $90\n$700 balance = $200",
        "api_key anthropic - 90USD pack - 0.3; api_key anthropic - 200USD pack - 0.2857",
    ),
    (
        IDR,
        "ChatGPT Plus 1 bulan Rp 40.000\nGemini Pro 1 tahun 90rb",
        "account openai chatgpt-plus 40000IDR month - 0.1115; account google gemini-advanced 90000IDR year - 0.0209",
    ),
    (
        VND,
        "Claude Pro 1 tháng 210.000đ\nChatGPT Plus 1 tháng 85k",
        "account anthropic claude-pro 210000VND month - 0.4; account openai chatgpt-plus 85000VND month - 0.1619",
    ),
    (
        RUB,
        "ChatGPT Plus 12 месяцев: 5 000 ₽, активация на ваш аккаунт",
        "account openai chatgpt-plus 5000RUB year - 0.2874",
    ),
    ("", "Gemini API keys with the $200 trial, $9 each", "api_key google - 9USD pack - 0.045"),
    (RUB, "API Claude за 30% от официальной цены", "relay anthropic - - - - 0.3"),
    (
        "",
        "WTS: Claude + GPT logs\nGPT-5.5 transcripts with reasoning traces.\n$900 for the lot",
        "dataset multi - 900USD pack - -",
    ),
    (
        CNY,
        "Claude Max 周卡 $80/周 7 天 ¥68\nClaude Max 月卡 $10/天 30 天 ¥204",
        "subscription anthropic - 68CNY week - 0.125; subscription anthropic - 204CNY month - 0.1",
    ),
    (CNY, "支持 Claude / GPT，上下文 200K/1M，命中率 90%", ""),
    ("", "ChatGPT Plus Shared Login $12", "subscription openai chatgpt-plus 12USD account - -"),
    ("", "Claude Max 20x یک ماهه ۱۰ دلار", "account anthropic claude-max-20x 10USD month - 0.05"),
    (
        CNY,
        "50刀卡 ¥10 (claude 0.8倍率起)\n库存 5",
        "credit - - 10CNY pack - 0.0294; relay anthropic - - - 0.8 0.0235",
    ),
    # a term that one good states is not another's
    (
        CNY,
        "Plus 首登 4\nClaude Pro 月号 80\n现货",
        "account openai chatgpt-plus 4CNY account - 0.0294; account anthropic claude-pro 80CNY month - 0.5882",
    ),
    # texts that only speak of sales
    ("", "OpenAI kündigt an: ChatGPT Plus kostet künftig 25 Dollar im Monat.", ""),
    ("", "I got scammed: paid $30 for a Claude Pro account, seller blocked me on Telegram.", ""),
    (CNY, "收 Claude Max 账号，出价 500 起，先验后付", ""),
    (CNY, "求购 claude max 账号，长期要，价格私聊", ""),
    (CNY, "记者调查发现，有群主以官方价两成出售 Claude，货源不明。", ""),
    (CNY, "吐槽某中转，说好 0.3 倍率，结果按 1.2 扣", ""),
    ("", "ChatGPT Plus costs $20 a month.", ""),
    ("KRW=1400", "챗GPT 플러스 가격은 월 29,000원입니다.", ""),
    (CNY, "出一台 MacBook Pro M4 Max，16999", ""),
    ("", "Course: Claude Code in 10 days. $49, sign up today!", ""),
    # groups and recharge
    (
        CNY,
        "全站充值比例 1:1\ncodex 分组 0.08倍率\nclaude 官转分组 1.6倍率",
        "relay openai - - - 0.08 0.0118; relay anthropic - - - 1.6 0.2353",
    ),
    (CNY + " recharge=0.5", "公告：gemini 渠道倍率由 0.4 上调至 0.6", "relay google - - - 0.6 0.0441"),
    (
        CNY + " recharge=1",
        "今晚起 Max 号池分组 1.2x → 1.5x，plus 号池维持 0.1x",
        "relay anthropic - - - 1.5 0.2206; relay openai - - - 0.1 0.0147",
    ),
    (CNY, "1元=5刀，claude 3倍率", "relay anthropic - - - 3 0.0882"),
    (
        CNY,
        "充值汇率 0.3元=1刀，codex 0.5倍，claude 2倍",
        "relay openai - - - 0.5 0.0221; relay anthropic - - - 2 0.0882",
    ),
    ("recharge=0.8 " + CNY, "grok 分组现在只要 0.2 倍率", "relay xai - - - 0.2 0.0235"),
    (
        "recharge=7.3 " + CNY,
        "🔔 倍率调整\nClaude 官方分组：0.9 → 0.75\nGPT 分组：0.3 → 0.25",
        "relay anthropic - - - 0.75 0.8051; relay openai - - - 0.25 0.2684",
    ),
    (
        CNY,
        "Claude Code 专线 0.6元/刀，Codex 0.09元/刀",
        "relay anthropic - 0.6CNY usd_credit - 0.0882; relay openai - 0.09CNY usd_credit - 0.0132",
    ),
    (CNY, "opus4.8 一刀只要五毛，折算0.5/刀", "relay anthropic claude-opus-4.8 0.5CNY usd_credit - 0.0735"),
    (CNY, "算下来 0.06x7x0.5=0.21 一刀，codex 分组", "relay openai - 0.21CNY usd_credit - 0.0309"),
    (
        VND,
        "API Claude giá chỉ 2.5k/$, nạp bao nhiêu cũng được",
        "relay anthropic - 2500VND usd_credit - 0.0952",
    ),
    (VND, "Tỷ giá nạp: 3.000đ = 1$ credit", "credit - - 3000VND usd_credit - 0.1143"),
    (
        RUB,
        "Claude API: 25 ₽ за 1$ баланса, GPT — 18 ₽ за 1$",
        "relay anthropic - 25RUB usd_credit - 0.3448; relay openai - 18RUB usd_credit - 0.2483",
    ),
    (
        IDR,
        "Relay API Claude Code cuma Rp 4.000 / $1, Codex Rp 2.500 / $1",
        "relay anthropic - 4000IDR usd_credit - 0.2229; relay openai - 2500IDR usd_credit - 0.1393",
    ),
    (
        "",
        "We resell Claude API at $0.30 per $1 of official usage. Codex at $0.12 per $1. DM to start.",
        "relay anthropic - 0.3USD usd_credit - 0.3; relay openai - 0.12USD usd_credit - 0.12",
    ),
    # fractions
    (
        CNY,
        "Claude 官方价 3.5折，GPT 低至 0.8折，联系客服开通",
        "relay anthropic - - - - 0.35; relay openai - - - - 0.08",
    ),
    (
        "",
        "Claude API at 30% of official price, GPT at 15% of list. Telegram @x",
        "relay anthropic - - - - 0.3; relay openai - - - - 0.15",
    ),
    (
        "",
        "Get the Claude API for up to 70% off official rates with our gateway",
        "relay anthropic - - - - 0.3",
    ),
    ("", "Claude API со скидкой 60% от официальной цены, пишите в лс", "relay anthropic - - - - 0.4"),
    ("", "API Claude giảm 80% so với giá gốc, liên hệ shop", "relay anthropic - - - - 0.2"),
    ("", "API Claude diskon 75% dari harga resmi, hubungi admin", "relay anthropic - - - - 0.25"),
    (
        "",
        "Claude-API zu 40 % des Listenpreises, GPT zu 25 %. Anfragen per Telegram",
        "relay anthropic - - - - 0.4; relay openai - - - - 0.25",
    ),
    (
        "",
        "API de Claude con 65% de descuento sobre el precio oficial, escríbeme",
        "relay anthropic - - - - 0.35",
    ),
    ("", "Claude API resmi fiyatın %30'una, hemen sipariş verin", "relay anthropic - - - - 0.3"),
    ("", "Claude API 公式価格の40%で提供中、DM下さい", "relay anthropic - - - - 0.4"),
    ("", "클로드 API 공식가 대비 70% 할인, 카톡 문의", "relay anthropic - - - - 0.3"),
    ("", "Claude API ลด 60% จากราคาทางการ ทักแชทได้เลย", "relay anthropic - - - - 0.4"),
    (
        "",
        "API do Claude com 50% de desconto do preço oficial, chama no WhatsApp",
        "relay anthropic - - - - 0.5",
    ),
    ("", "خصم 60% على Claude API مقارنة بالسعر الرسمي، تواصل معنا", "relay anthropic - - - - 0.4"),
    ("", "Claude API با ۵۰٪ تخفیف نسبت به قیمت رسمی، سفارش از ربات", "relay anthropic - - - - 0.5"),
    (CNY, "新用户首充享9折，老用户续费95折", "credit - - - - - -"),
    # tokens and calls
    (
        "",
        "gpt-5.5 API resale: $0.40 / 1M input tokens, $3.20 / 1M output tokens",
        "relay openai gpt-5.5 0.4USD 1M_tokens - -; relay openai gpt-5.5 3.2USD 1M_tokens - -",
    ),
    (
        "",
        "| Model | Input ($/1M) | Output ($/1M) |\n| claude-sonnet-4.6 | $0.9 | $4.5 |\nTop up and start via our relay",
        "relay anthropic claude-sonnet-4.6 0.9USD 1M_tokens - -; relay anthropic claude-sonnet-4.6 4.5USD 1M_tokens - -",
    ),
    (
        CNY,
        "中转站价目（每百万 tokens）：\nopus4.8 输入 ¥8 输出 ¥40",
        "relay anthropic claude-opus-4.8 8CNY 1M_tokens - -; relay anthropic claude-opus-4.8 40CNY 1M_tokens - -",
    ),
    (CNY, "gpt-image 出图 0.05元/张，按次计费", "relay openai - 0.05CNY call - -"),
    (RUB, "GPT-5.5 через наш прокси: 90 ₽ за 1 млн токенов", "relay openai gpt-5.5 90RUB 1M_tokens - -"),
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
    # keys, data, services, gifts
    ("USDT=1", "Anthropic API key with $1000 balance - 180 USDT", "api_key anthropic - 180USDT pack - 0.18"),
    (CNY, "OpenAI 官key 120刀余额 85元", "api_key openai - 85CNY pack - 0.1042"),
    ("USDT=1", "Claude Code 会话日志 5万条 整包 900U，需要私聊", "dataset anthropic - 900USDT pack - -"),
    (
        "",
        "Selling 80k Claude conversations with reasoning traces, $600 for everything",
        "dataset anthropic - 600USD pack - -",
    ),
    (CNY, "openai 接码 1.5元/次 秒出", "service openai - 1.5CNY - - -"),
    (CNY, "Claude 过KYC 代认证 88元", "service anthropic - 88CNY - - -"),
    (CNY, "新用户注册送 $5 免费额度，claude 中转站", "free anthropic - - - - -"),
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

CASES += [
    # payment cards are a service, whoever they are to pay
    (CNY, "虚拟卡 0刀卡 15元/张 可绑 Claude", "service anthropic - 15CNY - - -"),
    (CNY, "虛擬信用卡 BIN 537100 開卡 ¥20", "service - - 20CNY - - -"),
    (
        "USDT=1",
        "BIN 559666 虚拟信用卡 可充 ChatGPT Plus，开卡费 3U",
        "service openai chatgpt-plus 3USDT - - -",
    ),
    ("", "Virtual card for ChatGPT Plus, $4 each, DM", "service openai chatgpt-plus 4USD - - -"),
    (RUB, "Виртуальная карта для оплаты ChatGPT — 900 ₽", "service openai - 900RUB - - -"),
    (
        CNY,
        "Claude Pro 代充 无需虚拟卡 138元/月",
        "account anthropic claude-pro 138CNY month - 1.0147",
    ),
    (CNY, "开卡即用 Claude Pro 月卡 ¥128", "account anthropic claude-pro 128CNY month - 0.9412"),
    # accounts of nobody in particular
    ("", "Mixed AI account pack #7 – $26", "account multi - 26USD account - -"),
    ("", "AI accounts bundle - $15, instant delivery", "account multi - 15USD account - -"),
    (CNY, "AI账号合集 ¥30", "account multi - 30CNY account - -"),
    ("", "Claude AI account $9", "account anthropic - 9USD account - -"),
    # prices by the million tokens: what stands in the name is a version
    ("", "GPT-5.5: $0.60 / 1M input", "relay openai gpt-5.5 0.6USD 1M_tokens - -"),
    ("", "GPT-5.5: $0.60 / 1M", "relay openai gpt-5.5 0.6USD 1M_tokens - -"),
    ("", "deepseek v3.2: $0.08 per 1M input", "relay deepseek deepseek-v3.2 0.08USD 1M_tokens - -"),
    (
        CNY,
        "claude-sonnet-4.6 ¥4/M 输入 ¥20/M 输出 中转",
        "relay anthropic claude-sonnet-4.6 4CNY 1M_tokens - -; relay anthropic claude-sonnet-4.6 20CNY 1M_tokens - -",
    ),
    (CNY, "claude 1.5: 1刀", "credit anthropic - 1.5CNY usd_credit - 0.2206"),
    # cents before a count
    (CNY, "gpt-image 出图 8分一张", "relay openai - 0.08CNY call - -"),
]

DIRECTIONS: list[tuple[str, str]] = [
    ("GPT-5.5: $0.60 / 1M input", "input"),
    ("GPT-5.5: $3.60 / 1M output", "output"),
    ("GPT-5.5: $0.60 / 1M", "-"),
    ("gpt-5.5: $0.60/1M input, $3.6/1M output. Relay, DM", "input output"),
    ("gpt-5.5: $0.40 / 1M input tokens, $3.20 / 1M output tokens", "input output"),
    ("Claude Opus 4.8: $2.10 / 1M input · $9 / 1M output", "input output"),
    ("claude-sonnet-4.6 ¥4/M 输入 ¥20/M 输出 中转", "input output"),
    ("中转站价目（每百万 tokens）：\nopus4.8 输入 ¥8 输出 ¥40", "input output"),
    (
        "| Model | Input ($/1M) | Output ($/1M) |\n| claude-sonnet-4.6 | $0.9 | $4.5 |\nTop up and start via our relay",
        "input output",
    ),
]
"""Texts and what each of their prices is for: what goes in or what comes out."""

GOODS: list[tuple[str, str, str]] = [
    ("虚拟卡 0刀卡 可绑 Claude", "", "service anthropic -"),
    ("虛擬信用卡 開卡", "", "service - -"),
    ("VCC for AI subscriptions", "", "service - -"),
    ("定金专用", "", ""),
    ("补差价专用", "Claude Max 差价，勿单拍", ""),
    ("补差价 1元", "Claude 额度", ""),
    ("Claude Max 20x 定金", "", ""),
    ("押金", "", ""),
    ("Price difference ChatGPT Plus", "", ""),
    ("Доплата за Claude Pro", "", ""),
    ("美区Apple ID 独享 可下 ChatGPT Plus", "", ""),
    ("苹果ID 账号", "", ""),
    ("美区ID 稳定", "可充值 ChatGPT Plus", ""),
    ("Apple ID US, old account", "", ""),
    ("ChatGPT Plus 成品号 送美区ID", "", "account openai chatgpt-plus"),
    ("ChatGPT Plus 代充 苹果ID充值", "", "account openai chatgpt-plus"),
    ("美区ID代充 ChatGPT Plus", "", "account openai chatgpt-plus"),
    ("Claude Pro 免押金 月卡", "", "account anthropic claude-pro"),
    ("Mixed AI account pack #7", "", "account multi -"),
    ("AI账号 随机", "", "account multi -"),
    ("Claude Pro AI account", "", "account anthropic claude-pro"),
]
"""A shop's titles and descriptions, and the kind, provider and product of the good; empty for another trade's."""
