"""Pages that need a browser: rendered behind the same gate, and nothing of them reaches further."""

from __future__ import annotations

import asyncio
import gzip
import time
from pathlib import Path

import pytest

from crawlers import browser, playwright_handler
from crawlers.browser import NoBrowserError, find_chromium, shared_browser
from crawlers.crawl import _loop as crawl_loop
from crawlers.network import gate, handler
from store.run_records import ListingRecord
from tests.crawl.conftest import Crawl
from tests.crawl.hostile import Hostile, page
from tests.crawl.tiny import ask, goods

try:
    find_chromium()
    MISSING = ""
except NoBrowserError as error:
    MISSING = str(error)
needs_browser = pytest.mark.skipif(bool(MISSING), reason=MISSING)

SCRIPT = """
fetch("/goods.json").then(reply => reply.json()).then(names => {
  const list = document.createElement("ul");
  list.innerHTML = names.map(name => `<li class="good" id="${name}">ChatGPT Plus ￥${name.length}8.5</li>`).join("");
  document.body.append(list);
  const more = document.createElement("p");
  more.textContent = "total " + names.length;
  document.body.append(more);
});
"""
SHELL = '<!doctype html><html><head><title>Nimbus</title></head><body><div id="app">Loading…</div>{}</body></html>'


def app(script: str = SCRIPT) -> dict[str, bytes]:
    return {
        "app/": page(SHELL.format('<script src="/app.js"></script><img src="/a.png">')),
        "app/app.js": page(script, media_type="text/javascript"),
        "app/goods.json": page('["aa", "bbb"]', media_type="application/json"),
    }


@needs_browser
def test_a_shell_without_words_is_asked_once_more_in_a_browser(crawl_hostile: Crawl) -> None:
    with Hostile(app()) as server:
        one = crawl_hostile(server, "app")["app"]
    assert (one.run.verdict, one.run.covers_all) == ("ok", True)
    assert [record.key for record in one.records if isinstance(record, ListingRecord)] == ["aa", "bbb"]
    assert [record.rendered for record in one.pages] == [False, True]
    assert one.pages[1].peer == "127.0.0.1"
    assert [asked.path for asked in server.of("app")] == ["/robots.txt", "/", "/", "/app.js", "/goods.json"]
    for asked in server.of("app"):
        assert asked.headers["user-agent"].startswith("resalewatch/")


@needs_browser
def test_a_source_may_say_that_it_needs_one(crawl_hostile: Crawl) -> None:
    with Hostile(app()) as server:
        one = crawl_hostile(server, "app", browser=True)["app"]
    assert one.run.verdict == "ok"
    assert [record.rendered for record in one.pages] == [True]


@needs_browser
def test_a_page_that_says_something_is_not_rendered(crawl_hostile: Crawl) -> None:
    answers = {
        "full": page(goods("a", more="<script>1</script>")),
        "words": page(SHELL.format("<script>1</script>" + "<p>本店只卖信誉</p>" * 40)),
        "bare": page(SHELL.format("")),
    }
    with Hostile(answers) as server:
        runs = crawl_hostile(server, *answers)
    assert {name: one.run.verdict for name, one in runs.items()} == {
        "full": "ok",
        "words": "changed",
        "bare": "changed",
    }
    assert not any(record.rendered for one in runs.values() for record in one.pages)


