"""`outcomes`: what receivers did about claims, and what came of it."""

from __future__ import annotations

from pathlib import Path

import typer

from crawlers.take_in import Rejects, take_in

outcomes = typer.Typer(help="What receivers did about claims, and what came of it.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `outcomes`."""
    app.add_typer(outcomes, name="outcomes")


@outcomes.command("import")
def import_outcomes(context: typer.Context, file: Path, *, rejects: Rejects = None) -> None:
    """Take in a CSV of outcomes: claim_id, action, at, outcome; an overturned claim leaves every receiver's feed.

    The same file twice changes nothing. The view told_and_came_of_it shows what was told to whom and what came of it.

    Example: resalewatch outcomes import back.csv
    """
    from crawlers.outcomes import read_outcomes
    from store.save_outcomes import save_outcomes

    take_in(context, file, read_outcomes, save_outcomes, "outcomes", rejects)
