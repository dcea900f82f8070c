"""An unchanged market crawled again: what a page costs beside its first reading, and what is written of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.crawl_rate import HOSTS, rate_sources, served
from benchmarks.shop_pages import SECTION

if TYPE_CHECKING:
    from crawlers.fetched import Fetched, Wanted

PAGES, SHARE, EVIDENCE = 25, 0.10, 300


def main(pages: int = PAGES) -> int:
    """Crawl and load twice; 0 where the second time stays within a tenth of the first, and within its bytes."""
    with tempfile.TemporaryDirectory() as name, served(pages) as port:
        command = [sys.executable, "-m", "benchmarks.recrawl", "child", str(pages), name]
        environment = os.environ | {"RESALEWATCH_RESOLVE": f"*.rate.test=127.0.0.1:{port}"}
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    first, again = (found[name] - found["bare"] for name in ("first", "again"))
    held = again <= SHARE * first and found["observations"] == 0 and found["evidence"] <= EVIDENCE
    sys.stdout.write(
        f"recrawl: {found['pages']:.0f} unchanged pages: {found['again']:.1f} CPU ms a page, {found['first']:.1f} the first"
        f" time, {found['bare']:.1f} to fetch alone: {again / first:.0%} of the first time's above it (limit {SHARE:.0%});"
        f" {found['observations']:.0f} observations written, {found['evidence']:.0f} bytes of evidence a page"
        f" (limit {EVIDENCE}): {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


def _child(pages: int, folder: Path) -> dict[str, float]:
    from crawlers.crawl import CrawlOptions, crawl
    from crawlers.page import Ask
    from crawlers.run import Run
    from store.database import open_database
    from store.load import load_spool

    class Bare(Run):
        """Fetches the same pages and looks at none."""

        def take(self, wanted: Wanted, fetched: Fetched) -> None:  # noqa: ARG002 - Run's own
            number = wanted.ask.role.rpartition(" ")[2]
            here = int(number) if number.isdecimal() else 1
            at = wanted.ask.url.rstrip("/").rpartition("/")
            if at[2].isdecimal() and int(at[2]) < pages and int(at[2]) % SECTION:
                self._want(Ask(url=f"{at[0]}/{int(at[2]) + 1}/", role=f"list {here + 1}", lists=True))

    sources = rate_sources(pages)
    count = HOSTS * (pages + 1)
    found: dict[str, float] = {"pages": count}
    crawl(sources, CrawlOptions(spool=folder / "warm", make_run=Bare))
    start = time.process_time()
    crawl(sources, CrawlOptions(spool=folder / "bare", make_run=Bare))
    found["bare"] = 1000 * (time.process_time() - start) / count
    with open_database(f"sqlite:///{folder}/x.db", write=True) as database:
        kept, rows = 0, 0
        for name in ("first", "again"):
            start = time.process_time()
            crawl(sources, CrawlOptions(spool=folder / "spool"))
            reports = list(load_spool(database, folder / "spool", folder / "evidence"))
            found[name] = 1000 * (time.process_time() - start) / count
            assert all(report.verdict == "ok" for report in reports), reports
            size = sum(path.stat().st_size for path in (folder / "evidence").rglob("*.warc.gz"))
            with database.reading() as connection:
                seen = int(connection.exec_driver_sql("SELECT count(*) FROM observation").scalar_one())
            found |= {"evidence": (size - kept) / count, "observations": seen - rows}
            kept, rows = size, seen
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        sys.stdout.write(json.dumps(_child(int(sys.argv[2]), Path(sys.argv[3]))) + "\n")
    else:
        sys.exit(main(*map(int, sys.argv[1:])))
