"""Who a text speaks for: a seller, or somebody who reports, asks, warns or gives away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crawlers.reading.identifiers.found import Found
from crawlers.reading.triggers import Triggers

_WORDS = {
    "reports": (
        r"investigat|\breport(?:s|ed|ing)?\b[^\n]{0,40}\b(?:resell|leak|abuse|by|on|of)|\babuse\s?(?:\[at\]|@|desk|team)|fraud (?:desk|team)|security contact|researchers?\b|journalist"
        r"|bulletin|court papers|prosecutors?|defendants?|indictment|according to|newsletter|press release|quarterly|law enforcement|police|scammer list|scam list|scammers?\b[^\n]{0,20}\blist|(?:we )?sell nothing|careers\b|job opening|apply:|incident note|post-?mortem|court notes|abstract\.|report breaches|consumer (?:protection|association)|do(?:es)? not (?:buy|sell)|sells nothing|we do not buy"
        r"|据报道|媒体报道|记者|调查(?:显示|发现)|研究人员|警方|通报|揭秘|曝光|避坑|防骗|骗子|维权|举报|расследован|исследовател|мошенник|кидал[аоы]|осторожно|киберпол|кіберпол|новост|по данным"
        r"|nghiên cứu|cảnh báo|lừa đảo|penipuan|waspada|investigación|procon|queixas|denuncias?@|denúncia|verbraucherzentrale|estafa|betrug(?:s|er)|warnung|تحذير|گزارش|هشدار|詐欺|주의|사기|เตือน|dolandır"
    ),
    "gives": (
        r"support this project|donat|buy me a coffee|sponsor me|tip jar|is free and|\bMIT licen|released under|CC BY|dataset card|free to download"
        r"|打赏|捐赠|捐助|请我喝|赞赏|пожертв|поддержать (?:проект|автора)|donasi|ủng hộ|donaci|spende|apache[- ]2"
    ),
    "asks": (
        r"想问|请问(?:[^客卖店群]|$)|求推荐|求助|有没有人|有人用过|哪家(?:好|靠谱|便宜)|靠谱吗|从哪弄|哪里买|怎么样[?？]|避雷|踩坑|anyone (?:used|tried|know)|has anyone|is (?:this|it) legit|scam\?|where (?:can|do) i|recommend"
        r"|подскажите|кто(?:-нибудь)? (?:пользовал|знает)|стоит ли|ai dùng|(?:ada )?yg pernah|yang pernah (?:beli|pakai)|ai mua|cho (?:mình )?hỏi|ada yang|alguien|conoce|weiß jemand|誰か|추천"
    ),
    "wants": (
        r"求购|求收|收购|求[^\n,。]{0,14}(?:号源|货源|账号|数据)|(?:^|\s|[,。])(?:长期)?收\s?(?:claude|gpt|chatgpt|gemini|codex|二手|号|账号)"
        r"|\bwtb\b|(?:looking|want(?:ed)?|wish) to buy|paying up to|куплю|скупаю|cần mua|thu mua|cari akun|\bcompro\b|\bbusco\b|\bsuche\b|\bkaufe\b"
        r"|satın al(?:ır|ıyor)|alınır|خریدارم|أشتري|مطلوب|買取|求む|구매합니다|삽니다|รับซื้อ"
    ),
    "warns": (
        r"冒充(?:本|我们)|假冒(?:本|我们)|唯一(?:客服|官方|联系)|(?:is|are) not us|not affiliated with us|impersonat\w+ us|our only|only official|mengatasnamakan|asli hanya"
        r"|выда[юё]т себя за нас|единственн\w+ (?:аккаунт|контакт|админ)|mạo danh (?:shop|bên)|nos suplanta|geben sich als uns|taklit"
    ),
    "disowns": (
        r"(?:we |the desk,[^.]{0,40} )?sells? nothing|scammer list|scam list|本文只做分析|不卖号|ничего не прода[её]м|incident note|post-?mortem"
    ),
    "supplies": (r"上家|上游|供货商|供应商|货源来自|拿货找|进货找|supplier|wholesaler|поставщик"),
    "leaks": (r"泄露|泄漏|leak|слит|утечк|rò rỉ|bocor|filtrad"),
    "sponsors": (
        r"赞助|感谢.{0,24}支持|sponsor|thank(?:s| you)|danke|благодар|cảm ơn|gracias|专属|首充|新用户|注册"
    ),
    "calls": (
        r"加(?:微信|群|q|v|我)|进群|新频道|新群|备用(?:频道|群)|频道(?:迁移|搬家)|客服\s?[:：]?\s?@|联系客服|招代理|收代理|售价|现货|下单|代充|库存\s?\d|\bWTS\b|\bdm\b|order now|in stock|buy now|прода[мю]|купить|пишите"
        r"|jual|hubungi|bán\b|inbox|\bvendo\b|للبيع|سفارش"
    ),
}
"""What a text does, by its words, in RE2's syntax; `warns`: a shop that warns of impostors names its own contact."""
_NAMES = tuple(_WORDS)
_NOT_US = re.compile(
    r"(?i)[^\n.。,，]{0,28}(?:not us|是假|为假|都是骗|不是(?:我们|本)|не мы|фейк|bukan kami|không phải|palsu|\bfake\b|\bscam)"
)
_SUPPLIER = re.compile(
    r"(?i)(?:上家|上游|供货商|供应商|货源来自|拿货找|进货找|supplier|wholesaler|поставщик)[^\n]{0,10}$"
)
_NOT_THE_SELLER = re.compile(
    r"(?i)(?:(?<![走持受可鱼])(?:担保(?:人|号)?|中介|中间人)|(?<![a-z])(?:escrow|guarantor|middle\s?man|mm)(?: service| agent)?|гарант\w*|посредник\w*|trung gian|rekber"
    r"|garante|treuhänder|aracı|وسيط|واسطه|중개인?|仲介"
    r"|(?:曝光|骗子|诈骗犯|已跑路的?|拉黑|被)\s?(?:骗子|诈骗|此人)?|骗子(?:号|账号)|scammers?(?: alert)?|fraudster|кидал[аы]|мошенник\w*|lừa đảo|penipu|estafador|golpista|betrüger|dolandırıcı|نصاب|محتال|사기꾼)"
    r"(?:\s?(?:走|找|认准|只认|用|通过|为|是|账号|account|handle|user|аккаунт|via|by|through|is|with|tg|telegram|тг|微信|qq|电报|飞机|号)){0,2}[^\w\n。;,，]{0,5}$"
)
"""Words right before a go-between's or an exposed swindler's handle; who only deals by escrow (只走担保 @x) names himself."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LABELS = re.compile(
    r"(?i)绿泡泡|飞鸽传书|飞鸽|手机|同号|转账|收款|joinchat|\bnot\b|不是|微信|薇信|威信|卫星|薇❤|vx|wx|we\s?chat|q\s?q|群|扣扣?|企鹅|电报|飞机|频道|telegram|tg|discord|whats\s?app|zalo|line|binance|id|uid|e?-?mail|邮箱|电话|phone|tel|号码?|加|我|v|q|联系"
    r"|https?|www|com|或|or|和|paypal|支付宝|alipay|yape|cyrillic|btc|eth|usdt|trc20|erc20|wallet|钱包|地址|domain|官网|网址|код|code|invite"
)
_FIGURED = re.compile(r"[A-Za-z_]*[0-9][A-Za-z0-9_]*")
_FEW = 1
_SHORT = 120
_LONGEST_LABELS = 56
"""Characters beside its values from which on a text says more than labels."""
_FEW_FOUND = 12
_BEFORE = 40


@cache
def _triggers() -> Triggers:
    return Triggers([each.replace(r"\w", r"[\pL\pN_]") for each in _WORDS.values()], case_sensitive=False)


def moods_of(body: bytes) -> frozenset[str]:
    """Give what a text (in UTF-8) does: it reports, asks, wants to buy, warns, gives away, calls to buy and so on."""
    return frozenset([_NAMES[at] for at in _triggers().match(body)])


def role_of_text(plain: str, found: Sequence[Found], moods: frozenset[str]) -> str:
    """Give the role of identifiers of which the words around them say nothing: `operator` or `unknown`."""
    if moods & {"wants", "disowns"} or _is_bare(plain, found):
        return "unknown"
    if "warns" in moods or "calls" in moods:
        # A report or a question may quote a price; only a call to buy makes it an advertisement.
        return "operator"
    return "unknown" if moods & {"reports", "asks", "gives"} else "operator"


def _is_bare(plain: str, found: Sequence[Found]) -> bool:
    """Tell a label and its value alone, of which nobody can say whose they are."""
    if len(plain) > _SHORT or len(found) > _FEW_FOUND or "\n" in plain.strip():
        return False
    if len(plain) - sum(each.end - each.start for each in found) > _LONGEST_LABELS:
        return False
    rest = plain
    for each in sorted(found, key=lambda item: -item.start):
        rest = rest[: each.start] + " " + rest[each.end :]
    rest = _LABELS.sub(" ", _FIGURED.sub(" ", rest))
    return len("".join(_LETTERS.findall(rest))) <= _FEW


def closer_role(kind: str, plain: str, each: Found, moods: frozenset[str]) -> str:
    """Give the role that a seller's text gives one of its identifiers.

    A leaked key, an impostor's, a swindler's and a go-between's contact are not the seller's; a coupon in a sponsor's
    text is the promoter's.
    """
    if kind == "coupon_code":
        return "promoter" if "sponsors" in moods else "operator"
    if kind == "api_key":
        return "unknown" if "leaks" in moods else "operator"
    if _NOT_THE_SELLER.search(plain, max(0, each.start - _BEFORE), each.start):
        return "unknown"
    if "warns" in moods and _NOT_US.match(plain, each.end):
        return "unknown"
    if "supplies" not in moods:
        return "operator"
    return "supplier" if _SUPPLIER.search(plain, max(0, each.start - 20), each.start) else "operator"
