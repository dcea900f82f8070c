"""Discourse: a forum whose every page is JSON too (app/serializers/topic_view_serializer.rb)."""

from __future__ import annotations

from typing import Any

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Listing, Page, PageChangedError, Reading
from crawlers.platforms import fields, tree, urls
from crawlers.platforms.forums import post

NAME = "discourse"
VERSION = 3
KEEPS = True
SHARED_HOST = True

_PAGES_LIMIT = 10
_TOPICS_LIMIT = 60
_POSTS_LIMIT = 200
"""Posts of one topic that are read: offers stand in the first, prices move in the later ones."""
_LISTS = re2.compile(r"/(?:latest|new|top|hot|c|t|tag|tags|categories|search|posts)(?:[/.]|$)")
_QUOTES = "aside.quote, blockquote"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the list at the source's address as JSON; the latest topics where it names none."""
    path = urls.path_of(source_url).removesuffix(".json")
    if not path.strip("/") or (path.endswith("/") and not _LISTS.search(path)):
        path = f"{path.rstrip('/')}/latest"  # a forum of its own folder (/forum/), or the root
    return (Ask(url=f"{urls.origin_of(source_url)}{path.rstrip('/')}.json", role="list", lists=True),)


def _base(page: Page) -> str:
    """Give the forum's own address: its host's root, or the folder that it lies in."""
    path = urls.path_of(page.url)
    match = _LISTS.search(path)
    return urls.origin_of(page.url) + (path[: match.start()] if match else "")


def fingerprint(page: Page) -> str | None:
    """Tell Discourse by its generator tag or its routing header."""
    if any(name.lower() == "x-discourse-route" for name in page.headers):
        return "header X-Discourse-Route"
    return "meta generator Discourse" if 'name="generator" content="Discourse' in page.text else None


def read(page: Page) -> Reading:
    """Read a list of topics, or a topic's posts.

    Raises:
        PageChangedError: where a reply holds neither.
    """
    found = fields.reply(page)
    if fields.has(found, "post_stream", "posts"):
        return Reading(listings=_posts(page, found), asks=_further(page, found))
    if fields.has(found, "topic_list", "topics"):
        return _read_list(page, found)
    if "errors" in found or "error_type" in found:
        return Reading(state="login_only")
    raise PageChangedError(f"{page.url} has neither topics nor posts")


def _read_list(page: Page, found: dict[str, Any]) -> Reading:
    authors = {fields.text(user, "id"): fields.text(user, "username") for user in fields.rows(found, "users")}
    rows = fields.rows(fields.listed(page, found, "topic_list", "topics", what="topics"))
    listings = tuple(topic for row in rows if (topic := _topic(page, row, authors)))
    base = _base(page)
    asks = tuple(
        Ask(url=f"{base}/t/{topic.key[1:]}.json", role="topic")
        for topic in listings[:_TOPICS_LIMIT]
        if topic.key
    )
    more = fields.text(found, "topic_list", "more_topics_url", limit=2000)
    number = urls.asked_number(page.url, "page", 0)
    following = urls.with_query(page.url, page=number + 1)
    next_ask = (
        (Ask(url=following, role="list", lists=True),) if more and rows and number + 1 < _PAGES_LIMIT else ()
    )
    return Reading(listings=listings, asks=(*next_ask, *asks), empty="" if rows else "no topics")


def _topic(page: Page, row: dict[str, Any], authors: dict[str, str]) -> Listing | None:
    key, title = fields.text(row, "id"), fields.name_of(row, "title")
    posters = fields.rows(row, "posters", limit=10)
    author = next((authors.get(fields.text(one, "user_id"), "") for one in posters if "Original" in fields.text(one, "description")), "")  # fmt: skip
    if not key or not title:
        return None
    return post(
        key=f"t{key}",
        title=title,
        text=fields.prose(row, "excerpt"),
        url=f"{_base(page)}/t/{key}",
        author=author,
        time=fields.text(row, "created_at"),
        pointer="/topic_list",
    )


def _further(page: Page, found: dict[str, Any]) -> tuple[Ask, ...]:
    """Ask for the posts of a topic that its first page names and does not hold."""
    stream, topic = fields.dig(found, "post_stream", "stream"), fields.text(found, "id")
    if not isinstance(stream, list) or not topic or page.role.startswith("posts"):
        return ()
    held = {fields.text(row, "id") for row in fields.rows(found, "post_stream", "posts")}
    wanted = [key for given in stream[:_POSTS_LIMIT] if (key := fields.text(given)) and key not in held]
    base = f"{_base(page)}/t/{topic}/posts.json"
    asked = [
        "&".join(f"post_ids[]={key}" for key in wanted[at : at + 20]) for at in range(0, len(wanted), 20)
    ]
    return tuple(Ask(url=f"{base}?{query}", role=f"posts {topic}") for query in asked)


def _posts(page: Page, found: dict[str, Any]) -> tuple[Listing, ...]:
    topic, title = fields.text(found, "id"), fields.name_of(found, "title")
    topic = topic or page.role.partition(" ")[2]
    listings = []
    for index, row in enumerate(fields.rows(found, "post_stream", "posts")):
        root = tree.parse(f"<div>{fields.text(row, 'cooked', limit=400_000)}</div>")
        said = tree.words(root, without=_quoted(root))
        opens = fields.number(row.get("post_number")) == 1
        key = f"t{topic}" if opens else f"p{fields.text(row, 'id')}"
        if said:
            listings.append(
                post(
                    key=key,
                    title=title if opens else "",
                    text=said,
                    url=f"{_base(page)}/t/{topic}",
                    author=fields.text(row, "username"),
                    time=fields.text(row, "created_at"),
                    pointer=f"/post_stream/posts/{index}",
                )
            )
    return tuple(listings)


def _quoted(root: HtmlElement) -> set[HtmlElement]:
    return set(tree.select(root, _QUOTES))
