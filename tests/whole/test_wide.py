"""The wide market, a site for every program: every offer found, none invented, every price exact."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from crawlers.platforms import PLATFORMS
from tests import truth
from tests.demo import Demo
from tests.market.server import Market
from tests.market.wide import Site, lay_out

pytestmark = pytest.mark.xdist_group("wide")
EXACT = {"price", "group", "direction", "coupon"}
READ_ELSEWHERE = {"phpbb", "sub2api", "generic"}
"""Programs whose only site is among the market's own sixteen."""


@dataclass(frozen=True)
class Wide:
    """The sites with their truth, each one's verdict, and what its rows say otherwise."""

    sites: list[Site]
    verdicts: dict[str, str]
    found: dict[str, truth.Differences]


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Wide:
    place = tmp_path_factory.mktemp("wide")
    sites = lay_out(place / "pages", place / "sources")
    with Market(place / "pages") as market:
        demo = Demo(place / "run", market.port, sources=place / "sources")
        demo.take_rates()
        runs = list(demo.rows("crawl"))
    demo.run("load")
    demo.run("feeds", "write", str(demo.into / "feeds"))
    rows = truth.rows_by_host(demo.into / "feeds" / "offers.csv")
    return Wide(
        sites,
        {run["source"]: run["verdict"] for run in runs},
        {site.name: truth.differences(site.offers, rows.get(site.host, [])) for site in sites},
    )


def test_with_the_market_it_is_a_site_for_every_program_and_three_thousand_offers(wide: Wide) -> None:
    own = [truth.truth_of(host)["offers"] for host in truth.hosts()]
    assert len(wide.sites) >= 25
    assert sum(len(site.offers) for site in wide.sites) + sum(map(len, own)) >= 3000
    assert set(PLATFORMS) - {site.platform for site in wide.sites} <= READ_ELSEWHERE


def test_every_site_stands(wide: Wide) -> None:
    assert wide.verdicts == {site.name: "ok" for site in wide.sites}


def test_every_offer_is_found_and_none_is_invented(wide: Wide) -> None:
    assert {name: one.missing for name, one in wide.found.items() if one.missing} == {}
    assert {name: one.invented for name, one in wide.found.items() if one.invented} == {}


def test_every_price_and_group_is_exact(wide: Wide) -> None:
    wrong = [
        (name, one["title"], unlike)
        for name, found in wide.found.items()
        for one, _, unlike in found.wrong
        if EXACT & set(unlike)
    ]
    assert wrong == []


def test_the_other_fields_are_nearly_all_right(wide: Wide) -> None:
    offers = sum(len(site.offers) for site in wide.sites)
    wrong = [
        (name, one["title"], unlike) for name, found in wide.found.items() for one, _, unlike in found.wrong
    ]
    assert len(wrong) <= offers * 0.02, wrong