INWARD = """
const goals = ["127.0.0.2:{port}", "2130706434:{port}", "0x7f.2:{port}", "10.0.0.1", "169.254.169.254", "0.0.0.0:{port}"];
for (const goal of goals) {{
  for (const scheme of ["http", "https"]) fetch(`${{scheme}}://${{goal}}/`, {{mode: "no-cors"}}).catch(() => 0);
  new WebSocket(`ws://${{goal}}/`);
  const frame = document.createElement("iframe");
  frame.src = `http://${{goal}}/`;
  document.body.append(frame);
  const script = document.createElement("script");
  script.src = `http://${{goal}}/x.js`;
  document.body.append(script);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `http://${{goal}}/x.css`;
  document.head.append(style);
  new EventSource(`http://${{goal}}/`);
  navigator.sendBeacon(`http://${{goal}}/`);
  window.open(`http://${{goal}}/`);
  new Worker(URL.createObjectURL(new Blob([`fetch("http://${{goal}}/", {{mode: "no-cors"}})`])));
}}
for (const hop of ["/away", "/away2"]) fetch(hop, {{mode: "no-cors"}}).catch(() => 0);
const peers = new RTCPeerConnection({{iceServers: [{{urls: "stun:127.0.0.2:{port}"}}, {{urls: "turn:127.0.0.2:{port}?transport=tcp", username: "a", credential: "b"}}]}});
peers.createDataChannel("a");
peers.createOffer().then(offer => peers.setLocalDescription(offer));
navigator.serviceWorker?.register("/worker.js");
const list = document.createElement("ul");
list.innerHTML = '<li class="good" id="a">ChatGPT Plus ￥8.5</li>';
document.body.append(list);
"""


