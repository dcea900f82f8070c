"""`purge`, `forget`, `subject`, `hold` and `restore`: what goes, what must stay, and what is held on whom."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.terminal import visible
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.forget import Gone

hold = typer.Typer(help="What a case needs, kept from purge and forget.", no_args_is_help=True)
By = Annotated[str, typer.Option("--by", help="Who says so.")]
Region = Annotated[str | None, typer.Option(help="Country of a phone number without a country code.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("purge")(purge)
    app.command("forget")(forget)
    app.command("subject")(subject)
    app.command("restore")(restore_backup)
    app.add_typer(hold, name="hold")


def purge(
    context: typer.Context,
    *,
    by: By,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
) -> None:
    """Take out what has outlived its period (docs/operating.md), but for what a case holds; meant for every night.

    Example: resalewatch purge --by retention --dry-run
    """
    from store.database import open_database
    from store.forget import Why
    from store.holds import read_holds
    from store.purge import purge as take_out
    from store.report import plural
    from store.retention import find_due

    options = options_of(context)
    now = datetime.now(UTC)
    if dry_run:
        with open_database(options.database) as database, database.reading() as connection:
            due = find_due(connection, read_holds(connection), now)
        for (kind, value), why in due.values.items():
            sys.stdout.write(visible(f"{kind} {value}: {why}") + "\n")
        for digest, (_, why) in due.pages.items():
            sys.stdout.write(f"page {digest}: {why}\n")
        sys.stdout.write(
            f"{plural(len(due.values), 'value')} and {plural(len(due.pages), 'page')} are due, {due.held} held\n"
        )
        return
    with open_database(options.database, write=True) as database:
        gone, held = take_out(database, options.evidence, options.spool, Why("", by, now))
    _tell(context, gone, held)


def forget(
    context: typer.Context,
    kind: str,
    value: str,
    *,
    reason: Annotated[str, typer.Option(help="Why, for the tombstone; never the value itself.")],
    by: By,
    case: Annotated[str, typer.Option(help="The case or request that it belongs to.")] = "",
    region: Region = None,
) -> None:
    """Forget one value: its rows go, words and pages that name it are masked, and no crawl collects it again.

    Example: resalewatch forget telegram some_handle --reason "erasure request 17" --by privacy
    """
    from crawlers.known_values import known_value
    from store.database import open_database
    from store.forget import Why
    from store.purge import forget as take_out

    options = options_of(context)
    found = known_value(kind, value, region)
    if isinstance(found, str):
        raise UserError(found)
    why = Why(reason, by, datetime.now(UTC), case)
    with open_database(options.database, write=True) as database:
        gone = take_out(database, options.evidence, options.spool, (kind, found.value or ""), why)
    _tell(context, gone, 0)


def _tell(context: typer.Context, gone: Gone, held: int) -> None:
    from store.report import plural, write_json_line

    if options_of(context).as_json:
        files = [
            {"day": one.day, "before": one.before, "after": one.after, "pages": sorted(one.gone)}
            for one in gone.files
        ]
        write_json_line(
            sys.stdout,
            {"values": gone.values, "pages": gone.pages, "rows": gone.rows, "files": files, "held": held},
        )
        return
    rows = ", ".join(f"{name} {count}" for name, count in sorted(gone.rows.items()) if count) or "none"
    if gone.values and rows == "none" and not gone.pages:
        sys.stdout.write("nothing was held on it; from now on no crawl will keep it\n")
        return
    said = (
        f"{plural(gone.values, 'value')} and the bytes of {plural(gone.pages, 'page')} are gone; rows: {rows}"
    )
    sys.stdout.write(f"{said}; held by cases: {held}\n")
    for one in gone.files:
        sys.stdout.write(
            f"  {one.day}: {plural(len(one.gone), 'page')} less, {one.before[:16]} -> {one.after[:16]}\n"
        )


def subject(context: typer.Context, value: str) -> None:
    """Export all that is held on a value, in its canonical form or as written, a JSON line a row; pages by digest.

    First what links it to a seller or an account, then every further row that names it, whichever table it stands in.

    Example: resalewatch subject 12345678
    """
    from store.database import open_database
    from store.report import write_json_line
    from store.subject import held_on

    count = 0
    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        for row in held_on(connection, options.evidence, value.strip()):
            write_json_line(sys.stdout, row)
            count += 1
    if not count:
        sys.stderr.write("nothing is held on this value: try its canonical form, such as +8613800138000\n")


@hold.command("add")
def add_hold(
    context: typer.Context,
    case: str,
    *,
    by: By,
    value: Annotated[list[str] | None, typer.Option(help="KIND:VALUE; may be repeated.")] = None,
    source: Annotated[list[str] | None, typer.Option(help="All pages of a source.")] = None,
    page: Annotated[list[str] | None, typer.Option(help="A page's SHA-256.")] = None,
) -> None:
    """Keep values, sources and pages from purge and forget for as long as a case needs them.

    Example: resalewatch hold add CASE-7 --value telegram:some_handle --by legal
    """
    from store.database import open_database
    from store.holds import PAGE, SOURCE, add_holds

    wanted = [_value(one) for one in value or ()]
    wanted += [(SOURCE, "", one) for one in source or ()] + [(PAGE, "", one.lower()) for one in page or ()]
    if not wanted:
        raise UserError("name what to hold: --value KIND:VALUE, --source NAME or --page SHA256")
    with (
        open_database(options_of(context).database, write=True) as database,
        database.writing() as connection,
    ):
        added = add_holds(connection, case, wanted, by, datetime.now(UTC))
    sys.stdout.write(f"case {case} holds {added} more\n")


def _value(words: str) -> tuple[str, str, str]:
    from crawlers.known_values import known_value
    from store.holds import VALUE

    kind, _, value = words.partition(":")
    found = known_value(kind, value)
    if isinstance(found, str):
        raise UserError(f"--value takes KIND:VALUE, and {found}")
    return VALUE, kind, found.value or ""


@hold.command("end")
def end_hold(context: typer.Context, case: str) -> None:
    """Let go of all that a case holds.

    Example: resalewatch hold end CASE-7
    """
    from store.database import open_database
    from store.holds import end_holds

    with (
        open_database(options_of(context).database, write=True) as database,
        database.writing() as connection,
    ):
        ended = end_holds(connection, case, datetime.now(UTC))
    sys.stdout.write(f"case {case} lets go of {ended}\n")


@hold.command("list")
def list_holds(context: typer.Context) -> None:
    """List what cases hold, ended holds among it.

    Example: resalewatch hold list
    """
    from sqlalchemy import select

    from store.database import open_database
    from store.report import write_rows
    from store.schema import TABLES

    options = options_of(context)
    table = TABLES["legal_hold"]
    with open_database(options.database) as database, database.reading() as connection:
        rows: Sequence[object] = connection.execute(select(table).order_by(table.c.id)).all()
    names = [column.name for column in table.c]
    write_rows(sys.stdout, names, rows, "json" if options.as_json else "table")  # type: ignore[arg-type]


def restore_backup(
    context: typer.Context,
    backup: Path,
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of the database that stands.")
    ] = False,
) -> None:
    """Put a backup in the database's place; what was there stays aside, what was forgotten since is forgotten again.

    Example: resalewatch restore /srv/backup/resalewatch-2026-11-24.db --replace
    """
    from store.kept_runs import drop_kept
    from store.report import plural, write_json_line
    from store.restore import restore

    options = options_of(context)
    done = restore(options.database, backup, options.evidence, datetime.now(UTC), replace=replace)
    drop_kept(options.spool)
    if options.as_json:
        write_json_line(sys.stdout, done)
        return
    aside = f"; what was there is kept in {done.aside}" if done.aside else ""
    again = f"; {plural(done.forgotten, 'value')} forgotten again" if done.forgotten else ""
    sys.stdout.write(f"{done.file} is restored{aside}{again}\n")
