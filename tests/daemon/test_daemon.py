from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawlers.daemon.children import ChildEnd, Told
from crawlers.daemon.daemon import Daemon, Steps
from crawlers.source import Source
from crawlers.source_files import Sources
from store.errors import UserError

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DONE = ChildEnd(0, None, "")


class World:
    """Stands for the network and the store: says what the daemon did, and lets a test hold a crawl open."""

    def __init__(self, *names: str) -> None:
        self.watched = {n: Source(name=n, platform="generic", start=[f"https://{n}.example/"]) for n in names}
        self.faults: dict[str, tuple[str, ...]] = {}
        self.loaded = 0
        self.load_fails: Exception | None = None
        self.runs: dict[str, datetime] = {}
        self.held: set[str] = set()
        self.crawled: list[list[str]] = []
        self.missed: list[str] = []
        self.published = threading.Semaphore(0)
        self.started = threading.Semaphore(0)
        self.released: list[str] = []
        self.open = threading.Event()
        self.open.set()
        self.stopped = False
        self.end = DONE
        self.fail_once = False

    def lease(self, names: Sequence[str], seconds: int) -> Mapping[str, int]:
        return {name: 1 for name in names if name not in self.held}

    def crawl(
        self, batch: Sequence[Source], tokens: Mapping[str, int], told: Callable[[Told], None]
    ) -> ChildEnd:
        self.crawled.append(sorted(source.name for source in batch))
        for source in batch[1:]:
            told(Told(source.name, "ok"))
        self.started.release()
        assert self.open.wait(20)
        if self.fail_once:
            self.fail_once = False
            raise RuntimeError("a disk burns")
        return self.end

    def steps(self) -> Steps:
        return Steps(
            sources=lambda: Sources(self.watched, self.faults),
            last_runs=lambda: self.runs,
            lease=self.lease,
            release=self.released.extend,
            crawl=self.crawl,
            missed=lambda batch, tokens, end: self.missed.extend(s.name for s in batch if end.killed),
            load=self.load,
            publish=self.published.release,
            stop_children=self.stop_children,
        )

    def load(self) -> None:
        self.loaded += 1
        if self.load_fails is not None:
            raise self.load_fails

    def stop_children(self) -> None:
        self.stopped = True
        self.open.set()

    def daemon(self) -> Daemon:
        return Daemon(self.steps(), gather_seconds=0.05, clock=lambda: NOW)


def test_late_sources_are_crawled_in_one_batch_at_the_start_and_published() -> None:
    world = World("a", "b", "c")
    world.runs = {"c": NOW}
    daemon = world.daemon()
    daemon.start()
    assert world.published.acquire(timeout=20)
    daemon.stop()
    assert world.crawled == [["a", "b"]]
    assert sorted(world.released) == ["a", "b"]


def test_domains_that_are_due_are_looked_up_like_a_source() -> None:
    world = World("a")
    world.runs = {"a": NOW}
    registry = Source(name="registry-lookups", platform="generic", start=["https://iana.example/"])
    steps = replace(world.steps(), lookups=lambda: registry)
    daemon = Daemon(steps, gather_seconds=0.05, clock=lambda: NOW)
    daemon.start()
    daemon.look_up()
    assert world.published.acquire(timeout=20)
    daemon.stop()
    daemon.look_up()
    assert world.crawled == [["registry-lookups"]]


def test_what_has_outlived_its_period_is_taken_out_every_night(caplog: pytest.LogCaptureFixture) -> None:
    world = World("a")
    world.runs = {"a": NOW}
    asked: list[str] = []

    def purge() -> None:
        asked.append("purge")
        if len(asked) > 1:
            raise UserError("page 0f is missing: restore it first")

    daemon = Daemon(replace(world.steps(), purge=purge), gather_seconds=0.05, clock=lambda: NOW)
    daemon.start()
    assert "purge" in {job.id for job in daemon._scheduler.get_jobs()}
    daemon.purge()
    daemon.purge()
    assert "page 0f is missing: restore it first" in caplog.text
    daemon.stop()
    daemon.purge()
    assert asked == ["purge", "purge"]


def test_a_source_that_another_holds_is_left_to_it() -> None:
    world = World("a", "b")
    world.held = {"a"}
    daemon = world.daemon()
    daemon.start()
    assert world.published.acquire(timeout=20)
    daemon.stop()
    assert world.crawled == [["b"]]


