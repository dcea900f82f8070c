"""dujiao-next: a card shop whose goods, posts and settings stand in public JSON (internal/http/handlers/public)."""

from __future__ import annotations

from typing import Any

from crawlers.page import Ask, Fact, Listing, Note, Page, PageChangedError, Quote, Reading
from crawlers.platforms import fields, operator_keys, urls
from crawlers.platforms.quotes import shop_quote
from store.records import Identifier, Place, plain

NAME = "dujiao-next"
VERSION = 3
KEEPS = False
SHARED_HOST = False

_API = "/api/v1/public"
_PAGES_LIMIT = 50
_STOCKS = {"auto": "auto_stock_available", "upstream": "upstream_stock"}
_COUNTS, _EACH = (
    ("min_quantity", "quantity", "min_qty"),
    ("unit_price", "price_amount", "price", "unit_price_amount"),
)
_DEFAULT = {"默认", "default", "Default", "預設"}


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the settings, the posts, and the first page of goods."""
    base = urls.base_of(source_url) + _API
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
    data = found.get("data")
    if isinstance(data, dict) and "slug" in data:
        rows, at = [data], "/data"
    else:
        rows, at = fields.rows(fields.listed(page, found, "data", what="goods")), ""
    listings = tuple(
        good for index, row in enumerate(rows) if (good := _good(page, row, at or f"/data/{index}"))
    )
    fields.most(page, rows, listings, "goods without a name")
    total = fields.integer(fields.dig(found, "pagination", "total"))
    return Reading(
        listings=listings,
        asks=_next(page, found, len(rows), total),
        total=total,
        empty="" if rows else "no goods",
    )


def _next(page: Page, found: dict[str, Any], count: int, total: int | None) -> tuple[Ask, ...]:
    # A shop may give fewer rows a page than were asked for; where it names no last page its total tells it.
    number = urls.asked_number(page.url, "page", 1)
    size = fields.integer(fields.dig(found, "pagination", "page_size")) or count
    last = fields.integer(fields.dig(found, "pagination", "total_page"))
    if last is None:
        last = -(-(total or 0) // size) if size else 0
    if not count or number >= min(last, _PAGES_LIMIT):
        return ()
    return (Ask(url=urls.with_query(page.url, page=number + 1), role="products", lists=True),)


def _good(page: Page, row: dict[str, Any], pointer: str) -> Listing | None:
    slug, name = fields.text(row, "slug"), fields.name_of(fields.localised(row.get("title"), 500))
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
        url=f"{urls.before(page.url, _API)}/products/{slug}",
        key=slug,
        quotes=quotes,
        on_sale=not fields.is_on(row.get("is_sold_out")) and any(quote.offer.stock != 0 for quote in quotes),
        place_kind="card_shop",
        place=Place(pointer),
    )


def _quotes(row: dict[str, Any], pointer: str) -> tuple[Quote, ...]:
    skus = [sku for sku in fields.rows(row, "skus", limit=200) if not fields.is_off(sku.get("is_active"))]
    if not skus:
        stock = 0 if fields.is_on(row.get("is_sold_out")) else None
        return (_quote(row, "", stock, pointer), *_steps(row, stock, pointer))
    many = len(skus) > 1
    own = tuple(
        _quote(
            sku, _label(sku) if many else _label(sku, default=""), _stock(row, sku), f"{pointer}/skus/{index}"
        )
        for index, sku in enumerate(skus)
    )
    return (*own, *_steps(row, own[0].offer.stock if not many else None, pointer))


def _steps(row: dict[str, Any], stock: int | None, pointer: str) -> tuple[Quote, ...]:
    """Give a good's prices for many at once, which versions from 2026 on state."""
    steps = []
    for index, step in enumerate(fields.rows(row, "wholesale_prices", limit=50)):
        count = next(filter(None, (fields.integer(step.get(key)) for key in _COUNTS)), None)
        price = next(filter(None, (fields.number(step.get(key)) for key in _EACH)), None)
        if count and price:
            place = f"{pointer}/wholesale_prices/{index}"
            steps.append(shop_quote(price, "", label=f"{count}+", stock=stock, pointer=place))
    return tuple(steps)


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
    if fields.is_on(row.get("is_sold_out")) or fields.is_on(sku.get("is_sold_out")):
        return 0
    kind = fields.text(row, "fulfillment_type")
    # -1 is "without limit".
    left = fields.integer(sku.get(_STOCKS.get(kind, "manual_stock_total")))
    # A shop that hides its numbers says 1 of whatever there is.
    hidden = fields.is_on(sku.get("stock_quantity_hidden")) or fields.is_on(row.get("stock_quantity_hidden"))
    return None if hidden and left else left


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
    said += [fields.prose(config, "announcement", name) for name in ("title", "content")]
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
        if text := "\n".join(filter(None, said)):
            notes.append(Note(text=text, place=Place(f"/data/{index}"), place_kind="card_shop"))
    return Reading(notes=tuple(notes))
