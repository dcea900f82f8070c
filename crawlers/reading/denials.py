"""Whether words that could state a signal are denied, forbidden or part of another word where they stand."""

from __future__ import annotations

import re

from crawlers.reading.lexicon.signal_bans import SUPPOSED

_FILLER = r"(?:[掺碰问谈需用要会有是做拿走提供支持存在接混任何的给再必担心怕被得易容许招收受卖出售再]|\s|any |need(?:ed)? |a |the |for |of |through |been |use |using |нужн\w+ |нужна |требуется |cần |phải |perlu |ada |es |de |eine? |keine? |é |ni |nem |nhận |terima |bisa ){0,4}"
_VERB = r"(?:(?:do |does |did |will |ever )?(?:sell\w*|touch\w*|offer\w*|deal\w*|provid\w*|accept\w*|take|takes|give|gives|want|wants|buy|allow\w*|includ\w*|work with|vendo|vendemos|ofre\w+|ofere\w+|acept\w+|aceit\w+|прода\w+|предостав\w+|дела\w+|принима\w+|работа\w+ с|bán|hỗ trợ|jual|menjual|menerima|verkauf\w+|biete\w*) (?:in |with |al |a |as )?)?"
_DENIALS = (
    r"不|无|没|非|免|未|拒|拒绝|杜绝|禁止?|勿|别|严禁|莫|防|怕|既不是|也不|\bno|\bnot|\bnever|\bwithout|\bnon-?|\bzero|n't|\bfree of|\bavoid\w*|\bforbid\w*|\bban on"
    r"|\bбез|\bне|\bнет|\bни|\bkhông|\bchưa|\btidak|\btanpa|\bbukan|\bnada de|\bsin|\bnão|\bnao|\bsem|\bkein\w*|\bnicht|\bohne|\bsans|\bbez|\bnie|\bsenza|بدون|\bلا|غير|ليس|بدونِ|ไม่|ไม่มี"
)
_DENIED_BEFORE = re.compile(rf"(?:{_DENIALS})[\s-]?{_VERB}{_FILLER}$")
# The same words without their edges begin with letters, which `re` looks for first: a tenth of the time.
_DENYING = re.compile(_DENIALS.replace(r"\b", "").replace(r"\w*", ""))
_DENIED_AFTER = re.compile(
    r"\s?(?:渠道|线路|分组|通道)?\s?(?:今日|今天|即日起|临时|暂时|全面)?(?:下线|失效|条款|规则|政策|不要|不收|勿|免谈|的?别来|者勿|下架|关闭|暂停|停用|已关|撤了|没了|not (?:included|needed|required|offered|supported|allowed)|are not|is not|isn't|aren't|не (?:нужн|треб|предостав|принима|прода|дела|работа|да[её])|нет\b|không (?:cần|có|hỗ trợ)|tidak (?:perlu|ada|terima)|no (?:incl|hace|se)|nicht|yok|değil|olmasın|verilmez|olmaz|:?は?(?:ない|なし|不要)|이? ?(?:없|필요 ?없)|ไม่|[^\n。]{0,18}(?:ません|ありません)(?!か)|[^\n。.]{0,20}(?:위반|违反|violat|breaks? |against (?:the |our )?(?:terms|tos)))"
)
# What a good is not to be used for, and what the site defends itself against, states no source.
_FORBIDDEN = re.compile(
    r"(?:拿去|用于|用来|不得|禁止|勿|不支持|不允许|严禁|不能|不可|怕被?|防|防止|打击|反|屏蔽|杜绝|抵制|避免|被)\s?[^\n,。]{0,3}$"
)
_WARRANTY_NOT = re.compile(
    r"假一(?:赔|罚)|不(?:质?保|包|赔|补|换|退)|无(?:质保|售后)|死随补|赔本|赔钱|包月|包年|包天|包周|掉价|掉包"
)
_PROHIBITED = re.compile(
    r"不支持的|不允许的|不接受[:：]|prohibited|forbidden|not allowed|banned items|do not (?:sell|buy|allow)|запрещ|禁止(?:出售|发布|交易)|严禁|dilarang|cấm|prohibid|verboten|yasak|ممنوع|禁止"
)
_GOOD_OF_ITS_OWN = re.compile(
    r"(?:kiro|krio|windsurf)\s?(?:反代(?:专用)?号|企业版?号|企业账?号|power|pro|ide|账?号|帐号|会员|成品|accounts?|аккаунт|卡|又)"
)
_BEDS = frozenset(("windsurf", "kiro_reverse", "antigravity_reverse", "cloud_credit"))
_KEY = re.compile(r" (?:api )?keys?\b")
_NEAR = 24
_CLAUSE_END = re.compile(r"[\n。!?;,，、|()\[\]【】]|\.\s")
_ENVIRONMENT = re.compile(r"[^\n,。]{0,8}(?:必备|神器|环境|专用\s?(?:ip|线路|浏览器))")
"""What accounts are kept with is no supply of them: 养号必备."""
_NO_TRIAL_BEFORE = re.compile(r"(?:注册|登录|签到|新人|新用户|绑定)[^\n,。]{0,10}$")
_NO_TRIAL_AFTER = re.compile(r"(?:到的|羊毛|秃|光|走的|过的)")
"""A station's own gift to who signs up, and what users once got by an error, are no provider's trial credit."""
_SENTENCE_END = re.compile(r"[\n。!?]|\.\s")
_FROM_THEN = re.compile(r"\s?(?:after|beyond|past|после|sau|setelah|después)")
# 对接码 is a supplier's code, 20刀卡 a card of 20 dollars, gemini-3-pro a model, 免费补号 a remedy.
_PART_OF = {
    "sms_verification": re.compile(r"对$"),
    "virtual_card": re.compile(r"[0-9]$"),
    "plus_pro_pool": re.compile(r"(?:gemini|[0-9])[-. ]{0,2}$"),
    "account_pool": re.compile(r"(?:包|免费|秒|无条件|可|给|负责|直接|能)$"),
}
_STARTS = {
    "sms_verification": "接", "virtual_card": "0", "plus_pro_pool": "p", "account_pool": "补进",
}  # fmt: skip
_KEPT = re.compile(
    r"不满意|掉不掉|不掉线|整月不掉|无(?:条件|忧|理由)|没(?:用|到)|无理由|不限|не работ\w*|não funcion\w*|no funcion\w*|用不[了满]|不能用|无偿"
)
_INSIDE = re.compile(
    r"未用|未使用|余额|不|无|没|勿|概|\bno\b|\bnot\b|n't|\bwithout\b|\bnever\b|\bне\b|\bkhông\b"
)
# A drop-in replacement, a replaced address and a guaranteed uptime cover no account.
_NO_CURE_BEFORE = re.compile(
    r"(?:drop-in|uptime|price|sla|quality|authenticity|delivery|speed|latency|to|will|can) $"
)
_REPLACES = re.compile(r" (?:the|your|all|existing|in|an?|files?|and|or|it with|with|by(?! a new))\b")
_NO_CURE_AFTER = re.compile(
    r"\s*(?:[+/、&]\s?(?:二验|二登|续登)|of\s+merchantab|of any kind|or conditions|(?:the |your |all |existing )?(?:base|url|endpoint|api|model|openai|anthropic|config|env|import|line|string|word|text)\b|with\b|https?:|by (?:a )?(?:newer|the)|for (?:the )?(?:openai|anthropic)|by (?:ai|the)|uptime|lowest|cheapest|best|genuine|authentic|original|real\b|[0-9.]+ ?% (?:uptime|real|genuine))"
)


