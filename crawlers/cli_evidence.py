"""`evidence`: look at what is kept as proof, check it, add to it, and take a case out."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.cli_replay import moment_of, say_unread
from crawlers.terminal import visible
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from crawlers.evidence_show import Shown

evidence = typer.Typer(help="What is kept as proof.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `evidence`."""
    app.add_typer(evidence, name="evidence")


@evidence.command("show")
def show(
    context: typer.Context,
    page_id: Annotated[
        str, typer.Argument(metavar="ID", help="A page's SHA-256 or its beginning, a claim, or an offer_id.")
    ],
    *,
    raw: Annotated[bool, typer.Option("--bytes", help="Write the page's bytes and nothing else.")] = False,
) -> None:
    """Show a kept page, and mark the places that values were read from as ⟦…⟧; its bytes are checked first.

    Of a page that has a picture, the picture's own SHA-256 is named; --bytes of that writes it as PNG.

    Example: resalewatch evidence show 3fa2b1c0
    """
    from crawlers.evidence_show import show_pages
    from store.database import open_database

    options = options_of(context)
    with open_database(options.database) as database:
        shown = show_pages(database, options.evidence, page_id)
    if raw:
        sys.stdout.buffer.write(shown[0].body)
        return
    for page in shown:
        if options.as_json:
            from store.report import write_json_line

            write_json_line(sys.stdout, page.as_json())
        else:
            _print(page)


def _print(page: Shown) -> None:
    said = [f"{page.sha256}  {page.url}", f"  {page.about}"]
    if page.screenshot is not None:
        said.append(f"  its picture: {page.screenshot} (`evidence show {page.screenshot[:16]} --bytes`)")
    for mark in page.marks:
        said.append(f"  {mark.what}: {mark.value}  at {mark.place}")
        said.append(f"    {mark.excerpt}")
    sys.stdout.write("".join(visible(line) + "\n" for line in said))


@evidence.command("verify")
def verify(
    context: typer.Context,
    *,
    against: Annotated[
        Path | None,
        typer.Option(help="What `--json evidence verify` printed before: the chain must pass there."),
    ] = None,
) -> None:
    """Check every day's file: the chain, each page against its digest, and that purged bytes are gone.

    Exit 1 where anything is amiss. Keep what --json prints where nobody who writes here can: it proves later that
    nothing was added, changed or taken out before it.

    Example: resalewatch evidence verify
    """
    from crawlers.evidence_heads import read_heads
    from store.custody import check_days
    from store.database import open_database
    from store.report import write_json_line
    from store.rewrite import cut_off

    options = options_of(context)
    heads = read_heads(against) if against is not None else {}
    amiss = 0
    with open_database(options.database) as database, database.reading() as connection:
        for day in check_days(connection, options.evidence, heads):
            amiss += len(day.faults)
            if options.as_json:
                write_json_line(sys.stdout, day)
                continue
            state = "amiss" if day.faults else "whole"
            sys.stdout.write(f"{day.day}: {state}, {day.kept} kept, {day.purged} purged, head {day.head}\n")
            sys.stdout.write("".join(f"  {fault}\n" for fault in day.faults))
    if amiss and cut_off(options.evidence):
        raise UserError(
            "a purge or forget was cut off, or is at work: the next `load`, `purge` or `forget` puts it right; then ask again"
        )
    if amiss:
        raise UserError(
            f"the evidence does not stand as it was kept: {amiss} faults; restore it from a backup"
        )


