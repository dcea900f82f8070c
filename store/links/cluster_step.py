"""Clusters brought up to date by what changed alone: new sightings, and the values and sellers that are marked.

A value that joins adds its sellers to one another; one that joins no longer, and a seller who shows less, have their
clusters found anew from what their members show. All other clusters move as wholes.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from store.links.cluster_rules import JOINING
from store.links.rules import drop_tables
from store.matching import LINKING_ROLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection

_TABLES = ("cluster_dirty", "cluster_state")
_BATCH = 500

_DIRTY = """
CREATE TEMP TABLE cluster_dirty AS
SELECT k.joins, i.value FROM sighting s CROSS JOIN identifier i CROSS JOIN kind_rule k
WHERE s.id > :last AND i.id = s.identifier_id AND k.kind = i.kind AND k.strong
UNION SELECT k.joins, i.value FROM cluster_mark m CROSS JOIN identifier i CROSS JOIN kind_rule k
WHERE m.what = 'value' AND i.id = m.row_id AND k.kind = i.kind AND k.strong
"""
_STATE = """
CREATE TEMP TABLE cluster_state AS
SELECT d.joins, d.value, count(DISTINCT s.seller_id) AS sellers, max(k.hub_limit) AS hub_limit,
       max(CASE WHEN h.identifier_id IS NULL THEN 0 ELSE 1 END) AS was_hub,
       EXISTS (SELECT 1 FROM warned_value v JOIN kind_rule vk ON vk.kind = v.kind
               WHERE v.value = d.value AND vk.joins = d.joins) AS listed,
       EXISTS (SELECT 1 FROM protected_value v JOIN kind_rule vk ON vk.kind = v.kind
               WHERE v.value = d.value AND vk.joins = d.joins AND v.valid_until IS NULL) AS protected
FROM cluster_dirty d CROSS JOIN kind_rule k CROSS JOIN identifier i CROSS JOIN sighting s
LEFT JOIN hub h ON h.identifier_id = i.id
WHERE k.joins = d.joins AND k.strong AND i.kind = k.kind AND i.value = d.value AND s.identifier_id = i.id
GROUP BY d.joins, d.value
"""
_IS_HUB = "(c.listed OR c.sellers > c.hub_limit)"
_DROP_HUBS = """
DELETE FROM hub WHERE identifier_id IN (
    SELECT i.id FROM cluster_dirty d CROSS JOIN kind_rule k CROSS JOIN identifier i
    WHERE k.joins = d.joins AND i.kind = k.kind AND i.value = d.value)
"""
_ADD_HUBS = f"""
INSERT INTO hub (identifier_id, rule, sellers)
SELECT i.id, CASE WHEN c.listed THEN 'listed' ELSE 'limit' END, c.sellers
FROM cluster_state c CROSS JOIN kind_rule k CROSS JOIN identifier i
WHERE {_IS_HUB} AND k.joins = c.joins AND k.strong AND i.kind = k.kind AND i.value = c.value
"""  # noqa: S608 - our own words
_OWNERS = f"""
SELECT DISTINCT c.joins, c.value, s.seller_id, CASE WHEN {_IS_HUB} OR c.protected THEN 0 ELSE 1 END AS joining
FROM cluster_state c CROSS JOIN kind_rule k CROSS JOIN identifier i CROSS JOIN sighting s
WHERE k.joins = c.joins AND k.strong AND i.kind = k.kind AND i.value = c.value AND s.identifier_id = i.id
  AND s.role = :role AND NOT ({_IS_HUB} AND c.was_hub = 1)
