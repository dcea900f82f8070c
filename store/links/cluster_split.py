"""Whether what lost a value still holds together, found by search from the sellers who lost it, the smallest side first.

A cluster may have a million sellers and lose a handful: the search ends as soon as one side alone is left that is not
known to its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

from store.links.cluster_rules import JOINING, own
from store.matching import LINKING_ROLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection

_BATCH = 200
_NEIGHBOURS = f"""
SELECT DISTINCT a.seller_id AS seller, b.seller_id AS other
FROM sighting a CROSS JOIN identifier i CROSS JOIN kind_rule k CROSS JOIN kind_rule ok CROSS JOIN identifier o
CROSS JOIN sighting b CROSS JOIN seller_cluster c
WHERE a.seller_id IN :sellers AND {own("a", "i")} AND i.id = a.identifier_id AND k.kind = i.kind AND k.strong
  AND ok.joins = k.joins AND ok.strong AND o.kind = ok.kind AND o.value = i.value
  AND b.identifier_id = o.id AND {own("b", "o")} AND b.seller_id <> a.seller_id
  AND c.seller_id = b.seller_id AND c.cluster = :cluster {JOINING}
"""  # noqa: S608 - our own words


class _Side:
    """What was reached from one of the sellers, and from where the search goes on."""

    def __init__(self, seller: int) -> None:
        self.reached = {seller}
        self.next = [seller]


def pieces_of(connection: Connection, cluster: str, sellers: Collection[int]) -> list[set[int]]:
    """Give the pieces that a cluster falls into, but for one that is left over; none where it holds together.

    `sellers` are all of its sellers who show less than they did, so that every piece holds one of them.
    """
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
        if not side.next:
            open_sides.remove(side)
            whole.append(side.reached)
    return whole


def _expanded(connection: Connection, cluster: str, side: _Side) -> Iterable[int]:
    size = min(len(side.reached), _BATCH)  # sides often meet after a step or two
    batch, side.next = side.next[:size], side.next[size:]
    query = text(_NEIGHBOURS).bindparams(bindparam("sellers", expanding=True))
    asked = {"sellers": batch, "role": LINKING_ROLE, "cluster": cluster}
    return sorted({row.other for row in connection.execute(query, asked)})
