"""Known accounts as they stand, for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, select

from store.import_batches import table_of
from store.known_tables import KnownAccount, KnownAccountVersion, KnownIdentifier

if TYPE_CHECKING:
    from datetime import datetime

_account = table_of(KnownAccount)
_version = table_of(KnownAccountVersion)
_identifier = table_of(KnownIdentifier)


def find_accounts(
    connection: Connection, provider: str | None, class_name: str | None, limit: int
) -> list[dict[str, Any]]:
    """Give current accounts in the order of provider and account_ref, each with how many values are held of it."""
    held = select(func.count()).where(
        _identifier.c.account_id == _account.c.id, _identifier.c.valid_until.is_(None)
    )
    query = select(_account, _version, held.scalar_subquery().label("held")).join(
        _version, _version.c.account_id == _account.c.id
    )
    query = _narrowed(query, provider, class_name).order_by(_account.c.provider, _account.c.account_ref)
    return [
        {
            "provider": row.provider,
            "account_ref": row.account_ref,
            "class": row.class_name,
            "values": row.held,
            "campaign": row.campaign,
            "banned_at": _day(row.banned_at),
            "hold": row.hold,
        }
        for row in connection.execute(query.limit(limit))
    ]


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
