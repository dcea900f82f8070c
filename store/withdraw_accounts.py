"""Withdrawals of known accounts, and of single values of theirs: versions are closed with the reason, never deleted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select, update

from store.import_batches import ImportReport, Origin, finish_import, start_import, table_of
from store.known.hold import close_accounts, close_value
from store.known.withdrawn import WHOLE, ever_held, save_withdrawal, value_key
from store.known_records import Rejected, Withdrawal
from store.known_tables import KnownAccount, KnownAccountVersion
from store.matching import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_account = table_of(KnownAccount)
_version = table_of(KnownAccountVersion)


@dataclass(slots=True)
class _Tally:
    good: int = 0
    changed: int = 0
    rejected: list[Rejected] = field(default_factory=list)


def save_withdrawals(
    connection: Connection, lines: Iterable[Withdrawal | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Close what the lines name; what is closed already stays as it was. Run it under the writer lock.

    A whole account closes its version, with the reason, and all its values. A line with kind and value closes that
    value alone; one that the account never had is kept out. A later import opens what was closed only where it is asked.
    """
    import_id = start_import(connection, "withdrawal", origin, now)
    tally, closed = _Tally(), set[int]()
    for line in lines:
        if isinstance(line, Rejected):
            tally.rejected.append(line)
            continue
        account = _find(connection, line)
        if account is None:
            why = f"no account of {line.provider} by this account_ref is known"
            tally.rejected.append(Rejected(line.line, why))
            continue
        if line.kind is None:
            tally.changed += _close_account(connection, account, line.reason, now)
            closed.add(account)
        elif (changed := _close_value(connection, account, line, now)) is None:
            tally.rejected.append(
                Rejected(line.line, f"{line.account_ref} has no such {spoken(line.kind)} in clear")
            )
            continue
        else:
            tally.changed += changed
        tally.good += 1
    close_accounts(connection, closed, now)
    return finish_import(connection, import_id, tally.good, tally.changed, tally.rejected)


def _find(connection: Connection, line: Withdrawal) -> int | None:
    query = select(_account.c.id).where(
        _account.c.provider == line.provider, _account.c.account_ref == line.account_ref
    )
    found: int | None = connection.execute(query).scalar()
    return found


def _close_account(connection: Connection, account: int, reason: str, now: datetime) -> int:
    version = update(_version).where(_version.c.account_id == account, _version.c.valid_until.is_(None))
    closed = connection.execute(version.values(valid_until=now, withdrawn_reason=reason)).rowcount
    save_withdrawal(connection, account, WHOLE, reason, now)
    return closed


def _close_value(connection: Connection, account: int, line: Withdrawal, now: datetime) -> int | None:
    """Close one value; None where the account never had one such."""
    assert line.kind is not None
    key = value_key(line.kind, line.value or "")
    closed = close_value(connection, account, line.kind, line.value or "", now)
    if not closed and not ever_held(connection, account, line.kind, line.value or ""):
        return None
    save_withdrawal(connection, account, key, line.reason, now)
    return closed
