"""Each whole page is read as its truth says; a page that a person adds is found by itself."""

from __future__ import annotations

import pytest

from tests.platforms.whole import PAGES, Misses, misses_of, truths


@pytest.mark.parametrize("name", truths())
def test_page_is_read_as_its_truth_says(name: str) -> None:
    assert misses_of(name, truths()[name]) == Misses()


def test_pages_and_truths_come_in_pairs() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(truths())
