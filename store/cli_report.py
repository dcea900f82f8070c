"""The command `report`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from store.options import options_of


def register(app: typer.Typer) -> None:
    """Add `report`."""
    app.command("report")(report)


def report(
    context: typer.Context,
    *,
    week: Annotated[
        str, typer.Option(help="An ISO week such as 2026-W40; the last whole one by default.")
    ] = "",
) -> None:
    """Write one page on a week, in Markdown: market, links, stock at the list price, what enforcement did.

    The page of a week that is over is kept when it is first asked for, and is the same ever after; with --json its
    figures.

    Example: resalewatch report --week 2026-W40
    """
    from store.weekly.keep import report_of
    from store.weekly.span import last_whole_week, week_named

    options = options_of(context)
    now = datetime.now(UTC)
    made = report_of(options.database, week_named(week) if week else last_whole_week(now), now)
    sys.stdout.write(made.figures + "\n" if options.as_json else made.page)
