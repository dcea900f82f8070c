"""The weekly page: what it counts, as of when, and that it stays what it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert, select
from typer.testing import CliRunner

import scheduler
from store.database import Database
from store.schema import TABLES
from store.weekly.figures import Stock, Wave, find_figures
from store.weekly.keep import report_of
from store.weekly.page import page_of
from store.weekly.span import week_named
from tests.store.known_world import World

WEEK = week_named("2026-W18")
"""27 April to 3 May; the world's clock starts on 1 May."""
NEXT = week_named("2026-W19")
AFTER = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def filled(database: Database) -> Database:
    with database.writing() as connection:
        world = World(connection)
        rate = TABLES["rate"]
        connection.execute(
            insert(rate).values(currency="CNY", day=world.now.date(), per_usd=Decimal(7), source="test")
        )
        for number, (amount, ratio) in enumerate((("35", "0.25"), ("42", "0.3"), ("70", "0.5"))):
            offer = world.offer(f"shop{number}", "a", title="Claude Pro, one supplier's words")
            world.value(world.observe(offer, f"shop{number}", amount), ratio)
            connection.execute(
                insert(TABLES["stock"]).values(offer_id=offer, seen_at=world.now, amount=10 + number)
            )
        world.shows("shop0", "telegram", "fastkeys_kf")
        world.knows("acc_1", ("telegram", "fastkeys_kf"))
        world.link()
        world.tick(24 * 5)
        world.end(1)
        world.withdraws("acc_1")
        world.link()
    return database


def figures(database: Database, week: Any = WEEK) -> Any:  # noqa: ANN401 - shorter tests
    with database.reading() as connection:
        return find_figures(connection, week)


def test_a_week_is_counted_as_it_stood_at_its_end(filled: Database) -> None:
    one, two = figures(filled), figures(filled, NEXT)
    assert (one.offers, one.offers_before, one.came, one.went) == (3, 0, 3, 0)
    assert (two.offers, two.offers_before, two.came, two.went) == (2, 3, 0, 1)
    assert (one.median, one.median_before, two.median, two.median_before) == ("0.3", None, "0.4", "0.3")
    assert [(row.product, row.offers, row.ratio, row.lowest) for row in one.products] == [
        ("claude-pro", 3, "0.3", "0.25")
    ]
    assert two.products == ()  # two offers are too few for a median of the product
    assert (one.claims_active, one.claims_new, one.claims_retracted) == (1, 1, 0)
    assert (two.claims_active, two.claims_new, two.claims_retracted) == (0, 0, 1)


def test_what_people_said_and_did_is_counted_up_to_the_end(filled: Database) -> None:
    with filled.writing() as connection:
        import_id = connection.execute(select(TABLES["import_batch"].c.id).limit(1)).scalar_one()
        claim = connection.execute(select(TABLES["claim"])).one()
        for hours, who, says in ((0, "lin", "confirm"), (1, "osei", "confirm"), (24 * 7, "fern", "reject")):
            row = {
                "about": "pair",
                "key": claim.link_id,
                "says": says,
                "who": who,
                "why": "looked",
                "blind": False,
            }
            at = WEEK.start + timedelta(days=4, hours=hours)
            connection.execute(insert(TABLES["judgement"]).values(**row, at=at))
        for hours, action, outcome in (
            (0, "banned", "done"),
            (1, "notified", "done"),
            (24 * 7, "banned", "overturned"),
        ):
            at = WEEK.start + timedelta(days=5, hours=hours)
            row = {"claim_id": claim.id, "action": action, "outcome": outcome, "import_id": import_id}
            connection.execute(insert(TABLES["outcome"]).values(**row, at=at))
    one, two = figures(filled), figures(filled, NEXT)
    assert (one.confirmed, two.confirmed) == (1, 0)
    assert (one.actions, one.overturned, one.judged) == ((("banned", 1), ("notified", 1)), 0, 2)
    assert (two.actions, two.overturned, two.judged) == ((), 1, 2)
    assert "Overturned 1 of 2 with an outcome to date (50 %)." in page_of(two)


def test_who_becomes_unsure_confirms_no_more(filled: Database) -> None:
    with filled.writing() as connection:
        link_id = connection.execute(select(TABLES["claim"].c.link_id)).scalar_one()
        for hours, who, says in ((0, "lin", "confirm"), (1, "osei", "confirm"), (24 * 4, "osei", "unsure")):
            row = {"about": "pair", "key": link_id, "says": says, "who": who, "why": "looked", "blind": False}
            at = WEEK.start + timedelta(days=4, hours=hours)
            connection.execute(insert(TABLES["judgement"]).values(**row, at=at))
    assert (figures(filled).confirmed, figures(filled, NEXT).confirmed) == (1, 0)


