"""A list taken in by a command: read line by line, saved in one transaction, and how it went told."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from crawlers.lists import ListFile
    from store.import_batches import ImportReport, Origin

Saver = Callable[["Connection", Iterable[Any], "Origin", datetime], "ImportReport"]
Rejects = Annotated[
    Path | None, typer.Option(help="Write the lines kept out to this file, with the reasons.")
]


def take_in(
    context: typer.Context,
    file: Path,
    read: Callable[[Any], Iterable[Any]],
    save: Saver,
    *words: Any,  # noqa: ANN401 - what is taken in, and where the lines kept out go
) -> None:
    """Take in a CSV list; `words` are its name in the report, and the file for the lines kept out or None.

    Raises:
        UserError: where the file is no list, or the database cannot be written; nothing is changed then.
    """
    from crawlers.lists import open_list

    source = open_list(file)
    what, rejects = words
    save_lines(context, read(source), save, what, (source, rejects))


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for circles of objects less often: millions of rows make none, and each look goes over all that are held."""
    before = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def save_lines(
    context: typer.Context,
    lines: Iterable[Any],
    save: Saver,
    what: str,
    origin: tuple[ListFile, Path | None] | None = None,
) -> None:
    """Save lines that were read already (of no list: from the command line), and tell how it went.

    Raises:
        UserError: where the database cannot be written, or what the command line says is refused; nothing is changed.
    """
    from crawlers.import_reports import report_import, writing_rejects
    from store.database import open_database
    from store.import_batches import Origin
    from store.known_files import sweep

    source, rejects = origin if origin is not None else (None, None)
    named = Origin("command line", "") if source is None else Origin(source.path.name, source.sha256)
    with (
        writing_rejects(rejects, source) as write_rejects,
        open_database(options_of(context).database, write=True) as database,
        database.write_lock(),
    ):
        with few_collections(), database.writing() as connection:
            report = save(connection, lines, named, datetime.now(UTC))
            if source is None and report.rejected:
                raise UserError(report.rejected[0].why)
            write_rejects(report)
        if database.path is not None:
            sweep(database.path)
    report_import(context, what, report, rejects)
