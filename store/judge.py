"""What a run is worth after history, and what it does to presences. Pure.

DESIGN law 3: a failed fetch never means that an offer is gone; a run that under-collects publishes nothing; a drop
repeated in three runs with the pages' anchors intact is a market event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

GOOD = ("ok", "empty")
MARKET_EVENT = "market_event"
LATE = "late"
UNCHANGED = "unchanged"
"""The event of a run that met the pages of an earlier one again, every one unchanged, and so states nothing anew."""
IMPORTED = "imported"
"""The event of a run that a person brought in: it publishes, and is no state of its source to compare with."""
FEWEST_LOST = 3
"""Fewer lost offers than this are no drop, unless all are lost."""
REPEATS = 3
APART = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """One run as history needs it; `verdict` is the final one, empty while it is not yet judged."""

    id: str
    finished_at: datetime
    reported: str
    verdict: str = ""
    event: str | None = None
    anchored: bool = False
    covers_all: bool = False
    keeps: bool = False
    offers: int = 0

    @property
    def is_good(self) -> bool:
        """Whether the run stands as the source's state of its time."""
        return self.verdict in GOOD and self.event not in (LATE, IMPORTED)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The final verdict of a run; `doubted` are the earlier runs of the same drop, where it is a market event."""

    verdict: str
    reason: str
    event: str | None = None
    doubted: tuple[RunView, ...] = ()
    in_doubt: bool = False
    """Whether it is one of the runs that may add up to a market event."""

    @property
    def publishes(self) -> bool:
        """Whether the run's rows become the source's state."""
        return self.verdict in GOOD and self.event != LATE


def judge(run: RunView, history: Sequence[RunView], reason: str = "") -> Judgement:
    """Judge a run by its own report and by the runs of its source before it, in any order.

    >>> from datetime import UTC
    >>> day = [datetime(2026, 11, n, tzinfo=UTC) for n in range(1, 5)]
    >>> full = RunView(id="1", finished_at=day[0], reported="ok", verdict="ok", offers=40)
    >>> judge(RunView(id="2", finished_at=day[1], reported="ok", offers=9), [full]).verdict
    'suspicious'
    """
    past = sorted(history, key=lambda one: (one.finished_at, one.id))
    last = next((one for one in reversed(past) if one.is_good), None)
    if last is not None and run.finished_at <= last.finished_at:
        return Judgement(run.reported, f"older than run {last.id}, which stands", LATE)
    dropped = last is not None and is_drop(run.offers, last.offers)
    if run.reported not in GOOD and not (run.reported == "suspicious" and run.anchored and dropped):
        return Judgement(run.reported, reason)
    if last is None or not dropped:
        return Judgement(run.reported, reason)
    return _judge_drop(
        run, last, [one for one in past if last.finished_at < one.finished_at <= run.finished_at]
    )


def _judge_drop(run: RunView, last: RunView, since: Sequence[RunView]) -> Judgement:
    words = f"{run.offers} offers after {last.offers} in run {last.id}"
    if not run.anchored:
        return Judgement("suspicious", f"{words}, and the page does not bear it out")
    doubted = tuple(one for one in since if _repeats(one, last))
    if len(doubted) + 1 < REPEATS:
        return Judgement("suspicious", f"{words}: {len(doubted) + 1} of {REPEATS} such runs", in_doubt=True)
    verdict = "ok" if run.offers else "empty"
    return Judgement(
        verdict, f"{words}, in {len(doubted) + 1} runs with anchors intact", MARKET_EVENT, doubted
    )


def _repeats(one: RunView, last: RunView) -> bool:
    is_candidate = one.verdict == "suspicious" and one.reported in (*GOOD, "suspicious")
    return is_candidate and one.anchored and is_drop(one.offers, last.offers)


def is_drop(now: int, before: int) -> bool:
    """Tell whether a count is far below the last good one: none left, or under half with at least 3 lost.

    >>> is_drop(0, 1), is_drop(4, 6), is_drop(2, 4), is_drop(49, 100)
    (True, False, False, True)
    """
    if now == 0:
        return before > 0
    return now * 2 < before and before - now >= FEWEST_LOST


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubted run as one offer met it."""

    finished_at: datetime
    seen: bool
    covers: bool


def absence(
    missing_since: datetime | None, run: RunView, *, doubts: Sequence[Doubt] = ()
) -> tuple[datetime | None, datetime | None]:
    """Say what an open presence becomes when a run that publishes did not see its offer: (missing_since, until).

    It closes, at the first trusted absence, where a second one lies at least 6 hours later; `doubts` are the runs of
    an accepted market event, oldest first, which count as trusted ones, whatever the run itself covers.
    """
    since = missing_since
    for doubt in doubts:
        if doubt.seen:
            since = None
        elif doubt.covers:
            since = since or doubt.finished_at
    if run.keeps or not run.covers_all:
        return since, None
    if since is None:
        return run.finished_at, None
    return (since, since) if run.finished_at - since >= APART else (since, None)
