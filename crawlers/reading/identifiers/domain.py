"""Domains of sellers: registrable, or the host where strangers share the suffix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.hosts import is_bare_host, registrable, says_nothing
from crawlers.reading.identifiers.links import Link, read_link

KIND = "domain"
TRIGGER = r"\.|://|。|点|dot"

_FILE = re.compile(
    r"(?i)\.(?:png|jpe?g|gif|webp|svg|ico|bmp|avif|mp4|pdf|docx?|xlsx?|css|js|zip|exe|apk|dmg)$"
)
_WEB = ("http", "https", "")
# "listed in", "compared on": somebody else's site, not the seller's.
_DIRECTORY = re.compile(
    r"(?:收录|比价|榜单|排行|评测|监控站|directory|listed (?:on|in)|compar(?:e|ed|ison)|ranking|tracker)\W{0,6}$",
    re.IGNORECASE,
)


def find(scan: Scan) -> Iterator[Found]:
    """Give the domains of a text, each once."""
    seen: set[str] = set()
    for link in scan.links:
        domain = from_link(link)
        if (
            domain is None
            or domain in seen
            or link.start in scan.claimed
            or not _stands_alone(scan.plain, link)
        ):
            continue
        seen.add(domain)
        before = scan.plain[max(0, link.start - 24) : link.start]
        yield Found(link.start, link.end, domain, "unknown" if _DIRECTORY.search(before) else None)


def from_link(link: Link) -> str | None:
    """Give the seller's domain that a link stands on, or None where the host is everybody's."""
    if link.scheme not in _WEB or _FILE.search(link.path):
        return None
    return _seller_domain(link.host)


@lru_cache(maxsize=65536)
def _seller_domain(host: str) -> str | None:
    domain = registrable(host)
    if domain is None or says_nothing(host.removeprefix("www."), domain) or says_nothing(domain, domain):
        return None
    return domain


def _stands_alone(plain: str, link: Link) -> bool:
    if link.scheme:
        return True
    return is_bare_host(plain[link.start : link.start + len(link.host)])


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the registrable domain, the whole host where the suffix is shared.

    >>> canonical("https://api.relay-example.com/v1"), canonical("a.pages.dev")
    ('relay-example.com', 'a.pages.dev')
    """
    return registrable(read_link(raw.strip()).host)
