"""Sign-ups as counts, as rows; a later list corrects a cell that an earlier one told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from store.cohort_tables import CohortCount
from store.import_batches import ImportReport, Origin, import_each, table_of
from store.known_records import Rejected

if TYPE_CHECKING:
    from sqlalchemy import Connection

_count = table_of(CohortCount)
_KEYS = ("provider", "day", "plan", "country", "channel", "mail_class")


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
    """Save cells of sign-ups; one of the same day, plan, country, channel and class of mail is corrected.

    A line that tells a cell otherwise than an earlier one of the same list is kept out.
    """
    told: dict[tuple[Any, ...], CohortLine] = {}

    def save(line: CohortLine, batch: int) -> int | Rejected:
        first = told.setdefault(tuple(getattr(line, name) for name in _KEYS), line)
        if (first.sign_ups, first.banned) != (line.sign_ups, line.banned):
            counts = f"{first.sign_ups} sign-ups, {first.banned} banned"
            return Rejected(
                line.line, f"line {first.line} tells this cell otherwise ({counts}): keep one of the two"
            )
        return _save(connection, line, batch)

    return import_each(connection, "cohorts", lines, (origin, now), save)


def _save(connection: Connection, line: CohortLine, import_id: int) -> int:
    ends: dict[str, Any] = {name: getattr(line, name) for name in _KEYS}
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
