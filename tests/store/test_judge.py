"""The verdict of history, and what it does to presences: cases, then laws over random sequences of runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from store.judge import APART, Doubt, Judgement, RunView, absence, is_drop, judge

START = datetime(2026, 11, 1, tzinfo=UTC)


def run(hours: float, offers: int, **changed: object) -> RunView:
    view = RunView(
        id=f"r{hours:g}", finished_at=START + timedelta(hours=hours), reported="ok", verdict="ok", anchored=True,
        covers_all=True, offers=offers,
    )  # fmt: skip
    return replace(view, **changed)  # type: ignore[arg-type]


def doubted(hours: float, offers: int, **changed: object) -> RunView:
    return run(hours, offers, verdict="suspicious", **changed)


@pytest.mark.parametrize(
    ("history", "now", "verdict", "event"),
    [
        ([], run(0, 12), "ok", None),
        ([], run(0, 0, reported="empty"), "empty", None),
        ([run(0, 40)], run(6, 21), "ok", None),
        ([run(0, 40)], run(6, 20), "ok", None),
        ([run(0, 40)], run(6, 19), "suspicious", None),
        ([run(0, 5)], run(6, 2), "suspicious", None),
        ([run(0, 3)], run(6, 1), "ok", None),
        ([run(0, 1)], run(6, 0, reported="empty"), "suspicious", None),
        ([run(0, 40)], run(6, 0, reported="blocked"), "blocked", None),
        ([run(0, 40)], run(6, 0, reported="failed"), "failed", None),
        ([run(0, 40)], run(6, 0, reported="changed"), "changed", None),
        ([run(0, 40)], run(6, 39, reported="suspicious"), "suspicious", None),
        ([run(0, 40), doubted(6, 3)], run(12, 3), "suspicious", None),
        ([run(0, 40), doubted(6, 3), doubted(12, 3)], run(18, 3), "ok", "market_event"),
        ([run(0, 40), doubted(6, 0), doubted(12, 0)], run(18, 0, reported="empty"), "empty", "market_event"),
        ([run(0, 40), doubted(6, 3), doubted(12, 3)], run(18, 3, reported="suspicious"), "ok", "market_event"),
        ([run(0, 40), doubted(6, 3), doubted(12, 3)], run(18, 3, anchored=False), "suspicious", None),
        ([run(0, 40), doubted(6, 3, anchored=False), doubted(12, 3)], run(18, 3), "suspicious", None),
        ([run(0, 40), doubted(6, 3), run(9, 38), doubted(12, 3)], run(18, 3), "suspicious", None),
        (
            [run(0, 40), doubted(6, 3), run(9, 0, reported="blocked", verdict="blocked"), doubted(12, 3)],
            run(18, 3), "ok", "market_event",
        ),
        ([run(12, 40)], run(6, 40), "ok", "late"),
        ([run(12, 40)], run(6, 3), "ok", "late"),
    ],
)  # fmt: skip
def test_verdict_after_history(history: list[RunView], now: RunView, verdict: str, event: str | None) -> None:
    found = judge(replace(now, verdict=""), history)
    assert (found.verdict, found.event) == (verdict, event)


def test_only_good_and_timely_runs_publish() -> None:
    assert judge(run(0, 3, verdict=""), []).publishes
    assert not judge(run(0, 3, verdict=""), [run(6, 3)]).publishes
    assert not judge(run(6, 0, reported="blocked", verdict=""), [run(0, 3)]).publishes
    assert not judge(run(6, 1, verdict=""), [run(0, 30)]).publishes


@pytest.mark.parametrize(
    ("missing", "hours", "changed", "expected"),
    [
        (None, 6, {}, (6, None)),
        (6, 11.9, {}, (6, None)),
        (6, 12, {}, (6, 6)),
        (6, 40, {"covers_all": False}, (6, None)),
        (6, 40, {"keeps": True}, (6, None)),
        (None, 6, {"keeps": True}, (None, None)),
    ],
)
def test_a_presence_closes_at_the_second_trusted_absence(
    missing: float | None, hours: float, changed: dict[str, bool], expected: tuple[float | None, float | None]
) -> None:
    def moment(hour: float | None) -> datetime | None:
        return None if hour is None else START + timedelta(hours=hour)

    found = absence(moment(missing), run(hours, 3, **changed))
    assert found == (moment(expected[0]), moment(expected[1]))


def test_the_runs_of_a_market_event_count_as_absences_unless_they_saw_the_offer() -> None:
    def at(hour: float) -> datetime:
        return START + timedelta(hours=hour)

    event = run(18, 3)
    unseen = [Doubt(at(6), seen=False, covers=True), Doubt(at(12), seen=False, covers=True)]
    assert absence(None, event, doubts=unseen) == (at(6), at(6))
    assert absence(None, event, doubts=[replace(unseen[0], seen=True), unseen[1]]) == (at(12), at(12))
    assert absence(at(3), event, doubts=[unseen[0], replace(unseen[1], seen=True)]) == (at(18), None)
    assert absence(None, event, doubts=[Doubt(at(6), seen=False, covers=False)]) == (at(18), None)
    close = [Doubt(at(17), seen=False, covers=True), Doubt(at(17.5), seen=False, covers=True)]
    assert absence(None, event, doubts=close) == (at(17), None)


@dataclass
class World:
    """One source with one offer that is looked at, run after run, as the store would keep it."""

    history: list[RunView] = field(default_factory=list)
    seen_by: dict[str, bool] = field(default_factory=dict)
    open: bool = False
    missing: datetime | None = None
    accepted: set[str] = field(default_factory=set)
    """The runs that count: those that published, and the doubted ones of each market event."""
    closings: list[tuple[datetime, RunView, frozenset[str]]] = field(default_factory=list)
    """When it ended, by which run, and what was accepted then."""

    def step(self, view: RunView, *, seen: bool) -> Judgement:
        found = judge(view, self.history)
        done = replace(view, verdict=found.verdict, event=found.event)
        self.seen_by[view.id] = seen
        if found.publishes:
            self._publish(done, found, seen=seen)
        self.history.append(done)
        return found

    def _publish(self, view: RunView, found: Judgement, *, seen: bool) -> None:
        self.accepted |= {view.id, *(one.id for one in found.doubted)}
        if seen:
            self.open, self.missing = True, None
        elif self.open:
            doubts = [
                Doubt(one.finished_at, self.seen_by[one.id], one.covers_all and not one.keeps)
                for one in found.doubted
            ]
            self.missing, until = absence(self.missing, view, doubts=doubts)
            if until is not None:
                self.open, self.missing = False, None
                self.closings.append((until, view, frozenset(self.accepted)))


Steps = list[tuple[RunView, bool]]
"""Runs, each with whether it saw the offer that is looked at."""


REPORTED = [*["ok"] * 8, "empty", "empty", "suspicious", "suspicious", "blocked", "changed", "failed"]
MOSTLY = [*[True] * 6, False]


@st.composite
def runs(draw: st.DrawFn) -> Steps:
    count = draw(st.integers(1, 14))
    gaps = draw(st.lists(st.sampled_from([0.5, 2, 3, 6, 7, 12]), min_size=count, max_size=count))
    found: Steps = []
    offers = 40
    for at, hours in enumerate(accumulate(gaps)):
        reported = draw(st.sampled_from(REPORTED))
        # as many as before, most times: market events need drops that repeat
        offers = (
            0 if reported == "empty" else draw(st.sampled_from([offers, offers, offers, 0, 1, 3, 10, 40]))
        )
        anchored, covers_all, loses = (draw(st.sampled_from(MOSTLY)) for _ in range(3))
        view = run(
            hours, offers, id=f"r{at:02}", reported=reported, verdict="", anchored=anchored,
            covers_all=covers_all, keeps=not loses,
        )  # fmt: skip
        found.append((view, offers > 0 and draw(st.booleans())))
    return found


@st.composite
def arrivals(draw: st.DrawFn) -> Steps:
    """Make runs of which some reach the database after later ones."""
    steps = draw(runs())
    for at in draw(st.lists(st.integers(0, 12), max_size=3)):
        if at + 1 < len(steps):
            steps[at], steps[at + 1] = steps[at + 1], steps[at]
    return steps


def met(hours: float, offers: int, *, seen: bool = False, **changed: object) -> tuple[RunView, bool]:
    return run(hours, offers, verdict="", **changed), seen


@given(arrivals())
@settings(max_examples=400)
# The absence that counts first was a doubted run's, accepted by the event at 1.5; the run at 8 is no event itself.
@example([met(0, 10, seen=True), met(0.5, 0), met(1, 0), met(1.5, 0), met(8, 0)])
# A doubted run saw it, and the run that makes them an event covers too little to miss anything.
@example(
    [
        met(0, 10, seen=True),
        met(0.5, 10),
        met(1, 0),
        met(1.5, 1, seen=True),
        met(2, 0, covers_all=False),
        met(8, 0),
    ]
)
# A doubted run that saw it came in before the earlier ones that did not.
@example([met(0, 40, seen=True), met(18, 3, seen=True), met(6, 3), met(12, 3), met(19, 3)])
def test_nothing_ends_but_by_two_sound_absences_six_hours_apart(steps: Steps) -> None:
    """Law 3: the runs of an accepted market event are sound, also for an end that a later run brings about.

    From the third such run on, the drop stands as the source's state, and so do the absences that it is made of: an
    offer ends where one of them and any later sound run lie 6 hours apart, and any sighting of theirs keeps it.
    """
    world = World()
    for view, seen in steps:
        world.step(view, seen=seen)
    event(f"{len(world.closings)} ended")
    for until, last, accepted in world.closings:
        first = next(one for one in world.history if one.finished_at == until)
        assert last.finished_at - first.finished_at >= APART
        for one in (first, last):
            assert one.id in accepted
            assert one.reported not in ("blocked", "changed", "failed")
            assert one.covers_all
            assert not one.keeps
        between = [one for one in world.history if until <= one.finished_at <= last.finished_at]
        assert not [one.id for one in between if one.id in accepted and world.seen_by[one.id]]


@given(runs())
@settings(max_examples=400)
def test_walls_failures_and_broken_layouts_change_nothing(steps: Steps) -> None:
    whole, sound = World(), World()
    verdicts = {view.id: whole.step(view, seen=seen).verdict for view, seen in steps}
    for view, seen in steps:
        if view.reported not in ("blocked", "changed", "failed"):
            assert sound.step(view, seen=seen).verdict == verdicts[view.id]
    assert (whole.open, whole.missing) == (sound.open, sound.missing)
    assert [one[0] for one in whole.closings] == [one[0] for one in sound.closings]


@given(runs(), st.randoms())
@settings(max_examples=200)
def test_the_order_in_which_history_is_given_does_not_matter(steps: Steps, shuffler: Random) -> None:
    world = World()
    for view, seen in steps[:-1]:
        world.step(view, seen=seen)
    shuffled = list(world.history)
    shuffler.shuffle(shuffled)
    assert judge(steps[-1][0], shuffled) == judge(steps[-1][0], world.history)


@given(runs())
@settings(max_examples=200)
def test_a_drop_without_anchors_never_publishes(steps: Steps) -> None:
    world = World()
    for view, seen in steps:
        last = next((one for one in reversed(world.history) if one.is_good), None)
        found = world.step(replace(view, anchored=False), seen=seen)
        if last is not None and is_drop(view.offers, last.offers):
            assert not found.publishes
