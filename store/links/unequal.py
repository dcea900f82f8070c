"""Paths over values that are not equal: masked ones that an account's value fits, and names near to an account's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from store.derivations import NAMED_KINDS
from store.links import near
from store.links.names import keep_names
from store.links.near_words import fuzzy_words, name_words, partial_words
from store.links.rules import NAMES
from store.masks import Mask, read_mask
from store.matching import FUZZY, NAME, PARTIAL, comparable, joins_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row

    from store.links.weights import Weighing

_BATCH = 1_000
_FITS = 20
"""A mask that more known values fit says nothing of whose it is."""
_SOUGHT = 5_000
"""Known values that begin as a mask does, beyond which it is not looked at."""
_ACCOUNTS = 50
"""Accounts that share one known value, beyond which it is nobody's name."""
_END = "\U0010ffff"

_NAMES = f"""
SELECT i.kind, i.value, s.seller_id, min(s.id) AS sighting_id
FROM link_seller x CROSS JOIN sighting s CROSS JOIN identifier i
WHERE s.seller_id = x.seller_id AND i.id = s.identifier_id AND s.role = :role AND i.kind IN ({", ".join(f"'{kind}'" for kind in NAMED_KINDS)})
GROUP BY i.kind, i.value, s.seller_id ORDER BY i.kind, i.value, s.seller_id
"""  # noqa: S608 - our own names
_MASKS = """
SELECT p.kind, p.written, p.seller_id, min(p.id) AS partial_id
FROM link_seller x CROSS JOIN partial_sighting p WHERE p.seller_id = x.seller_id AND p.role = :role
GROUP BY p.kind, p.written, p.seller_id ORDER BY p.kind, p.written, p.seller_id
"""
_SHARERS = """
SELECT count(DISTINCT s.seller_id) FROM identifier i JOIN sighting s ON s.identifier_id = i.id
WHERE i.kind IN :kinds AND i.value = :value
"""
_SHOWN_AS_OWN = """
SELECT 1 FROM identifier i JOIN sighting s ON s.identifier_id = i.id
WHERE i.kind IN :kinds AND i.value = :value AND s.role = :role LIMIT 1
"""
_MASK_SHARERS = (
    "SELECT count(DISTINCT seller_id) FROM partial_sighting WHERE kind = :kind AND written = :value"
)
_BARRED = """
SELECT 1 FROM protected_value WHERE kind IN :kinds AND value = :value AND valid_until IS NULL
UNION ALL SELECT 1 FROM warned_value WHERE kind IN :kinds AND value = :value
"""
"""Values that join nobody, whoever shows or holds them."""
_HELD = """
SELECT DISTINCT k.account_id, k.kind, k.value
FROM known_identifier k JOIN known_account_version v ON v.account_id = k.account_id
WHERE k.kind = :kind AND k.value = :value AND k.valid_until IS NULL AND v.valid_until IS NULL
  AND v.class_name = :class_name LIMIT :most
"""
_BEGIN = """
SELECT DISTINCT k.kind, k.value FROM known_identifier k
WHERE k.kind = :kind AND k.value >= :head AND k.value < :end AND k.valid_until IS NULL LIMIT :most
"""
_PLACE = "SELECT snapshot_id, pointer, span_start, span_end FROM {} WHERE id = :id"
_INSERT = """
INSERT INTO link_wanted (seller_id, account_id, rule, kind, value, sighting_id, known_kind, known_key, partial_id,
                         snapshot_id, pointer, span_start, span_end, sharers, weight, words)
VALUES (:seller_id, :account_id, :rule, :kind, :value, :sighting_id, :known_kind, :known_key, :partial_id,
        :snapshot_id, :pointer, :span_start, :span_end, :sharers, :weight, :words)
"""


@dataclass(slots=True)
class _Seeking:
    """One making of such paths: what it asks, and the rows that wait to be written."""

    connection: Connection
    weighing: Weighing
    rows: list[dict[str, Any]] = field(default_factory=list)

    def ask(self, query: str, **bound: object) -> list[Row[Any]]:
        statement = text(query)
        if "kinds" in bound:
            statement = statement.bindparams(bindparam("kinds", expanding=True))
        return list(self.connection.execute(statement, bound))

    def add(self, one: Row[Any], held: Iterable[Row[Any]], said: dict[str, Any]) -> None:
        table = "partial_sighting" if said["rule"] == PARTIAL else "sighting"
        number = one.partial_id if said["rule"] == PARTIAL else one.sighting_id
        place = self.ask(_PLACE.format(table), id=number)[0]._mapping  # noqa: SLF001 - SQLAlchemy's public name
        ids = {"sighting_id": None, "partial_id": None} | (
            {"partial_id": number} if table == "partial_sighting" else {"sighting_id": number}
        )
        for known in held:
            ends = {
                "seller_id": one.seller_id,
                "account_id": known.account_id,
                "known_kind": known.kind,
                "known_key": known.value,
            }
            self.rows.append(dict(place) | ids | ends | said)
        if len(self.rows) >= _BATCH:
            self.write()

    def write(self) -> None:
        if self.rows:
            self.connection.execute(text(_INSERT), self.rows)
        self.rows.clear()


