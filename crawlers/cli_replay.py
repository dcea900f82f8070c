"""`replay`: stored evidence read again; and what the commands on evidence say alike."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.terminal import visible
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from crawlers.replay import Replayed, Settings
    from store.options import Options


def register(app: typer.Typer) -> None:
    """Add `replay`."""
    app.command("replay")(replay_evidence)


def replay_evidence(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="All where none is named.")
    ] = None,
    *,
    since: Annotated[str, typer.Option(help="Only pages fetched since, such as 2026-05-01.")] = "",
) -> None:
    """Read stored evidence again with today's readers, and say what they read otherwise; nothing is written.

    Example: resalewatch replay --since 2026-05-01
    """
    from crawlers.replay import replay
    from store.database import open_database
    from store.report import write_json_line

    options = options_of(context)
    moment = moment_of("--since", since)
    with open_database(options.database) as database, database.reading() as connection:
        _check_sources(connection, names or ())
        for done in replay(connection, options.evidence, _settings(options), names or (), moment):
            if options.as_json:
                write_json_line(sys.stdout, done)
            else:
                _print_replayed(done)


def _check_sources(connection: Connection, names: Sequence[str]) -> None:
    from sqlalchemy import select

    from store.schema import TABLES

    known = {row[0] for row in connection.execute(select(TABLES["source"].c.name))}
    for name in names:
        if name not in known:
            raise UserError(f"nothing of a source named {name!r} is stored: `status` shows those that are")


def _settings(options: Options) -> Settings:
    from crawlers.source_files import load_sources

    if not options.sources.is_dir():
        return {}
    found = load_sources(options.sources, lambda _: None).found
    return {name: (source.language, source.currency) for name, source in found.items()}


def _print_replayed(done: Replayed) -> None:
    from store.report import plural

    counts = f"{plural(done.runs, 'run')}, {plural(done.pages, 'page')}, {done.same} values as they were"
    sys.stdout.write(f"{done.source}: {counts}, {len(done.differences)} otherwise\n")
    for one in done.differences:
        said = " -> ".join(part for part in (one.stored, one.now) if part)
        sys.stdout.write(visible(f"  {one.how} {one.what} {one.key}{': ' if said else ''}{said}") + "\n")
    say_unread(done.unread)


def say_unread(unread: Mapping[str, int]) -> None:
    """Say on the standard error how many kept pages could not be read, by why."""
    from crawlers.kept_pages import WHY
    from store.report import plural

    for why, count in sorted(unread.items()):
        sys.stderr.write(f"  not read: {plural(count, 'page')} {WHY[why]}\n")


def moment_of(option: str, words: str) -> datetime | None:
    """Read a day or a moment that an option was given, None for none; UTC where it names no zone.

    Raises:
        UserError: where it is neither.
    """
    if not words:
        return None
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise UserError(
            f"{option} takes a day or a moment such as 2026-05-01T08:00:00+00:00, not {words!r}"
        ) from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
