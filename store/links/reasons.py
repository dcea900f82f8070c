"""Why a seller and an account that share a value are not linked: the pure rules asked of the rows, which it only reads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from store.known.withdrawn import value_key, withdrawn_reason
from store.links.rules import rules_in_query
from store.matching import Known, Refusal, Shown, account_refusal, joins_as, value_refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection

Pair = tuple[int, int]
GONE = "no evidence of it is held any more"
GONE_BY_KEY = f"{GONE} under the keys that were given for its digests"
_ORDER = ("protected", "listed", "hub", "role", "weak", "masked", "kind", "value_withdrawn")
_BATCH = 400

# What reads the view of known values takes its rows first: under a DISTINCT SQLite would read all of it instead.
_FOUND = """
    SELECT g.seller_id, g.account_id, i.kind, i.value, s.role, k.kind AS known_kind,
           CASE WHEN k.valid_until IS NULL THEN 1 ELSE 0 END AS valid
    FROM asked g CROSS JOIN sighting s CROSS JOIN identifier i CROSS JOIN link_pair p CROSS JOIN known_identifier k
    WHERE s.seller_id = g.seller_id AND i.id = s.identifier_id AND p.shown = i.kind
      AND k.account_id = g.account_id AND k.kind = p.known AND k.value = i.value
"""
# What joined by digest until now names the value that the seller shows: no key is needed to say what became of it.
_HELD_BY_DIGEST = """
    UNION ALL
    SELECT g.seller_id, g.account_id, i.kind, i.value, s.role, h.known_kind,
           CASE WHEN EXISTS (SELECT 1 FROM known_value k WHERE k.account_id = g.account_id AND k.kind = h.known_kind
                             AND k.pepper_id || ':' || k.digest = h.known_key AND k.derivation IS NULL
                             AND k.valid_until IS NOT NULL)
                 AND NOT EXISTS (SELECT 1 FROM known_value k WHERE k.account_id = g.account_id AND k.kind = h.known_kind
                                 AND k.pepper_id || ':' || k.digest = h.known_key AND k.derivation IS NULL
                                 AND k.valid_until IS NULL)
                THEN 0 ELSE 1 END AS valid
    FROM asked g CROSS JOIN link_held h CROSS JOIN sighting m CROSS JOIN identifier i CROSS JOIN sighting s
    WHERE h.seller_id = g.seller_id AND h.account_id = g.account_id AND h.rule = 'exact_identifier'
      AND length(h.known_key) > 65 AND m.id = h.sighting_id AND i.id = m.identifier_id
      AND s.seller_id = g.seller_id AND s.identifier_id = i.id
"""
_SHARED = """
SELECT DISTINCT f.*,
       (SELECT count(DISTINCT o.seller_id) FROM link_kind mine JOIN link_kind other ON other.joins = mine.joins
        JOIN identifier oi ON oi.kind = other.kind AND oi.value = f.value
        JOIN sighting o ON o.identifier_id = oi.id WHERE mine.kind = f.kind) AS sharers,
       EXISTS (SELECT 1 FROM protected_value pv JOIN link_pair pp ON pp.known = pv.kind
               WHERE pv.value = f.value AND pp.shown = f.kind AND pv.valid_until IS NULL) AS protected,
       EXISTS (SELECT 1 FROM warned_value wv JOIN link_pair pp ON pp.known = wv.kind
               WHERE wv.value = f.value AND pp.shown = f.kind) AS listed,
       v.class_name, (SELECT w.withdrawn_reason FROM known_account_version w
                      WHERE w.account_id = f.account_id ORDER BY w.id DESC LIMIT 1) AS withdrawn
FROM found f LEFT JOIN known_account_version v ON v.account_id = f.account_id AND v.valid_until IS NULL
ORDER BY f.seller_id, f.account_id, f.kind, f.value, f.known_kind, f.role, f.valid
"""

_ONCE = "asked AS MATERIALIZED (SELECT DISTINCT seller_id, account_id FROM pairs)"
_EVERY_PAIR = """
    SELECT s.seller_id, k.account_id
    FROM link_pair p CROSS JOIN identifier i CROSS JOIN known_identifier k CROSS JOIN sighting s
    WHERE i.kind = p.shown AND k.kind = p.known AND k.value = i.value AND s.identifier_id = i.id
"""

_ACCOUNT = """
SELECT v.class_name, (SELECT w.withdrawn_reason FROM known_account_version w
                      WHERE w.account_id = a.id ORDER BY w.id DESC LIMIT 1) AS withdrawn
