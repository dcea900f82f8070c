"""Duplicate storefronts: which parts agree, how common each is, and that they never join anybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store import tables as market
from store.database import Database
from store.links.clusters import keep_clusters
from store.links.twins import LARGEST, find_twins
from tests.store.known_world import World


@pytest.fixture
def world(database: Database) -> Iterator[World]:
    with database.writing() as connection:
        yield World(connection)


def shop(world: World, source: str, prices: tuple[str, ...], title: str = "") -> list[int]:
    offers = []
    for number, price in enumerate(prices):
        offer = world.offer(
            source, f"{source}-{number}", product="claude-pro", title=title or f"{source} {number}"
        )
        world.observe(offer, source, price)
        offers.append(offer)
    return offers


def counts(world: World, offer: int, *amounts: int) -> None:
    for amount in amounts:
        world.add(market.Stock, offer_id=offer, seen_at=world.tick(), amount=amount)


def test_one_part_alone_makes_no_twins(world: World) -> None:
    shop(world, "one", ("10", "20", "30"))
    shop(world, "two", ("10", "20", "30"))
    assert find_twins(world.connection, 9) == []
    (found,) = find_twins(world.connection, 9, 1)
    assert found.parts == (("prices", 2),)


def test_parts_that_agree_are_listed_and_join_nobody(world: World) -> None:
    shop(world, "one", ("10", "20", "30"), title="Claude Pro 月卡")
    shop(world, "two", ("10", "20", "30"), title="Claude Pro 月卡")
    shop(world, "far", ("11", "20", "30"))
    for source in ("one", "two", "far"):
        world.shows(source, "logo", "f" * 16)
    keep_clusters(world.connection, world.tick())
    (found,) = find_twins(world.connection, 9)
    assert {found.source, found.other_source} == {"one", "two"}
    assert found.parts == (("text", 2), ("prices", 2), ("logo", 3))
    assert not found.same_cluster
    assert world.rows("SELECT * FROM seller_cluster") == []


def test_a_stock_counter_agrees_by_three_moves_on_the_same_days(world: World) -> None:
    offers = {source: shop(world, source, ("5",)) for source in ("one", "two", "odd")}
    start = world.now
    for source, amounts in (("one", (9, 7, 4, 3)), ("two", (9, 7, 4, 3)), ("odd", (9, 7, 4, 2))):
        world.now = start
        counts(world, offers[source][0], *amounts)
    (found,) = find_twins(world.connection, 9, 1)
    assert ({found.source, found.other_source}, found.parts) == ({"one", "two"}, (("stock", 2),))


def test_what_a_crowd_shares_makes_no_twins(world: World) -> None:
    for number in range(LARGEST + 1):
        world.shows(f"s{number}", "logo", "f" * 16)
    assert find_twins(world.connection, 9, 1) == []