@evidence.command("import")
def import_capture(
    context: typer.Context,
    file: Path,
    *,
    source: Annotated[str, typer.Option(help="The source's name; a new one for a closed group or chat.")],
    by: Annotated[str, typer.Option("--by", help="Who took it.")],
    taken: Annotated[str, typer.Option(help="When, such as 2026-05-01T08:00:00+00:00; now by default.")] = "",
    url: Annotated[str, typer.Option(help="Where it stood.")] = "",
    platform: Annotated[str, typer.Option(help="The software that reads it.")] = "generic",
) -> None:
    """Bring a capture in that was taken by hand: HTML, text, JSON, a picture, or a WARC file.

    It is scrubbed, kept, read and loaded as a crawled page is; pictures are kept as they are, so mask them before. It
    adds to what is known of the source, and ends no offer.

    Example: resalewatch evidence import chat.txt --source group-blue --by lin
    """
    from crawlers.hand_capture import Capture, write_capture
    from store.cli_store import line_of
    from store.database import open_database
    from store.engine import friendly
    from store.load import load_bundle
    from store.report import plural, write_json_line
    from store.valuation import save_valuations

    options = options_of(context)
    _check_names(source, platform)
    now = datetime.now(UTC)
    capture = Capture(
        source=source, taken_at=moment_of("--taken", taken) or now, taken_by=by, url=url, platform=platform
    )
    with friendly(str(options.spool)), open_database(options.database, write=True) as database:
        report = load_bundle(database, write_capture(options.spool, file, capture, now), options.evidence)
        worth = save_valuations(database)
    if options.as_json:
        write_json_line(sys.stdout, report)
        write_json_line(sys.stdout, worth)
    else:
        sys.stdout.write(visible(line_of(report)) + "\n")
        sys.stdout.write(f"valued {plural(worth.valued, 'observation')}, {worth.superseded} anew\n")


def _check_names(source: str, platform: str) -> None:
    from crawlers.platforms import PLATFORMS
    from crawlers.source import NAME

    if not re.match(NAME, source):
        raise UserError(f"{source!r} is no source's name: use small letters, digits, - and _")
    if platform not in PLATFORMS:
        raise UserError(f"no platform is named {platform!r}: it takes {', '.join(sorted(PLATFORMS))}")


@evidence.command("export")
def export_evidence(
    context: typer.Context,
    target: Annotated[
        Path, typer.Argument(help="The file to write, such as case-7.wacz; it must not exist.")
    ],
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Pages, claims, or offer_ids.")],
    *,
    case: Annotated[str, typer.Option(help="The case that it is for.")],
    by: Annotated[str, typer.Option("--by", help="Who exports it.")],
) -> None:
    """Take one case out as a WACZ file: its pages, what was read in them, hashes and custody; replayweb.page opens it.

    Example: resalewatch evidence export case-7.wacz clm_0f3a --case CASE-7 --by lin
    """
    from crawlers.case_export import Case, export_case
    from crawlers.evidence_show import show_pages
    from store.database import open_database
    from store.report import plural, write_json_line

    options = options_of(context)
    with open_database(options.database, write=True) as database:
        shown = [page for one in ids for page in show_pages(database, options.evidence, one)]
        with database.writing() as connection:
            done = export_case(connection, options.evidence, shown, target, Case(case, by, datetime.now(UTC)))
    if options.as_json:
        write_json_line(sys.stdout, done)
    else:
        sys.stdout.write(f"{done.file}: {plural(done.pages, 'page')}, sha256 {done.sha256}\n")


@evidence.command("hunt")
def hunt_values(context: typer.Context, file: Path) -> None:
    """Ask all kept pages about a new list (CSV: kind, value), and give the first day each value stood there.

    Example: resalewatch evidence hunt new-accounts.csv
    """
    from crawlers.accounts import ListOptions, read_protected
    from crawlers.hunt import hunt
    from crawlers.lists import open_list
    from store.database import open_database
    from store.known_records import ProtectedLine
    from store.report import plural, write_json_line

    options = options_of(context)
    lines = list(read_protected(open_list(file), ListOptions(None, None, None, frozenset(), None)))
    wanted = {(line.kind, line.value) for line in lines if isinstance(line, ProtectedLine)}
    for line in lines:
        if not isinstance(line, ProtectedLine):
            sys.stderr.write(f"line {line.line}: {visible(line.why)}\n")
    with open_database(options.database) as database, database.reading() as connection:
        traces, unread = hunt(connection, options.evidence, wanted)
    for trace in traces:
        if options.as_json:
            write_json_line(sys.stdout, trace)
            continue
        recorded = f"recorded {trace.recorded_at:%Y-%m-%d}" if trace.recorded_at else "never recorded"
        said = (
            f"{trace.first_seen_at:%Y-%m-%d %H:%M}  {trace.kind} {trace.value}  {trace.source}/{trace.seller}"
        )
        sys.stdout.write(visible(f"{said}  {trace.sha256[:16]}  {recorded}") + "\n")
    sys.stderr.write(f"{len(traces)} of {plural(len(wanted), 'value')} stood in the evidence\n")
    say_unread(unread)
