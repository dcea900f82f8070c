"""Every row stands on a page: a market with a page less gives another CSV, and only that page's rows differ."""

from __future__ import annotations

import shutil

import pytest

from tests.demo import Demo
from tests.market.server import PAGES, Market
from tests.whole.csv_rows import TIMES, rows_of

pytestmark = pytest.mark.xdist_group("market")

DELETED = ("luotuo.market.test/buy/4.html", "telegram.market.test/s/maplekeys_ai@before=113.html")

Rows = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def less(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Crawl two sources of a market that lacks a page of each."""
    root = tmp_path_factory.mktemp("market")
    for place in DELETED:
        host = place.partition("/")[0]
        shutil.copytree(PAGES / host, root / host)
        (root / place).unlink()
    with Market(root) as market:
        demo = Demo(tmp_path_factory.mktemp("less"), market.port)
        demo.take_rates()
        demo.run("crawl", "luotuo", "telegram")
        demo.run("load")
        demo.run("feeds", "write", str(demo.into / "feeds"))
    return demo


def offers_of(demo: Demo, source: str) -> Rows:
    rows = rows_of(demo.into / "feeds" / "offers.csv", without=TIMES)
    return {row["offer_id"]: row for row in rows if row["source"] == source}


def test_a_good_without_its_page_is_proved_by_the_list(demo: Demo, less: Demo) -> None:
    whole, found = offers_of(demo, "luotuo"), offers_of(less, "luotuo")
    assert found.keys() == whole.keys()
    changed = [key for key in whole if found[key] != whole[key]]
    assert [whole[key]["url"] for key in changed] == ["http://luotuo.market.test/buy/4"]
    before, after = whole[changed[0]], found[changed[0]]
    assert after["amount"] == before["amount"] != ""
    assert after["snapshot_sha256"] != before["snapshot_sha256"]


def test_the_run_names_the_page_that_it_lost(less: Demo) -> None:
    [run] = less.rows("sql", "SELECT verdict, reason, covers_all FROM run WHERE source = 'luotuo'")
    assert (run["verdict"], bool(run["covers_all"])) == ("ok", True)
    assert run["reason"] == (
        "1 of 9 pages lost: 1 gone (http://luotuo.market.test/buy/4 says that its good is gone)"
    )


def test_what_stood_only_on_the_page_is_gone(demo: Demo, less: Demo) -> None:
    whole, found = offers_of(demo, "telegram"), offers_of(less, "telegram")
    gone = {whole[key]["snapshot_sha256"] for key in whole.keys() - found.keys()}
    assert len(gone) == 1
    assert found == {key: row for key, row in whole.items() if row["snapshot_sha256"] not in gone}
