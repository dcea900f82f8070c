"""Campaigns with the source of every figure, enforcements, and what one did to a market that is known."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

import scheduler
from store.database import Database
from store.enforcement_effect import measure
from store.event_study import Series, study
from store.schema import TABLES
from tests.store.bundles import shop_bundle
from tests.store.loading import load

PUBLIC = Path(__file__).parents[2] / "store" / "campaigns" / "public.csv"


def ask(database: Database, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(scheduler.app, ["--database", database.url, *words])
    return done.exit_code, done.output or str(done.exception)


def test_the_public_campaigns_come_in_each_figure_with_its_source(database: Database) -> None:
    assert ask(database, "campaigns", "import", str(PUBLIC))[0] == 0
    assert "nothing changed" in ask(database, "campaigns", "import", str(PUBLIC))[1]
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM campaigns ORDER BY campaign").mappings().all()
        bare = connection.exec_driver_sql("SELECT count(*) FROM campaign_fact WHERE source = ''").scalar()
    said = {
        row["campaign"]: (
            row["exchanges_qualifier"],
            row["exchanges"],
            row["accounts_stated"],
            row["from_day"],
        )
        for row in rows
    }
    assert said == {
        "alibaba-qwen": ("", 28_800_000, 25_000, "2026-04-22"),
        "deepseek": ("over", 150_000, None, None),
        "minimax": ("over", 13_000_000, None, None),
        "moonshot": ("over", 3_400_000, None, None),
    }
    assert bare == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x,exchanges,many,,us", "no whole number"),
        ("x,colour,red,,us", "field is none of"),
        ("x,actor,us,,", "source of a figure"),
        ("x,actor,us,maybe,us", "qualifier is none"),
        ("x,from_day,spring,,us", "is no moment"),
    ],
)
def test_a_line_that_means_nothing_is_kept_out(
    database: Database, tmp_path: Path, line: str, said: str
) -> None:
    path = tmp_path / "c.csv"
    path.write_text(f"campaign,field,value,qualifier,source\n{line}\n", "utf-8")
    code, output = ask(database, "campaigns", "import", str(path))
    assert (code, said in output) == (1, True)


WAVES = "at,scope,provider,plan,accounts,source\n2026-11-09,bans,openai,chatgpt-plus,1200,our own\n"


def wave(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "waves.csv"
    path.write_text(WAVES, "utf-8")
    assert ask(database, "enforcement", "import", str(path))[0] == 0


def test_an_enforcement_is_corrected_not_doubled(database: Database, tmp_path: Path) -> None:
    wave(database, tmp_path)
    path = tmp_path / "again.csv"
    path.write_text(WAVES.replace("1200", "1300"), "utf-8")
    ask(database, "enforcement", "import", str(path))
    with database.reading() as connection:
        rows = connection.execute(select(TABLES["enforcement"])).all()
    assert [(row.plan, row.accounts) for row in rows] == [("chatgpt-plus", 1300)]


def as_before(number: int) -> Decimal:
    return Decimal(30 + number)


def dearer(number: int) -> Decimal:
    return Decimal(30 + number) * 2


def test_what_a_wave_did_is_measured_against_the_untouched(
    database: Database, spool: Path, evidence: Path, tmp_path: Path
) -> None:
    from store.valuation import save_valuations

    for number in range(3):
        for source, rise in ((f"plus{number}", 2), (f"claude{number}", 1)):
            shop_bundle(spool, f"{source}-1", 0, 2, source=source, body=source.encode())
            later = f"{source} later".encode()
            price = dearer if rise == 2 else as_before
            shop_bundle(spool, f"{source}-2", 9 * 24, 2, source=source, body=later, price=price)
    load(database, spool, evidence)
    with database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE offer SET provider = 'anthropic', product = 'claude-pro' WHERE key LIKE 'claude%%'"
            if database.path is None
            else "UPDATE offer SET provider = 'anthropic', product = 'claude-pro' WHERE key LIKE 'claude%'"
        )
    save_valuations(database)
    wave(database, tmp_path)
    with database.reading() as connection:
        [row] = connection.execute(select(TABLES["enforcement"])).all()
        ratio, stock, notices = measure(connection, row)
    assert (ratio.touched, ratio.untouched) == (6, 6)
    assert ratio.effect == pytest.approx(1.0, abs=0.01)
    low, high = ratio.low, ratio.high
    assert low is not None
    assert high is not None
    assert ratio.effect is not None
    assert low <= ratio.effect <= high
    assert stock.effect == 0
    assert notices.effect == 0
    code, said = ask(database, "enforcement", "effect")
    assert (code, "ratio: +100.0%" in said) == (0, True)
    check_cluster(database)


def check_cluster(database: Database) -> None:
    """Two of the three touched shops, joined, are measured alone."""
    sellers = "SELECT id FROM seller WHERE source IN ('plus0', 'plus1')"
    with database.writing() as connection:
        connection.exec_driver_sql(f"INSERT INTO seller_cluster (seller_id, cluster) SELECT id, 'clu_ab' FROM seller WHERE id IN ({sellers})")  # fmt: skip
    code, said = ask(database, "enforcement", "effect", "--cluster", "clu_ab")
    assert (code, "ratio: +100.0% (4 touched, 6 untouched); fewer than 3 sources on a side" in said) == (
        0,
        True,
    )
    code, said = ask(database, "enforcement", "effect", "--cluster", "clu_c")
    assert (code, "there is no cluster clu_c" in said) == (1, True)


def test_no_control_is_said_and_not_made_up() -> None:
    days = dict.fromkeys(range(-7, 15), 1.0)
    found = study("ratio", [Series("a", touched=True, values=days)])
    assert (found.effect, found.why) == (None, "nothing untouched stood on both sides of it")
    few = study("ratio", [Series("a", touched=True, values=days), Series("b", touched=False, values=days)])
    assert (few.effect, few.low) == (0.0, None)


def test_the_interval_holds_what_is_true_and_is_the_same_each_time() -> None:
    import random

    chance = random.Random(1)
    held = 0
    for _ in range(40):
        series = [
            Series(f"{side}{number}", side, dict.fromkeys(range(-7, 0), 1.0) | dict.fromkeys(range(15), 1.0 + (0.3 if side else 0.0) + shift))
            for side in (True, False)
            for number in range(12)
            for shift in [chance.gauss(0, 0.1)]
        ]  # fmt: skip
        found = study("ratio", series)
        assert found == study("ratio", series)
        held += (found.low or 0) <= 0.3 <= (found.high or 0)
    assert held >= 33
