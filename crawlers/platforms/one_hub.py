"""one-hub and done-hub (forks of one-api): prices per model and the recharge rate in public JSON (model/price.go)."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

from crawlers.page import Ask, Fact, Listing, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, new_api, relay_prices, station, urls
from store.records import SITE_CREDIT, Money, Offer, Place, plain

NAME = "one-hub"
VERSION = 2
KEEPS = False
SHARED_HOST = False

_UNIT = Decimal(2)
"""Site dollars per 1M tokens at a price of 1: the program counts in $0.002 per 1K."""
_CALL = Decimal("0.002")
_ASKS = {
    "status": "/api/status",
    "models": "/api/available_model",
    "user_groups": "/api/user_group_map",
    "notice": "/api/notice",
    "home_content": "/api/home_page_content",
    "about": "/api/about",
}


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the public replies in which a station's whole offer stands."""
    base = urls.base_of(source_url)
    return tuple(
        Ask(url=base + path, role=role, lists=role in ("status", "models")) for role, path in _ASKS.items()
    )


def fingerprint(page: Page) -> str | None:
    """Tell one-hub by the recharge rate in its status reply."""
    return "/api/status with PaymentUSDRate" if '"PaymentUSDRate"' in page.text else None


def read(page: Page) -> Reading:
    """Read one public reply of a station.

    Raises:
        PageChangedError: where a reply is neither the known envelope nor a known denial.
    """
    path = urls.path_of(page.url)
    if path.endswith(_ASKS["models"]):
        return _read_models(page)
    if path.endswith(_ASKS["user_groups"]):
        return _read_groups(page)
    found = new_api.read(page)
    if not path.endswith(_ASKS["status"]) or found.state:
        return found
    return _with_payment(page, found)


def _with_payment(page: Page, found: Reading) -> Reading:
    status = fields.dig(page.json(), "data")
    facts = list(found.facts)
    rate = fields.number(fields.dig(status, "PaymentUSDRate"))
    if rate is not None and rate > 0:
        facts.append(Fact(name="recharge", value=plain(rate), place=Place("/data/PaymentUSDRate")))
    try:
        steps = json.loads(fields.text(status, "RechargeDiscount", limit=5000) or "{}", parse_float=Decimal)
    except (ValueError, RecursionError):
        steps = {}
    for amount, factor in list(steps.items())[:50] if isinstance(steps, dict) else ():
        if (value := fields.number(factor)) is not None:
            place = Place("/data/RechargeDiscount")
            facts.append(Fact(name="recharge_discount", key=str(amount), value=plain(value), place=place))
    return replace(found, facts=tuple(facts))


def _models(page: Page) -> dict[str, Any] | None:
    if page.status in (401, 403):
        return None
    found = fields.reply(page)
    if "success" in found and not fields.is_on(found["success"]):
        raise PageChangedError(f"{page.url} has no map")
    return fields.mapped(page, found, "data", what="map")


def _read_models(page: Page) -> Reading:
    found = _models(page)
    if found is None:
        return Reading(state="pricing_login_only")
    listings = tuple(
        Listing(
            title=name,
            text="",
            url=page.url,
            key=f"model:{name}",
            groups=fields.names(row, "groups"),
            quotes=quotes,
            place_kind="relay",
            place=Place(f"/data/{name}"),
        )
        for name, row in list(found.items())[: new_api.MODELS_LIMIT]
        if (quotes := _quotes(name, fields.dig(row, "price"), f"/data/{name}/price"))
    )
    return Reading(listings=listings, total=len(found), empty="" if found else "no model")


def _quotes(name: str, price: object, pointer: str) -> tuple[Quote, ...]:
    into = fields.number(fields.dig(price, "input"))
    if into is None:
        return ()
    if fields.text(price, "type") == "times":
        return (relay_prices.call_quote(name, into * _CALL, pointer),)
    extra = fields.dig(price, "extra_ratios")
    read_ratio = fields.number(fields.dig(extra, "cached_read_tokens"))
    write_ratio = fields.number(fields.dig(extra, "cached_write_tokens"))
    prices = (
        ("input", into),
        ("output", fields.number(fields.dig(price, "output"))),
        ("cache_read", into * read_ratio if read_ratio is not None else None),
        ("cache_write", into * write_ratio if write_ratio is not None else None),
    )
    return tuple(_quote(name, way, value * _UNIT, pointer) for way, value in prices if value is not None)


def _quote(name: str, direction: str, price: Decimal, pointer: str) -> Quote:
    exact = Decimal(plain(price))
    offer = Offer(
        kind="relay",
        product=relay_prices.model_slug(name),
        price=Money(exact, SITE_CREDIT),
        per="1M_tokens",
        direction=direction,
        attributes=(relay_prices.BASIS,),
    )
    return Quote(offer=offer, price_text=plain(exact), place=Place(pointer))


def _read_groups(page: Page) -> Reading:
    found = _models(page)
    if found is None:
        return Reading(state="groups_login_only")
    shown = {
        name: row
        for name, row in found.items()
        if not fields.is_off(fields.dig(row, "enable")) and not fields.is_off(fields.dig(row, "public"))
    }
    ratios = {name: fields.dig(row, "ratio") for name, row in shown.items()}
    names = {name: fields.dig(row, "name") for name, row in shown.items()}
    return station.groups(page, ratios, names, "/data")
