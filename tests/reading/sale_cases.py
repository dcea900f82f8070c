"""Texts of our own that speak of sales and sell nothing, and some that sell in spite of such words.

A row: rates as in `offer_cases`, the text.
"""

from __future__ import annotations

CNY = "CNY=6.8"
RELAY = "CNY=6.8 recharge=1"

NOT_FOR_SALE: list[tuple[str, str]] = [
    # sentences in which nobody offers anything, however many prices they name
    (
        "KRW=1400",
        "앤트로픽이 원화 결제를 시작했다. 클로드 프로는 월 2만8000원, 맥스는 월 14만5000원이다. 재판매는 약관 위반이다.",
    ),
    (
        "VND=26250",
        "Kinh nghiệm chọn shop: thấy rao Claude Max 350k thì nên nghi. Nhiều acc dùng thẻ lậu, vài hôm là mất.",
    ),
    (
        "",
        "## Budget\nOur CI spends about $31 on Opus 4.8 ($5/$25 per MTok). Caching cuts that to 0.5x. Cap the key at $80.",
    ),
    (
        CNY,
        "算笔账：官网 Max 20x 要 200 美元，号商成品卖 380 左右。中转站按 0.25 倍率往外卖，两天回本。只做分析，不卖号。",
    ),
    (
        "IDR=17900",
        "[TANYA] ada yg pernah beli api claude di situs itu? katanya 0.3x harga resmi tapi responnya aneh",
    ),
    # programs, tasks, rules, amends
    ("", "- [x] read prices such as ¥29/100刀\n- [ ] ChatGPT Plus $5 without a term"),
    (CNY, '```python\nROWS = [("Claude Max 20x 成品号 ¥430", 430)]\nassert read(ROWS)\n```'),
    (
        "",
        "5.1 You may not sell or rent accounts of AI services such as ChatGPT Plus. A fee of $20 per listing is not refunded.",
    ),
    (RELAY, "【补偿】昨天 opus 分组超时，已双倍返还，最低返 $3，无需申请"),
    # another good, for which AI is a bait
    ("RUB=72.5", "VPN «Лис», чтобы Claude и ChatGPT открывались\n1 мес 189 ₽ · год 1 490 ₽\n@lis_vpn_bot"),
    (CNY, "【Outlook 长效】注册 Plus 常用\n¥0.4  库存 900\nhttps://pay.ldxp.cn/item/q7ee01"),
    (CNY, "暑期机票：昆明往返 4 折起，学生票 3 折\n早鸟立减，Plus 会员另享 9 折，改签一次免费"),
    ("KRW=1400", "티빙 프리미엄 한 자리 구해요. 월 4,000원 선입금 가능. 챗GPT는 이미 있어요."),
    # news, courts, research
    (
        "",
        "Anthropic today introduced Claude Opus 4.8. Pricing stays at $5 per million input tokens and $25 output.",
    ),
    ("", "Vietnam police arrested a group that sold 3,000 hijacked ChatGPT accounts for $2 each."),
    ("", "Prosecutors say the man resold API access at 20% of the list price before his arrest."),
    (
        "",
        "A firm tracked 61 listings offering ChatGPT Plus at $3 to $9 and Claude Pro at $8 to $15 in spring.",
    ),
    (CNY, "近日有网友反映，在某平台花 49 元购买的 ChatGPT Plus 账号三天后被封，商家失联。"),
    (CNY, "法院认定，被告人以每个 5 元的价格收购手机号用于注册 ChatGPT 账号。"),
    (CNY, "某券商研报：AI 中转平均售价为官方价的 18%，头部站点毛利率约 30%。"),
    (CNY, "据统计，Codex 有效倍率中位数为 0.14 元/刀"),
    ("RUB=72.5", "Подорожает ли Claude? Anthropic сообщила, что цена тарифа Max вырастет до $120."),
    # the providers' own prices
    (
        "",
        "OpenAI API pricing\n| Model | Input | Output |\n| gpt-5.5 | $1.25 | $10.00 |\nPrices per 1M tokens.",
    ),
    ("", "Claude Team: $30 per seat per month billed monthly, $25 billed annually, minimum five seats."),
    (
        "",
        "| Plan | Price |\n|---|---|\n| Claude Pro | $20/mo |\n| Claude Max 5x | $100/mo |\n| ChatGPT Pro | $200/mo |",
    ),
    ("RUB=72.5", "Сколько стоит ChatGPT Plus? Официальная цена — $20 в месяц, но картой РФ не оплатить."),
    # wanted
    (CNY, "有没有老哥一起拼个 Max 20x？五个人每人 300 左右"),
    ("", "Busco cuenta de Claude Max compartida, pago hasta 30 USD al mes"),
    ("IDR=17944", "Dicari akun Claude Pro sharing, budget 60rb per bulan"),
    # complaints, experiences, questions
    ("RUB=72.5", "Меня кинули на 3000 рублей за ChatGPT Pro, будьте осторожны с продавцом"),
    (CNY, "去年 11 月 Plus 合租还是 25 一个月，现在涨到 45 了，唉"),
    ("", "Which is the cheapest API relay for Claude right now? I've seen 0.2x somewhere."),
    ("", "PSA: anyone offering Max 20x for $40 is using stolen cards. Don't buy."),
    # manuals and code
    ("", "Changelog v2.3.1: fixed the group ratio (0.8x groups were billed as 1x), bumped the openai SDK."),
    (
        "",
        "Ten ways to cut your Claude bill: 1) cache prompts, 2) batch at 50% off. Our own spend fell to $155 a month.",
    ),
    # other trades
    (CNY, "住宅代理 IP 10G 流量包 适合 Claude 注册\n¥35  库存 120"),
    ("", "Prompt pack for ChatGPT and Claude: 500 templates for marketing, $9.99, instant download."),
    ("RUB=72.5", "Курс по нейросетям: ChatGPT, Claude, Midjourney. 4 990 ₽, доступ навсегда."),
    # notices of relays that price nothing
    (RELAY, "本站不提供 0.1 倍以下的任何 Claude 渠道，低价必有猫腻"),
    (RELAY, "用户反馈计费偏高，为缓存写入按 1.25 倍计费所致，属官方规则。"),
]

