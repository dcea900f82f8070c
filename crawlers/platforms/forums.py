"""A post of a forum as a listing: its author is its seller."""

from __future__ import annotations

from crawlers.page import Listing
from crawlers.platforms import station
from store.records import Identifier, Place


def post(
    *, key: str, title: str, text: str, url: str, author: str, time: str = "", pointer: str = ""
) -> Listing:
    """Make the listing of one post; a reply has no title of its own, for the topic's words are not its author's."""
    named = Identifier(kind="username", value=author, normalised=author.lower(), role="operator")
    return Listing(
        title=title,
        text=text,
        url=url,
        key=key,
        seller_key=f"user:{author.lower()}" if author else "unknown",
        seller_name=author,
        posted_at=station.time_of(time),
        identifiers=(named,) if author else (),
        place_kind="forum",
        place=Place(pointer),
    )
