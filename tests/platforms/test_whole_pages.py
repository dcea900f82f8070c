"""Each whole page is read as its truth says; a page that a person adds is found by itself."""

from __future__ import annotations

import pytest

from tests.platforms.whole import PAGES, Misses, misses_of, truths

_MISSED = {
    "broken_html", "cards_data_price", "contact_obfuscated", "definition_list", "detail_with_skus",
    "hidden_and_template", "jsonld_broken", "jsonld_itemlist", "jsonld_product", "list_nested", "microdata",
    "next_data", "none_empty_shop", "none_other_goods", "opengraph_only", "provider_in_heading",
    "recommendations_cart", "single_detail", "table_spans", "window_state",
}  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.xfail(name in _MISSED, reason="not mended")) for name in truths()],
)
def test_page_is_read_as_its_truth_says(name: str) -> None:
    assert misses_of(name, truths()[name]) == Misses()


def test_pages_and_truths_come_in_pairs() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(truths())
