"""`python -m crawlers.child`: crawls one batch, named by a JSON object on standard input.

    {"sources": DIR, "spool": DIR, "tokens": {NAME: LEASE_TOKEN, ...}, "lifeline": DESCRIPTOR}

The lifeline may be left out: the reading end of a pipe whose other end its daemon holds. One JSON line a run on standard output: `{"source", "verdict", "reason", "bundle"}`. It opens no database. A signal
ends it at once: a half run is never seen, and what it leaves is swept by the next child. Exit 0 once every source
left its bundle, whatever its verdict; 1 where the job cannot be read.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from crawlers.crawl import CrawlOptions, crawl
from crawlers.logs import log_to
from crawlers.source import load_source
from store.errors import UserError

if TYPE_CHECKING:
    from store.run_records import RunRecord


def run_job(text: str, out: TextIO) -> list[Path]:
    """Crawl the batch that a job names and give its bundles.

    Raises:
        UserError: where the job is not of this form, or a source cannot be used.
    """
    try:
        job = json.loads(text)
        directory, spool, tokens = Path(job["sources"]), Path(job["spool"]), dict(job["tokens"])
        lifeline = job.get("lifeline")
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            'a job is one JSON object: {"sources": DIR, "spool": DIR, "tokens": {NAME: 1}}'
        ) from error
    if lifeline is not None:
        threading.Thread(target=_end_with, args=(lifeline,), name="lifeline", daemon=True).start()
    sources = [load_source(directory / name) for name in tokens]

    def tell(run: RunRecord, bundle: Path) -> None:
        said = {"source": run.source, "verdict": run.verdict, "reason": run.reason, "bundle": str(bundle)}
        out.write(json.dumps(said, ensure_ascii=False) + "\n")
        out.flush()

    return crawl(sources, CrawlOptions(spool=spool, tokens=tokens, told=tell))


def _end_with(lifeline: int) -> None:
    """End this process group once the daemon is gone, however it died: nobody waits for its bundles any more."""
    while os.read(lifeline, 1):
        pass
    os.killpg(0, signal.SIGTERM)


if __name__ == "__main__":
    log_to(sys.stderr)
    try:
        run_job(sys.stdin.read(), sys.stdout)
    except UserError as problem:
        sys.stderr.write(f"resalewatch: {problem}\n")
        raise SystemExit(1) from None
