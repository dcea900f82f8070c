"""A thousand unchanged offers crawled a thousand times: what the database and the evidence grow by."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from store.database import Database, open_database
from store.load import load_spool
from store.valuation import save_valuations
from tests.store.bundles import shop_bundle

LIMIT = 2_000_000


def main(offers: int = 1000, crawls: int = 1000) -> int:
    """Crawl, load and value again and again; 0 where the growth stays within the figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_database(f"sqlite:///{folder}/x.db", write=True) as database:
            _crawl(database, folder, 0, offers)
            before, kept = _size(database), _evidence(folder)
            start = time.process_time()
            for number in range(1, crawls + 1):
                _crawl(database, folder, number, offers)
            each = (time.process_time() - start) / crawls
            grown, rows = _size(database) - before, _rows(database)
        held = grown <= LIMIT and _evidence(folder) == kept and rows == offers
        sys.stdout.write(
            f"unchanged: {offers} offers crawled {crawls} times: {rows} observations, database +{grown:,} bytes"
            f" (limit {LIMIT:,}), evidence +{_evidence(folder) - kept} bytes, {each * 1000:.0f} CPU ms a crawl,"
            f" bundle included: {'held' if held else 'missed'}\n"
        )
    return 0 if held else 1


def _crawl(database: Database, folder: Path, number: int, offers: int) -> None:
    body = b"<html>at minute %d" % number
    shop_bundle(folder / "spool", f"r{number}", number, offers, body=body)
    for report in load_spool(database, folder / "spool", folder / "evidence"):
        assert report.verdict == "ok", report
    save_valuations(database)


def _size(database: Database) -> int:
    with database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        return int(pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one())


def _rows(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM observation").scalar_one())


def _evidence(folder: Path) -> int:
    return sum(path.stat().st_size for path in (folder / "evidence").rglob("*.warc.gz"))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
