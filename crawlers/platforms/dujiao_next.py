"""dujiao-next: a card shop whose goods, posts and settings stand in public JSON (internal/http/handlers/public)."""

from __future__ import annotations

from typing import Any

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, operator_keys, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place, plain

NAME = "dujiao-next"
VERSION = 2
KEEPS = False
SHARED_HOST = False

_API = "/api/v1/public"
_PAGES_LIMIT = 50
_DEFAULT = {"默认", "default", "Default", "預設"}


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the settings, the posts, and the first page of goods."""
    base = urls.origin_of(source_url) + _API
    return (
        Ask(url=base + "/products?page=1&page_size=100", role="products", lists=True),
        Ask(url=base + "/config", role="config"),
        Ask(url=base + "/posts?page=1&page_size=20", role="posts"),
    )


def fingerprint(page: Page) -> str | None:
    """Tell dujiao-next by its settings reply, its default title or its scripts."""
    if '"status_code"' in page.text and '"app_version"' in page.text:
        return "config with status_code and app_version"
    if "Dujiao-Next" in page.text[:5000]:
        return "title Dujiao-Next"
    return "script vendor-vue-i18n and an empty title" if "<title></title>" in page.text and "/assets/vendor-vue-i18n-" in page.text else None  # fmt: skip


def read(page: Page) -> Reading:
    """Read the settings, a page of goods, one good, or posts; an error with HTTP 200 is a state.

    Raises:
        PageChangedError: where a reply is not the known envelope.
    """
    found = fields.reply(page)
    code = fields.number(found.get("status_code"))
    if code is None:
        raise PageChangedError(f"{page.url} has no status_code")
    if code != 0:
        return Reading(state="gone" if code == 404 else "denied")  # noqa: PLR2004 - the program's own code
    path = urls.path_of(page.url)
    if path.endswith("/config"):
        return _read_config(page, found.get("data"))
    if "/posts" in path:
        return _read_posts(found)
    return _read_products(page, found)


def _read_products(page: Page, found: dict[str, Any]) -> Reading:
    given = found.get("data")
    if not isinstance(given, (list, dict)):
        raise PageChangedError(f"{page.url} has no goods")
    rows = fields.rows(given) if isinstance(given, list) else [given]
    listings = tuple(
        good
        for index, row in enumerate(rows)
        if (good := _good(page, row, f"/data/{index}" if isinstance(given, list) else "/data"))
    )
    number, last = (
        urls.asked_number(page.url, "page", 1),
        fields.integer(fields.dig(found, "pagination", "total_page")),
    )
    more = bool(rows) and last is not None and number < min(last, _PAGES_LIMIT)
    following = Ask(url=urls.with_query(page.url, page=number + 1), role="products", lists=True)
    return Reading(
        listings=listings,
        asks=(following,) if more else (),
        total=fields.integer(fields.dig(found, "pagination", "total")),
        empty="" if rows else "no goods",
    )


def _good(page: Page, row: dict[str, Any], pointer: str) -> Listing | None:
    slug, name = fields.text(row, "slug"), fields.localised(row.get("title"), 500)
    if not slug or not name:
        return None
    said = [
        fields.localised(fields.dig(row, "category", "name")),
        fields.prose(row, "description"),
        fields.prose(row, "content"),
    ]
    quotes = _quotes(row, pointer)
    return Listing(
        title=name,
        text="\n".join(dict.fromkeys(part for part in said if part and part != name)),
        url=f"{urls.origin_of(page.url)}/products/{slug}",
        key=slug,
        quotes=quotes,
        on_sale=row.get("is_sold_out") is not True and any(quote.offer.stock != 0 for quote in quotes),
        place_kind="card_shop",
        place=Place(pointer),
    )


def _quotes(row: dict[str, Any], pointer: str) -> tuple[Quote, ...]:
    skus = [sku for sku in fields.rows(row, "skus", limit=200) if sku.get("is_active") is not False]
    if not skus:
        stock = 0 if row.get("is_sold_out") is True else None
        return (_quote(row, "", stock, pointer),)
    many = len(skus) > 1
    return tuple(
        _quote(
            sku, _label(sku) if many else _label(sku, default=""), _stock(row, sku), f"{pointer}/skus/{index}"
        )
        for index, sku in enumerate(skus)
    )


def _quote(sku: dict[str, Any], label: str, stock: int | None, pointer: str) -> Quote:
    price, promoted = fields.number(sku.get("price_amount")), fields.number(sku.get("promotion_price_amount"))
    struck = price if promoted else None
    member = fields.text(sku, "member_price_amount")
    return shop_quote(
        promoted or price,
        "",
        label=label,
        stock=stock,
        attributes=(("list_price", plain(struck) if struck else ""), ("member_price", member)),
        pointer=pointer,
    )


def _label(sku: dict[str, Any], default: str | None = None) -> str:
    values = sku.get("spec_values")
    label = fields.localised(values, 200)
    if default is not None and (not label or label in _DEFAULT):
        return default
    return label or fields.text(sku, "sku_code")


def _stock(row: dict[str, Any], sku: dict[str, Any]) -> int | None:
    if row.get("is_sold_out") is True:
        return 0
    if fields.text(row, "fulfillment_type") == "auto":
        return fields.integer(sku.get("auto_stock_available"))
    # -1 is "without limit".
    return fields.integer(sku.get("manual_stock_total"))


def _read_config(page: Page, config: object) -> Reading:
    if not isinstance(config, dict):
        raise PageChangedError(f"{page.url} has no settings")
    facts = [
        Fact(name=name, value=value, place=Place(pointer))
        for name, value, pointer in (
            ("system_name", fields.text(config, "brand", "site_name"), "/data/brand/site_name"),
            ("currency", fields.text(config, "currency"), "/data/currency"),
            ("version", fields.text(config, "app_version"), "/data/app_version"),
        )
        if value
    ]
    contact = fields.dig(config, "contact")
    said = [f"{name}: {value}" for name, value in contact.items() if isinstance(value, str) and value] if isinstance(contact, dict) else []  # fmt: skip
    said += [
        f"{fields.localised(link.get('name'))} {fields.text(link, 'url')}"
        for link in fields.rows(config, "footer_links", limit=100)
    ]
    said += [fields.localised(fields.dig(config, "about", "hero", name)) for name in ("title", "subtitle")]
    text = "\n".join(part for part in said if part)
    scripts = "".join(
        fields.text(row, "code", limit=20_000) for row in fields.rows(config, "scripts", limit=50)
    )
    return Reading(
        facts=tuple(facts),
        notes=(Note(text=text, place=Place("/data/contact"), place_kind="card_shop"),) if text else (),
        identifiers=(
            *operator_keys.keys_in(scripts),
            *_guard(config),
            *operator_keys.logo_of(config.get("brand")),
        ),
    )


def _guard(config: dict[str, Any]) -> tuple[Identifier, ...]:
    """Find the key of the guard that a shop puts before its orders."""
    keys = fields.text(config, "captcha", "turnstile", "site_key"), fields.text(config, "captcha", "site_key")
    return operator_keys.keys_of({"turnstile_site_key": next(filter(None, keys), "")})


def _read_posts(found: dict[str, Any]) -> Reading:
    notes = []
    given = found.get("data")
    for index, row in enumerate([given] if isinstance(given, dict) else fields.rows(given, limit=100)):
        said = [fields.prose(row, name) for name in ("title", "summary", "content")]
        if not said[0] or not any(said[1:]) or "content" not in row:
            raise PageChangedError("a post has no title or no words")
        if text := "\n".join(filter(None, said)):
            notes.append(Note(text=text, place=Place(f"/data/{index}"), place_kind="card_shop"))
    return Reading(notes=tuple(notes))
