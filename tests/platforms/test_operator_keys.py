"""What only the operator of a site holds, in settings and in scripts; and the ways to the shop that sells its credit."""

from __future__ import annotations

import base64
import json
from datetime import date
from hashlib import sha256

import pytest

from crawlers.page import Page
from crawlers.platforms import PLATFORMS, operator_keys, shop_links
from crawlers.resolve import SourceFacts, resolve
from store.run_records import HintRecord, SightingRecord

STATION = "https://relay.quietbrook.test"
PICTURE = b"\x89PNG quiet brook"


def found_in(markup: str) -> set[tuple[str, str]]:
    return {(one.kind, one.normalised) for one in operator_keys.keys_in(markup)}


SCRIPTS = {
    "<script async src='https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF'></script>": ("analytics", "G-AB12CD34EF"),
    "<script src='https://www.googletagmanager.com/gtm.js?id=GTM-AB12CD3'></script>": ("analytics", "GTM-AB12CD3"),
    'hm.src = "https://hm.baidu.com/hm.js?0123456789abcdef0123456789abcdef"': ("analytics", "0123456789abcdef0123456789abcdef"),
    '<script data-website-id="0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f" src="/u.js">': ("analytics", "0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f"),
    '<script src="https://www.clarity.ms/tag/abcd1234ef"></script>': ("analytics", "abcd1234ef"),
    'ym(98765432, "init", {}); // mc.yandex.ru': ("analytics", "98765432"),
    'window.CRISP_WEBSITE_ID="0a1b2c3d-0000-4000-8000-00000000000a"': ("analytics", "0a1b2c3d-0000-4000-8000-00000000000a"),
    '<div class="cf-turnstile" data-sitekey="0x4AAAAAAABrookbrook"></div>': ("site_key", "0x4AAAAAAABrookbrook"),
    '<a href="https://github.com/login/oauth/authorize?client_id=Iv1.0011223344556677&scope=user">': ("oauth_client", "github:Iv1.0011223344556677"),
}  # fmt: skip


@pytest.mark.parametrize("markup", SCRIPTS)
def test_keys_in_a_pages_scripts(markup: str) -> None:
    assert found_in(f"<html><head>{markup}</head></html>") == {SCRIPTS[markup]}


@pytest.mark.parametrize(
    "markup",
    [
        "<p>model G-4 and GTM strategy, UA-1</p>",
        '<div class="cf-turnstile" data-sitekey="1x00000000000000000000AA"></div>',
        "<p>client_id=abc</p>",
    ],
)
def test_what_only_looks_like_a_key_is_none(markup: str) -> None:
    assert found_in(markup) == set()


def status(**settings: object) -> Page:
    given = {"quota_per_unit": 500000, "quota_display_type": "USD", "system_name": "静溪 API", **settings}
    body = json.dumps({"success": True, "message": "", "data": given}, ensure_ascii=False)
    return Page(
        url=STATION + "/api/status",
        body=body.encode(),
        media_type="application/json",
        role="status",
        snapshot="s",
    )


def test_keys_in_settings_are_the_operators() -> None:
    page = status(
        turnstile_site_key="0x4AAAAAAABrookbrook",
        github_client_id="Iv1.0011223344556677",
        server_address="https://api.quietbrook-relay.com",
        api_info=[
            {"url": "https://line2.quietbrook-cdn.net", "route": "b"},
            {"url": "https://api.openai.com"},
        ],
    )
    found = {(one.kind, one.normalised) for one in PLATFORMS["new-api"].read(page).identifiers}
    assert found == {
        ("site_key", "0x4AAAAAAABrookbrook"), ("oauth_client", "github:Iv1.0011223344556677"),
        ("host", "api.quietbrook-relay.com"), ("domain", "quietbrook-relay.com"),
        ("host", "line2.quietbrook-cdn.net"), ("domain", "quietbrook-cdn.net"),
    }  # fmt: skip


