"""`registry`: look operators' domains up now."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from store.options import options_of

if TYPE_CHECKING:
    from pathlib import Path

    from store.run_records import RunRecord


def register(app: typer.Typer) -> None:
    """Add `registry`."""
    app.command("registry")(look_domains_up)


def look_domains_up(
    context: typer.Context,
    domains: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOMAIN]...", help="Domains; those that are due where none is named."),
    ] = None,
    *,
    days: Annotated[int, typer.Option(min=1, max=365, help="A domain is due after so many days.")] = 7,
) -> None:
    """Look up who registered, hosts and answers for operators' domains, by RDAP and DNS.

    What is learnt waits in the spool for `load`; then `sql domain_records` shows it. The daemon does this by itself, each
    domain once a week, unless it runs with --no-registry.

    Example: resalewatch registry
    """
    from crawlers.cli_crawl import line_of
    from crawlers.crawl import CrawlOptions
    from crawlers.logs import log_to
    from crawlers.registry.look_up import choose_domains, look_up
    from store.database import open_database
    from store.due_domains import due_domains
    from store.errors import UserError

    options = options_of(context)
    if domains:
        found = [domain.strip().lower() for domain in domains]
        for domain in found:
            if not choose_domains([domain]):
                raise UserError(
                    f"{domain!r} is no domain that somebody registered for himself: give one such as shop.example.com's"
                    " example.com, and no host under a shared ending"
                )
    else:
        with open_database(options.database) as database, database.reading() as connection:
            found = due_domains(connection, datetime.now(UTC), every=timedelta(days=days))
    chosen = choose_domains(found)
    if not chosen:
        sys.stderr.write("no domain is due\n")
        return
    log_to(sys.stderr)

    def tell(run: RunRecord, bundle: Path) -> None:  # noqa: ARG001
        sys.stdout.write(line_of(run) + "\n")

    look_up(chosen, CrawlOptions(spool=options.spool, told=tell))
