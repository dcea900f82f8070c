"""Pages and fragments of HTML as lxml trees, and the words that a visitor would read in them."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import urlsplit

import re2
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Script, Tag
from cssselect import HTMLTranslator
from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from crawlers.page import Page
from crawlers.platforms import shown

TEXT_LIMIT = 20_000
"""Characters kept of one text: a notice or a description is shorter, a hostile one is cut."""
# libxml2 loses what lies deeper than 2,048 levels even with huge_tree (250 without), and says nothing.
_DEEP = 1_000
_SKIPPED = {"script", "style", "template", "noscript", "svg", "head", "iframe", "object", "canvas", "button"}
_BLOCKS = {
    "p", "div", "li", "ul", "ol", "tr", "table", "section", "article", "header", "footer", "h1", "h2", "h3", "h4",
    "h5", "h6", "pre", "blockquote", "dl", "dt", "dd", "form", "aside", "main", "nav", "figure", "fieldset", "hr",
}  # fmt: skip
_CONTACT_HOSTS = {"t.me", "telegram.me", "wa.me", "discord.gg"}
# Who made the program names no seller.
_MAKERS = (
    "wordpress.org", "woocommerce.com", "shopify.com", "phpbb.com", "dujiaoka.com", "whmcs.com", "xenforo.com",
    "discourse.org", "flarum.org", "lizhipay.acged.cc", "github.com/assimon", "github.com/lizhipay",
    "github.com/QuantumNous", "github.com/Calcium-Ion", "github.com/songquanpeng",
)  # fmt: skip
# Thousands of tags a page: re gives them in a tenth of re2's time, and this pattern cannot backtrack.
_TAGS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Tags that need no end tag say nothing of how deep a page is.
_UNCLOSED = {
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "img", "input", "meta", "link", "hr", "source", "col",
    "area", "base", "wbr", "embed", "param", "track", "path", "circle", "rect", "line", "use", "polygon", "tbody",
    "thead", "html", "body", "head",
}  # fmt: skip
_LONG_LINK = 300
_QQ_LINK = re2.compile(r"[?&]uin=(\d{5,11})\b")
_BLOCK_TAG = re2.compile(r"(?i)<(?:p|div|br|li|table|h[1-6]|section|tr)\b")
_MARKDOWN = re2.compile(r"(?m)^\s{0,3}(?:#{1,6} |[-*+] |\d+\. |\|)|\*\*[^*\n]+\*\*")
_BAD_NAME = re2.compile(r"[^A-Za-z0-9_\-]")
_CONTROLS = re2.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def root_of(page: Page) -> HtmlElement:
    """Give the page as a tree: lxml's, or BeautifulSoup's where a page is nested deeper than lxml follows."""
    root = parse(page.text) if depth_of(page.text) > _DEEP else page.selector.root
    root.getroottree().docinfo.URL = page.url
    return root


def parse(markup: str) -> HtmlElement:
    """Parse a document or fragment; an empty one gives an empty tree, never an error."""
    if depth_of(markup) > _DEEP:
        return _soup_tree(markup)
    body = markup.strip().replace("\x00", "").encode("utf-8", "replace") or b"<html/>"
    found = etree.fromstring(body, parser=HTMLParser(recover=True, encoding="utf-8", huge_tree=True))
    return found if found is not None else etree.fromstring(b"<html/>", parser=HTMLParser())


def depth_of(markup: str) -> int:
    """Count how deep tags nest; tags that may stay open are not counted.

    >>> depth_of("<div><p><b>x</b></div>")
    2
    """
    deepest = depth = 0
    if markup.count("<") < _DEEP:
        return min(markup.count("<"), 2) if "<" in markup else 0
    for slash, name in _TAGS.findall(markup):
        if name.lower() in _UNCLOSED:
            continue
        depth = depth + 1 if not slash else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _soup_tree(markup: str) -> HtmlElement:
    soup = BeautifulSoup(markup, "html.parser")
    top = etree.fromstring(b"<html><body/></html>", parser=HTMLParser())[0]
    built: dict[int, tuple[HtmlElement, int]] = {id(soup): (top, 0)}
    for thing in soup.descendants:
        parent, depth = built.get(id(thing.parent), (top, 0))
        if isinstance(thing, Tag):
            # What lies deeper is moved up beside the page's first level, whole: no later walk meets a deep tree.
            parent, depth = (parent, depth) if depth < _DEEP else (top, 0)
            built[id(thing)] = (_child(parent, thing), depth + 1)
        elif isinstance(thing, NavigableString) and _is_words(thing):
            _append_text(parent, _CONTROLS.sub("", str(thing)))
    return top.getroottree().getroot()


def _is_words(thing: NavigableString) -> bool:
    return isinstance(thing, Script) or not isinstance(thing, PreformattedString)


def _child(parent: HtmlElement, tag: Tag) -> HtmlElement:
    name = _BAD_NAME.sub("", tag.name) or "span"
    child = etree.SubElement(parent, name if name[0].isalpha() else "span")
    for key, value in tag.attrs.items():
        if not _BAD_NAME.search(key) and key[:1].isalpha():
            text = " ".join(value) if isinstance(value, list) else str(value)
            child.set(key, _CONTROLS.sub("", text))
    return child


def _append_text(parent: HtmlElement, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


@lru_cache(maxsize=1024)
def _compiled(css: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(css))


def select(node: HtmlElement, css: str) -> list[HtmlElement]:
    """Give the elements under the node that a CSS selector names, in the page's order."""
    return list(_compiled(css)(node))


