"""Scrapy's settings for hostile pages: several of its defaults are wrong for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crawlers.source import Source

USER_AGENT = "resalewatch/0.1 (+contact in README)"
MAX_BODY = 32 * 1024 * 1024
DOWNLOAD_SECONDS = 30.0
_HANDLER = "crawlers.network.handler.GateHandler"


_FIXED: dict[str, Any] = {
    "USER_AGENT": USER_AGENT,
    "DEFAULT_REQUEST_HEADERS": {"Accept": "text/html,application/json;q=0.9,*/*;q=0.8"},
    "DOWNLOAD_HANDLERS": {
        "http": _HANDLER, "https": _HANDLER, "data": None, "file": None, "ftp": None, "s3": None,
    },
    "DOWNLOAD_MAXSIZE": MAX_BODY,
    "DOWNLOAD_WARNSIZE": 0,
    # The pace is kept by the gate's handler, for all sources of a process: here it is only kept from hiding it.
    "CONCURRENT_REQUESTS": 4,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "CONCURRENT_ITEMS": 1,
    "WARN_ON_GENERATOR_RETURN_VALUE": False,
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_DELAY_JITTER": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "RETRY_TIMES": 3,
    "RETRY_GIVE_UP_LOG_LEVEL": "INFO",
    "REDIRECT_MAX_TIMES": 5,
    "METAREFRESH_ENABLED": False,
    "COOKIES_ENABLED": False,
    "HTTPCACHE_ENABLED": False,
    "HTTPPROXY_ENABLED": False,
    "HTTPERROR_ALLOW_ALL": True,
    "REFERRER_POLICY": "no-referrer",
    "ROBOTSTXT_OBEY": False,  # by RobotsMiddleware below, which knows an HTML answer and says what it found
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "MEMUSAGE_ENABLED": False,
    "STATS_DUMP": False,
    "LOGSTATS_INTERVAL": 0,
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
        "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
        "crawlers.network.robots.RobotsMiddleware": 100,
        "crawlers.network.retry.PoliteRetry": 550,
        "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
        "crawlers.network.redirect.SameCallRedirect": 600,
    },
    "PLAYWRIGHT_BROWSER_PROVIDER": "crawlers.playwright_handler.SharedProvider",
    "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 20_000,
    "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 1,
}  # fmt: skip


def settings_of(source: Source, *, download_seconds: float = DOWNLOAD_SECONDS) -> dict[str, Any]:
    """Give the settings under which a source is crawled."""
    return _FIXED | {"DOWNLOAD_VERIFY_CERTIFICATES": source.verify_tls, "DOWNLOAD_TIMEOUT": download_seconds}
