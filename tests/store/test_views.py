"""The views: what stands now, what models cost, what changed, how sources do."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from store.columns import as_kept
from store.database import Database
from store.model_prices import read_model_prices
from store.records import SITE_CREDIT, Money, Offer
from store.run_records import ListingRecord, OfferRecord, Record
from store.schema import TABLES
from store.valuation import save_valuations
from store.views import attached_views, digest_of_views, view_queries, view_statements
from tests.store.bundles import run_record, shop_bundle, shop_records, write_bundle
from tests.store.known_world import World
from tests.store.loading import load
from tests.store.test_valuation import BIG, shop, station_records


def rows(database: Database, query: str) -> list[dict[str, Any]]:
    with database.reading() as connection:
        found = connection.exec_driver_sql(query).mappings()
        return [{name: as_kept(value) for name, value in row.items()} for row in found]


def filled(database: Database, spool: Path, evidence: Path) -> None:
    load(database, spool, evidence)
    save_valuations(database)


def test_offers_now_shows_what_stands_with_its_last_numbers_and_proof(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 4)
    shop_bundle(spool, "r2", 6, 3, price=lambda n: Decimal(20 + n))
    shop_bundle(spool, "r3", 13, 3, price=lambda n: Decimal(20 + n), body=b"<html>later")
    shop_bundle(spool, "w", 20, 0, verdict="blocked")
    filled(database, spool, evidence)
    found = rows(database, "SELECT * FROM offers_now ORDER BY offer_id")
    assert [(row["offer_id"], row["amount"], row["ratio"], row["stock"]) for row in found] == [
        ("shop/0", "20", "0.1471", 0), ("shop/1", "21", "0.1544", 1), ("shop/2", "22", "0.1618", 2)
    ]  # fmt: skip
    first = found[0]
    assert (first["source"], first["platform"], first["seller_name"]) == ("shop", "dujiaoka", "shop 小店")
    assert (first["title"], first["url"]) == ("Plus 成品号 0", "https://shop.example/buy/0")
    assert first["present_since"] == "2026-11-01T07:59:00.000000Z"
    assert first["observed_at"] == "2026-11-01T13:59:00.000000Z"
    assert first["confirmed_at"] == "2026-11-01T21:00:00.000000Z"
    assert len(first["proof"]) == 64
    assert (first["proof_pointer"], first["proof_start"], first["proof_end"]) == ("/goods/0", 0, 9)


def test_a_ratio_and_a_reason_why_there_is_none_never_stand_together(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 3, price=lambda n: Decimal((30, 20, 100_000)[n]))
    filled(database, spool, evidence)
    found = rows(database, "SELECT ratio, ratio_reason FROM offers_now ORDER BY offer_id")
    assert [row["ratio_reason"] for row in found] == [None, None, "a ratio of 735.3 is not plausible"]
    assert [row["ratio"] is None for row in found] == [False, False, True]


def test_cheapest_shows_few_columns_and_begins_with_the_cheapest(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 3, price=lambda n: Decimal((30, 20, 100_000)[n]))
    filled(database, spool, evidence)
    found = rows(database, "SELECT * FROM cheapest LIMIT 10")
    assert [(row["offer_id"], row["price"], row["ratio"]) for row in found] == [
        ("shop/1", "20", "0.1471"), ("shop/0", "30", "0.2206"),
    ]  # fmt: skip
    assert len(found[0]) < 16


def test_a_post_without_a_title_shows_its_first_words(
    database: Database, spool: Path, evidence: Path
) -> None:
    def untitled(snapshot: str) -> list[Record]:
        said = shop_records(snapshot, 1)
        return [
            replace(one, title="", text="Plus 35元\n" + "x" * 200) if isinstance(one, ListingRecord) else one
            for one in said
        ]

    write_bundle(spool, run_record("r1", 0), untitled)
    filled(database, spool, evidence)
    assert [row["title"] for row in rows(database, "SELECT title FROM offers_now")] == ["Plus 35元"]


def test_each_offer_stands_once_after_its_worth_was_superseded(
    database: Database, spool: Path, evidence: Path
) -> None:
    write_bundle(
        spool, run_record("s1", 0, source="xinghai"), partial(station_records, groups={"vip": "0.45"})
    )
    filled(database, spool, evidence)
    shop(spool, "p1", 1, BIG)
    filled(database, spool, evidence)
    assert [row["ratio"] for row in rows(database, "SELECT ratio FROM offers_now WHERE kind = 'relay'")] == [
        "0.0185"
    ]


def model_records(snapshot: str, groups: dict[str, str], named: tuple[str, ...]) -> list[Record]:
    records = station_records(snapshot, groups)
    basis = (("model_ratio", "2.5"), ("basis", "group ratio 1"))
    listing = ListingRecord(
        key="model:opus",
        url="u",
        title="claude-opus-4-8",
        text="",
        seller_key="operator",
        groups=named,
        snapshot=snapshot,
    )
    records.append(listing)
    for direction, price in (("input", "5"), ("output", "25.1")):
        offer = Offer(
            kind="relay", provider="anthropic", product="claude-opus-4.8", price=Money(Decimal(price), SITE_CREDIT),
            per="1M_tokens", direction=direction, recharge=Decimal("7.3"), attributes=basis,
        )  # fmt: skip
        records.append(
            OfferRecord(key=f"opus/{direction}", listing_key=listing.key, offer=offer, snapshot=snapshot)
        )
    return records


def test_a_model_costs_its_base_price_times_each_open_group_exactly(
    database: Database, spool: Path, evidence: Path
) -> None:
    records = partial(
        model_records, groups={"vip": "0.45", "codex": "0.06"}, named=("vip", "codex", "hidden")
    )
    write_bundle(spool, run_record("s1", 0, source="xinghai"), records)
    filled(database, spool, evidence)
    with database.reading() as connection:
        own = {(one.row["group_name"], one.row["direction"]): one for one in read_model_prices(connection)}
    assert {key: one.site for key, one in own.items()} == {
        ("vip", "input"): Decimal("2.25"), ("vip", "output"): Decimal("11.295"),
        ("codex", "input"): Decimal("0.30"), ("codex", "output"): Decimal("1.506"),
    }  # fmt: skip
    assert own["vip", "output"].usd == Decimal("12.125515")
    assert own["vip", "output"].ratio == Decimal("0.4850"), "of 25 dollars"
    assert abs(own["vip", "output"].row["ratio_n"] - 0.485) < 1e-4
    shop(spool, "p1", 1, BIG)
    filled(database, spool, evidence)
    with database.reading() as connection:
        joined = {
            (one.row["group_name"], one.row["direction"]): one
            for one in read_model_prices(connection, "xinghai")
        }
        assert list(read_model_prices(connection, "pay")) == []
    assert joined["vip", "output"].usd == Decimal("0.465088")
    assert abs(joined["vip", "output"].row["price_n"] - 0.465088) < 1e-6


def test_what_is_not_on_public_sale_is_flagged_from_its_day_on(
    database: Database, spool: Path, evidence: Path
) -> None:
    def withdrawn(snapshot: str) -> list[Record]:
        records = model_records(snapshot, {"vip": "0.45"}, ("vip",))
        last = records[-1]
        assert isinstance(last, OfferRecord)
        return [*records[:-1], replace(last, offer=replace(last.offer, product="claude-mythos-5.2"))]

    query = "SELECT product, state, since_day FROM offers_not_on_sale"
    write_bundle(spool, run_record("s1", -24 * 200, source="xinghai"), withdrawn)
    filled(database, spool, evidence)
    assert rows(database, query) == []
    write_bundle(spool, run_record("s2", 0, source="xinghai"), withdrawn)
    filled(database, spool, evidence)
    assert [tuple(row.values()) for row in rows(database, query)] == [
        ("claude-mythos-5.2", "withdrawn", "2026-06-12")
    ]


def test_a_model_of_an_unknown_rate_has_a_site_price_alone(
    database: Database, spool: Path, evidence: Path
) -> None:
    records = partial(model_records, groups={"vip": "0.45"}, named=("vip",))
    write_bundle(spool, run_record("s1", -24 * 365 * 10, source="xinghai"), records)
    filled(database, spool, evidence)
    with database.reading() as connection:
        assert {one.usd for one in read_model_prices(connection)} == {None}


def test_a_price_change_names_both_numbers_and_both_proofs(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 2, body=b"one")
    shop_bundle(spool, "r2", 6, 2, body=b"two", price=lambda n: Decimal(15) if n == 0 else Decimal(31))
    shop_bundle(spool, "r3", 12, 2, body=b"three", price=lambda n: Decimal(18) if n == 0 else Decimal(31))
    filled(database, spool, evidence)
    found = rows(database, "SELECT * FROM price_changes ORDER BY changed_at")
    assert [(row["former_amount"], row["amount"], row["ratio"]) for row in found] == [
        ("30", "15", "0.1103"), ("15", "18", "0.1324")
    ]  # fmt: skip
    assert [round(row["change_percent_n"]) for row in found] == [-50, 20]
    assert found[0]["proof"] == found[1]["former_proof"] != found[0]["former_proof"]


def test_source_health_tells_the_last_run_from_the_last_good_one(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 4)
    shop_bundle(spool, "r2", 6, 3)
    shop_bundle(spool, "w", 12, 0, verdict="blocked", reason="challenge")
    shop_bundle(spool, "n", 12, 0, verdict="failed", source="never")
    load(database, spool, evidence)
    never, known = rows(database, "SELECT * FROM source_health ORDER BY source")
    assert (known["verdict"], known["reason"], known["good_run_id"]) == (
        "blocked",
        "challenge",
        "r2",
    )
    assert (known["offers_open"], known["offers_missing"], known["good_offers"]) == (4, 1, 3)
    assert (never["verdict"], never["good_run_id"], never["offers_open"]) == ("failed", None, 0)


def test_a_listings_history_is_its_life_in_order(database: Database, spool: Path, evidence: Path) -> None:
    shop_bundle(spool, "r1", 0, 4)
    shop_bundle(spool, "r2", 6, 3)
    shop_bundle(spool, "r3", 13, 3)
    shop_bundle(spool, "r4", 20, 4, price=lambda n: Decimal(9) if n == 3 else Decimal(30 + n))
    load(database, spool, evidence)
    query = "SELECT at, event, detail FROM listing_history WHERE listing_key = '3' ORDER BY at, event"
    assert [(row["at"][11:16], row["event"], row["detail"]) for row in rows(database, query)] == [
        ("07:59", "appeared", "r1"), ("07:59", "stated", "33 CNY"), ("07:59", "words", "Plus 成品号 3"),
        ("14:00", "gone", "r3"), ("03:59", "appeared", "r4"), ("03:59", "stated", "9 CNY"),
    ]  # fmt: skip


def test_shown_identifiers_and_linked_sellers_tell_who_and_why(database: Database) -> None:
    with database.writing() as connection:
        world = World(connection)
        world.observe(world.offer("shop", "a", title="Claude Pro"), "shop", "30")
        world.shows("shop", "telegram", "fastkeys", listing="a")
        world.shows("shop", "telegram", "fastkeys", listing="b")
        world.shows("other", "telegram", "fastkeys", role="promoter")
        world.knows("acc_1", ("telegram", "fastkeys"))
        world.link()
    shown = rows(database, "SELECT * FROM shown_identifiers ORDER BY source")
    assert [(row["source"], row["role"], row["listings"], row["sellers"]) for row in shown] == [
        ("other", "promoter", 0, 2), ("shop", "operator", 2, 2),
    ]  # fmt: skip
    (linked,) = rows(database, "SELECT * FROM linked_sellers")
    assert (linked["source"], linked["account_ref"], linked["campaign"]) == ("shop", "acc_1", None)
    assert (linked["status"], linked["account_class"], linked["offers"]) == ("active", "fraudulent", 1)
    assert linked["why"].startswith("the seller shows telegram fastkeys as their own contact")
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE claim SET status = 'retracted', reason = 'withdrawn'")
    assert rows(database, "SELECT why FROM linked_sellers") == [{"why": "withdrawn"}]


def test_views_are_made_after_those_that_they_read() -> None:
    names = list(view_queries())
    assert names.index("offers_now") < names.index("model_prices")
    assert len(view_statements("postgresql")) >= len(names) > 4
    assert list(attached_views()) == ["known_filed", "known_identifier", "to_search"]
    assert len(view_statements()) == len(names) - 2
    assert 0 < digest_of_views() < 2**31


@pytest.mark.parametrize("name", view_queries())
def test_every_view_is_documented(name: str) -> None:
    words = (Path(__file__).resolve().parents[2] / "docs" / "data-model.md").read_text("utf-8")
    assert f"- `{name}`: " in words


def test_every_table_is_documented_and_no_other() -> None:
    words = (Path(__file__).resolve().parents[2] / "docs" / "data-model.md").read_text("utf-8")
    assert set(re.findall(r"^- `(\w+)`: ", words, re.MULTILINE)) == TABLES.keys() | view_queries().keys()
