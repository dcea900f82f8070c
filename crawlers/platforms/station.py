"""What the station programs (new-api, one-api and their forks) say of themselves in /api/status and in texts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import re2
from lxml.html import HtmlElement

from crawlers.page import Fact, Hint, Listing, Note, Page, PageChangedError, Reading
from crawlers.platforms import fields, relay_prices, shop_links, tree, urls
from store.records import Place, plain

_IMAGES = ("wechat_qrcode", "after_sales_qrcode")
_MD_IMAGE = re2.compile(r"!\[([^\]\n]*)\]\(([^)\s]+)\)")
_HTML_IMAGE = re2.compile(r"(?i)<img\b([^>]*)>")
_SRC = re2.compile(r"(?i)\bsrc\s*=\s*[\"']?([^\"'\s>]+)")
_DEEPEST = 3
_QR = re2.compile(r"(?i)二维码|扫码|加群|群聊|微信|wechat|weixin|qr[-_ ]?code|qrcode|[-_/]qr\b|_qr\.|群")

_READ_ELSEWHERE = {"footer_html", "system_name", "logo", "version", "HeaderNavModules", "SidebarModulesAdmin"}
_CONTACT_WORD = re2.compile(r"(?i)qq|wechat|weixin|wx|contact|telegram|(?:^|_)tg|email|mail|qun|group_link|icp|after_sales|support|service")  # fmt: skip


def contact_images(markup: str, base: str, pointer: str) -> tuple[Fact, ...]:
    """Find pictures that hold a contact (a QR code): the contact itself is not read, where it hides is noted."""
    images = [(match[0], match[1]) for match in _MD_IMAGE.findall(markup)]
    for tag in _HTML_IMAGE.findall(markup):
        images += [(tag, source) for source in _SRC.findall(tag)[:1]]
    found = {
        link: None
        for alt, source in images
        if _QR.search(alt + " " + source) and (link := urls.join(base, source))
    }
    return tuple(
        Fact(name="contact_image", key=link[:500], value=link[:500], place=Place(pointer)) for link in found
    )


def images_of(nodes: Iterable[HtmlElement | None], base: str, pointer: str) -> tuple[Fact, ...]:
    """Find the pictures with a contact under elements of a page."""
    tags = [
        f'<img alt="{tree.attr(image, "alt")}" src="{tree.attr(image, "src")}">'
        for node in nodes
        if node is not None
        for image in tree.select(node, "img")[:50]
    ]
    return contact_images("".join(tags), base, pointer)


def text_note(markup: str, pointer: str, *, offers: bool, place_kind: str = "relay") -> tuple[Note, ...]:
    """Give the words of an operator's text box as a note; none where it is empty."""
    text = tree.words_of(markup)
    return (Note(text=text, place=Place(pointer), offers=offers, place_kind=place_kind),) if text else ()


def text_listings(notes: Iterable[Note], url: str, key: str) -> tuple[Listing, ...]:
    """Give the texts that may advertise offers as listings, for stations whose texts are all their offers."""
    return tuple(
        Listing(
            title="",
            text=note.text,
            url=url,
            key=key if number == 1 else f"{key}:{number}",
            place_kind=note.place_kind,
            place=note.place,
        )
        for number, note in enumerate((note for note in notes if note.offers), 1)
    )


def image_facts(status: object, base: str, pointer: str) -> tuple[Fact, ...]:
    """Find the QR pictures that stand in settings of their own."""
    return tuple(
        Fact(name="contact_image", key=link[:500], value=link[:500], place=Place(f"{pointer}/{name}"))
        for name in _IMAGES
        if (given := fields.text(status, name, limit=2000)) and (link := urls.join(base, given))
    )


def announcements(page: Page, status: object) -> tuple[Listing, ...]:
    """Give a station's announcements: each is a text of its own, with its date, and may advertise offers."""
    found = []
    for index, row in enumerate(fields.rows(status, "announcements", limit=200)):
        said = "\n".join(filter(None, (fields.prose(row, "content"), fields.prose(row, "extra"))))
        if said:
            found.append(
                Listing(
                    title="",
                    text=said,
                    url=page.url,
                    posted_at=time_of(fields.text(row, "publishDate")),
                    place_kind="relay",
                    place=Place(f"/data/announcements/{index}"),
                )
            )
    return tuple(found)


