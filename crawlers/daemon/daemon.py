"""The daemon: each source on its own cron line, due ones crawled in batches, then load, link and feeds."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from crawlers.daemon.batches import batches_of, hard_timeout
from crawlers.daemon.due import is_due, trigger_of

if TYPE_CHECKING:
    from crawlers.daemon.children import ChildEnd
    from crawlers.source import Source

log = logging.getLogger("resalewatch.daemon")

RELOAD_SECONDS = 60
"""How often the directory of sources is looked at again."""
GATHER_SECONDS = 1.0
"""How long the first due source waits for others to share its child with."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What the daemon does, as functions, so that it knows neither Scrapy nor SQL.

    `lease` takes names and seconds and gives tokens; `crawl` runs one batch; `missed` is told which sources of a
    batch left no bundle and why; `publish` loads the spool, links and writes the feeds.
    """

    sources: Callable[[], Mapping[str, Source]]
    last_runs: Callable[[], Mapping[str, datetime]]
    lease: Callable[[Sequence[str], int], Mapping[str, int]]
    release: Callable[[Mapping[str, int]], None]
    crawl: Callable[[Sequence[Source], Mapping[str, int]], ChildEnd]
    missed: Callable[[Sequence[Source], Mapping[str, int], ChildEnd], None]
    publish: Callable[[], None]
    stop_children: Callable[[], None]


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
        self._lock = threading.Lock()
        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="crawl")
        self._publishing = threading.Lock()
        self._loop = threading.Thread(target=self._run, name="daemon")
        self._stopping = threading.Event()
        self._sources: dict[str, Source] = {}

    def start(self) -> None:
        """Schedule all sources, enqueue those that a stop or a crash made late, and begin."""
        self.reload()
        # misfire_grace_time None and coalesce: a late job runs once instead of being dropped (apscheduler's 1 s).
        self._scheduler.add_job(
            self.reload,
            IntervalTrigger(seconds=RELOAD_SECONDS),
            id="reload sources",
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()
        self._loop.start()

    def reload(self) -> None:
        """Look at the directory of sources again: new and changed ones get a job, removed ones lose theirs."""
        try:
            found = {name: one for name, one in self._steps.sources().items() if one.enabled}
            runs = self._steps.last_runs()
        except Exception:
            log.exception("the sources could not be read; the ones known before go on")
            return
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
        if self._stopping.is_set():
            return
        tokens: Mapping[str, int] = {}
        try:
            tokens = self._steps.lease([source.name for source in batch], hard_timeout(batch))
            leased = [source for source in batch if source.name in tokens]
            if not leased:
                return
            end = self._steps.crawl(leased, tokens)
            if self._stopping.is_set():
                return  # the child was ended: what it left whole waits in the spool for the next start
            self._steps.missed(leased, tokens, end)
            self._publish()
        except Exception:
            # One batch's trouble is said and never ends the daemon: the others are still due.
            log.exception("a batch failed: %s", ", ".join(source.name for source in batch))
        finally:
            self._steps.release(tokens)

    def _publish(self) -> None:
        with self._publishing:
            self._steps.publish()
