"""The law of deltas: the former version and what changed give the new one, byte for byte; and what is said of a change."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.database import Database
from store.errors import UserError
from store.feeds.apply import apply_feeds, make_delta
from store.feeds.directory import version_path
from store.feeds.settings import Settings
from store.feeds.verify import require_whole, verify_feeds
from store.feeds.writer import FEEDS, write_feeds
from tests.store.feed_histories import MOMENTS, State, check_history
from tests.store.feed_histories import NAMES as LABELS
from tests.store.feed_market import shop, write_market
from tests.store.known_world import START, World

NAMES = [feed.name for feed in FEEDS]
STATUS = st.sampled_from(["active", "retracted"])
WORDS = st.text(st.sampled_from('ab=,"\n;|+'), max_size=4)
KEYS = st.tuples(st.sampled_from(MOMENTS), st.sampled_from(LABELS))
STATES = st.lists(st.dictionaries(KEYS, st.tuples(STATUS, WORDS), max_size=6), min_size=2, max_size=5)


@given(STATES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_way_from_an_older_file_leads_to_the_newest(tmp_path: Path, states: list[State]) -> None:
    check_history(tmp_path, states)


@pytest.fixture
def later(sqlite_database: Database, tmp_path: Path) -> Callable[[Callable[[World], None], int], Path]:
    """Write the market's feeds, and again after an act."""
    directory = write_market(
        sqlite_database, tmp_path / "feeds", Settings(comments=True, siblings=("jsonl",))
    )

    def act(what: Callable[[World], None], hours: int) -> Path:
        with sqlite_database.writing() as connection:
            world = World(connection)
            world.now = START + timedelta(hours=hours)
            what(world)
        write_feeds(
            sqlite_database.url,
            directory,
            START + timedelta(hours=hours),
            Settings(comments=True, force=True),
        )
        return directory

    return act


def changes(directory: Path, name: str) -> list[dict[str, str]]:
    with (directory / "delta" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def withdraw(world: World) -> None:
    world.knows("acc_1", class_name="reinstated")
    world.link()


def test_price_changes_go_back_400_days(later: Callable[[Callable[[World], None], int], Path]) -> None:
    """The last of the market's changes was 24 hours after its start."""
    day = 24
    for hours, left in ((day + 400 * day, 1), (day + 400 * day + 1, 0)):
        directory = later(lambda _: None, hours)
        body = require_whole(directory)
        (entry,) = (one for one in body["files"] if one["name"] == "price_changes.csv")
        assert entry["rows"] == left
    assert entry["since"] == "2026-05-02T13:00:00Z"
    (gone,) = changes(directory, "price_changes")
    assert (gone["op"], gone["op_reason"]) == (
        "DEL",
        "the price changed more than 400 days ago, or the change is no longer held",
    )
    assert [one["name"] for one in body["files"] if "since" in one] == [
        "price_changes.csv",
        "retractions.csv",
    ]


def sell_out(world: World) -> None:
    world.connection.exec_driver_sql(
        "UPDATE presence SET until_at = '2026-05-03T00:00:00.000000Z' WHERE offer_id = 1"
    )


Later = Callable[[Callable[[World], None], int], Path]


def test_a_retraction_leaves_with_its_reason_and_takes_its_offers_along(later: Later) -> None:
    directory = later(withdraw, 41)
    (link,) = changes(directory, "links")
    assert (link["op"], link["status"], link["op_reason"]) == ("RETRACT", "retracted", link["reason"])
    assert "reinstated" in link["op_reason"]
    assert {"status", "reason", "path", "last_change"} <= set(link["op_changed"].split())
    gone = changes(directory, "link_offers")
    assert {(row["op"], row["op_reason"]) for row in gone} == {
        ("UNLINK", f"the claim was retracted: {link['reason']}")
    }
    assert {row["claim_id"] for row in gone} == {link["claim_id"]}
    assert [row["op"] for row in changes(directory, "retractions")] == ["ADD"]
    body = require_whole(directory)
    assert body["delta"]["from"] == body["previous"]
    assert {op: count for op, count in body["delta"]["counts"].items() if count} == {
        "ADD": 1, "MOD": 2, "UNLINK": 2, "RETRACT": 1,
    }  # fmt: skip


def test_what_is_sold_out_leaves_a_tombstone_without_words(later: Later) -> None:
    directory = later(sell_out, 41)
    (row,) = changes(directory, "offers")
    assert (row["op"], row["op_reason"], row["offer_id"]) == ("DEL", "it is no longer on sale", "shop/a")
    assert (len(row["row_id"]), row["title"], row["seller"], row["csv_escaped"]) == (32, "", "", "")
    (link, other) = changes(directory, "link_offers")
    assert link["op"] == other["op"] == "UNLINK"


def test_no_value_of_a_person_stays_in_a_tombstone(later: Later) -> None:
    def forget(world: World) -> None:
        world.connection.exec_driver_sql("DELETE FROM link_hop")
        world.connection.exec_driver_sql("DELETE FROM sighting")

    directory = later(forget, 41)
    assert {row["op"] for row in changes(directory, "identifiers")} == {"DEL"}
    assert "fastkeys" not in (directory / "delta" / "identifiers.csv").read_text("utf-8")


def test_a_receiver_makes_the_new_version_of_any_former_one(later: Later, tmp_path: Path) -> None:
    directory = later(withdraw, 41)
    later(sell_out, 42)
    later(lambda world: None, 43)
    for start in (1, 2, 3):
        out, made = tmp_path / f"delta{start}", tmp_path / f"made{start}"
        make_delta(directory, start, out)
        full = tmp_path / f"copy{start}"
        if version_path(directory, start).joinpath("offers.csv").exists():
            apply_feeds(version_path(directory, start), out, made)
            require_whole(made)
            for name in (*NAMES,):
                assert (made / f"{name}.csv").read_bytes() == (directory / f"{name}.csv").read_bytes()
            assert (made / "manifest.json").read_bytes() == (directory / "manifest.json").read_bytes()
        with pytest.raises(UserError, match="stands already"):
            make_delta(directory, start, out)
        with pytest.raises(UserError, match=f"leads from version {start}, and .* is version 4"):
            apply_feeds(directory, out, full)
        assert not full.exists()


def test_a_versions_own_delta_is_enough_for_the_one_before(later: Later, tmp_path: Path) -> None:
    directory = later(withdraw, 41)
    apply_feeds(version_path(directory, 1), directory, tmp_path / "made")
    assert require_whole(tmp_path / "made")["version"] == 2


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda path: path.write_bytes(path.read_bytes().replace(b"RETRACT", b"MOD")), "is damaged"),
        (lambda path: path.unlink(), "is damaged"),
    ],
)
def test_a_harmed_delta_is_refused(
    later: Later, tmp_path: Path, harm: Callable[[Path], None], said: str
) -> None:
    directory = later(withdraw, 41)
    harm(version_path(directory, 2) / "delta" / "links.csv")
    with pytest.raises(UserError, match=said):
        make_delta(directory, 1, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"RETRACT", b"MOD", "SHA-256"),
        (b"op,op_reason", b"op,op_why", "SHA-256"),
    ],
)
def test_verify_looks_at_deltas(later: Later, old: bytes, new: bytes, said: str) -> None:
    directory = later(withdraw, 41)
    path = version_path(directory, 2) / "delta" / "links.csv"
    path.write_bytes(path.read_bytes().replace(old, new))
    _, problems = verify_feeds(directory)
    assert any(said in problem for problem in problems)
    assert all(problem.startswith("delta/links.csv") for problem in problems)


