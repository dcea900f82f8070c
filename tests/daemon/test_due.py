from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.daemon.batches import BATCH_SIZE, batches_of, hard_timeout
from crawlers.daemon.due import JITTER_SECONDS, cron_fault, is_due, trigger_of
from crawlers.source import Source

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def source(
    name: str = "a", *, host: str = "a.example", browser: bool = False, schedule: str = "0 * * * *"
) -> Source:
    return Source(
        name=name, platform="generic", start=[f"https://{host}/"], browser=browser, schedule=schedule
    )


@pytest.mark.parametrize(
    ("last_run", "due"),
    [
        (None, True),
        (NOW - timedelta(minutes=1), True),
        (NOW - timedelta(days=9), True),
        (NOW, False),
        (NOW + timedelta(minutes=5), False),
    ],
)
def test_a_source_is_due_when_its_cron_line_fired_since_the_last_run(
    last_run: datetime | None, due: bool
) -> None:
    assert is_due(source(), last_run, NOW) is due


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("often", r"'often' is no cron line .* such as '23 \*/6"),
        ("0 0 * *", "got 4, expected 5"),
        ("61 * * * *", "no cron line"),
        ("0 0 * * 8", "no cron line"),
        ("", "no cron line"),
        ("0 0 31 2 *", "never comes"),
    ],
)
def test_a_broken_cron_line_is_said_with_the_form(line: str, said: str) -> None:
    assert re.search(said, cron_fault(line) or "")


@pytest.mark.parametrize(
    ("weekday", "days"),
    [
        ("0", "Sun"), ("7", "Sun"), ("1", "Mon"), ("SUN", "Sun"), ("1-5", "Mon Tue Wed Thu Fri"), ("0,3", "Wed Sun"),
        ("6-1", "Mon Sat Sun"), ("5-7", "Fri Sat Sun"), ("fri-sun", "Fri Sat Sun"), ("*", "Mon Tue Wed Thu Fri Sat Sun"),
    ],
)  # fmt: skip
def test_weekdays_are_those_of_cron(weekday: str, days: str) -> None:
    """APScheduler's own numbers begin with Monday."""
    line = f"0 12 * * {weekday}"
    assert cron_fault(line) is None
    monday = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
    week = [monday + timedelta(days=day) for day in range(7)]
    fired = [day for day in week if is_due(source(schedule=line), day - timedelta(hours=2), day)]
    assert [f"{day:%a}" for day in fired] == days.split()


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), unique_by=lambda pair: pair[0], max_size=60))
def test_every_due_source_is_in_one_batch_and_no_batch_has_two_of_a_host(
    pairs: list[tuple[int, bool]],
) -> None:
    sources = [source(f"s{n}", host=f"h{n % 7}.example", browser=browser) for n, browser in pairs]
    batches = batches_of(sources)
    assert sorted(one.name for batch in batches for one in batch) == sorted(one.name for one in sources)
    for batch in batches:
        assert len(batch) <= BATCH_SIZE
        assert len({one.host for one in batch}) == len(batch)
        assert len({one.browser for one in batch}) == 1


def test_a_batch_is_killed_after_its_slowest_source_and_some_grace() -> None:
    slow = source("b").model_copy(update={"timeout_seconds": 1200})
    assert hard_timeout([source("a"), slow], grace=10) == 1210


def test_crowds_are_spread_by_jitter() -> None:
    assert trigger_of(source()).jitter == JITTER_SECONDS
