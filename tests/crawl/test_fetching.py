"""Hostile servers against the whole fetching path: Scrapy, the gate, the middlewares, the run."""

from __future__ import annotations

import gzip
import resource
import time
import zlib
from collections.abc import Iterator
from itertools import pairwise

import brotli  # type: ignore[import-untyped]
import pytest
from backports import zstd

from store.run_records import ListingRecord, OfferRecord
from tests.crawl.conftest import Crawl
from tests.crawl.hostile import Hostile, Say, page
from tests.crawl.tiny import ask, goods

MIB = 1024 * 1024


def test_a_shop_is_read_whole(crawl_hostile: Crawl) -> None:
    answers = {
        "shop/": page(goods("a", "b", total=3, asks=ask("/2"))),
        "shop/2": page(goods("c", total=3, asks=ask("/2#again") + ask("/"))),
    }
    with Hostile(answers) as server:
        one = crawl_hostile(server, "shop")["shop"]
    assert (one.run.verdict, one.run.reason) == ("ok", "")
    assert (one.run.anchored, one.run.covers_all, one.run.total) == (True, True, 3)
    assert (one.run.pages, one.run.listings, one.run.offers) == (2, 3, 3)
    assert [record.key for record in one.records if isinstance(record, ListingRecord)] == ["a", "b", "c"]
    assert len([record for record in one.records if isinstance(record, OfferRecord)]) == 3
    assert [asked.path for asked in server.of("shop")] == ["/robots.txt", "/", "/2"]
    assert {record.peer for record in one.pages} == {"127.0.0.1"}
    assert {record.robots for record in one.pages} == {"no rules"}


def test_who_asks_says_so_and_carries_nothing_else(crawl_hostile: Crawl) -> None:
    first = page(
        goods("a", asks=ask("/2") + ask("/3", method="POST", body='{"p":1}')), Set_Cookie="sid=secret123"
    )
    with Hostile({"shop/": first, "shop": page(goods("b"))}) as server:
        one = crawl_hostile(server, "shop")["shop"]
    assert one.run.verdict == "ok"
    for asked in server.of("shop"):
        assert asked.headers["user-agent"].startswith("resalewatch/")
        assert not {"cookie", "referer", "authorization", "origin"} & asked.headers.keys()
    posted = [asked for asked in server.of("shop") if asked.method == "POST"]
    assert [(asked.path, asked.body, asked.headers["content-type"]) for asked in posted] == [
        ("/3", b'{"p":1}', "application/json")
    ]
    assert b"secret123" not in (one.path / "records.jsonl").read_bytes()
    assert b"secret123" not in gzip.decompress((one.path / "pages.warc.gz").read_bytes())


@pytest.mark.parametrize(
    "goal",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:10.0.0.1]/", "http://1.1.1.1/",
     "http://2130706433/", "http://a@127.0.0.1/", "http://127.0.0.1:22/", "http://0177.0.0.1/"],
)  # fmt: skip
@pytest.mark.parametrize("hops", [1, 4])
def test_no_redirect_leads_inside(crawl_hostile: Crawl, goal: str, hops: int) -> None:
    answers = {f"shop/{hop}": page("", status="302 Found", Location=f"/{hop + 1}") for hop in range(1, hops)}
    answers["shop/"] = page("", status="302 Found", Location="/1")
    answers[f"shop/{hops}"] = page("", status="307 Temporary Redirect", Location=goal)
    with Hostile(answers) as server:
        one = crawl_hostile(server, "shop")["shop"]
    assert one.run.verdict == "failed"
    assert one.run.reason.startswith("refused: ")
    assert server.connections == hops + 2


@pytest.mark.parametrize(
    "goal", ["file:///etc/passwd", "ftp://shop.hostile.test/", "data:text/html,<li>", "s3://a/b"]
)
def test_no_redirect_leaves_http(crawl_hostile: Crawl, goal: str) -> None:
    with Hostile({"shop": page("", status="302 Found", Location=goal)}) as server:
        one = crawl_hostile(server, "shop")["shop"]
    assert (one.run.verdict, len(server.of("shop"))) == ("failed", 2)


def test_a_source_that_is_not_of_loopback_never_reaches_it(crawl_hostile: Crawl) -> None:
    with Hostile({"": page(goods("a"))}) as server:
        runs = crawl_hostile(
            server, "one", loopback=False, start=[f"http://127.0.0.1:{server.port}/"], timeout_seconds=20
        )
    assert runs["one"].run.verdict == "failed"
    assert "127.0.0.1 is loopback" in runs["one"].run.reason
    assert server.connections == 0


