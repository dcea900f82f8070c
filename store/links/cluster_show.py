"""Clusters for people: the list of them, and one with its sellers, what joins them, and what bans did to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from store.columns import Utc
from store.enforcement_effect import measure_sellers
from store.event_study import DAYS_AFTER, DAYS_BEFORE, Effect
from store.links.show import place_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

_CLUSTERS = (
    "SELECT cluster, sellers, sources, accounts FROM clusters ORDER BY sellers DESC, cluster LIMIT :limit"
)
_DECIDING = """
SELECT kind, value, count(DISTINCT seller_id) AS sellers FROM cluster_edge WHERE cluster = :cluster
GROUP BY kind, value ORDER BY count(DISTINCT seller_id) DESC, kind, value LIMIT :limit
"""
_CAMPAIGNS = """
SELECT coalesce(campaign, 'no campaign') AS campaign, sum(accounts) AS accounts FROM cluster_campaigns
WHERE cluster = :cluster GROUP BY campaign ORDER BY sum(accounts) DESC, coalesce(campaign, 'no campaign')
"""
_EDGES = """
SELECT e.seller_id, s.source, s.key, e.kind, e.value, g.pointer, g.span_start, g.span_end, n.sha256, n.url
FROM cluster_edge e JOIN seller s ON s.id = e.seller_id JOIN sighting g ON g.id = e.sighting_id
JOIN snapshot n ON n.id = g.snapshot_id WHERE e.cluster = :cluster ORDER BY e.seller_id, e.kind, e.value
"""
_BANNED = """
SELECT c.seller_id, v.account_id, v.banned_at FROM claim c
JOIN known_account_version v ON v.account_id = c.account_id AND v.valid_until IS NULL
WHERE c.status = 'active' AND v.banned_at IS NOT NULL
"""
_STANDS = "SELECT seller_id, cluster FROM seller_cluster"
_BEGINS = "SELECT DISTINCT cluster FROM seller_cluster WHERE cluster BETWEEN :id AND :id || '~' ORDER BY cluster LIMIT 6"
_FORMER = "SELECT what, became, at FROM cluster_change WHERE cluster = :id ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One cluster: its size, the values that most of its sellers show, and its linked accounts by campaign."""

    cluster: str
    sellers: int
    sources: int
    accounts: int
    deciding: tuple[tuple[str, str, int], ...]
    campaigns: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A value by which a seller stands in a cluster, with the bytes that prove it."""

    seller_id: int
    source: str
    seller: str
    kind: str
    value: str
    sha256: str
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Banned:
    """What happened to a cluster around a day on which accounts linked to it were banned."""

    day: str
    accounts: int
    effects: tuple[Effect, ...]


def list_clusters(connection: Connection, limit: int) -> list[ClusterRow]:
    """Give clusters, the largest first, each with up to three deciding values."""
    rows = connection.execute(text(_CLUSTERS), {"limit": limit}).all()
    found = []
    for cluster, sellers, sources, accounts in rows:
        why, of = deciding(connection, cluster, 3), campaigns(connection, cluster)
        found.append(ClusterRow(cluster, sellers, sources, accounts, why, of))
    return found


def deciding(connection: Connection, cluster: str, limit: int) -> tuple[tuple[str, str, int], ...]:
    """Give the values that join a cluster's sellers with how many show each, the most shown first."""
    rows = connection.execute(text(_DECIDING), {"cluster": cluster, "limit": limit})
    return tuple((row.kind, row.value, row.sellers) for row in rows)


def campaigns(connection: Connection, cluster: str) -> tuple[tuple[str, int], ...]:
    """Count a cluster's linked accounts by campaign."""
    rows = connection.execute(text(_CAMPAIGNS), {"cluster": cluster})
    return tuple((row.campaign, int(row.accounts)) for row in rows)


def find_edges(connection: Connection, cluster: str) -> list[Edge]:
    """Give what joins each seller of a cluster, seller by seller."""
    return [
        Edge(row.seller_id, row.source, row.key, row.kind, row.value, row.sha256,
             place_words(row.pointer, row.span_start, row.span_end), row.url)
        for row in connection.execute(text(_EDGES), {"cluster": cluster})
    ]  # fmt: skip


def find_ids(connection: Connection, beginning: str) -> list[str]:
    """Give the ids of clusters that begin so, six at most."""
    return list(connection.execute(text(_BEGINS), {"id": beginning}).scalars())


def became(connection: Connection, cluster: str) -> str:
    """Say what became of a cluster that stands no more, empty where none of this id ever lost a seller."""
    row = connection.execute(text(_FORMER), {"id": cluster}).first()
    if row is None:
        return ""
    return f"its sellers went to {row.became}" if row.became else "its sellers share nothing any more"


def find_bans(connection: Connection, cluster: str, limit: int = 3) -> list[Banned]:
    """Measure what bans of a cluster's accounts did to its offers, the days of the most bans first.

    Untouched are the offers of clusters, and of sellers in none, none of whose linked accounts was banned in the days
    that are compared.
    """
    stands = {row.seller_id: row.cluster for row in connection.execute(text(_STANDS))}
    banned = connection.execute(text(_BANNED).columns(banned_at=Utc())).all()
    days: dict[str, set[int]] = {}
    for row in banned:
        if stands.get(row.seller_id) == cluster:
            days.setdefault(row.banned_at.date().isoformat(), set()).add(row.account_id)
    most = sorted(days, key=lambda day: (-len(days[day]), day))[:limit]
    return [Banned(day, len(days[day]), _effects(connection, cluster, day, (stands, banned))) for day in most]


def _effects(
    connection: Connection, cluster: str, day: str, known: tuple[dict[int, str], Sequence[Row[Any]]]
) -> tuple[Effect, ...]:
    stands, banned = known
    at = datetime.combine(datetime.fromisoformat(day), time(), UTC)
    struck = {
        stands.get(row.seller_id, row.seller_id)
        for row in banned
        if -DAYS_BEFORE <= (row.banned_at - at).days <= DAYS_AFTER
    }

    def side(seller: int) -> bool | None:
        whose = stands.get(seller, seller)
        return True if whose == cluster else None if whose in struck else False

    return tuple(measure_sellers(connection, at, side))
