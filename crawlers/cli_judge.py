"""`links judge`, `links sample` and `links calibration`: what people say of links, and how true scores are."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.take_in import Rejects, save_lines, take_in
from store.cli_links import links
from store.errors import UserError
from store.options import options_of
from store.report import plural

if TYPE_CHECKING:
    from store.link_sample import Drawn
    from store.links.calibration import Reliability

By = Annotated[str, typer.Option("--by", help="Who judges.")]


def register(_: typer.Typer) -> None:
    """Add `links judge`, `links sample` and `links calibration` beside the store's own commands of `links`."""
    for name, command in (("judge", judge), ("sample", sample), ("calibration", calibration)):
        links.command(name)(command)


def judge(
    context: typer.Context,
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help="A link (clm_…), a hop of one (hop_…), or a step of its reach (clm_…/hop_…)."
        ),
    ] = None,
    *,
    says: Annotated[str, typer.Option(help="confirm, reject or unsure.")] = "",
    by: By = "",
    why: Annotated[str, typer.Option(help="Why, in your words.")] = "",
    week: Annotated[str, typer.Option(help="The week whose sample it was judged in, score unseen.")] = "",
    file: Annotated[Path | None, typer.Option(help="A CSV of `links list --to-judge`, filled in.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last word that stands.")] = False,
    of: Annotated[str, typer.Option("--of", help="With --undo: this person's last word.")] = "",
    rejects: Rejects = None,
) -> None:
    """Say of a link, or of a hop wherever it stands, that it is right, wrong or unsure; `link` acts on it.

    A rejection wins until it is taken back.

    Example: resalewatch links judge clm_0f3a --says reject --by fern --why "the number was reassigned"
    """
    from crawlers.judgements import read_judgement, read_judgements
    from store.judgements import save_judgements

    if (file is None) == (about is None):
        raise UserError("name either one link or hop, or a file with --file")
    if undo:
        _undo(context, about, by, of, why)
        return
    if file is not None:
        take_in(context, file, lambda source: read_judgements(source, by, week), save_judgements, "judgements", rejects)  # fmt: skip
        return
    cells = {"id": about or "", "says": says, "by": by, "why": why, "week": week}
    try:
        line = read_judgement(1, cells)
    except ValueError as fault:
        raise UserError(f"{fault}: --says, --by and --why must be given") from fault
    save_lines(context, [line], save_judgements, "judgements")


def _undo(context: typer.Context, about: str | None, by: str, of: str, why: str) -> None:
    from store.database import open_database
    from store.judgements import name_of, undo

    if about is None or not name_of(by):
        raise UserError("--undo needs one link or hop, and --by with who takes it back")
    options = options_of(context)
    with open_database(options.database, write=True) as database, database.writing() as connection:
        undone = undo(connection, about, by, datetime.now(UTC), of=of, why=why)
    said = {"undone": undone}
    sys.stdout.write(
        json.dumps(said) + "\n"
        if options.as_json
        else f"taken back: {undone}; the next `link` makes it count\n"
    )


def sample(
    context: typer.Context,
    *,
    week: Annotated[str, typer.Option(help="The week, such as 2026-W40; this one without it.")] = "",
    size: Annotated[
        int | None,
        typer.Option(min=1, max=10_000, help="How many links, 30 without it; only at the first drawing."),
    ] = None,
) -> None:
    """Write a week's random sample of links as CSV to be judged, without their scores; the same each time.

    Fill in says, by and why, and hand it to `links judge --file`. Only this sample tells how true scores are, and its
    confirmations tell nothing else: who acts needs two people who saw the whole link.

    Example: resalewatch links sample --week 2026-W40
    """
    from store.database import open_database
    from store.link_sample import SIZE, draw
    from store.weekly.span import this_week

    options = options_of(context)
    now = datetime.now(UTC)
    week = week or this_week(now).name
    with open_database(options.database, write=True) as database, database.writing() as connection:
        found = draw(connection, week, now, size or SIZE)
    if size is not None and size != len(found):
        sys.stderr.write(
            f"the sample of {week} holds {plural(len(found), 'link')}: it is drawn once, and from no more than stand then\n"
        )
    if options.as_json:
        for one in found:
            sys.stdout.write(json.dumps({"week": week} | asdict(one), ensure_ascii=False) + "\n")
        return
    _write_csv(week, found)


def _write_csv(week: str, found: list[Drawn]) -> None:
    from store.feeds.neutralise import neutralise

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(
        ("id", "source", "seller", "provider", "account_ref", "path", "proofs", "says", "by", "why", "week")
    )
    for one in found:
        told = (one.id, one.source, one.seller, one.provider, one.account_ref)
        cells = (*told, " | ".join(one.words), " | ".join(one.urls), "", "", "", week)
        out.writerow([neutralise(cell)[0] for cell in cells])


def calibration(context: typer.Context) -> None:
    """Lay the probability that scores claim beside the share confirmed by those who judged the sample blind.

    Example: resalewatch links calibration
    """
    from store.database import open_database
    from store.links.calibration import calibrate

    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        found = calibrate(connection)
    if options.as_json:
        sys.stdout.write(json.dumps(asdict(found), default=str) + "\n")
        return
    sys.stdout.write("".join(_line(one) + "\n" for one in found.bins))
    sys.stdout.write(f"{found.unsure} unsure, {found.open} not judged yet\n")


def _line(one: Reliability) -> str:
    claims = f"claimed {one.at_least} to {min(one.below, 1)}"
    if one.share is None:
        return f"{claims}: none judged"
    return (
        f"{claims}: mean {one.claimed}, confirmed {one.confirmed} of {one.judged}, "
        f"{one.share} [{one.low} to {one.high}]"
    )
