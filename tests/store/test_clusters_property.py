"""A law: clusters brought up to date step by step, in any order of acts, are those made at once from all sightings."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from store import tables as market
from store.cluster_marks import mark_sightings
from store.cluster_tables import Hub, SellerCluster
from store.import_batches import table_of
from store.links.cluster_names import cluster_id
from store.links.cluster_paths import find_cluster_path, find_cluster_paths
from store.links.clusters import keep_clusters
from store.links.hubs import change_lines
from store.matching import comparable, joins_as
from store.records import KINDS
from tests.store.known_world import World, open_world

Value = tuple[str, str]
VALUES = (
    ("telegram", "1"), ("telegram", "2"), ("phone", "1"), ("whatsapp", "1"), ("zalo", "1"), ("qq_group", "1"),
    ("qq_group", "2"), ("qq", "1"), ("qq", "2"), ("agent_code", "1"),
)  # fmt: skip
SELLERS = [(f"site{number % 5}", f"s{number}") for number in range(9)]
ROLES = ("operator", "operator", "operator", "unknown", "supplier")

value = st.sampled_from(VALUES)
shows = st.tuples(st.just("shows"), st.sampled_from(SELLERS), value, st.sampled_from(ROLES))
acts = st.one_of(
    shows,
    shows,
    shows,
    st.tuples(st.just("pair"), st.sampled_from(SELLERS), st.sampled_from(SELLERS), value),
    st.tuples(st.just("crowd"), st.integers(3, 9), value),
    st.tuples(st.just("protects"), value),
    st.tuples(st.just("unprotects"), value),
    st.tuples(st.just("lists"), value),
    st.tuples(st.just("unlists"), value),
    st.tuples(st.just("forgets"), value),
)


def do(world: World, act: tuple[Any, ...]) -> None:
    match act:
        case ("shows", seller, value, role):
            show(world, [seller], value, role)
        case ("pair", first, second, value):
            show(world, [first, second], value)
        case ("crowd", size, value):
            show(world, SELLERS[:size], value)
        case ("forgets", value):
            forget(world, value)
        case (name, value):
            tell(world, name, value)


def show(world: World, sellers: list[tuple[str, str]], value: Value, role: str = "operator") -> None:
    for source, seller in sellers:
        world.shows(source, value[0], value[1], seller, role=role)


def tell(world: World, name: str, value: Value) -> None:
    lines: set[tuple[str, ...]] = {(*value, "platform", "all show it", "test")}
    listed = bool(set(world.rows("SELECT kind, value FROM warned_value")) & {value})
    if name in ("protects", "unprotects"):
        getattr(world, name)(*value)
    elif name == "lists" and not listed:
        change_lines(world.connection, gone=set(), fresh=lines, imported=True)
    elif name == "unlists" and listed:
        change_lines(world.connection, gone=lines, fresh=set(), imported=True)


def forget(world: World, value: Value) -> None:
    """Delete a value with its sightings, as `forget` does."""
    kinds = ", ".join(f"'{kind}'" for kind in comparable(value[0]))
    rows = world.rows(
        "SELECT s.id, i.id FROM sighting s JOIN identifier i ON i.id = s.identifier_id"
        f" WHERE i.kind IN ({kinds}) AND i.value = '{value[1]}'"
    )
    sightings, identifiers = {row[0] for row in rows}, {row[1] for row in rows}
    mark_sightings(world.connection, sightings)
    sighting, identifier = table_of(market.Sighting), table_of(market.Identifier)
    world.connection.execute(delete(sighting).where(sighting.c.id.in_(sightings)))
    world.connection.execute(delete(identifier).where(identifier.c.id.in_(identifiers)))
    gone = {("sighting", one) for one in sightings} | {("identifier", one) for one in identifiers}
    world._ids = {name: row for name, row in world._ids.items() if (name[0], row) not in gone}


def parts(world: World) -> dict[int, str]:
    """Clusters as the words of docs/linking.md have them, from the rows read one by one."""
    showing: defaultdict[Value, set[int]] = defaultdict(set)
    own: defaultdict[Value, set[int]] = defaultdict(set)
    rows = world.rows(
        "SELECT i.kind, i.value, s.seller_id, s.role FROM sighting s JOIN identifier i ON i.id = s.identifier_id"
    )
    for kind, value, seller, role in rows:
        if KINDS[kind].strong:
            showing[joins_as(kind), value].add(seller)
            if role == "operator":
                own[joins_as(kind), value].add(seller)
    refused = world.rows("SELECT kind, value FROM protected_value WHERE valid_until IS NULL")
    refused += world.rows("SELECT kind, value FROM warned_value")
    never = {(joins_as(kind), value) for kind, value in refused}
    cluster = {seller: {seller} for sellers in own.values() for seller in sellers}
    for (joins, value), sellers in own.items():
        if (joins, value) in never or len(showing[joins, value]) > KINDS[joins].hub_limit:
            continue
        together = set().union(*(cluster[seller] for seller in sellers))
        cluster.update(dict.fromkeys(together, together))
    names = {row[0]: cluster_id(row[1], row[2]) for row in world.rows("SELECT id, source, key FROM seller")}
    return {seller: names[min(all_of)] for seller, all_of in cluster.items() if len(all_of) > 1}


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
@given(st.lists(st.tuples(acts, st.booleans()), min_size=5, max_size=30))
def test_clusters_in_steps_are_clusters_at_once(script: list[tuple[tuple[Any, ...], bool]]) -> None:
    world = open_world()
    with world.connection:
        for act, links in script:
            do(world, act)
            if links:
                keep_clusters(world.connection, world.tick())
                assert dict(world.dump(SellerCluster)) == parts(world)
        keep_clusters(world.connection, world.tick())
        stepwise, hubs = world.dump(SellerCluster), world.dump(Hub)
        keep_clusters(world.connection, world.tick(), full=True)
        assert (world.dump(SellerCluster), world.dump(Hub)) == (stepwise, hubs)
        assert dict(stepwise) == parts(world)
        assert world.rows("SELECT count(*) FROM cluster_mark") == [(1,)]
        check_paths(world, dict(stepwise))


def check_paths(world: World, stands: dict[int, str]) -> None:
    """Every seller of a cluster is reached from every other one, step by step over values that both show."""
    own = set(
        world.rows(
            "SELECT s.id, s.seller_id, i.kind, i.value FROM sighting s JOIN identifier i ON i.id = s.identifier_id"
            " WHERE s.role = 'operator'"
        )
    )
    for seller, cluster in stands.items():
        found = find_cluster_paths(world.connection, seller)
        assert found.keys() == {one for one, its in stands.items() if its == cluster}
        for to_seller, path in found.items():
            assert find_cluster_path(world.connection, seller, to_seller) == path
            at = seller
            for hop in path:
                assert hop.from_seller == at
                assert (hop.from_sighting, at, hop.kind, hop.value) in own
                at = hop.to_seller
                assert (hop.to_sighting, at, hop.to_kind, hop.value) in own
            assert at == to_seller
