"""The demo a second time in its directory: looked at again, and nothing new."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Any

import pytest

from store.feeds.verify import require_whole
from store.feeds.writer import FEEDS
from tests.demo import Demo, sources_to_crawl
from tests.state import is_whole, state_of
from tests.whole.conftest import CopyOf
from tests.whole.csv_rows import rows_of

pytestmark = pytest.mark.xdist_group("market")

GROWS = {"run", "import_batch", "feed_version", "claim_sent"}
"""What keeps a row of every look, import and writing, whatever came of it; the copy's directory is told all anew."""
WHEN = {
    "offers.csv": ("confirmed_at",),
    "datasets.csv": ("confirmed_at",),
    "source_health.csv": ("verdict", "event", "last_run_at", "good_run_at"),
}
"""The columns that say when it was looked."""


@pytest.fixture(scope="module")
def again(copy_of: CopyOf) -> Demo:
    second = copy_of("again")
    second.crawl(sources_to_crawl())
    return second


def counts_of(demo: Demo) -> dict[str, int]:
    connection = sqlite3.connect(f"file:{demo.into / 'resalewatch.db'}?mode=ro", uri=True)
    try:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    finally:
        connection.close()


def manifest_of(demo: Demo) -> dict[str, Any]:
    return require_whole(demo.into / "feeds")


def test_no_table_has_a_row_more(demo: Demo, again: Demo) -> None:
    before, after = counts_of(demo), counts_of(again)
    for table in ("offer", "observation", "sighting", "valuation", "link", "claim", "presence", "snapshot"):
        assert before[table] > 0
    assert {name for name in after if after[name] != before[name]} == GROWS
    assert after["run"] == 2 * before["run"]


def test_every_value_is_the_same(demo: Demo, again: Demo) -> None:
    assert is_whole(again.into / "resalewatch.db") == []
    assert state_of(again.into / "resalewatch.db") == state_of(demo.into / "resalewatch.db")


@pytest.mark.parametrize("name", [feed.file for feed in FEEDS if feed.file not in WHEN])
def test_a_feed_is_the_same_byte_by_byte(name: str, demo: Demo, again: Demo) -> None:
    assert (again.into / "feeds" / name).read_bytes() == (demo.into / "feeds" / name).read_bytes()


@pytest.mark.parametrize("name", WHEN)
def test_of_the_others_only_when_it_was_looked_is_newer(name: str, demo: Demo, again: Demo) -> None:
    first, second = (rows_of(one.into / "feeds" / name, without=WHEN[name]) for one in (demo, again))
    assert second == first != []


def test_of_the_offers_only_their_confirmation_is_newer(demo: Demo, again: Demo) -> None:
    first, second = (one.into / "feeds" / "offers.csv" for one in (demo, again))
    assert rows_of(second, without=("confirmed_at",)) == rows_of(first, without=("confirmed_at",))
    for before, after in zip(rows_of(first), rows_of(second), strict=True):
        old, new = (datetime.fromisoformat(row["confirmed_at"]) for row in (before, after))
        assert new > old


def test_the_manifest_says_that_it_is_the_next_version(demo: Demo, again: Demo) -> None:
    first, second = manifest_of(demo), manifest_of(again)
    assert (second["version"], second["previous"]["version"]) == (first["version"] + 1, first["version"])
    for body in (first, second):
        for key in ("version", "previous", "generated_at", "run_id", "delta"):
            del body[key]
        for entry in body["files"]:
            entry.pop("since", None)
            if entry["name"] in WHEN:
                del entry["sha256"], entry["bytes"]
    assert json.dumps(second) == json.dumps(first)
