"""A value counts while the account had it, give or take 90 days: beyond, it is stale and raises no alert."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.feeds.feed import Moment
from store.feeds.links import rows as links_feed
from store.known_records import AccountFields, AccountLine, KnownValue
from store.links.show import find_claims, find_doubts, find_hops
from store.save_accounts import save_accounts
from tests.store.known_world import ORIGIN, START, World


def had(world: World, value: str, from_day: int | None, until_day: int | None) -> None:
    """Let an account have had a value between two days, counted from the first sighting."""
    moments = [None if day is None else START + timedelta(days=day) for day in (from_day, until_day)]
    line = AccountLine(
        2, "anthropic", "acc_1", AccountFields(class_name="fraudulent"),
        (KnownValue("telegram", value, had_from=moments[0], had_until=moments[1]),),
    )  # fmt: skip
    save_accounts(world.connection, [line], ORIGIN, world.tick())


def doubts(world: World) -> list[str]:
    """What speaks against the one link that stands."""
    (claim,) = find_claims(world.connection)
    return find_doubts(world.connection, claim)


@pytest.mark.parametrize(
    ("from_day", "until_day", "stale"),
    [
        (None, None, False), (-400, None, False), (-400, -91, True), (-400, -89, False), (89, None, False),
        (91, None, True), (91, 400, True), (-10, 10, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("held", ["fastkeys", "fast_keys"])
def test_a_sighting_counts_within_ninety_days_of_the_values_time(
    world: World, held: str, from_day: int | None, until_day: int | None, *, stale: bool
) -> None:
    world.shows("shop", "telegram", "fastkeys")
    had(world, held, from_day, until_day)
    world.link()
    assert world.rows("SELECT level, stale FROM link") == [("lead" if stale else "alert", stale)]
    assert world.rows("SELECT stale FROM link_hop") == [(stale,)]


def test_a_fresh_path_beside_a_stale_one_stands_alone(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    had(world, "fastkeys", -400, -200)
    world.link()
    world.shows("shop", "email", "a@b.example")
    world.knows("acc_1", ("email", "a@b.example"))
    world.link()
    rows = world.rows(
        "SELECT l.level, l.stale, l.score = h.weight, h.stale FROM link l JOIN link_hop h ON h.link_id = l.id"
        " ORDER BY h.path"
    )
    assert rows == [("alert", 0, 1, 0), ("alert", 0, 1, 1)]  # the stale one adds nothing


def test_what_a_later_list_says_of_a_time_holds(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    had(world, "fastkeys", -400, -200)
    world.link()
    had(world, "fastkeys", -400, 5)
    report = world.link()
    assert world.rows("SELECT level, stale FROM link") == [("alert", 0)]
    assert report.claims.changed == 1


def test_a_handle_shown_again_in_the_accounts_time_is_fresh(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys", listing="old")
    had(world, "fastkeys", 200, None)
    world.link()
    assert world.rows("SELECT stale FROM link") == [(1,)]
    world.tick(24 * 150)
    world.shows("shop", "telegram", "fastkeys", listing="new")
    world.link()
    assert world.rows("SELECT stale FROM link") == [(0,)]


def test_what_speaks_against_a_link_by_its_hops_is_told(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    had(world, "fast_keys", -400, -200)
    world.link()
    stale, near, *_ = doubts(world)
    had_it = "telegram fastkeys: the account had this value from 2025-03-27 until 2025-10-13"
    assert stale == f"{had_it}, the seller showed it on 2026-05-01: stale"
    assert near == "telegram fastkeys: the provider holds telegram fast_keys, which is not the same"


def test_a_lead_says_what_it_lacks_of_an_alert(world: World) -> None:
    world.shows("shop", "telegram", "mangostudio")
    world.knows("acc_1", ("wechat", "mangostudio"))
    world.link()
    name, bits = doubts(world)
    assert name == "the same name in two kinds may be two people's: by itself it is never more than a lead"
    assert bits == "9.966 bits are a lead: an alert begins at 15.214"


@pytest.mark.parametrize(("days", "stale"), [(0, False), (30, False), (91, True)])
def test_a_purchase_from_before_the_offer_was_seen_speaks_against_and_may_be_stale(
    world: World, days: int, *, stale: bool
) -> None:
    offer = world.offer("shop", "a")
    world.knows("acc_1")
    world.buys("shop/a", "acc_1")
    world.probes("shop/a", "acc_1")
    made = world.now
    world.tick(24 * days + 1)
    world.observe(offer, "shop", "1")
    world.link()
    assert world.rows("SELECT level, stale FROM link") == [("lead" if stale else "alert", stale)]
    early = f"was made before the offer was first seen, on {world.now - timedelta(hours=1):%Y-%m-%d}: it may have been another's then"
    told = [f"the test purchase of {made:%Y-%m-%d} {early}", f"the probe of {made:%Y-%m-%d} {early}"]
    assert [one for one in doubts(world) if "first seen" in one] == (told if days else told[1:])


def test_what_was_bought_twice_is_told_once(world: World) -> None:
    world.observe(world.offer("shop", "a"), "shop", "1")
    world.knows("acc_1")
    for _ in range(3):
        world.buys("shop/a", "acc_1")
        world.tick(24)
    world.link()
    (claim,) = find_claims(world.connection)
    (hop,) = find_hops(world.connection, claim.link_id)
    assert hop.words.endswith("delivered the account; 2 more of the same offer did so too")
    (row,) = links_feed(Moment(world.connection, world.now))
    assert hop.words in row


def test_who_else_shows_the_value_is_named(world: World) -> None:
    for number in range(7):
        world.shows(f"shop{number}", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()
    told = find_doubts(world.connection, find_claims(world.connection)[0])
    others = ", ".join(f"shop{number}/operator" for number in range(1, 6))
    assert f"telegram fastkeys: also shown by {others} and 1 more" in told
