"""One run over one source: what is asked next, what came of it, and in the end its bundle."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawlers.blocked import blocked
from crawlers.fetched import Fetched, Wanted
from crawlers.page import Ask, Page, PageChangedError, Reading
from crawlers.pictures.gallery import ROLE as PICTURE
from crawlers.pictures.gallery import Gallery
from crawlers.platforms import PLATFORMS
from crawlers.resolve import SourceFacts, resolve
from crawlers.scrub import scrub, scrub_text, scrub_url
from crawlers.shape import breach, shape_of, unmade
from crawlers.unrendered import is_unrendered
from crawlers.verdict import GONE, Fate, Outcome, Verdict, decide
from store.run_records import ListingRecord, OfferRecord, PageRecord, Record, RunRecord

if TYPE_CHECKING:
    from pathlib import Path

    from crawlers.bundle import BundleWriter
    from crawlers.source import Source

log = logging.getLogger("resalewatch.run")

MAX_RUN_BYTES = 256 * 1024 * 1024
MAX_ASKS = 20_000
WALLS_IN_A_ROW = 3
_DENIALS = (401, 403)
"""Replies that a reader may know as a public denial (prices for members only)."""


class Run:
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
        self.source = source
        self.outcomes: list[Outcome] = []
        self._writer = writer
        self._run_id = run_id
        self._token = token
        self._clock = clock
        self._started_at = clock()
        self._todo: tuple[deque[Wanted], ...] = (deque(), deque(), deque())
        """Pages that list goods, other pages, pictures."""
        self._gallery, self._pictures = Gallery(wanted=source.pictures), list[tuple[Page, Reading]]()
        self._seen: set[tuple[str, str, str]] = set()
        self._hosts: set[str] = set()
        self._pages: list[tuple[Page, Reading]] = []
        self._listings: set[tuple[str, ...]] = set()
        self._asked = self._bytes = self._walls = self._page_count = 0
        self._begin()

    def _begin(self) -> None:
        for url in self.source.start:
            for ask in PLATFORMS[self.source.platform].start(url):
                self._hosts.add(urlsplit(ask.url).netloc)
                self._want(ask, first=True)

    def next(self) -> Wanted | None:
        """Give the next page to fetch, those that list goods first; None where the run is over."""
        queue = next((queue for queue in self._todo if queue), None)
        if queue is None or self._asked >= self.source.max_pages or self._walls >= WALLS_IN_A_ROW:
            return None
        if self._writer.failed is not None:  # nothing of this run will be kept
            return None
        self._asked += 1
        return queue.popleft()

    def take(self, wanted: Wanted, fetched: Fetched) -> None:
        """Scrub, keep and read a page that came, and note the pages that it asks for."""
        self._bytes += len(fetched.body)
        if self._bytes > MAX_RUN_BYTES:
            self.lose(wanted.ask, "failed", f"the run took more than {MAX_RUN_BYTES} bytes")
            return
        try:
            page = self._page(wanted, fetched)
            wall = blocked(page.status, page.headers, page.body)
        except Exception as error:
            log.exception("%s: a page could not be scrubbed", self.source.name)
            self.lose(wanted.ask, "broken", f"the page could not be scrubbed: {type(error).__name__}")
            return
        if page.role == PICTURE:
            self._gallery.take(page, fetched)
            return
        self._keep(page, fetched, wall)
        fate, reason = self._fate(wanted, page, wall)
        if fate == "read":
            self._read(wanted, page)
        else:
            self.lose(wanted.ask, fate, reason)

    def lose(self, ask: Ask, fate: Fate, reason: str) -> None:
        """Note that a page was not read, and why; a picture less changes nothing of what a run is worth."""
        if ask.role == PICTURE:
            log.info("%s: a picture is left out: %s", self.source.name, scrub_text(reason))
            return
        self._walls = self._walls + 1 if fate == "blocked" else 0
        self.outcomes.append(Outcome(role=ask.role, lists=ask.lists, fate=fate, reason=scrub_text(reason)))

    def disallow(self, ask: Ask, reason: str) -> None:
        """Note that robots.txt forbade a page, as a page without a snapshot."""
        self._writer.add(
            PageRecord(
                url=scrub_url(ask.url), snapshot="", status=0, media_type="", fetched_at=self._clock(),
                role=ask.role, robots="disallowed", blocked=scrub_text(reason),
            )
        )  # fmt: skip
        self.lose(ask, "blocked", reason)

    def look_at_pictures(self) -> None:
        """Read the codes of the pictures that came, and keep those that name somebody; it may take a minute."""
        for seen in self._gallery.look():
            if seen.fetched is not None:
                self._keep(seen.page, seen.fetched, None)
            self._pictures.append((seen.page, seen.reading))

    def finish(self) -> tuple[Path, RunRecord]:
        """Resolve what was read, judge the run, and move its bundle into the spool."""
        self._leave_unasked()
        records = self._resolve()
        contract = self.source.contract
        verdict = decide(
            self.outcomes,
            listings=len(self._listings),
            min_listings=contract.min_listings,
            max_listings=contract.max_listings,
        )
        verdict = self._in_shape(verdict)
        for record in records:
            self._writer.add(record)
        run = self._record(verdict, records)
        return self._writer.finish(run), run

    def _in_shape(self, verdict: Verdict) -> Verdict:
        """Call a run changed whose pages no longer give what they usually gave, whatever the count of goods says."""
        usual = self.source.contract.shape
        if verdict.verdict != "ok" or not usual:
            return verdict
        said = breach(usual, shape_of(self._pages), [page.role for page, _ in self._pages])
        said = said or unmade(usual, self._pages)
        if not said:
            return verdict
        return replace(verdict, verdict="changed", reason=said, anchored=False, covers_all=False)

    def _want(self, ask: Ask, *, first: bool = False) -> None:
        parts = urlsplit(ask.url)
        mark = (ask.method, parts._replace(path=parts.path or "/", fragment="").geturl(), ask.body)
        if mark in self._seen or len(self._seen) >= MAX_ASKS or not self._is_near(parts.netloc, ask):
            return
        self._seen.add(mark)
        place, render = (
            (2, False) if ask.role == PICTURE else (0 if ask.lists or first else 1, self.source.browser)
        )
        self._todo[place].append(Wanted(ask, render=render, first=first))

    def _is_near(self, host: str, ask: Ask) -> bool:
        return host in self._hosts or ask.role == PICTURE  # pictures lie on other hosts than their pages

    def _page(self, wanted: Wanted, fetched: Fetched) -> Page:
        body = scrub(fetched.body, fetched.media_type)
        return Page(
            # A picture is known by the address that its page gave, wherever that led.
            url=scrub_url(wanted.ask.url if wanted.ask.role == PICTURE else fetched.url),
            body=body,
            media_type=fetched.media_type,
            status=fetched.status,
            headers={name: scrub_text(value) for name, value in fetched.headers.items()},
            role=wanted.ask.role,
            rendered=fetched.rendered,
            fetched_at=self._clock(),
            snapshot=sha256(body).hexdigest(),
        )

    def _keep(self, page: Page, fetched: Fetched, wall: str | None) -> None:
        record = PageRecord(
            url=page.url, snapshot=page.snapshot, status=page.status, media_type=page.media_type,
            fetched_at=page.fetched_at, role=page.role, rendered=page.rendered, robots=fetched.robots,
            peer=fetched.peer, blocked=wall,
        )  # fmt: skip
        self._page_count += 1
        self._writer.add_page(record, page.body, page.headers)

    def _fate(self, wanted: Wanted, page: Page, wall: str | None) -> tuple[Fate, str]:
        host = urlsplit(page.url).netloc
        if wanted.first:
            self._hosts.add(host)
        if wall is not None:
            return "blocked", wall
        if host not in self._hosts:
            return "missing", f"{wanted.ask.url} led to another host, {host}"
        if page.status >= 500:  # noqa: PLR2004 - HTTP's server errors
            return "failed", f"{page.url} answered {page.status}"
        if page.status >= 300 and page.status not in _DENIALS:  # noqa: PLR2004 - all but HTTP's successes
            return "missing", f"{page.url} answered {page.status}"
        return "read", ""

    def _read(self, wanted: Wanted, page: Page) -> None:
        try:
            reading = PLATFORMS[self.source.platform].read(page)
        except PageChangedError as error:
            if not self._renders(wanted, page, Reading()):
                self.lose(wanted.ask, "changed", str(error))
            return
        except Exception as error:
            log.exception(
                "%s: the reader of %s broke on %s", self.source.name, self.source.platform, page.url
            )
            self.lose(
                wanted.ask,
                "broken",
                f"the reader of {self.source.platform} broke: {type(error).__name__}: {error}",
            )
            return
        if self._renders(wanted, page, reading):
            return
        self._walls = 0
        page.let_go()
        self._pages.append((page, reading))
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
        log.info(
            "%s: %s is empty without a browser; browser: true would save a request",
            self.source.name,
            page.url,
        )
        self._todo[0].appendleft(Wanted(ask, render=True, first=wanted.first))
        return True

    def _leave_unasked(self) -> None:
        why = (
            f"stopped after {WALLS_IN_A_ROW} walls in a row"
            if self._walls >= WALLS_IN_A_ROW
            else f"max_pages is {self.source.max_pages}"
        )
        for wanted in [wanted for queue in self._todo[:2] for wanted in queue]:
            self.outcomes.append(
                Outcome(role=wanted.ask.role, lists=wanted.ask.lists, fate="unasked", reason=why)
            )

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

    def _record(self, verdict: Verdict, records: list[Record]) -> RunRecord:
        return RunRecord(
            run_id=self._run_id, source=self.source.name, platform=self.source.platform,
            started_at=self._started_at, finished_at=self._clock(), verdict=verdict.verdict, reason=verdict.reason,
            anchored=verdict.anchored, covers_all=verdict.covers_all, keeps=self._keeps(),
            total=verdict.total, pages=self._page_count,
            listings=sum(isinstance(record, ListingRecord) for record in records),
            offers=sum(isinstance(record, OfferRecord) for record in records),
            token=self._token, source_url=self.source.url,
        )  # fmt: skip
