from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.keys import words_key
from crawlers.page import Fact, Hint, Listing, Note, Page, Quote, Reading
from crawlers.platforms.quotes import shop_quote
from crawlers.platforms.relay_prices import call_quote, group_quote, token_quotes
from crawlers.resolve import SourceFacts, resolve
from store.records import Identifier, Money, Offer
from store.run_records import (
    FactRecord,
    HintRecord,
    ListingRecord,
    OfferRecord,
    Record,
    SightingRecord,
)

SOURCE = SourceFacts(name="shop", url="https://shop.lantern-keys.com/", platform="acg-faka", language="zh")
RELAY = replace(SOURCE, platform="new-api")


def page(path: str = "/", role: str = "list") -> Page:
    return Page(url="https://shop.lantern-keys.com" + path, body=b"", role=role, snapshot=f"sha-{path}")


def good(
    key: str | None, title: str, price: str, *, text: str = "", label: str = "", stock: int | None = 3
) -> Listing:
    quote = shop_quote(Decimal(price), "CNY", label=label, stock=stock)
    return Listing(
        title=title, text=text, url=f"https://shop.lantern-keys.com/item/{key}", key=key, quotes=(quote,)
    )


def offers_of(records: list[Record]) -> list[OfferRecord]:
    return [record for record in records if isinstance(record, OfferRecord)]


def sightings_of(records: list[Record]) -> set[tuple[str, str, str, str | None]]:
    return {
        (record.identifier.kind, record.identifier.normalised, record.seller_key, record.listing_key)
        for record in records
        if isinstance(record, SightingRecord)
    }


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
    assert offer.reader == "acg-faka/1"


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


RATIOS: dict[str, Decimal | None] = {
    "model_ratio": Decimal("2.5"),
    "completion_ratio": Decimal(5),
    "cache_ratio": Decimal("0.1"),
    "create_cache_ratio": None,
}


def station(quota: str | None = "500000", recharge: str | None = "0.8") -> list[tuple[Page, Reading]]:
    facts = [Fact(name="quota_per_unit", value=quota)] if quota else []
    facts += [Fact(name="recharge", value=recharge)] if recharge else []
    model = Listing(
        title="claude-opus-4-8",
        text="",
        url="u",
        key="model:claude-opus-4-8",
        groups=("官转",),
        quotes=(*token_quotes("claude-opus-4-8", RATIOS), call_quote("claude-opus-4-8", Decimal("0.3"))),
    )
    group = Listing(
        title="官转",
        text="",
        url="u",
        key="group:官转",
        groups=("官转",),
        quotes=(group_quote("官转", Decimal("0.45")),),
    )
    return [
        (page("/api/status", "status"), Reading(facts=tuple(facts))),
        (page("/api/pricing", "pricing"), Reading(listings=(group, model))),
    ]


def test_a_model_is_one_listing_priced_once_all_pages_are_in() -> None:
    records = resolve(RELAY, station())
    found = {
        (offer.offer.per, offer.offer.direction): offer.offer.price and offer.offer.price.amount
        for offer in offers_of(records)
        if offer.listing_key.startswith("model:")
    }
    assert found == {
        ("1M_tokens", "input"): Decimal(5),
        ("1M_tokens", "output"): Decimal(25),
        ("1M_tokens", "cache_read"): Decimal("0.5"),
        ("call", None): Decimal("0.3"),
    }
    listing = next(
        record for record in records if isinstance(record, ListingRecord) and record.key.startswith("model:")
    )
    assert listing.groups == ("官转",)


def test_a_group_is_completed_with_the_stations_recharge() -> None:
    (group,) = [
        offer for offer in offers_of(resolve(RELAY, station())) if offer.listing_key.startswith("group:")
    ]
    assert (group.offer.group, group.offer.recharge, group.offer.label) == (
        Decimal("0.45"),
        Decimal("0.8"),
        "官转",
    )


def test_what_the_station_does_not_say_stays_unknown() -> None:
    found = offers_of(resolve(RELAY, station(quota=None, recharge=None)))
    tokens = [offer.offer for offer in found if offer.offer.per == "1M_tokens"]
    assert [offer.price for offer in tokens] == [None, None, None]
    assert {offer.no_ratio for offer in tokens} == {"the station's quota per unit is unknown"}
    assert {offer.offer.recharge for offer in found} == {None}


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


def test_a_text_keeps_its_key_while_its_numbers_move() -> None:
    def keys(price: int) -> list[str]:
        post = Listing(title="", text=f"Claude Max 20x 月卡 ¥{price}", url="u", place_kind="channel")
        return [
            record.key
            for record in resolve(SOURCE, [(page(), Reading(listings=(post,)))])
            if isinstance(record, OfferRecord)
        ]

    assert keys(580) == keys(620) != []


prices = st.decimals(min_value="0.01", max_value="5000", places=2)


@given(st.lists(prices, min_size=2, max_size=2), st.lists(prices, min_size=2, max_size=2))
def test_prices_never_move_an_offers_key(before: list[Decimal], after: list[Decimal]) -> None:
    def keys(amounts: list[Decimal]) -> set[str]:
        quotes = tuple(
            Quote(offer=Offer(kind="service", price=Money(amount, "CNY"), label=f"v{n}"))
            for n, amount in enumerate(amounts)
        )
        listing = Listing(title="Claude Max 20x 月卡", text="", url="u", key="7", quotes=quotes)
        return {offer.key for offer in offers_of(resolve(SOURCE, [(page(), Reading(listings=(listing,)))]))}

    assert len(keys(before)) == 2
    assert keys(before) == keys(after)


@given(st.permutations(range(5)))
def test_the_order_of_pages_changes_nothing(order: list[int]) -> None:
    pages = [
        (
            page("/1"),
            Reading(
                listings=(good("7", "Claude Max 20x 月卡", "580"),), notes=(Note(text="QQ群 612300457"),)
            ),
        ),
        (
            page("/2"),
            Reading(
                listings=(good("8", "ChatGPT Plus 成品号", "70"), good("7", "Claude Max 20x 月卡", "580"))
            ),
        ),
        (page("/3"), Reading(listings=(good(None, "Gemini Advanced 12个月", "30"),))),
        (page("/4"), Reading(facts=(Fact(name="recharge", value="1"),))),
        (page("/5"), Reading(facts=(Fact(name="recharge", value="2"),))),
    ]
    assert resolve(SOURCE, [pages[index] for index in order]) == resolve(SOURCE, pages)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_resolve(title: str, text: str) -> None:
    listing = Listing(title=title, text=text, url="u", quotes=(shop_quote(Decimal(1), "CNY"),))
    resolve(
        SOURCE,
        [
            (
                page(),
                Reading(
                    listings=(listing, replace(listing, quotes=())), notes=(Note(text=text, offers=True),)
                ),
            )
        ],
    )


@given(st.text(alphabet="Claude 月卡¥刀0123456789.,", max_size=40), st.integers(0, 9999))
def test_words_key_ignores_numbers(words: str, number: int) -> None:
    assert words_key(words) == words_key(re.sub(r"\d+(?:[.,]\d+)*", str(number), words))
