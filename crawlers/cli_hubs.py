"""The commands that take in the operator's own warning list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crawlers.cli_accounts import Ignore, Region
from crawlers.take_in import Rejects, take_in

hubs = typer.Typer(help="Values of your own warning list, which join nobody.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `hubs`."""
    app.add_typer(hubs, name="hubs")


@hubs.command("import")
def import_hubs(
    context: typer.Context,
    file: Path,
    *,
    region: Region = None,
    reason: Annotated[str | None, typer.Option(help="Why, for lines that say none.")] = None,
    ignore: Ignore = None,
    rejects: Rejects = None,
) -> None:
    """Put the values of a CSV on your warning list: kind, value and, on request, reason.

    Example: resalewatch hubs import support-groups.csv
    """
    from crawlers.accounts import ListOptions, check_region, read_protected
    from store.links.hubs import save_warned

    options = ListOptions(None, None, check_region(region), frozenset(ignore or ()), reason)
    take_in(context, file, lambda source: read_protected(source, options), save_warned, "hubs", rejects)


@hubs.command("withdraw")
def withdraw_hubs(
    context: typer.Context,
    file: Path,
    *,
    region: Region = None,
    ignore: Ignore = None,
    rejects: Rejects = None,
) -> None:
    """Take the values of a CSV off your warning list: kind, value.

    Example: resalewatch hubs withdraw not-a-crowd.csv
    """
    from crawlers.accounts import ListOptions, check_region, read_protected
    from store.links.hubs import withdraw_warned

    options = ListOptions(None, None, check_region(region), frozenset(ignore or ()))
    take_in(context, file, lambda source: read_protected(source, options), withdraw_warned, "hubs", rejects)
