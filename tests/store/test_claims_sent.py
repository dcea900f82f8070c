"""Claims as they left: told once while they stay, told again when they change, never lost, never claimed in vain."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, text

from store.claim_states import ClaimState, read_claims
from store.claims_sent import (
    LEFT_OUT,
    SENT,
    TAKEN_BACK,
    To,
    Told,
    change_of,
    find_last,
    settle,
    side_by_side,
    write_down,
)
from store.database import Database
from store.feeds.decided import Decided, tell_all
from store.import_batches import table_of
from store.judgement_tables import Judgement
from store.known_tables import FeedVersion
from store.receiver_tables import ClaimSent, ClearRelease, Outcome
from tests.store.known_world import START, World

TO = To("resalewatch", "/feeds")


def tell(world: World, version: int, to: To = TO) -> list[Told]:
    """Tell everything as a version would, and give what was written down."""
    with Decided() as decided:
        tell_all(world.connection, START, to, decided)
        changes = list(decided.told)
    write_down(world.connection, changes, to, version, world.tick())
    return changes


def test_a_claim_is_told_when_it_comes_changes_and_falls(database: Database) -> None:
    with database.writing() as connection:
        world = World(connection)
        world.shows("shop", "telegram", "fastkeys")
        world.knows("acc_1", ("telegram", "fastkeys"))
        world.link()
        (first,) = tell(world, 1)
        assert first.says == SENT
        body = json.loads(first.body)
        assert (body["account_ref"], body["source"], body["level"], body["model"]) == (
            "acc_1",
            "shop",
            "alert",
            1,
        )
        (hop,) = body["paths"][0]
        assert (hop["rule"], hop["weight"], hop["place"]) == ("exact_identifier", "19.858", "p")
        assert len(hop["snapshot_sha256"]) == len("0" * 64)
        assert tell(world, 2) == []
        assert [one.says for one in tell(world, 2, To("resalewatch", "/elsewhere"))] == [SENT]
        world.knows("acc_1", class_name="reinstated")
        world.link()
        (last,) = tell(world, 3)
        assert (last.says, json.loads(last.body)["paths"]) == (TAKEN_BACK, [])
        rows = connection.execute(select(table_of(ClaimSent)).order_by(table_of(ClaimSent).c.id)).all()
        assert [(row.feed_version, row.says) for row in rows] == [(1, SENT), (2, SENT), (3, TAKEN_BACK)]
        view = connection.execute(text("SELECT * FROM told_and_came_of_it ORDER BY directory")).all()
        assert [(row.last_said, row.status, row.outcome) for row in view] == [
            (SENT, "retracted", None), (TAKEN_BACK, "retracted", None),
        ]  # fmt: skip


_TOLD = st.dictionaries(st.sampled_from("abcde"), st.sampled_from(["x", "y"]))


@given(st.lists(_TOLD, max_size=5))
@settings(deadline=None)
def test_the_last_rows_are_what_was_told(versions: list[dict[str, str]]) -> None:
    last: dict[str, Told] = {}
    for version in versions:
        now = [Told(claim, SENT, body) for claim, body in sorted(version.items())]
        former = iter([last[key] for key in sorted(last)])
        for one in filter(None, (change_of(*pair) for pair in side_by_side(former, iter(now)))):
            assert last.get(one.claim_id) != one
            last[one.claim_id] = one
        assert [one for _, one in sorted(last.items()) if one.says != LEFT_OUT] == now


@pytest.mark.parametrize("came_out", [True, False])
def test_a_version_that_never_came_out_told_nobody(
    database: Database, tmp_path: Path, came_out: bool
) -> None:
    with database.writing() as connection:
        world = World(connection)
        world.shows("shop", "telegram", "fastkeys")
        world.knows("acc_1", ("telegram", "fastkeys"))
        world.link()
        versions = table_of(FeedVersion)
        row = {
            "id": 7,
            "number": 3,
            "written_at": START,
            "directory": TO.directory,
            "manifest_sha256": "0" * 64,
        }
        connection.execute(insert(versions), row)
        tell(world, 7)
        world.add(ClearRelease, feed_version=7, receiver="r", case_id="c", who="ana", at=START)
        if came_out:
            (tmp_path / "3").mkdir()
        settle(connection, TO.directory, lambda number, _: (tmp_path / str(number)).exists(), START)
        assert len(list(find_last(connection, TO))) == came_out
        assert len(connection.execute(select(versions)).all()) == came_out
        assert len(world.rows("SELECT 1 FROM clear_release")) == came_out
        assert len(tell(world, 8)) == (not came_out)


def judged(world: World, about: str, key: str, says: str, who: str, **more: object) -> None:
    world.add(
        Judgement, about=about, key=key, says=says, who=who, at=world.tick(), why="", blind=False, **more
    )


def only(world: World) -> ClaimState:
    (state,) = read_claims(world.connection)
    return state


def test_a_state_says_what_stands_now(database: Database) -> None:
    with database.writing() as connection:
        world = World(connection)
        world.observe(world.offer("shop", "a"), "shop", "30")
        world.shows("shop", "telegram", "fastkeys")
        world.shows("shop", "phone", "+8613800138000")
        world.knows("acc_1", ("telegram", "fastkeys"), ("phone", "+8613800138000"))
        world.buys("shop/a", "acc_1")
        world.link()
        state = only(world)
        assert [[hop.rule for hop in path] for path in state.paths] == [
            ["purchase"],
            ["exact_identifier"],
            ["exact_identifier"],
        ]
        assert [path[0].barred for path in state.paths] == [None, None, None]
        key, link = state.paths[1][0].key, state.id.removeprefix("clm_")
        judged(world, "pair", link, "confirm", "ana")
        judged(world, "pair", link, "confirm", "bo")
        judged(world, "pair", link, "unsure", "bo")
        judged(world, "hop", key, "reject", "cy")
        judged(world, "pair", link, "reject", "dee", undone_at=START, undone_by="ana")
        world.protects("telegram", "fastkeys")
        world.withdraws("acc_1", "number was reassigned", "phone", "+8613800138000")
        state = only(world)
        assert (set(state.said.confirmed), state.said.rejected) == ({"ana"}, frozenset())
        assert [path[0].barred for path in state.paths] == [None, "rejected", "protected"]
        world.knows("acc_1", class_name="reinstated")
        assert only(world).account_class == "reinstated"


def test_an_outcome_counts_until_a_later_one(database: Database) -> None:
    with database.writing() as connection:
        world = World(connection)
        world.shows("shop", "telegram", "fastkeys")
        world.knows("acc_1", ("telegram", "fastkeys"))
        world.link()
        claim = only(world).id
        (batch,) = world.rows("SELECT min(id) FROM import_batch")[0]
        for outcome, expected in (("confirmed", None), ("overturned", "ban"), ("confirmed", None)):
            world.add(
                Outcome, claim_id=claim, action="ban", at=world.tick(), outcome=outcome, import_id=batch
            )
            assert only(world).overturned == expected
        assert world.now - START > timedelta(hours=3)
