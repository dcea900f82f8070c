"""Warning lists: values that join nobody however few show them, bundled and the operator's own."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from store.cluster_marks import mark_values
from store.import_batches import ImportReport, Origin, finish_import, start_import
from store.known_records import ProtectedLine, Rejected
from store.save_protected import split_lines
from store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

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
    own = {line[:2] for line in _lines(connection, imported=True)}
    wanted = {line for line in bundled_list() if line[:2] not in own}
    held = _lines(connection, imported=False)
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


def save_warned(
    connection: Connection, lines: Iterable[ProtectedLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Put values on the operator's own list, each with its reason; they go before the bundled lines of the same value."""
    good, rejected = split_lines(lines)
    import_id = start_import(connection, "hubs", origin, now)
    said = {(one.kind, one.value): one.reason or "on the operator's list" for one in good}
    wanted: set[Line] = {(kind, value, "own", reason, origin.file) for (kind, value), reason in said.items()}
    held = {line for line in _lines(connection) if line[:2] in said}
    change_lines(connection, gone=held - wanted, fresh=wanted - held, imported=True)
    return finish_import(connection, import_id, len(good), len(wanted - held), rejected)


def withdraw_warned(
    connection: Connection, lines: Iterable[ProtectedLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Take values off the operator's own list; bundled lines of theirs hold again from the next `link` on."""
    good, rejected = split_lines(lines)
    import_id = start_import(connection, "hubs withdrawn", origin, now)
    own = {line[:2]: line for line in _lines(connection, imported=True)}
    gone = {own[one.kind, one.value] for one in good if (one.kind, one.value) in own}
    absent = [one for one in good if (one.kind, one.value) not in own]
    rejected += [Rejected(one.line, f"this {one.kind} is not on your list") for one in absent]
    change_lines(connection, gone=gone, fresh=set(), imported=True)
    return finish_import(connection, import_id, len(good) - len(absent), len(gone), rejected)


def _lines(connection: Connection, *, imported: bool | None = None) -> set[Line]:
    table = TABLES["warned_value"]
    query = select(*(table.c[name] for name in _COLUMNS))
    if imported is not None:
        query = query.where(table.c.imported.is_(imported))
    return {tuple(row) for row in connection.execute(query)}
