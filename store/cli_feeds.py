"""The command `feeds`."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from store.options import options_of

if TYPE_CHECKING:
    from store.feeds.settings import Settings
    from store.feeds.writer import FeedSet
    from store.peppers import Pepper

feeds = typer.Typer(help="CSV feeds for other teams.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `feeds`."""
    app.add_typer(feeds, name="feeds")


@feeds.command("write")
def write(
    context: typer.Context,
    directory: Path,
    *,
    excel: Annotated[bool, typer.Option("--excel", help="A byte order mark before each file, for Excel.")] = False,
    comments: Annotated[bool, typer.Option("--comments", help="Lines with # before each header.")] = False,
    gzip: Annotated[bool, typer.Option("--gzip", help="Also NAME.csv.gz.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Also NAME.jsonl.")] = False,
    parquet: Annotated[bool, typer.Option("--parquet", help="Also NAME.parquet.")] = False,
    tlp: Annotated[str, typer.Option(help="clear, green, amber, amber+strict or red.")] = "amber",
    licence: Annotated[str, typer.Option(help="Terms of use, for the manifest.")] = "",
    contact: Annotated[str, typer.Option(help="Whom to ask, for the manifest.")] = "",
    key: Annotated[Path | None, typer.Option(envvar="RESALEWATCH_FEEDS_KEY", help="Ed25519 key of OpenSSH that signs.")] = None,
    pepper: Annotated[str, typer.Option(help="Key file, or ID=FILE: identifiers have digests under it too.")] = "",
    stale_limit: Annotated[str, typer.Option(help="Publish nothing where more of the sources are stale.")] = "0.5",
    force: Annotated[bool, typer.Option("--force", help="Publish all the same; the manifest says so.")] = False,
    profile: Annotated[str, typer.Option(help="What one receiver may act on: ban, step-up, card-network, takedown or legal.")] = "",
    case: Annotated[str, typer.Option(help="The case that a profile belongs to.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who asks for persons in clear.")] = "",
    clear: Annotated[bool, typer.Option("--clear", help="Persons in clear, where the profile may; written down.")] = False,
) -> None:  # fmt: skip
    """Write all feeds with their manifest; readers see the former version or this one, never a part.

    With --profile, only the rows that hold its guarantees (docs/receivers.md), in a directory of its own.

    Example: resalewatch feeds write feeds/
    """
    from store.errors import UserError
    from store.feeds.settings import Settings
    from store.feeds.writer import ALL
    from store.receivers.feeds import feed_set
    from store.receivers.profile import Asked

    wanted = {"gzip": gzip, "jsonl": jsonl, "parquet": parquet}
    settings = Settings(
        excel, comments, tuple(name for name, on in wanted.items() if on), tlp, licence, contact, key,
        _pepper(pepper), _share(stale_limit), force,
    )  # fmt: skip
    asked = Asked(str(directory.absolute()), case, by, clear)
    if not profile and (case or by or clear):
        raise UserError(
            "--case, --by and --clear belong to a profile: name it with --profile, or leave them out"
        )
    _write(context, directory, settings, feed_set(profile, asked) if profile else ALL)


def _write(context: typer.Context, directory: Path, settings: Settings, of: FeedSet) -> None:
    from store.feeds.writer import write_feeds
    from store.report import plural

    options = options_of(context)
    report = write_feeds(options.database, directory, datetime.now(UTC), settings, of)
    if options.as_json:
        files = [
            {"name": entry.name, "rows": entry.rows, "bytes": entry.bytes, "refused": dict(entry.refused)}
            for entry in report.files
        ]
        said = {
            "version": report.version,
            "path": str(report.path),
            "files": files,
            "changes": report.counts,
        }
        sys.stdout.write(json.dumps(said) + "\n")
        return
    for entry in report.files:
        refused = "".join(f", {count} left out: {reason}" for reason, count in entry.refused.items())
        sys.stdout.write(f"{directory / entry.name}: {plural(entry.rows, 'row')}{refused}\n")
    sys.stdout.write(f"version {report.version} in {report.path}{_changes(report.counts)}\n")


def _changes(counts: Mapping[str, int] | None) -> str:
    if counts is None:
        return ""
    said = ", ".join(f"{count} {op}" for op, count in counts.items() if count)
    return f"; since the last: {said or 'no change'}"


def _pepper(name: str) -> Pepper | None:
    from store.peppers import Pepper, read_peppers

    return next((Pepper(*found) for found in read_peppers([name] if name else []).items()), None)


def _share(words: str) -> Decimal:
    from store.errors import UserError

    try:
        share = Decimal(words)
    except InvalidOperation:
        share = Decimal(-1)
    if not 0 <= share <= 1:
        raise UserError(f"--stale-limit is a share between 0 and 1, not {words[:20]!r}")
    return share


@feeds.command("verify")
def verify(
    context: typer.Context,
    directory: Path,
    key: Annotated[Path | None, typer.Option(help="Public key that must have signed it.")] = None,
) -> None:
    """Check feeds against their manifest and its signature, hash by hash and row by row; needs no database.

    Example: resalewatch feeds verify feeds/
    """
    from store.feeds.verify import require_whole
    from store.report import plural

    body = require_whole(directory, key)
    if options_of(context).as_json:
        said = {
            "whole": True,
            "version": body["version"],
            "signed": key is not None,
            "forced": body["forced"],
        }
        sys.stdout.write(json.dumps(said) + "\n")
        return
    rows = sum(entry["rows"] for entry in body["files"])
    files = len(body["files"]) + len(body.get("documents") or ())
    sys.stdout.write(
        f"{directory} is whole{'' if key is None else ' and signed'}: version {body['version']} of"
        f" {body['generated_at']}, {plural(files, 'file')}, {plural(rows, 'row')}\n"
    )
    if body.get("forced"):
        sys.stdout.write(f"it was published by force: {body['forced']}\n")


@feeds.command("delta")
def delta(
    context: typer.Context,
    directory: Path,
    out: Path,
    start: Annotated[int, typer.Option("--from", help="The version that the receiver has.")],
) -> None:
    """Put what changed since a version together in a new directory, for `feeds apply`; needs no database.

    Example: resalewatch feeds delta feeds/ changes/ --from 12
    """
    from store.feeds.apply import make_delta

    said = make_delta(directory, start, out)
    if options_of(context).as_json:
        sys.stdout.write(json.dumps(said) + "\n")
        return
    for entry in said["files"]:
        sys.stdout.write(
            f"{out / entry['name']}{_changes(entry['counts']).replace('; since the last', '')}\n"
        )
    sys.stdout.write(f"from version {start} to {said['to']} in {out}\n")


@feeds.command("apply")
def apply(context: typer.Context, full: Path, changes: Path, out: Path) -> None:
    """Make the newer version in a new directory, of a former one and what changed; needs no database.

    Example: resalewatch feeds apply copy/ changes/ newer/
    """
    from store.feeds.apply import apply_feeds

    body = apply_feeds(full, changes, out)
    if options_of(context).as_json:
        sys.stdout.write(json.dumps({"version": body["version"], "path": str(out)}) + "\n")
        return
    sys.stdout.write(f"version {body['version']} in {out}\n")
