"""Probes: one pool serves many accounts; an answer counts in its window alone; the offer's words then are the proof."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from store import known_tables as known
from store.known_records import AnswerLine, OfferName, ProbeLine
from store.save_probes import find_open_probes, save_answers, save_probes
from tests.store.known_world import ORIGIN, World, open_world

CANARY = "canary-00000001"


def market() -> tuple[World, datetime]:
    """One offer through which a probe was sent, and three accounts, one of them reinstated."""
    world = open_world()
    world.observe(world.offer("shop", "key"), "shop", "1")
    for ref, name in (("acc_1", "fraudulent"), ("acc_2", "fraudulent"), ("acc_3", "reinstated")):
        world.knows(ref, class_name=name)
    sent = world.tick()
    assert probe(world, sent) == ""
    return world, sent


def probe(world: World, sent: datetime, canary: str = CANARY, offer: str = "shop/key") -> str:
    line = ProbeLine(2, OfferName(offer), sent, canary, "req-1", "fern", "osei", "case-9")
    report = save_probes(world.connection, [line], ORIGIN, world.tick())
    return report.rejected[0].why if report.rejected else ""


def answer(world: World, ref: str, seen: datetime, canary: str = CANARY) -> tuple[int, str]:
    """Give how many rows an answer changed, and why it was refused."""
    line = AnswerLine(2, canary, "anthropic", ref, seen)
    report = save_answers(world.connection, [line], ORIGIN, world.tick())
    return report.changed, report.rejected[0].why if report.rejected else ""


def test_one_probe_links_many_accounts_and_only_fraudulent_ones() -> None:
    world, sent = market()
    for ref in ("acc_1", "acc_2", "acc_3"):
        assert answer(world, ref, sent + timedelta(seconds=42)) == (1, "")
    world.link()
    assert world.linked() == {("shop", "operator", "acc_1"), ("shop", "operator", "acc_2")}
    words = world.rows("SELECT DISTINCT rule, words FROM link_hop")
    assert [row[0] for row in words] == ["probe"]
    assert words[0][1].endswith("(case case-9) stood in the account's log 42 s later")
    before = world.dump(known.LinkHop)
    world.link(full=True)
    assert world.dump(known.LinkHop) == before


def test_a_probe_weighs_more_than_a_purchase() -> None:
    world, sent = market()
    world.buys("shop/key", "acc_2")
    answer(world, "acc_1", sent)
    world.link()
    weights = dict(world.rows("SELECT rule, CAST(weight AS REAL) FROM link_hop"))
    assert weights["probe"] > weights["purchase"]
    assert world.rows("SELECT DISTINCT level FROM link") == [("alert",)]


def test_the_proof_is_what_the_offer_stated_then() -> None:
    world, sent = market()
    then = world.rows("SELECT snapshot_id FROM observation")
    world.tick(48)
    world.observe(world.rows("SELECT id FROM offer")[0][0], "shop", "2")
    answer(world, "acc_1", sent)
    world.link()
    assert world.rows("SELECT snapshot_id FROM link_hop") == then


@pytest.mark.parametrize(
    ("seconds", "good"), [(-1, False), (0, True), (600, True), (24 * 3600, True), (24 * 3600 + 1, False)]
)
def test_an_answer_counts_within_a_day_after_its_probe(seconds: int, good: bool) -> None:
    world, sent = market()
    changed, why = answer(world, "acc_1", sent + timedelta(seconds=seconds))
    assert (changed == 1) is good
    assert ("not within 24 hours" in why) is not good
    world.link()
    assert bool(world.linked()) is good


def test_what_is_said_twice_changes_nothing_and_what_is_unknown_is_refused() -> None:
    world, sent = market()
    assert answer(world, "acc_1", sent) == (1, "")
    assert answer(world, "acc_1", sent + timedelta(seconds=1)) == (0, "")
    assert "no probe" in answer(world, "acc_1", sent, "canary-00000009")[1]
    assert "no account" in answer(world, "acc_9", sent)[1]
    assert probe(world, sent) == ""
    assert "sent before" in probe(world, sent + timedelta(hours=1))
    assert "yet to come" in probe(world, world.now + timedelta(days=9), "canary-00000002")
    assert "no offer" in probe(world, sent, "canary-00000003", "nowhere")
    assert len(world.rows("SELECT id FROM probe")) == 1


def test_a_probe_is_open_until_an_account_answers() -> None:
    world, sent = market()
    (one,) = find_open_probes(world.connection)
    assert (one.canary, one.request_id, one.provider) == (CANARY, "req-1", "anthropic")
    assert (one.sent_at, one.until) == (sent, sent + timedelta(days=1))
    answer(world, "acc_3", sent)
    assert find_open_probes(world.connection) == []
    assert len(find_open_probes(world.connection, answered=True)) == 1


def test_it_falls_when_the_account_is_reinstated_and_comes_back() -> None:
    world, sent = market()
    answer(world, "acc_1", sent)
    world.link()
    for name, status in (("reinstated", "retracted"), ("fraudulent", "active")):
        world.knows("acc_1", class_name=name)
        world.link()
        assert world.claims()["shop", "acc_1"][0] == status
