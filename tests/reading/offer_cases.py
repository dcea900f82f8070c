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
