"""The daemon: each source on its own cron line, due ones crawled in batches, then load, link and feeds."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from crawlers.daemon.batches import batches_of, hard_timeout
from crawlers.daemon.due import is_due, trigger_of
from store.errors import UserError

if TYPE_CHECKING:
    from apscheduler.triggers.base import BaseTrigger

    from crawlers.daemon.children import ChildEnd, Told
    from crawlers.source import Source
    from crawlers.source_files import Sources

log = logging.getLogger("resalewatch.daemon")

RELOAD_SECONDS = 60
"""How often the directory of sources is looked at again."""
GATHER_SECONDS = 1.0
"""How long the first due source waits for others to share its child with."""
LOOK_UP_SECONDS = 3600
"""How often operators' domains are looked through for those that are due: each is once a week."""
PURGE_HOUR = 3
"""The hour, in UTC, at which what has outlived its period goes, a day at a time."""
PUBLISH_SECONDS = 60
"""How often what was loaded is valued, linked and written to the feeds while its batch is still at work."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What the daemon does, as functions, so that it knows neither Scrapy nor SQL.

    `lease` takes names and seconds and gives tokens; `crawl` runs one batch and tells of each run as it ends;
    `missed` is told which sources of a batch left no bundle and why; `load` loads the spool; `publish` does so too,
    values, links and writes the feeds.
    """

    sources: Callable[[], Sources]
    last_runs: Callable[[], Mapping[str, datetime]]
    lease: Callable[[Sequence[str], int], Mapping[str, int]]
    release: Callable[[Mapping[str, int]], None]
    crawl: Callable[[Sequence[Source], Mapping[str, int], Callable[[Told], None]], ChildEnd]
    missed: Callable[[Sequence[Source], Mapping[str, int], ChildEnd], None]
    load: Callable[[], None]
    publish: Callable[[], None]
    stop_children: Callable[[], None]
    lookups: Callable[[], Source | None] = lambda: None
    """Gives the source that operators' domains are looked up as, where any is due."""
    purge: Callable[[], None] = lambda: None
    """Takes out what has outlived its period."""


