"""What a run that does not stand leaves alone, and when offers go and come back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import insert, select

from store.database import Database, open_database
from store.schema import TABLES
from tests.store.bundles import at, run_record, shop_bundle, shop_records, write_bundle
from tests.store.loading import count, load, state


@pytest.mark.parametrize("verdict", ["blocked", "changed", "failed", "suspicious"])
def test_a_run_that_does_not_stand_leaves_the_last_good_state(
    database: Database, spool: Path, evidence: Path, verdict: str
) -> None:
    shop_bundle(spool, "r1", 0, 5)
    load(database, spool, evidence)
    before = state(database, "run", "snapshot")
    for number in range(4):
        shop_bundle(
            spool, f"w{number}", 6 * (number + 1), 0, verdict=verdict, reason="challenge", anchored=False,
            body=b"<html>wall %d" % number,
        )  # fmt: skip
    reports = load(database, spool, evidence)
    assert {one.verdict for one in reports} == {verdict}
    assert state(database, "run", "snapshot") == before
    # the page that says why is kept once, not with every run that meets the same wall
    assert count(database, "snapshot") == 2


def test_offers_go_after_two_runs_six_hours_apart_and_come_back(
    database: Database, spool: Path, evidence: Path
) -> None:
    def standing() -> list[tuple[Any, ...]]:
        presence = TABLES["presence"]
        with database.reading() as connection:
            query = select(
                presence.c.from_at, presence.c.until_at, presence.c.missing_since, presence.c.closed_by
            )
            return [
                tuple(row) for row in connection.execute(query.where(presence.c.offer_id == 4).order_by("id"))
            ]

    def step(run_id: str, hours: float, goods: int, **changed: bool | str) -> None:
        run = replace(run_record(run_id, hours), **changed)  # type: ignore[arg-type]
        write_bundle(spool, run, lambda digest: shop_records(digest, goods), b"<html>goods")
        load(database, spool, evidence)

    first, minute = at(-1 / 60), 1 / 60
    step("r1", 0, 4)
    step("r2", 6, 3)
    assert standing() == [(first, None, at(6), None)]
    step("r3", 8, 4)
    assert standing() == [(first, None, None, None)]
    step("r4", 9, 3)
    step("r5", 14.5, 3)
    step("part", 24, 3, covers_all=False)
    step("wall", 25, 0, verdict="blocked")
    step("keeps", 26, 3, keeps=True)
    assert standing() == [(first, None, at(9), None)]
    step("r6", 27, 3)
    assert standing() == [(first, at(9), at(9), "r6")]
    step("r7", 30, 4)
    assert standing() == [(first, at(9), at(9), "r6"), (at(30 - minute), None, None, None)]


def test_a_ban_wave_is_accepted_in_its_third_run(database: Database, spool: Path, evidence: Path) -> None:
    shop_bundle(spool, "r0", 0, 40)
    for number in (1, 2, 3):
        shop_bundle(spool, f"r{number}", 6 * number, 2)
    shop_bundle(spool, "r4", 24, 2)
    reports = load(database, spool, evidence)
    assert [(one.verdict, one.event) for one in reports] == [
        ("ok", None), ("suspicious", None), ("suspicious", None), ("ok", "market_event"), ("ok", None)
    ]  # fmt: skip
    assert reports[3].rows["closed"] == 38
    presence = TABLES["presence"]
    with database.reading() as connection:
        ended = connection.execute(
            select(presence.c.until_at, presence.c.closed_by).where(presence.c.id > 2)
        ).all()
    assert set(map(tuple, ended)) == {(at(6), "r3")}
    assert count(database, "doubted_offer") == 0


def test_what_a_doubted_run_still_saw_is_not_closed_by_the_event(
    database: Database, spool: Path, evidence: Path
) -> None:
    for number, goods in enumerate([40, 9, 9, 3]):
        shop_bundle(spool, f"r{number}", 6 * number, goods)
    reports = load(database, spool, evidence)
    assert reports[3].event == "market_event"
    assert reports[3].rows["closed"] == 31
    presence = TABLES["presence"]
    with database.reading() as connection:
        missing = connection.execute(
            select(presence.c.missing_since).where(presence.c.until_at.is_(None))
        ).scalars()
        assert sorted(map(str, missing)) == [str(at(18))] * 6 + ["None"] * 3


def test_a_doubted_run_that_came_in_early_still_tells_what_it_saw(
    database: Database, spool: Path, evidence: Path
) -> None:
    for hours, goods in [(0, 40), (18, 3), (6, 40), (24, 2), (30, 2)]:
        shop_bundle(spool, f"r{hours}", hours, goods)
        (report,) = load(database, spool, evidence)
    assert report.event == "market_event"
    presence = TABLES["presence"]
    with database.reading() as connection:
        query = (
            select(presence.c.until_at).where(presence.c.until_at.is_not(None)).order_by(presence.c.offer_id)
        )
        assert list(connection.execute(query).scalars()) == [at(24), *[at(18)] * 37]


def test_an_old_lease_is_discarded_and_no_lease_is_not(
    database: Database, spool: Path, evidence: Path
) -> None:
    with database.writing() as connection:
        lease = {"source": "shop", "owner": "w1", "token": 7, "expires_at": at(1)}
        connection.execute(insert(TABLES["lease"]).values(lease))
    for number, token in enumerate([6, 7, 8, 0]):
        shop_bundle(spool, f"r{number}", number, 3, token=token)
    reports = load(database, spool, evidence)
    assert [one.outcome for one in reports] == ["discarded", "loaded", "loaded", "loaded"]
    assert "older than 7" in reports[0].reason
    assert list(spool.iterdir()) == []


def test_runs_load_in_the_order_of_their_time_and_a_late_one_publishes_nothing(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "a", 6, 3)
    shop_bundle(spool, "b", 0, 4)
    assert [one.run_id for one in load(database, spool, evidence)] == ["b", "a"]
    before = state(database, "run")
    shop_bundle(spool, "c", 3, 4, price=lambda _n: Decimal(1))
    (late,) = load(database, spool, evidence)
    assert (late.verdict, late.event) == ("ok", "late")
    assert state(database, "run") == before


@pytest.mark.parametrize("seed", range(4))
def test_bundles_load_to_the_same_state_one_by_one_and_all_at_once(
    database: Database, spool: Path, tmp_path: Path, empty_database: Path, seed: int
) -> None:
    evidence = tmp_path / "evidence"
    chance = Random(seed)
    verdicts = ("ok", "ok", "ok", "blocked", "failed", "changed", "suspicious")
    steps = [
        (number, chance.choice((0, 3, 8, 9, 20)), chance.choice(verdicts), chance.random() < 0.8)
        for number in range(9)
    ]

    def write(folder: Path, step: tuple[int, int, str, bool]) -> None:
        number, goods, verdict, whole = step
        shop_bundle(folder, f"r{number}", 4 * number, goods, verdict=verdict, covers_all=whole)

    for step in steps:
        write(spool, step)
        load(database, spool, evidence)
    chance.shuffle(steps)
    for step in steps:
        write(tmp_path / "other", step)
    path = tmp_path / "other.db"
    path.write_bytes(empty_database.read_bytes())
    with open_database(f"sqlite:///{path}", write=True) as other:
        load(other, tmp_path / "other", tmp_path / "other-evidence")
        # record ids of a WARC are random, and so is what a member packs to
        assert state(other, "snapshot") == state(database, "snapshot")
