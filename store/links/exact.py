"""Links by exact identifiers: what sellers show as their own contact equals what a provider holds, set by set in SQL.

The conditions are those of store/matching.py, in words there; a property test holds the two equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from store.links.rules import NAMES, drop_tables
from store.matching import EXACT

if TYPE_CHECKING:
    from sqlalchemy import Connection

TABLES = ("link_candidate", "link_value", "link_sharers")

# CROSS JOIN fixes the order for SQLite: identifiers by kind, then the index of known values, then the account.
_CANDIDATES = """
CREATE TEMP TABLE link_candidate AS
SELECT i.id AS identifier_id, p.shown AS kind, i.value AS value, k.id AS known_id, k.account_id AS account_id
FROM link_pair p CROSS JOIN identifier i CROSS JOIN known_identifier k CROSS JOIN known_account_version v
WHERE i.kind = p.shown AND k.kind = p.known AND k.value = i.value AND k.valid_until IS NULL
  AND v.account_id = k.account_id AND v.valid_until IS NULL AND v.class_name = :class_name
  AND p.shown IN (SELECT kind FROM link_kind WHERE strong = 1)
"""

_VALUES = """
CREATE TEMP TABLE link_value AS
SELECT DISTINCT lk.joins AS joins, c.value AS value
FROM link_candidate c JOIN link_kind lk ON lk.kind = c.kind
"""

_SHARERS = """
CREATE TEMP TABLE link_sharers AS
SELECT v.joins AS joins, v.value AS value, count(DISTINCT s.seller_id) AS sellers
FROM link_value v CROSS JOIN link_kind lk CROSS JOIN identifier i CROSS JOIN sighting s
WHERE lk.joins = v.joins AND i.kind = lk.kind AND i.value = v.value AND s.identifier_id = i.id
GROUP BY v.joins, v.value
"""

_WANTED = """
INSERT INTO link_wanted (seller_id, account_id, rule, kind, value, sighting_id, known_identifier_id, snapshot_id,
                         pointer, span_start, span_end, sharers)
SELECT s.seller_id, c.account_id, :rule, c.kind, c.value, s.id, c.known_id, s.snapshot_id,
       s.pointer, s.span_start, s.span_end, n.sellers - 1
FROM link_candidate c
JOIN link_kind lk ON lk.kind = c.kind
JOIN link_sharers n ON n.joins = lk.joins AND n.value = c.value
JOIN sighting s ON s.identifier_id = c.identifier_id
WHERE n.sellers <= lk.hub_limit
  AND s.id = (SELECT min(f.id) FROM sighting f
              WHERE f.identifier_id = s.identifier_id AND f.seller_id = s.seller_id AND f.role = :role)
  AND NOT EXISTS (SELECT 1 FROM protected_value pv JOIN link_kind pk ON pk.kind = pv.kind
                  WHERE pv.value = c.value AND pk.joins = lk.joins AND pv.valid_until IS NULL)
"""


def want_exact(connection: Connection) -> None:
    """Add to `link_wanted` one path for every seller, shown identifier and known value that join.

    A seller's first sighting of an identifier proves it, however many listings repeat it.
    """
    drop_tables(connection, TABLES)
    connection.execute(text(_CANDIDATES), {"class_name": NAMES["class_name"]})
    connection.execute(text(_VALUES))
    connection.execute(text(_SHARERS))
    connection.execute(text("CREATE INDEX link_sharers_value ON link_sharers (value, joins)"))
    connection.execute(text(_WANTED), {"rule": EXACT, "role": NAMES["role"]})
    drop_tables(connection, TABLES)
