"""The one spider: fetches what a run wants next and hands over what comes."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.http import Response, TextResponse

from crawlers.fetched import Fetched, Wanted
from crawlers.network.handler import PICTURE_BYTES, RENDER, SCREENSHOT
from crawlers.network.robots import ROBOTS, DisallowedError
from crawlers.network.targets import RefusedError, words_of
from crawlers.pictures.gallery import ROLE as PICTURE
from crawlers.pictures.limits import MAX_BYTES
from crawlers.run import Run

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from twisted.python.failure import Failure

    from crawlers.network.access import Access

log = logging.getLogger("resalewatch.spider")

_BOUNDED = {"download_maxsize": MAX_BYTES}
_SECRET_HEADERS = frozenset({"set-cookie", "set-cookie2", "authorization", "www-authenticate"})


class SourceSpider(Spider):
    """Crawls one source, one request after the other; which pages and what they say is the run's business."""

    name = "source"

    def __init__(self, *, run: Run, access: Access, **options: Any) -> None:  # noqa: ANN401 - Scrapy's own
        super().__init__(name=run.source.name, **options)
        self.run = run
        self.access = access

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the first page."""
        for request in self._next():
            yield request

    def parse(self, response: Response, wanted: Wanted) -> Iterator[Request]:
        """Hand a reply to the run, and go on."""
        try:
            self.run.take(wanted, self._fetched(response, wanted))
        except RefusedError as error:
            self.run.lose(wanted.ask, "failed", f"refused: {error}")
        except Exception as error:
            log.exception("%s: a page could not be taken", self.name)
            self.run.lose(wanted.ask, "broken", f"a page could not be taken: {type(error).__name__}: {error}")
        yield from self._next()

    def lost(self, failure: Failure) -> Iterator[Request]:
        """Tell the run of a page that did not come, and go on."""
        error = failure.value
        ask = failure.request.cb_kwargs["wanted"].ask  # type: ignore[attr-defined]
        if isinstance(error, DisallowedError):
            self.run.disallow(ask, str(error))
        elif isinstance(error, RefusedError):
            self.run.lose(ask, "failed", f"refused: {error}")
        else:
            self.run.lose(ask, "failed", f"{ask.url}: {words_of(error or Exception())}")
        _let_go(error)
        yield from self._next()

    def _next(self) -> Iterator[Request]:
        wanted = self.run.next()
        if wanted is not None:
            yield self._request(wanted)

    def _request(self, wanted: Wanted) -> Request:
        ask = wanted.ask
        kind = (
            "application/json" if ask.body.lstrip()[:1] in ("{", "[") else "application/x-www-form-urlencoded"
        )
        return Request(
            ask.url,
            method=ask.method,
            body=ask.body,
            headers={"Content-Type": kind} if ask.body else self.run.validators(wanted),
            callback=self.parse,
            errback=self.lost,
            cb_kwargs={"wanted": wanted},
            meta=self._meta(wanted),
            dont_filter=True,
        )

    def _meta(self, wanted: Wanted) -> dict[str, Any]:
        if wanted.render:
            return {RENDER: True, SCREENSHOT: self.run.source.screenshots}
        return dict(_BOUNDED) if wanted.ask.role == PICTURE else {}

    def _fetched(self, response: Response, wanted: Wanted) -> Fetched:
        target = self.access.gate.check_url(response.url)
        media_type = (response.headers.get("Content-Type") or b"text/html").decode("latin-1")
        return Fetched(
            url=response.url,
            status=response.status,
            body=_utf8(response),
            media_type=media_type.split(";")[0].strip().lower(),
            headers=dict(_headers(response)),
            rendered=wanted.render,
            robots=response.meta.get(ROBOTS, "allowed"),
            peer=self.access.gate.peer_of(target.host, target.port),
            screenshot=response.meta.get(PICTURE_BYTES, b""),
        )


def _let_go(error: BaseException | None) -> None:
    """Drop an error's frames: those of a bomb hold what was unpacked of it until the next sweep of cycles."""
    while error is not None:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__


def _utf8(response: Response) -> bytes:
    """Give the body in UTF-8, whatever its headers and its own tags say that it is in (GBK, windows-1251)."""
    if not isinstance(response, TextResponse) or response.encoding in ("utf-8", "ascii"):
        return response.body
    return response.text.encode("utf-8", "replace")


def _headers(response: Response) -> Iterator[tuple[str, str]]:
    """Give the headers as text; of a cookie the name stays, which tells who stands in front of a site."""
    for raw, values in response.headers.items():
        name = raw.decode("latin-1")
        texts = [value.decode("latin-1") for value in values]
        if name.lower() in _SECRET_HEADERS:
            texts = [f"{text.partition('=')[0]}=" for text in texts]
        yield name, ", ".join(texts)
