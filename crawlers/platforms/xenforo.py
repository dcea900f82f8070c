"""XenForo 2: a forum in server-side HTML, often behind a login (templates forum_view, thread_view)."""

from __future__ import annotations

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Page, PageChangedError, Reading
from crawlers.platforms import paging, tree, urls
from crawlers.platforms.forums import post

NAME = "xenforo"
VERSION = 2
KEEPS = True
SHARED_HOST = True

_THREAD = re2.compile(r"/threads/(?:[^/]*\.)?(\d{1,10})(?:/|$)")
_LATER_PAGE = re2.compile(r"/page-(\d+)")
_PAGES_LIMIT = 10
_LOGIN = ".blockMessage a[href*='login'], form[action*='login/login']"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the forum, or the thread, at the source's address."""
    return (Ask(url=urls.join(source_url, source_url), role="list", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell XenForo by its root element."""
    return '<html id="XF"' if 'id="XF"' in page.text[:3000] else None


def read(page: Page) -> Reading:
    """Read a list of threads (each first a listing by its title) or a thread's posts.

    Raises:
        PageChangedError: where the page has neither, and asks for no login.
    """
    root = tree.root_of(page)
    posts = tree.select(root, "article.message--post[data-author]")
    threads = tree.select(root, ".structItem--thread")
    listings = tuple(
        found
        for found in (
            *(_post(page, root, node) for node in posts),
            *(_thread(page, node) for node in threads if not posts),
        )
        if found
    )
    if listings:
        further = () if posts else tuple(Ask(url=found.url, role="thread") for found in listings)
        return Reading(listings=listings, asks=(*_next(page, root), *further))
    if tree.first(root, _LOGIN) is not None:
        return Reading(state="login_only")
    empty = paging.empty_words(tree.words(tree.first(root, "body")))
    if not empty and tree.first(root, ".structItemContainer") is None:
        raise PageChangedError(f"{page.url} has neither threads nor posts")
    return Reading(empty=empty or "no threads")


def _next(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    link = urls.join(page.url, tree.attr(tree.first(root, "a.pageNav-jump--next"), "href"))
    match = _LATER_PAGE.search(link)
    if not match or int(match[1]) > _PAGES_LIMIT or not urls.same_site(link, page.url):
        return ()
    return (Ask(url=link, role=page.role or "list", lists=True),)


def _thread(page: Page, node: HtmlElement) -> Listing | None:
    link = next(
        (a for a in tree.select(node, ".structItem-title a") if _THREAD.search(tree.attr(a, "href"))), None
    )
    url = urls.join(page.url, tree.attr(link, "href"))
    match = _THREAD.search(urls.path_of(url)) if url else None
    if not match:
        return None
    return post(
        key=f"t{match[1]}",
        title=_with_prefix(node, tree.line(link)),
        text="",
        url=url,
        author=tree.attr(node, "data-author"),
        time=tree.attr(tree.first(node, ".structItem-startDate time[datetime]"), "datetime"),
        pointer=f".js-threadListItem-{match[1]}",
    )


def _with_prefix(node: HtmlElement | None, title: str) -> str:
    # A thread's prefix is drawn as a label before its title, and says whether its author sells or wants to buy.
    label = tree.line(tree.first(node, ".label, .labelLink"), 40)
    return f"[{label}] {title}" if label and title and label not in title else title


def _post(page: Page, root: HtmlElement, node: HtmlElement) -> Listing | None:
    number = tree.attr(node, "data-content").removeprefix("post-")
    body = tree.first(node, ".bbWrapper")
    match = _THREAD.search(urls.path_of(page.url))
    if body is None or not number.isdecimal():
        return None
    opens = match is not None and not _LATER_PAGE.search(page.url) and _is_first(root, node)
    return post(
        key=f"t{match[1]}" if match and opens else f"p{number}",
        title=_title(root) if opens else "",
        text=tree.words(body, without=set(tree.select(body, "blockquote"))),
        url=page.url if opens else f"{page.url}#post-{number}",
        author=tree.attr(node, "data-author"),
        time=tree.attr(tree.first(node, "time[datetime]"), "datetime"),
        pointer=f"#js-post-{number}",
    )


def _title(root: HtmlElement) -> str:
    head = tree.first(root, "h1.p-title-value, h1")
    label = tree.first(head, ".label")
    if head is None or label is None:
        return tree.line(head)
    return _with_prefix(head, " ".join(tree.words(head, 500, without={label}, links=False).split()))


def _is_first(root: HtmlElement, node: HtmlElement) -> bool:
    return tree.first(root, "article.message--post[data-author]") is node
