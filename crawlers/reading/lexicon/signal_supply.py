"""Words for where the tokens come from: pools, reversed programs, clouds, official keys, regions, trials, schools."""

from __future__ import annotations

_PLACES = "土菲尼美印日阿港台埃巴韩英德法澳泰越俄哥智秘墨"
_COUNTRIES = (
    "(?:土耳其|尼日利亚|菲律宾|印度|阿根廷|埃及|巴基斯坦|巴西|越南|印尼|哥伦比亚|智利|秘鲁|墨西哥|肯尼亚|孟加拉|斯里兰卡|哈萨克斯坦|乌克兰|泰国"
    "|马来西亚|日本|韩国|美国|台湾|香港|新加坡|英国|加纳|土区|菲区|尼区)"
)
_LANDS = (
    "(?:turkey|turkish|türkiye|turkiye|nigerian?|philippines?|filipino|indian?|argentin(?:a|e|ian)|egypt(?:ian)?|pakistani?|brazil(?:ian)?|vietnam(?:ese)?"
    "|indonesian?|colombian?|chilean?|peru(?:vian)?|mexic(?:o|an)|kenyan?|bangladeshi?|kazakhstan|ukrain(?:e|ian)|ghana|us|usa)"
)
_LANDS_RU = "(?:турц|турец|инди|аргентин|нигери|егип|филиппин|пакистан|бразил|казах|колумби|мексик|вьетнам|сша|америк)"
_LANDS_LATIN = (
    "(?:thổ(?: nhĩ kỳ)?|ấn(?: độ)?|nigeria|phi(?:lippin\\w*)?|ai cập|mỹ|turki|turqu[ií]a|türkiye|índia|india|filipinas?|argentina|egipto|egito|pakist[aá]n"
    "|paquistão|mesir|brasil|türkei|indien|ägypten|turquie|inde|hindistan|nijerya|arjantin|mısır|filipinler)"
)
_BY_PLAN = r"(?:chatgpt|gpt|codex|openai)"

