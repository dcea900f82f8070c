"""The command `run`: the daemon."""

from __future__ import annotations

import logging
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from store.options import options_of

log = logging.getLogger("resalewatch.daemon")
_QUIET = ("apscheduler", "alembic")


def register(app: typer.Typer) -> None:
    """Add `run`."""
    app.command("run")(run)


def run(
    context: typer.Context,
    *,
    feeds: Annotated[Path | None, typer.Option(help="Write the feeds here after each load.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=16, help="Batches crawled at the same time.")] = 2,
    registry: Annotated[
        bool,
        typer.Option(
            envvar="RESALEWATCH_REGISTRY",
            help="Look operators' domains up once a week, by RDAP and DNS.",
        ),
    ] = True,
    purge: Annotated[
        bool,
        typer.Option(
            envvar="RESALEWATCH_PURGE",
            help="Take out what has outlived its period, every night at 03:17 UTC.",
        ),
    ] = True,
) -> None:
    """Crawl each source on its own schedule, then load, link and write feeds, until stopped (SIGTERM or Ctrl-C).

    Example: resalewatch run --feeds feeds/
    """
    stop = Stop()
    from crawlers.daemon.daemon import Daemon
    from crawlers.daemon.due import load_watched
    from crawlers.daemon.wiring import Wiring, only_daemon
    from crawlers.logs import log_to

    options = options_of(context)
    log_to(sys.stderr, logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    with only_daemon(options.spool):
        load_watched(options.sources)
        wiring = Wiring(options, feeds, stop.is_wanted, registry=registry, purge=purge)
        wiring.recover()
        daemon = Daemon(wiring.steps(), workers=workers)
        daemon.start()
        log.info("watching; stop with SIGTERM or Ctrl-C")
        stop.wait()
        daemon.stop()
    log.info("stopped")


class Stop:
    """Waits for SIGTERM or Ctrl-C.

    A pipe and no threading.Event: a handler that sets an event while its own thread takes the event's lock hangs.
    """

    def __init__(self) -> None:
        self._wanted = False
        self._read, self._write = os.pipe()
        os.set_blocking(self._write, False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._take)

    def is_wanted(self) -> bool:
        """Say whether a signal came."""
        return self._wanted

    def wait(self) -> None:
        """Return when a signal comes, or at once where one came before."""
        os.read(self._read, 1)

    def _take(self, *_: object) -> None:
        self._wanted = True
        with suppress(BlockingIOError):
            os.write(self._write, b"x")
