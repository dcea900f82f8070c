"""Valuations: exact, append-only, against the day's book; a relay takes the money price of the shop it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from store.database import Database
from store.joins import Pack, choose_packs, source_at
from store.records import SITE_CREDIT, Money, Offer
from store.run_records import FactRecord, HintRecord, ListingRecord, OfferRecord, Record
from store.schema import TABLES
from store.valuation import ValuationReport, save_valuations
from tests.store.bundles import run_record, shop_bundle, write_bundle
from tests.store.loading import load

SHOP = "https://pay.example/"


def current(database: Database, source: str | None = None) -> list[tuple[Any, ...]]:
    valuation, observation = TABLES["valuation"], TABLES["observation"]
    offer, listing = TABLES["offer"], TABLES["listing"]
    query = (
        select(offer.c.label, valuation.c.ratio, valuation.c.path, valuation.c.joined_observation_id)
        .join(observation, observation.c.id == valuation.c.observation_id)
        .join(offer, offer.c.id == observation.c.offer_id)
        .join(listing, listing.c.id == offer.c.listing_id)
        .where(valuation.c.superseded_by.is_(None))
        .order_by(offer.c.key, observation.c.observed_at)
    )
    if source is not None:
        query = query.where(listing.c.source == source)
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(query)]


def all_rows(database: Database) -> list[dict[str, Any]]:
    with database.reading() as connection:
        query = select(TABLES["valuation"]).order_by(TABLES["valuation"].c.id)
        return [row._asdict() for row in connection.execute(query)]


def station_records(
    snapshot: str, groups: dict[str, str], link: str = SHOP, name: str = "星海API"
) -> list[Record]:
    records: list[Record] = [
        FactRecord(name="system_name", value=name, snapshot=snapshot),
        FactRecord(name="recharge", value="7.3", snapshot=snapshot),
    ]
    if link:
        records.append(HintRecord(url=link, why="top_up_link", snapshot=snapshot))
    for group, ratio in groups.items():
        listing = ListingRecord(
            key=f"group:{group}", url="https://x.example/pricing", title=group, text="", seller_key="operator",
            groups=(group,), snapshot=snapshot,
        )  # fmt: skip
        offer = Offer(kind="relay", group=Decimal(ratio), recharge=Decimal("7.3"), label=group)
        records += [
            listing,
            OfferRecord(key=f"{name}/{group}", listing_key=listing.key, offer=offer, snapshot=snapshot),
        ]
    return records


def pack_records(snapshot: str, packs: Sequence[tuple[str, str, str, int | None]]) -> list[Record]:
    records: list[Record] = []
    for number, (title, price, face, stock) in enumerate(packs):
        listing = ListingRecord(
            key=str(number),
            url=f"{SHOP}item/{number}",
            title=title,
            text="",
            seller_key="operator",
            snapshot=snapshot,
        )
        offer = Offer(
            kind="credit", price=Money(Decimal(price), "CNY"), per="pack", stock=stock,
            face_value=Money(Decimal(face), "USD"),
        )  # fmt: skip
        records += [
            listing,
            OfferRecord(key=f"pay/{title}", listing_key=str(number), offer=offer, snapshot=snapshot),
        ]
    return records


def station(spool: Path, run_id: str, hours: float, source: str = "xinghai", **told: Any) -> None:  # noqa: ANN401
    groups = told.pop("groups", {"vip": "0.45"})
    run = run_record(run_id, hours, source=source, platform="new-api")
    write_bundle(spool, run, partial(station_records, groups=groups, **told))


def shop(spool: Path, run_id: str, hours: float, *packs: tuple[str, str, str, int | None]) -> None:
    run = replace(run_record(run_id, hours, source="pay"), source_url=SHOP)
    write_bundle(spool, run, partial(pack_records, packs=packs), b"<html>packs")


BIG = ("星海API 1000刀额度", "280", "1000", 5)
SMALL = ("星海API 10刀额度", "3.5", "10", 5)


def test_every_new_observation_gets_one_row_and_a_second_pass_none(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 3)
    load(database, spool, evidence)
    assert save_valuations(database) == ValuationReport(3, 0)
    assert save_valuations(database) == ValuationReport(0, 0)
    assert [row["ratio"] for row in all_rows(database)] == [
        Decimal("0.2206"),
        Decimal("0.2279"),
        Decimal("0.2353"),
    ]
    assert current(database)[0][2] == "30 CNY / 6.8 CNY a USD for 20 USD a month"


ORDER = """
SELECT offer.key, offer.worth_n, valuation.ratio_n FROM offer
JOIN observation ON observation.id = (SELECT latest.id FROM observation AS latest WHERE latest.offer_id = offer.id
    ORDER BY latest.observed_at DESC LIMIT 1)
