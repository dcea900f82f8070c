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
FROM {} v CROSS JOIN kind_rule vk CROSS JOIN kind_rule k CROSS JOIN identifier i
WHERE vk.kind = v.kind AND k.joins = vk.joins AND k.strong AND i.kind = k.kind AND i.value = v.value AND {}
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
    """By an identifier's number: its kind's hub limit, 0 where it is not strong, and the first that it is compared with."""

    limit: NDArray[np.int32]
    first: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Shown:
    """Who shows which value, once each and sorted by value; `own` is 1 where it is the seller's own."""

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
    listed = _named(connection, values, _LISTED)[value]
    hub = listed | (count > values.limit[value])
    joins = ~hub & ~_named(connection, values, _PROTECTED)[value]
    sellers, first = _clusters(shown, np.repeat(joins, count))
    sharers = np.zeros(len(values.limit), dtype=np.int64)
    sharers[value[hub]] = np.where(listed[hub], -count[hub], count[hub])
    hubs = np.flatnonzero(sharers[values.first])
    shown_by = sharers[values.first[hubs]]
    return Found(sellers, first, hubs, np.abs(shown_by), shown_by < 0)


def _values(connection: Connection) -> _Values:
    """Read them into arrays as long as the last number, for identifiers are numbered one by one."""
    last = connection.execute(text("SELECT max(id) FROM identifier")).scalar() or 0
    limit = np.zeros(last + 1, dtype=np.int32)
    for one in connection.execute(text(_LIMITS)).scalars().all():
        limit[read_numbers(connection, "i.id", _OF_LIMIT, hub_limit=one)] = one
    first = np.arange(last + 1, dtype=np.int32)
    same = read_numbers(connection, f"i.id * {HALF} + same.first", _SAME)
    first[same // HALF] = same % HALF
    return _Values(limit, first)


def _named(connection: Connection, values: _Values, whose: str) -> NDArray[np.bool_]:
    """Tell of each identifier's number whether a list names its value, by the first that it is compared with."""
    named = np.zeros(len(values.first), dtype=np.bool_)
    named[values.first[read_numbers(connection, "i.id", whose)]] = True
    return named


def _shown(connection: Connection, values: _Values) -> _Shown:
    identifiers, rest = read_shown(connection, LINKING_ROLE)
    strong = values.limit[identifiers] > 0
    rows = values.first[identifiers[strong]] * np.int64(2 * HALF) + rest[strong]
    rows.sort(kind="stable")  # they are sorted but for the few that are compared with another kind's
    pair = rows >> 1
    last = np.append(pair[1:] != pair[:-1], True)[: len(pair)]
    pair = pair[last]
    return _Shown(pair // HALF, pair % HALF, rows[last] & 1)


def _clusters(shown: _Shown, joins: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Join sellers by the values that they show as their own and that may join: (sellers, the first of each one's)."""
    joins &= shown.own == 1
    value, seller = shown.value[joins], shown.seller[joins]
    begin = starts(value)
    first = np.repeat(seller[begin], np.diff(np.append(begin, len(value))))
    apart = first != seller
    root = smallest_of_part(int(seller.max(initial=0)) + 1, first[apart], seller[apart])
    size = np.bincount(root)
    joined = np.flatnonzero(size[root] > 1)
    return joined, root[joined]
