"""How hosts are asked: again after a hiccup, later where they say so, one request a time, as robots.txt allows."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from tests.crawl.conftest import Crawl
from tests.crawl.hostile import Answer, Hostile, Say, page
from tests.crawl.tiny import ask, goods


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


@pytest.mark.parametrize(
    ("status", "form"),
    [("429 Too Many Requests", "seconds"), ("503 Service Unavailable", "seconds"), ("503 Service Unavailable", "date"),
     ("429 Too Many Requests", "past")],
)  # fmt: skip
def test_a_pause_is_read_in_seconds_and_as_a_date(crawl_hostile: Crawl, status: str, form: str) -> None:
    told: list[float] = []

    def busy(count: int) -> Answer:
        if count:
            return page(goods("a"))
        told.append(time.monotonic())
        now = datetime.now(UTC)
        dates = {"date": now + timedelta(seconds=2), "past": now - timedelta(days=1)}
        after = format_datetime(dates[form], usegmt=True) if form in dates else "1"
        return page("busy", status=status, Retry_After=after)

    with Hostile({"shop": busy}) as server:
        one = crawl_hostile(server, "shop", timeout_seconds=20)["shop"]
    assert one.run.verdict == "ok"
    # a date has no parts of a second
    least, most = {"seconds": (1.0, 8.0), "date": (0.9, 8.0), "past": (0.0, 0.9)}[form]
    assert least <= server.of("shop")[-1].began - told[0] < most


def test_a_host_that_wants_more_rest_than_the_run_lasts_is_asked_no_more(crawl_hostile: Crawl) -> None:
    asks = ask("/2") + ask("/3") + ask("/4")
    for after in ("3600", "999999999", "Thu, 01 Jan 2099 00:00:00 GMT"):
        busy = page("busy", status="503 Service Unavailable", Retry_After=after)
        answers = {"shop/": page(goods("a", asks=asks)), "shop/2": busy, "shop": page(goods("b"))}
        with Hostile(answers) as server:
            one = crawl_hostile(server, "shop", timeout_seconds=30)["shop"]
        assert [asked.path for asked in server.of("shop")] == ["/robots.txt", "/", "/2"]
        assert (one.run.verdict, one.run.covers_all) == ("ok", False)
        assert "3 failed" in one.run.reason


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


def test_a_mapped_host_says_who_may_use_the_map(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolver(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    with Hostile({}) as server:
        one = crawl_hostile(server, "shop", loopback=False)["shop"]
    assert one.run.verdict == "failed"
    assert "(RESALEWATCH_RESOLVE counts for sources with `loopback: true` alone)" in one.run.reason


@pytest.mark.parametrize(
    ("number", "words", "asked"),
    [(socket.EAI_NONAME, "Name or service not known", 1), (socket.EAI_AGAIN, "Temporary failure", 2)],
)
def test_a_host_that_no_resolver_knows_is_not_asked_for_again(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch, number: int, words: str, asked: int
) -> None:
    """A name that is not there fails at once with its reason; a resolver that is down gets one more chance."""
    looked_up: list[str] = []

    def resolver(host: str, *_: object, **__: object) -> list[object]:
        looked_up.append(host)
        raise socket.gaierror(number, words)

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    with Hostile({}) as server:
        one = crawl_hostile(server, "shop", start=["http://shop.nowhere.example/"])["shop"]
    assert one.run.verdict == "failed"
    assert one.run.reason.endswith(f"shop.nowhere.example does not resolve: {words}")
    assert looked_up == ["shop.nowhere.example"] * asked
