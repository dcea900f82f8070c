"""Duplicate storefronts: what sellers' shops have in common beside contacts. Weak evidence: listed, joining nobody.

Parts: `text`, the words without their numbers; `prices`, the ladder of what stands on sale; `stock`, counters that made
the same moves on the same days; `logo`. Each part says how many others share it, for a template is everybody's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

PARTS = ("text", "prices", "stock", "logo")
FEWEST_PARTS = 2
"""One part alone is a template or a chance."""
LARGEST = 20
"""What more sellers share is the software's or the trade's, and makes no twins."""
_FEWEST_PRICES = 3
_FEWEST_MOVES = 3

_TEXT = """
SELECT DISTINCT l.seller_id, t.words_sha256 AS part FROM listing_text t JOIN listing l ON l.id = t.listing_id
WHERE t.words_sha256 <> ''
"""
_LOGO = """
SELECT DISTINCT s.seller_id, i.value AS part FROM sighting s JOIN identifier i ON i.id = s.identifier_id
WHERE i.kind = 'logo'
"""
_PRICES = """
SELECT n.seller_id, n.product, n.amount, n.currency FROM offers_now n
WHERE n.amount IS NOT NULL ORDER BY n.seller_id, n.product, n.amount_n
"""
_STOCK = """
SELECT l.seller_id, o.id AS offer_id, o.product, s.seen_at, s.amount FROM stock s JOIN offer o ON o.id = s.offer_id
JOIN listing l ON l.id = o.listing_id ORDER BY o.id, s.seen_at
"""
_NAMES = (
    "SELECT s.id, s.source, s.key, c.cluster FROM seller s LEFT JOIN seller_cluster c ON c.seller_id = s.id"
)

Shared = dict[object, set[int]]


@dataclass(frozen=True, slots=True)
class Twins:
    """Two storefronts that agree in parts: with each part how many sellers in all share the rarest of it."""

    source: str
    seller: str
    other_source: str
    other_seller: str
    parts: tuple[tuple[str, int], ...]
    same_cluster: bool
    """Whether strong identifiers join the two anyway."""


def find_twins(connection: Connection, limit: int, fewest: int = FEWEST_PARTS) -> list[Twins]:
    """Give pairs of sellers whose storefronts agree in so many parts, those of the most and rarest parts first."""
    agreed: defaultdict[tuple[int, int], dict[str, int]] = defaultdict(dict)
    for part, shared in _parts(connection).items():
        for sellers in shared.values():
            if len(sellers) > LARGEST:
                continue
            for pair in combinations(sorted(sellers), 2):
                agreed[pair][part] = min(len(sellers), agreed[pair].get(part, LARGEST))
    pairs = [pair for pair, parts in agreed.items() if len(parts) >= fewest]
    pairs.sort(key=lambda pair: (-len(agreed[pair]), sum(agreed[pair].values()), pair))
    names = {row.id: row for row in connection.execute(text(_NAMES))} if pairs else {}
    found = []
    for pair in pairs[:limit]:
        one, other = (names[seller] for seller in pair)
        parts = tuple((part, agreed[pair][part]) for part in PARTS if part in agreed[pair])
        together = one.cluster is not None and one.cluster == other.cluster
        found.append(Twins(one.source, one.key, other.source, other.key, parts, together))
    return found


def _parts(connection: Connection) -> Mapping[str, Shared]:
    prices: defaultdict[int, list[tuple[object, ...]]] = defaultdict(list)
    for seller, *priced in connection.execute(text(_PRICES)):
        prices[seller].append(tuple(map(str, priced)))
    ladders = ((seller, tuple(one)) for seller, one in prices.items() if len(one) >= _FEWEST_PRICES)
    return {
        "text": _shared((row.seller_id, row.part) for row in connection.execute(text(_TEXT))),
        "prices": _shared(ladders),
        "stock": _shared(_moves(connection)),
        "logo": _shared((row.seller_id, row.part) for row in connection.execute(text(_LOGO))),
    }


def _shared(rows: Iterable[tuple[int, object]]) -> Shared:
    found: defaultdict[object, set[int]] = defaultdict(set)
    for seller, part in rows:
        found[part].add(seller)
    return {part: sellers for part, sellers in found.items() if len(sellers) > 1}


def _moves(connection: Connection) -> Iterable[tuple[int, object]]:
    """Give each run of three moves that a stock counter made, with the days: chance repeats one move, hardly three."""
    last: dict[int, int | None] = {}
    runs: defaultdict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for row in connection.execute(text(_STOCK)):
        before = last.get(row.offer_id)
        last[row.offer_id] = row.amount
        if before is None or row.amount is None:
            continue
        run = runs[row.offer_id]
        run.append((str(row.seen_at)[:10], before, row.amount))
        if len(run) >= _FEWEST_MOVES:
            yield row.seller_id, (row.product, *run[-_FEWEST_MOVES:])
