"""Claims: links as they leave in feeds. One that falls stays as `retracted` with its reason, and may come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, insert, text, update

from store.columns import Utc
from store.import_batches import table_of
from store.known_tables import Claim
from store.links.judged import JUDGED, lost_by_judgement
from store.links.reasons import retraction_reasons

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

ACTIVE, RETRACTED = "active", "retracted"
_claim = table_of(Claim)
_BATCH = 5_000

_NEW = """
SELECT l.id AS link_id, l.seller_id, l.account_id
FROM link_rebuilt x CROSS JOIN link l
WHERE l.seller_id = x.seller_id AND l.account_id = x.account_id
  AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.link_id = l.id) ORDER BY l.id
"""
_BACK = """
SELECT c.id FROM link_rebuilt x CROSS JOIN link l CROSS JOIN claim c
WHERE l.seller_id = x.seller_id AND l.account_id = x.account_id AND c.link_id = l.id AND c.status = 'retracted'
ORDER BY c.id
"""
_MOVED = """
SELECT c.id FROM link_changed x CROSS JOIN link l CROSS JOIN claim c
WHERE l.seller_id = x.seller_id AND l.account_id = x.account_id AND c.link_id = l.id AND c.status = 'active'
ORDER BY c.id
"""
_FALLEN = """
SELECT c.id, c.seller_id, c.account_id, c.status, c.reason FROM link_seller x CROSS JOIN claim c
WHERE c.seller_id = x.seller_id AND NOT EXISTS (SELECT 1 FROM link l WHERE l.id = c.link_id) ORDER BY c.id
"""


@dataclass(frozen=True, slots=True)
class ClaimCounts:
    """How many claims are new, came back, changed their path, or were retracted."""

    new: int
    back: int
    changed: int
    retracted: int


def claim_id(link: str) -> str:
    """Give the id under which a link is claimed in feeds."""
    return f"clm_{link}"


def keep_claims(connection: Connection, now: datetime) -> ClaimCounts:
    """Bring claims to the links as they stand; `last_change` moves only where a claim's own words changed.

    Uses `link_seller`, `link_rebuilt` and `link_changed`, which build_links leaves for it.
    """
    back = [row.id for row in connection.execute(text(_BACK))]
    moved = [row.id for row in connection.execute(text(_MOVED))]
    _set(connection, dict.fromkeys(back, ACTIVE), {}, now)
    _set(connection, dict.fromkeys(moved, ACTIVE), {}, now)
    retracted = _retract(connection, now)
    new = _add(connection, now)
    return ClaimCounts(new, len(back), len(moved), retracted)


def _add(connection: Connection, now: datetime) -> int:
    common = {"status": ACTIVE, "reason": "", "first_linked_at": now, "last_change": now}
    rows = [
        {"id": claim_id(row.link_id), "link_id": row.link_id, "seller_id": row.seller_id, "account_id": row.account_id}
        for row in connection.execute(text(_NEW))
    ]  # fmt: skip
    for start in range(0, len(rows), _BATCH):
        connection.execute(insert(_claim), [row | common for row in rows[start : start + _BATCH]])
    return len(rows)


def _retract(connection: Connection, now: datetime) -> int:
    fallen = connection.execute(text(_FALLEN)).all()
    judged = lost_by_judgement(connection)
    ends = {row.id: (row.seller_id, row.account_id) for row in fallen}
    reasons = retraction_reasons(connection, set(ends.values()) - judged) | dict.fromkeys(judged, JUDGED)
    said = {claim: reasons[pair] for claim, pair in ends.items()}
    changed = {row.id: RETRACTED for row in fallen if row.status != RETRACTED or row.reason != said[row.id]}
    _set(connection, changed, said, now)
    return sum(row.status != RETRACTED for row in fallen)


def _set(
    connection: Connection, statuses: Mapping[str, str], reasons: Mapping[str, str], now: datetime
) -> None:
    statement = update(_claim).where(_claim.c.id == bindparam("claim"))
    statement = statement.values(
        status=bindparam("said"), reason=bindparam("why"), last_change=bindparam("now", type_=Utc())
    )
    rows: list[dict[str, Any]] = [
        {"claim": key, "said": status, "why": reasons.get(key, ""), "now": now}
        for key, status in statuses.items()
    ]
    if rows:
        connection.execute(statement, rows)