def first(node: HtmlElement | None, css: str) -> HtmlElement | None:
    """Give the first element under the node that a CSS selector names."""
    found = [] if node is None else select(node, css)
    return found[0] if found else None


def attr(node: HtmlElement | None, name: str) -> str:
    """Give an element's attribute, stripped; empty where there is none."""
    return "" if node is None else (node.get(name) or "").strip()


def line(node: HtmlElement | None, limit: int = 500) -> str:
    """Give an element's words as one line.

    >>> line(parse("<h3> Claude <b>Max</b><br>20x </h3>"))
    'Claude Max 20x'
    """
    if node is None:
        return ""
    said = shown.bare_words(node)
    return " ".join((words(node, 4 * limit, links=False) if said is None else said).split())[:limit]


def words(
    node: HtmlElement | None,
    limit: int = TEXT_LIMIT,
    *,
    without: Collection[HtmlElement] = frozenset(),
    links: bool = True,
) -> str:
    r"""Give an element's words as a visitor reads them: lines kept, struck text in ~~ ~~, cells apart by a bar.

    The address of a link that leaves the site follows its words where they do not name it, for a contact often
    stands only there.

    >>> words(parse("<p>Max <s>$120</s> $85<br>QQ <a href='https://t.me/shop_x'>Telegram</a></p>"))
    'Max ~~$120~~ $85\nQQ Telegram https://t.me/shop_x'
    """
    if node is None:
        return ""
    pieces: list[str] = []
    length, last, ended = 0, "", False
    walker = etree.iterwalk(node, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start" and element in without:
            walker.skip_subtree()
            continue
        piece = (
            _start(element, walker, node)
            if event == "start"
            else _end(element, node, event)
            if links or element.tag != "a"
            else _tail(element, node)
        )
        if event == "start" and _runs_on(last, piece, ended=ended):
            piece = " " + piece
        ended = (event == "end" and not element.tail) or (ended and not piece)
        last = piece or last
        length += len(piece)
        pieces.append(piece)
        if length > 4 * limit:
            break
    lines = (" ".join(part.split()) for part in "".join(pieces).split("\n"))
    return "\n".join(part for part in lines if part)[:limit]


def _runs_on(last: str, piece: str, *, ended: bool) -> bool:
    """Say whether two elements' words would run into one that no visitor sees: a style sheet keeps them apart.

    Digits never run on; other words only where one element ends and its neighbour begins, and not letter by letter.
    """
    if not last[-1:].isalnum() or not piece[:1].isalnum():
        return False
    return (last[-1].isdigit() and piece[0].isdigit()) or (ended and (len(last) > 1 or len(piece) > 1))


def _start(element: HtmlElement, walker: etree.iterwalk, top: HtmlElement) -> str:
    tag = element.tag
    if tag in _SKIPPED or (element is not top and shown.is_decoy(element)):
        walker.skip_subtree()
        return ""
    text = _flat(element.text, keep=tag == "pre")
    if shown.is_struck(element):
        text = "~~" + text
    if tag in _BLOCKS:
        return "\n" + text
    if tag in ("td", "th"):
        return (" | " if element is not top and element.getprevious() is not None else "") + text
    return text


def _end(element: HtmlElement, top: HtmlElement, event: str) -> str:
    tail = _tail(element, top)
    if event != "end":
        return tail
    tag = element.tag
    if shown.is_struck(element):
        tail = "~~" + ("\n" if tag in _BLOCKS else "") + tail
    elif tag in _BLOCKS or tag == "br":
        return "\n" + tail
    return _address(element, top) + tail if tag == "a" else tail


def _tail(element: HtmlElement, top: HtmlElement) -> str:
    return "" if element is top else _flat(element.tail)


def _flat(text: str | None, *, keep: bool = False) -> str:
    if not text:
        return ""
    return text if keep else text.replace("\n", " ").replace("\r", " ")


def _address(anchor: HtmlElement, top: HtmlElement) -> str:
    href = (anchor.get("href") or "").strip()
    if href.startswith(("mailto:", "tel:")):
        href = href.split(":", 1)[1].split("?")[0]
    elif not href.startswith(("http://", "https://")):
        return ""
    if "qq.com" in href and (match := _QQ_LINK.search(href)):
        return f" QQ {match[1]} "
    if not href or len(href) > _LONG_LINK or any(maker in href for maker in _MAKERS):
        return ""
    shown = "".join(anchor.itertext()).lower()
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    tail = parts.path.rstrip("/").rsplit("/", 1)[-1] or parts.netloc
    at_home = (
        parts.netloc
        and parts.netloc == urlsplit(top.base_url or "").netloc
        and parts.netloc not in _CONTACT_HOSTS
    )
    return "" if at_home or (tail and tail.lower() in shown and not parts.query) else f" {href} "


def words_of(markup: str, limit: int = TEXT_LIMIT) -> str:
    r"""Give the words of a text that may be HTML, Markdown, both or neither, as operators type into one box.

    >>> words_of("## 公告\n1元 = 1美元 &amp; <b>0.45 倍率</b>")
    '## 公告\n1元 = 1美元 & 0.45 倍率'
    """
    markup = markup[: 20 * limit]
    if "<" not in markup:
        lines = (" ".join(part.split()) for part in html.unescape(markup).splitlines())
        return "\n".join(part for part in lines if part)[:limit]
    if not _BLOCK_TAG.search(markup) or _MARKDOWN.search(markup):
        markup = markup.replace("\n", "<br>")
    return words(parse(f"<div>{markup}</div>"), limit)
