"""What joins sellers: the rules of kinds as rows, so that clusters, views and paths ask the same question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, text

from store.schema import TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

JOINING = """
  AND NOT EXISTS (SELECT 1 FROM hub h WHERE h.identifier_id = i.id)
  AND NOT EXISTS (SELECT 1 FROM protected_value pv JOIN kind_rule pk ON pk.kind = pv.kind
                  WHERE pv.value = i.value AND pk.joins = k.joins AND pv.valid_until IS NULL)
"""
"""What an identifier `i` of a strong kind `k` must be to join the sellers who show it as their own."""


def own(table: str, identifier: str) -> str:
    """Say in SQL that a sighting of an identifier is of the seller's own value.

    Said so that it does not rest on the sighting alone: where a database was analysed, SQLite 3.40 would make a Bloom
    filter over all sightings first, which costs seconds for a search of microseconds.

    >>> own("s", "i")
    's.role = CASE WHEN i.id > 0 THEN :role END'
    """
    return f"{table}.role = CASE WHEN {identifier}.id > 0 THEN :role END"


def keep_rules(connection: Connection) -> bool:
    """Bring `kind_rule` to the rules that links are made by (`link_kind`); true where they changed.

    Where they did, nothing that was found under the former ones holds.
    """
    wanted = _rules(connection, "link_kind")
    if wanted == _rules(connection, "kind_rule"):
        return False
    table = TABLES["kind_rule"]
    connection.execute(delete(table))
    names = ("kind", "joins", "strong", "hub_limit")
    connection.execute(insert(table), [dict(zip(names, rule, strict=True)) for rule in sorted(wanted)])
    return True


def _rules(connection: Connection, table: str) -> set[tuple[str, str, bool, int]]:
    query = f"SELECT kind, joins, strong, hub_limit FROM {table}"  # noqa: S608 - one of two names
    return {
        (kind, joins, bool(strong), limit) for kind, joins, strong, limit in connection.execute(text(query))
    }
