"""One run over its pages: what breaks ends a page, and bounds end the run."""

from __future__ import annotations

import time

from tests.crawl.conftest import Crawl
from tests.crawl.hostile import Hostile, page
from tests.crawl.tiny import ask, goods


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


def test_a_run_takes_no_more_bytes_than_it_may(crawl_hostile: Crawl) -> None:
    pages = {
        f"shop/{number}": page(goods(f"g{number}", asks=ask(f"/{number + 1}"), more="<p>" + "x" * 2000))
        for number in range(9)
    }
    with Hostile(pages) as server:
        start = ["http://shop.hostile.test/0"]
        one = crawl_hostile(server, "shop", start=start, max_bytes=6000)["shop"]
    assert len(server.of("shop")) == 4
    assert (one.run.verdict, one.run.covers_all, one.run.listings) == ("ok", False, 2)
    assert "max_bytes is 6000" in one.run.reason
