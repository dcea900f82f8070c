"""A day of the daemon on a clock of its own: nothing is late, left out or done twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
import time_machine
from apscheduler.executors.debug import DebugExecutor
from apscheduler.job import Job
from apscheduler.schedulers.base import BaseScheduler
from time_machine import Traveller

from crawlers.daemon import daemon
from crawlers.daemon.daemon import Daemon, Steps
from crawlers.daemon.due import JITTER_SECONDS
from crawlers.source import Source
from crawlers.source_files import Sources
from tests.daemon.test_daemon import World

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SOURCES, MINUTES = 60, 15
RELOAD_COSTS = 2.0
"""Seconds that a look at the directory of sources takes here, of the one thread that the clock knows."""
ALLOWED = 5.0


class Clock(BaseScheduler):  # type: ignore[misc]
    """APScheduler's own scheduler, whose waits are steps of the test's clock instead of a thread's sleep."""

    def __init__(self, timezone: tzinfo) -> None:
        super().__init__(timezone=timezone)
        self.late: dict[str, list[float]] = {}
        self.add_executor(_Inline(self.late), "default")

    def wakeup(self) -> None:
        """Do nothing: nobody sleeps."""

    def shutdown(self, wait: bool = True) -> None:
        super().shutdown(wait=wait)

    def live(self, until: datetime, traveller: Traveller) -> None:
        """Do what is due, then jump to when the scheduler would wake again."""
        while datetime.now(UTC) < until:
            wait = self._process_jobs()
            traveller.shift(wait or 0)


class _Inline(DebugExecutor):  # type: ignore[misc]
    """Runs each job where it is submitted, and notes how late that was."""

    def __init__(self, late: dict[str, list[float]]) -> None:
        super().__init__()
        self.late = late

    def _do_submit_job(self, job: Job, run_times: list[datetime]) -> None:
        self.late.setdefault(job.id, []).append((datetime.now(UTC) - run_times[0]).total_seconds())
        super()._do_submit_job(job, run_times)


class _Slow(World):
    """A world whose directory of sources takes its time to read."""

    traveller: Traveller

    def steps(self) -> Steps:
        return replace(super().steps(), sources=self._read)

    def _read(self) -> Sources:
        self.traveller.shift(RELOAD_COSTS)
        return Sources(self.watched, {})


@pytest.fixture(name="clock")
def _clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Clock, Traveller]]:
    made: list[Clock] = []

    def make(timezone: tzinfo) -> Clock:
        made.append(Clock(timezone))
        return made[0]

    monkeypatch.setattr(daemon, "BackgroundScheduler", make)
    world = _Slow()
    world.watched = {
        name: Source(
            name=name, platform="generic", start=[f"https://{name}.example/"], schedule=f"*/{MINUTES} * * * *"
        )
        for name in (f"s{number}" for number in range(SOURCES))
    }
    with time_machine.travel(NOON, tick=False) as traveller:
        world.runs = dict.fromkeys(world.watched, NOON)
        world.traveller = traveller
        watching = Daemon(world.steps(), gather_seconds=0.0)
        watching.start()
        yield made[0], traveller
        watching.stop()


def test_no_source_starts_more_than_five_seconds_late_on_any_of_a_days_turns(
    clock: tuple[Clock, Traveller],
) -> None:
    scheduler, traveller = clock
    scheduler.live(NOON + timedelta(days=1, seconds=JITTER_SECONDS), traveller)
    turns = 24 * 60 // MINUTES
    crawls = {name: late for name, late in scheduler.late.items() if name.startswith("crawl ")}
    assert len(crawls) == SOURCES
    assert all(turns - 1 <= len(late) <= turns + 1 for late in crawls.values())
    late = sorted(seconds for each in crawls.values() for seconds in each)
    assert late[0] >= 0
    assert late[len(late) * 99 // 100] <= ALLOWED
    assert max(late) <= ALLOWED
