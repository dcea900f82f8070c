"""Clusters of sellers joined by strong identifiers that they share, kept up to date and told where they merge or split.

docs/linking.md says what joins. A cluster's id is hashed from its first seller, the one that came into the database
first, so that it stays while others join.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from store.bulk import insert_many
from store.cluster_marks import SIGHTINGS
from store.links.cluster_names import batches, name_clusters
from store.links.cluster_rules import keep_rules
from store.links.cluster_split import TooFarError
from store.links.cluster_step import find_changes
from store.links.hubs import keep_bundled
from store.links.rules import make_rules
from store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

MERGED, SPLIT, ENDED = "merged", "split", "ended"


@dataclass(frozen=True, slots=True)
class ClusterCounts:
    """What one making of clusters changed: sellers who came into one or left one, clusters that merged or split."""

    joined: int = 0
    left: int = 0
    merged: int = 0
    split: int = 0


def keep_clusters(connection: Connection, now: datetime, *, full: bool = False) -> ClusterCounts:
    """Bring clusters and hubs to what the rows say; run it inside one transaction under the writer lock.

    `full` makes them from all sightings, and so does a change of the kinds' rules; without it only what changed is
    looked at, unless that leads too far. Both end in the same rows.
    """
    mark = TABLES["cluster_mark"]
    make_rules(connection)
    changed = keep_rules(connection)
    keep_bundled(connection)
    last = connection.execute(select(mark.c.row_id).where(mark.c.what == SIGHTINGS)).scalar()
    if full or changed or last is None:
        held, wanted = _make_all(connection)
    else:
        try:
            held, wanted = find_changes(connection, last)
        except TooFarError:
            held, wanted = _make_all(connection)
    counts = _write(connection, now, held, wanted)
    newest = connection.execute(select(func.max(TABLES["sighting"].c.id))).scalar() or 0
    connection.execute(delete(mark))
    connection.execute(insert(mark).values(what=SIGHTINGS, row_id=newest))
    return counts


def _make_all(connection: Connection) -> tuple[dict[int, str], dict[int, str]]:
    from store.links.cluster_full import find_all  # NumPy takes a tenth of a second to load

    hub, stands = TABLES["hub"], TABLES["seller_cluster"]
    held = {row[0]: row[1] for row in connection.execute(select(stands.c.seller_id, stands.c.cluster))}
    found = find_all(connection)
    connection.execute(delete(hub))
    rows = zip(found.hubs.tolist(), found.shown_by.tolist(), found.listed.tolist(), strict=True)
    hubs = [
        {"identifier_id": one, "rule": "listed" if listed else "limit", "sellers": sellers}
        for one, sellers, listed in rows
    ]
    insert_many(connection, hub, hubs)
    firsts = found.first.tolist()
    names = name_clusters(connection, set(firsts))
    return held, {seller: names[first] for seller, first in zip(found.sellers.tolist(), firsts, strict=True)}


def _write(
    connection: Connection, now: datetime, held: Mapping[int, str], wanted: Mapping[int, str]
) -> ClusterCounts:
    stands = TABLES["seller_cluster"]
    moved = {
        seller: wanted.get(seller, "") for seller, cluster in held.items() if wanted.get(seller) != cluster
    }
    fresh = [seller for seller in wanted if seller not in held]
    for batch in batches(sorted(moved)):
        connection.execute(delete(stands).where(stands.c.seller_id.in_(batch)))
    rows = sorted([*(seller for seller, cluster in moved.items() if cluster), *fresh])
    insert_many(connection, stands, [{"seller_id": seller, "cluster": wanted[seller]} for seller in rows])
    merged, split = _tell(
        connection, now, Counter((held[seller], cluster) for seller, cluster in moved.items())
    )
    return ClusterCounts(len(fresh), sum(not cluster for cluster in moved.values()), merged, split)


def _tell(connection: Connection, now: datetime, moves: Mapping[tuple[str, str], int]) -> tuple[int, int]:
    """Write down what became of clusters that sellers left: (how many merged, how many split)."""
    stands, change = TABLES["seller_cluster"], TABLES["cluster_change"]
    former = {cluster for cluster, _ in moves}
    still: set[str] = set()
    for batch in batches(sorted(former)):
        query = select(stands.c.cluster).where(stands.c.cluster.in_(batch)).distinct()
        still |= set(connection.execute(query).scalars())
    ways = Counter(cluster for cluster, _ in moves)
    whats = {cluster: SPLIT if cluster in still or ways[cluster] > 1 else MERGED for cluster in former}
    rows = [
        {"at": now, "what": what, "cluster": cluster, "became": became, "sellers": sellers}
        for (cluster, became), sellers in sorted(moves.items())
        for what in [whats[cluster] if became else ENDED]
    ]
    insert_many(connection, change, rows)
    return sum(what == MERGED for what in whats.values()), sum(what == SPLIT for what in whats.values())
