"""Sites that keep a thing elsewhere than most of their program's versions, or send their visitors to another name."""

from __future__ import annotations

import json

from tests.crawl.conftest import Crawl
from tests.crawl.hostile import Hostile, page
from tests.crawl.tiny import ask, goods

PRICES = {"price": "14900", "currency_code": "USD", "currency_minor_unit": 2}
API = "/wp-json/wc/store/v1/products?per_page=100&page=1"
PLAIN = "/index.php?rest_route=/wc/store/v1/products&per_page=100&page=1"
ROWS = [
    {"id": 7, "name": "Claude Max 20x", "prices": PRICES, "permalink": "http://shop.hostile.test/?product=x"}
]
CARD = '<ul class="products"><li class="product post-7"><h2>Claude Max 20x</h2><a href="/x"><span class="woocommerce-Price-amount">$149.00</span></a></li></ul>'


def test_a_shop_without_permalinks_is_read_and_is_whole(crawl_hostile: Crawl) -> None:
    with Hostile({f"shop{PLAIN}": page(json.dumps(ROWS), media_type="application/json")}) as server:
        one, again = (crawl_hostile(server, "shop", platform="woocommerce")["shop"] for _ in range(2))
        asked = [request.path for request in server.of("shop")]
    assert (one.run.verdict, one.run.listings, one.run.covers_all) == ("ok", 1, True)
    assert (again.run.verdict, again.run.listings, again.run.covers_all) == ("ok", 1, True)
    assert set(asked) == {"/robots.txt", API, PLAIN, "/contact/"}


def test_a_shop_whose_api_is_gone_is_read_by_its_list(crawl_hostile: Crawl) -> None:
    with Hostile({"shop/?post_type=product": page(CARD)}) as server:
        one = crawl_hostile(server, "shop", platform="woocommerce")["shop"]
    assert (one.run.verdict, one.run.listings, one.run.covers_all) == ("ok", 1, True)


def test_a_shop_that_is_not_there_at_all_has_failed(crawl_hostile: Crawl) -> None:
    with Hostile({}) as server:
        one = crawl_hostile(server, "shop", platform="woocommerce")["shop"]
    assert (one.run.verdict, one.run.listings) == ("failed", 0)


def test_a_site_may_send_its_visitors_to_its_www_name(crawl_hostile: Crawl) -> None:
    moved = page("", status="301 Moved Permanently", Location="http://www.shop.hostile.test/2")
    answers = {
        "shop/": page(goods("a", asks=ask("/2") + ask("http://www.shop.hostile.test/3"))), "shop/2": moved,
        "www.shop/2": page(goods("b")), "www.shop/3": page(goods("c")),
    }  # fmt: skip
    with Hostile(answers) as server:
        one = crawl_hostile(server, "shop")["shop"]
    assert (one.run.verdict, one.run.listings, one.run.covers_all) == ("ok", 3, True)


def test_a_reading_call_is_asked_again_as_it_was_where_its_host_moved_it(crawl_hostile: Crawl) -> None:
    call = ask("/goods", method="POST", body='{"page":1}')
    elsewhere = ask("/buy", method="POST", body='{"page":2}')
    answers = {
        "shop/": page(goods("a", asks=call + elsewhere)),
        "shop/goods": page("", status="301 Moved Permanently", Location="http://www.shop.hostile.test/goods"),
        "shop/buy": page("", status="302 Found", Location="http://www.shop.hostile.test/thanks"),
        "www.shop/goods": page(goods("b")), "www.shop/thanks": page(goods("c")),
    }  # fmt: skip
    with Hostile(answers) as server:
        crawl_hostile(server, "shop")
        came = {(one.method, one.path): one.body for one in server.of("www.shop") if "robots" not in one.path}
    assert came == {("POST", "/goods"): b'{"page":1}', ("GET", "/thanks"): b""}
