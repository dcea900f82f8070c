from __future__ import annotations

import pytest

from store import known_tables as known
from store.links.claims import claim_id
from store.links.reasons import find_refusals
from store.links.write import link_id
from store.matching import spoken
from tests.store.known_world import World


def test_equal_identifier_links_the_seller_to_the_account_with_its_proof(world: World) -> None:
    sighting = world.shows("shop", "telegram", "fastkeys", listing="a")
    world.shows("shop", "telegram", "fastkeys", listing="b")
    world.knows("acc_1", ("telegram", "fastkeys"), ("email", "x@y.example"))
    report = world.link()
    assert world.linked() == {("shop", "operator", "acc_1")}
    assert (report.active, report.claims.new) == (1, 1)
    hops = world.rows(
        "SELECT h.link_id, h.path, h.rule, h.sighting_id, h.sharers, h.pointer, s.sha256, h.words FROM link_hop h"
        " JOIN snapshot s ON s.id = h.snapshot_id JOIN sighting g ON g.id = h.sighting_id"
        " AND g.snapshot_id = h.snapshot_id"
    )
    assert len(hops) == 1
    assert hops[0][:6] == (
        link_id("shop", "operator", "anthropic", "acc_1"), 0, "exact_identifier", sighting, 0, "p",
    )  # fmt: skip
    assert "telegram fastkeys" in hops[0][7]


@pytest.mark.parametrize(
    ("shown", "held"), [("whatsapp", "phone"), ("zalo", "phone"), ("zalo", "whatsapp"), ("phone", "whatsapp")]
)
def test_numbers_of_three_kinds_are_one_number(world: World, shown: str, held: str) -> None:
    world.shows("shop", shown, "+8613800138000")
    world.knows("acc_1", (held, "+8613800138000"))
    world.link()
    assert len(world.linked()) == 1


@pytest.mark.parametrize(
    ("kind", "role", "class_name"),
    [
        ("telegram", "promoter", "fraudulent"),
        ("telegram", "supplier", "fraudulent"),
        ("telegram", "unknown", "fraudulent"),
        ("referral", "operator", "fraudulent"),
        ("agent_code", "operator", "fraudulent"),
        ("username", "operator", "fraudulent"),
        ("bin", "operator", "fraudulent"),
        ("telegram", "operator", "compromised"),
        ("telegram", "operator", "own"),
        ("telegram", "operator", "reinstated"),
    ],
)
def test_what_never_links(world: World, kind: str, role: str, class_name: str) -> None:
    world.shows("shop", kind, "485954", role=role)
    world.knows("acc_1", (kind, "485954"), class_name=class_name)
    world.link()
    assert world.linked() == set()
    assert world.claims() == {}


def test_equal_values_of_different_kinds_do_not_link(world: World) -> None:
    world.shows("shop", "qq", "12345678")
    world.knows("acc_1", ("phone", "12345678"), ("qq_group", "12345678"))
    world.link()
    assert world.linked() == set()


@pytest.mark.parametrize(
    ("kind", "limit"), [("telegram", 20), ("qq_group", 2), ("telegram_invite", 2), ("discord_invite", 2)]
)
def test_a_value_links_up_to_its_limit_of_sellers_and_nobody_beyond(
    world: World, kind: str, limit: int
) -> None:
    world.knows("acc_1", (kind, "777"))
    for number in range(limit):
        world.shows(f"shop{number}", kind, "777")
    world.link()
    assert len(world.linked()) == limit
    assert set(world.rows("SELECT sharers FROM link_hop")) == {(limit - 1,)}
    world.shows("one-more", kind, "777")
    report = world.link()
    assert world.linked() == set()
    assert report.claims.retracted == limit
    status, reason = world.claims()["shop0", "acc_1"]
    assert status == "retracted"
    assert f"more than {limit} sellers share this {spoken(kind)}" in reason


def test_sharers_are_counted_over_all_kinds_of_one_number(world: World) -> None:
    world.knows("acc_1", ("phone", "+1555"))
    for number in range(11):
        world.shows(f"a{number}", "phone", "+1555")
        world.shows(f"b{number}", "whatsapp", "+1555")
    world.link()
    assert world.linked() == set()


def test_more_sharers_leave_the_claim_as_it_was(world: World) -> None:
    world.knows("acc_1", ("email", "a@b.example"))
    world.shows("shop", "email", "a@b.example")
    world.link()
    before = world.dump(known.Claim)
    world.shows("other", "email", "a@b.example")
    world.link()
    assert [row for row in world.dump(known.Claim) if row in before] == before
    assert set(world.rows("SELECT sharers FROM link_hop")) == {(1,)}


def test_a_protected_value_links_nobody_and_does_again_when_freed(world: World) -> None:
    world.shows("shop", "whatsapp", "+1555")
    world.knows("acc_1", ("whatsapp", "+1555"))
    world.protects("phone", "+1555")
    world.link()
    assert world.linked() == set()
    world.unprotects("phone", "+1555")
    world.link()
    assert len(world.linked()) == 1


