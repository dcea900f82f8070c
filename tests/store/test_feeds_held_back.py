"""What the feeds for everyone hold back, or mark, for it would harm whom it is about."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from store.database import Database
from store.feeds.directory import find_version
from store.feeds.settings import Settings
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from store.peppers import Pepper
from tests.store.feed_market import write_market
from tests.store.known_world import START, World

LATER = START + timedelta(hours=41)


def test_a_protected_value_does_not_leave(sqlite_database: Database, tmp_path: Path) -> None:
    feeds = write_market(sqlite_database, tmp_path / "feeds")
    with sqlite_database.writing() as connection:
        world = World(connection)
        world.protects("phone", "+8613800138000")
        world.link()
    write_feeds(sqlite_database.url, feeds, LATER, Settings(pepper=Pepper("k-1", b"k" * 32)))
    (entry,) = (one for one in require_whole(feeds)["files"] if one["name"] == "identifiers.csv")
    assert (entry["rows"], entry["refused"]) == (2, {"protected": 1})
    files = [path.read_text("utf-8") for path in sorted(find_version(feeds).rglob("*.csv"))]
    assert "8613800138000" not in "".join(files)
