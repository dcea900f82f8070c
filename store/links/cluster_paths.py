"""Who stands in a cluster, and the shortest way from one of its sellers to another: seller, shared value, seller.

What joins is asked of the sightings as they stand, under the rules that the clusters were made by.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from store.links.cluster_near import find_near
from store.matching import joins_as

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection

_MEMBERS = """
SELECT s.id AS seller_id, s.source, s.key FROM seller_cluster c JOIN seller s ON s.id = c.seller_id
WHERE c.cluster = :cluster ORDER BY s.id
"""


@dataclass(frozen=True, slots=True)
class Member:
    """A seller of a cluster."""

    seller_id: int
    source: str
    key: str


@dataclass(frozen=True, slots=True)
class ClusterHop:
    """One step from seller to seller: both show the same value as their own, each by the sighting that proves it.

    `kind` is the kind as the first shows it and `to_kind` as the second does (a phone and a WhatsApp are compared);
    `sellers` counts those who show it as their own.
    """

    from_seller: int
    to_seller: int
    kind: str
    to_kind: str
    value: str
    from_sighting: int
    to_sighting: int
    sellers: int


def members(connection: Connection, cluster: str) -> list[Member]:
    """Give the sellers of a cluster, its first one first; none for a cluster that does not stand."""
    return [Member(*row) for row in connection.execute(text(_MEMBERS), {"cluster": cluster})]


def find_cluster_path(
    connection: Connection, from_seller: int, to_seller: int
) -> tuple[ClusterHop, ...] | None:
    """Give the shortest way between two sellers, empty from a seller to themselves, None where there is none.

    Of equally short ways the same one is given each time: step by step the value that the fewest sellers show, then
    by kind and value, then by who came into the database first.
    """
    return find_cluster_paths(connection, from_seller, to_seller).get(to_seller)


def find_cluster_paths(
    connection: Connection, from_seller: int, until: int | None = None
) -> dict[int, tuple[ClusterHop, ...]]:
    """Give the way to each seller that one is joined with, themselves among them; it may end at the one asked for."""
    found: dict[int, tuple[ClusterHop, ...]] = {from_seller: ()}
    frontier = [from_seller]
    while frontier and (until is None or until not in found):
        best: dict[int, ClusterHop] = {}
        for hop in _neighbours(connection, frontier):
            if hop.to_seller in found:
                continue
            known = best.get(hop.to_seller)
            if known is None or _order(hop) < _order(known):
                best[hop.to_seller] = hop
        for seller, hop in sorted(best.items()):
            found[seller] = (*found[hop.from_seller], hop)
        frontier = sorted(best)
    return found


def _order(hop: ClusterHop) -> tuple[int, str, str, int, str]:
    return hop.sellers, hop.kind, hop.value, hop.from_seller, hop.to_kind


def _neighbours(connection: Connection, sellers: Collection[int]) -> Iterator[ClusterHop]:
    near = list(find_near(connection, sellers))
    others: defaultdict[tuple[int, str, str], set[int]] = defaultdict(set)
    for one in near:
        others[one.from_seller, joins_as(one.kind), one.value].add(one.to_seller)
    for one in near:
        shared = others[one.from_seller, joins_as(one.kind), one.value]
        yield ClusterHop(
            one.from_seller, one.to_seller, one.kind, one.to_kind, one.value, one.from_sighting, one.to_sighting,
            len(shared) + 1,
        )  # fmt: skip
