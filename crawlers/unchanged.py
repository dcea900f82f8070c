"""Whether a run meets again, page by page, what the run that stands had met; it is so until one page differs.

Until then nothing is scrubbed, read or kept: replies wait in a file beside the bundle. Once a page differs they are
taken as any other, but for those that the host would not send again, which are asked for anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from crawlers.blocked import blocked
from crawlers.kept import KeptPage, KeptRun, digest_of, digest_of_reading, keep_page
from crawlers.verdict import Outcome

if TYPE_CHECKING:
    from crawlers.fetched import Fetched, Wanted
    from crawlers.page import Ask, Reading

NOT_MODIFIED = 304
_FIRST_ERROR = 400
_Mark = tuple[str, str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Held:
    """A reply that was the same as before; `fetched` is None where the host only said so, `reading` where none was made."""

    wanted: Wanted
    fetched: Fetched | None
    reading: Reading | None


class Unchanged:
    """Compares a run with the one that stands, and notes what the next one is to be compared with."""

    def __init__(self, kept: KeptRun | None, aside: Callable[[], BinaryIO], *, notes: bool = True) -> None:
        self.kept = kept
        self._left = {_mark(one.ask, render=one.render): one for one in kept.pages} if kept else {}
        self._met: list[tuple[Wanted, Fetched, int, Reading | None]] = []
        self._aside = aside
        self._bodies: BinaryIO | None = None
        self._noted: list[KeptPage] | None = [] if notes else None
        self.outcomes: list[Outcome] = []
        """What came of the pages that were met again."""

    @property
    def holds(self) -> bool:
        """Whether every page so far was the same as before."""
        return self.kept is not None

    @property
    def is_whole(self) -> bool:
        """Whether every page of the earlier run was met again, and no other."""
        return self.kept is not None and not self._left and bool(self._met)

    def validators(self, wanted: Wanted) -> dict[str, str]:
        """Give the headers that let the host say that a page is as it was."""
        page = self._left.get(_mark(wanted.ask, render=wanted.render)) if self.holds else None
        if page is None or page.ask.method != "GET" or page.render or page.url != page.ask.url:
            return {}
        said = {"If-None-Match": page.etag, "If-Modified-Since": page.modified}
        return {name: value for name, value in said.items() if value} if page.outcome.fate == "read" else {}

    def meet(self, wanted: Wanted, fetched: Fetched) -> KeptPage | None:
        """Give what is kept of a page whose reply is the same as before, and let the reply wait."""
        page = self._left.get(_mark(wanted.ask, render=wanted.render)) if self.holds else None
        if page is None or not _is_same(page, fetched, self.validators(wanted)):
            return None
        return self._hold(page, wanted, fetched, None)

    def meet_reading(self, wanted: Wanted, fetched: Fetched, reading: Reading) -> KeptPage | None:
        """Give what is kept of a page of other bytes (a clock, a visitor's number) that says the same, and let it wait."""
        page = self._left.get(_mark(wanted.ask, render=wanted.render)) if self.holds else None
        if page is None or page.url != fetched.url or page.read != digest_of_reading(reading):
            return None
        return self._hold(page, wanted, fetched, reading)

    def _hold(self, page: KeptPage, wanted: Wanted, fetched: Fetched, reading: Reading | None) -> KeptPage:
        del self._left[_mark(wanted.ask, render=wanted.render)]
        self._met.append((wanted, replace(fetched, body=b"", screenshot=b""), len(fetched.body), reading))
        if fetched.body:
            self._bodies = self._bodies or self._aside()
            self._bodies.write(fetched.body)
        self.outcomes.append(page.outcome)
        return page

    def end(self) -> Iterator[Held]:
        """Compare no more, and give what waited, in the order in which it came."""
        met, self._met, self.kept = self._met, [], None
        self.outcomes.clear()
        if self._bodies is not None:
            self._bodies.seek(0)
        for wanted, fetched, length, reading in met:
            body = b"" if self._bodies is None else self._bodies.read(length)
            whole = None if fetched.status == NOT_MODIFIED else replace(fetched, body=body)
            yield Held(wanted, whole, reading)

    def note(self, wanted: Wanted, fetched: Fetched, outcome: Outcome, reading: Reading | None) -> None:
        """Note a page that was read or is not there, for the next run to compare with."""
        if self._noted is not None:
            self._noted.append(keep_page(wanted, fetched, outcome, reading))

    def spoil(self) -> None:
        """Leave nothing to compare with: something of this run was lost, or is not told by its pages alone."""
        self._noted = None

    @property
    def noted(self) -> tuple[KeptPage, ...]:
        """What the next run is to be compared with; nothing where that would not tell all."""
        return tuple(self._noted or ())


def _mark(ask: Ask, *, render: bool) -> _Mark:
    return ask.method, ask.url, ask.body, ask.role, render


def _is_same(page: KeptPage, fetched: Fetched, asked_with: dict[str, str]) -> bool:
    if fetched.status == NOT_MODIFIED:
        return bool(asked_with) and fetched.url == page.url
    if page.outcome.fate == "missing" and page.status >= _FIRST_ERROR:
        # the words of an error page are nobody's goods; but a wall may answer in its place
        same = (fetched.status, fetched.url) == (page.status, page.url)
        return same and blocked(fetched.status, fetched.headers, fetched.body) is None
    return digest_of(fetched) == page.digest
