"""claude-relay-service: a relay for car pools; its offers stand in one public notice (src/routes/web.js)."""

from __future__ import annotations

from crawlers.page import Ask, Fact, Note, Page, PageChangedError, Reading
from crawlers.platforms import fields, operator_keys, shop_links, station, urls
from store.records import Place, plain

NAME = "claude-relay-service"
VERSION = 2
KEEPS = False
SHARED_HOST = False

_OEM, _RATES = "/admin/oem-settings", "/apiStats/service-rates"


def start(source_url: str) -> tuple[Ask, ...]:
    """Ask for the public settings, with their notice, and for the services' multipliers."""
    base = urls.base_of(source_url)
    return (Ask(url=base + _OEM, role="settings", lists=True), Ask(url=base + _RATES, role="rates"))


def fingerprint(page: Page) -> str | None:
    """Tell the program by its name in its health reply or title, or by its settings' keys."""
    if '"service":"claude-relay-service"' in page.text:
        return "health of claude-relay-service"
    if "/admin-next/assets/" in page.text:
        return "path /admin-next/assets/"
    return "settings with apiStatsNotice" if '"apiStatsNotice"' in page.text else None


def read(page: Page) -> Reading:
    """Read the settings' notice, or the services' multipliers.

    Raises:
        PageChangedError: where a reply is not the known envelope.
    """
    if page.role == "logo":
        return Reading(identifiers=operator_keys.read_logo(page))
    if urls.path_of(page.url).endswith(_RATES):
        return _read_rates(page)
    whole = fields.reply(page)
    # The first versions had no envelope, and no notice.
    found = whole.get("data") if isinstance(whole.get("data"), dict) else whole
    if not isinstance(found, dict) or not {"siteName", "apiStatsNotice"} & found.keys():
        raise PageChangedError(f"{page.url} has no siteName")
    notice = fields.dig(found, "apiStatsNotice")
    shown = fields.is_on(fields.dig(notice, "enabled"))
    said = [fields.prose(notice, name) for name in ("title", "content")] if shown else []
    text = "\n".join(filter(None, said))
    markup = fields.text(notice, "content", limit=20_000)
    name = fields.text(found, "siteName")
    note = Note(text=text, place=Place("/data/apiStatsNotice"), offers=True)
    return Reading(
        facts=(
            *((Fact(name="system_name", value=name, place=Place("/data/siteName")),) if name else ()),
            *station.contact_images(markup, page.url, "/data/apiStatsNotice/content"),
        ),
        listings=station.text_listings((note,) if text else (), page.url, "notice"),
        identifiers=operator_keys.logo_of(found),
        asks=operator_keys.logo_asks(found, page.url),
        hints=shop_links.text_hints(markup if shown else "", page.url, "/data/apiStatsNotice/content"),
        empty="" if text else "no notice",
    )


def _read_rates(page: Page) -> Reading:
    if page.text.lstrip()[:1] == "<" or not fields.rows({"data": [fields.reply(page)]}, "data"):
        return Reading(state="rates_absent")
    rates = fields.dig(fields.reply(page), "data", "rates")
    facts = (
        Fact(name="service_rate", key=str(key), value=plain(value), place=Place(f"/data/rates/{key}"))
        for key, given in (rates.items() if isinstance(rates, dict) else ())
        if (value := fields.number(given)) is not None
    )
    return Reading(facts=tuple(facts))
