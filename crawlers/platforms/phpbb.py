"""phpBB 3: a board's lists and topics in server-side HTML (styles/prosilver/template/viewforum_body.html)."""

from __future__ import annotations

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Page, PageChangedError, Reading
from crawlers.platforms import tree, urls
from crawlers.platforms.forums import post

NAME = "phpbb"
VERSION = 2
KEEPS = True
SHARED_HOST = True

_PROFILES = "a[href*='mode=viewprofile'], .author strong"
_START_LIMIT = 500
"""Topics or posts read back in one run."""
_TOTAL = re2.compile(r"(\d[\d,. ]*)\s+(?:topics?|themen|тем|sujets|temas)")


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the forum, or the topic, at the source's address."""
    address = urls.join(source_url, source_url)
    return (Ask(url=address, role=_role(address), lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell phpBB by its body's id, its byline or its cookies."""
    if '<body id="phpbb"' in page.text:
        return 'body id="phpbb"'
    return "byline Powered by phpBB" if "Powered by" in page.text and "phpBB" in page.text[-20_000:] else None


def _role(url: str) -> str:
    return "topic" if urls.path_of(url).endswith("viewtopic.php") else "forum"


def read(page: Page) -> Reading:
    """Read a list of topics (each first a listing by its title) or a topic's posts (each by its author).

    Raises:
        PageChangedError: where the page has neither topics nor posts, nor says that there are none.
    """
    root = tree.root_of(page)
    body = tree.attr(tree.first(root, "body"), "class")
    posts = tree.select(root, "div.post .postbody")
    if posts or "section-viewtopic" in body:
        listings = tuple(one for node in tree.select(root, "div.post") if (one := _post(page, root, node)))
    else:
        listings = tuple(topic for row in tree.select(root, "li.row") if (topic := _topic(page, row)))
    forums = _forums(page, root)
    if not listings and not forums and not _says_empty(root, body):
        raise PageChangedError(f"{page.url} has neither topics nor posts")
    further = tuple(Ask(url=found.url, role="topic") for found in listings if not posts)
    return Reading(
        listings=listings,
        asks=(*_next(page, root), *forums, *further),
        empty="" if listings else "no topics",
    )


def _forums(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    links = (urls.join(page.url, tree.attr(link, "href")) for link in tree.select(root, "a.forumtitle")[:50])
    return tuple(Ask(url=link, role="forum", lists=True) for link in links if urls.asked(link, "f"))


def _says_empty(root: HtmlElement, body: str) -> bool:
    return "section-viewforum" in body and tree.first(root, "li.row .topictitle") is None


def _next(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    # Past its end a list shows its last page again, so only a later start than this page's is followed.
    link = urls.join(
        page.url, tree.attr(tree.first(root, ".pagination a[rel='next'], a[rel='next']"), "href")
    )
    now, then = urls.asked_number(page.url, "start", 0), urls.asked_number(link, "start", 0)
    if not link or not now < then <= _START_LIMIT or _role(link) != _role(page.url):
        return ()
    return (Ask(url=link, role=_role(page.url), lists=True),)


def _topic(page: Page, row: HtmlElement) -> Listing | None:
    link = tree.first(row, "a.topictitle")
    title, url = tree.line(link), urls.join(page.url, tree.attr(link, "href"))
    number = urls.asked(url, "t")
    if not title or not number.isdecimal():
        return None
    poster = tree.first(row, ".topic-poster") if tree.first(row, ".topic-poster") is not None else row
    return post(
        key=f"t{number}",
        title=title,
        text="",
        url=f"{urls.join(page.url, 'viewtopic.php')}?t={number}",
        author=_author(poster, ".username, .username-coloured"),
        time=tree.attr(tree.first(poster, "time[datetime]"), "datetime"),
        pointer=f"a.topictitle[href*='t={number}']",
    )


def _author(node: HtmlElement, names: str) -> str:
    # Boards before 3.1 give a name no class of its own.
    named = tree.first(node, names)
    return tree.line(named if named is not None else tree.first(node, _PROFILES))


def _post(page: Page, root: HtmlElement, node: HtmlElement) -> Listing | None:
    content = tree.first(node, ".content")
    number = tree.attr(node, "id").removeprefix("p")
    if content is None or not number.isdecimal():
        return None
    topic = tree.first(root, ".topic-title a, h2.topic-title, h2 a")
    here = urls.asked(urls.join(page.url, tree.attr(topic, "href")), "t") or urls.asked(page.url, "t")
    opens = tree.first(node, "h3.first") is not None and not urls.asked_number(page.url, "start", 0)
    # Others' words, quoted, are theirs.
    quoted = {*tree.select(content, "blockquote"), *tree.select(content, ".codebox p")}
    base = f"{urls.join(page.url, 'viewtopic.php')}?"
    return post(
        key=f"t{here}" if opens and here else f"p{number}",
        title=tree.line(topic) if opens else "",
        text=tree.words(content, without=quoted),
        url=f"{base}t={here}" if opens and here else f"{base}p={number}#p{number}",
        author=_author(node, ".author .username, .author .username-coloured, .postprofile .username"),
        time=tree.attr(tree.first(node, ".author time[datetime]"), "datetime"),
        pointer=f"#p{number} .content",
    )
