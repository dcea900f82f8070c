"""Prices move on the market: the feeds say exactly what its truth says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.market.server import TRUTH, Market
from tests.whole.csv_rows import rows_of
from tests.whole.watched import Watched

HOSTS: dict[str, Any] = json.loads((TRUTH / "changes" / "prices_move.json").read_text("utf-8"))["hosts"]
NAMES = tuple(host.removesuffix(".market.test") for host in HOSTS)


pytestmark = pytest.mark.xdist_group("prices move")


@dataclass(frozen=True)
class Moved:
    """Watched sources before and after the change, each time with the feeds."""

    before: Path
    after: Path
    again: Path


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    with Market() as market, pytest.MonkeyPatch.context() as patch:
        watched = Watched(
            market, NAMES, tmp_path_factory.mktemp("moved"),
            lambda ways: patch.setenv("RESALEWATCH_RESOLVE", ways),
        )  # fmt: skip
        feeds = []
        for number, is_on in enumerate((False, True, True)):
            market.change("prices_move", on=is_on)
            assert {one.verdict for one in watched.look(6 * number).values()} == {"ok"}
            feeds.append(watched.write_feeds(f"feeds{number}", 6 * number))
        yield Moved(*feeds)


def place_of(url: str) -> str:
    return urlsplit(url).path.strip("/")


def told() -> Iterator[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any], str]]:
    """Each change of the truth: source, offer, what it was, what it is, and by how much."""
    for host, said in HOSTS.items():
        assert not said["gone"]
        assert not said["added"]
        for one in said["changed"]:
            yield host.removesuffix(".market.test"), one["offer"], one["before"], one["after"], one["change"]


def number(words: str | None) -> Decimal | None:
    return Decimal(words) if words else None


def test_price_changes_are_those_of_the_truth_and_no_others(moved: Moved) -> None:
    """What a model costs in a group is no observation of its own: the group's row tells it."""
    expected = {
        (
            source, place_of(offer.get("post") or offer["url"]), offer.get("variant") or offer.get("group_name", ""),
            *(number(side.get("price", {}).get("amount")) for side in (before, after)),
            *(number(side.get("group")) for side in (before, after)),
            *(number(side["ratio"]) for side in (before, after)), Decimal(change),
        )
        for source, offer, before, after, change in told()
        if "direction" not in offer
    }  # fmt: skip
    rows = rows_of(moved.after / "price_changes.csv")
    found = {
        (
            row["source"], place_of(row["url"]), row["label"], number(row["former_amount"]), number(row["amount"]),
            number(row["former_group_multiplier"]), number(row["group_multiplier"]),
            number(row["former_ratio"]), number(row["ratio"]),
            Decimal(row["change"]).quantize(Decimal("0.0001")),
        )
        for row in rows
    }  # fmt: skip
    assert found == expected
    assert len(rows) == len(expected)
    assert rows_of(moved.before / "price_changes.csv") == []
    assert (moved.again / "price_changes.csv").read_bytes() == (
        moved.after / "price_changes.csv"
    ).read_bytes()


Names = tuple[str, str, str, str, str]
"""Source, place, variant or group, and of a model in a group also its name and direction."""
Price = tuple[Decimal | None, Decimal | None]
"""Amount and group multiplier."""


def prices_of(feeds: Path) -> dict[tuple[str, str], tuple[Names, Price]]:
    """Give what each row of offers.csv names and costs, by its offer and group."""
    return {
        (row["offer_id"], row["group"]): (
            (
                row["source"], place_of(row["url"]), row["group"] or row["label"],
                row["title"] if row["group"] else "", row["direction"],
            ),
            (number(row["amount"]), number(row["group_multiplier"])),
        )
        for row in rows_of(feeds / "offers.csv")
    }  # fmt: skip


def price_of(side: dict[str, Any]) -> Price:
    return number(side.get("price", {}).get("amount")), number(side.get("group"))


def test_of_all_that_stands_on_sale_these_prices_alone_moved_models_in_their_groups_too(moved: Moved) -> None:
    before, after = prices_of(moved.before), prices_of(moved.after)
    assert before.keys() == after.keys()
    expected: list[tuple[Names, Price, Price]] = []
    for source, offer, was, now, _ in told():
        place = place_of(offer.get("post") or offer["url"])
        model = offer["title"] if "direction" in offer else ""
        names = (
            source,
            place,
            offer.get("variant") or offer.get("group_name", ""),
            model,
            offer.get("direction", ""),
        )
        expected.append((names, price_of(was), price_of(now)))
    found = [(*before[key], after[key][1]) for key in before if before[key] != after[key]]
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert prices_of(moved.again) == after
