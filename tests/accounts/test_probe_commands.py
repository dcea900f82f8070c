"""Probes by commands, and judgements by list: what goes out comes back in."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from store.database import open_database
from store.errors import UserError
from store.weekly.span import this_week
from tests.accounts.conftest import Run
from tests.store.known_world import World

PROBES = "offer,date,sent_at,canary,request_id,buyer,authorised_by,case\n"
SENT = "2026-05-01T12:00:00Z"
ROW = f"shop/key,2026-05-01,{SENT},9f86d081884c7d65,=1+1,fern,osei,case-1\n"


@pytest.fixture
def market(run: Run, tmp_path: Path) -> Run:
    """One offer on sale, one known account, and a probe sent through the offer."""
    with (
        open_database(f"sqlite:///{tmp_path / 'test.db'}", write=True) as database,
        database.writing() as rows,
    ):
        world = World(rows)
        world.observe(world.offer("shop", "key"), "shop", "1")
        world.knows("acc_1")
    (tmp_path / "probes.csv").write_text(PROBES + ROW)
    assert "1 good line, 0 kept out, 1 row changed" in run("purchases", "import", "probes.csv").output
    return run


def read(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(output)))


def test_what_lookups_writes_is_answered_and_links(market: Run, tmp_path: Path) -> None:
    (row,) = read(market("purchases", "lookups").output)
    assert (row["canary"], row["sent_at"], row["until"]) == ("9f86d081884c7d65", SENT, "2026-05-02T12:00:00Z")
    assert row["request_id"] == "'=1+1"
    found = tmp_path / "found.csv"
    found.write_text(
        f"canary,provider,account_ref,seen_at\n{row['canary']},anthropic,acc_1,2026-05-01T12:00:09Z\n"
        f"{row['canary']},anthropic,acc_2,2026-04-30T12:00:09Z\n{row['canary']},anthropic,acc_1,2026-05-01\n"
    )
    told = market("purchases", "resolve", found)
    assert "1 good line, 2 kept out, 1 row changed" in told.output
    assert "line 3: seen_at is not within 24 hours" in told.output
    assert "line 4: seen_at has no zone" in told.output
    assert market("purchases", "lookups").output.splitlines()[1:] == []
    assert "1 link: 1 new" in market("link").output
    assert "probe" in market("links", "show", "clm_").output


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (ROW.replace("9f86d081884c7d65", "short"), "no word of 12 to 128"),
        (ROW.replace("9f86d081884c7d65", "=HYPERLINK(1234567)"), "no word of 12 to 128"),
        (ROW.replace(SENT, "yesterday"), "sent_at is no moment"),
        (ROW.replace(SENT, "2026-05-01T12:00:00"), "no zone"),
        (ROW.replace("osei", ""), "authorised_by is empty"),
        (ROW.replace("osei", "Fern "), "buyer and authorised_by are one person"),
        (ROW.replace("shop/key", ""), "no offer is named"),
        (ROW.replace("case-1", "c" * 600), "longer than"),
    ],
)
def test_a_bad_probe_is_told_by_line(run: Run, tmp_path: Path, row: str, why: str) -> None:
    (tmp_path / "bad.csv").write_text(PROBES + row)
    told = run("purchases", "import", "bad.csv")
    assert told.exit_code == 1
    assert f"line 2: {why.split(maxsplit=1)[0]}" in told.output or why in told.output
    assert why in told.output


@pytest.fixture
def linked(market: Run, tmp_path: Path) -> Run:
    """The same, with the probe answered and its link made."""
    with (
        open_database(f"sqlite:///{tmp_path / 'test.db'}", write=True) as database,
        database.writing() as rows,
    ):
        rows.execute(text("INSERT INTO probe_answer SELECT 1, 1, id, '2026-05-01T12:00:05.000000Z', 1 FROM known_account"))  # fmt: skip
    market("link")
    return market


def test_a_weeks_sample_is_drawn_once_and_of_no_week_to_come(linked: Run, tmp_path: Path) -> None:
    assert read(linked("links", "sample").output)[0]["week"] == this_week(datetime.now(UTC)).name
    with pytest.raises(UserError, match="is yet to come"):
        linked("links", "sample", "--week", "2999-W01")
    (drawn,) = read(linked("links", "sample", "--week", "2026-W18").output)
    told = linked("links", "sample", "--week", "2026-W18", "--size", "9").stderr
    assert "the sample of 2026-W18 holds 1 link: it is drawn once" in told
    (tmp_path / "judged.csv").write_text(f"id,says,by,why\n{drawn['id']},confirm,osei,no\n")
    judge = ("links", "judge", "--file", "judged.csv")
    assert "the sample of 2026-W10 holds no such link" in linked(*judge, "--week", "2026-W10").output
    linked(*judge)
    told = linked(*judge, "--week", "2026-W18").output
    assert "who judged it with its score in sight cannot judge it blind" in told


def test_links_are_judged_by_list_and_by_command(linked: Run, tmp_path: Path) -> None:
    market = linked
    listed = read(market("links", "list", "--to-judge").output)
    assert [(one["level"], one["says"]) for one in listed] == [("alert", "")]
    sampled = read(market("links", "sample", "--week", "2026-W18").output)
    assert [one["id"] for one in sampled] == [listed[0]["id"]]
    assert {"score", "level"}.isdisjoint(sampled[0])
    with (tmp_path / "judged.csv").open("w", newline="") as file:
        out = csv.DictWriter(file, sampled[0])
        out.writeheader()
        out.writerow(sampled[0] | {"says": "confirm", "by": "fern", "why": "it answered"})
    assert "1 good line" in market("links", "judge", "--file", "judged.csv").output
    assert "confirmed 1 of 1" in market("links", "calibration").output
    # Who judges blind judges for calibration alone.
    assert len(read(market("links", "list", "--to-judge").output)) == 1
    with pytest.raises(UserError, match="--to-judge writes links that stand"):
        market("links", "list", "--to-judge", "--status", "retracted")
    shown = market("links", "show", "clm_").output
    assert "judged: fern says confirm of the link" in shown
    hop = shown.split("hop_")[1].split(":")[0]
    said = ("--says", "reject", "--by", "osei", "--why", "our own test")
    judged = market("links", "judge", f"hop_{hop}", *said).output
    assert "1 row changed" in judged
    assert f"osei says reject of hop_{hop[:16]} of shop/operator linked to anthropic/" in judged
    assert "the next `link` makes it count" in judged
    assert "1 retracted" in market("link").output
    assert "judged: rejected" in market("links", "list").output
    assert (
        "taken back: reject by osei"
        in market("links", "judge", f"hop_{hop}", "--undo", "--by", "fern", "--why", "it is theirs").output
    )
    assert "1 back" in market("link").output


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "name either one link or hop"),
        (("clm_1", "--says", "perhaps", "--by", "fern", "--why", "x"), "is none of confirm, reject, unsure"),
        (("clm_1", "--says", "confirm", "--why", "x"), "nobody is said to judge"),
        (("clm_1", "--says", "confirm", "--by", "fern"), "no reason is given"),
        (("clm_1", "--undo"), "--undo needs one link"),
        (
            ("clm_1", "--says", "confirm", "--by", "fern", "--why", "x"),
            "there is no link clm_1: `links list` names",
        ),
    ],
)
def test_a_judgement_that_lacks_something_says_what(market: Run, words: tuple[str, ...], why: str) -> None:
    with pytest.raises(Exception, match=why):
        market("links", "judge", *words)
