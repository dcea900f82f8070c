"""Whether what lost a value still holds together, found by search from the sellers who lost it, the smallest side first.

A cluster may have a million sellers and lose a handful: the search ends as soon as one side alone is left that is not
known to its end, or where it has gone so far that all clusters are better made anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from store.links.cluster_names import clusters_of
from store.links.cluster_near import find_near

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection

_BATCH = 200
_BUDGET = 2_000
"""Sellers that a search may reach, at the least: it costs as much as to make small markets' clusters anew."""
_PART = 50
_SELLERS = "SELECT max(id) FROM seller"


class TooFarError(Exception):
    """A search reached so many sellers that to make all clusters anew costs no more."""


class _Side:
    """What was reached from one of the sellers, and from where the search goes on."""

    def __init__(self, seller: int) -> None:
        self.reached = {seller}
        self.next = [seller]


def pieces_of(connection: Connection, cluster: str, sellers: Collection[int]) -> list[set[int]]:
    """Give the pieces that a cluster falls into, but for one that is left over; none where it holds together.

    `sellers` are all of its sellers who show less than they did, so that every piece holds one of them.

    Raises:
        TooFarError: where more than a fiftieth of all sellers would be looked at, and more than 2,000.
    """
    budget = max(_BUDGET, (connection.execute(text(_SELLERS)).scalar() or 0) // _PART) if sellers else 0
    sides = {seller: _Side(seller) for seller in sorted(sellers)}
    whole: list[set[int]] = []
    open_sides = list(sides.values())
    while len(open_sides) > 1:
        side = min(open_sides, key=lambda one: (len(one.reached), min(one.reached)))
        for other in _expanded(connection, cluster, side):
            met = sides.get(other)
            if met is side:
                continue
            if met is None:
                side.reached.add(other)
                side.next.append(other)
                sides[other] = side
                continue
            open_sides.remove(met)
            side.reached |= met.reached
            side.next += met.next
            sides |= dict.fromkeys(met.reached, side)
        if len(sides) > budget:
            raise TooFarError
        if not side.next:
            open_sides.remove(side)
            whole.append(side.reached)
    return whole


def _expanded(connection: Connection, cluster: str, side: _Side) -> Iterable[int]:
    size = min(len(side.reached), _BATCH)  # sides often meet after a step or two
    batch, side.next = side.next[:size], side.next[size:]
    standing = clusters_of(connection, {near.to_seller for near in find_near(connection, batch)})
    return sorted(seller for seller, where in standing.items() if where == cluster)
