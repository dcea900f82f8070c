"""Judgements: negative wins, they fall on every path, taking one back restores what stood, the sample is blind."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from store import known_tables as known
from store.claim_states import read_claims
from store.errors import UserError
from store.judgement_tables import Judgement, LinkSample
from store.judgements import JudgementLine, find_judged, judgement_words, save_judgements, undo
from store.link_sample import draw
from store.links.calibration import calibrate
from store.links.show import find_claims
from tests.store.known_world import ORIGIN, World, open_world

WEEK = "2026-W18"


def says(world: World, about: str, word: str, who: str = "fern", week: str = "") -> str:
    """Judge, and give the reason of a refusal or nothing."""
    line = JudgementLine(2, about, word, who, "because", week)
    report = save_judgements(world.connection, [line], ORIGIN, world.tick())
    return report.rejected[0].why if report.rejected else ""


def market() -> World:
    """One seller and account by two values, and the same telegram name at another seller and account."""
    world = open_world()
    for source, values in (("one", ("telegram", "qq")), ("two", ("telegram",))):
        for kind in values:
            world.shows(source, kind, "fast1")
    world.knows("acc_1", ("telegram", "fast1"), ("qq", "fast1"))
    world.knows("acc_2", ("telegram", "fast1"))
    world.link()
    return world


def claim(world: World, source: str, ref: str) -> str:
    rows = world.rows(
        f"SELECT c.id FROM claim c JOIN seller s ON s.id = c.seller_id JOIN known_account a ON a.id = c.account_id"
        f" WHERE s.source = '{source}' AND a.account_ref = '{ref}'"
    )
    return str(rows[0][0])


def hop(world: World, source: str, ref: str, kind: str) -> str:
    rows = world.rows(
        f"SELECT h.hop_key FROM link_hop h JOIN claim c ON c.link_id = h.link_id WHERE c.id = '{claim(world, source, ref)}'"
        f" AND h.words LIKE '%shows {kind}%'"
    )
    return f"hop_{rows[0][0]}"


def standing(world: World) -> tuple[Any, ...]:
    claims = world.rows("SELECT id, link_id, status, reason, first_linked_at FROM claim ORDER BY id")
    return world.dump(known.Link), world.dump(known.LinkHop), claims


def test_a_rejected_pair_falls_alone_with_the_reason_and_comes_back_as_it_was() -> None:
    world = market()
    before, link = standing(world), claim(world, "one", "acc_1")
    assert says(world, link, "reject") == ""
    assert world.link().claims.retracted == 1
    assert world.claims()["one", "acc_1"] == ("retracted", "judged: rejected")
    assert len(world.linked()) == 3
    assert undo(world.connection, link, "osei", world.tick(), why="he erred") == "reject by fern"
    assert world.link().claims.back == 1
    assert standing(world) == before


def test_a_rejected_hop_leaves_the_other_path_and_takes_its_weight() -> None:
    world = market()
    before = standing(world)
    key = hop(world, "one", "acc_1", "qq")
    score = dict(world.rows("SELECT id, score FROM link"))
    says(world, key, "reject")
    world.link()
    link = claim(world, "one", "acc_1").removeprefix("clm_")
    assert Decimal(dict(world.rows("SELECT id, score FROM link"))[link]) < Decimal(score[link])
    assert [row for row in world.rows("SELECT words FROM link_hop") if "shows qq" in row[0]] == []
    says(world, hop(world, "one", "acc_1", "telegram"), "reject")
    world.link()
    assert world.claims()["one", "acc_1"] == ("retracted", "judged: rejected")
    assert world.claims()["two", "acc_2"][0] == "active"
    for each in (key, "hop_" + world.rows("SELECT key FROM judgement ORDER BY id DESC LIMIT 1")[0][0]):
        undo(world.connection, each, "osei", world.tick(), why="he erred")
    world.link()
    assert standing(world) == before


def test_a_rejection_wins_over_every_confirmation() -> None:
    world = market()
    link = claim(world, "one", "acc_1")
    for who, word in (("a", "confirm"), ("b", "reject"), ("c", "confirm"), ("d", "unsure")):
        assert says(world, link, word, who) == ""
    world.link()
    assert world.claims()["one", "acc_1"] == ("retracted", "judged: rejected")
    undo(world.connection, link, "a", world.tick(), of="b", why="he erred")
    world.link()
    assert world.claims()["one", "acc_1"] == ("active", "")


def test_a_rejection_outlives_what_links_and_the_provider_is_named_first() -> None:
    world = market()
    says(world, claim(world, "one", "acc_1"), "reject")
    world.knows("acc_1", class_name="reinstated")
    world.link()
    assert "reinstated" in world.claims()["one", "acc_1"][1]
    world.knows("acc_1", class_name="fraudulent")
    world.link(full=True)
    assert world.claims()["one", "acc_1"] == ("retracted", "judged: rejected")


@pytest.mark.parametrize(
    ("first", "then", "refusal"),
    [
        (("confirm", "fern"), ("confirm", " FERN "), ""),
        (("confirm", "fern"), ("unsure", "fern"), ""),
        (("unsure", "fern"), ("reject", "fern"), ""),
        (("reject", "fern"), ("confirm", "fern"), "take that back first"),
        (("reject", "fern"), ("reject", "fern"), ""),
    ],
)
def test_what_one_person_says_twice(first: tuple[str, str], then: tuple[str, str], refusal: str) -> None:
    world = market()
    link = claim(world, "one", "acc_1")
    assert says(world, link, *first) == ""
    assert refusal in says(world, link, *then)
    kept = 2 if first[0] != then[0] and not refusal else 1
    assert len(world.rows("SELECT id FROM judgement")) == kept
    assert {row[0] for row in world.rows("SELECT who FROM judgement")} == {"fern"}


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ("clm_", "there is no link clm_:"),
        ("", "the id is empty"),
        ("clm_zz", "there is no link clm_zz:"),
        ("hop_%", "there is no hop hop_%:"),
    ],
)
def test_what_names_nothing_is_refused(about: str, why: str) -> None:
    world = market()
    assert why in says(world, about, "confirm")
    assert world.dump(Judgement) == []
    with pytest.raises(UserError, match=why):
        undo(world.connection, about, "fern", world.tick())


def test_the_beginning_of_an_id_is_enough_while_it_names_one() -> None:
    world = market()
    full = claim(world, "two", "acc_2")
    assert f"clm_{find_judged(world.connection, full[:12] + '…').key}" == full
    with pytest.raises(UserError, match="nothing stands"):
        undo(world.connection, full, "fern", world.tick())


def test_what_people_said_is_told_with_the_link() -> None:
    world = market()
    link, key = claim(world, "one", "acc_1"), hop(world, "one", "acc_1", "qq")
    says(world, link, "confirm")
    says(world, key, "unsure", "osei")
    told = judgement_words(world.connection, link.removeprefix("clm_"), [key.removeprefix("hop_")])
    assert told[0].startswith("fern says confirm of the link on 2026-05-01: because")
    assert told[1].startswith(f"osei says unsure of {key[:20]} (QQ number fast1) on")


def test_a_hop_that_a_rejection_took_away_is_still_told_with_who_and_why() -> None:
    world = market()
    link, key = claim(world, "two", "acc_2"), hop(world, "two", "acc_2", "telegram")
    says(world, key, "reject")
    world.link()
    assert world.claims()["two", "acc_2"] == ("retracted", "judged: rejected")
    words = f"fern says reject of {key[:20]} (Telegram name fast1) on 2026-05-01: because"
    assert judgement_words(world.connection, link.removeprefix("clm_"), []) == [words]
    with pytest.raises(UserError, match="fern said it: who takes back another's word gives the reason"):
        undo(world.connection, key[:20], "Osei", world.tick())
    undo(world.connection, key[:20], "Osei", world.tick(), why="it is his")
    told = f"{words}; taken back by osei on 2026-05-01: it is his"
    assert judgement_words(world.connection, link.removeprefix("clm_"), []) == [told]


def test_what_is_judged_is_said_with_what_makes_it_count() -> None:
    world = market()
    lines = [JudgementLine(2, claim(world, "one", "acc_1"), "reject", "Fern", "because")]
    report = save_judgements(world.connection, lines, ORIGIN, world.tick())
    told = ("fern says reject of one/operator linked to anthropic/acc_1", "the next `link` makes it count")
    assert report.notes == told
    assert save_judgements(world.connection, lines, ORIGIN, world.tick()).notes == ()


def test_blind_confirmations_calibrate_and_count_for_nobody_else() -> None:
    world = market()
    link = draw(world.connection, WEEK, world.now, 1)[0].id
    for who in ("a", "b"):
        assert says(world, link, "confirm", who, WEEK) == ""
    confirmed = {one.id: set(one.said.confirmed) for one in read_claims(world.connection)}
    assert confirmed[link] == set()
    assert link in {one.id for one in find_claims(world.connection, judged="0")}
    assert says(world, link, "confirm", "a") == ""  # the same word, now with all of it in sight
    assert {one.id: set(one.said.confirmed) for one in read_claims(world.connection)}[link] == {"a"}
    assert sum(one.confirmed for one in calibrate(world.connection).bins) == 1
    says(world, link, "reject", "c", WEEK)
    assert world.link().claims.retracted == 1


def test_a_week_draws_the_same_links_however_often_and_in_whatever_order() -> None:
    worlds = [open_world(), open_world()]
    for world, order in zip(worlds, (range(40), reversed(range(40))), strict=True):
        for number in order:
            world.shows(f"s{number}x", "telegram", f"name{number}")
            world.knows(f"acc_{number}", ("telegram", f"name{number}"))
        world.link()
    drawn = [draw(world.connection, WEEK, world.now, 10) for world in worlds]
    assert [one.id for one in drawn[0]] == [one.id for one in drawn[1]]
    assert len(drawn[0]) == 10
    worlds[0].knows("acc_0", class_name="reinstated")
    worlds[0].link()
    assert [one.id for one in draw(worlds[0].connection, WEEK, worlds[0].now, 3)] == [
        one.id for one in drawn[0]
    ]
    other = draw(worlds[1].connection, "2026-W17", worlds[1].now, 10)
    assert {one.id for one in other} != {one.id for one in drawn[1]}


def test_calibration_stands_on_the_blind_sample_alone() -> None:
    world = market()
    drawn = draw(world.connection, WEEK, world.now, 3)
    assert calibrate(world.connection).open == 3
    first, second, third = (one.id for one in drawn)
    says(world, first, "confirm", "open")
    assert calibrate(world.connection).open == 3
    assert "in sight" in says(world, first, "reject", "open", WEEK)
    assert "no such link" in says(world, first, "reject", "fern", "2026-W19")
    for who, about, word in (
        ("a", first, "confirm"),
        ("b", first, "reject"),
        ("a", second, "confirm"),
        ("a", third, "unsure"),
    ):
        assert says(world, about, word, who, WEEK) == ""
    found = calibrate(world.connection)
    assert (found.unsure, found.open) == (1, 0)
    assert sum(one.judged for one in found.bins) == 2
    assert sum(one.confirmed for one in found.bins) == 1
    (used,) = [one for one in found.bins if one.judged]
    assert used.share == Decimal("0.5")
    assert used.low is not None and used.high is not None and used.low < used.share < used.high  # noqa: PT018
    undo(world.connection, first, "b", world.tick(), of="b")
    assert sum(one.confirmed for one in calibrate(world.connection).bins) == 2
    assert len(world.dump(LinkSample)) == 3


def test_nothing_linked_is_nothing_to_draw() -> None:
    world = open_world()
    for week, why in (("2026-W60", "is no week"), ("2026-W19", "is yet to come"), (WEEK, "no links")):
        with pytest.raises(UserError, match=why):
            draw(world.connection, week, world.now)
