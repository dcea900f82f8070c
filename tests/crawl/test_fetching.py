"""Hostile servers against the whole fetching path: Scrapy, the gate, the middlewares, the run."""

from __future__ import annotations

import gzip
import resource
import time
import zlib
from collections.abc import Iterator

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
    assert time.monotonic() - began < 15
    assert {name: one.run.verdict for name, one in runs.items()} == dict.fromkeys(answers, "failed")
    assert "took longer than 1.0 seconds" in runs["drip"].run.reason
    assert server.times("drip") == 2  # the page, and once more


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