def is_denied(name: str, lower: str, start: int, end: int) -> bool:
    """Tell whether the words `lower[start:end]` do not state the signal after all."""
    before = lower[max(0, start - _NEAR) : start]
    # A new clause is a new statement.
    before = _CLAUSE_END.split(before)[-1]
    after = lower[end : end + _NEAR].partition("\n")[0]
    if name == "warranty":
        return _denies_warranty(lower, start, end, before, after)
    if name == "one_ban":
        return _is_supposed(lower, start, end)
    if (
        (name != "ban_wave" and _is_prohibited(lower, start))
        or _is_part(name, lower[start], before, after)
        or _is_denied_before(before)
        or (after and _DENIED_AFTER.match(after))
    ):
        return True
    if name in ("reverse_proxy", "bulk_registration"):
        return _FORBIDDEN.search(before) is not None or _ENVIRONMENT.match(after) is not None
    if name == "trial_credit":
        return _is_no_trial(lower, start, before)
    return name in _BEDS and _GOOD_OF_ITS_OWN.match(lower, start) is not None


def _is_no_trial(lower: str, start: int, before: str) -> bool:
    """Tell a station's own gift (注册送试用金) and what its users once got by an error (薅到的) from a provider's trial."""
    if lower.startswith("薅", start):
        return _NO_TRIAL_AFTER.match(lower, start + 1) is not None
    return lower.startswith("试用金", start) and _NO_TRIAL_BEFORE.search(before) is not None


def _is_denied_before(before: str) -> bool:
    return _DENYING.search(before) is not None and _DENIED_BEFORE.search(before) is not None


def _is_prohibited(lower: str, start: int) -> bool:
    sentence = _SENTENCE_END.split(lower[max(0, start - 100) : start])[-1]
    return bool(sentence) and _PROHIBITED.search(sentence) is not None


def _is_part(name: str, first: str, before: str, after: str) -> bool:
    """Tell whether words, of which `first` is the first letter, are part of others that say something else."""
    if name == "shared_account" and _KEY.match(after):
        return True
    return name in _PART_OF and first in _STARTS[name] and _PART_OF[name].search(before) is not None


def _is_supposed(lower: str, start: int, end: int) -> bool:
    """Tell whether the sentence around a ban only supposes it, denies it, or tells of its cure."""
    before = _SENTENCE_END.split(lower[max(0, start - 100) : start])[-1]
    after = _SENTENCE_END.split(lower[end : end + 60])[0]
    return SUPPOSED.search(before + lower[start:end] + after) is not None or _is_denied_before(before)


def _denies_warranty(lower: str, start: int, end: int, before: str, after: str) -> bool:
    if _WARRANTY_NOT.match(lower, max(0, start - 2), end + 2) or _WARRANTY_NOT.match(lower, start):
        return True
    words = _KEPT.sub("", lower[start:end])
    if words.startswith("replac") and _REPLACES.match(after):
        return True
    if _INSIDE.search(words) or _NO_CURE_AFTER.match(after) or _NO_CURE_BEFORE.search(before):
        return True
    # "no warranty after the first 48h" gives one for 48 hours.
    if _FROM_THEN.match(after):
        return False
    return _is_denied_before(before) or _DENIED_AFTER.match(after) is not None
