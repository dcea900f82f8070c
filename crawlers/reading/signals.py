"""Supply signals that a text states in words: where the goods come from, how they are made and covered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import islice

from crawlers.reading.denials import is_denied
from crawlers.reading.glyphs import simple_han
from crawlers.reading.identifiers.windows import compiled, starts_of
from crawlers.reading.signal_words import RELAY_WORDS, SELLING_WORDS, SIGNAL_WORDS
from crawlers.reading.text import Text
from crawlers.reading.triggers import Filters
from store.records import Signal

_POLICY = re.compile(r"哪些行为|会被封|会封|封禁规则|违规|滥用")
_TOOL = re.compile(
    r"自己部署|- \[[ x]\]|config\.ya?ml|pool_size|默认端口|default port|能自己部署|开源|不售卖|polls|example output|self-?host|mit license|bring your own|open[- ]source|readme|docker|python [0-9]|node\.js|npm |prerequisite|before you start"
)
_HOSTED = re.compile(
    r"- \[[ x]\]|config\.ya?ml|pool_size|default port|docker (?:run|compose)|pip install|git clone|本项目不|polls|example output|(?:自己|自行|私有)部署|self-?host|不售卖|no accounts? (?:are )?sold"
)
_WANTED = re.compile(
    r"采购|招标|蹲一个|蹲个|^\[b\]|求购|求收|收购|\bwtb\b|куплю|скупаю|cần mua|\bcompro\b|\bsuche\b"
)
_CLOUD_GOODS = re.compile(
    r"(?:额度|赠金|余额|credits?)[^\n]{0,24}(?:vertex|bedrock|azure|\baws\b|gcp)|(?:aws|gcp|azure|vertex|bedrock|谷歌云|微软云|google cloud)[^\n,。]{0,24}(?:额度|赠金|credit|guthaben|кредит|cr[eé]dit|kredi|クレジット|크레딧|เครดิต|رصيد|أرصدة|号|账号|\bkeys?\b|accounts?|аккаунт|\$?[0-9]+\s?(?:刀|k\b|usd|美金))"
)
_LISTED = re.compile(
    r"官方(?:价目|价格表|定价)|官网价格|official (?:price|pricing)|公式料金|официальн\w+ цен"
)
"""What a list of the maker's own prices calls itself: what it says of countries is no seller's source."""
_GOODS = re.compile(
    r"claude|gpt|codex|gemini|grok|cursor|kiro|k12|cpa|sub2|\bplus\b|[号]|\bacc\b|account|аккаунт|\bакк|акаунт|akun|tài khoản|cuenta|\bconta|konto|hesap|compte|حساب|اکانت|アカウント|垢|계정|บัญชี"
)
_WEAK = re.compile(
    r"json (?:files?|format)|json-?datei|including|auto(?:matic|-?generated|-?created|-?made)|generated|script|bot\b|(?:created|made) "
)
_CLOUD = re.compile(r"aws|bedrock|vertex|gcp|azure|amazon|google|activate|[谷微亚云]")
_MODELS = re.compile(r"claude|gpt|\bplus\b|codex|gemini|grok|cursor|kiro|k12|cpa|sub2")
_RELAY = re.compile(RELAY_WORDS)
_SELLING = re.compile(SELLING_WORDS)
_MAILBOX = re.compile(r"outlook|hotmail|邮箱|imap|pop3|graph")
_READ = 100_000
"""Characters of a text that are read for signals: every pattern that half matches costs a pass over them."""
_WHOLE = 1500
_BEFORE, _AFTER = 8, 240
"""Characters around the start of a match that are looked at in a long text."""
_MOST = 50
"""Mentions of one pattern that are looked at; the fifty-first says nothing new."""
_DIVERTS = re.compile(
    r"pass|forward|rout|redirect|swap|replac|\bserv|switch|send|转|换|перенаправ|подмен|подсовыва|отда|подключа|leiten|ersetz|untersch|desv|redir|cambi|sustitu|troca|remplac|sostitu|podmien|yönlendir|değiş|chuyển|thay|tráo|\balih|ganti|يمرر|تمرر|يحول|تحول|يستبدل|تحويل|می‌?فرست|هدایت|すり替|流し|回し|돌리|돌려|바꾸|바꿔|เปลี่ยน|ส่ง|bhej"
)
_SEEN = "windsurf"
_MEANT = {_SEEN: "reverse_proxy", "one_ban": "ban_wave", "cheaper_model": "model_substitution"}
"""Groups of words that state a signal of another name, each with a condition of its own."""
_BEDS = frozenset((_SEEN, "kiro_reverse", "antigravity_reverse", "cloud_credit"))


def find_signals(text: Text) -> tuple[Signal, ...]:
    """Find the supply signals of a text, each once, at the first words that state it; a denial states none."""
    lower = _lower(text.plain[:_READ])
    body = lower.encode("utf-8", "replace")
    hits = _triggers().match(body)
    if not hits:
        return ()
    said = _Said(lower)
    found: dict[str, tuple[int, int]] = {}
    for at in hits:
        name = _plain_words()[at][0]
        span = _first(at, lower, body)
        if span and _is_sold(name, said, lower[slice(*span)]):
            name = _MEANT.get(name, name)
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
def _pattern(at: int) -> re.Pattern[str]:
    """Compile a pattern when it first half matches: most never do in one crawl, and all together take half a second."""
    return re.compile(_plain_words()[at][1].replace(r"\b", _EDGE))


@cache
def _plain_words() -> tuple[tuple[str, str], ...]:
    """Give the patterns in the letters of a plain text."""
    return tuple(
        (name, simple_han(pattern)) for name, patterns in SIGNAL_WORDS.items() for pattern in patterns
    )


@cache
def _triggers() -> Filters:
    """Make what tells which patterns can match at all; it knows no edges."""
    return Filters(_trigger_words())


@cache
def _trigger_words() -> tuple[str, ...]:
    plain = (each.replace(r"\b", "").replace(r"[\w", r"[\pL\pN_") for _, each in _plain_words())
    return tuple(each.replace(r"\w", r"[\pL\pN_]") for each in plain)


def _first(at: int, lower: str, body: bytes) -> tuple[int, int] | None:
    """Give the first words of a pattern that are not denied."""
    name, pattern = _plain_words()[at][0], _pattern(at)
    if len(lower) <= _WHOLE:
        found = pattern.finditer(lower)
    else:
        found = (hit for window in _windows(at, lower, body) for hit in pattern.finditer(lower, *window))
    for hit in islice(found, _MOST):
        if not is_denied(name, lower, hit.start(), hit.end()):
            return hit.span()
    return None


def _windows(at: int, lower: str, body: bytes) -> Iterator[tuple[int, int]]:
    """Give where to look for a pattern in a long text: around the first matches of RE2, which is linear."""
    for start in starts_of(
        body, compiled(_trigger_words()[at]), ascii_only=len(lower) == len(body), most=_MOST
    ):
        yield max(0, start - _BEFORE), start + _AFTER


class _Said:
    """What else a text says, each asked once: several signals hang on the same words."""

    def __init__(self, lower: str) -> None:
        self.lower = lower

    @cached_property
    def wanted(self) -> bool:
        return _WANTED.search(self.lower) is not None

    @cached_property
    def official(self) -> bool:
        return _LISTED.search(self.lower) is not None

    @cached_property
    def hosted(self) -> bool:
        return _HOSTED.search(self.lower) is not None

    @cached_property
    def relayed(self) -> bool:
        return _RELAY.search(self.lower) is not None and not self.tool

    @cached_property
    def tool(self) -> bool:
        return _TOOL.search(self.lower) is not None

    @cached_property
    def sells_cloud(self) -> bool:
        return _CLOUD_GOODS.search(self.lower) is not None and not self.tool

    @cached_property
    def of_accounts(self) -> bool:
        return _GOODS.search(self.lower) is not None

    @cached_property
    def of_mailboxes(self) -> bool:
        return _MAILBOX.search(self.lower) is not None

    @cached_property
    def of_models(self) -> bool:
        return _MODELS.search(self.lower) is not None

    @cached_property
    def for_sale(self) -> bool:
        return _SELLING.search(self.lower) is not None and not self.wanted

    @cached_property
    def diverts(self) -> bool:
        return _DIVERTS.search(self.lower) is not None and not self.tool

    @cached_property
    def of_rules(self) -> bool:
        return _POLICY.search(self.lower) is not None


def _is_sold(name: str, said: _Said, words: str) -> bool:
    """Tell whether words that are also a product's, a tool's or a cloud's stand for a source of supply here."""
    check = _CHECKS.get(name)
    return check is None or check(said, words)


