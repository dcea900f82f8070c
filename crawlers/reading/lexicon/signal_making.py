"""Words for how accounts are made and paid: registration, codes, identity checks, cards, refunds, tokens."""

from __future__ import annotations

_CHECKED = r"(?:kyc|实名|人脸(?:识别|验证|认证)?|真人(?:验证|认证|刷脸)?|persona|身份(?:验证|认证)|组织(?:验证|认证))"
_BEARER = r"(?:rt|refresh|refresh[-_ ]?token|token|cookies?|json|session\w*|sk)"
_CARD_RU = r"(?:краден|чуж|ворован|украден|взломан)\w+ (?:\w+ )?карт"

MAKING: dict[str, tuple[str, ...]] = {
    "bulk_registration": (
        r"手搓|注册机|家宽|批量(?:注册|开号|产号|出号)|自动(?:化)?(?:注册|出号|产号)|协议(?:注册|号)|机注|机器(?:批量)?注册|机刷|慢注册|注册脚本|脚本(?:注册|跑的?号|跑的?新号|号)|手工注册|住宅\s?ip\s?(?:注册|一号)|一号一\s?(?:ip|注册)|量产(?:号|账号)",
        r"\b(?:bulk|mass|auto(?:matically|matic)?|script|bot)[- ]?(?:registered|registration|registering|created|creation|made|generated|reg|sign-?ups?)\b|\b(?:regist\w+|created|made|generated|signed up) (?:\w+ ){0,3}(?:in bulk|en masse|at scale|by (?:script|bot|software))|\b(?:regist\w+|created|made|signed up) (?:\w+ ){0,3}residential|residential (?:ip )?(?:sign-?up|regist)\w*|\bautoreg|\bregistration (?:bot|script|farm|machine)|\baccount (?:farm|generator)|\bfarmed accounts?|\b(?:we|i) register [0-9]",
        r"авторег|нафарм|массов\w+ регистрац|(?:зарегистрирован\w*|регал\w*|рег\w*|созда\w+) (?:\w+ )?(?:пачк|софт|скрипт|ботом|массов|автомат)|софтом рег|отл[её]жк|(?:реєстру|регистриро)\w+[^\n.]{0,40}(?:тысяч|тисяч|массов|масово)|sim-?ферм|sim[- ]farm",
        r"(?:đăng ký|reg|tạo) (?:\w+ ){0,3}(?:hàng loạt|tự động|số lượng lớn|bằng tool)|tool reg|(?:regis\w*|daftar|akun bot|buat akun) (?:\w+ )?(?:massal|otomatis)|(?:registr|cread|criad|cadastr|fabricad)\w+ (?:\w+ )?(?:en masa|masiv\w+|em massa|automátic\w+|automatic\w+)|registros? masiv|massenhaft (?:registr|erstell|angeleg)\w*|automatisch registriert|toplu (?:kayıt|açıl|hesap aç|oluştur)|otomatik (?:kayıt|açıl)|créés en masse|masowo zakładan",
        r"一括(?:登録|作成)|大量(?:登録|作成)|대량 (?:가입|생성)|자동 ?가입|تسجيل (?:جماعي|آلي)|ثبت‌?نام انبوه|สมัครจำนวนมาก|ปั๊มไอดี",
    ),
    "sms_verification": (
        r"接码|接🐎|接🐴|接🦆|接马|短信(?:验证|接收|代收|接码)|代收(?:短信|验证码)|验证码(?:代收|接收)|收短信码?|收码|实卡号码|过手机验证|手机号?(?:验证|认证)[^\n,。]{0,3}(?:代|服务|包过)|(?:代做?|过|帮)手机号?(?:验证|认证)|二验|虚拟(?:手机)?号码?(?:段|$|[^码\w])|(?:海外|美国|国外)手机号",
        r"\b(?:sms|phone)[- ]verif\b|vérif\w* (?:du |de )?(?:téléphone|numéro|sms)|\bsms[- ](?:verif\w*|codes?|activation|receiv\w+|service|rental|numbers?)|\botp[- ](?:service|codes?|receiv\w+|rental|numbers?)|\b(?:receive|rent|get) (?:sms|otp)|\bphone (?:number )?verif\w+ (?:for|service|codes?|numbers?|only|:|-|\$|done)|\bphone verif\w+[^\n.]{0,16}\$|\b(?:virtual|rented|disposable) (?:phone )?numbers?\b|\bnumbers for (?:openai|claude|chatgpt|sign-?up|verif)",
        r"(?:при[её]м|аренда|активац\w+) (?:по )?(?:смс|sms|номер)|(?:смс|sms)-?(?:актив|код|верифик|подтвержд)|(?:смс|sms) (?:для|под|на) (?:\w+)|виртуальн\w+ номер|номер\w* (?:для|под) (?:регистрац|openai|claude|chatgpt|смс|gpt)",
        r"nhận (?:mã|code|otp|sms)|(?:thuê|cho thuê|bán) (?:sim|otp|số|code)|số (?:ảo|nhận otp)|(?:terima|jasa|sewa|nomor) (?:sms|otp|nomor|virtual|kosong)|\bnokos\b|verificaci[oó]n (?:por |de )?(?:sms|n[uú]mero|tel[eé]fono)|verificação (?:por |de )?(?:sms|número|telefone)|n[uú]meros? virtua\w+|(?:recibir|receber) sms|sms onay|sanal numara|numara onay|sms-?(?:verifizierung|empfang)|virtuelle (?:handy|telefon)?nummer|numéros? virtuel|weryfikacj\w+ sms",
        r"sms認証|番号認証|仮想番号|문자 ?인증|인증번호|가상 ?번호|ยืนยัน (?:sms|otp)|รับ ?otp|เบอร์(?:รับ|เสมือน)|تفعيل (?:رقم|أرقام|sms)|أرقام (?:وهمية|افتراضية|تفعيل)|رقم وهمي|شماره مجازی|تأیید پیامک",
    ),
    "kyc_bypass": (
        rf"(?:过|代过|包过|代做|代办|秒过|解|已过|通过|搞定)\s?{_CHECKED}|{_CHECKED}\s?(?:号\s?)?(?:代过|服务|包过|代办|代做|秒过|解封|已过|通过|代理过|可过|协助|搞定)|{_CHECKED}\s?(?:号|过(?:[^期滤程不度]|$))|kyc\s?(?:认证|验证)|真人认证|真人(?:刷脸)?过|刷脸|过脸|过真人|persona\s?(?:认证|验证)|人脸(?:代过|代做|认证服务)",
        r"\bkyc[- ](?:bypass\w*|service|pass(?:ed)?|verified|done|help|unlock|approved|ready)|\bbypass(?:ing|es|ed)? (?:the )?(?:kyc|identity|id check|persona|verification)|\b(?:pass|passing|completed?|we do|clear) (?:the |your )?(?:kyc|persona)\b|\bkyc for\b|\bpersona (?:id )?(?:pass|verif\w*)\b|\bpersona \+|\bliveness\b|\b(?:face|persona|identity|id) check (?:passed|done)|\b(?:id|identity|org|organi[sz]ation)[- ]verif\w+ (?:service|bypass|passed|done|for you|help|included)|\bwe (?:pass|do|clear|handle|complete) (?:the |your )?(?:identity|id|org\w*)[- ]verif\w*|\bverified (?:with|by) (?:fake|real) id|\bfake (?:id|passport|document)s?\b",
        r"(?:прохожд\w+|обход|пройд\w+|сделаем|пройден\w*|пройд[её]м) (?:\w+ )?(?:kyc|persona|верификац)|kyc (?:под ключ|пройден)|верификац\w+ (?:личности )?(?:под ключ|за вас|вместо вас)|верификац\w+ (?:личности|аккаунт)",
        r"(?:vượt|pass|qua|làm|nhận|dịch vụ) kyc|kyc (?:hộ|thuê)|xác minh (?:hộ|danh tính|khuôn mặt)|jasa (?:\w+ )?(?:verifikasi|kyc)|lolos (?:kyc|verifikasi)|(?:pasar|saltar|evadir|bypass|pasamos) (?:el )?kyc|kyc (?:resuelto|hecho|feito|onayl|geç|aprovado)|verificaci[oó]n de identidad (?:hecha|resuelta|inclu|por)|verificação de identidade (?:feita|inclu|por)|kimlik doğrulama (?:hizmet|yapılır|geç)|kyc-?(?:umgehung|dienst|service)|identitätsprüfung (?:erledigt|bestanden)",
        r"kyc代行|本人確認(?:代行|済)|kyc 통과|신분 ?인증|본인 ?인증 대행|ผ่าน kyc|รับทำ kyc|تجاوز (?:kyc|التحقق)|توثيق (?:kyc|الهوية)|احراز هویت",
    ),
    "virtual_card": (
        r"虚拟(?:信用|visa|银行)?卡|0\s?刀卡|visa\s?(?:虚拟|实卡)|卡头|卡段|\bvcc\b|\bvirtual (?:credit |debit |visa |mastercard |prepaid |bank |payment )?cards?\b|\bprepaid (?:visa|master|debit|cards?)",
        r"виртуальн\w+ (?:\w+ )?карт|thẻ (?:visa |tín dụng )?ảo|kartu (?:kredit )?virtual|vcc\b|tarjetas? (?:de crédito )?virtual|cart(?:ão|ões) (?:de crédito )?virtua|sanal (?:kredi )?kart|virtuelle\w* (?:kredit|debit)?karte|cartes? virtuelle|بطاق\w+ (?:\w+ )?افتراضي|کارت (?:\w+ )?مجازی|バーチャルカード|가상 ?카드|บัตร(?:เสมือน|เวอร์ชวล)|kart\w* wirtualn",
    ),
    "stolen_card": (
        r"盗刷|黑卡|盗卡|盗[取用来得][^\n,。]{0,3}(?:信用|银行)?卡|偷来的(?:信用)?卡|cvv料|料子卡|被盗(?:的)?(?:信用|银行)?卡|黑料|洗料|黑(?:资|产)卡|料卡",
        r"\bstolen (?:credit |debit |bank |payment )?cards?\b|\bstolen (?:card|payment) (?:data|details|numbers?)|\bcarded\b|\bcarding\b|\b(?:hacked|fraud|compromised) cards?\b|\bfraudulent cards?\b|\bcard fraud\b|\bstolen (?:visa|cc|credit card)s?\b|\bcc fullz\b|\bcloned cards?\b|\bfullz\b|\bcard numbers? (?:from|taken|stolen)",
        rf"{_CARD_RU}|кардинг|чардж\w* карт|карженн|кардед|вбив|thẻ (?:chùa|hack|trộm|đánh cắp|ăn cắp)|thẻ tín dụng bị đánh cắp|kartu (?:kredit )?(?:curian|hasil curi)|tarjetas? (?:de crédito )?(?:robad|clonad)|cart(?:ão|ões) (?:de crédito )?(?:roubad|clonad)|gestohlene\w* (?:kredit)?karte|çalıntı (?:kredi )?kart|cartes? volée|بطاق\w+ (?:\w+ )?مسروق|کارت\w* (?:دزدی|سرقتی)|盗難(?:クレジット)?カード|도난 ?카드|บัตร(?:ขโมย|ที่ถูกขโมย)|skradzion\w+ kart",
    ),
    "refund_abuse": (
        r"自助退款?|退款(?:自助|套利|代办|技术|教程|秒到|服务|神器|代做|薅|漏洞|bug)|代(?:办|做)?退款?(?:[^订货]|$)|(?:苹果|ios|谷歌|google)\s?退款|按天退款?套|退款(?:后)?(?:还能|继续|照样|号)[^\n,。]{0,4}(?:用|使|在|留)|(?:订阅|充值)后(?:再)?退款|(?:教|帮)你?退款|退款[^\n。]{0,4}(?:留号|号(?:还在|继续|照))",
        r"\brefund(?:s|ing)? (?:service|method|trick|abuse|fraud|exploit|scam|hack|guide|loop)|\brefund\w*[^\n.]{0,24}\bkeep|\bkeep[^\n.]{0,24}\brefund|\bdoing refunds\b|\bkeep the (?:month|sub\w*|account|plan)\b|\bwe (?:get|do) (?:your |you a )?refund|\bself-?service refund|\bchargeback (?:trick|method|service)|\bmoney back from (?:apple|google|openai|anthropic|stripe)",
        r"рефанд|возврат\w* (?:подпис\w+|под ключ|за вас|с сохранением)|возврат[^\n.]{0,24}(?:доступ|аккаунт|подписк\w+) (?:\w+ )?(?:оста|сохран)|(?:верн[её]м|вернуть) деньги за подписк|hoàn tiền hộ|(?:dịch vụ|làm|nhận) (?:refund|hoàn tiền)|jasa refund|refund jasa|(?:servicio|método|truco|hago) (?:de )?(?:reembolso|refund)|(?:serviço|método|truque) de (?:reembolso|estorno)|iade (?:hizmeti|yöntemi|taktiği)|erstattungs(?:service|trick|betrug|dienst)|返金(?:代行|裏技)|환불 ?(?:대행|꼼수)|استرداد (?:الأموال )?مع|خدمة (?:استرداد|استرجاع)|ریفاند",
    ),
    "token_export": (
        r"(?:带|附|含|送|有|附带|自带|可提|提供|给)\s?(?:rt|at|sk|session|refresh|token|cookies?)\b|json\s?可导|含\s?(?:refresh|session)|\brt\s?(?:号|格式|/|\+|和)|\b(?:at|json|sk)\s?[+/&和]\s?rt\b|\bfor sub2api|\brt for\b|\b(?:cpa|sub2(?:api)?)\s?(?:格式|导入|json|可用|可导|号|直接导|文件)|支持\s?(?:导入)?\s?(?:cpa|sub2)|\bcpa\s?(?:和|/|、|,|\+|&)\s?sub2|格式[^\n]{0,6}\b(?:cpa|sub2|json|rt)\b",
        rf"json\s?(?:格式|文件|导入|号|凭证|账号)|(?:导入|导出)[^\n]{{0,8}}(?:401|json|rt\b|token)|报?\s?401\s?(?:包|可?售后|质保|可换)|auth\.json|sessionkey|session[- ]key|session[- ]tokens?|oauth[- ]?(?:tokens?|json|凭证)|\b(?:cookies?|session|token|rt|sk)\s?(?:登录|登陆|直登|登号|导入)|(?:邮箱|密码|账号|pass\w*|mail|пароль|почта|contraseña|senha|parola|şifre|mật khẩu)\s?[-:|+/;—]{{1,6}}\s?{_BEARER}\b",
        r"\brefresh[-_ ]?tokens?\b|\baccess[-_ ]?tokens? (?:included|export\w*|dump)|\b(?:with|incl(?:uding|udes?|\.)?|exported|delivered as|comes as|ships as) (?:the )?(?:rt|json|cookies?|refresh|session (?:token|key|json|cookie))\b|\b(?:rt|json|cookies?) (?:format|files?|login|export|included)|\btokens? export|\b(?:sub2api|cpa|cliproxy\w*)[- ](?:ready|compatible|format|json|import\w*|files?)",
        r"рефреш[- ]?токен|refresh[- ]?токен|токен\w* сессии|session[- ]?токен|(?:формат|выдача|выда[её]м)\w*:?[^\n]{0,24}(?:json|cookie|куки|refresh|токен)|kèm (?:rt|refresh|cookie|json|session|token)|(?:dạng|định dạng|file) (?:json|cookie)|(?:format|dengan|berupa) (?:json|cookie|rt|token)|(?:formato|archivo|arquivo) (?:json|cookies?|rt)|(?:con|com) (?:cookies?|refresh|json|token)|json format(?:ı|ında)|json-?(?:format|datei)|توکن (?:رفرش|نشست)|رمز التحديث|ملف json|فایل json|リフレッシュトークン|리프레시 ?토큰",
    ),
}  # fmt: skip
"""Signal -> patterns, each a group of languages."""
