"""Links and bare host names of a text, taken apart once for all the kinds that live in links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from crawlers.reading.identifiers.windows import compiled, starts_of, windows_of

_STOP = r"\s<>\"'`|\\^{}\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_HOST = r"(?:[a-z0-9][a-z0-9_-]{0,62}\.){1,6}[a-z][a-z0-9-]{1,17}"
_QUAD = r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}"
_LINK = re.compile(
    rf"(?i:(?<![a-z0-9])(?P<scheme>h[tx]{{2}}ps?|tg|whatsapp|socks5|line|alipays?|weixin)://(?P<rest>[^{_STOP}]{{1,2000}})"
    rf"|(?<![a-z0-9_@./%=&#-])(?P<host>{_QUAD}(?=:\d)|(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,6}}[a-z]{{2,18}}(?![a-z0-9_]))"
    rf"(?P<port>:\d{{2,5}})?(?P<path>[/?][^{_STOP},，)）\]】*]{{0,2000}})?)"
)
_DOT = r"\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\{dot\}|<dot>|【\.】|【点】|\(点\))\s?"
_HIDDEN = re.compile(
    rf"(?i:(?<![a-z0-9_@.-])((?:[a-z0-9][a-z0-9-]{{0,62}}{_DOT}){{1,4}}[a-z]{{2,12}})(?![a-z0-9_@]))"
)
_CJK_DOT = re.compile(
    r"(?i:(?<![a-z0-9_@.-])((?:[a-z0-9][a-z0-9-]{0,62}[.。点]){1,4}"
    r"(?:com|cn|net|org|ai|io|cc|top|xyz|vip|shop|site|app|dev|me|co|pro|club|online|store|life|fun|icu|tech))(?![a-z0-9_]))"
)
_DOTS = re.compile(rf"(?i:{_DOT}|[。点])")
_HIDDEN_TRIGGER = r"[a-z0-9]\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\{dot\}|<dot>|【\.】|【点】|\(点\))"
_CJK_TRIGGER = r"[a-z0-9](?:。|点)[a-z]"
HIDDEN_LINK = f"{_HIDDEN_TRIGGER}|{_CJK_TRIGGER}"
# Where a link can start: a scheme, or a name with a dot before a letter; or an address with a port.
_START = compiled(
    r"(?:https?|hxxps?|tg|whatsapp|socks5|line|alipays?|weixin)://|[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*\.[a-z]"
    r"|[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}:[0-9]"
)
_MOST = 10_000
"""Different links read of one text."""
_CLOSING = re.compile(r"\]\(|\)[,;:\]]|\)\s|\)(?=[^\x00-\x7f])|,(?=h?ttp)")
_PATH = re.compile("[/?#]")
_STEPS = re.compile("(?:/[A-Za-z0-9_+-]{1,64}){1,3}")
_TRAIL = ".,;:!?*~_'\"）)]}>、。"


@dataclass(eq=False)
class Link:
    """A link as it stands at `start`..`end`; a bare host name has no scheme."""

    start: int
    end: int
    scheme: str
    host: str
    port: str
    path: str
    query_text: str

    @cached_property
    def query(self) -> dict[str, str]:
        """The query's first values by lower-case key; a query inside the fragment counts."""
        pairs: dict[str, str] = {}
        for part in re.split("[&?]", self.query_text)[:40]:
            key, sign, value = part.partition("=")
            if sign and value:
                pairs.setdefault(key.lower().removeprefix("amp;"), value)
        return pairs

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The path's steps, empty ones left out."""
        return tuple(step for step in self.path.split("/") if step)


def read_link(words: str, start: int = 0, scheme: str = "") -> Link:
    """Take one link apart; `words` without its scheme where `scheme` is given."""
    if not scheme and "://" in words[:12]:
        scheme, _, words = words.partition("://")
    end = start + len(words) + (len(scheme) + 3 if scheme else 0)
    sign = _PATH.search(words)
    cut = sign.start() if sign else len(words)
    authority, rest = words[:cut], words[cut:].replace("&amp;", "&")
    authority = authority.rpartition("@")[2]
    host, _, port = authority.partition(":") if not authority.startswith("[") else (authority, "", "")
    path, _, query = rest.partition("?")
    path, sharp, fragment = path.partition("#")
    query, _, late = query.partition("#")
    more = late if "=" in late else fragment if sharp and "=" in fragment else ""
    host = host.lower().replace("。", ".").strip(".")
    return Link(start, end, scheme.lower(), host, port, path or "", f"{query}&{more}" if more else query)


def find_links(plain: str, body: bytes) -> Iterator[Link]:
    """Give the links and bare hosts of a plain text (whose UTF-8 is `body`), each once; a mail address is none."""
    seen: set[str] = set()
    last = 0
    for start in starts_of(body, _START, ascii_only=len(plain) == len(body)):
        found = _LINK.match(plain, start) if start >= last else None
        if found is None:
            continue
        last = found.end()
        if found[0] in seen or plain.startswith("@", last):
            continue
        seen.add(found[0])
        if found["scheme"]:
            yield read_link(_trim(found["rest"]), start, found["scheme"].lower().replace("x", "t"))
        else:
            yield read_link(_trim(found[0]), start)
        if len(seen) >= _MOST:
            return


def find_hidden_links(plain: str, body: bytes) -> Iterator[Link]:
    """Give the host names whose dots are spelt out: `shop[.]com`, `shop。com`, `shop点com`."""
    yield from _hidden(plain, body, _HIDDEN, _HIDDEN_TRIGGER)
    for link in _hidden(plain, body, _CJK_DOT, _CJK_TRIGGER):
        if not plain[link.start : link.end].isascii():
            yield link


def _hidden(plain: str, body: bytes, pattern: re.Pattern[str], trigger: str) -> Iterator[Link]:
    for window in windows_of(plain, body, trigger):
        for found in pattern.finditer(plain, *window):
            path = _STEPS.match(plain, found.end())
            link = read_link(_DOTS.sub(".", found[1]) + (path[0] if path else ""))
            end = path.end() if path else found.end()
            yield Link(found.start(), end, "", link.host, "", link.path, "")


def _trim(words: str) -> str:
    """Leave the closing punctuation of the sentence outside the link, and what markdown put behind it."""
    closing = _CLOSING.search(words)
    words = words[: closing.start()] if closing else words
    trimmed = words.rstrip(_TRAIL)
    if "(" in trimmed and words[len(trimmed) : len(trimmed) + 1] == ")":
        trimmed += ")"
    return trimmed