def test_goods_of_one_text_count_once_and_cost_what_is_asked_less_up_to_all(filled: Database) -> None:
    [stock] = figures(filled).stock
    # each is $20 at the list price and $10 at the dearest; one supplier has at most 12, three shops state 10 + 11 + 12
    assert stock == Stock("anthropic", low_usd="120", high_usd="240", stated_usd="660", goods=1)


def test_what_costs_more_than_the_list_price_costs_the_provider_nothing_at_the_least(
    database: Database,
) -> None:
    with database.writing() as connection:
        world = World(connection)
        rate = {"currency": "CNY", "day": world.now.date(), "per_usd": Decimal(7), "source": "test"}
        connection.execute(insert(TABLES["rate"]).values(**rate))
        offer = world.offer("shop", "a")
        world.value(world.observe(offer, "shop", "168"), "1.2")
        connection.execute(insert(TABLES["stock"]).values(offer_id=offer, seen_at=world.now, amount=3))
    assert figures(database).stock == (Stock("anthropic", "0", "60", "60", 1),)


def test_a_week_before_anything_was_read_is_told_as_one(filled: Database) -> None:
    before = figures(filled, week_named("2026-W10"))
    assert (before.sources, before.fresh, before.known_hosts) == (0, 0, 0)
    page = page_of(before)
    assert "- Nothing was read: what follows stands as it stood before.\n" in page
    assert "- Median price: unknown, no offer has a share of a list price, unknown the week before.\n" in page
    assert "none. No outcome is known to date.\n" in page
    assert "Nothing was read" not in page_of(replace(before, fresh=1))


def test_a_page_of_a_week_that_is_over_is_kept(sqlite_database: Database) -> None:
    with sqlite_database.writing() as connection:
        world = World(connection)
        world.value(world.observe(world.offer("shop", "a"), "shop", "35"), "0.25")
    first = report_of(sqlite_database.url, WEEK, AFTER)
    with sqlite_database.writing() as connection:
        connection.exec_driver_sql("UPDATE presence SET from_at = '2026-05-30T00:00:00.000000Z'")
    assert report_of(sqlite_database.url, WEEK, AFTER + timedelta(days=99)) == first
    assert json.loads(first.figures)["offers"] == 1


def test_a_page_of_a_week_that_runs_says_so_and_is_not_kept(sqlite_database: Database) -> None:
    during = WEEK.start + timedelta(days=5)
    assert "so far" in report_of(sqlite_database.url, WEEK, during).page
    with sqlite_database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM week_report").scalar() == 0


def test_equal_figures_give_equal_bytes(filled: Database) -> None:
    assert page_of(figures(filled)) == page_of(figures(filled))
    assert "| claude-pro | 3 | 30 % | unknown | 25 % |" in page_of(figures(filled))
    assert "- anthropic: $120 to $240 in 1 good; $660 as every shop states it.\n" in page_of(figures(filled))


def test_several_providers_are_summed(filled: Database) -> None:
    [stock] = figures(filled).stock
    assert "- All:" not in page_of(figures(filled))
    both = replace(figures(filled), stock=(stock, replace(stock, provider="openai")))
    assert "- All: $240 to $480.\n" in page_of(both)


def test_a_wave_is_told_with_its_interval_or_why_there_is_none(filled: Database) -> None:
    waves = (
        Wave("2026-05-01", "openai", "bans", "ratio", "0.4", "0.31", "0.52", ""),
        Wave("2026-05-01", "openai", "bans", "stock", None, None, None, "nothing untouched stood on both sides of it"),
        Wave("2026-05-01", "openai", "bans", "ban notices", "-0.5", None, None, "too few"),
    )  # fmt: skip
    page = page_of(replace(figures(filled), waves=waves))
    assert "- 2026-05-01, openai, bans: ratio +40.0 % (+31.0 % to +52.0 %)\n" in page
    assert "stock unknown: nothing untouched stood" in page
    assert "ban notices -0.5 a source and day: too few" in page


@pytest.mark.parametrize("name", ["2026-W54", "2026-40", "W40", "", "9999-W99", "2099-W01"])
def test_what_is_no_week_is_told(sqlite_database: Database, name: str) -> None:
    done = CliRunner().invoke(
        scheduler.app, ["--database", sqlite_database.url, "report", "--week", name or "x"]
    )
    assert done.exit_code == 1
    assert "name one" in str(done.exception)


def test_the_command_gives_the_last_whole_week(sqlite_database: Database) -> None:
    shared = ["--database", sqlite_database.url]
    page = CliRunner().invoke(scheduler.app, [*shared, "report"])
    assert page.output.startswith("# Resale of AI access, week 2")
    again = CliRunner().invoke(scheduler.app, [*shared, "--json", "report"])
    assert json.loads(again.output)["offers"] == 0
