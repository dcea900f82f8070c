"""price_changes.csv: every change of what an offer costs, former and new, with both proofs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, text

from store.feeds.feed import Feed, columns
from store.links.show import place_words
from store.records import rounded

COLUMNS = columns(
    offer_id="text", source="text", kind="text", provider="text", product="text", label="text", per="text",
    direction="text", former_at="utc", changed_at="utc", former_amount="decimal", former_currency="text",
    amount="decimal", currency="text", former_recharge="decimal", recharge="decimal",
    former_group_multiplier="decimal", group_multiplier="decimal", former_face_amount="decimal",
    face_amount="decimal", former_ratio="decimal", ratio="decimal", change="decimal", change_of="text", url="text",
    former_snapshot_sha256="text", former_place="text", snapshot_sha256="text", place="text",
)  # fmt: skip

_PLACES = 6
_STATED = ("amount", "group_multiplier", "recharge", "face_amount")
_HALF_RATIO = Decimal("0.00005")
"""The most that a ratio's 4 places are off."""
_QUERY = "SELECT * FROM price_changes ORDER BY changed_at, offer_id, observation_id"


def rows(connection: Connection) -> Iterator[tuple[Any, ...]]:
    """Give every change by its moment."""
    for row in connection.execution_options(yield_per=2000).execute(text(_QUERY)).mappings():
        values = dict(row)
        change, of = change_of(values)
        values |= {
            "change": change,
            "change_of": of,
            "former_snapshot_sha256": row["former_proof"],
            "former_place": row["former_proof_pointer"],
            "snapshot_sha256": row["proof"],
            "place": place_words(row["proof_pointer"], row["proof_start"], row["proof_end"]),
        }
        yield tuple(values[column.name] for column in COLUMNS)


def change_of(row: Mapping[str, Any]) -> tuple[Decimal | None, str | None]:
    """Give the change as a fraction of the former number, to 6 places, and of which number it is.

    The stated number that moved by the ratio's own share, for a ratio is rounded; else the ratio; else the first
    stated number that moved.

    >>> change_of({"former_amount": "40", "amount": "30", "former_currency": "CNY", "currency": "CNY"})
    (Decimal('-0.250000'), 'amount')
    >>> change_of({"former_group_multiplier": "0.05", "group_multiplier": "0.12", "former_ratio": "0.0037", "ratio": "0.0088"})
    (Decimal('1.400000'), 'group_multiplier')
    """
    moved = [(change, name) for name in _STATED if (change := _change(row, name)) is not None]
    exact = [(change, name) for change, name in moved if _is_ratios(row, change)]
    ratio = _change(row, "ratio")
    return next(iter([*exact, *([(ratio, "ratio")] if ratio is not None else moved)]), (None, None))


def _change(row: Mapping[str, Any], name: str) -> Decimal | None:
    if name in ("amount", "face_amount") and row.get("former_currency") != row.get("currency"):
        return None
    former, new = row.get(f"former_{name}"), row.get(name)
    if former is None or new is None or not Decimal(former) or Decimal(former) == Decimal(new):
        return None
    return rounded((Decimal(new) - Decimal(former)) / Decimal(former), _PLACES)


def _is_ratios(row: Mapping[str, Any], change: Decimal) -> bool:
    """Tell whether the ratio, where both are known, moved by this share as far as its rounding shows."""
    former, new = row.get("former_ratio"), row.get("ratio")
    if former is None or new is None:
        return True
    return abs(Decimal(new) - Decimal(former) * (1 + change)) <= _HALF_RATIO * (2 + change)


FEED = Feed("price_changes", "1.0.0", COLUMNS, rows)
