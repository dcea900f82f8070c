"""Logs of a crawl: short, on one stream, and scrubbed like everything else."""

from __future__ import annotations

import logging
from typing import TextIO

from crawlers.scrub import scrub_text

_LOUD = ("scrapy", "scrapy-playwright", "twisted", "asyncio", "py.warnings")
"""What they say of a page is said by its run; only their errors are news."""


class _Scrubbed(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return scrub_text(super().format(record))


def log_to(stream: TextIO, level: int = logging.WARNING, *, stamped: bool = True) -> None:
    """Send the log of this process to a stream; without time stamps where another log takes it up."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Scrubbed(f"{'%(asctime)s ' if stamped else ''}%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.ERROR)
