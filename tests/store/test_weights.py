"""What evidence weighs, the models that freeze it, and what the rows then say."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from store.links.model import current_model
from store.links.weights import ALERT, LEAD, bits, total, weigh_as_usual
from store.records import KINDS
from tests.store.known_world import World

counts = st.integers(0, 10**7)


@given(sellers=counts, accounts=counts, kind=st.sampled_from(sorted(KINDS)))
def test_within_its_hub_limit_a_strong_value_is_an_alert_in_a_market_of_any_size(
    sellers: int, accounts: int, kind: str
) -> None:
    weighing = weigh_as_usual(sellers, accounts, {})
    weights = [weighing.exact(kind, others) for others in range(KINDS[kind].hub_limit)]
    assert weights == sorted(weights, reverse=True)
    assert {weighing.level(weight) for weight in weights} == {ALERT}
    assert weighing.level(weighing.exact(kind, 1_000)) == LEAD


def test_a_purchase_weighs_more_than_any_equal_value() -> None:
    weighing = weigh_as_usual(2_000, 25_000, {})
    assert weighing.purchase() > weighing.exact("telegram", 0) > weighing.alert_bits


def test_bits_are_exact_to_a_thousandth() -> None:
    assert [bits(Decimal(odds)) for odds in ("1", "2", "3", "0.1")] == [
        Decimal(0), Decimal(1), Decimal("1.585"), Decimal("-3.322"),
    ]  # fmt: skip


@given(
    st.lists(st.tuples(st.integers(-5, 30).map(Decimal), st.frozensets(st.sampled_from("abcd"), min_size=1)))
)
def test_a_total_counts_no_mark_twice_and_does_not_follow_the_order(
    paths: list[tuple[Decimal, frozenset[str]]],
) -> None:
    assert total(paths) == total(reversed(paths))
    assert total(paths + paths) == total(paths)


def test_a_link_names_its_level_score_and_model_and_each_hop_its_weight_and_key(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    world.shows("shop", "email", "x@y.example")
    world.shows("other", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"), ("email", "x@y.example"))
    world.link()
    assert world.rows("SELECT version FROM link_model") == [(1,)]
    for level, score, model, stale in world.rows("SELECT level, score, model, stale FROM link"):
        assert (level, model, stale) == ("alert", 1, 0)
        assert Decimal(score) > 0
    weights = world.rows(
        "SELECT l.score, h.weight FROM link l JOIN link_hop h ON h.link_id = l.id ORDER BY l.id"
    )
    for score in {row[0] for row in weights}:
        assert sum(Decimal(row[1]) for row in weights if row[0] == score) == Decimal(score)
    keys = [row[0] for row in world.rows("SELECT hop_key FROM link_hop")]
    assert len(set(keys)) == 3


def test_one_number_shown_in_two_ways_is_weighed_once_and_has_one_key(world: World) -> None:
    world.shows("shop", "phone", "+1555")
    world.shows("shop", "whatsapp", "+1555")
    world.knows("acc_1", ("phone", "+1555"))
    world.link()
    rows = world.rows("SELECT l.score, h.weight, h.hop_key FROM link l JOIN link_hop h ON h.link_id = l.id")
    assert len(rows) == 2
    assert len(set(rows)) == 1
    assert rows[0][0] == rows[0][1]


def test_a_model_stays_until_a_full_link_and_then_weighs_every_link(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()
    before = world.rows("SELECT score FROM link")
    for number in range(1_500):
        world.seller("big", str(number))
    world.link()
    assert (world.rows("SELECT model FROM link"), world.rows("SELECT score FROM link")) == ([(1,)], before)
    report = world.link(full=True)
    assert report.claims.changed == 0
    assert world.rows("SELECT model FROM link") == [(2,)]
    assert world.rows("SELECT score FROM link") > before
    again = current_model(world.connection)
    world.link(full=True)
    assert current_model(world.connection) == again


def test_one_seller_more_lowers_the_weight_of_all_that_share(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()
    ((before,),) = world.rows("SELECT score FROM link")
    world.shows("other", "telegram", "fastkeys")
    report = world.link()
    ((after,),) = set(world.rows("SELECT score FROM link"))
    assert Decimal(after) < Decimal(before)
    assert report.claims.changed == 0
