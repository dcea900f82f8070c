"""VoAPI: a closed fork of the station programs whose replies differ by version; its drawn pages are what is read."""

from __future__ import annotations

from dataclasses import replace

from crawlers.page import Ask, Page, Reading
from crawlers.platforms import generic, new_api, operator_keys, urls

NAME = "voapi"
VERSION = 1
KEEPS = False
SHARED_HOST = False


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the front page and the page of models, which its scripts draw, and for the settings."""
    base = urls.base_of(source_url)
    return (
        Ask(url=base + "/models", role="models", lists=True),
        Ask(url=base + "/", role="home", lists=True),
        Ask(url=base + "/api/status", role="status"),
    )


def fingerprint(page: Page) -> str | None:
    """Tell VoAPI by its generator tag, its script's variable, or the header that its front end sends."""
    marks = (
        ('<meta name="generator" content="VoAPI"', "meta generator VoAPI"),
        ("window.voif", "script window.voif"),
        ("voapi-user", "header voapi-user"),
    )
    return next((evidence for mark, evidence in marks if mark in page.text), None)


def read(page: Page) -> Reading:
    """Read a drawn page as any site's, and the settings as those of its fork where they are.

    Raises:
        PageChangedError: where even the drawn page says nothing.
    """
    if page.text.lstrip()[:1] == "{":
        return new_api.read(replace(page, role="status"))
    if page.role == "status":
        return Reading(state="status_absent")
    found = generic.read(page)
    return replace(found, identifiers=(*found.identifiers, *operator_keys.keys_in(page.text)), asks=())
