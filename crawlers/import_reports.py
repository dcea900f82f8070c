"""How an import went, told on the terminal, as JSON, and as a file of the lines kept out."""

from __future__ import annotations

import csv
import json
import sys
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
    source: ListFile | None = None,
) -> None:
    """Print an import's report; end with exit 1 where no line was good.

    Lines that `source` holds and that were kept out go to `rejects` as they stood, so that they come in once mended.
    """
    if rejects is not None and source is not None:
        _write_rejects(rejects, report, source)
    if options_of(context).as_json:
        body: dict[str, Any] = {"good": report.good, "bad": len(report.rejected), "changed": report.changed}
        if report.notes:
            body["notes"] = report.notes
        lines = [{"line": one.line, "why": one.why} for one in report.rejected]
        sys.stdout.write(json.dumps({"import": what, **body, "rejected": lines}, ensure_ascii=False) + "\n")
    else:
        _print(what, report, rejects)
    if not report.good:
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


def _write_rejects(path: Path, report: ImportReport, source: ListFile) -> None:
    rejected = source.with_cells(report.rejected)
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([*OURS, *source.columns])
            writer.writerows([one.line, one.why, *one.cells] for one in rejected)
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror}") from error
