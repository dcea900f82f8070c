"""What a reader is handed: a Page, scrubbed; and what it gives back: a Reading. Pure, like the readers."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from parsel import Selector

from store.records import Identifier, Offer, Place

_DRAWN = re.compile(r"\A\s*<html[^>]*>(?:<head>.{0,500}?</head>)?<body[^>]*><pre[^>]*>(.*?)</pre>", re.DOTALL)
EPOCH = datetime.fromtimestamp(0, UTC)


class PageChangedError(Exception):
    """Raised by a reader where a page of this platform no longer has the shape that the reader knows."""


@dataclass(frozen=True)
class Page:
    """One fetched page after scrubbing; `role` is that of the Ask which led here, `snapshot` the body's SHA-256."""

    url: str
    body: bytes
    media_type: str = "text/html"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    role: str = ""
    rendered: bool = False
    fetched_at: datetime = EPOCH
    snapshot: str = ""

    @cached_property
    def text(self) -> str:
        """The body as text: UTF-8, with what does not decode replaced; JSON without the page that a browser draws it in."""
        text = self.body.decode("utf-8-sig", "replace")
        drawn = _DRAWN.search(text) if self.rendered else None
        return html.unescape(drawn[1]) if drawn else text

    @property
    def is_markup(self) -> bool:
        """Whether it is a page of HTML or XML, whatever type it states."""
        return self.text[:200].lstrip()[:1] == "<"

    @cached_property
    def selector(self) -> Selector:
        """The body as a tree; BeautifulSoup takes over where lxml gives up (see crawlers.platforms.tree)."""
        return Selector(text=self.text, type="html")

    def let_go(self) -> None:
        """Drop the text and the tree that were made of the body: a run holds its pages, and a tree is ten times its page."""
        for made in ("text", "selector"):
            self.__dict__.pop(made, None)

    def json(self) -> Any:  # noqa: ANN401 - a foreign reply has no type until a reader has looked at it
        """Read the body as JSON, numbers kept exact as Decimal.

        Raises:
            PageChangedError: where the body is no JSON.
        """
        try:
            return json.loads(self.text, parse_float=Decimal)
        except (ValueError, RecursionError) as error:
            raise PageChangedError(f"{self.url} should be JSON and is not") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a page says of the whole source, such as `recharge` or the `group_ratio` of one group (`key`)."""

    name: str
    value: str
    key: str = ""
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A price that a platform states in a field of its own, for one variant or unit of a listing.

    `group` names the station's group where the price is a group's; `stated` holds what else the fields say.
    """

    offer: Offer
    price_text: str = ""
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The seller's own words for one good or post, with the prices that the platform gives in fields.

    `key` is the platform's id or the canonical URL; None lets resolve make one of the words. Where `quotes` is
    empty the words are all there is and the offers are read from them; else the words complete the quotes.
    """

    title: str
    text: str
    url: str
    key: str | None = None
    seller_key: str = "operator"
    seller_name: str = ""
    posted_at: datetime | None = None
    groups: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    pictures: tuple[str, ...] = ()
    """Addresses of the pictures that stand in it; looked at only where the source's settings allow it."""
    on_sale: bool = True
    language: str | None = None
    """The language that the page itself states; a source's own setting goes before it."""
    place_kind: str = "card_shop"
    """Where such a text stands, in the words of the label format: relay, card_shop, channel, forum, marketplace…"""
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A further page wanted. `role` comes back on the Page; `lists` says that it lists goods (part of the scope)."""

    url: str
    role: str
    lists: bool = False
    method: str = "GET"
    body: str = ""
    instead: Ask | None = None
    """What to ask for where this page is not there (4xx): versions of a program differ in where they keep a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A way to another source."""

    url: str
    why: str
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words that stand beside the goods (notice, footer, contact page): read for identifiers and signals.

    `offers` says that they may also advertise offers (a station's announcement).
    """

    text: str
    place: Place = field(default_factory=Place)
    offers: bool = False
    place_kind: str = "relay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a code in a picture names, and where it stands in the picture (`xywh=`, pixels)."""

    identifiers: tuple[Identifier, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that one page says.

    `total` is the number of goods that the page itself states; `empty` its own empty-state words;
    `state` a public denial that is no error (`pricing_login_only`, `pricing_disabled`); `codes` are a picture's.
    """

    facts: tuple[Fact, ...] = ()
    listings: tuple[Listing, ...] = ()
    notes: tuple[Note, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    codes: tuple[Code, ...] = ()
    keys: tuple[Identifier, ...] | None = None
    """The operator's keys in the page's own scripts; None where nobody has looked."""
    asks: tuple[Ask, ...] = ()
    hints: tuple[Hint, ...] = ()
    total: int | None = None
    empty: str = ""
    state: str = ""
