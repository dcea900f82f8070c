"""Replies captured from the relay stations' programs, read and resolved: every offer of their truth, none invented.

Mail addresses and domains under the reserved .example are not asked for: no registrable name ends so.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from crawlers.blocked import blocked
from crawlers.platforms import PLATFORMS, platform_of
from store.run_records import FactRecord, ListingRecord, OfferRecord
from tests.platforms.captured import (
    SHARED,
    Saved,
    contacts_of,
    exact,
    facts_of,
    hints_of,
    missing_contacts,
    needs_captures,
    offers_by_title,
    offers_of,
    resolved,
    saved_page,
    truth,
)

pytestmark = needs_captures

NEW_API: tuple[Saved, ...] = (
    ("new-api/api_status.json", "/api/status", "status"),
    ("new-api/api_pricing.json", "/api/pricing", "pricing"),
    ("new-api/api_user_groups.json", "/api/user/groups", "groups"),
    ("new-api/api_notice.json", "/api/notice", "notice"),
    ("new-api/api_home_page_content.json", "/api/home_page_content", "home_content"),
    ("new-api/api_about.json", "/api/about", "about"),
)


def test_new_api() -> None:
    stated, records = truth("newapi.json"), resolved("new-api", "https://api.jingluo-demo.example", NEW_API)
    facts = {(one.name, one.key): Decimal(one.value) for one in records if isinstance(one, FactRecord) and one.name in ("group_ratio", "recharge")}  # fmt: skip
    base = {
        (one.listing_key, one.offer.direction or one.offer.per): one.offer.price.amount
        for one in records
        if isinstance(one, OfferRecord) and one.listing_key.startswith("model:") and one.offer.price
    }
    groups = {one.key: one.groups for one in records if isinstance(one, ListingRecord)}
    assert facts["recharge", ""] == stated["price_cny_per_usd_credit"]
    names = {
        "in": "input",
        "out": "output",
        "cache_read": "cache_read",
        "cache_write": "cache_write",
        "usd_per_call": "call",
    }
    for offer in stated["offers"]:
        key, ratio = f"model:{offer['model']}", facts["group_ratio", offer["group"]]
        assert offer["group"] in groups[key]
        for name, direction in names.items():
            if name in offer:
                assert exact(base[key, direction] * ratio) == exact(offer[name]), (offer, name)
    assert sum(len(groups[key]) for key in groups if key.startswith("model:")) == len(stated["offers"])
    assert not set(stated["must_not_appear"]) & {key.removeprefix("model:") for key in groups}
    assert not missing_contacts(records, stated["contacts"], ("qq", "qq_group", "wechat", "telegram"))
    assert ("discord_invite", "jingluoDemo") in contacts_of(records)


def test_sub2api() -> None:
    saved = [("sub2api/home.html", "/", "home")]
    stated, records = truth("sub2api.json"), resolved("sub2api", "https://codex.dongfeng-demo.example", saved)
    plans = {
        (title.split(" $")[0], one.offer.price.amount, one.offer.price.currency)
        for title, offers in offers_by_title(records).items()
        for one in offers
        if one.offer.price and title
    }
    assert plans == {
        (offer["title"], Decimal(offer["price"]), offer["currency"]) for offer in stated["offers"]
    }
    assert not missing_contacts(records, stated["contacts"], ("qq_group", "wechat", "telegram"))


CRS: tuple[Saved, ...] = (
    ("claude-relay-service/admin_oem-settings.json", "/admin/oem-settings", "settings"),
    ("claude-relay-service/apiStats_service-rates.json", "/apiStats/service-rates", "rates"),
)


def test_claude_relay_service() -> None:
    stated, records = (
        truth("crs.json"),
        resolved("claude-relay-service", "https://crs.jiguang-demo.example", CRS),
    )
    prices = {
        (one.offer.price.amount, one.offer.price.currency)
        for one in records
        if isinstance(one, OfferRecord) and one.offer.price
    }
    assert prices == {(Decimal(offer["price"]), offer["currency"]) for offer in stated["offers"]}
    assert not missing_contacts(records, stated["contacts"], ("qq_group", "wechat", "telegram"))


def test_new_api_shows_where_pictures_hide_contacts() -> None:
    stated, records = truth("newapi.json"), resolved("new-api", "https://api.jingluo-demo.example", NEW_API)
    # Its shop stands in the top-up settings alone, which ask for a login.
    assert not hints_of(records)
    assert set(stated["contacts"]["qr_images"]) <= set(facts_of(records, "contact_image"))
    assert facts_of(records, "server_address") == {"": "https://api.jingluo-demo.example"}


DENIALS = {
    "pricing_disabled": ("new-api/api_pricing.disabled.json", 403),
    "pricing_login_only": ("new-api/api_pricing.requireAuth.json", 401),
}


@pytest.mark.parametrize("state", DENIALS)
def test_new_api_denies_in_public(state: str) -> None:
    name, status = DENIALS[state]
    page = saved_page("https://api.jingluo-demo.example", (name, "/api/pricing", "pricing"), status=status)
    assert PLATFORMS["new-api"].read(page).state == state
    assert blocked(status, {}, page.body) is None


def test_sub2api_leads_to_its_shop_and_claims_no_groups() -> None:
    saved = [
        ("sub2api/home.html", "/", "home"),
        ("sub2api/api_v1_settings_public.json", "/api/v1/settings/public", "settings"),
    ]
    stated, records = truth("sub2api.json"), resolved("sub2api", "https://codex.dongfeng-demo.example", saved)
    assert set(stated["contacts"]["external_shop"]) <= hints_of(records)
    assert set(stated["contacts"]["qr_images"]) <= set(facts_of(records, "contact_image"))
    assert not facts_of(records, "group_ratio")


def test_one_api_publishes_no_price_and_names_its_shop() -> None:
    saved = [("one-api/api_status.json", "/api/status", "status")]
    records = resolved("one-api", "https://one.captured.test", saved)
    assert not offers_of(records)
    assert facts_of(records, "quota_per_unit") == {"": "500000"}
    assert hints_of(records) == {"https://pay.demo.example/shop/x"}


def test_one_hub() -> None:
    saved = [
        ("one-hub/api_status.subset.json", "/api/status", "status"),
        ("one-hub/api_available_model.json", "/api/available_model", "models"),
        ("one-hub/api_user_group_map.json", "/api/user_group_map", "user_groups"),
    ]
    records = resolved("one-hub", "https://hub.captured.test", saved)
    found = {
        (one.listing_key, one.offer.direction or one.offer.per): exact(one.offer.price.amount)
        for one in offers_of(records)
        if one.offer.price
    }
    # The program's unit is $0.002 per 1K tokens, so 1.5 is $3 per 1M; a call costs 50 of the same unit.
    sonnet, picture = "model:claude-sonnet-4-6", "model:mj_imagine"
    assert found == {
        (sonnet, "input"): 3, (sonnet, "output"): 15, (sonnet, "cache_read"): exact("0.3"),
        (sonnet, "cache_write"): exact("3.75"), (picture, "call"): exact("0.1"),
    }  # fmt: skip
    assert facts_of(records, "group_ratio") == {"default": "1", "vip": "0.5"}
    assert facts_of(records, "recharge") == {"": "1"}
    assert facts_of(records, "recharge_discount") == {"100": "0.9"}


WALLS = {
    "challenge/aliyun_acw_sc_v2.html": (200, "challenge: aliyun"),
    "challenge/nginx_403.html": (403, "403 forbidden"),
    "new-api/api_429.txt": (429, "429 too many requests"),
}


@pytest.mark.parametrize("name", WALLS)
def test_captured_walls_are_walls(name: str) -> None:
    status, wall = WALLS[name]
    assert blocked(status, {}, (SHARED / name).read_bytes()) == wall


PAGES_OF = {
    "new-api/api_status.json": "new-api", "one-hub/api_status.subset.json": "one-hub", "one-api/api_status.json": "one-api",
    "sub2api/home.html": "sub2api", "sub2api/home.rendered.html": "sub2api", "acg-faka/home.html": "acg-faka",
    "claude-relay-service/health.json": "claude-relay-service", "claude-relay-service/admin_oem-settings.json": "claude-relay-service",
    "claude-relay-service/admin-next_api-stats.html": "claude-relay-service", "dujiaoka/unicorn.home.html": "dujiaoka",
    "dujiaoka/hyper.home.html": "dujiaoka", "dujiaoka/luna.home.html": "dujiaoka", "dujiao-next/home.html": "dujiao-next",
    "dujiao-next/api_v1_public_config.json": "dujiao-next", "woocommerce/home.html": "woocommerce", "woocommerce/shop_p1.html": "woocommerce",
    "shopapi-ldxp/POST_shopApi_Shop_goodsList.json": "shopapi", "phpbb/index.html": "phpbb", "phpbb/viewtopic_2.html": "phpbb",
    "xenforo/forum_list.html": "xenforo", "flarum/home_noscript_part.html": "flarum", "telegram/s_channel.html": "telegram",
    "funpay/lots.html": "funpay", "digiseller-plati/plati_search.ashx.json": "digiseller", "g2g/offer_search.json": "g2g",
    "whmcs/cart_products.html": "whmcs", "xboard/guest_plan_fetch.json": "xboard", "xboard/guest_comm_config.json": "xboard",
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES_OF)
def test_captured_pages_name_their_program(name: str) -> None:
    found = platform_of(saved_page("https://site.captured.test", (name, "/", "")))
    assert found
    assert found[0] == PAGES_OF[name]
