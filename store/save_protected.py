"""Protected values as rows: values that never link, whoever names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, select, update

from store.cluster_marks import mark_values
from store.import_batches import ImportReport, Origin, finish_import, start_import, table_of
from store.known_records import ProtectedLine, Rejected
from store.known_tables import ProtectedValue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_protected = table_of(ProtectedValue)


def save_protected(
    connection: Connection, lines: Iterable[ProtectedLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Protect the values that the lines name; one that is protected already stays as it was."""
    import_id = start_import(connection, "protected", origin, now)
    good, rejected = split_lines(lines)
    held = _held(connection)
    fresh = {(one.kind, one.value): one.reason for one in good if (one.kind, one.value) not in held}
    rows = [
        {"kind": kind, "value": value, "reason": reason, "valid_from": now, "import_id": import_id}
        for (kind, value), reason in fresh.items()
    ]
    if rows:
        connection.execute(insert(_protected), rows)
    mark_values(connection, fresh)
    return finish_import(connection, import_id, len(good), len(rows), rejected)


def withdraw_protected(
    connection: Connection, lines: Iterable[ProtectedLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """End the protection of the values that the lines name."""
    import_id = start_import(connection, "unprotected", origin, now)
    good, rejected = split_lines(lines)
    held = _held(connection)
    absent = [line for line in good if (line.kind, line.value) not in held]
    rejected += [Rejected(line.line, f"this {line.kind} is not protected") for line in absent]
    good = [line for line in good if (line.kind, line.value) in held]
    changed = 0
    for line in good:
        closing = update(_protected).where(
            _protected.c.kind == line.kind,
            _protected.c.value == line.value,
            _protected.c.valid_until.is_(None),
        )
        changed += connection.execute(closing.values(valid_until=now)).rowcount
    mark_values(connection, {(line.kind, line.value) for line in good})
    return finish_import(connection, import_id, len(good), changed, rejected)


def split_lines(lines: Iterable[ProtectedLine | Rejected]) -> tuple[list[ProtectedLine], list[Rejected]]:
    """Part the good lines of a list of values from those that are kept out."""
    good: list[ProtectedLine] = []
    rejected: list[Rejected] = []
    for line in lines:
        if isinstance(line, Rejected):
            rejected.append(line)
        else:
            good.append(line)
    return good, rejected


def _held(connection: Connection) -> set[tuple[str, str]]:
    query = select(_protected.c.kind, _protected.c.value).where(_protected.c.valid_until.is_(None))
    return {(kind, value) for kind, value in connection.execute(query)}