def test_a_redirect_to_the_shops_own_other_host_is_followed(crawl_hostile: Crawl) -> None:
    answers = {
        "shop": page("", status="301 Moved Permanently", Location="http://www.shop.hostile.test/"),
        "www.shop/": page(goods("a", asks=ask("/2") + ask("http://other.hostile.test/"))),
        "www.shop/2": page("", status="302 Found", Location="http://other.hostile.test/"),
        "other": page(goods("x")),
    }
    with Hostile(answers) as server:
        one = crawl_hostile(server, "shop")["shop"]
    assert [record.key for record in one.records if isinstance(record, ListingRecord)] == ["a"]
    assert "led to another host" in one.run.reason
    assert not one.run.covers_all


def bomb(kind: str) -> bytes:
    """Give some KiB that unpack to 96 MiB."""
    zeros = bytes(MIB)
    if kind == "br":
        packer = brotli.Compressor(quality=1)
        return b"".join([*(packer.process(zeros) for _ in range(96)), packer.finish()])
    if kind == "zstd":
        return zstd.compress(zeros * 32) * 3
    wbits = 31 if kind == "gzip" else 15
    deflate = zlib.compressobj(6, zlib.DEFLATED, wbits)
    return b"".join([*(deflate.compress(zeros) for _ in range(96)), deflate.flush()])


def test_bombs_are_let_lie(crawl_hostile: Crawl) -> None:
    """Each in less than 2 s; and eight in one run hold no more memory than one."""
    kinds = ("gzip", "deflate", "br", "zstd")
    answers = {kind: page(bomb(kind), Content_Encoding=kind) for kind in kinds}
    answers["twice"] = page(gzip.compress(bomb("gzip")), Content_Encoding="gzip, gzip")
    answers["many/"] = page(goods("a", asks="".join(ask(f"/{number}") for number in range(8))))
    answers["many"] = answers["gzip"]
    with Hostile(answers) as server:
        crawl_hostile(server, "nobody")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for kind in (*kinds, "twice"):
            began = time.monotonic()
            one = crawl_hostile(server, kind)[kind]
            assert time.monotonic() - began < 2
            assert one.run.verdict == "failed"
            assert "exceeded" in one.run.reason
        assert "8 failed" in crawl_hostile(server, "many")["many"].run.reason
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024 < 64


def drip() -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000\r\n\r\n"
    for _ in range(100):
        time.sleep(0.1)
        yield b"."


def endless(head: bytes, chunk: bytes) -> Iterator[bytes]:
    yield head
    while True:
        yield chunk


def test_what_never_ends_is_ended(crawl_hostile: Crawl) -> None:
    answers: dict[str, Say] = {
        "drip": lambda _: drip(),
        "body": lambda _: endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"." * MIB),
        "headers": lambda _: endless(b"HTTP/1.1 200 OK\r\n", b"X-More: %s\r\n" % (b"." * 2000)),
        "early": lambda _: endless(b"", b"HTTP/1.1 100 Continue\r\nX: %s\r\n\r\n" % (b"." * 2000)),
        "line": lambda _: endless(b"HTTP/1.1 200 OK\r\nX: ", b"." * 10_000),
        "loop": page("", status="302 Found", Location="/"),
        "huge": b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + b"." * 1000,
        "cut": b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + b"." * 10,
        "junk": b"\x00\xff" * 5000,
        "silent": b"",
    }
    began = time.monotonic()
    with Hostile(answers) as server:
        runs = crawl_hostile(server, *answers, seconds=1.0)
    assert time.monotonic() - began < 8
    assert {name: one.run.verdict for name, one in runs.items()} == dict.fromkeys(answers, "failed")
    assert "took longer than 1.0 seconds" in runs["drip"].run.reason
    assert len(server.of("drip")) == 3  # robots.txt, the page, and once more


def test_hiccups_are_tried_again(crawl_hostile: Crawl) -> None:
    answers: dict[str, Say] = {
        "twice": lambda count: page("oops", status="500 Oops") if count < 2 else page(goods("a")),
        "ever": page("oops", status="503 Oops"),
        "wall": page("<title>Just a moment...</title>", status="503 Service Unavailable"),
    }
    with Hostile(answers) as server:
        runs = crawl_hostile(server, *answers)
    assert {name: one.run.verdict for name, one in runs.items()} == {
        "twice": "ok",
        "ever": "failed",
        "wall": "blocked",
    }
    assert [len(server.of(name)) for name in answers] == [4, 5, 2]
    assert "answered 503" in runs["ever"].run.reason


