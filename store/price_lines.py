"""Prices and rates that an operator hands in: as values, and into rows of the book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from store.import_batches import ImportReport, Origin, finish_import, start_import
from store.known_records import Rejected
from store.price_seeds import save_prices

PRICE_IMPORT = "prices"
"""What an import of prices or rates is called among the others."""


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line: the table of the book that it belongs to, and its cells by column."""

    line: int
    table: str
    row: Mapping[str, Any]


def save_price_lines(
    connection: Connection, lines: Iterable[PriceLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Save prices and rates; one of the same key is corrected, and outlasts the bundled book's."""
    import_id = start_import(connection, PRICE_IMPORT, origin, now)
    rejected: list[Rejected] = []
    rows: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        if isinstance(line, Rejected):
            rejected.append(line)
        else:
            rows.setdefault(line.table, []).append(dict(line.row))
    changed = sum(save_prices(connection, table, found, imported=True) for table, found in rows.items())
    return finish_import(connection, import_id, sum(map(len, rows.values())), changed, rejected)