def _is_bed(said: _Said, words: str) -> bool:
    return (_CLOUD.match(words) is not None and said.sells_cloud) or said.relayed


def _is_of_accounts(said: _Said, words: str) -> bool:
    return _WEAK.match(words) is None or said.of_accounts


def _is_token(said: _Said, words: str) -> bool:
    mailbox = said.of_mailboxes and not said.of_models
    return not mailbox and not said.hosted and _is_of_accounts(said, words)


_CHECKS: dict[str, Callable[[_Said, str], bool]] = {
    **dict.fromkeys(_BEDS, _is_bed),
    **dict.fromkeys(
        ("shared_account", "account_pool", "max_pool", "plus_pro_pool"), lambda said, _: not said.hosted
    ),
    "logs_resale": lambda said, _: said.for_sale,
    "token_export": _is_token,
    "bulk_registration": _is_of_accounts,
    "ban_wave": lambda said, _: not said.of_rules,
    "one_ban": lambda said, _: not said.of_rules,
    "cheaper_model": lambda said, _: said.diverts,
    # A mailbox receives codes too.
    "sms_verification": lambda said, words: words != "收码" or not said.of_mailboxes,
    "warranty": lambda said, _: not said.wanted,
    "edu_team_abuse": lambda said, _: not said.wanted,
    "official_key": lambda said, _: not said.hosted,
    "regional_pricing": lambda said, _: not said.official,
}
