"""Buyers, askers, peers and judges of the market who name prices and sell nothing, in words of our own. A row: rates, words."""

from __future__ import annotations

from tests.reading.language_cases import rows_of

_NOTHING = """
CNY=6.8 ~ 刚在某鱼看到有人挂 Claude Max 20x 成品号 460，点进去一看评价全是封号的，还是算了。
CNY=6.8 ~ 想入 ChatGPT Plus，土区 499 里拉和美区 20 刀哪个划算？微信能开票的更好。
CNY=6.8 ~ 收 Claude Pro 或者 Max 5x 的号，带邮箱最好，5x 出到 420，有的加微信 mei_shou88。
CNY=6.8 ~ 蹲一个 Max 20x 车位，三人车优先，预算 450 左右，QQ 3387612098
CNY=6.8 ~ 有偿求 GPT Team 土区拼车方法，能教我的给 50 元红包，tg @learnteam
CNY=6.8 ~ 用了两个月的某中转，opus 分组从 0.8 倍率一路涨到 1.6，充的 500 块一周就没了，客服在 TG 上已读不回。
CNY=6.8 ~ 【避坑】t.me/fastgpt_store 这家买的 Plus 28 元，第二天就掉，找售后直接拉黑，大家别去。
CNY=6.8 ~ 我同事上个月花 380 在淘宝买的 Max 5x，用到第九天被封，卖家说质保只保首登。
CNY=6.8 ~ 做了个表统计 12 家中转的 Codex 倍率：最低 0.06，最高 0.35，平均 0.14，原始数据在我的仓库 github.com/qiubai/relay-rank
CNY=6.8 ~ 请教：站里写 1:1 充值、codex 0.12 倍，换算下来一刀官方额度是 0.12 元吗？
CNY=6.8 ~ 今天 A 社又大封号，群里好几个站 max 分组都从 1.0 调到 1.5 了，你们那边呢
CNY=6.8 ~ 本人长期回收 ChatGPT Plus 成品号，单个 8-12 元，量大可谈，飞机 @huishou_plus
CNY=6.8 ~ 求购：Claude API 余额，五折以内收，微信 sgapi2026 备注余额
CNY=6.8 ~ 原来 Claude Pro 年付是 200 美元，折下来一个月 16.67，比月付便宜 17%。
CNY=6.8 ~ Anthropic 官方定价（每百万 token）：Opus 4.8 输入 5 美元，输出 25 美元；Sonnet 4.6 输入 3 美元，输出 15 美元。批处理五折。
CNY=6.8 ~ 警惕低价 AI 代充陷阱：记者调查发现，二手平台上标价 15 元的“ChatGPT Plus 代充”多为盗刷信用卡，买家账号最终被封。
CNY=6.8 ~ 某高校学生王某以每个 3 元收购同学手机号注册 ChatGPT，再以 20 元转卖，已被警方行政处罚。
CNY=6.8 ~ 讲个笑话，花 39 块买的一年 Gemini Pro，到手发现是试用一个月
CNY=6.8 ~ 大家现在中转都用哪家？我之前那家 0.3 倍的跑路了，求推荐稳定的，最好能开发票
CNY=6.8 ~ new-api 的分组倍率怎么设置？我想让 vip 组 0.8，default 组 1.0，充值 1 元给 1 刀，在哪填？
CNY=6.8 ~ 站长们注意，最近有人用盗刷卡充 500 元套走 1:10 赠金，已经第三起了，邮箱都是 hdmail.cc
CNY=6.8 ~ 你好，我昨天下单的 Claude Max 5x（订单号 20261103887），付款 399 元，现在还没发货，麻烦处理一下。
CNY=6.8 ~ 好评！买的 Plus 月卡 32 元，秒发货，用了 20 天没掉，客服态度也好，下次还来。
CNY=6.8 ~ 买家评价：★★★★☆ 号不错，就是 5x 的额度比想象中少，380 有点贵。
CNY=6.8 ~ 群公告：禁止在本群发布任何账号买卖信息，包括 Plus 20 元、Max 拼车之类，违者踢出。
CNY=6.8 ~ 【招聘】AI API 中转运营，底薪 6k+提成，熟悉 new-api、会处理工单，简历发 hr@lanyuntech.cn
CNY=6.8 ~ 抽 5 位群友送 ChatGPT Plus 月卡（价值 140 元），转发后加群 773920145 参与
CNY=6.8 ~ 记一次省钱经历：公司原来每月给 Claude Team 付 150 刀×6 席，改成 API 按量以后只要 310 刀。
CNY=6.8 ~ 我把 one-api 搭在腾讯云轻量 68 元一年的机器上，上游接的官 key，下面是完整教程，不懂的可以留言。
CNY=6.8 ~ 为什么 Plus 代充能做到 60 块？拆解一下：菲区定价 999 比索，礼品卡 85 折拿，再扣手续费，成本约 55。
CNY=6.8 ~ 系统维护公告：11 月 26 日凌晨 2 点升级数据库，届时 claude、codex 分组不可用约 30 分钟。
CNY=6.8 ~ 由于上游涨价，预计下周 claude-max 分组倍率会到 1.8 左右，大家提前做好准备。
CNY=6.8 ~ 免责声明：本项目仅供学习交流，请勿用于出售 API 额度，¥1=$1 仅为示例配置。
CNY=6.8 ~ 表格里“¥39/100刀”那一列是我手抄的各家卡价，别来问我买，我不卖。
CNY=6.8 ~ 刷到一个帖子说 Claude Max 20x 在尼区只要 900 多，真的假的？有实操过的吗
CNY=6.8 ~ 转让一台 Mac mini M4，2800 元，送半年视频会员，可跑本地模型，当面交易。
CNY=6.8 ~ 剪映 SVIP 年卡 98 元，网盘会员 15 元一月，百度文库 9.9，加微 yulehui01
CNY=6.8 ~ GPT-5.5 输出 10 刀/M，Opus 4.8 25 刀/M，我测下来写同一个项目分别花了 3.2 刀和 7.9 刀，质量差不多。
CNY=6.8 ~ Windows 11 激活码 12 元，Office 365 家庭版车位 68/年，Steam 礼品卡 95 折
CNY=6.8 ~ 楼主这个价格不对吧，我上周问的客服还是 0.25 倍率，今天怎么变 0.4 了？
CNY=6.8 ~ 他们家 Max 组标 1.2 倍，实际扣费按 2 倍算，我对过账单，差了 37 刀。
CNY=6.8 ~ 中介说 90 块就能包过 KYC，把身份证照片发过去以后人就没影了。
CNY=6.8 ~ 各位，deepseek 官方 api 充 100 赠 10 的活动是不是结束了？
CNY=6.8 ~ 预算 200 一个月，写代码为主，Claude Pro、Cursor 还是 Codex Plus？大佬指点
CNY=6.8 ~ OpenAI 面向印度推出 ChatGPT Go，月费 399 卢比，12 个月免费促销截至年底。
CNY=6.8 ~ 【已解决】充值 50 元未到账，联系客服 QQ 2081193345 补发，谢谢站长
CNY=6.8 ~ 友情提醒，最近冒充本店的骗子很多，我店唯一微信 dahai_ai，凡是低于 300 卖 Max 的都是假的。
CNY=6.8 ~ 分享一份 Claude Max 5x 一个月真实账单：官方 100 美元，等值 API 用量 1,240 美元，回本 12 倍。
CNY=6.8 ~ 大学生认证 Gemini Pro 免费一年教程：1. 注册 edu 邮箱 2. 打开学生页面 3. 绑卡验证 4. 领取
CNY=6.8 ~ 店铺等级：金牌会员消费满 1000 元享 95 折，钻石会员满 5000 元享 9 折，积分可抵现。
 ~ Anyone here bought Claude Max from those Telegram sellers for $60? Legit or carded?
 ~ WTB: Claude Max 20x, up to $110/month, escrow only. Telegram @buyer_kit
 ~ [B] Looking for aged ChatGPT Plus accounts, paying $4 each for 50+, Discord pixelbuyer
 ~ Got banned after nine days on a $45 "Max" account from g2g. Seller ghosted me, chargeback filed.
 ~ Review: I've used relay X for a month. 0.3x of official on Opus, but about one in five calls silently goes to Haiku. Not renewing my $50 top-up.
 ~ PSA: that "80% off Claude API" site (cheapclaude.top) logs your prompts. I confirmed it with canary tokens.
 ~ How does a reseller offer GPT Plus at $3? Short answer: stolen cards and regional pricing. Long answer below.
 ~ We pay $25 per seat for Claude Team and $20 for ChatGPT Business; finance asks which to keep.
 ~ FunPay review: 5 stars, fast delivery, Plus account for $6 works as described.
 ~ Order #88213: Claude Pro 1 month, $11. Status: refunded. Reason: account suspended by provider.
 ~ Pricing update: starting December 1, ChatGPT Plus in the EU will be €23 per month including VAT.
 ~ Anthropic's Max plan costs $100 for 5x and $200 for 20x. Usage resets every five hours.
 ~ Our study tracked 214 listings of ChatGPT Plus; the median ask fell from $9 to $4.50 within a quarter.
 ~ Hiring: support agent for AI API gateway, $6/hour remote, must know new-api. Mail jobs@routehive.example
 ~ Is it normal that group ratio shows 2.5 and I'm billed $0.12 for one Opus call? Support on Telegram doesn't answer.
 ~ Giveaway! 3x Claude Pro 1-month (worth $20 each). Join https://discord.gg/k3fZpq and react to enter.
 ~ LiteLLM config: set `input_cost_per_token: 0.000005` for claude-opus-4.8 and add a 0.5x discount for the cache tier.
 ~ Marketplace rules: listings of shared ChatGPT Plus under $3 will be removed; repeat sellers lose their deposit of $50.
 ~ Don't trust @claude_deals_bot, paid 30 USDT for Max and got a dead session cookie.
 ~ The seller told me Max 20x "lifetime" for $90. There is no lifetime plan. Reported.
 ~ Selling my RTX 3090 for $600, great for local LLMs when Claude limits hit. Pickup in Austin, text 512-555-0148
 ~ Netflix Premium $3/mo, Spotify $2/mo, NordVPN $15/yr. DM @streamkeys
 ~ What do you all pay? I split Max with two friends, comes to $67 each.
 ~ ISO 2 people to test a new Claude Code plugin, free. DM me.
 ~ Changelog v0.9: support prices like "$5 / 100刀", parse 0.2x multipliers, fix CNY rounding.
RUB=72.5 ~ Кто брал Claude Max через посредников за 7000 рублей, долго живёт?
RUB=72.5 ~ Ищу надёжного продавца ChatGPT Plus, до 1500 ₽, писать в телеграм @ilya_ishet
RUB=72.5 ~ Отзыв: купил Plus за 1200, через неделю слетел, поддержка молчит. Не советую @gptdeshevo
RUB=72.5 ~ С декабря ChatGPT Plus подорожает до 23 евро, сообщает компания.
VND=26250 ~ Có ai mua Claude Max 1tr2 ở mấy shop trên Tele chưa, có bị khóa không ạ
VND=26250 ~ Mình cần mua 2 acc ChatGPT Plus chính chủ, tầm 350k, ib Zalo 0903 112 778
IDR=17944 ~ Ada yang pernah langganan Claude Pro lewat reseller 120rb? Aman nggak?
EUR=0.86 ~ Hat jemand Erfahrung mit Claude-Max-Zugängen für 40 € aus Telegram? Seriös?
EUR=0.86 ~ ¿Alguien ha comprado ChatGPT Plus por 5 € en Telegram? ¿Os duró?
BRL=5.3 ~ Comprei o Plus por R$ 25 no grupo e caiu em três dias, vendedor sumiu.
TRY=45 ~ Claude Pro'yu 250 liraya satanlardan alan oldu mu, güvenilir mi?
JPY=152 ~ メルカリで ChatGPT Plus が月500円で出てたけど、これ大丈夫なやつ?
KRW=1420 ~ 챗GPT 플러스 5천원에 파는 거 사 보신 분 계신가요? 정지 안 당하나요
EGP=51.3 ~ حد جرب يشتري ChatGPT Plus بـ 150 جنيه من التليجرام؟ مضمون ولا لأ
THB=33 ~ มีใครเคยซื้อ ChatGPT Plus 99 บาทจากกลุ่มไหม ปลอดภัยไหมครับ
CNY=6.8 ~ 家人们谁懂啊，拼了个 Max 车，车主第三天把密码改了，58 块打水漂
CNY=6.8 ~ 比价：A 家 Plus 28，B 家 32，C 家 25 但只质保三天，最后我选了 B 家
CNY=6.8 ~ 整理了一份国内可用的 AI 订阅渠道，官方 Plus 140/月、苹果内购土区约 90/月、礼品卡约 110/月，仅供参考
CNY=6.8 ~ 群里 @所有人 严禁私下交易，管理员不会主动加你卖 99 的 Plus，遇到直接举报
CNY=6.8 ~ 想问下各位，Claude Max 5x 一天大概能用多少刀的额度，值不值 100 刀
CNY=6.8 ~ 中转站运营复盘：10 月流水 3.2 万，上游成本 1.9 万，codex 分组 0.1 倍率基本不赚钱，靠 claude 分组 0.8 倍养着
CNY=6.8 ~ 我的 Plus 到期了，原价续 20 美元太贵，你们都怎么续的？
CNY=6.8 ~ 【科普】什么是倍率？站点充值 1:1 时，0.2 倍率意味着官方 1 美元的用量只扣 0.2 元。
CNY=6.8 ~ 面试题：某站充值比例 0.5:1，分组倍率 1.2，用户调用官方价 3 美元，问实际花费多少人民币？
CNY=6.8 ~ 今年 3 月，被告人李某从境外论坛以每组 2 美元购入 Claude 账号，再以 35 元加价出售，非法获利 12 万余元。
CNY=6.8 ~ 更新：退款已到账，298 元全退，卖家态度还行，号确实是封了，给大家参考
CNY=6.8 ~ 求助，用 Plus 号走 codex 反代一直 401，号是 20 块买的成品，是不是要换 token
CNY=6.8 ~ 招募合伙人：AI 中转项目，目前日活 800，月流水 6 万，出资 5 万占股 10%，微信 hezuo_ai2026
CNY=6.8 ~ 求一个靠谱的 team 车主，长期坐，价格 30 以内，之前那家炸了
CNY=6.8 ~ 本店公告：双十二期间客服值班时间 9:00-23:00，Plus 类商品发货可能延迟 2 小时，请耐心等待。
CNY=6.8 ~ 对比一下：官 key 1 刀=6.8 元，A 站 0.9 元/刀，B 站 0.35 元/刀，但 B 站掺水严重，别图便宜。
CNY=6.8 ~ 二手 MacBook Pro M3 8600 出，里面装了 Claude Code 环境，附发票
CNY=6.8 ~ 提问模板：1. 站点名称 2. 充值比例（如 1:1） 3. 分组倍率（如 0.3） 4. 报错截图
CNY=6.8 ~ 谁有 Claude Pro 的 7 天试用邀请？出 10 块
CNY=6.8 ~ 代理群截图流出：Plus 拿货价 6 元，零售卖 25，一个月净赚两万，这行真的暴利
CNY=6.8 ~ 如何辨别掺水中转：同一提示词跑 20 次，看 token 计费，正常站 0.6 倍左右，低于 0.1 倍的基本是别的模型。
CNY=6.8 ~ 家里小孩用的 ChatGPT Plus 每个月 158 自动扣款，怎么取消？
CNY=6.8 ~ 【转让域名】aigate.cn 价格 3 万，适合做 AI 中转站，qq 88123906
CNY=6.8 ~ 新手问：卡密充值后余额显示 $50，但 claude 分组一次对话扣了 $0.8，正常吗？
CNY=6.8 ~ 这周跑了 4 亿 token，按官方价得 2100 刀，实际只掏了 96 块，感谢某不知名小站
CNY=6.8 ~ 抵制涨价！上个月 0.08，这个月 0.12，下个月是不是要 0.2？
CNY=6.8 ~ 工单 #4471：用户称充值 100 元仅到账 80 刀，核实后为活动规则理解有误，已关闭。
CNY=6.8 ~ 转发：国家网信办通报三起倒卖境外 AI 账号案例，最高罚款 10 万元
CNY=6.8 ~ 有没有公益站推荐，每天签到给 1 刀那种就够用了
CNY=6.8 ~ 分析师认为，ChatGPT 若推出 8 美元的低价套餐，灰产账号市场将萎缩三成
CNY=6.8 ~ 买号前必看：1）要绑定自己邮箱；2）Max 低于 300 的别碰；3）先验后付
CNY=6.8 ~ 说个冷知识，Claude Team 最低 5 席，一席 25 刀年付、30 刀月付，比 Pro 只多 25% 用量
 ~ Thread: what is your monthly AI bill? Mine is $20 Plus + $100 Max + about $35 API.
 ~ TIL you can expense Claude Max; my company reimburses $100 a month.
 ~ I run a small relay as a hobby; margins are thin: I buy at 0.08 and people expect 0.1. AMA.
 ~ Dispute closed: buyer paid $22 for ChatGPT Plus 3 months, item stopped working after 5 days, full refund issued.
 ~ The economics of account pools: one Max 20x ($200) can serve 15 users at $30 each. That is why they exist.
 ~ Looking at price history, Plus top-ups on FunPay went from 1900 to 1350 rubles since spring.
 ~ If someone DMs you "Claude Max 80% off, pay in USDT", it's a scam. Admins never DM first.
 ~ Bounty: $150 to whoever finds why our gateway reports 1.5x the official token count.
 ~ New policy: vendors must hold a $200 deposit and may list at most 20 ChatGPT accounts.
 ~ Feature request: allow a custom multiplier per group, e.g. 0.35 for claude, 0.1 for gpt.
 ~ Comparison table — OpenRouter: list price + 5.5% fee; Relay A: 0.4x; Relay B: 0.25x (dubious).
 ~ My ChatGPT Plus renewal failed, card declined twice. Is there any other way to pay $20 from Iran?
 ~ Class action: subscribers say the $200 plan silently cut Opus limits by half in September.
 ~ Trusted seller badge revoked: @plus_wholesale delivered 14 dead accounts ($4 each) in one week.
 ~ We replaced three $20 Plus seats with one API key and a LibreChat instance; bill dropped to $19.
 ~ Need a Claude Max 20x for one month only, can go up to 90 USDT, must be on my own email.
 ~ Where do these 0.1x relays get their tokens? Someone on HN traced one to hacked Bedrock accounts.
 ~ Exchange: I have Cursor Pro till March, want ChatGPT Plus, no money, just swap. DM.
 ~ Free course: build your own API relay with new-api, includes a section on pricing groups (0.5x, 1x, 2x).
 ~ Selling used office chairs, $40 each, and a whiteboard with our old ChatGPT prompts on it, free.
RUB=72.5 ~ Обзор: сравнил три магазина, Plus от 990 до 1490 ₽, у двух гарантия фикция.
RUB=72.5 ~ Подскажите, нормально ли платить 2500 за Claude Pro через посредника?
RUB=72.5 ~ Сколько вы платите за нейросети в месяц? У меня Plus и Max, выходит 9000 ₽.
EUR=0.86 ~ Preisvergleich: Plus kostet offiziell 23 €, auf Kleinanzeigen sehe ich es für 8 €. Finger weg?
EUR=0.86 ~ He probado tres revendedores: el de 6 € murió a los dos días, el de 12 € sigue vivo.
JPY=152 ~ ChatGPT Plus を月3,000円で契約しているが、値上げの噂があって迷っている
KRW=1420 ~ 중고나라에서 GPT 플러스 9천원 주고 샀는데 이틀 만에 막혔어요
VND=26250 ~ Review shop X: mua Plus 250k, dùng được 10 ngày thì mất, nhắn không rep
IDR=17944 ~ Pengalaman beli GPT Plus 40rb: 5 hari langsung logout, seller ngilang
BRL=5.3 ~ Quanto vocês pagam no Claude? Eu pago R$ 110 no Pro oficial
CNY=6.8 ~ 有个疑问，卖家给的是 refresh token，说 Plus 25 元质保 7 天，这种导进去会不会把我本地的号也带封？
CNY=6.8 ~ 截止今天，我一共在四家中转充了 1,180 元，跑路两家，剩下两家倍率分别是 0.3 和 0.65。
CNY=6.8 ~ Plus 涨到 35 了？前天问还是 26，卖家说上游断货
CNY=6.8 ~ 帮朋友问，需要 20 个 GPT Team 席位开发票，对公转账，有渠道的老板报个价，微信 bangwen20
CNY=6.8 ~ 【警示】近期多名群友在 pay.example-shop.top 购买 Claude Max（标价 199 元）后未发货，请勿再付款。
CNY=6.8 ~ 学校机房统一开了 ChatGPT Edu，不用再去买 20 块钱的成品号了
CNY=6.8 ~ 晒单：双十一 599 拿下 Claude Max 20x 月号，店铺送了 10 刀 codex 额度，坐等翻车
CNY=6.8 ~ 怎么看站点靠不靠谱？一看充值比例，二看倍率（0.05 这种直接跑），三看有没有群。
CNY=6.8 ~ Cursor 改定价后我算了下，20 刀的 Pro 实际只够 225 次 Opus 请求，折合 0.09 刀一次。
CNY=6.8 ~ 我们部门 8 个人，目前是 Claude Team 标准席 30 刀×8，打算换成 4 个高级席，各位怎么配的？
CNY=6.8 ~ 投票：你能接受的 Codex 倍率上限是？A 0.1 以下 B 0.1-0.2 C 0.2-0.3 D 无所谓
CNY=6.8 ~ 听站长朋友讲，现在 Max 号进价 430 一个，活 8 天，按 1.1 倍率卖刚好不亏。
CNY=6.8 ~ 法律咨询：花 1200 元买的 Claude 账号被封，商家拒退，能不能起诉？
CNY=6.8 ~ 以前 1 块钱能买 10 刀，现在 1 块钱 2 刀都难找，时代变了
CNY=6.8 ~ 退群了，天天在群里喊 0.05 倍率，一用就是 haiku 冒充 opus
CNY=6.8 ~ 客服：亲，您购买的 Plus（订单尾号 3321，实付 29.9）已为您重新补发，请查收邮箱。
CNY=6.8 ~ 翻译：Anthropic 称 Max 用户中不足 5% 会受周限额影响，超额部分按标准 API 价格计费（Opus 输入 $5/M）。
CNY=6.8 ~ 新规解读：11 月起平台抽佣从 3% 提高到 6%，卖 AI 账号的商家需缴 500 元保证金
CNY=6.8 ~ 记录一下各渠道价格变化：9 月 Plus 22，10 月 26，11 月 31；Max 20x 从 420 到 560。
CNY=6.8 ~ 谁家 claude 官转便宜啊，3 折以内的，量一天 200 刀左右
CNY=6.8 ~ 请问充值页面写“1 元=1 美元”，但模型价格又乘 1.8，到底怎么算的
CNY=6.8 ~ 这波 A 社杀疯了，我手上 6 个 Max 全没，四千多打了水漂，准备转 codex
CNY=6.8 ~ 朋友圈有人卖 99 永久 Claude，我劝你们别碰
CNY=6.8 ~ 收一张美区 20 刀苹果礼品卡充 Plus 用，95 折收，闲鱼交易
CNY=6.8 ~ 本仓库提供 new-api 的汉化包，示例分组 vip=0.8、svip=0.6，请按自己情况修改。
CNY=6.8 ~ 实名举报某站：宣传 Max 直连，实测 kiro 逆向，扣费倍率 1.3，客服已跑路
CNY=6.8 ~ 早报：OpenAI 下调 GPT-5.5 API 价格 40%，输入降至 0.75 美元；谷歌跟进，Gemini 3.1 降三成。
CNY=6.8 ~ 楼上说的那个 0.3 的我用过，晚上高峰基本 502，白天还行
CNY=6.8 ~ 家长群里有人推 AI 课程 299 一年送 GPT 账号，感觉是智商税
 ~ Bought 5 aged GPT accounts at $3, four got phone-locked within a day. Lesson learned.
 ~ What's a fair price for a used Claude Max seat? I've seen anything from $25 to $70.
 ~ Our agency resells nothing, we just pass through Claude costs to clients at list price plus 10%.
 ~ Weekly digest: Max 20x listings averaged $92 (-4%), Plus top-ups $6.10, three shops closed after chargebacks.
 ~ Request for quotes: 500 ChatGPT Plus activations on corporate mail, net-30, send offers to procurement@oakline.example
 ~ Heads up: relay "tokenbay" raised Opus from 0.3x to 0.7x overnight without notice. Moving my balance out.
 ~ I'll trade my remaining $60 of OpenAI credit for a Steam game, no cash.
 ~ Mods: please pin this. @claude_cheap is not affiliated with the server, ignore the "$40 Max" DMs.
 ~ In Turkey the Plus plan is 499 lira on iOS, which is why so many listings mention TR accounts.
 ~ Benchmark cost: the full SWE run took $412 at list price; through a 0.2x relay it would have been about $82.
 ~ Police in Manila raided a condo unit running 900 phones that verified ChatGPT accounts for ₱15 each.
 ~ Docs: POST /topup {"amount": 10, "currency": "USD"} returns quota 5000000 (500000 per dollar).
 ~ Can confirm the 3-month Plus promo link works, paid $0 with a fresh card, thanks OP.
 ~ Not affiliated, but tokenharbor's pricing page lists Claude at 45% and GPT at 20% of official. Has anyone used them?
CNY=6.8 ~ ## 支持的渠道 / | 渠道 | 默认倍率 | 备注 | / |---|---|---| / | OpenAI | 1.0 | 官方 | / | Claude | 1.0 | 需代理 | / 自行部署后可在后台修改
CNY=6.8 ~ Gmail 老号 2018 年注册 带辅助邮箱 / ¥18  库存 77 / 邮箱批发部 / https://catfk.com/item/gm18aa
CNY=6.8 ~ 美区 Apple ID 独享 可下载 ChatGPT / ¥6.5  库存 300 / https://pay.ldxp.cn/item/apl77x
CNY=6.8 ~ 【定金】Claude Max 拼车定金 50，满员后补差价 / https://pay.ldxp.cn/item/dj0011
CNY=6.8 ~ 小火箭 Shadowrocket 共享号 ¥3，附节点订阅 15/月，流畅访问 Claude、ChatGPT
CNY=6.8 ~ 国内怎么订阅 Claude？方法一：找朋友代付；方法二：苹果礼品卡，20 美元约 150 元；方法三：虚拟卡，开卡费 10 美元起。详见正文。
CNY=6.8 ~ 服务协议第七条：用户充值后余额不予退还；分组倍率以页面展示为准，平台有权随时调整。
CNY=6.8 ~ 2026 年 10 月站点成本记录：Max 号 14 个×480，代理 IP 320，服务器 180，收入 9,860，净利 2,640。
CNY=6.8 ~ 本周中转站倍率排行：第一名 0.05（codex），第二名 0.06，第三名 0.08，完整榜单见 relayrank.example
CNY=6.8 ~ 有偿求助：帮忙把 new-api 的 claude 渠道缓存计费改对，报酬 200 元，微信 xiuapi01
CNY=6.8 ~ Opus 4.8 和 GPT-5.5 写前端谁强？我用官网各跑 30 刀，结论：前者审美好，后者便宜一半。
CNY=6.8 ~ 豆包、Kimi、DeepSeek 官方 API 降价汇总：豆包 0.8 元/百万，Kimi 4 元/百万，DeepSeek 2 元/百万
CNY=6.8 ~ 致用户：昨日 15:20-16:40 Claude 分组故障，按时长补偿 $2 至各账户，无需申请，抱歉。
CNY=6.8 ~ 出 ChatGPT 提示词合集 500 条，9.9 元，自动发货
CNY=6.8 ~ 我们实验室报销规定：ChatGPT Plus 每人每月 140 元以内，Claude Pro 需导师签字。
 ~ # ai-price-tracker / Tracks relay prices. Example row: `claude-max,0.22,CNY`. / ``` / npm install ai-price-tracker / ```
 ~ OpenAI API pricing / GPT-5.5: $1.25 input, $10 output per 1M tokens / GPT-5.5 mini: $0.25 input, $2 output / Batch: 50% off
 ~ Plans: Free $0, Go $8, Plus $20, Pro $200. Compare features on chatgpt.com/pricing.
 ~ NordVPN 2 years $39 — works with ChatGPT and Claude in restricted countries. Grab it: https://vpnbargain.example
 ~ Aged Reddit accounts with 5k karma, $25 each. Also aged X accounts $12. Telegram @agedkarma
 ~ How I cut my Claude bill from $400 to $90 a month: prompt caching, Haiku for triage, batch for the rest.
 ~ Section 4.2: Customers may resell API access only with written consent. Overage is billed at $15 per 1M output tokens.
 ~ Interview: "We pay about $180 for a Max account and it lives nine days," says the operator of one relay, who asked not to be named.
 ~ Looking for a dev to build a Telegram shop bot that sells ChatGPT accounts, budget $300, DM @shopowner_k
 ~ The court fined the defendant $40,000 for reselling 3,100 ChatGPT Plus logins at $6 each.
 ~ Which is better value: Claude Max 5x at $100 or two ChatGPT Plus at $40? I code about six hours a day.
 ~ [Poll] Max you'd pay per month for AI tools? $20/$50/$100/$200+
 ~ Our status page: relay uptime 99.2%, Claude group error rate 0.4x of last week, average latency 1.8s.
RUB=72.5 ~ Разбор: почему Plus за 300 рублей не живёт дольше недели и кто на этом зарабатывает
RUB=72.5 ~ Продам аккаунт Steam с 40 играми, 3500 ₽, бонусом Plus до конца месяца. @steamer_77
VND=26250 ~ Cảnh báo: shop trên FB bán Claude Max 500k, nhận tiền xong chặn, mọi người né giúp em
"""

NO_SALES = rows_of(_NOTHING)
