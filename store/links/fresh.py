"""Stale hops: a value seen with a seller when the account no longer had it, or not yet, by more than the slack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

# A seller began to show it too late, or was last found to begin so too early.
_STALE = """
UPDATE link_wanted SET stale = 1 WHERE EXISTS (
    SELECT 1 FROM known_span p
    WHERE p.account_id = link_wanted.account_id AND p.kind = link_wanted.known_kind AND p.key = link_wanted.known_key
      AND (p.fresh_until < (SELECT f.first_seen_at FROM {table} f WHERE f.id = link_wanted.{column})
           OR p.fresh_from > (SELECT max(l.first_seen_at) FROM {table} f JOIN {table} l ON l.seller_id = f.seller_id
                              WHERE f.id = link_wanted.{column} AND l.role = f.role AND {same})))
"""
_SIGHTING = _STALE.format(table="sighting", column="sighting_id", same="l.identifier_id = f.identifier_id")
_PARTIAL = _STALE.format(
    table="partial_sighting", column="partial_id", same="l.kind = f.kind AND l.written = f.written"
)


def mark_stale(connection: Connection) -> None:
    """Mark the paths of `link_wanted` that are stale; where a provider says no times, none is."""
    for statement in (_SIGHTING, _PARTIAL):
        connection.execute(text(statement))
