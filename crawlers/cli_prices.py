"""`prices` and `rates`: what the list costs, and what a currency is worth, day by day."""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from crawlers.take_in import Rejects, save_lines, take_in
from store.errors import UserError
from store.options import options_of

prices = typer.Typer(help="List prices of plans and models, by day.", no_args_is_help=True)
rates = typer.Typer(help="Units of a currency per US dollar, by day.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `prices` and `rates`."""
    app.add_typer(prices, name="prices")
    app.add_typer(rates, name="rates")


@prices.command("import")
def import_prices(context: typer.Context, file: Path, *, rejects: Rejects = None) -> None:
    """Take in a CSV of list prices: provider, product, amount, currency, from_day, source.

    A line with a direction (input, output, cache_read, cache_write) is a model's price for a million tokens; others are
    plans for a `per` (month). channel, region and until_day may stand too. What was valued against a former price is
    valued anew at the next load, and keeps its former row.

    Example: resalewatch prices import our-prices.csv
    """
    from crawlers.prices import read_prices
    from store.price_lines import save_price_lines

    take_in(context, file, read_prices, save_price_lines, "prices", rejects)


@prices.command("list")
def list_prices(
    context: typer.Context,
    *,
    day: Annotated[str, typer.Option("--day", help="A day such as 2026-05-01; today by default.")] = "",
) -> None:
    """Show the list prices in force on a day, each with its source.

    Example: resalewatch prices list --day 2026-05-01
    """
    from sqlalchemy import text

    from store.database import open_database
    from store.report import write_rows

    try:
        moment = date.fromisoformat(day) if day else datetime.now(UTC).date()
    except ValueError:
        raise UserError(f"--day takes a day such as 2026-05-01, not {day!r}") from None
    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        found = connection.execute(text(_IN_FORCE), {"day": moment.isoformat()})
        columns, rows = list(found.keys()), [tuple(row) for row in found]
    write_rows(sys.stdout, columns, rows, "json" if options.as_json else "table")


@rates.command("import")
def import_rates(context: typer.Context, file: Path, *, rejects: Rejects = None) -> None:
    """Take in a CSV of rates: currency, day, per_usd, source.

    Example: resalewatch rates import our-rates.csv
    """
    from crawlers.prices import read_rates
    from store.price_lines import save_price_lines

    take_in(context, file, read_rates, save_price_lines, "rates", rejects)


@rates.command("update")
def update_rates(context: typer.Context, file: Path) -> None:
    """Take in the European Central Bank's own file of rates, as downloaded: eurofxref.zip or eurofxref-hist.zip.

    Example: resalewatch rates update eurofxref-hist.zip
    """
    from crawlers.lists import ListFile
    from crawlers.prices import read_ecb
    from store.price_lines import save_price_lines

    lines = list(read_ecb(file))
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    save_lines(context, lines, save_price_lines, "rates", (ListFile(file, (), ",", digest), None))


_IN_FORCE = """
SELECT provider, product, '' AS direction, amount, currency, per, channel, region, from_day, source FROM list_price
WHERE from_day <= :day AND (until_day IS NULL OR until_day > :day)
UNION ALL
SELECT provider, model, direction, amount, currency, per, channel, region, from_day, source FROM model_list_price
WHERE from_day <= :day AND (until_day IS NULL OR until_day > :day)
ORDER BY 1, 2, 3, channel DESC, region
"""
