"""Clusters brought up to date by what changed alone: new sightings, and the values and sellers that are marked.

A value that joins adds its sellers to one another; one that joins no longer, and a seller who shows less, have their
clusters found anew from what their members show. All other clusters move as wholes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from store.links.cluster_names import clusters_of, name_clusters
from store.links.cluster_rules import own
from store.links.cluster_split import pieces_of
from store.links.rules import drop_tables
from store.matching import LINKING_ROLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

_TABLES = ("cluster_dirty", "cluster_state")

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
  AND {own("s", "i")} AND NOT ({_IS_HUB} AND c.was_hub = 1)
"""  # noqa: S608 - our own words
_MARKED = "SELECT row_id FROM cluster_mark WHERE what = 'seller'"
_MEMBERS = "SELECT seller_id FROM seller_cluster WHERE cluster = :cluster"
_FIRST = "SELECT seller_id FROM seller_cluster WHERE cluster = :cluster ORDER BY seller_id LIMIT :limit"


@dataclass(slots=True)
class _Part:
    """Sellers who stand together whatever else changes; `cluster` is where they stand, empty for one who is alone.

    `sellers` are all of them, but where it is the rest of a cluster, of which only those who are touched are known:
    then `left` are the cluster's sellers who are not of it, and `more` says whether it is of two or more.
    """

    first: int
    sellers: set[int]
    cluster: str = ""
    left: set[int] | None = None
    more: bool = False


def find_changes(connection: Connection, last: int) -> tuple[dict[int, str], dict[int, str]]:
    """Give the sellers that what changed may move: (the cluster that each stands in, the one they belong in).

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
    held = clusters_of(connection, removed.union(*added))
    parts = _parts(connection, held, removed.union(*added), removed)
    return _moved(connection, held, _joined(parts, added))


def _owners(connection: Connection) -> tuple[list[set[int]], set[int]]:
    """Give the sellers of each changed value that joins, and all who show one that joins no longer."""
    added: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    removed: set[int] = set()
    for row in connection.execute(text(_OWNERS), {"role": LINKING_ROLE}):
        if row.joining:
            added[row.joins, row.value].add(row.seller_id)
        else:
            removed.add(row.seller_id)
    return list(added.values()), removed


def _parts(
    connection: Connection, held: Mapping[int, str], touched: Collection[int], removed: Collection[int]
) -> list[_Part]:
    """Give the parts in which the touched sellers stand, clusters that lost a value taken to pieces."""
    parts = [_Part(seller, {seller}) for seller in touched if seller not in held]
    of_cluster: defaultdict[str, set[int]] = defaultdict(set)
    for seller, cluster in held.items():
        of_cluster[cluster].add(seller)
    for cluster, sellers in sorted(of_cluster.items()):
        pieces = pieces_of(connection, cluster, sellers.intersection(removed))
        parts += [_Part(min(piece), piece, cluster) for piece in pieces]
        left: set[int] = set().union(*pieces)
        first = connection.execute(text(_FIRST), {"cluster": cluster, "limit": len(left) + 2}).scalars()
        rest = [one for one in first if one not in left][:2]
        parts.append(_Part(rest[0], sellers - left, cluster, left, len(rest) > 1))
    return parts


def _joined(parts: Sequence[_Part], added: Iterable[Collection[int]]) -> list[list[_Part]]:
    """Put together the parts whose sellers show a value that joins."""
    group = {id(part): [part] for part in parts}
    of_seller = {seller: part for part in parts for seller in part.sellers}
    for sellers in added:
        groups = {id(group[id(of_seller[one])]): group[id(of_seller[one])] for one in sellers}
        together = [part for one in groups.values() for part in one]
        group |= {id(part): together for part in together}
    return list({id(one): one for one in group.values()}.values())


def _moved(
    connection: Connection, held: dict[int, str], groups: Sequence[Sequence[_Part]]
) -> tuple[dict[int, str], dict[int, str]]:
    names = name_clusters(connection, {min(part.first for part in group) for group in groups})
    held = dict(held)
    wanted: dict[int, str] = {}
    for group in groups:
        name = names[min(part.first for part in group)]
        alone = len(group) == 1 and not group[0].more and len(group[0].sellers) == 1
        for part in group:
            sellers = part.sellers
            if part.left is not None and part.cluster != name:
                members = connection.execute(text(_MEMBERS), {"cluster": part.cluster}).scalars()
                sellers = set(members) - part.left
            held |= dict.fromkeys(sellers if part.cluster else (), part.cluster)
            wanted |= {} if alone else dict.fromkeys(sellers, name)
    return held, wanted
