"""Telegram's public preview of a channel (t.me/s/<name>): plain HTML, twenty posts a page, older ones by `before`."""

from __future__ import annotations

from datetime import datetime

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Reading
from crawlers.platforms import images, paging, station, tree, urls
from store.records import Identifier, Place

NAME = "telegram"
VERSION = 2
KEEPS = True
SHARED_HOST = True

_PAGES_LIMIT = 10
"""Pages read back in one run: what is older was read by earlier runs, and posts here never end by scrolling."""
_NAME = re2.compile(r"^/(?:s/)?([A-Za-z][A-Za-z0-9_]{3,31})/?(?:\d+)?$")
_POST = re2.compile(r"^([A-Za-z0-9_]{4,32})/(\d{1,12})$")
_TEXT = ".tgme_widget_message_text.js-message_text, .tgme_widget_message_poll_question"
_REPLY = ".tgme_widget_message_reply, .js-message_reply_text"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the newest page of a channel, whichever of its addresses is given."""
    match = _NAME.search(urls.path_of(source_url))
    address = f"{urls.origin_of(source_url)}/s/{match[1]}" if match else source_url
    return (Ask(url=address, role="channel", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell a channel's preview by its own classes."""
    return (
        "class tgme_channel_info"
        if "tgme_channel_info" in page.text or "tgme_page_title" in page.text
        else None
    )


def read(page: Page) -> Reading:
    """Read a page of posts: each a listing of the channel, a forwarded one of whom it comes from.

    Raises:
        PageChangedError: where the page is neither a channel's preview nor the card of a closed one.
    """
    root = tree.root_of(page)
    messages = tree.select(root, ".tgme_widget_message[data-post]")
    if not messages and tree.first(root, ".tgme_channel_info, .tgme_channel_history") is None:
        if tree.first(root, ".tgme_page_title, .tgme_page_extra, .tgme_page") is None:
            raise PageChangedError(f"{page.url} is no preview of a channel")
        return Reading(state="not_public", notes=_notes(root, ".tgme_page_description"))
    listings = tuple(post for message in messages if (post := _post(message)))
    channel = _channel(page, listings)
    return Reading(
        facts=_facts(root),
        listings=listings,
        notes=_notes(root, ".tgme_channel_info_description"),
        identifiers=(channel,) if channel else (),
        asks=_older(page, root),
        empty="" if messages else "no posts",
    )


def _post(message: HtmlElement) -> Listing | None:
    match = _POST.search(tree.attr(message, "data-post"))
    text = "\n".join(filter(None, (_words(node) for node in tree.select(message, _TEXT))))
    buttons = [tree.words(node) for node in tree.select(message, "a.tgme_widget_message_inline_button")]
    text = "\n".join(filter(None, (text, *buttons)))
    pictures = images.pictures_of(message, "https://t.me/")
    if not match or not (text or pictures):  # a code alone is a post too
        return None
    origin = tree.first(message, ".tgme_widget_message_forwarded_from_name")
    seller, channel = "operator", ""
    if origin is not None:
        # Whoever forwards an advertisement is not whom it names: its contacts stay with its origin.
        named = _NAME.search(urls.path_of(tree.attr(origin, "href") or "/"))
        channel = named[1] if named else ""
        seller = f"forward:{(channel or tree.line(origin)).lower()}"
    return Listing(
        title="",
        text=text,
        url=f"https://t.me/{match[1]}/{match[2]}",
        key=match[2],
        seller_key=seller,
        seller_name=tree.line(origin),
        posted_at=_time(message),
        identifiers=(_handle(channel),) if channel else (),
        pictures=pictures,
        place_kind="channel",
        place=Place(f"[data-post='{match[0]}']"),
    )


def _words(node: HtmlElement) -> str:
    quoted = tree.attr(node, "class").find("js-message_reply_text") >= 0
    return "" if quoted else tree.words(node, without=set(tree.select(node, _REPLY)))


def _time(message: HtmlElement) -> datetime | None:
    times = tree.select(message, "a.tgme_widget_message_date time[datetime]")
    return station.time_of(tree.attr(times[-1], "datetime")) if times else None


def _channel(page: Page, listings: tuple[Listing, ...]) -> Identifier | None:
    match = _NAME.search(urls.path_of(page.url))
    name = listings[0].url.split("/")[3] if listings else match[1] if match else ""
    return _handle(name) if name else None


def _handle(name: str) -> Identifier:
    return Identifier(kind="telegram", value=f"@{name}", normalised=name.lower(), role="operator")


def _facts(root: HtmlElement) -> tuple[Fact, ...]:
    stated = (
        ("system_name", ".tgme_channel_info_header_title"),
        ("subscribers", ".tgme_channel_info_counter .counter_value"),
    )
    return tuple(
        Fact(name=name, value=value, place=Place(css))
        for name, css in stated
        if (value := tree.line(tree.first(root, css)))
    )


def _notes(root: HtmlElement, css: str) -> tuple[Note, ...]:
    said = tree.words(tree.first(root, css))
    return (Note(text=said, place=Place(css), place_kind="channel"),) if said else ()


def _older(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    link = tree.first(root, "a.tme_messages_more[data-before], a.js-messages_more[data-before]")
    before = tree.attr(link, "data-before")
    now = urls.asked_number(page.url, "before", 0)
    depth = paging.counted(page, 0)
    if not before.isdecimal() or depth + 1 >= _PAGES_LIMIT or (now and int(before) >= now):
        return ()
    return (Ask(url=urls.with_query(page.url, before=before), role=f"older {depth + 1}", lists=True),)
