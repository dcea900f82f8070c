"""Flarum: a forum whose discussions stand in JSON:API (framework/core/src/Api/Resource/DiscussionResource.php)."""

from __future__ import annotations

from typing import Any

from crawlers.page import Ask, Listing, Page, Reading
from crawlers.platforms import fields, urls
from crawlers.platforms.forums import post

NAME = "flarum"
VERSION = 2
KEEPS = True
SHARED_HOST = True

_API = "/api/discussions"
_OFFSET_LIMIT = 200


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the newest discussions with their first posts."""
    return (
        Ask(
            url=f"{urls.base_of(source_url)}{_API}?include=user,firstPost&sort=-createdAt",
            role="list",
            lists=True,
        ),
    )


def fingerprint(page: Page) -> str | None:
    """Tell Flarum by its own elements."""
    marks = ('id="flarum-loading"', 'id="flarum-json-payload"', 'id="flarum-content"')
    return next((mark for mark in marks if mark in page.text), None)


def read(page: Page) -> Reading:
    """Read a page of discussions: each is a listing of its author, with the words of its first post.

    Raises:
        PageChangedError: where a reply is no list of discussions.
    """
    found = fields.reply(page)
    if "errors" in found and "data" not in found:
        return Reading(state="login_only")
    included = {
        (fields.text(row, "type"), fields.text(row, "id")): row for row in fields.rows(found, "included")
    }
    rows = fields.rows(fields.listed(page, found, "data", what="discussions"))
    listings = tuple(
        topic for index, row in enumerate(rows) if (topic := _topic(page, row, included, f"/data/{index}"))
    )
    return Reading(listings=listings, asks=_next(page, found), empty="" if rows else "no discussions")


def _next(page: Page, found: dict[str, Any]) -> tuple[Ask, ...]:
    link = urls.join(page.url, fields.text(found, "links", "next", limit=2000))
    now, then = urls.asked_number(page.url, "page[offset]", 0), urls.asked_number(link, "page[offset]", 0)
    if not link or not now < then <= _OFFSET_LIMIT or not urls.same_site(link, page.url):
        return ()
    return (Ask(url=link, role="list", lists=True),)


def _topic(
    page: Page, row: dict[str, Any], included: dict[tuple[str, str], dict[str, Any]], pointer: str
) -> Listing | None:
    key, title = fields.text(row, "id"), fields.name_of(row, "attributes", "title")
    if not key or not title or fields.dig(row, "attributes", "isHidden") is True:
        return None
    user = included.get(("users", fields.text(row, "relationships", "user", "data", "id")))
    opening = included.get(("posts", fields.text(row, "relationships", "firstPost", "data", "id")))
    return post(
        key=f"t{key}",
        title=title,
        text=fields.prose(opening, "attributes", "contentHtml"),
        url=f"{urls.before(page.url, _API)}/d/{fields.text(row, 'attributes', 'slug') or key}",
        author=fields.text(user, "attributes", "username"),
        time=fields.text(row, "attributes", "createdAt"),
        pointer=pointer,
    )
