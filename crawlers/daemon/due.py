"""When a source is due, by its own cron line. Pure: times in, yes or no out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from apscheduler.triggers.cron import CronTrigger

from crawlers.source import SourceError

if TYPE_CHECKING:
    from crawlers.source import Source

JITTER_SECONDS = 120
"""Sources that share a cron line spread over so many seconds, so that they never come as one crowd."""


def trigger_of(source: Source) -> CronTrigger:
    """Make the trigger of a source's cron line, in UTC.

    Raises:
        SourceError: where the line is no cron line.
    """
    try:
        trigger = CronTrigger.from_crontab(source.schedule, timezone=UTC)
    except ValueError as error:
        raise SourceError(
            f"{source.name}: schedule {source.schedule!r} is no cron line ({error}); five fields, such as '23 */6 * * *'"
        ) from error
    trigger.jitter = JITTER_SECONDS
    return trigger


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
