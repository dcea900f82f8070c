"""`crawl`: look at the market now."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crawlers.terminal import Progress, visible
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from crawlers.source import Source
    from crawlers.source_files import Sources
    from store.options import Options
    from store.run_records import RunRecord

WIDTH = 24


def register(app: typer.Typer) -> None:
    """Add `crawl`."""
    app.command("crawl")(crawl_sources)


def crawl_sources(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Sources; all where none is named.")
    ] = None,
    *,
    due: Annotated[
        bool, typer.Option("--due", help="Only those whose schedule says that they are due.")
    ] = False,
) -> None:
    """Crawl sources now, and leave a bundle of each in the spool for `load`.

    A line a source as it ends: verdict, pages, listings, offers, and why. A wall is a result like others: exit 1
    where every source failed, or a source.yml cannot be used; the other sources are crawled all the same.

    Example: resalewatch crawl xinghai lanjing
    """
    from crawlers.crawl import CrawlOptions, crawl
    from crawlers.logs import log_to

    options = options_of(context)
    watched = load_watched(options.sources)
    chosen = choose(watched, names or ())
    faulty = say_faults(watched, names or ())
    if due:
        chosen = _due(chosen, options)
        if not chosen:
            sys.stderr.write("nothing is due\n")
    log_to(sys.stderr)
    progress = Progress(sys.stderr, [source.name for source in chosen])
    verdicts: list[str] = []

    def tell(run: RunRecord, bundle: Path) -> None:
        verdicts.append(run.verdict)
        progress.end(run.source)
        progress.hide()
        _say(run, bundle, options)
        progress.show()

    progress.show()
    try:
        crawl(chosen, CrawlOptions(spool=options.spool, told=tell))
    except KeyboardInterrupt:
        progress.hide()
        done = f"{len(verdicts)} of {len(chosen)} sources are done and wait in the spool"
        sys.stderr.write(f"resalewatch: stopped: {done}; of the others nothing is kept\n")
        raise typer.Exit(130) from None
    if faulty or (verdicts and set(verdicts) == {"failed"}):
        raise typer.Exit(1)


def _say(run: RunRecord, bundle: Path, options: Options) -> None:
    if options.as_json:
        from store.report import write_json_line

        write_json_line(sys.stdout, as_json(run) | {"bundle": str(bundle)})
    else:
        sys.stdout.write(line_of(run) + "\n")
    sys.stdout.flush()


def as_json(run: RunRecord) -> dict[str, Any]:
    """Give what came of one run as `--json` shows it."""
    return {
        "source": run.source, "verdict": run.verdict, "reason": run.reason, "pages": run.pages,
        "listings": run.listings, "offers": run.offers, "covers_all": run.covers_all, "anchored": run.anchored,
    }  # fmt: skip


def line_of(run: RunRecord) -> str:
    """Write what came of one run as one line."""
    counts = "".join(
        f"{count:6} {name if count == 1 else name + 's':{len(name) + 1}}"
        for count, name in ((run.pages, "page"), (run.listings, "listing"), (run.offers, "offer"))
    )
    reason = f"  {visible(run.reason)}" if run.reason else ""
    return f"{run.source:{WIDTH}} {run.verdict:8} {counts}{reason}"


def load_watched(directory: Path) -> Sources:
    """Read the directory of sources, cron lines too.

    Raises:
        UserError: where the directory is missing or cannot be read.
    """
    from crawlers.daemon.due import load_watched as load

    return load(directory)


def say_faults(watched: Sources, names: Sequence[str] = ()) -> int:
    """Say on standard error what is wrong with the named sources, or with all, and give the number of faults."""
    said = [
        fault for name, faults in watched.faults.items() if not names or name in names for fault in faults
    ]
    for fault in said:
        sys.stderr.write(f"resalewatch: {visible(fault)}\n")
    return len(said)


def choose(watched: Sources, names: Sequence[str]) -> list[Source]:
    """Give the named sources, or all that are enabled; faulty ones are left out.

    Raises:
        UserError: where a name is none of theirs, or there is nothing to choose from.
    """
    found = watched.found
    if not names:
        enabled = [source for source in found.values() if source.enabled]
        if not enabled and not watched.faults:
            raise UserError(
                "no source is enabled: write one as NAME/source.yml in the directory of --sources"
            )
        return enabled
    known = [*found, *watched.faults]
    for name in names:
        if name not in known:
            close = get_close_matches(name, known, n=3, cutoff=0.5)
            hint = f"did you mean {' or '.join(close)}?" if close else "`resalewatch sources list` shows them"
            raise UserError(f"there is no source named {name!r}: {hint}")
    return [found[name] for name in dict.fromkeys(names) if name in found]


def _due(sources: Sequence[Source], options: Options) -> list[Source]:
    from datetime import UTC, datetime

    from crawlers.daemon.due import is_due
    from crawlers.daemon.wiring import Wiring

    runs = Wiring(options, None).steps().last_runs()
    now = datetime.now(UTC)
    return [source for source in sources if is_due(source, runs.get(source.name), now)]
