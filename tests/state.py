"""The whole state of a database but for run ids, row ids and times: what two ways to one end must share."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_QUERIES = {
    "source": "SELECT name, platform, url FROM source",
    "listing": "SELECT l.source, l.key, l.url, s.key FROM listing l JOIN seller s ON s.id = l.seller_id",
    "text": "SELECT l.source, l.key, t.title, t.text, t.groups FROM listing_text t JOIN listing l ON l.id = t.listing_id",
    "offer": "SELECT o.key, l.source, l.key, kind, provider, product, label, per, direction"
    " FROM offer o JOIN listing l ON l.id = o.listing_id",
    "observation": "SELECT o.key, amount, currency, face_amount, recharge, group_multiplier, fraction, v.fingerprint"
    " FROM observation v JOIN offer o ON o.id = v.offer_id",
    "presence": "SELECT o.key, p.until_at IS NULL, p.missing_since IS NULL"
    " FROM presence p JOIN offer o ON o.id = p.offer_id",
    "stock": "SELECT o.key, k.amount FROM stock k JOIN offer o ON o.id = k.offer_id",
    "fact": "SELECT source, name, key, value FROM fact",
    "sighting": "SELECT i.kind, i.value, s.source, s.key, coalesce(l.key, ''), g.role FROM sighting g"
    " JOIN identifier i ON i.id = g.identifier_id JOIN seller s ON s.id = g.seller_id"
    " LEFT JOIN listing l ON l.id = g.listing_id",
    "signal": "SELECT g.source, coalesce(l.key, ''), g.name FROM signal g LEFT JOIN listing l ON l.id = g.listing_id",
    "hint": "SELECT source, url, why FROM hint",
    "snapshot": "SELECT sha256, media_type, size FROM snapshot",
    "valuation": "SELECT o.key, v.ratio, v.reason, v.path, v.superseded_by IS NULL FROM valuation v"
    " JOIN observation b ON b.id = v.observation_id JOIN offer o ON o.id = b.offer_id",
    "link": "SELECT s.source, s.key, a.provider, a.account_ref FROM link k JOIN seller s ON s.id = k.seller_id"
    " JOIN known_account a ON a.id = k.account_id",
    "claim": "SELECT id, status, reason FROM claim",
}


def state_of(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Read the state of a SQLite file, sorted, by what it is about."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return {
            name: sorted(connection.execute(query).fetchall(), key=repr) for name, query in _QUERIES.items()
        }
    finally:
        connection.close()


def is_whole(database: Path) -> list[str]:
    """Say what is torn: SQLite's integrity and foreign keys, rows of a run that is not there; empty when whole."""
    connection = sqlite3.connect(database)
    try:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        said += [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
        return said
    finally:
        connection.close()
