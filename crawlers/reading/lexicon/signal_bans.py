"""Words that tell of an account that a provider has closed: one account's end, told as a fact, is enforcement too."""

from __future__ import annotations

import re

_TOLD_EN = r"(?:banned|suspended|disabled|deactivated|terminated|blocked|nuked)"

BANS: tuple[str, ...] = (
    r"(?:组织|账号|帐号|号|账户|订阅|plus|max|pro)[^\n,。;]{0,8}(?:被|给|遭)(?:官方|a社|系统)?(?:封|停用|禁用|停了|ban|封禁|永封)(?:了|掉了?|光了?|$)|(?:昨天|昨晚|今天|今早|刚刚?|上周|用了[^\n,。]{1,6})[^\n,。]{0,10}(?:被封|被停用|被ban|封了|被禁)|吃了?封号|收到(?:了)?(?:封号|停用|封禁)(?:邮件|通知)",
    r"(?:a社|官方|anthropic|openai|google)[^\n。]{0,8}(?:又|再)?来了?一[波轮]|(?:号|池)[^\n。]{0,16}只?(?:活下来|存活|幸存|还活着|活着)[^\n。]{0,4}[0-9]",
    rf"\b(?:i|my [\w ]{{1,24}}|we|our [\w ]{{1,24}}|his|her|their|(?:the |these |those )?(?:accounts?|org|organi[sz]ations?))(?: \w+){{0,2}} (?:got|was|were|been|gets) (?:\w+ly |just )?{_TOLD_EN}\b|(?:^|[\n.!?\"] ?)(?:just |account )?got {_TOLD_EN}\b|\bgot {_TOLD_EN} (?:after|within|in|[0-9]+)|\b{_TOLD_EN} (?:after|within) (?:just |only |about )?(?:[0-9]+|an?|one|two|three|a few|several) (?:h|d|w|m|min)\w*|\bend(?:s|ed)? up {_TOLD_EN}\b",
    r"\b(?:banned|suspended|blocked|disabled|removed|closed|terminated) (?:more than |over |about |around |some |nearly |almost |roughly )?[0-9][0-9.,]* ?(?:k|m|million|thousand|mn)?\b[^\n.]{0,20}accounts\b|\b[0-9][0-9.,]* ?(?:k|m|million|thousand)? (?:\w+ ){0,2}accounts (?:were |have been |had been |got )?(?:banned|suspended|disabled|terminated)",
    r"(?:аккаунт|акк|подписк|уч[её]тк|акаунт|облік)\w*[^\n.]{0,24}(?:забанил|заблокировал|заблокувал|снесл|заблокирован|заблокован|в бан|забанен)|через [0-9а-яії]+ (?:дн|день|час|недел|тижд|месяц|місяц|минут|сут)\w*[^\n.]{0,12}(?:\bбан\b|блок|забан|заблок)|(?:за|от)блокирован\w* (?:более |около |свыше |почти )?[0-9]|заблокован\w* (?:понад |близько )?[0-9]|(?:мне|мой|меня|мого|мені|мене)[^\n.]{0,24}(?:забан|заблок)|прилетел\w* бан|(?:словил|поймал|получил)\w* бан",
    r"\bcuentas? (?:[\wáéíóú]+ ){0,3}(?:bloquead|suspendid|banead|cerrad|desactivad)as?|\bcontas? (?:[\wáéíóúãõç]+ ){0,3}(?:bloquead|suspens|banid|desativad)as?|\bme (?:banearon|bloquearon|suspendieron|cerraron|baniram|bloquearam)|\b(?:tomei|levei) ban\b|\bfui banid|\bcomptes?[^\n.]{0,60}(?:a|ont) été (?:suspendu|banni|bloqué|fermé|désactivé)|\bme suis fait ban|\bcomptes?[^\n.]{0,40}(?:finissent|sont|est) (?:\w+ )?(?:suspendu|banni|bloqué|fermé)",
    r"\b(?:konto|konten|accounts?|zugang|zugänge)\b[^\n.]{0,70}(?:wurden?|werden|wird|worden|sind|ist)?[^\n.]{0,24}(?:gesperrt|gebannt|deaktiviert)|\bmi hanno (?:bannat|bloccat|sospes)|\baccount[^\n.]{0,30}(?:è stat|sono stat|viene|vengono)\w* (?:sospes|bannat|bloccat|disattivat)|\bkont[oa][^\n.]{0,30}(?:zablokowan|zbanowan|zawieszon)|\b(?:zablokowali|zbanowali) mi|\bhesab\w*[^\n.]{0,30}(?:banlandı|banlanıyor|kapatıldı|askıya alındı|engellendi|kapandı|banladılar)",
    r"(?:acc|tài khoản|nick)\b[^\n.]{0,24}(?:đã |vừa |mới )?bị (?:khóa|khoá|ban|banned|vô hiệu|quét)|(?:acc|tài khoản|nick) (?:\w+ ){0,2}(?:bay màu|bay acc|die) (?:rồi|sau|hết)|\bakun\w*[^\n.]{0,24}(?:kena|di|ke|ter)[- ]?(?:ban|banned|suspend|blokir|bekukan)\b",
    r"حسابي[^\n.]{0,16}(?:انحظر|تحظر|حظر|توقف|أوقف|أُغلق|تعلق)|تم (?:حظر|إيقاف|تعليق|إغلاق) (?:حساب|الحساب|آلاف|[0-9])|(?:حظر|إيقاف|أوقفت|حظرت|أغلقت) [^\n.]{0,20}(?:حسابي|ألف حساب|آلاف الحسابات|مليون حساب)|اکانت\w*[^\n.]{0,16}(?:بن شد|مسدود شد|بسته شد|پرید)|(?:アカウント|垢|アカ)[がをもは]?[^\n。]{0,16}(?:banされ|凍結され|停止され|停止になっ|banになっ|ban食ら|凍結を)",
    r"(?:계정|아이디)[^\n.]{0,16}(?:정지|밴|차단)(?:를|을)?\s?(?:당했|당한|됐|되었|된|먹|됨|당함)|(?:บัญชี|แอค|ไอดี)[^\n]{0,16}(?:โดนแบน|ถูกแบน|โดนระงับ|ถูกระงับ|ปลิว)|account[^\n.]{0,16}(?:ban|suspend|block) ho (?:gaya|gya|gaye|gaya)|(?:बैन|सस्पेंड|बंद) (?:हो गया|कर दिया)",
)
"""Patterns, each a group of languages."""

