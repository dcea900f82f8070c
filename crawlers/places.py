"""Places in a kept page: the text that a pointer leads to, and an excerpt with the value's own characters marked. Pure."""

from __future__ import annotations

import json
from typing import Any

from lxml import etree
from lxml.etree import LxmlError
from parsel import Selector

OPEN, CLOSE = "⟦", "⟧"
_AROUND = 60


def text_at(body: bytes, pointer: str) -> str | None:
    """Give the text that a JSON pointer, a selector or an element's path leads to; None where it leads nowhere.

    >>> text_at(b'{"data":[{"name":"Plus"}]}', "/data/0/name")
    'Plus'
    >>> text_at(b"<p class='a'>Plus <b>now</b></p>", ".a")
    'Plus now'
    """
    text = body.decode("utf-8", "replace")
    if not pointer:
        return text
    if text.lstrip()[:1] in ("{", "["):
        return _in_json(text, pointer)
    return _in_html(text, pointer)


def _in_json(text: str, pointer: str) -> str | None:
    try:
        found: Any = json.loads(text, parse_float=str)
        for part in pointer.strip("/").split("/") if pointer.strip("/") else ():
            name = part.replace("~1", "/").replace("~0", "~")
            found = found[int(name)] if isinstance(found, list) else found[name]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
    return found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)


def _in_html(text: str, pointer: str) -> str | None:
    try:
        tree = Selector(text=text, type="html")
        nodes = tree.xpath(pointer) if pointer.startswith("/") else tree.css(pointer)
    except (ValueError, LxmlError, etree.XPathError, SyntaxError):
        return None
    if not nodes:
        return None
    return "".join(nodes[0].xpath(".//text()").getall()).strip() or nodes[0].get()


def mark(text: str, value: str, span: tuple[int | None, int | None]) -> str | None:
    """Give the words around a value, itself marked; by its span where the value stands there, else where it stands.

    >>> mark("write to QQ 1234567 now", "1234567", (12, 19))
    'write to QQ ⟦1234567⟧ now'
    >>> mark("nothing here", "1234567", (None, None)) is None
    True
    """
    start, end = span
    if start is not None and end is not None and (not value or text[start:end] == value):
        return _marked(text, start, end)
    at = text.find(value) if value else -1
    return _marked(text, at, at + len(value)) if at >= 0 else None


def _marked(words: str, start: int, end: int) -> str:
    before, after = words[max(0, start - _AROUND) : start], words[end : end + _AROUND]
    cut = "…" if start > _AROUND else ""
    more = "…" if end + _AROUND < len(words) else ""
    return f"{cut}{before}{OPEN}{words[start:end]}{CLOSE}{after}{more}".replace("\n", " ")
