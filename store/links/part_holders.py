"""Who holds the parts of values that providers told by digest, and who is kept out by what is known of whole values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

from store.derivations import DERIVATIONS
from store.links.rules import NAMES, drop_tables
from store.matching import comparable
from store.peppers import peppered

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

    from store.links.seeking import Seeking

_BESIDE = """
SELECT DISTINCT kind, pepper_id, derivation FROM known_value WHERE derivation IS NOT NULL AND valid_until IS NULL
"""
_FILED = "SELECT kind, pepper_id, derivation FROM known_shape WHERE derivation IS NOT NULL"
_WHOLE_BESIDE = """
SELECT 1 FROM known_value WHERE kind = :kind AND pepper_id = :pepper AND derivation IS NULL AND valid_until IS NULL LIMIT 1
"""
_WHOLE_FILED = "SELECT 1 FROM known_shape WHERE kind = :kind AND pepper_id = :pepper AND derivation IS NULL"
_MAKE = "CREATE TEMP TABLE link_part (kind TEXT, pepper_id TEXT, derivation TEXT, digest TEXT, bytes {0})"
_INSERT = "INSERT INTO link_part VALUES (:kind, :pepper, :derivation, :digest, :bytes)"
_TOLD_BESIDE = """
SELECT DISTINCT d.kind, d.pepper_id, d.derivation, d.digest FROM link_part d CROSS JOIN known_value k
WHERE k.kind = d.kind AND k.digest = d.digest AND k.pepper_id = d.pepper_id AND k.derivation = d.derivation
  AND k.valid_until IS NULL
"""
_TOLD_FILED = """
SELECT DISTINCT d.kind, d.pepper_id, d.derivation, d.digest FROM link_part d CROSS JOIN known_shape t
CROSS JOIN known_digest k
WHERE t.kind = d.kind AND t.pepper_id = d.pepper_id AND t.derivation = d.derivation
  AND k.shape = t.id AND k.digest = d.bytes
"""
_CLASS = "LEFT JOIN known_account_version v ON v.account_id = k.account_id AND v.valid_until IS NULL"
_HELD_BESIDE = f"""
SELECT DISTINCT k.account_id, v.class_name FROM known_value k {_CLASS}
WHERE k.kind = :kind AND k.digest = :digest AND k.pepper_id = :pepper AND coalesce(k.derivation, '') = :derivation
  AND k.valid_until IS NULL LIMIT :most
"""  # noqa: S608 - our words
_HELD_FILED = f"""
SELECT DISTINCT k.account_id, v.class_name FROM known_shape t CROSS JOIN known_digest k {_CLASS}
WHERE t.kind = :kind AND t.pepper_id = :pepper AND coalesce(t.derivation, '') = :derivation
  AND k.shape = t.id AND k.digest = :bytes
  AND NOT EXISTS (SELECT 1 FROM known_value c
                  WHERE c.account_id = k.account_id AND c.covers = 1 AND c.kind = t.kind AND c.digest = :digest
                    AND c.pepper_id = t.pepper_id AND coalesce(c.derivation, '') = :derivation)
LIMIT :most
"""  # noqa: S608 - our words
_BARRED = """
SELECT value FROM protected_value WHERE kind IN :kinds AND valid_until IS NULL
UNION SELECT value FROM warned_value WHERE kind IN :kinds
"""
_OWN = """
SELECT DISTINCT i.value FROM identifier i JOIN sighting s ON s.identifier_id = i.id
WHERE i.kind IN :kinds AND s.role = :role
"""
_ALL = 1_000_000


class Part(NamedTuple):
    """A part of known values of a kind under a pepper; without `digest` all such parts."""

    kind: str
    pepper: str
    derivation: str
    digest: str = ""


def known_parts(connection: Connection) -> set[Part]:
    """Give as what parts of values are known."""
    asked = (_BESIDE, _FILED) if _is_filed(connection) else (_BESIDE,)
    return {Part(*row) for query in asked for row in connection.execute(text(query))}


def find_told(connection: Connection, parts: Collection[Part]) -> list[Part]:
    """Give those of some parts that a provider told, in order."""
    if not parts:
        return []
    drop_tables(connection, ("link_part",))
    filed = _is_filed(connection)
    connection.execute(text(_MAKE.format("BLOB" if filed else "BYTEA")))
    connection.execute(text(_INSERT), [_bound(part) for part in parts])
    asked = (_TOLD_BESIDE, _TOLD_FILED) if filed else (_TOLD_BESIDE,)
    found = {Part(*row) for query in asked for row in connection.execute(text(query))}
    drop_tables(connection, ("link_part",))
    return sorted(found)


def holders_of(connection: Connection, part: Part, most: int) -> set[tuple[int, str | None]]:
    """Give the accounts that hold a part (without `derivation`: a whole value), each with its class now; so many at most."""
    asked = (_HELD_BESIDE, _HELD_FILED) if _is_filed(connection) else (_HELD_BESIDE,)
    bound = _bound(part) | {"most": most}
    return {(row[0], row[1]) for query in asked for row in connection.execute(text(query), bound)}


def forged_accounts(seeking: Seeking, part: Part, words: str, *, copied: bool) -> set[int] | None:
    """Give the holders of a part whose whole value bars them: protected or warned of, or (`copied`) shown by somebody as it is.

    None bars all: a barred value has this part, and nobody can tell whether it is theirs.
    """
    barred = _alike(seeking, _BARRED, part, words)
    key = seeking.keys.get(part.pepper)
    if barred and (key is None or not _tells_whole(seeking.connection, part)):
        return None
    if key is None:
        return set()
    shown = _alike(seeking, _OWN, part, words) if copied else []
    found: set[int] = set()
    for value in (*barred, *shown):
        for kind in comparable(part.kind):
            whole = Part(kind, part.pepper, "", peppered(key, kind, value))
            found |= {account for account, _ in holders_of(seeking.connection, whole, _ALL)}
    return found


def _alike(seeking: Seeking, query: str, part: Part, words: str) -> list[str]:
    """Give the values of a query that have this part; each query is asked once for all parts of a kind."""
    bound: dict[str, object] = {"kinds": comparable(part.kind)}
    if query == _OWN:
        bound["role"] = NAMES["role"]
    mark = (query, part.kind, part.derivation)
    if mark not in seeking.alike:
        found = seeking.alike[mark] = {}
        derive = DERIVATIONS[part.derivation][1]
        for (value,) in seeking.ask(query, **bound):
            found.setdefault(derive(value), []).append(value)
    return seeking.alike[mark].get(words, [])


def _tells_whole(connection: Connection, part: Part) -> bool:
    asked = (_WHOLE_BESIDE, _WHOLE_FILED) if _is_filed(connection) else (_WHOLE_BESIDE,)
    bound = {"kind": part.kind, "pepper": part.pepper}
    return any(connection.execute(text(query), bound).first() for query in asked)


def _is_filed(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _bound(part: Part) -> dict[str, object]:
    return part._asdict() | {"bytes": bytes.fromhex(part.digest)}
