"""Many numbers out of the database into an array: the database writes them as one text a block, NumPy reads that.

A row a time through Python costs ten times as much and, for ten million sightings, gigabytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import text

from store.links.cluster_graph import Numbers

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SPREAD = 1_000_000
"""Identifiers a block: their sightings make a text of some dozens of megabytes."""
HALF = 1 << 32
"""Two numbers travel as one, the first this many times: row numbers stay below 2^30."""
_AS_TEXT = {"sqlite": "group_concat({}, ' ')", "postgresql": "string_agg(({})::text, ' ')"}

_SHOWN = """
FROM sighting s WHERE s.identifier_id >= :low AND s.identifier_id < :high
"""
_SHOWN_NUMBER = f"s.identifier_id * {2 * HALF} + s.seller_id * 2 + CASE WHEN s.role = :role THEN 1 ELSE 0 END"


def read_numbers(connection: Connection, number: str, rest: str, **bound: object) -> Numbers:
    """Read one whole number a row: `number` is an expression in SQL, `rest` all that follows it; in no order."""
    one = _AS_TEXT[connection.dialect.name].format(number)
    whole = connection.execute(text(f"SELECT {one} {rest}"), bound).scalar()
    if not whole:
        return np.empty(0, dtype=np.int64)
    return np.fromstring(whole, dtype=np.int64, sep=" ")


def read_shown(connection: Connection, role: str) -> tuple[Numbers, Numbers]:
    """Read all sightings, sorted: identifiers, and twice the seller and 1 where the role is this one."""
    last = connection.execute(text("SELECT max(identifier_id) FROM sighting")).scalar() or 0
    blocks = []
    for low in range(0, last + 1, _SPREAD):
        block = read_numbers(connection, _SHOWN_NUMBER, _SHOWN, low=low, high=low + _SPREAD, role=role)
        block.sort(kind="stable")
        blocks.append(block)
    whole = np.concatenate(blocks) if blocks else np.empty(0, dtype=np.int64)
    return whole // (2 * HALF), whole % (2 * HALF)
