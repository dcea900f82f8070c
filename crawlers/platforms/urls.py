"""Addresses: the shop a page belongs to, its numbers, and links without what only follows a visitor."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_LONGEST, _DIGITS = 2000, 9
# First steps of the programs' own pages: a source's address that leads to one names no folder.
_OWN_PAGE = re.compile(
    r"about|account|admin|admin-next|api|auth|buy|cart|cat|category|channel|collections|"
    r"console|dashboard|detail|docs|goods|group|home|item|items|list|login|models|order|"
    r"order-search|orders|pages|panel|pay|plan|plans|playground|posts|pricing|product|products|"
    r"query|register|search|setting|settings|setup|sign-in|sign-up|store|tag|token|topup|user|"
    r"wallet"
)
# A plain path from the site's root, without query, dots and what an address would be cleaned of.
_PLAIN_PATH = re.compile(r"/(?:[A-Za-z0-9_~%-][A-Za-z0-9_.~%-]*/)*(?:[A-Za-z0-9_~%-][A-Za-z0-9_.~%-]*)?")
FOLLOWERS = ("sid", "PHPSESSID", "utm_source", "utm_medium", "utm_campaign", "fbclid", "gclid", "_t")


def origin_of(url: str) -> str:
    """Give scheme and host of an address.

    >>> origin_of("https://a.test:8443/x?y=1")
    'https://a.test:8443'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def base_of(url: str) -> str:
    """Give the address under which a program lies: its host's root, or the folder that a source's address names.

    Folders are named by the slash at their end; a program's own pages (its goods, its log-in) are none.

    >>> base_of("https://a.test/shop/"), base_of("https://a.test/shop/item/3"), base_of("https://a.test/pricing/")
    ('https://a.test/shop', 'https://a.test/shop', 'https://a.test')
    """
    folders: list[str] = []
    path = urlsplit(url).path
    for step in path.split("/")[1:-1]:
        if _OWN_PAGE.fullmatch(step.lower()) or "." in step:
            return "/".join((origin_of(url), *folders))
        folders.append(step)
    last = path.rpartition("/")[2].lower()
    is_folder = not last or bool(_OWN_PAGE.fullmatch(last)) or last.startswith("index.")
    return "/".join((origin_of(url), *folders)) if is_folder else origin_of(url)


def before(url: str, path: str) -> str:
    """Give what stands before a program's own path in an address; the host's root where the address has no such path.

    >>> before("https://a.test/shop/api/v1/x?page=1", "/api/v1"), before("https://a.test/", "/api/v1")
    ('https://a.test/shop', 'https://a.test')
    """
    head, found, _ = urlsplit(url).path.partition(path)
    return origin_of(url) + (head.rstrip("/") if found else "")


def same_site(one: str, other: str) -> bool:
    """Say whether two addresses lie on one host, with or without `www.`."""
    here, there = (host_of(url).removeprefix("www.") for url in (one, other))
    return bool(here) and here == there


def host_of(url: str) -> str:
    """Give the host name of an address in lower case; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def netloc_of(url: str) -> str:
    """Give host and port of an address, as they stand in it."""
    return urlsplit(url).netloc


def path_of(url: str) -> str:
    """Give the path of an address."""
    return urlsplit(url).path


def join(base: str, link: str) -> str:
    """Give a page's link as an absolute http address without fragment and session; empty where it is none."""
    if len(link) <= _LONGEST and _PLAIN_PATH.fullmatch(link) and (origin := _web_origin(base)):
        return origin + link
    try:
        parts = urlsplit(urljoin(base, link.strip()))
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc or len(link) > _LONGEST:
        return ""
    return without(urlunsplit(parts._replace(fragment="")), *FOLLOWERS)


@lru_cache(maxsize=256)
def _web_origin(base: str) -> str:
    try:
        parts = urlsplit(base)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""


def own(base: str, link: str) -> str:
    """Give a link of a page's own site or of a part of it; empty where it leads elsewhere, as to a messenger.

    >>> own("http://www.a.test/", "http://a.test/x"), own("http://a.test/", "http://shop.a.test/x")
    ('http://a.test/x', 'http://shop.a.test/x')
    >>> own("http://a.test/", "https://wa.me/905330004417")
    ''
    """
    here, there = (host_of(url).removeprefix("www.") for url in (base, link))
    same = there == here or there.endswith(f".{here}") or here.endswith(f".{there}")
    return link if here and there and same else ""


def at_home(base: str, link: str) -> str:
    """Give a link to a shop's own page at the host where the shop was met, whatever host the shop takes for its own.

    >>> at_home("http://a.test/api", "https://www.a.test/product/x/")
    'http://a.test/product/x/'
    """
    here, parts = urlsplit(base), urlsplit(join(base, link))
    return parts._replace(scheme=here.scheme, netloc=here.netloc).geturl() if parts.netloc else ""


def without(url: str, *names: str) -> str:
    """Give an address without some of its query's names.

    >>> without("https://f.test/viewtopic.php?t=2&sid=ab12", "sid")
    'https://f.test/viewtopic.php?t=2'
    """
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if name not in names]
    return url if kept == pairs else urlunsplit(parts._replace(query=urlencode(kept)))


def asked(url: str, name: str) -> str:
    """Give one value of an address's query; empty where it is not asked."""
    pairs = parse_qsl(urlsplit(url).query, keep_blank_values=True)
    return next((value for key, value in pairs if key == name), "")


def asked_number(url: str, name: str, default: int) -> int:
    """Give one number of an address's query, such as its page."""
    value = asked(url, name)
    return int(value) if value.isdecimal() and len(value) <= _DIGITS else default


def with_query(url: str, **values: str | int) -> str:
    """Give an address with some of its query's values set.

    >>> with_query("https://s.test/p?page=1&limit=20", page=2)
    'https://s.test/p?page=2&limit=20'
    """
    parts = urlsplit(url)
    pairs = dict(parse_qsl(parts.query, keep_blank_values=True)) | {key: str(v) for key, v in values.items()}
    return urlunsplit(parts._replace(query=urlencode(pairs)))
