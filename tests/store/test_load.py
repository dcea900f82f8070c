"""Bundles into rows: new and changed alone, whole or not at all, and nothing by a run that does not stand."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from store import load as loading
from store.database import Database
from store.errors import UserError
from store.load import load_bundle
from store.records import Offer
from store.run_records import (
    FactRecord,
    ListingRecord,
    OfferRecord,
    Record,
)
from store.schema import TABLES
from tests.store.bundles import PLUS, at, run_record, shop_bundle, write_bundle
from tests.store.loading import count, load, state


def test_all_that_a_run_says_becomes_rows_with_their_proof(
    database: Database, spool: Path, evidence: Path
) -> None:
    path = shop_bundle(spool, "r1", 0, 3)
    (report,) = load(database, spool, evidence)
    assert (report.outcome, report.verdict, report.listings, report.offers) == ("loaded", "ok", 3, 3)
    expected = {
        "source": 1, "run": 1, "snapshot": 1, "seller": 1, "seller_name": 1, "listing": 3, "listing_text": 3,
        "offer": 3, "observation": 3, "stock": 3, "presence": 3, "fact": 1, "identifier": 3, "sighting": 3, "partial_sighting": 3,
        "signal": 3, "hint": 1,
    }  # fmt: skip
    assert {name: count(database, name) for name in expected} == expected
    assert not path.exists()
    assert list(spool.iterdir()) == []
    with database.reading() as connection:
        row = connection.execute(select(TABLES["observation"])).first()
    assert row is not None
    assert (row.amount, row.currency, row.observed_at) == (Decimal(30), "CNY", at(-1 / 60))
    assert (row.pointer, row.span_start, row.span_end, row.reader) == ("/goods/0", 0, 9, "dujiaoka/1")


def test_an_unchanged_crawl_adds_its_run_alone(database: Database, spool: Path, evidence: Path) -> None:
    shop_bundle(spool, "r1", 0, 5)
    load(database, spool, evidence)
    before = state(database, "run")
    shop_bundle(spool, "r2", 6, 5, body=b"<html>goods, another minute")
    (report,) = load(database, spool, evidence)
    assert not any(report.rows.values())
    assert state(database, "run") == before
    assert count(database, "run") == 2


def test_the_same_bundle_again_changes_nothing(database: Database, spool: Path, evidence: Path) -> None:
    shop_bundle(spool, "r1", 0, 5)
    load(database, spool, evidence)
    before = state(database)
    shop_bundle(spool, "r1", 0, 9)
    (report,) = load(database, spool, evidence)
    assert report.outcome == "skipped"
    assert state(database) == before
    assert list(spool.iterdir()) == []


def test_a_crash_between_commit_and_removal_is_harmless(
    database: Database, spool: Path, evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_path: Path) -> None:
        raise KeyboardInterrupt

    path = shop_bundle(spool, "r1", 0, 5)
    with monkeypatch.context() as patched:
        patched.setattr(loading, "_remove", crash)
        with pytest.raises(KeyboardInterrupt):
            load(database, spool, evidence)
    assert path.exists()
    before = state(database)
    path.rename(spool / ".r0.loaded")
    shop_bundle(spool, "r1", 0, 5)
    assert [one.outcome for one in load(database, spool, evidence)] == ["skipped"]
    assert state(database) == before
    assert list(spool.iterdir()) == []


def test_a_changed_price_is_a_new_observation_and_only_that(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 3)
    shop_bundle(spool, "r2", 6, 3, price=lambda n: Decimal("29.9") if n == 1 else Decimal(30 + n))
    _, second = load(database, spool, evidence)
    assert {name: number for name, number in second.rows.items() if number} == {"observation": 1}
    with database.reading() as connection:
        observation = TABLES["observation"]
        rows = connection.execute(
            select(observation.c.amount, observation.c.run_id).order_by(observation.c.id)
        ).all()
    assert rows[-1] == (Decimal("29.9"), "r2")


def test_a_price_that_is_written_otherwise_is_unchanged(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 3)
    shop_bundle(spool, "r2", 6, 3, price=lambda n: Decimal(f"{30 + n}.00"))
    assert load(database, spool, evidence)[1].observations == 0


def test_stock_moves_without_an_observation(database: Database, spool: Path, evidence: Path) -> None:
    def stocked(amount: int | None) -> Callable[[str], list[Record]]:
        def records(snapshot: str) -> list[Record]:
            listing = ListingRecord(
                key="1", url="u", title="t", text="", seller_key="operator", snapshot=snapshot
            )
            return [
                listing,
                OfferRecord(
                    key="shop/1", listing_key="1", offer=replace(PLUS, stock=amount), snapshot=snapshot
                ),
            ]

        return records

    for number, amount in enumerate([None, 5, 5, 4, None]):
        write_bundle(spool, run_record(f"r{number}", number * 6), stocked(amount))
    reports = load(database, spool, evidence)
    assert [one.observations for one in reports] == [1, 0, 0, 0, 0]
    with database.reading() as connection:
        stock = TABLES["stock"]
        assert [row.amount for row in connection.execute(select(stock).order_by(stock.c.seen_at))] == [
            5,
            4,
            None,
        ]


def test_an_edit_is_a_new_text_of_the_same_listing(database: Database, spool: Path, evidence: Path) -> None:
    def records(snapshot: str, words: str) -> list[Record]:
        listing = ListingRecord(
            key="1", url="u", title="t", text=words, seller_key="operator", snapshot=snapshot, groups=("vip",)
        )
        return [listing, OfferRecord(key="shop/1", listing_key="1", offer=PLUS, snapshot=snapshot)]

    for number, words in enumerate(["1/4 sold", "1/4 sold", "1/3 sold", "1/4 sold"]):
        write_bundle(spool, run_record(f"r{number}", number * 6), partial(records, words=words))
    load(database, spool, evidence)
    with database.reading() as connection:
        text = TABLES["listing_text"]
        rows = connection.execute(select(text.c.text, text.c.groups).order_by(text.c.seen_at)).all()
    assert [row.text for row in rows] == ["1/4 sold", "1/3 sold", "1/4 sold"]
    assert json.loads(rows[0].groups) == ["vip"]
    assert count(database, "listing") == 1


def test_facts_are_written_where_they_changed(database: Database, spool: Path, evidence: Path) -> None:
    def records(snapshot: str, values: list[tuple[str, str, str]]) -> list[Record]:
        return [FactRecord(name=name, key=key, value=value, snapshot=snapshot) for name, key, value in values]

    stated = [
        [("recharge", "", "1"), ("group_ratio", "vip", "0.2"), ("contact", "", "a"), ("contact", "", "b")],
        [("recharge", "", "1"), ("group_ratio", "vip", "0.3"), ("contact", "", "b"), ("contact", "", "a")],
        [("recharge", "", "1"), ("group_ratio", "vip", "0.2"), ("contact", "", "a")],
    ]
    for number, values in enumerate(stated):
        run = run_record(f"r{number}", number * 6)
        write_bundle(spool, run, partial(records, values=values))
    assert [one.rows.get("fact", 0) for one in load(database, spool, evidence)] == [4, 1, 2]


def test_a_newer_reading_of_what_is_sold_corrects_the_offer(
    database: Database, spool: Path, evidence: Path
) -> None:
    def records(snapshot: str, offer: Offer) -> list[Record]:
        listing = ListingRecord(
            key="1", url="u", title="t", text="", seller_key="operator", snapshot=snapshot
        )
        return [listing, OfferRecord(key="shop/1", listing_key="1", offer=offer, snapshot=snapshot)]

    for number, offer in enumerate([replace(PLUS, product=None), PLUS]):
        write_bundle(spool, run_record(f"r{number}", number * 6), partial(records, offer=offer))
    assert [one.observations for one in load(database, spool, evidence)] == [1, 1]
    with database.reading() as connection:
        assert connection.execute(select(TABLES["offer"].c.product)).scalars().all() == ["chatgpt-plus"]


def test_a_full_disk_is_one_sentence_and_nothing_half_written(
    database: Database, spool: Path, evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = shop_bundle(spool, "r1", 0, 3)
    before = state(database)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(UserError, match="is full: make room"):
            load_bundle(database, path, evidence)
    assert state(database) == before
    assert [file.stat().st_size for file in evidence.rglob("*.warc.gz")] == [0]
    assert [one.outcome for one in load(database, spool, evidence)] == ["loaded"]


def test_a_thousand_unchanged_offers_cost_next_to_nothing(
    sqlite_database: Database, spool: Path, evidence: Path
) -> None:
    def size() -> int:
        with sqlite_database.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            return int(pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one())

    shop_bundle(spool, "r0", 0, 100)
    load(sqlite_database, spool, evidence)
    before, kept = size(), sum(path.stat().st_size for path in evidence.rglob("*.warc.gz"))
    for number in range(1, 51):
        shop_bundle(spool, f"r{number}", number, 100, body=b"<html>at minute %d" % number)
    load(sqlite_database, spool, evidence)
    # the figure is 2 MB for a thousand crawls: 2 kB each
    assert size() - before <= 50 * 2000
    assert sum(path.stat().st_size for path in evidence.rglob("*.warc.gz")) == kept
