from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.daemon.batches import BATCH_SIZE, batches_of, hard_timeout, host_of
from crawlers.daemon.due import JITTER_SECONDS, is_due, trigger_of
from crawlers.source import Source, SourceError

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


def test_a_broken_cron_line_names_the_source_and_the_form() -> None:
    with pytest.raises(SourceError, match=r"shop: schedule 'often' is no cron line .* such as '23 \*/6"):
        is_due(source("shop", schedule="often"), NOW, NOW)


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), unique_by=lambda pair: pair[0], max_size=60))
def test_every_due_source_is_in_one_batch_and_no_batch_has_two_of_a_host(
    pairs: list[tuple[int, bool]],
) -> None:
    sources = [source(f"s{n}", host=f"h{n % 7}.example", browser=browser) for n, browser in pairs]
    batches = batches_of(sources)
    assert sorted(one.name for batch in batches for one in batch) == sorted(one.name for one in sources)
    for batch in batches:
        assert len(batch) <= BATCH_SIZE
        assert len({host_of(one) for one in batch}) == len(batch)
        assert len({one.browser for one in batch}) == 1


def test_a_batch_is_killed_after_its_slowest_source_and_some_grace() -> None:
    slow = source("b").model_copy(update={"timeout_seconds": 1200})
    assert hard_timeout([source("a"), slow], grace=10) == 1210


def test_crowds_are_spread_by_jitter() -> None:
    assert trigger_of(source()).jitter == JITTER_SECONDS
