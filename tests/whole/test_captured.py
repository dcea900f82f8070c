"""Replies captured from the programs themselves, crawled by the commands: all of their truth stands in the feeds.

Only what was captured can be asked for: where a good's own page was not, the price of the list must do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import pytest

from store.feeds.neutralise import restore
from tests.captures import PLATFORM_OF, lay_out, needs_captures, truth, write_sources
from tests.demo import Demo
from tests.market.server import Market
from tests.whole.csv_rows import rows_of

pytestmark = [pytest.mark.shared, needs_captures, pytest.mark.xdist_group("captured")]

SIX_PLACES = Decimal("0.000001")
TRUTH_OF = {
    "newapi": "newapi", "acg": "acg", "unicorn": "dujiaoka", "luna": "dujiaoka", "hyper": "dujiaoka",
    "sub2api": "sub2api", "crs": "crs", "djnext": "djnext", "woo": "woo", "phpbb": "phpbb",
}  # fmt: skip
UNCAPTURED = {("phpbb", "telegram", "token_wolf_demo")}
"""Stated in a topic whose page was not captured."""

Row = dict[str, str]
Price = tuple[str, Decimal, str]


@dataclass(frozen=True)
class Captured:
    """What the commands left: a verdict a source, the feeds' rows, and the words of all feeds together."""

    verdicts: dict[str, str]
    offers: list[Row]
    identifiers: list[Row]
    words: str

    def of(self, source: str) -> dict[str, list[Row]]:
        """Give a source's offers by title; of stations those of no group."""
        found: dict[str, list[Row]] = {}
        for row in self.offers:
            if row["source"] == source and not row["group"]:
                found.setdefault(row["title"], []).append(row)
        return found


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Captured:
    place = tmp_path_factory.mktemp("captured")
    sources = write_sources(place / "sources")
    with Market(lay_out(place / "pages")) as market:
        demo = Demo(place / "run", market.port, sources=sources, hosts="*.captured.test")
        runs = list(demo.rows("crawl"))
    demo.run("load")
    feeds = demo.into / "feeds"
    demo.run("feeds", "write", str(feeds))
    return Captured(
        {run["source"]: run["verdict"] for run in runs},
        rows_of(feeds / "offers.csv"),
        rows_of(feeds / "identifiers.csv"),
        "".join(path.read_text("utf-8") for path in feeds.glob("*.csv")),
    )


def exact(value: object) -> Decimal:
    return Decimal(str(value)).quantize(SIX_PLACES)


def prices_of(rows: Iterable[Row]) -> set[Price]:
    return {(row["label"], exact(row["amount"]), row["currency"]) for row in rows if row["amount"]}


def path_of(url: str) -> str:
    return urlsplit(url).path


def bulk_of(offer: dict[str, Any]) -> set[Price]:
    return {(f"{count}+", exact(price), "CNY") for count, price in offer.get("bulk", {}).items()}


@pytest.mark.parametrize("source", PLATFORM_OF)
def test_a_source_is_read(source: str, captured: Captured) -> None:
    assert captured.verdicts[source] == "ok"


@pytest.mark.parametrize("source", TRUTH_OF)
def test_every_contact_is_found(source: str, captured: Captured) -> None:
    """Mail addresses and domains under the reserved .example are not asked for: no registrable name ends so."""
    stated = truth(TRUTH_OF[source])["contacts"]
    wanted = {
        (kind, value)
        for kind in ("qq", "qq_group", "wechat", "telegram", "whatsapp")
        for value in stated.get(kind, ())
        if (source, kind, value) not in UNCAPTURED
    }
    found = {
        (row["kind"], restore(row["value"]) if "value" in row["csv_escaped"].split() else row["value"])
        for row in captured.identifiers
        if row["source"] == source
    }
    assert wanted
    assert wanted <= found


def test_a_discord_invite_is_found(captured: Captured) -> None:
    assert [row["value"] for row in captured.identifiers if row["kind"] == "discord_invite"] == [
        "jingluoDemo"
    ]


@pytest.mark.parametrize("name", sorted(set(TRUTH_OF.values())))
def test_nothing_is_told_that_must_not_appear(name: str, captured: Captured) -> None:
    stated = truth(name)
    for word in (*stated.get("must_not_appear", ()), *stated.get("wanted_not_offer", ())):
        assert word not in captured.words


