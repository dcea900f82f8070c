"""What ends and what does not, when the market changes: real crawls, hours apart by the runs' own times."""

from __future__ import annotations

import json
import shutil
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.market.server import PAGES, TRUTH, Market
from tests.whole.watched import Standing, Watched, at

Watch = Callable[..., Watched]


def hosts_of(change: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((TRUTH / "changes" / f"{change}.json").read_text("utf-8"))["hosts"]
    return found


def gone(change: str, host: str) -> set[tuple[str, str]]:
    return {(one["url"], one.get("variant", "")) for one in hosts_of(change)[host]["gone"]}


def offers(standing: list[Standing]) -> set[tuple[str, str]]:
    return {(one.path, one.label) for one in standing}


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    with Market() as market:
        yield lambda *names, on=market: Watched(
            on, names, tmp_path, lambda ways: monkeypatch.setenv("RESALEWATCH_RESOLVE", ways)
        )


def test_a_ban_wave_is_believed_in_its_third_run(watch: Watch) -> None:
    watched = watch("chaoxi", "luotuo")
    lost = gone("ban_wave", "chaoxi.market.test")
    watched.look(0)
    before, neighbour = watched.standing("chaoxi"), watched.standing("luotuo")
    assert len(before) == len(lost)
    watched.market.change("ban_wave")
    for number, hours in enumerate((6, 12), start=1):
        report = watched.look(hours)["chaoxi"]
        assert (report.verdict, report.event) == ("suspicious", None)
        assert f"{number} of 3" in report.reason
        assert watched.standing("chaoxi") == before
    accepted = watched.look(18)["chaoxi"]
    assert (accepted.verdict, accepted.event) == ("empty", "market_event")
    ended = watched.standing("chaoxi")
    assert ended == [replace(one, until_at=at(6), missing_since=at(6)) for one in before]
    assert offers(ended) == lost
    assert watched.look(24)["chaoxi"].verdict == "empty"
    watched.market.change("ban_wave", on=False)
    assert watched.look(30)["chaoxi"].rows["opened"] == len(before)
    back = watched.standing("chaoxi")
    assert Counter((one.path, one.label) for one in back) == Counter(2 * list(offers(before)))
    assert [one for one in back if one.until_at is not None] == ended
    assert watched.standing("luotuo") == neighbour


def test_what_is_listed_no_more_ends_at_the_second_run_six_hours_on_and_comes_back(watch: Watch) -> None:
    watched = watch("qingniao")
    lost = gone("listings_go", "qingniao.market.test")
    assert len(lost) == 3
    watched.look(0)
    before = watched.standing("qingniao")
    watched.market.change("listings_go")

    def after(missing_since: datetime, until_at: datetime | None = None) -> list[Standing]:
        return [
            replace(one, missing_since=missing_since, until_at=until_at)
            if (one.path, one.label) in lost
            else one
            for one in before
        ]

    for hours in (6, 11.9):
        report = watched.look(hours)["qingniao"]
        assert (report.verdict, report.rows["closed"]) == ("ok", 0)
        assert watched.standing("qingniao") == after(at(6))
    assert watched.look(12)["qingniao"].rows["closed"] == 3
    ended = after(at(6), at(6))
    assert watched.standing("qingniao") == ended
    watched.market.change("listings_go", on=False)
    assert watched.look(18)["qingniao"].rows["opened"] == 3
    new = [one for one in watched.standing("qingniao") if one.from_at > at(17)]
    assert offers(new) == lost
    assert all(one.until_at is None and one.missing_since is None for one in new)
    assert sorted(watched.standing("qingniao"), key=repr) == sorted([*ended, *new], key=repr)


@pytest.mark.parametrize("change", ["layout_breaks", "site_blocks"])
def test_a_wall_or_a_broken_layout_ends_nothing(change: str, watch: Watch) -> None:
    hosts = hosts_of(change)
    names = [host.removesuffix(".market.test") for host in hosts]
    watched = watch(*names)
    watched.look(0)
    before = {name: watched.standing(name) for name in names}
    assert all(before.values())
    watched.market.change(change)
    for number in range(1, 6):
        reports = watched.look(12 * number)
        assert {name: reports[name].verdict for name in names} == {
            name: hosts[f"{name}.market.test"]["verdict"] for name in names
        }
        assert {name: watched.standing(name) for name in names} == before
    watched.market.change(change, on=False)
    again = watched.look(72)
    assert {(one.verdict, one.rows["opened"], one.rows["closed"]) for one in again.values()} == {("ok", 0, 0)}
    assert {name: watched.standing(name) for name in names} == before


def test_a_site_that_answers_errors_or_not_at_all_ends_nothing(watch: Watch, tmp_path: Path) -> None:
    watched = watch("chaoxi")
    watched.look(0)
    before = watched.standing("chaoxi")
    root = tmp_path / "broken"
    shutil.copytree(PAGES / "chaoxi.market.test", root / "chaoxi.market.test")
    site = root / "chaoxi.market.test" / "site.json"
    paths = ["/", "/user/api/index/data", "/user/api/index/commodity"]
    site.write_text(
        json.dumps(json.loads(site.read_text("utf-8")) | {"fail_first": dict.fromkeys(paths, 999)})
    )
    with Market(root) as broken:
        for number in range(1, 4):
            report = watched.look(12 * number, port=broken.port)["chaoxi"]
            assert report.verdict == "failed"
            assert watched.standing("chaoxi") == before
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        for number in range(4, 7):
            report = watched.look(12 * number, port=deaf.getsockname()[1])["chaoxi"]
            assert report.verdict == "failed"
            assert watched.standing("chaoxi") == before
    last = watched.look(84)["chaoxi"]
    assert (last.verdict, last.rows["opened"], last.rows["closed"]) == ("ok", 0, 0)
    assert watched.standing("chaoxi") == before
