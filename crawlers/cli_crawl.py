"""`crawl` and `sources`: look at the market now, and at what is watched."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crawlers.source import Source
    from store.options import Options
    from store.run_records import RunRecord

sources_app = typer.Typer(help="What is watched.", no_args_is_help=True)
SHOWN = 8
_WIDTH = 24


def register(app: typer.Typer) -> None:
    """Add `crawl` and `sources`."""
    app.command("crawl")(crawl_sources)
    app.add_typer(sources_app, name="sources")


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

    A line a source: verdict, pages, listings, offers, and why. A wall is a result like others: exit 1 only where
    every source failed.

    Example: resalewatch crawl xinghai lanjing
    """
    from crawlers.crawl import CrawlOptions, crawl
    from crawlers.logs import log_to

    options = options_of(context)
    chosen = choose(_load(options.sources), names or ())
    if due:
        chosen = _due(chosen, options)
    log_to(sys.stderr)
    runs: list[_Told] = []

    def tell(run: RunRecord, bundle: Path) -> None:
        runs.append(_Told(run, bundle))
        typer.echo(json.dumps(runs[-1].as_json(), ensure_ascii=False) if options.as_json else line_of(run))

    crawl(chosen, CrawlOptions(spool=options.spool, told=tell))
    if runs and all(told.run.verdict == "failed" for told in runs):
        raise typer.Exit(1)


@sources_app.command("list")
def list_sources(context: typer.Context) -> None:
    """Show the sources of the directory that `--sources` names.

    Example: resalewatch --sources watchlist sources list
    """
    options = options_of(context)
    found = _load(options.sources)
    for source in found.values():
        if options.as_json:
            typer.echo(json.dumps(source.model_dump(), ensure_ascii=False))
            continue
        off = "" if source.enabled else "  (not enabled)"
        typer.echo(f"{source.name:{_WIDTH}} {source.platform:12} {source.schedule:16} {source.url}{off}")


@sources_app.command("check")
def check_source(context: typer.Context, name: str) -> None:
    """Crawl one source, keep nothing, and show what would be kept: software, verdict, pages, first offers.

    Example: resalewatch sources check lanjing
    """
    from crawlers.crawl import CrawlOptions, crawl
    from crawlers.logs import log_to

    options = options_of(context)
    [source] = choose(_load(options.sources), [name])
    log_to(sys.stderr)
    with TemporaryDirectory(prefix="resalewatch-") as spool:
        [bundle] = crawl([source], CrawlOptions(spool=Path(spool)))
        said = _findings(source, bundle)
    if options.as_json:
        typer.echo(json.dumps(said, ensure_ascii=False))
    else:
        for key, value in said.items():
            lines = value if isinstance(value, list) else [value]
            typer.echo(
                "\n".join(f"{key if not number else '':10} {line}" for number, line in enumerate(lines))
            )
    if said["verdict"].split(":")[0] == "failed":
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class _Told:
    run: RunRecord
    bundle: Path

    def as_json(self) -> dict[str, Any]:
        run = self.run
        return {
            "source": run.source, "verdict": run.verdict, "reason": run.reason, "pages": run.pages,
            "listings": run.listings, "offers": run.offers, "covers_all": run.covers_all, "anchored": run.anchored,
            "bundle": str(self.bundle),
        }  # fmt: skip


def line_of(run: RunRecord) -> str:
    """Write what came of one run as one line."""
    counts = "".join(
        f"{count:6} {name if count == 1 else name + 's':{len(name) + 1}}"
        for count, name in ((run.pages, "page"), (run.listings, "listing"), (run.offers, "offer"))
    )
    reason = f"  {run.reason}" if run.reason else ""
    return f"{run.source:{_WIDTH}} {run.verdict:8} {counts}{reason}"


def choose(sources: Mapping[str, Source], names: Sequence[str]) -> list[Source]:
    """Give the named sources, or all that are enabled.

    Raises:
        UserError: where a name is none of theirs, or there is nothing to choose from.
    """
    if not names:
        enabled = [source for source in sources.values() if source.enabled]
        if not enabled:
            raise UserError(
                "no source is enabled: write one as NAME/source.yml in the directory of --sources"
            )
        return enabled
    for name in names:
        if name not in sources:
            close = get_close_matches(name, sources, n=3, cutoff=0.5)
            known = (
                f"did you mean {' or '.join(close)}?" if close else "`resalewatch sources list` shows them"
            )
            raise UserError(f"there is no source named {name!r}: {known}")
    return [sources[name] for name in dict.fromkeys(names)]


def _load(directory: Path) -> dict[str, Source]:
    from crawlers.source import load_sources

    return load_sources(directory)


def _due(sources: Sequence[Source], options: Options) -> list[Source]:
    from datetime import UTC, datetime

    from crawlers.daemon.due import is_due
    from crawlers.daemon.wiring import Wiring

    runs = Wiring(options, None).steps().last_runs()
    now = datetime.now(UTC)
    return [source for source in sources if is_due(source, runs.get(source.name), now)]


def _findings(source: Source, bundle: Path) -> dict[str, Any]:
    from crawlers.bundle import read_bundle, read_pages
    from crawlers.page import Page
    from crawlers.platforms import platform_of
    from store.run_records import OfferRecord, PageRecord, RunRecord

    *records, run = read_bundle(bundle)
    if not isinstance(run, RunRecord):
        raise TypeError("a bundle ends with its run")
    pages = [Page(url=url, body=body, headers=headers) for url, headers, body in read_pages(bundle)]
    told = next(filter(None, (platform_of(page) for page in pages)), None)
    offers = [record.offer for record in records if isinstance(record, OfferRecord)]
    return {
        "source": f"{source.name}  {source.url}",
        "software": f"{source.platform}; the pages say {f'{told[0]} ({told[1]})' if told else 'nothing of it'}",
        "verdict": f"{run.verdict}: {run.reason}" if run.reason else run.verdict,
        "read": f"{run.pages} pages, {run.listings} listings, {run.offers} offers; total stated: {run.total}",
        "pages": [f"{record.status} {record.url}" for record in records if isinstance(record, PageRecord)][
            :SHOWN
        ],
        "offers": [
            f"{one.kind} {one.product or one.label or ''} {_price(one.price)}" for one in offers[:SHOWN]
        ],
    }


def _price(price: Any) -> str:  # noqa: ANN401 - Money or None
    return "" if price is None else f"{price.amount} {price.currency}"