def test_a_station_has_a_row_for_each_model_in_each_group(captured: Captured) -> None:
    stated = truth("newapi")
    names = {"in": "input", "out": "output", "cache_read": "cache_read", "cache_write": "cache_write", "usd_per_call": ""}  # fmt: skip
    wanted = {
        (offer["model"], offer["group"], names[name]): exact(offer[name])
        for offer in stated["offers"]
        for name in names
        if name in offer
    }
    rows = [row for row in captured.offers if row["source"] == "newapi" and row["group"]]
    assert {(row["title"], row["group"], row["direction"]): exact(row["amount"]) for row in rows} == wanted
    assert len(rows) == len(wanted)
    assert {row["currency"] for row in rows} == {"USD_CREDIT"}
    ratios = {offer["group"]: exact(offer["group_ratio"]) for offer in stated["offers"]}
    assert {(row["group"], exact(row["group_multiplier"])) for row in rows} == set(ratios.items())
    assert {exact(row["recharge"]) for row in rows} == {exact(stated["price_cny_per_usd_credit"])}


def test_acg_faka(captured: Captured) -> None:
    stated, found = truth("acg")["offers"], captured.of("acg")
    assert set(found) == {offer["title"] for offer in stated}
    for offer in stated:
        base = offer.get("variants", {"": offer["price"]})
        wanted = {(name, exact(price), "CNY") for name, price in base.items()} | bulk_of(offer)
        assert prices_of(found[offer["title"]]) == wanted
        stock = str(offer["stock"]) if isinstance(offer["stock"], int) else ""
        assert {row["stock"] for row in found[offer["title"]]} == {stock}
        assert {path_of(row["url"]) for row in found[offer["title"]]} == {path_of(offer["url"])}


@pytest.mark.parametrize("theme", ["unicorn", "luna", "hyper"])
def test_dujiaoka(theme: str, captured: Captured) -> None:
    stated, found = truth("dujiaoka")["offers"], captured.of(theme)
    assert set(found) == {offer["title"] for offer in stated}
    for offer in stated:
        wanted = {("", exact(offer["price"]), "CNY")}
        # Only a good's own page, or luna's inline JSON, states the steps.
        if theme == "luna" or offer["url"].endswith(("/11", "/12")):
            wanted |= bulk_of(offer)
        assert prices_of(found[offer["title"]]) == wanted
        assert {row["stock"] for row in found[offer["title"]]} <= {str(offer["stock"]), ""}


def test_dujiao_next(captured: Captured) -> None:
    stated, found = truth("djnext")["offers"], captured.of("djnext")
    assert set(found) == {offer["title"] for offer in stated}
    for offer in stated:
        skus = offer["skus"]
        wanted = {(name if len(skus) > 1 else "", exact(price), "CNY") for name, price in skus}
        assert prices_of(found[offer["title"]]) == wanted
        assert {path_of(row["url"]) for row in found[offer["title"]]} == {path_of(offer["url"])}
        if offer["stock_status"] == "out_of_stock":
            assert {row["stock"] for row in found[offer["title"]]} == {"0"}


def test_woocommerce(captured: Captured) -> None:
    stated, found = truth("woo")["offers"], captured.of("woo")
    assert set(found) == {offer["title"] for offer in stated}
    for offer in stated:
        rows = found[offer["title"]]
        assert {path_of(row["url"]) for row in rows} == {path_of(offer["url"])}
        if offer["type"] == "simple":
            assert prices_of(rows) == {("", exact(offer["price"]), "USD")}
            assert (rows[0]["stock"] == "0") is not offer["in_stock"]
        else:
            amounts = {amount for _, amount, _ in prices_of(rows)}
            ends = {exact(Decimal(offer["range"][name]) / 100) for name in ("min_amount", "max_amount")}
            assert {min(amounts), max(amounts)} == ends
            assert len(amounts) > len(ends)


def test_phpbb(captured: Captured) -> None:
    found = captured.of("phpbb")
    for offer in truth("phpbb")["offers"]:
        if "price" in offer:
            prices = {(amount, currency) for _, amount, currency in prices_of(found[offer["title"]])}
            assert (exact(offer["price"]), offer["currency"]) in prices
        if "tiers" in offer:
            tiers = {(row["face_amount"], row["amount"]) for row in found[offer["title"]]}
            assert {(face, str(price)) for face, price in offer["tiers"].items()} <= tiers


@pytest.mark.parametrize("name", ["sub2api", "crs"])
def test_a_station_that_tells_its_prices_in_words(name: str, captured: Captured) -> None:
    rows = [row for row in captured.offers if row["source"] == name]
    wanted = {(exact(offer["price"]), offer["currency"]) for offer in truth(name)["offers"]}
    assert {(amount, currency) for _, amount, currency in prices_of(rows)} == wanted
    if name == "sub2api":
        # Its sentence of a group and a recharge is an offer too, without a price of its own.
        assert {row["title"].split(" $")[0] for row in rows if row["amount"]} == {
            offer["title"] for offer in truth(name)["offers"]
        }
