"""`load`, `status`, `sql`, `migrate` and `backup`: the commands that keep and ask the database."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from store.options import options_of

if TYPE_CHECKING:
    from store.load import LoadReport

_GRACE = 1.2
"""What a question may take beyond its time before its process is ended."""
_COMMENT = re.compile(r"--[^=]*\s")


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("load")(load)
    app.command("status")(status)
    app.command("sql", cls=_SqlCommand)(sql)
    app.command("migrate")(migrate)
    app.command("backup")(backup)


def load(context: typer.Context) -> None:
    """Load all bundles of the spool, each in one transaction, and value what is new.

    A broken bundle is set aside in spool/broken and reported; the others go on. Exit 1 where one was broken.

    Example: resalewatch --database sqlite:///market.db load
    """
    from store.database import open_database
    from store.load import BROKEN, load_spool
    from store.report import plural, write_json_line
    from store.valuation import save_valuations

    options = options_of(context)
    broken = 0
    with open_database(options.database, write=True) as database:
        for report in load_spool(database, options.spool, options.evidence):
            broken += report.outcome == BROKEN
            if options.as_json:
                write_json_line(sys.stdout, report)
            else:
                typer.echo(line_of(report))
        worth = save_valuations(database)
    if options.as_json:
        write_json_line(sys.stdout, worth)
    else:
        typer.echo(f"valued {plural(worth.valued, 'observation')}, {worth.superseded} anew")
    if broken:
        raise typer.Exit(1)


def line_of(report: LoadReport) -> str:
    """Write what became of one bundle as one line."""
    from store.report import plural

    if report.outcome != "loaded":
        return f"{report.source or '?'} {report.run_id}: {report.outcome}: {report.reason}"
    rows = report.rows
    event = f" ({report.event})" if report.event else ""
    counts = f"{plural(report.listings, 'listing')}, {plural(report.offers, 'offer')}"
    moved = f"{report.observations} observed, {rows.get('opened', 0)} new, {rows.get('closed', 0)} gone"
    reason = f": {report.reason}" if report.reason else ""
    return f"{report.source} {report.run_id}: {report.verdict}{event}, {counts}, {moved}{reason}"


def status(context: typer.Context) -> None:
    """Show the schema and each source: its last verdict, how old its last good run is, what stands on sale.

    Example: resalewatch status
    """
    from store.database import open_database
    from store.migrate import schema_version
    from store.report import plural, write_json_line, write_rows
    from store.schema_counts import count_tables

    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        version = schema_version(connection)
        counts = count_tables(connection)
        found = connection.exec_driver_sql(
            "SELECT source, verdict, event, last_run_at, good_run_at, good_age_hours, offers_open,"
            " offers_missing, runs_7d, reason FROM source_health ORDER BY source"
        )
        names, rows = list(found.keys()), [tuple(row) for row in found]
    if options.as_json:
        sources = [dict(zip(names, row, strict=True)) for row in rows]
        write_json_line(sys.stdout, {"schema": version, "rows": counts, "sources": sources})
        return
    typer.echo(
        f"{database.place}: schema {version}; "
        + ", ".join(plural(n, name.replace("_", " ")) for name, n in counts.items())
    )
    write_rows(sys.stdout, names, rows, "table")


class _SqlCommand(TyperCommand):
    """Takes a question that begins with a comment (`-- words`) for a question, not for an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer names its own Context
        at = next((at for at, word in enumerate(args) if _COMMENT.match(word)), None)
        if at is not None and "--" not in args:
            args = [*args[:at], *args[at + 1 :], "--", args[at]]
        return super().parse_args(ctx, args)


def sql(
    context: typer.Context,
    query: Annotated[
        str, typer.Argument(help="One SELECT; a table or view name alone shows its first rows.")
    ],
    *,
    output: Annotated[str, typer.Option("--format", help="table, csv or json")] = "table",
    seconds: Annotated[float, typer.Option(min=0.001, help="Stop the query after so long.")] = 10.0,
    rows: Annotated[int, typer.Option(min=1, help="Show at most so many rows.")] = 1000,
) -> None:
    """Ask the database one read-only question; `cheapest` is a good first one.

    Example: resalewatch sql "SELECT * FROM cheapest LIMIT 10"
    """
    from store.ask import ask
    from store.report import check_format, plural, write_rows

    options = options_of(context)
    check_format(output)
    with _ended_after(_GRACE * seconds + 1):
        answer = ask(options.database, query, seconds=seconds, rows=rows)
    write_rows(sys.stdout, answer.columns, answer.rows, "json" if options.as_json else output)
    if answer.cut:
        sys.stderr.write(f"only the first {plural(rows, 'row')} of the answer: ask for more with --rows\n")


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """End the process where one function of SQLite (instr of two long texts) looks at no clock: it can do nothing else."""

    def end() -> None:
        sys.stderr.write("resalewatch: the query does not stop by itself and was ended: narrow it\n")
        sys.stderr.flush()
        os._exit(1)

    watching = threading.Timer(seconds, end)
    watching.daemon = True
    watching.start()
    try:
        yield
    finally:
        watching.cancel()


def migrate(
    context: typer.Context,
    *,
    to: Annotated[str, typer.Option(help="A revision; the newest by default.")] = "",
    allow_loss: Annotated[
        bool, typer.Option("--allow-loss", help="Go back to an older schema, though rows are lost.")
    ] = False,
) -> None:
    """Bring the database to this program's schema; a copy of the former one stays beside it.

    Example: resalewatch migrate
    """
    from store.migrate import HEAD, loss_words
    from store.migrate import migrate as bring

    options = options_of(context)
    done = bring(options.database, to or HEAD, allow_loss=allow_loss)
    if options.as_json:
        from store.report import write_json_line

        write_json_line(sys.stdout, done)
        return
    if done.before == done.after:
        typer.echo(f"schema {done.after}: nothing to do")
        return
    kept = f"; what it was is kept in {done.copy}" if done.copy else ""
    lost = f"; {loss_words(done.lost)} are gone" if done.lost else ""
    typer.echo(f"schema {done.before or 'none'} -> {done.after}{lost}{kept}")


def backup(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(help="The copy's file; it must not exist.")],
) -> None:
    """Copy the database to a file while it is in use; the evidence directory is copied by other means.

    Example: resalewatch backup /srv/backup/resalewatch-2026-11-24.db
    """
    from store.copies import back_up
    from store.database import open_database
    from store.errors import UserError

    options = options_of(context)
    if target.exists():
        raise UserError(f"{target} exists: name a new file")
    with open_database(options.database) as database:
        if database.path is None:
            raise UserError("a server's database is copied by its own tools, such as pg_dump")
        back_up(database.path, target)
    size = target.stat().st_size
    if options.as_json:
        from store.report import write_json_line

        write_json_line(sys.stdout, {"file": str(target), "bytes": size})
        return
    typer.echo(f"{target}: {size} bytes")
