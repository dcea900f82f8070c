"""source_health.csv: how each source stands; and the same in one word for the manifest and for whether to publish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text

from store.columns import Utc
from store.feeds.feed import Feed, Gone, Moment, columns, in_batches

STALE_AFTER = timedelta(hours=48)
"""A source is stale where its last good run is older: eight runs of the default schedule."""
COLUMNS = columns(
    source="text", standing="text", platform="text", url="text", verdict="text", reason="text", event="text",
    last_run_at="utc", good_run_at="utc", offers="integer", missing_offers="integer",
)  # fmt: skip
_GOOD = ("ok", "empty")
_QUERY = """
WITH open_offers AS (
    SELECT l.source, count(*) AS offers, sum(CASE WHEN p.missing_since IS NULL THEN 0 ELSE 1 END) AS missing
    FROM presence p JOIN offer o ON o.id = p.offer_id JOIN listing l ON l.id = o.listing_id
    WHERE p.until_at IS NULL GROUP BY l.source)
SELECT s.name, s.platform, s.url, r.verdict, r.reason, r.event, r.finished_at,
       (SELECT max(g.finished_at) FROM run g WHERE g.source = s.name AND g.verdict IN ('ok', 'empty')) AS good_at,
       coalesce(o.offers, 0), coalesce(o.missing, 0)
FROM source s LEFT JOIN run r ON r.id = (
    SELECT l.id FROM run l WHERE l.source = s.name ORDER BY l.finished_at DESC, l.id DESC LIMIT 1)
LEFT JOIN open_offers o ON o.source = s.name ORDER BY s.name {bytewise}
"""
_STANDINGS = """
SELECT s.name, (SELECT r.verdict FROM run r WHERE r.source = s.name ORDER BY r.finished_at DESC, r.id DESC LIMIT 1)
         AS verdict,
       (SELECT max(r.finished_at) FROM run r WHERE r.source = s.name AND r.verdict IN ('ok', 'empty')) AS good_at
FROM source s ORDER BY s.name
"""


def rows(moment: Moment) -> Iterator[tuple[Any, ...]]:
    """Give every source by its name."""
    for name, platform, url, verdict, reason, event, last, good, *counts in moment.ask(_QUERY):
        good_at = Utc().process_result_value(good, moment.connection.dialect)
        standing = _standing(verdict, good_at, moment.now)
        yield (name, standing, platform, url, verdict, reason, event, last, good, *counts)


def find_standings(moment: Moment) -> tuple[dict[str, list[str]], float]:
    """Give the sources' names by standing, and the share of those whose last good run is too long ago.

    A source that failed just now but has a good run of yesterday is `failed`, and not counted in that share. Where
    nothing is watched all is stale.
    """
    groups: dict[str, list[str]] = {"fresh": [], "stale": [], "failed": []}
    old = 0
    for row in moment.connection.execute(text(_STANDINGS).columns(good_at=Utc())):
        groups[_standing(row.verdict, row.good_at, moment.now)].append(row.name)
        old += _is_old(row.good_at, moment.now)
    count = sum(map(len, groups.values()))
    return groups, old / count if count else 1.0


def _standing(verdict: str | None, good_at: datetime | None, now: datetime) -> str:
    if verdict is not None and verdict not in _GOOD:
        return "failed"
    return "stale" if _is_old(good_at, now) else "fresh"


def _is_old(good_at: datetime | None, now: datetime) -> bool:
    return good_at is None or now - good_at > STALE_AFTER


FEED = Feed(
    "source_health",
    "1.0.0",
    COLUMNS,
    ("source",),
    in_batches(rows),
    gone=Gone(reason="it is no longer watched"),
)
