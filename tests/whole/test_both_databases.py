"""One crawl of the market, loaded, linked and fed from both kinds of database: the feeds are the same."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.feeds.writer import FEEDS
from tests import servers
from tests.demo import HERE, Demo
from tests.market.server import Market
from tests.whole.csv_rows import rows_of

pytestmark = pytest.mark.xdist_group("both databases")

NAMES = ("bazar", "lanjing", "luotuo", "qingniao", "songyun", "telegram", "xinghai", "yunfan")
WHEN = ("first_linked_at", "last_linked_at", "last_change", "linked_at", "class_since")
"""Columns that say when a command was run, which no two databases share."""


@pytest.fixture(scope="module")
def fed(tmp_path_factory: pytest.TempPathFactory, server: str) -> Iterator[tuple[Demo, Demo]]:
    folder = tmp_path_factory.mktemp("both")
    with Market() as market, servers.made(server, f"resalewatch_whole_{os.getpid()}") as url:
        on_file, on_server = Demo(folder / "file", market.port), Demo(folder / "server", market.port)
        on_server.environment["RESALEWATCH_DATABASE"] = url
        on_file.run("crawl", *NAMES)
        shutil.copytree(on_file.into / "spool", on_server.into / "spool")
        for demo in (on_file, on_server):
            take(demo)
        yield on_file, on_server


def take(demo: Demo) -> None:
    market = HERE / "market"
    demo.run("accounts", "import", str(market / "accounts.csv"), "--provider", "anthropic")
    demo.run("protected", "import", str(market / "protected.csv"))
    demo.take_rates()
    demo.run("load")
    demo.run("link")
    demo.run("feeds", "write", str(demo.into / "feeds"))


@pytest.mark.parametrize("name", [feed.file for feed in FEEDS])
def test_a_feed_says_the_same(fed: tuple[Demo, Demo], name: str) -> None:
    of_file, of_server = ([
        {column: cell for column, cell in row.items() if column not in WHEN}
        for row in rows_of(demo.into / "feeds" / name)
    ] for demo in fed)  # fmt: skip
    assert of_server == of_file
    assert of_file or name in ("price_changes.csv", "retractions.csv")


@pytest.mark.parametrize(
    "question",
    [
        "SELECT ratio, source, price, currency, title FROM cheapest LIMIT 20",
        "SELECT kind, value, source, seller, sellers FROM shown_identifiers ORDER BY kind, value, source, seller, role",
        "SELECT source, verdict, offers_open, runs_7d, good_age_hours < 1 AS fresh FROM source_health ORDER BY source",
        "SELECT source, seller, account_ref, why, offers FROM linked_sellers ORDER BY source, seller, account_ref",
        "SELECT source, model, group_name, direction, site_price_n FROM model_prices ORDER BY 1, 2, 3, 4, offer_id",
    ],
)
def test_a_question_has_the_same_answer(fed: tuple[Demo, Demo], question: str) -> None:
    of_file, of_server = (list(demo.rows("sql", question)) for demo in fed)
    assert of_file
    assert json.dumps(of_server, default=float) == json.dumps(of_file, default=float).replace(
        '"fresh": 1', '"fresh": true'
    )


def test_the_commands_over_a_server_say_the_same(fed: tuple[Demo, Demo]) -> None:
    for words in (("links", "list"), ("links", "refused"), ("accounts", "list")):
        of_file, of_server = (demo.run(*words) for demo in fed)
        assert of_server.count("\n") == of_file.count("\n") > 1, words


def test_evidence_names_the_same_pages(fed: tuple[Demo, Demo]) -> None:
    def kept(folder: Path) -> list[int]:
        return sorted(path.stat().st_size for path in folder.rglob("*.warc.gz"))

    assert kept(fed[1].into / "evidence") == kept(fed[0].into / "evidence") != []
