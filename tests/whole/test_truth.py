"""What offers.csv says of the market against its truth: every offer found, none invented, every price exact."""

from __future__ import annotations

import pytest

from tests import truth
from tests.demo import Demo, browser_found
from tests.whole.csv_rows import rows_of

RENDERED = "nimbus.market.test"
pytestmark = pytest.mark.xdist_group("market")


@pytest.fixture(scope="module")
def found(demo: Demo) -> dict[str, truth.Differences]:
    rows = truth.rows_by_host(demo.into / "feeds" / "offers.csv")
    return {
        host: truth.differences(truth.truth_of(host)["offers"], rows.get(host, []))
        for host in truth.hosts()
        if host != RENDERED or browser_found()
    }


@pytest.mark.parametrize("host", truth.hosts())
def test_every_offer_is_found_and_none_is_invented(found: dict[str, truth.Differences], host: str) -> None:
    if host not in found:
        pytest.skip("no Chromium to render it")
    assert found[host].missing == []
    assert found[host].invented == []


def test_every_address_is_a_page_of_its_own_source(demo: Demo) -> None:
    rows = rows_of(demo.into / "feeds" / "offers.csv")
    elsewhere = {
        row["host"]
        for row in rows
        if row["host"] != f"{row['source']}.market.test" and row["source"] != "telegram"
    }
    assert elsewhere == set()
    assert {row["host"] for row in rows if row["source"] == "telegram"} == {"t.me"}
    assert [row for row in rows if not row["title"]] == []


def test_models_at_the_providers_own_base_prices_have_their_groups_ratio(demo: Demo) -> None:
    rows = rows_of(demo.into / "feeds" / "offers.csv")
    groups = {(row["source"], row["label"]): row["ratio"] for row in rows if not row["group"]}
    models = [
        row for row in rows if row["group"] and row["provider"] in ("anthropic", "openai") and row["ratio"]
    ]
    assert len(models) > 50, "the price book knows them"
    for row in models:
        assert row["ratio"] == groups[row["source"], row["group"]]


@pytest.mark.parametrize("host", truth.hosts())
def test_every_price_and_group_is_exact(found: dict[str, truth.Differences], host: str) -> None:
    if host not in found:
        pytest.skip("no Chromium to render it")
    exact = {"price", "group", "direction", "coupon"}
    assert [(one["title"], unlike) for one, _, unlike in found[host].wrong if exact & set(unlike)] == []


def test_the_other_fields_are_nearly_all_right(found: dict[str, truth.Differences]) -> None:
    offers = sum(len(truth.truth_of(host)["offers"]) for host in found)
    wrong = [(one["title"], unlike) for differences in found.values() for one, _, unlike in differences.wrong]
    assert len(wrong) <= offers * 0.02, wrong
