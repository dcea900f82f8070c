"""What people took back by hand, account by account and value by value: a later list does not bring it in again unasked."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, text, update

from store.import_batches import table_of
from store.known_records import AccountLine, AccountRun, Rejected
from store.known_tables import KnownAccount, KnownWithdrawal
from store.matching import comparable, joins_as, spoken
from store.report import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Row

_withdrawal, _account = table_of(KnownWithdrawal), table_of(KnownAccount)
WHOLE = ""
"""The `value_key` of a whole account's withdrawal."""
_EVER = """
SELECT kind FROM known_identifier WHERE account_id = :account AND value = :value AND kind IN :kinds LIMIT 1
"""
_HINT = "--reopen takes it in again"


def value_key(kind: str, value: str) -> str:
    """Hash a value, alike for all kinds that it is compared as, so that its withdrawal is known and not the value.

    >>> value_key("phone", "+1555") == value_key("whatsapp", "+1555") != value_key("qq", "+1555")
    True
    """
    return hashlib.sha256(f"{joins_as(kind)}\0{value}".encode()).hexdigest()


def withdrawn_reason(connection: Connection, account: int, key: str) -> str | None:
    """Say why somebody took this value of an account back (key WHOLE: the account); None where it is not so, or no more."""
    mine = (_withdrawal.c.account_id == account) & (_withdrawal.c.value_key == key)
    query = select(_withdrawal.c.reason).where(mine, _withdrawal.c.reopened_at.is_(None))
    found: str | None = connection.execute(query).scalar()
    return found


def save_withdrawal(connection: Connection, account: int, key: str, reason: str, now: datetime) -> None:
    """Keep that somebody took this back; what is taken back already keeps its reason."""
    if withdrawn_reason(connection, account, key) is None:
        row = {"account_id": account, "value_key": key, "reason": reason, "at": now}
        connection.execute(insert(_withdrawal).values(**row))


def ever_held(connection: Connection, account: int, kind: str, value: str) -> bool:
    """Tell whether an account has or had a value in clear, as whichever of the kinds that are compared."""
    query = text(_EVER).bindparams(bindparam("kinds", expanding=True))
    asked = {"account": account, "value": value, "kinds": comparable(kind)}
    return connection.execute(query, asked).first() is not None


class Withdrawn:
    """What stands withdrawn, as one import meets it; `reopen` opens it again where the list names it."""

    def __init__(self, connection: Connection, now: datetime, *, reopen: bool, full: bool) -> None:
        self._connection, self._now, self._reopen, self._full = connection, now, reopen, full
        query = select(_withdrawal, _account.c.provider, _account.c.account_ref)
        query = query.join(_account, _account.c.id == _withdrawal.c.account_id)
        self._rows: dict[tuple[str, str], dict[str, Row[Any]]] = {}
        for row in connection.execute(query.where(_withdrawal.c.reopened_at.is_(None))):
            self._rows.setdefault((row.provider, row.account_ref), {})[row.value_key] = row
        self._met: set[int] = set()
        self.kept: list[Rejected] = []
        """Lines kept out because they name what was withdrawn."""

    def sift(
        self, lines: Iterable[AccountLine | AccountRun | Rejected]
    ) -> Iterable[AccountLine | AccountRun | Rejected]:
        """Let lines pass that name nothing withdrawn; of a full list the rest of a line passes too."""
        return self._sifted(lines) if self._rows else lines

    def notes(self) -> tuple[str, ...]:
        """Open again what was met, where that is asked, and say in sentences what became of it."""
        if not self._met:
            return ()
        told = plural(len(self._met), "thing") + " that people took back by hand"
        if not self._reopen:
            return (f"kept out: {told}: {_HINT}",)
        again = update(_withdrawal).where(_withdrawal.c.id.in_(self._met)).values(reopened_at=self._now)
        self._connection.execute(again)
        return (f"opened again: {told}",)

    def _sifted(
        self, lines: Iterable[AccountLine | AccountRun | Rejected]
    ) -> Iterator[AccountLine | AccountRun | Rejected]:
        for line in lines:
            rows = None if isinstance(line, Rejected) else self._rows.get((line.provider, line.account_ref))
            if rows is None or isinstance(line, Rejected):
                yield line
            elif isinstance(line, AccountLine):
                yield from self._look(line, rows)
            else:
                for one in line.each():
                    yield from self._look(one, rows)

    def _look(self, line: AccountLine, rows: dict[str, Row[Any]]) -> Iterator[AccountLine]:
        keyed = [(one, value_key(one.kind, one.value)) for one in line.values if one.value is not None]
        bad = [one for one, key in keyed if key in rows]
        met = [rows[key] for _, key in keyed if key in rows]
        whole = rows.get(WHOLE)
        self._met |= {row.id for row in (*met, *([whole] if whole is not None else []))}
        if self._reopen or (whole is None and not bad):
            yield line
            return
        row, what = (whole, "account") if whole is not None else (met[0], spoken(bad[0].kind))
        self.kept.append(
            Rejected(line.line, f"this {what} was withdrawn on {row.at:%Y-%m-%d} ({row.reason}): {_HINT}")
        )
        if self._full and whole is None:
            yield replace(line, values=tuple(one for one in line.values if one not in bad))
