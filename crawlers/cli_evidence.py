"""`evidence`: look at what is kept as proof, and check that it still stands as it was kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.terminal import visible
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from crawlers.evidence_show import Shown

evidence = typer.Typer(help="What is kept as proof.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `evidence`."""
    app.add_typer(evidence, name="evidence")


@evidence.command("show")
def show(
    context: typer.Context,
    page_id: Annotated[
        str, typer.Argument(metavar="ID", help="A page's SHA-256 or its beginning, a claim, or an offer_id.")
    ],
    *,
    raw: Annotated[bool, typer.Option("--bytes", help="Write the page's bytes and nothing else.")] = False,
) -> None:
    """Show a kept page, and mark the places that values were read from as ⟦…⟧; its bytes are checked first.

    Example: resalewatch evidence show 3fa2b1c0
    """
    from crawlers.evidence_show import show_pages
    from store.database import open_database

    options = options_of(context)
    with open_database(options.database) as database:
        shown = show_pages(database, options.evidence, page_id)
    if raw:
        sys.stdout.buffer.write(shown[0].body)
        return
    for page in shown:
        if options.as_json:
            from store.report import write_json_line

            write_json_line(sys.stdout, page.as_json())
        else:
            _print(page)


def _print(page: Shown) -> None:
    said = [f"{page.sha256}  {page.url}", f"  {page.about}"]
    for mark in page.marks:
        said.append(f"  {mark.what}: {mark.value}  at {mark.place}")
        said.append(f"    {mark.excerpt}")
    sys.stdout.write("".join(visible(line) + "\n" for line in said))


@evidence.command("verify")
def verify(
    context: typer.Context,
    *,
    against: Annotated[
        Path | None,
        typer.Option(help="What `--json evidence verify` printed before: the chain must pass there."),
    ] = None,
) -> None:
    """Check every day's file: the chain, each page against its digest, and that purged bytes are gone.

    Exit 1 where anything is amiss. Keep what --json prints where nobody who writes here can: it proves later that
    nothing was added, changed or taken out before it.

    Example: resalewatch evidence verify
    """
    from crawlers.evidence_heads import read_heads
    from store.custody import check_days
    from store.database import open_database
    from store.report import write_json_line

    options = options_of(context)
    heads = read_heads(against) if against is not None else {}
    amiss = 0
    with open_database(options.database) as database, database.reading() as connection:
        for day in check_days(connection, options.evidence, heads):
            amiss += len(day.faults)
            if options.as_json:
                write_json_line(sys.stdout, day)
                continue
            state = "amiss" if day.faults else "whole"
            sys.stdout.write(f"{day.day}: {state}, {day.kept} kept, {day.purged} purged, head {day.head}\n")
            sys.stdout.write("".join(f"  {fault}\n" for fault in day.faults))
    if amiss:
        raise UserError(
            f"the evidence does not stand as it was kept: {amiss} faults; restore it from a backup"
        )
