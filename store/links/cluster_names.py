"""The ids of clusters, from the names of their first sellers."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import bindparam, text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import Connection

_BATCH = 5_000
_NAMES = "SELECT id, source, key FROM seller WHERE id IN :ids"
_STANDS = "SELECT seller_id, cluster FROM seller_cluster WHERE seller_id IN :ids"
One = TypeVar("One")


def cluster_id(source: str, seller_key: str) -> str:
    """Hash a cluster's first seller into its id.

    >>> cluster_id("shop", "operator")
    'clu_f144c58c6372abed0409'
    """
    first = json.dumps(["cluster", source, seller_key], ensure_ascii=True)
    return f"clu_{hashlib.sha256(first.encode()).hexdigest()[:20]}"


def name_clusters(connection: Connection, firsts: Collection[int]) -> dict[int, str]:
    """Give the id of the cluster of each first seller."""
    query = text(_NAMES).bindparams(bindparam("ids", expanding=True))
    rows = (row for ids in batches(sorted(firsts)) for row in connection.execute(query, {"ids": ids}))
    return {row.id: cluster_id(row.source, row.key) for row in rows}


def clusters_of(connection: Connection, sellers: Collection[int]) -> dict[int, str]:
    """Give the cluster of each of the sellers that stands in one."""
    query = text(_STANDS).bindparams(bindparam("ids", expanding=True))
    rows = (row for ids in batches(sorted(sellers)) for row in connection.execute(query, {"ids": ids}))
    return {row.seller_id: row.cluster for row in rows}


def batches(ids: Sequence[One]) -> Iterator[Sequence[One]]:
    """Give rows' keys in as many as a statement takes."""
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
