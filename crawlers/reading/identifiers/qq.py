"""QQ numbers: QQ, 扣扣, 企鹅, Q… and the bare number that a seller asks to be written to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.phone_number import is_chinese_mobile
from crawlers.reading.identifiers.words import COLON, GAP

KIND = "qq"
TRIGGER = r"(?:q|扣|企鹅|球球|蔻蔻|🐧|联系|私信|私我|客服|咨询|找我|加我|代充|售后|站长)[^0-9\n]{0,24}(?:\n[^0-9\n]{0,8}){0,2}[1-9](?:[0-9]{4}|[0-9]{1,4}[ -][0-9]{2})"

LABELS = r"q\s?q?|扣|企鹅|球球|蔻蔻|🐧|联系|私信|私我|咨询|找我|加我|客服|代充|售后|站长"

_LABEL = r"(?:(?<![A-Za-z0-9_$./@-])q\s?q?(?![A-Za-z])|扣扣?|企鹅|球球|蔻蔻|🐧)"
_FILLER = r"(?:\s?(?:号码?|客服|联系|咨询|同号|加我|加|是|为|在线|售后|代理|号主|站长|私聊|小窗|or|:|/|微信|vx|wx|v|tg|电话|手机)){0,3}"
_NUMBER = r"(?P<id>[1-9][0-9]{4,10})(?![0-9_]|[A-Za-z]{1,2}\b|[.,][0-9]|[%元刀折]|-[0-9])"
_LABELLED = re.compile(rf"(?i:{_LABEL}{_FILLER}(?:{COLON}|{GAP})){_NUMBER}")
_SPLIT = re.compile(
    rf"(?i:(?:(?<![A-Za-z0-9_$./@-])(?:q\s?q|(?<=加)q|(?<=加 )q)(?![A-Za-z])|扣扣|企鹅){_FILLER}(?:{COLON}|{GAP}))"
    r"(?P<id>[1-9][0-9]{1,4}(?:(?: [0-9]{2,5}){1,5}|(?:-[0-9]{2,5}){1,5}))(?![0-9_-]|[A-Za-z]{1,2}\b|[.,][0-9]|\s?[%元刀折])"
)
"""A number in parts, beside the name of the messenger alone."""
_CALL = re.compile(
    r"(?:联系(?:我|客服|方式|站长)?|私信(?:我)?|私我|咨询|找我|加我|客服|代充|售后|站长)[^\n\w]{0,3}(?:充值|代充|开通|购买|下单|我|号)?"
    r"\s{0,2}:\s{0,3}(?P<id>[1-9][0-9]{5,9})(?![0-9A-Za-z_.-]|[%元刀折天小分])"
)
_NEXT = re.compile(rf"\s?(?:或者?|/|、|,|和|\|)\s?{_NUMBER}")
_NO_CALL = re.compile(r"订单|单号|工单|流水|编号|票|电话|热线|群|微信|[Vv][XxＸ]|uid|UID|ID")
_LIMIT = 3
_LEAST_IN_PARTS = 7
_GROUP = re.compile(r"\s?\([^()\n]{0,4}群\)")


def find(scan: Scan) -> Iterator[Found]:
    """Give the numbers of a text; a group's number and a ticket's are none."""
    for found in scan.behind(LABELS, _LABELLED):
        current: re.Match[str] | None = found
        for _ in range(_LIMIT):
            if current is None or _is_other(scan, current) or not scan.claim(current.start("id")):
                break
            yield Found(current.start("id"), current.end("id"), current["id"])
            current = _NEXT.match(scan.plain, current.end("id"))
    for found in scan.behind(LABELS, _SPLIT):
        value = canonical(found["id"])
        if (
            value
            and len(value) >= _LEAST_IN_PARTS
            and not is_chinese_mobile(value)
            and scan.claim(found.start("id"))
        ):
            yield Found(found.start("id"), found.end("id"), value)
    for found in scan.behind(LABELS, _CALL):
        if not _NO_CALL.search(scan.plain, max(0, found.start() - 8), found.start("id")) and scan.claim(
            found.start("id")
        ):
            yield Found(found.start("id"), found.end("id"), found["id"])


def _is_other(scan: Scan, found: re.Match[str]) -> bool:
    """Tell a telephone number, and a group's number that is called one behind it."""
    return is_chinese_mobile(found["id"]) or _GROUP.match(scan.plain, found.end("id")) is not None


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the digits.

    >>> canonical("QQ 720004568")
    '720004568'
    """
    digits = re.sub(r"[^0-9]", "", raw)
    return digits if re.fullmatch(r"[1-9][0-9]{4,10}", digits) else None
