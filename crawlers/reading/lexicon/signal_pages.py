"""The same signals in the words of stations' own pages: what stands behind a group, how its goods are made and handed over."""

from __future__ import annotations

_BEHIND = r"(?:底层|背后|后端|后台|上游)[^\n,。]{0,3}(?:是|为|用|走|跑|接)[^\n,。]{0,10}"
_MANY = r"(?:几十|上百|数百|数千|几百|几千|成百上千|[0-9]{2,})\s?个?"
_TOOLS = r"(?:cursor|copilot|augment|trae|droid|notion|perplexity|warp)"
_OURS = r"(?:під капотом|под капотом|внутри|на базе|bên dưới là|chạy trên|di belakangnya|berbasis|por debajo|detrás hay|por trás|altında|arkasında)"

PAGES: dict[str, tuple[str, ...]] = {
    "account_pool": (
        rf"池[中里内][^\n,。]{{0,3}}[账帐]?号|[账帐]号资源池|号子(?:管够|充足|够用)|{_MANY}[^\n,。]{{0,8}}号[^\n,。]{{0,8}}(?:负载|撑着|扛|支撑)",
        r"\b(?:spread|distributed|balanced|rotat\w+) (?:across|over|among|between) (?:\w+ ){0,4}(?:subscriptions|subs|seats|logins)\b|\b(?:our|own) (?:stock|farm|fleet) of (?:\w+ ){0,2}accounts\b|\bnew accounts (?:are |have been )?(?:added to|rotated in|in the pool)",
        r"(?:закинули|залили|докупили|докупаем|добавили|подвезли) [^\n.]{0,24}(?:аккаунт|акк|подпис)\w*[^\n.]{0,12}пул|в пул[^\n.]{0,16}(?:аккаунт|акк)|(?:đổ|nạp|thêm) (?:\w+ ){0,3}(?:acc|tài khoản) (?:mới )?vào (?:pool|kho)|pool (?:hơn |gồm |ratusan |puluhan |berisi )?(?:[0-9]+ )?(?:acc|akun|tài khoản)|(?:acc|tài khoản) [^\n.]{0,12}xoay vòng",
    ),
    "max_pool": (
        rf"{_BEHIND}max\b[^\n,。]{{0,6}}(?:订阅|账?号|会员|席位)|max\s?(?:20x?|5x?)?\s?订阅(?:转|出的?api|反)",
        rf"{_OURS} (?:[\w-]+ ){{0,3}}max\b|pool (?:\w+ ){{0,2}}[0-9]+ (?:acc|akun|cuentas|contas|comptes) (?:claude )?max|\bmax (?:xoay vòng|hesap havuzu)|havuzu? (?:[0-9]+ )?max\b",
    ),
    "plus_pro_pool": (
        rf"{_BEHIND}(?:plus|pro)\b[^\n,。]{{0,6}}(?:订阅|账?号|会员|席位)|(?:plus|pro)\s?(?:20x?|5x?)?\s?订阅(?:转|出的?api|反)",
        rf"{_OURS} (?:[\w-]+ ){{0,3}}(?:plus|pro)\b|pool (?:\w+ ){{0,2}}(?:[0-9]+ )?(?:acc|akun|cuentas|contas|comptes) (?:chatgpt |gpt )?(?:plus|pro)\b|havuzu? (?:[0-9]+ )?(?:plus|pro)\b",
    ),
    "reverse_proxy": (
        rf"{_TOOLS}\s?(?:反代|逆向|转\s?api|转出来|反出)|(?:从|通过)\s?{_TOOLS}[^\n,。]{{0,4}}(?:转|反|逆)|\b{_TOOLS}[- ]?2api\b",
        r"(?:hàng|bản|nguồn) ngược|веб-?реверс",
    ),
    "trial_credit": (
        r"试用金(?:的)?\s?(?:账?号|key)",
        r"(?:стартов|приветствен|пробн)\w+ (?:баланс|кредит)|(?:saldo|crédito|balance) (?:inicial|de bienvenida|de boas-vindas)[^\n.]{0,20}(?:claves?|keys?|chaves?|cuentas?|contas?)|akun (?:dengan )?kredit (?:awal|percobaan)",
    ),
    "regional_pricing": (
        r"印度\s?upi|(?:土耳其|尼日利亚|菲律宾|埃及|巴基斯坦|阿根廷|印度|越南|印尼)\s?(?:低价|账单地址|区价|节点开)",
        r"\bregión (?:turca|india|argentina)|região (?:turca|indiana|argentina)",
    ),
    "bulk_registration": (
        r"(?:自动机|脚本机|群控)(?:产出|注册|开号|产号)?|日产\s?[0-9]+\s?个?[^\n,。]{0,3}号|自产号",
        r"резидент\w+ (?:ip|прокси)[^\n.]{0,16}(?:рег|созд)|(?:зарегистрир|регистрац|создан)\w*[^\n.]{0,24}(?:резидент|домашн)\w+",
    ),
    "sms_verification": (
        r"代收[^\n,。]{0,12}(?:短信|sms)|(?:短信|验证码)代收|(?:长效|短效)(?:号码|手机号)|(?:可接|接收)\s?(?:openai|claude|gpt|chatgpt|anthropic)[^\n,。]{0,4}(?:码|短信)",
    ),
    "virtual_card": (r"вирт\w* карт",),
    "refund_abuse": (r"用(?:满|完|够)[^\n,。]{0,8}(?:再|后)退(?:全)?款|退全款的?(?:方法|教程|技巧)|退款大法",),
    "token_export": (
        r"(?:cookies?|session|sessionkey)\s?(?:交付|发货)|(?:交付|发货)(?:内容|格式|方式)?[:：]?\s?[^\n,。]{0,10}(?:cookies?|session|json|\brt\b)|\bcli-?proxy-?api\b[^\n,。]{0,8}(?:格式|导入|json)",
    ),
    "model_substitution": (
        r"(?:自动|临时|高峰期?|偷偷|随机)[^\n,。]{0,6}(?:降级|路由|回落)(?:到|为|成|至)\s?(?:glm|qwen|deepseek|kimi|minimax|sonnet|haiku|国产|小模型)",
        r"вместо (?:опус|соннет|клод|claude|opus)\w*[^\n.]{0,24}(?:sonnet|haiku|gpt|glm|qwen|deepseek|kimi|соннет|хайку)",
    ),
    "official_key": (
        r"官方\s?api\s?(?:直连|转售|密钥|渠道)|正价\s?(?:key|api|渠道)|原厂\s?(?:key|直连|api)|官方(?:企业|直供)\s?(?:key|api|渠道|密钥)",
    ),
    "ban_wave": (
        r"(?:baneo|bloqueo|banimento|bloqueio)s? (?:masivo|en masa|em massa)|号[^\n,。]{0,6}(?:成片|一片片|一批批)(?:地)?(?:倒|死|没|掉)",
    ),
}  # fmt: skip
"""Signal -> patterns, each a group of languages; joined to those of the terms."""