def test_a_killed_child_is_said_and_the_rest_goes_on() -> None:
    world = World("a")
    world.end = ChildEnd(-9, "killed after 30 s", "")
    daemon = world.daemon()
    daemon.start()
    assert world.published.acquire(timeout=20)
    daemon.stop()
    assert world.missed == ["a"]


def test_a_batch_that_fails_does_not_end_the_daemon() -> None:
    world = World("a")
    world.fail_once = True
    daemon = world.daemon()
    daemon.start()
    assert world.started.acquire(timeout=20)
    daemon.enqueue("a")
    assert world.published.acquire(timeout=20)
    daemon.stop()
    assert world.crawled == [["a"], ["a"]]


def test_stop_ends_the_children_and_says_nothing_is_missed() -> None:
    world = World("a")
    world.open.clear()
    daemon = world.daemon()
    daemon.start()
    assert world.started.acquire(timeout=20)
    daemon.stop()
    assert world.stopped
    assert world.missed == []
    assert world.released == ["a"]


def test_new_sources_are_taken_up_and_removed_ones_dropped() -> None:
    world = World("a")
    daemon = world.daemon()
    daemon.start()
    assert world.published.acquire(timeout=20)
    world.watched = World("b").watched
    daemon.reload()
    assert world.published.acquire(timeout=20)
    daemon.enqueue("a")
    daemon.stop()
    assert world.crawled == [["a"], ["b"]]


def test_what_is_done_is_loaded_and_published_while_a_slow_source_is_still_at_work(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "resalewatch.daemon")
    world = World("a", "b", "c")
    world.open.clear()
    daemon = world.daemon()
    daemon.start()
    assert world.started.acquire(timeout=20)
    assert world.loaded == 2
    daemon.publish_loaded()
    assert world.published.acquire(blocking=False)
    daemon.publish_loaded()
    assert not world.published.acquire(blocking=False), "nothing is new"
    world.open.set()
    assert world.published.acquire(timeout=20)
    daemon.stop()
    assert caplog.messages == ["crawling 3: a, b, c", "b: crawled, ok", "c: crawled, ok"]


@pytest.mark.parametrize(
    ("error", "trace"), [(UserError("the disk is full: make room"), False), (ValueError("odd"), True)]
)
def test_a_load_that_fails_is_said_and_made_good_at_the_end_of_the_batch(
    error: Exception, trace: bool, caplog: pytest.LogCaptureFixture
) -> None:
    world = World("a", "b")
    world.load_fails = error
    daemon = world.daemon()
    daemon.start()
    assert world.published.acquire(timeout=20)
    daemon.stop()
    [said] = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert said.getMessage().startswith("b waits in the spool")
    assert bool(said.exc_info) is trace


def test_a_faulty_source_is_said_once_and_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    world = World("a", "b")
    world.runs = {"a": NOW, "b": NOW}
    daemon = world.daemon()
    daemon.start()
    broken = world.watched.pop("b")
    world.faults = {"b": ("b/source.yml: platform: it must be given",)}
    daemon.reload()
    daemon.reload()
    [said] = caplog.messages
    assert said == "b is not crawled until this is mended: b/source.yml: platform: it must be given"
    assert jobs_of(daemon) == {"crawl a"}
    world.watched["b"], world.faults = broken, {}
    daemon.reload()
    assert jobs_of(daemon) == {"crawl a", "crawl b"}
    daemon.stop()


def jobs_of(daemon: Daemon) -> set[str]:
    return {job.id for job in daemon._scheduler.get_jobs() if job.id.startswith("crawl ")}


def test_a_source_at_work_is_not_crawled_a_second_time_whatever_its_lease_says() -> None:
    """A clock that jumps an hour ahead ends every lease while its crawl goes on."""
    world = World("a")
    world.runs = {"a": NOW}
    world.open.clear()
    daemon = world.daemon()
    daemon.start()
    daemon.enqueue("a")
    assert world.started.acquire(timeout=20)
    daemon.enqueue("a")
    world.watched = World("a", "b").watched
    daemon.reload()
    assert world.started.acquire(timeout=20)
    world.open.set()
    for _ in range(2):
        assert world.published.acquire(timeout=20)
    daemon.enqueue("a")
    assert world.published.acquire(timeout=20)
    daemon.stop()
    assert sorted(world.crawled) == [["a"], ["a"], ["b"]]
