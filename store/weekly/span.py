"""A calendar week by its ISO name. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from store.errors import UserError

_NAME = re.compile(r"(\d{4})-W(\d{2})\Z")


@dataclass(frozen=True, slots=True)
class Week:
    """Monday 00:00 UTC to the next one."""

    name: str
    start: datetime
    end: datetime

    def holds(self, moment: datetime | None) -> bool:
        """Tell whether a moment lies in it."""
        return moment is not None and self.start <= moment < self.end


def week_named(name: str) -> Week:
    """Read a week's ISO 8601 name.

    Raises:
        UserError: where it is none.

    >>> str(week_named("2026-W40").start.date())
    '2026-09-28'
    """
    found = _NAME.match(name)
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        monday = None
    if monday is None:
        raise UserError(f"{name[:40]!r} is no week: name one such as 2026-W40")
    start = datetime.combine(monday, time(), UTC)
    return Week(name, start, start + timedelta(days=7))


def this_week(now: datetime) -> Week:
    """Give the week that a moment lies in.

    >>> this_week(datetime(2026, 11, 24, tzinfo=UTC)).name
    '2026-W48'
    """
    year, number, _ = now.isocalendar()
    return week_named(f"{year:04d}-W{number:02d}")


def last_whole_week(now: datetime) -> Week:
    """Give the last week that is over.

    >>> last_whole_week(datetime(2026, 11, 24, tzinfo=UTC)).name
    '2026-W47'
    """
    return this_week(now - timedelta(days=7))
