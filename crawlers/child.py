"""`python -m crawlers.child`: crawls one batch, named by a JSON object on standard input.

    {"sources": DIR, "spool": DIR, "tokens": {NAME: LEASE_TOKEN, ...}, "lifeline": DESCRIPTOR}

A job with "domains": [DOMAIN, ...] looks these up in place of sources. The lifeline may be left out: the reading end of a pipe whose other end its daemon holds. One JSON line a run on
standard output: `{"source", "verdict", "reason", "bundle"}`. It opens no database. A signal ends it at once: a half
run is never seen, and what it leaves is swept by the next child. Exit 0 once every source left its bundle, whatever
its verdict; 1 where the job or a source cannot be read, or a bundle cannot be written; the others are done then.
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
from crawlers.source import SourceError
from crawlers.source_files import load_source
from store.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawlers.source import Source
    from store.run_records import RunRecord


def run_job(text: str, out: TextIO) -> list[Path]:
    """Crawl the batch that a job names and give its bundles.

    Raises:
        UserError: where the job is not of this form, or a source cannot be used; the others are crawled before.
    """
    try:
        job = json.loads(text)
        directory, spool, tokens = Path(job["sources"]), Path(job["spool"]), dict(job["tokens"])
        lifeline, domains = job.get("lifeline"), list(job.get("domains") or ())
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            'a job is one JSON object: {"sources": DIR, "spool": DIR, "tokens": {NAME: 1}}'
        ) from error
    if lifeline is not None:
        threading.Thread(target=_end_with, args=(lifeline,), name="lifeline", daemon=True).start()

    def tell(run: RunRecord, bundle: Path) -> None:
        said = {"source": run.source, "verdict": run.verdict, "reason": run.reason, "bundle": str(bundle)}
        out.write(json.dumps(said, ensure_ascii=False) + "\n")
        out.flush()

    if domains:
        from crawlers.registry.look_up import look_up

        return look_up(domains, CrawlOptions(spool=spool, tokens=tokens, told=tell))
    sources, faults = _load(directory, tokens)
    bundles = crawl(sources, CrawlOptions(spool=spool, tokens=tokens, told=tell))
    if faults:
        raise UserError("; ".join(faults))
    return bundles


def _load(directory: Path, names: Iterable[str]) -> tuple[list[Source], list[str]]:
    """Read the sources that can be used, and the faults of those that were broken since the daemon read them."""
    sources, faults = [], []
    for name in names:
        try:
            sources.append(load_source(directory / name))
        except SourceError as error:
            faults.append(str(error))
    return sources, faults


def _end_with(lifeline: int) -> None:
    """End this process group once the daemon is gone, however it died: nobody waits for its bundles any more."""
    while os.read(lifeline, 1):
        pass
    os.killpg(0, signal.SIGTERM)


if __name__ == "__main__":
    log_to(sys.stderr, stamped=False)
    try:
        run_job(sys.stdin.read(), sys.stdout)
    except UserError as problem:
        sys.stderr.write(f"resalewatch: {problem}\n")
        raise SystemExit(1) from None
