from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine
from sqlmodel import SQLModel

import store.known_tables  # noqa: F401 - its tables must be known
from store.leases import free_leases, release_leases, take_leases

START = datetime(2026, 11, 24, tzinfo=UTC)


def new_engine() -> Engine:
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    return engine


def test_a_held_source_is_not_leased_again_until_it_runs_out() -> None:
    engine = new_engine()
    with engine.begin() as connection:
        first = take_leases(connection, ["a", "b"], owner="one", now=START, seconds=60)
        second = take_leases(
            connection, ["a", "c"], owner="two", now=START + timedelta(seconds=59), seconds=60
        )
        third = take_leases(connection, ["a"], owner="two", now=START + timedelta(seconds=61), seconds=60)
    engine.dispose()
    assert (first, second, third) == ({"a": 1, "b": 1}, {"c": 1}, {"a": 2})


def test_what_a_dead_owner_held_is_free_for_its_successor_under_a_larger_token() -> None:
    engine = new_engine()
    with engine.begin() as connection:
        take_leases(connection, ["a", "b"], owner="one", now=START, seconds=60)
        take_leases(connection, ["c"], owner="two", now=START, seconds=60)
        assert free_leases(connection, "one", now=START) == 2
        assert free_leases(connection, "one", now=START) == 0
        taken = take_leases(connection, ["a", "b", "c"], owner="one", now=START, seconds=60)
    engine.dispose()
    assert taken == {"a": 2, "b": 2}


def test_a_lost_lease_cannot_be_given_back() -> None:
    engine = new_engine()
    later = START + timedelta(seconds=61)
    with engine.begin() as connection:
        old = take_leases(connection, ["a"], owner="one", now=START, seconds=60)
        take_leases(connection, ["a"], owner="two", now=later, seconds=60)
        release_leases(connection, old, now=later)
        assert take_leases(connection, ["a"], owner="three", now=later, seconds=60) == {}
    engine.dispose()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 90), st.booleans()), max_size=40))
def test_two_owners_never_hold_one_source_and_tokens_only_grow(steps: list[tuple[str, int, bool]]) -> None:
    engine = new_engine()
    now, held, last = START, dict[str, tuple[int, datetime]](), dict[str, int]()
    with engine.begin() as connection:
        for name, seconds, give_back in steps:
            now += timedelta(seconds=seconds)
            if give_back and name in held:
                release_leases(connection, {name: held.pop(name)[0]}, now=now)
                continue
            for source, token in take_leases(connection, [name], owner="x", now=now, seconds=60).items():
                assert source not in held or held[source][1] <= now
                assert token > last.get(source, 0)
                last[source] = token
                held[source] = (token, now + timedelta(seconds=60))
    engine.dispose()


def test_a_busy_machine_fails_no_property() -> None:
    assert settings().deadline is None
