"""`sources add` and `sources discover`: sites asked politely what they run, and written as folders to approve."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from crawlers.source_files import load_sources
from scheduler import app
from tests.market.server import Market

ROOT = Path(__file__).parents[2]
LIST = """<!DOCTYPE html><html><body><main><h1>Relays</h1>
<table><tr><th>名称</th><th>地址</th><th>倍率</th></tr>
<tr><td>榆树 API</td><td><a href="http://elm-relay.com/register?aff=EL77">官网</a></td><td>Claude 0.45倍率</td></tr>
<tr><td>白桦</td><td><a href="http://birch-wall.net/">官网</a></td><td>0.06 倍率</td></tr>
<tr><td>已看</td><td><a href="http://known-relay.org/">官网</a></td><td></td></tr></table>
<p>Powered by <a href="https://www.phpbb.com/">phpBB</a></p></main></body></html>"""
STATUS = {"success": True, "message": "", "data": {"quota_per_unit": 500000, "quota_display_type": "USD", "price": 1, "system_name": "榆树 API"}}  # fmt: skip
PRICING = {
    "success": True, "usable_group": {"default": "默认"}, "group_ratio": {"default": 0.45},
    "data": [{"model_name": "gpt-5.5", "quota_type": 0, "model_ratio": 2.5, "completion_ratio": 6, "enable_groups": ["default"]}],
}  # fmt: skip
SHELL = '<!DOCTYPE html><html><head><title>榆树 API</title></head><body><div id="root"></div><script src="/a.js"></script></body></html>'
WALL = "<html><script>window._cf_chl_opt={}</script></html>"


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Market:
    """Lay out a list, a station that only its settings tell, a wall, and a site that is watched already."""
    pages = {
        "relay-list.com/index.html": LIST,
        "elm-relay.com/index.html": SHELL,
        "elm-relay.com/api/status.json": json.dumps(STATUS),
        "elm-relay.com/api/pricing.json": json.dumps(PRICING),
        "birch-wall.net/index.html": WALL,
    }
    for name, text in pages.items():
        path = tmp_path / "web" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    known = tmp_path / "watched" / "known"
    known.mkdir(parents=True)
    (known / "source.yml").write_text("platform: new-api\nstart: [http://known-relay.org]\n", "utf-8")
    market = Market(root=tmp_path / "web")
    hosts = sorted({name.partition("/")[0] for name in pages})
    monkeypatch.setenv("RESALEWATCH_RESOLVE", ",".join(f"{host}=127.0.0.1:{market.port}" for host in hosts))
    return market


def run(folder: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["--sources", str(folder / "watched"), *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


def test_a_list_proposes_what_is_not_watched_and_add_takes_what_a_person_leaves(
    tmp_path: Path, web: Market
) -> None:
    proposals = tmp_path / "new.txt"
    with web:
        code, said = run(tmp_path, "--json", "sources", "discover", "http://relay-list.com/", "--loopback", "--to", str(proposals))  # fmt: skip
        found = {one["url"]: one for one in map(json.loads, said.splitlines())}
        assert code == 0
        assert set(found) == {"http://elm-relay.com/", "http://birch-wall.net/"}
        elm, birch = found["http://elm-relay.com/"], found["http://birch-wall.net/"]
        assert (elm["name"], elm["platform"], elm["referral"]) == ("榆树 API", "new-api", "EL77")
        assert "0.45倍率" in elm["words"]
        assert birch["platform"] is None
        assert birch["trouble"] == "blocked: challenge: cloudflare"
        assert not (tmp_path / "watched" / "elm-relay").exists()
        code, said = run(tmp_path, "sources", "add", "--loopback", "--file", str(proposals))
    assert code == 0
    assert "added      elm-relay: new-api, by /api/status with quota_per_unit" in said
    assert "not added  http://birch-wall.net/: blocked: challenge: cloudflare" in said
    written = tmp_path / "watched" / "elm-relay"
    assert yaml.safe_load((written / "source.yml").read_text("utf-8"))["platform"] == "new-api"
    samples = [json.loads(path.read_text("utf-8")) for path in sorted(written.glob("samples/*/reading.json"))]
    assert any(listing["title"] == "gpt-5.5" for one in samples for listing in one.get("listings", ()))
    assert not load_sources(tmp_path / "watched").faults


def test_a_site_is_asked_a_handful_of_times(tmp_path: Path, web: Market) -> None:
    with web:
        run(tmp_path, "sources", "add", "--loopback", "http://elm-relay.com/", "http://birch-wall.net/")
    asked = Counter(one.host for one in web.requests)
    assert asked["birch-wall.net"] <= 5
    assert asked["elm-relay.com"] <= 10
    assert {one.method for one in web.requests} == {"GET"}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "no address is given"),
        (("ftp://relay.example/",), "cannot be watched"),
        (("http://user:secret@relay.example/",), "cannot be watched"),
        (("https://relay.example/", "--platform", "newapi"), "did you mean new-api"),
        (("--file", "nowhere.txt"), "nowhere.txt cannot be read"),
    ],
)
def test_what_cannot_be_added_is_said_in_one_sentence(
    tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    done = CliRunner().invoke(app, ["--sources", str(tmp_path / "watched"), "sources", "add", *words])
    assert done.exit_code
    assert why in str(done.exception)
    assert "secret" not in str(done.exception)
    assert not (tmp_path / "watched").exists()


def test_what_is_watched_is_not_added_twice(tmp_path: Path, web: Market) -> None:
    with web:
        code, said = run(tmp_path, "sources", "add", "--loopback", "https://www.known-relay.org/")
    assert (code, said) == (1, "")
    assert not web.requests


def test_every_program_of_the_market_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = {}
    for path in (ROOT / "tests" / "sources").glob("*/source.yml"):
        source = yaml.safe_load(path.read_text("utf-8"))
        wanted[source["start"][0]] = source["platform"]
    with Market() as market:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", f"*.market.test=127.0.0.1:{market.port}")
        code, _ = run(tmp_path, "sources", "add", "--loopback", *sorted(wanted))
    assert code == 0
    found = load_sources(tmp_path / "watched").found
    named = {source.url: source.platform for source in found.values()}
    # Two stand behind a wall and robots.txt; one has structured data, which the generic reader reads as well.
    assert set(wanted) - set(named) == {"http://changcheng.market.test/", "http://shuimen.market.test/"}
    assert {url for url in named if named[url] != wanted[url]} <= {
        "http://tokenmarkt.market.test/katalog?page=1"
    }


def test_a_site_that_is_not_what_was_said_leaves_no_folder(tmp_path: Path, web: Market) -> None:
    """Whoever names a site's software may err; behind a wall nobody can tell."""
    with web:
        for address, code in (("elm-relay.com", 1), ("birch-wall.net", 0), ("nowhere-relay.com", 1)):
            words = ("sources", "add", "--loopback", "--platform", "dujiaoka", f"http://{address}/")
            ended, said = run(tmp_path, *words)
            assert ended == code, said
            if code:
                assert "not added" in said
                assert "it does not answer as dujiaoka: " in said
                assert "leave --platform out" in said
    assert sorted(path.name for path in (tmp_path / "watched").iterdir()) == ["birch-wall", "known"]


def test_a_check_shows_the_multipliers_of_a_stations_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Market() as market:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", f"*.market.test=127.0.0.1:{market.port}")
        code, said = run(
            tmp_path, "--sources", str(ROOT / "tests" / "sources"), "sources", "check", "xinghai"
        )
    assert code == 0
    assert re.search(r"relay  CC-Max号池  x[\d.]+  CC-Max号池", said)
