"""`sources`: what is watched, and what would come of one source."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import typer

from crawlers.cli_crawl import WIDTH, as_json, choose, load_watched, say_faults
from crawlers.cli_discover import add_sources, discover_sources
from crawlers.cli_learn import learn_source
from crawlers.terminal import price_words, visible
from store.options import options_of
from store.records import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawlers.source import Source
    from store.records import Offer
    from store.run_records import Record, RunRecord

sources_app = typer.Typer(help="What is watched.", no_args_is_help=True)
SHOWN = 8
_TITLE = 60


def register(app: typer.Typer) -> None:
    """Add `sources`."""
    sources_app.command("add")(add_sources)
    sources_app.command("discover")(discover_sources)
    sources_app.command("learn")(learn_source)
    app.add_typer(sources_app, name="sources")


@sources_app.command("list")
def list_sources(context: typer.Context) -> None:
    """Show the sources of the directory that `--sources` names, and on standard error every fault of every one.

    Exit 1 where a source cannot be used.

    Example: resalewatch --sources watchlist sources list
    """
    options = options_of(context)
    watched = load_watched(options.sources)
    for source in watched.found.values():
        if options.as_json:
            from store.report import write_json_line

            write_json_line(sys.stdout, source.model_dump())
            continue
        off = "" if source.enabled else "  (not enabled)"
        typer.echo(f"{source.name:{WIDTH}} {source.platform:12} {source.schedule:16} {source.url}{off}")
    if say_faults(watched):
        raise typer.Exit(1)


@sources_app.command("check")
def check_source(context: typer.Context, name: str) -> None:
    """Crawl one source, keep nothing, and show what would be kept: software, verdict, pages, first offers.

    Example: resalewatch sources check lanjing
    """
    from crawlers.crawl import CrawlOptions, crawl
    from crawlers.logs import log_to

    options = options_of(context)
    watched = load_watched(options.sources)
    chosen = choose(watched, [name])
    if say_faults(watched, [name]):
        raise typer.Exit(1)
    log_to(sys.stderr)
    with TemporaryDirectory(prefix="resalewatch-") as spool:
        [bundle] = crawl(chosen, CrawlOptions(spool=Path(spool)))
        run, said = _findings(chosen[0], bundle)
    if options.as_json:
        from store.report import write_json_line

        write_json_line(sys.stdout, as_json(run) | said)
    else:
        for line in _lines(chosen[0], run, said):
            typer.echo(line)
    if run.verdict == "failed":
        raise typer.Exit(1)


def _findings(source: Source, bundle: Path) -> tuple[RunRecord, dict[str, Any]]:
    from crawlers.bundle import read_bundle, read_pages
    from crawlers.page import Page
    from crawlers.platforms import platform_of
    from store.run_records import PageRecord, RunRecord

    *records, run = read_bundle(bundle)
    if not isinstance(run, RunRecord):
        raise TypeError("a bundle ends with its run")
    pages = [Page(url=url, body=body, headers=headers) for url, headers, body in read_pages(bundle)]
    told = next(filter(None, (platform_of(page) for page in pages)), None)
    return run, {
        "url": source.url,
        "platform": source.platform,
        "software": f"{told[0]} ({told[1]})" if told else None,
        "total": run.total,
        "fetched": [
            {"status": record.status, "url": record.url}
            for record in records
            if isinstance(record, PageRecord)
        ],
        "offered": list(_offers(records)),
    }


def _offers(records: Sequence[Record]) -> Iterator[dict[str, str]]:
    from store.run_records import ListingRecord, OfferRecord

    titles = {record.key: record.title for record in records if isinstance(record, ListingRecord)}
    for record in records:
        if isinstance(record, OfferRecord):
            offer = record.offer
            yield {
                "kind": offer.kind, "product": offer.product or offer.label, "price": _price_of(offer),
                "face": price_words(offer.face_value), "title": titles.get(record.listing_key, ""),
            }  # fmt: skip


def _price_of(offer: Offer) -> str:
    """Say what an offer costs: its price, else the multiplier of its group."""
    return price_words(offer.price) or (f"x{plain(offer.group)}" if offer.group is not None else "")


def _lines(source: Source, run: RunRecord, said: dict[str, Any]) -> Iterator[str]:
    yield f"source     {source.name}  {source.url}"
    yield f"software   {source.platform}; the pages say {visible(said['software'] or 'nothing of it')}"
    yield f"verdict    {run.verdict}{': ' if run.reason else ''}{visible(run.reason)}"
    total = f"; the source states {run.total}" if run.total is not None else ""
    yield f"read       {run.pages} pages, {run.listings} listings, {run.offers} offers{total}"
    pages = [f"{one['status'] or 'not asked'} {visible(one['url'], widest=100)}" for one in said["fetched"]]
    yield from _some("pages", pages)
    yield from _some("offers", [_offer_words(one) for one in said["offered"]])


def _offer_words(one: dict[str, str]) -> str:
    face = f"(face {one['face']})" if one["face"] else ""
    words = [one["kind"], one["product"], one["price"], face, visible(one["title"], widest=_TITLE)]
    return "  ".join(visible(word) for word in words if word)


def _some(name: str, lines: Sequence[str]) -> Iterator[str]:
    """Give the first lines, the name before the first, and say how many more there are."""
    for number, line in enumerate(islice(lines, SHOWN)):
        yield f"{name if not number else '':10} {line}"
    if len(lines) > SHOWN:
        yield f"{'':10} and {len(lines) - SHOWN} more"
