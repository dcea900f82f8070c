"""A station whose notice alone leads to its card shop: the money of the shop's packs is what its credit costs."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests.demo import Demo
from tests.market.server import Market
from tests.market.wide.site import Site
from tests.market.wide.stations import new_api
from tests.whole.csv_rows import rows_of

pytestmark = pytest.mark.xdist_group("notice")
FX = Decimal("6.8")
PACKS = ((100, "30"), (500, "140"), (1000, "290"))
"""Credit of the station and its price in CNY: the cheapest is 0.28 a dollar."""
RECHARGE = Decimal("0.28")


def shop(root: Path) -> Site:
    """A dujiaoka shop that sells the station's credit, and accounts beside it."""
    site = Site(root, "kapu", "dujiaoka")
    goods = [
        *((f"洞庭API {face}刀额度 兑换码", price) for face, price in PACKS),
        ("ChatGPT Plus 成品号 月卡", "35"),
    ]
    cards = "".join(
        f'<div class="col"><div class="card"><h6 class="card-title">{title}</h6><small class="text-muted">库存: 9</small><button class="btn-outline-success"><strong>{price}</strong></button><a href="http://{site.host}/buy/{number}">购买</a></div></div>'
        for number, (title, price) in enumerate(goods, 1)
    )
    site.page("/", f'<html><head><link href="/assets/unicorn/css/a.css" rel="stylesheet"></head><body><div class="tab-content" id="group-all">{cards}</div><footer>Powered by @独角数卡</footer></body></html>')  # fmt: skip
    return site


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    place = tmp_path_factory.mktemp("notice")
    station, kapu = new_api(place / "pages"), shop(place / "pages")
    notice = f"本站余额请到卡铺购买卡密：http://{kapu.host}/ ，购买后在个人中心兑换。售后QQ群：716204988"
    station.page("/api/notice.json", {"success": True, "message": "", "data": notice})
    for site in (station, kapu):
        folder = place / "sources" / site.name
        folder.mkdir(parents=True)
        (folder / "source.yml").write_text(site.source_yml(), "utf-8")
    with Market(place / "pages") as market:
        demo = Demo(place / "run", market.port, sources=place / "sources")
        demo.take_rates()
        demo.run("crawl")
    demo.run("load")
    demo.run("feeds", "write", str(demo.into / "feeds"))
    return rows_of(demo.into / "feeds" / "offers.csv")


def test_every_groups_ratio_is_of_the_shops_cheapest_pack(rows: list[dict[str, str]]) -> None:
    groups = {
        row["label"]: row
        for row in rows
        if row["source"] == "dongting" and row["group_multiplier"] and not row["group"]
    }
    assert sorted(groups) == ["claude-max", "codex-pool", "default", "gemini-cli"]
    for row in groups.values():
        expected = RECHARGE * Decimal(row["group_multiplier"]) / FX
        assert Decimal(row["ratio"]) == expected.quantize(Decimal("0.0001"), ROUND_HALF_UP), row["ratio_path"]


def test_the_path_says_whose_pack_it_was(rows: list[dict[str, str]]) -> None:
    default = next(
        row for row in rows if row["source"] == "dongting" and row["label"] == "default" and not row["group"]
    )
    assert "0.28" in default["ratio_path"] or "140" in default["ratio_path"]
    assert {row["host"] for row in rows if row["source"] == "kapu"} == {"kapu.market.test"}
