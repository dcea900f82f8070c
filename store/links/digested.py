"""Shown values as digests, for known values that a provider told as digests alone.

Whoever holds the key digests what sellers show likewise. Without the key nobody can look anew: what had joined stays
as long as both sides stand, for that a key is not at hand is no sign that a link was wrong.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, bindparam, text

from store.links.same_paths import DIGESTED
from store.matching import EXACT, comparable
from store.peppers import peppered
from store.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

_BATCH = 10_000
_MAKE = """
CREATE TEMP TABLE link_shown_digest (identifier_id INTEGER, known_kind TEXT, pepper_id TEXT, digest TEXT, bytes {0})
"""
_INSERT = "INSERT INTO link_shown_digest VALUES (:identifier, :kind, :pepper, :digest, :bytes)"
_BESIDE = """
SELECT DISTINCT kind, pepper_id FROM known_value WHERE digest IS NOT NULL AND derivation IS NULL AND valid_until IS NULL
"""
_FILED = "SELECT kind, pepper_id FROM known_shape WHERE pepper_id IS NOT NULL AND derivation IS NULL"
_JOINED = """
SELECT DISTINCT g.identifier_id, h.known_kind, h.known_key FROM link_hop h JOIN sighting g ON g.id = h.sighting_id
WHERE h.rule = :rule AND length(h.known_key) > 65
"""
_FEW_JOINED = """
SELECT DISTINCT g.identifier_id, h.known_kind, h.known_key
FROM link_seller x CROSS JOIN link l CROSS JOIN link_hop h CROSS JOIN sighting g
WHERE l.seller_id = x.seller_id AND h.link_id = l.id AND g.id = h.sighting_id AND h.rule = :rule
  AND length(h.known_key) > 65
"""
_KINDS: BindParameter[str] = bindparam("kinds", expanding=True)
_SHOWN = text("SELECT id, kind, value FROM identifier WHERE kind IN :kinds").bindparams(_KINDS)
_FEW_SHOWN = text(
    "SELECT i.id, i.kind, i.value FROM link_shown x CROSS JOIN identifier i"
    " WHERE i.id = x.identifier_id AND i.kind IN :kinds"
).bindparams(_KINDS)


def known_digests(connection: Connection) -> set[tuple[str, str]]:
    """Give the kinds of which whole values are known by digest, each with the id of its pepper."""
    found = {(row[0], row[1]) for row in connection.execute(text(_BESIDE))}
    if connection.dialect.name == "sqlite":
        found |= {(row[0], row[1]) for row in connection.execute(text(_FILED))}
    return found


def digest_shown(connection: Connection, keys: Mapping[str, bytes], *, narrow: bool = False) -> bool:
    """Make `link_shown_digest` of what sellers (`narrow`: of `link_seller` alone) show; false where no value is known by digest, and there is none."""
    known = known_digests(connection)
    if not known:
        return False
    connection.execute(text(_MAKE.format("BLOB" if connection.dialect.name == "sqlite" else "BYTEA")))
    rows = _digested(connection, known, keys, narrow=narrow)
    while batch := [
        {
            "identifier": one[0],
            "kind": one[1],
            "pepper": one[2],
            "digest": one[3],
            "bytes": bytes.fromhex(one[3]),
        }
        for one in islice(rows, _BATCH)
    ]:
        connection.execute(text(_INSERT), batch)
    return True


def _digested(
    connection: Connection, known: set[tuple[str, str]], keys: Mapping[str, bytes], *, narrow: bool
) -> Iterator[tuple[int, str, str, str]]:
    """Give identifier, known kind, pepper and digest: under held keys of all that is shown, else of what had joined."""
    wanted: dict[str, list[tuple[str, str]]] = {}
    for kind, pepper in sorted(known):
        for shown in comparable(kind) if pepper in keys else ():
            if KINDS[shown].strong:
                wanted.setdefault(shown, []).append((kind, pepper))
    asked = _FEW_SHOWN if narrow else _SHOWN
    for number, shown, value in connection.execute(asked, {"kinds": sorted(wanted)}).all() if wanted else ():
        for kind, pepper in wanted[shown]:
            yield number, kind, pepper, peppered(keys[pepper], kind, value)
    yield from _joined(connection, known, keys, narrow=narrow)


def _joined(
    connection: Connection, known: set[tuple[str, str]], keys: Mapping[str, bytes], *, narrow: bool
) -> Iterator[tuple[int, str, str, str]]:
    for number, kind, key in connection.execute(
        text(_FEW_JOINED if narrow else _JOINED), {"rule": EXACT}
    ).all():
        held = DIGESTED.match(key)
        if held and held["pepper"] not in keys and (kind, held["pepper"]) in known:
            yield number, kind, held["pepper"], held["digest"]
