"""Lists under a line that names their unit, makers over groups and columns, ladders of credit, what owners hand on. A row: rates, words, what is read."""

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
    (
        "CNY=6.8 recharge=1",
        "倍率表：\n· claude 官方直连 —— 1.2\n· claude 混合 —— 0.45\n· codex —— 0.12\n余额 1 块钱就是 1 刀",
        "relay anthropic - - - 1.2 0.1765; relay anthropic - - - 0.45 0.0662; relay openai - - - 0.12 0.0176",
    ),
    (
        "CNY=6.8",
        "| 站点 | 充值 | Claude | Codex |\n|---|---|---|---|\n| [柚木](https://youmu-api.cc) | 1:1 | 0.7 | 0.08 |\n| [鹭岛](https://ludao-relay.top) | 0.5:1 | 1.3 | - |",
        "relay anthropic - - - 0.7 0.1029; relay openai - - - 0.08 0.0118; relay anthropic - - - 1.3 0.0956",
    ),
    (
        "USD=1",
        "| Backer | OpenAI | Anthropic |\n|---|---|---|\n| [Fernhill](https://fernhill.chat) | 9% of list | 28% of list |",
        "relay openai - - - - 0.09; relay anthropic - - - - 0.28",
    ),
    (
        "CNY=6.8",
        "gpt plus 质保首登 已绑卡\n1个 ¥5.2\n10个 ¥46\n50个 ¥210\nhttps://catfk.com/shop/nanlu8",
        "account openai chatgpt-plus 5.2CNY account - 0.0382; account openai chatgpt-plus 46CNY pack - 0.0338; account openai chatgpt-plus 210CNY pack - 0.0309",
    ),
    ("CNY=6.8 recharge=1", "充值活动：满 200 打 95 折，满 500 打 9 折，只对充值生效", "credit - - - - - -"),
    ("USD=1", "First deposit bonus: use code PIER15 and get 15% extra credit.", "credit - - - - - -"),
    (
        "CNY=6.8",
        "端午充值加赠：\n充 50 到 55\n充 200 到 230",
        "credit - - 50CNY pack - 0.1337; credit - - 200CNY pack - 0.1279",
    ),
    ("CNY=6.8 recharge=1", "claude 分组今天换线，倍率零点六，充值一比一", "relay anthropic - - - 0.6 0.0882"),
    (
        "CNY=6.8",
        "老友小店\n主营 ChatGPT Plus、ChatGPT Pro、SuperGrok，电报 t.me/laoyou_shop",
        "account openai chatgpt-plus - - - -; account openai chatgpt-pro - - - -; account xai supergrok - - - -",
    ),
    ("TWD=32", "各位好，儲值 1 美金折新台幣 7 元。Claude 分組 0.9", "relay anthropic - - - 0.9 0.1969"),
    ("CNY=6.8", "【已出】Claude Max 20x 车位，120/月，感谢各位", ""),
    (
        "CNY=6.8",
        "GPT Plus月卡 官网直充自己号\n¥128  库存 31\nhttps://pay.ldxp.cn/item/qw8e2r",
        "account openai chatgpt-plus 128CNY month - 0.9412",
    ),
    (
        "CNY=6.8 recharge=1",
        "倍率 0.25 的 claude 已停。\n倍率 0.6 的 claude 稳定。",
        "relay anthropic - - - 0.6 0.0882",
    ),
    (
        "BRL=5.4",
        "Sou dev e fiquei com saldo num gateway: 60 dólares de crédito, passo por 100 reais a quem me chamar",
        "credit - - 100BRL pack - 0.3086",
    ),
    (
        "CNY=6.8",
        "搬家清理。Claude Max 20x 今天刚续的，满满一个月，650 块拿走，不讲价，会配合换绑。",
        "account anthropic claude-max-20x 650CNY account - 0.4779",
    ),
    (
        "USD=1",
        "Not a shop. I hold a Claude Max 20x and one spot has come free: 24 bucks a month, you get your own project space.",
        "subscription anthropic claude-max-20x 24USD seat_month - -",
    ),
    (
        "VND=26250",
        "Mình mua Claude Max 5x rồi không dùng nữa, vừa gia hạn hôm qua. Ai cần thì mình nhượng lại 850k.",
        "account anthropic claude-max-5x 850000VND account - 0.3238",
    ),
    (
        "KRW=1450",
        "회사에서 받은 슈퍼그록 1년권이 남았네요. 5만원에 넘길게요.",
        "account xai supergrok 50000KRW year - 0.0958",
    ),
    (
        "RUB=72.5",
        "Прайс\nClaude Pro — 1 850\nClaude Max x5 — 8 100\nЦены за месяц, в рублях. Заказы: @wiosna_ai",
        "account anthropic claude-pro 1850RUB month - 1.2759; account anthropic claude-max-5x 8100RUB month - 1.1172",
    ),
    (
        "USD=1",
        "Restock\nGPT Plus 1 mo – 4.4\nGemini Pro 12 mo – 5\nAll USDT. @harrow_desk",
        "account openai chatgpt-plus 4.4USDT month - -; account google gemini-advanced 5USDT year - -",
    ),
    (
        "CNY=6.8 recharge=0.8",
        "充值由 0.8 元/刀恢复为 1 元/刀，claude 分组仍为 0.6",
        "relay anthropic - - - 0.6 0.0882",
    ),
    (
        "USD=1",
        "Gateway: Gemini comes at half of Google's price, Claude at 30 percent under Anthropic's. hi@brack.dev",
        "relay google - - - - 0.5; relay anthropic - - - - 0.7",
    ),
    (
        "CNY=6.8",
        "新站开业，送 $2\n定价：gpt 2 毛/刀，claude 8 毛/刀\nhttps://xinzhan-gw.top",
        "free multi - - - - -; relay openai - 0.2CNY usd_credit - 0.0294; relay anthropic - 0.8CNY usd_credit - 0.1176",
    ),
    (
        "CNY=6.8",
        "代订 Claude Pro，一百三十五一个月，vx daiding88",
        "account anthropic claude-pro 135CNY month - 0.9926",
    ),
    ("CNY=6.8", "这个月换着用了三家，记一下体感，钱都是自己充的：\n甲：0.3/刀，快\n乙：0.6/刀，断过", ""),
    ("CNY=6.8", "旧微信 tangyuan_api 停用，新微信 tangyuan_api3", ""),
    ("CNY=6.8", "家宽静态IP 30天 养Claude号必备\n¥30 库存 8\nhttps://catfk.com/item/ip12zz", ""),
]
