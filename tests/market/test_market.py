"""The market itself: it serves every host, changes and changes back, and behaves as badly as it says."""

import gzip
import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from tests.market import CHANGES, PAGES, TRUTH, Market
from tests.market.__main__ import open_market, read_arguments

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
HOSTS = sorted(folder.name for folder in PAGES.iterdir())
CHANGE_NAMES = sorted(folder.name for folder in CHANGES.iterdir())
LIST = "/user/api/index/commodity?categoryId=0&page="


class Got(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(market: Market, host: str, path: str, method: str = "GET", **headers: str) -> Got:
    connection = http.client.HTTPConnection("127.0.0.1", market.port, timeout=5)
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    connection.request(method, path, headers={"Host": host, **named})
    reply = connection.getresponse()
    got = Got(reply.status, dict(reply.getheaders()), reply.read())
    connection.close()
    return got


@pytest.fixture(scope="module")
def running() -> Iterator[Market]:
    with Market() as market:
        yield market


@pytest.fixture
def market(running: Market) -> Market:
    running.reset()
    return running


def goods(market: Market, host: str, page: int = 1) -> tuple[int, int]:
    reply = json.loads(ask(market, host, f"{LIST}{page}").text)
    return len(reply["data"]), reply["total"]


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_serves_its_start_and_its_offers_pages(market: Market, host: str) -> None:
    truth = json.loads((TRUTH / f"{host}.json").read_text(encoding="utf-8"))
    urls = {urlsplit(url)._replace(scheme="", netloc="").geturl() for url in truth["start_urls"]}
    urls |= {offer["url"] for offer in truth["offers"]}
    fails = truth.get("fails", {})
    for url in urls:
        for _ in range(fails.get(url, 0)):
            assert ask(market, host, url).status == 500
        assert ask(market, host, url).status == 200, url


def test_hosts_are_the_folders(market: Market) -> None:
    assert market.hosts == HOSTS
    assert len(HOSTS) >= 12


def test_an_unknown_host_is_misdirected(market: Market) -> None:
    assert ask(market, "nowhere.test", "/").status == 421
    assert ask(market, "..", "/").status == 421


def test_the_port_in_the_host_header_is_ignored(market: Market) -> None:
    assert ask(market, f"Kongshan.market.test:{market.port}", "/").status == 200


def test_a_whole_url_as_target_is_a_proxy_request(market: Market) -> None:
    assert "星海API" in ask(market, "ignored.test", "http://xinghai.market.test/api/status").text


def test_a_query_finds_its_file_and_unknown_parameters_are_ignored(market: Market) -> None:
    page = ask(
        market, "lanjing.market.test", "/user/api/index/commodity?keywords=&limit=20&page=2&categoryId=0"
    )
    assert json.loads(page.text)["data"][0]["id"] == 1203
    first = ask(market, "bazar.market.test", "/viewforum.php?sid=0&f=2").text
    assert first.count("topictitle") == 25


def test_past_the_end_the_forum_repeats_its_last_page(market: Market) -> None:
    last = ask(market, "bazar.market.test", "/viewforum.php?f=2&start=25").body
    assert ask(market, "bazar.market.test", "/viewforum.php?f=2&start=975").body == last


def test_private_files_and_other_folders_are_out_of_reach(market: Market) -> None:
    for path in (
        "/site.json",
        "/_404.html",
        "/../carsi.market.test/liste.html",
        "/%2e%2e/carsi.market.test/liste.html",
    ):
        assert ask(market, "tokenmarkt.market.test", path).status == 404, path


def test_soft_404_and_single_page_fallback(market: Market) -> None:
    lost = ask(market, "lanjing.market.test", "/no/such/page")
    assert (lost.status, "页面没有找到" in lost.text) == (200, True)
    robots = ask(market, "xinghai.market.test", "/robots.txt")
    assert (robots.status, robots.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert ask(market, "xinghai.market.test", "/api/no").status == 404
    assert ask(market, "xinghai.market.test", "/api/user/topup/info").status == 401


def test_headers_cookies_and_redirects(market: Market) -> None:
    assert ask(market, "xinghai.market.test", "/api/status").headers["X-New-Api-Version"] == "v1.0.0-rc.11"
    assert "ACG-SHOP" in ask(market, "lanjing.market.test", "/").headers["Set-Cookie"]
    moved = ask(market, "bazar.market.test", "/")
    assert (moved.status, moved.headers["Location"]) == (302, "/index.php")


def test_two_failures_and_then_it_works(market: Market) -> None:
    host = "luotuo.market.test"
    assert [ask(market, host, "/").status for _ in range(4)] == [500, 500, 200, 200]
    assert ask(market, host, "/buy/1").status == 200
    market.reset()
    assert ask(market, host, "/").status == 500


def test_etag_gives_304_and_follows_the_page(market: Market) -> None:
    host, path = "lanjing.market.test", LIST + "1"
    tag = ask(market, host, path).headers["ETag"]
    unchanged = ask(market, host, path, If_None_Match=tag)
    assert (unchanged.status, unchanged.body) == (304, b"")
    market.change("layout_breaks")
    assert ask(market, host, path, If_None_Match=tag).status == 200


def test_head_gzip_and_keep_alive(market: Market) -> None:
    host = "qingniao.market.test"
    plain = ask(market, host, "/")
    head = ask(market, host, "/", "HEAD")
    assert (head.body, head.headers["Content-Length"]) == (b"", str(len(plain.body)))
    packed = ask(market, host, "/", Accept_Encoding="gzip, deflate")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    connection = http.client.HTTPConnection("127.0.0.1", market.port, timeout=5)
    for path in ("/", "/buy/101"):
        connection.request("GET", path, headers={"Host": host})
        assert connection.getresponse().read()
    connection.close()


def test_only_reading_is_served_and_requests_are_remembered(market: Market) -> None:
    assert ask(market, "qingniao.market.test", "/create-order", "POST").status == 405
    ask(market, "qingniao.market.test", "/buy/101?x=1", User_Agent="resalewatch/test")
    first, second = market.requests
    assert (first.host, first.method, first.path) == ("qingniao.market.test", "POST", "/create-order")
    assert (second.path, second.user_agent) == ("/buy/101?x=1", "resalewatch/test")
    assert first.at <= second.at


@pytest.mark.parametrize("name", CHANGE_NAMES)
def test_a_change_lays_over_and_comes_off(market: Market, name: str) -> None:
    files = [file for file in (CHANGES / name).rglob("*") if file.is_file() and file.name != "site.json"]
    hosts = sorted({file.relative_to(CHANGES / name).parts[0] for file in files})
    truth = json.loads((TRUTH / "changes" / f"{name}.json").read_text(encoding="utf-8"))
    assert sorted(truth["hosts"]) == hosts
    for host in hosts:
        fetched = [_first_change(file, CHANGES / name / host) for file in files if host in file.parts]
        path = next(path for path in fetched if path)
        market.reset()
        for _ in range(2):
            ask(market, host, path)
        before = ask(market, host, path)
        market.change(name)
        assert ask(market, host, path).body != before.body, path
        market.change(name, on=False)
        after = ask(market, host, path)
        assert (after.status, after.body) == (before.status, before.body)


def _first_change(file: Path, folder: Path) -> str:
    path = "/" + file.relative_to(folder).as_posix().removesuffix(".gone")
    if file.name.startswith("_"):
        return "/"
    return path.rpartition(".")[0].removesuffix("index").replace("@", "?")


def test_what_the_changes_do(market: Market) -> None:
    market.change("ban_wave")
    assert goods(market, "chaoxi.market.test") == (0, 0)
    home = ask(market, "chaoxi.market.test", "/").text
    assert all(word in home for word in ("暂无商品", "风控", "封号"))
    assert (
        json.loads(
            ask(market, "chaoxi.market.test", "/user/api/index/commodityDetail?commodityId=2001").text
        )["code"]
        == 0
    )
    market.change("listings_go")
    shop = ask(market, "qingniao.market.test", "/").text
    assert shop.split('id="group-1"')[0].count("card-title") == 45
    assert '<span class="badge">45</span>' in shop
    assert "该商品未上架" in ask(market, "qingniao.market.test", "/buy/105").text
    market.change("site_blocks")
    assert ask(market, "luotuo.market.test", "/buy/1").status == 200
    assert "Just a moment" in ask(market, "luotuo.market.test", "/buy/1").text
    assert ask(market, "carsi.market.test", "/liste.html").status == 403
    market.change("layout_breaks")
    broken = json.loads(ask(market, "lanjing.market.test", LIST + "1").text)
    assert (broken["total"], "data" in broken, "goodsName" in broken["rows"][0]) == (60, False, True)


def test_the_shop_pages_hold_its_own_total(market: Market) -> None:
    assert [goods(market, "lanjing.market.test", page) for page in (1, 2, 3, 4)] == [(20, 60)] * 3 + [(0, 60)]
    assert [goods(market, "chaoxi.market.test", page) for page in (1, 2)] == [(20, 22), (2, 22)]
    assert goods(market, "kongshan.market.test") == (0, 0)


def test_the_control_host_changes_and_resets(market: Market) -> None:
    control = "control.market.test"
    on = ask(market, control, "/change?name=ban_wave&on=1", "POST")
    assert json.loads(on.text) == {"on": ["ban_wave"]}
    assert goods(market, "chaoxi.market.test") == (0, 0)
    assert json.loads(ask(market, control, "/change?name=ban_wave&on=0", "POST").text) == {"on": []}
    assert ask(market, control, "/change?name=../pages", "POST").status == 400
    assert ask(market, control, "/change?name=ban_wave").status == 404
    assert ask(market, control, "/reset", "POST").status == 200


def test_an_unknown_change_is_refused(market: Market) -> None:
    with pytest.raises(ValueError, match="no change named"):
        market.change("prices_mvoe")


def test_deleting_a_file_takes_one_page_away(tmp_path: Path) -> None:
    page = tmp_path / "pages" / "shop.market.test" / "item" / "7@page=2.html"
    page.parent.mkdir(parents=True)
    page.write_text("here", encoding="utf-8")
    with Market(tmp_path / "pages") as market:
        assert ask(market, "shop.market.test", "/item/7?page=2").text == "here"
        page.unlink()
        assert ask(market, "shop.market.test", "/item/7?page=2").status == 404


def test_the_command_prints_its_port_and_ends_on_sigterm(tmp_path: Path) -> None:
    port_file = tmp_path / "port"
    words = [sys.executable, "-m", "tests.market", "--port-file", str(port_file), "--change", "ban_wave"]
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(words, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=5) == 0
    assert line.split()[0] == f"127.0.0.1:{port_file.read_text(encoding='utf-8').strip()}"
    assert line.split()[1:] == HOSTS


def test_a_port_that_is_taken_and_a_change_that_is_none_are_one_sentence() -> None:
    with Market() as market:
        taken = ended("--port", str(market.port))
    assert taken.startswith(f"port {market.port} cannot be listened on (")
    assert ended("--port", "99999").startswith("port 99999 cannot be listened on (")
    assert (
        ended("--root", "/nowhere")
        == "there is no folder of pages at /nowhere: name one, or leave --root out"
    )
    assert "no change named 'ban_waves'" in (said := ended("--change", "ban_wave", "--change", "ban_waves"))
    assert said.endswith(f"; there are {', '.join(CHANGE_NAMES)}")


def ended(*words: str) -> str:
    with pytest.raises(SystemExit) as end:
        open_market(read_arguments(list(words)))
    assert "\n" not in str(end.value)
    return str(end.value)