def test_a_purchase_links_the_seller_of_the_offer_with_what_the_offer_stated(world: World) -> None:
    offer = world.offer("shop", "good", seller="author-9")
    before = world.observe(offer, "shop", "35")
    world.knows("acc_1")
    assert world.buys("shop/good", "acc_1").changed == 1
    world.tick(48)
    world.observe(offer, "shop", "30")
    world.link()
    assert world.linked() == {("shop", "author-9", "acc_1")}
    assert world.rows(
        "SELECT h.rule, h.snapshot_id = o.snapshot_id, h.pointer, h.purchase_id FROM link_hop h"
        f" JOIN observation o ON o.id = {before}"
    ) == [("purchase", 1, "b.price", 1)]


def test_a_purchase_of_an_account_that_is_not_fraudulent_links_nobody(world: World) -> None:
    world.observe(world.offer("shop", "good"), "shop", "35")
    world.knows("acc_1", class_name="compromised")
    world.buys("shop/good", "acc_1")
    world.link()
    assert world.linked() == set()


def test_several_paths_make_one_link_with_the_purchase_first(world: World) -> None:
    world.observe(world.offer("shop", "good"), "shop", "35")
    world.shows("shop", "telegram", "fastkeys")
    world.shows("shop", "email", "x@y.example")
    world.knows("acc_1", ("telegram", "fastkeys"), ("email", "x@y.example"))
    world.buys("shop/good", "acc_1")
    world.link()
    assert world.rows("SELECT path, rule FROM link_hop ORDER BY path") == [
        (0, "purchase"), (1, "exact_identifier"), (2, "exact_identifier"),
    ]  # fmt: skip
    assert len(world.linked()) == 1


def test_linking_again_changes_nothing(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()
    before = [world.dump(table) for table in (known.Link, known.LinkHop, known.Claim)]
    for full in (False, True):
        report = world.link(full=full)
        assert (report.claims.new, report.claims.back, report.claims.changed, report.claims.retracted) == (
            0,
        ) * 4
        assert [world.dump(table) for table in (known.Link, known.LinkHop, known.Claim)] == before


def test_reinstating_retracts_with_the_reason_and_a_new_ban_brings_the_claim_back(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()
    first = world.now
    world.knows("acc_1", class_name="reinstated")
    world.link()
    fallen = world.now
    assert world.linked() == set()
    (claim,) = world.rows("SELECT id, status, reason, first_linked_at, last_change FROM claim")
    assert claim[0] == claim_id(link_id("shop", "operator", "anthropic", "acc_1"))
    assert claim[1:3] == ("retracted", "the account is reinstated, and only fraudulent accounts are linked")
    assert claim[3].startswith(first.strftime("%Y-%m-%dT%H:%M"))
    assert claim[4].startswith(fallen.strftime("%Y-%m-%dT%H:%M"))
    world.link()
    assert world.rows("SELECT id, status, reason, first_linked_at, last_change FROM claim") == [claim]
    world.knows("acc_1", class_name="fraudulent")
    report = world.link()
    assert report.claims.back == 1
    assert world.claims() == {("shop", "acc_1"): ("active", "")}
    assert world.rows("SELECT first_linked_at FROM claim") == [(claim[3],)]


def test_withdrawal_retracts_with_the_providers_reason_and_a_new_import_reinstates(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()
    assert world.withdraws("acc_1", "wrong customer").changed == 1
    world.link()
    assert world.claims() == {
        ("shop", "acc_1"): ("retracted", "the account was withdrawn by its provider: wrong customer")
    }
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()
    assert world.claims() == {("shop", "acc_1"): ("active", "")}


def test_withdrawal_of_one_value_retracts_what_stood_on_it(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    world.shows("shop", "email", "x@y.example")
    world.shows("other", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"), ("email", "x@y.example"))
    world.link()
    world.withdraws("acc_1", "typo", "telegram", "fastkeys")
    world.link()
    assert world.linked() == {("shop", "operator", "acc_1")}
    status, reason = world.claims()["other", "acc_1"]
    assert (
        status,
        "the provider withdrew this Telegram name of the account: typo" in reason,
    ) == ("retracted", True)


def test_a_path_more_moves_last_change_of_that_claim_alone(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    world.shows("other", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"), ("email", "x@y.example"))
    world.link()
    world.shows("shop", "email", "x@y.example")
    report = world.link()
    assert report.claims.changed == 1
    moved = world.rows(
        "SELECT s.source FROM claim c JOIN seller s ON s.id = c.seller_id ORDER BY last_change DESC"
    )
    assert moved == [("shop",), ("other",)]


def test_a_crowd_stays_a_crowd_while_some_of_its_shops_cannot_be_crawled(world: World) -> None:
    world.knows("acc_1", ("qq_group", "777"))
    for number in range(4):  # a fifth shop shows it too, and is down
        world.shows(f"shop{number}", "qq_group", "777")
    world.link()
    assert world.linked() == set()
    assert {(one.refusal.rule, one.refusal.numbers) for one in find_refusals(world.connection, None)} == {
        ("hub", "4 sellers show it")
    }
