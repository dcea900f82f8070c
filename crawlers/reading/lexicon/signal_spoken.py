"""The same signals where a sentence tells them instead of a trade's own term: who does what with which account."""

from __future__ import annotations

_PLAN = r"(?:claude|chatgpt|gpt|gemini|grok|codex|max|plus|pro|клод|чатгпт|코드|클로드|챗gpt)"
_MAKER = r"(?:anthropic|openai|google|claude|антропик|опенаи|гугл|клод)"
_CLAUDE = r"(?:opus|fable|claude|sonnet)"
_LESS = r"(?:sonnet|haiku|glm|qwen|deepseek|kimi|minimax|gpt|mini\b|flash|grok|小模型|国产|便宜模型|别的模型|其他模型)"
_GIVES = (
    r"(?:返回|出来的?|回的是?|给的是?|跑的是?|serv\w+|return\w*|answers?\b|deliver\w*|route\w*|отда\w+|подсовыва\w+|выда\w+|приход\w+|trả về|trả|entreg\w+|sirv\w+|bekomm\w+|liefer\w+"
    r"|reçoi\w+|donne\w*|renvo\w+|danno|restituis\w+|dostaj\w+|veriyor\w*|geliyor|kasih|dikasih|dapat\w*|返|出す|出て|나오|나온|나옴|준다|ได้|ส่ง)"
)
_TRIAL = r"(?:promo\w*|trial|sign-?up|welcome|starter|free|bonus)"

