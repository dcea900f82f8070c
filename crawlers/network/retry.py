"""Asks again after a hiccup, waits where a host says so, and leaves a wall alone."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError

from crawlers.blocked import blocked
from crawlers.network.access import access_of
from crawlers.network.gate import NoHostError

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

_TOO_MANY = 429
_UNAVAILABLE = 503
_SLOW_HOST_RETRIES = 1
"""A host that drips its reply costs a whole timeout each time; a resolver that is down has tried again itself."""


class PoliteRetry(RetryMiddleware):
    """Retries server errors and network errors, each time after a longer pause of that host."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Give the request again, or the reply where asking again is of no use or would come too late."""
        if response.status not in self.retry_http_codes:
            return response
        asked = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
        if response.status != _TOO_MANY and (response.status != _UNAVAILABLE or asked is None):
            headers = {
                key.decode("latin-1"): value[0].decode("latin-1") for key, value in response.headers.items()
            }
            if blocked(response.status, headers, response.body) is not None:
                return response
        if not self._pause(request, asked):
            return response
        again: Request | Response = super().process_response(request, response)
        return again

    def process_exception(self, request: Request, exception: Exception) -> Request | Response | None:  # type: ignore[override]
        """Give the request again after a network error, or None where that is not worth it."""
        if isinstance(exception.__cause__, NoHostError) and exception.__cause__.known:
            return None
        if isinstance(exception, DownloadTimeoutError | CannotResolveHostError):
            request.meta["max_retry_times"] = _SLOW_HOST_RETRIES
        if isinstance(exception, self.exceptions_to_retry) and not self._pause(request, None):
            return None
        again: Request | Response | None = super().process_exception(request, exception)
        return again

    def _pause(self, request: Request, asked: float | None) -> bool:
        """Let the host rest before the next try; False where the run would be over by then."""
        access = access_of(self.crawler)
        tried = request.meta.get("retry_times", 0)
        pause = asked if asked is not None else access.delay * 2 ** (tried + 1)
        in_time = pause < access.seconds_left()
        if (
            in_time or asked is not None
        ):  # a host that wants more rest than the run lasts is asked no more in it
            access.pace.hold(urlsplit(request.url).hostname or "", pause)
        return in_time


def retry_after(value: bytes | None, now: datetime) -> float | None:
    """Read a Retry-After header, seconds or a date, as seconds from now.

    >>> retry_after(b"120", datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    >>> retry_after(b"Thu, 01 Jan 2026 00:01:00 GMT", datetime(2026, 1, 1, tzinfo=UTC))
    60.0
    """
    text = (value or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit() and len(text) <= 9:  # noqa: PLR2004 - thirty years of seconds
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds())
