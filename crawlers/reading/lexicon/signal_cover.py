"""What may befall a good and what its seller then does, by language: the two together give a warranty."""

from __future__ import annotations

_PAIRS: tuple[tuple[str, str], ...] = (
    (
        r"(?:掉(?:线|订阅?|号|了)?|封(?:号|禁|了)?|死(?:号|了)?|坏(?:号|了)?|翻车|失效|异常|挂了?|登不上|用不了|用不满|有?(?:任何)?问题|到期前)",
        r"(?:包?赔|包?换(?:新|号|一个|货)|给?你?换(?:一|新|个)|(?:可|找我|联系)换|免费(?:换|处理|重新|开通|修复|补|重)|更换(?:新|账|号|$)|包?补(?:发|偿|一|齐|$|[,。!\s)】])|补差|重(?:发|开|做)|退(?:款|差|钱|全|余|剩)|全退|秒(?:补|换|赔)|负责|折算退)",
    ),
    (
        r"(?:\b(?:ban(?:s|ned)?|dies|dead|died|drop(?:s|ped)?|fails|broken|invalid|doa)\b|\bstops? working|\b(?:gets?|is|are) (?:locked|suspended|closed|killed)|deactivat\w+|\brevoked|\bkicked|\bon arrival|\bgoes down|\b(?:any )?(?:issue|problem)s?\b)",
        r"\b(?:(?:a |you a )?(?:new|fresh) (?:one|account|key|seat|login)|another one|swap\w*|re-?issue\w*|refund\w*|credited back|we (?:fix|cover|swap|send)|replac\w+|money (?:is |back|returned)|top(?:ped)? you up again)",
    ),
    (
        r"(?:слет|слёт|отвал|забан|\bбан\w{0,2}\b|блок|заблок|умр|перестан|не работ|проблем|вылет|отлет)",
        r"(?:меня[ею]|замен[яию]|верн[уеё]|возвра[тщ]|перевыда|перевыпу|восстанов|компенс|выда[мёед]|нов(?:ый|ую) (?:акк\w*|подписк\w*)? ?бесплатно)",
    ),
    (
        r"(?:se cae|deja de|falla|banea|bloque|suspend|problema|no funcion|se cai|cair|caiu|parar|banid|não funcion|falhar)",
        r"(?:(?:te |lo |la )?cambi(?:o|amos)|repon|rep[oõ]e|repomos|devuel|devolv|reembols|reemplaz|troc(?:o|amos|a)\b|substitu)",
    ),
    (
        r"(?:fällt|gesperrt|sperr(?:e|ung)|ausfall|nicht mehr|defekt)",
        r"(?:ersatz|kostenlos (?:ein )?neu|neu(?:es|er|en) (?:abo|konto|account)|geld zurück|erstatt|umtausch)",
    ),
    (
        r"(?:saute|banni|bloqué|suspendu|ne marche|salta|smette|bloccat|bannat|padnie|blokad|\bban[au]\b)",
        r"(?:rembours|remplac|nouveau compte|échang|rimbors|sostitu|rifac|nuovo account|nowe konto|zwrot|wymian)",
    ),
    (
        r"(?:giderse|kapan\w+|ban\w+sa|banlan\w+|bozul\w+|düş\w+se|sorun)",
        r"(?:yenisi|ücretsiz|iade|değiş|telafi)",
    ),
    (
        r"(?:chết|\bdie\b|lỗi|bị khóa|bay acc|văng|mất gói)",
        r"(?:\bđổi|hoàn|\bbù\b|cấp lại|1-1)",
    ),
    (
        r"(?:\bmati\b|bermasalah|kena ban|error|logout|hilang|banned|on hold)",
        r"(?:ganti|refund|klaim|dibuatkan|akun baru|replace)",
    ),
    (
        r"(?:وقف|توقف|تعطل|اتقفل|انحظر|قطع شدن|مسدود|مشکل|مشكلة)",
        r"(?:بدل|استبدال|تعويض|استرجاع|تعویض|برگشت|اکانت جدید|حساب جديد)",
    ),
    (r"(?:止ま|停止|凍結|解除|使えな|バン)", r"(?:無料|無償|交換|再発行|再適用|返金|返品)"),
    (r"(?:문제|정지|끊기|막히|튕기)", r"(?:교체|교환|환불|재발급|무상)"),
    (r"(?:หลุด|โดนแบน|ใช้ไม่ได้|มีปัญหา)", r"(?:เปลี่ยน|เคลม|คืนเงิน|ซ่อม)"),
    (r"(?:बंद हु|बैन हु)", r"(?:नया|फ्री|वापस)"),
)
_GAP = r"[^\n。.;]{0,40}"
_CLOSE = r"[^\n。;]{0,10}"
_HAN = "掉"

COVER: tuple[str, ...] = tuple(
    f"{event}{_CLOSE if _HAN in event else _GAP}{cure}" for event, cure in _PAIRS
) + tuple(f"{cure}{_GAP}{event}" for event, cure in _PAIRS[1:6])
"""An event and its cure, in either order where a language allows both."""
