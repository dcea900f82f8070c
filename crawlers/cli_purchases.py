"""`purchases`: test purchases, probes sent through what was bought, and what a provider's logs say of them."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer

from crawlers.take_in import Rejects, save_lines, take_in
from store.errors import UserError
from store.options import options_of

purchases = typer.Typer(help="Recorded test purchases and probes.", no_args_is_help=True)

Provider = Annotated[str | None, typer.Option(help="Provider of lines that name none, such as anthropic.")]


def register(app: typer.Typer) -> None:
    """Add `purchases`."""
    app.add_typer(purchases, name="purchases")


@purchases.command("add")
def add_purchase(
    context: typer.Context,
    *,
    offer: Annotated[str, typer.Option(help="The offer_id of offers.csv.")],
    day: Annotated[str, typer.Option("--date", help="The day of the purchase, such as 2026-05-01.")] = "",
    account: Annotated[str, typer.Option(help="The account_ref that was delivered.")] = "",
    provider: Annotated[str, typer.Option(help="The account's provider, where several know the ref.")] = "",
    buyer: Annotated[str, typer.Option(help="Alias of who bought.")],
    authorised_by: Annotated[str, typer.Option(help="Who allowed it.")],
    case: Annotated[str, typer.Option(help="The case that it belongs to.")],
    sent_at: Annotated[
        str, typer.Option(help="Of a probe: when it was sent, such as 2026-05-01T12:00:00Z.")
    ] = "",
    canary: Annotated[str, typer.Option(help="Of a probe: the word in it that logs are searched for.")] = "",
    request_id: Annotated[str, typer.Option(help="Of a probe: the reply's request id.")] = "",
) -> None:
    """Record one test purchase: this offer was bought, and what came was this known account.

    With --sent-at and --canary instead of --date and --account: one probe that was sent through the offer.

    Example: resalewatch purchases add --offer 1f3c… --date 2026-05-01 --account acc_17 --provider anthropic
    --buyer fern --authorised-by osei --case case-2304
    """
    if sent_at or canary or request_id:
        said = {"offer": offer, "buyer": buyer, "authorised_by": authorised_by, "case": case}
        _add_probe(context, said | {"sent_at": sent_at, "canary": canary, "request_id": request_id})
        return
    from crawlers.purchases import read_purchase
    from store.save_purchases import save_purchases

    cells = {"offer": offer, "date": day, "account_ref": account, "provider": provider, "buyer": buyer}
    try:
        found = read_purchase(1, cells | {"authorised_by": authorised_by, "case": case})
    except ValueError as fault:
        raise UserError(str(fault)) from fault
    save_lines(context, [found], save_purchases, "purchases")


def _add_probe(context: typer.Context, cells: dict[str, str]) -> None:
    from crawlers.probes import read_probe
    from store.save_probes import save_probes

    try:
        line = read_probe(1, cells)
    except ValueError as fault:
        raise UserError(str(fault)) from fault
    save_lines(context, [line], save_probes, "probes")


@purchases.command("import")
def import_purchases(
    context: typer.Context, file: Path, *, provider: Provider = None, rejects: Rejects = None
) -> None:
    """Take in a CSV of purchases: offer (or host, offer_title), date, account_ref, buyer, authorised_by, case.

    A list with the columns sent_at and canary, and no account_ref, is one of probes.

    Example: resalewatch purchases import bought.csv
    """
    from crawlers.lists import open_list
    from crawlers.probes import read_probes
    from crawlers.purchases import read_purchases
    from store.save_probes import save_probes
    from store.save_purchases import save_purchases

    if "canary" in open_list(file).columns:
        take_in(context, file, read_probes, save_probes, "probes", rejects)
        return
    take_in(
        context, file, lambda source: read_purchases(source, provider), save_purchases, "purchases", rejects
    )


@purchases.command("lookups")
def list_lookups(
    context: typer.Context,
    *,
    every: Annotated[bool, typer.Option("--all", help="Also those that accounts answered already.")] = False,
) -> None:
    """Write the probes that no account answers yet as CSV, for the search of a provider's logs.

    Each canary is to be sought between sent_at and until; what is found goes to `purchases resolve`.

    Example: resalewatch purchases lookups
    """
    from store.database import open_database
    from store.feeds.neutralise import neutralise
    from store.report import write_json_line
    from store.save_probes import find_open_probes

    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        found = find_open_probes(connection, answered=every)
    if options.as_json:
        for one in found:
            write_json_line(sys.stdout, one)
        return
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("canary", "request_id", "sent_at", "until", "provider"))
    for one in found:
        between = (f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in (one.sent_at, one.until))
        cells = (one.canary, one.request_id, *between, one.provider)
        out.writerow([neutralise(cell)[0] for cell in cells])


@purchases.command("resolve")
def resolve_probes(
    context: typer.Context, file: Path, *, provider: Provider = None, rejects: Rejects = None
) -> None:
    """Take in a CSV of what a provider's logs held: canary, account_ref, seen_at; many accounts a canary.

    Example: resalewatch purchases resolve found.csv --provider anthropic
    """
    from crawlers.probes import read_answers
    from store.save_probes import save_answers

    take_in(context, file, lambda source: read_answers(source, provider), save_answers, "answers", rejects)
