"""A provider's full list: what it no longer names is withdrawn, unless that is more than anyone would expect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from store.columns import Utc
from store.errors import UserError
from store.known.hold import CLOSED_COLUMNS, close_accounts
from store.report import plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from store.known_records import Rejected

ONE_IN = 50
"""More than one account in so many, 2 %, is not withdrawn unless it was announced."""
_SCOPE = """
CREATE TEMP TABLE full_scope AS
SELECT a.id AS account_id, s.no AS no FROM known_account a
JOIN known_account_version v ON v.account_id = a.id AND v.valid_until IS NULL
LEFT JOIN stage_account s ON s.provider = a.provider AND s.account_ref = a.account_ref
WHERE a.provider IN (SELECT provider FROM stage_account)
"""
_LOST = """
CREATE TEMP TABLE full_lost AS
SELECT k.account_id, k.kind, k.value, k.digest, k.pepper_id, k.derivation, k.valid_from, k.import_id
FROM known_identifier k JOIN full_scope x ON x.account_id = k.account_id
WHERE k.valid_until IS NULL AND x.no IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM stage_value v
    WHERE v.no = x.no AND v.kind = k.kind AND COALESCE(v.value, '') = COALESCE(k.value, '')
      AND COALESCE(v.digest, '') = COALESCE(k.digest, '') AND COALESCE(v.pepper_id, '') = COALESCE(k.pepper_id, '')
      AND COALESCE(v.derivation, '') = COALESCE(k.derivation, ''))
"""
_INDEX = "CREATE INDEX full_lost_account ON full_lost (account_id)"
_SAME = """
    SELECT 1 FROM full_lost x
    WHERE x.account_id = {0}.account_id AND x.kind = {0}.kind AND COALESCE(x.value, '') = COALESCE({0}.value, '')
      AND COALESCE(x.digest, '') = COALESCE({0}.digest, '') AND COALESCE(x.pepper_id, '') = COALESCE({0}.pepper_id, '')
      AND COALESCE(x.derivation, '') = COALESCE({0}.derivation, '')
"""
_CLOSE = f"UPDATE known_value SET valid_until = :now WHERE valid_until IS NULL AND EXISTS ({_SAME.format('known_value')})"  # noqa: S608 - our words
_COVER = f"""
INSERT INTO known_value ({CLOSED_COLUMNS}) SELECT account_id, kind, value, digest, pepper_id, derivation, valid_from,
    :now, import_id, 1 FROM full_lost AS lost
WHERE NOT EXISTS (SELECT 1 FROM known_value c WHERE c.account_id = lost.account_id AND c.valid_until = :now
                    AND c.kind = lost.kind AND c.import_id = lost.import_id
                    AND COALESCE(c.value, '') = COALESCE(lost.value, '')
                    AND COALESCE(c.digest, '') = COALESCE(lost.digest, ''))
"""  # noqa: S608 - our words
_WITHDRAW = """
UPDATE known_account_version SET valid_until = :now, withdrawn_reason = :reason
WHERE valid_until IS NULL AND account_id IN (SELECT account_id FROM full_scope WHERE no IS NULL)
"""


@dataclass(frozen=True, slots=True)
class Full:
    """A list is said to be full; at most `expected` accounts may be withdrawn or lose a value by it (None: 2 %)."""

    file: str
    expected: int | None = None


def withdraw_lacking(
    connection: Connection, full: Full, rejected: Sequence[Rejected], now: datetime
) -> tuple[int, str]:
    """Withdraw the accounts and values that a staged list lacks, of the providers that it names.

    Gives how many rows changed, and a sentence that says what went.

    Raises:
        UserError: where lines are bad, for what they mean to say would be withdrawn, or too much would go.
    """
    if rejected:
        first = min(rejected, key=lambda one: one.line)
        raise UserError(
            f"a full list must be whole, and {plural(len(rejected), 'line')} of it cannot be read, the first is line "
            f"{first.line} ({first.why}): mend them, nothing was changed"
        )
    for statement in ("CREATE INDEX stage_value_no ON stage_value (no)", _SCOPE, _LOST, _INDEX):
        connection.execute(text(statement))
    gone = list(connection.execute(text("SELECT account_id FROM full_scope WHERE no IS NULL")).scalars())
    losing, values = connection.execute(
        text("SELECT count(DISTINCT account_id), count(*) FROM full_lost")
    ).one()
    _check(connection, full, len(gone) + losing)
    reason = f"its provider's full list {full.file} names it no longer"
    _run(connection, _WITHDRAW, now, reason=reason)
    close_accounts(connection, gone, now)
    _run(connection, _CLOSE, now)
    if connection.dialect.name == "sqlite":
        _run(connection, _COVER, now)
    for name in ("full_scope", "full_lost"):
        connection.execute(text(f"DROP TABLE {name}"))
    words = f"withdrawn: {plural(len(gone), 'account')}, and {plural(values, 'value')} of {plural(losing, 'other')}"
    return len(gone) + int(values), words if gone or values else ""


def _check(connection: Connection, full: Full, withdrawn: int) -> None:
    known = int(connection.execute(text("SELECT count(*) FROM full_scope")).scalar_one())
    allowed = known // ONE_IN if full.expected is None else full.expected
    if withdrawn > allowed and withdrawn * ONE_IN > known:
        raise UserError(
            f"{withdrawn} of {plural(known, 'known account')} would be withdrawn or lose a value, more than 2 %: "
            f"nothing was changed; where that is meant, say --expect-withdrawn {withdrawn}"
        )


def _run(connection: Connection, statement: str, now: datetime, **bound: Any) -> None:  # noqa: ANN401 - what is asked
    connection.execute(text(statement).bindparams(bindparam("now", type_=Utc())), {"now": now, **bound})
