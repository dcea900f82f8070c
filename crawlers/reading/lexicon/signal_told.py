"""The same signals as news, notices and short cards word them; joined to `signal_spoken`."""

from __future__ import annotations

_MODEL = r"(?:gpt|deepseek|glm|qwen|kimi|haiku|mini|flash|sonnet|小模型)"
_MAKER = r"(?:openai|anthropic|a社|谷歌|google|官方)"

TOLD: dict[str, tuple[str, ...]] = {
    "ban_wave": (
        rf"封了(?:快|近|约|我们|我)?\s?[0-9一二两三四五六七八九十百千]+\s?(?:多)?个|{_MAKER}[^,，。\n]{{0,6}}(?:收紧风控|严打|严查|清理|整治|打击|扫号|清号|大清洗)|(?:昨晚|昨天|今早|凌晨|本周|上周)[^,，。\n]{{0,10}}(?:封|炸|掉|死)了[^,，。\n]{{0,6}}(?:号|个)|成批(?:封|掉|死)",
        r"\bbans? (?:come|came|hit|landed|are up|went up)\b|\b(?:mass|purge|purged|sweeping) (?:bans?|suspensions?)\b|\bpurges\b|\bcrack(?:ed|ing|s)? down\b|\b(?:wiped|nuked|killed) (?:our|my|half|most|the whole)\b",
        r"kho[áa] (?:tài khoản|acc|nick)|quét (?:acc|tài khoản)|(?:akun|akunnya)[^\n.]{0,16}(?:kena|dibanned|diblokir|disuspend)|(?:konto|konten|accounts?)[^\n.]{0,24}(?:reihenweise|massenhaft) (?:gesperrt|gebannt)|banea\w* (?:masiv|en masa)|baniment\w* em massa|vague de ban|ondata di ban|fal[ae] ban|ban dalgası|toplu ban|垢バン|BAN祭り|一斉(?:凍結|停止)|대량 ?정지|계정 ?정지|موجة حظر|แบนยกชุด",
    ),
    "warranty": (
        r"as\s?[0-9]+\s?(?:일|개월)|교환\s?[0-9]+\s?일|(?:환불|교환|재발급)\s?(?:보장|가능|해)|日割り?で?返金|返金(?:対応|保証|します|可)|交換(?:対応|保証|します)",
        r"(?:掉了?|封了?|挂了?|失效|翻车)(?:就|立即|当天|当日|秒|直接|无条件|免费|给)?(?:补|换|退|赔)|(?:[0-9一二两三]+\s?(?:天|周|个?月)|全程|整月|当月|首登|首周)(?:内)?(?:质保|保修|包换|包补|包退|包赔|售后)|(?:质保|保修|售后)\s?[0-9一二两三]+\s?(?:天|小时|周|个?月)",
    ),
    "model_substitution": (
        rf"由\s?{_MODEL}[^,，。\n]{{0,16}}(?:响应|代替|顶替|回复|处理|接管|提供)|\bsilent(?:ly)? (?:swap|rerout|downgrad|replac)\w*|\bserv\w+ (?:a )?(?:smaller|cheaper|weaker|different) model|\bswapp?(?:ed|ing|s)? (?:from |out )?(?:opus|claude|sonnet)|\bquietly (?:swap|rerout|downgrad|serv)\w*",
        r"(?:掺|混)(?:了|着|进)?(?:假|小模型|别的模型)|冒充\s?(?:opus|claude|sonnet|gpt)|偷偷(?:换|降)(?:成|级|模型)|换成了?\s?(?:haiku|小模型|国产)",
    ),
    "bulk_registration": (
        r"\bopened in bulk\b|\b(?:registered|created|opened|made|farmed) (?:\w+ ){0,3}accounts? (?:with|using|by|via|through) (?:an? )?(?:script|bot|automation|sms|rented)|\brented phone numbers\b|\baccount farms?\b|批量(?:开号|建号|养号|撸号)|(?:脚本|机器|协议)(?:注册|开号)",
        r"tạo (?:acc|tài khoản)[^\n.]{0,12}hàng loạt|(?:bikin|buat|daftar) akun[^\n.]{0,12}massal|massenhaft (?:angelegt|registriert)|registr\w+ (?:masiv|en masa|em massa)|комбайн\w* аккаунт|ферм\w+ аккаунт|авторег\w*|大量(?:作成|登録)|대량 ?(?:생성|가입)",
    ),
    "account_pool": (
        r"\binto (?:relay |proxy )?pools?\b|\bpool(?:ed|ing) (?:them|the accounts|accounts|subscriptions)\b|\bpools? of [^.\n]{0,24}(?:accounts|seats|subscriptions)\b|\baccount pools?\b|多号(?:轮询|负载|并发)|[0-9]+\s?个号(?:轮|在跑|在线|撑着)",
    ),
    "refund_abuse": (
        r"(?:через|за сч[её]т) возврат|требу\w+ деньги назад|\brefund(?:s|ed|ing)? (?:loop|trick|method|abuse|exploit|after use)|\bcharged? back (?:after|once|later)\b|用完(?:再|就)?退款|退款(?:白嫖|撸|薅)|先用后退",
    ),
    "regional_pricing": (
        r"über die türkei|über (?:indien|nigeria|ägypten)|через (?:турци|инди|нигери|аргентин|казахстан|филиппин)\w*|\b(?:via|through|from|using|billed in|paid in|priced in) (?:turkey|india|nigeria|egypt|argentina|the philippines|pakistan)\b|\b(?:turkish|indian|nigerian|egyptian|argentinian|philippine) (?:store|billing|cards?|pric\w+|region|apple id|app store|subscriptions?)\b",
        r"(?:土耳其|尼日利亚|印度|菲律宾|埃及|阿根廷|巴基斯坦)(?:区|区服|内购|地区)?(?:订阅|开通|充值|直充|代充|付款|礼品卡)|por (?:turquía|argentina|india|nigeria)|via (?:turquia|índia|nigéria)|par la turquie|türkiye fiyat|トルコ(?:経由|リージョン)|터키 ?(?:우회|계정)|인도 ?우회",
    ),
    "edu_team_abuse": (
        r"ưu đãi (?:sinh viên|giáo dục)|\bstudent verif\w*|\bedu (?:mail|email|verif|account|plan)\w*|学生(?:认证|包|优惠|验证)(?:成品|代|号|开|渠道)|студенческ\w+|estudiantil|学割|학생 ?인증",
    ),
    "stolen_card": (
        r"\b(?:hacked|cloned|skimmed|leaked|compromised) (?:credit |bank |payment )?cards?\b|\bcard fraud\b|краден\w+ карт\w*|cartões? clonad\w*|tarjetas? (?:robad|clonad)\w*|thẻ (?:chùa|trộm|đánh cắp)|kartu curian|gestohlene\w* (?:kredit)?karten|盗まれたカード|도난 ?카드",
    ),
    "token_export": (
        r"\bexported as (?:refresh )?tokens?\b|\b(?:refresh|session|access) tokens? (?:included|provided|export\w*|dump\w*|files?)\b|(?:导出|附|给|发)\s?(?:rt|at|json|refresh|token)",
    ),
}
