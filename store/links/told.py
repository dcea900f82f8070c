"""To whom a claim left, with which path, what became of that, and what receivers say they did: for people."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

from store.columns import Utc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_SENT = """
SELECT t.receiver, t.directory, v.number AS version, t.sent_at, t.says, t.body
FROM claim_sent t LEFT JOIN feed_version v ON v.id = t.feed_version WHERE t.claim_id = :claim ORDER BY t.id
"""
_OUTCOMES = "SELECT action, at, outcome FROM outcome WHERE claim_id = :claim ORDER BY at, id"
_TOLD = {"sent": "told", "retracted": "taken back from", "left_out": "left out for"}


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """One thing that a receiver was told of a claim: `path` is how it was linked then, `reason` why it was taken back."""

    receiver: str
    directory: str
    version: int
    sent_at: datetime
    says: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class CameOfIt:
    """One action of a receiver's, and what came of it."""

    action: str
    at: datetime
    outcome: str


def find_told(connection: Connection, claim_id: str) -> list[ToldOnce]:
    """Give what receivers were told of a claim, from the first time on."""
    found = []
    for row in connection.execute(text(_SENT).columns(sent_at=Utc()), {"claim": claim_id}):
        body = json.loads(row.body)
        path = " | ".join("; ".join(hop["words"] for hop in hops) for hops in body.get("paths", ()))
        found.append(
            ToldOnce(row.receiver, row.directory, row.version, row.sent_at, row.says, path, body.get("reason") or "")
        )  # fmt: skip
    return found


def find_outcomes(connection: Connection, claim_id: str) -> list[CameOfIt]:
    """Give what receivers did about a claim, from the first action on."""
    rows = connection.execute(text(_OUTCOMES).columns(at=Utc()), {"claim": claim_id})
    return [CameOfIt(row.action, row.at, row.outcome) for row in rows]


def told_words(told: Iterable[ToldOnce], came: Iterable[CameOfIt]) -> list[str]:
    """Write both in sentences, a line each; what was told again with the same path stands once."""
    lines = []
    last: dict[tuple[str, str], tuple[str, str]] = {}
    for one in told:
        why = one.path if one.says == "sent" else one.reason
        if last.get((one.receiver, one.directory)) == (one.says, why):
            continue
        last[one.receiver, one.directory] = (one.says, why)
        lines.append(
            f"{_TOLD[one.says]} {one.receiver} in {one.directory}, version {one.version} of"
            f" {one.sent_at:%Y-%m-%d %H:%M} UTC{': ' + why if why else ''}"
        )
    lines += [f"outcome: {one.action} of {one.at:%Y-%m-%d %H:%M} UTC: {one.outcome}" for one in came]
    return lines
