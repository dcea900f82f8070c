"""The command `feeds`."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import typer

from store.options import options_of

feeds = typer.Typer(help="CSV feeds for other teams.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `feeds`."""
    app.add_typer(feeds, name="feeds")


@feeds.command("write")
def write(context: typer.Context, directory: Path) -> None:
    """Write all feeds with their manifest; readers see the former version or this one, never a part.

    Example: resalewatch feeds write feeds/
    """
    from store.feeds.writer import write_feeds
    from store.report import plural

    options = options_of(context)
    report = write_feeds(options.database, directory, datetime.now(UTC))
    if options.as_json:
        files = [{"name": entry.name, "rows": entry.rows, "bytes": entry.bytes} for entry in report.files]
        sys.stdout.write(
            json.dumps({"version": report.version, "path": str(report.path), "files": files}) + "\n"
        )
        return
    for entry in report.files:
        sys.stdout.write(f"{directory / entry.name}: {plural(entry.rows, 'row')}\n")
    sys.stdout.write(f"version {report.version} in {report.path}\n")


@feeds.command("verify")
def verify(context: typer.Context, directory: Path) -> None:
    """Check feeds against their manifest, hash by hash and row by row; needs no database.

    Example: resalewatch feeds verify feeds/
    """
    from store.feeds.verify import require_whole
    from store.report import plural

    body = require_whole(directory)
    if options_of(context).as_json:
        sys.stdout.write(json.dumps({"whole": True, "version": body["version"]}) + "\n")
        return
    rows = sum(entry["rows"] for entry in body["files"])
    files = len(body["files"])
    sys.stdout.write(
        f"{directory} is whole: version {body['version']} of {body['generated_at']}, {plural(files, 'file')}, {plural(rows, 'row')}\n"
    )