def time_of(value: str) -> datetime | None:
    """Read an ISO time that says its zone; None for anything else."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo else None


def text_hints(status: object, base: str) -> tuple[Hint, ...]:
    """Find the shops to which a station's announcements, answers and footer send."""
    texts = [("/data/footer_html", fields.text(status, "footer_html", limit=tree.TEXT_LIMIT))]
    for name, parts in (("announcements", ("content", "extra")), ("faq", ("question", "answer"))):
        for index, row in enumerate(fields.rows(status, name, limit=200)):
            said = "\n".join(fields.text(row, part, limit=tree.TEXT_LIMIT) for part in parts)
            texts.append((f"/data/{name}/{index}", said))
    found = [hint for pointer, said in texts for hint in shop_links.text_hints(said, base, pointer)]
    return tuple({hint.url: hint for hint in reversed(found)}.values())[::-1]


def faq(status: object) -> tuple[Note, ...]:
    """Give a station's questions and answers as one note: they often say how credit is bought."""
    said = [
        f"{fields.prose(row, 'question')}\n{fields.prose(row, 'answer')}"
        for row in fields.rows(status, "faq", limit=100)
    ]
    return (Note(text="\n".join(said), place=Place("/data/faq"), offers=True),) if said else ()


def contacts(status: object) -> tuple[Note, ...]:
    """Give the settings that sound like contacts as one note."""
    # Private forks add contact fields under names of their own, so every name that sounds like one is read.
    if not isinstance(status, dict):
        return ()
    said = [
        f"{name}: {value}"
        for name in status
        if isinstance(name, str) and name not in _READ_ELSEWHERE and _CONTACT_WORD.search(name)
        and isinstance(status[name], (str, dict, list)) and (value := _all_words(status[name]))
    ]  # fmt: skip
    return (Note(text="\n".join(said), place=Place("/data")),) if said else ()


def _all_words(value: object, depth: int = 0) -> str:
    if isinstance(value, str):
        return "" if value.startswith("data:") else tree.words_of(value, 2000)
    if depth > _DEEPEST or not isinstance(value, (dict, list)):
        return ""
    parts = value.values() if isinstance(value, dict) else value
    return " ".join(filter(None, (_all_words(part, depth + 1) for part in list(parts)[:50])))


def groups(page: Page, ratios: dict[str, Any], names: dict[str, Any], pointer: str) -> Reading:
    """Give a station's groups as facts; those on sale as listings too, one offer each."""
    facts: list[Fact] = []
    listings: list[Listing] = []
    read = {name: fields.number(given) for name, given in list(ratios.items())[:500]}
    if not any(ratio is not None for ratio in read.values()) and any(
        isinstance(given, (dict, list)) for given in ratios.values()
    ):
        raise PageChangedError(f"{page.url} gives its groups something else than ratios")
    for name, ratio in read.items():
        place = Place(f"{pointer}/{name}")
        words = fields.text(names, name)
        if words:
            facts.append(Fact(name="group_words", key=name, value=words, place=place))
        if ratio is None or not name:
            continue
        # Old builds give every group's ratio, and beside it those that a visitor may choose.
        state = relay_prices.group_state(ratio) if name in names or not names else "hidden"
        facts.append(Fact(name="group_ratio", key=name, value=plain(ratio), place=place))
        facts.append(Fact(name="group_state", key=name, value=state, place=place))
        if state in ("open", "free"):
            listings.append(
                Listing(
                    title=name,
                    text=words,
                    url=page.url,
                    key=f"group:{name}",
                    groups=(name,),
                    quotes=(relay_prices.group_quote(name, ratio, place.pointer),),
                    place_kind="relay",
                    place=place,
                )
            )
    return Reading(facts=tuple(facts), listings=tuple(listings))