FOR_SALE: list[tuple[str, str]] = [
    # sellers who speak of last week, of what was, or open with a question
    (
        "",
        "Hey folks, I have two unused slots in my ChatGPT Team workspace, $9 a month each, own email, PM me.",
    ),
    ("", "Claude Max 20x — $95/month, activated on your own account, 30-day warranty. Discord: maxdealer"),
    ("", "We've been selling Gemini Advanced since 2024. 12 months: $14. Telegram @gemvault"),
    (
        "",
        "Our gateway charges 40% of Anthropic's list price for Claude and 15% of OpenAI's for GPT. Sign up at https://lowgate.example",
    ),
    ("", "Last week's price was $8, today ChatGPT Plus 1 month is $7. Order in the bot @plusorderbot"),
    (
        "",
        "Bought a year of Claude Pro, switching to Cursor. 9 months left, asking $70, will change email to yours. DM",
    ),
    ("", "According to demand: Claude Pro restocked! $11 each, 10+ $10. t.me/claude_restock"),
    (
        "",
        "Accounts we offer: ChatGPT Plus $6, Claude Pro $9, SuperGrok $8. All with replacement within 7 days if banned. contact: telegram @allaisub",
    ),
    ("", "Need API credits cheap? $100 OpenAI credit for $35, valid 3 months. Vouches in thread, PM."),
    (
        "",
        "Price drop: on Monday we lowered the Claude group from 0.6x to 0.45x. Top up $1 = 1 credit. https://mapleproxy.example",
    ),
    ("", "Prices used to be $20, now only $12 for Claude Pro! Offer ends Friday. WhatsApp +1 415 555 0134"),
    ("", "I sell verified OpenAI org accounts (tier 5), $85 each. Escrow accepted. @tier5guy"),
    ("", "[WTS] ChatGPT Pro shared (5 users) $25/mo. Why pay 200? Vouched seller, 300+ trades."),
    (
        "",
        "Sponsored by Fernhub, who offer Claude and GPT at 30% of the official price. Use code LLM10. https://fernhub.example/?ref=llm",
    ),
    (
        "",
        "Thanks to Brightlane for sponsoring. Brightlane offers Claude and GPT APIs from 30% of official pricing.",
    ),
    (CNY, "官方 Plus 1个月 118"),
    (
        "",
        "Carpool for ChatGPT Pro, 4 people, $52 each per month, I pay the rest. Two spots open. discord.gg/aB3dE5",
    ),
    (CNY, "合购 Claude Max 20x，四人分，每人每月 300，缺 1 位"),
    (RELAY, "超出部分走按量 0.3倍率"),
]
