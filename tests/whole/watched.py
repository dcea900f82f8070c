"""Sources of the market, crawled and loaded again and again, each time at an hour that the test says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import select

from crawlers.bundle import RECORDS, read_bundle
from crawlers.crawl import CrawlOptions, crawl
from crawlers.source_files import load_sources
from store.codec import to_line
from store.database import open_database
from store.feeds.writer import write_feeds
from store.load import LoadReport, load_spool
from store.price_seeds import save_prices
from store.run_records import PageRecord, Record, RunRecord
from store.schema import TABLES
from store.valuation import save_valuations
from tests.market.rates import market_rates
from tests.market.server import Market

SOURCES = Path(__file__).parents[1] / "sources"
START = datetime(2026, 11, 20, tzinfo=UTC)


def at(hours: float) -> datetime:
    """Give a moment so many hours after the tests' beginning."""
    return START + timedelta(hours=hours)


def move_run(bundle: Path, finished_at: datetime) -> None:
    """Move a run and its pages in time, as if it had ended then."""
    *pages, run = read_bundle(bundle)
    assert isinstance(run, RunRecord)
    by = finished_at - run.finished_at

    def moved(record: Record) -> Record:
        if isinstance(record, PageRecord):
            return replace(record, fetched_at=record.fetched_at + by)
        return record

    run = replace(run, started_at=run.started_at + by, finished_at=finished_at)
    lines = [to_line(moved(record)) + "\n" for record in (*pages, run)]
    (bundle / RECORDS).write_text("".join(lines), "utf-8")


@dataclass(frozen=True, order=True)
class Standing:
    """One presence: of which offer, by the path of its listing's address and its variant, and its moments."""

    path: str
    label: str
    from_at: datetime
    until_at: datetime | None
    missing_since: datetime | None


@dataclass(frozen=True)
class Watched:
    """A market, the sources that are watched there, and a database of their own."""

    market: Market
    names: tuple[str, ...]
    folder: Path
    use: Callable[[str], None]
    """Sets where the market's hosts are, in the form of RESALEWATCH_RESOLVE."""

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'x.db'}"

    def look(self, hours: float, *, port: int = 0) -> dict[str, LoadReport]:
        """Crawl all, load and value; what the loader said of each source."""
        self.use(f"*.market.test=127.0.0.1:{port or self.market.port}")
        sources = load_sources(SOURCES).found
        spool = self.folder / "spool"
        for bundle in crawl([sources[name] for name in self.names], CrawlOptions(spool=spool)):
            move_run(bundle, at(hours))
        with open_database(self.url, write=True) as database:
            reports = {one.source: one for one in load_spool(database, spool, self.folder / "evidence")}
            with database.writing() as connection:
                save_prices(
                    connection, "rate", market_rates((START - timedelta(days=1)).date()), imported=True
                )
            save_valuations(database)
        assert reports.keys() == set(self.names)
        assert {one.outcome for one in reports.values()} == {"loaded"}
        return reports

    def standing(self, source: str) -> list[Standing]:
        """Give the presences of a source's offers, closed ones too."""
        presence, offer, listing = TABLES["presence"], TABLES["offer"], TABLES["listing"]
        query = (
            select(
                listing.c.url,
                offer.c.label,
                presence.c.from_at,
                presence.c.until_at,
                presence.c.missing_since,
            )
            .join(offer, offer.c.id == presence.c.offer_id)
            .join(listing, listing.c.id == offer.c.listing_id)
            .where(listing.c.source == source)
            .order_by(offer.c.id, presence.c.id)
        )
        with open_database(self.url) as database, database.reading() as connection:
            return [Standing(urlsplit(url).path, *rest) for url, *rest in connection.execute(query)]

    def write_feeds(self, name: str, hours: float) -> Path:
        """Write the feeds of what stands now."""
        write_feeds(self.url, self.folder / name, at(hours))
        return self.folder / name
