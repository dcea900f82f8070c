"""The alert's threshold follows what was confirmed blind, and moves with a new link model alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from store.judgement_tables import PAIR, Judgement, LinkSample
from store.links.calibration import EDGES, Calibration, Reliability, alert_odds
from store.links.model import current_model
from tests.store.known_world import World, open_world

WANTED = Decimal(19)


def calibration(judged: Sequence[tuple[int, int]]) -> Calibration:
    """Make a table of (judged, confirmed) by bin from 0.95 on."""
    counts = [(0, 0)] * 3 + list(judged)
    bins = [
        Reliability(low, high, many, held, None, None, None, None)
        for low, high, (many, held) in zip(EDGES, EDGES[1:], counts, strict=False)
    ]
    return Calibration(tuple(bins), 0, 0)


@pytest.mark.parametrize(
    ("judged", "odds"),
    [
        ([(0, 0), (0, 0), (0, 0)], 19),
        ([(29, 0), (0, 0), (0, 0)], 19),
        ([(40, 38), (0, 0), (0, 0)], 19),
        ([(40, 30), (0, 0), (0, 0)], 99),
        ([(40, 20), (40, 40), (0, 0)], 99),
        ([(40, 20), (40, 20), (40, 40)], 999),
        ([(40, 20), (40, 20), (40, 20)], 999),
    ],
)
def test_the_odds_of_an_alert_follow_the_sample(judged: list[tuple[int, int]], odds: int) -> None:
    assert alert_odds(calibration(judged), WANTED) == odds


def judged_blind(world: World, number: int, says: str) -> None:
    link = f"{number:032x}"
    world.add(
        LinkSample,
        week="2026-W18",
        link_id=link,
        score=Decimal(17),
        claimed=Decimal("0.96"),
        drawn_at=world.now,
    )
    world.add(
        Judgement, about=PAIR, key=link, says=says, who="fern", at=world.now, why="", blind=True,
        seller_id=world.seller("other"), account_id=2,
    )  # fmt: skip


def test_a_sample_that_does_not_hold_moves_the_next_model_and_not_this_one() -> None:
    world = open_world()
    world.shows("shop", "telegram", "fast_keys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.knows("acc_2")
    world.link()
    assert world.rows("SELECT level FROM link") == [("alert",)]
    for number in range(40):
        judged_blind(world, number, "reject" if number < 20 else "confirm")
    world.link()
    assert world.rows("SELECT level FROM link") == [("alert",)]
    world.link(full=True)
    assert world.rows("SELECT level FROM link") == [("lead",)]
    model = current_model(world.connection)
    assert model is not None
    assert (model.version, model.weighing.alert_odds) == (2, Decimal(99))
    world.connection.close()
    world.connection.engine.dispose()