SUPPLY: dict[str, tuple[str, ...]] = {
    "account_pool": (
        r"号池|[账帐]号池|混池|公共池|公池|并入[^\n,。]{0,6}池|(?:到货|进货|补货)\s?[0-9]+\s?个?号?[^\n,。]{0,4}(?:再开|就开|后开|恢复)|[a-z0-9]\s?池|混合池|大池|池子|池[内里][^\n,。]{0,4}[0-9]|库存号|补号|补充?[账帐]号|自建池|[下这新]一?批(?:新|老)?号|批号到货|号源(?:充足|稳定|不足|紧张)",
        r"多[账帐]?号(?:轮|负载|并发|自动切)|轮(?:询|换|流用|着用)[账帐]?号|[0-9]\s?个?(?:plus|pro|max|team)?\s?(?:[账帐]?号|个)?\s?(?:轮询|轮流|轮着|轮换)|号(?:已|都|也)?补(?:满|齐|好|上|完)|(?:进|补|上|加|入|买)了?(?:一|两|几|新|大)?批(?:新|老)?号|蹬(?:光|穿|到|废)|随死随补|号(?:多|够|足)(?:不断|管饱|量足|管够)|[账帐]号(?:集群|矩阵)|(?:几百|几千|上百|上千|[0-9]{2,})\s?个?(?:plus|pro|max)?\s?号[^\n,。]{0,6}(?:切换|轮|扛)|进池|入池",
        r"\b(?:accounts?|subscriptions?|subs)[- ]pools?\b|\b(?:max|plus|pro|claude|gpt|codex)-пул|\bpool(?:s|ed)? (?:of )?(?:[\w,.]+ ){0,4}(?:accounts?|subs\w*|seats|keys)\b|\bpooled (?:accounts?|subs\w*|keys|seats)|\b(?:stable|mixed|our|max|plus|pro|team|key|cheap|premium|token|claude|codex|gpt|own|private|big|large|huge) pools?\b|\bpools? (?:works?|refill\w*|restock\w*|topped|exhausted|empty|drained|is|was|has|size|back|down|holds|got)\b|\b(?:the|of the|half of the|half the) pool\b",
        r"\brotat\w+ (?:across |over |between |through |among |of )?(?:[\w,.]+ ){0,3}(?:accounts?|keys|subs\w*|logins|seats)\b|\b(?:accounts?|keys) (?:in|on) rotation|\bfleet of (?:[\w,.]+ ){0,2}accounts|\baccounts (?:are |get )?(?:\w+ )?rotat\w+|\bload[- ]?balanc\w+[^\n.]{0,24}\baccounts\b|\bmulti-?account (?:pool|rotation|balanc\w+)",
        r"пул\w* (?:claude |chatgpt )?(?:max|plus|pro)\b|พูล|पूल|пул\w* (?:[\w-]+ ){0,3}(?:аккаунт|акк|подпис|ключ)|пополнил\w* пул|пул (?:пополн|почищ|вырос|просел|пуст)|автосмен\w* (?:акк|аккаунт)|парк (?:из )?[0-9]+ (?:акк|аккаунт)|ротаци\w+ (?:\w+ ){0,2}(?:аккаунт|акк|ключ)|(?:аккаунт|акк)\w*[^\n.]{0,16}ротаци",
        r"(?:pool|kho|bể|hồ) (?:tài khoản|acc|nick)|xoay (?:vòng|tua)[^\n.]{0,16}(?:tài khoản|acc|key)|pool akun|rotasi[^\n.]{0,12}akun|kumpulan akun|pool (?:de )?(?:cuentas|contas|comptes)|(?:cuentas|contas|comptes) rotativ|rota(?:ción|cion|ção|tion)[^\n.]{0,14}(?:cuentas|contas|comptes)|account-?pool|kont(?:en|o)-?pool|hesap havuz|havuz(?:umuz|da|u|un)|cambio automático entre [^\n.]{0,8}cuentas|tự động đổi (?:tài khoản|acc)|pula kont",
        r"アカウントの?プール|アカウント(?:を)?ローテ|계정 ?풀|계정 로테이션|مجمع حسابات|تدوير الحسابات|استخر (?:حساب|اکانت)|พูลบัญชี|บัญชีหมุน",
    ),
    "max_pool": (
        r"\bcc[-_ ]?max|code-ccmax|纯\s?max|claude-max\W{1,4}(?:\w+ ){0,2}pool|max\s?(?:20x?|5x?)?\s?官订|(?:走|接)的?是?\s?(?:claude\s?)?max\s?(?:20x?|5x?)?\s?(?:订阅|号|池|官|渠道|,|。|$)|max\s?(?:20x?|5x?)?\s?(?:订阅|会员)?(?:号池|池|分组|组|渠道|线路|专线|通道|订阅池|满血分组|线)|(?:分组|组别?|渠道|线路)\s?[:：]?\s?(?:claude|cc)?[-_ ]?max\b",
        r"max\s?(?:20x?|5x?)?\s?(?:满血|一手|直连)?\s?(?:账?号|订阅号?)(?:自己订|自建|直连|直出|池|反代|转)|max\s?(?:20x?|5x?)?\s?(?:满血账号自己订|一手订阅)",
        r"\bmax[- ](?:20x |5x )?(?:sub\w* |account )?(?:pools?|groups?|channels?|routes?|lines?|tier group)\b|\bpools? of (?:[\w,.]+ ){0,2}max\b|\b(?:backed|served|powered|fed|run|runs|running|drawn|routed|come|comes|through|via|from) (?:by |through |via |on |over |from )?(?:[\w,.]+ ){0,3}max (?:20x |5x )?(?:subs?\b|subscri\w+|acc\w*|plans?|seats?)",
        r"пул\w* (?:\w+ )?max|\bmax[- ]пул|(?:групп\w*|канал\w*) (?:claude[- ])?max|(?:nhóm|kênh|luồng) (?:claude[- ])?max|(?:grupo|canal|grup|gruppe|groupe) (?:claude[- ])?max|pool max",
        r"(?:claude|cc)[-_]max\s{0,2}[|:=】\])(]{0,2}\s{0,2}[¥$]?[0-9]|\bmax\s?的\s?[0-9.]+\s?(?:r|元|刀|/)|\b(?:real|own|genuine|native) max (?:seats?|subs?\w*|accounts?)|key max xoay|พูล max|\bmax (?:grubu|grup\b)|[\"'«]max[\"'»] ?x?[0-9]|\bour (?:[0-9]+ )?max (?:logins?|accounts?|subs\w*|seats?)|原生\s?max\b",
    ),
    "plus_pro_pool": (
        r"(?:plus|pro)[\s_-]?(?:20x?|5x?)?\s?(?:会员|订阅)?(?:号池|池|分组|渠道|通道|线路|专线)|(?:plus|pro)\s?组|(?:分组|组别?|渠道|线路)\s?[:：]?\s?(?:chatgpt|gpt|codex)[-_ ]?(?:plus|pro)\b",
        r"(?:gpt|codex|chatgpt)[\s_-]?(?:plus|pro)\s?(?:调用)?(?:倍率|下调|上调|降|涨|改|调)|(?:plus|pro)\s?0\.[0-9]+\s?(?:x|倍)",
        r"纯\s?(?:plus|pro)\b|(?:plus|pro)\s?号?库存(?:剩|没|只剩)[^\n]{0,10}组|(?:plus|pro)\s?混池|(?:plus|pro)\s?号[^\n,。]{0,8}[^\n]{0,6}池|\[(?:plus|pro)\b[^\n\[\]]{0,4}\]\s?[0-9]|【(?:plus|pro)[^\n【】]{0,4}】\s?[0-9]|0\.[0-9]+\s?(?:x|倍率?)?\s?[-–—:(]{1,3}\s?纯?(?:plus|pro)\b|\b(?:plus|pro)[- ]пул",
        r"(?:gpt|codex)[-_](?:plus|pro)(?:特惠|特价)?[`'\"]?\s{0,2}[|:=】\])]{1,2}[^\n0-9]{0,6}(?:[0-9]{1,2}\s?点起\s?)?0\.[0-9]",
        r"\b(?:plus|pro) (?:grubu|grup\b)|[\"'«](?:plus|pro)[\"'»] ?x?[0-9]",
        r"plus\s?号的?(?:进价|成本|进货|采购)|(?:进了|采购|进货|买了|收了|补了)[^\n。]{0,14}(?:plus|pro)\s?(?:账?号|帐号)|纯血\s?pro|(?:plus|pro)\s?(?:账?号|订阅)(?:轮询|反代|直出|直连)",
        r"\b(?:plus|pro)[- ](?:account |sub\w* )?(?:pools?|groups?|channels?|routes?)\b|\bcodex[- ](?:plus|pro) (?:tier|at|group|route|line)\b|\bpools? of (?:[\w,.]+ ){0,2}(?:plus|pro)\b",
        rf"пул\w* (?:\w+ ){{0,2}}(?:plus|pro)\b|(?:групп\w*|канал\w*) {_BY_PLAN}?[- ]?(?:plus|pro)\b|(?:nhóm|kênh|luồng) {_BY_PLAN}?[- ]?(?:plus|pro)\b|(?:grupo|canal|grup|gruppe|groupe) {_BY_PLAN}?[- ]?(?:plus|pro)\b",
    ),
    "reverse_proxy": (
        r"逆向|官逆|逆代|反代|网页逆|web逆|(?:网页|web)版?转\s?api|cookie\s?(?:转|逆)",
        r"\bamazon\s?q\b|\breverse[d]?[- ](?:prox\w+|engineer\w*|channel|route|line|api|web|version|source|group|upstream|claude|gpt|chatgpt|gemini|opus|key)|\bweb[- ]?(?:2|to)[- ]?api\b|\b2api\b|\bunofficial (?:web )?(?:api|endpoint) (?:wrapper|bridge|reverse)",
        r"\bреверс|обратн\w+ прокси|proxy ngược|kênh reverse|nguồn reverse|proxy inverso|ingenier[ií]a inversa|engenharia reversa|hasil reverse|rétro-?ingénierie|ters (?:proxy|mühendis)|reverse-?engineering|リバース(?:プロキシ|エンジニア)|리버스 ?(?:프록시|엔지니어)|역공학|هندسة عكسية|مهندسی معکوس",
    ),
    "windsurf": (r"windsurf|\bwf\b|\breverse\b",),
    "kiro_reverse": (r"kiro|krio",),
    "antigravity_reverse": (r"反重力|antigravity|\banti\b|\banti(?:渠道|分组|缓存|线|那|号池|反代|版)",),
    "cloud_credit": (
        r"\baws\b|bedrock|\bvertex\b|\bgcp\b|\bazure\b|谷歌云|微软云|亚马逊云|amazon web services|google cloud|\bactivate credits?\b|云厂商?(?:额度|赠金|渠道)",
    ),
    "official_key": (
        r"官方?\s?(?:api)?\s?-?key|官转|官方\s?(?:api\s?)?(?:密钥|秘钥)|官key|(?:官方|原厂|原生|正规|正版|厂商)[^\n,。]{0,6}(?:api)?\s?(?:-?key\b|密钥|秘钥)|企业key",
        r"\b(?:official|original|genuine|real|direct|authentic|legit|native|first[- ]party) (?:api |anthropic |openai |google |gemini |claude |gpt |org |upstream |vendor |provider |enterprise |platform |console |paid ){0,3}keys?\b|\b(?:anthropic|openai|google)(?:'s)? official (?:api )?keys?",
        r"официальн\w+ (?:[\w-]+[- ])?(?:api[- ]?|апи[- ]?)?ключ|ключ\w* (?:\w+ )?(?:официальн|оригинальн)|оригинальн\w+ (?:api[- ]?)?ключ|(?:api )?key (?:chính (?:hãng|chủ|thức)|gốc)|(?:api )?key (?:resmi|asli|original)|claves? (?:de )?(?:api )?(?:oficial|original)|chaves? (?:de )?(?:api )?(?:oficia|origina)|offizielle\w* (?:\w+[- ])?(?:api-?)?(?:schlüssel|keys?)|clés? (?:api )?officielle|resmi (?:api )?(?:anahtar|key)|公式(?:api)?キー|正規(?:api)?キー|공식 ?(?:api ?)?키|정식 ?(?:api ?)?키|مفاتيح? (?:api )?(?:رسمي|أصلي)|کلید رسمی|คีย์(?:ทางการ|แท้)",
    ),
    "regional_pricing": (
        rf"[{_PLACES}]区|低价区|跨区|{_COUNTRIES}\s?(?:区|区域|地区价|价|渠道|直充|代付|代充|代开|内购|礼品卡|苹果|支付|充值|订阅|开通|ios|谷歌|安卓|app\s?store)|(?:ios|谷歌|内购|代充|代付|充值|订阅|安卓|苹果|开通)[^\n]{{0,4}}{_COUNTRIES}|\bupi\s?(?:渠道|通道|直充|代开|开通)|\bpix\s?(?:渠道|通道|直充|代开|开通)",
        rf"\b{_LANDS}[- ](?:region\w*|pric(?:e|es|ing)|store|app ?store|play ?store|ios|account region|tier|billing|gift ?cards?|plan|rate)\b|\bregion(?:al)?[- ]pric|\bregion[- ](?:locked|swap|hop)|\b(?:cheap|low)[- ](?:price |cost )?region|\bregional (?:app )?stores?\b|\bregional (?:sub\w*|accounts?|plans?)|\b{_LANDS} (?:sub\b|subs\b|subscription|price)",
        rf"\b(?:purchased|bought|paid|billed|upgraded|activated|subscribed|renewed|charged|opened|redeemed) (?:through|via|in|from|at) (?:the |a |an )?{_LANDS}\b|\bvia (?:the )?{_LANDS} (?:app|ios|google|play|billing|card|payment|store)|\bregion:? {_LANDS}\b",
        rf"турецк\w+|турци\w+|регион\w*\s?[:-]?\s?«?{_LANDS_RU}|(?:через|цен\w+|тариф\w*|оплат\w+|подписк\w+|аккаунт\w*|стор\w*|app ?store|google play) (?:\w+ ){{0,2}}{_LANDS_RU}|{_LANDS_RU}\w* (?:регион|аккаунт|цен|карт|стор|подписк|тариф|app|гифт)",
        rf"(?:vùng|giá|gói|region|regional|harga|regi[oó]n|região|precio|preço|preis|prix|tienda|loja|store|toko|bölge\w*|via) (?:(?:de|da|do|của|von) )?{_LANDS_LATIN}\b|{_LANDS_LATIN}[- ](?:fiyat\w*|preis|region|account|bölge\w*|üzerinden)|pre[cç](?:io|o)s? regiona\w+|harga regional|bölgesel fiyat|\b(?:tr|us|in|ng|ar|eg) bölge|regionalpreis",
        r"(?:سعر|أسعار|متجر|منطقة|ريجون|حساب|ستور) (?:تركيا|تركي|الهند|هندي|مصر|نيجيريا|الأرجنتين|الفلبين)|(?:ریجن|ریجین|ریجون|قیمت|منطقه) ?(?:ترکیه|هند|نیجریه|آرژانتین|مصر|فیلیپین)|(?:トルコ|インド|ナイジェリア|フィリピン|アルゼンチン)(?:リージョン|価格|経由|版)|(?:튀르키예|터키|인도|나이지리아|필리핀|아르헨티나) ?(?:지역|계정|결제|우회|가격)|(?:इंडिया|तुर्की|नाइजीरिया) ?(?:प्लान|रीजन|अकाउंट)|(?:โซน|ราคา)(?:ตุรกี|อินเดีย|ไนจีเรีย|ฟิลิปปินส์)",
    ),
    "trial_credit": (
        r"薅|提链|试用金|(?:绑|过|代?开通?|可上|能上|可领|能领)[^\n]{0,16}试用|提取?(?:试用|支付)?链接|试用(?:号|链接|账号|资格|绑卡|代开|提链)|(?:api|官方|注册|新号)\s?赠金|0元试用|白嫖(?:官方|额度|号)|[0-9]\s?(?:刀|美金|美元|\$)\s?(?:赠送|试用|体验|免费|初始)?(?:额度|赠金|余额)?的?(?:试用|体验|普|白|新)?(?:号|key)(?:[^码\w]|$)|(?:赠送|试用)(?:额度|余额)(?:号|账号)|(?:key|号)[^\n,。]{0,10}试用额度",
        r"(?:api\s?key|账号|普号|号)[^\n]{0,48}送\s?[0-9]+\s?(?:美金|刀|美元)额度|(?:含|带|自带|内含)\s?\$?[0-9]+\s?(?:刀|美金|美元|\$)\s?的?\s?api|号[^\n,。]{0,6}(?:自?带|内?含|附)\s?\$?[0-9]+\s?(?:刀|美金|美元|\$)",
        r"\btrial[- ](?:accounts?|accs?|keys?|links?|credits? (?:accounts?|farm|abuse))\b|\bfarmed (?:trial|credits?)|\btrial[- ]farm\w*|\bpass(?:es|ing)? (?:[\w&/+]+ ){0,4}trials?\b|\b(?:trial|free|promo(?:tional)?|sign-?up) credits? (?:farm|accounts?|keys?)|\bfree[- ]tier keys?\b|\$[0-9]+ (?:free |trial |promo |sign-?up |welcome |starter |bonus ){1,2}(?:balance|credit)s? (?:accounts?|keys?)|\b(?:accounts?|keys?) with (?:[\w$]+ ){0,2}\$?[0-9]+ (?:free |trial |promo |sign-?up |welcome |starter |bonus )+(?:credit|balance)|\b(?:accounts?|keys?) with (?:the )?(?:free|trial|promo|sign-?up|welcome) \$?[0-9]+|\b(?:plus|pro|advanced)[^\n]{0,24}\btrial [0-9]+ ?(?:мес|m\b|mo|d\b|day|bulan|tháng|дн)|\b(?:pro|plus|windsurf|cursor) trials?\b|\$[0-9]+ trial (?:accounts?|keys?)|\bfree[- ]trial (?:plus|pro|accounts?|cards?|links?)|\b(?:gcp|vertex|google cloud|azure|aws) (?:\$[0-9]+ )?(?:free )?trials?\b",
        r"(?:триал\w*|пробн\w+|приветственн\w+|стартов\w+) (?:аккаунт|ключ|кредит)|(?:аккаунт|ключ)\w* (?:\w+ ){0,2}с (?:триал|пробн|приветствен|стартов)|(?:tài khoản|acc) (?:\w+ )?(?:dùng thử|trial|credit free)|(?:akun|key) (?:\w+ )?(?:free )?(?:trial|uji coba)|(?:cuentas?|claves?) (?:\w+ ){0,3}(?:de prueba|trial)|(?:contas?|chaves?) (?:\w+ ){0,3}(?:de teste|trial|de avaliação)|deneme (?:hesab|kredi)|testkont(?:en|o)|testguthaben|comptes? d'essai|(?:حساب|حسابات) تجريب|اکانت (?:تریال|آزمایشی)|(?:無料)?トライアル(?:垢|アカウント)|체험판 계정|บัญชีทดลอง",
    ),
    "edu_team_abuse": (
        r"\bk-?12\b|\bedu\s?(?:邮箱|号|账号|教育|认证|mail|email|account|акк)|\.edu\s?(?:邮箱|mail|accounts?)|教育(?:版|优惠|邮箱|认证|号|账号|资格)|(?:学生|教师|老师)(?:认证|号|账号|优惠|版|包|价|资格|身份|邮箱|会员)|席位号|(?:team|business|k12|子号|母号|工作区|团队版?)[^\n]{0,12}(?:席位|空位|名额|坑位|车位)|母号|子号",
        r"\b(?:team|business|团队)\s?(?:子号|母号|bug|车|位|邀请|席位|空间|成员|拉人|拉你|进组|拼位|名额|蹭)|进\s?(?:team|business|团队)|team bug|拉(?:你|人)?进\s?(?:team|business|团队|工作区)",
        r"\b(?:team|business|workspace)[- ](?:slots?|invites?|workspace seats?)\b|\b(?:chatgpt|gpt|openai) (?:team|business)\b[^\n,]{0,14}(?:\bseat\b|\bowner\b|\bmember\b|\bмест|\bинвайт|рабоч\w+ простран|\bplaza|\basiento|\bassento|\bplatz|\bplätze|\bkoltu|\bghế|\bsuất|\bkursi|\bplace|\bsiège|\bposto|\bmiejsc|シート|席|枠|招待|좌석|초대|ที่นั่ง|مقعد|دعوة|صندلی)|\binvite team\b|\b(?:chatgpt|gpt|claude|openai|gemini) (?:team|business|edu|enterprise)\b[^\n.]{0,20}\b(?:slots?|spots?|invit\w+|workspace)\b|\bgemini (?:ai )?(?:pro|advanced)\b[^\n,.]{0,20}(?:\bedu\b|\bstudent|\bpelajar|\bmahasiswa|studente|estudiant|sinh viên|öğrenci|étudiant|студент)|\b(?:invit\w+|join\w*|add\w*|seats?|slots?|spots?|place) (?:you )?(?:to|in|into|on|of) (?:a |an |our |my |the )?(?:chatgpt |gpt |claude |openai )(?:team|business|edu|workspace)\b|\bour (?:team |business )?workspace\b",
        r"\b(?:student|edu(?:cation)?|teacher|school)[- ](?:verif\w+|discount|account|pack|plan|mail|e-?mail|licen\w+|offer|deal|promo|sub\w*|status)|\.edu accounts?|sheerid",
        r"студент?ськ|студенческ\w+|студент\w* (?:тариф|план|аккаунт)|\bмест\w* в (?:\w+ )?(?:team|команд|business)|(?:team|business) мест|приглашени\w+ в (?:\w+ )?(?:team|команд|business)|инвайт в (?:\w+ )?(?:team|business)|edu[- ]почт",
        r"tài khoản edu|mail edu|gói (?:sinh viên|giáo dục)|(?:slot|mời vào|vào) (?:\w+ )?(?:team|business)\b|(?:akun|paket|mail) (?:edu|student|pelajar|mahasiswa)|(?:pro|plus) (?:pelajar|mahasiswa|student)|cuentas? (?:edu|de estudiante|estudiantil)|plan (?:de )?estudiante?|correo edu|invitaci[oó]n (?:a|al) (?:\w+ )?(?:team|business)|(?:vaga|convite|assento) (?:em |no |na |para )?(?:o )?(?:\w+ )?(?:team|business)|(?:conta|plano) (?:de )?estudante|öğrenci (?:hesab|paket|indirim|plan)|edu mail|(?:team|business) (?:davet|koltu)|studenten-?(?:account|konto|abo|rabatt|tarif)|einladung in (?:\w+ )?team|(?:verifica|sconto|account) student|compte étudiant|konto studenckie",
        r"学割|学生(?:アカウント|垢)|교육용 계정|학생 (?:인증|계정|요금)|팀 (?:초대|자리)|อีเมลนักเรียน|บัญชี(?:นักศึกษา|นักเรียน)|بريد (?:تعليمي|جامعي)|حساب (?:طلاب|تعليمي)|(?:تفعيل|عرض|باقة) (?:طالب|طلاب)|دعوة (?:إلى )?(?:team|فريق)|دانشجویی|دعوت به تیم",
    ),
}  # fmt: skip
"""Signal -> patterns, each a group of languages. `windsurf` is a channel of reverse_proxy."""
