"""How long what is kept: each kind's class, each class's period, and what is due to go today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, text

from store.columns import Utc
from store.holds import Holds
from store.records import KINDS
from store.run_records import SCREENSHOT
from store.schema import PROVEN, TABLES

PERSON, PAYMENT, BUSINESS = "person", "payment", "business"
_PERSONS = (
    "email", "telegram", "wechat", "qq", "whatsapp", "phone", "zalo", "line", "username",
)  # fmt: skip
_PAYMENTS = ("crypto_btc", "crypto_eth", "crypto_tron", "payment", "bin", "api_key")
CLASS_OF: Mapping[str, str] = {
    name: PERSON if name in _PERSONS else PAYMENT if name in _PAYMENTS else BUSINESS for name in KINDS
}
BYSTANDER_DAYS, WALL_DAYS, PAGE_DAYS = 30, 90, 730
DAYS: Mapping[str, int | None] = {PERSON: 730, PAYMENT: 1095, BUSINESS: None}
"""Days after a value was last newly seen, where nothing stands on sale with who shows it and no link rests on it."""

_UNLINKED = f"""
  AND NOT EXISTS (SELECT 1 FROM sighting s JOIN link_hop h ON h.sighting_id = s.id WHERE s.identifier_id = i.id)
  AND NOT EXISTS (SELECT 1 FROM known_identifier k
                  WHERE k.kind IN ({", ".join(f"'{name}'" for name in KINDS)}) AND k.value = i.value AND k.valid_until IS NULL)
"""  # noqa: S608 - our own names
_BYSTANDERS = f"""
SELECT i.kind, i.value FROM identifier i
WHERE i.kind IN ({", ".join(f"'{name}'" for name in (*_PERSONS, *_PAYMENTS))})
  AND EXISTS (SELECT 1 FROM sighting s WHERE s.identifier_id = i.id)
  AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.identifier_id = i.id AND (s.role <> 'unknown' OR s.first_seen_at > :before))
  {_UNLINKED}
ORDER BY i.kind, i.value
"""  # noqa: S608 - our own names
_AGED = f"""
SELECT i.kind, i.value FROM identifier i
WHERE i.kind = :kind
  AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.identifier_id = i.id AND s.first_seen_at > :before)
  AND NOT EXISTS (SELECT 1 FROM sighting s JOIN listing l ON l.seller_id = s.seller_id JOIN offer o ON o.listing_id = l.id
                  JOIN presence p ON p.offer_id = o.id WHERE s.identifier_id = i.id AND p.until_at IS NULL)
  {_UNLINKED}
ORDER BY i.value
"""  # noqa: S608 - our own names
_UNNAMED = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM {name} x WHERE x.snapshot_id = n.id)"  # noqa: S608 - our own names
    for name in PROVEN
)
_WALLS = f"""
SELECT n.*, r.source FROM snapshot n JOIN run r ON r.id = n.run_id
WHERE n.purged_at IS NULL AND n.fetched_at < :before AND n.role <> '{SCREENSHOT}'
  AND COALESCE(r.event, '') <> 'imported' AND {_UNNAMED} ORDER BY n.id
"""  # noqa: S608 - our own names
_OLD_PAGES = f"""
SELECT n.*, r.source FROM snapshot n JOIN run r ON r.id = n.run_id
WHERE n.purged_at IS NULL AND n.fetched_at < :before AND n.role <> '{SCREENSHOT}'
  AND NOT EXISTS (SELECT 1 FROM link_hop h WHERE h.snapshot_id = n.id) ORDER BY n.id
"""  # noqa: S608 - our own names


@dataclass(frozen=True, slots=True)
class Due:
    """What is to go: values by why, pages by why; `held` counts what a case keeps."""

    values: dict[tuple[str, str], str]
    pages: dict[str, tuple[Row[Any], str]]
    held: int


def find_due(connection: Connection, holds: Holds, now: datetime) -> Due:
    """Find what has outlived its period and is held by no case."""
    values: dict[tuple[str, str], str] = {}
    for row in _ask(connection, _BYSTANDERS, now, BYSTANDER_DAYS):
        values[row.kind, row.value] = f"an unlinked bystander for {BYSTANDER_DAYS} days"
    for kind, name in sorted(CLASS_OF.items()):
        days = DAYS[name]
        if days is not None:
            for row in _ask(connection, _AGED, now, days, kind=kind):
                values.setdefault((row.kind, row.value), f"{name}: {days} days since it was last newly seen")
    pages: dict[str, tuple[Row[Any], str]] = {}
    for statement, days, what in (
        (_WALLS, WALL_DAYS, "proves no row"),
        (_OLD_PAGES, PAGE_DAYS, "proves no link"),
    ):
        for row in _ask(connection, statement, now, days):
            pages.setdefault(row.sha256, (row, f"a page that {what}, {days} days old"))
    kept_values = {one: why for one, why in values.items() if one not in holds.values}
    kept_pages = {one: found for one, found in pages.items() if not holds.of_page(found[0], found[0].source)}
    held = len(values) + len(pages) - len(kept_values) - len(kept_pages)
    return Due(kept_values, kept_pages, held)


def _ask(connection: Connection, statement: str, now: datetime, days: int, **more: str) -> list[Row[Any]]:
    query = text(statement).bindparams(bindparam("before", type_=Utc()))
    if "SELECT n.*" in statement:
        snapshot = TABLES["snapshot"]
        query = query.columns(*snapshot.c, snapshot.c.url.label("source"))  # type: ignore[assignment]
    return list(connection.execute(query, {"before": now - timedelta(days=days)} | more).all())
