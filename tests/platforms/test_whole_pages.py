"""Each whole page is read as its truth says; a page that a person adds is found by itself."""

from __future__ import annotations

import pytest

from tests.platforms.whole import PAGES, Misses, misses_of, truths

_MISSED = {"none_official_table"}
"""A row of a price list does not know that the page above it says that it sells nothing."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.xfail(name in _MISSED, reason="not mended")) for name in truths()],
)
def test_page_is_read_as_its_truth_says(name: str) -> None:
    assert misses_of(name, truths()[name]) == Misses()


def test_pages_and_truths_come_in_pairs() -> None:
    assert {path.stem for path in PAGES.glob("whole_pages*/*.html")} == set(truths())