def want_unequal(connection: Connection, weighing: Weighing) -> None:
    """Add to `link_wanted` the paths of the sellers of `link_seller` over masked and near values."""
    keep_names(connection)
    seeking = _Seeking(connection, weighing)
    _want_names(seeking)
    _want_masks(seeking)
    seeking.write()


def _want_names(seeking: _Seeking) -> None:
    blocks = near.Blocks(seeking.connection)
    shown = seeking.ask(_NAMES, role=NAMES["role"])
    sellers = {mark: list(rows) for mark, rows in groupby(shown, key=lambda row: (row.kind, row.value))}
    for showing, found in zip(sellers.values(), blocks.near(list(sellers)), strict=True):
        for one in found:
            _want_name(seeking, showing, one)


def _want_name(seeking: _Seeking, sellers: list[Row[Any]], one: near.Near) -> None:
    kind, value = sellers[0].kind, sellers[0].value
    others = seeking.ask(_SHARERS, kinds=comparable(kind), value=value)[0][0] - 1
    if others >= seeking.weighing.hub_limits[joins_as(kind)] or _is_barred(seeking, kind, value):
        return
    if one.how != near.NAME and _is_copied(seeking, one):
        return
    held = _held(seeking, one.kind, one.value)
    rule = NAME if one.how == near.NAME else FUZZY
    words = (
        name_words(kind, value, one.kind) if rule == NAME else fuzzy_words(kind, value, one.how, one.alike)
    )
    weight = str(seeking.weighing.near(one.how, one.alike + others))
    said = {"rule": rule, "kind": kind, "value": value, "sharers": others, "weight": weight, "words": words}
    for seller in sellers:
        seeking.add(seller, held, said)


def _is_copied(seeking: _Seeking, one: near.Near) -> bool:
    """Tell whether a seller shows the known name itself: who shows a near one then may be their copycat."""
    return bool(seeking.ask(_SHOWN_AS_OWN, kinds=comparable(one.kind), value=one.value, role=NAMES["role"]))


def _held(seeking: _Seeking, kind: str, value: str) -> list[Row[Any]]:
    """Give the accounts that a known value links to: none where it is barred, or held by too many."""
    if _is_barred(seeking, kind, value):
        return []
    held = seeking.ask(_HELD, kind=kind, value=value, class_name=NAMES["class_name"], most=_ACCOUNTS + 1)
    return held if len(held) <= _ACCOUNTS else []


def _is_barred(seeking: _Seeking, kind: str, value: str) -> bool:
    return bool(seeking.ask(_BARRED, kinds=comparable(kind), value=value))


def _want_masks(seeking: _Seeking) -> None:
    shown = seeking.ask(_MASKS, role=NAMES["role"])
    for (kind, written), rows in groupby(shown, key=lambda row: (row.kind, row.written)):
        mask = read_mask(kind, written)
        if mask is not None:
            _want_mask(seeking, mask, written, list(rows))


def _want_mask(seeking: _Seeking, mask: Mask, written: str, sellers: list[Row[Any]]) -> None:
    fitting = _fitting(seeking, mask)
    others = seeking.ask(_MASK_SHARERS, kind=mask.kind, value=written)[0][0] - 1
    if not 0 < len(fitting) <= _FITS or others >= seeking.weighing.hub_limits[joins_as(mask.kind)]:
        return
    said = {
        "rule": PARTIAL, "kind": mask.kind, "value": written, "sharers": others,
        "weight": str(seeking.weighing.partial(mask.kind, len(fitting))),
        "words": partial_words(mask.kind, written, len(fitting)),
    }  # fmt: skip
    for value, kinds in sorted(fitting.items()):
        held = [row for kind in sorted(kinds) for row in _held(seeking, kind, value)]
        for seller in sellers:
            seeking.add(seller, held, said)


def _fitting(seeking: _Seeking, mask: Mask) -> dict[str, set[str]]:
    """Give the known values that fit, with their kinds; none where too many begin alike."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind in comparable(mask.kind):
        rows = seeking.ask(_BEGIN, kind=kind, head=mask.head, end=mask.head + _END, most=_SOUGHT + 1)
        if len(rows) > _SOUGHT:
            return {}
        for row in rows:
            if mask.fits(row.value):
                found[row.value].add(row.kind)
    return found
