"""Whether a text leads to anybody who sells: a link, a mail, a handle, a site named in words."""

from __future__ import annotations

import re

from crawlers.reading.scene import Scene

_LINKS = ("://", "www.", "@", "t.me/", "wa.me/", "discord.gg/")
_HEADING_PART = 2000
_BARE_HOST = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{1,40}\.){1,3}(?:com|net|org|io|cc|top|xyz|shop|store|site|online|app|dev|pro|club|ru|ua|cn|tr|vn|id|ir|br|mx|es|de|fr|it|pl|jp|kr|in|th|su|click|cloud|space|live|me|co|ai|run|lol|fun|gg|vip|win|work|link|wiki|chat|art|moe|icu|pw|tv|cx|la|one|world|life|today|ink|plus|ltd|group|team|market|host|website|cfd|sbs|bond|asia|info|biz|tech|network|digital|services|solutions|systems|studio|center|cool|best|wtf|lat|im|us|uk|eu|au|ca|nl|se|ch|at|be|pt|hk|tw|sg|my|ph|kz|by)(?![\w.-]*[\w-])",
    re.IGNORECASE,
)
"""A site named without its scheme."""
_DOTTED = re.compile(r"\.[a-z]", re.IGNORECASE)
"""What every such site has: looked for first, which costs a tenth."""
_HOSTS = (
    "github.com",
    "anthropic.com",
    "openai.com",
    "claude.ai",
    "chatgpt.com",
    "google.com",
    "x.ai",
    "npmjs",
    "pypi.org",
    "localhost",
    "127.0.0.1",
    "example.com",
)


def leads_to_somebody(scene: Scene) -> bool:
    """Tell whether a link, mail or handle leads to somebody but the providers and the hosts of code."""
    if any(mark in scene.plain for mark in ("href=", "/shop/", "/item/")):
        return True
    at = scene.codes.find("u")
    while at >= 0:
        words = scene.tokens[at].words
        if any(mark in words for mark in _LINKS) and not any(host in words for host in _HOSTS):
            return True
        at = scene.codes.find("u", at + 1)
    if "." not in scene.codes or _DOTTED.search(scene.plain) is None:
        return False
    return any(
        not any(host in found[0] for host in _HOSTS)
        for found in _BARE_HOST.finditer(scene.plain[:_HEADING_PART])
    )
