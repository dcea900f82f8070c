"""`accounts digest`: what a provider runs on its own machine, so that values leave it as digests alone."""

from __future__ import annotations

import csv
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from store.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from crawlers.digests import Row
    from store.known_records import Rejected

SHOWN = 20


def digest_accounts(
    file: Path,
    *,
    key_file: Annotated[
        Path, typer.Option(help="The key: a file of 32 bytes or more that only you may read.")
    ],
    derive: Annotated[
        list[str] | None, typer.Option(help="Also digest what is derived from values; may be repeated.")
    ] = None,
    pepper_id: Annotated[str | None, typer.Option(help="Name the key so; by default a hash of it.")] = None,
    output: Annotated[
        Path | None, typer.Option(help="Write to this file; by default to standard output.")
    ] = None,
    provider: Annotated[str | None, typer.Option(help="Provider of lines that name none.")] = None,
    region: Annotated[
        str | None, typer.Option(help="Country of phone numbers without a country code.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="A column to leave out; may be repeated.")] = None,
) -> None:
    """Turn the values of a list of accounts into digests, offline and without a database: hand in what it writes.

    Each value is brought into its canonical form and written as HMAC-SHA-256 under the key. docs/linking.md tells how,
    and what --derive may name: handle_skeleton, local_part, mail_domain, last_four, key_hint.

    Example: resalewatch accounts digest banned.csv --key-file pepper.key --derive handle_skeleton --output digests.csv
    """
    from crawlers.accounts import ListOptions, check_region
    from crawlers.digests import Digesting, check_derivations, digest_list
    from crawlers.lists import open_list
    from store.peppers import read_pepper

    digesting = Digesting(read_pepper(key_file, pepper_id), check_derivations(derive or ()))
    options = ListOptions(provider or "", None, check_region(region), frozenset(ignore or ()))
    header, rows = digest_list(open_list(file), options, digesting)
    with _opened(output) as stream:
        good, bad = _write(stream, header, rows)
    if bad > SHOWN:
        sys.stderr.write(f"and {bad - SHOWN} more bad lines\n")
    sys.stderr.write(f"digests: {good} rows under {digesting.pepper.id}, {bad} lines kept out\n")
    if not good:
        raise typer.Exit(1)


def _write(stream: TextIO, header: Row, rows: Iterator[Row | Rejected]) -> tuple[int, int]:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    good = bad = 0
    for row in rows:
        if isinstance(row, tuple):
            good += 1
            writer.writerow(row)
            continue
        bad += 1
        if bad <= SHOWN:
            sys.stderr.write(f"line {row.line}: {row.why}\n")
    return good, bad


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(output)
    except OSError as error:
        raise UserError(f"{output} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
