"""Probes as rows, those that are still to be looked up, and the accounts in whose logs they were found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import exists, insert, select

from store.import_batches import ImportReport, Origin, import_each, table_of
from store.known_records import AnswerLine, ProbeLine, Rejected
from store.probe_tables import Probe, ProbeAnswer
from store.save_purchases import find_account, find_offer
from store.tables import Offer

if TYPE_CHECKING:
    from sqlalchemy import Connection

WINDOW = timedelta(hours=24)
"""How long after a probe was sent its canary may be found: what stands in a log later may be a copy of the words."""
_probe, _answer, _offer = table_of(Probe), table_of(ProbeAnswer), table_of(Offer)


@dataclass(frozen=True, slots=True)
class Lookup:
    """A probe as a provider's log search needs it: the canary, and between which moments it must stand."""

    canary: str
    request_id: str
    sent_at: datetime
    until: datetime
    provider: str


def save_probes(
    connection: Connection, lines: Iterable[ProbeLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Record probes; a canary that is recorded already stays as it was, and is refused for another offer or moment."""
    return import_each(
        connection, "probes", lines, (origin, now), lambda line, _: _save_probe(connection, line, now)
    )


def _save_probe(connection: Connection, line: ProbeLine, now: datetime) -> int | Rejected:
    if line.sent_at > now:
        return Rejected(line.line, "sent_at is yet to come: a probe is recorded once it is sent")
    offer = find_offer(connection, line.offer)
    if isinstance(offer, str):
        return Rejected(line.line, offer)
    held = connection.execute(select(_probe).where(_probe.c.canary == line.canary)).first()
    if held is not None:
        if (held.offer_id, held.sent_at) == (offer, line.sent_at):
            return 0
        return Rejected(line.line, "this canary was sent before: a probe needs a word of its own")
    said = {
        "request_id": line.request_id,
        "buyer_alias": line.buyer_alias,
        "authorised_by": line.authorised_by,
    }
    ends = {"offer_id": offer, "sent_at": line.sent_at, "canary": line.canary, "case_id": line.case_id}
    connection.execute(insert(_probe).values(**ends, **said, added_at=now))
    return 1


def find_open_probes(connection: Connection, *, answered: bool = False) -> list[Lookup]:
    """Give the probes that no account answers yet (or all), the first sent first."""
    query = select(_probe, _offer.c.provider).join(_offer, _offer.c.id == _probe.c.offer_id)
    if not answered:
        query = query.where(~exists().where(_answer.c.probe_id == _probe.c.id))
    rows = connection.execute(query.order_by(_probe.c.sent_at, _probe.c.id))
    return [
        Lookup(row.canary, row.request_id, row.sent_at, row.sent_at + WINDOW, row.provider or "")
        for row in rows
    ]


def save_answers(
    connection: Connection, lines: Iterable[AnswerLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Record in which accounts' logs probes were found; many a probe, each once. It moves links at the next `link`."""
    return import_each(
        connection, "answers", lines, (origin, now), lambda line, batch: _save_answer(connection, line, batch)
    )


def _save_answer(connection: Connection, line: AnswerLine, import_id: int) -> int | Rejected:
    probe = connection.execute(select(_probe).where(_probe.c.canary == line.canary)).first()
    if probe is None:
        return Rejected(line.line, "no probe has this canary: `purchases lookups --all` names them")
    if not probe.sent_at <= line.seen_at <= probe.sent_at + WINDOW:
        hours = int(WINDOW / timedelta(hours=1))
        sent = f"{probe.sent_at:%Y-%m-%dT%H:%M:%SZ}"
        return Rejected(
            line.line, f"seen_at is not within {hours} hours after {sent}, when the probe was sent"
        )
    account = find_account(connection, line.provider, line.account_ref)
    if isinstance(account, str):
        return Rejected(line.line, account)
    ends = {"probe_id": probe.id, "account_id": account}
    if connection.execute(select(_answer.c.id).where(_answer.c.probe_id == probe.id, _answer.c.account_id == account)).first():  # fmt: skip
        return 0
    connection.execute(insert(_answer).values(**ends, seen_at=line.seen_at, import_id=import_id))
    return 1