def test_a_host_that_wants_rest_gets_it(crawl_hostile: Crawl) -> None:
    def busy(after: str, until: int) -> Say:
        reply = page("slow down", status="429 Too Many Requests", Retry_After=after)
        return lambda count: reply if count < until else page(goods("a"))

    answers: dict[str, Say] = {"soon": busy("1", 1), "late": busy("3600", 9)}
    with Hostile(answers) as server:
        runs = crawl_hostile(server, *answers, timeout_seconds=20)
    assert {name: one.run.verdict for name, one in runs.items()} == {"soon": "ok", "late": "blocked"}
    _, first, second = server.of("soon")
    assert second.began - first.ended >= 1.0
    assert len(server.of("late")) == 2
    assert runs["late"].run.reason.startswith("429")


def test_robots_txt_is_obeyed(crawl_hostile: Crawl) -> None:
    shop = page(goods("a", asks=ask("/private/2")))
    closed = page("User-agent: *\nDisallow: /private", media_type="text/plain")
    answers = {
        "open": shop,
        "html": shop, "html/robots.txt": page("<html>Disallow: /</html>"),
        "odd": shop, "odd/robots.txt": page("<!doctype html><p>User-agent: *\nDisallow: /", media_type="text/plain"),
        "part": shop, "part/robots.txt": closed,
        "named": shop,
        "named/robots.txt": page("User-agent: resalewatch\nDisallow: /\n\nUser-agent: *\nAllow: /", media_type="text/plain"),
        "shut": shop, "shut/robots.txt": page("User-agent: *\nDisallow: /", media_type="text/plain"),
        "moved": shop, "moved/robots.txt": page("", status="301 Moved", Location="http://shut.hostile.test/robots.txt"),
        "inner": shop, "inner/robots.txt": page("", status="301 Moved", Location="http://10.0.0.1/robots.txt"),
        "broken": shop, "broken/robots.txt": page("oops", status="500 Oops"),
        "vast": shop, "vast/robots.txt": page("User-agent: a\nDisallow: /x\n" * 90_000, media_type="text/plain"),
    }  # fmt: skip
    names = [name for name in answers if "/" not in name]
    with Hostile(answers) as server:
        runs = crawl_hostile(server, *names)
    verdicts = {name: one.run.verdict for name, one in runs.items()}
    assert verdicts == {
        "open": "ok", "html": "ok", "odd": "ok", "part": "ok", "named": "blocked", "shut": "blocked",
        "moved": "blocked", "inner": "failed", "broken": "failed", "vast": "ok",
    }  # fmt: skip
    assert "robots.txt" in runs["shut"].run.reason
    assert [(record.robots, record.status) for record in runs["part"].pages] == [
        ("allowed", 200),
        ("disallowed", 0),
    ]
    assert not runs["part"].run.covers_all
    for name in ("shut", "named", "broken"):
        assert {asked.path for asked in server.of(name)} == {"/robots.txt"}


def test_robots_txt_is_left_aside_where_the_source_says_so(crawl_hostile: Crawl) -> None:
    robots = page("User-agent: *\nDisallow: /", media_type="text/plain")
    with Hostile({"shop/robots.txt": robots, "shop": page(goods("a"))}) as server:
        one = crawl_hostile(server, "shop", robots=False)["shop"]
    assert one.run.verdict == "ok"
    assert [record.robots for record in one.pages] == ["ignored"]


def test_one_request_a_time_and_its_pause(crawl_hostile: Crawl) -> None:
    """Two sources of one host share its pace; another host is asked meanwhile."""
    pages = {f"shop/{number}": page(goods(f"g{number}", asks=ask(f"/{number + 1}"))) for number in range(4)}
    with Hostile({**pages, "other": page(goods("a"))}) as server:
        crawl_hostile(
            server, "one", "two", "other", start=["http://shop.hostile.test/0", "http://other.hostile.test/"],
            delay_seconds=0.1,
        )  # fmt: skip
    for host in ("shop", "other"):
        asked = sorted(server.of(host), key=lambda one: one.began)
        assert len(asked) > 3
        for before, after in pairwise(asked):
            assert after.began - before.ended > 0.08
    assert any(
        one.began < other.began < one.ended + 0.1 for one in server.of("shop") for other in server.of("other")
    )


