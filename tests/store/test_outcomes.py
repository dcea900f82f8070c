"""Outcomes that come back: kept once, refused by line, and an overturned claim leaves what is acted on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

import scheduler
from crawlers.lists import open_list
from crawlers.outcomes import COLUMNS, read_outcomes
from store.database import Database
from store.errors import UserError
from store.feeds.writer import write_feeds
from store.import_batches import ImportReport, Origin
from store.links.show import find_claims, find_doubts
from store.save_outcomes import ACTIONS, OUTCOMES, save_outcomes
from tests.store.known_world import START, World
from tests.store.test_receivers import LATER, claim_of, fill, judge, read, write
from tests.test_docs import section_of

HEAD = "claim_id,action,at,outcome"


@pytest.fixture
def told(database: Database, tmp_path: Path) -> tuple[Database, str]:
    with database.writing() as connection:
        world = World(connection)
        fill(world)
        claim = claim_of(world, "acc_1")
        judge(world, claim, "ana", "bo")
    write(database, tmp_path / "ban", "ban")
    return database, claim


def take_in(database: Database, path: Path, *lines: str) -> ImportReport:
    path.write_text("\n".join([HEAD, *lines, ""]), "utf-8")
    source = open_list(path)
    with database.writing() as connection:
        return save_outcomes(connection, read_outcomes(source), Origin(path.name, source.sha256), LATER)


def test_an_overturned_claim_leaves_and_comes_back(told: tuple[Database, str], tmp_path: Path) -> None:
    database, claim = told
    done = f"{claim},ban,2026-05-02T06:00:00Z,done"
    assert take_in(database, tmp_path / "o.csv", done).changed == 1
    assert take_in(database, tmp_path / "o.csv", done).changed == 0
    write(database, tmp_path / "ban", "ban", LATER + timedelta(hours=1))
    assert len(read(tmp_path / "ban", "ban")) == 1
    take_in(database, tmp_path / "o.csv", f"{claim},ban,2026-05-02T07:00,overturned")
    body = write(database, tmp_path / "ban", "ban", LATER + timedelta(hours=2))
    assert body["refused"] == {"overturned": 1, "unconfirmed": 1}
    (gone,) = read(tmp_path / "ban", "ban_taken_back")
    assert (gone["claim_id"], gone["reason"]) == (claim, "overturned")
    with database.reading() as connection:
        (row,) = find_claims(connection, id=claim)
        assert find_doubts(connection, row)[-1] == "the ban of 2026-05-02 on it was overturned"
        view = connection.execute(
            text("SELECT last_said, outcome FROM told_and_came_of_it ORDER BY acted_at")
        ).all()
    assert [tuple(one) for one in view] == [("left_out", "done"), ("left_out", "overturned")]
    take_in(database, tmp_path / "o.csv", f"{claim},ban,2026-05-02T07:30,confirmed")
    write(database, tmp_path / "ban", "ban", LATER + timedelta(hours=3))
    assert len(read(tmp_path / "ban", "ban")) == 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("clm_0123456789abcdef,ban,2026-05-02,done", "no claim has this claim_id"),
        ("acc_1,ban,2026-05-02,done", "begins with clm_"),
        ("{unsent},ban,2026-05-02,done", "never left in a feed"),
        ("{claim},hug,2026-05-02,done", "the action is none of ban, step_up"),
        ("{claim},ban,2026-05-02,fine", "the outcome is none of done"),
        ("{claim},ban,yesterday,done", "is no moment such as"),
        ("{claim},ban,2027-05-02,done", "is yet to come"),
        (
            "{claim},ban,2026-05-01T23:59:59Z,done",
            "2026-05-01 is before the claim first left in a feed, on 2026-05-02",
        ),
    ],
)
def test_a_line_is_refused_by_its_number(
    told: tuple[Database, str], tmp_path: Path, line: str, why: str
) -> None:
    database, claim = told
    with database.writing() as connection:
        unsent = claim_of(World(connection), "acc_2")
    report = take_in(
        database,
        tmp_path / "o.csv",
        f"{claim},review,2026-05-02,done",
        line.format(claim=claim, unsent=unsent),
    )
    assert (report.good, [one.line for one in report.rejected]) == (1, [3])
    assert why in report.rejected[0].why


def test_the_command_and_its_page(told: tuple[Database, str], tmp_path: Path) -> None:
    database, claim = told
    (tmp_path / "o.csv").write_text(f"{HEAD}\n{claim},ban,2026-05-02,done\n", "utf-8")
    done = CliRunner().invoke(
        scheduler.app, ["--database", database.url, "outcomes", "import", str(tmp_path / "o.csv")]
    )
    assert (done.exit_code, done.stdout) == (0, "outcomes: 1 good line, 0 kept out, 1 row changed\n")
    section = section_of("receivers.md", "## Outcomes")
    assert [word for word in (*COLUMNS, *ACTIONS, *OUTCOMES) if f"`{word}`" not in section] == []


def test_the_feeds_for_everyone_keep_an_overturned_claim(told: tuple[Database, str], tmp_path: Path) -> None:
    database, claim = told
    take_in(database, tmp_path / "o.csv", f"{claim},ban,2026-05-02T07:00,overturned")
    write_feeds(database.url, tmp_path / "all", START + timedelta(hours=21))
    assert claim in {row["claim_id"] for row in read(tmp_path / "all", "links")}


def test_a_wholly_other_list_is_told_what_it_should_name(tmp_path: Path) -> None:
    path = tmp_path / "accounts.csv"
    path.write_text("provider,class,at\n", "utf-8")
    with pytest.raises(UserError) as found:
        read_outcomes(open_list(path))
    assert str(found.value) == (
        f"{path} has a column 'provider' and one 'class' that means nothing here and no column claim_id, action, outcome:"
        " its first line names claim_id, action, at, outcome; leave out the rest"
    )
