"""Two thousand shop pages on 16 hosts, crawled and loaded whole, beside a bare Scrapy spider that only takes fields."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.shop_pages import GOODS, SECTION, SHARED, SIZE, page

if TYPE_CHECKING:
    from crawlers.source import Source

HOSTS, PAGES, LIMIT = 16, 125, 2.5


def main(pages: int = PAGES, shared: float = SHARED) -> int:
    """Crawl with both, one after the other, each in a process of its own; 0 where ours stays within the limit.

    `shared` is the share of goods whose titles stand in other shops too.
    """
    with tempfile.TemporaryDirectory() as name, served(pages, shared) as port:
        ours = _measured("ours", port, pages, name)
        bare = _measured("bare", port, pages, name)
    each = [1000 * one["cpu"] / one["pages"] for one in (ours, bare)]
    held = each[0] <= LIMIT * each[1] and ours["goods"] == bare["goods"] == HOSTS * pages * GOODS
    sys.stdout.write(
        f"crawl rate: {ours['pages']:.0f} pages of {SIZE:,} bytes with {GOODS} goods ({shared:.0%} of their titles in other shops too): {each[0]:.1f} CPU ms a page, reading,"
        f" evidence and loading included, {ours['pages'] / ours['seconds']:.0f} pages a second; a bare spider {each[1]:.1f} ms,"
        f" {bare['pages'] / bare['seconds']:.0f} a second; {each[0] / each[1]:.1f} times (limit {LIMIT});"
        f" {ours['goods']:.0f} goods read, {ours['offers']:.0f} offers stored: {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


@contextmanager
def served(pages: int, shared: float = SHARED) -> Iterator[int]:
    """Serve the pages from a process of its own, so that its time counts for nobody."""
    command = [sys.executable, "-m", "benchmarks.crawl_rate", "serve", str(pages), str(shared)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield int(server.stdout.readline())
        finally:
            server.kill()


def _serve(pages: int, shared: float) -> None:
    from twisted.web.resource import Resource

    reactor: Any = import_module("twisted.internet.reactor")
    web: Any = import_module("twisted.web.server")

    class Shop(Resource):
        isLeaf = True  # noqa: N815 - Twisted's name

        def render_GET(self, request: Any) -> bytes:  # noqa: N802, ANN401 - Twisted's name
            steps = request.path.decode().strip("/").split("/")
            if steps[0] != "shop":
                request.setResponseCode(404)
                return b"none"
            request.setHeader(b"Content-Type", b"text/html; charset=utf-8")
            host = int(request.getRequestHostname().decode().partition(".")[0].removeprefix("s"))
            return page(host, int(steps[2]) - 1 if len(steps) > 2 else 0, pages, shared)

    for host in range(HOSTS):
        for number in range(pages):
            page(host, number, pages, shared)  # made before anything is timed

    shop: Any = Shop
    port = reactor.listenTCP(0, web.Site(shop()), interface="127.0.0.1")
    sys.stdout.write(f"{port.getHost().port}\n")
    sys.stdout.flush()
    reactor.run()


def _measured(name: str, port: int, pages: int, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.crawl_rate", name, str(port), str(pages), folder]
    environment = os.environ | {"RESALEWATCH_RESOLVE": f"*.rate.test=127.0.0.1:{port}"}
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _ours(_: int, pages: int, folder: Path) -> dict[str, float]:
    from crawlers.crawl import CrawlOptions, crawl
    from store.database import open_database
    from store.load import load_spool
    from store.run_records import RunRecord

    sources = rate_sources(pages)
    runs: list[RunRecord] = []
    crawl(sources, CrawlOptions(spool=folder / "spool", told=lambda run, _path: runs.append(run)))
    with open_database(f"sqlite:///{folder}/x.db", write=True) as database:
        reports = list(load_spool(database, folder / "spool", folder / "evidence"))
    assert all(report.verdict == "ok" for report in reports), reports
    listings = sum(run.listings for run in runs)
    return {
        "pages": sum(run.pages for run in runs),
        "goods": listings,
        "offers": sum(run.offers for run in runs),
    }


def rate_sources(pages: int) -> list[Source]:
    """Give the sources of the sixteen shops, without delay."""
    from crawlers.source import Source

    return [
        Source(
            name=f"s{host}", platform="woocommerce", start=[f"http://s{host}.rate.test{path}" for path in _starts(pages)], delay_seconds=0,
            max_pages=pages + 5, loopback=True, timeout_seconds=3600,
        )
        for host in range(HOSTS)
    ]  # fmt: skip


def _starts(pages: int) -> list[str]:
    return [f"/shop/page/{number + 1}/" for number in range(0, pages, SECTION)]


def _bare(port: int, pages: int, _folder: Path) -> dict[str, float]:
    from scrapy import Request, Spider
    from scrapy.crawler import CrawlerProcess
    from scrapy.http import Response

    counts = {"pages": 0.0, "goods": 0.0}

    class Bare(Spider):
        name = "bare"

        async def start(self) -> AsyncIterator[Request]:
            for host in range(HOSTS):
                for path in _starts(pages):
                    yield self.ask(host, f"http://127.0.0.1:{port}{path}")

        def ask(self, host: int, url: str) -> Request:
            headers = {"Host": f"s{host}.rate.test"}
            meta = {"download_slot": str(host)}
            return Request(url, headers=headers, meta=meta, cb_kwargs={"host": host}, dont_filter=True)

        def parse(self, response: Response, host: int) -> Iterator[Any]:
            batch = [
                {
                    "name": card.css("h2::text").get(),
                    "price": "".join(card.css(".woocommerce-Price-amount ::text").getall()),
                    "url": card.css("a::attr(href)").get(), "key": card.attrib["class"],
                }
                for card in response.css("li.product")
            ]  # fmt: skip
            counts["pages"] += 1
            counts["goods"] += len(batch)
            yield {"batch": batch}
            if following := response.css("a.next::attr(href)").get():
                yield self.ask(host, response.urljoin(following))

    process = CrawlerProcess(
        {"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "CONCURRENT_REQUESTS": HOSTS}
    )
    process.crawl(Bare)
    process.start()
    return counts


def _child(kind: str, port: int, pages: int, folder: str) -> None:
    start = time.monotonic()
    found = (_ours if kind == "ours" else _bare)(port, pages, Path(folder))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(one.ru_utime + one.ru_stime for one in used)
    sys.stdout.write(json.dumps(found | {"cpu": cpu, "seconds": time.monotonic() - start}) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        _serve(int(sys.argv[2]), float(sys.argv[3]))
    elif sys.argv[1:2] in (["ours"], ["bare"]):
        _child(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    else:
        sys.exit(main(*map(int, sys.argv[1:2]), *map(float, sys.argv[2:])))
