"""Links from the rows as they stand: what should be linked is compared with what is, and only the difference written.

Links are derived and may always be made anew; claims, which left in feeds, are kept (store/links/claims.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

from store.links.claims import ClaimCounts, keep_claims
from store.links.clusters import ClusterCounts, keep_clusters
from store.links.exact import want_exact
from store.links.fresh import mark_stale
from store.links.judged import TABLE as REJECTED
from store.links.judged import drop_rejected
from store.links.model import Model, model_for
from store.links.probes import want_probes
from store.links.purchases import want_purchases
from store.links.rules import drop_tables, make_rules
from store.links.scope import keep_scope, make_scope
from store.links.unequal import want_unequal
from store.links.write import write_links

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_TABLES = ("link_wanted", "link_held", "link_asked_for", "link_changed", "link_rebuilt")
_MAKE_WANTED = """
CREATE TEMP TABLE link_wanted (
    seller_id INTEGER, account_id INTEGER, rule TEXT, kind TEXT, value TEXT, sighting_id INTEGER,
    known_kind TEXT, known_key TEXT, purchase_id INTEGER, probe_answer_id INTEGER, snapshot_id INTEGER, pointer TEXT, span_start INTEGER,
    span_end INTEGER, sharers INTEGER, partial_id INTEGER, weight TEXT, words TEXT,
    stale INTEGER NOT NULL DEFAULT 0)
"""

_HELD = """
CREATE TEMP TABLE link_held AS
SELECT link.seller_id, account_id, rule, sighting_id, known_kind, known_key, purchase_id, probe_answer_id, partial_id, snapshot_id,
       pointer, span_start, span_end, CASE WHEN link_hop.stale THEN 1 ELSE 0 END AS stale
FROM link_seller x CROSS JOIN link CROSS JOIN link_hop
WHERE link.seller_id = x.seller_id AND link_hop.link_id = link.id
"""

_ASKED = """
CREATE TEMP TABLE link_asked_for AS
SELECT seller_id, account_id, rule, sighting_id, known_kind, known_key, purchase_id, probe_answer_id, partial_id, snapshot_id, pointer,
       span_start, span_end, stale
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
UNION SELECT l.seller_id, l.account_id FROM link_seller x CROSS JOIN link l
      WHERE l.seller_id = x.seller_id AND (:everything = 1 OR l.model IS NULL OR l.model <> :version)
UNION SELECT seller_id, account_id FROM link_wanted WHERE :everything = 1
UNION SELECT w.seller_id, w.account_id FROM link_wanted w
      JOIN link l ON w.seller_id = l.seller_id AND w.account_id = l.account_id
      JOIN link_hop h ON h.link_id = l.id
           AND w.rule = h.rule AND w.known_kind = h.known_kind AND w.known_key = h.known_key
           AND (w.sighting_id = h.sighting_id OR w.partial_id = h.partial_id)
      WHERE w.sharers <> h.sharers OR w.words <> h.words
"""
"""What is written anew: also where no path changed but a value's sharers or the model did, and so the weights."""

_DROP_HOPS = """
DELETE FROM link_hop WHERE link_id IN (
    SELECT l.id FROM link l JOIN link_rebuilt r ON r.seller_id = l.seller_id AND r.account_id = l.account_id)
"""
_DROP_LINKS = """
DELETE FROM link WHERE EXISTS (
    SELECT 1 FROM link_rebuilt r WHERE r.seller_id = link.seller_id AND r.account_id = link.account_id)
"""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What one making of links found: how many stand, and what changed for those who read claims."""

    active: int
    claims: ClaimCounts
    clusters: ClusterCounts


def build_links(
    connection: Connection, now: datetime, *, full: bool = False, model: Model | None = None,
    keys: Mapping[str, bytes] | None = None,
) -> LinkReport:  # fmt: skip
    """Bring links, hops and claims to what the rows say; run it inside one transaction under the writer lock.

    `full` makes a new link model and writes every link anew; without it the newest model stays, and only the links
    whose paths or weights changed are written. Under one `model` both end in the same rows.
    `keys` are those of the providers' digests (store/peppers.py).
    """
    model = model or model_for(connection, now, renew=full)
    drop_tables(connection, _TABLES)
    clusters = keep_clusters(connection, now, full=full)
    make_rules(connection)
    sight = (model.version, *sorted(keys or ()))
    narrow = make_scope(connection, sight, keys or {}, full=full)
    connection.execute(text(_MAKE_WANTED))
    want_exact(connection, keys, narrow=narrow)
    want_purchases(connection)
    want_probes(connection)
    want_unequal(connection, model.weighing, keys or {})
    mark_stale(connection)
    connection.execute(text("CREATE INDEX link_wanted_ends ON link_wanted (seller_id, account_id)"))
    drop_rejected(connection)
    for statement in (_HELD, _ASKED, _CHANGED):
        connection.execute(text(statement))
    connection.execute(text(_REBUILT), {"everything": int(full), "version": model.version})
    connection.execute(text("CREATE UNIQUE INDEX link_rebuilt_ends ON link_rebuilt (seller_id, account_id)"))
    for statement in (_DROP_HOPS, _DROP_LINKS):
        connection.execute(text(statement))
    write_links(connection, model)
    counts = keep_claims(connection, now)
    keep_scope(connection, sight)
    drop_tables(connection, (*_TABLES, REJECTED, "link_kind", "link_pair"))
    active = connection.execute(text("SELECT count(*) FROM link")).scalar_one()
    return LinkReport(active, counts, clusters)
