"""Referral codes: they name the promoter of a link, never who sells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.hosts import PROVIDERS, SKIPPED, registrable
from crawlers.reading.identifiers.links import Link
from crawlers.reading.identifiers.words import is_word

KIND = "referral"
TRIGGER = r"[?&]|://|/(?:aff|ref|invite|inv|referral|join|partner|promo|register|sign-?up|i|r)/[a-z0-9]|邀请码|推荐码|推广码|invit|referr|реферал|mã (?:mời|giới)|código de|kode |davet|einladungscode|招待コード|초대"
WORDS = r"邀请码|推荐码|推广码|(?:invit|refer)[a-z]* code|реферальн|mã (?:mời|giới)|código de|kode |davet|einladungscode|招待コード|초대"
"""Narrower than TRIGGER: links are read without looking for words."""

_KEYS_WORDS = """
aff aff_code affcode affiliate ref refcode ref_code referral referralcode referrer referer r invite
invitecode invite_code invitation invitationcode inviter inviter_code ic yqm promo promocode partner pid
recommend tj fp_ref via parrain parrainage filleul referido indicacao convite davet werber einladung zapro
"""
_KEYS = tuple(_KEYS_WORDS.split())
_STEPS_WORDS = """
i s r go ref aff invite inv referral join partner promo
"""
_STEPS = tuple(_STEPS_WORDS.split())
_SIGN_UP = re.compile(r"(?i)(?:^|/|#)(?:sign-?up|register|reg|login|invite|join|auth)")
_NO_CODE_WORDS = (
    "gh github readme md docs blog home index producthunt twitter google telegram tg wechat bing zh en cn true false 1 0 "
    "signup register login pricing partner start about app web official main sponsor sponsors"
)
_NO_CODES = frozenset(_NO_CODE_WORDS.split())
_CODE = re.compile(r"[A-Za-z0-9_.~@-]{2,64}")
_SPOKEN = re.compile(
    r"(?i:邀请码|推荐码|推广码|(?<![A-Za-z])(?:invit(?:e|ation)|referral|refer(?:rer)?)\s?code|реферальн\S{0,4}\sкод|mã (?:mời|giới thiệu)"
    r"|código de (?:invitación|referido|convite)|kode (?:undangan|referral)|davet kodu|einladungscode|招待コード|초대\s?코드)"
    r"(?:\s?(?:填写?|是|为|ist|is|es))?[^\w\n]{0,6}(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{3,31})(?![A-Za-z0-9_@]|\.\w)"
)


def find(scan: Scan) -> Iterator[Found]:
    """Give the codes of a text's links and those that it spells out."""
    for link in scan.links:
        code = from_link(link)
        if code:
            yield Found(link.start, link.end, code, "promoter")
    for found in scan.matches(_SPOKEN):
        code = found["code"]
        if (any(map(str.isdigit, code)) or code.isupper()) and not is_word(code):
            yield Found(found.start("code"), found.end("code"), code, "promoter")


def from_link(link: Link) -> str | None:
    """Give the code that a link carries: in its query, or as the step behind /i/, /invite/, /signup/ and the like."""
    if link.scheme not in ("http", "https", "") or not (link.query_text or link.path):
        return None
    if link.host in ("t.me", "telegram.me"):
        start = link.query.get("start", "")
        return start if re.fullmatch(r"(?i)(?:ref|r|aff|inv)[_-]?[A-Za-z0-9_-]{3,40}", start) else None
    if _is_public(link):
        return None
    for key in _KEYS:
        value = link.query.get(key)
        if value and _is_code(value):
            return value
    if _SIGN_UP.search(link.path) and _is_code(link.query.get("code", "")):
        return link.query["code"]
    return _from_path(link.steps)


def _is_public(link: Link) -> bool:
    domain = registrable(link.host)
    if domain is None or "ldxp.cn" in link.host or "catfk.com" in link.host:
        return True
    if domain in PROVIDERS or link.host in PROVIDERS:
        return link.steps[:1] not in (("referral",), ("invite",))
    return domain in SKIPPED or link.host in SKIPPED


def _from_path(steps: tuple[str, ...]) -> str | None:
    if len(steps) < len(("i", "code")):
        return None
    before, code = steps[-2].lower(), steps[-1]
    if before in _STEPS and len(steps) == len(("i", "code")) and _is_code(code):
        return code
    if re.fullmatch(r"(?i)sign-?up|register|invite|aff|ref|referral", before) and _is_code(code):
        return code
    return None


def _is_code(value: str) -> bool:
    return (
        _CODE.fullmatch(value) is not None
        and value.lower() not in _NO_CODES
        and not value.lower().endswith((".html", ".md", ".com", ".png"))
    )


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the code as it stands.

    >>> canonical("RX4T0Z82")
    'RX4T0Z82'
    """
    value = raw.strip()
    return value if _CODE.fullmatch(value) else None
