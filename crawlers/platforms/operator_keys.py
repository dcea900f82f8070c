"""Keys that only the operator of a site holds: what he registered to guard it, to count its visitors, to let them in.

Two sites that share one share an operator. They stand in a program's public settings and in a page's own scripts.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from hashlib import sha256

import re2

from crawlers.page import Ask, Page
from crawlers.platforms import fields, urls
from crawlers.reading.identifiers import canonical
from crawlers.reading.identifiers.hosts import registrable, says_nothing
from store.records import Identifier

_KINDS = {
    "turnstile_site_key": "site_key",
    "recaptcha_site_key": "site_key",
    "hcaptcha_site_key": "site_key",
    "github_client_id": "oauth_client",
    "linuxdo_client_id": "oauth_client",
    "discord_client_id": "oauth_client",
    "google_client_id": "oauth_client",
    "oidc_client_id": "oauth_client",
    "lark_client_id": "oauth_client",
    "wechat_app_id": "oauth_client",
    "umami_website_id": "analytics",
    "google_analytics_id": "analytics",
    "baidu_analytics_id": "analytics",
}
_HOSTS = ("server_address", "api_base_url")
_LOGOS = ("logo", "site_logo", "siteIconData", "siteIcon", "site_icon")
_DEFAULT_LOGOS = ("/logo.png", "/favicon.ico", "/logo.svg")
_LOGO_LIMIT = 200_000
_MOST = 50
# A page without one of these words holds no such key: most pages are done here.
_HINT = re2.compile(
    r"gtag|googletagmanager|google-analytics|hm\.baidu\.com|data-website-id|clarity\.ms|mc\.yandex|51\.la|cnzz\.com|"
    r"phc_|data-domain|connect\.facebook\.net|CRISP_WEBSITE_ID|embed\.tawk\.to|ca-pub-|sitekey|recaptcha|client_id="
)
_ANALYTICS = re2.compile(
    r"\b(G-[A-Z0-9]{8,12}|GTM-[A-Z0-9]{5,9}|UA-\d{5,10}-\d{1,3})\b|"
    r"hm\.baidu\.com/hm\.js\?([0-9a-f]{32})|data-website-id=[\"']([0-9a-f-]{36})|"
    r"clarity\.ms/tag/([a-z0-9]{8,12})\b|clarity[\"'],\s*[\"']script[\"'],\s*[\"']([a-z0-9]{8,12})[\"']|"
    r"mc\.yandex\.(?:ru|com)/watch/(\d{6,10})|\bym\((\d{6,10}),|51\.la/?[^\"']{0,40}[?&]id=(\w{6,24})|"
    r"LA\.init\(\{id:\s*[\"'](\w{6,24})|cnzz\.com/[\w.]{1,30}\?(?:web_)?id=(\d{6,12})|\b(phc_[A-Za-z0-9]{30,50})\b|"
    r"fbq\([\"']init[\"'],\s*[\"'](\d{10,20})|CRISP_WEBSITE_ID\s*=\s*[\"']([0-9a-f-]{36})|"
    r"embed\.tawk\.to/([0-9a-f]{24})|\b(ca-pub-\d{12,20})\b"
)
_SITE_KEY = re2.compile(
    r"""(?i)(?:data-sitekey=["']|\bsitekey["']?\s*[:=]\s*["']|recaptcha/(?:api|enterprise)\.js\?render=)([0-9A-Za-z_-]{20,60})"""
)
_CLIENT = re2.compile(
    r"""(?i)https?://(github\.com|connect\.linux\.do|(?:www\.)?discord\.com|accounts\.google\.com)/[^\s"'<>]{0,200}[?&](?:amp;)?client_id=([A-Za-z0-9._-]{8,100})"""
)
_SERVICES = {"github.com": "github", "connect.linux.do": "linuxdo", "discord.com": "discord", "www.discord.com": "discord", "accounts.google.com": "google"}  # fmt: skip
# Keys that vendors publish for trying out; whole villages of sites carry them.
_SAMPLE_KEYS = ("1x0000", "2x0000", "3x0000", "6LeIxAcTAAAA", "10000000-ffff")


def keys_of(settings: object) -> tuple[Identifier, ...]:
    """Find the operator's keys and hosts in a program's public settings."""
    found = []
    for name, kind in _KINDS.items():
        if (value := fields.text(settings, name)) and not value.startswith(_SAMPLE_KEYS):
            found.append(_key(kind, value, name.split("_", 1)[0]))
    named = [fields.text(settings, name) for name in _HOSTS]
    named += [fields.text(row, "url") for row in fields.rows(settings, "api_info", limit=_MOST)]
    hosts = (urls.host_of(name if "//" in name else f"//{name}") for name in named if name)
    # A line that leads to the provider itself, or to a public host, is nobody's.
    hosts = (host for host in hosts if not says_nothing(host, registrable(host) or host))
    found += [
        Identifier(kind=kind, value=host, normalised=normal, role="operator")
        for host in dict.fromkeys(hosts)
        for kind in ("host", "domain")
        if (normal := canonical(kind, host))
    ]
    return tuple(found)


def keys_in(markup: str) -> tuple[Identifier, ...]:
    """Find the operator's keys in a page's markup and scripts."""
    if not _HINT.search(markup):
        return ()
    counted = {value for match in _ANALYTICS.findall(markup) for value in match if value}
    guarded = {value for value in _SITE_KEY.findall(markup) if not value.startswith(_SAMPLE_KEYS)}
    clients = {(_SERVICES[host.lower()], value) for host, value in _CLIENT.findall(markup)}
    found = [_key("analytics", value) for value in sorted(counted)]
    found += [_key("site_key", value) for value in sorted(guarded)]
    found += [_key("oauth_client", value, service) for service, value in sorted(clients)]
    return tuple(found[:_MOST])


def _key(kind: str, value: str, service: str = "") -> Identifier:
    # A client id is unique only at the service that gave it.
    normalised = f"{service}:{value}" if kind == "oauth_client" else value
    return Identifier(kind=kind, value=value, normalised=normalised, role="operator")


def logo_of(settings: object) -> tuple[Identifier, ...]:
    """Give the hash of a logo that stands in the settings themselves, as a data address."""
    for name in _LOGOS:
        given = fields.text(settings, name, limit=_LOGO_LIMIT)
        head, comma, data = given.partition(",")
        if comma and head.startswith("data:image/") and head.endswith(";base64"):
            try:
                return (_logo(base64.b64decode(data, validate=True)),)
            except (binascii.Error, ValueError):
                continue
    return ()


def logo_asks(settings: object, base: str) -> tuple[Ask, ...]:
    """Ask for the logo that the settings name by an address, but for those that come with the program."""
    links = (fields.text(settings, name, limit=2000) for name in _LOGOS)
    named = (urls.join(base, link) for link in links if link and not link.startswith("data:"))
    own = [link for link in named if link and urls.path_of(link) not in _DEFAULT_LOGOS]
    return (Ask(url=own[0], role="logo"),) if own else ()


def read_logo(page: Page) -> tuple[Identifier, ...]:
    """Give the hash of a logo that was fetched; none of a reply that is no picture."""
    picture = page.media_type.startswith("image/") and 0 < len(page.body) <= _LOGO_LIMIT
    return (_logo(page.body),) if picture else ()


def _logo(picture: bytes) -> Identifier:
    digest = sha256(picture).hexdigest()
    return Identifier(kind="logo", value=digest, normalised=digest, role="operator")


def once(found: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Give each identifier once."""
    return tuple({(one.kind, one.normalised): one for one in found}.values())
