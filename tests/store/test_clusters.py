"""Clusters: what joins sellers and what does not, ids that stay, and what is told where clusters merge and split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from sqlalchemy import delete

from store import tables as market
from store.cluster_marks import mark_sightings
from store.database import Database
from store.import_batches import table_of
from store.links import cluster_split
from store.links.cluster_names import cluster_id
from store.links.cluster_paths import find_cluster_path, members
from store.links.clusters import keep_clusters
from store.links.hubs import change_lines
from tests.store.known_world import World


@pytest.fixture
def world(database: Database) -> Iterator[World]:
    with database.writing() as connection:
        yield World(connection)


def stands(world: World) -> list[list[str]]:
    """Give every cluster as the keys of its sellers."""
    found = defaultdict(list)
    for cluster, key in world.rows(
        "SELECT c.cluster, s.key FROM seller_cluster c JOIN seller s ON s.id = c.seller_id ORDER BY s.id"
    ):
        found[cluster].append(key)
    return sorted(found.values())


def told(world: World) -> list[tuple[str, int]]:
    return [
        (what, sellers)
        for what, sellers in world.rows("SELECT what, sellers FROM cluster_change ORDER BY id")
    ]


def keep(world: World) -> list[list[str]]:
    keep_clusters(world.connection, world.tick())
    return stands(world)


SHOWN = [
    ("a strong value", [("a", "telegram", "x", "operator"), ("b", "telegram", "x", "operator")], [["a", "b"]]),
    ("a phone and a WhatsApp", [("a", "phone", "+1", "operator"), ("b", "whatsapp", "+1", "operator")], [["a", "b"]]),
    ("two kinds, one word", [("a", "telegram", "x", "operator"), ("b", "wechat", "x", "operator")], []),
    ("a weak kind", [("a", "agent_code", "x", "operator"), ("b", "agent_code", "x", "operator")], []),
    ("another's contact", [("a", "telegram", "x", "operator"), ("b", "telegram", "x", "promoter")], []),
    ("nobody's contact", [("a", "telegram", "x", "unknown"), ("b", "telegram", "x", "operator")], []),
    ("a chain", [("a", "qq", "1", "operator"), ("b", "qq", "1", "operator"), ("b", "email", "e@x", "operator"),
                 ("c", "email", "e@x", "operator")], [["a", "b", "c"]]),
    ("a group of three, one as promoter", [("a", "qq_group", "1", "operator"), ("b", "qq_group", "1", "operator"),
                                           ("c", "qq_group", "1", "promoter")], []),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "expected"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_what_joins(world: World, shown: list[tuple[str, ...]], expected: list[list[str]]) -> None:
    for seller, kind, value, role in shown:
        world.shows(f"site-{seller}", kind, value, seller, role=role)
    assert keep(world) == expected


def test_a_third_seller_makes_a_hub_of_a_group_and_the_split_is_told(world: World) -> None:
    for seller in ("a", "b"):
        world.shows("site", "qq_group", "1", seller)
    assert keep(world) == [["a", "b"]]
    world.shows("site", "qq_group", "1", "c", role="unknown")
    assert keep(world) == []
    assert world.rows("SELECT rule, sellers FROM hub") == [("limit", 3)]
    assert told(world) == [("ended", 2)]


def test_five_hundred_sellers_of_a_support_group_join_nobody(world: World) -> None:
    world.shows("site", "qq", "7", "s0")
    world.shows("site", "qq", "7", "s1")
    for number in range(500):
        world.shows("site", "telegram_invite", "support", f"s{number}")
    assert keep(world) == [["s0", "s1"]]


def test_an_id_is_of_the_first_seller_and_stays_while_others_join(world: World) -> None:
    world.shows("site", "qq", "1", "a")
    world.shows("site", "qq", "1", "b")
    keep(world)
    world.shows("site", "qq", "1", "0-comes-later")
    keep(world)
    cluster = cluster_id("site", "a")
    assert [one.key for one in members(world.connection, cluster)] == ["a", "b", "0-comes-later"]
    assert told(world) == []


@pytest.mark.parametrize("reach", [2_000, 1], ids=["by search", "too far to search"])
def test_merging_and_splitting_is_told(world: World, monkeypatch: pytest.MonkeyPatch, reach: int) -> None:
    monkeypatch.setattr(cluster_split, "_BUDGET", reach)
    for number, value in ((0, "1"), (1, "1"), (2, "2"), (3, "2"), (4, "2")):
        world.shows("site", "qq", value, f"s{number}")
    assert keep(world) == [["s0", "s1"], ["s2", "s3", "s4"]]
    bridge = [world.shows("site", "email", "e@x", f"s{number}") for number in (1, 2)]
    assert keep(world) == [["s0", "s1", "s2", "s3", "s4"]]
    assert told(world) == [("merged", 3)]
    mark_sightings(world.connection, bridge)
    world.connection.execute(
        delete(table_of(market.Sighting)).where(table_of(market.Sighting).c.id.in_(bridge))
    )
    assert keep(world) == [["s0", "s1"], ["s2", "s3", "s4"]]
    assert told(world) == [("merged", 3), ("split", 3)]


def test_a_row_number_that_is_given_again_is_new(world: World) -> None:
    world.shows("site", "qq", "1", "a")
    gone = world.shows("site", "email", "e@x", "a")
    keep(world)
    mark_sightings(world.connection, [gone])
    world.connection.execute(delete(table_of(market.Sighting)).where(table_of(market.Sighting).c.id == gone))
    assert world.shows("site", "qq", "1", "b") >= gone
    assert keep(world) == [["a", "b"]]


def test_a_warned_value_joins_nobody_and_does_again_when_it_is_taken_off(world: World) -> None:
    line = ("telegram", "x", "support_group", "the software's own help", "its read-me")
    for seller in ("a", "b"):
        world.shows("site", "telegram", "x", seller)
    assert keep(world) == [["a", "b"]]
    change_lines(world.connection, gone=set(), fresh={line}, imported=True)
    assert keep(world) == []
    assert world.rows("SELECT rule, sellers FROM hub") == [("listed", 2)]
    change_lines(world.connection, gone={line}, fresh=set(), imported=True)
    assert keep(world) == [["a", "b"]]


def test_a_path_goes_by_the_rarest_value_and_names_both_sightings(world: World) -> None:
    for seller in ("a", "b", "x", "y"):
        world.shows("site", "telegram", "many", seller)
    phone, whatsapp = world.shows("site", "phone", "+1", "a"), world.shows("site", "whatsapp", "+1", "b")
    mail = [world.shows("far", "email", "e@x", "c"), world.shows("site", "email", "e@x", "b")]
    keep(world)
    first, last = world.seller("site", "a"), world.seller("far", "c")
    path = find_cluster_path(world.connection, first, last)
    assert path is not None
    assert [(hop.kind, hop.to_kind, hop.from_sighting, hop.to_sighting, hop.sellers) for hop in path] == [
        ("phone", "whatsapp", phone, whatsapp, 2),
        ("email", "email", mail[1], mail[0], 2),
    ]
    assert find_cluster_path(world.connection, first, world.seller("site", "z")) is None
    assert find_cluster_path(world.connection, first, first) == ()
