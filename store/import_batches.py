"""One row for every file taken in, and the report of how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, insert, update
from sqlmodel import SQLModel

from store.known_records import Rejected, Shape
from store.known_tables import ImportBatch

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that an import comes from."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How an import went: good lines, rows that it changed, and the lines kept out."""

    good: int
    changed: int
    rejected: tuple[Rejected, ...] = ()
    shapes: frozenset[Shape] = frozenset()
    """As what values of known accounts came in."""
    notes: tuple[str, ...] = ()
    """What is to be told beside: sentences."""


def table_of(model: type[SQLModel]) -> Table:
    """Give the Core table of a model, for bulk work."""
    found: Any = model
    table: Table = found.__table__
    return table


def start_import(connection: Connection, what: str, origin: Origin, now: datetime) -> int:
    """Open the row of one import and give its id; its counts come with finish_import."""
    values: dict[str, Any] = {"what": what, "file": origin.file, "sha256": origin.sha256, "imported_at": now}
    statement = insert(table_of(ImportBatch)).values(**values, good=0, bad=0, changed=0)
    key = connection.execute(statement).inserted_primary_key
    assert key is not None
    return int(key[0])


def finish_import(
    connection: Connection, import_id: int, good: int, changed: int, rejected: Sequence[Rejected]
) -> ImportReport:
    """Write the counts of an import beside its row and give them back as the report."""
    table = table_of(ImportBatch)
    counts = {"good": good, "bad": len(rejected), "changed": changed}
    connection.execute(update(table).where(table.c.id == import_id).values(**counts))
    return ImportReport(good, changed, tuple(sorted(rejected, key=lambda one: one.line)))
