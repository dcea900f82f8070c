"""`sources add` and `sources discover`: new sources from addresses, and addresses from lists."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.terminal import visible
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from crawlers.platforms.directory import Named
    from crawlers.probe import Probed
    from crawlers.source import Source
    from store.options import Options

SAMPLE_PAGES = 6
_AT_ONCE = 48
"""Sites that are asked before the next ones are, so that what is done is said and kept as it goes."""

_Loopback = Annotated[
    bool, typer.Option("--loopback", help="The sites lie on this machine (tests, the demo).")
]


def add_sources(
    context: typer.Context,
    addresses: Annotated[list[str] | None, typer.Argument(metavar="[URL]...")] = None,
    *,
    file: Annotated[
        Path | None, typer.Option("--file", help="One address a line; what follows # is a remark.")
    ] = None,
    platform: Annotated[
        str | None,
        typer.Option("--platform", help="The software, where you know it: the sites are not asked."),
    ] = None,
    loopback: _Loopback = False,
) -> None:
    """Add sites to the directory of `--sources`: what each runs is found in a handful of requests.

    Each gets a folder with its source.yml and, in samples/, its first pages with what was read in them: look at
    these before you trust the source. A site behind a wall is not added unless --platform says what it runs.
    Exit 1 where none could be added.

    Example: resalewatch --sources watchlist sources add https://relay.example/ https://pay.example/shop/A1
    """
    from crawlers.logs import log_to

    options = options_of(context)
    wanted = list(dict.fromkeys([*(addresses or []), *(_lines_of(file) if file else [])]))
    if not wanted:
        raise UserError("no address is given: name one, or a file of them with --file")
    if platform is not None:
        _check_platform(platform)
    watched = _watched(options)
    new = _new(wanted, watched)
    log_to(sys.stderr)
    added = 0
    for part in _parts(list(new.items())):
        added += _add(dict(part), options, platform=platform, loopback=loopback)
    if not added:
        raise typer.Exit(1)


def _add(new: Mapping[str, str], options: Options, *, platform: str | None, loopback: bool) -> int:
    from crawlers.probe import Probed, confirmed, probe, probing, sample_runs
    from crawlers.source_folders import write_source

    with TemporaryDirectory(prefix="resalewatch-") as spool:
        if platform is None:
            said = probe(new, Path(spool), loopback=loopback)
        else:
            said = {name: Probed(url, platform, "what you said") for name, url in new.items()}
        told = {name: one for name, one in said.items() if one.platform}
        sampled = [
            probing(name, one.url, loopback=loopback, platform=one.platform, pages=SAMPLE_PAGES)
            for name, one in told.items()
        ]
        bundles = dict(zip(told, sample_runs(sampled, Path(spool)), strict=True)) if sampled else {}
        if platform is not None:
            said = {name: confirmed(one, bundles[name]) for name, one in told.items()}
            told = {name: one for name, one in said.items() if one.platform}
        for name, one in said.items():
            if name in told:
                write_source(options.sources / name, one, loopback=loopback, bundle=bundles.get(name))
            _say_added(name, one, bundles.get(name), options)
    return len(told)


def _say_added(name: str, said: Probed, bundle: Path | None, options: Options) -> None:
    from crawlers.bundle import run_of
    from crawlers.cli_crawl import as_json, line_of
    from store.report import write_json_line

    run = run_of(bundle) if bundle else None
    if options.as_json:
        line = {"source": name, "url": said.url, "platform": said.platform or None, "evidence": said.evidence}
        write_json_line(sys.stdout, line | {"trouble": said.trouble or None, "run": run and as_json(run)})
    elif said.trouble:
        typer.echo(f"not added  {visible(said.url)}: {visible(said.trouble)}")
    else:
        typer.echo(f"added      {name}: {said.platform}, by {visible(said.evidence)}")
        if run is not None:
            typer.echo(f"           {line_of(run)}")
    sys.stdout.flush()


def discover_sources(
    context: typer.Context,
    address: Annotated[
        str, typer.Argument(metavar="URL", help="A README on GitHub, or a page that lists sites.")
    ],
    *,
    to: Annotated[
        Path | None,
        typer.Option("--to", help="Write the proposals there, as `sources add --file` takes them."),
    ] = None,
    most: Annotated[int, typer.Option(min=0, help="Sites that are asked what they run; 0 asks none.")] = 100,
    loopback: _Loopback = False,
) -> None:
    """Propose the sites that a list names and that are not watched yet, with what each runs; nothing is added.

    Accept them by removing the other lines of the file that --to writes, and `sources add --file` it.

    Example: resalewatch --sources watchlist sources discover https://github.com/someone/list --to new.txt
    """
    from crawlers.logs import log_to
    from crawlers.probe import probe

    options = options_of(context)
    log_to(sys.stderr)
    with TemporaryDirectory(prefix="resalewatch-") as spool:
        named = _named(address, Path(spool), loopback=loopback)
        new = _new([one.url for one in named], _watched(options), say=False)
        asked = dict(list(new.items())[:most])
        said = {name: one for part in _parts(list(asked.items()))
                for name, one in probe(dict(part), Path(spool), loopback=loopback).items()}  # fmt: skip
    by_url = {one.url: one for one in named}
    proposals = [_Proposal(url, by_url[url], said.get(name)) for name, url in new.items()]
    for one in proposals:
        one.say(options)
    if to is not None:
        _write(to, address, proposals)
    if not options.as_json:
        watched = len(named) - len(new)
        typer.echo(f"{len(proposals)} proposed, {watched} of the {len(named)} named are watched already")


@dataclass(frozen=True, slots=True)
class _Proposal:
    url: str
    named: Named
    said: Probed | None

    @property
    def runs(self) -> str:
        if self.said is None:
            return "not asked"
        return self.said.trouble or f"{self.said.platform}, by {self.said.evidence}"

    def say(self, options: Options) -> None:
        if options.as_json:
            from store.report import write_json_line

            said = self.said
            write_json_line(
                sys.stdout,
                {
                    "url": self.url, "name": self.named.name, "platform": (said and said.platform) or None,
                    "evidence": (said and said.evidence) or None, "trouble": (said and said.trouble) or None,
                    "referral": self.named.code or None, "words": self.named.words,
                },
            )  # fmt: skip
            return
        typer.echo(
            f"{visible(self.url)}  {visible(self.named.name, widest=40)}  {visible(self.runs, widest=100)}"
        )
        typer.echo(f"    {visible(self.named.words, widest=140)}")


def _named(address: str, spool: Path, *, loopback: bool) -> Sequence[Named]:
    from crawlers.bundle import run_of
    from crawlers.platforms.directory import NAME, named_sites
    from crawlers.probe import sample_runs
    from crawlers.source_folders import pages_of

    [bundle] = sample_runs([_checked("list", address, NAME, loopback=loopback)], spool)
    found = {one.url: one for page in pages_of(bundle) for one in named_sites(page)}
    if not found:
        run = run_of(bundle)
        raise UserError(f"{address} names no site: {run.reason if run else 'nothing came'}")
    return list(found.values())


def _checked(name: str, url: str, platform: str, *, loopback: bool) -> Source:
    from pydantic import ValidationError

    from crawlers.probe import probing
    from crawlers.scrub import scrub_url

    try:
        return probing(name, url, loopback=loopback, platform=platform, pages=1)
    except ValidationError as error:
        said = error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")
        raise UserError(f"{scrub_url(url)} cannot be watched: {said}") from error


def _check_platform(name: str) -> None:
    from difflib import get_close_matches

    from crawlers.platforms import PLATFORMS

    if name not in PLATFORMS:
        close = get_close_matches(name, PLATFORMS, n=3, cutoff=0.6)
        hint = f"did you mean {' or '.join(close)}?" if close else f"it takes {', '.join(sorted(PLATFORMS))}"
        raise UserError(f"no platform is named {name!r}: {hint}")


def _watched(options: Options) -> Mapping[str, str]:
    """Give the addresses that are watched already, by name; a directory that is not there yet watches none."""
    from crawlers.cli_crawl import load_watched

    if not options.sources.exists():
        return {}
    watched = load_watched(options.sources)
    return dict.fromkeys(watched.faults, "") | {name: one.url for name, one in watched.found.items()}


def _new(addresses: Iterable[str], watched: Mapping[str, str], *, say: bool = True) -> dict[str, str]:
    """Name the addresses that are not watched yet.

    Raises:
        UserError: where one is no address that can be watched.
    """
    from crawlers.source_folders import name_of

    known = {_same(url) for url in watched.values()}
    new: dict[str, str] = {}
    for given in addresses:
        url = given if "://" in given else f"https://{given}"
        if _same(url) in known:
            if say:
                typer.echo(f"watched    {visible(url)} already", err=True)
            continue
        known.add(_same(url))
        name = name_of(url, _taken(watched, new))
        _checked(name, url, "generic", loopback=False)
        new[name] = url
    return new


def _taken(watched: Mapping[str, str], new: Mapping[str, str]) -> Collection[str]:
    return {*watched, *new}


def _same(url: str) -> str:
    """Give an address as it is compared: without scheme, www and the last slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/").lower()


def _lines_of(file: Path) -> list[str]:
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    lines = (line.partition(" #")[0].strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _write(path: Path, address: str, proposals: Sequence[_Proposal]) -> None:
    lines = [
        f"# Named by {address}. Remove what you do not want, then: resalewatch sources add --file {path}"
    ]
    lines += [
        f"{one.url} # {visible(one.named.name, widest=40)}; {visible(one.runs, widest=100)}"
        for one in proposals
    ]
    try:
        path.write_text("\n".join(lines) + "\n", "utf-8")
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror}") from error


def _parts(pairs: Sequence[tuple[str, str]]) -> Iterable[Sequence[tuple[str, str]]]:
    return (pairs[at : at + _AT_ONCE] for at in range(0, len(pairs), _AT_ONCE))
