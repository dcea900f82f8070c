"""`publish`: a copy of the database for analysts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from store.options import options_of


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("publish")(publish)


def publish(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(help="The copy's file; a former copy is replaced at once.")],
    *,
    clear: Annotated[
        bool, typer.Option("--clear", help="Leave personal values clear; only you may read it.")
    ] = False,
) -> None:
    """Write a copy of the database that analysts ask in place of the one that is written: SQLite, whole, masked.

    Contacts of persons are masked wherever they stand, also in the sellers' words; their rows can still be told apart
    and joined. A PostgreSQL database is copied to the same file.

    Example: resalewatch publish /srv/analysts/resalewatch.db
    """
    from store.database import open_database
    from store.publish import publish as write
    from store.report import plural, write_json_line

    options = options_of(context)
    with open_database(options.database) as database:
        done = write(database, target, clear=clear)
    if options.as_json:
        write_json_line(sys.stdout, {"file": str(done.path), "bytes": done.bytes, "masked": done.masked})
        return
    said = "personal values in clear" if clear else f"{plural(done.masked, 'value')} masked"
    typer.echo(f"{done.path}: {done.bytes} bytes, {said}")
