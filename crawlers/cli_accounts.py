"""The commands that take in what a provider knows: accounts and protected values."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crawlers.cli_digests import digest_accounts
from crawlers.take_in import Rejects, Saver, save_lines, take_in
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from store.import_batches import ImportReport, Origin
    from store.known.full import Full

accounts = typer.Typer(help="Known accounts, as a provider lists them.", no_args_is_help=True)
protected = typer.Typer(help="Values that never link, whoever names them.", no_args_is_help=True)

Provider = Annotated[str | None, typer.Option(help="Provider of lines that name none, such as anthropic.")]
Region = Annotated[
    str | None, typer.Option(help="Country of phone numbers without a country code, such as CN.")
]
Ignore = Annotated[list[str] | None, typer.Option(help="A column to leave out; may be repeated.")]


def register(app: typer.Typer) -> None:
    """Add `accounts` and `protected`."""
    accounts.command("digest")(digest_accounts)
    app.add_typer(accounts, name="accounts")
    app.add_typer(protected, name="protected")


@accounts.command("import")
def import_accounts(
    context: typer.Context,
    file: Path,
    *,
    provider: Provider = None,
    class_name: Annotated[str | None, typer.Option("--class", help="Class of lines that name none.")] = None,
    region: Region = None,
    ignore: Ignore = None,
    rejects: Rejects = None,
    full: Annotated[
        bool, typer.Option("--full", help="The list is all that its provider knows: withdraw what it lacks.")
    ] = False,
    canonical: Annotated[
        bool, typer.Option("--canonical", help="Values stand in canonical form; what does not is kept out.")
    ] = False,
    expect_withdrawn: Annotated[
        int | None, typer.Option(min=0, help="With --full: let it withdraw up to so many accounts.")
    ] = None,
    reopen: Annotated[
        bool, typer.Option("--reopen", help="Also take in what `accounts withdraw` took back.")
    ] = False,
) -> None:
    """Take in a CSV of known accounts: long (account_ref, kind, value) or wide (account_ref and a column a kind).

    Kinds and further columns stand in docs/linking.md. Bad lines are told by number and kept out, good ones come in;
    the same file twice changes nothing. What was withdrawn by hand stays so, but for --reopen.

    Example: resalewatch accounts import banned.csv --provider anthropic --class fraudulent
    """
    from crawlers.accounts import ListOptions, check_class, check_region, read_accounts
    from store.known.full import Full
    from store.peppers import read_peppers

    if expect_withdrawn is not None and not full:
        raise UserError("--expect-withdrawn goes with --full, which alone withdraws anything")
    keys = read_peppers(options_of(context).keys)
    whole = Full(file.name, expect_withdrawn) if full else None
    options = ListOptions(
        provider, check_class(class_name), check_region(region), frozenset(ignore or ()), canonical=canonical
    )
    take_in(
        context,
        file,
        lambda source: read_accounts(source, options),
        _saver(keys, whole, reopen=reopen),
        "accounts",
        rejects,
    )


def _saver(keys: Mapping[str, bytes], full: Full | None, *, reopen: bool) -> Saver:
    from store.known.notes import impossible_words, unheld_words
    from store.save_accounts import save_accounts

    def save(connection: Connection, lines: Iterable[Any], origin: Origin, now: datetime) -> ImportReport:
        report = save_accounts(connection, lines, origin, now, full, reopen=reopen)
        peppers = {pepper for _, pepper, _ in report.shapes if pepper}
        return replace(
            report, notes=(*report.notes, *unheld_words(peppers, keys), *impossible_words(report.shapes))
        )

    return save


@accounts.command("withdraw")
def withdraw_accounts(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument()] = None,
    *,
    ref: Annotated[str | None, typer.Option(help="Withdraw this one account_ref instead of a file.")] = None,
    provider: Provider = None,
    reason: Annotated[str | None, typer.Option(help="Why, for lines that say none.")] = None,
    region: Region = None,
    ignore: Ignore = None,
    rejects: Rejects = None,
) -> None:
    """Withdraw accounts (account_ref), or single values of theirs (account_ref, kind, value); their links fall.

    Example: resalewatch accounts withdraw --ref acc_17 --provider anthropic --reason "wrong customer"
    """
    from crawlers.accounts import ListOptions, check_region, read_withdrawals
    from store.withdraw_accounts import save_withdrawals

    if (file is None) == (ref is None):
        raise UserError("name either a file of withdrawn accounts or one with --ref")
    if file is not None:
        options = ListOptions(provider, None, check_region(region), frozenset(ignore or ()), reason)
        take_in(context, file, lambda source: read_withdrawals(source, options), save_withdrawals, "withdrawal",
                 rejects)  # fmt: skip
        return
    from store.known_records import Withdrawal

    if not provider or not reason:
        raise UserError("--ref needs --provider and --reason beside it")
    save_lines(context, [Withdrawal(1, provider, ref or "", reason)], save_withdrawals, "withdrawal")


@accounts.command("list")
def list_accounts(
    context: typer.Context,
    *,
    provider: Annotated[str | None, typer.Option(help="Only this provider's.")] = None,
    class_name: Annotated[str | None, typer.Option("--class", help="Only this class.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many.")] = 50,
) -> None:
    """List known accounts as they stand now, withdrawn ones left out.

    Example: resalewatch accounts list --class fraudulent --limit 10
    """
    from crawlers.accounts import check_class
    from store.database import open_database
    from store.list_accounts import count_accounts, find_accounts
    from store.report import plural

    options = options_of(context)
    check_class(class_name)
    with open_database(options.database) as database, database.reading() as connection:
        found = find_accounts(connection, provider, class_name, limit)
        counts = count_accounts(connection, provider, class_name)
    if not counts:
        sys.stderr.write(
            "no known account matches: `accounts list` shows all, `accounts import` brings them in\n"
        )
    for one in found:
        if options.as_json:
            sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")
            continue
        words = [f"{one['provider']}/{one['account_ref']}", one["class"], plural(one["values"], "value")]
        words += [f"{name} {one[name]}" for name in ("campaign", "hold") if one[name]]
        sys.stdout.write("  ".join(str(word) for word in words) + "\n")
    if counts and not options.as_json:
        sys.stdout.write(", ".join(f"{count} {name}" for name, count in counts.items()) + "\n")
    total = sum(counts.values())
    if len(found) < total:
        sys.stderr.write(f"only the first {len(found)} of {total} are shown: ask for more with --limit\n")


@protected.command("import")
def import_protected(
    context: typer.Context,
    file: Path,
    *,
    region: Region = None,
    reason: Annotated[str | None, typer.Option(help="Why, for lines that say none.")] = None,
    ignore: Ignore = None,
    rejects: Rejects = None,
) -> None:
    """Take in a CSV of values that never link: kind, value and, on request, reason.

    Example: resalewatch protected import victims.csv
    """
    from crawlers.accounts import ListOptions, check_region, read_protected
    from store.save_protected import save_protected

    options = ListOptions(None, None, check_region(region), frozenset(ignore or ()), reason)
    take_in(
        context, file, lambda source: read_protected(source, options), save_protected, "protected", rejects
    )


@protected.command("withdraw")
def withdraw_protected_values(
    context: typer.Context,
    file: Path,
    *,
    region: Region = None,
    ignore: Ignore = None,
    rejects: Rejects = None,
) -> None:
    """End the protection of the values that a CSV names: kind, value.

    Example: resalewatch protected withdraw no-longer.csv
    """
    from crawlers.accounts import ListOptions, check_region, read_protected
    from store.save_protected import withdraw_protected

    options = ListOptions(None, None, check_region(region), frozenset(ignore or ()))
    take_in(context, file, lambda source: read_protected(source, options), withdraw_protected, "unprotected",
             rejects)  # fmt: skip
