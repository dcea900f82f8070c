"""The intervals in which offers stand: opened when seen, closed only after two trusted runs without (law 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from store.judge import Doubt, Judgement, RunView, absence
from store.load_rows import Loading, Row
from store.schema import TABLES

if TYPE_CHECKING:
    from datetime import datetime

_Open = tuple[int, str, "datetime | None"]
"""An open presence: its id, its offer's key, since when the offer is missing."""


def save_presences(loading: Loading, run: RunView, judgement: Judgement) -> tuple[int, int]:
    """Open, mark and close presences by a run that publishes; gives how many were opened and closed."""
    standing, seen_now = _open_presences(loading), loading.bundle.standing
    known = {key for _, key, _ in standing}
    opened: list[Row] = [
        {
            "offer_id": loading.offers[key],
            "from_at": loading.bundle.seen_at(record.snapshot),
            "opened_by": run.id,
        }
        for key, record in loading.bundle.offers.items()
        if key not in known
    ]
    loading.write("presence", opened)
    doubted = _doubted(loading, judgement)
    changes = []
    for number, key, missing in standing:
        if key in seen_now:
            since, until = None, None
        else:
            doubts = [
                Doubt(one.finished_at, key in seen, one.covers_all and not one.keeps) for one, seen in doubted
            ]
            since, until = absence(missing, run, doubts=doubts)
        if since != missing or until is not None:
            closed_by = None if until is None else run.id
            changes.append({"number": number, "since": since, "until": until, "by": closed_by})
    _change(loading, changes)
    return len(opened), sum(row["until"] is not None for row in changes)


def _open_presences(loading: Loading) -> list[_Open]:
    presence, offer, listing = TABLES["presence"], TABLES["offer"], TABLES["listing"]
    query = (
        select(presence.c.id, offer.c.key, presence.c.missing_since)
        .join(offer, offer.c.id == presence.c.offer_id)
        .join(listing, listing.c.id == offer.c.listing_id)
        .where(listing.c.source == loading.source, presence.c.until_at.is_(None))
    )
    return [(row[0], row[1], row[2]) for row in loading.connection.execute(query)]


def _doubted(loading: Loading, judgement: Judgement) -> list[tuple[RunView, set[str]]]:
    """Give the doubted runs of a market event, oldest first, each with the keys of the offers that it saw."""
    table = TABLES["doubted_offer"]
    found = []
    for run in sorted(judgement.doubted, key=lambda one: one.finished_at):
        query = select(table.c.offer_key).where(table.c.run_id == run.id)
        found.append((run, set(loading.connection.execute(query).scalars())))
    return found


def _change(loading: Loading, changes: list[Row]) -> None:
    if not changes:
        return
    presence = TABLES["presence"]
    statement = (
        update(presence)
        .where(presence.c.id == bindparam("number"))
        .values(missing_since=bindparam("since"), until_at=bindparam("until"), closed_by=bindparam("by"))
    )
    loading.connection.execute(statement, changes)


def save_doubted(loading: Loading) -> None:
    """Save which offers a run in doubt saw; at a market event that tells which ones it missed."""
    run_id = loading.bundle.run.run_id
    loading.write("doubted_offer", [{"run_id": run_id, "offer_key": key} for key in loading.bundle.standing])
