"""Warning lists: values that join nobody however few show them, bundled and the operator's own."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from store.cluster_marks import mark_values
from store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

BUNDLED = Path(__file__).with_name("warning_list.csv")
_COLUMNS = ("kind", "value", "sort", "reason", "source")
Line = tuple[str, ...]


@cache
def bundled_list() -> tuple[Line, ...]:
    """Read the bundled list: kind, value, what it is, why it says nothing, and who says so."""
    with BUNDLED.open(encoding="utf-8", newline="") as lines:
        return tuple(tuple(row[name] for name in _COLUMNS) for row in csv.DictReader(lines))


def keep_bundled(connection: Connection) -> None:
    """Bring the database's bundled lines to those of this program; the operator's own lines stay, and go first."""
    table = TABLES["warned_value"]
    columns = [table.c[name] for name in _COLUMNS]
    own = {(row.kind, row.value) for row in connection.execute(select(table).where(table.c.imported))}
    wanted = {line for line in bundled_list() if line[:2] not in own}
    held = {tuple(row) for row in connection.execute(select(*columns).where(~table.c.imported))}
    change_lines(connection, gone=held - wanted, fresh=wanted - held, imported=False)


def change_lines(connection: Connection, *, gone: set[Line], fresh: set[Line], imported: bool) -> None:
    """Take lines out and put lines in, and mark their values, so that clusters are made anew around them."""
    table = TABLES["warned_value"]
    for kind, value, *_ in sorted(gone):
        connection.execute(delete(table).where(table.c.kind == kind, table.c.value == value))
    rows: list[Mapping[str, Any]] = [
        dict(zip(_COLUMNS, line, strict=True)) | {"imported": imported} for line in sorted(fresh)
    ]
    if rows:
        connection.execute(insert(table), rows)
    mark_values(connection, {(line[0], line[1]) for line in gone ^ fresh})
