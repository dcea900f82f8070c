"""Links by exact identifiers: what sellers show as their own contact equals what a provider holds, set by set in SQL.

The conditions are those of store/matching.py, in words there; a property test holds the two equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from store.links.digested import digest_shown
from store.links.rules import NAMES, drop_tables
from store.matching import EXACT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

TABLES = ("link_candidate", "link_value", "link_sharers", "link_shown_digest")

_MAKE_CANDIDATES = """
CREATE TEMP TABLE link_candidate (
    identifier_id INTEGER, kind TEXT, value TEXT, account_id INTEGER, known_kind TEXT, known_key TEXT)
"""
_ADD = "INSERT INTO link_candidate SELECT i.id, i.kind, i.value, v.account_id, "
_JOINS = """
  AND v.account_id = k.account_id AND v.valid_until IS NULL AND v.class_name = :class_name
"""
_STRONG = "AND p.shown IN (SELECT kind FROM link_kind WHERE strong = 1)"
_FEW_SHOWN = "link_shown x CROSS JOIN identifier i"
_FEW_BESIDE = f"""{_ADD} p.known, k.value
FROM {_FEW_SHOWN} CROSS JOIN link_pair p CROSS JOIN known_value k CROSS JOIN known_account_version v
WHERE i.id = x.identifier_id AND k.valid_until IS NULL AND p.shown = i.kind AND k.kind = p.known AND k.value = i.value
  {_JOINS} {_STRONG}
"""
_COVERED = """
  AND NOT EXISTS (SELECT 1 FROM known_value c
                  WHERE c.account_id = k.account_id AND c.covers = 1 AND c.kind = t.kind AND c.value = k.value)
"""
_FEW_FILED = f"""{_ADD} p.known, k.value
FROM {_FEW_SHOWN} CROSS JOIN link_pair p CROSS JOIN known_shape t CROSS JOIN known_clear k
     CROSS JOIN known_account_version v
WHERE i.id = x.identifier_id AND t.kind = p.known AND p.shown = i.kind AND k.shape = t.id AND k.value = i.value
  {_JOINS} {_STRONG} {_COVERED}
"""
# CROSS JOIN fixes the order for SQLite: the few values beside the file lead to identifiers by their index.
_BESIDE = f"""{_ADD} p.known, k.value
FROM known_value k CROSS JOIN link_pair p CROSS JOIN identifier i CROSS JOIN known_account_version v
WHERE k.valid_until IS NULL AND k.value IS NOT NULL AND p.known = k.kind AND i.kind = p.shown AND i.value = k.value
  {_JOINS} {_STRONG}
"""
# Identifiers in the order of their index, which is that of the file too: neighbours there are read together.
_FILED = f"""{_ADD} p.known, k.value
FROM link_pair p CROSS JOIN known_shape t CROSS JOIN identifier i CROSS JOIN known_clear k
     CROSS JOIN known_account_version v
WHERE t.kind = p.known AND i.kind = p.shown AND k.shape = t.id AND k.value = i.value {_JOINS} {_STRONG} {_COVERED}
"""
_DIGEST = "d.known_kind, d.pepper_id || ':' || d.digest"
_DIGEST_BESIDE = f"""{_ADD} {_DIGEST}
FROM link_shown_digest d CROSS JOIN identifier i CROSS JOIN known_value k CROSS JOIN known_account_version v
WHERE i.id = d.identifier_id AND k.kind = d.known_kind AND k.digest = d.digest AND k.pepper_id = d.pepper_id
  AND k.derivation IS NULL AND k.valid_until IS NULL {_JOINS}
"""
_DIGEST_FILED = f"""{_ADD} {_DIGEST}
FROM link_shown_digest d CROSS JOIN known_shape t CROSS JOIN identifier i CROSS JOIN known_digest k
     CROSS JOIN known_account_version v
WHERE t.kind = d.known_kind AND t.pepper_id = d.pepper_id AND t.derivation IS NULL AND i.id = d.identifier_id
  AND k.shape = t.id AND k.digest = d.bytes {_JOINS}
  AND NOT EXISTS (SELECT 1 FROM known_value c
                  WHERE c.account_id = k.account_id AND c.covers = 1 AND c.kind = t.kind AND c.digest = d.digest
                    AND c.pepper_id = t.pepper_id AND c.derivation IS NULL)
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
WHERE n.sellers <= lk.hub_limit AND s.seller_id IN (SELECT seller_id FROM link_seller)
  AND s.id = (SELECT min(f.id) FROM sighting f
              WHERE f.identifier_id = s.identifier_id AND f.seller_id = s.seller_id AND f.role = :role)
  AND NOT EXISTS (SELECT 1 FROM protected_value pv JOIN link_kind pk ON pk.kind = pv.kind
                  WHERE pv.value = c.value AND pk.joins = lk.joins AND pv.valid_until IS NULL)
  AND NOT EXISTS (SELECT 1 FROM warned_value wv JOIN link_kind wk ON wk.kind = wv.kind
                  WHERE wv.value = c.value AND wk.joins = lk.joins)
"""


def want_exact(
    connection: Connection, keys: Mapping[str, bytes] | None = None, *, narrow: bool = False
) -> None:
    """Add to `link_wanted` one path for every seller of `link_seller`, shown identifier and known value that join.

    A seller's first sighting of an identifier proves it, however many listings repeat it. Values that are known by
    digest join under the peppers of `keys`, by id; under others what had joined goes on to.
    """
    drop_tables(connection, TABLES)
    connection.execute(text(_MAKE_CANDIDATES))
    digests = digest_shown(connection, keys or {}, narrow=narrow)
    filed = connection.dialect.name == "sqlite"
    for statement, wanted in (
        (_FEW_BESIDE if narrow else _BESIDE, True), (_FEW_FILED if narrow else _FILED, filed),
        (_DIGEST_BESIDE, digests), (_DIGEST_FILED, digests and filed)
    ):  # fmt: skip
        if wanted:
            connection.execute(text(statement), {"class_name": NAMES["class_name"]})
    connection.execute(text(_VALUES))
    connection.execute(text(_SHARERS))
    connection.execute(text("CREATE INDEX link_sharers_value ON link_sharers (value, joins)"))
    connection.execute(text(_WANTED), {"rule": EXACT, "role": NAMES["role"]})
    drop_tables(connection, TABLES)
