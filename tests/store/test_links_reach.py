"""Whom a link reaches beyond its seller, the order of links, and their ties."""

from __future__ import annotations

from decimal import Decimal

from store.import_batches import ImportReport
from store.judgements import JudgementLine, judgement_words, save_judgements, undo
from store.links.reach import reached_by, reached_words, ties_words
from store.links.show import find_claims, find_hops
from tests.store.known_world import ORIGIN, World


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


def judge(world: World, about: str, says: str = "reject") -> ImportReport:
    line = JudgementLine(2, about, says, "fern", "two shops bought one bot")
    return save_judgements(world.connection, [line], ORIGIN, world.tick())


def test_a_rejected_step_is_on_no_path_and_taking_it_back_restores_all(world: World) -> None:
    for source, values in {"a": "xg", "b": "xy", "c": "yz", "d": "g", "e": "g"}.items():
        for value in values:
            world.shows(source, "telegram", value)
    world.shows("a", "qq", "10001")
    world.knows("acc_1", ("qq", "10001"))
    world.link()
    (claim,) = find_claims(world.connection)
    before = reached_by(world.connection, claim)
    assert {one.source for one in before} == {"b", "c", "d", "e"}
    steps = {one.source: one.hops[0].hop_key for one in before}
    assert steps["c"] == steps["b"]
    world.shows("c", "email", "x@y.example")  # another way from a to c, and over it to b
    world.shows("a", "email", "x@y.example")
    assert not judge(world, f"{claim.id}/hop_{steps['d'][:12]}").rejected
    assert not judge(world, f"{claim.id}/hop_{steps['b'][:12]}").rejected
    world.link()
    (claim,) = find_claims(world.connection)
    after = {one.source: one for one in reached_by(world.connection, claim)}
    assert after.keys() == {"b", "c", "e"}  # d shows what e shows, and is not reached by way of e for it
    assert [len(after[one].hops) for one in "cb"] == [1, 2]
    assert {steps["b"], steps["d"]}.isdisjoint(hop.hop_key for one in after.values() for hop in one.hops)
    said = judgement_words(world.connection, claim.link_id, [steps["b"]])
    assert said[0].startswith("fern says reject of hop_")
    assert (
        judge(world, f"{claim.id}/hop_ffff").rejected[0].why.startswith("no one step bears the id 'hop_ffff'")
    )
    both = reached_by(world.connection, claim, judged=False)
    for step in ("b", "d"):
        undo(world.connection, f"hop_{steps[step]}", "fern", world.tick())
    world.link()
    assert reached_by(world.connection, claim) == both
    assert {one.source for one in both} == {one.source for one in before}


def test_links_stand_in_one_order_and_ties_are_told(world: World) -> None:
    world.shows("near", "telegram", "mango_studio7")
    world.shows("two", "telegram", "fastkeys")
    world.shows("two", "email", "x@y.example")
    world.shows("b", "qq", "10001")
    world.shows("a", "qq", "10002")
    for source in ("c", "d"):
        world.shows(source, "email", "z@y.example")
    world.knows(
        "acc_1", ("telegram", "fastkeys"), ("email", "x@y.example"), ("qq", "10001"), ("qq", "10002"),
        ("email", "z@y.example"), ("telegram", "mangostudio"),
    )  # fmt: skip
    world.link()
    found = find_claims(world.connection)
    assert [claim.source for claim in found] == ["two", "a", "b", "c", "d", "near"]
    assert [claim.level for claim in found] == [*["alert"] * 5, "lead"]
    scores = [claim.score or Decimal(0) for claim in found]
    assert scores == sorted(scores, reverse=True)
    hops = {claim.id: find_hops(world.connection, claim.link_id) for claim in found}
    assert list(ties_words(found, hops)) == [
        f"2 of these tie at alert {score} bits, and stand by their ends: exact_identifier 2"
        for score in (found[1].score, found[3].score)
    ]
