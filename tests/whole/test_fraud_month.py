"""A fraud team's month: links out, accounts closed, one reinstated, the retraction delivered, the outcome taken back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from sqlalchemy import insert, select, text
from typer.testing import CliRunner

import scheduler
from store.database import open_database
from store.feeds.apply import apply_feeds
from store.import_batches import table_of
from store.judgement_tables import Judgement
from store.known_tables import Claim
from tests.store.known_world import START, World

COMPROMISED, WRONG = "acc_7", "acc_8"


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/resalewatch.db"
    with open_database(url, write=True) as database, database.writing() as connection:
        world = World(connection)
        for name in ("fastkeys", "cheapclaude"):
            world.observe(world.offer(name, "a", title=f"Claude Max by {name}"), name, "300")
            world.shows(name, "telegram", f"{name}_kf", listing="a")
        world.run("fastkeys", run_id="later")
    return url


def rows(directory: Path, name: str) -> list[dict[str, str]]:
    with (directory / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Month:
    """The team's database, and the directories of who reads."""

    def __init__(self, url: str, place: Path) -> None:
        self.url, self.place = url, place
        self.ban, self.everyone, self.share = place / "ban", place / "all", place / "share"

    def run(self, *words: str) -> str:
        done = CliRunner().invoke(scheduler.app, ["--database", self.url, *words])
        assert done.exit_code == 0, done.output
        return done.stdout

    def hand_in(self, what: str, *lines: str) -> str:
        path = self.place / f"{what}.csv"
        path.write_text("\n".join([*lines, ""]), "utf-8")
        return self.run(what, "import", str(path))

    def write_ban(self) -> list[str]:
        self.run("feeds", "write", str(self.ban), "--profile", "ban")
        self.run("feeds", "deliver", str(self.ban), str(self.share))
        return [row["account_ref"] for row in rows(self.share, "ban")]

    def outcomes(self, claims: Iterable[str], outcome: str) -> str:
        at = f"{datetime.now(UTC) - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"
        lines = [f"{claim},ban,{at},{outcome}" for claim in claims]
        return self.hand_in("outcomes", "claim_id,action,at,outcome", *lines)

    def confirm(self, *people: str) -> None:
        common = {"about": "pair", "says": "confirm", "at": datetime.now(UTC), "why": "", "blind": False}
        with open_database(self.url, write=True) as database, database.writing() as connection:
            for link in connection.execute(select(table_of(Claim).c.link_id)).scalars().all():
                said = [common | {"key": link, "who": who} for who in people]
                connection.execute(insert(table_of(Judgement)), said)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with open_database(self.url) as database, database.reading() as connection:
            return [tuple(row) for row in connection.execute(text(query))]


def links_go_out(month: Month) -> None:
    month.hand_in(
        "accounts", "provider,account_ref,class,telegram", f"anthropic,{COMPROMISED},fraudulent,fastkeys_kf",
        f"anthropic,{WRONG},fraudulent,cheapclaude_kf",
    )  # fmt: skip
    assert "2 new" in month.run("link")
    month.run("feeds", "write", str(month.everyone))
    assert month.write_ban() == [], "nobody has looked at the claims yet"


def accounts_are_closed(month: Month) -> dict[str, str]:
    month.confirm("ana", "bo")
    assert sorted(month.write_ban()) == [COMPROMISED, WRONG]
    told = {row["account_ref"]: row["claim_id"] for row in rows(month.share, "ban")}
    assert "2 rows changed" in month.outcomes(told.values(), "done")
    return told


def one_is_reinstated(month: Month, claim: str) -> None:
    head = "provider,account_ref,class,reason"
    month.hand_in("accounts", head, f"anthropic,{COMPROMISED},reinstated,its owner proved who they are")
    assert month.write_ban() == [WRONG], "before the next link"
    (back,) = rows(month.share, "ban_taken_back")
    assert (back["claim_id"], back["reason"]) == (claim, "account_class")
    assert "1 retracted" in month.run("link")
    month.run("feeds", "write", str(month.everyone), "--force")
    (retracted,) = rows(month.everyone, "retractions")
    assert (retracted["claim_id"], retracted["account_class"]) == (claim, "reinstated")
    first, second = sorted((month.everyone / "versions").glob("v*"))
    apply_feeds(first, second, month.place / "theirs")
    assert (month.place / "theirs" / "links.csv").read_bytes() == (month.everyone / "links.csv").read_bytes()
    assert [row["op"] for row in rows(month.everyone / "delta", "links")] == ["RETRACT"]


def another_is_overturned(month: Month, claim: str) -> None:
    month.outcomes([claim], "overturned")
    assert month.write_ban() == []
    assert {row["reason"] for row in rows(month.share, "ban_taken_back")} == {"account_class", "overturned"}
    shown = month.run("links", "show", claim)
    assert "was overturned" in shown
    told = [line for line in shown.splitlines() if line.startswith(("told ", "left out for ", "outcome: "))]
    assert [line.partition(":")[0].partition(", version")[0] for line in told] == [
        f"told resalewatch in {month.everyone}", f"told resalewatch-ban in {month.ban}",
        f"left out for resalewatch-ban in {month.ban}", "outcome", "outcome",
    ]  # fmt: skip
    assert "cheapclaude_kf" in told[1]
    assert told[2].endswith(" UTC: overturned")
    assert told[4].endswith(" UTC: overturned")


def test_a_month(url: str, tmp_path: Path) -> None:
    month = Month(url, tmp_path)
    with time_machine.travel(START + timedelta(days=1), tick=True):
        links_go_out(month)
    with time_machine.travel(START + timedelta(days=3), tick=True):
        told = accounts_are_closed(month)
    with time_machine.travel(START + timedelta(days=10), tick=True):
        one_is_reinstated(month, told[COMPROMISED])
    with time_machine.travel(START + timedelta(days=20), tick=True):
        another_is_overturned(month, told[WRONG])
    came = month.ask(
        "SELECT account_ref, last_said, status, outcome FROM told_and_came_of_it"
        " WHERE receiver = 'resalewatch-ban' ORDER BY account_ref, acted_at"
    )
    assert came == [
        (COMPROMISED, "left_out", "retracted", "done"), (WRONG, "left_out", "active", "done"),
        (WRONG, "left_out", "active", "overturned"),
    ]  # fmt: skip
    ((body,),) = month.ask("SELECT body FROM claim_sent WHERE says = 'sent' ORDER BY id LIMIT 1")
    assert json.loads(body)["paths"][0][0]["weight"], "as it was told, weights and all"
