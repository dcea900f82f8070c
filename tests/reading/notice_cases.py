"""Notices, cards and sponsors' lines of Chinese relays and shops, in words of our own."""

from __future__ import annotations

CNY = "CNY=6.8"

CASES: list[tuple[str, str, str]] = [
    (
        CNY,
        "【调价】即日起：\nClaude 官key 分组 2.0 → 1.7\nClaude Max 分组 0.9 → 0.75\nCodex 分组维持 0.12\n充值：1 元 = 1 刀",
        "relay anthropic - - - 1.7 0.25; relay anthropic - - - 0.75 0.1103; relay openai - - - 0.12 0.0176",
    ),
    (
        CNY,
        "各位老板，cc 分组限时 0.68 倍率，codex 0.09 倍率，gemini 0.25 倍率，月底前有效。充值 1:1",
        "relay anthropic - - - 0.68 0.1; relay openai - - - 0.09 0.0132; relay google - - - 0.25 0.0368",
    ),
    (
        CNY,
        "今日倍率\nopus 1.2\nsonnet 0.8\nhaiku 0.5\ngpt 全系 0.1\n充值 1:1，QQ群 912345678",
        "relay anthropic claude-opus - - 1.2 0.1765; relay anthropic claude-sonnet - - 0.8 0.1176; relay anthropic claude-haiku - - 0.5 0.0735; relay openai - - - 0.1 0.0147",
    ),
    (
        CNY,
        "本站价格：claude 0.35 元/刀，gpt 0.06 元/刀，gemini 0.15 元/刀。支持企业开票。站点 https://api.maple-hub.example",
        "relay anthropic - 0.35CNY usd_credit - 0.0515; relay openai - 0.06CNY usd_credit - 0.0088; relay google - 0.15CNY usd_credit - 0.0221",
    ),
    (
        CNY,
        "GPT 分组按官方价 0.8 折扣费，Claude 分组 3 折，Gemini 1.5 折，充值 1:1 人民币美元",
        "relay openai - - - - 0.08; relay anthropic - - - - 0.3; relay google - - - - 0.15",
    ),
    (CNY, "新增 grok 分组，倍率 0.3，支持 grok-4.3，欢迎测试", "relay xai - - - 0.3 -"),
    (
        CNY,
        "特惠渠道 claude-opus-4-8：0.5 元/次；sonnet：0.2 元/次；gpt-image-2：0.03 元/张",
        "relay anthropic claude-opus-4.8 0.5CNY call - -; relay anthropic claude-sonnet 0.2CNY call - -; relay openai gpt-image-2 0.03CNY call - -",
    ),
    (
        CNY,
        "套餐：\n日卡 9.9 元 30 刀\n周卡 49 元 每日 30 刀\n月卡 169 元 每日 30 刀\nClaude/Codex 通用，客服 V：birchapi",
        "subscription multi - 9.9CNY day - 0.0485; subscription multi - 49CNY week - 0.0343; subscription multi - 169CNY month - 0.0276",
    ),
    (
        CNY,
        "GPT-5.5 倍率 0.1，Claude Opus 4.8 倍率 1，Sonnet 4.6 倍率 0.6，1 人民币 = 2 美元额度",
        "relay openai gpt-5.5 - - 0.1 0.0074; relay anthropic claude-opus-4.8 - - 1 0.0735; relay anthropic claude-sonnet-4.6 - - 0.6 0.0441",
    ),
    (
        CNY,
        "【秒发】ChatGPT Plus 成品号 直登 质保首登\n4.80 元\n库存 532 件",
        "account openai chatgpt-plus 4.8CNY account - 0.0353",
    ),
    (
        CNY,
        "Claude Pro 一个月 成品号｜邮箱全套｜质保 7 天  ￥88.00  剩余 23",
        "account anthropic claude-pro 88CNY month - 0.6471",
    ),
    (
        CNY,
        "SuperGrok 月卡（自己号）¥65；SuperGrok 年卡 ¥320；Grok Heavy ¥900",
        "account xai supergrok 65CNY month - 0.3186; account xai supergrok 320CNY year - 0.1307; account xai supergrok-heavy 900CNY account - -",
    ),
    (
        CNY,
        "codex 额度卡：10刀 1.5元 / 50刀 6.8元 / 100刀 12.8元 / 500刀 58元",
        "credit openai - 1.5CNY pack - 0.0221; credit openai - 6.8CNY pack - 0.02; credit openai - 12.8CNY pack - 0.0188; credit openai - 58CNY pack - 0.0171",
    ),
    (
        CNY,
        "api 余额充值卡密 面值 $100 售价 ¥28 面值 $500 售价 ¥130，适用站点 nova.example",
        "credit - - 28CNY pack - 0.0412; credit - - 130CNY pack - 0.0382",
    ),
    (
        CNY,
        "出自用 Claude Max 20x 剩 18 天，原价 200 刀，600 出，可改绑邮箱",
        "account anthropic claude-max-20x 600CNY pack - -",
    ),
    (
        CNY,
        "ChatGPT Team 车位，28 元一个月，自己邮箱，掉了补，加 QQ 123123123",
        "subscription openai chatgpt-team 28CNY seat_month - 0.1373",
    ),
    (
        CNY,
        "Claude Max 20x 5 人车，每人 ¥330/月，还差 2 位，独立 key，V: car_pool9",
        "subscription anthropic claude-max-20x 330CNY seat_month - 1.2132",
    ),
    (
        CNY,
        "GPT Pro 拼车，四人一车，每人 380 每月，微信 pro4car",
        "subscription openai chatgpt-pro 380CNY seat_month - 1.1176",
    ),
    (
        CNY,
        "感谢 Birch API 赞助！Birch 提供 Claude / Codex / Gemini 中转，Claude 低至官方价 1.8 折，Codex 0.5 折。通过专属链接注册享首充 9 折：https://birch.example/?aff=xx",
        "relay anthropic - - - - 0.18; relay openai - - - - 0.05",
    ),
    (
        CNY,
        "[Oakline](https://oakline.example/i/GH) 提供稳定的 Claude Code 与 Codex API，价格为官方的 15%，新用户注册送 $2 试用额度。",
        "relay multi - - - - 0.15; free multi - - - - -",
    ),
    (
        CNY,
        "| 分组 | 倍率 | 说明 |\n|---|---|---|\n| default | 1 | 全模型 |\n| cc-max | 0.8 | Max 号池 |\n| codex | 0.1 | Plus 池 |\n充值 1 元 = 1 刀",
        "relay - - - - 1 0.1471; relay anthropic - - - 0.8 0.1176; relay openai - - - 0.1 0.0147",
    ),
    (
        CNY,
        "| 商品 | 价格 | 库存 |\n|---|---|---|\n| Claude Max 5x 月 | 520 | 4 |\n| Claude Max 20x 月 | 960 | 2 |\n| GPT Plus 首登 | 3.8 | 900 |",
        "account anthropic claude-max-5x 520CNY month - 0.7647; account anthropic claude-max-20x 960CNY month - 0.7059; account openai chatgpt-plus 3.8CNY account - 0.0279",
    ),
    (
        CNY,
        "claude-opus-4.8：输入 ¥6/M，输出 ¥30/M\ngpt-5.5：输入 ¥1/M，输出 ¥8/M\n按量计费，充多少用多少 https://tokenbay.example",
        "relay anthropic claude-opus-4.8 6CNY 1M_tokens - -; relay anthropic claude-opus-4.8 30CNY 1M_tokens - -; relay openai gpt-5.5 1CNY 1M_tokens - -; relay openai gpt-5.5 8CNY 1M_tokens - -",
    ),
    (
        CNY,
        "长期接 Plus 直充 118、Pro 直充 1180、Claude Max20x 直充 1280，走 iOS，10 分钟到账，q 3322114455",
        "account openai chatgpt-plus 118CNY account - 0.8676; account openai chatgpt-pro 1180CNY account - 0.8676; account anthropic claude-max-20x 1280CNY account - 0.9412",
    ),
    (
        CNY,
        "美区 iOS 代充：Claude Pro 145/月，Max 5x 720/月，Max 20x 1440/月；ChatGPT Plus 145/月",
        "account anthropic claude-pro 145CNY month - 1.0662; account anthropic claude-max-5x 720CNY month - 1.0588; account anthropic claude-max-20x 1440CNY month - 1.0588; account openai chatgpt-plus 145CNY month - 1.0662",
    ),
    (
        CNY,
        "gpt plus 90r 一个月 充自己号，max 20x 1350r，支持花呗",
        "account openai chatgpt-plus 90CNY month - 0.6618; account anthropic claude-max-20x 1350CNY account - 0.9926",
    ),
    (
        CNY,
        "裸 key：Anthropic 余额 100 刀的 320 元一个，OpenAI 余额 50 刀 90 元，先用后付 TG @keybird",
        "api_key anthropic - 320CNY pack - 0.4706; api_key openai - 90CNY pack - 0.2647",
    ),
    (
        CNY,
        "🔥 Codex 中转 0.05 一刀 🔥 纯 Plus 号池 🔥 不限并发 🔥 充值即用 t.me/fastcodex",
        "relay openai - 0.05CNY usd_credit - 0.0074",
    ),
    (
        CNY,
        "合作：Claude Max 号池 0.55/刀 起批 1000 刀，Codex 0.07/刀，账期 3 天，联系 bd@oakpool.example",
        "relay anthropic - 0.55CNY usd_credit - 0.0809; relay openai - 0.07CNY usd_credit - 0.0103",
    ),
]
