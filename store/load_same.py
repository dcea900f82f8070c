"""A run that met the pages of an earlier one again, every one unchanged: whether its word may stand for theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from store.judge import GOOD, IMPORTED, LATE, UNCHANGED, Judgement
from store.schema import TABLES

if TYPE_CHECKING:
    from store.load_rows import Loading


def judge_same(loading: Loading, judgement: Judgement) -> Judgement:
    """Let a run stand that repeats the last one of its source which stated anything; else it says nothing."""
    run = loading.bundle.run
    if not judgement.publishes:
        return judgement
    if (last := _last_stated(loading)) != run.same_as:
        reason = f"it met what run {run.same_as} had read, but {last or 'no run'} is this database's last: crawl it again"
        return Judgement("failed", reason)
    return replace(judgement, event=judgement.event or UNCHANGED)


def _last_stated(loading: Loading) -> str | None:
    """Give the newest run of the source that stands and did not only repeat another."""
    run = TABLES["run"]
    query = (
        select(run.c.id)
        .where(
            run.c.source == loading.source,
            run.c.verdict.in_(GOOD),
            func.coalesce(run.c.event, "").not_in((LATE, IMPORTED, UNCHANGED)),
        )
        .order_by(run.c.finished_at.desc())
        .limit(1)
    )
    found: str | None = loading.connection.execute(query).scalar()
    return found


def renews(outcome: str, verdict: str, event: str | None, *, same_as: str) -> bool:
    """Say whether the next crawl compares with another run than before, or with none."""
    if outcome == "skipped":
        return True  # what it kept may have come to stand, or not
    stands = verdict in GOOD or bool(same_as)
    return outcome == "loaded" and stands and event not in (LATE, IMPORTED, UNCHANGED)
