"""Who shows the same joining value as a seller: asked value by value through the indexes, for a step of a search.

In one statement SQLite 3.40 makes a Bloom filter over all sightings first, which costs seconds for a step of
microseconds; two statements leave it nothing to filter.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from store.links.cluster_names import batches
from store.links.cluster_rules import JOINING, own
from store.matching import LINKING_ROLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection, Row

_SHOWN = f"""
SELECT a.seller_id AS seller, i.kind, i.value, o.id AS identifier, o.kind AS to_kind, min(a.id) AS sighting
FROM sighting a CROSS JOIN identifier i CROSS JOIN kind_rule k CROSS JOIN kind_rule ok CROSS JOIN identifier o
WHERE a.seller_id IN :ids AND {own("a", "i")} AND i.id = a.identifier_id AND k.kind = i.kind AND k.strong
  AND ok.joins = k.joins AND ok.strong AND o.kind = ok.kind AND o.value = i.value {JOINING}
GROUP BY a.seller_id, i.kind, i.value, o.id, o.kind
"""  # noqa: S608 - our own words
_SHOWING = """
SELECT b.identifier_id AS identifier, b.seller_id AS seller, min(b.id) AS sighting FROM sighting b
WHERE b.identifier_id IN :ids AND b.role = :role GROUP BY b.identifier_id, b.seller_id
"""


@dataclass(frozen=True, slots=True)
class Near:
    """That two sellers show the same value as their own, each by the first sighting that proves it."""

    from_seller: int
    to_seller: int
    kind: str
    to_kind: str
    value: str
    from_sighting: int
    to_sighting: int


def find_near(connection: Connection, sellers: Collection[int]) -> Iterator[Near]:
    """Give all that joins sellers with others, under the rules in `kind_rule`; in no order."""
    shown = list(_asked(connection, _SHOWN, sellers))
    showing: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in _asked(connection, _SHOWING, {one.identifier for one in shown}):
        showing[row.identifier].append(row)
    for one in shown:
        for other in showing[one.identifier]:
            if other.seller != one.seller:
                yield Near(
                    one.seller, other.seller, one.kind, one.to_kind, one.value, one.sighting, other.sighting
                )


def _asked(connection: Connection, query: str, ids: Collection[int]) -> Iterator[Row[Any]]:
    asked = text(query).bindparams(bindparam("ids", expanding=True))
    for batch in batches(sorted(ids)):
        yield from connection.execute(asked, {"ids": batch, "role": LINKING_ROLE}).all()
