"""The command `run`: the daemon."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from pathlib import Path
from typing import Annotated

import typer

from store.options import options_of


def register(app: typer.Typer) -> None:
    """Add `run`."""
    app.command("run")(run)


def run(
    context: typer.Context,
    *,
    feeds: Annotated[Path | None, typer.Option(help="Write the feeds here after each load.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=16, help="Batches crawled at the same time.")] = 2,
) -> None:
    """Crawl each source on its own schedule, then load, link and write feeds, until stopped (SIGTERM or Ctrl-C).

    Example: resalewatch run --feeds feeds/
    """
    from crawlers.daemon.daemon import Daemon
    from crawlers.daemon.wiring import Wiring, only_daemon
    from crawlers.source import load_sources
    from store.database import open_database

    options = options_of(context)
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    with only_daemon(options.spool):
        load_sources(options.sources)
        open_database(options.database, write=True).close()
        daemon = Daemon(Wiring(options, feeds).steps(), workers=workers)
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        daemon.start()
        logging.getLogger("resalewatch").info("watching; stop with SIGTERM or Ctrl-C")
        stop.wait()
        daemon.stop()
