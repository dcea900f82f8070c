"""vBulletin 3 and 4: a forum in server-side HTML (templates threadbit, postbit), and what kept its markup."""

from __future__ import annotations

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Page, PageChangedError, Reading
from crawlers.platforms import paging, tree, urls
from crawlers.platforms.forums import post

NAME = "vbulletin"
VERSION = 1
KEEPS = True
SHARED_HOST = True

_THREAD = re2.compile(
    r"(?:showthread\.php\?(?:.*&)?t=|showthread\.php[/?]|/threads?/(?:[^/?]*-)?|[?&]t=)(\d{1,10})"
)
_SESSION = re2.compile(r"(?i)([?&])s=[0-9a-f]{32}&?")
_PAGES_LIMIT = 10
_TITLES = "a[id^='thread_title_']"
_BODIES = "[id^='post_message_']"
_QUOTES = ".bbcode_container, .bbcode_quote, div[style*='margin:20px']"
_AUTHORS = "a.bigusername, .username_container a.username, a.username, .bigusername"
_LOGIN = "form[action*='login.php'] input[name='vb_login_username']"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the forum, or the thread, at the source's address."""
    return (Ask(url=urls.join(source_url, source_url), role="list", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell vBulletin by its generator tag, or by its own script."""
    marks = (
        ('content="vBulletin', "meta generator vBulletin"),
        ("vbulletin_global.js", "script vbulletin_global.js"),
    )
    return next((evidence for mark, evidence in marks if mark in page.text), None)


def read(page: Page) -> Reading:
    """Read a list of threads (each first a listing by its title) or a thread's posts.

    Raises:
        PageChangedError: where the page has neither, and asks for no login.
    """
    root = tree.root_of(page)
    bodies = tree.select(root, _BODIES)
    threads = () if bodies else tree.select(root, _TITLES)
    listings = tuple(
        found
        for found in (
            *(_post(page, root, node, number) for number, node in enumerate(bodies)),
            *(_thread(page, node) for node in threads),
        )
        if found
    )
    if listings:
        further = () if bodies else tuple(Ask(url=found.url, role="thread") for found in listings)
        return Reading(listings=listings, asks=(*_next(page, root), *further))
    empty = paging.empty_words(tree.words(tree.first(root, "body")))
    if empty or tree.first(root, "#threadslist, #threads, #threadlist") is not None:
        return Reading(empty=empty or "no threads")
    if tree.first(root, _LOGIN) is not None:
        return Reading(state="login_only")
    raise PageChangedError(f"{page.url} has neither threads nor posts")


def _without_session(url: str) -> str:
    # a client without cookies gets its session into every link
    return str(_SESSION.sub(r"\1", url)).rstrip("?&")


def _next(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    link = _without_session(urls.join(page.url, tree.attr(tree.first(root, "a[rel='next']"), "href")))
    number = urls.asked_number(link, "page", 0)
    if not 1 < number <= _PAGES_LIMIT or not urls.same_site(link, page.url):
        return ()
    return (Ask(url=link, role=page.role or "list", lists=True),)


def _thread(page: Page, link: HtmlElement) -> Listing | None:
    url = _without_session(urls.join(page.url, tree.attr(link, "href")))
    key = tree.attr(link, "id").removeprefix("thread_title_")
    if not key.isdecimal() or not _THREAD.search(url):
        return None
    row = next((node for node in link.iterancestors() if node.tag in ("li", "td")), None)
    author = tree.first(row, ".author a.username, .threadmeta a.username, .smallfont span")
    prefix = tree.line(tree.first(row, "[id^='thread_prefix_'], .prefix"), 40).strip("[] ")
    title = tree.line(link)
    return post(
        key=f"t{key}",
        title=f"[{prefix}] {title}" if prefix and prefix not in title else title,
        text="",
        url=url,
        author=tree.line(author, 80),
        pointer=f"#thread_title_{key}",
    )


def _post(page: Page, root: HtmlElement, body: HtmlElement, place: int) -> Listing | None:
    number = tree.attr(body, "id").removeprefix("post_message_")
    match = _THREAD.search(page.url)
    if not number.isdecimal():
        return None
    opens = match is not None and place == 0 and urls.asked_number(page.url, "page", 1) == 1
    return post(
        key=f"t{match[1]}" if match and opens else f"p{number}",
        title=_title(root) if opens else "",
        text=tree.words(body, without=set(tree.select(body, _QUOTES))),
        url=page.url if opens else f"{page.url}#post{number}",
        author=_author(body),
        pointer=f"#post_message_{number}",
    )


def _author(body: HtmlElement) -> str:
    """Give the name that stands in the nearest element around a post which names anyone."""
    for node in body.iterancestors():
        if node.tag == "body":
            return ""
        names = tree.select(node, _AUTHORS)
        if names:
            return tree.line(names[0], 80)
    return ""


def _title(root: HtmlElement) -> str:
    head = tree.first(root, ".threadtitle a, .threadtitle, h1, td.navbar strong")
    return tree.line(head)
