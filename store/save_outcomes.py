"""Outcomes as rows: what receivers did about claims, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from store.claims_sent import SENT
from store.import_batches import ImportReport, Origin, import_each, table_of
from store.known_records import Rejected
from store.known_tables import Claim
from store.receiver_tables import ClaimSent, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

ACTIONS = ("ban", "step_up", "card_report", "takedown", "legal", "review")
OUTCOMES = ("done", "confirmed", "overturned", "no_effect", "not_acted")
"""`overturned`: the action was taken back, for the claim was wrong or could not be upheld."""
_outcome, _claim, _sent = table_of(Outcome), table_of(Claim), table_of(ClaimSent)


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One action on one claim, and what came of it."""

    line: int
    claim_id: str
    action: str
    at: datetime
    outcome: str


def save_outcomes(
    connection: Connection, lines: Iterable[OutcomeLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Save outcomes; one of the same claim, action and moment is corrected, and a claim that never left is refused."""
    return import_each(
        connection, "outcomes", lines, (origin, now), lambda line, batch: _save(connection, line, batch, now)
    )


def _save(connection: Connection, line: OutcomeLine, import_id: int, now: datetime) -> int | Rejected:
    why = _refusal(connection, line, now)
    if why is not None:
        return Rejected(line.line, why)
    ends = {"claim_id": line.claim_id, "action": line.action, "at": line.at}
    same = [_outcome.c[name] == value for name, value in ends.items()]
    held = connection.execute(select(_outcome.c.outcome).where(*same)).scalar()
    if held == line.outcome:
        return 0
    said = {"outcome": line.outcome, "import_id": import_id}
    if held is None:
        connection.execute(insert(_outcome).values(**ends, **said))
    else:
        connection.execute(update(_outcome).where(*same).values(**said))
    return 1


def _refusal(connection: Connection, line: OutcomeLine, now: datetime) -> str | None:
    if line.at > now:
        return f"{line.at:%Y-%m-%d %H:%M} UTC is yet to come"
    if connection.execute(select(_claim.c.id).where(_claim.c.id == line.claim_id)).first() is None:
        return "no claim has this claim_id: take it from the feed as it stands there"
    mine = (_sent.c.claim_id == line.claim_id) & (_sent.c.says == SENT)
    left = connection.execute(select(func.min(_sent.c.sent_at)).where(mine)).scalar()
    if left is None:
        return "this claim never left in a feed, so nobody can have acted on it"
    if line.at.date() < left.date():
        return (
            f"{line.at:%Y-%m-%d} is before the claim first left in a feed, on {left:%Y-%m-%d}: mend the day"
        )
    return None
