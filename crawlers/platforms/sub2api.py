"""sub2api: one plain GET holds the site's settings, and in them the operator's own price page (HTML inside JSON)."""

from __future__ import annotations

from typing import Any

import re2

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Reading
from crawlers.platforms import fields, operator_keys, page_blocks, shop_links, station, tree, urls
from store.records import Place

NAME = "sub2api"
VERSION = 3
KEEPS = False
SHARED_HOST = False

_MARK = "window.__APP_CONFIG__"
_SETTINGS = "/api/v1/settings/public"
_FACTS = ("site_name", "site_subtitle", "api_base_url", "doc_url", "purchase_subscription_url", "version")
_KNOWN = ("site_name", "registration_enabled", "api_base_url", "contact_info", "home_content")
_URL_ONLY = re2.compile(r"^https?://\S+$")
_TITLE = "AI API Gateway"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the front page: the public settings stand in it."""
    return (Ask(url=urls.base_of(source_url) + "/", role="home", lists=True),)


def fingerprint(page: Page) -> str | None:
    """Tell sub2api by the settings in its front page, or by its settings reply."""
    if _MARK in page.text and ("home_content" in page.text or _TITLE in page.text[:5000]):
        return "inline window.__APP_CONFIG__"
    if '"purchase_subscription_enabled"' in page.text and '"site_name"' in page.text:
        return "settings with purchase_subscription_enabled"
    return None


def read(page: Page) -> Reading:
    """Read the public settings: facts, contacts, links, and the offers of the operator's own front page.

    Raises:
        PageChangedError: where the settings are not where this version puts them.
    """
    if page.role == "logo":
        return Reading(identifiers=operator_keys.read_logo(page))
    if page.role == "linked":
        return Reading(notes=station.text_note(page.text, "/html", offers=False))
    config = _config(page)
    if not any(key in config for key in _KNOWN):  # a build leaves out what is empty
        raise PageChangedError(f"{page.url} has no site_name in its settings")
    home = fields.dig(config, "home_content")
    home = home if isinstance(home, str) else ""
    if _URL_ONLY.search(home.strip()) and (link := urls.join(page.url, home)):
        return _read_settings(page, config, asks=(Ask(url=link, role="linked"),))
    found = _read_home(page, config, home) if home else Reading()
    return _read_settings(page, config, home=found)


def _config(page: Page) -> dict[str, Any]:
    if urls.path_of(page.url).endswith(_SETTINGS) or page.text.lstrip()[:1] == "{":
        found = fields.reply(page).get("data")
    else:
        found = fields.json_after(page.text, _MARK)
    if not isinstance(found, dict):
        raise PageChangedError(f"{page.url} has no settings of sub2api")
    return found


def _read_home(page: Page, config: dict[str, Any], home: str) -> Reading:
    root = tree.parse(f"<div>{home}</div>")
    blocks = page_blocks.blocks_of(root)
    # A row says "月卡 ¥240": what of is said by the heading above it, or by the site's name.
    about = fields.text(config, "site_subtitle") or tree.line(tree.first(root, "h1, h2"))
    listings = tuple(
        Listing(
            title=block.title,
            text="\n".join(filter(None, (block.text, about))),
            url=page.url,
            quotes=block.quotes,
            place_kind="relay",
            place=Place("/home_content"),
        )
        for block in blocks
    )
    rest = page_blocks.rest_of(root, blocks)
    notes = (Note(text=rest, place=Place("/home_content"), offers=True),) if rest else ()
    return Reading(
        listings=(*listings, *station.text_listings(notes, page.url, "home")),
        facts=station.contact_images(home, page.url, "/home_content"),
        identifiers=operator_keys.keys_in(home),
        hints=shop_links.text_hints(home, page.url, "/home_content"),
    )


def _read_settings(
    page: Page, config: dict[str, Any], *, home: Reading | None = None, asks: tuple[Ask, ...] = ()
) -> Reading:
    home = home or Reading()
    facts = [
        Fact(name="system_name" if name == "site_name" else name, value=value, place=Place(f"/{name}"))
        for name in _FACTS
        if (value := fields.text(config, name))
    ]
    return Reading(
        facts=(*facts, *home.facts),
        listings=home.listings,
        notes=_notes(config),
        identifiers=(*operator_keys.keys_of(config), *operator_keys.logo_of(config), *home.identifiers),
        asks=(*asks, *operator_keys.logo_asks(config, page.url)),
        hints=(
            *shop_links.shop_hints(config, page.url, ""),
            *shop_links.text_hints(
                fields.text(config, "contact_info", limit=20_000), page.url, "/contact_info"
            ),
            *home.hints,
        ),
        empty=home.empty,
        # Groups and their ratios stand behind a login, so none is claimed.
        state="" if home.listings else "offers_login_only",
    )


def _notes(config: dict[str, Any]) -> tuple[Note, ...]:
    named = fields.prose(config, "site_name"), fields.prose(config, "site_subtitle")
    contact = fields.prose(config, "contact_info")
    notes = [Note(text="\n".join(filter(None, (*named, contact))), place=Place("/contact_info"))]
    for index, document in enumerate(fields.rows(config, "login_agreement_documents", limit=20)):
        if said := fields.prose(document, "content_md"):
            notes.append(Note(text=said, place=Place(f"/login_agreement_documents/{index}/content_md")))
    return tuple(note for note in notes if note.text)
