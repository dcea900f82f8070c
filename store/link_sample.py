"""The week's random sample of links, judged with the score hidden: what calibration alone stands on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from store.bulk import insert_many
from store.errors import UserError
from store.import_batches import table_of
from store.judgement_tables import LinkSample
from store.known_tables import Link
from store.links.calibration import probability
from store.links.model import current_model
from store.weekly.span import week_named

if TYPE_CHECKING:
    from sqlalchemy import Connection

_link, _sample = table_of(Link), table_of(LinkSample)
SIZE = 30

_DRAWN = """
SELECT c.id, c.status, s.source, s.key AS seller, a.provider, a.account_ref, c.link_id
FROM link_sample d JOIN claim c ON c.link_id = d.link_id JOIN seller s ON s.id = c.seller_id
JOIN known_account a ON a.id = c.account_id WHERE d.week = :week ORDER BY d.id
"""
_PROOFS = """
SELECT h.words, n.url FROM link_hop h JOIN snapshot n ON n.id = h.snapshot_id
WHERE h.link_id = :link ORDER BY h.path, h.hop
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One link to be judged, without its score, level and weights; `words` and `urls` are its hops' in order."""

    id: str
    source: str
    seller: str
    provider: str
    account_ref: str
    words: tuple[str, ...]
    urls: tuple[str, ...]


def rank(week: str, link_id: str) -> str:
    """Give a link's place in a week's lot: drawn by a hash, so that the same links give the same sample anywhere."""
    return hashlib.sha256(f"sample {week} {link_id}".encode()).hexdigest()


def draw(connection: Connection, week: str, now: datetime, size: int = SIZE) -> list[Drawn]:
    """Draw a week's sample from all links that stand, or give the one that was drawn already.

    Raises:
        UserError: where the week is none such as 2026-W40 or yet to come, or nothing is linked.
    """
    asked = week_named(week)
    week = asked.name
    if asked.start > now:
        raise UserError(f"{week} is yet to come: a week's sample is drawn from the links that stand in it")
    if connection.execute(select(_sample.c.id).where(_sample.c.week == week)).first() is None:
        _draw(connection, week, now, size)
    return list(_drawn(connection, week))


def _draw(connection: Connection, week: str, now: datetime, size: int) -> None:
    model = current_model(connection)
    weighed = select(_link.c.id, _link.c.score).where(_link.c.score.is_not(None))
    lot = sorted(connection.execute(weighed).all(), key=lambda link: rank(week, link.id))[:size]
    if model is None or not lot:
        raise UserError("there are no links to draw from: `link` makes them")
    common = {"week": week, "drawn_at": now}
    claims = [{"claimed": probability(model.weighing, one.score)} for one in lot]
    rows = [
        common | {"link_id": one.id, "score": one.score} | said for one, said in zip(lot, claims, strict=True)
    ]
    insert_many(connection, _sample, rows)


def _drawn(connection: Connection, week: str) -> Iterator[Drawn]:
    for row in connection.execute(text(_DRAWN), {"week": week}).all():
        hops = connection.execute(text(_PROOFS), {"link": row.link_id}).all()
        words, urls = tuple(hop.words for hop in hops), tuple(hop.url for hop in hops)
        yield Drawn(row.id, row.source, row.seller, row.provider, row.account_ref, words, urls)
