"""Bundles that are cut, spoilt or contradict themselves or the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from store.database import Database
from store.errors import UserError
from store.load_read import BrokenBundleError, read_bundle
from store.records import Identifier, Signal
from store.run_records import (
    FactRecord,
    OfferRecord,
    Record,
    RunRecord,
    SeenRecord,
    SightingRecord,
    SignalRecord,
)
from store.schema import TABLES
from tests.store.bundles import PLUS, run_record, shop_bundle, shop_records, write_bundle
from tests.store.loading import load


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda records: records.replace(old, new)


SPOILT: dict[str, Callable[[str], str]] = {
    "no run": lambda records: "".join(records.splitlines(keepends=True)[:-1]),
    "cut": lambda records: records[:-9],
    "float": swap('"amount":"30"', '"amount":30.5'),
    "other run": swap('"run_id":"bad"', '"run_id":"good"'),
    "naive": swap("07:59:00Z", "07:59:00"),
    "huge": swap('"amount":"30"', '"amount":"1E+900"'),
    "surrogate": swap("Plus", "\\ud800"),
    "no JSON": swap("{", "["),
}


def test_a_file_in_the_place_of_the_spool_is_told(database: Database, spool: Path, evidence: Path) -> None:
    (spool / "file").write_text("no spool")
    with pytest.raises(UserError, match="is no directory"):
        load(database, spool / "file", evidence)


def test_a_bundle_without_its_pages_is_broken(spool: Path) -> None:
    path = shop_bundle(spool, "bad", 0, 2)
    pages = path / "pages.warc.gz"
    pages.write_bytes(pages.read_bytes()[:-20])
    with pytest.raises(BrokenBundleError, match="the page that proves it"):
        read_bundle(path)
    pages.unlink()
    with pytest.raises(BrokenBundleError, match="missing"):
        read_bundle(path)


@pytest.mark.parametrize("name", SPOILT)
def test_a_broken_bundle_is_set_aside_and_the_others_go_on(
    database: Database, spool: Path, evidence: Path, name: str
) -> None:
    records = shop_bundle(spool, "bad", 0, 2, source="bad") / "records.jsonl"
    before = records.read_text("utf-8")
    records.write_text(SPOILT[name](before), "utf-8")
    assert records.read_text("utf-8") != before
    shop_bundle(spool, "good", 1, 2)
    reports = {one.run_id: one for one in load(database, spool, evidence)}
    assert {one.run_id: one.outcome for one in reports.values()} == {"bad": "broken", "good": "loaded"}
    reason = (spool / "broken" / "bad" / "reason.txt").read_text()
    assert reason.strip()
    assert reason.strip() in reports["bad"].reason
    with database.reading() as connection:
        assert connection.execute(select(TABLES["source"].c.name)).scalars().all() == ["shop"]


ODD: list[Record] = [
    OfferRecord(key="shop/9", listing_key="none", offer=PLUS, snapshot="SNAP"),
    OfferRecord(key="shop/9", listing_key="0", offer=replace(PLUS, kind="car"), snapshot="SNAP"),
    OfferRecord(key="shop/9", listing_key="0", offer=replace(PLUS, per="fortnight"), snapshot="SNAP"),
    OfferRecord(key="shop/0", listing_key="0", offer=PLUS, snapshot="SNAP"),
    OfferRecord(key="shop/9", listing_key="0", offer=PLUS, snapshot="0" * 64),
    SightingRecord(
        identifier=Identifier(kind="org_id", value="x", normalised="x"),
        seller_key="operator",
        snapshot="SNAP",
    ),
    SightingRecord(
        identifier=Identifier(kind="qq", value="1", normalised="1", role="boss"),
        seller_key="o",
        snapshot="SNAP",
    ),
    SignalRecord(signal=Signal("good_mood", 0, 1, "x"), snapshot="SNAP"),
    run_record("r1", 0),
    SeenRecord(offers=("1",)),
    FactRecord(name="x", value="y", snapshot="1" * 64),
]


@pytest.mark.parametrize("odd", ODD, ids=lambda record: type(record).__name__)
def test_a_bundle_that_contradicts_itself_is_refused(spool: Path, odd: Record) -> None:
    def records(snapshot: str) -> list[Record]:
        known = snapshot if getattr(odd, "snapshot", "") == "SNAP" else getattr(odd, "snapshot", "")
        placed = odd if isinstance(odd, RunRecord | SeenRecord) else replace(odd, snapshot=known)
        return [*shop_records(snapshot, 1), placed]

    with pytest.raises(BrokenBundleError):
        read_bundle(write_bundle(spool, run_record("r1", 0), records))


def test_an_offer_of_another_source_is_not_taken_over(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 2)
    thief = run_record("r2", 1, source="thief")
    write_bundle(spool, thief, lambda digest: shop_records(digest, 2, source="shop"))
    first, second = load(database, spool, evidence)
    assert (first.outcome, second.outcome) == ("loaded", "broken")
    assert "another source's: " in second.reason
    with database.reading() as connection:
        assert connection.execute(select(TABLES["run"].c.id)).scalars().all() == ["r1"]
