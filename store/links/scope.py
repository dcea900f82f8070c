"""Which sellers a making of links looks at: all, or those alone whose own rows are new since the last one.

What sellers show only grows by loads. Everything else that links stand on (lists, purchases, judgements, what was
forgotten, the rules) leaves a trace that is compared as a whole; where it moved, all sellers are looked at.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from store.links.derived import part_keys
from store.links.marks import read_mark, write_mark
from store.links.rules import drop_tables
from store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

SCOPE_TABLES = ("link_seller", "link_shown", "link_fresh")
_MARK = "links"
_GROWS = ("sighting", "partial_sighting", "observation")
_NARROW_UP_TO = 20_000
"""Fresh rows beyond which looking at everybody is as quick."""
_TRACED = {
    "import_batch": (), "purchase": (), "tombstone": (), "known_file": (), "warned_value": (), "protected_value": (),
    "judgement": ("undone_at",), "probe": (), "probe_answer": (),
}  # fmt: skip
"""Tables whose growth concerns links; beside the number of their rows and their last one, how many have these fields."""

_ALL = "INSERT INTO link_seller SELECT id FROM seller"
_FRESH = """
INSERT INTO link_fresh
SELECT DISTINCT lk.joins, i.value FROM sighting s JOIN identifier i ON i.id = s.identifier_id
JOIN link_kind lk ON lk.kind = i.kind WHERE s.id > :sighting
"""
# Who is new; who is linked and shows a value, or a name near one, that somebody now shows too; whose bought offer was seen anew.
_TOUCHED = """
INSERT INTO link_seller
SELECT seller_id FROM sighting WHERE id > :sighting
UNION SELECT seller_id FROM partial_sighting WHERE id > :partial_sighting
UNION
SELECT s.seller_id FROM link_fresh f CROSS JOIN link_kind lk CROSS JOIN identifier i CROSS JOIN sighting s
WHERE lk.joins = f.joins AND i.kind = lk.kind AND i.value = f.value AND s.identifier_id = i.id
  AND EXISTS (SELECT 1 FROM link l WHERE l.seller_id = s.seller_id)
UNION
SELECT l.seller_id FROM link_fresh f CROSS JOIN link_hop h CROSS JOIN link l
WHERE h.known_key = f.value AND l.id = h.link_id
UNION
SELECT o.seller_id FROM partial_sighting n JOIN partial_sighting o ON o.kind = n.kind AND o.written = n.written
WHERE n.id > :partial_sighting
UNION
SELECT l.seller_id FROM observation v JOIN purchase b ON b.offer_id = v.offer_id JOIN offer o ON o.id = b.offer_id
JOIN listing l ON l.id = o.listing_id WHERE v.id > :observation
UNION
SELECT l.seller_id FROM observation v JOIN probe q ON q.offer_id = v.offer_id JOIN offer o ON o.id = q.offer_id
JOIN listing l ON l.id = o.listing_id WHERE v.id > :observation
"""
_BESIDE_PART = """
INSERT INTO link_seller SELECT DISTINCT l.seller_id FROM link_hop h JOIN link l ON l.id = h.link_id
WHERE h.known_key = :key AND l.seller_id NOT IN (SELECT seller_id FROM link_seller)
"""
"""Who is linked by a part of a value that somebody now shows, and then may be their copycat."""
_SHOWN = """
INSERT INTO link_shown SELECT DISTINCT s.identifier_id FROM link_seller x JOIN sighting s ON s.seller_id = x.seller_id
"""


def make_scope(
    connection: Connection, sight: tuple[object, ...], keys: Mapping[str, bytes], *, full: bool
) -> bool:
    """Make `link_seller` of whom to look at, and where that is not everybody `link_shown` of what they show.

    Gives whether it is narrow. `sight` is what else decides: the model's version, the keys held, which are `keys`. Needs `link_kind`.
    """
    drop_tables(connection, SCOPE_TABLES)
    connection.execute(text("CREATE TEMP TABLE link_seller (seller_id INTEGER PRIMARY KEY)"))
    seen = None if full else _unmoved(connection, sight)
    if seen is None or _fresh(connection, seen) > _NARROW_UP_TO:
        connection.execute(text(_ALL))
        return False
    connection.execute(text("CREATE TEMP TABLE link_fresh (joins TEXT, value TEXT)"))
    connection.execute(text("CREATE TEMP TABLE link_shown (identifier_id INTEGER PRIMARY KEY)"))
    connection.execute(text(_FRESH), seen)
    connection.execute(text(_TOUCHED), seen)
    fresh = [
        (row.joins, row.value) for row in connection.execute(text("SELECT joins, value FROM link_fresh"))
    ]
    near = [{"key": key} for key in part_keys(connection, fresh, keys)]
    if near:
        connection.execute(text(_BESIDE_PART), near)
    connection.execute(text(_SHOWN))
    return True


def keep_scope(connection: Connection, sight: tuple[object, ...]) -> None:
    """Remember what this making of links saw."""
    seen = {"others": _trace(connection, sight)} | {name: _last(connection, name) for name in _GROWS}
    write_mark(connection, _MARK, json.dumps(seen))
    drop_tables(connection, SCOPE_TABLES)


def _unmoved(connection: Connection, sight: tuple[object, ...]) -> dict[str, int] | None:
    """Give the last rows that were seen, None where something else moved since."""
    mark = read_mark(connection, _MARK)
    seen = json.loads(mark) if mark else {}
    if seen.pop("others", None) != _trace(connection, sight):
        return None
    # a row number below the mark was given up, and may be given again
    return None if any(_last(connection, name) < seen[name] for name in _GROWS) else seen


def _trace(connection: Connection, sight: tuple[object, ...]) -> str:
    said: list[object] = [sight, connection.execute(text("SELECT * FROM link_kind ORDER BY kind")).all()]
    for name, fields in _TRACED.items():
        table = TABLES[name]
        counts = [func.count(table.c[one]) for one in fields]
        ids = [func.max(table.c.id)] if "id" in table.c else []
        said.append([name, *connection.execute(select(func.count(), *ids, *counts).select_from(table)).one()])
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _last(connection: Connection, name: str) -> int:
    return int(connection.execute(select(func.max(TABLES[name].c.id))).scalar() or 0)


def _fresh(connection: Connection, seen: dict[str, int]) -> int:
    return sum(_last(connection, name) - seen[name] for name in ("sighting", "partial_sighting"))
