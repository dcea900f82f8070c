"""Lists led by prices, one price for each of several, scales of pieces, what comes with a mailbox, what dollars buy, groups under a heading. A row: rates, words, what is read."""

from __future__ import annotations

from tests.reading.language_cases import rows_of

_ROWS = """
CNY=6.8 ~ 朋友公司多开的 GPT Team 席位，剩 2 个，65 元一个月，可长期续，vx gsdk2208 ~ subscription openai chatgpt-team 65CNY seat_month - 0.3186
CNY=6.8 ~ 大家好，我是小站站长，最近上游稳定了，codex 组降到 0.09，claude 组 0.55，充值还是 1 块 1 刀，欢迎来用 ~ relay openai - - - 0.09 0.0132; relay anthropic - - - 0.55 0.0809
CNY=6.8 ~ 很多朋友问 Max 怎么卖，统一回复：5x 拼车 95/月（四人车），20x 独享 1150/月，质保整月，掉了补。 ~ subscription anthropic claude-max-5x 95CNY seat_month - 0.5588; account anthropic claude-max-20x 1150CNY month - 0.8456
CNY=6.8 ~ 20x Max ¥999 | 5x Max ¥520 | Pro ¥128 | 支持自助下单 https://pay.ldxp.cn/shop/haozi88 ~ account anthropic claude-max-20x 999CNY account - 0.7346; account anthropic claude-max-5x 520CNY account - 0.7647; account anthropic claude-pro 128CNY account - 0.9412
 ~ 20x Max $45 | 5x Max $28 | Pro $9 — Claude, own email, 30 days warranty. DM @maxrack ~ account anthropic claude-max-20x 45USD account - 0.225; account anthropic claude-max-5x 28USD account - 0.28; account anthropic claude-pro 9USD account - 0.45
 ~ Claude plans: 5x — $55, 20x — $105, monthly, activated on your email. Telegram @tierdesk ~ account anthropic claude-max-5x 55USD month - 0.55; account anthropic claude-max-20x 105USD month - 0.525
CNY=6.8 ~ $1 = 7 credit，claude 0.3x，gpt 0.1x，满 10 刀起充 ~ relay anthropic - - - 0.3 -; relay openai - - - 0.1 -
CNY=6.8 ~ 现货：Plus 月卡成品 22，Plus 三个月 60，Team 子号 12，Pro 20x 880，Claude Pro 98，SuperGrok 35，都在 https://catfk.com/shop/kmkm11 ~ account openai chatgpt-plus 22CNY month - 0.1618; account openai chatgpt-plus 60CNY pack - 0.1471; subscription openai chatgpt-team 12CNY - - 0.0588; account openai chatgpt-pro 880CNY account - 0.6471; account anthropic claude-pro 98CNY account - 0.7206; account xai supergrok 35CNY account - 0.1716
CNY=6.8 ~ | 分组 | 元/刀 | / |---|---| / | Claude Max | 0.9 | / | Codex | 0.15 | ~ relay anthropic - 0.9CNY usd_credit - 0.1324; relay openai - 0.15CNY usd_credit - 0.0221
CNY=6.8 ~ 渠道 | ¥/$ | 稳定性 / Claude Max | 0.9 | 高 / Codex | 0.15 | 中 ~ relay anthropic - 0.9CNY usd_credit - 0.1324; relay openai - 0.15CNY usd_credit - 0.0221
RUB=72 ~ | Группа | ₽/$ | / |---|---| / | Claude | 12 | / | GPT | 5 | ~ relay anthropic - 12RUB usd_credit - 0.1667; relay openai - 5RUB usd_credit - 0.0694
CNY=6.8 ~ Claude API 中转 0.35 元/刀，GPT 0.12 元/刀，Gemini 0.2 元/刀，按量不过期，站点 api.qingsong-hub.com ~ relay anthropic - 0.35CNY usd_credit - 0.0515; relay openai - 0.12CNY usd_credit - 0.0176; relay google - 0.2CNY usd_credit - 0.0294
CNY=6.8 ~ 兑换码特价：10 刀 ¥4.5，50 刀 ¥20，100 刀 ¥38，300 刀 ¥105 ~ credit - - 4.5CNY pack - 0.0662; credit - - 20CNY pack - 0.0588; credit - - 38CNY pack - 0.0559; credit - - 105CNY pack - 0.0515
CNY=6.8 ~ 日卡 3.9 元（每天 30 刀）、周卡 19.9 元（每天 40 刀）、月卡 59 元（每天 50 刀），Codex 专用，不限并发 ~ subscription openai - 3.9CNY day - 0.0191; subscription openai - 19.9CNY week - 0.0105; subscription openai - 59CNY month - 0.0058
 ~ Plus 1 mo $7, 3 mo $19, 12 mo $65. Pro 1 mo $130. All on your own account, escrow ok, tg @gptladder ~ account openai chatgpt-plus 7USD month - 0.35; account openai chatgpt-plus 19USD pack - 0.3167; account openai chatgpt-plus 65USD year - 0.2708; account openai chatgpt-pro 130USD month - 0.65
 ~ Relay prices: Opus at 35% of official, Sonnet at 30%, GPT-5.5 at 12%. USDT top-up, min $10. https://nimbus-gate.example ~ relay anthropic claude-opus - - - 0.35; relay anthropic claude-sonnet - - - 0.3; relay openai gpt-5.5 - - - 0.12
 ~ | Plan | Price | / |---|---| / | Claude Pro | $12/mo | / | Claude Max 5x | $60/mo | / | Claude Max 20x | $115/mo | / Contact: @planshelf ~ account anthropic claude-pro 12USD month - 0.6; account anthropic claude-max-5x 60USD month - 0.6; account anthropic claude-max-20x 115USD month - 0.575
RUB=72.5 ~ Продаю: Plus 890₽/мес, Claude Pro 1250₽/мес, Max 5x 5400₽, Max 20x 9900₽. Гарантия месяц. @neuro_polka ~ account openai chatgpt-plus 890RUB month - 0.6138; account anthropic claude-pro 1250RUB month - 0.8621; account anthropic claude-max-5x 5400RUB account - 0.7448; account anthropic claude-max-20x 9900RUB account - 0.6828
CNY=6.8 ~ 接码 1.2 元/条起（Claude/GPT 通用），代过 KYC 60，代绑卡 25，有需要私 ~ service multi - 1.2CNY - - -; service multi - 60CNY - - -; service multi - 25CNY - - -
CNY=6.8 ~ 有没有一起拼 Claude Max 20x 的？四人车还差两位，每人 360 一个月，不超卖，加 v max4ren ~ subscription anthropic claude-max-20x 360CNY seat_month - 1.0588
CNY=6.8 ~ 为什么选我们？官方直连、0 掺假。Claude 全系 6 折，GPT 全系 3 折，开票加 6 个点。咨询微信 zhilian_kf ~ relay anthropic - - - - 0.6; relay openai - - - - 0.3
 ~ Why pay $200? Get Claude Max 20x from us for $95/month, on your own login. Reviews in channel. t.me/maxforless ~ account anthropic claude-max-20x 95USD month - 0.475
VND=26250 ~ Bảng giá tháng 11: Plus 1 tháng 320k, Plus 6 tháng 1tr7, Claude Pro 1 tháng 410k, Max x5 1 tháng 1tr9, Gemini Pro 1 năm 250k. Zalo 0912 445 667 ~ account openai chatgpt-plus 320000VND month - 0.6095; account openai chatgpt-plus 1700000VND pack - 0.5397; account anthropic claude-pro 410000VND month - 0.781; account anthropic claude-max-5x 1900000VND month - 0.7238; account google gemini-advanced 250000VND year - 0.0397
IDR=17944 ~ Price list: GPT Plus sharing 25rb/bln, GPT Plus private 110rb/bln, Claude Pro private 165rb/bln, Gemini Pro 1 thn 60rb. WA 0812-3344-5566 ~ subscription openai chatgpt-plus 25000IDR seat_month - -; account openai chatgpt-plus 110000IDR month - 0.3065; account anthropic claude-pro 165000IDR month - 0.4598; account google gemini-advanced 60000IDR year - 0.0139
CNY=6.8 recharge=0.5 ~ 各分组最新倍率：default 1 / codex-plus 0.2 / codex-pro 0.35 / cc-kiro 0.4 / cc-max 1.6 / gemini 0.5 ~ relay - - - - 1 0.0735; relay openai - - - 0.2 0.0147; relay openai - - - 0.35 0.0257; relay anthropic - - - 0.4 0.0294; relay anthropic - - - 1.6 0.1176; relay google - - - 0.5 0.0368
CNY=6.8 recharge=1 ~ 用户反馈昨天 opus 扣费异常，经查是缓存计费写错，已修复并返还。opus 分组继续 0.7 倍，sonnet 0.6 倍。 ~ relay anthropic claude-opus - - 0.7 0.1029; relay anthropic claude-sonnet - - 0.6 0.0882
CNY=6.8 ~ 一手货源招代理：Plus 拿货 9.5/个，Claude 普号 6/个，Max 5x 310，100 个起再谈，对接码 9k2mzz ~ account openai chatgpt-plus 9.5CNY account - 0.0699; account anthropic - 6CNY account - -; account anthropic claude-max-5x 310CNY account - 0.4559
CNY=6.8 ~ 🔥 AI ACCOUNTS / $6 ➤ ChatGPT Plus (1 month) / $9 ➤ Claude Pro (1 month) / Order: @keys_bot ~ account openai chatgpt-plus 6USD month - 0.3; account anthropic claude-pro 9USD month - 0.45
CNY=6.8 ~ 0.08 ➜ gpt 特价 / 0.5 ➜ claude kiro / 以上单位：元/官方刀 ~ relay openai - 0.08CNY usd_credit - 0.0118; relay anthropic - 0.5CNY usd_credit - 0.0735
CNY=6.8 ~ 额度兑换码（通用） / 10刀 4.9 / 50刀 22 / 100刀 42 ~ credit - - 4.9CNY pack - 0.0721; credit - - 22CNY pack - 0.0647; credit - - 42CNY pack - 0.0618
 ~ Any of these for $8/month: ChatGPT Plus, Claude Pro, SuperGrok. DM @eightbucks ~ account openai chatgpt-plus 8USD month - 0.4; account anthropic claude-pro 8USD month - 0.4; account xai supergrok 8USD month - 0.2667
IDR=17944 ~ ChatGPT Plus, Claude Pro, Gemini Advanced masing-masing Rp 110.000 ~ account openai chatgpt-plus 110000IDR account - 0.3065; account anthropic claude-pro 110000IDR account - 0.3065; account google gemini-advanced 110000IDR account - 0.3067
CNY=6.8 ~ GPT Plus 成品号批发 / 1个起 6.8元/个 / 10个起 6.2元/个 ~ account openai chatgpt-plus 6.8CNY account - 0.05; account openai chatgpt-plus 6.2CNY account - 0.0456
RUB=72.5 ~ Продаю баланс Anthropic Console: 100$ за 6 200 ₽ ~ credit anthropic - 6200RUB pack - 0.8552
CNY=6.8 recharge=7.3 ~ 本站分组一览（充值 1:1） / codex-低价 0.06x / cc-max 1.3x ~ relay openai - - - 0.06 0.0088; relay anthropic - - - 1.3 0.1912
CNY=6.8 ~ 【gpt 分组】0.11 / 【claude 分组】0.55 / 充值一比一 ~ relay openai - - - 0.11 0.0162; relay anthropic - - - 0.55 0.0809
CNY=6.8 ~ gpt-pro 分组倍率 0.32；team 分组 0.1 已关闭。充值比例 2:1（2 元 1 刀）。 ~ relay openai - - - 0.32 0.0941
CNY=6.8 recharge=1 ~ 各分组最新倍率：codex-plus 0.2 / codex-pro 0.35 / cc-max 1.6 / gemini 0.5 ~ relay openai - - - 0.2 0.0294; relay openai - - - 0.35 0.0515; relay anthropic - - - 1.6 0.2353; relay google - - - 0.5 0.0735
CNY=6.8 ~ 轻量版 19.9元/周 共 80刀 / 标准版 69元/月 共 350刀 / 只跑 codex 分组 ~ subscription openai - 19.9CNY week - 0.0366; subscription openai - 69CNY month - 0.029
CNY=6.8 recharge=1 ~ 注册即送 1 刀体验额度，绑定邮箱再送 1 刀，额度 7 天有效。 ~ free - - - - - -
IDR=17944 ~ Akun ChatGPT Plus Private 1 Bulan Garansi Full Rp 89.000 ~ account openai chatgpt-plus 89000IDR month - 0.248
CNY=6.8 ~ 20x Max ¥999 | 5x Max ¥520 | Pro ¥128 https://pay.ldxp.cn/shop/haozi88 ~ account anthropic claude-max-20x 999CNY account - 0.7346; account anthropic claude-max-5x 520CNY account - 0.7647; account anthropic claude-pro 128CNY account - 0.9412
CNY=6.8 ~ $1 = 7 credit，claude 0.3x，gpt 0.1x ~ relay anthropic - - - 0.3 -; relay openai - - - 0.1 -
 ~ Claude plans: 5x — $55, 20x — $105, monthly, activated on your email. Telegram @tierdesk ~ account anthropic claude-max-5x 55USD month - 0.55; account anthropic claude-max-20x 105USD month - 0.525
 ~ OpenAI SMS verification, real SIM: $0.35 per code, bulk 500+ at $0.25. @simhatch_bot ~ service openai - 0.35USD - - -; service openai - 0.25USD - - -
 ~ Persona/KYC pass for Claude and OpenAI accounts, done in 2h, $22 flat. Refund if rejected. ~ service multi - 22USD - - -
VND=26250 ~ API Claude rẻ nhất, chỉ 2.6k/1$, nạp từ 50k, đăng ký tại https://apire.example.vn ~ relay anthropic - 2600VND usd_credit - 0.099
IDR=17944 ~ Jual kredit API Claude 100$ cuma 550rb, pakai base url kami ~ credit anthropic - 550000IDR pack - 0.3065
CNY=6.8 ~ 重要：站内货币改为美元计价，1 美元额度售价 0.6 元 ~ credit - - 0.6CNY usd_credit - 0.0882
BRL=5.4 ~ 💜 TABELA AI / ChatGPT Plus 30 dias — R$ 29,90 / Claude Pro 30 dias — R$ 44,90 / Claude Max 5x 30 dias — R$ 249,00 / Pagou, recebeu. Pix na hora. ~ account openai chatgpt-plus 29.9BRL month - 0.2769; account anthropic claude-pro 44.9BRL month - 0.4157; account anthropic claude-max-5x 249BRL month - 0.4611
RUB=72.5 ~ Claude через API, пополнение баланса: / 10$ — 290 ₽ / 50$ — 1 350 ₽ / Ключ выдаётся сразу ~ credit anthropic - 290RUB pack - 0.4; credit anthropic - 1350RUB pack - 0.3724
CNY=6.8 ~ 几个站的二手额度转让： / A站 剩 320 刀，60 元出 / B站 剩 85 刀，20 元出 / 都是 codex 可用 ~ credit openai - 60CNY pack - 0.0276; credit openai - 20CNY pack - 0.0346
CNY=6.8 recharge=1 ~ 公告：即日起 gpt-image-2 改为按次计费 0.12 元/张，claude 分组维持 0.7，codex 降至 0.09 ~ relay openai gpt-image-2 0.12CNY call - -; relay anthropic - - - 0.7 0.1029; relay openai - - - 0.09 0.0132
CNY=6.8 recharge=7.3 ~ 因成本上涨，cc-max 由 0.22 上调至 0.28，cc-aws 0.45 不变，codex-pro 下调至 0.05 ~ relay anthropic - - - 0.28 0.3006; relay anthropic - - - 0.45 0.4831; relay openai - - - 0.05 0.0537
CNY=6.8 ~ 本站充值 1 元 = 1 美元额度，Claude 官转 3.5 倍、Max 号池 0.9 倍、Kiro 逆向 0.3 倍，GPT Plus 池 0.1 倍，Pro 池 0.2 倍 ~ relay anthropic - - - 3.5 0.5147; relay anthropic - - - 0.9 0.1324; relay anthropic - - - 0.3 0.0441; relay openai - - - 0.1 0.0147; relay openai - - - 0.2 0.0294
CNY=6.8 ~ 【PLUS 成品】iOS 土区订阅 质保30天 / ¥42.8  库存 16 / 星河数码 / https://pay.ldxp.cn/item/p3xk9d ~ account openai chatgpt-plus 42.8CNY account - 0.3147
CNY=6.8 ~ 🔋 500刀 Claude 额度卡 ¥168 库存 3 / 🔋 1000刀 Claude 额度卡 ¥320 库存 1 ~ credit anthropic - 168CNY pack - 0.0494; credit anthropic - 320CNY pack - 0.0471
CNY=6.8 ~ GPT-5.5 输入 1.2 元/百万，输出 7 元/百万；Claude Sonnet 4.6 输入 4 元/百万，输出 20 元/百万 ~ relay openai gpt-5.5 1.2CNY 1M_tokens - -; relay openai gpt-5.5 7CNY 1M_tokens - -; relay anthropic claude-sonnet-4.6 4CNY 1M_tokens - -; relay anthropic claude-sonnet-4.6 20CNY 1M_tokens - -
CNY=6.8 ~ 龙虾专用 claude 接口，官方 4 折，走量 3.5 折，支持开票 ~ relay anthropic - - - - 0.4; relay anthropic - - - - 0.35
CNY=6.8 ~ 感谢 云桥API 赞助本项目！云桥提供 Claude 全系 2.8 折、GPT 全系 0.6 折，注册送 2 美元额度：https://yunqiao-api.example/register?aff=P9x2 ~ relay anthropic - - - - 0.28; relay openai - - - - 0.06; free multi - - - - -
CNY=6.8 ~ OpenAI 组织号 tier5 带 key 余额 $1000，¥2100，只剩一个 ~ api_key openai - 2100CNY pack - 0.3088
CNY=6.8 ~ 合租 ChatGPT Pro 20x，五人一车，300 每人每月，目前缺两位，QQ 1203987764 ~ subscription openai chatgpt-pro 300CNY seat_month - 1.1029
CNY=6.8 ~ 体验卡 9.9 元 20 刀（7 天），标准卡 39 元 100 刀，至尊卡 299 元 900 刀，卡密自动发货 ~ credit - - 9.9CNY pack - 0.0728; credit - - 39CNY pack - 0.0574; credit - - 299CNY pack - 0.0489
CNY=6.8 ~ gpt plus 一个月直充 85r 起，三个月 240r，需要提供账号密码，半小时内到 ~ account openai chatgpt-plus 85CNY month - 0.625; account openai chatgpt-plus 240CNY pack - 0.5882
CNY=6.8 ~ claude-opus-4.8 0.6x｜claude-sonnet-4.6 0.5x｜gpt-5.5 0.12x｜充 1 得 1 刀 ~ relay anthropic claude-opus-4.8 - - 0.6 0.0882; relay anthropic claude-sonnet-4.6 - - 0.5 0.0735; relay openai gpt-5.5 - - 0.12 0.0176
 ~ Claude Max 20x — $89 (own account) / $62 (ready account), 1 month, replacement 14 days ~ account anthropic claude-max-20x 89USD month - 0.445; account anthropic claude-max-20x 62USD month - 0.31
 ~ API credits: $50 for $9, $100 for $16, $500 for $70. Claude + GPT + Gemini, no expiry ~ credit multi - 9USD pack - 0.18; credit multi - 16USD pack - 0.16; credit multi - 70USD pack - 0.14
 ~ ChatGPT Plus: 1m $6.5 | 3m $18 | 6m $34 | 12m $62 ~ account openai chatgpt-plus 6.5USD month - 0.325; account openai chatgpt-plus 18USD pack - 0.3; account openai chatgpt-plus 34USD pack - 0.2833; account openai chatgpt-plus 62USD year - 0.2583
 ~ Group multipliers (recharge $1 = $1): claude 0.5, claude-aws 0.9, gpt 0.15, gemini 0.3 ~ relay anthropic - - - 0.5 0.5; relay anthropic - - - 0.9 0.9; relay openai - - - 0.15 0.15; relay google - - - 0.3 0.3
 ~ Selling Claude Team seats ($18/mo each, min 5) and one Claude Max 5x ($55/mo), business invoice possible. sales@seatworks.example ~ subscription anthropic claude-team 18USD seat_month - -; account anthropic claude-max-5x 55USD month - 0.55
 ~ Claude at 60% off, GPT at 85% off, Gemini at 70% off list. Pay as you go. https://thirdrail.example ~ relay anthropic - - - - 0.4; relay openai - - - - 0.15; relay google - - - - 0.3
 ~ 100k Claude Opus conversations, cleaned JSONL, $700. Agent traces: $9 per 1k. Sample on request, @datamill ~ dataset anthropic - 700USD pack - -; dataset anthropic - 9USD - - -
 ~ KYC verification for Claude $18, OpenAI phone verification $1.2, Gemini student verification $6 ~ service anthropic - 18USD - - -; service openai - 1.2USD - - -; service google - 6USD - - -
RUB=72.5 ~ Claude Pro 1 мес — 1350 ₽, 3 мес — 3800 ₽, год — 13900 ₽. На ваш аккаунт. @claudoshop ~ account anthropic claude-pro 1350RUB month - 0.931; account anthropic claude-pro 3800RUB pack - 0.8736; account anthropic claude-pro 13900RUB year - 0.7989
CNY=6.8 recharge=0.5 ~ 双十二活动：充值 100 以上 8 折，claude-max 倍率 1.2 不变 ~ relay anthropic - - - 1.2 0.0882
CNY=6.8 ~ Claude 0.45 元一刀，GPT 0.15 元一刀，Grok 0.2 元一刀，支持企业对公 ~ relay anthropic - 0.45CNY usd_credit - 0.0662; relay openai - 0.15CNY usd_credit - 0.0221; relay xai - 0.2CNY usd_credit - 0.0294
CNY=6.8 ~ 官方价 15 折起（GPT）、3 折（Claude），首充再送 10% ~ relay openai - - - - 0.15; relay anthropic - - - - 0.3
CNY=6.8 ~ ChatGPT Plus 年卡 ¥980 / Claude Pro 年卡 ¥1050 / Gemini Pro 年卡 ¥58 ~ account openai chatgpt-plus 980CNY year - 0.6005; account anthropic claude-pro 1050CNY year - 0.6434; account google gemini-advanced 58CNY year - 0.0356
CNY=6.8 ~ 求求别再问了，Max 20x 现在 1050，Max 5x 550，Pro 120，统一质保 25 天，下单找 @aimaster_kf ~ account anthropic claude-max-20x 1050CNY account - 0.7721; account anthropic claude-max-5x 550CNY account - 0.8088; account anthropic claude-pro 120CNY account - 0.8824
CNY=6.8 ~ 【特惠】ChatGPT Team 月付席位 ¥18/席，独立邮箱，开通即用 ~ subscription openai chatgpt-team 18CNY seat_month - 0.0882
CNY=6.8 ~ SuperGrok 会员一个月 ¥38 三个月 ¥99，直充您的推特账号 ~ account xai supergrok 38CNY month - 0.1863; account xai supergrok 99CNY pack - 0.1618
CNY=6.8 ~ 注册送 0.5 刀，邀请好友返 10%，claude 组 0.9 倍、充值 0.6 元 1 刀 ~ free anthropic - - - - -; relay anthropic - - - 0.9 0.0794
 ~ Plus accounts: $4 (no mail access), $5.5 (full access), $7 (own email). Min order 3. @plusvault ~ account openai chatgpt-plus 4USD account - 0.2; account openai chatgpt-plus 5.5USD account - 0.275; account openai chatgpt-plus 7USD account - 0.35
 ~ Claude Max 20x — 1 week $25, 1 month $90. Personal login, no sharing. Crypto only. @weeklymax ~ account anthropic claude-max-20x 25USD week - -; account anthropic claude-max-20x 90USD month - 0.45
 ~ Get 1 year of Gemini Advanced for $12 or ChatGPT Plus for $70. Activation on your account within 10 minutes. ~ account google gemini-advanced 12USD year - 0.05; account openai chatgpt-plus 70USD year - 0.2917
 ~ $10 gets you $45 of usage, $25 gets you $120. Works for Claude Code and Codex. https://usagehub.example ~ credit multi - 10USD pack - 0.2222; credit multi - 25USD pack - 0.2083
 ~ Thanks to our sponsor ModelBay: Claude at 55% of list price, OpenAI at 40%, sign up with code DEV10 for 10% extra. https://modelbay.example/?ref=dev ~ relay anthropic - - - - 0.55; relay openai - - - - 0.4
EUR=0.86 ~ ChatGPT Plus 1 Monat 11 €, 3 Monate 30 €, 12 Monate 105 €. Eigenes Konto, PayPal F&F. Telegram @kiladen ~ account openai chatgpt-plus 11EUR month - 0.6395; account openai chatgpt-plus 30EUR pack - 0.5814; account openai chatgpt-plus 105EUR year - 0.5087
BRL=5.3 ~ Claude Pro R$ 59/mês, Claude Max 5x R$ 290/mês, ChatGPT Plus R$ 45/mês. Ativo no seu e-mail. Zap +55 11 90000-1234 ~ account anthropic claude-pro 59BRL month - 0.5566; account anthropic claude-max-5x 290BRL month - 0.5472; account openai chatgpt-plus 45BRL month - 0.4245
CNY=6.8 ~ Google One AI Pro 2TB 一年 ¥58，自己号激活 ~ account google gemini-advanced 58CNY year - 0.0356
CNY=6.8 ~ 谷歌 Gemini Pro 会员 12 个月 成品号 ¥15 ~ account google gemini-advanced 15CNY year - 0.0092
 ~ Google AI Pro 12 months $14, activated on your Gmail ~ account google gemini-advanced 14USD year - 0.0584
 ~ xAI SuperGrok yearly plan $79 ~ account xai supergrok 79USD year - 0.2194
USDT=1 ~ GPT Plus logins, fresh today / 1-49: 0.9 each / 50-199: 0.8 each / 200+: 0.7 each / all prices in usdt ~ account openai chatgpt-plus 0.9USDT account - 0.045; account openai chatgpt-plus 0.8USDT account - 0.04; account openai chatgpt-plus 0.7USDT account - 0.035
 ~ WTS Gemini Pro 1 year. 1-9 = $5, 10-49 = $4, 50+ = $3. tg @gemshelf9 ~ account google gemini-advanced 5USD year - 0.0208; account google gemini-advanced 4USD year - 0.0167; account google gemini-advanced 3USD year - 0.0125
EUR=0.9 ~ Cuentas Claude Pro: 1-4: 15, 5-9: 13, 10+: 11 euros. Telegram @cuentasaqui ~ account anthropic claude-pro 15EUR account - 0.8333; account anthropic claude-pro 13EUR account - 0.7222; account anthropic claude-pro 11EUR account - 0.6111
 ~ WTS aged SuperGrok, 9 apiece, at least 3. tg @oldgrok_desk ~ account xai supergrok 9USD account - 0.3
CNY=6.8 ~ 分组 元/刀 / claude 0.9 / gpt 0.2 / QQ群 731902846 ~ relay anthropic - 0.9CNY usd_credit - 0.1324; relay openai - 0.2CNY usd_credit - 0.0294
VND=26250 ~ Bảng giá đ/$ / Claude 4.500 / Codex 1.200 ~ relay anthropic - 4500VND usd_credit - 0.1714; relay openai - 1200VND usd_credit - 0.0457
RUB=72.5 ~ Группа ₽/$ / Claude Kiro 18 / Codex 6 / Пополнение от 300 ₽. @shlyuz_kassa_bot ~ relay anthropic - 18RUB usd_credit - 0.2483; relay openai - 6RUB usd_credit - 0.0828
CNY=6.8 ~ 独享 带邮箱 ¥45 / ChatGPT Plus 月卡 ~ account openai chatgpt-plus 45CNY month - 0.3309
CNY=6.8 ~ 全新独享，附带邮箱密码，一个月 ¥88，支持 Claude Pro。VX claudehao71 ~ account anthropic claude-pro 88CNY month - 0.6471
CNY=6.8 ~ Claude Pro 月付 独享 送邮箱 ¥120 质保30天 ~ account anthropic claude-pro 120CNY month - 0.8824
"""

CASES = rows_of(_ROWS)
