"""Binds the daemon's steps to the spool, the database and the feeds."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from crawlers.bundle import BundleWriter, new_run_id
from crawlers.daemon.children import ChildEnd, Children, Told
from crawlers.daemon.daemon import Steps
from crawlers.daemon.due import load_watched
from crawlers.registry.look_up import choose_domains, source_of
from crawlers.source import Source
from store.database import Database, open_database
from store.due_domains import due_domains
from store.errors import UserError
from store.feeds.head import StaleError
from store.feeds.writer import write_feeds
from store.forget import Why
from store.judge import IMPORTED
from store.leases import free_leases, release_leases, take_leases
from store.links.build import build_links
from store.load import load_spool
from store.locks import file_lock
from store.peppers import read_peppers
from store.purge import purge
from store.records import REGISTRY
from store.run_records import RunRecord
from store.schema import TABLES
from store.valuation import save_valuations

if TYPE_CHECKING:
    from store.options import Options

log = logging.getLogger("resalewatch.daemon")


class Wiring:
    """What one daemon works with: the shared options, its children, where its feeds go."""

    def __init__(
        self,
        options: Options,
        feeds: Path | None,
        stopping: Callable[[], bool] = lambda: False,
        *,
        registry: bool = True,
        purge: bool = True,
    ) -> None:
        self._options = options
        self._feeds = feeds
        self._stopping = stopping
        # Not the process: who holds the spool's lock stands in for whoever held it before.
        self._owner = f"{socket.gethostname()}:{options.spool.resolve()}"
        self._children = Children(options.sources, options.spool)
        self._registry, self._purges = registry, purge
        self._domains: list[str] = []

    def recover(self) -> None:
        """Take up what a daemon of this spool left when it died: its leases are free, its whole bundles are loaded."""
        with self._open() as database, database.writing() as connection:
            free_leases(connection, self._owner, now=datetime.now(UTC))
        self._publish()

    def steps(self) -> Steps:
        """Give the steps of DESIGN §2, from due sources to feeds."""
        return Steps(
            sources=lambda: load_watched(self._options.sources),
            last_runs=self._last_runs,
            lease=self._lease,
            release=self._release,
            crawl=self._crawl,
            missed=self._missed,
            load=self._load,
            publish=self._publish,
            stop_children=self._children.stop,
            lookups=self._lookups,
            purge=self._purge,
        )

    def _crawl(
        self, batch: Sequence[Source], tokens: Mapping[str, int], told: Callable[[Told], None]
    ) -> ChildEnd:
        domains = self._domains if [source.name for source in batch] == [REGISTRY] else ()
        return self._children.crawl(batch, tokens, told, domains=domains)

    def _lookups(self) -> Source | None:
        if not self._registry:
            return None
        with self._open() as database, database.reading() as connection:
            self._domains = choose_domains(due_domains(connection, datetime.now(UTC)))
        return source_of(self._domains) if self._domains else None

    def _open(self) -> Database:
        return open_database(self._options.database, write=True)

    def _last_runs(self) -> Mapping[str, datetime]:
        run = TABLES["run"]
        with self._open() as database, database.reading() as connection:
            # finished_at is text on SQLite, and max() of it loses the column's type.
            rows = connection.execute(
                select(run.c.source, func.max(run.c.finished_at, type_=run.c.finished_at.type))
                .where(run.c.event.is_distinct_from(IMPORTED))
                .group_by(run.c.source)
            )
            return {str(source): last for source, last in rows.all()}

    def _lease(self, names: Sequence[str], seconds: int) -> Mapping[str, int]:
        with self._open() as database, database.writing() as connection:
            return take_leases(connection, names, owner=self._owner, now=datetime.now(UTC), seconds=seconds)

    def _release(self, tokens: Mapping[str, int]) -> None:
        with self._open() as database, database.writing() as connection:
            release_leases(connection, dict(tokens), now=datetime.now(UTC))

    def _missed(self, batch: Sequence[Source], tokens: Mapping[str, int], end: ChildEnd) -> None:
        """Leave a bundle for each source whose child left none, so that its failure is on record and not forgotten."""
        if end.killed is None and end.code == 0:
            return
        reason = end.killed or f"the crawl ended with exit {end.code}: {end.log.strip()[-300:]}"
        log.error("a batch of %d sources: %s", len(batch), reason)
        try:
            for source in batch:
                if source.name not in end.done:
                    leave_failure(self._options.spool, source, reason, tokens.get(source.name, 0))
        except OSError as error:
            raise UserError(f"the spool {self._options.spool} cannot be written: {error.strerror}") from error

    def _load(self) -> None:
        """Load what waits in the spool, as far as a stop lets it."""
        with self._open() as database:
            for report in load_spool(database, self._options.spool, self._options.evidence):
                said = f"{report.verdict or report.outcome}, {report.offers} offers"
                name = report.source or report.run_id
                log.info("%s: loaded, %s%s", name, said, f": {report.reason}" if report.reason else "")
                if self._stopping():
                    return

    def _publish(self) -> None:
        """Load what waits, value it, link it and write the feeds; a stop ends it between two steps.

        What a stop leaves undone is done when the next daemon recovers.
        """
        self._load()
        if self._stopping():
            return
        with self._open() as database:
            save_valuations(database)
            if self._stopping():
                return
            with database.writing() as connection:
                build_links(connection, datetime.now(UTC), keys=read_peppers(self._options.keys))
        if self._feeds is not None and not self._stopping():
            self._write_feeds(self._feeds)

    def _write_feeds(self, into: Path) -> None:
        try:
            written = write_feeds(self._options.database, into, datetime.now(UTC))
        except StaleError as error:
            # A daemon that starts in a new directory, or after days of rest, has to crawl before there is news.
            log.warning("feeds: %s", error)
        else:
            log.info("feeds: version %d in %s", written.version, into)

    def _purge(self) -> None:
        if not self._purges:
            return
        with self._open() as database:
            why = Why("", "resalewatch run", datetime.now(UTC))
            gone, held = purge(database, self._options.evidence, self._options.spool, why)
        log.info(
            "purge: %d values and %d pages are gone, %d are held by cases", gone.values, gone.pages, held
        )


def leave_failure(spool: Path, source: Source, reason: str, token: int) -> Path:
    """Write a bundle that holds nothing but a failed run, and give it.

    Raises:
        OSError: where the spool cannot be written; nothing is left there then.
    """
    now = datetime.now(UTC)
    run_id = new_run_id(source.name, now)
    writer = BundleWriter(spool, run_id)
    run = RunRecord(
        run_id=run_id,
        source=source.name,
        platform=source.platform,
        started_at=now,
        finished_at=now,
        verdict="failed",
        reason=reason,
        token=token,
        source_url=source.url,
    )
    try:
        return writer.finish(run)
    except OSError:
        writer.drop()
        raise


@contextmanager
def only_daemon(spool: Path) -> Iterator[None]:
    """Hold the place of the one daemon of a spool.

    Raises:
        UserError: where another daemon holds it.
    """
    busy = f"another daemon already works on {spool}: stop it first, or give this one a spool and a database of its own"
    with ExitStack() as held:
        try:
            spool.mkdir(parents=True, exist_ok=True)
            held.enter_context(file_lock(spool / ".daemon.lock", 0.0, busy))
        except OSError as error:
            raise UserError(f"the spool {spool} cannot be written: {error.strerror}") from error
        yield
