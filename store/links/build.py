"""Links from the rows as they stand: what should be linked is compared with what is, and only the difference written.

Links are derived and may always be made anew; claims, which left in feeds, are kept (store/links/claims.py).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, text

from store.import_batches import table_of
from store.known_tables import Link, LinkHop
from store.links.claims import ClaimCounts, keep_claims
from store.links.exact import want_exact
from store.links.purchases import want_purchases
from store.links.rules import drop_tables, make_rules
from store.matching import PURCHASE, exact_words, purchase_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Row

_TABLES = ("link_wanted", "link_held", "link_asked_for", "link_changed", "link_rebuilt")
_BATCH = 2_000

_MAKE_WANTED = """
CREATE TEMP TABLE link_wanted (
    seller_id INTEGER, account_id INTEGER, rule TEXT, kind TEXT, value TEXT, sighting_id INTEGER,
    known_identifier_id INTEGER, purchase_id INTEGER, snapshot_id INTEGER, pointer TEXT, span_start INTEGER,
    span_end INTEGER, sharers INTEGER)
"""

_HELD = """
CREATE TEMP TABLE link_held AS
SELECT seller_id, account_id, rule, sighting_id, known_identifier_id, purchase_id, snapshot_id, pointer, span_start,
       span_end
FROM link JOIN link_hop ON link_hop.link_id = link.id
"""

_ASKED = """
CREATE TEMP TABLE link_asked_for AS
SELECT seller_id, account_id, rule, sighting_id, known_identifier_id, purchase_id, snapshot_id, pointer, span_start,
       span_end
FROM link_wanted
"""

_CHANGED = """
CREATE TEMP TABLE link_changed AS
SELECT seller_id, account_id FROM (SELECT * FROM link_asked_for EXCEPT SELECT * FROM link_held) AS fresh
UNION SELECT seller_id, account_id FROM (SELECT * FROM link_held EXCEPT SELECT * FROM link_asked_for) AS stale
"""

_REBUILT = """
CREATE TEMP TABLE link_rebuilt AS
SELECT seller_id, account_id FROM link_changed
UNION SELECT seller_id, account_id FROM link WHERE :everything = 1
UNION SELECT seller_id, account_id FROM link_wanted WHERE :everything = 1
"""

_DROP_HOPS = """
DELETE FROM link_hop WHERE link_id IN (
    SELECT l.id FROM link l JOIN link_rebuilt r ON r.seller_id = l.seller_id AND r.account_id = l.account_id)
"""
_DROP_LINKS = """
DELETE FROM link WHERE EXISTS (
    SELECT 1 FROM link_rebuilt r WHERE r.seller_id = link.seller_id AND r.account_id = link.account_id)
"""

_RESHARE = """
UPDATE link_hop SET sharers = w.sharers FROM link_wanted w, link l
WHERE l.id = link_hop.link_id AND l.seller_id = w.seller_id AND l.account_id = w.account_id
  AND w.sighting_id = link_hop.sighting_id AND w.known_identifier_id = link_hop.known_identifier_id
  AND w.sharers <> link_hop.sharers
"""

_PATHS = """
SELECT w.*, r.source, r.key AS seller_key, a.provider, a.account_ref, k.kind AS known_kind, b.bought_on, b.case_id
FROM link_rebuilt x
JOIN link_wanted w ON w.seller_id = x.seller_id AND w.account_id = x.account_id
JOIN seller r ON r.id = w.seller_id
JOIN known_account a ON a.id = w.account_id
LEFT JOIN known_identifier k ON k.id = w.known_identifier_id
LEFT JOIN purchase b ON b.id = w.purchase_id
ORDER BY w.seller_id, w.account_id, CASE WHEN w.rule = 'purchase' THEN 0 ELSE 1 END, w.kind, w.value,
         w.sighting_id, w.known_identifier_id, w.purchase_id
"""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What one making of links found: how many stand, and what changed for those who read claims."""

    active: int
    claims: ClaimCounts


def build_links(connection: Connection, now: datetime, *, full: bool = False) -> LinkReport:
    """Bring links, hops and claims to what the rows say; run it inside one transaction under the writer lock.

    `full` writes every link anew; without it only the ones whose paths changed. Both end in the same rows.
    """
    drop_tables(connection, _TABLES)
    make_rules(connection)
    connection.execute(text(_MAKE_WANTED))
    want_exact(connection)
    want_purchases(connection)
    connection.execute(text("CREATE INDEX link_wanted_ends ON link_wanted (seller_id, account_id)"))
    for statement in (_HELD, _ASKED, _CHANGED):
        connection.execute(text(statement))
    connection.execute(text(_REBUILT), {"everything": int(full)})
    connection.execute(text("CREATE UNIQUE INDEX link_rebuilt_ends ON link_rebuilt (seller_id, account_id)"))
    for statement in (_DROP_HOPS, _DROP_LINKS):
        connection.execute(text(statement))
    _write(connection, connection.execute(text(_PATHS)).yield_per(_BATCH))
    connection.execute(text(_RESHARE))
    counts = keep_claims(connection, now)
    drop_tables(connection, (*_TABLES, "link_kind", "link_pair"))
    active = connection.execute(text("SELECT count(*) FROM link")).scalar_one()
    return LinkReport(active, counts)


def link_id(source: str, seller_key: str, provider: str, account_ref: str) -> str:
    """Hash a link's end points into its id.

    >>> link_id("shop", "operator", "anthropic", "acc_1") == link_id("shop", "operator", "anthropic", "acc_1")
    True
    """
    ends = json.dumps(["link", source, seller_key, provider, account_ref], ensure_ascii=True)
    return hashlib.sha256(ends.encode()).hexdigest()[:32]


def _write(connection: Connection, rows: Iterable[Row[Any]]) -> None:
    links: list[dict[str, Any]] = []
    hops: list[dict[str, Any]] = []
    for (seller_id, account_id), paths in groupby(rows, key=lambda row: (row.seller_id, row.account_id)):
        steps = list(_hops(paths))
        links.append({"id": steps[0]["link_id"], "seller_id": seller_id, "account_id": account_id})
        hops += steps
        if len(hops) >= _BATCH:
            _flush(connection, links, hops)
    _flush(connection, links, hops)


def _flush(connection: Connection, links: list[dict[str, Any]], hops: list[dict[str, Any]]) -> None:
    if links:
        connection.execute(insert(table_of(Link)), links)
        connection.execute(insert(table_of(LinkHop)), hops)
    links.clear()
    hops.clear()


def _hops(paths: Iterable[Row[Any]]) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(paths):
        words = (
            purchase_words(str(row.bought_on), row.case_id)
            if row.rule == PURCHASE
            else exact_words(row.kind, row.value, row.known_kind)
        )
        yield {
            "link_id": link_id(row.source, row.seller_key, row.provider, row.account_ref),
            "path": number,
            "hop": 0,
            "rule": row.rule,
            "words": words,
            "sighting_id": row.sighting_id,
            "known_identifier_id": row.known_identifier_id,
            "purchase_id": row.purchase_id,
            "sharers": row.sharers,
            "snapshot_id": row.snapshot_id,
            "pointer": row.pointer,
            "span_start": row.span_start,
            "span_end": row.span_end,
        }
