"""All clusters at once, from every sighting: which values join, which are hubs, and each seller's first of cluster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import text

from store.links.cluster_graph import Numbers, smallest_of_part, starts
from store.links.cluster_read import HALF, read_numbers, read_shown
from store.matching import LINKING_ROLE

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LIMITS = "SELECT DISTINCT hub_limit FROM kind_rule WHERE strong ORDER BY hub_limit"
_OF_LIMIT = (
    "FROM identifier i JOIN kind_rule k ON k.kind = i.kind WHERE k.strong AND k.hub_limit = :hub_limit"
)
_SAME = """
FROM identifier i JOIN kind_rule k ON k.kind = i.kind JOIN (
    SELECT ok.joins, o.value, min(o.id) AS first FROM identifier o JOIN kind_rule ok ON ok.kind = o.kind
    WHERE ok.strong AND ok.joins IN (SELECT joins FROM kind_rule WHERE strong GROUP BY joins HAVING count(*) > 1)
    GROUP BY ok.joins, o.value HAVING count(*) > 1
) same ON same.joins = k.joins AND same.value = i.value
WHERE k.strong
"""
_NAMED_BY = """
FROM {} v JOIN kind_rule vk ON vk.kind = v.kind JOIN kind_rule k ON k.joins = vk.joins AND k.strong
JOIN identifier i ON i.kind = k.kind AND i.value = v.value WHERE {}
"""
_LISTED = _NAMED_BY.format("warned_value", "true")
_PROTECTED = _NAMED_BY.format("protected_value", "v.valid_until IS NULL")


@dataclass(frozen=True, slots=True)
class Found:
    """What all sightings say, row by row: sellers and the first of their cluster; hubs, who shows them, and if listed."""

    sellers: Numbers
    first: Numbers
    hubs: Numbers
    shown_by: Numbers
    listed: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Values:
    """Every strong identifier, sorted, its kind's limit, and the place of the first one that is compared with it."""

    ids: Numbers
    limit: Numbers
    first: Numbers

    def places(self, ids: Numbers) -> Numbers:
        """Give the places of identifiers, -1 for those that are not strong."""
        if not len(self.ids):
            return np.full(len(ids), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where(self.ids[at] == ids, at, -1)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Who shows which value, once each and sorted by value: its place, the seller, 1 where it is their own."""

    value: Numbers
    seller: Numbers
    own: Numbers


def find_all(connection: Connection) -> Found:
    """Find all clusters and hubs under the rules in `kind_rule`."""
    values = _values(connection)
    shown = _shown(connection, values)
    begin = starts(shown.value)
    count = np.diff(np.append(begin, len(shown.value)))
    value = shown.value[begin]
    listed = np.isin(value, _named(connection, values, _LISTED))
    hub = listed | (count > values.limit[value])
    joins = ~hub & ~np.isin(value, _named(connection, values, _PROTECTED))
    sellers, first = _clusters(shown, np.repeat(joins, count))
    sharers = np.zeros(len(values.ids), dtype=np.int64)
    sharers[value[hub]] = np.where(listed[hub], -count[hub], count[hub])
    of_all = sharers[values.first]
    return Found(
        sellers, first, values.ids[of_all != 0], np.abs(of_all[of_all != 0]), of_all[of_all != 0] < 0
    )


def _values(connection: Connection) -> _Values:
    limits = connection.execute(text(_LIMITS)).scalars().all()
    parts = [read_numbers(connection, "i.id", _OF_LIMIT, hub_limit=limit) for limit in limits]
    ids = np.concatenate([*parts, np.empty(0, dtype=np.int64)])
    limit = np.repeat(np.array(limits, dtype=np.int64), [len(part) for part in parts])
    order = np.argsort(ids)
    ids, limit = ids[order], limit[order]
    first = np.arange(len(ids), dtype=np.int64)
    same = read_numbers(connection, f"i.id * {HALF} + same.first", _SAME)
    first[np.searchsorted(ids, same // HALF)] = np.searchsorted(ids, same % HALF)
    return _Values(ids, limit, first)


def _named(connection: Connection, values: _Values, whose: str) -> Numbers:
    """Give the places of values that a list names."""
    return values.first[values.places(read_numbers(connection, "i.id", whose))]


def _shown(connection: Connection, values: _Values) -> _Shown:
    identifiers, sellers, own = read_shown(connection, LINKING_ROLE)
    at = values.places(identifiers)
    strong = at >= 0
    rows = (values.first[at[strong]] * HALF + sellers[strong]) * 2 + own[strong]
    rows.sort(kind="stable")
    pair = rows >> 1
    last = np.append(pair[1:] != pair[:-1], True)[: len(pair)]
    return _Shown(pair[last] // HALF, pair[last] % HALF, rows[last] & 1)


def _clusters(shown: _Shown, joins: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Join sellers by the values that they show as their own and that may join: (sellers, the first of each one's)."""
    joins &= shown.own == 1
    value, seller = shown.value[joins], shown.seller[joins]
    begin = starts(value)
    first = np.repeat(seller[begin], np.diff(np.append(begin, len(value))))
    apart = first != seller
    left, right = first[apart], seller[apart]
    joined = np.unique(np.concatenate((left, right)))
    root = smallest_of_part(len(joined), np.searchsorted(joined, left), np.searchsorted(joined, right))
    return joined, joined[root]
