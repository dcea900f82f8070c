"""Cohorts: lifts where the counts allow one, corrected for their number; nothing under 20 comes in or goes out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.cli_cohorts import line_of
from crawlers.cohorts import read_cohorts
from crawlers.lists import open_list
from store.cohorts import find_cohorts
from store.known_records import Rejected
from store.save_cohorts import CohortLine, save_cohorts
from tests.store.known_world import ORIGIN, World, open_world

HEAD = "provider,day,plan,country,channel,mail_class,sign_ups,banned\n"
PLAIN = "anthropic,2026-04-02,claude-pro,US,web,gmail,1000,10\n"
MAY = "anthropic,2026-05-03,claude-pro,TR,web,outlook,200,40\n"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Batches on sale need the views, which a database made by migrations has."""
    made = open_world()
    from store.views import view_statements

    for statement in view_statements():
        made.connection.exec_driver_sql(statement)
    return made


def sells(world: World, key: str, **stated: str) -> None:
    offer = world.offer("shop", key)
    world.observe(offer, "shop", "1", attributes=json.dumps(stated))


def takes(world: World, tmp_path: Path, *lines: str) -> list[str]:
    path = tmp_path / "signups.csv"
    path.write_text(HEAD + "".join(lines))
    report = save_cohorts(world.connection, read_cohorts(open_list(path)), ORIGIN, world.tick())
    return [one.why for one in report.rejected]


def test_a_batch_has_a_lift_with_interval_and_base_rate(world: World, tmp_path: Path) -> None:
    sells(world, "a", batch="2026-05", mail_class="outlook", region="TR")
    assert takes(world, tmp_path, PLAIN, MAY) == []
    (one,) = find_cohorts(world.connection)
    assert (one.sign_ups, one.offers, one.sellers, one.comparisons, one.why) == (200, 1, 1, 1, "")
    assert (one.rate, one.base) == (0.2, 0.01)
    assert one.lift == pytest.approx(20)
    # Katz: exp(ln 20 ± 1.96 sqrt(1/40 - 1/200 + 1/10 - 1/1000))
    assert one.low == pytest.approx(10.17, abs=0.01)
    assert one.high == pytest.approx(39.32, abs=0.01)


def test_more_comparisons_widen_every_interval(world: World, tmp_path: Path) -> None:
    sells(world, "a", batch="2026-05")
    takes(world, tmp_path, PLAIN, MAY)
    (alone,) = find_cohorts(world.connection)
    sells(world, "b", region="TR")
    sells(world, "c", mail_class="gmail")
    found = find_cohorts(world.connection)
    (again,) = [one for one in found if one.batch]
    assert {one.comparisons for one in found} == {3}
    assert alone.low and again.low and alone.high and again.high  # noqa: PT018
    assert again.low < alone.low < alone.high < again.high
    assert again.lift == alone.lift


@pytest.mark.parametrize(
    ("stated", "lines", "why"),
    [
        ({"batch": "2026-05"}, (), "no sign-ups are known"),
        ({"batch": "month-old"}, (PLAIN, MAY), "names no month"),
        ({"batch": "2026-01"}, (PLAIN, MAY), "nobody signed up so"),
        ({"region": "TR"}, (PLAIN.replace(",US", ","),), "not told by country"),
        ({"batch": "2026"}, (PLAIN, MAY), "all signed up so"),
        ({"batch": "2026-05"}, (PLAIN.replace(",10\n", ",0\n"), MAY), "none of the others"),
    ],
)
def test_where_the_counts_allow_none_no_lift_is_computed(
    world: World, tmp_path: Path, stated: dict[str, str], lines: tuple[str, ...], why: str
) -> None:
    sells(world, "a", **stated)
    takes(world, tmp_path, *lines)
    (one,) = find_cohorts(world.connection)
    assert one.lift is one.low is one.high is one.p is None
    assert why in one.why


def test_a_month_without_a_year_is_the_last_one(world: World, tmp_path: Path) -> None:
    sells(world, "a", batch="--05")
    takes(world, tmp_path, PLAIN, MAY, MAY.replace("2026", "2025").replace("200,40", "300,3"))
    (one,) = find_cohorts(world.connection)
    assert one.sign_ups == 200


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (MAY.replace("200,40", "19,1"), "fewer than 20"),
        (MAY.replace("200,40", "20,21"), "more were banned"),
        (MAY.replace("200,40", "200,"), "banned is no whole number"),
        (MAY.replace("200,40", "²00,1"), "sign_ups is no whole number"),
        (MAY.replace("TR", "Turkey"), "not two letters"),
        (MAY.replace("outlook", "=cmd"), "mail_class is no short word"),
        (MAY.replace("2026-05-03", "May"), "no ISO 8601 day"),
        (MAY.replace("anthropic", ""), "no short name"),
    ],
)
def test_a_bad_cell_is_kept_out(world: World, tmp_path: Path, line: str, why: str) -> None:
    (told,) = takes(world, tmp_path, line)
    assert why in told
    assert world.rows("SELECT count(*) FROM cohort_count") == [(0,)]


def test_a_later_list_corrects_a_cell_and_the_same_again_changes_nothing(
    world: World, tmp_path: Path
) -> None:
    for banned in ("40", "40", "44"):
        takes(world, tmp_path, MAY.replace(",40\n", f",{banned}\n"))
    assert world.rows("SELECT sign_ups, banned FROM cohort_count") == [(200, 44)]
    assert world.rows("SELECT changed FROM import_batch ORDER BY id") == [(1,), (0,), (1,)]


def test_a_batch_is_told_in_words(world: World, tmp_path: Path) -> None:
    sells(world, "a", batch="--05")
    takes(world, tmp_path, PLAIN, MAY.replace(",200,40", ",9000000,9000000"))
    (one,) = find_cohorts(world.connection)
    assert line_of(one).startswith(
        "anthropic claude-pro month 05 (1 offer of 1 seller): 100.00% of 9000000 banned"
    )
    assert line_of(one).endswith(", p below 1e-300 of 1 comparison")
    assert line_of(replace(one, lift=None, why="of no counts")).endswith(
        "(1 offer of 1 seller): no lift, of no counts"
    )


def test_a_list_that_tells_a_cell_twice_is_believed_once(world: World, tmp_path: Path) -> None:
    for _ in range(2):
        (told,) = takes(world, tmp_path, MAY, MAY, MAY.replace(",200,", ",201,"))
        assert told == "line 2 tells this cell otherwise (200 sign-ups, 40 banned): keep one of the two"
    assert world.rows("SELECT sign_ups, banned FROM cohort_count") == [(200, 40)]
    assert world.rows("SELECT changed FROM import_batch ORDER BY id") == [(1,), (0,)]


def test_a_cell_is_read_in_one_form(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(HEAD + MAY.replace("TR", "tr").replace("outlook", "Outlook"))
    (one,) = list(read_cohorts(open_list(tmp_path / "a.csv")))
    assert not isinstance(one, Rejected)
    assert isinstance(one, CohortLine)
    assert (one.country, one.mail_class) == ("TR", "outlook")
