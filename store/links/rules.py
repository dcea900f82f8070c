"""The pure rules of store/matching.py as temporary tables, so that SQL and Python ask the same question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from store.matching import LINKING_CLASS, LINKING_ROLE, comparable, joins_as
from store.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

NAMES = {"class_name": LINKING_CLASS, "role": LINKING_ROLE}


def drop_tables(connection: Connection, names: Iterable[str]) -> None:
    """Drop temporary tables of an earlier go, where there are any."""
    for name in names:
        connection.execute(text(f"DROP TABLE IF EXISTS {name}"))


def make_rules(connection: Connection) -> None:
    """Make `link_kind` (a row a kind) and `link_pair` (which shown kind is compared with which known kind)."""
    drop_tables(connection, ("link_kind", "link_pair"))
    connection.execute(
        text(
            "CREATE TEMP TABLE link_kind (kind TEXT PRIMARY KEY, joins TEXT, strong INTEGER, hub_limit INTEGER)"
        )
    )
    kinds = [
        {
            "kind": kind.name,
            "joins": joins_as(kind.name),
            "strong": int(kind.strong),
            "hub_limit": kind.hub_limit,
        }
        for kind in KINDS.values()
    ]
    connection.execute(text("INSERT INTO link_kind VALUES (:kind, :joins, :strong, :hub_limit)"), kinds)
    connection.execute(
        text("CREATE TEMP TABLE link_pair (shown TEXT, known TEXT, PRIMARY KEY (shown, known))")
    )
    pairs = [{"shown": kind, "known": known} for kind in KINDS for known in comparable(kind)]
    connection.execute(text("INSERT INTO link_pair VALUES (:shown, :known)"), pairs)


def rules_in_query() -> str:
    """Give `link_kind` and `link_pair` as parts of a WITH clause, for connections that may not write at all."""
    kinds = ", ".join(
        f"('{kind.name}', '{joins_as(kind.name)}', {int(kind.strong)}, {kind.hub_limit})"
        for kind in KINDS.values()
    )
    pairs = ", ".join(f"('{kind}', '{known}')" for kind in KINDS for known in comparable(kind))
    return (
        f"link_kind (kind, joins, strong, hub_limit) AS (VALUES {kinds}), "
        f"link_pair (shown, known) AS (VALUES {pairs})"
    )
