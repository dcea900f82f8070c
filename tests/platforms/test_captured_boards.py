"""Replies captured from forums, channels and markets, read and resolved: every offer of their truth, none invented.

Mail addresses and domains under the reserved .example are not asked for: no registrable name ends so.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from store.records import Money
from store.run_records import ListingRecord
from tests.platforms.captured import (
    Saved,
    contacts_of,
    exact,
    money_of,
    needs_captures,
    offers_by_title,
    offers_of,
    prices_of,
    resolved,
    truth,
)

pytestmark = needs_captures

PHPBB: tuple[Saved, ...] = (
    ("phpbb/viewforum_p1.html", "/viewforum.php?f=2", "forum"),
    ("phpbb/viewforum_start25.html", "/viewforum.php?f=2&start=25", "forum"),
    ("phpbb/viewforum_past_end.html", "/viewforum.php?f=2&start=975", "forum"),
    ("phpbb/viewtopic_2.html", "/viewtopic.php?t=2", "topic"),
)


_PACK = "Mixed AI account pack"


def test_phpbb() -> None:
    stated, records = truth("phpbb.json"), resolved("phpbb", "https://darkmodels.example", PHPBB)
    found = offers_by_title(records)
    for offer in stated["offers"]:
        if "price" not in offer or _PACK in offer["title"]:
            continue
        amounts = {(amount, currency) for _, amount, currency in prices_of(found[offer["title"]])}
        assert (exact(offer["price"]), offer["currency"]) in amounts
    keys = next(offer for offer in stated["offers"] if "tiers" in offer)
    tiers = {(one.offer.face_value.amount, one.offer.price.amount) for one in found[keys["title"]] if one.offer.face_value and one.offer.price}  # fmt: skip
    assert {(Decimal(face), Decimal(price)) for face, price in keys["tiers"].items()} <= tiers
    assert not set(stated["wanted_not_offer"]) & set(found)
    assert ("telegram", "nightproxy_demo") in contacts_of(records)


def test_phpbb_packs_of_accounts() -> None:
    stated, records = truth("phpbb.json"), resolved("phpbb", "https://darkmodels.example", PHPBB)
    found = offers_by_title(records)
    packs = [offer for offer in stated["offers"] if _PACK in offer["title"]]
    assert {(exact(offer["price"]), offer["title"]) for offer in packs} == {
        (amount, title)
        for title, offers in found.items()
        for _, amount, _ in prices_of(offers)
        if _PACK in title
    }


def test_xenforo() -> None:
    saved = [
        ("xenforo/forum_list.html", "/forums/ai.12/", "list"),
        ("xenforo/thread.html", "/threads/claude-max-x20-85.777/", "thread"),
    ]
    records = resolved("xenforo", "https://x.captured.test", saved)
    [one] = offers_of(records)
    assert (one.listing_key, one.offer.product, one.offer.price) == (
        "t777",
        "claude-max-20x",
        Money(Decimal(85), "USD"),
    )
    assert {("telegram", "seller_demo"), ("username", "seller_demo")} <= contacts_of(records)


def test_flarum() -> None:
    saved = [("flarum/api_discussions.json", "/api/discussions?include=user,firstPost", "list")]
    records = resolved("flarum", "https://f.captured.test", saved)
    assert money_of(records) == {(exact(350), "USD")}
    assert {("telegram", "seller_demo"), ("username", "seller_demo")} <= contacts_of(records)


def test_discourse() -> None:
    saved = [
        ("discourse/latest.json", "/latest.json", "list"),
        ("discourse/t_4211.json", "/t/4211.json", "topic"),
    ]
    records = resolved("discourse", "https://d.captured.test", saved)
    [one] = offers_of(records)
    assert (one.listing_key, one.offer.group, one.offer.recharge) == ("t4211", Decimal("0.45"), Decimal(1))
    assert {("telegram", "seller_demo"), ("wechat", "seller_demo_wx")} <= contacts_of(records)


def test_telegram() -> None:
    saved = [("telegram/s_channel.html", "/s/demo_ai_shop", "channel")]
    records = resolved("telegram", "https://t.me", saved)
    amounts = money_of(records)
    assert {(exact(149), "USD"), (exact(39), "USD"), (exact(85), "USD")} <= amounts
    assert {
        ("telegram", "demo_ai_shop"),
        ("telegram", "demo_ai_support"),
        ("qq_group", "701000100"),
    } <= contacts_of(records)
    sellers = {one.key: one.seller_key for one in records if isinstance(one, ListingRecord)}
    assert sellers == {"101": "operator", "102": "forward:other_demo", "103": "operator"}


def test_funpay() -> None:
    records = resolved("funpay", "https://funpay.com", [("funpay/lots.html", "/en/lots/3001/", "list")])
    [one] = offers_of(records)
    assert (one.listing_key, one.offer.price, one.offer.stock) == (
        "51000001",
        Money(Decimal("41.53"), "USD"),
        15,
    )
    assert ("shop", "funpay:shop:777001") in contacts_of(records)


DIGISELLER = {
    "plati_search.ashx.json": ("/api/search.ashx?query=claude", {"": "41.5"}),
    "cataloguer_front_products.json": ("/api/cataloguer/front/products?page=1", {"": "41.5"}),
    "products_id_data.json": ("/api/products/4100001/data", {"$100": "41.5", "$500": "191.5"}),
}


@pytest.mark.parametrize("name", DIGISELLER)
def test_digiseller(name: str) -> None:
    path, wanted = DIGISELLER[name]
    records = resolved("digiseller", "https://plati.io", [(f"digiseller-plati/{name}", path, "list")])
    assert prices_of(offers_of(records)) == {(label, exact(price), "USD") for label, price in wanted.items()}
    assert ("shop", "plati:shop:900001") in contacts_of(records)


def test_g2g() -> None:
    saved = [("g2g/offer_search.json", "/offer/search?v=v2&page_size=48&page=1", "list")]
    records = resolved("g2g", "https://sls.g2g.com", saved)
    [one] = offers_of(records)
    assert (one.offer.product, one.offer.price, one.offer.stock) == (
        "claude-pro",
        Money(Decimal("9.10"), "USD"),
        12,
    )
    assert ("shop", "g2g:shop:demo_g2g") in contacts_of(records)
