"""When a source is due, by its own cron line: times in, yes or no out."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from apscheduler.triggers.cron import CronTrigger

from crawlers.source_files import Sources, load_sources

if TYPE_CHECKING:
    from pathlib import Path

    from crawlers.source import Source

JITTER_SECONDS = 120
"""Sources that share a cron line spread over so many seconds, so that they never come as one crowd."""


_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_RANGE = re.compile(r"([0-7]|[a-z]{3})(?:-([0-7]|[a-z]{3}))?")


def load_watched(directory: Path) -> Sources:
    """Read an operator's directory of sources, cron lines too.

    Raises:
        SourceError: where the directory itself is missing or cannot be read.
    """
    return load_sources(directory, cron_fault)


def cron_fault(line: str) -> str | None:
    """Say what is wrong with a cron line, or nothing."""
    try:
        trigger = _trigger(line)
    except ValueError as error:
        return f"{line!r} is no cron line ({error}): it takes five fields, such as '23 */6 * * *'"
    if trigger.get_next_fire_time(None, datetime(2026, 1, 1, tzinfo=UTC)) is None:
        return f"{line!r} never comes"
    return None


def trigger_of(source: Source) -> CronTrigger:
    """Make the trigger of a source's cron line, in UTC.

    Raises:
        ValueError: where the line is no cron line; `load_watched` lets none through.
    """
    trigger = _trigger(source.schedule)
    trigger.jitter = JITTER_SECONDS
    return trigger


def _trigger(line: str) -> CronTrigger:
    *fields, weekday = line.split()
    return CronTrigger.from_crontab(" ".join([*fields, _weekdays(weekday.lower())]), timezone=UTC)


def _weekdays(text: str) -> str:
    """Write cron's weekdays, where 0 and 7 are Sunday, by name: APScheduler's own numbers begin with Monday.

    >>> _weekdays("0,2-4")
    'sun,tue,wed,thu'
    """
    return ",".join(name for part in text.split(",") for name in _days_of(part))


def _days_of(part: str) -> list[str]:
    found = _DAY_RANGE.fullmatch(part)
    if found is None:
        return [part]
    first, last = (_day(text) for text in (found[1], found[2] or found[1]))
    if first is None or last is None:
        return [part]
    return [_DAYS[day % 7] for day in range(first, last + (7 if last < first else 0) + 1)]


def _day(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    return _DAYS.index(text) if text in _DAYS else None


def is_due(source: Source, last_run: datetime | None, now: datetime) -> bool:
    """Say whether a run should have started since the last one; a source never crawled is due.

    However many runs were missed, one makes up for all of them.
    """
    if last_run is None:
        return True
    trigger = trigger_of(source)
    trigger.jitter = None
    fire = trigger.get_next_fire_time(None, last_run + timedelta(seconds=1))
    return fire is not None and fire <= now
