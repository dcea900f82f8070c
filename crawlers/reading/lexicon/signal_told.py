"""The same signals as news, notices and short cards word them; joined to `signal_spoken`."""

from __future__ import annotations

_MODEL = r"(?:gpt|deepseek|glm|qwen|kimi|haiku|mini|flash|sonnet|小模型)"
_MAKER = r"(?:openai|anthropic|a社|谷歌|google|官方)"

TOLD: dict[str, tuple[str, ...]] = {
    "ban_wave": (
        r"上游[^,，。\n]{0,6}(?:被端|被扫|被清)|(?:批量|成片|大面积|集体|大批)(?:失效|死亡|阵亡|掉号|死号|挂号)|全军覆没|团灭|(?:号|账号)[^,，。\n]{0,4}(?:大批|成片|集体|批量)(?:掉|挂|死|封|403|401)",
        r"被封光|上游[^,，。\n]{0,10}(?:被封|停用|死了)|批量(?:停用|封禁|封号|掉号|死号)|扫了?一[波轮]|池[^,，。\n]{0,4}掉了[一二三四五六七八九0-9]成|封起来|一片一片地?封|\b(?:after|since|following|yesterday's|last night's|today's|this week's|latest|recent) bans\b|после (?:\w+ )?банов|волн\w+ (?:бан|блокир)",
        rf"封了(?:快|近|约|我们|我)?\s?[0-9一二两三四五六七八九十百千]+\s?(?:多)?个|{_MAKER}[^,，。\n]{{0,6}}(?:收紧风控|严打|严查|清理|整治|打击|扫号|清号|大清洗)|(?:昨晚|昨天|今早|凌晨|本周|上周)[^,，。\n]{{0,10}}(?:封|炸|掉|死)了[^,，。\n]{{0,6}}(?:号|个)|成批(?:封|掉|死)",
        r"\bbans? (?:come|came|hit|landed|are up|went up)\b|\b(?:mass|purge|purged|sweeping) (?:bans?|suspensions?)\b|\bpurges\b|\bcrack(?:ed|ing|s)? down\b|\b(?:wiped|nuked|killed) (?:our|my|half|most|the whole)\b",
        r"kho[áa] (?:tài khoản|acc|nick)|quét (?:acc|tài khoản)|(?:akun|akunnya)[^\n.]{0,16}(?:kena|dibanned|diblokir|disuspend)|(?:konto|konten|accounts?)[^\n.]{0,24}(?:reihenweise|massenhaft) (?:gesperrt|gebannt)|banea\w* (?:masiv|en masa)|baniment\w* em massa|vague de ban|ondata di ban|fal[ae] ban|ban dalgası|toplu ban|垢バン|BAN祭り|一斉(?:凍結|停止)|대량 ?정지|계정 ?정지|موجة حظر|แบนยกชุด",
    ),
    "warranty": (
        r"(?:掉|断|停|挂|封)了?找(?:我|客服|店主)(?:补|换|退|处理)|售后\s?[一二两三四五六七八九十]+\s?(?:天|周|个?月)|初回ログイン(?:のみ)?保証|(?:dead|401)[^\n.]{0,14}(?:=|->|:) ?(?:a )?new (?:one|account)|\bdead on arrival replaced|\bdoa (?:replaced|swap|refund)",
        r"as\s?[0-9]+\s?(?:일|개월)|교환\s?[0-9]+\s?일|(?:환불|교환|재발급)\s?(?:보장|가능|해)|日割り?で?返金|返金(?:対応|保証|します|可)|交換(?:対応|保証|します)",
        r"(?:掉了?|封了?|挂了?|失效|翻车)(?:就|立即|当天|当日|秒|直接|无条件|免费|给)?(?:补|换|退|赔)|(?:[0-9一二两三]+\s?(?:天|周|个?月)|全程|整月|当月|首登|首周)(?:内)?(?:质保|保修|包换|包补|包退|包赔|售后)|(?:质保|保修|售后)\s?[0-9一二两三]+\s?(?:天|小时|周|个?月)",
    ),
    "model_substitution": (
        r"(?:被|给)换成了?\s?(?:glm|kimi|qwen|deepseek|haiku|mini|gpt|国产)|模型(?:被)?(?:降级|替换|掉包|调包)|调包",
        r"(?:entregam?|usan|usam|dan|liefern|livrent|consegnano) [^.\n]{0,12}(?:modelo|modell|modèle|modello) (?:menor|inferior|más pequeño|kleiner\w*|plus petit|più piccolo)|modelo (?:menor|inferior|más barato|mais barato) por (?:trás|detrás)|换成(?:了)?小(?:号)?模型",
        rf"由\s?{_MODEL}[^,，。\n]{{0,16}}(?:响应|代替|顶替|回复|处理|接管|提供)|\bsilent(?:ly)? (?:swap|rerout|downgrad|replac)\w*|\bserv\w+ (?:a )?(?:smaller|cheaper|weaker|different) model|\bswapp?(?:ed|ing|s)? (?:from |out )?(?:opus|claude|sonnet)|\bquietly (?:swap|rerout|downgrad|serv)\w*",
        r"(?:掺|混)(?:了|着|进)?(?:假|小模型|别的模型)|冒充\s?(?:opus|claude|sonnet|gpt)|偷偷(?:换|降)(?:成|级|模型)|换成了?\s?(?:haiku|小模型|国产)",
    ),
    "bulk_registration": (
        r"程序注册|脚本(?:批量)?(?:跑|出|注册)|协议号|\bbulk[- ]?(?:registered|created|made)\b|\bautoreg\w*",
        r"\bopened in bulk\b|\b(?:registered|created|opened|made|farmed) (?:\w+ ){0,3}accounts? (?:with|using|by|via|through) (?:an? )?(?:script|bot|automation|sms|rented)|\brented phone numbers\b|\baccount farms?\b|批量(?:开号|建号|养号|撸号)|(?:脚本|机器|协议)(?:注册|开号)",
        r"tạo (?:acc|tài khoản)[^\n.]{0,12}hàng loạt|(?:bikin|buat|daftar) akun[^\n.]{0,12}massal|massenhaft (?:angelegt|registriert)|registr\w+ (?:masiv|en masa|em massa)|комбайн\w* аккаунт|ферм\w+ аккаунт|авторег\w*|大量(?:作成|登録)|대량 ?(?:생성|가입)",
    ),
    "account_pool": (
        r"轮着跑|(?:账?号|号源)(?:轮换|轮流|轮着)|号不够(?:用|了)|号源(?:充足|紧张|不足)|自(?:家|己)养的?号|\b[0-9]+ accounts? (?:in rotation|rotating|behind)|\brotat\w+ (?:across|between|through|over) [0-9]+",
        r"\binto (?:relay |proxy )?pools?\b|\bpool(?:ed|ing) (?:them|the accounts|accounts|subscriptions)\b|\bpools? of [^.\n]{0,24}(?:accounts|seats|subscriptions)\b|\baccount pools?\b|多号(?:轮询|负载|并发)|[0-9]+\s?个号(?:轮|在跑|在线|撑着)",
    ),
    "refund_abuse": (
        r"(?:开完|充完|用完)[^,，。\n]{0,4}退款|退款号|\bchargeback (?:accounts?|plans?|method)|\brefund (?:method|trick|guide|service)",
        r"(?:через|за сч[её]т) возврат|требу\w+ деньги назад|\brefund(?:s|ed|ing)? (?:loop|trick|method|abuse|exploit|after use)|\bcharged? back (?:after|once|later)\b|用完(?:再|就)?退款|退款(?:白嫖|撸|薅)|先用后退",
    ),
    "regional_pricing": (
        r"地区差价|区域差价|跨区(?:订阅|充值)|低价区|\bregional (?:gift cards?|pricing|prices?|billing)\b|\bcheap(?:er)? regions?\b|региональн\w+ (?:цен|карт)",
        r"über die türkei|über (?:indien|nigeria|ägypten)|через (?:турци|инди|нигери|аргентин|казахстан|филиппин)\w*|\b(?:via|through|from|using|billed in|paid in|priced in) (?:turkey|india|nigeria|egypt|argentina|the philippines|pakistan)\b|\b(?:turkish|indian|nigerian|egyptian|argentinian|philippine) (?:store|billing|cards?|pric\w+|region|apple id|app store|subscriptions?)\b",
        r"(?:土耳其|尼日利亚|印度|菲律宾|埃及|阿根廷|巴基斯坦)(?:区|区服|内购|地区)?(?:订阅|开通|充值|直充|代充|付款|礼品卡)|por (?:turquía|argentina|india|nigeria)|via (?:turquia|índia|nigéria)|par la turquie|türkiye fiyat|トルコ(?:経由|リージョン)|터키 ?(?:우회|계정)|인도 ?우회",
    ),
    "edu_team_abuse": (
        r"ưu đãi (?:sinh viên|giáo dục)|\bstudent verif\w*|\bedu (?:mail|email|verif|account|plan)\w*|学生(?:认证|包|优惠|验证)(?:成品|代|号|开|渠道)|студенческ\w+|estudiantil|学割|학생 ?인증",
    ),
    "stolen_card": (
        r"(?:用|拿|刷)?(?:别人|他人|偷来|盗来)的?(?:信用)?卡[^,，。\n]{0,4}(?:刷|付|开|订)|(?:somebody|someone)(?: else)?['’]s (?:credit )?cards?\b|other people['’]s cards|чуж(?:ой|ими|их|ую) карт|(?:盗刷|黑卡)[^,，。\n]{0,6}卡",
        r"\b(?:hacked|cloned|skimmed|leaked|compromised) (?:credit |bank |payment )?cards?\b|\bcard fraud\b|краден\w+ карт\w*|cartões? clonad\w*|tarjetas? (?:robad|clonad)\w*|thẻ (?:chùa|trộm|đánh cắp)|kartu curian|gestohlene\w* (?:kredit)?karten|盗まれたカード|도난 ?카드",
    ),
    "token_export": (
        r"刷新令牌|刷新\s?token|refresh\s?令牌|токен\w* обновлен",
        r"\bexported as (?:refresh )?tokens?\b|\b(?:refresh|session|access) tokens? (?:included|provided|export\w*|dump\w*|files?)\b|(?:导出|附|给|发)\s?(?:rt|at|json|refresh|token)",
    ),
    "shared_account": (
        r"一号多[人用]|多人(?:共用|混用|合用)|错峰使用|共用一个号|\bone login for\b",
        r"(?:可以|能|出租|对外)共享|\b1/[2-9] (?:profile|slot|share|seat)|\bsplit (?:into|in|between|among) (?:two|three|four|five|six|[2-9]) (?:seats|people|users|of us)|个人一[辆台]?车|一[辆]?车[^,，。\n]{0,6}缺\s?[0-9一二两三四]|\b(?:spot|seat|slot)s? (?:has|have|is|are|just) (?:come |opened? |fallen )?(?:free|up|open)\b|\bsplitting my\b|\bsame login to\b|折半|割り勘",
    ),
    "plus_pro_pool": (
        r"(?:走|用|跑|是|全部|全是|底层)(?:的|的是|是)?\s?(?:plus|pro)(?:\s?/\s?pro)?\s?(?:账?号|订阅|会员)|(?:free|plus)\s?/\s?(?:plus|pro)\s?(?:混合|混|池|号)|codex\s?\((?:plus|pro)\)|\b(?:plus|pro)\s?号(?:都|全|又|被|也|们)[^,，。\n]{0,6}(?:封|死|挂|没|掉)|\b(?:plus|pro)\s?账?号池|\b(?:plus|pro) (?:accounts?|subs?\w*) (?:behind|pool|rotat|backing)|\b(?:backed|served|powered|run) (?:by|on|from|through) (?:\w+ )?(?:plus|pro) (?:accounts?|subs?\w*|plans?)|на (?:plus|pro)[- ]аккаунтах|пул (?:plus|pro)\b",
        r"\bcodex-(?:pro|plus)\b|\b(?:plus|pro)\s?号(?:到期|快到期|消耗|一个|日均|每天)[^,，。\n]{0,8}|\b(?:plus|pro) (?:号|账号)[^\n。]{0,14}(?:日均|每天)死",
    ),
    "max_pool": (
        r"(?:走|用|跑|是|全部|全是|底层)(?:的|的是|是)?\s?(?:claude\s?)?max(?:\s?(?:5|20)x)?\s?(?:账?号|订阅|会员)|\bmax\s?号(?:都|全|又|被|也|成片|们)|\b(?:backed|served|powered|run) (?:by|on|from|through) (?:\w+ )?max (?:accounts?|subs?\w*|plans?)|на max[- ]аккаунтах|пул max\b",
        r"\bmax-(?:direct|pool|lane|[0-9])\b|\bmax[- ]?[0-9]? ?(?:分组|组|线路|渠道|通道|lane|route)|\bmax\b[^\n,。]{0,6}(?:账?号)[^\n,。]{0,4}自购|\((?:assinaturas?|подписк\w+|abos?|suscripcion\w*|abonnements?|subscriptions?) (?:claude )?max\b",
    ),
    "logs_resale": (
        r"会话记录|聊天记录[^,，。\n]{0,8}(?:出售|打包|jsonl)|(?:请求|对话)[^,，。\n]{0,8}(?:留存|记录)[^,，。\n]{0,8}(?:出售|卖|训练)",
        r"全量(?:请求|对话|日志)|真实(?:用户)?(?:请求|对话)|(?:中转|网关)[^,，。\n]{0,4}(?:日志|数据)|思维链[^,，。\n]{0,6}(?:数据|语料)|\bsft\s?数据",
    ),
    "virtual_card": (r"\bvirtual (?:visa|mastercard|mc)\b|\bprepaid (?:visa|mastercard)\b",),
    "sms_verification": (r"\bsms for\b|\bnon-?voip\b|\bsms (?:receive|receiving|activation)",),
    "cloud_credit": (
        r"(?:aws|gcp|azure|bedrock|vertex)\s?(?:转出|出的|批的|批下来|账户轮询|账号轮询)|云厂商?(?:的)?(?:试用金|赠金|额度)",
    ),
    "trial_credit": (
        r"新户(?:试用|赠金|额度)|试用余额|云厂商?试用金|\btrial balance\b",
        r"(?:刀|美金|\$)\s?体验金的?(?:普)?号|[0零]\s?元试用|首月\s?[0零]\s?元",
    ),
    "agent_resale": (
        r"对接价|同行[^,，。\n]{0,4}(?:对接|拿货|合作|进货)|货源站|下级代理|分润|分站(?:搭建|系统|版)",
    ),
    "official_key": (r"企业直签|直签(?:渠道|api|官方|key)|官方渠道转发|官方企业(?:key|账号|号|渠道)",),
    "kyc_bypass": (
        r"代实名|实名代(?:过|认证|做)|(?:护照|证件|身份证)(?:认证|验证|代过)|人脸(?:识别)?(?:代过|代做|代认证)|刷脸代|\b(?:id|liveness|persona|selfie) (?:checks?|verif\w+) (?:done|passed|service|for)|\bpass(?:es|ed|ing)? (?:\w+[/ ]){0,2}id checks?",
    ),
}
