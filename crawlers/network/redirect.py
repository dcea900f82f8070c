"""Follows redirects; a reading call that its own host sends to https, or to its `www.` name, is asked there as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.downloadermiddlewares.redirect import RedirectMiddleware

from crawlers.platforms.urls import same_site

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class SameCallRedirect(RedirectMiddleware):
    """Keeps a reading call's method and body where only scheme or `www.` of its address changed."""

    def _redirect_request_using_get(self, request: Request, response: Response, redirect_url: str) -> Request:
        # A browser would ask by GET; the hosted shops' reading calls answer nothing then.
        if request.method == "POST" and is_same_call(request.url, redirect_url):
            return self._build_redirect_request(request, response, url=redirect_url)
        return super()._redirect_request_using_get(request, response, redirect_url)


def is_same_call(url: str, other: str) -> bool:
    """Say whether an address is another's under https or with or without `www.`; one that leaves https is not.

    >>> is_same_call("http://a.test/api?x=1", "https://www.a.test/api?x=1")
    True
    >>> is_same_call("https://a.test/api", "http://a.test/api"), is_same_call("http://a.test/api", "http://a.test/buy")
    (False, False)
    """
    here, there = urlsplit(url), urlsplit(other)
    scheme = there.scheme in (here.scheme, "https")
    return scheme and same_site(url, other) and (here.path, here.query) == (there.path, there.query)
