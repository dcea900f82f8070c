"""Whose a directory of feeds is: only the database that wrote it goes on with it, and only by its own kind of feeds."""

from __future__ import annotations

import json
import shutil
import urllib.request
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import fsspec
import pytest
from sqlalchemy import text

from store.claims_sent import reserve, set_digest
from store.database import Database, open_database
from store.delivery.remote import copy_to_folder, copy_to_remote
from store.delivery.serve import FeedServer
from store.delivery.version import open_version
from store.errors import UserError
from store.exchange.leave import Left
from store.exchange.misp import write_misp
from store.exchange.stix import write_stix
from store.feeds.apply import apply_feeds, make_delta
from store.feeds.directory import find_version, last_version, version_path
from store.feeds.settings import Settings
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from store.receivers.feeds import feed_set
from store.receivers.profile import Asked
from tests.store.feed_market import write_market
from tests.store.known_world import START, World
from tests.store.served import running
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
    with pytest.raises(UserError, match=r"this database never wrote version 1 in .*ban"):
        write_feeds(other, ban, LATER, of=receiver)
    assert (feeds / "links.csv").read_bytes() == links
    assert (ban / "latest").readlink() == stands
    write_feeds(other, feeds, LATER, Settings(force=True))
    assert "this database never wrote version 1" in require_whole(feeds)["forced"]


def tell_of_one(database: Database, directory: Path) -> dict[str, str]:
    """Write the ban feed of one claim, which two people confirm; gives its row."""
    with database.writing() as connection:
        world = World(connection)
        fill(world)
        judge(world, claim_of(world, "acc_1"), "ana", "bo")
    write(database, directory, "ban")
    (told,) = read(directory, "ban")
    return told


def test_a_moved_directory_takes_back_what_was_told_before(sqlite_database: Database, tmp_path: Path) -> None:
    ban, moved = tmp_path / "ban", tmp_path / "moved"
    told = tell_of_one(sqlite_database, ban)
    ban.rename(moved)
    with sqlite_database.writing() as connection:
        World(connection).knows("acc_1", class_name="reinstated")
    for hours in (1, 2):
        write(sqlite_database, moved, "ban", LATER + timedelta(hours=hours))
        (back,) = read(moved, "ban_taken_back")
        assert (back["claim_id"], back["reason"]) == (told["claim_id"], "account_class")


def test_what_was_carried_on_is_not_forgotten_where_its_writer_was_killed(
    sqlite_database: Database, tmp_path: Path
) -> None:
    ban, moved = tmp_path / "ban", tmp_path / "moved"
    told = tell_of_one(sqlite_database, ban)
    with (
        sqlite_database.writing() as connection
    ):  # as a writer leaves it that was killed after the version came out
        connection.execute(text("UPDATE feed_version SET published_at = NULL"))
    ban.rename(moved)
    write(sqlite_database, moved, "ban", LATER)
    write(sqlite_database, ban, "ban", LATER + timedelta(hours=1))
    with sqlite_database.writing() as connection:
        World(connection).knows("acc_1", class_name="reinstated")
    for directory in (moved, ban):
        write(sqlite_database, directory, "ban", LATER + timedelta(hours=2))
        (back,) = read(directory, "ban_taken_back")
        assert (back["claim_id"], back["reason"]) == (told["claim_id"], "account_class")


FORMS: dict[str, Callable[[str, Path, Settings, datetime], Left]] = {"misp": write_misp, "stix": write_stix}


@pytest.mark.parametrize("form", FORMS)
def test_another_tools_form_is_verified_delivered_and_served(
    sqlite_database: Database, tmp_path: Path, form: str
) -> None:
    with sqlite_database.writing() as connection:
        fill(World(connection))
    place, share = tmp_path / form, tmp_path / "share"
    FORMS[form](sqlite_database.url, place, Settings(), LATER)
    body = require_whole(place)
    assert body["feed"] == f"resalewatch-{form}"
    copy_to_folder(open_version(place), share)
    assert require_whole(share) == body
    (name,) = [
        entry["name"] for entry in body["documents"] if entry["name"] in ("manifest.json", "bundle.json")
    ]
    server = FeedServer(("127.0.0.1", 0), place, "a-secret-of-the-test-9")
    with running(server) as port:
        asked = urllib.request.Request(
            f"http://127.0.0.1:{port}/{name}", headers={"Authorization": "Bearer a-secret-of-the-test-9"}
        )
        with urllib.request.urlopen(asked, timeout=10) as answer:
            assert (answer.read(), answer.headers["X-Feed-Version"]) == ((place / name).read_bytes(), "1")
    found = find_version(share) / name
    found.write_bytes(found.read_bytes() + b" ")
    with pytest.raises(UserError, match=f"{name}: has "):
        require_whole(share)
    found.unlink()
    with pytest.raises(UserError, match=f"{name}: is missing"):
        require_whole(share)


