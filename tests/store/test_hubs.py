"""Hubs and warning lists: the bundled lines are in their canonical form, and what is listed joins and links nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from crawlers.reading.identifiers import canonical
from store.database import Database
from store.known_records import ProtectedLine
from store.links.cluster_show import find_bans, find_edges, list_clusters
from store.links.clusters import keep_clusters
from store.links.hubs import bundled_list, save_warned, withdraw_warned
from store.records import KINDS
from tests.store.known_world import ORIGIN, World

SORTS = {"platform", "aggregator", "mail", "public_group", "suffix", "code_host", "support_group"}


@pytest.fixture
def world(database: Database) -> Iterator[World]:
    with database.writing() as connection:
        yield World(connection)


def hubs(world: World) -> list[tuple[str, str, str, int]]:
    return [
        tuple(row) for row in world.rows("SELECT kind, value, rule, sellers FROM hubs ORDER BY kind, value")
    ]


def test_the_bundled_list_is_whole() -> None:
    lines = bundled_list()
    assert max(Counter(line[:2] for line in lines).values()) == 1
    for kind, value, sort, reason, source in lines:
        assert sort in SORTS
        assert reason
        assert source
        assert KINDS[kind].strong
        if kind != "domain":  # what no seller's domain is, its reader leaves out
            assert canonical(kind, value) == value, (kind, value)


def test_a_listed_value_joins_nobody_and_links_nobody(world: World) -> None:
    world.shows("one", "telegram", "cryptobot")
    world.shows("two", "telegram", "cryptobot")
    world.knows("acc_1", ("telegram", "cryptobot"))
    world.link()
    assert world.linked() == set()
    assert world.rows("SELECT * FROM seller_cluster") == []
    assert hubs(world) == [("telegram", "cryptobot", "listed", 2)]


def test_the_operators_own_line_goes_before_the_bundled_one(world: World) -> None:
    line = ProtectedLine(2, "telegram", "cryptobot", "ours")
    assert save_warned(world.connection, [line], ORIGIN, world.tick()).changed == 1
    assert save_warned(world.connection, [line], ORIGIN, world.tick()).changed == 0
    keep_clusters(world.connection, world.tick())
    assert world.rows("SELECT reason FROM warned_value WHERE value = 'cryptobot'") == [("ours",)]
    report = withdraw_warned(world.connection, [line, ProtectedLine(3, "qq", "9", "")], ORIGIN, world.tick())
    assert (report.changed, report.rejected[0].line) == (1, 3)
    again = withdraw_warned(world.connection, [line], ORIGIN, world.tick())
    assert (again.good, len(again.rejected)) == (0, 1)
    keep_clusters(world.connection, world.tick())
    assert world.rows("SELECT sort FROM warned_value WHERE value = 'cryptobot'") == [("aggregator",)]


def test_a_link_falls_when_its_value_is_listed_and_says_why(world: World) -> None:
    world.shows("one", "qq_group", "77")
    world.knows("acc_1", ("qq_group", "77"))
    world.link()
    save_warned(world.connection, [ProtectedLine(2, "qq_group", "77", "a help desk")], ORIGIN, world.tick())
    world.link()
    ((status, reason),) = world.claims().values()
    assert status == "retracted"
    assert reason.startswith("a warning list names this QQ group")


def test_a_cluster_counts_its_accounts_by_campaign(world: World) -> None:
    for source in ("one", "two"):
        world.shows(source, "wechat", "shared")
    world.shows("two", "qq", "5")
    world.knows("acc_1", ("qq", "5"))
    world.knows("acc_2", ("qq", "5"))
    world.connection.exec_driver_sql(
        "UPDATE known_account_version SET campaign = 'spring', banned_at = '2026-05-01T00:00:00.000000Z'"
    )
    world.link()
    (found,) = list_clusters(world.connection, 5)
    assert (found.sellers, found.sources, found.accounts) == (2, 2, 2)
    assert found.deciding == (("wechat", "shared", 2),)
    assert found.campaigns == (("spring", 2),)
    assert [(one.source, one.kind) for one in find_edges(world.connection, found.cluster)] == [
        ("one", "wechat"), ("two", "wechat"),
    ]  # fmt: skip
    (ban,) = find_bans(world.connection, found.cluster)
    assert (ban.day, ban.accounts) == ("2026-05-01", 2)
    assert [one.metric for one in ban.effects] == ["ratio", "stock", "ban notices"]


def test_bans_of_a_cluster_are_measured_against_untouched_ones(world: World) -> None:
    for number in range(4):
        world.shows(f"hit{number}", "wechat", "shared")
        offer = world.offer(f"hit{number}", "card")
        world.value(world.observe(offer, f"hit{number}", "1"), "0.2")
        other = world.offer(f"calm{number}", "card")
        world.value(world.observe(other, f"calm{number}", "1"), "0.2")
    world.tick(24 * 5)
    ban = world.now
    world.tick(24)
    for number in range(4):
        offer = world.rows(
            f"SELECT o.id FROM offer o JOIN listing l ON l.id = o.listing_id WHERE l.source = 'hit{number}'"
        )[0][0]
        world.value(world.observe(offer, f"hit{number}", "2"), "0.3")
    world.shows("hit0", "qq", "5")
    world.knows("acc_1", ("qq", "5"))
    world.connection.exec_driver_sql(
        f"UPDATE known_account_version SET banned_at = '{ban:%Y-%m-%d}T12:00:00.000000Z'"
    )
    world.link()
    (found,) = list_clusters(world.connection, 5)
    (banned,) = find_bans(world.connection, found.cluster)
    effect = banned.effects[0]
    assert (effect.touched, effect.untouched) == (4, 4)
    assert effect.effect == pytest.approx(0.5)
