"""The views that tell who came back, who supplies, what is copied, what is stated, and what stock is worth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from store import known_tables as known
from store import tables as market
from store.campaign_tables import Enforcement
from store.cohort_tables import CohortCount
from store.database import Database
from store.said_tables import SignalRow
from tests.store.known_world import World

NOW = datetime.now(UTC)


@pytest.fixture
def world(database: Database) -> Iterator[World]:
    """Rows of the last weeks, on both kinds of database."""
    with database.writing() as connection:
        made = World(connection)
        made.now = NOW - timedelta(days=30)
        yield made


def ask(world: World, columns: str, view: str, order: str) -> list[tuple[Any, ...]]:
    return world.rows(f"SELECT {columns} FROM {view} ORDER BY {order}")


def test_a_seller_who_ended_and_another_with_the_same_contact_that_began_later(world: World) -> None:
    first = world.offer("old", "a")
    world.shows("old", "telegram", "fastkeys")
    stands = world.offer("stands", "a")
    world.shows("stands", "telegram", "fastkeys")
    assert stands
    world.tick(24)
    world.end(first)
    world.tick(48)
    world.offer("new", "a")
    world.shows("new", "telegram", "fastkeys")
    world.offer("other", "a")
    world.shows("other", "telegram", "fastkeys", role="promoter")
    found = ask(world, "value, former_source, source, days_away", "came_back", "source")
    assert [(*row[:3], float(row[3])) for row in found] == [("fastkeys", "old", "new", 2.0)]


def test_suppliers_and_promoters_by_how_many_show_them(world: World) -> None:
    for source in ("a", "b", "c"):
        world.shows(source, "agent_code", "hx77")
        world.shows(source, "telegram", "own_" + source)
    world.shows("a", "referral", "R1", role="promoter")
    found = ask(world, "role, kind, value, sellers, sources", "behind_shops", "sellers DESC")
    assert found == [("operator", "agent_code", "hx77", 3, 3), ("promoter", "referral", "R1", 1, 1)]


def test_what_to_search_says_what_is_known(world: World) -> None:
    world.shows("a", "email", "x@y.example")
    world.shows("b", "email", "x@y.example")
    world.shows("a", "domain", "shop.example")
    world.shows("a", "telegram", "pushed", role="promoter")
    world.knows("acc_1", ("email", "x@y.example"))
    assert ask(world, "kind, value, sellers, known_accounts", "to_search", "value") == [
        ("email", "x@y.example", 2, 1)
    ]


def test_a_text_with_three_sellers_is_a_copy_whatever_its_numbers(world: World) -> None:
    for number, source in enumerate(("a", "b", "c")):
        world.listing(source, "1", title=f"Claude Max 20x only ¥{580 + number}, write me")
    for source in ("a", "b"):
        world.listing(source, "2", title="ChatGPT Plus ¥30")
    found = ask(world, "sellers, sources, listings, title", "copied_texts", "sellers")
    assert found == [(3, 3, 3, "Claude Max 20x only ¥580, write me")]


def test_what_was_first_seen_in_the_last_day_is_new(world: World) -> None:
    world.shows("a", "telegram", "long_here")
    world.now = NOW - timedelta(hours=2)
    world.shows("b", "telegram", "long_here")
    world.shows("b", "telegram", "just_came")
    assert ask(world, "value, source, sellers", "new_identifiers", "value") == [("just_came", "b", 1)]


def test_moves_of_more_than_thirty_percent_within_a_week(world: World) -> None:
    for key, former, new, days in (
        ("cut", "100", "60", 2),
        ("small", "100", "80", 2),
        ("old", "100", "10", 20),
    ):
        world.now = NOW - timedelta(days=25)
        offer = world.offer("a", key)
        world.value(world.observe(offer, "a", former), None)
        world.now = NOW - timedelta(days=days)
        world.value(world.observe(offer, "a", new), None)
    found = ask(world, "offer_id, change_percent_n", "price_moves", "offer_id")
    assert [(key, round(move)) for key, move in found] == [("a/cut", -40)]


def test_what_a_batch_and_a_dataset_state(world: World) -> None:
    offer = world.offer("a", "plus", product="chatgpt-plus")
    world.observe(offer, "a", "12", attributes='{"region": "TR", "batch": "--05", "mail_class": "outlook"}')
    logs = world.offer("a", "logs", kind="dataset", product=None)
    world.observe(logs, "a", "900", attributes='{"content": "traces", "records": "120000"}')
    plain = world.offer("a", "plain")
    world.observe(plain, "a", "9")
    batches = ask(world, "product, region, mail_class, batch, delivery", "batch_claims", "product")
    assert batches == [("chatgpt-plus", "TR", "outlook", "--05", None)]
    assert ask(world, "content, records, models", "datasets_now", "source") == [("traces", "120000", None)]


def test_stock_of_one_text_is_counted_once_and_priced_at_the_list(world: World) -> None:
    for source, title in (("a", "Pro one"), ("b", "Pro one"), ("c", "Pro two")):
        offer = world.offer(source, title, title=title)
        seen = world.observe(offer, source, "5", currency="USD")
        world.value(seen, "0.25")
        world.add(market.Stock, offer_id=offer, seen_at=world.now, amount=10)
    empty = world.offer("d", "gone")
    world.observe(empty, "d", "5", currency="USD")
    found = ask(
        world, "product, goods, shops, stock_stated, stock_once, loss_usd_n", "stock_counted", "product"
    )
    assert [tuple(map(str, row[:5])) for row in found] == [("claude-pro", "2", "3", "30", "20")]
    assert round(float(found[0][5])) == 20 * 15


def test_how_long_offers_live(world: World) -> None:
    short, long = world.offer("a", "1"), world.offer("a", "2")
    world.offer("a", "3")
    world.tick(24)
    world.end(short)
    world.tick(48)
    world.end(long)
    found = ask(world, "appeared, standing, gone, mean_days_of_gone, most_days_of_gone", "survival", "source")
    assert [tuple(map(float, row)) for row in found] == [(3, 1, 2, 2, 3)]


def test_signals_stand_beside_what_is_sold_with_them(world: World) -> None:
    offer = world.offer("a", "max", product="claude-max-20x")
    world.value(world.observe(offer, "a", "300"), "0.2206")
    listing = world.listing("a", "max")
    world.add(SignalRow, source="a", listing_id=listing, name="max_pool", words="Max 号池", first_seen_at=world.now,
              run_id="run-a", snapshot_id=world.snapshot("a"), pointer="h1")  # fmt: skip
    assert ask(world, "signal, product, words", "supply_claims", "signal") == [
        ("max_pool", "claude-max-20x", "Max 号池")
    ]


def test_which_accounts_served_probes(world: World) -> None:
    world.observe(world.offer("shop", "key", product="claude-pro"), "shop", "1")
    world.knows("acc_1")
    world.probes("shop/key", "acc_1")
    found = ask(world, "source, product, account_ref, account_class", "probed_accounts", "account_ref")
    assert found == [("shop", "claude-pro", "acc_1", "fraudulent")]


def test_how_prices_moved_around_an_enforcement(world: World) -> None:
    """Before and after it, of what it names and of others; what is outside of its days or of its plan does not count."""
    offers = {
        "named": world.offer("a", "1", provider="anthropic", product="claude-pro"),
        "else": world.offer("a", "2", provider="anthropic", product="claude-max-5x"),
        "other": world.offer("b", "1", provider="openai", product="chatgpt-plus"),
    }
    for key, source in (("named", "a"), ("else", "a"), ("other", "b")):
        world.observe(offers[key], source, "10")
        world.tick(24 * 9)
        world.observe(offers[key], source, "12")
        world.now -= timedelta(days=9)
    wave = world.tick(24 * 12)
    batch = world.add(
        known.ImportBatch, what="enforcement", file="x", sha256="", imported_at=wave, good=1, bad=0, changed=1
    )
    world.add(
        Enforcement,
        at=wave,
        scope="ban_wave",
        provider="anthropic",
        plan="claude-pro",
        source="s",
        import_id=batch,
    )
    for key, source, amount in (("named", "a", "18"), ("else", "a", "99"), ("other", "b", "9")):
        world.observe(offers[key], source, amount)
    world.tick(24 * 20)
    world.observe(offers["named"], "a", "50")
    found = ask(
        world,
        "side, changes_before, changes_after, rises_after, mean_change_after_n",
        "enforcement_moves",
        "side",
    )
    assert [(*row[:4], round(float(row[4]), 1)) for row in found] == [
        ("touched", 1, 1, 1, 50.0), ("untouched", 1, 1, 0, -25.0),
    ]  # fmt: skip


def test_batches_beside_sign_ups(world: World) -> None:
    for key, batch in (("1", "2026-05"), ("2", "2026-05"), ("3", "2025")):
        stated = json.dumps({"region": "IN", "batch": batch})
        world.observe(
            world.offer("a", key, provider="openai", product="chatgpt-plus"), "a", "10", attributes=stated
        )
    import_id = world.add(
        known.ImportBatch,
        what="cohorts",
        file="x",
        sha256="",
        imported_at=world.now,
        good=1,
        bad=0,
        changed=1,
    )
    for day, country, sign_ups in (
        (date(2026, 5, 3), "IN", 100),
        (date(2026, 5, 9), "IN", 50),
        (date(2026, 5, 9), "US", 70),
    ):
        world.add(
            CohortCount,
            provider="openai",
            day=day,
            country=country,
            sign_ups=sign_ups,
            banned=20,
            import_id=import_id,
        )
    found = ask(world, "region, batch, offers, sign_ups, banned", "batch_sign_ups", "offers")
    assert found == [("IN", "2025", 1, None, None), ("IN", "2026-05", 2, 150, 40)]
