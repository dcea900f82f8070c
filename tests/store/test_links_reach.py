"""Whom a link reaches beyond its seller, the order of links, and their ties."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from store.links.reach import reached_by, reached_words, ties_words
from store.links.show import find_claims, find_hops
from tests.store.known_world import World, open_world


@pytest.fixture
def world() -> Iterator[World]:
    made = open_world()
    yield made
    made.connection.close()
    made.connection.engine.dispose()


def test_a_link_reaches_the_sellers_of_its_cluster_each_by_a_path_with_proofs(world: World) -> None:
    world.shows("a", "telegram", "fastkeys")
    world.shows("b", "telegram", "fastkeys")
    world.shows("b", "email", "x@y.example")
    world.shows("c", "email", "x@y.example")
    world.shows("far", "email", "z@y.example")
    world.shows("a", "qq", "10001")
    world.knows("acc_1", ("qq", "10001"))
    world.link()
    (claim,) = find_claims(world.connection)
    near, far = reached_by(world.connection, claim)
    assert (near.source, far.source, len(near.hops), len(far.hops)) == ("b", "c", 1, 2)
    assert claim.score is not None
    assert claim.score > near.weight > far.weight
    assert far.weight < min(hop.weight for hop in far.hops)
    assert len({hop.hop_key for hop in far.hops}) == 2
    assert near.hops[0].hop_key == far.hops[0].hop_key
    (line, step, *proofs) = list(reached_words([near]))
    assert line.startswith("reaches b/operator through the cluster, ")
    assert "a/operator and b/operator both show this Telegram name as their own: fastkeys" in step
    assert len(proofs) == 2


def test_links_stand_in_one_order_and_ties_are_told(world: World) -> None:
    world.shows("near", "telegram", "mango_studio7")
    world.shows("two", "telegram", "fastkeys")
    world.shows("two", "email", "x@y.example")
    world.shows("b", "qq", "10001")
    world.shows("a", "qq", "10002")
    world.knows(
        "acc_1", ("telegram", "fastkeys"), ("email", "x@y.example"), ("qq", "10001"), ("qq", "10002"),
        ("telegram", "mangostudio"),
    )  # fmt: skip
    world.link()
    found = find_claims(world.connection)
    assert [claim.source for claim in found] == ["two", "a", "b", "near"]
    assert [claim.level for claim in found] == ["alert", "alert", "alert", "lead"]
    scores = [claim.score or Decimal(0) for claim in found]
    assert scores == sorted(scores, reverse=True)
    hops = {claim.id: find_hops(world.connection, claim.link_id) for claim in found}
    assert list(ties_words(found, hops)) == [
        "2 of these tie in level and score, and stand by their ends: exact_identifier 2"
    ]
