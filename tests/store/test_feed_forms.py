"""The forms of the feeds: byte order mark, comments, gzip, JSON Lines, Parquet; markings, and what is refused."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from store.database import Database
from store.errors import UserError
from store.feeds.csv_file import TWICE, read_rows, write_csv
from store.feeds.feed import Feed, Gone, Moment, columns, in_batches
from store.feeds.settings import TLP, Settings
from store.feeds.siblings import SIBLINGS
from store.feeds.verify import require_whole, verify_feeds
from store.feeds.writer import FEEDS, write_feeds
from tests.store.feed_market import write_market
from tests.store.known_world import START, World

ALL_FORMS = Settings(
    excel=True, comments=True, siblings=tuple(SIBLINGS), tlp="green", licence="CC-BY-4.0", contact="fraud@desk.example"
)  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Path:
    folder = tmp_path_factory.mktemp("forms")
    from store.database import open_database

    (folder / "x.db").write_bytes(empty_database.read_bytes())
    with open_database(f"sqlite:///{folder / 'x.db'}", write=True) as database:
        return write_market(database, folder / "feeds", ALL_FORMS)


def test_marks_and_comments_stand_before_the_header(written: Path) -> None:
    body = require_whole(written)
    assert (body["tlp"], body["licence"], body["contact"]) == ("TLP:GREEN", "CC-BY-4.0", "fraud@desk.example")
    assert body["form"] == {"excel": True, "comments": True}
    for feed in FEEDS:
        raw = (written / feed.file).read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf# resalewatch ")
        lines = raw.decode("utf-8-sig").splitlines()
        said = [line for line in lines if line.startswith("#")]
        assert said == lines[: len(said)]
        assert "TLP:GREEN" in said[1]
        assert lines[len(said)].split(",") == feed.header


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_every_form_holds_the_same_rows(written: Path, feed: Feed) -> None:
    rows = list(read_rows(written / feed.file, feed.written))
    assert len({row["row_id"] for row in rows}) == len(rows)
    packed = gzip.decompress((written / f"{feed.name}.csv.gz").read_bytes())
    assert packed == (written / feed.file).read_bytes()
    lines = (written / f"{feed.name}.jsonl").read_text("utf-8").split("\n")[:-1]
    assert [back(json.loads(line)) for line in lines] == rows
    table = pq.read_table(written / f"{feed.name}.parquet")
    assert table.column_names == [name for name in feed.header if name != "csv_escaped"]
    assert [back(row) for row in table.to_pylist()] == rows


def back(row: dict[str, Any]) -> dict[str, str]:
    """Write the values of a sibling as cells."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: Any) -> str:  # noqa: ANN401 - any of a sibling's
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ").replace(".000000Z", "Z")
    return "" if value is None else str(value)


def test_a_sibling_that_was_harmed_is_found_and_one_that_is_away_is_not_missed(
    sqlite_database: Database, tmp_path: Path
) -> None:
    directory = write_market(sqlite_database, tmp_path / "feeds", Settings(siblings=("jsonl",)))
    version = (directory / "latest").resolve()
    (version / "offers.jsonl").write_text("{}\n")
    (version / "links.jsonl").unlink()
    (version / "schemas" / "offers.json").write_text("{}\n")
    _, problems = verify_feeds(directory)
    assert {problem.partition(":")[0] for problem in problems} == {"offers.jsonl", "schemas/offers.json"}


def test_forms_that_are_left_out_again_leave_no_links(sqlite_database: Database, tmp_path: Path) -> None:
    directory = write_market(sqlite_database, tmp_path / "feeds", Settings(siblings=("gzip",)))
    assert (directory / "offers.csv.gz").exists()
    write_feeds(sqlite_database.url, directory, START + timedelta(hours=41))
    assert not (directory / "offers.csv.gz").is_symlink()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Settings(tlp="white"), "there is no TLP:WHITE: choose one of clear, green"),
        (Settings(contact="a\nb"), "one line each"),
        (Settings(key=Path("none")), "the key none cannot be read"),
    ],
)
def test_a_setting_that_is_off_is_one_sentence(
    sqlite_database: Database, tmp_path: Path, settings: Settings, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        write_feeds(sqlite_database.url, tmp_path / "f", START, settings)
    assert not (tmp_path / "f").exists()


def test_markings_are_those_of_tlp_2() -> None:
    assert [Settings(tlp=tlp).marking for tlp in TLP] == [
        "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED",
    ]  # fmt: skip


def test_nothing_is_published_of_stale_sources_unless_forced(
    sqlite_database: Database, tmp_path: Path
) -> None:
    with sqlite_database.writing() as connection:
        world = World(connection)
        world.source("old")
        world.source("older")
        world.tick(60)
        world.source("new")
    late, directory = START + timedelta(hours=60), tmp_path / "f"
    with pytest.raises(UserError, match=r"nothing is published: 67% of the sources .* more than 50%"):
        write_feeds(sqlite_database.url, directory, late)
    assert not (directory / "latest").exists()
    write_feeds(sqlite_database.url, directory, late, Settings(stale_limit=Decimal("0.7")))
    assert require_whole(directory)["forced"] is None
    write_feeds(sqlite_database.url, directory, late, Settings(force=True))
    assert require_whole(directory)["forced"] == "67% of the sources have had no good run for 2 days"


def test_a_failed_source_with_a_good_run_of_yesterday_is_not_stale(
    sqlite_database: Database, tmp_path: Path
) -> None:
    with sqlite_database.writing() as connection:
        world = World(connection)
        world.source("wall")
        world.tick(1)
        world.run("wall", "blocked", "run-2")
    write_feeds(sqlite_database.url, tmp_path / "f", START + timedelta(hours=24))
    body = require_whole(tmp_path / "f")
    assert (body["sources"]["failed"], body["forced"]) == (["wall"], None)


def feed_of(rows: list[tuple[Any, ...]]) -> Feed:
    return Feed(
        "made", "1.0.0", columns(name="text", price="decimal", count="integer", seen_at="utc"), ("name",),
        in_batches(lambda _: rows), gone=Gone(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("b", None, None, None), ("a", None, None, None)], "goes before the row"),
        ([("a", Decimal("0.5"), None, None), ("b", 0.5, None, None)], "is a float"),
        ([("a", "cheap", None, None)], "price has a cell that is no decimal"),
        ([("a", "1\n2", None, None)], "price has a cell that is no decimal"),
        ([("a", Decimal("NaN"), None, None)], "price has a cell that is no decimal"),
        ([("a", None, None, "2026-05-01 12:00")], "seen_at has a cell that is no utc"),
        ([("a", None, None)], "columns of values"),
    ],
)
def test_rows_that_are_none_of_a_feed_are_not_written(
    sqlite_database: Database, tmp_path: Path, rows: list[tuple[Any, ...]], said: str
) -> None:
    with sqlite_database.reading() as connection, pytest.raises(ValueError, match=said):
        write_csv(Moment(connection, START), feed_of(rows), tmp_path / "x.csv")


def test_a_second_row_of_the_same_key_is_left_out_and_counted(
    sqlite_database: Database, tmp_path: Path
) -> None:
    rows = [("a", "1", 1, None), ("a", "2", 1, None), ("b", "1", 1, None)]
    with sqlite_database.reading() as connection:
        moment = Moment(connection, START)
        size = write_csv(moment, feed_of(rows), tmp_path / "x.csv")
    assert (size.rows, moment.refused) == (2, {TWICE: 1})
    with (tmp_path / "x.csv").open(encoding="utf-8") as file:
        assert [(row["name"], row["price"]) for row in csv.DictReader(file)] == [("a", "1"), ("b", "1")]
