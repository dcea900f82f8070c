"""Who stands in a cluster, and the shortest way from one of its sellers to another: seller, shared value, seller.

What joins is asked of the sightings as they stand, under the rules that the clusters were made by.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from sqlalchemy import text

from store.links.cluster_near import Near, find_near
from store.links.weights import hop_key
from store.matching import CLUSTER, joins_as

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import Connection

_SELLER = "SELECT source, key FROM seller WHERE id = :id"
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
class ClusterHop(Near):
    """One step from seller to seller: both show the same value as their own, each by the sighting that proves it.

    `kind` is the kind as the first shows it and `to_kind` as the second does (a phone and a WhatsApp are compared);
    `sellers` counts those who show it as their own.
    """

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
    connection: Connection, from_seller: int, until: int | None = None, *,
    rejected: frozenset[str] = frozenset(), most: int | None = None,
) -> dict[int, tuple[ClusterHop, ...]]:  # fmt: skip
    """Give the way to each seller that one is joined with, themselves among them; it may end at the one asked for.

    No way uses a hop whose key is `rejected`, nor goes around it by others who show the same value. With `most` the
    search ends, at the nearest ones, once so many are found.
    """
    found: dict[int, tuple[ClusterHop, ...]] = {from_seller: ()}
    frontier = [from_seller]
    judged = _Judged(connection, rejected)
    while frontier and (until is None or until not in found) and (most is None or len(found) <= most):
        best: dict[int, ClusterHop] = {}
        for hop in _neighbours(connection, frontier):
            if hop.to_seller in found or judged.bars(found[hop.from_seller], hop):
                continue
            known = best.get(hop.to_seller)
            if known is None or _order(hop) < _order(known):
                best[hop.to_seller] = hop
        for seller, hop in sorted(best.items()):
            found[seller] = (*found[hop.from_seller], hop)
        frontier = sorted(best)
    return found


class _Judged:
    """Tells which steps people rejected: of each the two sellers and the value that they share."""

    def __init__(self, connection: Connection, rejected: frozenset[str]) -> None:
        self._connection = connection
        self._rejected = rejected
        self._names: dict[int, tuple[str, str]] = {}

    def bars(self, way: Sequence[ClusterHop], hop: ClusterHop) -> bool:
        """Tell whether a step is rejected: of its own seller, or of one before by the same value all along."""
        if not self._rejected:
            return False
        value = (joins_as(hop.kind), hop.value)
        alike = takewhile(lambda step: (joins_as(step.kind), step.value) == value, reversed(way))
        before = [hop.from_seller, *(step.from_seller for step in alike)]
        to = self._name(hop.to_seller)
        return any(cluster_hop_key(self._name(one), to, *value) in self._rejected for one in before)

    def _name(self, seller: int) -> tuple[str, str]:
        if seller not in self._names:
            row = self._connection.execute(text(_SELLER), {"id": seller}).one()
            self._names[seller] = (row.source, row.key)
        return self._names[seller]


def cluster_hop_key(one: tuple[str, str], other: tuple[str, str], kind: str, value: str) -> str:
    """Hash a step between two sellers (source, key) over a value of a kind, as kinds are compared; either way alike."""
    return hop_key(CLUSTER, *sorted(("\0".join(one), "\0".join(other))), kind, value)


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
