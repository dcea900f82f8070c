"""Supply signals that a text states in words: where the goods come from, how they are made and covered."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from crawlers.reading.signal_words import RELAY_WORDS, SELLING_WORDS, SIGNAL_WORDS
from crawlers.reading.text import Text
from crawlers.reading.triggers import Triggers
from store.records import Signal

_FILLER = r"(?:[需用要会有是做走提供支持存在接混任何的给再必担心怕被得易容许]|\s|any |need(?:ed)? |a |the |for |of |through |been |use |using |нужн\w+ |нужна |требуется |cần |perlu |ada |es |de |eine? |keine? ){0,4}"
_DENIED_BEFORE = re.compile(
    r"(?:不|无|没|非|免|未|拒|拒绝|杜绝|禁止?|勿|别|严禁|莫|防|怕|既不是|也不|\bno|\bnot|\bnever|\bwithout|\bnon-?|\bzero|n't|\bfree of|\bavoid\w*|\bforbid\w*|\bban on"
    r"|\bбез|\bне|\bнет|\bkhông|\bchưa|\btidak|\btanpa|\bbukan|\bsin|\bnão|\bsem|\bkein\w*|\bnicht|\bohne|بدون|\bلا|غير|ليس|بدونِ|ไม่|ไม่มี)\s?"
    rf"{_FILLER}$"
)
_DENIED_AFTER = re.compile(
    r"\s?(?:渠道|线路|分组|通道)?\s?(?:条款|规则|政策|不要|不收|勿|免谈|的?别来|者勿|下架|关闭|暂停|停用|已关|撤了|没了|not (?:included|needed|required|offered|supported|allowed)|are not|is not|isn't|aren't|не (?:нужн|треб|предостав|принима)|нет\b|không (?:cần|có|hỗ trợ)|tidak (?:perlu|ada)|no (?:incl|hace|se)|nicht|yok|değil|は?(?:ない|なし|不要)|이? ?(?:없|필요 ?없)|ไม่)"
)
# What a good is not to be used for, and what the site defends itself against, states no source.
_FORBIDDEN = re.compile(
    r"(?:拿去|用于|用来|不得|禁止|勿|不支持|不允许|严禁|不能|不可|怕被?|防|防止|打击|反|屏蔽|杜绝|抵制|避免|被)\s?[^\n,。]{0,3}$"
)
_WARRANTY_NOT = re.compile(
    r"假一(?:赔|罚)|不(?:质?保|包|赔|补|换|退)|无(?:质保|售后)|赔本|赔钱|包月|包年|包天|包周|掉价|掉包"
)
_POLICY = re.compile(r"哪些行为|会被封|会封|封禁规则|违规|滥用")
_TOOL = re.compile(
    r"自己部署|能自己部署|开源|不售卖|polls|example output|self-?host|open[- ]source|readme|docker|python [0-9]|node\.js|npm |prerequisite|before you start"
)
_HOSTED = re.compile(r"(?:自己|自行|私有)部署|self-?host|不售卖|no accounts? (?:are )?sold")
_WANTED = re.compile(r"求购|求收|收购|\bwtb\b|куплю|скупаю|cần mua|\bcompro\b|\bsuche\b")
_PROHIBITED = re.compile(
    r"prohibited|forbidden|not allowed|banned items|do not (?:sell|buy|allow)|запрещ|禁止(?:出售|发布|交易)|严禁|dilarang|cấm|prohibid|verboten|yasak|ممنوع|禁止"
)
_MAILBOX = re.compile(r"outlook|hotmail|邮箱|imap|pop3|graph")
_GOOD_OF_ITS_OWN = re.compile(
    r"(?:kiro|krio|windsurf)\s?(?:pro|ide|账?号|帐号|会员|成品|accounts?|аккаунт|卡|又)"
)
_NEAR = 24
_MOST = 50
"""Mentions of one pattern that are looked at; the fifty-first says nothing new."""
_SEEN = "windsurf"
_BEDS = frozenset((_SEEN, "kiro_reverse", "antigravity_reverse", "cloud_credit"))


def find_signals(text: Text) -> tuple[Signal, ...]:
    """Find the supply signals of a text, each once, at the first words that state it; a denial states none."""
    lower = _lower(text.plain)
    hits = _triggers().match(lower.encode("utf-8", "replace"))
    if not hits:
        return ()
    found: dict[str, tuple[int, int]] = {}
    for at in hits:
        name, pattern = _patterns()[at]
        span = _first(name, pattern, lower)
        if span and _is_sold(name, lower):
            name = "reverse_proxy" if name == _SEEN else name
            found[name] = min(found.get(name, span), span)
    return tuple(_signal(text, name, *span) for name, span in sorted(found.items(), key=lambda pair: pair[1]))


def _signal(text: Text, name: str, first: int, last: int) -> Signal:
    start, end = text.span(first, last)
    return Signal(name, start, end, text.original[start:end])


def _lower(plain: str) -> str:
    """Give the text in lower case at the same offsets."""
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain)


# A word's edge among alphabets; a Chinese letter beside a Latin one parts words.
_LETTER = "[0-9a-z_\u00c0-\u024f\u0370-\u052f\u0600-\u06ff\u1e00-\u1eff]"
_EDGE = f"(?:(?<={_LETTER})(?!{_LETTER})|(?<!{_LETTER})(?={_LETTER}))"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(pattern.replace(r"\b", _EDGE)))
        for name, patterns in SIGNAL_WORDS.items()
        for pattern in patterns
    )


@cache
def _triggers() -> Triggers:
    """Make what tells which patterns can match at all; it knows no edges."""
    words = (pattern for patterns in SIGNAL_WORDS.values() for pattern in patterns)
    return Triggers(
        [each.replace(r"\b", "").replace(r"\w", r"[\pL\pN_]") for each in words],
        case_sensitive=True,
        few=False,
    )


def _first(name: str, pattern: re.Pattern[str], lower: str) -> tuple[int, int] | None:
    """Give the first words of a pattern that are not denied."""
    for found in islice(pattern.finditer(lower), _MOST):
        if not _is_denied(name, lower, found.start(), found.end()):
            return found.span()
    return None


def _is_denied(name: str, lower: str, start: int, end: int) -> bool:
    before = lower[max(0, start - _NEAR) : start]
    # A new clause is a new statement.
    before = re.split(r"[\n。!?;,，、|()\[\]【】]|\.\s", before)[-1]
    after = lower[end : end + _NEAR]
    sentence = re.split(r"[\n。!?]|\.\s", lower[max(0, start - 100) : start])[-1]
    if name not in ("warranty", "ban_wave") and _PROHIBITED.search(sentence):
        return True
    if name == "warranty":
        return _denies_warranty(lower, start, end, before, after)
    if _DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after):
        return True
    if name in ("reverse_proxy", "bulk_registration"):
        return _FORBIDDEN.search(before) is not None
    return name in _BEDS and _GOOD_OF_ITS_OWN.match(lower, start) is not None


def _denies_warranty(lower: str, start: int, end: int, before: str, after: str) -> bool:
    if _WARRANTY_NOT.match(lower, max(0, start - 2), end + 2) or _WARRANTY_NOT.match(lower, start):
        return True
    # "no warranty after the first 48h" gives one for 48 hours.
    if re.match(r"\s?(?:after|beyond|past|после|sau|setelah|después)", after):
        return False
    return _DENIED_BEFORE.search(before) is not None or _DENIED_AFTER.match(after) is not None


def _is_sold(name: str, lower: str) -> bool:
    """Tell whether a word that is a product's, a tool's or a cloud's name stands for a source of supply here."""
    if name in _BEDS:
        return re.search(RELAY_WORDS, lower) is not None and not _TOOL.search(lower)
    if name == "logs_resale":
        return re.search(SELLING_WORDS, lower) is not None and not _WANTED.search(lower)
    if name == "token_export":
        return not (
            _MAILBOX.search(lower)
            and not re.search(r"claude|gpt|codex|gemini|grok|cursor|kiro|k12|cpa|sub2", lower)
        )
    if name == "ban_wave":
        return not _POLICY.search(lower)
    return name not in ("shared_account", "account_pool") or not _HOSTED.search(lower)
