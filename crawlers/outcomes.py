"""Outcomes that receivers send back, from CSV to values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from crawlers.lists import Cells, ListFile
from store.known_records import Rejected
from store.save_outcomes import ACTIONS, OUTCOMES, OutcomeLine

COLUMNS = ("claim_id", "action", "at", "outcome")
_CLAIM = re.compile(r"clm_[0-9a-f]{8,64}\Z")


def read_outcomes(source: ListFile) -> Iterator[OutcomeLine | Rejected]:
    """Read what came of claims, an action a line: claim_id, action, at, outcome.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    source.need_columns(COLUMNS, COLUMNS)
    return source.read(_outcome)


def _outcome(line: int, cells: Cells) -> OutcomeLine:
    claim, action, outcome = cells["claim_id"].lower(), cells["action"].lower(), cells["outcome"].lower()
    if not _CLAIM.match(claim):
        raise ValueError("the claim_id is none of ours: it begins with clm_, as in the feeds")
    if action not in ACTIONS:
        raise ValueError(f"the action is none of {', '.join(ACTIONS)}")
    if outcome not in OUTCOMES:
        raise ValueError(f"the outcome is none of {', '.join(OUTCOMES)}")
    try:
        at = datetime.fromisoformat(cells["at"])
    except ValueError:
        raise ValueError(f"{cells['at'][:40]!r} is no moment such as 2026-11-24T08:00:00Z") from None
    moment = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return OutcomeLine(line, claim, action, moment.astimezone(UTC), outcome)
