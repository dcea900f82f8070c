"""What the feeds for everyone hold back, or mark, for it would harm whom it is about."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

import scheduler
from store.database import Database
from store.feeds.directory import find_version
from store.feeds.settings import Settings
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from store.judgement_tables import Judgement
from store.peppers import Pepper
from store.receiver_tables import Outcome
from store.receivers.evidence import GUESSED_RULES, STRONG_RULES
from tests.store import test_receivers as receivers
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
    return {row["claim_id"]: row["overturned"] for row in read(feeds, "links") if row["overturned"]}


def read(feeds: Path, name: str) -> list[dict[str, str]]:
    with (feeds / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_rule_is_told_of() -> None:
    (row,) = (line for line in words_of("feeds.md").splitlines() if line.startswith("| `rules` | text |"))
    assert {rule for rule in STRONG_RULES | GUESSED_RULES | {"name"} if f"`{rule}`" not in row} == set()


def reject(world: World) -> None:
    (link,) = world.rows(f"SELECT c.link_id {_OF_ACC_1}")[0]
    world.add(
        Judgement, about="pair", key=link, says="reject", who="ana", at=world.tick(), why="", blind=False
    )


_OF_ACC_1 = "FROM claim c JOIN known_account a ON a.id = c.account_id WHERE a.account_ref = 'acc_1'"
FALLS: dict[str, Callable[[World], object]] = {
    "the account is reinstated, and only fraudulent accounts are linked": lambda world: world.knows(
        "acc_1", class_name="reinstated"
    ),
    "the account was withdrawn by its provider": lambda world: world.withdraws("acc_1"),
    "this Telegram name is protected and never links": lambda world: world.protects("telegram", "fastkeys"),
    "the provider withdrew this Telegram name of the account": lambda world: world.withdraws(
        "acc_1", "typo", "telegram", "fastkeys"
    ),
    "judged: rejected": reject,
}


@pytest.mark.parametrize("reason", FALLS)
def test_what_is_known_since_the_last_link_counts_at_once(
    sqlite_database: Database, tmp_path: Path, reason: str
) -> None:
    feeds = write_market(sqlite_database, tmp_path / "feeds")
    before = {row["account_ref"]: row for row in read(feeds, "known_accounts")}
    assert before["acc_1"]["active_claims"] == "1"
    with sqlite_database.writing() as connection:
        world = World(connection)
        world.now = START + timedelta(hours=39)
        FALLS[reason](world)
    for hours in (41, 42):
        write_feeds(sqlite_database.url, feeds, START + timedelta(hours=hours))
        body = require_whole(feeds)
        (row,) = (one for one in read(feeds, "links") if one["account_ref"] == "acc_1")
        assert (row["status"], row["reason"], row["last_change"]) == (
            "retracted",
            reason,
            "2026-05-03T05:00:00Z",
        )
        assert {row[name] for name in ("path", "rules", "level", "score", "snapshot_sha256", "stale")} == {""}
        (back,) = (one for one in read(feeds, "retractions") if one["account_ref"] == "acc_1")
        assert (back["reason"], back["retracted_at"]) == (reason, "2026-05-03T05:00:00Z")
        assert {one["account_ref"] for one in read(feeds, "link_offers")} == {"acc_3"}
        (account,) = (one for one in read(feeds, "known_accounts") if one["account_ref"] == "acc_1")
        assert (account["active_claims"], account["retracted_claims"]) == ("0", "1")
        assert [one["active_claims"] for one in read(feeds, "sellers")] == ["0", "1"]
        assert body["claims"] == {"active": 1, "retracted": 2}
        (delta,) = (one for one in body["delta"]["files"] if one["of"] == "links.csv")
        assert delta["counts"]["RETRACT"] == (hours == 41)
    with sqlite_database.writing() as connection:
        world.connection = connection
        world.link()
    write_feeds(sqlite_database.url, feeds, START + timedelta(hours=43))
    (row,) = (one for one in read(feeds, "links") if one["account_ref"] == "acc_1")
    assert (row["status"], row["reason"][: len(reason)]) == ("retracted", reason)


def test_a_path_that_counts_no_more_is_not_told(sqlite_database: Database, tmp_path: Path) -> None:
    with sqlite_database.writing() as connection:
        world = World(connection)
        world.shows("shop", "telegram", "fastkeys")
        world.shows("shop", "email", "victim@mail.example")
        world.knows("acc_1", ("telegram", "fastkeys"), ("email", "victim@mail.example"))
        world.link()
        world.protects("email", "victim@mail.example")
    write_feeds(sqlite_database.url, tmp_path / "f", START + timedelta(hours=10))
    (row,) = read(tmp_path / "f", "links")
    assert (row["status"], row["rules"], row["snapshot_sha256"].count("|")) == (
        "active",
        "exact_identifier",
        0,
    )
    assert "fastkeys" in row["path"]
    assert "victim" not in "".join(
        path.read_text("utf-8") for path in sorted(find_version(tmp_path / "f").rglob("*.csv"))
    )


def test_a_post_leaves_to_no_card_network(sqlite_database: Database, tmp_path: Path) -> None:
    with sqlite_database.writing() as connection:
        receivers.fill(World(connection))
    assert receivers.write(sqlite_database, tmp_path / "card", "card-network")["refused"] == {"no_offer": 1}
    with sqlite_database.writing() as connection:
        connection.execute(text("UPDATE run SET keeps = 1 WHERE source = 'shop'"))
    assert receivers.write(sqlite_database, tmp_path / "card", "card-network")["refused"] == {
        "no_checkout": 1,
        "no_offer": 1,
    }