def test_odd_encodings_are_read_as_they_are_meant(crawl_hostile: Crawl) -> None:
    text = goods("a", more="电话")
    answers = {
        "header": page(text.encode("gbk"), media_type="text/html; charset=gbk"),
        "tag": page(text.replace("<html>", '<html><meta charset="gb18030">').encode("gb18030")),
        "utf16": page(text.encode("utf-16"), media_type="text/html; charset=utf-16"),
    }
    with Hostile(answers) as server:
        runs = crawl_hostile(server, *answers)
    for one in runs.values():
        [title] = [record.title for record in one.records if isinstance(record, ListingRecord)]
        assert title == "ChatGPT Plus 成品号 a ￥88.5"


def test_what_breaks_ends_its_page_and_never_the_others(crawl_hostile: Crawl) -> None:
    answers = {
        "crash/": page(goods("a", asks=ask("/2") + ask("/3"))),
        "crash/2": page("<crash>"),
        "crash/3": page(goods("c")),
        "changed": page("<changed>"),
        "empty": page("<p>暂无商品</p>"),
        "vanished": page("<p>welcome to our shop</p>"),
        "wall": page("<script>window._cf_chl_opt={}</script>"),
        "gone": page("gone", status="404 Not Found"),
        "few": page(goods("a")),
        "image": page(b"\x89PNG\r\n", media_type="image/png"),
    }
    names = list(dict.fromkeys(name.partition("/")[0] for name in answers))
    with Hostile(answers) as server:
        runs = crawl_hostile(server, *names, "nowhere", contract={"min_listings": 2})
    assert {name: one.run.verdict for name, one in runs.items()} == {
        "crash": "failed", "changed": "changed", "empty": "empty", "vanished": "changed", "wall": "blocked",
        "gone": "failed", "few": "changed", "image": "changed", "nowhere": "failed",
    }  # fmt: skip
    assert runs["crash"].run.listings == 2
    assert "KeyError" in runs["crash"].run.reason
    assert runs["wall"].pages[0].blocked == "challenge: cloudflare"


def test_no_more_pages_than_the_source_allows(crawl_hostile: Crawl) -> None:
    pages = {
        f"shop/{number}": page(goods(f"g{number}", asks=ask(f"/{number + 1}") + ask(f"/d{number}", "detail")))
        for number in range(30)
    }
    with Hostile({**pages, "shop/": pages["shop/0"], "shop": page("detail")}) as server:
        one = crawl_hostile(server, "shop", max_pages=5)["shop"]
    assert [asked.path for asked in server.of("shop")] == ["/robots.txt", "/", "/1", "/2", "/3", "/4"]
    assert (one.run.verdict, one.run.covers_all) == ("ok", False)
    assert "max_pages is 5" in one.run.reason


def test_three_walls_in_a_row_are_enough(crawl_hostile: Crawl) -> None:
    asks = "".join(ask(f"/{number}") for number in range(10))
    with Hostile(
        {"shop/": page(goods("a", asks=asks)), "shop": page("no", status="403 Forbidden")}
    ) as server:
        one = crawl_hostile(server, "shop")["shop"]
    assert len(server.of("shop")) == 5
    assert (one.run.verdict, one.run.covers_all) == ("ok", False)
    assert "3 blocked" in one.run.reason


def test_a_run_ends_when_its_time_is_over(crawl_hostile: Crawl) -> None:
    pages = {f"shop/{number}": page(goods(f"g{number}", asks=ask(f"/{number + 1}"))) for number in range(99)}
    began = time.monotonic()
    with Hostile({**pages, "shop/": pages["shop/0"]}) as server:
        one = crawl_hostile(server, "shop", timeout_seconds=1, delay_seconds=0.3)["shop"]
    assert time.monotonic() - began < 3
    assert (one.run.verdict, one.run.covers_all) == ("ok", False)
    assert "time was over" in one.run.reason


def test_an_unknown_platform_is_said(crawl_hostile: Crawl) -> None:
    with Hostile({"shop": page(goods("a"))}) as server:
        one = crawl_hostile(server, "shop", platform="shopify9")["shop"]
    assert one.run.verdict == "failed"
    assert "no platform is named 'shopify9'" in one.run.reason
    assert server.connections == 0
