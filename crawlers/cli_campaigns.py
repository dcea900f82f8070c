"""`campaigns` and `enforcement`: what providers made public and did, and what it did to the market."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.take_in import Rejects, take_in
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from store.event_study import Effect

campaigns = typer.Typer(help="Named campaigns, each figure with its source.", no_args_is_help=True)
enforcement = typer.Typer(help="What providers did against resold accounts.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `campaigns` and `enforcement`."""
    app.add_typer(campaigns, name="campaigns")
    app.add_typer(enforcement, name="enforcement")


@campaigns.command("import")
def import_campaigns(context: typer.Context, file: Path, *, rejects: Rejects = None) -> None:
    """Take in a CSV of campaigns, a field a line: campaign, field, value, qualifier, source.

    Fields are actor, provider, exchanges, accounts, from_day, until_day and announced_on. Leave out what no source
    says. store/campaigns/public.csv holds the four that are public. Known accounts name their campaign themselves.

    Example: resalewatch campaigns import store/campaigns/public.csv
    """
    from crawlers.campaigns import read_campaigns
    from store.campaigns_save import save_campaigns

    take_in(context, file, read_campaigns, save_campaigns, "campaigns", rejects)


@enforcement.command("import")
def import_enforcements(context: typer.Context, file: Path, *, rejects: Rejects = None) -> None:
    """Take in a CSV of enforcements: at, scope, provider, source; plan, region, accounts where they are known.

    Example: resalewatch enforcement import waves.csv
    """
    from crawlers.campaigns import read_enforcements
    from store.campaigns_save import save_enforcements

    take_in(context, file, read_enforcements, save_enforcements, "enforcement", rejects)


@enforcement.command("effect")
def show_effect(
    context: typer.Context,
    number: Annotated[
        int | None, typer.Argument(help="Its id in the table enforcement; all by default.")
    ] = None,
    *,
    cluster: Annotated[
        str, typer.Option(help="Only what the sellers of this cluster have of it (`links clusters`).")
    ] = "",
) -> None:
    """Measure ratio, stock and ban notices from a week before to two weeks after, less what was untouched.

    Example: resalewatch enforcement effect 1
    """
    from sqlalchemy import select

    from store.database import open_database
    from store.enforcement_effect import measure
    from store.report import write_json_line
    from store.schema import TABLES

    options = options_of(context)
    table = TABLES["enforcement"]
    with open_database(options.database) as database, database.reading() as connection:
        query = select(table).order_by(table.c.at, table.c.id)
        rows = connection.execute(query if number is None else query.where(table.c.id == number)).all()
        sellers = _sellers_of(connection, cluster) if cluster else None
        if not rows:
            raise UserError("there is no such enforcement: `enforcement import` brings them in")
        for row in rows:
            effects = measure(connection, row, sellers)
            if options.as_json:
                for effect in effects:
                    write_json_line(sys.stdout, {"enforcement": row.id, "at": row.at} | _as_json(effect))
                continue
            named = " ".join(part for part in (row.provider, row.plan, row.region) if part)
            sys.stdout.write(f"{row.id}: {row.scope} of {named}, {row.at:%Y-%m-%d %H:%M} UTC\n")
            sys.stdout.write("".join(f"  {_line(effect)}\n" for effect in effects))


def _sellers_of(connection: Connection, cluster: str) -> set[int]:
    from store.cli_clusters import the_cluster
    from store.links.cluster_paths import members

    return {one.seller_id for one in members(connection, the_cluster(connection, cluster))}


def _as_json(effect: Effect) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(effect)


def _line(effect: Effect) -> str:
    counts = f"({effect.touched} touched, {effect.untouched} untouched)"
    if effect.effect is None:
        return f"{effect.metric}: unknown, {effect.why} {counts}"
    share = effect.metric != "ban notices"
    said = [_number(effect.effect, share=share)]
    if effect.low is not None and effect.high is not None:
        said.append(f"[{_number(effect.low, share=share)} to {_number(effect.high, share=share)}]")
    return f"{effect.metric}: {' '.join(said)} {counts}{'; ' + effect.why if effect.why else ''}"


def _number(value: float, *, share: bool) -> str:
    return f"{value:+.1%}" if share else f"{value:+.2f} a source and day"
