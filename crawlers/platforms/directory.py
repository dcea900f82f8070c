"""Lists that name sites: a README on GitHub, a page that ranks relay stations. What they say of a site is second-hand."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Hint, Listing, Page, PageChangedError, Reading
from crawlers.platforms import tree, urls
from crawlers.reading.identifiers import canonical
from crawlers.reading.identifiers.hosts import registrable, says_nothing
from crawlers.reading.identifiers.links import read_link
from crawlers.reading.identifiers.referral import from_link
from store.records import LISTED, Place

NAME = "directory"
VERSION = 2
KEEPS = False
SHARED_HOST = True

_REPOSITORY = re2.compile(r"^https?://(?:www\.)?github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?(?:#.*)?$")
_BLOB = re2.compile(r"^https?://(?:www\.)?github\.com/([\w.-]+)/([\w.-]+)/blob/([^?#]+)")
_IMAGE = re2.compile(r"!\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"\n]*\")?\)")
_LINK = re2.compile(r"\[([^\[\]\n]+)\]\(\s*<?(https?://[^)\s>]+)>?(?:\s+\"[^\"\n]*\")?\)")
_BARE = re2.compile(r"(^|[\s：:，,（(|])(https?://[^\s<>\"'，。）)|]+)")
_HEADING = re2.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
_RULE = re2.compile(r"^\s*\|?\s*:?-{2,}")
_STEM = re2.compile(r"^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+")
_PLAIN_NAMES = re2.compile(
    r"(?i)^(?:https?://.*|link|url|官网|网址|地址|点击.*|点我.*|访问.*|直达|传送门|注册.*|立即.*|here|visit.*|website|site|go|home ?page|sign ?up.*|register.*|->|→)$"
)
_EDGES = " *_`~|:：-—>→[]【】()（）"
_ROWS = ("tr", "li", "p", "article", "section", "dd", "h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_ROW, _MOST = 1500, 1500
_MAKERS = frozenset({
    "phpbb.com", "wordpress.org", "woocommerce.com", "discourse.org", "flarum.org", "xenforo.com", "vbulletin.com", "whmcs.com",
})  # fmt: skip
"""Whose programs sites run: named at the foot of every page, and no site to watch."""


@dataclass(frozen=True, slots=True)
class Named:
    """A site that a list names: its address without a promoter's code, what it calls it, and the words beside it."""

    url: str
    name: str
    words: str
    code: str
    pointer: str


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the page at the source's address; for a repository's, its README as it was written."""
    if match := _REPOSITORY.search(source_url):
        source_url = f"https://raw.githubusercontent.com/{match[1]}/{match[2]}/HEAD/README.md"
    elif match := _BLOB.search(source_url):
        source_url = f"https://raw.githubusercontent.com/{match[1]}/{match[2]}/{match[3]}"
    return (Ask(url=source_url, role="list", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell a list by where it lies; any other page is called one by who watches it."""
    host = urls.host_of(page.url)
    return f"host {host}" if host in ("github.com", "raw.githubusercontent.com", "gitee.com") else None


def read(page: Page) -> Reading:
    """Read the sites that a list names, each as a listing of its own seller, with the list's words for it.

    Raises:
        PageChangedError: where the page names no site.
    """
    found = named_sites(page)
    if not found:
        raise PageChangedError(f"{page.url} names no site")
    return Reading(
        listings=tuple(
            Listing(
                title=one.name,
                text=one.words,
                url=one.url,
                key=one.url,
                seller_key=f"site:{urls.host_of(one.url)}",
                seller_name=one.name,
                place_kind="readme",
                place=Place(one.pointer),
            )
            for one in found
        ),
        hints=tuple(Hint(url=one.url, why=LISTED, place=Place(one.pointer)) for one in found),
    )


