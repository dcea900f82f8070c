"""One run over one source: what is asked next, what came of it, and in the end its bundle."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawlers.arrived import disallowed, fate_of, read_page, record_of, scrubbed
from crawlers.asker import Asker
from crawlers.blocked import blocked
from crawlers.fetched import Fetched, Wanted
from crawlers.kept import KeptRun, keep_run, read_kept, to_json
from crawlers.page import Ask, Page, PageChangedError, Reading
from crawlers.pictures.gallery import ROLE as PICTURE
from crawlers.pictures.gallery import Gallery
from crawlers.platforms import PLATFORMS
from crawlers.resolve import SourceFacts, resolve
from crawlers.scrub import scrub_text
from crawlers.shape import Samples, in_shape
from crawlers.unchanged import Unchanged
from crawlers.unrendered import is_unrendered
from crawlers.verdict import GONE, Fate, Outcome, Verdict, decide
from store.run_records import ListingRecord, OfferRecord, Record, RunRecord, SeenRecord

if TYPE_CHECKING:
    from pathlib import Path

    from crawlers.bundle import BundleWriter
    from crawlers.source import Source

log = logging.getLogger("resalewatch.run")

WALLS_IN_A_ROW = 3


class Run(Asker):
    """Drives one platform's reader over one source's pages; whatever breaks ends a page, never the process."""

    def __init__(
        self,
        source: Source,
        writer: BundleWriter,
        run_id: str,
        *,
        token: int = 0,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(source)
        self.outcomes: list[Outcome] = []
        self._writer = writer
        self._run_id = run_id
        self._token = token
        self._clock = clock
        self._started_at = clock()
        self._gallery = Gallery(wanted=source.pictures)
        self._pages, self._pictures = list[tuple[Page, Reading]](), list[tuple[Page, Reading]]()
        self._last: tuple[Page, Reading] | None = None
        self._samples, self._listings = Samples(source.contract.shape), set[tuple[str, ...]]()
        self._bytes = self._walls = self._page_count = 0
        comparable = source.platform in PLATFORMS and not source.pictures
        kept = read_kept(writer.spool, source, self._started_at) if comparable else None
        self._before = Unchanged(kept, writer.aside, notes=comparable)
        self._begin()

    def _begin(self) -> None:
        for url in self.source.start:
            for ask in PLATFORMS[self.source.platform].start(url):
                self._hosts.add(urlsplit(ask.url).netloc)
                self._want(ask, first=True)

    def next(self) -> Wanted | None:
        """Give the next page to fetch, those that list goods first; None where the run is over."""
        over = self._bytes > self.source.max_bytes or self._walls >= WALLS_IN_A_ROW
        return (
            None if over or self._writer.failed is not None else self._pop()
        )  # nothing is kept of a failed one

    def validators(self, wanted: Wanted) -> dict[str, str]:
        """Give the headers that let a host say that a page is as it was when this source was last read."""
        return self._before.validators(wanted)

    def take(self, wanted: Wanted, fetched: Fetched) -> None:
        """Scrub, keep and read a page that came, unless it is as it was, and note the pages that it asks for."""
        self._bytes += len(fetched.body)
        if self._bytes > self.source.max_bytes:
            self.lose(wanted.ask, "failed", self._over)
        elif known := self._before.meet(wanted, fetched):
            self._go_on(known)
        else:
            self._take(wanted, fetched)

    def _take(self, wanted: Wanted, fetched: Fetched, known: Reading | None = None) -> None:
        try:
            page = scrubbed(wanted, fetched, self._clock())
            wall = blocked(page.status, page.headers, page.body)
        except Exception as error:
            log.exception("%s: a page could not be scrubbed", self.source.name)
            self.lose(wanted.ask, "broken", f"the page could not be scrubbed: {type(error).__name__}")
            return
        if page.role == PICTURE:
            self._gallery.take(page, fetched)
            return
        self._last = None if known is None else (page, known)
        if wanted.first:
            self._hosts.add(urlsplit(page.url).netloc)
        fate, reason = fate_of(wanted, page, wall, self._hosts)
        if fate == "read" and self._says_the_same(wanted, fetched, page):
            return
        self._differ()
        self._keep(page, fetched, wall)
        count = len(self.outcomes)
        if fate == "read":
            self._read(wanted, page)
        else:
            self.lose(wanted.ask, fate, reason)
        self._remember(wanted, fetched, self.outcomes[count:])

    def _says_the_same(self, wanted: Wanted, fetched: Fetched, page: Page) -> bool:
        """Say whether a page of other bytes is read as before; a reader that breaks on it is told where it is taken."""
        if not self._before.holds:
            return False
        try:
            reading = self._reading_of(page)
        except Exception:  # noqa: BLE001
            return False
        if known := self._before.meet_reading(wanted, fetched, reading):
            self._go_on(known)
            return True
        return False

    def _differ(self) -> None:
        """Take the pages that were as before like any others, now that not all are."""
        if not self._before.holds:
            return
        for held in self._before.end():
            if held.fetched is None:
                self._asked -= 1
                self._want_again(held.wanted)
            else:
                self._take(held.wanted, held.fetched, held.reading)

    def _remember(self, wanted: Wanted, fetched: Fetched, outcomes: list[Outcome]) -> None:
        """Note what the next run may compare with; a page that came to more than one end leaves it nothing."""
        [fate] = [one.fate for one in outcomes] if len(outcomes) == 1 else [None]
        if fate == "read" and self._last is not None:
            self._before.note(wanted, fetched, outcomes[0], self._last[1])
        elif fate == "missing":
            self._before.note(wanted, fetched, outcomes[0], None)
        else:
            self._before.spoil()

    def lose(self, ask: Ask, fate: Fate, reason: str) -> None:
        """Note that a page was not read, and why; a picture less changes nothing of what a run is worth."""
        if ask.role == PICTURE:
            log.info("%s: a picture is left out: %s", self.source.name, scrub_text(reason))
            return
        self._differ()
        if fate != "missing":
            self._before.spoil()
        self._walls = self._walls + 1 if fate == "blocked" else 0
        lists = ask.lists and not (fate == "missing" and self._want_instead(ask))
        self.outcomes.append(Outcome(role=ask.role, lists=lists, fate=fate, reason=scrub_text(reason)))

    def disallow(self, ask: Ask, reason: str) -> None:
        """Note that robots.txt forbade a page, as a page without a snapshot."""
        self._writer.add(disallowed(ask, reason, self._clock()))
        self.lose(ask, "blocked", reason)

    def look_at_pictures(self) -> None:
        """Read the codes of the pictures that came, and keep those that name somebody; it may take a minute."""
        for seen in self._gallery.look():
            if seen.fetched is not None:
                self._keep(seen.page, seen.fetched, None)
            self._pictures.append((seen.page, seen.reading))

    def finish(self) -> tuple[Path, RunRecord]:
        """Resolve what was read, judge the run, and move its bundle into the spool."""
        kept = self._before.kept
        if kept is not None and self._before.is_whole:
            self.outcomes.extend(self._before.outcomes)
            self._page_count = len(self._before.outcomes)
        else:
            kept = None
            self._differ()
        self._leave_unasked()
        records = self._resolve() if kept is None else [SeenRecord(offers=kept.offers)]
        contract = self.source.contract
        verdict = decide(
            self.outcomes,
            listings=len(self._listings) if kept is None else kept.listings,
            min_listings=contract.min_listings,
            max_listings=contract.max_listings,
        )
        if kept is None:
            verdict = in_shape(contract.shape, verdict, self._pages)
        for record in records:
            self._writer.add(record)
        run = self._record(verdict, records, kept)
        if kept is None:
            noted = self._before.noted if verdict.verdict in ("ok", "empty") else ()
            self._writer.keep(to_json(keep_run(self.source, run, records, noted, len(self._listings))))
        return self._writer.finish(run), run

    def _keep(self, page: Page, fetched: Fetched, wall: str | None) -> None:
        self._page_count += 1
        self._writer.add_page(record_of(page, fetched, wall), page.body, page.headers, fetched.screenshot)

    def _reading_of(self, page: Page) -> Reading:
        if self._last is None or self._last[0] is not page:
            self._last = (page, read_page(PLATFORMS[self.source.platform], page))
        return self._last[1]

    def _read(self, wanted: Wanted, page: Page) -> None:
        try:
            reading = self._reading_of(page)
        except PageChangedError as error:
            if not self._renders(wanted, page, Reading()):
                self.lose(wanted.ask, "changed", str(error))
            return
        except Exception as error:
            platform = self.source.platform
            log.exception("%s: the reader of %s broke on %s", self.source.name, platform, page.url)
            said = f"the reader of {platform} broke: {type(error).__name__}: {error}"
            self.lose(wanted.ask, "broken", said)
            return
        if self._renders(wanted, page, reading):
            return
        self._walls = 0
        page.let_go()
        self._pages.append((self._samples.lighten(page), reading))
        self._listings.update((one.key,) if one.key else (one.url, one.title) for one in reading.listings)
        self.outcomes.append(
            Outcome(
                role=page.role, lists=wanted.ask.lists, fate="read", listings=len(reading.listings),
                total=reading.total, empty=reading.empty, state=reading.state,
                reason=f"{page.url} says that its good is gone" if reading.state == GONE else "",
            )
        )  # fmt: skip
        if not PLATFORMS[self.source.platform].SHARED_HOST:
            self._gallery.take_inline(page)
        for ask in (*reading.asks, *self._gallery.asks(reading)):
            self._want(ask)

    def _renders(self, wanted: Wanted, page: Page, reading: Reading) -> bool:
        """Ask for the page once more, in a browser, where the plain reply proves to hold scripts and no goods."""
        ask = wanted.ask
        if wanted.render or not ask.lists or ask.method != "GET" or not is_unrendered(page, reading):
            return False
        said = "%s: %s is empty without a browser; browser: true would save a request"
        log.info(said, self.source.name, page.url)
        self._want_again(Wanted(ask, render=True, first=wanted.first))
        return True

    def _leave_unasked(self) -> None:
        walled = f"stopped after {WALLS_IN_A_ROW} walls in a row" if self._walls >= WALLS_IN_A_ROW else ""
        self.outcomes += self._unasked(walled or (self._over if self._bytes > self.source.max_bytes else ""))

    @property
    def _over(self) -> str:
        return f"max_bytes is {self.source.max_bytes}"

    def _keeps(self) -> bool:
        return PLATFORMS[self.source.platform].KEEPS

    def _resolve(self) -> list[Record]:
        source = self.source
        facts = SourceFacts(
            name=source.name, url=source.url, platform=source.platform, language=source.language,
            currency=source.currency, observed=self._started_at.astimezone(UTC).date(),
        )  # fmt: skip
        try:
            return resolve(facts, [*self._pages, *self._pictures])
        except Exception as error:
            log.exception("%s: its pages could not be resolved", source.name)
            start = Ask(url=source.url, role="resolve")
            self.lose(start, "broken", f"the pages could not be resolved: {type(error).__name__}: {error}")
            return []

    def _record(self, verdict: Verdict, records: Sequence[Record], kept: KeptRun | None) -> RunRecord:
        listings, offers = (
            sum(isinstance(record, kind) for record in records) for kind in (ListingRecord, OfferRecord)
        )
        if kept is not None:
            listings, offers = kept.listing_records, len(kept.offers)
        return RunRecord(
            run_id=self._run_id, source=self.source.name, platform=self.source.platform,
            started_at=self._started_at, finished_at=self._clock(), verdict=verdict.verdict, reason=verdict.reason,
            anchored=verdict.anchored, covers_all=verdict.covers_all, keeps=self._keeps(),
            total=verdict.total, pages=self._page_count, listings=listings, offers=offers,
            token=self._token, source_url=self.source.url, same_as="" if kept is None else kept.run_id,
        )  # fmt: skip
