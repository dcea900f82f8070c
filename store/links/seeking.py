"""What sellers show that may be near to what is known, and the paths that come of it, on their way into `link_wanted`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Row, bindparam, text

from store.derivations import NAMED_KINDS
from store.links.rules import NAMES
from store.matching import PARTIAL, comparable, joins_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from store.links.weights import Weighing

_BATCH = 1_000
FITS = 20
"""A mask that more known values fit says nothing of whose it is."""
ACCOUNTS = 50
"""Accounts that share one known value, beyond which it is nobody's name."""

ShownBy = Mapping[tuple[str, str], Sequence[Row[Any]]]
"""Kinds and values, or masks as written, each with the rows of the sellers that show it as their own."""

_NAMES_SHOWN = f"""
SELECT i.kind, i.value, s.seller_id, min(s.id) AS sighting_id
FROM link_seller x CROSS JOIN sighting s CROSS JOIN identifier i
WHERE s.seller_id = x.seller_id AND i.id = s.identifier_id AND s.role = :role AND i.kind IN ({", ".join(f"'{kind}'" for kind in NAMED_KINDS)})
GROUP BY i.kind, i.value, s.seller_id ORDER BY i.kind, i.value, s.seller_id
"""  # noqa: S608 - our own names
_MASKS_SHOWN = """
SELECT p.kind, p.written, p.seller_id, min(p.id) AS partial_id
FROM link_seller x CROSS JOIN partial_sighting p WHERE p.seller_id = x.seller_id AND p.role = :role
GROUP BY p.kind, p.written, p.seller_id ORDER BY p.kind, p.written, p.seller_id
"""
_SHARERS = """
SELECT count(DISTINCT s.seller_id) FROM identifier i JOIN sighting s ON s.identifier_id = i.id
WHERE i.kind IN :kinds AND i.value = :value
"""
_MASK_SHARERS = (
    "SELECT count(DISTINCT seller_id) FROM partial_sighting WHERE kind = :kind AND written = :value"
)
_BARRED = """
SELECT 1 FROM protected_value WHERE kind IN :kinds AND value = :value AND valid_until IS NULL
UNION ALL SELECT 1 FROM warned_value WHERE kind IN :kinds AND value = :value
"""
"""Values that join nobody, whoever shows or holds them."""
_PLACE = "SELECT snapshot_id, pointer, span_start, span_end FROM {} WHERE id = :id"
_INSERT = """
INSERT INTO link_wanted (seller_id, account_id, rule, kind, value, sighting_id, known_kind, known_key, partial_id,
                         snapshot_id, pointer, span_start, span_end, sharers, weight, words)
VALUES (:seller_id, :account_id, :rule, :kind, :value, :sighting_id, :known_kind, :known_key, :partial_id,
        :snapshot_id, :pointer, :span_start, :span_end, :sharers, :weight, :words)
"""


class Held(NamedTuple):
    """An account by what it holds: `value`, or the pepper and digest of it."""

    account_id: int
    kind: str
    value: str


@dataclass
class Seeking:
    """One making of such paths: what it asks, and the rows that wait to be written."""

    connection: Connection
    weighing: Weighing
    keys: Mapping[str, bytes]
    rows: list[dict[str, Any]] = field(default_factory=list)
    alike: dict[tuple[str, str, str], dict[str, list[str]]] = field(default_factory=dict)
    """By question, kind and derivation: values by their part (store/links/part_holders.py)."""

    @cached_property
    def names(self) -> ShownBy:
        """The names that sellers of `link_seller` show as their own, by kind and value."""
        rows = self.ask(_NAMES_SHOWN, role=NAMES["role"])
        return {mark: list(some) for mark, some in groupby(rows, key=lambda row: (row.kind, row.value))}

    @cached_property
    def masks(self) -> ShownBy:
        """The masked values that they show as their own, by kind and as written."""
        rows = self.ask(_MASKS_SHOWN, role=NAMES["role"])
        return {mark: list(some) for mark, some in groupby(rows, key=lambda row: (row.kind, row.written))}

    def ask(self, query: str, **bound: object) -> list[Row[Any]]:
        """Ask for rows; `kinds` may be many."""
        statement = text(query)
        if "kinds" in bound:
            statement = statement.bindparams(bindparam("kinds", expanding=True))
        return list(self.connection.execute(statement, bound))

    def others(self, kind: str, value: str) -> int | None:
        """Count the other sellers that show a value; None for a hub."""
        found = self.ask(_SHARERS, kinds=comparable(kind), value=value)[0][0] - 1
        return self._few(kind, found)

    def others_masked(self, kind: str, written: str) -> int | None:
        """Count the other sellers that show a mask; None for a hub."""
        return self._few(kind, self.ask(_MASK_SHARERS, kind=kind, value=written)[0][0] - 1)

    def _few(self, kind: str, others: int) -> int | None:
        return others if others < self.weighing.hub_limits[joins_as(kind)] else None

    def is_barred(self, kind: str, value: str) -> bool:
        """Tell whether a value joins nobody, whoever shows or holds it."""
        return bool(self.ask(_BARRED, kinds=comparable(kind), value=value))

    def add(self, one: Row[Any], held: Iterable[Row[Any] | Held], said: dict[str, Any]) -> None:
        """Want a path from a seller's row to each account of `held`."""
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
        """Write the rows that wait."""
        if self.rows:
            self.connection.execute(text(_INSERT), self.rows)
        self.rows.clear()
