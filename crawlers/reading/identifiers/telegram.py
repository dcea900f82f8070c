"""Telegram users, channels and bots: links, labels in every language, bare @handles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import Link, read_link
from crawlers.reading.identifiers.words import COLON, GAP, has_figure, is_word

KIND = "telegram"
TRIGGER = r"@[a-z][a-z0-9_]{3}|t\.me|telegram|telgram|telesco|tg://|\btg|t\.g|\btele\b|电报|飞机|✈|тг|телег|تلگرام|تليج|تيليج|تلغرام|تليغ|텔레|テレグラム|เทเลแกรม|_"
LABELS = r"@[a-z]|telegram|telgram|tele|t\.g|tg|电报|飞机|✈|телегр|телега|тг|تلگرام|تليجرام|تيليجرام|تلغرام|تليغرام|텔레|テレグラム|เทเลแกรม"
WORDS = r"[a-z0-9_]\s?(?:-|\(|（|—\s)(?:telegram|tg|电报|飞机)"
"""Where a handle can stand before its label."""

HOSTS = ("t.me", "telegram.me", "telegram.dog", "telesco.pe")
_RESERVED_WORDS = """
joinchat share addstickers addemoji addlist addtheme proxy socks login confirmphone setlanguage bg c iv s
invoice giftcode contact boost k a web
"""
_RESERVED = frozenset(_RESERVED_WORDS.split())
_NAME = r"[A-Za-z][A-Za-z0-9_]{3,31}"
_LABEL = (
    r"(?:(?<![A-Za-z0-9_./@-])(?:telegram|telegramm|telgram|tele|t\.g|tg)(?![A-Za-z]|:/)|电报|纸?飞机|✈|телеграмм?|телега|(?<!\w)тг"
    r"|تلگرام|تليجرام|تيليجرام|تلغرام|تليغرام|텔레그램|텔레|テレグラム|เทเลแกรม)"
)
_FILLER = (
    r"(?:\s?(?:号码?|群组?|交流群|频道|通知|人工|客服|售后|联系|搜索?|账号|id|bot|机器人|channel|group|contact|support|"
    r"username|user|account|admin|канал[а-я]*|чат[а-я]*|групп[а-я]*|бот[а-я]*|аккаунт|kênh|nhóm|grup|grupo|canal|"
    r"kanal|gruppe|قناة|کانال|ربات|بوت|채널|チャンネル)){0,3}"
)
_LABELLED = re.compile(
    rf"(?i:{_LABEL}{_FILLER}(?P<gap>{COLON}|{GAP}))(?P<at>@?)(?P<name>{_NAME})(?![A-Za-z0-9_@]|[.-]\w|:/)"
)
_REVERSED = re.compile(
    rf"(?<![\w@./-])(?P<name>{_NAME})\s?(?:-|\(|（|—\s)(?i:telegram|tg|电报|飞机)(?![A-Za-z])"
)
_BARE = re.compile(rf"(?<![A-Za-z0-9_./@&=%+-])@(?P<name>{_NAME})(?![A-Za-z0-9_@]|[./-][A-Za-z0-9])")
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9_./@-])(?P<name>[A-Za-z][A-Za-z0-9]{0,30}_[A-Za-z0-9_]{1,31})(?![A-Za-z0-9_@./-])"
)
# A handle behind one of these belongs to another service, or is a mention in thanks.
_ELSEWHERE = re.compile(
    r"(?i)(?:twitter|推特|(?<![a-z])x|(?<![a-z])ig|insta(?:gram)?|github|line(?:\s?(?:id|oa))?(?:\s?(?:找我?|加我?|加好友|好友|搜[寻尋索]?|私讯|私訊|联系|联络|聯絡|聯繫|官方|帐号|账号|帳號|add|dm|แอด|ทัก))?|ライン|라인|ไลน์|discord|dc|youtube|tik\s?tok|facebook|fb"
    r"|微博|小红书|抖音|哔哩哔哩|b站|知乎|threads|reddit|wechat|微信|snapchat|kakao|viber|skype|linkedin"
    r"|thanks to|thanks|thank you|感谢|致谢|credits?|cc|via|author|maintainer|回复|楼上|贡献者|by|hi|hey|npm|paypal|revolut|revtag|venmo|wise|cash ?app)\W{0,4}$"
)
_MENTIONS_WORDS = """
botfather everyone channel here media import keyframes charset supports layer apply tailwind param params
return returns override property staticmethod classmethod dataclass types latest gmail outlook hotmail qq
yahoo foxmail icloud proton mail_ru admin admins anthropic openai chatgpt claude claudeai gemini cursor
codex spambot premiumbot wallet gif stickers username yourname your_name example deprecated autowired
component injectable test root localhost host server todo fixme see link throws private public author since
version angular
"""
_MENTIONS = frozenset(_MENTIONS_WORDS.split())
_SHORTEST = 5
_MOST_WORDS = 20_000
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")


def find(scan: Scan) -> Iterator[Found]:
    """Give the handles of a text."""
    seen: set[int] = set()
    for link in scan.links:
        name = from_link(link)
        if name:
            yield Found(link.start, link.end, name)
    for found in scan.behind(LABELS, _LABELLED):
        start = found.start("at")
        if start not in seen and _is_handle(found):
            seen.add(start)
            yield Found(start, found.end(), found["name"].lower().rstrip("_"))
    for found in islice(scan.behind(LABELS, _BARE), _MOST_WORDS):
        if found.start() not in seen and _is_addressed(scan.plain, found):
            yield Found(found.start(), found.end(), found["name"].lower().rstrip("_"))
    yield from _odd_handles(scan, seen)


def _odd_handles(scan: Scan, seen: set[int]) -> Iterator[Found]:
    """Give handles before their label, and those that somebody took the pains to dress in another script."""
    for found in scan.matches(_REVERSED):
        name = found["name"]
        if len(name) >= _SHORTEST and has_figure(name) and not is_word(name):
            yield Found(found.start(), found.end("name"), name.lower())
    if scan.text.original.isascii() or not _OTHER_SCRIPT.search(scan.text.original):
        return
    for found in scan.behind(r"[a-z][a-z0-9]*_", _TOKEN):
        name = found["name"]
        if found.start() in seen or len(name) < _SHORTEST or "_" not in name:
            continue
        if _OTHER_SCRIPT.search(scan.text.words(found.start(), found.end())):
            yield Found(found.start(), found.end(), name.lower())


def _is_handle(found: re.Match[str]) -> bool:
    name = found["name"]
    if len(name.rstrip("_")) < _SHORTEST or is_word(name):
        return False
    if found["at"] or has_figure(name):
        return True
    if ":" in found["gap"] or "=" in found["gap"]:
        return True
    # Without a sign between them only a name that no language writes so is a handle.
    return found[0][0] in "✈飞纸电" and not name.islower() and not name.istitle()


def _is_addressed(plain: str, found: re.Match[str]) -> bool:
    name = found["name"].lower().strip("_")
    if len(name) < _SHORTEST or name in _MENTIONS or name.isdigit():
        return False
    return not _ELSEWHERE.search(plain, max(0, found.start() - 16), found.start())


def from_link(link: Link) -> str | None:
    """Give the handle that a link leads to."""
    if link.scheme == "tg":
        name = link.query.get("domain", "")
    elif link.host in HOSTS:
        steps = link.steps[1:] if link.steps[:1] == ("s",) else link.steps
        name = steps[0] if steps else ""
    elif link.host.endswith(".t.me"):
        name = link.host.removesuffix(".t.me")
    else:
        return None
    name = name.lstrip("@").rstrip("_")
    if name.lower() in _RESERVED or not re.fullmatch(_NAME, name):
        return None
    return name.lower()


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the handle in lower case, without @ or link.

    >>> canonical("https://t.me/Relay_Shop"), canonical("@Relay_Shop"), canonical("a b")
    ('relay_shop', 'relay_shop', None)
    """
    value = raw.strip()
    if "/" in value:
        return from_link(read_link(value))
    value = value.removeprefix("@").rstrip("_")
    return value.lower() if re.fullmatch(_NAME, value) else None
