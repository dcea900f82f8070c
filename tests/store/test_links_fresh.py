"""A value counts while the account had it, give or take 90 days: beyond, it is stale and raises no alert."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from store.known_records import AccountFields, AccountLine, KnownValue
from store.save_accounts import save_accounts
from tests.store.known_world import ORIGIN, START, World, open_world


@pytest.fixture
def world() -> Iterator[World]:
    made = open_world()
    yield made
    made.connection.close()
    made.connection.engine.dispose()


def had(world: World, value: str, from_day: int | None, until_day: int | None) -> None:
    """Let an account have had a value between two days, counted from the first sighting."""
    moments = [None if day is None else START + timedelta(days=day) for day in (from_day, until_day)]
    line = AccountLine(
        2, "anthropic", "acc_1", AccountFields(class_name="fraudulent"),
        (KnownValue("telegram", value, had_from=moments[0], had_until=moments[1]),),
    )  # fmt: skip
    save_accounts(world.connection, [line], ORIGIN, world.tick())


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