@needs_browser
def test_a_rendered_page_reaches_nothing_but_what_its_source_may(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    """127.0.0.2 stands for an inner address that really answers: neither the proxy nor the browser connects to it."""
    monkeypatch.setattr(gate, "is_loopback", lambda address: str(address) == "127.0.0.1")
    monkeypatch.setattr(playwright_handler, "SETTLE_MS", 2000)
    with Hostile({"": page("inside")}, address="127.0.0.2") as inner:
        away = page("", status="302 Found", Location=f"http://127.0.0.2:{inner.port}/")
        answers = {**app(INWARD.format(port=inner.port)), "app/away": away, "app/away2": away}
        answers["app/worker.js"] = page(
            f"fetch('http://127.0.0.2:{inner.port}/')", media_type="text/javascript"
        )
        with Hostile(answers) as server:
            one = crawl_hostile(server, "app", browser=True, seconds=20.0)["app"]
    assert one.run.verdict == "ok"
    assert inner.connections == 0
    assert {"/away", "/away2"} <= {asked.path for asked in server.of("app")}


WAYS_IN = (
    '<script>location="{}"</script>',
    '<meta http-equiv="refresh" content="0;url={}">',
    '<iframe src="{}"></iframe>',
    "<form action='{}'></form><script>document.forms[0].submit()</script>",
)
GOALS = ("http://127.0.0.2:{}/", "http://10.0.0.1/", "file:///etc/passwd", "chrome://version")


@needs_browser
def test_nothing_leads_a_rendered_page_inside(crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "is_loopback", lambda address: str(address) == "127.0.0.1")
    monkeypatch.setattr(playwright_handler, "SETTLE_MS", 600)
    with Hostile({"": page("inside")}, address="127.0.0.2") as inner:
        ways = [(way, GOALS[0]) for way in WAYS_IN] + [(WAYS_IN[0], goal) for goal in GOALS[1:]]
        answers = {
            f"app{number}": page(SHELL.format(way.format(goal.format(inner.port))))
            for number, (way, goal) in enumerate(ways)
        }
        with Hostile(answers) as server:
            runs = crawl_hostile(server, *answers, browser=True)
    assert {one.run.verdict for one in runs.values()} <= {"failed", "changed"}
    assert inner.connections == 0
    for one in runs.values():
        kept = gzip.decompress((one.path / "pages.warc.gz").read_bytes())
        assert b"root:" not in kept
        assert b"inside" not in kept
        assert b"Chromium" not in kept


@needs_browser
def test_a_page_that_hangs_or_floods_ends_alone(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playwright_handler, "SETTLE_MS", 1000)
    more = {
        "spin/": page(SHELL.format("<script>while(true){}</script>")),
        "flood/": page(SHELL.format("<script>for(let i=0;i<99;i++)fetch('/big?'+i)</script>")),
        "flood": page(b"." * 4_000_000),
        "crash/": page(SHELL.format("<script>let a=[];for(;;)a.push(new ArrayBuffer(1e9))</script>")),
        "big/": page(SHELL.format("<script>document.body.append('a'.repeat(4e7))</script>")),
    }
    began = time.monotonic()
    with Hostile({**app(), **more}) as server:
        runs = crawl_hostile(server, "spin", "flood", "crash", "big", "app", browser=True, seconds=5.0)
    assert time.monotonic() - began < 20
    assert {name: one.run.verdict for name, one in runs.items() if name != "flood"} == {
        "spin": "failed", "crash": "changed", "big": "failed", "app": "ok",
    }  # fmt: skip
    assert len(server.of("flood")) < 20


@needs_browser
def test_a_browser_that_dies_takes_no_run_with_it(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first page of the browser kills it, as a crash of Chromium would."""
    killed: list[int] = []

    def kill(_: int) -> bytes:
        if not killed:
            killed.append(1)
            asyncio.run_coroutine_threadsafe(shared_browser().retire(), crawl_loop()).result(20)
        return app()["app/goods.json"]

    with Hostile({**app(), "app/goods.json": kill}) as server:
        runs = crawl_hostile(server, "app", browser=True)
    assert killed
    assert runs["app"].run.verdict == "ok"


@needs_browser
def test_browsers_are_retired_after_their_pages(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    launched: list[object] = []
    launch = browser.SharedBrowser._launch

    async def counted(self: browser.SharedBrowser) -> object:
        launched.append(self)
        return await launch(self)

    monkeypatch.setattr(browser, "PAGES_PER_BROWSER", 2)
    monkeypatch.setattr(browser.SharedBrowser, "_launch", counted)
    pages = {f"app/{number}": page(goods(f"g{number}", asks=ask(f"/{number + 1}"))) for number in range(3)}
    with Hostile({**pages, "app/": pages["app/0"], "app/3": page(goods("last"))}) as server:
        one = crawl_hostile(server, "app", browser=True)["app"]
    assert (one.run.verdict, one.run.pages) == ("ok", 4)
    # At least: a page that a loaded machine has rendered a second time ages the browser too.
    assert len(launched) >= 2


@needs_browser
def test_nobody_waits_for_a_tab_longer_than_the_run_lasts(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "TABS", 0)
    monkeypatch.setattr(handler, "_RENDER_GRACE", 0.1)
    with Hostile(app()) as server:
        one = crawl_hostile(server, "app", browser=True, timeout_seconds=1)["app"]
    assert one.run.verdict == "failed"
    assert "time was over" in one.run.reason


def test_without_a_browser_the_run_says_what_to_install(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("RESALEWATCH_CHROMIUM", raising=False)
    with Hostile(app()) as server:
        runs = crawl_hostile(server, "app")
    assert runs["app"].run.verdict == "failed"
    assert "apt-get install chromium-headless-shell" in runs["app"].run.reason


@needs_browser
def test_pages_of_a_source_share_a_tab_that_is_emptied_between_them(crawl_hostile: Crawl) -> None:
    # The first page asks for more as long as it stands: while it waits for its turn, the tab must hold nothing of it.
    restless = '<script>fetch("/tick"); setInterval(() => fetch("/tick"), 250)</script>'
    answers = {
        "app/": page(f"<html><body>{goods(*'ab')}{ask('/next')}{'words ' * 60}{restless}</body></html>"),
        "app/next": page(f"<html><body>{goods(*'cd')}{'words ' * 60}</body></html>"),
        "app/tick": page("tock"),
    }
    with Hostile(answers) as server:
        one = crawl_hostile(server, "app", browser=True, delay_seconds=3)["app"]
        asked = [(hit.path, hit.began) for hit in server.of("app")]
    assert [record.rendered for record in one.pages] == [True, True]
    last = max(at for path, at in asked if path == "/tick")
    following = next(at for path, at in asked if path == "/next")
    assert following - last >= 1
