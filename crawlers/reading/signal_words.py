"""The words that state a supply signal, for plain lower-case text; RE2's syntax, no look-around.

A signal needs its words themselves: DOMAIN's vocabulary (c), and what sellers in other languages write for the same.
"""

from __future__ import annotations

_PLACES = "土菲尼美印日阿港台埃巴韩英德法澳泰越俄"
_CLAUDE = r"(?:claude|opus|sonnet|haiku|fable|mythos|cc)"
_OTHER = r"(?:gpt|codex|glm|qwen|deepseek|kimi|minimax|gemini|grok|mimo|豆包|千问|自部署)"
_VENDOR = r"(?:官方|anthropic|openai|google|谷歌|a社|claude|codex|gpt|微软|aws|xai|kiro|oai|上游|平台方)"

SIGNAL_WORDS: dict[str, tuple[str, ...]] = {
    "account_pool": (
        r"号池|[账帐]号池|[a-z0-9]\s?池|混合池|池子|库存号|补号|补充?账号|自建池|[下这]一?批号|批号到货|多[账帐]号轮|轮询[账帐]号",
        r"\baccounts?[- ]pools?\b|\bpool(?:s|ed)? (?:of )?(?:\w+ ){0,3}accounts?\b|\brotating accounts\b|\b(?:stable|mixed|our|max|plus|pro|team|key|account|cheap|premium|token|claude|codex|gpt) pools?\b|\bpools? work",
        r"пул\w* (?:\w+ )?аккаунт|pool (?:tài khoản|acc|akun|de cuentas|de contas)|account-?pool|hesap havuzu|kontenpool",
        r"アカウントプール|계정 풀|مجمع حسابات|استخر حساب",
    ),
    "max_pool": (
        r"\bcc[-_ ]?max|code-ccmax|纯\s?max|max\s?(?:20x?|5x?)?\s?(?:号池|池|分组|渠道|线路|通道|订阅池|满血分组)",
        r"max\s?(?:20x?|5x?)?\s?(?:满血|一手|直连)?\s?(?:账?号|订阅)(?:自己订|自建|直连|池)|max\s?(?:20x?|5x?)?\s?(?:满血账号自己订|一手订阅)",
        r"\bmax[- ](?:20x |5x )?(?:pool|group|channel|tier group)\b|\bpool of (?:claude )?max\b|(?:backed|served|powered|fed) by (?:\w+ ){0,3}max (?:20x |5x )?(?:sub|acc|plan|seat)",
        r"пул\w* (?:claude )?max|группа max|nhóm max|grupo max|pool max",
    ),
    "plus_pro_pool": (
        r"(?:plus|pro)[\s_-]?(?:会员)?(?:号池|池|分组|渠道|通道|线路)|(?:plus|pro)组",
        r"(?:gpt|codex|chatgpt)[\s_-]?(?:plus|pro)\s?(?:调用)?(?:倍率|下调|上调|降|涨|改|调)|(?:plus|pro)\s?0\.[0-9]+\s?(?:x|倍)",
        r"plus\s?号的?(?:进价|成本|进货|采购)|(?:进了|采购|进货|买了|收了|补了)[^\n。]{0,14}(?:plus|pro)\s?(?:账?号|帐号)|纯血\s?pro",
        r"\b(?:plus|pro)[- ](?:account )?(?:pool|group|channel)\b|\bpool of (?:chatgpt |gpt )?(?:plus|pro)\b",
        r"пул\w* (?:chatgpt |gpt )?(?:plus|pro)|групп\w* (?:codex|gpt|chatgpt)?[- ]?(?:plus|pro)|nhóm (?:codex|gpt|chatgpt)?[- ]?(?:plus|pro)|grupo (?:plus|pro)",
    ),
    "reverse_proxy": (
        r"逆向|官逆|反代|\bamazon\s?q\b|reverse[- ]prox|revers(?:e[- ]engineer|ed (?:api|client|web|channel))|\bweb2api\b|网页逆",
        r"\bреверс\b|обратн\w+ прокси|реверс-?прокси|reverse proxy|proxy ngược|proxy inverso|ters proxy|リバースプロキシ|리버스 ?프록시|逆代",
    ),
    "windsurf": (r"windsurf|\bwf\b|\breverse\b",),
    "kiro_reverse": (r"kiro|krio",),
    "antigravity_reverse": (r"反重力|antigravity|\banti\b|\banti(?:渠道|分组|缓存|线|那|号池|反代|版)",),
    "cloud_credit": (
        r"\baws\b|bedrock|\bvertex\b|\bgcp\b|\bazure\b|谷歌云|微软云|亚马逊云|amazon web services|google cloud",
    ),
    "trial_credit": (
        r"薅|提链|试用金|(?:绑|过|开通?)[^\n]{0,16}试用|提取?(?:试用|支付)?链接|试用(?:号|链接|账号|资格)|(?:api|官方|注册|新号)\s?赠金|0元试用|白嫖(?:官方|额度|号)",
        r"(?:api\s?key|账号|普号|号)[^\n]{0,48}送\s?[0-9]+\s?(?:美金|刀|美元)额度|(?:含|带|自带|内含)\s?\$?[0-9]+\s?(?:刀|美金|美元|\$)\s?的?\s?api",
        r"\btrial (?:accounts?|keys?|credits? (?:accounts?|farm|abuse))\b|\bfarmed (?:trial|credits?|accounts?)|\b(?:trial|free|promo(?:tional)?) credits? farm|\bfree[- ]tier keys?\b|\$[0-9]+ (?:trial|promo|sign-?up) (?:balance|credit)s? (?:accounts?|keys?)",
        r"триальн\w+ (?:аккаунт|ключ|кредит)|пробн\w+ (?:аккаунт|ключ|кредит)|tài khoản (?:dùng thử|trial)|akun trial|cuentas? (?:de prueba|trial)|contas? (?:de teste|trial)|deneme hesab|testkonten",
    ),
    "edu_team_abuse": (
        r"\bk-?12\b|\bedu\s?(?:邮箱|号|账号|教育|认证|mail|email|account|акк)|教育(?:版|优惠|邮箱|认证|号)|学生(?:认证|号|优惠|版)|席位号|(?:team|business|k12|子号|母号|工作区)[^\n]{0,12}席位|母号|子号",
        r"\bteam\s?(?:子号|母号|bug|车|位|邀请|席位|空间|成员|拉人|蹭)|\bbusiness\s?(?:子号|母号|席位|空间|车|位)|team bug",
        r"\bteam[- ](?:seats?|slots?|invites?|member seats?|workspace seats?)\b|\b(?:student|edu(?:cation)?|teacher|school)[- ](?:verif\w+|discount|account|pack|plan|mail|e-?mail|licen\w+)|sheerid|\bvaga (?:em|no|na) (?:chatgpt )?team",
        r"студенческ\w+|\bмест\w* в (?:team|команд)|edu[- ]почт|tài khoản edu|mail edu|gói sinh viên|slot team|akun edu|akun student|cuenta(?:s)? edu|correo edu|öğrenci hesab|edu mail",
        r"学割|교육용 계정|학생 인증|อีเมลนักเรียน|بريد تعليمي|دانشجویی",
    ),
    "regional_pricing": (
        rf"[{_PLACES}]区|低价区|跨区|土耳其(?:区|价)|尼日利亚(?:区|价)|菲律宾(?:区|价)|印度(?:区|价)|阿根廷(?:区|价)|埃及(?:区|价)|(?:菲律宾|尼日利亚|土耳其|印度|阿根廷|埃及|巴基斯坦|巴西|越南|印尼)[^\n]{{0,4}}(?:代付|代充|支付|充值|礼品卡|订阅|内购|ios|谷歌|开通|直充|渠道)|(?:ios|谷歌|内购|代充|代付|充值|订阅|安卓)[^\n]{{0,4}}(?:菲律宾|尼日利亚|土耳其|印度|阿根廷|埃及|巴基斯坦|巴西)",
        r"\b(?:turkey|turkish|nigeria|nigerian|philippines?|india|indian|argentina|argentine|egypt|egyptian|pakistan|brazil|turkiye|us)[- ](?:region|regional|pric(?:e|es|ing)|store|app ?store|account region|tier)\b|\bregion(?:al)?[- ]pric|\bregion[- ](?:locked|swap|hop)|\bcheap[- ]region|\bregional (?:sub\w*|accounts?|plans?)",
        r"\b(?:purchased|bought|paid|billed|upgraded) (?:through|via|in|from) (?:the )?(?:turk\w+|nigeria\w*|indian?|argentin\w+|philippin\w+|egypt\w*|brazil\w*)",
        r"турецк\w+|турци\w+|индийск\w+|аргентинск\w+|нигерийск\w+|египетск\w+|филиппинск\w+|регион\w*:? (?:турц|инди|аргент|нигер|филип|сша|казах)|vùng (?:thổ|ấn|phi|nigeria|us|mỹ)|giá (?:thổ|ấn|nigeria)|region (?:turki|india|nigeria|filipina|argentina)|harga (?:turki|india)|región (?:turq|india|argentina|nigeria)|região (?:turq|índia|argentina)|türkiye fiyat|türkei-?(?:preis|region|account)",
    ),
    "bulk_registration": (
        r"手搓|注册机|家宽|批量(?:注册|开号|产号)|自动(?:化)?注册|协议(?:注册|号)|机注|机器注册|慢注册|注册脚本|脚本注册",
        r"\b(?:bulk|mass|auto)[- ]?(?:registered|registration|registering|created|creation|made|reg)\b|\bregist\w+ (?:\w+ ){0,3}in bulk|residential (?:ip )?(?:sign-?up|regist)\w*|住宅\s?ip\s?注册|\baccounts? (?:registered|created|made) in bulk|\bautoreg|\bregistration (?:bot|script|farm)",
        r"авторег|массов\w+ регистрац|зарегистрирован\w* пачк|регались? пачк|софтом рег|đăng ký hàng loạt|reg hàng loạt|tool reg|registr(?:o|ados) masiv|registro en masa|em massa|daftar massal|massenhaft registriert|toplu kayıt|toplu açıl|一括登録|대량 (?:가입|생성)|تسجيل جماعي",
    ),
    "sms_verification": (
        r"(?:^|[^对])接码|接🐎|接🐴|接🦆|接马|短信(?:验证|接收|代收)|代收(?:短信|验证码)|验证码(?:代收|接收)|过手机验证|手机验证(?:服务|代过)|二验",
        r"\bsms[- ](?:verif\w+|codes?|activation|receiv\w+|service|rental)|\botp (?:service|codes?|receiv\w+|rental)|\b(?:receive|rent) sms|\bphone verif\w+ (?:service|codes?|numbers?|only|:|-|\$)|\bvirtual numbers? for",
        r"(?:приём|прием|аренда|активац\w+) (?:по )?(?:смс|sms|номер)|смс-?(?:актив|код|верифик)|sms-?актив|nhận (?:mã|code|otp|sms)|thuê (?:sim|otp|số)|thuê code|(?:terima|jasa|sewa) (?:sms|otp|nomor)|verificaci[oó]n (?:por )?sms|verificação (?:por )?sms|sms onay|sms-?verifizierung|sms認証|문자 ?인증|인증번호|ยืนยัน (?:sms|otp)|รับ otp|تفعيل (?:رقم|sms)|شماره مجازی|تأیید پیامک",
    ),
    "kyc_bypass": (
        r"(?:过|代过|包过|代做|代办|秒过|解|已过|通过)\s?(?:kyc|实名|人脸|真人|persona|身份(?:验证|认证))|kyc\s?(?:代过|服务|认证|包过|代办|代做|解封|已过|号|验证)|真人认证|真人(?:刷脸)?过|刷脸|persona\s?(?:认证|验证|过|代)|人脸(?:代过|代做|认证服务)",
        r"\bkyc[- ](?:bypass\w*|service|pass(?:ed)?|verified|done|help|unlock|approved)|\bbypass(?:ing|es|ed)? (?:the )?(?:kyc|identity|id check|persona|verification)|\b(?:pass|passing|completed?|we do) (?:the )?(?:kyc|persona)\b|\bkyc for\b|\bpersona \+|\bliveness\b|\bid(?:entity)?[- ]verif\w+ (?:service|bypass|passed|done)|\bverified (?:with|by) (?:fake|real) id|\bfake (?:id|passport|document)s?\b",
        r"(?:прохожд\w+|обход|пройд\w+|сделаем|пройден\w*) (?:kyc|верификац)|kyc (?:под ключ|пройден)|верификац\w+ (?:под ключ|личности|аккаунт)|(?:vượt|pass|qua|làm) kyc|kyc hộ|xác minh (?:hộ|danh tính|khuôn mặt)|jasa (?:verifikasi|kyc)|lolos kyc|(?:pasar|saltar|evadir|bypass) (?:el )?kyc|kyc (?:resuelto|hecho|onayl|geç)|kyc代行|本人確認代行|kyc 통과|신분 ?인증|ผ่าน kyc|تجاوز kyc|احراز هویت",
    ),
    "virtual_card": (
        r"虚拟(?:信用)?卡|(?:^|[^0-9])0刀卡|visa\s?(?:虚拟|实卡)|卡头|\bvcc\b|\bvirtual (?:credit |debit |visa |prepaid |bank )?cards?\b|\bprepaid (?:visa|master)",
        r"виртуальн\w+ (?:\w+ )?карт|thẻ (?:visa )?ảo|kartu (?:kredit )?virtual|vcc\b|tarjetas? virtual|cart(?:ão|ões) virtua|sanal kart|virtuelle\w* (?:kredit|debit)?karte|بطاق\w+ (?:\w+ )?افتراضي|کارت مجازی|バーチャルカード|가상 ?카드|บัตร(?:เสมือน|เวอร์ชวล)",
    ),
    "stolen_card": (
        r"盗刷|黑卡|盗卡|盗取的?信用卡|盗用的?(?:信用)?卡|偷来的卡|cvv料|料子卡|被盗(?:的)?(?:信用)?卡|黑料|洗料|黑(?:资|产)卡",
        r"\bstolen (?:credit |debit |bank |payment )?cards?\b|\bstolen (?:card|payment) (?:data|details|numbers?)|\bcarded\b|\bcarding\b|\bhacked cards?\b|\bfraudulent cards?\b|\bcard fraud\b|\bstolen (?:visa|cc)s?\b|\bcc fullz\b|\bcloned cards?\b",
        r"краден\w+ (?:\w+ )?карт|чуж\w+ (?:\w+ )?карт|ворован\w+ (?:\w+ )?карт|кардинг|карженн|кардед|вбив|thẻ (?:chùa|hack|trộm|đánh cắp)|thẻ tín dụng bị đánh cắp|kartu (?:kredit )?curian|carding|tarjetas? (?:de crédito )?(?:robad|clonad)|cart(?:ão|ões) (?:de crédito )?(?:roubad|clonad)|gestohlene\w* (?:kredit)?karte|çalıntı (?:kredi )?kart|بطاق\w+ (?:\w+ )?مسروق|کارت\w* (?:دزدی|سرقتی)|盗難(?:クレジット)?カード|도난 ?카드|บัตร(?:ขโมย|ที่ถูกขโมย)",
    ),
    "refund_abuse": (
        r"自助退款|退款(?:自助|套利|代办|技术|教程|秒到|服务|神器|代做|薅)|代(?:办)?退款|按天退款?套|退款(?:后)?(?:还能|继续|照样)(?:用|使)|(?:订阅|充值)后退款",
        r"\brefund(?:s|ing)? (?:service|method|trick|abuse|fraud|exploit|scam|hack|guide|loop)|\brefund\w*[^\n.]{0,24}\bkeep|\bkeep[^\n.]{0,24}\brefund|\bdoing refunds\b|\bkeep the (?:month|sub\w*|account|plan)\b|\bwe (?:get|do) (?:your |you a )?refund|\bself-?service refund|\bchargeback (?:trick|method|service)",
        r"рефанд|возврат\w* (?:подпис\w+|под ключ|за вас|с сохранением)|(?:верн[её]м|вернуть) деньги за подписк|hoàn tiền hộ|(?:dịch vụ|làm) (?:refund|hoàn tiền)|jasa refund|refund jasa|(?:servicio|método|truco) de (?:reembolso|refund)|iade (?:hizmeti|yöntemi|taktiği)|erstattungs(?:service|trick|betrug)|返金(?:代行|裏技)|환불 ?(?:대행|꼼수)|استرداد (?:الأموال )?مع",
    ),
    "token_export": (
        r"(?:带|附|含|送|有|附带|自带|可提)\s?(?:rt|at|sk|session|refresh|token)\b|\brt\s?(?:号|格式|/|\+)|\b(?:at|json|sk)\s?[+/&]\s?rt\b|\bfor sub2api|\brt for\b|\b(?:cpa|sub2(?:api)?)\s?(?:格式|导入|json|可用|可导|号|直接导)|支持\s?(?:导入)?\s?(?:cpa|sub2)|\bcpa\s?(?:和|/|、|,|\+|&)\s?sub2|格式[^\n]{0,6}\b(?:cpa|sub2|json|rt)\b",
        r"json\s?(?:格式|文件|导入|号|凭证|账号)|(?:导入|导出)[^\n]{0,8}(?:401|json|rt\b|token)|报?\s?401\s?(?:包|可?售后|质保|可换)|auth\.json|sessionkey|session[- ]key|session[- ]tokens?|oauth[- ]?(?:tokens?|json|凭证)",
        r"\brefresh[-_ ]?tokens?\b|\baccess[-_ ]?tokens? (?:included|export\w*|dump)|\b(?:with|incl(?:uding|\.)?|exported|delivered as) (?:the )?(?:rt|json|cookies?|refresh|session)\b|\b(?:rt|json|cookie) (?:format|file|login|export)|\btokens? export",
        r"рефреш[- ]?токен|refresh[- ]?токен|токен\w* сессии|session[- ]?токен|(?:формат|выдача)\w*:?[^\n]{0,24}(?:json|cookie|куки|refresh|токен)|kèm (?:rt|refresh|cookie|json|session|token)|(?:dạng|định dạng|file) (?:json|cookie)|(?:format|dengan) (?:json|cookie|rt)|(?:formato|archivo) (?:json|cookies?)|json formatı|json-?format|توکن (?:رفرش|نشست)|رمز التحديث",
    ),
    "shared_account": (
        r"拼车|合租|合车|车位|[二两三四五六七八九十2-9]\s?人\s?(?:车|拼|共享|合用)|拼租|拼团号|人\s?平摊|平摊[^\n]{0,8}(?:每人|月)|还差[一1二两]位|共享(?:账号|号|帐号)|家庭组|多人(?:共用|共享)|[0-9]{1,2}人共",
        r"\bshared (?:chatgpt |claude |gpt |gemini |plus |pro |max |team |premium ){0,3}(?:accounts?|log-?ins?|access|seats?|slots?|plans?|subs?\w*)|\bshared\b[^\n.]{0,16}\baccount|\bshare (?:an? |one |the )?account|\baccount shar(?:e|ing)\b|\bplus shared\b|\bpro shared\b|\bcarpool|\bsplit (?:seat|account|plan)|\b[0-9] users? per account|\b(?:seat|slot)s? (?:in|on|of) (?:an?|one|our) (?:shared )?(?:claude|chatgpt|max|plus|pro|account)|\bsharing (?:account|plan|slot)",
        r"общ(?:ий|его|ем|ие) (?:аккаунт|доступ)|совместн\w+ (?:аккаунт|доступ|использ|подписк)|шаринг|на \d+ человек|ghép (?:\d|nhóm|chung|slot)|dùng chung|share chung|tài khoản share|acc share|slot chung|akun (?:sharing|share|bersama|patungan)|patungan|\bsharing\b[^\n]{0,6}\(|\d akun \d user|sharing \d|berbagi akun|sharing account|cuenta(?:s)? compartid|compartid[ao]|compartilhad|conta compart|\d telas|\d pantallas|geteilt\w* (?:account|konto|zugang)|konto ?teilen|account-?sharing|ortak (?:hesap|kullanım|üyelik)|paylaşımlı|مشترك(?:ة)?|حساب جماعي|مشترک|اشتراکی|공유 ?(?:계정|아이디)|계정 ?공유|쉐어|파티원|共有アカウント|アカウント共有|シェア(?:アカ|枠)|相乗り|หาร|แชร์|บัญชีร่วม",
    ),
    "agent_resale": (
        r"招[^\n,。]{0,4}代理|收[^\n,。]{0,3}代理|代理(?:价|成本|加盟|拿货|商|群|后台|招募|政策|对接|可谈|私聊|优惠|专享)|各位代理|找代理|做代理|分站|对接码|批发|拿货|一件代发|分销|货源(?:对接|稳定|合作)|渠道合作|渠道商|供货|对接(?:货源|api|接口|渠道|群|请)|可对接|欢迎对接|b2b|加盟",
        r"\bresellers? (?:welcome|program\w*|panel|price|pricing|wanted|discount|rate|tier|plan|api|deal|ok|get)|\b(?:for|become a|our|to) resellers?\b|\bwholesale|\bdrop-?ship\w*|\bbulk (?:orders?|discounts?|pric\w+|buyers?|deals?|rates?)|\baffiliate resell|\bwhite-?label|\bdistribut(?:or|ors|ion partner)s? (?:welcome|wanted)|\bagents? (?:welcome|wanted|price)",
        r"\bопт(?:ом|ов\w+)?\b|реселлер|дропшип|для перепродажи|для перекупов|посредник|партн[её]рам скидк|bán (?:sỉ|buôn)|giá sỉ|\bsỉ\b|đại lý|\bctv\b|cộng tác viên|grosir|\b(?:open|terima|harga|buat|untuk|cari|join|khusus|para) (?:reseller|dropship|agen)|dropshipper|mayorista|al por mayor|precio (?:de|para) (?:revend|reseller)|revended|distribuidor|atacado|revenda|wiederverkäufer|großhandel|toptan|bayilik|bayi\b|بالجملة|موزع|وكلاء|عمده|همکار|نمایندگی|卸(?:売|値)|代理店|도매|총판|리셀러|대리점|ขายส่ง|ตัวแทน",
    ),
    "model_substitution": (
        rf"{_CLAUDE}[-0-9. a-z]{{0,16}}\s?(?:-{{1,3}}>|→|=>|➡|⇒|➔|映射(?:到|为|成)?|转成?|实际(?:是|为|调用)|其实是|换成|用的是)\s?{_OTHER}",
        rf"{_OTHER}[^\n,。]{{0,10}}(?:冒充|伪装|假冒|顶替|当作?)[^\n,。]{{0,6}}{_CLAUDE}|掺水|掺假|兑水|换模型|降智|偷换|偷偷?换|套壳|挂羊头|模型(?:映射|替换|掉包|偷换)|以次充好|自部署\s?gpt",
        r"\bmodel[- ](?:swap\w*|substitut\w+|switch(?:ing|ed)|downgrad\w+)|\b(?:swap\w*|substitut\w+|switch\w*|rerout\w+|redirect\w*)[^\n.]{0,24}\b(?:other|another|cheaper|smaller|different|weaker|lesser) models?|\b(?:fake|counterfeit|impersonat\w+|passed off as) (?:claude|opus|gpt|models?)|\bserved (?:by|from) (?:gpt|glm|qwen|deepseek|kimi)[^\n.]{0,16}(?:instead|under)|\bunder (?:the )?(?:claude|opus|sonnet) names?",
        r"подмен\w+ модел|под видом (?:claude|opus|gpt)|(?:tráo|thay|đánh tráo) (?:model|mô hình)|(?:ganti|tukar|palsu)\w* model|sustituci[oó]n de modelo|cambi\w+ (?:el|de) modelo|troca(?:m)? (?:o|de) modelo|modell(?:tausch|e? (?:ausgetauscht|untergeschoben))|model değiş|すり替え|모델 ?바꿔|استبدال النموذج|تعویض مدل",
    ),
    "logs_resale": (
        r"会话(?:日志|记录|数据)|对话(?:数据|日志|记录|语料)|(?:请求|调用|聊天|api)日志(?:出售|打包|转让|数据)|蒸馏(?:数据|专用|语料|用)|可跑蒸馏|推理链|思维链(?:数据|语料)|(?:出|卖|售|转让)[^\n,。]{0,10}(?:日志|语料|数据集)|(?:日志|语料|数据集)(?:出售|打包|转让|零售|整包)|agent\s?轨迹|成对评判|\brlhf\b|留存的请求|请求日志|卖给[^\n,。]{0,6}训练|训练方|轨迹数据",
        r"\b(?:reasoning|agent|tool[- ]use|coding|thinking|cot) (?:traces?|trajector\w+)|\b(?:conversation|chat|request|gateway|api|session|prompt|relay) (?:logs?|transcripts?|dumps?|histor\w+)\b|\btranscripts?\b|\b(?:distill\w*) (?:data\w*|sets?|corp\w+|ready)|\bfor distillation\b|\bdatasets? (?:for sale|of (?:claude|gpt|opus|real))|\b(?:claude|gpt|opus)[^\n.]{0,24}\b(?:logs|dataset|traces|outputs)\b",
        r"датасет|логи? (?:диалог|чат|запрос|переписк)|дистилляц|(?:dữ liệu|log|nhật ký) (?:hội thoại|chat|chưng cất)|(?:data|log|dataset) (?:percakapan|obrolan|chat)|(?:registros|logs|conversaciones|datos) de (?:conversaci|chat|usuarios|claude)|dataset de|(?:chat|gesprächs)-?(?:logs|protokolle|daten)|konuşma (?:kayıt|log|veri)|会話ログ|対話データ|蒸留|대화 ?(?:로그|데이터)|سجلات (?:المحادث|الدردش)|لاگ (?:چت|مکالم)|บทสนทนา",
    ),
    "ban_wave": (
        rf"风控|封号潮|[波轮]封|封号(?:严重|加剧|频繁|厉害|率|了一批|一片)|大杀特杀|拉闸|严打|清号|扫号|被扫|掉号潮|封[^\n,。]{{0,6}}(?:卡号|批号)|大封杀|动刀|封禁潮|{_VENDOR}[^\n。]{{0,12}}(?:封号|封禁|封杀|封[^\n。]{{0,8}}号|封了|清退|炸了|收紧|查得?严|发疯|整顿)|(?:大面积|大规模|大批|批量|集体|疯狂|一大片)[^\n。]{{0,6}}(?:封|死号|掉号|阵亡)|号池?[^\n。]{{0,14}}(?:只剩|全军覆没|阵亡|全死|死光|死完|炸了|全炸|被封光|全封)|封了[^\n。]{{0,8}}(?:一批|大半|好多|个号)",
        r"\bban[- ]?waves?\b|\b(?:closed|shut|terminated|disabled|banned|suspended|killed|removed)\b[^\n.]{0,24}\b(?:[0-9][0-9,]{2,} accounts|thousands of|batch(?:es)?)|\bbatch(?:es)? (?:is|was|were|got|are|gets) (?:banned|killed|wiped)|\bwaves? of (?:bans|suspensions)|\bmass(?:ive)?[- ](?:bans?|suspension|banning|termination)|\bcrack(?:ing|ed|s)?[- ]?down|\brampage|\bban(?:ned|ning) (?:thousands|hundreds|dozens|en masse|accounts in bulk|most of|half)|\b(?:anthropic|openai|google|provider)\b[^\n.]{0,32}\b(?:bann(?:ed|ing)|suspend(?:ed|ing)|killed|tighten\w*|purg\w+)\b|\b(?:accounts?|pool)\b[^\n.]{0,24}\b(?:wiped|banned overnight|died in)",
        r"массов\w+ сл[её]т|сл[её]т (?:акк|парт)|(?:anthropic|openai|google|антропик)[^\n.]{0,20}чист(?:ит|ят|ка)|волн\w+ (?:бан|блокир)|банвейв|массов\w+ (?:бан|блокир)|(?:anthropic|openai|google)[^\n.]{0,30}(?:забан|блокир|банит|закрут)|(?:đợt|làn sóng) (?:ban|khóa|quét)|quét (?:acc|tài khoản)|(?:gelombang|banjir) (?:ban|banned|suspend)|banned massal|(?:ola|oleada) de (?:bane|bloqueo|suspens)|onda de (?:ban|bloqueio)|(?:bann|sperr)welle|ban dalgas|toplu ban|موجة (?:حظر|إيقاف)|موج (?:بن|مسدود)|(?:一斉|大量)(?:ban|凍結|停止)|垢ban祭|밴 ?웨이브|대량 ?(?:밴|정지)|แบนรอบ|แบนหมู่|กวาดแบน|(?:کلود|claude|openai|anthropic|چت ?جی)[^\n.]{0,30}(?:می.?بند|مسدود|بن می|پرید)|(?:openai|anthropic|claude)[^\n.]{0,30}(?:quét acc|khóa hàng loạt|hesap kapat|banlıyor|凍結|banea|bloque|sperrt|gesperrt|memblokir|تحظر|حظرت)",
    ),
    "official_key": (
        r"官方?\s?(?:api)?\s?-?key|官转|官方\s?(?:api\s?)?(?:密钥|秘钥)|官key|原厂key|\bofficial (?:api |anthropic |openai |google |gemini |claude |org |upstream |vendor |provider |enterprise ){0,3}keys?\b|\b(?:anthropic|openai|google)(?:'s)? official (?:api )?keys?",
        r"\b(?:real|genuine|direct|authentic) (?:anthropic|openai|google|claude|gemini|gpt) (?:api )?keys?|официальн\w+ (?:api[- ]?|апи[- ]?)?ключ|ключ\w* (?:\w+ )?официальн|(?:api )?key chính (?:hãng|chủ|thức)|(?:api )?key resmi|claves? (?:de )?(?:api )?oficial|chaves? (?:de )?(?:api )?oficia|offizielle\w* (?:api-?)?(?:schlüssel|keys?)|resmi (?:api )?anahtar|公式(?:api)?キー|공식 ?(?:api ?)?키|مفاتيح? (?:api )?(?:رسمي)|کلید رسمی|คีย์ทางการ",
    ),
    "warranty": (
        r"质保|包赔|包补|保订阅|包掉|掉[^\n,。]{0,4}(?:包|赔|补)|包售后|包换|包退|包封|按天赔|按比例退|首登|月保|保\s?[0-9一二三半]+\s?(?:天|个?月|年|小时)|订阅保|保满|保障订阅|保修|保用|整月不掉|封号?(?:包|必|秒|可)?(?:赔|补|换)|(?:掉|封|死|坏)(?:了|号)?(?:就)?(?:包|免费|直接|立即|秒)?(?:赔|补|换)|售后\s?[0-9]+\s?(?:天|小时)|不掉线保|全程售后|包[0-9]+天|保活",
        r"\bwarrant(?:y|ies|ed)|\bguarantee[ds]?|\breplac(?:e|ed|es|ement|ements|ing)\b|\bwe swap it|\bmoney[- ]back|\bif (?:it|your account|the account)[^\n.]{0,24}(?:dies|banned|stops|drops)[^\n.]{0,24}(?:swap|new one|refund|another)",
        r"гаранти|\bзамен[ау]\b|бесплатн\w+ замен|bảo hành|\bbh\b|1 đổi 1|lỗi (?:1 )?đổi|garansi|garant[ií]a|garantía|garantie|\bgaranti|\bgewährleistung|ضمان|گارانتی|ضمانت|تعویض|保証|補償|보증|\ba/?s\b 보장|교환 ?보장|ประกัน|เคลม",
    ),
}
"""Signal -> patterns. `windsurf` is a channel of reverse_proxy."""

RELAY_WORDS = (
    r"倍率|分组|渠道|中转|号池|令牌|反代|逆向|缓存版|线路|通道|额度按|上游|[0-9]\s?倍|[0-9]x\b|multiplier|\brelay\b|\bgroup\b|\bchannel|\bupstream|\bgateway"
    r"|\brout(?:e|ed|es|ing)\b|\bresell|\bx rate|множител|групп|канал|nhóm|tỉ lệ|grup|grupo|kanal|per \$|per (?:official )?dollar|-backed|\bproxy\b|/刀|/1\$|/\$|合[0-9.]+|→\s?[0-9]|先走|改走|切到"
)
SELLING_WORDS = r"[¥$€₽]\s?[0-9]|[0-9]\s?(?:元|刀|u\b|usdt|usd|₽|\$|€|美元|美金)|出售|长期出|有售|零买|整包|\bwts\b|for sale|selling|\bprice|\bdm\b|/条|прода|цена|bán|giá|jual|harga|vendo|precio|satılık|verkauf"
