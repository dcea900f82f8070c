"""Links over values that are not equal: masks, near names, and names of another kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from store.derivations import DERIVATIONS, skeleton, stem
from store.links.weights import ALERT, LEAD, weigh_as_usual
from store.masks import read_mask
from tests.store.known_world import World

NEAR = [
    ("telegram", "fast_keys", "telegram", "fastkeys", "alert", "fuzzy"),
    ("telegram", "mangostudio", "telegram", "mangоstudio", "alert", "fuzzy"),
    ("telegram", "mangostud1o", "telegram", "mangostudlo", "alert", "fuzzy"),
    ("telegram", "mangostudio", "telegram", "mangostudia", "lead", "fuzzy"),
    ("telegram", "mangostudio", "telegram", "mangostudioo", "lead", "fuzzy"),
    ("telegram", "mangostudio7", "telegram", "mangostudio88", "lead", "fuzzy"),
    ("email", "mango.studio@mail.example", "email", "mangostudio@mail.example", "alert", "fuzzy"),
    ("telegram", "mangostudio", "email", "mangostudio@mail.example", "lead", "name"),
    ("wechat", "mangostudio", "telegram", "mangostudio", "lead", "name"),
    ("username", "mangostudio", "telegram", "mangostudio", "lead", "name"),
]


@pytest.mark.parametrize("case", NEAR)
def test_near_names_link_as_far_as_they_bear(world: World, case: tuple[str, ...]) -> None:
    kind, shown, known_kind, held, level, rule = case
    world.shows("shop", kind, shown)
    world.knows("acc_1", (known_kind, held))
    world.link()
    assert world.standing() == [("acc_1", level, rule)]


@pytest.mark.parametrize(
    ("kind", "shown", "known_kind", "held"),
    [
        ("telegram", "mangostudio", "telegram", "mangostadia"),
        ("telegram", "abcde", "telegram", "abcdf"),
        ("email", "mangostudio@mail.example", "email", "mangostudi@other.example"),
        ("qq", "10001234", "qq", "10001235"),
        ("username", "mangostudio", "username", "mango_studio"),
        ("telegram", "mangostudio", "wechat", "mango_studio"),
    ],
)
def test_what_is_not_near(world: World, kind: str, shown: str, known_kind: str, held: str) -> None:
    world.shows("shop", kind, shown)
    world.knows("acc_1", (known_kind, held))
    world.link()
    assert world.standing() == []


def test_a_handle_of_common_words_with_another_letter_is_a_lead(world: World) -> None:
    world.shows("shop", "telegram", "topzeam4817")
    world.knows("acc_1", ("telegram", "topteam4817"))
    world.knows("acc_2", ("email", "topteam22@mail.example"))
    world.link()
    assert world.standing() == [("acc_1", "lead", "fuzzy")]
    ((words,),) = world.rows("SELECT words FROM link_hop")
    assert "one other known name looks like it" in words
    assert "topteam" not in words  # what the provider holds is not told


@pytest.mark.parametrize("role", ["promoter", "supplier", "unknown"])
def test_only_the_sellers_own_names_and_masks_are_near(world: World, role: str) -> None:
    world.shows("shop", "telegram", "fast_keys", role=role)
    world.masks("shop", "email", "fa***s@mail.example", role=role)
    world.knows("acc_1", ("telegram", "fastkeys"), ("email", "fastkeys@mail.example"))
    world.link()
    assert world.standing() == []


@pytest.mark.parametrize("class_name", ["compromised", "own", "reinstated"])
def test_only_fraudulent_accounts_are_near(world: World, class_name: str) -> None:
    world.shows("shop", "telegram", "fast_keys")
    world.knows("acc_1", ("telegram", "fastkeys"), class_name=class_name)
    world.link()
    assert world.standing() == []


def test_a_protected_value_is_near_to_nobody(world: World) -> None:
    world.shows("shop", "telegram", "fast_keys")
    world.masks("shop", "telegram", "@fas***eys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.protects("telegram", "fastkeys")
    world.link()
    assert world.standing() == []
    world.unprotects("telegram", "fastkeys")
    world.link()
    assert [rule for _, _, rule in world.standing()] == ["partial", "fuzzy"]


def test_one_mask_is_a_lead_and_two_of_one_account_an_alert(world: World) -> None:
    world.masks("shop", "email", "fa***s@mail.example")
    world.knows("acc_1", ("email", "fastkeys@mail.example"), ("phone", "+8613800001234"))
    world.knows("acc_2", ("phone", "+8613900001234"))
    world.link()
    assert world.standing() == [("acc_1", "lead", "partial")]
    world.masks("shop", "phone", "138****1234")
    world.link()
    assert world.standing() == [("acc_1", "alert", "partial")] * 2
    assert world.rows(
        "SELECT DISTINCT h.pointer = p.pointer AND h.snapshot_id = p.snapshot_id FROM link_hop h"
        " JOIN partial_sighting p ON p.id = h.partial_id"
    ) == [(1,)]


def test_a_mask_weighs_less_the_more_values_fit_and_nothing_beyond_twenty(world: World) -> None:
    world.masks("shop", "email", "fa***s@mail.example")
    weights = []
    for number in range(21):
        world.knows(f"acc_{number}", ("email", f"fast{number}s@mail.example"))
        world.link()
        weights.append({Decimal(row[0]) for row in world.rows("SELECT weight FROM link_hop")})
    assert all(len(found) == 1 for found in weights[:20])
    ordered = [found.pop() for found in weights[:20]]
    assert ordered == sorted(ordered, reverse=True)
    assert len(set(ordered)) > 10
    assert weights[20] == set()


@pytest.mark.parametrize(
    ("kind", "written", "fits", "not_fits"),
    [
        ("email", "Zh***g@GMail.com", "zhang@gmail.com", "zhan@gmail.com"),
        ("phone", "138****1234", "+8613800001234", "+8613801234"),
        ("phone", "+49 151 *** 77", "+4915112377", "+4815112377"),
        ("telegram", "@rel***boss", "relayboss", "relboss"),
        ("wechat", "微信 pan***88", "panda88", "panda89"),
    ],
)
def test_masks_fit_whole_values(kind: str, written: str, fits: str, not_fits: str) -> None:
    mask = read_mask(kind, written)
    assert mask is not None
    assert mask.fits(fits)
    assert fits.startswith(mask.head)
    assert not mask.fits(not_fits)


@pytest.mark.parametrize(
    ("kind", "written"),
    [("email", "z***@gmail.com"), ("phone", "13****34"), ("qq", "10***1"), ("api_key", "sk-ant-•••• QwAA")],
)
def test_masks_that_show_too_little_are_not_sought(kind: str, written: str) -> None:
    assert read_mask(kind, written) is None


def test_derivations_are_named_and_stable() -> None:
    assert {name: derive("Fast_Keys01@mail.example") for name, (_, derive) in DERIVATIONS.items()} == {
        "handle_skeleton": "fastkeysol@mailexample", "local_part": "Fast_Keys01", "mail_domain": "mail.example",
        "last_four": "mple", "key_hint": "mple",
    }  # fmt: skip
    assert skeleton(skeleton("Fast_Keys01")) == skeleton("Fast_Keys01")
    assert stem("x_1") is None


def test_who_shows_a_name_near_another_sellers_may_be_their_copycat(world: World) -> None:
    world.shows("copy", "telegram", "nordkey_suport")
    world.knows("acc_1", ("telegram", "nordkey_support"))
    world.link()
    assert world.standing() == [("acc_1", "lead", "fuzzy")]
    world.shows("shop", "telegram", "nordkey_support")
    world.link()
    assert world.linked() == {("shop", "operator", "acc_1")}


def test_one_letter_is_an_alert_where_many_names_are_known_and_none_looks_alike() -> None:
    few, many = (weigh_as_usual(2_000, 25_000, {"telegram": count}) for count in (100, 5_000))
    assert few.level(few.near("edit", 0)) == LEAD
    assert many.level(many.near("edit", 0)) == ALERT
    assert many.level(many.near("edit", 1)) == LEAD
    assert few.level(few.near("skeleton", 0)) == ALERT
