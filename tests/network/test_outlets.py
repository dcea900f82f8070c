"""Nothing in the tree opens a connection but the gate's own modules, and Scrapy is set to use them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scrapy.settings import Settings

from crawlers.settings import settings_of
from tests.crawl.conftest import source_of

ROOT = Path(__file__).parents[2]
OUTLETS = {
    "crawlers/network/agent.py",  # Scrapy's client, over the gate's end points
    "crawlers/network/names.py",  # DNS, of the operator's own resolver
    "crawlers/network/gate.py",  # the one look-up of names
    "crawlers/network/proxy.py",  # the browser's
    "store/delivery/push.py",  # no fetch: to the operator's own address, which never comes from a page
}
OPENS = re.compile(
    r"urllib\.request|http\.client|import (?:requests|httpx|aiohttp|ftplib|smtplib|telnetlib)\b|urlopen\(|asyncresolver|open_connection\("
    r"|create_connection\(|ClientEndpoint|connectTCP|getaddrinfo\(|socket\.socket\("
)


def test_only_the_gates_own_modules_open_connections() -> None:
    found = {
        str(path.relative_to(ROOT))
        for folder in ("crawlers", "store")
        for path in (ROOT / folder).rglob("*.py")
        if OPENS.search(path.read_text("utf-8"))
    }
    assert found == OUTLETS
    assert not OPENS.search((ROOT / "scheduler.py").read_text("utf-8"))


@pytest.mark.parametrize("verify", [True, False])
def test_scrapys_settings_are_those_for_hostile_pages(verify: bool) -> None:
    settings = Settings(settings_of(source_of("shop", platform="generic", verify_tls=verify)))
    handlers = {scheme: path for scheme, path in settings.getwithbase("DOWNLOAD_HANDLERS").items() if path}
    assert handlers == dict.fromkeys(("http", "https"), "crawlers.network.handler.GateHandler")
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES") is verify
    assert settings.getint("DOWNLOAD_MAXSIZE") == 32 * 1024 * 1024
    assert settings.getfloat("DOWNLOAD_TIMEOUT") == 30
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert settings.getint("REDIRECT_MAX_TIMES") == 5
    for off in (
        "TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED", "COOKIES_ENABLED", "HTTPCACHE_ENABLED",
        "AUTOTHROTTLE_ENABLED", "METAREFRESH_ENABLED", "HTTPPROXY_ENABLED",
    ):  # fmt: skip
        assert not settings.getbool(off), off
