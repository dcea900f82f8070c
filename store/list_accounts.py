"""Known accounts as they stand, for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, bindparam, func, select, text

from store.import_batches import table_of
from store.known_tables import KnownAccount, KnownAccountVersion

if TYPE_CHECKING:
    from datetime import datetime

_account = table_of(KnownAccount)
_version = table_of(KnownAccountVersion)
_HELD = """
WITH held AS MATERIALIZED (
    SELECT account_id FROM known_identifier WHERE account_id IN :accounts AND valid_until IS NULL)
SELECT account_id, count(*) FROM held GROUP BY account_id
"""


def find_accounts(
    connection: Connection, provider: str | None, class_name: str | None, limit: int
) -> list[dict[str, Any]]:
    """Give current accounts in the order of provider and account_ref, each with how many values are held of it."""
    query = select(_account, _version).join(_version, _version.c.account_id == _account.c.id)
    query = _narrowed(query, provider, class_name).order_by(_account.c.provider, _account.c.account_ref)
    rows = connection.execute(query.limit(limit)).all()
    held = _count_values(connection, [row.id for row in rows])
    return [
        {
            "provider": row.provider,
            "account_ref": row.account_ref,
            "class": row.class_name,
            "values": held.get(row.id, 0),
            "campaign": row.campaign,
            "banned_at": _day(row.banned_at),
            "hold": row.hold,
        }
        for row in rows
    ]


def _count_values(connection: Connection, accounts: list[int]) -> dict[int, int]:
    """Count the values that are held of accounts now; the file of known values is read once for all of them."""
    query = text(_HELD).bindparams(bindparam("accounts", expanding=True))
    return {row[0]: row[1] for row in connection.execute(query, {"accounts": accounts})} if accounts else {}


def count_accounts(
    connection: Connection, provider: str | None = None, class_name: str | None = None
) -> dict[str, int]:
    """Count current accounts by class."""
    query = select(_version.c.class_name, func.count()).join(_account, _account.c.id == _version.c.account_id)
    query = _narrowed(query, provider, class_name)
    rows = connection.execute(query.group_by(_version.c.class_name).order_by(_version.c.class_name))
    return {row[0]: row[1] for row in rows}


def _narrowed(query: Select[Any], provider: str | None, class_name: str | None) -> Select[Any]:
    query = query.where(_version.c.valid_until.is_(None))
    if provider is not None:
        query = query.where(_account.c.provider == provider)
    return query if class_name is None else query.where(_version.c.class_name == class_name)


def _day(moment: datetime | None) -> str | None:
    return None if moment is None else moment.date().isoformat()
