"""How an import went, told on the terminal, as JSON, and as a file of the lines kept out."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer

from crawlers.lists import OURS, ListFile
from store.errors import UserError
from store.import_batches import ImportReport
from store.options import options_of
from store.report import plural

SHOWN = 20


def report_import(
    context: typer.Context,
    what: str,
    report: ImportReport,
    rejects: Path | None = None,
) -> None:
    """Print an import's report, which names the file of the lines kept out; end with exit 1 where no line was good."""
    if options_of(context).as_json:
        body: dict[str, Any] = {"good": report.good, "bad": len(report.rejected), "changed": report.changed}
        if report.notes:
            body["notes"] = report.notes
        lines = [{"line": one.line, "why": one.why} for one in report.rejected]
        sys.stdout.write(json.dumps({"import": what, **body, "rejected": lines}, ensure_ascii=False) + "\n")
    else:
        _print(what, report, rejects)
    if not report.good:
        if not report.rejected:
            sys.stderr.write("no line under the header says anything: nothing was taken in\n")
        raise typer.Exit(1)


def _print(what: str, report: ImportReport, rejects: Path | None) -> None:
    for one in report.rejected[:SHOWN]:
        sys.stderr.write(f"line {one.line}: {one.why}\n")
    more = len(report.rejected) - SHOWN
    if more > 0:
        hint = f"they all stand in {rejects}" if rejects else "--rejects FILE writes them all"
        sys.stderr.write(f"and {plural(more, 'more bad line')}: {hint}\n")
    for note in report.notes:
        sys.stderr.write(f"{note}\n")
    changed = f"{plural(report.changed, 'row')} changed" if report.changed else "nothing changed"
    sys.stdout.write(
        f"{what}: {plural(report.good, 'good line')}, {len(report.rejected)} kept out, {changed}\n"
    )


@contextmanager
def writing_rejects(path: Path | None, source: ListFile | None) -> Iterator[Callable[[ImportReport], None]]:
    """Open the file for the lines kept out, and give what writes them into it as they stood in `source`.

    They stand beside it until the end, when nothing can fail any more.

    Raises:
        UserError: where it cannot be written, at once, before anything is taken in.
    """
    if path is None or source is None:
        yield lambda _: None
        return
    part = path.with_name(f"{path.name}.part")
    if path.exists() and not path.is_file():
        raise UserError(_unwritable(path, "it is no file"))
    try:
        part.touch()
    except OSError as error:
        raise UserError(_unwritable(path, error.strerror)) from error

    def write(report: ImportReport) -> None:
        rejected = source.with_cells(report.rejected)
        try:
            with part.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow([*OURS, *source.columns])
                writer.writerows([one.line, one.why, *one.cells] for one in rejected)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise UserError(_unwritable(path, error.strerror)) from error

    try:
        yield write
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _unwritable(path: Path, why: str | None) -> str:
    return f"{path} cannot be written ({why}), so nothing was taken in: name another file with --rejects"