SUPPOSED = re.compile(
    r"如果|若|万一|要是|一旦|假如|可能|容易|会被|怕|防|包|赔|换|补|退|质保|售后|避免|不会|\bif\b|\bwhen\b|\bunless\b|\bin case\b|\bshould\b|\bmay\b|\bmight\b|\bcould\b|\bcan\b|\breplac|\bwarrant|\bswap|\bnew one\b|\bto avoid"
    r"|\bесли\b|\bпри\b|\bякщо\b|\bв случае|замен|гарант|верн[её]м|возврат|меня[ею]|\bзаміна|\bsi\b|\bse\b|\ben caso|\bem caso|\bcaso\b|repon|garant|\ben cas\b|rembours|remplac|\bfalls\b|\bwenn\b|\bbei\b|ersatz|erstatt|\bsostitu|\brimbors|\bjeśli\b|\bgdy\b|wymian|gwaranc|\beğer|\bhalinde|durumunda|garanti|iade"
    r"|nếu|\bkhi\b|bảo hành|\bđổi\b|hoàn tiền|\bkalau\b|\bjika\b|\bbila\b|apabila|garansi|\bganti|\bklaim|إذا|لو |ضمان|استبدال|اگر|گارانتی|ضمانت|場合|たら|保証|補償|交換|返金|경우|면 |보증|교체|환불|ถ้า|หาก|ประกัน|เคลม|เปลี่ยน|\bagar\b|अगर"
)
"""A sentence that supposes a ban, or covers against it, tells of none."""
