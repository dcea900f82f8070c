"""What stations print on their pages: lists of what a dollar costs, units named once, yuan and tenths, worked-out sums."""

from __future__ import annotations

CNY = "CNY=6.8"
TWO = "relay anthropic - 0.4CNY usd_credit - 0.0588; relay openai - 0.06CNY usd_credit - 0.0088"
TOKENS = (
    "relay anthropic claude-opus-4.8 3.5CNY 1M_tokens - -; relay anthropic claude-opus-4.8 17.5CNY 1M_tokens - -;"
    "relay anthropic claude-sonnet-4.6 2.1CNY 1M_tokens - -; relay anthropic claude-sonnet-4.6 10.5CNY 1M_tokens - -"
)

CASES: list[tuple[str, str, str]] = [
    # what a dollar costs, its unit named once
    (
        CNY + " recharge=1",
        "各分组现价（元/官方刀）\nClaude Max 0.7\nClaude Kiro 0.28\nCodex 0.06",
        "relay anthropic - 0.7CNY usd_credit - 0.1029; relay anthropic - 0.28CNY usd_credit - 0.0412; relay openai - 0.06CNY usd_credit - 0.0088",
    ),
    (CNY, "单位：元/刀\nclaude：0.4\ncodex：0.06", TWO),
    (CNY, "价格（¥/$）：claude 0.4，codex 0.06", TWO),
    (CNY, "今日报价，单位 元/$，claude 0.4 / codex 0.06", TWO),
    (CNY, "| 分组 | 元/刀 |\n|---|---|\n| claude | 0.4 |\n| codex | 0.06 |", TWO),
    (CNY, "以下均为人民币/美元\n- Claude — 0.4\n- GPT — 0.06", TWO),
    (
        "VND=26250",
        "Giá đ/$\nClaude 4500\nCodex 1200",
        "relay anthropic - 4500VND usd_credit - 0.1714; relay openai - 1200VND usd_credit - 0.0457",
    ),
    (
        CNY,
        "中转站价目 元/刀\nvip组: 0.5\nsvip组: 0.4",
        "relay - - 0.5CNY usd_credit - 0.0735; relay - - 0.4CNY usd_credit - 0.0588",
    ),
    # tokens, their unit named once
    (CNY, "claude-opus-4-8 输入 ¥3.5 / 输出 ¥17.5（每百万 tokens）\nclaude-sonnet-4-6 输入 ¥2.1 / 输出 ¥10.5", TOKENS),
    (CNY, "claude-opus-4-8：输入 3.5 元/百万，输出 17.5 元/百万\nclaude-sonnet-4-6：输入 2.1，输出 10.5", TOKENS),
    (CNY, "claude-opus-4-8 入 3.5 出 17.5\nclaude-sonnet-4-6 入 2.1 出 10.5\n以上均为每百万 tokens 人民币价", TOKENS),
    # yuan and tenths before a unit
    (CNY, "claude 1块5一刀", "relay anthropic - 1.5CNY usd_credit - 0.2206"),
    (CNY, "claude 1 块 5 一刀", "relay anthropic - 1.5CNY usd_credit - 0.2206"),
    (CNY, "claude 1块5/刀", "relay anthropic - 1.5CNY usd_credit - 0.2206"),
    (CNY, "一刀一块五：Claude 纯血 Max，不掺水", "relay anthropic - 1.5CNY usd_credit - 0.2206"),
    (CNY, "倍率 cc 0.6，充值1块5一刀", "relay anthropic - - - 0.6 0.1324"),
    (CNY, "codex 一毛五/次", "relay openai - 0.15CNY call - -"),
    (CNY, "plus 5块2个", "account openai chatgpt-plus 5CNY account - 0.0368"),
    # names, sums and thresholds
    (
        CNY + " recharge=1",
        "Opus 4.8 已上线，倍率 1.2；Sonnet 4.6 降到 0.5；GPT-5.5 低至 0.08。",
        "relay anthropic claude-opus-4.8 - - 1.2 0.1765; relay anthropic claude-sonnet-4.6 - - 0.5 0.0735; relay openai gpt-5.5 - - 0.08 0.0118",
    ),
    (
        CNY,
        "汇率 1￥=2$，倍率 cc 1.6，codex 0.2，换算下来 cc 0.8 元/刀，codex 0.1 元/刀",
        "relay anthropic - 0.8CNY usd_credit 1.6 0.1176; relay openai - 0.1CNY usd_credit 0.2 0.0147",
    ),
    (
        CNY,
        "企业用户：月消耗 1 万刀以上可谈到 0.35 元/刀（Claude）、0.05 元/刀（Codex），商务 wx: starbridge_bd",
        "relay anthropic - 0.35CNY usd_credit - 0.0515; relay openai - 0.05CNY usd_credit - 0.0074",
    ),
    (
        CNY,
        "一个令牌调用 200+ 模型\nClaude 全系官方 3.5 折起，GPT 全系 1 折起\n充值比例 1:1，无月费",
        "relay anthropic - - - - 0.35; relay openai - - - - 0.1",
    ),
    # a rate told by one word, and who it is for
    (
        CNY + " recharge=7.3",
        "充 1 块到 1 刀\n分组：default 0.5x · claude-max 1.2x",
        "relay - - - - 0.5 0.0735; relay anthropic - - - 1.2 0.1765",
    ),
    (CNY, "0.5 元充 1 美元，gpt 组 0.2，claude 组 1.2", "relay openai - - - 0.2 0.0147; relay anthropic - - - 1.2 0.0882"),
    (CNY, "3 元换 10 刀，codex 组 0.4", "relay openai - - - 0.4 0.0176"),
    (
        CNY + " recharge=7",
        "今日：claude 0.8 倍，codex 0.1 倍，统一按一块一刀",
        "relay anthropic - - - 0.8 0.1176; relay openai - - - 0.1 0.0147",
    ),
    # groups by their lists
    (
        CNY + " recharge=1",
        "倍率：\nOpenAI 家 0.2 / Anthropic 家 1.1",
        "relay openai - - - 0.2 0.0294; relay anthropic - - - 1.1 0.1618",
    ),
    (
        CNY + " recharge=1",
        "gpt 0.12 起，claude 0.6 起",
        "relay openai - - - 0.12 0.0176; relay anthropic - - - 0.6 0.0882",
    ),
    (
        CNY + " recharge=1",
        "新分组\nclaude-bedrock 2.1\ngpt-azure 0.4",
        "relay anthropic - - - 2.1 0.3088; relay openai - - - 0.4 0.0588",
    ),
    (CNY + " recharge=1", "codex 分组直接 0.05，先到先得", "relay openai - - - 0.05 0.0074"),
    (CNY + " recharge=1", "claude 分组砍一刀：0.9 变 0.7", "relay anthropic - - - 0.7 0.1029"),
    (
        CNY + " recharge=1",
        "分组\t倍率\t说明\nclaude-aws\t2.4\t有缓存\ngpt-plus\t0.12\t仅 codex",
        "relay anthropic - - - 2.4 0.3529; relay openai - - - 0.12 0.0176",
    ),
    (
        CNY,
        "| 名字 | 充值比例 | Claude 倍率 | GPT 倍率 |\n|---|---|---|---|\n| 甲 | 1:1 | 0.7 | 0.2 |\n| 乙 | 0.5:1 | 1.4 | 0.4 |",
        "relay anthropic - - - 0.7 0.1029; relay openai - - - 0.2 0.0294; relay anthropic - - - 1.4 0.1029; relay openai - - - 0.4 0.0294",
    ),
    # a unit told last, what a dollar cost before, the part of the official price at a row's end
    (
        CNY,
        "调价：codex 0.05→0.06，claude 0.4→0.5\n单位元/刀，今晚生效",
        "relay openai - 0.06CNY usd_credit - 0.0088; relay anthropic - 0.5CNY usd_credit - 0.0735",
    ),
    (
        CNY,
        "单价（人民币，每 100 万 tokens）\n- Opus 4.8：入 7 / 出 35，即官网 2 折",
        "relay anthropic claude-opus-4.8 7CNY 1M_tokens - 0.2; relay anthropic claude-opus-4.8 35CNY 1M_tokens - 0.2",
    ),
    (
        CNY,
        "订阅\n入门 25 元 30天 共 200 刀\n进阶 88 元 30天 共 900 刀\nclaude、codex 都能用",
        "subscription multi - 25CNY month - 0.0184; subscription multi - 88CNY month - 0.0144",
    ),
    (
        CNY,
        "站里全是 codex 号池\n包天 5 元 40 刀额度；包周 25 元 300 刀额度",
        "subscription openai - 5CNY day - 0.0184; subscription openai - 25CNY week - 0.0123",
    ),
    # what is denied, closed or only goes with the price
    (
        CNY,
        "本站不卖号、不代充，只做 API\n价格：Claude 一律官方 3 折，GPT 一律官方 0.8 折",
        "relay anthropic - - - - 0.3; relay openai - - - - 0.08",
    ),
    (
        CNY + " recharge=1",
        "【下架】gpt-trial 公益分组\n【新增】claude-vertex 1.5，图个稳\n【新增】gpt-azure 0.4",
        "relay anthropic - - - 1.5 0.2206; relay openai - - - 0.4 0.0588",
    ),
    (CNY, "转让：站内余额 300 刀，110 块打包带走，支持改密改邮箱", "credit - - 110CNY pack - 0.0539"),
    (
        CNY + " recharge=0.5",
        "分组倍率一个没动（claude 0.8 / codex 0.1）",
        "relay anthropic - - - 0.8 0.0588; relay openai - - - 0.1 0.0074",
    ),
    # cards that name nobody, packs with a flourish
    (
        CNY,
        "月卡改版\n小份：18.9/月，每天 $6\n大份：58/月，每天 $25",
        "subscription - - 18.9CNY month - 0.0154; subscription - - 58CNY month - 0.0114",
    ),
    (
        CNY,
        "codex 额度卡 20刀 2米 / 200刀 17米 / 1000刀 80米\n卡密自动发，别问能不能便宜",
        "credit openai - 2CNY pack - 0.0147; credit openai - 17CNY pack - 0.0125; credit openai - 80CNY pack - 0.0118",
    ),
]  # fmt: skip