def test_a_logo_is_known_by_its_hash_from_settings_and_from_its_own_reply() -> None:
    digest = sha256(PICTURE).hexdigest()
    inline = "data:image/png;base64," + base64.b64encode(PICTURE).decode()
    [one] = [one for one in PLATFORMS["new-api"].read(status(logo=inline)).identifiers if one.kind == "logo"]
    assert one.normalised == digest
    reading = PLATFORMS["new-api"].read(status(logo="/static/brook.png"))
    assert [(ask.url, ask.role) for ask in reading.asks] == [(STATION + "/static/brook.png", "logo")]
    page = Page(url=STATION + "/static/brook.png", body=PICTURE, media_type="image/png", role="logo")
    assert [one.normalised for one in PLATFORMS["new-api"].read(page).identifiers] == [digest]
    gone = Page(
        url=STATION + "/static/brook.png", body=b"<html>404</html>", media_type="text/html", role="logo"
    )
    assert PLATFORMS["new-api"].read(gone).identifiers == ()


def test_a_programs_own_logo_is_not_asked_for() -> None:
    assert PLATFORMS["new-api"].read(status(logo="/logo.png")).asks == ()


def test_keys_of_a_page_are_its_operators_whatever_its_reader_gives_but_not_on_a_shared_host() -> None:
    page = Page(
        url="https://shop.quietbrook.test/", snapshot="p",
        body=b'<html><body class="woocommerce"><script src="https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF">'
        b'</script><ul class="products"><li class="product"><h2>Claude Pro</h2><span class="woocommerce-Price-amount">$9.00</span></li></ul></body></html>',
    )  # fmt: skip
    for platform, wanted in (("woocommerce", {"G-AB12CD34EF"}), ("jsonld", set())):
        facts = SourceFacts(name="x", url=page.url, platform=platform, observed=date(2026, 8, 1))
        reading = PLATFORMS["woocommerce"].read(page)
        seen = {one.identifier.normalised for one in resolve(facts, [(page, reading)]) if isinstance(one, SightingRecord) and one.identifier.kind == "analytics"}  # fmt: skip
        assert seen == wanted


LEADS = {
    "充值请到 https://pay.brookcards.test/shop/QB1 ，自动发货": ["https://pay.brookcards.test/shop/QB1"],
    "购买额度：\nhttps://brookcards.test/a": ["https://brookcards.test/a"],
    '<p>余额不足？<a href="https://ka.brookcards.test/">点这里购买</a></p>': ["https://ka.brookcards.test/"],
    "友情链接：https://pay.othershop.test/shop/ZZ": [],
    "文档 https://docs.quietbrook.test/buy": [],
    "购买后加群 https://t.me/quietbrook_help": [],
    f"充值：{STATION}/topup": [],
    "状态页 https://status.brookcards.test": [],
}


@pytest.mark.parametrize("text", LEADS)
def test_words_that_send_buyers_to_a_shop_lead_there(text: str) -> None:
    assert [hint.url for hint in shop_links.text_hints(text, STATION, "/data")] == LEADS[text]


def test_menus_and_settings_lead_to_shops() -> None:
    page = status(
        top_up_link="https://pay.brookcards.test/shop/QB1",
        SidebarModulesAdmin=json.dumps(
            {"extra": {"shop": {"title": "卡密", "url": "https://ka.brookcards.test/"}}}
        ),
        announcements=[{"content": "新店 https://faka.brookcards.test/ 购买更便宜", "publishDate": ""}],
    )
    assert [(hint.url, hint.why) for hint in PLATFORMS["new-api"].read(page).hints] == [
        ("https://pay.brookcards.test/shop/QB1", "top_up_link"),
        ("https://ka.brookcards.test/", "menu item"),
        ("https://faka.brookcards.test/", shop_links.SAID),
    ]


def test_a_shop_that_only_words_name_is_led_to_and_not_called_the_operators() -> None:
    page = status(announcements=[{"content": "充值 https://pay.ldxp.cn/shop/QUIET77", "publishDate": ""}])
    facts = SourceFacts(name="x", url=STATION, platform="new-api", observed=date(2026, 8, 1))
    records = resolve(facts, [(page, PLATFORMS["new-api"].read(page))])
    assert [one.url for one in records if isinstance(one, HintRecord)] == ["https://pay.ldxp.cn/shop/QUIET77"]
    settings = status(top_up_link="https://pay.ldxp.cn/shop/QUIET77")
    own = resolve(facts, [(settings, PLATFORMS["new-api"].read(settings))])
    shops = [
        one.identifier for one in own if isinstance(one, SightingRecord) and one.identifier.kind == "shop"
    ]
    assert [(one.normalised, one.role) for one in shops] == [("ldxp:shop:quiet77", "operator")]