def test_verify_finds_a_delta_that_leads_elsewhere(later: Later) -> None:
    directory = later(withdraw, 41)
    former = version_path(directory, 1) / "links.csv"
    former.write_bytes(former.read_bytes().replace(b"acc_3", b"acc_9"))
    _, problems = verify_feeds(directory)
    assert problems == ["delta/links.csv: does not lead from the version before to this one"]


@pytest.mark.parametrize(
    ("start", "why"),
    [(0, "there is no way from it to 2, but from 1;"), (2, "it is the latest;"), (9, "no way from it to 2;")],
)
def test_there_is_no_delta_from_a_version_that_is_none(
    later: Later, tmp_path: Path, start: int, why: str
) -> None:
    directory = later(withdraw, 41)
    with pytest.raises(UserError, match=f"no delta from version {start}: .*{why} fetch the files whole"):
        make_delta(directory, start, tmp_path / "out")


def test_a_damaged_former_version_gives_no_delta(
    sqlite_database: Database, later: Later, tmp_path: Path
) -> None:
    directory = later(withdraw, 41)
    (version_path(directory, 2) / "offers.csv").write_text("broken\n")
    write_feeds(sqlite_database.url, directory, START + timedelta(hours=42))
    body = require_whole(directory)
    assert "offers.csv" not in [entry["of"] for entry in body["delta"]["files"]]
    make_delta(directory, 2, tmp_path / "out")
    with pytest.raises(UserError, match=r"there is no delta of offers\.csv: fetch the file whole"):
        apply_feeds(version_path(directory, 2), tmp_path / "out", tmp_path / "made")


def test_the_first_version_of_a_directory_has_no_delta(sqlite_database: Database, tmp_path: Path) -> None:
    with sqlite_database.writing() as connection:
        shop(World(connection))
    report = write_feeds(sqlite_database.url, tmp_path / "f", START)
    assert report.counts is None
    assert require_whole(tmp_path / "f")["delta"] is None
    with pytest.raises(UserError, match="holds no delta"):
        apply_feeds(tmp_path / "f", tmp_path / "f", tmp_path / "out")
