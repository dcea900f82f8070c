"""A station's models and groups, priced once all pages are in."""

from __future__ import annotations

from decimal import Decimal

from crawlers.page import Fact, Listing, Page, Reading
from crawlers.platforms.relay_prices import call_quote, group_quote, token_quotes
from crawlers.resolve import resolve
from store.run_records import ListingRecord
from tests.resolving import RELAY, offers_of, page

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
