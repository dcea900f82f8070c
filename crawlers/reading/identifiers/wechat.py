"""WeChat ids: 微信, vx, 卫星, 薇❤… and the id before, behind or glued to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.phone_number import is_chinese_mobile
from crawlers.reading.identifiers.words import COLON, GAP, is_good, is_word

KIND = "wechat"
TRIGGER = r"[带私找]\s?v|微|薇|威信|威❤|维信|徽信|溦|嶶|卫\s?星|卫❤|绿泡泡|v\s?[x信❤:]|wx|w信|we\s?chat|weixin|[我加\+]\s?v|v\s*[:\n]|客服|위챗|ウィーチャット|วีแชท|вичат"

LABELS = (
    r"[微薇威维徽溦嶶]|卫\s?[星❤]|🛰|绿泡泡|绿色软件|위챗|ウィーチャット|วีแชท|вичат|[我加带私找联系➕+]\s?v|v\s?x|w\s?x|[vw][信❤]|weixin"
    r"|we\s?chat|v\s{0,3}:|客服"
)

_LATIN_EDGE = r"(?<![A-Za-z0-9_$./@-])"
_LABEL = (
    r"(?:[微薇威维徽溦嶶]\s?[信心x❤]|卫\s?[星❤]|🛰|绿泡泡|绿色软件|위챗|ウィーチャット|วีแชท|вичат"
    rf"|{_LATIN_EDGE}(?:(?:v\s?x|w\s?x|weixin|we\s?chat)(?![a-z])|[vw][信❤]))"
)
_FILLER = (
    r"(?:\s?(?:号码?|账号|帐号|联系方式|联系|客服|同号|也是|搜索|搜|添加|加我|加|是|为|群主|咨询|id|no\.?|contact|support|:\s?id|\([^()\n]{1,8}\)"
    r"|[/／]\s?(?:微信|wechat|weixin|vx|wx))){0,3}"
)
_ID = r"(?P<id>[A-Za-z][A-Za-z0-9_-]{5,19}|1[3-9][0-9]{9}|[0-9]{6,10})(?![A-Za-z0-9_@]|-\w|\.[a-z]{2}|:/|[%元刀])"
_LABELLED = re.compile(rf"(?i:{_LABEL}{_FILLER}(?P<gap>{COLON}|{GAP})){_ID}")
# A single letter or syllable is a label only where somebody is told to add it, or a colon follows.
_SHORT = re.compile(
    rf"(?:(?:[我加带私找联系➕+]\s?)(?i:v|vx|wx)(?P<gap1>{COLON}|{GAP})|{_LATIN_EDGE}[VvＶ]\s{{0,3}}:[^\S\n]*(?:\n[^\w\n]*)?(?P<gap2>)"
    rf"|[微薇]\s{{0,2}}(?P<gap3>:?\s{{0,2}})){_ID}"
)
_NEXT = re.compile(rf"\s*(?:或者?|和|以及|/|、|\||\bor\b|&|,(?=\s?[A-Za-z]))\s*{_ID}")
# "客服 bluefox7": by the market's habit a support id without a platform is a WeChat id.
_SUPPORT = re.compile(rf"(?<![A-Za-z信群扣qQ机报])客服(?:号|微)?\s{{0,2}}:?\s{{0,2}}{_ID}")
_LIMIT = 3
_QQ = re.compile("(?i)qq?[0-9]{5}")
_FIGURE = re.compile(r"[0-9_-]")


def find(scan: Scan) -> Iterator[Found]:
    """Give the ids of a text, up to three behind one label."""
    for found in scan.behind(LABELS, _LABELLED):
        if _is_id(found["id"], labelled=_is_marked(found)):
            yield from _with_next(scan, found)
    for found in scan.behind(LABELS, _SHORT):
        figure = _FIGURE.search(found["id"]) is not None
        # Digits alone behind a lone V are a version or a date.
        version = found["gap2"] is not None and found["id"].isdigit() and not is_chinese_mobile(found["id"])
        if not version and (figure or found["gap2"] is not None) and _is_id(found["id"], labelled=True):
            yield from _with_next(scan, found)
    for found in scan.behind(LABELS, _SUPPORT):
        value = found["id"]
        if (
            not value.isdigit()
            and not _QQ.match(value)
            and _FIGURE.search(value)
            and _is_id(value, labelled=True)
        ):
            yield from _with_next(scan, found)


def _is_marked(found: re.Match[str]) -> bool:
    return (
        ":" in found["gap"] or "=" in found["gap"] or re.search("加|搜|联系|客服|我|号", found[0]) is not None
    )


def _is_id(value: str, *, labelled: bool) -> bool:
    if is_good(value) or is_word(value):
        return False
    return labelled or _FIGURE.search(value) is not None


def _with_next(scan: Scan, found: re.Match[str]) -> Iterator[Found]:
    """Give the id and what is joined to it by `或`, a slash or a comma."""
    current: re.Match[str] | None = found
    for _ in range(_LIMIT):
        if current is None or not scan.claim(current.start("id")):
            return
        if is_chinese_mobile(current["id"]):
            scan.mobiles.append(current.span("id"))
        yield Found(current.start("id"), current.end("id"), current["id"].lower().rstrip("-"))
        current = _NEXT.match(scan.plain, current.end("id"))
        if current is not None and not _is_id(current["id"], labelled=False):
            return


_SHAPE = re.compile(r"[a-z0-9][a-z0-9_-]{4,29}")


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the id in lower case.

    >>> canonical("Ru20000999")
    'ru20000999'
    """
    value = raw.strip().lower()
    return value if _SHAPE.fullmatch(value) else None