"""  # noqa: S608 - our own words
_MARKED = "SELECT row_id FROM cluster_mark WHERE what = 'seller'"
_STANDS = "SELECT seller_id, cluster FROM seller_cluster WHERE seller_id IN :ids"
_MEMBERS = "SELECT seller_id, cluster FROM seller_cluster WHERE cluster IN :ids"
_SHOWN = f"""
SELECT DISTINCT s.seller_id, k.joins, i.value
FROM sighting s CROSS JOIN identifier i CROSS JOIN kind_rule k
WHERE s.seller_id IN :ids AND s.role = :role AND i.id = s.identifier_id AND k.kind = i.kind AND k.strong {JOINING}
"""  # noqa: S608 - our own words

Value = tuple[str, str]


class _Parts:
    """Sellers put together; the smallest of a part names it."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def root(self, seller: int) -> int:
        above = self._above.setdefault(seller, seller)
        while above != seller:
            self._above[seller] = seller = self._above[above]
            above = self._above[seller]
        return seller

    def join(self, sellers: Iterable[int]) -> None:
        roots = sorted({self.root(seller) for seller in sellers})
        for root in roots[1:]:
            self._above[root] = roots[0]


def find_changes(connection: Connection, last: int) -> tuple[dict[int, str], dict[int, int]]:
    """Give the sellers that what changed touches: (the cluster each stands in, the first of the one it belongs in).

    A seller without a cluster lacks in the first, one who belongs in none in the second. Brings hubs up to date too;
    `last` is the last sighting that clusters know.
    """
    drop_tables(connection, _TABLES)
    connection.execute(text(_DIRTY), {"last": last})
    connection.execute(text(_STATE))
    added, removed = _owners(connection)
    connection.execute(text(_DROP_HUBS))
    connection.execute(text(_ADD_HUBS))
    drop_tables(connection, _TABLES)
    removed |= set(connection.execute(text(_MARKED)).scalars())
    return _moved(connection, list(added.values()), removed)


def _owners(connection: Connection) -> tuple[dict[Value, set[int]], set[int]]:
    """Give the sellers of each changed value that joins, and all who show one that joins no longer."""
    added: defaultdict[Value, set[int]] = defaultdict(set)
    removed: set[int] = set()
    for row in connection.execute(text(_OWNERS), {"role": LINKING_ROLE}):
        if row.joining:
            added[row.joins, row.value].add(row.seller_id)
        else:
            removed.add(row.seller_id)
    return added, removed


def _moved(
    connection: Connection, added: Sequence[set[int]], removed: set[int]
) -> tuple[dict[int, str], dict[int, int]]:
    held = _all_of(connection, _STANDS, removed.union(*added))
    broken = {held[seller] for seller in removed if seller in held}
    members = _all_of(connection, _MEMBERS, set(held.values()))
    parts = _Parts()
    whole: defaultdict[str, list[int]] = defaultdict(list)
    for seller, cluster in members.items():
        whole[cluster].append(seller)
    for cluster, sellers in whole.items():
        if cluster not in broken:
            parts.join(sellers)
    loose = {seller for cluster in broken for seller in whole[cluster]}
    for together in (*_shared(connection, loose), *added):
        parts.join(together)
    touched = members.keys() | removed | set().union(*added)
    of_root: defaultdict[int, list[int]] = defaultdict(list)
    for seller in touched:
        of_root[parts.root(seller)].append(seller)
    first = {seller: root for root, sellers in of_root.items() if len(sellers) > 1 for seller in sellers}
    return members, first


def _shared(connection: Connection, sellers: Collection[int]) -> Iterable[set[int]]:
    """Give the sellers of each value that joins, among some sellers."""
    found: defaultdict[Value, set[int]] = defaultdict(set)
    query = text(_SHOWN).bindparams(bindparam("ids", expanding=True))
    for ids in _batches(sellers):
        for row in connection.execute(query, {"ids": ids, "role": LINKING_ROLE}):
            found[row.joins, row.value].add(row.seller_id)
    return found.values()


def _all_of(connection: Connection, query: str, ids: Collection[Any]) -> dict[int, str]:
    asked = text(query).bindparams(bindparam("ids", expanding=True))
    return {row[0]: row[1] for batch in _batches(ids) for row in connection.execute(asked, {"ids": batch})}


def _batches(ids: Collection[Any]) -> Iterable[list[Any]]:
    ordered = sorted(ids)
    return (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))
