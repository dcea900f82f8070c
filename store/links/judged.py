"""What people rejected joins nobody: taken out of what should be linked, before that is compared with what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from store.import_batches import table_of
from store.judgement_tables import HOP, REJECT, Judgement
from store.links.rules import drop_tables
from store.links.write import key_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

JUDGED = "judged: rejected"
TABLE = "link_rejected"
_judgement = table_of(Judgement)

_MAKE = "CREATE TEMP TABLE link_rejected (seller_id INTEGER, account_id INTEGER)"
_PAIRS = """
INSERT INTO link_rejected
SELECT DISTINCT w.seller_id, w.account_id FROM judgement j
JOIN link_wanted w ON w.seller_id = j.seller_id AND w.account_id = j.account_id
WHERE j.about = 'pair' AND j.says = 'reject' AND j.undone_at IS NULL
"""
_DROP_PAIRS = """
DELETE FROM link_wanted WHERE EXISTS (
    SELECT 1 FROM link_rejected r WHERE r.seller_id = link_wanted.seller_id AND r.account_id = link_wanted.account_id)
"""
_MAY_BE = """
SELECT DISTINCT w.seller_id, w.account_id, w.rule, w.kind, w.value, w.purchase_id, r.source, r.key AS seller_key,
       a.provider, a.account_ref, o.key AS offer_key
FROM (SELECT DISTINCT seller_id, account_id FROM judgement
      WHERE about = 'hop' AND says = 'reject' AND undone_at IS NULL) AS j
JOIN link_wanted w ON w.seller_id = j.seller_id AND w.account_id = j.account_id
JOIN seller r ON r.id = w.seller_id JOIN known_account a ON a.id = w.account_id
LEFT JOIN purchase b ON b.id = w.purchase_id LEFT JOIN offer o ON o.id = b.offer_id
"""
_DROP_HOP = """
DELETE FROM link_wanted WHERE seller_id = :seller_id AND account_id = :account_id AND rule = :rule AND kind = :kind
AND value = :value AND coalesce(purchase_id, 0) = :purchase_id
"""
_LEFT_OUT = "SELECT seller_id, account_id FROM link_rejected"
_LOST = "INSERT INTO link_rejected VALUES (:seller_id, :account_id)"


def rejected_hops(connection: Connection) -> frozenset[str]:
    """Give the keys of all hops that somebody rejects: no path may use one."""
    rejects = (_judgement.c.about == HOP) & (_judgement.c.says == REJECT) & _judgement.c.undone_at.is_(None)
    return frozenset(connection.execute(select(_judgement.c.key).where(rejects)).scalars())


def drop_rejected(connection: Connection) -> None:
    """Take rejected pairs and hops out of `link_wanted`, and keep in `link_rejected` which pairs lost by it.

    A hop is sought on the link on which it was judged, which it names itself: its key is hashed from its own ends.
    """
    drop_tables(connection, (TABLE,))
    connection.execute(text(_MAKE))
    connection.execute(text(_PAIRS))
    connection.execute(text(_DROP_PAIRS))
    rejected = rejected_hops(connection)
    for row in connection.execute(text(_MAY_BE)).all() if rejected else ():
        if key_of(row) in rejected:
            named = ("seller_id", "account_id", "rule", "kind", "value")
            ends = {name: getattr(row, name) for name in named} | {"purchase_id": row.purchase_id or 0}
            connection.execute(text(_DROP_HOP), ends)
            connection.execute(text(_LOST), ends)


def lost_by_judgement(connection: Connection) -> set[tuple[int, int]]:
    """Give the pairs, by seller and account, that this making of links leaves out for a judgement."""
    return {(row[0], row[1]) for row in connection.execute(text(_LEFT_OUT))}
