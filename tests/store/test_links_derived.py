"""Links over digests of parts: skeletons, local parts, hosts and last fours, where a provider delivered them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from store import known_tables as known
from store.database import open_database
from store.known import hold
from store.links.model import current_model
from store.links.show import find_claims, find_doubts
from tests.store.known_world import KEY, World, open_world

KEYS = {"spring": KEY}


PARTS = [
    ("telegram", "fast_keys", "telegram", "Fastkeys", "handle_skeleton", [("acc_1", "alert", "fuzzy")]),
    ("telegram", "fast_keys", "telegram", "fastkeyz", "handle_skeleton", []),
    ("telegram", "fast_keys", "wechat", "fastkeys", "handle_skeleton", [("acc_1", "lead", "name")]),
    ("telegram", "fast_keys", "email", "fast_keys@mail.example", "local_part", [("acc_1", "lead", "name")]),
    (
        "email",
        "fastkeys@mail.example",
        "telegram",
        "fast_keys",
        "handle_skeleton",
        [("acc_1", "lead", "name")],
    ),
    ("email", "fastkeys@mail.example", "email", "fastkeys@other.example", "local_part", []),
    ("username", "fast_keys", "username", "fastkeys", "handle_skeleton", []),
]


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("case", PARTS)
def test_names_meet_by_what_was_derived(world: World, case: tuple[Any, ...], whole: bool) -> None:
    kind, shown, known_kind, held, derivation, expected = case
    world.shows("shop", kind, shown)
    world.tells("acc_1", known_kind, held, derivation, whole=whole)
    world.link()
    assert world.standing() == []
    world.link(keys=KEYS)
    assert world.standing() == expected


def test_what_speaks_against_a_skeleton_is_told(world: World) -> None:
    world.shows("shop", "telegram", "fast_keys")
    world.tells("acc_1", "telegram", "fastkeys", "handle_skeleton")
    world.link(keys=KEYS)
    (claim,) = find_claims(world.connection)
    assert any("the whole name may be another" in words for words in find_doubts(world.connection, claim))


MASKS = [
    ("phone", "138****1234", "phone", "+8613800001234", "last_four"),
    ("phone", "138****1234", "whatsapp", "+8613800001234", "last_four"),
    ("email", "z***@shop.example", "email", "zhang@shop.example", "mail_domain"),
    ("api_key", "sk-ant-... QwAA", "api_key", "sk-ant-api03-QwAA", "key_hint"),
]


@pytest.mark.parametrize("case", MASKS)
def test_masks_meet_by_the_part_that_is_seen(world: World, case: tuple[str, ...]) -> None:
    kind, written, known_kind, held, derivation = case
    world.masks("shop", kind, written)
    world.tells("acc_1", known_kind, held, derivation)
    world.link(keys=KEYS)
    assert world.standing() == [("acc_1", "lead", "partial")]
    ((words,),) = world.rows("SELECT words FROM link_hop")
    assert held not in words
    assert "of all known accounts the account alone has such a one" in words


def test_a_part_weighs_less_the_more_accounts_have_it_and_nothing_beyond_twenty(world: World) -> None:
    world.masks("shop", "phone", "138****1234")
    weights = []
    for number in range(21):
        world.tells(f"acc_{number}", "phone", f"+86138{number:04d}1234", "last_four")
        world.link(keys=KEYS)
        weights.append({Decimal(row[0]) for row in world.rows("SELECT weight FROM link_hop")})
    assert all(len(found) == 1 for found in weights[:20])
    assert [max(found) for found in weights[:20]] == sorted(
        (max(found) for found in weights[:20]), reverse=True
    )
    assert weights[20] == set()


def test_who_shows_the_value_itself_joins_and_who_shows_one_alike_no_more(world: World) -> None:
    world.tells("acc_1", "telegram", "fastkeys", "handle_skeleton")
    world.shows("copy", "telegram", "fast_keys")
    world.link(keys=KEYS)
    assert world.linked() == {("copy", "operator", "acc_1")}
    world.shows("shop", "telegram", "fastkeys")
    world.link(keys=KEYS)
    assert world.linked() == {("shop", "operator", "acc_1")}
    assert world.standing() == [("acc_1", "alert", "exact_identifier")]


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("protected", ["fastkeys", "fast_keys", "fast.keys"])
def test_a_protected_value_bars_its_parts(world: World, protected: str, whole: bool) -> None:
    world.tells("acc_1", "telegram", "fastkeys", "handle_skeleton", whole=whole)
    world.shows("shop", "telegram", "fast_keys")
    world.protects("telegram", protected)
    world.link(keys=KEYS)
    # where whole values are told, a protected one that only looks alike is known for another
    assert bool(world.standing()) == (whole and protected == "fast.keys")


def test_without_the_key_what_had_joined_stays_until_a_side_goes(world: World) -> None:
    world.tells("acc_1", "telegram", "fastkeys", "handle_skeleton")
    world.masks("shop", "phone", "138****1234")
    world.tells("acc_1", "phone", "+8613800001234", "last_four")
    world.shows("shop", "telegram", "fast_keys")
    world.link(keys=KEYS)
    stood = world.standing()
    assert [rule for *_, rule in stood] == ["partial", "fuzzy"]
    world.link(full=True)
    assert world.standing() == stood
    world.shows("new", "telegram", "fast-keys")
    world.link()
    assert world.standing() == stood
    world.link(keys={"spring": bytes(32)})
    assert world.standing() == []


def test_parts_in_the_file_are_found_too_until_they_are_withdrawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hold, "FOLD_AT", 1)
    address = f"sqlite:///{tmp_path / 'market.db'}"
    with open_database(address, write=True) as database:
        with database.writing() as connection:
            World(connection).tells("acc_1", "telegram", "fastkeys", "handle_skeleton")
        with database.writing() as connection:
            assert connection.execute(text("SELECT count(*) FROM known_value")).scalar_one() == 0
            world = World(connection)
            world.shows("shop", "telegram", "fast_keys")
            world.link(keys=KEYS)
            assert world.standing() == [("acc_1", "alert", "fuzzy")]
            world.withdraws("acc_1")
            world.link(keys=KEYS)
            assert world.standing() == []


NAMES = ("fastkeys", "fast_keys", "fast-keys", "mangostudio")
steps = st.one_of(
    st.tuples(st.just("shows"), st.sampled_from(["s1", "s2", "s3"]), st.sampled_from(NAMES)),
    st.tuples(
        st.just("masks"), st.sampled_from(["s1", "s2", "s3"]), st.sampled_from(["138****1234", "139****1234"])
    ),
    st.tuples(st.just("tells"), st.sampled_from(["acc_1", "acc_2"]), st.sampled_from(NAMES)),
    st.tuples(st.just("phones"), st.sampled_from(["acc_1", "acc_2"]), st.just("+8613800001234")),
    st.tuples(st.just("protects"), st.just(""), st.sampled_from(NAMES)),
)


def do(world: World, step: tuple[str, str, str]) -> None:
    match step:
        case ("shows", source, name):
            world.shows(source, "telegram", name)
        case ("masks", source, written):
            world.masks(source, "phone", written)
        case ("tells", ref, name):
            world.tells(ref, "telegram", name, "handle_skeleton")
        case ("phones", ref, number):
            world.tells(ref, "phone", number, "last_four")
        case (_, _, name):
            world.protects("telegram", name)


@settings(
    max_examples=20,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(st.lists(st.tuples(steps, st.booleans()), min_size=3, max_size=15))
def test_links_made_in_steps_equal_links_made_at_once(acts: list[tuple[tuple[str, str, str], bool]]) -> None:
    world, at_once = open_world(), open_world()
    try:
        for act, then_link in acts:
            do(world, act)
            do(at_once, act)
            if then_link:
                world.link(keys=KEYS)
                at_once.tick()
        world.link(keys=KEYS)
        at_once.link(full=True, model=current_model(world.connection), keys=KEYS)
        for table in (known.Link, known.LinkHop):
            assert world.dump(table) == at_once.dump(table)
    finally:
        for one in (world, at_once):
            one.connection.close()
            one.connection.engine.dispose()
