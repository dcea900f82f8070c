"""Rendered pages: how many a second, in how much memory, whether memory grows, and whether any browser outlives its pages."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.shop_pages import GOODS, page

SOURCES, PAGES = 8, 25
RATE, MEGABYTES = 7.0, 400
SLOPE, EVERY = 1.0, 100
"""Megabytes that every further 100 pages may add to the crawling process."""
_SHELL = (
    b"<!DOCTYPE html><html><head><title>Shop</title></head><body class=woocommerce><div id=app></div><script>"
    b'fetch("/part"+location.pathname).then(r=>r.text()).then(t=>{document.getElementById("app").outerHTML='
    b"new DOMParser().parseFromString(t,'text/html').body.innerHTML})</script></body></html>"
)


def main(pages: int = PAGES) -> int:
    """Render `pages` pages of each of eight shops, in one child; 0 where rate and memory stay within the figures."""
    found = _measured(pages)
    held = found["rate"] >= RATE and found["browser"] <= MEGABYTES and not found["left"]
    sys.stdout.write(
        f"render rate: {found['pages']:.0f} pages rendered, {found['goods']:.0f} goods: {found['rate']:.1f} pages a second"
        f" (limit {RATE}), {1000 * found['cpu']:.0f} CPU ms a page, browser {found['browser']:.0f} MB at most (limit {MEGABYTES}; PSS), crawler {found['own']:.0f} MB,"
        f" {found['left']:.0f} processes left: {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


def soak(pages: int = 250) -> int:
    """Render two thousand pages in one child; 0 where its memory stays flat and no process is left."""
    found = _measured(pages)
    held = found["slope"] <= SLOPE and not found["left"] and not found["zombies"]
    sys.stdout.write(
        f"render soak: {found['pages']:.0f} pages rendered, {found['goods']:.0f} goods, {found['rate']:.1f} a second: memory"
        f" {found['slope']:+.2f} MB every {EVERY} pages (limit {SLOPE}), browser {found['browser']:.0f} MB at most,"
        f" {found['zombies']:.0f} zombies seen, {found['left']:.0f} processes left: {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


def _measured(pages: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name, _served(pages) as port:
        environment = os.environ | {"RESALEWATCH_RESOLVE": f"*.rate.test=127.0.0.1:{port}"}
        command = [sys.executable, "-m", "benchmarks.render_rate", "crawl", str(pages), name]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env=environment, text=True, start_new_session=True
        ) as child:
            out = child.communicate()[0]
        found: dict[str, float] = json.loads(out.splitlines()[-1])
        return found | {"left": len(_group(child.pid))}


@contextmanager
def _served(pages: int) -> Iterator[int]:
    class Shop(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            steps = self.path.strip("/").split("/")
            host = int(self.headers["Host"].partition(".")[0].removeprefix("s"))
            body = page(host, int(steps[3]) - 1, pages) if steps[0] == "part" else _SHELL
            if steps[0] not in ("part", "shop"):
                body = b"none"
            self.send_response(404 if body == b"none" else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Shop) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def _crawl(pages: int, folder: Path) -> None:
    from crawlers.crawl import CrawlOptions, crawl
    from crawlers.source import Source
    from store.run_records import RunRecord

    sources = [
        Source(
            name=f"s{host}", platform="woocommerce", delay_seconds=0, max_pages=pages + 1, loopback=True, timeout_seconds=3600,
            start=[f"http://s{host}.rate.test/shop/page/{number + 1}/" for number in range(pages)], browser=True, robots=False,
        )
        for host in range(SOURCES)
    ]  # fmt: skip
    runs: list[RunRecord] = []
    watch = _Watch(folder)
    start = time.monotonic()
    crawl(sources, CrawlOptions(spool=folder / "spool", told=lambda run, _path: runs.append(run)))
    seconds = time.monotonic() - start
    watch.stop()
    count = sum(run.pages for run in runs)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    found = {
        "pages": count, "goods": sum(run.listings for run in runs), "rate": count / seconds,
        "cpu": sum(one.ru_utime + one.ru_stime for one in used) / count,
    }  # fmt: skip
    assert found["goods"] >= 0.999 * SOURCES * pages * GOODS, (
        found,
        [(run.verdict, run.reason) for run in runs][:2],
    )
    sys.stdout.write(json.dumps(found | watch.figures()) + "\n")


class _Watch(threading.Thread):
    """Looks at the memory of this process and of its browser twice a second."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.own: list[tuple[int, float]] = []
        self.browser = self.zombies = 0.0
        self._dead: set[int] = set()
        self._spool, self._done = folder / "spool", threading.Event()
        self.start()

    def run(self) -> None:
        while not self._done.wait(0.5):
            others = [pid for pid in _group(os.getpid()) if pid != os.getpid()]
            dead = {pid for pid in others if _state(pid) == "Z"}
            # One that is seen twice is left lying; one that has just ended waits for its parent.
            self.zombies = max(self.zombies, len(dead & self._dead))
            self._dead = dead
            # Playwright's own driver is a Node process: what it takes is the browser's price too.
            self.browser = max(self.browser, sum(_memory(pid, "Pss") for pid in others))
            self.own.append((self._pages(), _memory(os.getpid(), "Pss")))

    def stop(self) -> None:
        self._done.set()
        self.join()

    def _pages(self) -> int:
        return sum(file.read_bytes().count(b'{"is":"page"') for file in self._spool.glob(".*/records.jsonl"))

    def figures(self) -> dict[str, float]:
        # What a first hundred pages load (the reader's tables, Scrapy's own) is no growth.
        warm = [(pages, memory) for pages, memory in self.own if pages >= EVERY]
        slope = (
            statistics.linear_regression(*zip(*warm, strict=True)).slope if len(warm) > 1 else float("inf")
        )
        peak = max((memory for _, memory in self.own), default=0.0)
        return {"browser": self.browser, "own": peak, "slope": slope * EVERY, "zombies": self.zombies}


def _group(leader: int) -> list[int]:
    """Give the processes of a session: its leader and whatever it started."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader:
            found.append(int(place.parent.name))
    return found


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def _memory(pid: int, name: str) -> float:
    """Give a process's memory in megabytes, shared parts by their share; none of one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["crawl"]:
        _crawl(int(sys.argv[2]), Path(sys.argv[3]))
    elif sys.argv[1:2] == ["soak"]:
        sys.exit(soak(*map(int, sys.argv[2:])))
    else:
        sys.exit(main(*map(int, sys.argv[1:])))
