"""new-api and its forks (Veloera and others): every price stands in public JSON (controller/{misc,pricing}.go)."""

from __future__ import annotations

from decimal import Decimal
from http import HTTPStatus
from typing import Any

import re2

from crawlers.page import Ask, Fact, Listing, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, operator_keys, relay_prices, shop_links, station, urls
from store.records import Place, plain

NAME = "new-api"
VERSION = 3
KEEPS = False
SHARED_HOST = False

_ASKS = {
    "status": "/api/status",
    "pricing": "/api/pricing",
    "groups": "/api/user/groups",
    "notice": "/api/notice",
    "home_content": "/api/home_page_content",
    "about": "/api/about",
    "front": "/",
}
_FACTS = (
    "system_name", "quota_per_unit", "usd_exchange_rate", "stripe_unit_price", "quota_display_type", "server_address",
    "top_up_link", "docs_link", "version", "custom_currency_symbol", "custom_currency_exchange_rate",
)  # fmt: skip
_LOGIN = re2.compile(r"(?i)登录|登入|登陆|未授权|无权|token|log ?in|sign ?in|unauthori[sz]ed")
_CLOSED = re2.compile(r"(?i)disabled|not enabled|未启用|未开放|关闭|禁用")
_URL_ONLY = re2.compile(r"^https?://\S+$")
_DEFAULT_PRICE = Decimal("7.3")
_GROUP_KEYS = ("enable_groups", "enable_group")
MODELS_LIMIT = 3000


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the six public replies, in which a station's whole offer stands, and for its front page's scripts."""
    base = urls.base_of(source_url)
    return tuple(
        Ask(url=base + path, role=role, lists=role in ("status", "pricing")) for role, path in _ASKS.items()
    )


def fingerprint(page: Page) -> str | None:
    """Tell new-api by its headers, its generator tag, or a status reply with its own keys."""
    headers = {name.lower(): value for name, value in page.headers.items()}
    if "x-new-api-version" in headers:
        return f"header X-New-Api-Version: {headers['x-new-api-version']}"
    if '<meta name="generator" content="new-api"' in page.text[:5000]:
        return "meta generator new-api"
    # Forks before mid-2025 (Veloera too) lack the newer keys, and have these of the first new-api, which one-api has not.
    known = ("quota_display_type", "HeaderNavModules", '"enable_drawing"', '"data_export_interval"')
    if '"quota_per_unit"' in page.text and (mark := next((key for key in known if key in page.text), "")):
        return f"/api/status with quota_per_unit and {mark.strip(chr(34))}"
    return None


def read(page: Page) -> Reading:
    """Read one public reply of a station: facts, groups and models, notices, or a denial as a state.

    Raises:
        PageChangedError: where a reply is neither the known envelope nor a known denial.
    """
    role = page.role if page.role in _ROLES else _role_of(page)
    if denial := _denial(page, role):
        return Reading(state=denial)
    return _ROLES[role](page)


def _role_of(page: Page) -> str:
    path = urls.path_of(page.url).rstrip("/")
    if not path:
        return "front"
    return next((role for role, known in _ASKS.items() if path.endswith(known)), "linked")


def _denial(page: Page, role: str) -> str:
    if page.status == HTTPStatus.UNAUTHORIZED:
        return f"{role}_login_only"
    if page.status == HTTPStatus.FORBIDDEN and '"success"' in page.text[:500]:
        return f"{role}_disabled"
    if role in ("status", "pricing", "linked", "front", "logo"):
        return ""
    # Old builds lack the lesser endpoints: they answer 404, or the front page's HTML with 200; forks refuse with 200.
    gone = page.status == HTTPStatus.NOT_FOUND or page.text.lstrip()[:1] == "<"
    return f"{role}_absent" if gone or not _agrees(fields.reply(page)) else ""


def _refusal(found: dict[str, Any]) -> str:
    """Say why a reply with 200 holds no prices: builds differ in the status of a denial, not in its words."""
    said = fields.text(found, "message")
    if _LOGIN.search(said):
        return "login_only"
    return "disabled" if _CLOSED.search(said) else ""


def _agrees(found: dict[str, Any]) -> bool:
    return fields.is_on(found.get("success")) or ("success" not in found and "data" in found)


def _envelope(page: Page) -> Any:  # noqa: ANN401 - a foreign reply has no type until looked at
    return _agreed(page, fields.reply(page))


def _agreed(page: Page, found: dict[str, Any]) -> dict[str, Any]:
    if not _agrees(found):
        raise PageChangedError(f"{page.url} answers {fields.text(found, 'message')!r} in place of success")
    return found


def _read_status(page: Page) -> Reading:
    status = _envelope(page).get("data")
    if fields.number(fields.dig(status, "quota_per_unit")) is None:
        raise PageChangedError(f"{page.url} has no quota_per_unit")
    facts = [
        Fact(name=name, value=value, place=Place(f"/data/{name}"))
        for name in _FACTS
        if (value := fields.text(status, name))
    ]
    facts += _recharge(page, status)
    footer = fields.dig(status, "footer_html")
    footer = footer if isinstance(footer, str) else ""
    return Reading(
        facts=(
            *facts,
            *station.image_facts(status, page.url, "/data"),
            *station.contact_images(footer, page.url, "/data/footer_html"),
        ),
        listings=station.announcements(page, status),
        notes=(
            *station.text_note(footer, "/data/footer_html", offers=False),
            *station.faq(status),
            *station.contacts(status),
        ),
        identifiers=(
            *operator_keys.keys_of(status),
            *operator_keys.keys_in(footer),
            *operator_keys.logo_of(status),
        ),
        asks=operator_keys.logo_asks(status, page.url),
        hints=(*shop_links.shop_hints(status, page.url, "/data"), *station.text_hints(status, page.url)),
    )


def _recharge(page: Page, status: dict[str, Any]) -> list[Fact]:
    price = fields.number(status.get("price"))
    if price is None or price <= 0:
        return []
    shop = urls.host_of(urls.join(page.url, fields.text(status, "top_up_link", limit=2000)))
    # Where money is taken by a shop elsewhere and the price is the program's own default, nobody ever set it.
    unset = shop not in ("", urls.host_of(page.url)) and price == _DEFAULT_PRICE
    name = "status_price" if unset else "recharge"
    return [Fact(name=name, value=plain(price), place=Place("/data/price"))]


def _read_pricing(page: Page) -> Reading:
    found = fields.reply(page)
    if not _agrees(found) and (why := _refusal(found)):
        return Reading(state=f"pricing_{why}")
    _agreed(page, found)
    given = fields.listed(page, found, "data", what="list of models")
    names = fields.dig(found, "usable_group")
    ratios = fields.dig(found, "group_ratio")
    groups = station.groups(
        page,
        ratios if isinstance(ratios, dict) else {},
        names if isinstance(names, dict) else {},
        "/group_ratio",
    )
    shown = frozenset(group for listing in groups.listings for group in listing.groups)
    rows = fields.rows(given, limit=MODELS_LIMIT)
    key = next((key for key in _GROUP_KEYS if any(key in row for row in rows)), "")
    models = tuple(
        model
        for index, row in enumerate(rows)
        if (model := _model(page, row, f"/data/{index}", _groups(row, key, shown)))
    )
    hidden = sum(1 for row in rows if _groups(row, key, shown) is None)
    listings = (*groups.listings, *models)
    return Reading(
        facts=groups.facts,
        listings=listings,
        total=len(given) - hidden + len(groups.listings),
        empty="" if listings else "no model in a public group",
    )


def _read_groups(page: Page) -> Reading:
    found = fields.mapped(page, _envelope(page), "data", what="map of groups")
    ratios = {name: fields.dig(group, "ratio") for name, group in found.items()}
    return station.groups(
        page, ratios, {name: fields.dig(group, "desc") for name, group in found.items()}, "/data"
    )


def _groups(row: dict[str, Any], key: str, shown: frozenset[str]) -> tuple[str, ...] | None:
    """Give the groups on sale in which a model is enabled; None where there is none: builds list hidden groups too.

    The first builds knew no groups of models, or named the list otherwise: there a model is on sale in every group.
    """
    named = fields.names(row, key) if key else ("all",)
    if "all" in named:
        return tuple(sorted(shown))
    return tuple(group for group in named if group in shown)[:500] or None


def _model(page: Page, row: dict[str, Any], pointer: str, groups: tuple[str, ...] | None) -> Listing | None:
    name = fields.text(row, "model_name", limit=200)
    quotes = _model_quotes(name, row, pointer)
    if not name or not quotes or groups is None:
        return None
    return Listing(
        title=name,
        text=fields.prose(row, "description", limit=1000),
        url=page.url,
        key=f"model:{name}",
        groups=groups,
        quotes=quotes,
        place_kind="relay",
        place=Place(pointer),
    )


def _model_quotes(name: str, row: dict[str, Any], pointer: str) -> tuple[Quote, ...]:
    if fields.number(row.get("quota_type")) == 1:
        price = fields.number(row.get("model_price"))
        return () if price is None else (relay_prices.call_quote(name, price, pointer),)
    if fields.text(row, "billing_mode") == "tiered_expr":
        return (relay_prices.tiered_quote(name, fields.text(row, "billing_expr"), pointer),)
    return relay_prices.token_quotes(
        name, {key: fields.number(row.get(key)) for key in relay_prices.RATIOS}, pointer
    )


def _read_text(page: Page) -> Reading:
    found = _envelope(page).get("data")
    markup = found if isinstance(found, str) else ""
    if _URL_ONLY.search(markup.strip()) and (link := urls.join(page.url, markup)):
        # The front end shows such a page in a frame: it is the operator's own text, wherever it is kept.
        return Reading(asks=(Ask(url=link, role="linked"),))
    return Reading(
        notes=station.text_note(markup, "/data", offers=True),
        facts=station.contact_images(markup, page.url, "/data"),
        identifiers=operator_keys.keys_in(markup),
        hints=shop_links.text_hints(markup, page.url, "/data"),
    )


def _read_front(page: Page) -> Reading:
    # Its words are drawn by script from the replies; only who counts its visitors stands here.
    return Reading(identifiers=operator_keys.keys_in(page.text))


def _read_logo(page: Page) -> Reading:
    return Reading(identifiers=operator_keys.read_logo(page))


def _read_linked(page: Page) -> Reading:
    return Reading(
        notes=station.text_note(page.text, "/html", offers=False),
        facts=station.contact_images(page.text, page.url, "/html"),
        identifiers=operator_keys.keys_in(page.text),
    )


_ROLES = {
    "status": _read_status,
    "pricing": _read_pricing,
    "groups": _read_groups,
    "notice": _read_text,
    "home_content": _read_text,
    "about": _read_text,
    "front": _read_front,
    "linked": _read_linked,
    "logo": _read_logo,
}
