"""Crawls a batch of sources in this process, and leaves a bundle of each in the spool."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any

from crawlers.bundle import BundleWriter, new_run_id, sweep
from crawlers.network.gate import Gate, read_ways
from crawlers.network.targets import words_of
from crawlers.page import Ask
from crawlers.settings import DOWNLOAD_SECONDS, USER_AGENT, settings_of
from store.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from crawlers.network.gate import Way
    from crawlers.network.pace import Pace
    from crawlers.run import Run
    from crawlers.source import Source
    from store.run_records import RunRecord

log = logging.getLogger("resalewatch.crawl")

AT_ONCE = 16
"""Sources that are crawled at the same time; the others of a batch wait, and their own time waits with them."""


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """Where bundles go, the lease token of each source, and who is told of each run as it ends."""

    spool: Path
    tokens: Mapping[str, int] = field(default_factory=dict)
    told: Callable[[RunRecord, Path], None] | None = None
    download_seconds: float = DOWNLOAD_SECONDS
    make_run: Callable[..., Run] | None = None
    """Makes another kind of run in place of Run, with its arguments (a probe)."""


@dataclass(frozen=True, slots=True)
class _Batch:
    options: CrawlOptions
    ways: tuple[tuple[str, Way], ...]
    pace: Pace
    places: asyncio.Semaphore


def crawl(sources: Sequence[Source], options: CrawlOptions) -> list[Path]:
    """Crawl sources side by side and give their bundles, in the order of the sources.

    May be called again and again in one process, from one thread a time. Whatever breaks ends one page or one run:
    every source leaves a bundle with a verdict.

    Raises:
        UserError: where RESALEWATCH_RESOLVE cannot be read; where the spool cannot be written, before anything is
            crawled, or once the other runs have ended.
    """
    ways = read_ways()
    with _writing(options.spool):
        options.spool.mkdir(parents=True, exist_ok=True)
        sweep(options.spool)
    crawling = asyncio.run_coroutine_threadsafe(_crawl_all(sources, options, ways), _loop())
    try:
        bundles: list[Path] = crawling.result()
    except BaseException:
        crawling.cancel()
        raise
    return bundles


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """Start the one loop that all crawls of this process run in: Twisted's reactor cannot be started twice."""
    from twisted.internet import asyncioreactor

    loop = asyncio.new_event_loop()
    asyncioreactor.install(loop)  # type: ignore[no-untyped-call]
    reactor: Any = import_module("twisted.internet.reactor")
    started = threading.Event()

    def run() -> None:
        asyncio.set_event_loop(loop)
        reactor.callWhenRunning(started.set)
        reactor.run(installSignalHandlers=False)

    threading.Thread(target=run, name="crawl", daemon=True).start()
    started.wait()
    return loop


@contextmanager
def _writing(spool: Path) -> Iterator[None]:
    """Say what a disk's trouble means to the user."""
    try:
        yield
    except OSError as error:
        raise UserError(f"the spool {spool} cannot be written: {error.strerror or error}") from error


async def _crawl_all(
    sources: Sequence[Source], options: CrawlOptions, ways: tuple[tuple[str, Way], ...]
) -> list[Path]:
    from crawlers.browser import shared_browser
    from crawlers.network.pace import Pace

    batch = _Batch(options, ways, Pace(), asyncio.Semaphore(AT_ONCE))
    try:
        # One run that cannot be written (a full disk) does not end the others; it is told when they are done.
        ends = await asyncio.gather(
            *(_crawl_one(source, batch) for source in sources), return_exceptions=True
        )
    finally:
        await shared_browser().retire()
    return _bundles(sources, ends)


def _bundles(sources: Sequence[Source], ends: Sequence[Path | BaseException]) -> list[Path]:
    """Give the bundles, or raise what kept one from being written and say of which sources nothing is kept."""
    lost = [source.name for source, end in zip(sources, ends, strict=True) if isinstance(end, UserError)]
    for end in ends:
        if isinstance(end, UserError):
            raise UserError(f"{end}; nothing is kept of {', '.join(lost)}") from end
        if isinstance(end, BaseException):
            raise end
    return [end for end in ends if not isinstance(end, BaseException)]


async def _crawl_one(source: Source, batch: _Batch) -> Path:
    from crawlers.run import Run

    async with batch.places:
        with _writing(batch.options.spool):
            run_id = new_run_id(source.name, datetime.now(UTC))
            writer = BundleWriter(batch.options.spool, run_id)
            try:
                token = batch.options.tokens.get(source.name, 0)
                run = (batch.options.make_run or Run)(
                    source, writer, run_id, token=token, clock=lambda: datetime.now(UTC)
                )
                await _fetch_all(run, batch)
                await asyncio.to_thread(run.look_at_pictures)
                path, record = run.finish()
            except BaseException:
                writer.drop()
                raise
    if batch.options.told is not None:
        batch.options.told(record, path)
    return path


async def _fetch_all(run: Run, batch: _Batch) -> None:
    from scrapy.crawler import Crawler

    from crawlers.network.access import Access
    from crawlers.renderer import PageRenderer
    from crawlers.spider import SourceSpider

    source = run.source
    if not source.verify_tls:
        log.warning("%s: its certificate is not verified (verify_tls: false)", source.name)
    gate = Gate(loopback=source.loopback, ways=batch.ways)
    crawler = Crawler(SourceSpider, settings_of(source, download_seconds=batch.options.download_seconds))
    access = Access(
        gate=gate,
        pace=batch.pace,
        delay=source.delay_seconds,
        deadline=monotonic() + source.timeout_seconds,
        user_agent=USER_AGENT,
        obey_robots=source.robots,
    )
    renderer = PageRenderer(crawler, gate, access.allows)
    access.renderer = renderer
    try:
        await crawler.crawl_async(run=run, access=access)
    except Exception as error:
        log.exception("%s: the crawl broke", source.name)
        run.lose(Ask(url=source.url, role="crawl"), "broken", f"the crawl broke: {words_of(error)}")
    finally:
        await renderer.close()