FROM known_account a LEFT JOIN known_account_version v ON v.account_id = a.id AND v.valid_until IS NULL
WHERE a.id = :account
"""
_DIGESTED = """
SELECT k.kind FROM known_identifier k WHERE k.account_id = :account AND k.digest IS NOT NULL AND k.valid_until IS NULL LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Refused:
    """One value that a seller and an account share, and why it joins them not."""

    seller_id: int
    account_id: int
    shown: Shown
    known: Known
    refusal: Refusal


def find_shared(
    connection: Connection, pairs: Iterable[Pair] | None, *, held: bool = False
) -> Iterator[tuple[int, int, Shown, Known]]:
    """Give every value that sellers and accounts share, in a stable order; pairs None asks about all there are.

    `held` adds what joined pairs by digest, from the table `link_held` that a making of links leaves.
    """
    if pairs is None:
        yield from _shared(connection, _EVERY_PAIR, {}, _FOUND)
        return
    rest = iter(sorted(set(pairs)))
    while batch := list(islice(rest, _BATCH)):
        values = ", ".join(f"(:s{number}, :a{number})" for number in range(len(batch)))
        bound = {f"s{number}": seller for number, (seller, _) in enumerate(batch)}
        bound |= {f"a{number}": account for number, (_, account) in enumerate(batch)}
        found = _FOUND + _HELD_BY_DIGEST if held else _FOUND
        yield from _shared(connection, f"VALUES {values}", bound, found)


def _shared(
    connection: Connection, asked: str, bound: Mapping[str, Any], found: str
) -> Iterator[tuple[int, int, Shown, Known]]:
    rules = rules_in_query()
    query = f"WITH {rules}, pairs (seller_id, account_id) AS MATERIALIZED ({asked}), {_ONCE}"
    query += f", found AS MATERIALIZED ({found}) {_SHARED}"
    for row in connection.execute(text(query), bound):
        shown = Shown(
            row.kind, row.value, row.role, row.sharers, protected=bool(row.protected), listed=bool(row.listed)
        )
        gone = (
            None
            if row.valid
            else withdrawn_reason(connection, row.account_id, value_key(row.known_kind, row.value))
        )
        known = Known(
            row.known_kind, row.value, row.class_name, bool(row.valid), row.withdrawn or "", gone or ""
        )
        yield row.seller_id, row.account_id, shown, known


def find_refusals(
    connection: Connection, pairs: Iterable[Pair] | None, *, held: bool = False
) -> Iterator[Refused]:
    """Give every shared value that does not join its seller and account, with the reason, in a stable order."""
    return refusals_in(find_shared(connection, pairs, held=held))


def refusals_in(shared: Iterable[tuple[int, int, Shown, Known]]) -> Iterator[Refused]:
    """Give those of the values shared, pair by pair, that join nobody, with the reason.

    A value that joins the two by one sighting is not refused by another.
    """
    for _, group in groupby(shared, key=lambda one: one[:2]):
        refused: list[Refused] = []
        joined: set[tuple[str, str]] = set()
        for seller_id, account_id, shown, known in group:
            refusal = account_refusal(known.class_name, known.withdrawn_reason) or value_refusal(shown, known)
            if refusal is None:
                joined.add((joins_as(shown.kind), shown.value))
            else:
                refused.append(Refused(seller_id, account_id, shown, known, refusal))
        yield from (one for one in refused if (joins_as(one.shown.kind), one.shown.value) not in joined)


def retraction_reasons(connection: Connection, pairs: Iterable[Pair]) -> dict[Pair, str]:
    """Say for each pair that is linked no more why that is, from how the rows stand now; needs `link_held`."""
    wanted = sorted(set(pairs))
    found: dict[Pair, list[Refused]] = {}
    for refused in find_refusals(connection, wanted, held=True):
        found.setdefault((refused.seller_id, refused.account_id), []).append(refused)
    return {pair: _reason(connection, pair[1], found.get(pair, [])) for pair in wanted}


def _reason(connection: Connection, account: int, refused: list[Refused]) -> str:
    stands = connection.execute(text(_ACCOUNT), {"account": account}).one()
    refusal = account_refusal(stands.class_name, stands.withdrawn or "")
    if refusal is not None:
        return refusal.why
    if not refused:
        return GONE_BY_KEY if connection.execute(text(_DIGESTED), {"account": account}).first() else GONE
    gravest = min(refused, key=lambda one: _ORDER.index(one.refusal.rule))
    if gravest.refusal.rule == "protected":
        return gravest.refusal.why  # reasons leave in feeds, and such a value does not
    return f"{gravest.refusal.why} ({gravest.shown.kind} {gravest.shown.value})"
