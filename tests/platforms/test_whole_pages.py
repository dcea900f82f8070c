"""Each whole page is read as its truth says; a page that a person adds is found by itself."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from crawlers.page import Page, PageChangedError
from crawlers.platforms import generic
from crawlers.resolve import SourceFacts, resolve
from tests.platforms.test_hostile import cut
from tests.platforms.whole import PAGES, Misses, misses_of, truths

_MISSED = {"none_official_table"}
"""A row of a price list does not know that the page above it says that it sells nothing."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.xfail(name in _MISSED, reason="not mended")) for name in truths()],
)
def test_page_is_read_as_its_truth_says(name: str) -> None:
    assert misses_of(name, truths()[name]) == Misses()


@pytest.mark.parametrize("name", truths())
def test_a_page_cut_anywhere_is_read_or_has_changed(name: str) -> None:
    luck = random.Random(name)
    whole = next(PAGES.glob(f"whole_pages*/{name}.html")).read_text("utf-8")
    for _ in range(8):
        text = cut(cut(whole, luck), luck)
        page = Page(url="https://shop.example/", body=text.encode("utf-8", "replace"), role="list")
        with suppress(PageChangedError):
            resolve(SourceFacts(name="cut", url=page.url, platform="generic"), [(page, generic.read(page))])


def test_pages_and_truths_come_in_pairs() -> None:
    assert {path.stem for path in PAGES.glob("whole_pages*/*.html")} == set(truths())
