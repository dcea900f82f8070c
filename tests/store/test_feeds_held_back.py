"""What the feeds for everyone hold back, or mark, for it would harm whom it is about."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

from typer.testing import CliRunner

import scheduler
from store.database import Database
from store.feeds.directory import find_version
from store.feeds.settings import Settings
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from store.peppers import Pepper
from store.receiver_tables import Outcome
from store.receivers.evidence import GUESSED_RULES, STRONG_RULES
from tests.store.feed_market import write_market
from tests.store.known_world import START, World
from tests.test_docs import words_of

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


def test_an_overturned_claim_is_marked_until_a_later_word(sqlite_database: Database, tmp_path: Path) -> None:
    feeds = write_market(sqlite_database, tmp_path / "feeds")
    with sqlite_database.writing() as connection:
        world = World(connection)
        ((claim,),) = world.rows(
            "SELECT c.id FROM claim c JOIN known_account a ON a.id = c.account_id WHERE a.account_ref = 'acc_1'"
        )
        (batch,) = world.rows("SELECT min(id) FROM import_batch")[0]
        world.add(
            Outcome, claim_id=claim, action="ban", at=world.tick(), outcome="overturned", import_id=batch
        )
    assert marked(sqlite_database, feeds, hours=41) == {claim: "ban"}
    listed = CliRunner().invoke(scheduler.app, ["--database", sqlite_database.url, "links", "list"]).stdout
    assert [line.split()[0] for line in listed.splitlines() if "  ban overturned  " in line] == [claim]
    with sqlite_database.writing() as connection:
        world.connection = connection
        world.add(Outcome, claim_id=claim, action="ban", at=world.tick(), outcome="done", import_id=batch)
    assert marked(sqlite_database, feeds, hours=42) == {}


def marked(database: Database, feeds: Path, hours: int) -> dict[str, str]:
    write_feeds(database.url, feeds, START + timedelta(hours=hours))
    with (feeds / "links.csv").open(encoding="utf-8", newline="") as file:
        return {row["claim_id"]: row["overturned"] for row in csv.DictReader(file) if row["overturned"]}


def test_every_rule_is_told_of() -> None:
    (row,) = (line for line in words_of("feeds.md").splitlines() if line.startswith("| `rules` | text |"))
    assert {rule for rule in STRONG_RULES | GUESSED_RULES | {"name"} if f"`{rule}`" not in row} == set()