def test_a_directory_is_one_receivers_whatever_the_command(sqlite_database: Database, tmp_path: Path) -> None:
    with sqlite_database.writing() as connection:
        fill(World(connection))
    url, places = (
        sqlite_database.url,
        {name: tmp_path / name for name in ("resalewatch", "resalewatch-misp", "resalewatch-ban")},
    )
    write_feeds(url, places["resalewatch"], LATER)
    write_misp(url, places["resalewatch-misp"], Settings(), LATER)
    write(sqlite_database, places["resalewatch-ban"], "ban")
    ban = open_version(places["resalewatch-ban"])
    fsspec.filesystem("memory").pipe_file(
        "/intake/latest.json", json.dumps(open_version(places["resalewatch"]).latest).encode()
    )
    with pytest.raises(
        UserError, match="holds resalewatch, not resalewatch-ban: name a directory for each receiver"
    ):
        copy_to_remote(ban, "memory://intake")
    for name, place in places.items():
        acts: dict[str, Callable[[Path], object]] = {
            "resalewatch": lambda into: write_feeds(url, into, LATER),
            "resalewatch-ban": lambda into: copy_to_folder(ban, into),
            "resalewatch-misp": lambda into: write_misp(url, into, Settings(), LATER),
            "resalewatch-stix": lambda into: write_stix(url, into, Settings(), LATER),
        }
        for other in acts.keys() - {name}:
            with pytest.raises(
                UserError, match=f"holds {name}, not {other}: name a directory for each receiver"
            ):
                acts[other](place)
        assert require_whole(place)["feed"] == name


def test_a_delivery_never_goes_back(sqlite_database: Database, feeds: Path, tmp_path: Path) -> None:
    share, former = tmp_path / "share", tmp_path / "former"
    copy_to_folder(open_version(feeds), share)
    assert copy_to_folder(open_version(feeds), share).name == "v000001", "the same again is nothing"
    shutil.copytree(find_version(feeds), former)
    write_feeds(sqlite_database.url, feeds, LATER)
    copy_to_folder(open_version(feeds), share)
    with pytest.raises(UserError, match="holds version 2 already, and this one is another version 1"):
        copy_to_folder(open_version(former), share)
    assert require_whole(share)["version"] == 2


def number_and_former(directory: Path) -> tuple[int, int | None]:
    body = require_whole(directory)
    return body["version"], body["previous"] and body["previous"]["version"]


def test_each_directory_counts_for_itself_wherever_it_is_moved(
    feeds: Path, sqlite_database: Database, tmp_path: Path
) -> None:
    url, ban, moved, share = sqlite_database.url, tmp_path / "ban", tmp_path / "moved", tmp_path / "share"
    for turn in (1, 2, 3):
        if turn > 1:
            write_feeds(url, feeds, LATER + timedelta(hours=turn))
        write(sqlite_database, ban, "ban", LATER + timedelta(hours=turn))
        for directory in (feeds, ban):
            assert number_and_former(directory) == (turn, turn - 1 or None)
            assert find_version(directory).name == f"v00000{turn}"
    make_delta(feeds, 1, tmp_path / "changes")
    apply_feeds(version_path(feeds, 1), tmp_path / "changes", tmp_path / "made")
    assert number_and_former(tmp_path / "made") == (3, 2)
    copy_to_folder(open_version(feeds), share)

    feeds.rename(moved)
    write_feeds(url, feeds, LATER + timedelta(hours=2))
    assert number_and_former(feeds) == (4, None), "what stood there went on elsewhere"
    with pytest.raises(UserError, match="holds version 3 already, and this one is another version 4"):
        copy_to_folder(open_version(feeds), share)
    for turn in (4, 5):
        write_feeds(url, moved, LATER + timedelta(hours=turn))
        assert number_and_former(moved) == (turn, turn - 1)
    copy_to_folder(open_version(moved), share)
    assert number_and_former(share) == (5, 4)
    with sqlite_database.reading() as connection:
        said = connection.exec_driver_sql(
            "SELECT DISTINCT directory, feed_version FROM told_and_came_of_it ORDER BY feed_version, directory"
        ).all()
    assert [(Path(row[0]).name, row[1]) for row in said] == [("feeds", 1), ("moved", 1)]


def test_another_directory_in_its_place_is_not_taken_for_what_a_killed_writer_left(
    feeds: Path, sqlite_database: Database, tmp_path: Path
) -> None:
    url, other = sqlite_database.url, tmp_path / "other"
    write_feeds(url, other, LATER)
    write_feeds(url, other, LATER + timedelta(hours=1))
    with sqlite_database.writing() as connection:
        killed = reserve(connection, str(feeds), last_version(feeds), LATER)
        set_digest(connection, killed.id, "f" * 64)
    feeds.rename(tmp_path / "away")
    other.rename(feeds)
    assert (killed.number, number_and_former(feeds)) == (2, (2, 1))
    write_feeds(url, feeds, LATER + timedelta(hours=2))
    with sqlite_database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT number, manifest_sha256 FROM feed_version").all()
    assert "f" * 64 not in {row[1] for row in rows}
    assert number_and_former(feeds) == (3, 2)
