"""All that is held on one value, for who asks what we know of them; one mapping a row, with the proof where it has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

_ASKED = (
    ("shown", """
SELECT i.kind, i.value, s.written, s.role, s.first_seen_at, r.source, r.key AS seller, l.url AS listing_url,
       n.sha256, n.url, n.purged_at
FROM identifier i JOIN sighting s ON s.identifier_id = i.id JOIN seller r ON r.id = s.seller_id
JOIN snapshot n ON n.id = s.snapshot_id LEFT JOIN listing l ON l.id = s.listing_id
WHERE i.value = :value OR s.written = :value ORDER BY s.id"""),
    ("masked", """
SELECT p.kind, p.written, p.role, p.first_seen_at, r.source, r.key AS seller, n.sha256, n.url
FROM partial_sighting p JOIN seller r ON r.id = p.seller_id JOIN snapshot n ON n.id = p.snapshot_id
WHERE p.written = :value ORDER BY p.id"""),
    ("listing", """
SELECT DISTINCT t.title, t.text, t.seen_at, l.url, r.source, r.key AS seller FROM identifier i
JOIN sighting s ON s.identifier_id = i.id JOIN listing l ON l.id = s.listing_id
JOIN listing_text t ON t.listing_id = l.id JOIN seller r ON r.id = l.seller_id
WHERE i.value = :value OR s.written = :value ORDER BY l.url, t.seen_at"""),
    ("known account", """
SELECT k.kind, k.value, k.valid_from, k.valid_until, a.provider, a.account_ref FROM known_identifier k
JOIN known_account a ON a.id = k.account_id WHERE k.value = :value
ORDER BY a.provider, a.account_ref, k.kind, k.valid_from"""),
    ("claim", """
SELECT DISTINCT c.id, c.status, c.reason, c.first_linked_at, c.last_change FROM identifier i
JOIN sighting s ON s.identifier_id = i.id JOIN link_hop h ON h.sighting_id = s.id JOIN claim c ON c.link_id = h.link_id
WHERE i.value = :value OR s.written = :value ORDER BY c.id"""),
    ("protected", "SELECT kind, value, reason, valid_from, valid_until FROM protected_value WHERE value = :value ORDER BY id"),
    ("hold", "SELECT case_id, what AS held, kind, value, by, from_at, until_at FROM legal_hold WHERE value = :value ORDER BY id"),
)  # fmt: skip


def held_on(connection: Connection, value: str) -> Iterator[dict[str, Any]]:
    """Give every row that names a value, in its canonical form or as it was written, with what kind of row it is."""
    for what, query in _ASKED:
        for row in connection.execute(text(query), {"value": value}).mappings():
            yield {"what": what, **row}