class Daemon:
    """Runs until `stop`; a run cut short is due again at the next start, so stopping loses nothing."""

    def __init__(
        self,
        steps: Steps,
        *,
        workers: int = 2,
        gather_seconds: float = GATHER_SECONDS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._steps = steps
        self._gather_seconds = gather_seconds
        self._clock = clock
        self._due: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._waiting: set[str] = set()
        self._at_work: set[str] = set()
        self._lock = threading.Lock()
        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="crawl")
        self._publishing = threading.Lock()
        self._unpublished = False
        self._loop = threading.Thread(target=self._run, name="daemon")
        self._stopping = threading.Event()
        self._sources: dict[str, Source] = {}
        self._faults: Mapping[str, tuple[str, ...]] = {}

    def start(self) -> None:
        """Schedule all sources, enqueue those that a stop or a crash made late, and begin."""
        self.reload()
        self._every(RELOAD_SECONDS, self.reload, "reload sources")
        self._every(PUBLISH_SECONDS, self.publish_loaded, "publish what was loaded")
        self._every(LOOK_UP_SECONDS, self.look_up, "look domains up")
        self._job(self.purge, CronTrigger(hour=PURGE_HOUR, minute=17, timezone=UTC), "purge")
        self._scheduler.start()
        self._loop.start()

    def reload(self) -> None:
        """Look at the directory of sources again: new and changed ones get a job, removed ones lose theirs."""
        with _said("the sources could not be read, the ones known before go on"):
            self._take_up(self._steps.sources(), self._steps.last_runs())

    def _take_up(self, watched: Sources, runs: Mapping[str, datetime]) -> None:
        self._say_faults(watched.faults)
        found = {name: one for name, one in watched.found.items() if one.enabled}
        for name in self._sources.keys() - found.keys():
            self._scheduler.remove_job(f"crawl {name}")
        for name, source in found.items():
            if self._sources.get(name) != source:
                self._schedule(source)
                if is_due(source, runs.get(name), self._clock()):
                    self.enqueue(name)
        self._sources = found

    def enqueue(self, name: str) -> None:
        """Put a source among the due ones; one that waits already waits once."""
        with self._lock:
            if name in self._waiting or self._stopping.is_set():
                return
            self._waiting.add(name)
        self._due.put(name)

    def stop(self) -> None:
        """Start nothing more, end the children, come to the end of the step that is being published, and return."""
        self._stopping.set()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        self._steps.stop_children()
        self._due.put(None)
        if self._loop.is_alive():
            self._loop.join()
        self._pool.shutdown(wait=True)
        with self._publishing:
            return

    def publish_loaded(self) -> None:
        """Publish what was loaded since the last time, so that a batch's slow source holds back no other."""
        if not self._unpublished or self._stopping.is_set():
            return
        with _said("what was loaded could not be published"):
            self._publish()

    def look_up(self) -> None:
        """Look up the domains that are due, beside the crawls."""
        with _said("domains could not be looked up"):
            source = None if self._stopping.is_set() else self._steps.lookups()
            if source is not None:
                self._pool.submit(self._crawl, [source])

    def purge(self) -> None:
        """Take out what has outlived its period, while nothing is published."""
        with _said("what has outlived its period could not be taken out"), self._publishing:
            if not self._stopping.is_set():
                self._steps.purge()

    def _every(self, seconds: int, job: Callable[[], None], name: str) -> None:
        self._job(job, IntervalTrigger(seconds=seconds), name)

    def _job(self, job: Callable[[], None], trigger: BaseTrigger, name: str) -> None:
        # misfire_grace_time None and coalesce: a late job runs once instead of being dropped (apscheduler's 1 s).
        self._scheduler.add_job(
            job, trigger, id=name, misfire_grace_time=None, coalesce=True, max_instances=1
        )

    def _say_faults(self, faults: Mapping[str, tuple[str, ...]]) -> None:
        """Log what is wrong with a source once, and again when it is wrong in another way."""
        for name, said in faults.items():
            if self._faults.get(name) != said:
                log.error("%s is not crawled until this is mended: %s", name, "; ".join(said))
        self._faults = faults

    def _schedule(self, source: Source) -> None:
        self._scheduler.add_job(
            self.enqueue,
            trigger_of(source),
            args=[source.name],
            id=f"crawl {source.name}",
            replace_existing=True,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )

    def _run(self) -> None:
        while not self._stopping.is_set():
            names = self._gather()
            batches = batches_of(self._sources[name] for name in names if name in self._sources)
            for batch in batches:
                self._pool.submit(self._crawl, batch)

    def _gather(self) -> list[str]:
        """Wait for a due source, then take the others that are due with it."""
        names = [self._due.get()]
        self._stopping.wait(self._gather_seconds)
        while not self._due.empty():
            names.append(self._due.get())
        return [name for name in names if name is not None]

    def _crawl(self, batch: Sequence[Source]) -> None:
        with self._lock:
            self._waiting.difference_update(source.name for source in batch)
            # A lease may run out before its crawl where the clock jumps: who is at work here is not asked again.
            batch = [source for source in batch if source.name not in self._at_work]
            names = [source.name for source in batch]
            self._at_work.update(names)
        try:
            # One batch's trouble is said and never ends the daemon: the others are still due.
            with _said(f"a batch failed: {', '.join(names)}"):
                self._crawl_unleased(batch)
        finally:
            with self._lock:
                self._at_work.difference_update(names)

    def _crawl_unleased(self, batch: Sequence[Source]) -> None:
        if self._stopping.is_set() or not batch:
            return
        tokens = self._steps.lease([source.name for source in batch], hard_timeout(batch))
        try:
            self._crawl_leased([source for source in batch if source.name in tokens], tokens)
        finally:
            self._release(tokens)

    def _crawl_leased(self, batch: Sequence[Source], tokens: Mapping[str, int]) -> None:
        if not batch:
            return
        log.info("crawling %d: %s", len(batch), ", ".join(source.name for source in batch))
        end = self._steps.crawl(batch, tokens, self._told)
        if self._stopping.is_set():
            return  # the child was ended: what it left whole waits in the spool for the next start
        self._steps.missed(batch, tokens, end)
        self._publish()

    def _release(self, tokens: Mapping[str, int]) -> None:
        with _said(f"the leases of {', '.join(tokens)} run on until they expire"):
            self._steps.release(tokens)

    def _told(self, one: Told) -> None:
        """Load a run as soon as its child tells of it; where that fails, the end of its batch tries again."""
        log.info("%s: crawled, %s", one.source, f"{one.verdict}: {one.reason}" if one.reason else one.verdict)
        if self._stopping.is_set():
            return
        with _said(f"{one.source} waits in the spool"), self._publishing:
            self._unpublished = True  # also where the load fails: the next minute tries again
            self._steps.load()

    def _publish(self) -> None:
        with self._publishing:
            self._steps.publish()
            self._unpublished = False


@contextmanager
def _said(what: str) -> Iterator[None]:
    """Log an error and go on: one that a user can mend as its sentence, any other as a programmer wants it."""
    try:
        yield
    except UserError as error:
        log.error("%s: %s", what, error)  # noqa: TRY400 - a user has no use for the traceback
    except Exception:
        log.exception("%s", what)
