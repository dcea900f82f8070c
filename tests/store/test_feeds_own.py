"""Whose a directory of feeds is: only the database that wrote it goes on with it, and only by its own kind of feeds."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from store.database import Database, open_database
from store.errors import UserError
from store.feeds.settings import Settings
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from store.receivers.feeds import feed_set
from store.receivers.profile import Asked
from tests.store.feed_market import write_market
from tests.store.known_world import START, World
from tests.store.test_receivers import claim_of, fill, judge, read, write

LATER = START + timedelta(hours=41)


@pytest.fixture
def feeds(sqlite_database: Database, tmp_path: Path) -> Path:
    return write_market(sqlite_database, tmp_path / "feeds")


def test_another_database_takes_nothing_back(
    feeds: Path, sqlite_database: Database, empty_database: Path, tmp_path: Path
) -> None:
    other = f"sqlite:///{shutil.copy(empty_database, tmp_path / 'other.db')}"
    with open_database(other, write=True) as database, database.writing() as connection:
        World(connection).source("new")
    ban = tmp_path / "ban"
    receiver = feed_set("ban", Asked(str(ban)))
    write_feeds(sqlite_database.url, ban, LATER, of=receiver)
    links, stands = (feeds / "links.csv").read_bytes(), (ban / "latest").readlink()
    with pytest.raises(UserError, match=r"this database never wrote version 1 in .*--database.*--force"):
        write_feeds(other, feeds, LATER)
    with pytest.raises(UserError, match="this database never wrote version 2"):
        write_feeds(other, ban, LATER, of=receiver)
    assert (feeds / "links.csv").read_bytes() == links
    assert (ban / "latest").readlink() == stands
    write_feeds(other, feeds, LATER, Settings(force=True))
    assert "this database never wrote version 1" in require_whole(feeds)["forced"]


def test_a_moved_directory_takes_back_what_was_told_before(sqlite_database: Database, tmp_path: Path) -> None:
    ban, moved = tmp_path / "ban", tmp_path / "moved"
    with sqlite_database.writing() as connection:
        world = World(connection)
        fill(world)
        judge(world, claim_of(world, "acc_1"), "ana", "bo")
    write(sqlite_database, ban, "ban")
    (told,) = read(ban, "ban")
    ban.rename(moved)
    with sqlite_database.writing() as connection:
        World(connection).knows("acc_1", class_name="reinstated")
    for hours in (1, 2):
        write(sqlite_database, moved, "ban", LATER + timedelta(hours=hours))
        (back,) = read(moved, "ban_taken_back")
        assert (back["claim_id"], back["reason"]) == (told["claim_id"], "account_class")
