"""Words that say where an account is of, what mail it stands on, how it is delivered, and what logs hold."""

from __future__ import annotations

COUNTRIES = {
    "TR": "土耳其 土 turkey turkish türkiye турция турции турецк(?:ий|ая|ие) تركيا",
    "US": "美国 美 usa us сша",
    "PH": "菲律宾 菲 philippines? филиппин(?:ы|ах)?",
    "NG": "尼日利亚 尼 nigerian? нигери[яи]",
    "IN": "印度 印 indian? инди[яи] ấn_độ",
    "AR": "阿根廷 阿 argentin[ae] аргентин[аы]",
    "EG": "埃及 egypt egyptian египет مصر",
    "PK": "巴基斯坦 pakistan",
    "BR": "巴西 brazil brasil бразили[яи]",
    "JP": "日本 日 japan japanese япони[яи] nhật",
    "GB": "英国 英 uk united_kingdom",
    "HK": "香港 港 hong_kong",
    "TW": "台湾 台 taiwan",
    "KR": "韩国 韩 korean? hàn",
    "SG": "新加坡 singapore",
    "VN": "越南 vietnam việt_nam",
    "UA": "乌克兰 ukraine україна",
    "CO": "哥伦比亚 colombia",
    "MX": "墨西哥 mexico méxico",
    "CA": "加拿大 canada",
    "EU": "欧洲 欧 europe",
}
"""Countries by ISO code, short forms of one letter included: they count before 区 alone."""

OF_PLACES = "礼品卡|卡充|代充|代付|直充|充值|低价|ip|账号|帐号|号|注册|账单|支付"
"""What stands right behind a country's full name where an account or its payment is of there."""

OF_PLACES_LATIN = (
    "region|regional|accounts?|accs?|gift cards?|billing|store|pricing|price|ip|registered|"
    "регион|аккаунты?|карт[аы]|гео"
)

MAIL = {
    "outlook": "outlook|hotmail|微软邮箱",
    "gmail": "gmail|谷歌邮箱|g邮",
    "domain": "域名邮箱|企业邮箱|自建邮箱|自有域名|domain e?mails?|custom domain|catch-?all|доменн(?:ая|ые|ой) почт[аеуы]",
    "edu": "edu邮箱|教育邮箱|edu e?mails?",
    "icloud": "icloud(?:邮箱|号)",
    "proton": "proton ?mail",
}

OF_MAIL = r"号|账号|帐号|注册|邮箱|成品|带邮|accounts?|accs?|reg(?:istered)?|inbox|mails?|мейл|почт[аеуы]|аккаунт\[а-яё]*|hesap\[а-яё]*|tài khoản"
"""What stands beside a mail service where accounts are of it, not where a mail is sent."""

DELIVERY = {
    "json": r"json|cpa格式|sub2api格式|c2a格式",
    "refresh_token": r"(?:^|[^a-z])rt(?:$|[^a-z])|refresh[ _]?token|刷新令牌",
    "session": r"session(?:[ _]?(?:key|token))?|sessionkey|cookies?|access[ _]?token",
    "code": r"cdk|兑换码|激活码|卡密|redeem code|activation code|gift code|код активации",
    "invite": r"邀请(?:入|进|链接|到)|拉进|拉团|进团|invite (?:to|link)|invitation|по приглашению|инвайт",
    "top_up": r"直充|代充|代开|充(?:到)?(?:自己|您|你)(?:的)?(?:账)?号|自己(?:的)?号|own (?:account|email|e-mail)|your (?:own )?(?:account|email|e-mail)|на ваш(?:у)? (?:аккаунт|почту)|chính chủ|akun (?:sendiri|pribadi)",
    "ready": r"成品(?:号)?|独享号|现成|ready(?:-made)? accounts?|готов(?:ый|ые) аккаунт[а-яё]*|login\s*(?:\+|and|&)\s*password|账号密码|账密",
}

CONTENT = {
    "judged_pairs": r"偏好|对比数据|打分|评分|preference|pairwise|judged|ranked|rlhf|dpo",
    "traces": r"思维链|推理(?:过程|轨迹|链)|轨迹|traces?(?:$|[^a-z])|trajector(?:y|ies)|reasoning|chain of thought|(?:^|[^a-z])cot(?:$|[^a-z])|tool calls?|трейс[а-яё]*|рассужден[а-яё]*",
    "qa": r"问答|对话|q ?& ?a|(?:^|[^a-z])qa(?:$|[^a-z])|prompts?|conversations?|chats?|dialog(?:ue)?s?|диалог[а-яё]*|hội thoại|percakapan",
}
"""What logs hold, the most telling first."""

ORIGIN = {
    "relay_logs": r"中转(?:站)?(?:日志|数据|流量|用户)|站(?:点)?日志|用户(?:对话|请求|日志)|relay logs?|proxy logs?|gateway logs?|customers?'? (?:traffic|logs|chats)|user logs|логи (?:прокси|клиентов|пользователей)",
    "own_use": r"自用(?:的)?(?:日志|对话|数据)|own (?:usage|logs|chats)|my (?:logs|chats)",
    "distilled": r"蒸馏|distill?(?:ed|ation)?|дистилл[а-яё]+",
}
