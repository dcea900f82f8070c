"""Xboard and v2board: panels whose plans stand in public JSON, prices in hundredths (app/Http/Resources/PlanResource)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, operator_keys, tree, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Place

NAME = "xboard"
VERSION = 2
KEEPS = False
SHARED_HOST = False

CURRENCY = "CNY"
_PLANS, _CONFIG = "/api/v1/guest/plan/fetch", "/api/v1/guest/comm/config"
_TERMS: tuple[tuple[str, str, int | None], ...] = (
    ("month_price", "月付", 1),
    ("quarter_price", "季付", 3),
    ("half_year_price", "半年付", 6),
    ("year_price", "年付", 12),
    ("two_year_price", "两年付", 24),
    ("three_year_price", "三年付", 36),
    ("onetime_price", "一次性", None),
)


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the plans and for the panel's settings."""
    base = urls.base_of(source_url)
    return (Ask(url=base + _PLANS, role="plans", lists=True), Ask(url=base + _CONFIG, role="config"))


def fingerprint(page: Page) -> str | None:
    """Tell the panel by its plans' keys, or by its settings' own."""
    if '"month_price"' in page.text and '"transfer_enable"' in page.text:
        return "plans with month_price and transfer_enable"
    if '"is_email_verify"' in page.text and '"is_invite_force"' in page.text:
        return "settings with is_email_verify and is_invite_force"
    return next((mark for mark in ("/theme/Xboard/", "/theme/v2board/") if mark in page.text), None)


def read(page: Page) -> Reading:
    """Read the plans, or the panel's settings.

    Raises:
        PageChangedError: where a reply is not the known envelope.
    """
    if page.status in (401, 403):
        return Reading(state="plans_login_only")
    found = fields.reply(page)
    if urls.path_of(page.url).endswith(_CONFIG):
        return _read_config(page, found.get("data"))
    rows = fields.rows(fields.listed(page, found, "data", what="plans"))
    rows = [row for row in rows if not fields.is_off(row.get("show"))]
    listings = tuple(plan for index, row in enumerate(rows) if (plan := _plan(page, row, f"/data/{index}")))
    if rows and not listings:
        raise PageChangedError(f"{page.url} has plans without names or prices")
    return Reading(listings=listings, empty="" if rows else "no plans")


def _plan(page: Page, row: dict[str, Any], pointer: str) -> Listing | None:
    key, name = fields.text(row, "id"), fields.name_of(row, "name")
    quotes = _quotes(row, pointer)
    if not key or not name or not quotes:
        return None
    tags = row.get("tags")
    said = [
        " ".join(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else "",
        _content(row),
    ]
    return Listing(
        title=name,
        text="\n".join(part for part in said if part),
        url=f"{urls.before(page.url, _PLANS)}/#/plan/{key}",
        key=key,
        quotes=quotes,
        on_sale=quotes[0].offer.stock != 0,
        place_kind="card_shop",
        place=Place(pointer),
    )


def _content(row: dict[str, Any]) -> str:
    """Give a plan's words; newer themes keep them as a JSON list of features."""
    features = fields.json_after(fields.text(row, "content", limit=20_000), "")
    if isinstance(features, list):
        return "\n".join(filter(None, (fields.prose(one, "feature") for one in features[:50])))
    return fields.prose(row, "content")


def _quotes(row: dict[str, Any], pointer: str) -> tuple[Quote, ...]:
    left = fields.number(row.get("capacity_limit"))
    stock = 0 if fields.is_off(row.get("sell")) else None if left is None else max(int(left), 0)
    found = []
    for name, label, months in _TERMS:
        cents = fields.number(row.get(name))
        if cents is None or cents < 0:
            continue
        quote = shop_quote(cents.scaleb(-2), CURRENCY, label=label, stock=stock, pointer=f"{pointer}/{name}")
        found.append(
            replace(quote, offer=replace(quote.offer, months=None if months is None else Decimal(months)))
        )
    return tuple(found)


def _read_config(page: Page, settings: object) -> Reading:
    if not isinstance(settings, dict):
        raise PageChangedError(f"{page.url} has no settings")
    names = (("server_address", "app_url"), ("system_name", "app_name"))
    said = tree.words_of(fields.text(settings, "app_description", limit=20_000))
    key = {
        "turnstile_site_key": settings.get("turnstile_site_key"),
        "recaptcha_site_key": settings.get("recaptcha_site_key"),
        "server_address": settings.get("app_url"),
    }
    return Reading(
        facts=tuple(
            Fact(name=name, value=value, place=Place(f"/data/{given}"))
            for name, given in names
            if (value := fields.text(settings, given))
        ),
        notes=(Note(text=said, place=Place("/data/app_description"), place_kind="card_shop"),)
        if said
        else (),
        identifiers=operator_keys.keys_of(key),
    )
