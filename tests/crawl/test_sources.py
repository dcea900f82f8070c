"""An operator's directory of sources: every fault of every source is said at once, and no fault stops another source."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from crawlers.child import run_job
from crawlers.currencies import CURRENCIES
from crawlers.daemon.due import load_watched
from crawlers.platforms import PLATFORMS
from crawlers.reading.vocabulary import CURRENCY_OF
from crawlers.source import SourceError
from crawlers.source_files import load_source
from scheduler import app
from store.errors import UserError
from tests.crawl.hostile import Hostile, page
from tests.crawl.tiny import Tiny, goods

GOOD = "platform: tiny\nstart: [http://shop.hostile.test/]\nloopback: true\ndelay_seconds: 0\n"
PASSWORD = "hunter2horse"


@pytest.fixture
def watchlist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(PLATFORMS, "tiny", Tiny())
    write(tmp_path, "shop", GOOD)
    return tmp_path / "sources"


def write(place: Path, name: str, text: str) -> None:
    folder = place / "sources" / name
    folder.mkdir(parents=True)
    (folder / "source.yml").write_text(text, "utf-8")


def command(watchlist: Path, *words: str) -> tuple[int, str, list[str]]:
    options = ["--sources", str(watchlist), "--spool", str(watchlist.parent / "spool")]
    done = CliRunner().invoke(app, [*options, *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr.splitlines()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("platform: new_api", "platform: no platform is named 'new_api': did you mean new-api"),
        ("platform: xyzzy", "platform: no platform is named 'xyzzy': it takes "),
        ("schedule: often", "schedule: 'often' is no cron line"),
        ("schedule: 0 0 30 2 *", "schedule: '0 0 30 2 *' never comes"),
        ("currency: RMB", "currency: 'RMB' is no currency: write its ISO 4217 code"),
        ("language: Chinese!", "language: 'Chinese!' is no language"),
        ("contract: {min_listings: 9, max_listings: 3}", "contract: min_listings (9) is more than max_listings (3)"),
        ("contract: {min_listing: 9}", "contract.min_listing: source.yml knows no such key, did you mean min_listings?"),
        ("robots: true\nrobots: false", "robots: it is written twice, keep one"),
        ("verify_tls: false", "verify_tls: false needs a note why"),
        ("start: [https://bob:" + PASSWORD + "@a.example/]", "start: it takes plain http and https addresses without"),
        ("start: [ftp://a.example/]", "start: it takes plain http and https addresses without"),
        ("start: [https://a.example:22/]", "port 22 serves no pages"),
        ("start: []", "start: "),
        ("start: ['http://127.0.0.1:8080/']", "only a source with `loopback: true` reaches that"),
        ("start: ['https://a.example/', 'http://localhost/']", "only a source with `loopback: true` reaches that"),
        ("delay: 3", "delay: source.yml knows no such key"),
        ("max_pages: many", "max_pages: input should be a valid integer"),
        ("name: other", "name: the folder's name is the source's name, remove this key"),
        ("schedule: */6 * * * *", "is no YAML: line 3: "),
        ("1: 2", "1: source.yml knows no such key"),
        ("a: &x [*x]", "a: source.yml knows no such key"),
        ("a: " + "[" * 5000, "is no YAML: it is nested too deep"),
    ],
)  # fmt: skip
def test_a_fault_is_said_with_its_file_its_key_and_what_to_do(watchlist: Path, text: str, said: str) -> None:
    key = text.partition(":")[0]
    kept = [line for line in ("platform: generic", "start: [https://a.example/]") if not line.startswith(key)]
    write(watchlist.parent, "bad", "\n".join([*kept, text, ""]))
    [fault] = load_watched(watchlist).faults["bad"]
    assert fault.startswith(str(watchlist / "bad" / "source.yml"))
    assert said in fault
    assert PASSWORD not in fault
    assert "\n" not in fault


@pytest.mark.parametrize("note", ["verify_tls: false  # its own root", "# its own root\nverify_tls: false"])
def test_an_unverified_certificate_is_accepted_with_a_note(watchlist: Path, note: str) -> None:
    write(watchlist.parent, "other", f"{GOOD}{note}\n")
    assert not load_source(watchlist / "other").verify_tls


def test_what_is_no_readable_file_is_said(watchlist: Path) -> None:
    write(watchlist.parent, "list", "- 1\n")
    write(watchlist.parent, "Shop_1", GOOD)
    (watchlist / "folder" / "source.yml").mkdir(parents=True)
    (watchlist / "loop").mkdir()
    (watchlist / "loop" / "source.yml").symlink_to(watchlist / "loop" / "source.yml")
    (watchlist / "none").mkdir()
    (watchlist / "bytes").mkdir()
    (watchlist / "bytes" / "source.yml").write_bytes(b"platform: \xff\xfe\n")
    (watchlist / ".git").mkdir()
    said = {name: " ".join(faults) for name, faults in load_watched(watchlist).faults.items()}
    assert set(said) == {"list", "Shop_1", "folder", "loop", "none", "bytes"}
    assert "should hold keys and values" in said["list"]
    assert "small letters" in said["Shop_1"]
    assert "cannot be read: Is a directory" in said["folder"]
    assert "cannot be read: Too many levels" in said["loop"]
    assert "has no source.yml" in said["none"]
    assert "is no YAML" in said["bytes"]
    with pytest.raises(SourceError, match="cannot be read"):
        load_source(watchlist / "folder")


def test_list_says_all_faults_of_all_sources_and_shows_the_good_ones(watchlist: Path) -> None:
    write(
        watchlist.parent,
        "a",
        "platform: xyzzy\ncurrency: RMB\nschedule: often\nstart: [ftp://a/]\nverify_tls: false\n",
    )
    write(watchlist.parent, "b", "start: [https://b.example/]\nrobots: true\nrobots: true\n")
    code, out, said = command(watchlist, "--json", "sources", "list")
    assert code == 1
    assert [json.loads(line)["name"] for line in out.splitlines()] == ["shop"]
    assert all(line.startswith("resalewatch: ") for line in said)
    assert [sum(f"/{name}/source.yml: " in line for line in said) for name in ("a", "b", "shop")] == [5, 2, 0]


def test_a_faulty_source_stops_no_other_and_the_exit_tells(
    watchlist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(watchlist.parent, "bad", "platform: tiny\n")
    with Hostile({"shop": page(goods("a", total=1))}) as server:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", server.ways)
        all_of_them = command(watchlist, "crawl")
        named = command(watchlist, "crawl", "shop")
        faulty = command(watchlist, "crawl", "bad")
        checked = command(watchlist, "sources", "check", "bad")
    assert (all_of_them[0], named[0], faulty[0], checked[0]) == (1, 0, 1, 1)
    assert all_of_them[1].split()[:2] == named[1].split()[:2] == ["shop", "ok"]
    assert len(all_of_them[2]) == len(faulty[2]) == len(checked[2]) == 1
    assert named[2] == []
    assert faulty[1] == checked[1] == ""


def test_a_child_crawls_the_others_of_a_batch_before_it_says_what_is_broken(
    watchlist: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    job = {
        "sources": str(watchlist),
        "spool": str(watchlist.parent / "spool"),
        "tokens": {"bad": 1, "shop": 2},
    }
    write(watchlist.parent, "bad", "platform: tiny\n")
    with Hostile({"shop": page(goods("a", total=1))}) as server:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", server.ways)
        with pytest.raises(UserError, match=r"bad/source\.yml: start: it must be given"):
            run_job(json.dumps(job), sys.stdout)
    [told] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (told["source"], told["verdict"]) == ("shop", "ok")


def test_every_key_can_be_said_twice_in_no_way(watchlist: Path) -> None:
    write(watchlist.parent, "twice", GOOD + "contract:\n  min_listings: 1\n  min_listings: 2\n")
    assert yaml.safe_load((watchlist / "twice" / "source.yml").read_text("utf-8"))["contract"] == {
        "min_listings": 2
    }
    assert "min_listings: it is written twice" in load_watched(watchlist).faults["twice"][0]


def test_every_currency_that_is_read_may_be_written() -> None:
    assert set(CURRENCY_OF.values()) <= CURRENCIES
