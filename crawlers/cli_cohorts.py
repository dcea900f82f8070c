"""`cohorts`: sign-ups as counts, and how much more often what offers advertise was banned."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.take_in import Rejects, take_in
from store.options import options_of
from store.report import plural

if TYPE_CHECKING:
    from store.cohorts import Cohort

cohorts = typer.Typer(
    help="A provider's sign-ups as counts, beside the batches on sale.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add `cohorts`."""
    app.add_typer(cohorts, name="cohorts")


@cohorts.command("import")
def import_cohorts(
    context: typer.Context,
    file: Path,
    *,
    provider: Annotated[str, typer.Option(help="Provider of lines that name none, such as anthropic.")] = "",
    rejects: Rejects = None,
) -> None:
    """Take in a CSV of sign-ups of all customers: day, plan, country, channel, mail_class, sign_ups, banned.

    Each customer is counted in one line alone; a line of fewer than 20 sign-ups is kept out.

    Example: resalewatch cohorts import signups.csv --provider anthropic
    """
    from crawlers.cohorts import read_cohorts
    from store.save_cohorts import save_cohorts

    take_in(context, file, lambda source: read_cohorts(source, provider), save_cohorts, "cohorts", rejects)


@cohorts.command("list")
def list_cohorts(context: typer.Context) -> None:
    """Lay the batches that offers advertise beside the sign-ups: how much more often they were banned than others.

    Example: resalewatch cohorts list
    """
    from store.cohorts import find_cohorts
    from store.database import open_database
    from store.report import write_json_line

    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        found = find_cohorts(connection)
    if not found:
        sys.stderr.write("no offer on sale says which batch it is of\n")
    for one in found:
        if options.as_json:
            write_json_line(sys.stdout, one)
        else:
            sys.stdout.write(line_of(one) + "\n")


def line_of(one: Cohort) -> str:
    """Tell one batch beside the sign-ups in a line."""
    stated = (one.provider, one.product, _month(one.batch), one.mail_class, one.region)
    ends = f"{plural(one.offers, 'offer')} of {plural(one.sellers, 'seller')}"
    told = f"{' '.join(part for part in stated if part)} ({ends})"
    if one.lift is None:
        return f"{told}: no lift, {one.why}"
    p = "p below 1e-300" if one.p == 0 else f"p {one.p:.3g}"
    return (
        f"{told}: {one.rate:.2%} of {one.sign_ups} banned, {one.base:.2%} of the others; lift {one.lift:.2f} "
        f"[{one.low:.2f} to {one.high:.2f}], {p} of {plural(one.comparisons, 'comparison')}"
    )


def _month(batch: str | None) -> str:
    """Write a month that is stated without its year so that people read it as one."""
    stated = batch or ""
    return f"month {stated[2:]}" if stated.startswith("--") else stated