def named_sites(page: Page) -> tuple[Named, ...]:
    """Find the sites that a page names, each once, where most is said of it."""
    root = tree.root_of(page) if _is_html(page) else tree.parse(_as_html(page.text))
    own = registrable(urls.host_of(page.url)) or urls.host_of(page.url)
    found: dict[str, Named] = {}
    heading = ""
    for node in _nodes(root):
        if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            heading = tree.line(node, 200).strip(_EDGES)
        if node.tag != "a":
            continue
        one = _named(node, heading, own)
        if one and (one.url not in found or len(one.words) > len(found[one.url].words)):
            found[one.url] = one
    return tuple(found.values())[:_MOST]


def _is_html(page: Page) -> bool:
    return "html" in page.media_type and "<" in page.text[:2000]


def _nodes(root: HtmlElement) -> Iterable[HtmlElement]:
    body = tree.first(root, "article.markdown-body, #readme, main")
    top = body if body is not None else root
    return (node for node in top.iter() if isinstance(node.tag, str))


def _named(anchor: HtmlElement, heading: str, own: str) -> Named | None:
    given = html.unescape(tree.attr(anchor, "href"))
    link = read_link(given)
    host = urls.host_of(given)
    domain = registrable(host) if host else None
    if domain is None or domain == own or domain in _MAKERS or link.scheme not in ("http", "https"):
        return None
    shop = canonical("shop", given)
    if says_nothing(host.removeprefix("www."), domain) and not shop:
        return None
    row = _row(anchor)
    words = tree.words(row, _LONGEST_ROW)
    plain = (
        urls.join(given, given).partition("?")[0] if shop else urls.origin_of(urls.join(given, given)) + "/"
    )
    return Named(
        url=plain,
        name=_name(anchor, row, heading) or host,
        words=words,
        code=from_link(link) or "",
        pointer=f"a[href='{given[:300]}']",
    )


def _row(anchor: HtmlElement) -> HtmlElement:
    """Give the row, item or paragraph in which a link stands, a card where a page has none of these."""
    for node in anchor.iterancestors():
        if node.tag in _ROWS or (node.tag == "div" and "card" in tree.attr(node, "class")):
            return node
    parent: HtmlElement = anchor.getparent()
    return parent


def _name(anchor: HtmlElement, row: HtmlElement, heading: str) -> str:
    cells = tree.select(row, "td, th") if row.tag == "tr" else []
    picture = tree.attr(tree.first(anchor, "img[alt]"), "alt")
    strong = tree.line(tree.first(row, "strong, b, h2, h3, h4"), 80)
    candidates = (
        tree.line(anchor, 80),
        picture,
        *(tree.line(cell, 80) for cell in cells[:2]),
        strong,
        heading,
    )
    names = (name.strip(_EDGES) for name in candidates)
    return next(
        (name for name in names if name and not _PLAIN_NAMES.search(name) and not name.isdecimal()), ""
    )


def _as_html(markdown: str) -> str:
    """Write a list's Markdown as HTML enough that rows, items, links and headings are told apart."""
    lines = []
    for line in _IMAGE.sub(r"\1", markdown[:500_000]).splitlines():
        if _RULE.search(line) or not line.strip():
            continue
        linked = _LINK.sub(r'<a href="\2">\1</a>', line)
        linked = _BARE.sub(r'\1<a href="\2">\2</a>', linked) if "](" not in linked else linked
        if heading := _HEADING.search(linked):
            lines.append(f"<h{len(heading[1])}>{heading[2]}</h{len(heading[1])}>")
        elif linked.lstrip()[:1] == "|":
            cells = "".join(f"<td>{cell.strip()}</td>" for cell in linked.strip().strip("|").split("|"))
            lines.append(f"<table><tr>{cells}</tr></table>")
        elif linked.lstrip()[:1] == "<" and not linked.lstrip().startswith("<a "):
            lines.append(linked)
        else:
            lines.append(f"<p>{_STEM.sub('', linked)}</p>")
    return "\n".join(lines)
