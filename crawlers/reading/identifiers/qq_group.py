"""QQ groups: the number behind, before or glued to its label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.words import GAP

KIND = "qq_group"
TRIGGER = r"(?:群|裙|峮|君羊|q\s?q[\s-]?(?:gro?up|групп)|(?:nhóm|grupo?|группа) qq|qun)[^0-9\n]{0,24}(?:[1-9]:?[^0-9\n]{0,6})?(?:\n[^0-9\n]{0,8}){0,2}[1-9][0-9]{2,3}[ -]?[0-9]{2,3}|群[^\n]{0,6}[1-9][0-9]{5}|[0-9]{6}[^0-9\n]{0,24}群"

LABELS = r"群|裙|峮|君羊|q\s?q[\s-]?(?:gro?up|групп)|(?:nhóm|grupo?|группа) qq|qq\s?qun"
WORDS = r"[0-9]{6}[^0-9\n]{0,24}群"
"""Where a number can stand before its label."""

_WHAT = r"(?:官方|用户|会员|客户|交流|售后|充值|通知|反馈|总|新|大|备用|技术|福利|内部|代理|粉丝|服务|活动|客服|拼车|车友|vip|api|ai|[一二三四五六七八九十0-9①-⑩])"
_OTHERS = r"(?<!微信)(?<!薇信)(?<!V信)(?<!TG)(?<!tg)(?<!电报)(?<!飞机)(?<!飞书)(?<!钉钉)(?<!企微)(?<!WX)(?<!wx)(?<!vx)(?<!VX)(?<!群)"
_LABEL = rf"(?:(?<=[qQ扣鹅流加进入])(?:[裙峮]|君羊)|(?:加|进|入)?{_OTHERS}群(?!主)(?:组|聊|号码?|里|1|2|3|4|5)?|(?i:q\s?q[\s-]?(?:gro?up|групп[аы]?)|(?:nhóm|grupo?|группа) qq|qq\s?qun))"
_FILLER = r"(?:[^\w\n]{0,4}(?:号码?|是|为|请?加|进|咨询|联系|反馈|售后|交流|处理|福利|qq?|QQ?|[①-⑩]|[一二三1-5](?=[:群])))?"
_NUMBER = (
    r"(?P<id>[1-9][0-9]{5,10}|[1-9][0-9]{2,3}(?:[ -][0-9]{3,4}){2})(?![0-9A-Za-z_]|[.][0-9]|[%元刀]|-[0-9])"
)
# In "加群、领福利：407726915" a few words stand between.
_TALK = r"(?:[^\n0-9A-Za-z:。!?]{0,12}:[^\w\n]{0,4})"
_LABELLED = re.compile(rf"{_LABEL}{_FILLER}(?:{GAP}|{_TALK}){_NUMBER}")
_REVERSED = re.compile(
    rf"(?<![0-9A-Za-z_.:/-])(?P<id>[1-9][0-9]{{5,10}})[^\w\n,，。;]{{0,3}}(?:{_WHAT}{{0,3}}(?i:q|qq|企鹅|扣扣?){_WHAT}{{0,3}}群|{_WHAT}{{1,3}}群|(?<=\()(?:交流|售后|官方|用户)?群(?=\)))"
)
_NEXT = re.compile(
    rf"(?:\([^)\n]{{0,8}}\))?[^\S\n]*(?:,|、|/|\||或|和|及|[①-⑩]|[一二三四五2-9]群:?|群?[2-9]:|\s)[^\S\n]*{_NUMBER}"
)
_LIMIT = 8
_GLOSS = re.compile(r"\([^()]{0,4}群$")
_OTHER_LABEL = re.compile(r"(?i:q\s?q?|扣扣?|企鹅|微信|vx|电话|手机|id)(?:号码?)?[^\w\n]{0,4}$")


def find(scan: Scan) -> Iterator[Found]:
    """Give the group numbers of a text."""
    for found in scan.behind(LABELS, _LABELLED):
        current: re.Match[str] | None = found
        for _ in range(_LIMIT):
            if current is None or not scan.claim(current.start("id")):
                break
            yield Found(current.start("id"), current.end("id"), re.sub("[ -]", "", current["id"]))
            current = _NEXT.match(scan.plain, current.end("id"))
    for found in scan.matches(_REVERSED):
        labelled = _OTHER_LABEL.search(scan.plain, max(0, found.start() - 8), found.start())
        if (not labelled or _GLOSS.search(found[0])) and scan.claim(found.start("id")):
            yield Found(found.start("id"), found.end("id"), found["id"])


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the digits.

    >>> canonical("群 1070004253")
    '1070004253'
    """
    digits = re.sub(r"[^0-9]", "", raw)
    return digits if re.fullmatch(r"[1-9][0-9]{4,11}", digits) else None