JOIN valuation ON valuation.observation_id = observation.id AND valuation.superseded_by IS NULL
"""


def assert_ordered(database: Database) -> None:
    """Law: an offer sorts by what its last observation is worth now."""
    with database.reading() as connection:
        rows = connection.exec_driver_sql(ORDER).all()
    assert rows
    assert [(key, worth) for key, worth, _ in rows] == [(key, ratio) for key, _, ratio in rows]


def test_offers_sort_by_what_they_last_stated_whatever_came_in_when(
    database: Database, spool: Path, evidence: Path
) -> None:
    shop_bundle(spool, "r1", 0, 3)
    load(database, spool, evidence)
    save_valuations(database)
    assert_ordered(database)
    shop_bundle(spool, "r3", 13, 3, price=lambda n: Decimal(20 + n), body=b"<html>later")
    load(database, spool, evidence)
    save_valuations(database)
    shop_bundle(spool, "r2", 6, 3, price=lambda n: Decimal(60 + n), body=b"<html>came in late")
    load(database, spool, evidence)
    save_valuations(database)
    assert_ordered(database)
    station(spool, "s1", 14, groups={"vip": "0.45"})
    load(database, spool, evidence)
    save_valuations(database)
    shop(spool, "p1", 15, BIG)
    load(database, spool, evidence)
    assert save_valuations(database).superseded == 1
    assert_ordered(database)


def test_a_station_without_a_shop_is_worth_what_it_says_itself(
    database: Database, spool: Path, evidence: Path
) -> None:
    station(spool, "s1", 0, link="")
    load(database, spool, evidence)
    save_valuations(database)
    assert current(database) == [
        ("vip", Decimal("0.4831"), "7.3 CNY a site dollar x 0.45 / 6.8 CNY a USD", None)
    ]
    assert all_rows(database)[0]["fact_id"] is not None


def test_a_station_takes_the_cheapest_money_of_its_shop(
    database: Database, spool: Path, evidence: Path
) -> None:
    station(spool, "s1", 0, groups={"vip": "0.45", "codex": "0.06"})
    shop(spool, "p1", 1, SMALL, BIG, ("星海API 9999刀", "1", "9999", 0))
    load(database, spool, evidence)
    assert save_valuations(database) == ValuationReport(5, 0)
    (codex, vip) = current(database, "xinghai")
    assert codex[1] == Decimal("0.0025")
    assert vip[1:3] == (Decimal("0.0185"), "0.28 CNY a site dollar (its shop) x 0.45 / 6.8 CNY a USD")
    with database.reading() as connection:
        observation = TABLES["observation"]
        joined = connection.execute(select(observation.c.amount).where(observation.c.id == vip[3])).scalar()
    assert joined == Decimal(280)


def test_another_money_price_supersedes_and_keeps_the_former_row(
    database: Database, spool: Path, evidence: Path
) -> None:
    station(spool, "s1", 0)
    load(database, spool, evidence)
    save_valuations(database)
    shop(spool, "p1", 1, BIG)
    load(database, spool, evidence)
    assert save_valuations(database) == ValuationReport(1, 1)
    shop(spool, "p2", 7, (BIG[0], "560", "1000", 5))
    load(database, spool, evidence)
    assert save_valuations(database) == ValuationReport(1, 1)
    assert save_valuations(database) == ValuationReport(0, 0)
    rows = [row for row in all_rows(database) if row["observation_id"] == 1]
    assert [row["ratio"] for row in rows] == [Decimal("0.4831"), Decimal("0.0185"), Decimal("0.0371")]
    assert [row["superseded_by"] for row in rows] == [rows[1]["id"], rows[2]["id"], None]


def test_a_shop_that_closes_leaves_the_stations_own_word(
    database: Database, spool: Path, evidence: Path
) -> None:
    station(spool, "s1", 0)
    shop(spool, "p1", 0.5, SMALL, BIG, ("星海API 20刀", "9", "20", 1))
    for number in (1, 2, 3):
        shop(spool, f"q{number}", 7 * number)
    load(database, spool, evidence)
    save_valuations(database)
    assert current(database, "xinghai")[0][1] == Decimal("0.4831")


def test_token_prices_of_a_station_have_no_ratio_but_know_their_money(
    database: Database, spool: Path, evidence: Path
) -> None:
    def records(snapshot: str) -> list[Record]:
        price = Money(Decimal(5), SITE_CREDIT)
        offer = Offer(
            kind="relay", product="claude-opus-4.8", price=price, per="1M_tokens", direction="input"
        )
        listing = ListingRecord(
            key="m", url="u", title="m", text="", seller_key="operator", snapshot=snapshot
        )
        return [
            *station_records(snapshot, {}),
            listing,
            OfferRecord(key="m", listing_key="m", offer=offer, snapshot=snapshot),
        ]

    write_bundle(spool, run_record("s1", 0, source="xinghai"), records)
    shop(spool, "p1", 1, BIG)
    load(database, spool, evidence)
    save_valuations(database)
    ((_, ratio, _, joined),) = current(database, "xinghai")
    assert ratio is None
    assert joined is not None


def pack(number: int, words: str, cost: str = "1", provider: str | None = None) -> Pack:
    return Pack(number, "pay", f"{SHOP}item/{number}", words, provider, Decimal(cost), "CNY", Decimal(cost))


@pytest.mark.parametrize(
    ("packs", "url", "names", "alone", "chosen"),
    [
        ([pack(1, "星海api 10刀"), pack(2, "云帆 10刀")], SHOP, {"星海API"}, True, [1]),
        ([pack(1, "星海api 10刀"), pack(2, "云帆 10刀")], f"{SHOP}item/2", {"星海API"}, True, [2]),
        ([pack(1, "10刀"), pack(2, "openai 5$", provider="openai")], SHOP, {"星海API"}, True, [1]),
        ([pack(1, "10刀")], SHOP, {"星海API"}, False, []),
        ([pack(1, "10刀")], SHOP, {""}, True, [1]),
        ([], SHOP, {"星海API"}, True, []),
    ],
)
def test_which_packs_are_the_stations_own(
    packs: list[Pack], url: str, names: set[str], alone: bool, chosen: list[int]
) -> None:
    assert [one.observation_id for one in choose_packs(packs, url, names, alone=alone)] == chosen


def test_two_stations_that_lead_to_one_shop_take_only_packs_that_name_them(
    database: Database, spool: Path, evidence: Path
) -> None:
    station(spool, "s1", 0)
    station(spool, "s2", 0, source="yunfan", name="云帆中转")
    shop(spool, "p1", 1, BIG, ("通用 100刀", "1", "100", 5))
    load(database, spool, evidence)
    save_valuations(database)
    assert current(database, "xinghai")[0][1] == Decimal("0.0185")
    assert current(database, "yunfan")[0][1] == Decimal("0.4831")


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://pay.example/cat/1", "root"),
        ("https://PAY.example", "root"),
        ("https://pay.example:8443/", None),
        ("https://mall.example/shop/AB/x", "ab"),
        ("https://mall.example/shop/ABC", None),
        ("https://mall.example/", None),
        ("not a link", None),
    ],
)
def test_where_a_link_leads(url: str, found: str | None) -> None:
    addresses = {"root": "https://pay.example/", "ab": "https://mall.example/shop/AB", "odd": ""}
    assert source_at(url, addresses) == found
