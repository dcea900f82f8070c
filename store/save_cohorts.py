"""Sign-ups as counts, as rows; a later list corrects a cell that an earlier one told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from store.cohort_tables import CohortCount
from store.import_batches import ImportReport, Origin, import_each, table_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from store.known_records import Rejected

_count = table_of(CohortCount)


@dataclass(frozen=True, slots=True)
class CohortLine:
    """One cell of a provider's sign-ups."""

    line: int
    provider: str
    day: date
    plan: str
    country: str
    channel: str
    mail_class: str
    sign_ups: int
    banned: int


def save_cohorts(
    connection: Connection, lines: Iterable[CohortLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Save cells of sign-ups; one of the same day, plan, country, channel and class of mail is corrected."""
    return import_each(
        connection, "cohorts", lines, (origin, now), lambda line, batch: _save(connection, line, batch)
    )


def _save(connection: Connection, line: CohortLine, import_id: int) -> int:
    keys = ("provider", "day", "plan", "country", "channel", "mail_class")
    ends: dict[str, Any] = {name: getattr(line, name) for name in keys}
    counts = {"sign_ups": line.sign_ups, "banned": line.banned}
    same = [_count.c[name] == value for name, value in ends.items()]
    held = connection.execute(select(_count).where(*same)).first()
    if held is None:
        connection.execute(insert(_count).values(**ends, **counts, import_id=import_id))
    elif (held.sign_ups, held.banned) == (line.sign_ups, line.banned):
        return 0
    else:
        connection.execute(update(_count).where(*same).values(**counts, import_id=import_id))
    return 1
