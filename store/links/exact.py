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

_MAKE_CANDIDATES = """
CREATE TEMP TABLE link_candidate (
    identifier_id INTEGER, kind TEXT, value TEXT, account_id INTEGER, known_kind TEXT, known_key TEXT)
"""
_ADD = """
INSERT INTO link_candidate SELECT i.id, i.kind, i.value, v.account_id, p.known, k.value
"""
_JOINS = """
  AND v.account_id = k.account_id AND v.valid_until IS NULL AND v.class_name = :class_name
  AND p.shown IN (SELECT kind FROM link_kind WHERE strong = 1)
"""
# CROSS JOIN fixes the order for SQLite: the few values beside the file lead to identifiers by their index.
_BESIDE = f"""{_ADD}
FROM known_value k CROSS JOIN link_pair p CROSS JOIN identifier i CROSS JOIN known_account_version v
WHERE k.valid_until IS NULL AND k.value IS NOT NULL AND p.known = k.kind AND i.kind = p.shown AND i.value = k.value {_JOINS}
"""
# Identifiers in the order of their index, which is that of the file too: neighbours there are read together.
_FILED = f"""{_ADD}
FROM link_pair p CROSS JOIN known_shape t CROSS JOIN {{shown}} CROSS JOIN known_clear k
     CROSS JOIN known_account_version v
WHERE t.kind = p.known AND i.kind = p.shown AND k.shape = t.id AND k.value = i.value {_JOINS}
  AND NOT EXISTS (SELECT 1 FROM known_value c
                  WHERE c.account_id = k.account_id AND c.covers = 1 AND c.kind = t.kind AND c.value = k.value)
"""  # noqa: S608 - our words

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
INSERT INTO link_wanted (seller_id, account_id, rule, kind, value, sighting_id, known_kind, known_key, snapshot_id,
                         pointer, span_start, span_end, sharers)
SELECT s.seller_id, c.account_id, :rule, c.kind, c.value, s.id, c.known_kind, c.known_key, s.snapshot_id,
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
    connection.execute(text(_MAKE_CANDIDATES))
    named = {"class_name": NAMES["class_name"]}
    connection.execute(text(_BESIDE), named)
    if connection.dialect.name == "sqlite":
        connection.execute(text(_FILED.format(shown="identifier i")), named)
    connection.execute(text(_VALUES))
    connection.execute(text(_SHARERS))
    connection.execute(text("CREATE INDEX link_sharers_value ON link_sharers (value, joins)"))
    connection.execute(text(_WANTED), {"rule": EXACT, "role": NAMES["role"]})
    drop_tables(connection, TABLES)
