"""What speaks against a link in time and by its nature: values that were no longer the account's, purchases from before the offer, near names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from store.columns import Utc
from store.links.model import current_model
from store.links.same_paths import pepper_of
from store.links.weights import ALERT
from store.matching import FUZZY, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from decimal import Decimal

    from sqlalchemy import Connection

_SPANS = """
SELECT DISTINCT coalesce(i.kind, p.kind) AS kind, coalesce(i.value, p.written) AS value, x.had_from, x.had_until,
       coalesce(g.first_seen_at, p.first_seen_at) AS seen
FROM link_hop h JOIN link l ON l.id = h.link_id
JOIN known_span x ON x.account_id = l.account_id AND x.kind = h.known_kind AND x.key = h.known_key
LEFT JOIN sighting g ON g.id = h.sighting_id LEFT JOIN identifier i ON i.id = g.identifier_id
LEFT JOIN partial_sighting p ON p.id = h.partial_id
WHERE h.link_id = :link AND h.stale ORDER BY 1, 2
"""
_PURCHASED = """
SELECT DISTINCT b.bought_on, min(o.observed_at) AS seen FROM link_hop h JOIN purchase b ON b.id = h.purchase_id
JOIN observation o ON o.offer_id = b.offer_id WHERE h.link_id = :link GROUP BY b.id, b.bought_on ORDER BY 1
"""
_PROBED = """
SELECT DISTINCT q.sent_at, min(o.observed_at) AS seen FROM link_hop h JOIN probe_answer r ON r.id = h.probe_answer_id
JOIN probe q ON q.id = r.probe_id JOIN observation o ON o.offer_id = q.offer_id
WHERE h.link_id = :link GROUP BY q.id, q.sent_at ORDER BY 1
"""
_NEAR = """
SELECT DISTINCT i.kind, i.value, h.known_kind, h.known_key FROM link_hop h
JOIN sighting g ON g.id = h.sighting_id JOIN identifier i ON i.id = g.identifier_id
WHERE h.link_id = :link AND h.rule = :rule ORDER BY 1, 2, 3, 4
"""
_NAMED = "SELECT count(*) FROM link_hop WHERE link_id = :link AND rule = :rule"


def find_doubts_of_hops(
    connection: Connection, link_id: str, level: str | None, score: Decimal | None
) -> list[str]:
    """Say in words what speaks against a link that stands by the times and the nature of its hops."""
    return [
        *_spans(connection, link_id), *_bought(connection, link_id), *_near(connection, link_id),
        *_weight(connection, level, score),
    ]  # fmt: skip


def _spans(connection: Connection, link_id: str) -> Iterator[str]:
    rows = connection.execute(
        text(_SPANS).columns(had_from=Utc(), had_until=Utc(), seen=Utc()), {"link": link_id}
    )
    for row in rows:
        spans = ((row.had_from, "from"), (row.had_until, "until"))
        had = " ".join(f"{word} {moment:%Y-%m-%d}" for moment, word in spans if moment is not None)
        yield f"{row.kind} {row.value}: the account had this value {had}, the seller showed it on {row.seen:%Y-%m-%d}: stale"


def _bought(connection: Connection, link_id: str) -> Iterator[str]:
    bought = connection.execute(text(_PURCHASED).columns(seen=Utc()), {"link": link_id}).all()
    yield from (
        _early("test purchase", str(row.bought_on), row.seen)
        for row in bought
        if str(row.bought_on) < f"{row.seen:%Y-%m-%d}"
    )
    sent = connection.execute(text(_PROBED).columns(sent_at=Utc(), seen=Utc()), {"link": link_id}).all()
    yield from (
        _early("probe", f"{row.sent_at:%Y-%m-%d}", row.seen) for row in sent if row.sent_at < row.seen
    )


def _early(what: str, day: str, seen: datetime) -> str:
    return f"the {what} of {day} was made before the offer was first seen, on {seen:%Y-%m-%d}: it may have been another's then"


def _near(connection: Connection, link_id: str) -> Iterator[str]:
    rows = connection.execute(text(_NEAR), {"link": link_id, "rule": FUZZY}).all()
    for row in rows:
        if pepper_of(row.known_key) is None:
            yield f"{row.kind} {row.value}: the provider holds {row.known_kind} {row.known_key}, which is not the same"
        else:
            yield f"{row.kind} {row.value}: it was compared without case, separators and the look of its letters: the whole name may be another"
    if connection.execute(text(_NAMED), {"link": link_id, "rule": NAME}).scalar_one():
        yield "the same name in two kinds may be two people's: by itself it is never more than a lead"


def _weight(connection: Connection, level: str | None, score: Decimal | None) -> Iterator[str]:
    model = current_model(connection) if level not in (None, ALERT) else None
    if model is not None and score is not None and score < model.weighing.alert_bits:
        yield f"{score} bits are a lead: an alert begins at {model.weighing.alert_bits}"
