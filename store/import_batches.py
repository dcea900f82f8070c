"""One row for every file taken in, and the report of how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Table, insert, update
from sqlmodel import SQLModel

from store.known_records import Rejected, Shape
from store.known_tables import ImportBatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


Line = TypeVar("Line")


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


def import_each(
    connection: Connection, what: str, lines: Iterable[Line | Rejected], source: tuple[Origin, datetime],
    save: Callable[[Line, int], int | Rejected],
) -> ImportReport:  # fmt: skip
    """Take in lines one by one as one import; `save` gives how many rows a line changed, or why it is kept out.

    It is called with each line and the import's id; `source` is the file and the moment.
    """
    import_id = start_import(connection, what, *source)
    rejected: list[Rejected] = []
    good = changed = 0
    for line in lines:
        saved = line if isinstance(line, Rejected) else save(line, import_id)
        if isinstance(saved, Rejected):
            rejected.append(saved)
        else:
            good += 1
            changed += saved
    return finish_import(connection, import_id, good, changed, rejected)
