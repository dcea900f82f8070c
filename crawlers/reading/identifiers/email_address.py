"""Mail addresses, also where the at and the dot are spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.hosts import PROVIDERS, registrable

KIND = "email"
TRIGGER = r"[a-z0-9._%+-]@[a-z0-9]|[a-z0-9]\s?[\[({<【]\s?(?:at|@|arroba|собака)\s?[\])}>】]|艾特|[a-z0-9]\sat\s[a-z0-9-]+\s?[\[({]?dot|[a-z0-9]#[a-z0-9-]+\.com|[a-z0-9]\s?@\s?[a-z0-9]"

_PLAIN = re.compile(
    r"(?i)(?<![a-z0-9._%+/=-])(?P<local>[a-z0-9][a-z0-9._%+-]{0,63})@"
    r"(?P<host>(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,18})(?![a-z0-9_-]|\.[a-z0-9])"
)
_SIGN = re.compile("@")
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-")
_LONGEST_LOCAL = 64
_AT = r"(?:\s?[\[({<【]\s?(?:at|@|arroba|собака)\s?[\])}>】]\s?|\s?艾特\s?|\s@\s|\s(?:AT|at)\s|#(?=[a-z0-9-]+\.com))"
_DOT = r"(?:\s?[\[({<【]\s?(?:dot|\.|点)\s?[\])}>】]\s?|\s(?:DOT|dot)\s|\.)"
_HIDDEN = re.compile(
    rf"(?i)(?<![a-z0-9._%+/=-])(?P<local>[a-z0-9][a-z0-9._%+-]{{0,63}}){_AT}"
    rf"(?P<host>(?:[a-z0-9][a-z0-9-]{{0,62}}{_DOT}){{1,4}}[a-z]{{2,12}})(?![a-z0-9_@-])"
)
_SPELT = re.compile(r"(?i)[\[({<【]\s?(?:at|@|arroba|собака)|艾特|\s@\s|\sat\s|#")
"""Without which no @ is spelt out."""
_DOTS = re.compile(rf"(?i){_DOT}")
_SAMPLE_HOSTS_WORDS = """
example.com example.org example.net example.edu domain.com test.com email.com xxx.com yourdomain.com
company.com mail.example.com yoursite.com
"""
_SAMPLE_HOSTS = frozenset(_SAMPLE_HOSTS_WORDS.split())
_SAMPLE_NAMES_WORDS = """
git user username your yourname name xxx xxxx someone noreply no-reply you email
"""
_SAMPLE_NAMES = frozenset(_SAMPLE_NAMES_WORDS.split())
_SHAPE = re.compile(r"(?i)[a-z0-9._%+'-]{1,64}@[a-z0-9.-]{3,253}")
# An account's own address may stand under a suffix that the public list has not heard of yet.
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_MAX = 320


def find(scan: Scan) -> Iterator[Found]:
    """Give the addresses of a text; a provider's own and a manual's sample are nobody's."""
    seen = set()
    spelt = scan.matches(_HIDDEN) if scan.shows(_SPELT) else ()
    for found in chain(_plain(scan), spelt):
        if found.start() in seen:
            continue
        host = _DOTS.sub(".", found["host"]).lower()
        if _is_contact(found["local"].lower(), host) and _is_written(found[0]):
            seen.add(found.start())
            scan.claim(found.start("host"))
            yield Found(found.start(), found.end(), f"{found['local'].lower()}@{host}")


def _plain(scan: Scan) -> Iterator[re.Match[str]]:
    """Give what `_PLAIN` matches, sought from each @ backwards: a search would try every letter of the text."""
    plain, last = scan.plain, 0
    for sign in scan.matches(_SIGN):
        start = at = sign.start()
        while start > max(0, at - _LONGEST_LOCAL) and plain[start - 1] in _LOCAL:
            start -= 1
        found = _PLAIN.match(plain, start) if start < at else None
        if found is not None and start >= last:
            last = found.end()
            yield found


def _is_contact(local: str, host: str) -> bool:
    domain = registrable(host)
    return (
        domain is not None
        and host not in _SAMPLE_HOSTS
        and domain not in PROVIDERS - {"icloud.com", "live.com", "google.com"}
        and not (local in _SAMPLE_NAMES and domain.startswith(("github", "gitlab", "gitee", "users.noreply")))
        and not local.startswith(("xxx", "your"))
    )


def _is_written(words: str) -> bool:
    """Refuse a sentence that only sounds like one: `look at example.com` has its at spelt and its dot not."""
    spelt_at = re.search(r"(?i)\sat\s", words) is not None
    return not spelt_at or re.search(r"(?i)\sdot\s|[\[({<【]", words) is not None


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the address in lower case.

    >>> canonical(" Sales@Shop-Example.COM ")
    'sales@shop-example.com'
    """
    value = raw.strip().lower().removeprefix("mailto:")
    if len(value) > _MAX or not _SHAPE.fullmatch(value) or not _HOST.fullmatch(value.rpartition("@")[2]):
        return None
    return value
