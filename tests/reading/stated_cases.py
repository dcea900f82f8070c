"""What texts state of their goods beside the price: a text, and for each offer what it states in order of names."""

from __future__ import annotations

STATED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Claude Max 20x｜土区礼品卡｜outlook邮箱成品号 质保7天 ¥580",
     ("delivery=ready mail_class=outlook region=TR warranty_days=7",)),
    ("ChatGPT Plus 美区 5月注册 json ¥12\nClaude Pro 菲律宾代充到自己号 ¥90\n全部质保15天",
     ("batch=--05 delivery=json region=US warranty_days=15", "delivery=top_up region=PH warranty_days=15")),
    ("GPT Plus 成品号 附rt ¥9", ("delivery=refresh_token",)),
    ("GPT Plus 满月号 域名邮箱注册 ¥8", ("batch=month-old mail_class=domain",)),
    ("GPT Plus 2026-03注册 老号 ¥19", ("batch=2026-03",)),
    ("GPT Plus 2024年注册 微软邮箱号 ¥19", ("batch=2024 mail_class=outlook",)),
    ("Claude Pro 印度区 ¥70\nClaude Pro 印度区 半年 ¥300", ("region=IN", "region=IN")),
    ("ChatGPT Plus account, registered March 2026, gmail account, Nigeria region $4, 30 days warranty",
     ("batch=2026-03 mail_class=gmail region=NG warranty_days=30",)),
    ("Claude Pro upgrade on your own email $12", ("delivery=top_up",)),
    ("ChatGPT Team seat, invite to your email, $3", ("delivery=invite",)),
    ("Аккаунт ChatGPT Plus, регион: Турция, почта outlook, 450 руб", ("mail_class=outlook region=TR",)),
    ("Claude Pro готовый аккаунт 900 руб, гарантия 14 дней", ("delivery=ready warranty_days=14",)),
    ("ChatGPT Plus chính chủ 1 tháng 199k", ("delivery=top_up",)),
    ("Selling 120k Claude Opus 4.6 conversations with reasoning traces from relay logs, $900",
     ("content=traces models=claude-opus-4.6 origin=relay_logs price_per_1000_records=7.5 USD records=120000",)),
    ("Selling preference pairs of GPT-5.5 and Claude Opus 4.6, DM for a sample",
     ("content=judged_pairs models=gpt-5.5 claude-opus-4.6",)),
)  # fmt: skip

NOT_STATED: tuple[str, ...] = (
    "Claude Max 20x ¥580 联系 someone@outlook.com",
    "GPT Plus 美元结算 ¥12",
    "Claude Pro 印刷级提示词 ¥70",
    "Claude Max 20x account $80, we are in India",
    "Claude Pro ¥90 https://pay.shop.example/item/art9",
    "Claude Pro ¥90 当月注册送积分活动 5月结束",
)
"""Texts whose offer states nothing of these."""
