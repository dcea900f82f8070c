"""A run that met nothing new carries on what the one before it stated, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from crawlers.bundle import BundleWriter
from store.database import Database
from store.kept_runs import kept_path
from store.load_read import BrokenBundleError, read_bundle
from store.run_records import FactRecord, SeenRecord
from tests.store.bundles import run_record, shop_bundle
from tests.store.loading import count, load


def same(spool: Path, run_id: str, hours: float, as_run: str, *numbers: int, **changed: object) -> None:
    """Write the bundle of a run that met a shop's goods again."""
    writer = BundleWriter(spool, run_id)
    writer.add(SeenRecord(offers=tuple(f"shop/{number}" for number in numbers)))
    changed |= {"same_as": as_run, "listings": len(numbers), "offers": len(numbers)}
    writer.finish(run_record(run_id, hours, **changed))  # type: ignore[arg-type]


def rows(database: Database, query: str) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


OPEN = "SELECT count(*) FROM presence WHERE until_at IS NULL AND missing_since IS NULL"


def test_an_absence_that_a_run_meets_again_closes_a_presence(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 4)
    shop_bundle(spool, "r2", 8, 3)
    load(database, spool, evidence)
    assert rows(database, OPEN) == [(3,)]
    before = count(database, "observation")
    same(spool, "r3", 16, "r2", 0, 1, 2)
    [report] = load(database, spool, evidence)
    assert (report.event, report.rows) == ("unchanged", {"opened": 0, "closed": 1})
    assert rows(database, OPEN) == [(3,)]
    assert count(database, "observation") == before
    assert rows(database, "SELECT listings, offers, verdict FROM run WHERE id = 'r3'") == [(3, 3, "ok")]


def test_it_stands_only_on_the_last_run_that_stated_anything(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 3)
    load(database, spool, evidence)
    kept = kept_path(spool, "shop")
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("{}", "utf-8")
    shop_bundle(spool, "r2", 8, 3, price=lambda _: Decimal(7))
    same(spool, "r3", 16, "r1", 0, 1, 2)
    same(spool, "r4", 24, "r2", 0, 1, 2)
    same(spool, "r5", 32, "r2", 0, 1, 2)
    same(spool, "r6", 30, "r2", 0, 1, 2, verdict="empty")
    told = {one.run_id: (one.verdict, one.event) for one in load(database, spool, evidence)}
    assert told == {
        "r2": ("ok", None), "r3": ("failed", None), "r4": ("ok", "unchanged"), "r6": ("empty", "unchanged"),
        "r5": ("ok", "unchanged"),
    }  # fmt: skip
    assert rows(database, OPEN) == [(3,)]
    assert not kept.exists()


@pytest.mark.parametrize(
    ("changed", "more"),
    [({"verdict": "blocked"}, False), ({"imported": True}, False), ({"same_as": ""}, False), ({}, True)],
)
def test_it_says_nothing_beside_which_offers_it_saw(
    spool: Path, changed: dict[str, object], *, more: bool
) -> None:
    writer = BundleWriter(spool, "r1")
    writer.add(SeenRecord(offers=("shop/1",)))
    if more:
        writer.add(FactRecord(name="currency", value="CNY", snapshot="1" * 64))
    path = writer.finish(run_record("r1", 0, **({"same_as": "r0"} | changed)))  # type: ignore[arg-type]
    with pytest.raises(BrokenBundleError, match="says which offers it saw, and nothing else"):
        read_bundle(path)