SPOKEN: dict[str, tuple[str, ...]] = {
    "shared_account": (
        rf"拼单|一号[二两三四五六2-6]人|[二两三四五六2-6]个人[^\n,。]{{0,2}}(?:分|一起|合)|还[剩差缺有][一二两三四1-5]个?(?:位|坑|名额|座)|[二三四五六]分之一(?:车|席|位)|家庭(?:版邀请|邀请|位|席位)|{_PLAN}\s?(?:계정\s?)?공유|플러스 ?공유|맥스 ?공유|1인 ?[0-9]+ ?(?:천|만|원)|کاربره|نفره",
        rf"\b[2-9] (?:slots?|users?|people|seats?|persons?) (?:per|on|in|to) (?:an? |one |each )?(?:account|acc|login)|\b(?:go|going) (?:halves|in on)\b|\bmulti-?user\b|\bsemi-?private\b|\b{_PLAN}[^\n.,]{{0,16}}\(?[2-9] users?\b|\bused by (?:others|[2-9] )|\bnon-private\b|\bshare kar|\b[2-9] log(?:o|on)? (?:me|mein|ke)\b",
        r"(?:двоих|троих|второго|третьего|напарник\w+) (?:в|на) (?:клод|claude|chatgpt|gpt|max|подписк|акк)|\bпоровну\b|с (?:человека|носа|каждого)\b|доля [0-9]|chung tiền|góp chung|1 (?:akun|acc) (?:untuk|buat|cho) [2-9] (?:orang|user|người)|untuk [2-9] orang",
        rf"\bla usan [2-9]|\b(?:com|con|entre) (?:mais|otros?|otras?|altre?i?) [2-9]|\b[2-9] (?:usu[aá]rios|usuarios|utenti|utilisateurs|nutzer|osoby|osób)\b|\b(?:conta|cuenta)[^\n.]{{0,20}}(?:dividida|repartida)|repartir (?:{_PLAN}|la cuenta|gastos)|\bteil(?:t|en|e) (?:sich )?[^\n.]{{0,16}}(?:{_PLAN}|konto|account)|\bpro person\b|\bgruppen(?:konto|account|abo)|\bpartage (?:mon|notre|un|d'un) (?:abonnement|compte)|\bà plusieurs\b|\b[2-9] places? (?:libres?|restantes?|dispo)|miejsce (?:na koncie|w subskrypcji)|\bpaylaşıyoruz|\bkişi (?:paylaş|ortak|kullan|eksik)",
    ),
    "ban_wave": (
        r"小黑屋|一网打尽|号源?被(?:清洗|洗)|(?:a社|官方|anthropic|openai|谷歌|google)[^\n,。]{0,6}(?:抽风|发癫|出手|搞事|下手|杀疯|开杀)|挂了[^\n,。]{0,3}[0-9一二两三四五六七八九十百]+多?个号",
        rf"(?:anthropic|антропик|openai|опенаи|клод|гугл|google)[^\n.]{{0,20}}(?:рубит|косит|гасит|выпилива|кро[ею]т|сносит|жд[её]т банов)|(?:вылетел|отлетел|слетел|улетел|потерял)\w* [0-9]+ (?:акк|аккаунт)|\b(?:took|taken|taking) down [0-9]|\b{_MAKER}\b[^\n.]{{0,16}}(?:cerr[oó]|fech(?:ou|a)\b|fermé|supprim|chius|zamkn|kapat|menutup|schloss|geschlossen)|(?:banyak|semua|puluhan|ratusan) akun (?:yang )?(?:pada )?(?:tumbang|mati|kena|hilang|lenyap)|lagi ganas",
    ),
    "one_ban": (
        r"(?:组织|号|账号|帐号|账户|plus|max|pro)[^\n,。;]{0,10}(?:凉了|没了|寄了|噶了|嘎了|无了|挂了|死了|暴毙|阵亡)",
        rf"\b(?:accounts?|workspace|org)\b[^\n.]{{0,16}}\b(?:terminated|disabled|banned|suspended|closed)\b (?:\w+ )?(?:days?|hours?|weeks?|after|overnight)|\b(?:{_MAKER}|they) (?:\w+ ){{0,2}}(?:banned|suspended|terminated|disabled|closed|nuked|killed) (?:my|our|the|his|her|their|thousands|hundreds|[0-9])|\baccount disabled\b|\b(?:accounts?|seats?|logins?)[^\n.]{{0,24}}\b(?:shut down|die|dies|died|dead|gone) (?:in|within|after) (?:an?|[0-9]+|two|three|days)|\b(?:median|average) (?:survival|lifetime)",
        r"(?:аккаунт|акк|учётк|учетк)\w*[^\n.]{0,36}(?:отключили|закрыли|блокируют|банят|улетел|закрыт\b)|اکانت\w*[^\n.]{0,40}(?:بن شد|مسدود شد|بسته شد|پرید)|บัญชี[^\n]{0,30}(?:โดนแบน|ถูกแบน|ถูกระงับ)",
    ),
    "warranty": (
        r"包(?:用|活)?(?:一个?半?月|半个?月|[0-9一二两三半]+\s?(?:天|周|个?月))|补时长|换号[^\n,。]{0,3}(?:$|,|。|\s)|不好用[^\n,。]{0,4}换|\bcovers? you\b|\bfix(?:ed)? or refund|\brefund or (?:fix|replac)|\b(?:we|i)(?:'ll| will)? (?:send|give|issue) (?:you )?(?:another|a new|a fresh)|да(?:м|дим) нов|выда(?:м|дим) нов|\bвзамен\b|backfree[^\n.]{0,16}ganti|te doy otr|\btroca (?:durante|em|por|dentro|imediata)",
    ),
    "account_pool": (
        r"号轮(?:着|流|询|换|番)|池(?:子)?[里内][^\n,。]{0,8}[0-9]|\b[0-9]+ (?:\w+ )?accounts (?:behind|in rotation|rotating)|\b(?:spread|balanced|distributed|sprayed) (?:over|across|among) (?:\w+ ){0,4}accounts|(?:крут|работа)\w+ (?:\w+ )?(?:сотн\w+|тысяч\w+|[0-9]+) (?:\w+ )?(?:акк|аккаунт)|pool (?:de|di|aus|mit|von) (?:\w+ )?(?:[0-9]+ )?(?:cuentas|contas|comptes|konten|account)|hesaplık havuz|계정[^\n]{0,8}돌려|アカウント[^\n]{0,6}(?:使い回|回して)",
    ),
    "official_key": (
        r"(?:走|接)官方\s?api|官方直连\s?key|\bkeys? (?:straight|direct(?:ly)?|right) from (?:the )?(?:anthropic|openai|google|console)|прям\w+ (?:api[- ]?)?ключ|key api (?:chính|gốc|resmi|asli)|\bechte\w* [\w-]*keys?\b|\b(?:api )?keys? (?:oficiales|oficiais|officielles|ufficiali)|oficjaln\w+ klucz|chiavi (?:api )?(?:ufficial|original)",
    ),
    "reverse_proxy": (
        r"网页版?逆|逆出来|\bweb (?:session|account|version|chat)s? (?:converted|turned|wrapped) (?:in)?to (?:an? )?api|\bweb reverse\b|\breverse (?:dari|của|de la|do|del) web",
    ),
    "regional_pricing": (
        r"低价(?:地区|国家)|便宜(?:地区|国家)区?|\bcheap (?:country|region|store)|дешёв\w+ регион|дешев\w+ регион",
    ),
    "trial_credit": (
        rf"新号送的|试用期\s?(?:plus|pro|的)|(?:plus|pro|max)\s?试用|\b{_PLAN} on (?:an? )?(?:free )?(?:[0-9]+-(?:day|month) |one-month )?trial|\b(?:keys?|accounts?),? (?:each )?with \$?[0-9]+ {_TRIAL}|\b(?:sign-?up|welcome|promo) credits?\b[^\n.]{{0,16}}(?:keys?|accounts?)|\b(?:keys?|accounts?)[^\n.]{{0,24}}(?:sign-?up|welcome|promo\w*) (?:credit|balance)",
        rf"{_PLAN}[^\n.]{{0,14}}(?:пробн|триал)|(?:cuenta|conta|konto|compte|account|hesap|акк\w*)\w*[^\n.]{{0,16}}(?:prueba grat|teste gr[áa]tis|per[ií]odo de teste|startguthaben|testzeitraum|probemonat|essai gratuit|prova gratuita|okres próbn|deneme süre|пробн)|(?:無料)?(?:トライアル|体験)の?(?:plus|pro|アカウント|垢)|무료 ?체험 ?(?:계정|플러스)|ทดลองใช้[^\n]{{0,8}}(?:บัญชี|plus)",
    ),
    "edu_team_abuse": (
        r"(?:добав|вступ|приглаш)\w+ (?:вас )?(?:в|на) (?:\w+ ){0,2}(?:team|business|рабоч)|рабоч\w+ пространств|convite para o (?:time|team)|e-?mail (?:estudantil|universit[aá]ri|acad[eê]mic)|correo (?:universitari|estudiantil|acad[eé]mic)|öğrenci doğrula|大学(?:の)?メール|学生認証|\b(?:uni|hochschul)-?mail\b|mail étudiant|mail universitaria|학교 ?메일|대학 ?메일|อีเมลมหาวิทยาลัย|email (?:sinh viên|kampus)|\bstudent[- ]verified",
    ),
    "bulk_registration": (
        r"脚本(?:开|跑|做|出)的|\bregistered (?:accounts?|accs?)[^\n.]{0,16}(?:[0-9]+k? ?(?:a|per|/) ?day|residential)|\bрега(?:ем|ю|ли)\b|регистриру(?:ем|ю) (?:по )?[0-9]|akun (?:hasil )?bot\b|\b(?:cread|criad)[ao]s? (?:por|con|com) (?:un )?(?:bot|script)|\bper (?:skript|script|bot) (?:registr|erstell|angeleg)|\bbotla\b|\bscript ile|créés par (?:bot|script)|creati (?:da|con) (?:bot|script)|ボットで(?:作成|登録)|봇으로 (?:생성|가입)",
    ),
    "sms_verification": (
        r"代收[^\n,。]{0,10}验证码|\bone-?time numbers?|\bnumbers? (?:to|for) (?:verify|verif\w+|receiv\w+)\b|номер\w* для при[её]ма|при[её]м\w* кода|n[uú]meros? para (?:verificar|validar|recibir|receber)|\bnummern? (?:zum|für) (?:verifi|die verifi|empfang)|numer\w* do weryfikacji|numeri per verific|numéros? pour vérif",
    ),
    "kyc_bypass": (
        r"\b(?:pass|do|clear|complete|handle)(?:es)? (?:the |your )?(?:selfie|face|liveness|id|identity) (?:check|scan|verification)|проверк\w+ личности (?:за вас|под ключ|прой)|(?:пройд|прохо)\w+ (?:\w+ )?(?:проверк\w+ личности|верификац)|(?:verificaci[oó]n|verificação) facial (?:hech|feit|por|inclu)|gesichts(?:prüfung|scan)[^\n.]{0,12}(?:übern|erledig|mach|inkl)|vérification (?:faciale|d'identité) (?:faite|par nous|incluse)|verifica (?:facciale|dell'identità) (?:fatta|inclusa)|(?:顔認証|本人確認)の?代行|(?:얼굴|안면|신원) ?인증 ?(?:대행|통과)|yüz doğrulama (?:hizmet|yapıl)|รับสแกนหน้า",
    ),
    "virtual_card": (
        r"\bcards?\b[^\n.]{0,30}\bvirtual\b|\bвиртуалк\w*|virtual\w* kart\w*|wirtualn\w+ kart",
    ),
    "stolen_card": (r"\b(?:someone else'?s|other people'?s|strangers'?) (?:credit )?cards?\b",),
    "refund_abuse": (
        r"\byour (?:\w+ ){0,2}(?:fee|money|payment) back\b[^\n.]{0,20}\b(?:keep|still)|деньги[^\n.]{0,16}доступ (?:оста|сохран)|верн[её]м деньги за (?:max|plus|pro)|hoàn tiền[^\n.]{0,20}vẫn (?:dùng|xài)|(?:devuelv|reembols|devolv|estorn)\w*[^\n.]{0,30}\b(?:sigues|segues|continua|sigue|sigas)\b|geld zurück[^\n.]{0,24}(?:läuft|weiter|behalt)|rembours\w*[^\n.]{0,30}(?:gardez|continue)|rimbors\w*[^\n.]{0,30}(?:continu|tieni)|refund[^\n.]{0,20}tetap (?:aktif|bisa)|(?:申请|办理)退款[^\n。]{0,6}(?:照用|还能用|继续用)",
    ),
    "token_export": (
        r"auth\s?文件|导入\s?(?:cpa|sub2)|\bfile (?:session|cookie)|\bsession (?:\+|and|file|cookie)|\btoken de sesi[oó]n|токен\w* (?:доступа|обновления)",
    ),
    "model_substitution": (
        rf"\b{_CLAUDE}\b[^\n.。]{{0,24}}{_GIVES}[^\n.。,;/|]{{0,14}}{_LESS}",
        rf"\b(?:under the hood|behind the scenes|actually|in reality)[^\n.]{{0,12}}(?:it'?s|it is|is|runs) {_LESS}|\banswers? come from {_LESS}|(?:на самом деле|под капотом)[^\n.]{{0,12}}{_LESS}|{_LESS} (?:en lugar|au lieu|anstatt|invece|zamiast|thay vì) ",
    ),
    "logs_resale": (
        r"\b(?:sell\w*|wts)\b[^\n.]{0,32}\b(?:prompts|queries)\b|выгрузк\w+ (?:запрос|диалог|чат|переписк)|запрос\w* пользовател|\blog (?:người dùng|user|api|gọi)|registros de (?:prompts|uso|peticiones|pedidos)|prompt-?(?:protokolle|logs)|(?:利用|プロンプト)(?:ログ|履歴)|사용 ?기록|프롬프트 ?로그|سجل المحادثات|kayıtları? sat",
    ),
    "max_pool": (
        r"(?:底层|用的)是?\s?(?:claude\s?)?max\s?(?:订阅)?号|(?:на|через) подписк\w+ (?:claude )?max|(?:bằng|từ) (?:gói|acc) max|(?:con|com|mit|über|sur|su) (?:cuentas|contas|konten|accounts?|abos|comptes) (?:claude )?max",
    ),
    "plus_pro_pool": (
        r"(?:底层|用的)是?\s?(?:gpt\s?)?(?:plus|pro)\s?(?:订阅)?号|(?:на|через) подписк\w+ (?:chatgpt )?(?:plus|pro)\b|(?:bằng|từ) (?:gói|acc) (?:plus|pro)\b|\b(?:runs?|running|served|serving|backed) (?:on|by|from|off) (?:\w+ ){0,2}(?:plus|pro) (?:accounts?|subs\w*|seats)|(?:con|com|mit|über|sur|su) (?:cuentas|contas|konten|accounts?|abos|comptes) (?:plus|pro)\b|\b(?:plus|pro) 0\.[0-9]+ ?[/|,]",
    ),
}  # fmt: skip
"""Signal -> patterns, each a group of languages; joined to those of the terms."""
