from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from crawlers.page import Fact, Hint, Listing, Note, Reading
from crawlers.platforms import PLATFORMS
from crawlers.platforms.quotes import shop_quote
from crawlers.resolve import resolve
from store.records import Identifier, Money
from store.run_records import (
    FactRecord,
    HintRecord,
    ListingRecord,
)
from tests.resolving import RELAY, SOURCE, good, offers_of, page, sightings_of


def test_a_good_is_completed_from_its_words_and_keeps_its_price() -> None:
    (offer,) = offers_of(
        resolve(SOURCE, [(page(), Reading(listings=(good("7", "Claude Max 20x 月卡", "580"),)))])
    )
    assert offer.listing_key == "7"
    assert offer.offer.price == Money(Decimal(580), "CNY")
    assert (offer.offer.provider, offer.offer.product) == ("anthropic", "claude-max-20x")
    assert offer.offer.label == ""
    assert offer.offer.stock == 3
    assert offer.snapshot == "sha-/"
    assert offer.reader == f"acg-faka/{PLATFORMS['acg-faka'].VERSION}"


def test_goods_of_other_trades_are_left_out_and_their_contacts_kept() -> None:
    unrelated = good("9", "Netflix 4K 合租 一个月", "15", text="客服微信 lantern_kf88")
    records = resolve(SOURCE, [(page(), Reading(listings=(unrelated,)))])
    assert not offers_of(records)
    assert not [record for record in records if isinstance(record, ListingRecord)]
    assert ("wechat", "lantern_kf88", "operator", None) in sightings_of(records)


def test_a_list_and_a_goods_own_page_make_one_good() -> None:
    listed = good("7", "Claude Max 20x 月卡", "580", stock=4)
    described = replace(
        good("7", "Claude Max 20x 月卡", "580", text="独享，质保 30 天", label="独享", stock=None),
        quotes=(
            shop_quote(Decimal(580), "CNY", label="独享"),
            shop_quote(Decimal(560), "CNY", label="10+"),
        ),
    )
    pages = [(page("/a"), Reading(listings=(listed,))), (page("/b"), Reading(listings=(described,)))]
    records = resolve(SOURCE, pages)
    assert [(offer.offer.label, offer.offer.stock) for offer in offers_of(records)] == [
        ("独享", 4),
        ("10+", 4),
    ]
    assert len([record for record in records if isinstance(record, ListingRecord)]) == 1
    assert records == resolve(SOURCE, pages[::-1])


def test_what_is_sold_out_stays_an_offer_without_stock() -> None:
    sold_out = replace(good("7", "ChatGPT Plus 成品号", "70", stock=None), on_sale=False)
    (offer,) = offers_of(resolve(SOURCE, [(page(), Reading(listings=(sold_out,)))]))
    assert offer.offer.stock == 0


def test_a_variants_own_name_gives_its_face_value() -> None:
    listing = replace(
        good("7", "Claude API $100 兑换码", "60"),
        quotes=(
            shop_quote(Decimal(60), "CNY", label="100刀"),
            shop_quote(Decimal(290), "CNY", label="500刀"),
            shop_quote(Decimal(55), "CNY", label="10+"),
        ),
    )
    found = offers_of(resolve(SOURCE, [(page(), Reading(listings=(listing,)))]))
    faces = [offer.offer.face_value and offer.offer.face_value.amount for offer in found]
    assert faces == [Decimal(100), Decimal(500), Decimal(100)]


def test_a_currency_from_another_page() -> None:
    quote = shop_quote(Decimal(66), "")
    reading = Reading(listings=(replace(good("7", "ChatGPT Plus", "66"), quotes=(quote,)),))
    (unknown,) = offers_of(resolve(SOURCE, [(page(), reading)]))
    assert unknown.offer.price is None
    assert unknown.offer.no_ratio == "the shop's currency is unknown"
    settings_page = (page("/config"), Reading(facts=(Fact(name="currency", value="CNY"),)))
    (known,) = offers_of(resolve(SOURCE, [(page(), reading), settings_page]))
    assert known.offer.price == Money(Decimal(66), "CNY")


def test_notes_that_advertise_make_a_listing_and_their_contacts_are_the_operators() -> None:
    note = Note(text="1元=1刀，Claude 官转 0.45 倍率，售后微信 lantern_kf88", offers=True)
    records = resolve(RELAY, [(page("/api/notice", "notice"), Reading(notes=(note, note)))])
    assert {offer.listing_key for offer in offers_of(records)} == {"note:notice:1"}
    assert offers_of(records)[0].offer.group == Decimal("0.45")
    assert ("wechat", "lantern_kf88", "operator", None) in sightings_of(records)


def test_notes_that_do_not_advertise_make_no_offers() -> None:
    note = Note(text="1元=1刀，Claude 官转 0.45 倍率，售后微信 lantern_kf88")
    assert not offers_of(resolve(RELAY, [(page(), Reading(notes=(note,)))]))


def test_in_a_forum_the_author_is_the_seller() -> None:
    author = Identifier(kind="username", value="Kestrel", normalised="kestrel", role="operator")
    post = Listing(
        title="[WTS] Claude Pro accounts - $12",
        text="Telegram @kestrel_keys",
        url="u",
        key="t1",
        seller_key="user:kestrel",
        identifiers=(author,),
        place_kind="forum",
    )
    source = replace(SOURCE, platform="phpbb", language="en", url="https://forum.lantern-keys.com/")
    seen = sightings_of(resolve(source, [(page(), Reading(listings=(post,)))]))
    assert ("telegram", "kestrel_keys", "user:kestrel", "t1") in seen
    assert ("username", "kestrel", "user:kestrel", "t1") in seen
    assert not [found for found in seen if found[0] == "domain"], "a forum's host names no seller"


@pytest.mark.parametrize(
    "title", ["[WTB] Claude Pro accounts - $12", "求购 Claude Pro 成品号 80元", "WTB: GPT Plus $5"]
)
def test_who_asks_to_buy_sells_nothing(title: str) -> None:
    post = Listing(title=title, text="微信 lantern_kf88", url="u", key="t1", place_kind="forum")
    records = resolve(replace(SOURCE, platform="phpbb"), [(page(), Reading(listings=(post,)))])
    assert not offers_of(records)
    assert sightings_of(records)


@pytest.mark.parametrize("mark", ["[Sell] ", "Selling: ", "【出】"])
def test_a_title_that_its_post_repeats_is_read_once(mark: str) -> None:
    words = "Claude API credit $2000"
    post = Listing(title=mark + words, text=f"{words} $350", url="u", key="t1", place_kind="forum")
    (found,) = offers_of(
        resolve(replace(SOURCE, platform="flarum", language="en"), [(page(), Reading(listings=(post,)))])
    )
    assert found.offer.price == Money(Decimal(350), "USD")


def test_a_sites_own_domain_is_its_operators() -> None:
    records = resolve(SOURCE, [(page(), Reading())])
    assert sightings_of(records) == {("domain", "lantern-keys.com", "operator", None)}


def test_facts_and_hints_are_given_once() -> None:
    reading = Reading(
        facts=(Fact(name="recharge", value="1"),),
        hints=(Hint(url="https://pay.example/shop/x", why="top_up_link"),),
    )
    records = resolve(RELAY, [(page("/a"), reading), (page("/b"), reading)])
    assert len([record for record in records if isinstance(record, FactRecord)]) == 1
    assert len([record for record in records if isinstance(record, HintRecord)]) == 1
